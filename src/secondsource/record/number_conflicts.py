"""Conflicts between numbers: two of one thing and time that cannot both hold, and tolls that fall."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from ..lexicon.measures import measure_of
from ..model.claim import Conflict, Series, SeriesPoint, StoryEvent
from ..model.event import REAL
from .claims import figure_claim_id, points_of_claims
from .days import span_of_days
from .event_conflicts import conflict
from .series_changes import TOLLS, can_both_hold, of_one_size, same_context, stretches_of
from .utterances import day_range, days_fit
from .words import words_of


def number_conflicts(
    series: tuple[Series, ...], events: tuple[StoryEvent, ...]
) -> Iterator[Conflict]:
    """Two numbers of one thing and time that cannot both hold, and tolls that fall."""
    of_event = _numbers_of_events(series, events)
    for line in series:
        if line.measured is None or (line.measured == "age" and not _is_of_somebody(line)):
            continue
        real = [
            point
            for point in line.points
            if point.nature in ("measured", "estimated") and point.part == "text"
        ]
        # Where a sentence holds several ("20 in the north, 40 in the south"), each has its own words.
        contexts = stretches_of(real)
        claim_of = {
            point.id: figure_claim_id(group) for group in points_of_claims(line) for point in group
        }
        seen: set[tuple[str, ...]] = set()
        for one, two in _pairs_of_like_time(real, measure_of(line.measured) in TOLLS):
            numbers = tuple(sorted((one.words.lower(), two.words.lower())))
            if numbers in seen or not _numbers_conflict(one, two, line, contexts, of_event):
                continue
            seen.add(numbers)
            yield conflict(
                "number",
                sorted({claim_of[one.id], claim_of[two.id]}),
                [one.sentence, two.sentence],
                f"{one.words} {one.measured} or {two.words} {two.measured}:"
                " told of the same thing and time",
            )


def _is_of_somebody(line: Series) -> bool:
    """Whether a series is of somebody with a name: a man and another man each have an age of their own."""
    return any(word[:1].isupper() for word in (line.of or "").split())


def _pairs_of_like_time(
    points: Sequence[SeriesPoint], is_toll: bool
) -> Iterator[tuple[SeriesPoint, SeriesPoint]]:
    """The pairs of a series, in its order, whose times let them conflict: days that overlap, for tolls
    days that come near or are not known."""
    slack = timedelta(days=TOLL_DAYS if is_toll else 0)
    # A toll of 1921 is not one of this week: years and months have their days here too.
    days = [span_of_days(point.as_of) for point in points]
    dated = [(n, span) for n, span in enumerate(days) if span is not None]
    undated = [n for n, span in enumerate(days) if span is None]
    # The points of a series are sorted by the beginning of their time.
    begins = [span[0] for _, span in dated]
    position = {n: place for place, (n, _) in enumerate(dated)}
    for n, span in enumerate(days):
        if span is not None:
            near = bisect_right(begins, span[1] + slack, lo=position[n])
            others = [m for m, _ in dated[position[n] + 1 : near]]
            if is_toll:
                others = sorted(others + undated[bisect_right(undated, n) :])
        else:
            others = list(range(n + 1, len(points))) if is_toll else []
        for m in others:
            yield points[n], points[m]


def _numbers_conflict(
    one: SeriesPoint,
    two: SeriesPoint,
    line: Series,
    contexts: dict[str, frozenset[str]],
    of_event: Mapping[str, set[str]],
) -> bool:
    """Whether two numbers of one series, from two newsrooms, cannot well both hold: told of the same
    thing and time, or a toll that falls."""
    if one.article == two.article or one.newsroom == two.newsroom or can_both_hold(one, two):
        return False
    if not of_one_size(one, two):
        return False
    if measure_of(line.measured or "") in TOLLS and _falls(one, two):
        return True
    return _same_moment(one, two) and (
        same_context(one, two, contexts)
        or bool(of_event.get(one.id, set()) & of_event.get(two.id, set()))
    )


def _numbers_of_events(
    series: tuple[Series, ...], events: tuple[StoryEvent, ...]
) -> dict[str, set[str]]:
    """Id of a point -> the events that happened to what it counts: "three were arrested" counts those of the arrest."""
    at: dict[tuple[str, str, int], list[tuple[str, set[str]]]] = {}
    for event in events:
        for mention in event.mentions if len(event.mentions) > 1 else ():
            if mention.status in REAL:
                measures = {measure_of(word.lower()) for word in words_of(mention.words)}
                place = (mention.article, mention.part, mention.sentence.start)
                at.setdefault(place, []).append((event.id, measures))
    found: dict[str, set[str]] = {}
    for line in series:
        for point in line.points:
            for event_id, measures in at.get((point.article, point.part, point.sentence.start), ()):
                if measure_of(point.measured or "") in measures:
                    found.setdefault(point.id, set()).add(event_id)
    return found


TOLL_DAYS = 3
"""How many days apart two tolls of one happening are still told of."""


def _falls(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether the later of two tolls, a few days apart, is the lower one: then one of them is wrong or
    counts something else."""
    first, second = sorted((one, two), key=lambda point: (point.as_of or "", point.id))
    days = [day_range(point.as_of) for point in (first, second)]
    if any(span is None and point.as_of for span, point in zip(days, (first, second), strict=True)):
        # Of a whole year or month nobody can say whether it was told before the other.
        return False
    if first.low is None or second.high is None or not days_fit(days[0], days[1], TOLL_DAYS):
        return False
    return second.high < first.low


def _same_moment(one: SeriesPoint, two: SeriesPoint) -> bool:
    first, second = day_range(one.as_of), day_range(two.as_of)
    return first is not None and second is not None and days_fit(first, second)
