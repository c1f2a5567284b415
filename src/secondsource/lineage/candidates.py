"""Which articles are worth comparing: blocking, so that never all pairs are looked at.

Two sentences block together when they are equal or share two of their rarest words. Only the
first few holders of a sentence (in the order of the articles that `direction` gives) are candidates
for being its original, so that thousands of copies meet their original and not one another.
"""

from collections.abc import Sequence
from itertools import combinations

from .alignment import Weights
from .shingles import Shape, Sheet

RAREST = 6
"""Words of a sentence that block: pairs of these. Six rather than four finds a sentence again when
half of its rare words were replaced."""
LONGEST_LIST = 40
"""A pair of words that more different sentences have is no longer rare."""
HOLDERS = 4
"""Articles with the same sentence that are taken as its possible originals."""
LEAST_PART = 0.12
"""Part of the shorter text's sentences that must lead to the other text, unless one is nearly the same."""
CLOSE = 3
"""Pairs of rare words from which two sentences are taken as nearly the same: three words make three."""
MOST = 24
"""Candidates kept for one article, the most promising first."""


def candidates(sheets: Sequence[Sheet], weights: Weights) -> list[tuple[int, int]]:
    """Pairs of places in `sheets`, the smaller first, sorted. `sheets` stand in the order in which
    they may have been written; the first of several holders is preferred."""
    shapes: dict[str, Shape] = {}
    holders: dict[str, list[int]] = {}
    for place, sheet in enumerate(sheets):
        for line in sheet.lines:
            shape = line.shape
            if len(shape.content) < 2:
                continue
            shapes.setdefault(shape.letters, shape)
            having = holders.setdefault(shape.letters, [])
            if not having or having[-1] != place:
                having.append(place)
    related = _related(shapes, weights)
    found: set[tuple[int, int]] = set()
    for place, sheet in enumerate(sheets):
        votes = _votes(place, sheet, holders, related)
        promising = []
        for other, (count, close) in votes.items():
            shorter = min(len(sheet.lines), len(sheets[other].lines))
            if close or shorter <= 3 or count >= max(2, LEAST_PART * shorter):
                promising.append(other)
        promising.sort(key=lambda other: (-votes[other][0], other))
        found.update((min(place, other), max(place, other)) for other in promising[:MOST])
    return sorted(found)


def _related(shapes: dict[str, Shape], weights: Weights) -> dict[str, dict[str, int]]:
    """For each different sentence the others that share two rare words with it, outside quotations,
    and how many pairs of such words."""
    articles_with: dict[str, int] = {}
    for shape in shapes.values():
        for word in shape.own:
            articles_with[word] = articles_with.get(word, 0) + 1
    posting: dict[tuple[str, str], list[str]] = {}
    for letters, shape in shapes.items():
        # A word that stands in one sentence only cannot lead to another one.
        linking = [word for word in shape.own if articles_with[word] > 1]
        linking.sort(key=lambda word: (-weights.of(word), word))
        for pair in combinations(sorted(linking[:RAREST]), 2):
            posting.setdefault(pair, []).append(letters)
    related: dict[str, dict[str, int]] = {}
    for having in posting.values():
        if 1 < len(having) <= LONGEST_LIST:
            for one, other in combinations(having, 2):
                for here, there in ((one, other), (other, one)):
                    counts = related.setdefault(here, {})
                    counts[there] = counts.get(there, 0) + 1
    return related


def _votes(
    place: int,
    sheet: Sheet,
    holders: dict[str, list[int]],
    related: dict[str, dict[str, int]],
) -> dict[int, tuple[int, bool]]:
    """For each other article: how many sentences lead to it, and whether one is nearly the same."""
    votes: dict[int, tuple[int, bool]] = {}
    for letters, shape in {line.shape.letters: line.shape for line in sheet.lines}.items():
        reached: dict[int, bool] = {}
        for other in holders.get(letters, ())[:HOLDERS]:
            reached[other] = len(shape.own) >= 6
        for near, pairs in related.get(letters, {}).items():
            for other in holders[near][:HOLDERS]:
                reached[other] = reached.get(other, False) or pairs >= CLOSE
        for other, close in reached.items():
            if other != place:
                count, was_close = votes.get(other, (0, False))
                votes[other] = (count + 1, was_close or close)
    return votes
