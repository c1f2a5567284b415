"""How what stands outside an event changes what is known of what stands inside."""

from ...model.event import REAL, Status

STATUSES = frozenset(
    {
        "happened",
        "ongoing",
        "planned",
        "predicted",
        "promised",
        "threatened",
        "demanded",
        "requested",
        "denied",
        "alleged",
        "conditional",
        "hypothetical",
        "negated",
        "cancelled",
    }
)
_PROSPECTIVE = frozenset({"planned", "predicted"})


def compose(operator: str, inner: Status) -> Status:
    """The status of an event whose status is `inner`, seen through one more `operator`.

    Operators are statuses or the outcomes named in events_operators.toml. No operator ever makes
    anything real that was not real inside.
    """
    match operator:
        case "transparent" | "inherits" | "factive":
            return inner
        case "ongoing":
            return "ongoing" if inner == "happened" else inner
        case "future":
            return "planned" if inner in REAL else inner
        case "planned":
            return "planned" if inner in REAL or inner == "predicted" else inner
        case "predicted":
            return "predicted" if inner in REAL or inner == "planned" else inner
        case "believed":
            if inner == "planned":
                return "predicted"
            return "alleged" if inner in REAL else inner
        case "alleged":
            return "alleged" if inner in REAL or inner in _PROSPECTIVE else inner
        case "negated":
            if inner in REAL or inner in _PROSPECTIVE or inner in ("promised", "alleged"):
                return "negated"
            return inner if inner in ("denied", "conditional", "cancelled") else "hypothetical"
        case "denied":
            return "denied" if inner not in ("negated", "cancelled") else "denied"
        case "demanded" | "requested":
            if inner == "negated":
                return "hypothetical"
            return operator if inner not in ("cancelled", "alleged", "denied") else inner
        case "promised" | "threatened":
            return operator if inner not in ("negated", "cancelled", "denied") else inner
        case "cancelled":
            return "cancelled" if inner in REAL or inner in _PROSPECTIVE else inner
        case "conditional":
            if inner in ("threatened", "promised", "demanded", "denied", "requested"):
                return inner
            return "conditional"
        case "attempt":
            return "hypothetical" if inner in REAL or inner in _PROSPECTIVE else inner
        case "purpose":
            return "planned" if inner in REAL else inner
        case "hypothetical":
            return inner if inner in ("conditional", "denied", "cancelled") else "hypothetical"
    return inner
