"""Conflicts between numbers: two of one thing and time that cannot both hold, and tolls that fall."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from ..lexicon.measures import measure_of
from ..model.claim import Conflict, Series, SeriesPoint, StoryEvent
from ..model.event import REAL
from ..model.reading import Reading
from .claims import figure_claim_id
from .days import day_range, days_fit, span_of_days
from .event_conflicts import conflict
from .same_numbers import points_of_claims, wording_of
from .scenes import (
    NOWHERE,
    TOLLS,
    Scene,
    is_part,
    is_summand,
    is_toll,
    is_vague,
    names_in,
    one_scene,
    scenes_of,
)
from .series_changes import (
    can_both_hold,
    counted_so_far,
    of_one_size,
    same_context,
    stretches_of,
)
from .words import words_of


def number_conflicts(
    series: tuple[Series, ...], events: tuple[StoryEvent, ...], readings: Sequence[Reading]
) -> Iterator[Conflict]:
    """Two numbers of one thing and time that cannot both hold, and tolls that fall."""
    scenes = {id: scene for reading in readings for id, scene in scenes_of(reading).items()}
    guessed = _guessed_days(readings)
    of_event = _numbers_of_events(series, events)
    for line in series:
        if line.measured is None or (line.measured == "age" and not _is_of_somebody(line)):
            continue
        real = [
            point
            for point in line.points
            if point.nature in ("measured", "estimated") and point.part == "text"
            if point.as_of is None or guessed.get(point.article) != point.as_of
        ]
        real = _two_newsrooms_each(real)
        if len(real) < 2:
            continue
        # Where a sentence holds several ("20 in the north, 40 in the south"), each has its own words.
        contexts = stretches_of(real)
        claim_of: dict[str, str] = {}
        told_in: dict[str, set[str]] = {}
        for point in real:
            told_in.setdefault(point.article, set()).add(point.words)
        seen: set[tuple[str, ...]] = set()
        for one, two in _pairs_of_like_time(real, measure_of(line.measured) in TOLLS):
            numbers = tuple(sorted((one.words.lower(), two.words.lower())))
            if numbers in seen or not _numbers_conflict(
                one, two, line, contexts, of_event, told_in, scenes
            ):
                continue
            seen.add(numbers)
            claim_of = claim_of or _claims_of_points(line)
            yield conflict(
                "number",
                sorted({claim_of[one.id], claim_of[two.id]}),
                [one.sentence, two.sentence],
                f"{one.words} {one.measured} or {two.words} {two.measured}:"
                " told of the same thing and time",
            )


def _guessed_days(readings: Sequence[Reading]) -> dict[str, str]:
    """Id of an article of which only some days are known between which it came out -> these: what is told as of them is of no
    known time."""
    return {
        reading.article.id: day.value
        for reading in readings
        if (day := reading.article.published) is not None and day.earliest != day.latest
    }


def _claims_of_points(line: Series) -> dict[str, str]:
    """Id of each point -> id of the claim that it reports."""
    return {point.id: figure_claim_id(group) for group in points_of_claims(line) for point in group}


def _two_newsrooms_each(points: Sequence[SeriesPoint]) -> list[SeriesPoint]:
    """The points, of those that are word for word the same only the first of each of two newsrooms: more quarrel with nobody
    with whom these do not."""
    found: list[SeriesPoint] = []
    newsrooms: dict[tuple[object, ...], set[str]] = {}
    for point in points:
        of_wording = newsrooms.setdefault(wording_of(point), set())
        if len(of_wording) < 2 and point.newsroom.id not in of_wording:
            of_wording.add(point.newsroom.id)
            found.append(point)
    return found


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
    told_in: Mapping[str, set[str]],
    scenes: Mapping[str, Scene],
) -> bool:
    """Whether two numbers of one series, from two newsrooms, cannot well both hold: told of the same
    thing and time, or a toll that falls."""
    if one.article == two.article or one.newsroom == two.newsroom or can_both_hold(one, two):
        return False
    if not of_one_size(one, two) or not are_counts_of_one_kind(one, two):
        return False
    if two.words in told_in.get(one.article, ()) or one.words in told_in.get(two.article, ()):
        # Who tells both numbers knows them for two: of two days, or of a part and the whole.
        return False
    if is_toll(one) and is_toll(two) and not _are_tolls_of_one(one, two, scenes):
        return False
    counts_victims = measure_of(line.measured or "") in TOLLS
    least = LEAST_OF_TOLLS if counts_victims else LEAST_SHARED
    share = LIKE_GENERAL if line.measured in _GENERAL else LIKE_TELLING
    first, second = contexts[one.id], contexts[two.id]
    alike = _share_names(one, two) and len(first & second) >= max(
        least, share * min(len(first), len(second))
    )
    if counts_victims and _falls(one, two):
        return alike
    of_one_event = bool(of_event.get(one.id, set()) & of_event.get(two.id, set()))
    return _same_moment(one, two) and (
        alike or of_one_event or (_is_period(one) and same_context(one, two, contexts))
    )


def _are_tolls_of_one(one: SeriesPoint, two: SeriesPoint, scenes: Mapping[str, Scene]) -> bool:
    """Whether two tolls that differ can quarrel: of one place and the same people, both in numbers, neither a part of the
    other, and not told later and higher, as a toll grows while more becomes known."""
    if is_vague(one) or is_vague(two) or is_part(one) != is_part(two):
        return False
    if is_summand(one) or is_summand(two):
        return False
    here, there = (scenes.get(point.id, NOWHERE) for point in (one, two))
    if not one_scene(here, there):
        return False
    if here.told_on is None or there.told_on is None:
        return False  # of different years, perhaps
    if here.told_on == there.told_on:
        return True
    first, second = (one, two) if here.told_on < there.told_on else (two, one)
    return counted_so_far(second)[1] < counted_so_far(first)[0]


LIKE_TELLING = 0.4
LEAST_SHARED = 4
LEAST_OF_TOLLS = 3
"""Share of the shorter stretch's stems, and how many at least, that two numbers of one thing have in common: a story
has many numbers of one kind, and a wrong conflict contests two sound lines. Tolls are told in fewer words."""


_GENERAL = frozenset({"distance", "duration", "amount", "price", "cost", "length", "size", "value"})
LIKE_GENERAL = 0.7
"""Measures that do not say what is measured, and the share for these: a report has many distances and sums."""


def are_counts_of_one_kind(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether two numbers can be of one count: as sure, of the same part, and neither doubted or
    outdated by its words."""
    if of_other_years(one, two) or _is_whole(one) != _is_whole(two):
        return False
    if _counted_as(one) != _counted_as(two) or _BATCH in (*_counted_as(one), *_counted_as(two)):
        return False
    return not any(_DOUBTED.search(_before(point)) for point in (one, two))


_OF_WHICH = re.compile(
    r"\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|half|most|many|some|none|each) of (?:the|its|his|her|their|those|these) $",
    re.IGNORECASE,
)


def _is_whole(point: SeriesPoint) -> bool:
    """Whether a number is of the whole of which a part is told: "23 of its 29 delegates"."""
    return bool(_OF_WHICH.search(_before(point)))


_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d)\b[^.;:]*$")


def of_other_years(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether the year last named before one of them in its sentence is not the other's: "a 2019 fire that killed nine"."""
    named = [
        _YEAR_BEFORE.search(point.sentence.words[: point.start - point.sentence.start])
        for point in (one, two)
    ]
    first, second = (
        found[1] if found else (point.as_of or "")[:4]
        for found, point in zip(named, (one, two), strict=True)
    )
    return any(named) and first != second


def _share_names(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether the sentences of two numbers have most of the names of the one with fewer names in common."""
    names = [names_in(point) for point in (one, two)]
    fewer = min(map(len, names))
    return not fewer or len(names[0] & names[1]) > fewer / 2


_DOUBTED = re.compile(
    r"\b(?:not|never|earlier|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|at that (?:stage|time|point)|by then|had been)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_BATCH = "more"
_LEVEL = re.compile(r"\bto (?:just |only |about |some |almost |nearly )?$", re.IGNORECASE)
"""What came "to two" is at a level, and not so much up or down."""


def _before(point: SeriesPoint) -> str:
    return point.sentence.words[: point.start - point.sentence.start][-60:]


_COUNTED_AS = re.compile(
    r"\b(?:(?P<sure>confirmed|verified|known to)|(?P<unsure>suspected|probable|possible|likely|presumed|feared|potential|suspect)"
    r"|(?P<batch>(?<!no )more(?! than)|others?|another|new|further|additional|extra)|(?P<part>women|men|children|dolphins?|turtles?|birds?"
    r"|per|an hour|a day|each|daily|weekly|record|previous(?:ly)?|earlier|initial(?:ly)?|original(?:ly)?|target|remaining))\b",
    re.IGNORECASE,
)
"""Words beside a number that say how sure it is and of which part it is: numbers with others of them are of other things."""

BESIDE = 40


def _counted_as(point: SeriesPoint) -> frozenset[str]:
    """The words of `_COUNTED_AS` beside a number and in what it counts, which may stand further off: "sure" and "unsure" for all of their kind, each other one for itself."""
    sentence = point.sentence
    begin, end = point.start - sentence.start, point.end - sentence.start
    beside = sentence.words[max(0, begin - BESIDE) : end + BESIDE]
    level = {"to"} if _LEVEL.search(beside[: begin - max(0, begin - BESIDE)]) else set()
    return frozenset(level) | frozenset(
        _BATCH
        if found.lastgroup == "batch"
        else found.lastgroup
        if found.lastgroup in ("sure", "unsure")
        else found[0].casefold()
        for found in _COUNTED_AS.finditer(f"{beside} {point.measured or ''}")
        if found.lastgroup is not None
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
    """Whether both are told of the same days: one day, or one period that both name."""
    return day_range(one.as_of) is not None and day_range(one.as_of) == day_range(two.as_of)


def _is_period(point: SeriesPoint) -> bool:
    """Whether a number is of a stretch of days that its sentence names, and not of the day on which it was printed."""
    days = day_range(point.as_of)
    return days is not None and (days[1] - days[0]).days > 2
