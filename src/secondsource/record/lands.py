"""Ministries, armies and the like of one land: "Kenya's Defense Ministry" is "the Kenyan Ministry of Defense" and not
that of Chad."""

import re
from collections.abc import Iterable

from ..lexicon import nationalities
from .words import normalised

LongName = tuple[str, str | None]
"""What a body is, normalised, and the state whose body it is, where that is known."""

_OF = re.compile(r"^(ministry|department|office) (?:of|for) (?:the )?(.+)$")


def long_name(name: str, affiliation: str | None) -> LongName | None:
    """What a body of a state is and of which state, by its name or by what it belongs to; None for names of one
    word, which are names of one body."""
    core, land = _parted(name)
    if " " not in core and land is None:
        return None
    countries = nationalities.countries()
    if land is None and affiliation in countries:
        land = countries[affiliation].name
    core = _OF.sub(r"\2 \1", normalised(core))
    return (core, land) if core else None


def _parted(name: str) -> LongName:
    """A name without the state before or behind it, and the state: "Kenyan Coast Guard", "Army of Chad"."""
    words = name.split()
    for length in (3, 2, 1):
        if len(words) <= length:
            continue
        for table in (nationalities.demonyms(), nationalities.countries()):
            front, back = " ".join(words[:length]), " ".join(words[-length:])
            if front in table and table[front].code != "-":
                return " ".join(words[length:]), table[front].name
            if back in table and words[-length - 1] == "of" and table[back].code != "-":
                return " ".join(words[: -length - 1]), table[back].name
    return name, None


def only_lands(names: Iterable[LongName]) -> dict[str, str]:
    """For what is a body of one state alone among these: the state."""
    lands: dict[str, set[str]] = {}
    for core, land in names:
        if land is not None:
            lands.setdefault(core, set()).add(land)
    return {core: next(iter(of)) for core, of in lands.items() if len(of) == 1}
