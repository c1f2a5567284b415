"""Words that news uses for one another. Table: `synonyms.toml`."""

from functools import cache

from .stems import stem
from .tables import read_toml


@cache
def _group_of() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_toml("synonyms.toml")["groups"]:
        words = row.split()
        for word in words:
            found.setdefault(stem(word), set()).add(words[0])
    return {word: frozenset(groups) for word, groups in sorted(found.items())}


def senses(word: str) -> frozenset[str]:
    """The names of the groups that a word belongs to, and its own stem: two words that share one may be
    said for one another."""
    own = stem(word)
    return _group_of().get(own, frozenset()) | {f"={own}"}
