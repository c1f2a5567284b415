"""Which numbers of one noun and one owner are of one thing: those of one series."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import product

from ..model.claim import SeriesPoint
from .scenes import Scene
from .series_changes import (
    contexts_of,
    counted_so_far,
    counts_on,
    of_one_size,
    same_context,
    told_changes,
)
from .standing import UNSTATED_VOICE

Group = list[SeriesPoint]


def of_one_thing(points: Sequence[SeriesPoint], scenes: Mapping[str, Scene]) -> list[Group]:
    """The points, in their order, parted by what they are told of. One number told twice is taken for one thing; two numbers only
    where a sentence says that the one became the other, or where what is told around them is alike. A report that gives two
    numbers for one time, in one voice, knows them for two things. `scenes` are those of the points, by id."""
    if len(points) == 1:
        return [[*points]]
    groups = _joined(_by_number(points), _overlap)
    if len(groups) > 1:
        groups = _joined(groups, _Told(points, scenes).are_of_one_thing)
    place_of = {point.id: place for place, point in enumerate(points)}
    ordered = [sorted(group, key=lambda point: place_of[point.id]) for group in groups]
    return sorted(ordered, key=lambda group: place_of[group[0].id])


def _by_number(points: Sequence[SeriesPoint]) -> list[Group]:
    """The points, those of one number together; of equal numbers in one sentence ("14 states have banned it, 14 states sued")
    each is by itself."""
    found: dict[tuple[float, float, int], Group] = {}
    told: Counter[tuple[float, float, str, str, int]] = Counter()
    for point in points:
        stood = counted_so_far(point)
        place = (*stood, point.article, point.part, point.sentence.start)
        told[place] += 1
        found.setdefault((*stood, told[place]), []).append(point)
    return list(found.values())


def _overlap(group: Group, other: Group) -> bool:
    """Whether two groups, each of one number, tell the same one: "about 1,000" and "1,000", in two sentences."""
    one, two = group[0], other[0]
    return one.sentence != two.sentence and _are_one_number(one, two)


def _are_one_number(one: SeriesPoint, two: SeriesPoint) -> bool:
    (low, high), (least, most) = counted_so_far(one), counted_so_far(two)
    return low <= most and least <= high


def _joined(groups: Sequence[Group], are_one: Callable[[Group, Group], bool]) -> list[Group]:
    """The groups, each joined with the first before it that it is one with."""
    found: list[Group] = []
    for group in groups:
        before = next((other for other in found if are_one(other, group)), None)
        if before is None:
            found.append([*group])
        else:
            before.extend(group)
    return found


class _Told:
    """What is told around numbers."""

    def __init__(self, points: Sequence[SeriesPoint], scenes: Mapping[str, Scene]) -> None:
        self._scenes = scenes
        self._contexts = contexts_of(points)
        self._changed = {frozenset((was.id, became.id)) for was, became in told_changes(points)}

    def are_of_one_thing(self, group: Group, other: Group) -> bool:
        """Whether a number of each is told of one thing, and no report knows two of them for two."""
        if any(self._are_tied(one, two) for one, two in _of_one_report(group, other)):
            return True
        distinct = product(_worded(group), _worded(other))
        if not any(self._are_alike(one, two) for one, two in distinct):
            return False
        return all(
            one.as_of != two.as_of or _overlap([one], [two])
            for one, two in _of_one_report(group, other)
        )

    def _are_tied(self, one: SeriesPoint, two: SeriesPoint) -> bool:
        return frozenset((one.id, two.id)) in self._changed or _are_sides(one, two)

    def _are_alike(self, one: SeriesPoint, two: SeriesPoint) -> bool:
        return of_one_size(one, two) and same_context(one, two, self._contexts, self._goes_on)

    def _goes_on(self, one: SeriesPoint, two: SeriesPoint) -> bool:
        return counts_on(one, two, self._scenes)


def _of_one_report(group: Group, other: Group) -> list[tuple[SeriesPoint, SeriesPoint]]:
    """The pairs of points of two groups that one report tells."""
    told: dict[str, Group] = {}
    for point in other:
        told.setdefault(point.article, []).append(point)
    return [(one, two) for one in group for two in told.get(one.article, ())]


def _worded(group: Group) -> list[SeriesPoint]:
    """One point of each sentence that is word for word the same."""
    return list({point.sentence.words: point for point in reversed(group)}.values())


BESIDE = 300
"""Code points between two numbers of one report that two sides give side by side."""


def _are_sides(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether two voices that are named give two numbers of one report side by side."""
    voices = {one.voice.id, two.voice.id} - {UNSTATED_VOICE.id}
    return len(voices) == 2 and abs(one.start - two.start) <= BESIDE
