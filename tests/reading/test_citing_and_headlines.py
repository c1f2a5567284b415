"""Statements without a verb of saying, in headlines, of media without a name, within quotations, and texts that are one."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading
from secondsource.model.statement import Statement

Read = Callable[..., Reading]
Told = tuple[str | None, str | None, list[str]]


def told(reading: Reading) -> list[Told]:
    """Source, cue and content of each statement."""
    return [
        (s.source and s.source.words, s.cue and s.cue.words, [c.words for c in s.content])
        for s in reading.statements
    ]


def only(reading: Reading) -> Statement:
    (found,) = reading.statements
    return found


CITED: list[tuple[str, Told]] = [
    (
        'The old mill is, in the words of weaver Hanne Voll, "a tooth without a jaw".',
        ("weaver Hanne Voll", "in the words of", ['"a tooth without a jaw"']),
    ),
    (
        "In the view of the harbour pilots, the channel is too narrow.",
        ("the harbour pilots", "In the view of", ["the channel is too narrow"]),
    ),
    (
        "Per the county vet, two of the calves were healthy.",
        ("the county vet", "Per", ["two of the calves were healthy"]),
    ),
    (
        "According to the surveyor, Milo Tarrant, the arch was sound.",
        ("the surveyor, Milo Tarrant", "According to", ["the arch was sound"]),
    ),
    (
        "It was feared that the levee had given way.",
        (None, "feared", ["that the levee had given way"]),
    ),
    (
        "The smugglers are thought to have crossed by raft.",
        (None, "thought", ["The smugglers", "to have crossed by raft"]),
    ),
    (
        "The cannery said that its night shift would end.",
        ("The cannery", "said", ["that its night shift would end"]),
    ),
]


@pytest.mark.parametrize(("text", "statement"), CITED)
def test_phrases_that_cite(read: Read, text: str, statement: Told) -> None:
    found = [
        (source, cue and cue.removeprefix("are ").removeprefix("It was "), content)
        for source, cue, content in told(read(text))
    ]
    assert found == [statement]


@pytest.mark.parametrize(
    "text",
    [
        "The toll costs 40 crowns per lorry.",
        "Trains ran twice per hour until the bridge fell.",
        "The moon said nothing to the tide.",
        "He told the time by the church clock.",
        "They said their prayers and went to bed.",
        "A map, seen by this newspaper, lies in the vault.",
    ],
)
def test_what_cites_nobody(read: Read, text: str) -> None:
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("line", "source", "content"),
    [
        (
            "Dyke repairs to take two winters: engineer",
            "engineer",
            "Dyke repairs to take two winters",
        ),
        ("Cheese prices will fall - farmers", "farmers", "Cheese prices will fall"),
        ("Tram fire began in a heater, says inspector", "inspector", "Tram fire began in a heater"),
        ("'They took our nets': fishermen block the port", "fishermen", "'They took our nets'"),
    ],
)
def test_a_headline_that_ends_in_its_speaker(
    read: Read, line: str, source: str, content: str
) -> None:
    found = only(read(line))
    assert found.source is not None
    assert (found.source.words, [c.words for c in found.content]) == (source, [content])


@pytest.mark.parametrize(
    "line", ["Harbour gets new cranes - Northern Herald", "Dyke repairs: two winters, no end"]
)
def test_the_paper_at_the_end_of_a_headline_is_no_speaker(read: Read, line: str) -> None:
    assert all(s.source is None or "Herald" not in s.source.words for s in read(line).statements)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("State radio said the pass was open.", "State radio"),
        ("An evening newspaper reported that the fair was off.", "evening newspaper"),
        ("Local media said that the chapel had burned.", "Local media"),
    ],
)
def test_media_without_a_name(read: Read, text: str, name: str) -> None:
    voice = only(read(text)).voice
    assert (voice.kind, voice.name) == ("medium", name)


def test_a_plain_channel_is_no_medium(read: Read) -> None:
    assert all(s.voice.kind != "medium" for s in read("The channel froze, pilots said.").statements)


def test_whom_a_medium_quotes_speaks_within_its_report(read: Read) -> None:
    outer, inner = read("The broadcaster quoted a ranger as saying the herd was lost.").statements
    assert (outer.voice.kind, inner.voice.kind) == ("medium", "anonymous")
    assert inner.parent == outer.id


def test_sayings_within_a_quotation_are_of_others(read: Read) -> None:
    reading = read(
        "“The foreman told us to run,” welder Pia Storck said. “He said the tank would burst.”"
    )
    outer, *inner = sorted(reading.statements, key=lambda s: s.parent is not None)
    assert outer.voice.name == "Pia Storck"
    assert [(s.source.words, s.cue.words) for s in inner if s.source and s.cue] == [
        ("The foreman", "told"),
        ("He", "said"),
    ]
    assert all(s.parent == outer.id for s in inner)
    assert inner[1].voice.kind == "unknown"
    assert inner[1].doubtful


def test_a_quotation_within_a_quotation(read: Read) -> None:
    reading = read("Welder Pia Storck said: \"I asked the guard, 'Who has the key?' and he ran.\"")
    (inner,) = [s for s in reading.statements if s.parent]
    assert ([c.words for c in inner.content], inner.mode) == (["'Who has the key?'"], "direct")
    assert inner.voice.name == "Pia Storck"


@pytest.mark.parametrize(
    ("text", "source", "pieces"),
    [
        ('"We dug for two days. Then the pump broke."', None, 1),
        ("“We dug for two days.\n\n“Then the pump broke down.”", None, 2),
        ("From the valley\n\n“We dug for two days and found nothing.”", None, 1),
        ("“We dug for two days and found nothing.” — Pia Storck, welder", "Pia Storck, welder", 1),
    ],
)
def test_a_text_that_is_one_quotation(
    read: Read, text: str, source: str | None, pieces: int
) -> None:
    found = only(read(text))
    assert (found.source and found.source.words, found.cue, len(found.content)) == (
        source,
        None,
        pieces,
    )
    assert (found.mode, found.voice.kind) == ("direct", "named" if source else "unknown")
