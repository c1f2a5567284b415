"""Five real reports on one story, as they were scraped: what a careful reader has in the record."""

import re

import pytest

from secondsource.model.event import REAL
from secondsource.views.agenda import agenda
from secondsource.views.brief import brief_lines
from secondsource.views.verify import refusals

DATES = [
    ("000", "2022-01-18", "2022-01-19", "only the others say which week its weekdays are of"),
    ("001", "2021-12-01", "2021-12-31", "its page shows an August day; months fix December"),
    ("002", "2022-01-19", "2022-01-20", "a copyright year and the others' Friday"),
    ("003", "2022-01-18", "2022-01-19", "a caption dates its Tuesday in full"),
    ("004", "2021-10-01", "2022-04-30", "an October speech, and the time of the story; no more"),
]


def article(record, start):
    """The article whose file begins so."""
    return next(
        row.article
        for row in record.articles
        if row.article and row.article.address.startswith(start)
    )


@pytest.mark.parametrize(("start", "earliest", "latest", "why"), DATES)
def test_dates(seeds, start, earliest, latest, why):
    published = article(seeds, start).published
    assert (published.earliest, published.latest) == (earliest, latest), why


def test_no_furniture_in_any_text(seeds):
    signs = re.compile(
        r"sign-up|share this|like this:|leave a reply|required fields|click here|©|bloggers|"
        r"write to |join the conversation|selected by the editors|13\.9 C|photo composite|AFP via|"
        r"contributed to this article|protected\]",
        re.IGNORECASE,
    )
    for row in seeds.articles:
        assert not signs.search(row.article.text), row.article.address


def test_five_articles(seeds):
    assert [row.status for row in seeds.articles] == ["read"] * 5


PEOPLE = ["Blinken", "Lavrov", "Zelensky", "Putin", "Biden", "Psaki", "Baerbock", "Joly", "Kuleba"]


@pytest.mark.parametrize("surname", PEOPLE)
def test_one_actor_for_each_person_however_spelled(seeds, surname):
    bearing = [
        actor
        for actor in seeds.actors
        if actor.kind == "person" and any(surname in name for name in actor.names)
    ]
    assert len(bearing) == 1, [actor.names for actor in bearing]


@pytest.mark.parametrize(
    ("day", "place", "who"),
    [
        ("2022-01-19", "Kyiv", {"Blinken", "Zelensk", "Kuleba"}),
        ("2022-01-20", "Berlin", {"Blinken"}),
        ("2022-01-21", "Geneva", {"Blinken", "Lavrov"}),
    ],
)
def test_the_agenda_as_of_18_january(seeds, day, place, who):
    items = [item for item in agenda(seeds, "2022-01-18") if item.when == day]
    at_place = [item for item in items if item.place and item.place.name == place]
    assert at_place, [(item.words, item.place) for item in items]
    named = {
        name for item in at_place for name in who if name in " ".join(r.name for r in item.who)
    }
    assert named == who
    assert all(item.citations for item in at_place)


def test_three_reports_of_one_publisher_are_one_newsroom(seeds):
    newsroom = {
        row.article.address[:3]: row.newsrooms[0].id for row in seeds.articles if row.article
    }
    assert newsroom["000"] == newsroom["001"] == newsroom["002"]
    assert newsroom["003"] != newsroom["000"]


@pytest.mark.parametrize(
    ("measured", "low", "high", "approximator", "nature"),
    [
        ("troops", 100_000, None, "more than", "measured"),
        ("troops", None, 100_000, "as many as", "measured"),
        ("troops", 100_000, 100_000, "estimated", "estimated"),
        ("battalion tactical groups", 53, 53, None, "measured"),
        ("battalion tactical groups", 50, 50, "estimated", "estimated"),
        ("individuals", 4, None, "at least", "planned"),
        ("jets", 12, 12, None, "planned"),
    ],
)
def test_figures_stand_in_series(seeds, measured, low, high, approximator, nature):
    points = [point for line in seeds.series for point in line.points]
    fitting = [
        point
        for point in points
        if (point.low, point.high) == (low, high)
        and measured in (point.measured or "")
        and (approximator is None or approximator in (point.approximator or ""))
        and point.nature == nature
    ]
    assert fitting
    assert all(point.as_of and point.voice.id for point in fitting)


def test_nothing_threatened_or_conditional_stands_as_happened(seeds):
    """No attack of this winter happened in these reports; those of 2014 did."""
    for event in seeds.events:
        if event.event_type == "assault" and event.status in REAL:
            words = " ".join(mention.sentence.words for mention in event.mentions)
            past = re.search(
                r"\b2014\b|7 1/2|eight years|clashes|fighting|foment|separatist|killed", words
            )
            assert past, (event.status, words)


def test_the_quotation_that_two_papers_word_differently_is_found(seeds):
    reasons = [item.reason for item in seeds.conflicts if item.kind == "wording"]
    assert any("launch" in reason and "want" in reason for reason in reasons), reasons


def test_the_two_counts_of_last_weeks_talks_are_found(seeds):
    sides = [
        " ".join(side.words for side in item.sides)
        for item in seeds.conflicts
        if item.kind == "number"
    ]
    assert any("four rounds" in words and "three" in words for words in sides), sides


def test_every_line_of_the_brief_is_held_by_its_citations(seeds):
    assert not list(refusals(brief_lines(seeds)))


def test_every_citation_can_be_re_checked(seeds):
    articles = {row.id: row.article for row in seeds.articles}
    for claim in seeds.claims:
        for report in claim.reports:
            text = articles[report.article].text
            if report.part == "text":
                assert text[report.start : report.end] == report.words
