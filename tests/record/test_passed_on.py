"""Two voices of which one has it from the other, or which may be one, are one source."""

import msgspec
import pytest

from secondsource.model.statement import Voice
from secondsource.model.text import Citation
from secondsource.record.evidence import Evidence
from secondsource.record.passed_on import may_be_another

ONE = "{} said that 14 sailors had died on the ferry Amani off Tanga."
TWO = "After a week of diving, {} said 14 sailors of the ferry Amani died, most of them young."

ONE_SOURCE = [
    (
        "the number is of the other's doing",
        "The Port Authority said it had landed 14,800 crates of tea from the ferry Amani off Tanga.",
        "After a week of diving, Omari Chuo said the Port Authority had landed 14,800 crates of the ferry's tea, all wet.",
    ),
    (
        "which committee it is, is not said",
        ONE.format("The committee"),
        TWO.format("Bea Moro of the safety subcommittee"),
    ),
    (
        "which government it is, is not said",
        ONE.format("The government"),
        TWO.format("the Harbour Safety Board"),
    ),
    (
        "the office and who holds it",
        ONE.format("The Kenyan health minister"),
        TWO.format("Health Minister Bea Moro"),
    ),
    (
        "a list that ran into a quotation is not its speaker's",
        "Kenya: 14 sailors died on the ferry Amani Chad: one boat lost “We follow the storm very closely,”"
        " said Ida Lund of the Lake Commission.",
        TWO.format("Health Minister Bea Moro"),
    ),
    (
        "what others fear",
        "Ida Lund of the Lake Commission said the boats were safe, dispelling fears of the crew that 14 sailors died on"
        " the ferry Amani.",
        TWO.format("Health Minister Bea Moro"),
    ),
]


BESIDE = (
    " The rain had begun at dawn, and the fish market stayed closed. Children watched from the wall of the old fort.",
    " Divers from Chad had come with two worn tugs. Nobody at the quay wanted to talk about next week's election.",
)
"""What else the two reports tell, so that neither is a copy of the other."""


@pytest.mark.parametrize(("why", "one", "two"), ONE_SOURCE, ids=[row[0] for row in ONE_SOURCE])
def test_one_source(record, why, one, two):
    story = record((one + BESIDE[0], "2031-05-12"), (two + BESIDE[1], "2031-05-12"))
    both = [
        claim
        for claim in story.claims
        if claim.kind == "figure" and len({report.newsroom.id for report in claim.reports}) == 2
    ]
    assert both, "two newsrooms tell one number"
    assert {claim.standing.independent for claim in both} == {1}


def test_two_sources_stay_two(record):
    one, two = ONE.format("The Lake Commission"), TWO.format("Health Minister Bea Moro")
    story = record((one + BESIDE[0], "2031-05-12"), (two + BESIDE[1], "2031-05-12"))
    assert 2 in {claim.standing.independent for claim in story.claims if claim.kind == "figure"}


def test_words_are_followed_through_two_copies_to_their_own_place():
    """What lies behind the part that the first took over is the second's own."""
    copy, original = (Citation(start=start, end=start + 400, words="") for start in (1000, 200))
    span = type("Span", (), {"copy": copy, "original": original})()
    passage = type("Passage", (), {"spans": (span,)})()
    asked = Citation(start=1300, end=1340, words="")
    found = Evidence._aligned(passage, asked)  # type: ignore[arg-type]
    assert found is not None
    assert (found.start, found.end) == (500, 540)


def test_a_noun_may_be_another_than_it_was_taken_for(reader):
    text = "Amani Shipping Ltd. sued Coast Mills Ltd. over the wreck. The company said 14 boats had been lost."
    reading = reader.read(text, published="2031-05-12", as_is=True)
    names = {m.name.split()[0]: m.entity for m in reading.mentions if m.form == "name"}
    said = next(each for each in reading.statements if each.source is not None)
    near, far = (
        msgspec.structs.replace(
            said,
            speaker=names[name],
            voice=Voice(kind="named", name=name),
        )
        for name in ("Coast", "Amani")
    )
    assert not may_be_another(near, reading)
    assert may_be_another(far, reading)
