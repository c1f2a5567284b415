"""Refusals to speak, and people without a name: their terms and how many they are."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading
from secondsource.model.statement import Statement

Read = Callable[..., Reading]


def refusals(reading: Reading) -> list[tuple[str | None, str | None]]:
    """Source and cue of each refusal."""
    return [
        (s.source and s.source.words, s.cue and s.cue.words)
        for s in reading.statements
        if s.mode == "refusal"
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The tannery declined requests for an interview.", "The tannery", "declined"),
        ("The abbot rejected a request for comment.", "The abbot", "rejected"),
        ("The guild had no immediate comment.", "The guild", "had no immediate comment"),
        ("The registrar made no reply.", "The registrar", "made no reply"),
        ("The trustees did not return calls on Monday.", "The trustees", "did not return"),
        (
            "Neither the dean nor her deputy answered questions.",
            "Neither the dean nor her deputy",
            "answered",
        ),
        ("Nobody at the depot answered the phone calls.", "Nobody at the depot", "answered"),
        ("Messages to the shipyard were not answered.", None, "were not answered"),
        ("Letters to the bishop went unanswered.", None, "went unanswered"),
        ("There was no immediate response from the consulate.", "the consulate", "response"),
        ("The spokesman could not be reached on Friday.", "The spokesman", "could not be reached"),
        (
            "The palace would neither confirm nor deny the visit.",
            "The palace",
            "would neither confirm nor deny",
        ),
    ],
)
def test_refusal(read: Read, text: str, source: str | None, cue: str) -> None:
    ((found, words),) = refusals(read(text))
    assert found == source
    assert words is not None
    assert cue in words or words in cue


@pytest.mark.parametrize(
    "text",
    [
        "The hamlet could not be reached by road.",
        "The summit could not be reached before dusk.",
        "The court rejected the appeal of the miners.",
        "The clerk answered every question.",
        "The crew had no warning.",
        "The town turned down the loan.",
        "The dog did not return.",
    ],
)
def test_what_is_no_refusal_to_speak(read: Read, text: str) -> None:
    assert refusals(read(text)) == []


def anonymous(reading: Reading) -> Statement:
    (found,) = [s for s in reading.statements if s.voice.kind == "anonymous"]
    return found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Half a dozen former clerks said the books were burned.", 6),
        ("A dozen rangers said the fence was cut.", 12),
        ("Two dozen nurses said they would leave.", 24),
        ("A couple of guards said the gate was open.", 2),
        ("Eleven divers said the hull was cracked.", 11),
        ("A few dozen guests said the food was cold.", None),
    ],
)
def test_how_many_speak(read: Read, text: str, count: int | None) -> None:
    assert anonymous(read(text)).voice.count == count


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "The kiln was faulty, said a potter who asked that his name be withheld.",
            "asked that his name be withheld",
        ),
        (
            "Three clerks said the seal was forged. The clerks asked not to be named.",
            "asked not to be named",
        ),
        (
            "A midwife, who wished to remain anonymous, said the ward was cold.",
            "wished to remain anonymous",
        ),
    ],
)
def test_terms(read: Read, text: str, terms: str) -> None:
    assert anonymous(read(text)).voice.terms == terms


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"It is over," said his cousin, Wanda Zielke.', "Wanda Zielke"),
        ("Glazier Orlo Penhale works here. The glazier said the panes were new.", "Orlo Penhale"),
        ("The panes were new, glazier Orlo Penhale said.", "Orlo Penhale"),
        ("HOST: Who came?\nFENWICK: Nobody.\nHOST: And then?\nFENWICK: I left.", "Fenwick"),
    ],
)
def test_a_name_without_what_its_bearer_is(read: Read, text: str, name: str) -> None:
    assert name in {s.voice.name for s in read(text).statements}
