"""Which sentence of one article goes with which of another, and how strongly.

Sentences are compared by the content words that both have outside quotation marks, each weighted by
how rare it is in the story: in a story everybody writes the same common names. A rewrite keeps the facts of
its original in their order even where hardly five words in a row survive, so pairs that follow
each other in the same order support one another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from math import log

from .shingles import Shape, Sheet


class Weights:
    """How much a content word says: 1 for one that stands in a single sentence of the story, falling
    towards 0 with the share of the story's different sentences that have it."""

    # A story of two short texts has too few sentences to tell what is common: it is counted as
    # part of one of this size.
    SMALLEST_STORY = 200

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        counts: dict[str, int] = {}
        seen: set[str] = set()
        for sheet in sheets:
            for line in sheet.lines:
                if line.shape.letters in seen:
                    continue
                seen.add(line.shape.letters)
                for word in line.shape.content:
                    counts[word] = counts.get(word, 0) + 1
        total = max(len(seen), self.SMALLEST_STORY) + 1
        scale = log(total)
        self._weights = {
            word: max(0.02, log(total / count) / scale) for word, count in counts.items()
        }
        self._sums: dict[tuple[str, ...], float] = {}

    def of(self, word: str) -> float:
        """The weight of one stem, 0 to 1."""
        return self._weights.get(word, 1.0)

    def total(self, words: tuple[str, ...]) -> float:
        """The weight of all these stems together."""
        if words not in self._sums:
            self._sums[words] = sum(self._weights.get(word, 1.0) for word in words)
        return self._sums[words]


@dataclass(frozen=True)
class Pair:
    """Sentence number `original` of one article and `copy` of the other. `likeness` (0 to 1) compares
    content words outside quotation marks, `likeness_of_all` those inside too; `verbatim` is the
    share of the words, in their order, that are the same."""

    original: int
    copy: int
    likeness: float
    likeness_of_all: float
    shared_weight: float

    @property
    def best(self) -> float:
        """The better of the two likenesses: for ordering, not for proof."""
        return max(self.likeness, self.likeness_of_all)


class Indexed:
    """A sheet with an index from stem to the sentences that have it, built when first needed."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.lines = sheet.lines

    @cached_property
    def sentences_with(self) -> dict[str, list[int]]:
        """Numbers of the sentences that have a stem."""
        index: dict[str, list[int]] = {}
        for number, line in enumerate(self.lines):
            for word in line.shape.content:
                index.setdefault(word, []).append(number)
        return index


def likeness(original: Shape, copy: Shape, weights: Weights) -> tuple[float, float, float]:
    """Likeness of two sentences outside quotation marks, likeness of all, and the weight of the words that
    both have outside them."""
    if original.letters == copy.letters:
        own = weights.total(copy.own)
        return (1.0 if own else 0.0), 1.0, own
    mine, theirs = original.own, copy.own
    scale = 1.0
    if _share_a_quotation(original, copy):
        # Who said it comes with the quotation, and is no more a proof than the quotation is.
        mine = tuple(word for word in mine if word not in original.names)
        theirs = tuple(word for word in theirs if word not in copy.names)
        scale = 0.5
    shared_own = _shared(mine, theirs, weights)
    shared_all = _shared(original.content, copy.content, weights)
    return (
        _dice(shared_own, weights.total(mine), weights.total(theirs)),
        _dice(shared_all, weights.total(original.content), weights.total(copy.content)),
        shared_own * scale,
    )


def _share_a_quotation(original: Shape, copy: Shape) -> bool:
    """Whether both sentences have words of one quotation: two content words inside the marks of both."""
    mine = set(original.content) - set(original.own)
    return len(mine & (set(copy.content) - set(copy.own))) >= 2


def _shared(original: tuple[str, ...], copy: tuple[str, ...], weights: Weights) -> float:
    other = set(original)
    return sum(weights.of(word) for word in copy if word in other)


def _dice(shared: float, original: float, copy: float) -> float:
    """Twice the shared weight by the sum of both; where one sentence was cut out of the other, three
    quarters of the part of the shorter one that is found in the longer."""
    if not shared:
        return 0.0
    whole = 2 * shared / (original + copy)
    smaller = min(original, copy)
    return max(whole, 0.75 * shared / smaller if smaller >= 2.5 else 0.0)


LEAST = 0.12
"""Pairs less alike than this are not looked at."""


def pairs_of(original: Indexed, copy: Indexed, weights: Weights) -> list[Pair]:
    """For each sentence of `copy` the few sentences of `original` that it could go with."""
    found: list[Pair] = []
    index = original.sentences_with
    for number, line in enumerate(copy.lines):
        votes: dict[int, float] = {}
        for word in line.shape.content:
            weight = weights.of(word)
            for other in index.get(word, ()):
                votes[other] = votes.get(other, 0.0) + weight
        for other in sorted(votes, key=lambda key: (-votes[key], key))[:4]:
            own, everything, shared = likeness(original.lines[other].shape, line.shape, weights)
            if max(own, everything) >= LEAST:
                found.append(Pair(other, number, own, everything, shared))
    return found


def chain(pairs: Sequence[Pair]) -> list[Pair]:
    """The best set of pairs in which each sentence of the copy stands once. A pair counts what it is
    alike; a step backwards in the original costs a little, since rewriters seldom reorder, and
    a step straight on gains a little.
    """
    by_copy: dict[int, list[Pair]] = {}
    for pair in pairs:
        by_copy.setdefault(pair.copy, []).append(pair)
    best: list[tuple[float, Pair, int]] = []  # score, pair, place of the one before
    open_ends: list[int] = []
    for copy in sorted(by_copy):
        fresh: list[int] = []
        for pair in by_copy[copy]:
            score, before = 0.0, -1
            for end in open_ends:
                bonus = _step(best[end][1], pair)
                if best[end][0] + bonus > score:
                    score, before = best[end][0] + bonus, end
            best.append((score + pair.best, pair, before))
            fresh.append(len(best) - 1)
        # Ends of the last few sentences are enough: what lies further back was beaten already.
        open_ends = [*open_ends, *fresh][-16:]
    if not best:
        return []
    at = max(range(len(best)), key=lambda place: (best[place][0], -place))
    way: list[Pair] = []
    while at >= 0:
        way.append(best[at][1])
        at = best[at][2]
    return way[::-1]


def _step(before: Pair, after: Pair) -> float:
    if after.copy == before.copy:
        return -9.0
    forward = after.original - before.original
    if forward == 1 or forward == 0:
        return 0.1
    return 0.05 if 1 < forward <= 4 else 0.0 if forward > 0 else -0.08


@lru_cache(maxsize=100_000)
def verbatim(original: tuple[str, ...], copy: tuple[str, ...]) -> float:
    """The share (0 to 1) of the longer sentence's words that both have in the same order."""
    if original == copy:
        return 1.0
    blocks = SequenceMatcher(None, original, copy, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(original), len(copy), 1)
