"""Conflicts: what cannot both hold, with both sides and the reason.

Nothing is averaged and nothing wins by being newer. Numbers are tolerant of rounding, approximators
and different times; a later time is a change, not a conflict.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, product

import msgspec

from ..lexicon.measures import measure_of
from ..lexicon.stems import stem
from ..model.claim import (
    Claim,
    Conflict,
    Flag,
    Report,
    Series,
    SeriesPoint,
    StoryEvent,
    Utterance,
)
from ..model.event import REAL
from ..model.text import Citation
from ..model.value import identifier
from .actors import Actors
from .claims import figure_claim_id, points_of_claims
from .event_conflicts import event_conflicts
from .evidence import Evidence
from .sentences import sentence_at
from .series_changes import can_both_hold, contexts_of, same_context
from .utterances import day_range, days_fit
from .words import content_stems, differing_words, words_of

UNREAL_SIDE = frozenset({"negated", "denied"})
"""Statuses that say: it was not so."""


def find_conflicts(
    claims: tuple[Claim, ...],
    utterances: tuple[Utterance, ...],
    events: tuple[StoryEvent, ...],
    series: tuple[Series, ...],
    actors: Actors,
    evidence: Evidence,
) -> tuple[Conflict, ...]:
    """All conflicts, sorted by id."""
    by_about: dict[str, list[Claim]] = {}
    for claim in claims:
        by_about.setdefault(claim.about, []).append(claim)
    found = [
        *_number_conflicts(series),
        *_wording_conflicts(utterances, by_about),
        *_event_conflicts(events, by_about, evidence),
        *event_conflicts(events, by_about, evidence),
        *_role_conflicts(actors, evidence),
    ]
    return tuple(sorted({item.id: item for item in found}.values(), key=lambda item: item.id))


def flagged(
    claims: tuple[Claim, ...], conflicts: tuple[Conflict, ...], events: tuple[StoryEvent, ...]
) -> tuple[Claim, ...]:
    """The claims with their flags: contested where an independent report cannot also be true, denied
    where an event is denied by somebody concerned."""
    by_id = {claim.id: claim for claim in claims}
    event_by_id = {event.id: event for event in events}
    flags: dict[str, set[Flag]] = {claim.id: set(claim.standing.flags) for claim in claims}
    for conflict in conflicts:
        known = [by_id[claim] for claim in conflict.claims if claim in by_id]
        for one, two in combinations(known, 2):
            if one.id != two.id and _independent(one.reports, two.reports):
                flags[one.id].add("contested")
                flags[two.id].add("contested")
            if conflict.kind == "polarity":
                for claim, other in ((one, two), (two, one)):
                    event = event_by_id.get(other.about)
                    if event is not None and event.status == "denied":
                        flags[claim.id].add("denied")
    return tuple(
        msgspec.structs.replace(
            claim,
            standing=msgspec.structs.replace(claim.standing, flags=tuple(sorted(flags[claim.id]))),
        )
        for claim in claims
    )


def _independent(one: tuple[Report, ...], two: tuple[Report, ...]) -> bool:
    """Whether the two sides rest on different newsrooms or on different voices."""
    return {report.newsroom.id for report in one} != {report.newsroom.id for report in two} or {
        report.voice.id for report in one
    } != {report.voice.id for report in two}


def _conflict(kind: str, claims: list[str], sides: list[Citation], reason: str) -> Conflict:
    return Conflict(
        id=identifier("conflict", kind, *sorted(claims), *(side.words for side in sides)),
        kind=kind,  # type: ignore[arg-type]
        claims=tuple(claims),
        sides=tuple(sides),
        reason=reason,
    )


def _number_conflicts(series: tuple[Series, ...]) -> Iterator[Conflict]:
    for line in series:
        if line.measured is None:
            continue
        real = [
            point
            for point in line.points
            if point.nature in ("measured", "estimated") and point.part == "text"
        ]
        contexts = contexts_of(real)
        claim_of = {
            point.id: figure_claim_id(group) for group in points_of_claims(line) for point in group
        }
        seen: set[tuple[str, ...]] = set()
        for one, two in _pairs_of_like_time(real, measure_of(line.measured) in TOLLS):
            numbers = tuple(sorted((one.words.lower(), two.words.lower())))
            if numbers in seen or not _numbers_conflict(one, two, line, contexts):
                continue
            seen.add(numbers)
            yield _conflict(
                "number",
                sorted({claim_of[one.id], claim_of[two.id]}),
                [one.sentence, two.sentence],
                f"{one.words} {one.measured} or {two.words} {two.measured}:"
                " told of the same thing and time",
            )


def _pairs_of_like_time(
    points: Sequence[SeriesPoint], is_toll: bool
) -> Iterator[tuple[SeriesPoint, SeriesPoint]]:
    """The pairs of a series, in its order, whose times let them conflict: days that overlap, for tolls
    days that come near or are not known."""
    slack = timedelta(days=TOLL_DAYS if is_toll else 0)
    days = [day_range(point.as_of) for point in points]
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
    one: SeriesPoint, two: SeriesPoint, line: Series, contexts: dict[str, frozenset[str]]
) -> bool:
    """Whether two numbers of one series, from two newsrooms, cannot well both hold: told of the same
    thing and time, or a toll that falls."""
    if one.article == two.article or one.newsroom == two.newsroom or can_both_hold(one, two):
        return False
    if measure_of(line.measured or "") in TOLLS and _falls(one, two):
        return True
    return _same_moment(one, two) and same_context(one, two, contexts)


TOLLS = frozenset({"killed", "wounded", "missing"})
"""Counts of what happened to people, which can grow as more becomes known but not fall."""

TOLL_DAYS = 3
"""How many days apart two tolls of one happening are still told of."""


def _falls(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether the later of two tolls, a few days apart, is the lower one: then one of them is wrong or
    counts something else."""
    first, second = sorted((one, two), key=lambda point: (point.as_of or "", point.id))
    days = [day_range(point.as_of) for point in (first, second)]
    if first.low is None or second.high is None or not days_fit(days[0], days[1], TOLL_DAYS):
        return False
    return second.high < first.low


def _same_moment(one: SeriesPoint, two: SeriesPoint) -> bool:
    first, second = day_range(one.as_of), day_range(two.as_of)
    return first is not None and second is not None and days_fit(first, second)


def _wording_conflicts(
    utterances: tuple[Utterance, ...], by_about: dict[str, list[Claim]]
) -> Iterator[Conflict]:
    for utterance in utterances:
        for other in utterance.wordings:
            if other.relation != "altered" or other.of is None:
                continue
            sides = [
                Citation(
                    article=reported.article,
                    part=reported.part,
                    start=reported.start,
                    end=reported.end,
                    words=reported.words,
                )
                for words, articles in ((other.of, None), (other.words, other.articles))
                for reported in utterance.statements
                if words in reported.words and (articles is None or reported.article in articles)
            ]
            pairs = "; ".join(
                f"“{was}” or “{became}”"
                for was, became in differing_words(other.of, other.words)[:4]
            )
            yield _conflict(
                "wording",
                [claim.id for claim in by_about.get(utterance.id, ())],
                sides,
                f"one quotation in two wordings: {pairs}",
            )


def _event_conflicts(
    events: tuple[StoryEvent, ...], by_about: dict[str, list[Claim]], evidence: Evidence
) -> Iterator[Conflict]:
    """Polarity: real on one side, negated or denied on the other."""
    blocks: dict[str, list[StoryEvent]] = {}
    for event in events:
        for trigger in sorted(_triggers(event)) if event.event_type in PHYSICAL else ():
            blocks.setdefault(f"{event.event_type} {trigger}", []).append(event)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        unreal = [event for event in blocks[key] if event.status in UNREAL_SIDE]
        others = [event for event in blocks[key] if event.status not in UNREAL_SIDE]
        # What is denied is little; all else is held against that alone.
        for pair in product(unreal, others):
            one, two = sorted(pair, key=lambda event: event.id)
            if (one.id, two.id) in seen:
                continue
            seen.add((one.id, two.id))
            if _contradict(one, two, evidence):
                yield _conflict(
                    "polarity",
                    [claim.id for event in (one, two) for claim in by_about.get(event.id, ())],
                    [one.mentions[0].sentence, two.mentions[0].sentence],
                    "reported as so by one and as not so by the other",
                )


def _contradict(one: StoryEvent, two: StoryEvent, evidence: Evidence) -> bool:
    """Whether one says that it was so and the other that it was not: the same trigger, sides that can
    be the same, times that can be the same."""
    statuses = {one.status, two.status}
    if not (statuses & REAL or "alleged" in statuses) or not statuses & UNREAL_SIDE:
        return False
    for side in ("sources", "targets"):
        first, second = ({actor.id for actor in getattr(event, side)} for event in (one, two))
        if first and second and not first & second:
            return False
    if one.event_type not in PHYSICAL or not _triggers(one) & _triggers(two):
        return False
    if any(_is_of_the_future(event) for event in (one, two) if event.status in UNREAL_SIDE):
        return False
    shared = {actor.id for actor in (*one.sources, *one.targets)} & {
        actor.id for actor in (*two.sources, *two.targets)
    }
    if not shared and not content_stems(one.object or "") & content_stems(two.object or ""):
        return False
    return days_fit(_days_around(one, evidence), _days_around(two, evidence))


PHYSICAL = frozenset({"assault", "coerce", "mobilize", "retreat", "sanction", "aid"})
"""Types of deeds, of which it can be asked whether they were done; of words there are always more."""

_FUTURE = re.compile(r"\b(?:will|would|shall|won['’]t)\b[^.;]{0,25}$", re.IGNORECASE)


def _is_of_the_future(event: StoryEvent) -> bool:
    """Whether what is negated is only said not to come: "no boat will be taken" denies no deed."""
    return all(
        _FUTURE.search(mention.sentence.words[: mention.start - mention.sentence.start])
        for mention in event.mentions
    )


UNDATED_REACH = timedelta(days=21)
"""How long before an article came out what it tells without a date may have been."""


def _days_around(event: StoryEvent, evidence: Evidence) -> tuple[date, date] | None:
    """The days of an event; for an undated one those before its articles came out."""
    if event.time is not None:
        value = event.time.value
        return day_range(value) or day_range(_whole(value))
    days = [
        published
        for mention in event.mentions
        if (published := evidence.articles[mention.article].published) is not None
    ]
    if not days:
        return None
    first = min(date.fromisoformat(item.earliest) for item in days)
    return first - UNDATED_REACH, max(date.fromisoformat(item.latest) for item in days)


def _whole(value: str) -> str:
    """A month or year as an interval of days."""
    if len(value) == 7:
        return f"{value}-01/{value}-28"
    return f"{value[:4]}-01-01/{value[:4]}-12-31"


def _triggers(event: StoryEvent) -> set[str]:
    """Stems of the words that tell of the event."""
    return {stem(word) for mention in event.mentions for word in words_of(mention.words)}


def _role_conflicts(actors: Actors, evidence: Evidence) -> Iterator[Conflict]:
    """Two articles of the same days that give one person two offices of which one excludes the other.
    Only titles that name an office (they start with a capital letter) are held against each other."""
    for actor in actors.actors:
        if actor.kind != "person":
            continue
        seen: set[frozenset[str | None]] = set()
        current = [role for role in actor.roles if not role.former and is_office(role.role)]
        for one, two in combinations(current, 2):
            offices = frozenset((office_of(one.role), office_of(two.role)))
            if offices in seen or not offices_exclude(one.role, two.role):
                continue
            first, second = (
                sentence_at(evidence.reading_of[cited.article], cited)
                for cited in (one.citations[0], two.citations[0])
            )
            if {cited.article for cited in one.citations} & {
                cited.article for cited in two.citations
            }:
                continue
            seen.add(offices)
            yield _conflict(
                "role",
                [],
                [first, second],
                f"{actor.name} is called {one.role} by one and {two.role} by the other",
            )


OFFICES = (
    "president",
    "prime minister",
    "chancellor",
    "secretary of state",
    "ambassador",
    "governor",
    "mayor",
    "king",
    "queen",
)
"""Offices of which one person holds one at a time."""


def is_office(role: str) -> bool:
    """Whether a title names one of `OFFICES`."""
    return office_of(role) is not None


def office_of(role: str) -> str | None:
    """The office in a title: a ministry's ("fisheries minister"), else the longest of `OFFICES` that
    the title ends with; None for any other title."""
    plain = role.lower().replace("defence", "defense")
    ministry = _MINISTRY.search(plain)
    if ministry is not None:
        return ministry[0]
    fitting = [office for office in OFFICES if plain.endswith(office)]
    return max(fitting, key=len, default=None)


_MINISTRY = re.compile(
    r"(?!prime|deputy|vice|acting|cabinet|government|state|senior)\b[a-z]+ minister$"
)


def offices_exclude(one: str, two: str) -> bool:
    """Whether one person cannot well hold both at once ("deputy" is an office of its own)."""
    first, second = office_of(one), office_of(two)
    deputies = [role.lower().split(first or "")[0].strip() for role in (one, two)]
    if any(word in piece for piece in deputies for word in ("deputy", "vice", "acting", "former")):
        return False
    return first is not None and second is not None and first != second
