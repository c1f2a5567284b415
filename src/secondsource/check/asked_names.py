"""The names and numbers by which an asked sentence is looked for in a record."""

import re
from dataclasses import replace

from .names import Keys, NameKeys
from .told import Told


def number_keys(told: Told) -> tuple[Keys, ...]:
    """A key for each number that a sentence counts something with, by which sentences that share it are found; not for those of
    days and names."""
    bounds = {
        bound for item in told.figures for bound in (item.low, item.high) if bound is not None
    }
    return tuple(frozenset({f"#{number:g}"}) for number in sorted(bounds | told.counted))


_CAPITALISED = re.compile(r"(?<=[a-z,;:] )[A-Z][\w'’-]+|^[A-Z][a-z]{3,}")


def with_known_names(asked: Told, keys: NameKeys) -> Told:
    """The sentence with names that reading took for none, and that the record knows ("Lund would not")."""
    found = {
        one.group(): keys.of_actor(one.group(), "person")
        for one in _CAPITALISED.finditer(asked.citation.words)
        if keys.is_person(one.group())
        and not any(start <= one.start() < end for start, end in asked.taken)
    }
    names = frozenset[str]().union(*asked.names)
    new = {name: known for name, known in found.items() if not known & names}
    return replace(
        asked,
        names=(*asked.names, *new.values()),
        shown=(*asked.shown, *new),
        persons=(*asked.persons, *new.values()),
    )
