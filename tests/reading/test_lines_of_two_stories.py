"""Lines of two stories that careful readers found wrong: where what is said begins, on which day it was said, what an
accusation or a demand is about."""

from collections.abc import Callable

import pytest
from tests.given_days import on

from secondsource.model.article import Article
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
        "In the call, Okoro rejected the idea that Norland was planning to attack Kenya and insisted that the choice was"
        " Nairobi's, according to a record of the call published by the ministry.",
        "according to",
        "Okoro rejected the idea that Norland was planning to attack Kenya and insisted that the choice was Nairobi's",
        "the same where the parse joins the second verb to the idea",
    ),
    (
        "In the call, Bell rejected the idea that Chad was planning to attack Niger and insisted that it was for Lamu to"
        " calm tensions, according to a summary of the call published by the ministry.",
        "according to",
        "Bell rejected the idea that Chad was planning to attack Niger and insisted that it was for Lamu to calm tensions",
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
    published = on("2023-10-06")
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
    (
        "Kenya expressed concern over the military exercises that Chad held on Monday.",
        "expressed",
        "exercises that Chad held",
        "what one is concerned over",
    ),
    ("Kenya condemned the talk about a raid on Lamu.", "condemned", None, "the talk, not the raid"),
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


STATUSES = [
    # text, trigger, status, why
    (
        "Chad took the port, annexing Agadez and fomenting a rebellion.",
        "rebellion",
        "happened",
        "it came of it",
    ),
    ("Chad planned to foment a rebellion.", "rebellion", "planned", "not yet"),
    (
        "No talks until prisoners are freed, says the minister.",
        "freed",
        "conditional",
        "what is waited for",
    ),
    ("The port stayed shut until the prisoners were freed.", "freed", "happened", "until then"),
]


@pytest.mark.parametrize(("text", "trigger", "status", "why"), STATUSES)
def test_what_has_come_about(read: Read, text: str, trigger: str, status: str, why: str) -> None:
    (event,) = (event for event in read(text).events if event.citation.words == trigger)
    assert event.status == status, why


def test_a_headline_without_a_verb_waits(reader) -> None:
    article = Article(
        id="invented",
        address="invented",
        text="The mill stands by the lake.",
        language="en",
        headline="Minister: no boats back until fees are paid",
    )
    assert [event.status for event in reader.read_article(article).events] == ["conditional"]


ACTORS = [
    # text, who takes part, why
    (
        "The foreign ministers of Kenya and Tanzania met on Wednesday.",
        {"Kenya", "Tanzania", "foreign ministers"},
        "both lands",
    ),
    ("The ministers of trade and health met on Wednesday.", {"ministers"}, "no lands"),
]


@pytest.mark.parametrize(("text", "names", "why"), ACTORS)
def test_for_which_lands_ministers_meet(read: Read, text: str, names: set[str], why: str) -> None:
    (met,) = read(text).events
    assert {who.name for who in met.sources} == names, why


FIGURES = [
    # text, values of its figures, why
    ("He said that 118 Kenyans were held.", [118], "that is no place before a street"),
    ("The clerk works at 900 Harbour Concourse.", [], "an address"),
    ("Not one shot was fired.", [], "none was"),
    ("One shot was fired.", [1], "one was"),
    ("They expected prices to climb by a tenth if it rained.", [0.1], "a part, whatever follows"),
    ("The two foreign ministers met.", [], "who they are, not how many"),
    ("Two foreign ministers met.", [2], "how many"),
    ("A dhow was caught between the two vessels.", [], "which, not how many"),
    ("The five boats sank.", [5], "more than a pair is counted"),
]


@pytest.mark.parametrize(("text", "values", "why"), FIGURES)
def test_what_is_a_figure(read: Read, text: str, values: list[float], why: str) -> None:
    assert [figure.low for figure in read(text).figures] == values, why


MEASURED = [
    # text, what its first figure counts, why
    ("My son left with a boy of fifteen.", "age", "how old he is"),
    ("The mother of fifteen spoke.", "children", "how many she has"),
    ("The number in Tanga could reach 60 by May.", None, "nobody counts towns"),
    ("The number of boats could reach 60 by May.", "boats", "of what"),
]


@pytest.mark.parametrize(("text", "measured", "why"), MEASURED)
def test_what_is_counted(read: Read, text: str, measured: str | None, why: str) -> None:
    assert read(text).figures[0].measured == measured, why


KINDS = [
    # text, name, kind, why
    (
        "Ann Bell of the Meridian News Agency spoke.",
        "Meridian News Agency",
        "organization",
        "a medium",
    ),
    ("The Environment Agency warned of floods.", "Environment Agency", "government", "a state's"),
    (
        "Dan Okoro, director of the Atlantic Council, spoke.",
        "Atlantic Council",
        "organization",
        "a house of thought",
    ),
    ("They met in the NATO-Russia Council.", "NATO-Russia Council", "organization", "of several"),
    ("Leeds City Council met.", "Leeds City Council", "government", "a town's"),
]


@pytest.mark.parametrize(("text", "name", "kind", "why"), KINDS)
def test_kinds_of_bodies(read: Read, text: str, name: str, kind: str, why: str) -> None:
    assert {m.name: m.kind for m in read(text).mentions}.get(name) == kind, why


SILENCE = [
    # text, how many statements, why
    ("Ann Bell left little doubt of her mood.", 0, "no words of hers"),
    ("Ann Bell left no doubt that the port would close.", 1, "what she means"),
    ("Asked whether she would resign, Ann Bell said she would stay.", 1, "the answer alone"),
    ("Reporters asked whether she would resign.", 1, "they ask"),
    ("The Wall Street Journal explains what is behind the quarrel.", 0, "a page of its own"),
    ("Ann Bell explains what is behind the quarrel.", 1, "she does"),
    ("The proposal, which called for fixed borders, failed.", 1, "a writing does"),
]


@pytest.mark.parametrize(("text", "count", "why"), SILENCE)
def test_whether_anybody_speaks(read: Read, text: str, count: int, why: str) -> None:
    assert len(read(text).statements) == count, why
