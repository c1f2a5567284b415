"""Numbers that reports tell again with another noun: "5,000 barrels a day of oil" and "a flow of 5,000 barrels a day".

What is counted is named in many ways once it has a unit, and the measure alone then parts what is one. A number is
known again by its value, its unit and the rest of its sentence: the fewer digits it has, the more of the sentence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ..model.claim import SeriesPoint
from .series_changes import can_both_hold, stretches_of
from .utterances import day_range, days_fit
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


def told_again(groups: Mapping[str, Sequence[SeriesPoint]]) -> dict[str, str]:
    """For points that stand in the wrong group (group -> its points, all of one unit): the group that holds most of those
    that tell the same number. `groups` are the same for any order of reports."""
    everyone = [point for group in sorted(groups) for point in groups[group]]
    group_of = {point.id: group for group in groups for point in groups[group]}
    contexts = stretches_of(everyone)
    weights = stem_weights(contexts[point.id] for point in everyone)
    leader = {point.id: point.id for point in everyone}

    def root(item: str) -> str:
        while leader[item] != item:
            item = leader[item]
        return item

    for one, two in _same_values(everyone):
        if is_told_again(one, two, contexts, weights):
            first, second = sorted((root(one.id), root(two.id)))
            leader[second] = first
    held: dict[str, list[str]] = {}
    for item in sorted(leader):
        held.setdefault(root(item), []).append(item)
    moved: dict[str, str] = {}
    for items in held.values():
        places = [group_of[item] for item in items]
        if len(set(places)) > 1:
            chosen = min(
                set(places), key=lambda group: (-places.count(group), -len(groups[group]), group)
            )
            moved.update({item: chosen for item in items if group_of[item] != chosen})
    return moved


def _same_values(points: Sequence[SeriesPoint]) -> Iterator[tuple[SeriesPoint, SeriesPoint]]:
    """Pairs of points of other articles that name one value, each pair once."""
    by_value: dict[tuple[float, ...], list[SeriesPoint]] = {}
    for point in points:
        if point.part == "text":
            by_value.setdefault(_value(point), []).append(point)
    for value in sorted(by_value):
        yield from (
            pair for pair in combinations(by_value[value], 2) if pair[0].article != pair[1].article
        )


def _value(point: SeriesPoint) -> tuple[float, ...]:
    """The value that is named, two of a range: "about 65", "more than 65" and "65" name one."""
    return tuple(sorted({bound for bound in (point.low, point.high) if bound is not None}))


def is_told_again(
    one: SeriesPoint,
    two: SeriesPoint,
    contexts: Mapping[str, frozenset[str]],
    weights: StemWeights,
) -> bool:
    """Whether two points of one value and unit tell one number: of near days, both as so or both not yet, neither doubted,
    and in sentences that are alike enough."""
    if {one.nature, two.nature} & _UNREAL and one.nature != two.nature:
        return False
    if not can_both_hold(one, two) or not days_fit(
        day_range(one.as_of), day_range(two.as_of), NEAR_DAYS
    ):
        return False
    before = [
        point.sentence.words[: point.start - point.sentence.start][-BEFORE:] for point in (one, two)
    ]
    if any(_NOT_VOUCHED.search(words) for words in before):
        return False
    if bool(_LIMIT.search(one.sentence.words)) != bool(_LIMIT.search(two.sentence.words)):
        return False
    first, second = contexts[one.id], contexts[two.id]
    shared, least = len(first & second), _least_like(one)
    if shared >= MANY_SHARED and least < LIKE_SMALL:
        least = min(least, LIKE_MANY)
    return shared >= LEAST_SHARED and containment(first, second, weights) >= least


_UNREAL = frozenset({"planned", "projected"})


def _least_like(point: SeriesPoint) -> float:
    value = _value(point)
    if len(value) == 1 and abs(value[0]) < SMALL and value[0] == int(value[0]):
        return LIKE_SMALL
    digits = sum(len(f"{bound:.10g}".replace(".", "").strip("0")) for bound in value)
    return LEAST_LIKE.get(digits, LIKE_TELLING)
