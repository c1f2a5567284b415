"""Forces and movements: whose, what, from where to where, in which number."""

from ...model.event import REAL, Status
from ...model.text import Reference
from .item import ThreadItem
from .joining import Strand, strands
from .known import Days, Known, Told, stems_of
from .making import bodies_before_people, make_item, side

_MOVING = frozenset({"withdraw", "return", "disarm"})
_AHEAD = frozenset({"planned", "promised", "predicted", "alleged"})
_NOT = frozenset({"negated", "denied", "cancelled"})


def forces(known: Known) -> tuple[ThreadItem, ...]:
    """Each movement, gathering or exercise of forces once. States: `reported`, `announced`,
    `not so` (refused, called off or denied), `over, not reported as carried out`."""
    told = [item for item in known.told if _is_movement(item)]
    exercises = [item for item in told if item.event.mode == "exercise"]
    moves = [item for item in told if item.event.mode != "exercise"]
    found = [
        *strands(exercises, _family, mutual=True, least=2),
        *_with_mere_mentions(strands(moves, _family)),
    ]
    return tuple(
        make_item(
            "forces",
            strand,
            known,
            _state,
            who=bodies_before_people(strand, known),
            whom=_near_whom(strand, known),
        )
        for strand in found
        if _is_told(strand)
    )


def _with_mere_mentions(found: list[Strand]) -> list[Strand]:
    """What names no place, day or number ("the buildup") is the movement of the same party that the
    same article tells most of."""
    kept = [strand for strand in found if not _is_mere(strand)]
    for mere in filter(_is_mere, found):
        fitting = [
            strand
            for strand in kept
            if strand.articles & mere.articles
            and strand.is_real == mere.is_real
            and (not mere.sources or strand.sources & mere.sources)
        ]
        if not fitting:
            kept.append(mere)
            continue
        biggest = max(fitting, key=lambda strand: len(strand.sentences))
        for told in mere.told:
            biggest.add(told)
    return kept


def _is_mere(strand: Strand) -> bool:
    return not (strand.place or strand.days) and not strand.object - _TROOPS


_TROOPS = stems_of("troops forces soldiers military army units")


def _near_whom(strand: Strand, known: Known) -> tuple[Reference, ...]:
    return tuple(ref for ref in side(strand, known, "targets") if known.is_actor(ref))


def _is_movement(told: Told) -> bool:
    event = told.event
    if event.event_type == "retreat" and event.mode not in _MOVING:
        return False
    if event.event_type not in ("mobilize", "retreat"):
        return False
    if event.object is not None and event.object.lower() in _THINGS:
        return False
    return bool(told.statuses & (REAL | _AHEAD | _NOT))


_THINGS = frozenset({"it", "this", "that"})
"""Words for what is withdrawn that are no word for forces: "a licence is a licence; Chad will not withdraw it"."""


def _family(told: Told) -> str:
    kind = "exercise" if told.event.mode == "exercise" else told.event.event_type
    return f"{kind} {'not' if not told.statuses & (REAL | _AHEAD) else ''}"


def _is_told(strand: Strand) -> bool:
    """Whether it is told whose forces, or which ones and where."""
    return bool(strand.sources) or bool(strand.object and (strand.place or strand.targets))


def _state(statuses: frozenset[Status], days: Days | None, day: str | None) -> str:
    if statuses & REAL:
        return "reported"
    if statuses & _NOT:
        return "not so"
    if days is not None and day is not None and days[1] < day:
        return "over, not reported as carried out"
    return "announced"
