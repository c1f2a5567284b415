"""Words that may be put for one another where the rest of two sentences is the same. Table: `paraphrases.toml`."""

from functools import cache

from .stems import stem
from .tables import read_toml


@cache
def _groups_of(table: str, mark: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_toml("paraphrases.toml")[table]:
        words = row.split()
        for word in words:
            found.setdefault(stem(word), set()).add(f"{mark}{words[0]}")
    return {word: frozenset(groups) for word, groups in sorted(found.items())}


def paraphrases(word: str) -> frozenset[str]:
    """The names of the groups that a word belongs to: two words that share one may be put for one another."""
    return _groups_of("groups", "~").get(stem(word), frozenset())


def wider_paraphrases(word: str) -> frozenset[str]:
    """The same with the wider groups too, for a sentence whose names, numbers, days and roles are compared apart."""
    return paraphrases(word) | _groups_of("wider", "~~").get(stem(word), frozenset())
