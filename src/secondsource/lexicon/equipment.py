"""Weapons, vehicles, ships and aircraft: look-ups over `equipment.toml`."""

import re
from functools import cache

from .tables import word_sets

_FILE = "equipment.toml"
# Letters, hyphen, number ("Su-35", "S-400", "AK-47"); more letters or a variant may follow ("M1A2", "F-16C").
_DESIGNATION = re.compile(
    r"(?:[A-Z][A-Za-z]{0,7}-[0-9]{1,4}[A-Za-z]{0,3}(?:-[0-9A-Z]{1,4})?|[A-Z]{1,3}[0-9]{1,3}[A-Z][0-9]?|M[0-9]{1,4}(?:A[0-9])?)"
)


def is_designation(word: str) -> bool:
    """Whether `word` has the form of a designation ("Su-35") and none of the known other meanings
    ("G-20", "Covid-19")."""
    if not _DESIGNATION.fullmatch(word):
        return False
    letters, hyphen, _ = word.partition("-")
    if not hyphen:
        return bool(re.fullmatch(r"M[0-9]{1,4}A[0-9]", word))
    return letters.lower() not in word_sets(_FILE)["not_designations"]


@cache
def names() -> frozenset[str]:
    """Names that mean equipment wherever they are written with a capital."""
    return word_sets(_FILE)["names"]


@cache
def names_with_noun() -> frozenset[str]:
    """Names that mean equipment only beside a noun of equipment."""
    return frozenset(name.replace("_", " ") for name in word_sets(_FILE)["with_noun"])


def is_noun(word: str) -> bool:
    """Whether `word` (lower case) tells that the name before it is equipment: "missile"."""
    return word in word_sets(_FILE)["nouns"]


def is_ship_prefix(word: str) -> bool:
    """Whether `word` stands before the name of a ship: "USS"."""
    return word in word_sets(_FILE)["ships"]


def is_vessel(word: str) -> bool:
    """Whether `word` (lower case) may stand right before the name of a ship: "trawler"."""
    return word in word_sets(_FILE)["vessels"]


def is_storm(word: str) -> bool:
    """Whether a name after `word` (lower case) is that of a storm: "hurricane"."""
    return word in word_sets(_FILE)["storms"]


def is_maker(word: str) -> bool:
    """Whether a number after `word` makes it the name of an aircraft: "Boeing"."""
    return word in word_sets(_FILE)["makers"]


def is_model(word: str) -> bool:
    """Whether `word` is a model behind its maker: "A320"."""
    return bool(re.fullmatch(r"[A-Z]{1,3}-?[0-9]{2,3}[A-Z]?", word))
