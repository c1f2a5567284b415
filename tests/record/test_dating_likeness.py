"""Dates from likeness to the dated articles of a large story; the texts are made up."""

from datetime import date, timedelta

import numpy as np
import pytest
from tests.given_days import on

from secondsource.model.article import Article
from secondsource.model.mention import Time
from secondsource.model.reading import Reading
from secondsource.model.text import Citation
from secondsource.record.dating import settle_dates
from secondsource.record.dating.likeness import FEWEST_DATED, Wordings, likely_day
from secondsource.record.dating.told_when import told_when

FIRST = date(2014, 3, 3)
THINGS = (
    "ferry harbour roof well bridge clinic market reservoir pylon school lighthouse quarry depot mill"
    " orchard stadium airport tunnel archive convoy kiln pier viaduct brewery chapel dam causeway"
    " turbine library warehouse cannery foundry"
).split()


def text_of(day: int, variant: int) -> str:
    """A report of a day, with things that are told on that day and the next alone."""
    thing, following = THINGS[day % len(THINGS)], THINGS[(day + 1) % len(THINGS)]
    other = ("crews", "wardens", "engineers")[variant]
    return (
        f"After the storm {other} of Moroni inspected the {thing} and the old {thing} gate."
        f" The {thing} keeper asked for help with the {following} before rain."
    )


def reading(number: int, text: str, day: date | None) -> Reading:
    published = on(day.isoformat()) if day else None
    return Reading(
        article=Article(
            id=f"a{number:03}", address=f"a{number}", text=text, language="en", published=published
        )
    )


def story(days: int) -> list[Reading]:
    return [
        reading(3 * day + variant, text_of(day, variant), FIRST + timedelta(days=day))
        for day in range(days)
        for variant in (0, 1)
    ]


def test_an_undated_article_of_a_large_story_is_dated() -> None:
    undated = reading(999, text_of(12, 2), None)
    published = settle_dates([*story(30), undated])[-1].article.published
    assert published is not None
    assert published.likeliest is not None
    assert abs(date.fromisoformat(published.likeliest) - FIRST).days in (11, 12, 13)
    assert published.earliest <= published.likeliest <= published.latest
    assert published.basis.startswith("inferred: of the 40 dated articles")


def test_a_small_story_dates_nothing_by_likeness() -> None:
    few = story(FEWEST_DATED // 2 - 1)
    assert settle_dates([*few, reading(999, text_of(5, 2), None)])[-1].article.published is None


def naming_an_old_monday(text: str) -> Reading:
    """An undated report that tells of a Monday and, elsewhere, names an older Monday in full."""
    told = reading(999, f"{text} On Monday the lamps of the quay were lit. Signed: 3/3/2014.", None)
    body = told.article.text

    def time(words: str, rule: str) -> Time:
        start = body.index(words)
        return Time(
            id=f"t{start}",
            citation=Citation(start=start, end=start + len(words), words=words),
            type="DATE",
            value=None,
            earliest=None,
            latest=None,
            anchor=None,
            rule=rule,
        )

    return Reading(
        article=told.article,
        times=(
            time("Monday", "weekday(monday, on-or-before published)"),
            time("3/3/2014", "date(2014-03-03)"),
        ),
    )


def test_in_a_large_story_likeness_comes_before_weekdays() -> None:
    undated = naming_an_old_monday(text_of(17, 2))
    in_small = settle_dates([*story(10), undated])[-1].article.published
    in_large = settle_dates([*story(30), undated])[-1].article.published
    assert in_small is not None
    assert in_small.basis.endswith("it dates a Monday in full, 2014-03-03")
    assert (in_small.earliest, in_small.latest) == ("2014-03-03", "2014-03-09")
    assert in_large is not None
    assert in_large.likeliest is not None
    assert abs(date.fromisoformat(in_large.likeliest) - FIRST).days in (16, 17, 18)
    assert in_large.earliest <= "2014-03-20" <= in_large.latest


def test_what_likeness_leaves_open_its_own_weekdays_date() -> None:
    told = naming_an_old_monday("Nothing else is told.")
    spread = [
        reading(n, f"The {THINGS[n % 30]} was seen.", date(2012, 1, 1) + timedelta(days=27 * n))
        for n in range(60)
    ]
    published = settle_dates([*spread, told])[-1].article.published
    assert published is not None
    assert published.basis.endswith("it dates a Monday in full, 2014-03-03")


def test_the_same_dates_whatever_the_order() -> None:
    rows = [*story(20), reading(999, text_of(7, 2), None)]
    one = {item.article.id: item.article.published for item in settle_dates(rows)}
    by_id = sorted(rows, key=lambda item: item.article.id)
    assert one == {item.article.id: item.article.published for item in settle_dates(by_id)}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("March 14, 2014; 3:26 PM", date(2014, 3, 14)),
        ("March 14: A boat lies on the quay.", date(2014, 3, 14)),
    ],
)
def test_a_day_named_at_the_head_decides(said: str, day: date) -> None:
    dates = {n: FIRST + timedelta(days=n) for n in range(40)}
    found = likely_day(f"{said} Nothing else is told.", np.zeros(41), dates)
    assert found is not None
    assert found.day == day
    assert [cited.words.startswith("March 14") for cited in found.citations] == [True]


def test_other_evidence_confines_the_days() -> None:
    dates = {n: FIRST + timedelta(days=n) for n in range(40)}
    allowed = frozenset({date(2014, 3, 20), date(2014, 3, 21)})
    found = likely_day("March 14: A boat lies on the quay.", np.zeros(41), dates, allowed)
    assert found is not None
    assert (found.first, found.last) == (date(2014, 3, 20), date(2014, 3, 21))


def test_likeness_is_that_of_rare_words() -> None:
    alike = Wordings([text_of(day, v) for day in range(20) for v in (0, 1)]).likeness(0)
    assert alike[0] == 0.0
    assert int(alike.argmax()) == 1
    assert 0.0 <= float(alike.max()) <= 1.0 + 1e-9
    assert len(Wordings(["", "a b", ""]).likeness(2)) == 3


def test_what_is_told_beside_an_expression_of_time() -> None:
    told = list(
        told_when(
            "The hatch was sealed last week, Omari said. It had leaked since March 4. They may go."
        )
    )
    assert ("last week", "hatch") in told
    assert ("since march 4", "leak") in told
    assert ("last week", "leak") not in told, "another sentence"
    assert not any(when == "may" for when, _ in told)


def test_the_week_in_which_something_was_done_last_week() -> None:
    """Both were written of the same deed in nearly the same words, one in the week after it, one in the month after."""
    texts = [
        "Crews sealed it for good last week, hatch and all.",
        "At the old quay the hatch was sealed by divers last week.",
        "At the old quay the hatch was sealed by divers last month.",
        *(f"The {thing} was seen last week, the gate last month." for thing in THINGS),
    ]
    with_times, without = Wordings(texts).likeness(0), Wordings(texts, times=False).likeness(0)
    assert abs(without[1] - without[2]) < 1e-9
    assert with_times[1] > 1.2 * with_times[2] > 0


def test_a_day_that_most_articles_name_is_no_evidence() -> None:
    texts = [f"After the storm of March 14 the {thing} was seen." for thing in THINGS]
    often = Wordings([*texts, "On April 2 it rained."]).often_named
    assert often == {(3, 14)}
    dates = {n: FIRST + timedelta(days=n) for n in range(40)}
    text = "March 14: A boat lies on the quay. Nothing else is told."
    named = likely_day(text, np.zeros(41), dates)
    unnamed = likely_day(text, np.zeros(41), dates, often_named=often)
    assert named is not None
    assert named.citations
    assert unnamed is None or not unnamed.citations


def test_what_many_tell_alike_counts_little_more_than_once() -> None:
    told = "The keeper of the Lindal weir found a rusted bell under the sluice"
    other = "A rusted bell was shown by the Lindal keeper in the Harrow museum yard"
    asked = "Under the sluice of the Lindal weir lay a rusted bell, the Harrow museum yard says"
    filler = [f"{thing} and {thing} gate of day {n}" for n, thing in enumerate(THINGS)] * 2
    texts = [asked, told, other, told, told, told, *filler]
    wordings = Wordings(texts)
    alone = wordings.weights(0, [1, 2])
    crowd = wordings.weights(0, [1, 2, 3, 4, 5])
    copies = [1, 3, 4, 5]
    assert crowd[copies].sum() < 1.5 * alone[1]
    assert crowd[2] > 0.5 * alone[2] > 0
    assert float(wordings.weights(0, [])[1]) == 0.0


def test_a_stretch_of_years_is_stated_only_with_a_week_that_stands_out() -> None:
    dates = {n: date(2010, 1, 1) + timedelta(days=20 * n) for n in range(60)}
    even = likely_day("Nothing is told of any day.", np.zeros(61), dates)
    assert even is None
    clear = np.zeros(61)
    clear[30] = 0.8
    found = likely_day("Nothing is told of any day.", clear, dates)
    assert found is not None
    assert abs((found.day - dates[30]).days) <= 1
    assert found.first <= found.day <= found.last
