"""Words of denials. Table: `denials.toml`."""

from functools import cache

from .stems import stem
from .tables import word_sets


def words(group: str) -> frozenset[str]:
    """The words of one group: denying, turning_down, held_against, told, part, untrue, naming, carrying, own or asking.

    Raises KeyError for any other group.
    """
    return word_sets("denials.toml")[group]


@cache
def stems_of(group: str) -> frozenset[str]:
    """The stems of the words of one group."""
    return frozenset(map(stem, words(group)))


@cache
def any_of(group: str) -> str:
    """A pattern for any word of one group, in the singular or plural."""
    singular = sorted(words(group))
    plural = [
        f"{word[:-1]}ies" for word in singular if word.endswith("y") and word[-2] not in "aeo"
    ]
    return rf"(?:(?:{'|'.join(singular)})s?|{'|'.join(plural) or '(?!)'})"
