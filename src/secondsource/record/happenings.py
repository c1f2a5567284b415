"""Happenings: mentions of events with what is compared, and whether two may be one event.

Something speaks against it (other days, other places, sides without anybody in common, statuses that
cannot both be of one event), or points speak for it (`agreement`).
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..lexicon.stems import stem
from ..lexicon.synonyms import senses
from ..model.event import REAL, EventMention, EventTime, Status
from ..model.text import Reference
from .actors import Actors
from .days import span_of_days
from .evidence import Evidence
from .participants import Taking, taking_part
from .terms import first_sum, is_to_refrain
from .utterances import day_range, days_fit
from .words import StemWeights, containment, content_stems, words_of

COURSE: frozenset[Status] = frozenset({"happened", "ongoing", "planned", "promised", "cancelled"})
"""Stations of one course: what was planned or promised may happen or be cancelled and is still one
event."""

MUTUAL = frozenset({"consult", "agree", "cooperate"})
"""Types in which both sides do the same: who is named first says nothing."""

WORD_FOR_WORD = 20
"""Points for the same trigger in the same sentence of two articles: a copy tells of the same event."""

ENOUGH = 4
"""Points that make two mentions one event (see `agreement`)."""

NEAR_DAYS = 7
"""How far apart an undated mention's article and the other mention may lie."""

LIKE_CONTEXT = 0.3
"""Share of the lighter sentence's weight that two sentences of one event mostly have in common."""

VERY_LIKE_CONTEXT = 0.5
"""And the share that tells as much as an actor in common."""


@dataclass(frozen=True)
class Happening:
    """A mention of an event with what is compared. `days` are exact, `span` may be a month or a year."""

    article: str
    mention: EventMention
    sources: tuple[Taking, ...]
    targets: tuple[Taking, ...]
    when: EventTime | None
    published: tuple[date, date] | None

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """First and last day on which it was, where days are known."""
        return day_range(self.when.value) if self.when else None

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """First and last day of the time that is told, be it a day or a year."""
        return span_of_days(self.when.value) if self.when else None

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
        """Everything that the trigger's words may stand for."""
        return frozenset(
            sense for word in words_of(self.mention.citation.words) for sense in senses(word)
        )

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
        a caption shows of a day before that as real, and a meeting that both sides promise as planned."""
        status = self.mention.status
        if self.days is None:
            return status
        if status in REAL and self.published and self.days[0] > self.published[1]:
            return "planned"
        if status == "planned" and self.is_pictured:
            return "happened"
        if status == "promised" and self.mention.type in MUTUAL:
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
    def persons(self) -> frozenset[str]:
        """The known people to whom it is done."""
        return frozenset(each.actor.id for each in self.targets if each.is_person)

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
        """The first sum of money that the words name after the trigger, before the next clause."""
        return first_sum(self._after)

    @cached_property
    def lands(self) -> frozenset[str]:
        """Keys of the place and of places that are taken or entered: a name and its adjective have one
        key ("Zanzibar", "the Zanzibari archipelago")."""
        names = [each.actor.name for each in self.targets if not each.known]
        return frozenset(
            key for name in [*names, self.place or ""] for key in [proper_key(name)] if key
        )


_SUMMED_UP = re.compile(r"\s+(?:by|of)\b")
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
    return Happening(
        article=article,
        mention=event,
        sources=taking_part(article, event, "sources", actors, evidence),
        targets=taking_part(article, event, "targets", actors, evidence),
        when=own_time(article, event, evidence),
        published=(
            (date.fromisoformat(published.earliest), date.fromisoformat(published.latest))
            if published
            else None
        ),
    )


_ATTRIBUTE_OF = re.compile(r"\b(?:a|an|the|its|his|her|their|that|this)\s+$", re.IGNORECASE)


def own_time(article: str, event: EventMention, evidence: Evidence) -> EventTime | None:
    """The time of an event, unless the words give it to something else: a year that stands before a noun
    as its attribute ("abide by a 2009 pact") is the time of that noun alone."""
    time = evidence.times.get(event.time.time or "") if event.time else None
    if time is None or time.citation.part != "text" or event.citation.part != "text":
        return event.time
    text = evidence.articles[article].text
    year = re.fullmatch(r"\d{4}", time.citation.words)
    after = re.match(r"\s+(?:[a-z-]+\s+)?", text[time.citation.end :])
    if not year or not after or not _ATTRIBUTE_OF.search(text[: time.citation.start][-12:]):
        return event.time
    begins = event.citation.start - time.citation.end
    return event.time if 0 < begins <= after.end() else None


def compatible(one: Happening, two: Happening) -> bool:
    """Whether nothing speaks against these being one event."""
    first, second = one.status, two.status
    if one.mention.type != two.mention.type:
        return False
    if first != second and not {first, second} <= COURSE:
        return False
    if (
        not {first, second} <= COURSE - {"promised"}
        and one.voice
        and two.voice
        and one.voice != two.voice
        and not _same_days(one, two)
    ):
        # What did not happen is only somebody's word; two who fear the same do not confirm each other. Two
        # who promise one thing for one day do.
        return False
    if not days_fit(one.span, two.span):
        return False
    if one.place and two.place and one.place != two.place and not (one.days and two.days):
        return False
    if one.mention.mode and two.mention.mode and one.mention.mode != two.mention.mode:
        return False
    if not _sides_fit(one, two) or not _ways_fit(one, two) or not _terms_fit(one, two):
        return False
    return bool(one.days and two.days) or is_once_only(one, two) or near_in_time(one, two)


def _same_days(one: Happening, two: Happening) -> bool:
    return {one.status, two.status} <= COURSE and one.days is not None and one.days == two.days


def stations_fit(one: Happening, two: Happening) -> bool:
    """Whether two stations of one course can be tied to each other directly: only by their days, or
    any plan would be taken for any deed of the same actors. What is called off is also known by a body
    that has a name of its own ("the joint commission"), since it is told without its day."""
    statuses = {one.status, two.status}
    if len(statuses) == 1 or statuses <= REAL or (one.days and two.days):
        return True
    described = {
        each.actor.id for each in (*one.sources, *one.targets) if not each.known and each.shown
    }
    return "cancelled" in statuses and not statuses & REAL and bool(described & two.actors)


def _sides_fit(one: Happening, two: Happening) -> bool:
    """Whether the actors (or their parties) and objects can be those of one event: where both mentions
    name a side they must share somebody, where both name an object they must share a word."""
    if one.object_stems and two.object_stems and not one.object_senses & two.object_senses:
        return False
    if one.mention.type in MUTUAL:
        return _circles_fit(one.parties | one.groups, two.parties | two.groups)
    return all(
        not first or not second or bool(first & second)
        for first, second in (
            (one.source_parties, two.source_parties),
            (one.target_parties, two.target_parties),
        )
    )


def _ways_fit(one: Happening, two: Happening) -> bool:
    """Whether both may be one in how they were done: a journey somewhere is a meeting there, and no
    meeting elsewhere."""
    if one.mention.mode == two.mention.mode == "visit" and one.is_several != two.is_several:
        return False
    if (one.mention.mode == "visit") == (two.mention.mode == "visit"):
        return True
    return one.article == two.article or bool(one.place and one.place == two.place)


def _terms_fit(one: Happening, two: Happening) -> bool:
    """Whether what was agreed, given or asked for can be one: both to do it or both not to, and no two
    other sums of money."""
    if one.refrains != two.refrains:
        return False
    return not one.sums or not two.sums or bool(one.sums & two.sums)


def _circles_fit(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two circles of people who met can be one: they share somebody, and not each of them has
    others whom the other lacks."""
    if not one or not two:
        return True
    if not one & two:
        return False
    return one <= two or two <= one or len(one & two) > 1


def is_once_only(one: Happening, two: Happening) -> bool:
    """Whether both tell of somebody taking one whole land, which is not done twice in a story: then
    years may lie between the reports."""
    return (
        one.mention.type == "coerce"
        and one.mention.mode == two.mention.mode == "seize"
        and not one.object_stems
        and not two.object_stems
        and bool(one.lands & two.lands)
        and bool(one.source_parties & two.source_parties)
    )


def near_in_time(one: Happening, two: Happening) -> bool:
    """Undated mentions are only held together with what their articles are near to: within a week of
    the other's days, or of its article. An article that is itself dated to months only is near nothing;
    where neither article has any date, nothing is known that would part them."""
    if one.article == two.article:
        return True
    first, second = _about_then(one), _about_then(two)
    if first is None or second is None:
        return one.published is None and two.published is None
    if max((first[1] - first[0]).days, (second[1] - second[0]).days) > NEAR_DAYS:
        return False
    return days_fit(first, second, slack_days=NEAR_DAYS)


TO_ONE_PERSON = frozenset({"assault", "coerce", "sanction", "retreat"})
"""Types of deeds that are seldom done to one person twice within days: arrest, wound, sentence, free."""


def _does_to_one_person(one: Happening, two: Happening) -> bool:
    """Whether both do the same to the same known person."""
    return (
        one.mention.type in TO_ONE_PERSON
        and bool(one.trigger_senses & two.trigger_senses)
        and bool(one.persons & two.persons)
    )


def _about_then(item: Happening) -> tuple[date, date] | None:
    """The days about which a mention tells: its own, or those of its article, if its own are none or a
    long time ("this month") in which the article came out."""
    if item.span is None or item.published is None:
        return item.span or item.published
    is_long = (item.span[1] - item.span[0]).days > NEAR_DAYS
    return item.published if is_long and days_fit(item.span, item.published) else item.span


def agreement(one: Happening, two: Happening, weights: StemWeights) -> int:
    """Points for two mentions being one event: both sides 3, one side 2, a party only 1; the same
    dated day 2; done to the same person 1; the same place or land 1, and 1 more if the day is the same too; a trigger of one sense
    1; an object of one sense 1; sentences that are like each other 1 or 2.

    Actors that do one thing again and again ("moved troops") do not tell one time from another: something
    that is this event's own must be shared, a day, a place, both sides, or the rest of the sentence. What
    did not happen has no day or place to know it by: it needs the same trigger."""
    if (
        one.trigger == two.trigger
        and one.article != two.article
        and one.mention.sentence.words == two.mention.sentence.words
    ):
        return WORD_FOR_WORD
    if one.status not in COURSE and one.trigger != two.trigger:
        return 0
    points = own = 0
    shared = one.actors & two.actors
    if shared and (shared == one.actors or shared == two.actors) and len(shared) > 1:
        points += 3
        own += 1
    elif shared:
        points += 2
    elif one.parties & two.parties:
        points += 1
    if _does_to_one_person(one, two):
        points += 1
        own += 1
    same_day = bool(one.days and one.days == two.days)
    if same_day and one.days and one.days[0] == one.days[1]:
        points += 2
        own += 1
    if one.lands & two.lands:
        points += 2 if same_day else 1
        own += 1
    if one.trigger_senses & two.trigger_senses:
        points += 1
    if one.object_senses & two.object_senses:
        points += 1
    likeness = containment(one.context, two.context, weights)
    if one.mention.sentence != two.mention.sentence and likeness >= LIKE_CONTEXT:
        points += 2 if likeness >= VERY_LIKE_CONTEXT else 1
        own += 1
    if is_once_only(one, two):
        points += 1
    return points if own or one.article == two.article else 0
