"""Words that may be put for one another where the rest of two sentences is the same. Table: `paraphrases.toml`."""

from functools import cache

from .stems import stem
from .tables import read_toml


@cache
def _groups_of() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_toml("paraphrases.toml")["groups"]:
        words = row.split()
        for word in words:
            found.setdefault(stem(word), set()).add(f"~{words[0]}")
    return {word: frozenset(groups) for word, groups in sorted(found.items())}


def paraphrases(word: str) -> frozenset[str]:
    """The names of the groups that a word belongs to: two words that share one may be put for one another."""
    return _groups_of().get(stem(word), frozenset())
