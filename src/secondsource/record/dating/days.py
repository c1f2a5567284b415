"""Days that evidence allows, the days of a story, and the date that is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...model.article import Article, Precision, Published
from ...model.text import Citation

DAY = timedelta(days=1)
STORY_REACH_DAYS = 183
"""How far from the nearest dated article of the story a day is still looked at."""
NO_YEAR = "XXXX-"
"""How EDTF writes a month and day of an unknown year."""
NEARLY_DATED_DAYS = 31
"""An article is used to say when its story runs if its own date is known to so many days."""


@dataclass(frozen=True)
class Days:
    """Days that a piece of evidence allows, with the reason and the words."""

    allowed: frozenset[date]
    reason: str
    citations: tuple[Citation, ...] = ()


def narrowed(days: frozenset[date], allowed: frozenset[date]) -> frozenset[date]:
    """What both allow; evidence that contradicts everything before it is left aside."""
    return days & allowed or days


def window_of(article: Article, articles: Mapping[str, Article]) -> frozenset[date]:
    """All days within half a year of the dated articles of the story, or of the article's own full
    dates and copyright years."""
    days = [
        date.fromisoformat(day)
        for other in articles.values()
        if other.id != article.id and other.published and days_of(other) <= NEARLY_DATED_DAYS
        for day in (other.published.earliest, other.published.latest)
    ]
    for candidate in article.date_candidates:
        if candidate.basis != "page-frame" and not candidate.value.startswith(NO_YEAR):
            days += bounds_of(candidate.value)
    if not days:
        return frozenset()
    return around(min(days), max(days))


def around(first: date, last: date) -> frozenset[date]:
    """The days between two, and those within the reach of a story before and after."""
    start, end = first - STORY_REACH_DAYS * DAY, last + STORY_REACH_DAYS * DAY
    return frozenset(start + n * DAY for n in range((end - start).days + 1))


def days_of(article: Article) -> int:
    """How many days the publication date may be, less one."""
    assert article.published is not None
    first, last = article.published.earliest, article.published.latest
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def bounds_of(value: str) -> tuple[date, date]:
    """First and last day of an EDTF day, month or year."""
    pieces = [int(piece) for piece in value.split("-")]
    if len(pieces) == 3:
        day = date(pieces[0], pieces[1], pieces[2])
        return day, day
    if len(pieces) == 2:
        first = date(pieces[0], pieces[1], 1)
        following = date(pieces[0] + pieces[1] // 12, pieces[1] % 12 + 1, 1)
        return first, following - DAY
    return date(pieces[0], 1, 1), date(pieces[0], 12, 31)


def published_within(first: date, last: date, evidence: Sequence[Days]) -> Published:
    """The publication date that lies between two days, in the coarsest unit that fits exactly, else as
    an EDTF interval. The basis is `inferred`, followed by the reasons."""
    value, precision = _value_of(first, last)
    reasons = "; ".join(dict.fromkeys(item.reason for item in evidence))
    citations = tuple(dict.fromkeys(cited for item in evidence for cited in item.citations))
    return Published(
        value=value,
        precision=precision,
        earliest=first.isoformat(),
        latest=last.isoformat(),
        basis=f"inferred: {reasons}",
        evidence=citations[:8],
    )


def _value_of(first: date, last: date) -> tuple[str, Precision]:
    if first == last:
        return first.isoformat(), "day"
    if (first, last) == bounds_of(first.isoformat()[:7]):
        return first.isoformat()[:7], "month"
    if (first, last) == bounds_of(first.isoformat()[:4]):
        return first.isoformat()[:4], "year"
    return f"{first.isoformat()}/{last.isoformat()}", "interval"
