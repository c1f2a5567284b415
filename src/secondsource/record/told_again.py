"""Numbers that reports tell again with another noun: "5,000 barrels a day of oil" and "a flow of 5,000 barrels a day".

What is counted is named in many ways once it has a unit, and the measure alone then parts what is one. A number is
known again by its value, its unit and the rest of its sentence: the fewer digits it has, the more of the sentence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from ..model.claim import SeriesPoint
from .days import day_range, days_fit
from .series_changes import can_both_hold, stretches_of
from .words import StemWeights, containment, stem_weights

NEAR_DAYS = 7
"""How far apart the days of one number may lie."""

LEAST_LIKE = {1: 0.4, 2: 0.3}
"""Share of the lighter sentence's weight that must lie in the other, by the digits that are not noughts at the end; more
digits need `LIKE_TELLING`. Read off the numbers that two outlets or more have in the oil spill of timeline17."""

LIKE_TELLING = 0.2
LIKE_SMALL = 0.7
"""The share for numbers of three digits, and for those below `SMALL`, which are met by chance."""

SMALL = 11
MANY_SHARED = 5
LIKE_MANY = 0.3
"""The share for numbers from there on whose sentences share so many stems."""

LEAST_SHARED = 3
"""Least number of stems that two sentences share besides the number and what it counts."""

BEFORE = 60
"""Characters before a number in which words speak of it."""

_NOT_VOUCHED = re.compile(
    r"\b(?:not|never|nobody|only|earlier|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|first|once|old|former)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words before a number by which it is doubted or told as outdated."""

_LIMIT = re.compile(
    r"\b(?:capacity|maximum|limit|limits|ceiling|cap on|target|goal|upper|worst[- ]case|potential)\b",
    re.IGNORECASE,
)
"""Words that make a number a bound or an aim, which is no measure of what is."""

_UNREAL = frozenset({"planned", "projected"})
"""Kinds of numbers that are not yet so."""


def told_again(groups: Mapping[str, Sequence[SeriesPoint]]) -> dict[str, str]:
    """For points that stand in the wrong group (group -> its points, all of one unit): the group that holds most of those
    that tell the same number. `groups` are the same for any order of reports."""
    everyone = [point for group in sorted(groups) for point in groups[group]]
    group_of = {point.id: group for group in groups for point in groups[group]}
    contexts = stretches_of(everyone)
    weights = stem_weights(contexts[point.id] for point in everyone)
    moved: dict[str, str] = {}
    for items in _tied([_Told(point, contexts[point.id]) for point in everyone], weights):
        places = [group_of[item] for item in items]
        if len(set(places)) > 1:
            chosen = min(
                set(places), key=lambda group: (-places.count(group), -len(groups[group]), group)
            )
            moved.update({item: chosen for item in items if group_of[item] != chosen})
    return moved


class _Told:
    """A point with what is compared of it, each worked out once and only if it is asked for."""

    def __init__(self, point: SeriesPoint, context: frozenset[str]) -> None:
        self.point = point
        self.context = context

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """First and last day of the number, where they are known."""
        return day_range(self.point.as_of)

    @cached_property
    def value(self) -> tuple[float, ...]:
        """The value that is named, two of a range: "about 65", "more than 65" and "65" name one."""
        return tuple(sorted({n for n in (self.point.low, self.point.high) if n is not None}))

    @cached_property
    def is_doubted(self) -> bool:
        """Whether words right before the number doubt it or tell it as outdated."""
        sentence = self.point.sentence
        before = sentence.words[: self.point.start - sentence.start][-BEFORE:]
        return bool(_NOT_VOUCHED.search(before))

    @cached_property
    def is_limit(self) -> bool:
        """Whether the sentence tells of a bound or an aim."""
        return bool(_LIMIT.search(self.point.sentence.words))

    @cached_property
    def least_like(self) -> float:
        """Share of the lighter sentence's weight that must lie in the other."""
        value = self.value
        if len(value) == 1 and abs(value[0]) < SMALL and value[0] == int(value[0]):
            return LIKE_SMALL
        digits = sum(len(f"{bound:.10g}".replace(".", "").strip("0")) for bound in value)
        return LEAST_LIKE.get(digits, LIKE_TELLING)


def _tied(everyone: Sequence[_Told], weights: StemWeights) -> Iterator[list[str]]:
    """The ids of points that tell one number, sorted: all that pairs of points of other articles and of one value tie
    together. A point is held against those of a group until one of them is tied to it: so a number that a thousand
    reports have costs as many comparisons, and not a thousand times as many."""
    by_value: dict[tuple[float, ...], list[_Told]] = {}
    for told in everyone:
        if told.point.part == "text":
            by_value.setdefault(told.value, []).append(told)
    for same in by_value.values():
        groups: list[list[_Told]] = []
        for point in same:
            tied: list[list[_Told]] = []
            apart: list[list[_Told]] = []
            for group in groups:
                (tied if _is_tied(point, group, weights) else apart).append(group)
            joined = max(tied, key=len, default=[])
            joined.append(point)
            for group in tied:
                if group is not joined:
                    joined.extend(group)
            groups = [*apart, joined]
        yield from (sorted(told.point.id for told in group) for group in groups)


def _is_tied(point: _Told, group: Sequence[_Told], weights: StemWeights) -> bool:
    return any(
        other.point.article != point.point.article and is_told_again(other, point, weights)
        for other in group
    )


def is_told_again(one: _Told, two: _Told, weights: StemWeights) -> bool:
    """Whether two points of one value and unit tell one number: of near days, both as so or both not yet, neither doubted,
    and in sentences that are alike enough. What costs least is asked first."""
    shared, least = len(one.context & two.context), one.least_like
    if shared < LEAST_SHARED:
        return False
    natures = {one.point.nature, two.point.nature}
    if len(natures) > 1 and natures & _UNREAL:
        return False
    if not can_both_hold(one.point, two.point) or not days_fit(one.days, two.days, NEAR_DAYS):
        return False
    if one.is_doubted or two.is_doubted or one.is_limit != two.is_limit:
        return False
    if shared >= MANY_SHARED and least < LIKE_SMALL:
        least = min(least, LIKE_MANY)
    return containment(one.context, two.context, weights) >= least
