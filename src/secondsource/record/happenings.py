"""Happenings: mentions of events with what is compared of them (see `one_event`)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from ..lexicon.stems import stem
from ..lexicon.synonyms import senses
from ..model.event import REAL, EventMention, EventTime, Status
from ..model.mention import Place, Time
from ..model.text import Reference
from .actors import Actors
from .days import day_range, days_fit, span_of_days
from .evidence import Evidence
from .missions import is_house_abroad, mission_attacked
from .participants import Taking, taking_part
from .terms import first_sum, is_to_refrain, last_sum
from .words import content_stems, words_of

MUTUAL = frozenset({"consult", "agree", "cooperate"})
"""Types in which both sides do the same: who is named first says nothing."""

NEAR_DAYS = 7
"""How far apart an undated mention's article and another mention may lie; a longer time than that is none by which an
event is known."""


@dataclass(frozen=True)
class Happening:
    """A mention of an event with what is compared. `days` are exact, `span` may be a month or a year."""

    article: str
    mention: EventMention
    sources: tuple[Taking, ...]
    targets: tuple[Taking, ...]
    when: EventTime | None
    published: tuple[date, date] | None
    mission: str | None = None
    """Whose embassy or consulate was attacked, where no other attack on any of its houses is told."""
    mission_at: Place | None = None
    """Where it stands, as it was found on the map."""

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """First and last day on which it was, where days are known."""
        return day_range(self.when.value) if self.when else None

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """First and last day of the time that is told, be it a day or a year."""
        return span_of_days(self.when.value) if self.when else None

    @cached_property
    def about_then(self) -> tuple[date, date] | None:
        """The days about which the mention tells: its own, or those of its article, if its own are none or a
        long time ("this month") in which the article came out."""
        if self.span is None or self.published is None:
            return self.span or self.published
        is_long = (self.span[1] - self.span[0]).days > NEAR_DAYS
        return self.published if is_long and days_fit(self.span, self.published) else self.span

    @cached_property
    def where(self) -> Reference | None:
        """The place where it was; no place is where it was done if it is itself the one who does it."""
        place = self.mention.place
        if place is None or any(each.actor.name == place.name for each in self.sources):
            return None
        return place

    @cached_property
    def place(self) -> str | None:
        """The name of the place where it was."""
        return self.where.name if self.where else None

    @cached_property
    def trigger(self) -> str:
        """Stems of the words that tell of it."""
        return " ".join(stem(word) for word in words_of(self.mention.citation.words))

    @cached_property
    def trigger_senses(self) -> frozenset[str]:
        """Everything that the trigger's words may stand for; words of one mode that names the deed itself ("quit",
        "stepped down", "resignation") stand for one another."""
        mode = self.mention.mode
        of_words = {
            sense for word in words_of(self.mention.citation.words) for sense in senses(word)
        }
        return frozenset(of_words | ({f"~{mode}"} if mode in DEEDS else set()))

    @cached_property
    def object_stems(self) -> frozenset[str]:
        """Stems of what was done, given, taken or asked for."""
        return content_stems(self.mention.object.words) if self.mention.object else frozenset()

    @cached_property
    def object_senses(self) -> frozenset[str]:
        """Everything that the words of the object may stand for."""
        if self.mention.object is None:
            return frozenset()
        return frozenset(
            sense
            for word in words_of(self.mention.object.words)
            if content_stems(word)
            for sense in senses(word)
        )

    @cached_property
    def context(self) -> frozenset[str]:
        """Stems of the sentence."""
        return content_stems(self.mention.sentence.words)

    @cached_property
    def status(self) -> Status:
        """The status, with what an article has as real on a day after it came out taken as planned, what
        a caption shows of a day before that as real, and a meeting that both sides promise as planned; so
        is a meeting or exercise that is "expected" for a day, since nobody expects one for a day that was
        not arranged."""
        status = self.mention.status
        if self.days is None:
            return status
        mode = self.mention.mode
        if status in REAL and self.published and self.days[0] > self.published[1]:
            return "planned"
        if status == "planned" and self.is_pictured:
            return "happened"
        if status == "promised" and self.mention.type in MUTUAL:
            return "planned"
        if status == "predicted" and (self.mention.type == "consult" or mode == "exercise"):
            return "planned"
        return status

    @property
    def is_pictured(self) -> bool:
        """Whether a caption tells of it, of a day on which its picture can have been taken."""
        return (
            self.mention.citation.part.startswith("caption")
            and self.days is not None
            and self.published is not None
            and self.days[1] <= self.published[1]
        )

    @cached_property
    def voice(self) -> str | None:
        """The name of who says so, as the article has it."""
        return self.mention.voice.name if self.mention.voice else None

    @cached_property
    def actors(self) -> frozenset[str]:
        """All actors, on either side."""
        return frozenset(each.actor.id for each in (*self.sources, *self.targets))

    @cached_property
    def source_parties(self) -> frozenset[str]:
        """The parties of those who act. Who is only described ("the ministers") may be anybody and
        contradicts nobody."""
        return frozenset(each.party.id for each in self.sources if each.party)

    @cached_property
    def target_parties(self) -> frozenset[str]:
        """The parties of those to whom it is done."""
        return frozenset(each.party.id for each in self.targets if each.party)

    @cached_property
    def acting_people(self) -> frozenset[str]:
        """The known people who act."""
        return frozenset(each.actor.id for each in self.sources if each.is_person)

    @cached_property
    def target_people(self) -> frozenset[str]:
        """The known people to whom it is done."""
        return frozenset(each.actor.id for each in self.targets if each.is_person)

    @cached_property
    def persons(self) -> frozenset[str]:
        """The known people to whom it is done, or who leave an office or flee themselves."""
        leaves = self.mention.mode == "resign" or not _FLEEING.isdisjoint(self.trigger.split())
        return self.target_people | (self.acting_people if leaves else frozenset())

    @cached_property
    def undergone(self) -> frozenset[str]:
        """Stems of what it is done to or with, be it told as its object or as somebody who is only described: "a
        petrol bomb", "transport officers". "People" may be anybody."""
        described = (content_stems(each.actor.name) for each in self.targets if not each.known)
        return self.object_stems.union(*described) - ANYBODY

    @cached_property
    def parties(self) -> frozenset[str]:
        """The parties of all actors."""
        return self.source_parties | self.target_parties

    @cached_property
    def is_several(self) -> bool:
        """Whether it sums up what several did, each at a time of his own: "visits by Ann Bell and Omari Chuo"."""
        cited, sentence = self.mention.citation, self.mention.sentence
        after = sentence.words[max(0, cited.end - sentence.start) :]
        return cited.words.endswith("s") and bool(_SUMMED_UP.match(after))

    @cached_property
    def groups(self) -> frozenset[str]:
        """Several people who are only described, by a word that does not fit everybody who acts for a
        country: "senators" are no secretary of state, "officials" may be anybody."""
        names = (each.actor.name for each in (*self.sources, *self.targets) if not each.party)
        return frozenset(
            name.casefold()
            for name in names
            if name.endswith("s") and name.split()[-1] not in GROUP_WORDS
        )

    @cached_property
    def _after(self) -> str:
        """The words of the sentence that follow the trigger."""
        return self.mention.sentence.words[
            max(0, self.mention.citation.end - self.mention.sentence.start) :
        ]

    @cached_property
    def refrains(self) -> bool:
        """Whether it is that something be not done: "agreed not to sail"."""
        return is_to_refrain(self._after)

    @cached_property
    def sums(self) -> frozenset[float]:
        """The first sum of money that the words name after the trigger, before the next clause; else the last before
        it ("set $2 million aside to compensate them")."""
        before = self.mention.sentence.words[
            : max(0, self.mention.citation.start - self.mention.sentence.start)
        ]
        return first_sum(self._after) or last_sum(before)

    @cached_property
    def lands(self) -> frozenset[str]:
        """Keys of the place and of places that are taken or entered: a name and its adjective have one
        key ("Zanzibar", "the Zanzibari archipelago")."""
        names = [each.actor.name for each in self.targets if not each.known or each.party is None]
        return frozenset(
            key for name in [*names, self.place or ""] for key in [proper_key(name)] if key
        )


_FLEEING = frozenset(
    map(stem, "escape escaped flee fled defect defected surrender surrendered".split())
)
_SUMMED_UP = re.compile(r"\s+(?:by|of)\b")
DEEDS = frozenset({"resign", "arrest", "abduct", "expel", "phone", "strike", "martial-law"})
"""Modes whose words all tell of one deed; other modes hold deeds of many kinds."""

ANYBODY = frozenset(
    map(
        stem,
        "people man men woman women person others many thousands hundreds dozens victims".split(),
    )
)
GROUP_WORDS = frozenset(
    """officials diplomats envoys delegations teams leaders negotiators representatives sides counterparts
    authorities ministers allies colleagues""".split()
)


def proper_key(name: str) -> str:
    """The first capitalised word of a name, in the letters that its adjective has too; empty for
    words without a capital."""
    first = next((word for word in name.split() if word[:1].isupper()), "")
    return first.casefold()[:5]


def happening(article: str, event: EventMention, evidence: Evidence, actors: Actors) -> Happening:
    """The mention with those who take part and the days of its article."""
    published = evidence.articles[article].published
    mission = mission_attacked(event)
    return Happening(
        article=article,
        mention=event,
        sources=tuple(
            each
            for each in taking_part(article, event, "sources", actors, evidence)
            if not (mission and is_house_abroad(each.actor.name))  # hit, not hitting
        ),
        targets=taking_part(article, event, "targets", actors, evidence),
        when=own_time(article, event, evidence),
        published=(
            (date.fromisoformat(published.earliest), date.fromisoformat(published.latest))
            if published
            else None
        ),
        mission=mission,
        mission_at=_on_the_map(event.place, evidence.reading_of[article].places)
        if mission
        else None,
    )


def _on_the_map(place: Reference | None, found: Iterable[Place]) -> Place | None:
    """The first of the places that an article names which has the name of this one and was found."""
    return next(
        (each for each in found if place and each.name == place.name and each.precision), None
    )


def with_missions_hit_once(happenings: Iterable[Happening]) -> list[Happening]:
    """The happenings, with a mission only where all attacks on the houses of its land that happened on known days may be of
    the same days: what is hit again and again is not known by whose it is."""
    found = list(happenings)
    days: dict[str, list[tuple[date, date]]] = {}
    for item in found:
        if item.mission and item.days and item.status in REAL:
            days.setdefault(item.mission, []).append(item.days)
    again = {
        land
        for land, spans in days.items()
        if max(first for first, _ in spans) > min(last for _, last in spans)
    }
    return [replace(item, mission=None) if item.mission in again else item for item in found]


_JUDGES = frozenset({"accuse", "support", "reject"})
"""Types of deeds by which what has happened is judged."""


def _is_of_who_judges(article: str, event: EventMention, time: Time, evidence: Evidence) -> bool:
    """Whether a time that stands behind all that is judged is of the judging, which was told with it too."""
    if event.status not in REAL or time.citation.start < event.citation.end:
        return False
    return any(
        other.about == event.id
        and other.type in _JUDGES
        and other.time is not None
        and other.time.time == time.id
        and other.object is not None
        and other.object.end <= time.citation.start
        for other in evidence.reading_of[article].events
    )


_ATTRIBUTE_OF = re.compile(r"\b(?:a|an|the|its|his|her|their|that|this)\s+$", re.IGNORECASE)


def own_time(article: str, event: EventMention, evidence: Evidence) -> EventTime | None:
    """The time of an event, unless the words give it to something else: a year that stands before a noun
    as its attribute ("abide by a 2009 pact") is the time of that noun alone, and a day behind what is blamed or
    praised ("condemned the raid on Thursday") that of the blaming."""
    time = evidence.times.get(event.time.time or "") if event.time else None
    if time is not None and _is_of_who_judges(article, event, time, evidence):
        return None
    if time is None or time.citation.part != "text" or event.citation.part != "text":
        return event.time
    text = evidence.articles[article].text
    year = re.fullmatch(r"\d{4}", time.citation.words)
    after = re.match(r"\s+(?:[a-z-]+\s+)?", text[time.citation.end :])
    if not year or not after or not _ATTRIBUTE_OF.search(text[: time.citation.start][-12:]):
        return event.time
    begins = event.citation.start - time.citation.end
    return event.time if 0 < begins <= after.end() else None
