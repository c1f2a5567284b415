"""Meanings of words by WordNet: senses that two words share, what they are kinds of, and opposites. Table: `wordnet.tsv`."""

from functools import cache, lru_cache

from .stems import stem
from .tables import read_lines

Row = tuple[frozenset[str], frozenset[str], frozenset[str]]
"""Senses, what these are kinds of, and opposites, as stems."""

_NONE: Row = (frozenset(), frozenset(), frozenset())


@cache
def _lines() -> dict[str, str]:
    """The columns of each stem, not yet taken apart: few of the 20,000 are ever asked for."""
    found = (line.partition("\t") for line in read_lines("wordnet.tsv"))
    return {stemmed: columns for stemmed, _, columns in found}


@lru_cache(maxsize=20_000)
def _row(stemmed: str) -> Row:
    columns = _lines().get(stemmed)
    if columns is None:
        return _NONE
    own, wider, opposite = columns.split("\t")
    return frozenset(own.split()), frozenset(wider.split()), frozenset(opposite.split())


def meanings(word: str) -> frozenset[str]:
    """The common senses of a word, in any of its forms, and of the words derived from it."""
    return _row(stem(word))[0]


def kinds(word: str) -> frozenset[str]:
    """The senses that the word is a kind of ("dhow": sailing vessel)."""
    return _row(stem(word))[1]


def opposites(word: str) -> frozenset[str]:
    """The stems of the words that mean the opposite."""
    return _row(stem(word))[2]
