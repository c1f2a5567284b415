"""Reports of ordinary news: headings in two parts, datelines, and verbs that the parser hangs on the wrong speaker."""

from collections.abc import Callable

import pytest

from secondsource.model.article import Article
from secondsource.model.reading import Reading
from secondsource.reading.reader import Reader

Read = Callable[..., Reading]


def test_a_heading_in_two_parts_is_two_sentences(reader: Reader) -> None:
    headline = "Ferry toll climbs to 17; navy called in"
    reading = reader.read_article(
        Article(id="a", address="", text="Rain fell.", language="en", headline=headline)
    )
    assert [s for s in reading.statements if s.cue and s.cue.part == "headline"] == []
    assert [f.nature for f in reading.figures if f.low == 17] == ["measured"]


def test_a_dateline_is_no_part_of_its_sentence(read: Read) -> None:
    reading = read(
        "LUMBO, May 4 (CNA) - Dock workers across Lunda began a two-day strike on Monday."
    )
    strike = next(e for e in reading.events if e.citation.words == "strike")
    assert [p.name for p in strike.sources] == ["Dock workers"]
    assert [s.start for s in reading.sentences] == [0, len("LUMBO, May 4 (CNA) - ")]


def test_a_unit_is_parted_from_the_stop_of_its_sentence(read: Read) -> None:
    reading = read("The board fined Ann Bell $4.2m. She says the fine is a farce.")
    assert [m.name for m in reading.mentions if m.form == "name"] == ["Ann Bell"]
    assert [s.voice.name for s in reading.statements if s.cue and s.cue.words == "says"] == [
        "Ann Bell"
    ]


SECOND_DEEDS = [
    # text, cue, last words of its content, why
    (
        "She promised that those to blame would be punished and ordered an inquiry into the fire.",
        "promised",
        "punished",
        "nobody would be ordered an inquiry: she ordered it",
    ),
    (
        'The mayor said the demand was "absurd" and ruled out raising the fares.',
        "said",
        '"absurd"',
        "a demand rules nothing out",
    ),
    (
        "The relief fund said 300 families were sleeping in the open and appealed for tents.",
        "said",
        "in the open",
        "the fund appeals",
    ),
    (
        "Chuo said the port had been closed and ordered to pay a fine.",
        "said",
        "fine",
        "two things done to the port",
    ),
    (
        "Chuo said the port was shut and the ferries had stopped.",
        "said",
        "stopped",
        "a clause with its own subject is said too",
    ),
]


@pytest.mark.parametrize(("text", "cue", "last", "why"), SECOND_DEEDS)
def test_second_deeds(read: Read, text: str, cue: str, last: str, why: str) -> None:
    statement = next(s for s in read(text).statements if s.cue and s.cue.words == cue)
    assert statement.content[-1].words.rstrip(".").endswith(last), why
