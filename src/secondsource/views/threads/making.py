"""An item of a strand: who, whom, when, where, the words, the standing, the history."""

import re
from collections.abc import Callable, Iterable, Sequence

from ...model.claim import Claim, Standing, StoryEvent, StoryEventMention
from ...model.event import REAL, Status
from ...model.text import Citation, Reference
from ..verify import reasons_to_refuse
from .item import Related, Step, ThreadItem
from .joining import Strand
from .known import Days, Known, Sight, Told, part_of

State = Callable[[frozenset[Status], Days | None, str | None], str]
"""Where something stands: from the statuses that were reported by a day, its own days, and that day."""

_CONDITION = re.compile(r"\b(?:if|unless|should|in case)\s[^,.;:—”\"]+", re.IGNORECASE)


def make_item(
    thread: str,
    strand: Strand,
    known: Known,
    state: State,
    related: Sequence[Related] = (),
    who: tuple[Reference, ...] | None = None,
    whom: tuple[Reference, ...] | None = None,
    what: str | None = None,
    condition: Citation | None = None,
    likelihood: str | None = None,
    final: str | None = None,
    channel: str | None = None,
    basis: Citation | None = None,
    outcome: Citation | None = None,
    later: Sequence[Step] = (),
) -> ThreadItem:
    """The item of a strand. `state` says where it stands; `final` overrules it (an answer was given).
    `later` are steps that come of related events. What is not given is taken from the events."""
    lead = min(strand.told, key=lambda told: _fullness(told))
    mention = _best_mention(lead)
    timed = next((told.event for told in strand.told if told.days == strand.days), None)
    place = next((told.event.place for told in strand.told if told.event.place), None)
    sights = _sights(strand)
    cited = dict.fromkeys([mention.sentence, *(sight.mention.sentence for sight in sights)])
    return ThreadItem(
        id=min(told.id for told in strand.told),
        thread=thread,
        state=final or state(_statuses(sights), strand.days, known.day),
        event_type=lead.event.event_type,
        mode=lead.event.mode or next((t.event.mode for t in strand.told if t.event.mode), None),
        who=side(strand, known, "sources") if who is None else who,
        whom=side(strand, known, "targets") if whom is None else whom,
        what=what or next((told.event.object for told in strand.told if told.event.object), None),
        when=timed.time.value if timed and timed.time and strand.days else None,
        precision=timed.time.precision if timed and timed.time and strand.days else None,
        place=place,
        words=shown_words(mention),
        citations=tuple(cited),
        standing=_standing(strand, known),
        channel=channel,
        basis=basis,
        likelihood=likelihood,
        condition=condition,
        outcome=outcome,
        related=tuple(related),
        history=history(sights, strand.days, known.day, state, later),
        events=tuple(sorted(told.id for told in strand.told)),
    )


def side(strand: Strand, known: Known, name: str) -> tuple[Reference, ...]:
    """Who stands on a side: those the record knows, else descriptions; who is only named by country
    is left out where somebody of that country is named."""
    found: dict[str, Reference] = {}
    for told in strand.told:
        references: tuple[Reference, ...] = getattr(told.event, name)
        found |= {ref.id: ref for ref in references if ref.id not in found}
    actors = [ref for ref in found.values() if known.is_actor(ref)]
    kept = actors or list(found.values())
    return tuple(
        sorted(without_countries(kept, known), key=lambda reference: (reference.name, reference.id))
    )


def without_countries(references: Sequence[Reference], known: Known) -> list[Reference]:
    """Those that are not only the party of another one of them."""
    kinds = known.kinds
    people = {known.party(ref) for ref in references if kinds.get(ref.id) == "person"}
    countries = ("nationality", "place-as-actor", "government")
    return [
        ref
        for ref in references
        if not (kinds.get(ref.id) in countries and known.party(ref) in people)
    ]


def bodies_before_people(strand: Strand, known: Known) -> tuple[Reference, ...]:
    """Who does it, where it is bodies that do it (forces are a country's, not its president's): persons
    are left out where their party is named."""
    found = {
        ref.id: ref for told in strand.told for ref in told.event.sources if known.is_actor(ref)
    }
    bodies: dict[str, Reference] = {}
    for ref in sorted(found.values(), key=lambda ref: (ref.name, ref.id)):
        if known.kinds.get(ref.id) != "person":
            bodies.setdefault(known.party(ref), known.actor_named(known.party(ref)) or ref)
    kept = [
        ref
        for ref in found.values()
        if known.kinds.get(ref.id) == "person" and known.party(ref) not in bodies
    ]
    both = {ref.id: ref for ref in (*bodies.values(), *kept)}
    return tuple(sorted(both.values(), key=lambda ref: (ref.name, ref.id))) or side(
        strand, known, "sources"
    )


def everybody(strand: Strand, known: Known) -> tuple[Reference, ...]:
    """Both sides as one, for what is done with each other: those the record knows, and who is only described
    ("the German chancellor") where the events of the strand name him beside somebody."""
    both = {
        ref.id: ref
        for told in strand.told
        for ref in (*told.event.sources, *told.event.targets)
        if known.is_actor(ref) or not _UNTOLD.match(ref.name)
    }
    names = {ref.name.casefold(): ref for ref in both.values()}
    kept = without_countries(list(names.values()), known)
    return tuple(sorted(kept, key=lambda reference: (reference.name, reference.id)))


_UNTOLD = re.compile(
    r"(?:other|others|both|two|they|them|all|some|many|several|colleagues?|counterparts?)\b|\d",
    re.IGNORECASE,
)
"""How descriptions begin that say nothing of who it is."""


def voices_of(told: Iterable[Told]) -> tuple[Reference, ...]:
    """Who says so, where somebody is named or described."""
    found = {
        sight.mention.voice.id: sight.mention.voice
        for item in told
        for sight in item.sights
        if sight.mention.voice.id not in ("unstated", "unknown-voice")
    }
    return tuple(sorted(found.values(), key=lambda reference: (reference.name, reference.id)))


def shown_words(mention: StoryEventMention) -> str:
    """The clause that tells of it, if its sentence holds it as a sentence of its own; else the sentence."""
    sentence = mention.sentence.words
    if mention.clause is None or reasons_to_refuse(mention.clause.words, [sentence]):
        return sentence
    return mention.clause.words


def condition_of(told: Iterable[Told], known: Known) -> Citation | None:
    """The condition: of the events, of what is inside them, or the one if-clause of the sentence."""
    told = list(told)
    for item in told:
        for each in (item, known.inner(item)):
            if each is not None and each.event.condition is not None:
                return each.event.condition.citation
    for item in told:
        sentence = item.first.sentence
        found = list(_CONDITION.finditer(sentence.words))
        if len(found) == 1:
            return part_of(sentence, found[0].start(), found[0].end())
    return None


def history(
    sights: Sequence[Sight],
    days: Days | None,
    day: str | None,
    state: State,
    later: Sequence[Step] = (),
) -> tuple[Step, ...]:
    """The states in the order in which reports told them; the same state is not repeated. A last step
    is added when the mere passing of time changed it."""
    reported = dict.fromkeys(sight.published for sight in sights)
    steps: list[Step] = []
    for out in reported:
        seen = [s for s in sights if s.published == out or (s.published or "") <= (out or "9999")]
        now = state(_statuses(seen), days, out)
        cited = dict.fromkeys(s.mention.sentence for s in sights if s.published == out)
        if not steps or steps[-1].state != now:
            steps.append(Step(day=out, state=now, citations=tuple(cited)))
    end = state(_statuses(sights), days, day)
    if steps and steps[-1].state != end:
        steps.append(Step(day=day, state=end, citations=()))
    for step in sorted(later, key=lambda step: (step.day or "9999", step.state)):
        if step.state not in {done.state for done in steps}:
            steps.append(step)
    return tuple(sorted(steps, key=lambda step: step.day or "9999"))


def related_to(relation: str, told: Told, who: tuple[Reference, ...] | None = None) -> Related:
    """An event as what stands beside an item."""
    return Related(
        relation=relation,
        event=told.id,
        state=told.event.status,
        who=told.event.sources if who is None else who,
        citation=told.first.sentence,
    )


def _sights(strand: Strand) -> list[Sight]:
    return sorted(
        (sight for told in strand.told for sight in told.sights),
        key=lambda s: (s.published or "9999", s.mention.article, s.mention.start, s.mention.id),
    )


def _statuses(sights: Iterable[Sight]) -> frozenset[Status]:
    return frozenset(sight.status for sight in sights)


def _fullness(told: Told) -> tuple[bool, bool, int, int, str]:
    """What tells most comes first: what is so, what points to nothing before it, then who, whom,
    when, where and what."""
    event: StoryEvent = told.event
    held = (event.sources, event.targets, event.time, event.place, event.object)
    return (
        not told.is_real,
        told.points_back,
        -sum(bool(each) for each in held),
        len(told.first.sentence.words),
        told.id,
    )


def _best_mention(told: Told) -> StoryEventMention:
    real = [s.mention for s in told.sights if s.status in REAL] or [s.mention for s in told.sights]
    return min(
        real,
        key=lambda mention: (mention.part != "text", len(mention.sentence.words), mention.id),
    )


def _standing(strand: Strand, known: Known) -> Standing | None:
    claims: list[Claim] = [claim for told in strand.told for claim in known.claims(told)]
    standings = [known.standing(claim) for claim in sorted(claims, key=lambda claim: claim.id)]
    return max(
        standings,
        key=lambda one: (one.independent, len(one.newsrooms), one.independent_at_most),
        default=None,
    )
