"""How what stands outside an event changes what is known of what stands inside."""

from typing import cast, get_args

from ...model.event import REAL, Status

STATUSES: frozenset[str] = frozenset(get_args(Status))
OPEN = frozenset({"planned", "predicted", "promised", "threatened", "demanded", "requested"})
"""Statuses of what is still to come: these can be dropped, refused or called off."""

_SAID = frozenset({"promised", "threatened", "demanded", "requested", "alleged"})
"""Statuses that there is somebody to answer for: without him having spoken they are none."""


def compose(operator: str, inner: Status, soft: bool = False) -> Status:
    """The status of an event whose status is `inner`, seen through one more `operator`.

    Operators are statuses or the outcomes named in events_operators.toml. The innermost operator decides
    ("accused of plotting to poison": planned), with these exceptions: a denial covers everything under
    it, what is still to come can be negated or cancelled from outside, a belief about the future is a
    forecast, a condition covers plans, possibilities and their calling off, and a question ("asked")
    covers everything. `soft` says that `inner` comes from nothing but a "will": any word that decides
    more overrules it. Nothing ever becomes real from outside.
    """
    if operator == "asked" and inner not in ("negated", "denied", "cancelled"):
        return "hypothetical"  # whether they plan it is not known either
    if inner in REAL:
        match operator:
            case "transparent" | "inherits" | "factive" | "happened" | "":
                return inner
            case "ongoing":
                return "ongoing"
            case "future" | "attempt":
                return "planned"
            case "forecast":
                return "predicted"
            case "believed":
                return "alleged"
            case _ if operator in STATUSES:
                return cast(Status, operator)
        return "hypothetical"
    if (
        soft
        and operator in STATUSES
        and operator not in ("happened", "ongoing", "planned", "alleged")
    ):
        return cast(Status, operator)
    match operator:
        case "denied":
            return "denied"
        case "negated" if inner in ("planned", "promised", "predicted", "alleged"):
            return "negated"
        case "negated" if inner in ("demanded", "requested", "threatened"):
            return "hypothetical"
        case "cancelled" if inner in OPEN:
            return "cancelled"
        case "believed" | "predicted" | "alleged" if soft:
            return "predicted"
        case "threatened" | "promised" | "demanded" | "requested" if inner == "conditional":
            return cast(Status, operator)
        case "conditional" if inner in (
            "planned",
            "predicted",
            "hypothetical",
            "negated",
            "cancelled",
        ):
            return "conditional"
        case "planned" | "predicted" if inner == "promised":
            return "hypothetical"  # "before he agrees to pay"
        case "conditional" | "hypothetical" if inner in _SAID:
            return cast(Status, operator)  # "if he agrees to pay": nobody has promised anything
    return inner
