"""Days of one sentence against those of another."""

import re
from dataclasses import replace
from datetime import date, timedelta

from ...lexicon.calendar import WEEKDAYS
from ..telling.told import Deed, Told
from ..telling.values import Difference, Surroundings

ITS_DATE = "its date"
"""What is missing where a source does not name the day."""

LONG = timedelta(days=27)
"""From how many days on a time is a month, a season, a year: reports of that time need not name it."""

VAGUE = timedelta(days=7)
"""How wide an interval may be that still bears out a single day in it."""

NEWS_DAYS = timedelta(days=4)
"""How long before a report's publication what it tells without a day mostly was."""


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _tells(source: tuple[str, str], asked: tuple[str, str]) -> bool:
    """Whether an interval of the source is narrow enough to bear out that of the sentence."""
    bounds = asked[0] == asked[1] and asked[0] in source
    return bounds or _span(source) <= max(_span(asked), VAGUE)


def _span(days: tuple[str, str]) -> timedelta:
    return date.fromisoformat(days[1]) - date.fromisoformat(days[0])


def any_overlap(ones: tuple[tuple[str, str], ...], others: tuple[tuple[str, str], ...]) -> bool:
    """Whether any of these intervals of ISO days meets any of those."""
    return any(_overlap(one, other) and _tells(other, one) for one in ones for other in others)


def is_other_weekday(asked: Told, source: Told) -> bool:
    """Whether a sentence names a day of the week, and its source none but others."""
    names = [day.title() for day in WEEKDAYS]
    ours = {day for day in names if day in asked.citation.words}
    theirs = {day for day in names if day in source.citation.words}
    return bool(ours and theirs) and not ours & theirs and not asked.days


_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_MONTH = re.compile(
    rf"\b(?:in|of|since|until|by|last|next|this|late|early|mid|from|or|and|through)[ -]({_MONTHS})[a-z]*\b(?!\.? \d{{1,2}}\b)"
)
"""A month where its name is no other word ("may", "march")."""

_MONTH_AND_DAY = re.compile(rf"\b({_MONTHS})[a-z]*\.? \d{{1,2}}\b|\b\d{{1,2}} ({_MONTHS})[a-z]*\b")


def is_other_month(asked: Told, source: Told) -> bool:
    """Whether a sentence names a month, and its source none but others. A day of the month counts only where nothing tells the
    year, since days of a known year are compared by themselves."""
    ours, theirs = asked.citation.words, source.citation.words
    wanted = frozenset(_MONTH.findall(ours))
    if not asked.days:
        wanted |= _months_of_days(ours)
    told = _months_of_days(theirs).union(_MONTH.findall(theirs))
    # A source that tells a day of the month by its weekday need not name it.
    told_days = [day for day in asked.days if any_overlap((day,), source.days)]
    meant = {_MONTHS.split("|")[int(first[5:7]) - 1] for first, _ in told_days}
    return bool(told) and bool(wanted - told - meant)


def _months_of_days(words: str) -> frozenset[str]:
    return frozenset(month for found in _MONTH_AND_DAY.findall(words) for month in found if month)


def is_of_unknown_year(asked: Told, source: Told) -> bool:
    """Whether a sentence names a day or month of a year that neither its source nor the story tells, and the source names none
    of these days."""
    return (
        bool(asked.yearless) and not asked.days and not set(asked.yearless) & set(source.yearless)
    )


def in_year_of(asked: Told, source: Told, around: Surroundings) -> Told:
    """The sentence with its days that lack a year set in that year in which they lie nearest to what a source tells of, or to
    its publication."""
    near = source.days[0][0] if source.days else (around.published or (around.newest,))[0]
    if not asked.yearless or near is None:
        return asked
    days = tuple(_nearest(first, last, date.fromisoformat(near)) for first, last in asked.yearless)
    return replace(asked, days=(*asked.days, *(day for day in days if day)))


def _nearest(first: str, last: str, near: date) -> tuple[str, str] | None:
    found = []
    for year in (near.year - 1, near.year, near.year + 1):
        until = year + (last < first)
        try:
            day = date.fromisoformat(f"{year}-{first}")
            end = date.fromisoformat(f"{until}-{last}")
        except ValueError:  # the 29th of February
            continue
        found.append((abs(day - near), day.isoformat(), end.isoformat()))
    return min(found)[1:] if found else None


def date_of_deed(
    asked: Deed,
    question: Told,
    told: Deed,
    source: Told,
    around: Surroundings,
    differs: list[tuple[Difference, str]],
    missing: list[str],
) -> bool:
    """Whether the day had to be taken from the article's publication; notes a day that differs or is
    missing."""
    if asked.earliest and asked.latest:
        day = (asked.earliest, asked.latest)
    elif question.days:
        day = question.days[0]
    else:
        return False
    if told.earliest and told.latest:
        when: tuple[str, str] | None = (told.earliest, told.latest)
    else:
        when = around.days.get(told.event)
    if when is not None:
        if not _overlap(day, when):
            differs.append(
                ("date", f"there: {when[0]}" + (f" to {when[1]}" if when[1] != when[0] else ""))
            )
        elif not _tells(when, day):
            missing.append(ITS_DATE)
    elif not any_overlap((day,), source.days or around.near_days):
        if not may_be_of(day, source, around):
            missing.append(ITS_DATE)
        return True
    else:
        return not source.days
    return False


def may_be_of(day: tuple[str, str], source: Told, around: Surroundings) -> bool:
    """Whether a source that names no such day may tell of it: as fresh news, or as a matter of the month or year in
    which it came out."""
    if around.published is None:
        return False
    if date.fromisoformat(day[1]) - date.fromisoformat(day[0]) >= LONG:
        return day[0] <= around.published[0] and around.published[1] <= day[1]
    return not source.days and is_news_of(day, around)


def is_news_of(day: tuple[str, str], around: Surroundings) -> bool:
    """Whether a day lies so shortly before an article's publication that what it tells without a day may
    be of that day."""
    if around.published is None:
        return False
    if (
        date.fromisoformat(around.published[1]) - date.fromisoformat(around.published[0])
        > NEWS_DAYS
    ):
        return False
    first = date.fromisoformat(around.published[0]) - NEWS_DAYS
    return first.isoformat() <= day[1] and day[0] <= around.published[1]


def day_of_saying(
    question: Told,
    source: Told,
    around: Surroundings,
    differs: list[tuple[Difference, str]],
    missing: list[str],
) -> bool:
    """Whether the day of what is said had to be taken from around the source; notes a day that differs or is missing."""
    asked = question.days
    if not asked or any_overlap(asked, source.days):
        return False
    if not any(may_be_of(day, source, around) for day in asked):
        if source.days and not any_overlap(asked, around.near_days):
            differs.append(("date", f"there: {source.days[0][0]}"))
        else:
            missing.append(ITS_DATE)
    return True
