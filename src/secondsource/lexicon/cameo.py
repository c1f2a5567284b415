"""CAMEO codes for PLOVER types and modes, and back."""

from functools import cache
from typing import Any

from ..model.event import EventType, Status
from .tables import read_toml

_COOPERATIVE = frozenset({"consult", "support", "cooperate", "aid", "concede", "retreat"})


@cache
def _table() -> dict[str, Any]:
    return read_toml("cameo.toml")


def cameo_code(kind: EventType, mode: str | None = None, status: Status = "happened") -> str | None:
    """The CAMEO code of an event, or None where CAMEO has none.

    CAMEO knows no status: what is only intended, threatened, asked for or refused has codes of its
    own (03 intent to cooperate, 13 threat, 02 appeal, 10 demand, 12 rejection); what is alleged,
    conditional, hypothetical, predicted, denied or cancelled has none, and is not exported.
    """
    match status:
        case "happened" | "ongoing":
            table = _table()
            code: str = table["mode"].get(f"{kind}-{mode}", table["code"][kind])
            return code
        case "planned" | "promised":
            return "030" if kind in _COOPERATIVE else None
        case "threatened":
            return "130"
        case "demanded":
            return "100"
        case "requested":
            return "020"
        case "negated":
            return "120" if kind in _COOPERATIVE else None
    return None


def plover_type(code: str) -> EventType | None:
    """The PLOVER type of a CAMEO code; None for those that PLOVER has dropped (01, statements) and for
    what is no CAMEO code."""
    table = _table()["type"]
    for length in (3, 2):
        if code[:length] in table:
            found: EventType = table[code[:length]]
            return found
    return None
