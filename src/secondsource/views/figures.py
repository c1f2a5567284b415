"""Figures: the series of a story, those that say most first."""

import re
from functools import cache

from ..lexicon import measures
from ..lexicon.units import unit_named
from ..model.claim import Series, SeriesPoint
from ..model.record import Record

VAGUE = frozenset(
    "amount number total figure share thing part side sides duration time times result results occasion occasions"
    " instance instances perspective point points respect respects word words way ways reason reasons".split()
)
"""Nouns that do not say what is counted."""


ANYBODY = frozenset("people persons men women children others residents civilians citizens".split())
"""Nouns for people that leave open which: a report counts those who marched, those who fled and those who watched with them."""

MOST_POINTED_AT = 3
"""Numbers up to this one are said of what is known already: "the two governments", "both"."""

_POINTING = re.compile(
    r"\b(?:the|these|those|his|her|its|their|our|my)(?: [a-z]+)?\s*$", re.IGNORECASE
)
_NOT_ONE = re.compile(r"\bnot\s*$", re.IGNORECASE)


_DESCRIBING = re.compile(r"-(?!strong\b|member\b|man\b|person\b|plus\b)[a-z]")
"""Behind a number: it says of what kind a thing is ("a 50-state poll"), unless it says how many it has."""


def counts_something(point: SeriesPoint) -> bool:
    """Whether a number tells how many there are, and does not only point at things that are known ("the
    two governments"), say that there is none ("not one shot"), describe a thing ("a two-page notice"),
    give somebody's age, or take up one of several ("in one letter he wrote"), unless it is one to whom
    something was done."""
    at = point.start - point.sentence.start
    before, after = point.sentence.words[:at], point.sentence.words[at + len(point.words) :]
    if point.measured == "age" or _NOT_ONE.search(before):
        return False
    if _DESCRIBING.match(after):
        return False
    if point.words.lower() == "one" and not _tells_a_fate(point.measured or ""):
        return False
    if point.high is None or point.high > MOST_POINTED_AT:
        return True
    return not (_POINTING.search(before) or after.startswith("-"))


@cache
def _fates() -> frozenset[str]:
    return frozenset((*measures.fates().values(), *measures.states().values()))


def _tells_a_fate(measured: str) -> bool:
    """Whether what is counted tells what became of people: "killed", "suspected cases", "deaths"."""
    words = measured.lower().split()
    return not _fates().isdisjoint(words) or words[-1:] in (["case"], ["death"], ["casualty"])


def series_of_weight(record: Record, least_points: int = 1) -> tuple[Series, ...]:
    """The series that name what they count, by how many newsrooms and points they have."""
    named = [series for series in record.series if has_weight(series, least_points)]
    return tuple(sorted(named, key=by_weight))


def has_weight(series: Series, least_points: int = 1) -> bool:
    """Whether a series names what it counts, and counts it."""
    return bool(
        series.measured
        and series.measured.split()[-1] not in VAGUE
        and len(series.points) >= least_points
        and any(counts_something(point) for point in series.points)
    )


def counts_one_thing(series: Series) -> bool:
    """Whether the numbers of a series can be held side by side: people of whom no more is said are these here and those
    there, and so are lengths and weights."""
    words = (series.measured or "").lower().split()
    if not words or (len(words) == 1 and words[0] in ANYBODY):
        return False
    return series.unit is None or _is_money(series)


def _is_money(series: Series) -> bool:
    unit = unit_named(series.unit) if series.unit else None
    return unit is not None and unit.dimension == "currency"


def tells_much(series: Series) -> bool:
    """Whether a series tells what became of people, or of money."""
    return _is_money(series) or _tells_a_fate(series.measured or "")


def by_weight(series: Series) -> tuple[int, int, int, bool, int, str, str]:
    """The place of a series: by newsrooms, articles, points, whether it tells much, how near to the head of an article it
    stands, what it counts, id."""
    return (
        -len({point.newsroom.id for point in series.points}),
        -len({point.article for point in series.points}),
        -len(series.points),
        not tells_much(series),
        min(point.start for point in series.points),
        series.measured or "",
        series.id,
    )
