"""What an article itself shows of the day on which it came out."""

import re
from collections.abc import Iterator
from datetime import date

from ...lexicon.calendar import WEEKDAYS
from ...model.article import Article
from ...model.mention import Time
from ...model.reading import Reading
from ...model.text import Citation
from .days import DAY, NO_YEAR, Days, bounds_of
from .told import Told, latest_weekday

PAST_MONTHS = 6
FUTURE_MONTHS = 5
"""A bare month lies at most so many months behind or ahead of the day of publication."""
PATTERN = "weekdays told in the past tense and ahead"
_PAST_MONTH = re.compile(
    r"^(?:edge\(\w+, )?calendar\((\d\d), (?:on-or-before|before|likely-before) published\)\)?$"
)
_FUTURE_MONTH = re.compile(
    r"^(?:edge\(\w+, )?calendar\((\d\d), (?:on-or-after|after) published\)\)?$"
)
_FULL_DAY = re.compile(
    r"^(?:part\(\w+, )?(?:date\((\d{4}-\d\d-\d\d)\)|calendar\((\d\d-\d\d), in date\((\d{4})\)\))\)?$"
)
_PINNED = re.compile(r"(?:last|next|this|past|coming|previous)\b", re.IGNORECASE)


def own_bounds(reading: Reading, window: frozenset[date]) -> Iterator[Days]:
    """For each date that the article shows the days of the story on which it can then have come out."""
    for candidate in reading.article.date_candidates:
        reason = f"{candidate.basis} {candidate.value}"
        if candidate.value.startswith(NO_YEAR):
            month_and_day = candidate.value.removeprefix(NO_YEAR)
            allowed = {day for day in window if day.isoformat()[5:] == month_and_day}
            reason = f"{candidate.basis} “{candidate.citation.words}”"
        else:
            first, last = bounds_of(candidate.value)
            if candidate.basis == "page-frame":
                allowed = {day for day in window if day <= last}
                reason = f"the page was seen on {candidate.value}, so the article is not newer"
            elif candidate.supports == "not-before":
                allowed = {day for day in window if day >= first}
                reason = f"{candidate.basis} of {candidate.value}"
            elif candidate.supports == "not-after":
                allowed = {day for day in window if day <= last}
                reason = f"{candidate.basis} of {candidate.value}"
            else:
                allowed = {day for day in window if first <= day <= last}
        yield Days(frozenset(allowed), reason, (candidate.citation,))


def month_evidence(reading: Reading, window: frozenset[date]) -> Iterator[Days]:
    """Bare months only: "last April" says nothing of the month of publication."""
    for time in reading.times:
        past, future = _PAST_MONTH.match(time.rule), _FUTURE_MONTH.match(time.rule)
        if _PINNED.match(time.citation.words):
            continue
        if past:
            month = int(past[1])
            # "an October speech" may be told of in October; "in October" is then "this month".
            nearest = 1 if _follows_in(reading, time) else 0
            yield Days(
                frozenset(d for d in window if nearest <= (d.month - month) % 12 <= PAST_MONTHS),
                f"“{time.citation.words}” was",
                (time.citation,),
            )
        elif future:
            month = int(future[1])
            yield Days(
                frozenset(d for d in window if 1 <= (month - d.month) % 12 <= FUTURE_MONTHS),
                f"“{time.citation.words}” was still to come",
                (time.citation,),
            )


def _follows_in(reading: Reading, time: Time) -> bool:
    """Whether "in" or "since" stands before a time expression of the body."""
    before = reading.article.text[: time.citation.start] if time.citation.part == "text" else ""
    return before.rstrip().rpartition(" ")[2].casefold() in ("in", "since")


def weekday_evidence(told: tuple[Told, ...], window: frozenset[date]) -> Iterator[Days]:
    """A report comes out on the latest weekday that it tells of in the past tense, or on the day after
    (if it tells of that weekday twice, or of what was said on it; a single one may be background), and
    not after the nearest weekday that it tells of as to come."""
    latest = latest_weekday(told)
    if latest is None:
        return
    telling = [item for item in told if not item.ahead and item.weekday == latest]
    firm = len(telling) > 1 or any(item.spoken for item in telling)
    allowed = {(latest + n) % 7 for n in range(2 if firm else 7)}
    ahead = [(item.weekday - latest) % 7 for item in told if item.ahead]
    if ahead and min(ahead) == 0:
        allowed = {latest}
    citations = tuple(item.citation for item in told if item.weekday == latest)[:2]
    yield Days(frozenset(day for day in window if day.weekday() in allowed), PATTERN, citations)


def own_dated_weekday(
    reading: Reading, told: tuple[Told, ...], window: frozenset[date]
) -> Days | None:
    """A full date in the article, on a weekday that it also tells of in the past tense: the same
    day, so the article came out within the week that begins with it."""
    past = {item.weekday for item in told if not item.ahead}
    found: list[tuple[date, Citation]] = []
    for time in reading.times:
        match = _FULL_DAY.match(time.rule)
        if match:
            found += _valid(match[1] or f"{match[3]}-{match[2]}", time.citation)
    for candidate in reading.article.date_candidates:
        if candidate.basis in ("caption", "text"):
            found += _valid(candidate.value, candidate.citation)
    days = [(day, cited) for day, cited in found if day.weekday() in past and day in window]
    if not days:
        return None
    newest, cited = max(days, key=lambda pair: pair[0])
    return Days(
        frozenset(newest + n * DAY for n in range(7)),
        f"it dates a {WEEKDAYS[newest.weekday()].title()} in full, {newest.isoformat()}",
        (cited,),
    )


def _valid(value: str, citation: Citation) -> list[tuple[date, Citation]]:
    try:
        return [(date.fromisoformat(value), citation)]
    except ValueError:
        return []


def frame_days(article: Article) -> list[date]:
    """The full dates that the frame of the page shows."""
    return [
        bounds_of(candidate.value)[0]
        for candidate in article.date_candidates
        if candidate.basis == "page-frame" and len(candidate.value) == len("2000-01-01")
    ]
