"""One item of events that speak of the same thing.

The record holds two mentions apart unless much speaks for one event. A thread is read for its items,
so here what points back ("those demands") joins what was named before, and what is told of the same
parties, thing and days is one.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, product

from ...lexicon.stems import stem
from ...model.event import REAL
from .known import Days, Told, days_fit

ENOUGH = 3
"""Points that join an event to a strand (see `_points`)."""

FAR = 10**9
"""More letters than any article has: another article."""


@dataclass
class Strand:
    """Events that are one item, in the order of the telling, with what is known of them together."""

    told: list[Told] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    place: set[str] = field(default_factory=set)
    object: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    sentences: set[tuple[str, str, int]] = field(default_factory=set)
    triggers: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    described: set[str] = field(default_factory=set)
    days: Days | None = None

    @property
    def parties(self) -> set[str]:
        """The parties of both sides."""
        return self.sources | self.targets

    @property
    def is_real(self) -> bool:
        """Whether some event of it is reported as so."""
        return any(item.is_real for item in self.told)

    @property
    def is_ahead(self) -> bool:
        """Whether some event of it is told of as not (yet) so."""
        return any(item.statuses - REAL for item in self.told)

    def add(self, told: Told) -> None:
        """Adds an event."""
        self.told.append(told)
        self.sources |= told.sources
        self.targets |= told.targets
        self.place |= told.place
        self.object |= told.object
        self.articles |= told.articles
        self.sentences |= told.sentences
        self.triggers |= _triggers(told)
        self.people |= told.people
        self.described |= told.described
        if told.days and (self.days is None or _narrower(told.days, self.days)):
            self.days = told.days


def strands(
    events: Iterable[Told],
    family: Callable[[Told], str],
    mutual: bool = False,
    least: int = ENOUGH,
) -> list[Strand]:
    """The events as strands. Only events of one family (course, proposed, refused...) are joined.

    With `mutual` both sides do the same, so that who is named first says nothing. `least` is how many
    points it takes.
    """
    found: list[Strand] = []
    having: dict[tuple[str, Hashable], list[int]] = {}
    for told in sorted(events, key=lambda item: _says_little(item)):
        kind = family(told)
        keys = [(kind, key) for key in (*_keys(told), *(told.parties if least < ENOUGH else ()))]
        near = sorted({n for key in keys for n in having.get(key, ())})
        scored = [
            (_points(found[n], told, mutual), -(_distance(found[n], told) or FAR), -n)
            for n in near
            if _fits(found[n], told, mutual)
        ]
        points, _, at = max(scored, default=(0, 0, 0))
        if points >= least:
            found[-at].add(told)
        else:
            at = -len(found)
            found.append(Strand())
            found[-at].add(told)
        for key in keys:
            if -at not in having.setdefault(key, [])[-1:]:
                having[key].append(-at)
    return found


def _keys(told: Told) -> Iterator[Hashable]:
    """What an event shares with one of a strand that it may reach `ENOUGH` points with (see `_points`): a thing, a
    description, an article; else two parties, a party and a word, or months of the days with a party, a place or
    a word; a place with a party. Who and what is in every report alone would bring all together."""
    triggers = _triggers(told)
    yield from told.object
    yield from told.described
    yield from told.articles
    yield from combinations(sorted(told.parties), 2)
    yield from product(sorted(told.parties | told.people), sorted(triggers))
    yield from product(sorted(told.place), sorted(told.parties))
    yield from product(_months(told.days), sorted(told.parties | told.place | triggers))


def _months(days: Days | None) -> list[str]:
    """The months in which days lie, at most `MOST_MONTHS` ("2023-05")."""
    if days is None:
        return []
    first, last = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in days)
    months = range(first, min(last, first + MOST_MONTHS - 1) + 1)
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in months]


MOST_MONTHS = 24
"""Days that lie further apart than this many months are found by the first of them only."""


def _says_little(told: Told) -> bool:
    """Whether it says too little to begin a strand: it comes after those that say more."""
    return told.days is None and (told.points_back or len(told.parties) + len(told.object) < 2)


def _triggers(told: Told) -> frozenset[str]:
    return frozenset(stem(sight.mention.words.split()[0]) for sight in told.sights)


def _narrower(one: Days, two: Days) -> bool:
    return two[0] <= one[0] and one[1] <= two[1]


def _points_back(strand: Strand, told: Told) -> bool:
    return told.points_back and _distance(strand, told) is not None


def _distance(strand: Strand, told: Told) -> int | None:
    """How many letters before the event the strand was told of last in its article; null if it was not."""
    first = told.first
    starts = [
        start
        for article, part, start in strand.sentences
        if (article, part) == (first.article, first.part) and start <= first.start
    ]
    return first.start - max(starts) if starts else None


def _fits(strand: Strand, told: Told, mutual: bool) -> bool:
    """Whether nothing speaks against the event being of the strand."""
    if not days_fit(strand.days, told.days):
        return False
    if strand.days and not told.days and _told_too_late(strand.days, told):
        return False
    if told.place and strand.place and not told.place & strand.place:
        return False
    if told.object and strand.object and not told.object & strand.object and not mutual:
        return False
    one_station = told.is_real == strand.is_real or (strand.is_real and strand.is_ahead)
    # A plan and a deed are one only by their days; any plan would else be any deed's.
    dated = bool(told.days and strand.days)
    if not one_station and not dated and not _points_back(strand, told):
        return False
    if mutual:
        if not _people_fit(strand, told):
            return False
        both = told.parties & strand.parties
        return (
            not told.parties
            or not strand.parties
            or len(both) >= min(2, len(told.parties), len(strand.parties))
        )
    return all(
        not mine or not theirs or bool(mine & theirs)
        for mine, theirs in ((told.sources, strand.sources), (told.targets, strand.targets))
    )


def _told_too_late(days: Days, told: Told) -> bool:
    """Whether what is told without a day can not be of these days: as still to come when they were over,
    or as so before they began."""
    out = told.sights[0].published
    if out is None:
        return False
    return days[0] > out if told.is_real else days[1] < out


def _people_fit(strand: Strand, told: Told) -> bool:
    """Whether the same persons may meet: where both name some they share one; and where the days only
    overlap ("this week", "Tuesday") they share two, or nobody is named."""
    shared = told.people & strand.people
    if told.people and strand.people and not shared:
        return False
    if told.people != strand.people and shared and _both_visits(strand, told):
        return False  # "visits by two of them" are each one's own
    if told.days and strand.days and told.days != strand.days:
        return len(shared) > 1 or not (told.people or strand.people)
    return True


def _both_visits(strand: Strand, told: Told) -> bool:
    return told.event.mode == "visit" and all(item.event.mode == "visit" for item in strand.told)


def _points(strand: Strand, told: Told, mutual: bool) -> int:
    """Points for the event being of the strand: each shared party 1 (at most 2); a shared person 1; the same day or days 2;
    a shared place 1; a shared thing 2; the same description 2; the same sentence 2; the same word 1; pointing back to the same
    article 2, and having nothing of its own then 1 more."""
    shared = (
        (told.parties & strand.parties)
        if mutual
        else ((told.sources & strand.sources) | (told.targets & strand.targets))
    )
    points = min(2, len(shared)) + bool(told.people & strand.people)
    if told.days and strand.days:
        points += 2
    points += bool(told.place & strand.place)
    points += 2 * bool(told.object & strand.object)
    points += 2 * bool(told.described & strand.described)
    points += 2 * bool(told.sentences & strand.sentences)
    points += bool(_triggers(told) & strand.triggers)
    if _points_back(strand, told):
        points += 3 if not (told.parties or told.object) else 2
    return points


def in_same_sentence(one: Strand, two: Strand) -> bool:
    """Whether a sentence tells of both."""
    return bool(one.sentences & two.sentences)


def all_told(found: Iterable[Strand]) -> Iterator[Told]:
    """The events of all strands."""
    for strand in found:
        yield from strand.told
