"""Lines of two stories that careful readers found wrong: where what is said begins, on which day it was said, what an
accusation or a demand is about."""

from collections.abc import Callable

import pytest

from secondsource.model.article import Article, Published
from secondsource.model.reading import Reading
from secondsource.reading.anchor import anchor

Read = Callable[..., Reading]

CONTENTS = [
    # text, cue, content, why
    (
        "The first meeting of a joint board, which was to have been held in Tanga on Friday, has been postponed, Chad's"
        " foreign ministry said.",
        "said",
        "The first meeting of a joint board, which was to have been held in Tanga on Friday, has been postponed",
        "the main clause, and not its relative clause alone",
    ),
    (
        "In the call, Bell rejected the idea that Chad was planning to attack Niger and insisted that it was up to Lamu to calm"
        " tensions, according to a summary of the call published by the ministry.",
        "according to",
        "Bell rejected the idea that Chad was planning to attack Niger and insisted that it was up to Lamu to calm tensions",
        "both verbs of the clause, and not what the idea was",
    ),
    (
        "Ann Bell will meet the envoy in Lamu, on Wednesday, Kenya's spokesman said.",
        "said",
        "Ann Bell will meet the envoy in Lamu, on Wednesday",
        "a day before the comma is that of the meeting",
    ),
    (
        "The port will reopen, the mayor said on Monday.",
        "said",
        "The port will reopen",
        "a day behind the verb is that of saying it",
    ),
]


@pytest.mark.parametrize(("text", "cue", "content", "why"), CONTENTS)
def test_where_what_is_said_begins_and_ends(
    read: Read, text: str, cue: str, content: str, why: str
) -> None:
    told = [s for s in read(text).statements if s.cue is not None and s.cue.words == cue]
    assert [[piece.words for piece in s.content] for s in told] == [[content]], why


DAYS = [
    # text, words of the time, its day, why
    (
        "Ann Bell will meet the envoy in Lamu, on Wednesday, Kenya's spokesman said.",
        "Wednesday",
        "2023-10-11",
        "they will meet then",
    ),
    (
        "The miners met the envoy in Lamu, on Wednesday, a spokesman said.",
        "Wednesday",
        "2023-10-04",
        "they have met",
    ),
    ("The port will reopen, the mayor said on Wednesday.", "Wednesday", "2023-10-04", "said then"),
]


@pytest.mark.parametrize(("text", "words", "day", "why"), DAYS)
def test_whose_day_it_is(read: Read, text: str, words: str, day: str, why: str) -> None:
    (time,) = (time for time in read(text, "2023-10-06").times if time.citation.words == words)
    assert time.value == day, why


def test_what_a_paper_adds_to_an_agencys_report_is_counted_from_the_day_of_print(reader) -> None:
    text = (
        "LAMU, Thursday (LNA) - The port was shut on Wednesday.\n\n"
        "In Moroni, traders told the Lake Gazette on Friday that prices would climb."
    )
    article = Article(
        id="invented",
        address="invented",
        text=text,
        language="en",
        outlet="Lake Gazette",
        dateline="LAMU, Thursday (LNA)",
    )
    published = Published(
        value="2023-10-06",
        precision="day",
        earliest="2023-10-06",
        latest="2023-10-06",
        basis="given",
    )
    times = anchor(reader.read_article(article), published).times
    assert [time.value for time in times] == ["2023-10-05", "2023-10-04", "2023-10-06"]


def test_what_was_said_in_a_call_was_not_said_on_the_day_of_other_remarks(read: Read) -> None:
    told = read(
        "On Monday, Bell rejected the claims. Speaking to reporters, she dismissed them as a joke. The ministry said Bell told"
        " Okoro in their phone call that Chad was waiting.",
        "2023-10-06",
    ).statements
    said = {s.cue.words: s.said.value if s.said else None for s in told if s.cue is not None}
    assert said["dismissed"] == "2023-10-02"
    assert said["told"] is None


ABOUT = [
    # text, words of the deed of words, words of what it is about, why
    ("Kenya accused Chad of a raid on the camp.", "accused", "raid", "what one is accused of"),
    (
        "He accused the Kenyan crews of fishing with dynamite, a practice outlawed in both lands.",
        "accused",
        None,
        "that it is outlawed is no accusation",
    ),
    (
        "Speaking on a visit to Chad on Tuesday, Ann Bell denounced the Kenyan troop buildup as unacceptable.",
        "denounced",
        "troop buildup",
        "not what she did meanwhile",
    ),
    ('Chad called the step "an insult to the talks".', "called", None, "what it is called"),
    ("Ann Bell called the raid a crime.", "called", "raid", "what is judged"),
    (
        "The minister urged Chad not to repeat rumours about an alleged raid.",
        "urged",
        None,
        "nobody is urged to raid",
    ),
    (
        "Chad urged Niger to take immediate steps to deescalate.",
        "urged",
        "deescalate",
        "what the steps are for",
    ),
    ("Chad denied reports of a raid.", "denied", "raid", "what is reported"),
]


@pytest.mark.parametrize(("text", "words", "about", "why"), ABOUT)
def test_what_a_deed_of_words_is_about(
    read: Read, text: str, words: str, about: str | None, why: str
) -> None:
    events = {event.id: event for event in read(text).events}
    (deed,) = (event for event in events.values() if event.citation.words == words)
    assert (events[deed.about].citation.words if deed.about else None) == about, why


AFFILIATIONS = [
    # text, whose people, why
    (
        "Kenya's foreign minister, Dan Okoro, denied it. The port is shut, a senior foreign ministry official said.",
        "Kenyan foreign ministry",
        "the only one that is spoken of",
    ),
    (
        "Chad's foreign minister, Ann Bell, met Kenya's foreign minister, Dan Okoro. The port is shut, a senior foreign"
        " ministry official said.",
        None,
        "one of two",
    ),
    (
        "Kenya's foreign minister, Dan Okoro, denied it. The port is shut, a senior trade ministry official said.",
        None,
        "another ministry",
    ),
]


@pytest.mark.parametrize(("text", "affiliation", "why"), AFFILIATIONS)
def test_whose_ministry_it_is(read: Read, text: str, affiliation: str | None, why: str) -> None:
    (official,) = (s.voice for s in read(text).statements if s.voice.kind == "anonymous")
    assert official.affiliation == affiliation, why
