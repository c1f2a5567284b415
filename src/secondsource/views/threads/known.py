"""What was known on a day: the events of a record with what the articles out by then say of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ...errors import UsageError
from ...lexicon.stems import stem
from ...model.claim import Claim, Report, Standing, StoryEvent, StoryEventMention
from ...model.event import REAL, Status
from ...model.record import Record
from ...model.text import Citation, Reference

_WORD = re.compile(r"[^\W\d_]+|\d+")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|such|its|their|his|her)\s+"
    r"(?:(?:pending|new|latest|recent|planned|proposed|joint|upcoming|further|same|military|economic)\s+)?$",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    """a an the and or of to in on for with from by at as its their his her this that these those
    new more any some all such other further additional own""".split()
)
"""Words that do not tell one thing from another."""

Days = tuple[str, str]
"""First and last ISO day that a time may mean."""


@dataclass(frozen=True)
class Sight:
    """One known mention: when its article came out, and the status that it gives the event."""

    mention: StoryEventMention
    published: str | None
    status: Status


@dataclass(frozen=True)
class Told:
    """An event as the known articles tell of it. `sources` and `targets` are names of parties, `people`
    ids of persons, `described` those of whom only a description is known ("the delegation")."""

    event: StoryEvent
    sights: tuple[Sight, ...]
    sources: frozenset[str]
    targets: frozenset[str]
    days: Days | None
    place: frozenset[str]
    object: frozenset[str]
    people: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The id of the event."""
        return self.event.id

    @cached_property
    def statuses(self) -> frozenset[Status]:
        """All statuses that the known mentions give it."""
        return frozenset(sight.status for sight in self.sights)

    @property
    def is_real(self) -> bool:
        """Whether a known article reports it as so."""
        return bool(self.statuses & REAL)

    @property
    def parties(self) -> frozenset[str]:
        """The parties of both sides."""
        return self.sources | self.targets

    @property
    def first(self) -> StoryEventMention:
        """The first mention, by publication, article and place in it."""
        return self.sights[0].mention

    @cached_property
    def articles(self) -> frozenset[str]:
        """The known articles that tell of it."""
        return frozenset(sight.mention.article for sight in self.sights)

    @cached_property
    def sentences(self) -> frozenset[tuple[str, str, int]]:
        """The sentences that tell of it: article, part, start."""
        return frozenset(
            (sight.mention.article, sight.mention.sentence.part, sight.mention.sentence.start)
            for sight in self.sights
        )

    @cached_property
    def points_back(self) -> bool:
        """Whether every mention is definite ("those demands"): it speaks of something named before."""
        return all(_DEFINITE.search(words_before(sight.mention)) for sight in self.sights)


class Known:
    """The events of a record on one day, in the order of the telling."""

    def __init__(self, record: Record, as_of: str | None = None) -> None:
        """`as_of` is an ISO day; without it that of the story. Raises UsageError if it is none."""
        self.record = record
        self.day = iso_day(as_of) or record.as_of
        self._published = {
            row.id: row.article.published.earliest if row.article.published else None
            for row in record.articles
            if row.article is not None
        }
        self.articles = {
            article
            for article, published in self._published.items()
            if published is None or self.day is None or published <= self.day
        }
        self._parties = _parties_of(record)
        self._people = {actor.id for actor in record.actors if actor.kind == "person"}
        self._actor_named = {
            actor.name.casefold(): Reference(id=actor.id, name=actor.name)
            for actor in record.actors
            if actor.kind != "nationality"
        }
        self.kinds: dict[str, str] = {actor.id: actor.kind for actor in record.actors}
        self._claims: dict[str, list[Claim]] = {}
        for claim in record.claims:
            self._claims.setdefault(claim.about, []).append(claim)
        told = [self._told(event) for event in record.events]
        self.told = sorted(
            (item for item in told if item.sights), key=lambda item: self._order(item)
        )
        self.by_id = {item.id: item for item in self.told}
        self._of_type: dict[str, list[int]] = {}
        self._about: dict[str, list[Told]] = {}
        self._first_in: dict[tuple[str, str], list[Told]] = {}
        for n, item in enumerate(self.told):
            self._of_type.setdefault(item.event.event_type, []).append(n)
            key = (item.first.article, item.event.event_type)
            self._first_in.setdefault(key, []).append(item)
            if item.event.about:
                self._about.setdefault(item.event.about, []).append(item)

    def of_types(self, *types: str) -> list[Told]:
        """The events of these types, in the order of the telling."""
        return [
            self.told[n] for n in sorted(n for type in types for n in self._of_type.get(type, ()))
        ]

    def about(self, ids: Iterable[str], *types: str) -> list[Told]:
        """The events that are about one of the events of these ids, in the order of the telling; with types only
        those of these types."""
        found = {told.id: told for id in ids for told in self._about.get(id, ())}
        return sorted(
            (told for told in found.values() if not types or told.event.event_type in types),
            key=self._order,
        )

    def in_articles(self, articles: Iterable[str], *types: str) -> list[Told]:
        """The events of these types of which one of these articles tells first, in the order of the telling."""
        found = (self._first_in.get((article, type), ()) for article in articles for type in types)
        return sorted((told for each in found for told in each), key=self._order)

    def in_order(self, told: Iterable[Told]) -> list[Told]:
        """These events in the order of the telling."""
        return sorted(told, key=self._order)

    def inner(self, told: Told) -> Told | None:
        """The event inside (what is threatened, demanded, denied)."""
        return self.by_id.get(told.event.about) if told.event.about else None

    def party(self, reference: Reference) -> str:
        """The name of the party that an actor or voice belongs to, in lower case."""
        return self._parties.get(reference.id, reference.name.casefold())

    def parties(self, references: Iterable[Reference]) -> frozenset[str]:
        """The parties of these."""
        return frozenset(self.party(reference) for reference in references)

    def is_party(self, reference: Reference) -> bool:
        """Whether the party of this actor or voice is known, not only how it is described."""
        return reference.id in self._parties

    def actor_named(self, name: str) -> Reference | None:
        """The actor of this name, if the record has one."""
        return self._actor_named.get(name.casefold())

    def is_actor(self, reference: Reference) -> bool:
        """Whether this is somebody whom the record knows, not only a description ("officials")."""
        return reference.id in self._parties

    def claims(self, told: Told) -> list[Claim]:
        """The claims about an event that some known article reports."""
        return [
            claim
            for claim in self._claims.get(told.id, [])
            if any(report.article in self.articles for report in claim.reports)
        ]

    def published(self, article: str) -> str | None:
        """The earliest day on which an article came out."""
        return self._published.get(article)

    def standing(self, claim: Claim) -> Standing:
        """How well a claim was supported on the day. Where only some of its reports were out, one
        source is counted and no more: a lower bound."""
        known = [report for report in claim.reports if report.article in self.articles]
        if len(known) == len(claim.reports):
            return claim.standing
        least = min(claim.standing.independent, 1)
        return Standing(
            label="single" if least else "unsupported",
            flags=(),
            independent=least,
            independent_at_most=min(claim.standing.independent_at_most, len(known)),
            newsrooms=tuple(dict.fromkeys(report.newsroom for report in known)),
            voices=tuple(dict.fromkeys(report.voice for report in known)),
            reasons=(
                f"{len(known)} of its {len(claim.reports)} reports were out on {self.day};"
                " one source is counted for them",
            ),
        )

    def reports(self, claim: Claim) -> list[Report]:
        """The known reports of a claim."""
        return [report for report in claim.reports if report.article in self.articles]

    def _order(self, told: Told) -> tuple[str, str, bool, int, str]:
        first = told.first
        return (
            self._published[first.article] or "9999",
            first.article,
            first.part == "headline",
            first.start,
            told.id,
        )

    def _told(self, event: StoryEvent) -> Told:
        days = days_of(event.time.value) if event.time else None
        sights = sorted(
            (
                Sight(mention, self._published[mention.article], self._status(mention, days))
                for mention in event.mentions
                if mention.article in self.articles
            ),
            key=lambda sight: (
                sight.published or "9999",
                sight.mention.article,
                sight.mention.part == "headline",
                sight.mention.start,
            ),
        )
        return Told(
            event=event,
            sights=tuple(sights),
            sources=self.parties(filter(self.is_actor, event.sources)),
            targets=self.parties(filter(self.is_actor, event.targets)),
            days=days,
            place=stems_of(event.place.name) if event.place else frozenset(),
            object=stems_of(event.object) if event.object else frozenset(),
            people=frozenset(
                ref.id for ref in (*event.sources, *event.targets) if ref.id in self._people
            ),
            described=frozenset(
                ref.id for ref in (*event.sources, *event.targets) if not self.is_actor(ref)
            ),
        )

    def _status(self, mention: StoryEventMention, days: Days | None) -> Status:
        """What is told as real of a day after the article came out was planned."""
        published = self._published[mention.article]
        if mention.status in REAL and days and published and days[0] > published:
            return "planned"
        return mention.status


def iso_day(value: str | None) -> str | None:
    """The day, checked. Raises UsageError when it is no ISO day."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise UsageError(f"{value!r} is no day; write it as 2023-10-05") from None


def days_of(value: str) -> Days | None:
    """The first and last day that an EDTF value may mean; null where it names no year."""
    found = list(_DATE.finditer(value))
    if not found:
        return None
    return _edge(found[0], "01", "01"), _edge(found[-1], "12", "31")


def _edge(match: re.Match[str], month: str, day: str) -> str:
    year, own_month, own_day = match.groups()
    if (
        own_month is None or own_month > "12"
    ):  # EDTF writes seasons and quarters as months 21 and more
        return f"{year}-{month}-{day}"
    return f"{year}-{own_month}-{own_day or day}"


def days_fit(one: Days | None, two: Days | None) -> bool:
    """Whether both may mean a common day; what has no day fits any."""
    return one is None or two is None or (one[0] <= two[1] and two[0] <= one[1])


def stems_of(words: str) -> frozenset[str]:
    """Stems of the words that tell one thing from another."""
    return frozenset(
        stem(word) for word in _WORD.findall(words) if word.casefold() not in _PLAIN
    ) - {""}


def words_before(mention: StoryEventMention) -> str:
    """What stands before the mention in its sentence."""
    return mention.sentence.words[: max(0, mention.start - mention.sentence.start)]


def words_after(mention: StoryEventMention) -> str:
    """What stands after the mention in its sentence."""
    return mention.sentence.words[max(0, mention.end - mention.sentence.start) :]


def part_of(sentence: Citation, start: int, end: int) -> Citation:
    """The citation of code points `start:end` of a cited sentence."""
    return Citation(
        article=sentence.article,
        part=sentence.part,
        start=sentence.start + start,
        end=sentence.start + end,
        words=sentence.words[start:end],
    )


def _parties_of(record: Record) -> dict[str, str]:
    """For the id of each actor and voice the party it belongs to in the end: a spokeswoman's office
    and the office's government are followed up to whom none is above."""
    above = {actor.name.casefold(): actor.party.name.casefold() for actor in record.actors}

    def top(name: str) -> str:
        seen = {name}
        while (upper := above.get(name, name)) not in seen:
            seen.add(upper)
            name = upper
        return name

    found = {actor.id: top(actor.party.name.casefold()) for actor in record.actors}
    for voice in record.voices:
        party = voice.party or voice.affiliation
        if party:
            found[voice.id] = top(party.casefold())
        elif voice.kind in ("named", "document", "medium"):
            found[voice.id] = top(voice.name.casefold())
    return found
