"""Aid and deliveries: who gives whom what, and how far it has come."""

import re
from dataclasses import replace

from ...model.event import REAL, Status
from ...model.text import Reference
from .item import ThreadItem
from .joining import Strand, strands
from .known import Days, Known, Told, words_before
from .making import make_item, side
from .sanctions import STUFF

_AHEAD = frozenset({"planned", "promised", "predicted", "hypothetical", "conditional"})
_ASKED = frozenset({"demanded", "requested"})
_STOPPED = re.compile(
    r"\b(?:stop|halt|suspend|cease|end|cut off|freeze|block|withh[eo]ld)(?:s|ed|ped|ing|ping)?"
    r"\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"^(?:approv|announc|authori[sz]|pledg|promis|grant|earmark|allocat|clear|commit)",
    re.IGNORECASE,
)


def aid(known: Known) -> tuple[ThreadItem, ...]:
    """Each aid or delivery once. States: `delivered`, `given`, `approved`, `pending`, `asked for`,
    `stopped`, `refused`."""
    told = [
        _without_giver_as_place(item)
        for item in known.of_types("aid", "sanction")
        if item.event.event_type == "aid" or (item.object & STUFF and item.is_real)
    ]
    return tuple(
        make_item("aid", strand, known, _state, whom=_to_whom(strand, known), final=_finer(strand))
        for strand in strands(told, _family, least=3)
        if _is_told(strand)
    )


def _without_giver_as_place(told: Told) -> Told:
    """A place that is the giver's own ("from Kenya") does not tell deliveries apart."""
    place = told.event.place
    own = place is not None and place.name.casefold() in told.sources
    return replace(told, place=frozenset() if own else told.place)


def _to_whom(strand: Strand, known: Known) -> tuple[Reference, ...]:
    """Who gets it; where nobody is named, the country it goes to."""
    whom = side(strand, known, "targets")
    if whom:
        return whom
    places = (told.event.place for told in strand.told if told.place)
    found = (known.actor_named(place.name) for place in places if place is not None)
    return tuple(dict.fromkeys(actor for actor in found if actor is not None))


def _family(told: Told) -> str:
    if told.event.event_type == "sanction" or _is_stopped(told):
        return "stopped"
    if told.statuses & _ASKED and not told.is_real:
        return "asked"
    return "military" if told.event.mode == "military" else "course"


def _is_stopped(told: Told) -> bool:
    return any(_STOPPED.search(words_before(sight.mention)) for sight in told.sights)


def _is_told(strand: Strand) -> bool:
    """Whether it is told who gives, and whom or what."""
    return bool(strand.sources) and bool(strand.targets or strand.object or strand.place)


def _finer(strand: Strand) -> str | None:
    """What the words say beyond the status: approved is not delivered, stopped is not given."""
    if any(_family(told) == "stopped" for told in strand.told):
        return "stopped"
    real = [told for told in strand.told if told.is_real]
    if not real:
        return None
    if all(_APPROVED.match(told.first.words) for told in real):
        return "approved"
    return "delivered" if any(told.event.mode == "military" for told in real) else "given"


def _state(statuses: frozenset[Status], days: Days | None, day: str | None) -> str:
    if statuses & REAL:
        return "given"
    if statuses & _AHEAD:
        return "pending"
    return "asked for" if statuses & _ASKED else "refused"
