"""How much of one sentence's content words another has."""

from collections.abc import Mapping

from ...lexicon.stems import stem
from ..telling.told import Told


def _weight(word: frozenset[str], weights: Mapping[str, float]) -> float:
    return (
        max((weights.get(sense, 0.0) for sense in word if sense.startswith("=")), default=0.0)
        or 3.0
    )


_LIGHT = frozenset({"=number", "=amount", "=level"}) | frozenset(
    f"={stem(verb)}"
    for verb in "get got gotten go went gone come came be become became put give gave have".split()
)
"""Keys of verbs that say next to nothing by themselves, and of nouns that only say that something is counted."""


def share(
    asked: tuple[frozenset[str], ...],
    here: frozenset[str],
    around: frozenset[str],
    weights: Mapping[str, float],
) -> float:
    """The share of the weight of the asked words that the source has (or, for three quarters of
    their weight, what stands right before it)."""
    whole = held = 0.0
    for word in asked:
        # "Got dearer", "went up": the verb tells nothing that the word beside it does not.
        weight = 0.0 if len(asked) > 1 and word & _LIGHT else _weight(word, weights)
        whole += weight
        if word & here:
            held += weight
        elif word & around:
            held += 0.75 * weight
    return held / whole if whole else 1.0


def back(asked: Told, source: Told) -> float:
    """The share of a source's content words that the sentence has."""
    if len(source.words) < 2:
        return 0.0
    return sum(bool(word & asked.spoken) for word in source.words) / len(source.words)
