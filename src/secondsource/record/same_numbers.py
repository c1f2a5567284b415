"""Which numbers of a series are one number told again, and so reports of one claim."""

from collections.abc import Mapping, Sequence

from ..lexicon.measures import measure_of
from ..lexicon.stems import stem
from ..model.claim import Series, SeriesPoint
from .days import day_range, days_fit
from .scenes import TOLLS, is_part, is_vague, names_in
from .series_changes import can_both_hold, contexts_of, same_context


def points_of_claims(line: Series) -> list[list[SeriesPoint]]:
    """The points of a series, those together that say the same number of the same time: they are
    reports of one claim. A point is held against the groups that begin with one of its own bounds."""
    if len(line.points) == 1:
        return [[*line.points]]
    groups: list[list[SeriesPoint]] = []
    unlike: list[
        list[SeriesPoint]
    ] = []  # of each group, one of all that are word for word the same
    place_of: dict[tuple[object, ...], int] = {}
    by_bound: dict[float | None, list[int]] = {}
    contexts = contexts_of(line.points)
    for point in line.points:
        if (known := place_of.get(wording_of(point))) is not None:
            groups[known].append(point)
            continue
        bounds = {point.low, point.high} - {None}
        for n in sorted({n for bound in bounds for n in by_bound.get(bound, ())}):
            told = unlike[n]
            if not all(_same_number(point, other) for other in told) or not tolls_fit(point, told):
                continue
            if is_one_toll(point, told, contexts) or all(
                is_telling(point, other, line)
                or is_large(point, other)
                or same_context(point, other, contexts)
                for other in told
            ):
                place = n
                break
        else:
            place = len(groups)
            for bound in bounds:
                by_bound.setdefault(bound, []).append(place)
            groups.append([])
            unlike.append([])
        groups[place].append(point)
        unlike[place].append(point)
        place_of[wording_of(point)] = place
    return groups


def wording_of(point: SeriesPoint) -> tuple[object, ...]:
    """All that is compared of a number: copies of one sentence, of one day, have it in common."""
    at = point.start - point.sentence.start
    return (
        point.low,
        point.high,
        point.approximator,
        point.measured,
        point.nature,
        point.as_of,
        at,
        point.sentence.words,
    )


LEAST_OF_ONE_TOLL = 2
"""Stems in common, besides those of dying itself, by which one number of dead or hurt within days is known again: reports of
one happening tell of its toll in many words."""

_DYING = frozenset(
    map(
        stem,
        "die died dead death kill killed people person toll victim injured wounded hurt missing".split(),
    )
)


def tolls_fit(point: SeriesPoint, group: Sequence[SeriesPoint]) -> bool:
    """Whether nothing speaks against a number of dead, hurt or missing being that of a group of like ones: all are of a part or
    none is, and there is a name in common wherever both name anything. Numbers of other things always fit."""
    if measure_of(point.measured or "") not in TOLLS:
        return True
    names, told = names_in(point), frozenset[str]().union(*map(names_in, group))
    of_like_part = all(is_part(point) == is_part(other) for other in group)
    return of_like_part and (not names or not told or bool(names & told))


def is_one_toll(
    point: SeriesPoint, group: Sequence[SeriesPoint], contexts: Mapping[str, frozenset[str]]
) -> bool:
    """Whether a number of dead, hurt or missing is told in words of one of a group of like ones that it fits."""
    if measure_of(point.measured or "") not in TOLLS or is_vague(point):
        return False
    words = contexts[point.id] - _DYING
    return any(len(words & contexts[other.id]) >= LEAST_OF_ONE_TOLL for other in group)


LEAST_TELLING = 11
"""Smaller numbers are met by chance; an exact one from here on, of one owner and within days, is not."""


def is_telling(one: SeriesPoint, two: SeriesPoint, line: Series) -> bool:
    """Whether one exact number is enough to know a count again in other words: "118 Kenyan crew members"
    of one week is one count."""
    return (
        line.of is not None
        and line.unit is None
        and one.low is not None
        and (one.low, one.high) == (two.low, two.high)
        and one.low == one.high
        and one.low >= LEAST_TELLING
        and one.low % 100 != 0
    )


LEAST_LARGE = 10_000
"""From here on the same bounds in one series, of one owner and within days, are one count told again, if they
are exact to three digits: round ones ("$1 billion", "thousands") are met by chance."""


def is_large(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether both give the same bounds of a large number that is not round ("14,800 barrels")."""
    value = one.low if one.low is not None else one.high
    return (
        (one.low, one.high) == (two.low, two.high)
        and value is not None
        and value >= LEAST_LARGE
        and len(f"{value:.0f}".rstrip("0")) > 2
    )


def _same_number(one: SeriesPoint, two: SeriesPoint) -> bool:
    """The same bounds for overlapping times, both real or both not yet so."""
    if (one.nature == "planned", one.nature == "projected") != (
        two.nature == "planned",
        two.nature == "projected",
    ):
        return False
    return (
        _share_a_bound(one, two)
        and can_both_hold(one, two)
        and days_fit(day_range(one.as_of), day_range(two.as_of), slack_days=7)
    )


def _is_range(point: SeriesPoint) -> bool:
    return point.low is not None and point.high is not None and point.low != point.high


def _share_a_bound(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether one bound is the same in both; neither end of a range is the number that it allows. The most that one allows is not the least that the other
    does: "50,000 to 100,000" and "more than 100,000" say two things."""
    exact = one.low == one.high or two.low == two.high
    if exact and any(_is_range(point) for point in (one, two)):
        return False
    pairs = [(one.low, two.low), (one.high, two.high)]
    if exact:
        pairs += [(one.low, two.high), (one.high, two.low)]
    return any(first is not None and first == second for first, second in pairs)
