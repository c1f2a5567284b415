"""How a number moved: what two points of a series allow, and which replaced which."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from ..lexicon.measures import measure_of
from ..model.claim import SeriesChange, SeriesPoint
from ..model.text import Citation
from .days import day_range
from .scenes import NOWHERE, TOLLS, Scene, is_part, is_toll, is_vague, one_scene
from .words import content_stems


def bounds(point: SeriesPoint) -> tuple[float, float]:
    """Lowest and highest value that the point allows, widened by what its approximator and its
    roundness allow: "about 100,000" and "100,000" (three zeros or more) reach 15 % either way, the
    rest nothing."""
    low = point.low if point.low is not None else float("-inf")
    high = point.high if point.high is not None else float("inf")
    if point.approximator or point.nature != "measured" or _is_round(point):
        margin = 0.15
        low = low - margin * abs(low) if low != float("-inf") else low
        high = high + margin * abs(high) if high != float("inf") else high
    return low, high


def counted_so_far(point: SeriesPoint) -> tuple[float, float]:
    """The bounds within which a count stood when it was told. "At least 41" allows any higher number, but 41 had
    been counted: with "53" a day later it has risen. A round one ("at least 40", "more than 100,000") reaches 15 %
    either way."""
    if (point.low is None) == (point.high is None):
        return bounds(point)
    value = point.low if point.low is not None else point.high
    assert value is not None
    margin = 0.15 * abs(value) if value % 10 == 0 or point.nature != "measured" else 0.0
    return value - margin, value + margin


def _is_round(point: SeriesPoint) -> bool:
    value = point.low if point.low is not None else point.high
    return value is not None and abs(value) >= 1000 and value % 1000 == 0


def can_both_hold(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether the bounds of two points overlap."""
    first, second = bounds(one), bounds(two)
    return first[0] <= second[1] and second[0] <= first[1]


SAME_CONTEXT = 0.25
"""Share of the lighter sentence's weight, without the number and its noun, that two sentences must
have in common for their numbers to be of one thing (read off pairs of the invented story)."""


LEAST_SHARED = 3
"""And at least so many stems."""


def contexts_of(points: Sequence[SeriesPoint]) -> dict[str, frozenset[str]]:
    """Point id -> stems of its sentence without those of the number itself and of what it counts."""
    return {
        point.id: _stems_beside(point.sentence.words, point.words, point.measured)
        for point in points
    }


def _stems_beside(words: str, number: str, measured: str | None) -> frozenset[str]:
    """The stems of words without those of a number in them and of what it counts."""
    return content_stems(words) - content_stems(number) - content_stems(measured or "")


def stretches_of(points: Sequence[SeriesPoint]) -> dict[str, frozenset[str]]:
    """Point id -> the same stems, of the part of its sentence that lies between the other numbers of these points: of
    "raise $10 billion by a bond and $20 billion by sales" each has its own."""
    beside: dict[tuple[str, str, int], set[tuple[int, int]]] = {}
    for point in points:
        at = (point.article, point.part, point.sentence.start)
        beside.setdefault(at, set()).add((point.start, point.end))
    found = {}
    for point in points:
        whole = point.sentence
        others = beside[point.article, point.part, whole.start]
        begin = max((end for _, end in others if end <= point.start), default=whole.start)
        stop = min((start for start, _ in others if start >= point.end), default=whole.end)
        own = whole.words[begin - whole.start : stop - whole.start]
        found[point.id] = _stems_beside(own, point.words, point.measured)
    return found


def same_context(
    one: SeriesPoint,
    two: SeriesPoint,
    contexts: Mapping[str, frozenset[str]],
    counts_on: Callable[[SeriesPoint, SeriesPoint], bool] = lambda one, two: False,
) -> bool:
    """Whether two numbers are told of one thing: the same sentence, or enough words in common; half as many
    where the later says that it updates a count (`counts_on`). What costs least is asked first."""
    if one.sentence.words == two.sentence.words:
        return True
    first, second = contexts[one.id], contexts[two.id]
    shared = len(first & second)
    lighter = min(len(first), len(second))
    if shared < LEAST_SHARED - 1 or shared < SAME_CONTEXT / 2 * lighter:
        return False
    if _counts_others(one) != _counts_others(two):
        return False
    if shared >= LEAST_SHARED and shared >= SAME_CONTEXT * lighter:
        return True
    return _same_stated_period(one, two) or counts_on(one, two)


_OTHERS = re.compile(r"\s*(?:more|other|others|additional|further)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|a further|an additional)\s*$", re.IGNORECASE)


def _counts_others(point: SeriesPoint) -> bool:
    """Whether a number counts those that come on top of others: "two more people"."""
    sentence = point.sentence
    before = sentence.words[: point.start - sentence.start]
    after = sentence.words[point.end - sentence.start :]
    return bool(_OTHERS.match(after) or _ANOTHER.search(before))


def _same_stated_period(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether both sentences name one period ("last week"): a time in common counts as a word. Days do
    not, since a day is also what a number without any time gets, that of publication."""
    days = day_range(one.as_of)
    return one.as_of == two.as_of and days is not None and (days[1] - days[0]).days > 2


_UPDATED = re.compile(
    r"\b(?:toll|so far|by now|(?:is|are|was|were|has|have) now|now (?:known|stands?|put|believed|confirmed)"
    r"|(?:rise|rises|rose|risen|climb|climbs|climbed|grows|grew|grown|jumps?|jumped|increased) to)\b",
    re.IGNORECASE,
)
"""How a sentence says that its number is the newest of a count that goes on (own list, news prose)."""


def counts_on(one: SeriesPoint, two: SeriesPoint, scenes: Mapping[str, Scene]) -> bool:
    """Whether the later number says of itself that it updates a count, and nothing says that the earlier one was
    counted elsewhere: the sentences do not name different towns."""
    here, there = (scenes.get(point.id, NOWHERE).towns for point in (one, two))
    return (not here or not there or bool(here & there)) and bool(
        _UPDATED.search(two.sentence.words)
    )


def changes_of(points: Sequence[SeriesPoint], scenes: Mapping[str, Scene]) -> list[SeriesChange]:
    """The changes that a sentence tells itself ("up from 30"), then from each measured point to the next
    later one that is told of the same thing and cannot be the same number. `points` are in the order of their
    days; `scenes` are those of the points, by id. Tolls are taken in the order in which they were told: all are of
    the day of the deed, and grow from one report to the next."""
    if len(points) == 1:
        return []
    changes = [_change(was, became) for was, became in told_changes(points)]
    contexts = contexts_of(points)
    known = [
        point
        for point in points
        if point.nature in ("measured", "estimated")
        and point.as_of
        and point.part == "text"
        and not is_vague(point)
    ]
    tolls = [point for point in known if is_toll(point)]
    others = [point for point in known if not is_toll(point)]
    tolls.sort(key=lambda point: (_told_on(point, scenes), point.as_of or "", point.id))

    def goes_on(one: SeriesPoint, two: SeriesPoint) -> bool:
        return counts_on(one, two, scenes)

    def is_one_count(one: SeriesPoint, two: SeriesPoint) -> bool:
        return same_context(one, two, contexts, goes_on)

    def is_one_toll(one: SeriesPoint, two: SeriesPoint) -> bool:
        return _is_one_toll(one, two, scenes, contexts) and is_one_count(one, two)

    pairs = [
        *_moves(others, [point.as_of or "" for point in others], is_one_count),
        *_moves(tolls, [_told_on(point, scenes) for point in tolls], is_one_toll),
    ]
    told = {(change.was, change.became) for change in changes}
    pairs = [
        (one, two)
        for one, two in pairs
        if (one.words, two.words) in told or not _tells_both(known, one, two)
    ]
    place_of = {point.id: place for place, point in enumerate(points)}
    pairs.sort(key=lambda pair: (place_of[pair[0].id], place_of[pair[1].id]))
    changes += [_change(one, two) for one, two in pairs]
    return list({(change.was, change.became): change for change in changes}.values())


def _tells_both(known: Sequence[SeriesPoint], one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether the report of one of two numbers has the other too: it knows them for two, of two sides or of a part and the
    whole, and not for one that moved."""
    return any(
        point.article == there.article and (point.low, point.high) == (here.low, here.high)
        for here, there in ((one, two), (two, one))
        for point in known
    )


def _told_on(point: SeriesPoint, scenes: Mapping[str, Scene]) -> str:
    """The day on which a number was told, else the one of which it is."""
    return scenes.get(point.id, NOWHERE).told_on or point.as_of or ""


def _moves(
    known: Sequence[SeriesPoint],
    days: Sequence[str],
    is_one: Callable[[SeriesPoint, SeriesPoint], bool],
) -> Iterator[tuple[SeriesPoint, SeriesPoint]]:
    """Each number with the first later one that is of the same thing and another number. `days` are those of `known`, in
    their order."""
    for one, later in _later_numbers(known, days):
        two = next((two for two in later if is_one(one, two)), None)
        if two is not None:
            yield one, two


def _later_numbers(
    known: Sequence[SeriesPoint], days: Sequence[str]
) -> Iterator[tuple[SeriesPoint, Iterator[SeriesPoint]]]:
    """Each point with those of later days that cannot be the same number and are of one size, in their order. That tells most
    pairs apart and is asked of all later points at once. The earlier count stood at what was told; the later one may be all
    that it allows: after 53, "at least 41" is no other number."""
    stood = np.array([counted_so_far(point) for point in known], dtype=float).reshape(-1, 2)
    allowed = np.array([bounds(point) for point in known], dtype=float).reshape(-1, 2)
    sizes = np.array([_size(point) or np.nan for point in known], dtype=float)
    for n, one in enumerate(known):
        start = bisect_right(days, days[n], n)
        low, high = allowed[start:].T
        other = (low > stood[n, 1]) | (stood[n, 0] > high)
        larger, smaller = np.maximum(sizes[start:], sizes[n]), np.minimum(sizes[start:], sizes[n])
        # Where a size is not known both are no numbers, and no comparison of them holds.
        places = np.flatnonzero(other & ~(larger > MOST_TIMES * smaller))
        yield one, (known[start + int(place)] for place in places)


MOST_TIMES = 4
"""How many times a count may be another one and still be the same count moved: more is a part of it, or
another thing."""


def of_one_size(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether two counts are near enough to be two counts of one thing, and not a part of it or another."""
    first, second = _size(one), _size(two)
    if not first or not second:
        return True
    return max(first, second) <= MOST_TIMES * min(first, second)


def _size(point: SeriesPoint) -> float | None:
    return point.low if point.low is not None else point.high


TOLL_GROWS_DAYS = 180
"""For how long a toll of one happening is counted on; what lies further apart, or is told of a whole year, are two."""


_REVISED = re.compile(
    r"\b(?:revised|corrected|lowered|reduced|scaled back|cut|downward|recount(?:ed)?|double[- ]count(?:ed|ing)?)\b",
    re.IGNORECASE,
)
"""How a sentence says that a count was too high (own list, news prose)."""


LIKE_TOLLS = 0.5
"""Share of the lighter sentence's stems that a toll of no place has in common with one of a place whose count it is."""


def _is_one_toll(
    one: SeriesPoint,
    two: SeriesPoint,
    scenes: Mapping[str, Scene],
    contexts: Mapping[str, frozenset[str]],
) -> bool:
    """Whether two tolls can be one count of one happening, place and group that has grown or was put right: neither a
    part of the other. Where only one names a place the other may be of more or of less: then it says that it goes
    on, or is told in much the same words."""
    if not _of_one_happening(one, two):
        return False
    in_part = is_part(one), is_part(two)
    if in_part[0] != in_part[1] or (in_part[0] and measure_of(one.measured or "") in TOLLS):
        # "Eight of the dead" and "two of the dead" do not say of themselves that they are the same part.
        return False
    here, there = (scenes.get(point.id, NOWHERE) for point in (one, two))
    if not one_scene(here, there):
        return False
    if here.is_placed != there.is_placed and not _UPDATED.search(two.sentence.words):
        first, second = contexts[one.id], contexts[two.id]
        if len(first & second) < LIKE_TOLLS * min(len(first), len(second)):
            return False
    return bounds(two)[0] > counted_so_far(one)[0] or bool(_REVISED.search(two.sentence.words))


def _of_one_happening(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether two tolls can be counts of one happening by their days."""
    spans = [day_range(point.as_of) for point in (one, two)]
    known = [span for span in spans if span is not None]
    if len(known) < 2 or any((last - first).days > TOLL_GROWS_DAYS for first, last in known):
        return False
    apart = max((known[1][0] - known[0][1]).days, (known[0][0] - known[1][1]).days)
    return apart <= TOLL_GROWS_DAYS


_FROM = re.compile(
    r"\b(?:up|down|rising|increase|rise|fall|drop|compared with)\s*(?:from|with)?\s*$"
    r"|\b(?:up|down|rose|fell|grew|grown|risen|fallen|raised|cut)\b[^.;]{0,40}\bfrom\s+(?:an? )?$",
    re.IGNORECASE,
)


def _change(was: SeriesPoint, became: SeriesPoint) -> SeriesChange:
    return SeriesChange(was=was.words, became=became.words, citations=(cite(was), cite(became)))


def told_changes(points: Sequence[SeriesPoint]) -> Iterator[tuple[SeriesPoint, SeriesPoint]]:
    """Two numbers of one sentence of which it says that the first is what the second was before."""
    by_sentence: dict[tuple[str, str, int, int], list[SeriesPoint]] = {}
    for point in points:
        at = point.sentence
        by_sentence.setdefault((at.article, at.part, at.start, at.end), []).append(point)
    for one in points:
        at = one.sentence
        for two in by_sentence[at.article, at.part, at.start, at.end]:
            if one.start >= two.start:
                continue
            between = one.sentence.words[
                one.end - one.sentence.start : two.start - two.sentence.start
            ]
            if _FROM.search(between) and not (one.low == two.low and one.high == two.high):
                yield two, one


def cite(point: SeriesPoint) -> Citation:
    """The citation of a point's words."""
    return Citation(
        start=point.start,
        end=point.end,
        words=point.words,
        part=point.part,
        article=point.article,
    )
