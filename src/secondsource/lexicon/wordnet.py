"""Meanings of words by WordNet: senses that two words share, what they are kinds of, and opposites. Table: `wordnet.tsv`."""

from functools import cache

from .stems import stem
from .tables import read_rows

Meanings = tuple[frozenset[str], frozenset[str], frozenset[str]]

_NONE: Meanings = (frozenset(), frozenset(), frozenset())


@cache
def _table() -> dict[str, Meanings]:
    found: dict[str, Meanings] = {}
    for word, own, wider, opposites in read_rows("wordnet.tsv"):
        before = found.get(stem(word), _NONE)
        found[stem(word)] = (
            before[0] | set(own.split()),
            before[1] | set(wider.split()),
            before[2] | {stem(other) for other in opposites.split()},
        )
    return found


def meanings(word: str) -> frozenset[str]:
    """The common senses of a word, in any of its forms, and of the words derived from it."""
    return _table().get(stem(word), _NONE)[0]


def kinds(word: str) -> frozenset[str]:
    """The senses that the word is a kind of ("dhow": sailing vessel)."""
    return _table().get(stem(word), _NONE)[1]


def opposites(word: str) -> frozenset[str]:
    """The stems of the words that mean the opposite."""
    return _table().get(stem(word), _NONE)[2]
