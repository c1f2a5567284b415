"""Threats and their conditions: who threatens whom with what, if what."""

import re

from ...model.event import REAL, Status
from ...model.text import Reference
from .item import Related, ThreadItem
from .joining import Strand, strands
from .known import Days, Known, Told, stems_of
from .making import condition_of, make_item, related_to, side, voices_of
from .spoken import spoken_threats

_UNREAL = frozenset({"threatened", "promised", "planned", "conditional", "hypothetical"})
_HARM = re.compile(
    r"\b(?:consequences?|costs?|price|retaliat\w+|response|penalt(?:y|ies)|punish\w*)\b"
)


def threats(known: Known) -> tuple[ThreadItem, ...]:
    """Each threat once. States: `threatened`; `carried out` where what was threatened is reported as so
    later; `withdrawn`."""
    told = [item for item in known.told if _is_threat(item, known)]
    items = tuple(
        _item(strand, known)
        for strand in strands(told, lambda item: _who(item, known))
        if _is_told(strand, known)
    )
    return (*items, *spoken_threats(known, items))


def _is_threat(told: Told, known: Known) -> bool:
    """The threatening itself; or what is threatened where no word of threatening holds it."""
    if told.event.event_type == "threaten":
        return told.is_real
    return "threatened" in told.statuses and not known.about([told.id], "threaten")


def _who(told: Told, known: Known) -> str:
    """The party that threatens: the one that does it, else who says so."""
    if told.sources:
        return min(told.sources)
    return min((known.party(voice) for voice in _speakers(told, known)), default="")


def _speakers(told: Told, known: Known) -> tuple[Reference, ...]:
    """Who says so, where saying it is the threat: a mere noun ("the threat of...") is somebody else's."""
    if told.first.words.casefold() in _NOUNS:
        return ()
    inner = known.inner(told)
    return voices_of([told]) or (voices_of([inner]) if inner is not None else ())


_NOUNS = frozenset({"threat", "threats", "ultimatum", "ultimatums", "warning", "warnings"})


def _is_told(strand: Strand, known: Known) -> bool:
    """Whether it is told who threatens and with what or if what."""
    has_content = any(
        told.object or known.inner(told) or _HARM.search(told.first.sentence.words)
        for told in strand.told
    )
    return has_content and any(_who(told, known) for told in strand.told)


def _item(strand: Strand, known: Known) -> ThreadItem:
    who = side(strand, known, "sources")
    if not any(known.is_actor(reference) for reference in who):
        speakers = {ref.id: ref for told in strand.told for ref in _speakers(told, known)}
        who = tuple(speakers.values()) or who
    condition = condition_of(strand.told, known)
    related: list[Related] = []
    what: str | None = None
    carried_out = False
    for told in strand.told:
        inner = known.inner(told)
        if inner is not None:
            related.append(related_to("threatened", inner))
            what = what or inner.event.object or inner.first.words
            carried_out = carried_out or _carried_out(inner, told, known)
    return make_item(
        "threats",
        strand,
        known,
        _state,
        related=related,
        who=who,
        whom=_whom(strand, known),
        what=what,
        condition=condition,
        final="carried out" if carried_out else None,
    )


def _whom(strand: Strand, known: Known) -> tuple[Reference, ...]:
    """The threatened. Who would be harmed by what the condition names is not threatened but shielded:
    the victim of a conditional attack is left out."""
    victims: set[str] = set()
    for told in strand.told:
        condition = told.event.condition
        if condition and condition.event and (inner := known.by_id.get(condition.event)):
            places = {inner.event.place.name.casefold()} if inner.event.place else set()
            victims |= inner.targets | places
    whom = tuple(
        ref
        for ref in side(strand, known, "targets")
        if known.party(ref) not in victims and ref.name.casefold() not in victims
    )
    return whom or _who_must_not(strand, known)


def _who_must_not(strand: Strand, known: Known) -> tuple[Reference, ...]:
    """Who would do what the condition names: the threat is to them."""
    found: dict[str, Reference] = {}
    for told in strand.told:
        for each in (told, known.inner(told)):
            condition = each.event.condition if each is not None else None
            if condition and condition.event and (inner := known.by_id.get(condition.event)):
                found |= {ref.id: ref for ref in inner.event.sources if known.is_actor(ref)}
    return tuple(found.values())


def _carried_out(inner: Told, outer: Told, known: Known) -> bool:
    """Whether an article after the threat reports the same deed of the same party as so."""
    said = outer.sights[0].published
    if said is None or not inner.sources:
        return False
    return any(
        other.is_real
        and bool(other.sources & inner.sources)
        and (not inner.targets or bool(other.targets & inner.targets))
        and bool(stems_of(other.event.object or "") & inner.object or not inner.object)
        and other.days is not None
        and other.days[0] > said
        for other in known.of_types(inner.event.event_type)
    )


def _state(statuses: frozenset[Status], days: Days | None, day: str | None) -> str:
    if statuses & (REAL | _UNREAL):
        return "threatened"
    return "withdrawn"
