"""Words of number and of bounds: look-ups over `numbers.toml`."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal

Bound = Literal["lower", "upper", "near", "estimated"]


@cache
def _table() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("numbers.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def values(group: str) -> dict[str, float]:
    """Words and their values of one group: ones, tens, multiples, plurals, abbreviations, small,
    fractions (the denominators) or signs. Lower case, but for the abbreviations."""
    return {word: float(value) for word, value in _table()[group].items()}


@cache
def bounds(side: Literal["before", "after"]) -> dict[str, Bound]:
    """Words that stand before or after a number (lower case), with how they bound it."""
    return {words: bound for bound, rows in _table()[side].items() for words in rows}


@cache
def firmness(group: str) -> frozenset[str]:
    """Lemmas of words over a number that say how firm it is: estimating, projecting, planning, asking,
    asking_for, plans, projections, estimates or foretelling."""
    return frozenset(_table()["firmness"][group].split())
