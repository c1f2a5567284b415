"""An invented stand-off at an airport: what happened on which day, what was only threatened, who says how many, and whose reporting it is."""

from pathlib import Path

import pytest

from secondsource.model.event import REAL
from secondsource.views.agenda import agenda
from secondsource.views.brief import brief_lines
from secondsource.views.event_words import event_words
from secondsource.views.verify import refusals

REPORTS = Path(__file__).parent / "agadez-standoff" / "reports"


@pytest.fixture(scope="module")
def standoff(tmp_path_factory, record_in):
    return record_in(tmp_path_factory.mktemp("standoff") / "story", REPORTS)


def events_with(record, words):
    """Each event of whose mentions one has these words in its sentence and trigger ("trigger | sentence")."""
    trigger, sentence = words.split(" | ")
    return [
        event
        for event in record.events
        if any(
            trigger in mention.words and sentence in mention.sentence.words
            for mention in event.mentions
        )
    ]


HAPPENED = [
    # trigger and words of the sentence, day, what it is called
    ("signed | peace deal", "2021", "agreement"),
    ("arrested | mining town of Arlit", "2025-02", "arrest"),
    ("seized | passenger terminal", "2025-04-07", "seizure"),
    ("surrounded | by noon", "2025-04-07", "encirclement"),
    ("curfew | from 9 p.m.", "2025-04-07", "curfew"),
    ("met | for three hours", "2025-04-09", "meeting or talks"),
    ("evacuated | Somaret", "2025-04-09", "evacuation"),
    ("meeting | without agreement", "2025-04-10", "meeting or talks"),
    ("reached | Thursday evening", "2025-04-10", "aid or delivery"),
    ("signed | Saturday night", "2025-04-12", "agreement"),
    ("lifted | on Sunday", "2025-04-13", "easing"),
]


@pytest.mark.parametrize(("words", "day", "called"), HAPPENED)
def test_what_happened_on_which_day(standoff, words, day, called):
    (event,) = events_with(standoff, words)
    assert event.status in REAL
    assert event.time is not None
    assert event.time.value == day
    assert event_words(event.event_type, event.mode, event.mentions[0].words) == called


NOT_SO = [
    ("storm | airport terminal", {"threatened"}, "the army never came"),
    ("set | fuel depot", {"threatened"}, "nor did the depot burn"),
    ("lay down | their arms", {"demanded"}, "they kept their rifles"),
    ("leave | Niger gives gunmen", {"demanded"}, "they stayed beyond the Friday"),
    ("holding | hostages", {"denied"}, "the front denies it"),
    ("released | stay until", {"conditional"}, "four were freed, and a week later"),
    ("mediate | Algeria", {"promised"}, "nobody took it up"),
    ("recruit | another 200", {"promised", "planned"}, "it has until September"),
]


@pytest.mark.parametrize(("words", "statuses", "why"), NOT_SO)
def test_what_was_only_threatened_asked_or_denied(standoff, words, statuses, why):
    found = events_with(standoff, words)
    assert found
    assert {event.status for event in found} <= statuses, why


POINTS = [
    # low, what is counted, as of, nature, voice
    (14, "airport employees", "2025-04-07", "measured", "ministry"),
    (9, "employees", "2025-04-10", "measured", None),
    (5, "employees", "2025-04-11", "measured", "Interior Ministry"),
    (86, "evacuated", "2025-04-09", "measured", "Paul Lacombe"),
    (2300, "people", "2025-04-10", "measured", "United Nations"),
    (2600, "people", "2025-04-11", "measured", None),
    (2, "machine guns", "2025-04-13", "measured", None),
    (240, "food", "2025-04-10", "planned", "World Food Programme"),
]


@pytest.mark.parametrize(("low", "measured", "as_of", "nature", "voice"), POINTS)
def test_figures_with_their_day_and_who_says_so(standoff, low, measured, as_of, nature, voice):
    points = [point for line in standoff.series for point in line.points]
    fitting = [point for point in points if point.low == low and point.measured == measured]
    assert fitting
    assert {(point.as_of, point.nature) for point in fitting} == {(as_of, nature)}
    assert voice is None or {point.voice.name for point in fitting} == {voice}


def test_eleven_who_were_to_be_freed_are_no_count_of_freed_ones(standoff):
    freed = [
        point
        for line in standoff.series
        for point in line.points
        if point.low == 11 and point.measured == "freed"
    ]
    assert {point.nature for point in freed} <= {"projected", "planned"}


def test_whose_reporting_it_is(standoff):
    (curfew,) = events_with(standoff, "curfew | from 9 p.m.")
    assert {mention.newsroom.name for mention in curfew.mentions} == {"Niamey Post"}
    (seized,) = events_with(standoff, "seized | passenger terminal")
    assert len({mention.article for mention in seized.mentions}) == 2
    assert {mention.newsroom.name for mention in seized.mentions} == {"Sahel Press Agency"}


def test_what_is_contested(standoff):
    sides = [side.words for conflict in standoff.conflicts for side in conflict.sides]
    assert any("14 airport employees were being held" in words for words in sides)
    assert any("A soldier died on Saturday" in words for words in sides)


def test_what_is_to_come(standoff):
    due = [(item.when, item.state) for item in agenda(standoff) if item.state == "due"]
    assert due == [
        ("2025-04-16", "due"),
        ("2025-05", "due"),
        ("2025-05-06", "due"),
        ("2025-09", "due"),
    ]


def test_every_line_is_held_by_its_words(standoff):
    assert not list(refusals(brief_lines(standoff)))
