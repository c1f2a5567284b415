"""Which article stands in which chapter: days halved until a chapter is small enough, an overfull day by digests.

Time is halved as the calendar of all days would be, never by the middle of the articles that are there: where a border
lies does not depend on them, only whether it is drawn. So one article more parts at most its own chapter.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...model.value import identifier

TOLD_AT_ONCE = 2_000
"""Articles up to which a story is told as a whole: some half a minute for one article more, and 500 MB. Above, that one
more costs as much as the whole is large."""

MOST_IN_A_CHAPTER = 500
"""Articles of one chapter. One article more makes its own and often a neighbour again, each with what it looks at: together
about as much as a story of 1,000."""

LOOKED_AT = 100
"""Articles of each neighbour, the nearest, at which a chapter looks: of a story with so many in two days whoever tells on
Tuesday what was told on Monday is mostly among them."""

DAYS_LOOKED_AT = 3
"""Days from the last of one chapter to the first of the next, and within each of them, at which both look."""

_DAY_BITS = 22
"""Bits of the number of a day (`date.toordinal`): enough for the year 9999, the last that Python has."""
_DIGEST_BITS = 40
"""Bits of the digest by which articles of one day are ordered behind its number."""
_UNDATED = (1 << _DAY_BITS) - 1


@dataclass(frozen=True)
class Limits:
    """How large a story is told at once, how large a chapter is, and at how many articles of its neighbours it looks."""

    told_at_once: int = TOLD_AT_ONCE
    in_a_chapter: int = MOST_IN_A_CHAPTER
    looked_at: int = LOOKED_AT


LIMITS = Limits()


@dataclass(frozen=True)
class Chapter:
    """One chapter: its articles (ids) in order of day, the last of the chapter before and the first of the next at which
    it looks, the first and last ISO day of its own (None where no day is known), and whether it is the newest."""

    id: str
    articles: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    days: tuple[str, str] | None
    is_newest: bool


def chapters_of(days: Mapping[str, str | None], limits: Limits = LIMITS) -> tuple[Chapter, ...]:
    """The chapters of a story, the oldest first: `days` gives of each article (by id) the ISO day that it is counted to, None where
    nothing tells one; such articles stand in chapters of their own, the last. None at all where the story is told at once."""
    if len(days) <= limits.told_at_once:
        return ()
    places = sorted((_place(id, day), id) for id, day in days.items())
    parts = [
        (low, [id for _, id in places[first:last]])
        for low, first, last in _halved(places, 0, 1 << (_DAY_BITS + _DIGEST_BITS), limits)
    ]
    spans = [_span([days[id] for id in ids]) for _, ids in parts]
    newest = max((n for n, span in enumerate(spans) if span), default=None)
    borders = [
        _border(parts[n][1], parts[n + 1][1], days, limits.looked_at) for n in range(len(parts) - 1)
    ]
    return tuple(
        Chapter(
            id=identifier("chapter", low),
            articles=tuple(ids),
            before=borders[n - 1][0] if n else (),
            after=borders[n][1] if n < len(borders) else (),
            days=spans[n],
            is_newest=n == newest,
        )
        for n, (low, ids) in enumerate(parts)
    )


def _place(id: str, day: str | None) -> int:
    """Where an article stands among all days, those of one day by their digests."""
    number = date.fromisoformat(day).toordinal() if day else _UNDATED
    return (number << _DIGEST_BITS) + int(identifier("place", id)[: _DIGEST_BITS // 4], 16)


def _halved(
    places: Sequence[tuple[int, str]], low: int, high: int, limits: Limits
) -> Iterator[tuple[int, int, int]]:
    """The beginning of each chapter, with its first article and the one after its last."""
    first, last = bisect_left(places, (low, "")), bisect_left(places, (high, ""))
    if first == last:
        return
    if last - first <= limits.in_a_chapter or high - low == 1:
        yield low, first, last
        return
    middle = (low + high) // 2
    yield from _halved(places, low, middle, limits)
    yield from _halved(places, middle, high, limits)


def _span(days: Sequence[str | None]) -> tuple[str, str] | None:
    known = sorted(day for day in days if day)
    return (known[0], known[-1]) if known else None


def _border(
    before: Sequence[str], after: Sequence[str], days: Mapping[str, str | None], most: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The last articles of one chapter and the first of the next that lie near enough for both to look at."""
    numbers = [[_number(days[id]) for id in side] for side in (before, after)]
    end, begin = numbers[0][-1], numbers[1][0]
    if _UNDATED in (end, begin):
        return (), ()
    left = bisect_left(numbers[0], max(begin - DAYS_LOOKED_AT, end - DAYS_LOOKED_AT + 1))
    right = bisect_right(numbers[1], min(end + DAYS_LOOKED_AT, begin + DAYS_LOOKED_AT - 1))
    return tuple(before[max(left, len(before) - most) :]), tuple(after[: min(right, most)])


def _number(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day else _UNDATED
