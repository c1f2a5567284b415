"""Figures: a number with what it counts."""

from typing import Literal

from .text import Citation
from .value import Value

Nature = Literal["measured", "estimated", "planned", "projected"]


class Figure(Value, frozen=True):
    """A number with what it counts.

    `low` and `high` bound the value (equal for a plain number; null where open: "more than 100"
    has low 100 and high null, "as many as 100" low null and high 100). `approximator` is as
    written ("about", "more than"), null if none. `unit` is an ISO 4217 currency code, `percent`,
    `percentage point`, a pint unit name ("kilometre") or null for a count. `measured` is the noun
    that is counted ("troops"), `of` whose they are ("Kenya"), `where` the place words, `as_of` the
    ISO day or EDTF date at which it held (null: defaults to publication).
    """

    id: str
    citation: Citation
    low: float | None
    high: float | None
    approximator: str | None
    unit: str | None
    measured: str | None
    of: str | None
    where: str | None
    as_of: str | None
    nature: Nature
    statement: str | None = None
