"""Which sentence of one article goes with which of another, and how strongly.

Sentences are compared by the content words that both have outside quotation marks, each weighted by
how rare it is in the story: in a story everybody writes the same common names. A rewrite keeps the facts of
its original in their order even where hardly five words in a row survive, so pairs that follow
each other in the same order support one another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import repeat
from math import log
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from .shingles import Shape, Sheet

Whole = NDArray[np.int64]


class Sentenced(Protocol):
    """A text in sentences."""

    def sentences(self) -> Iterable[tuple[str, Sequence[str]]]:
        """Each sentence as what tells equal ones, with the stems of its content words."""


class Weights:
    """How much a content word says: 1 for one that stands in a single sentence of the story, falling
    towards 0 with the share of the story's different sentences that have it."""

    # A story of two short texts has too few sentences to tell what is common: it is counted as
    # part of one of this size.
    SMALLEST_STORY = 200
    # Weights are whole multiples of this, so that their sums are exact, in whatever order they are made.
    STEP = 2.0**-24

    def __init__(self, texts: Iterable[Sentenced]) -> None:
        counts: dict[str, int] = {}
        seen: set[str] = set()
        for text in texts:
            for letters, content in text.sentences():
                if letters in seen:
                    continue
                seen.add(letters)
                for word in content:
                    counts[word] = counts.get(word, 0) + 1
        total = max(len(seen), self.SMALLEST_STORY) + 1
        scale = log(total)
        self._weights = {
            word: round(max(0.02, log(total / count) / scale) / self.STEP) * self.STEP
            for word, count in counts.items()
        }
        self._numbers: dict[str, int] = {}

    def of(self, word: str) -> float:
        """The weight of one stem, 0 to 1."""
        return self._weights.get(word, 1.0)

    def sum_of(self, words: Iterable[str]) -> float:
        """The weight of all these stems together, the same in any order."""
        return sum(map(self._weights.get, words, repeat(1.0)))

    def number_of(self, word: str) -> int:
        """The number of a stem; numbers mean nothing but that they differ."""
        return self._numbers.setdefault(word, len(self._numbers))

    def weigh(self, shape: Shape) -> "Weighed":
        """The sentence, weighed."""
        own = frozenset(shape.own)
        unnamed = own - shape.names if shape.names else own
        return Weighed(
            letters=shape.letters,
            own=own,
            unnamed=unnamed,
            quoted=frozenset(shape.content) - own,
            own_total=self.sum_of(own),
            unnamed_total=self.sum_of(unnamed),
            total=self.sum_of(shape.content),
        )


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


@dataclass(frozen=True)
class Weighed:
    """A sentence with what comparing it needs: its stems outside quotation marks, those of them that
    are no names, those that stand only inside, and the weights of these and of all."""

    letters: str
    own: frozenset[str]
    unnamed: frozenset[str]
    quoted: frozenset[str]
    own_total: float
    unnamed_total: float
    total: float


class Indexed:
    """A sheet with its sentences weighed and an index from stem to the sentences that have it; both are
    made when first needed."""

    def __init__(self, sheet: Sheet, weights: Weights) -> None:
        self.sheet = sheet
        self.lines = sheet.lines
        self.weights = weights

    @cached_property
    def weighed(self) -> list[Weighed]:
        """The sentences, in their order."""
        return [self.weights.weigh(line.shape) for line in self.lines]

    @cached_property
    def own_total(self) -> float:
        """The weight of all words outside quotation marks."""
        return sum(sentence.own_total for sentence in self.weighed)

    @cached_property
    def telling(self) -> "Telling":
        """Its stems, but for those that stand all over the story."""
        found = [
            (self.weights.number_of(word), number, weight)
            for number, line in enumerate(self.lines)
            for word in line.shape.content
            if (weight := self.weights.of(word)) >= COMMON
        ]
        found.sort()
        stems = np.array([stem for stem, _, _ in found], dtype=np.int64)
        different, first, times = np.unique(stems, return_index=True, return_counts=True)
        return Telling(
            stems=stems,
            sentences=np.array([number for _, number, _ in found], dtype=np.int64),
            weights=np.array([weight for _, _, weight in found], dtype=np.float64),
            different=different,
            first=first,
            times=times,
        )


@dataclass(frozen=True, eq=False)
class Telling:
    """The stems of a text that lead to another text, by number, sorted: each with the sentence in which
    it stands and its weight. Of the `different` ones, sorted, where they stand `first` and how many `times`."""

    stems: Whole
    sentences: Whole
    weights: NDArray[np.float64]
    different: Whole
    first: Whole
    times: Whole


COMMON = 0.25
"""Words of less weight do not lead from one sentence to another; they still count when compared."""
LEAST = 0.12
"""Pairs less alike than this are not looked at."""
LEAST_VOTES = 0.8
"""Nor are those that share less weight than this."""
CHOICES = 3
"""Sentences of the original that one sentence of the copy may go with."""


def compare_sentences(
    original: Weighed, copy: Weighed, weights: Weights
) -> tuple[float, float, float]:
    """Likeness of two sentences outside quotation marks, likeness of all, and the weight of the words that
    both have outside them."""
    if original.letters == copy.letters:
        return (1.0 if copy.own_total else 0.0), 1.0, copy.own_total
    if not original.quoted and not copy.quoted:
        shared = weights.sum_of(original.own & copy.own)
        likeness = _dice(shared, original.own_total, copy.own_total)
        return likeness, likeness, shared
    both_quoted = original.quoted & copy.quoted
    shared_all = weights.sum_of((original.own | original.quoted) & (copy.own | copy.quoted))
    of_all = _dice(shared_all, original.total, copy.total)
    if len(both_quoted) >= 2:
        # Who said it comes with the quotation, and is no more a proof than the quotation is.
        shared = weights.sum_of(original.unnamed & copy.unnamed)
        return _dice(shared, original.unnamed_total, copy.unnamed_total), of_all, shared / 2
    shared = weights.sum_of(original.own & copy.own)
    return _dice(shared, original.own_total, copy.own_total), of_all, shared


def _dice(shared: float, original: float, copy: float) -> float:
    """Twice the shared weight by the sum of both; where one sentence was cut out of the other, three
    quarters of the part of the shorter one that is found in the longer."""
    if not shared:
        return 0.0
    whole = 2 * shared / (original + copy)
    smaller = min(original, copy)
    return max(whole, 0.75 * shared / smaller if smaller >= 2.5 else 0.0)


def pairs_of(original: Indexed, copy: Indexed) -> list[Pair]:
    """For each sentence of `copy` the few sentences of `original` that it could go with."""
    found: list[Pair] = []
    for number, other in _promising(original, copy):
        own, everything, shared = compare_sentences(
            original.weighed[other], copy.weighed[number], copy.weights
        )
        if max(own, everything) >= LEAST:
            found.append(Pair(other, number, own, everything, shared))
    return found


def _promising(original: Indexed, copy: Indexed) -> Iterator[tuple[int, int]]:
    """Each sentence of `copy` with the few of `original` with which it shares most weight."""
    there, here = original.telling, copy.telling
    if not len(there.stems) or not len(here.stems):
        return
    place = np.minimum(np.searchsorted(there.different, here.stems), len(there.different) - 1)
    both = np.flatnonzero(there.different[place] == here.stems)
    place = place[both]
    times = there.times[place]
    # Each stem of the copy meets all places where the original has it.
    met = np.repeat(there.first[place] - (np.cumsum(times) - times), times)
    others = there.sentences[met + np.arange(len(met))]
    keys = np.repeat(here.sentences[both], times) * len(original.lines) + others
    shared, inverse = np.unique(keys, return_inverse=True)
    votes = np.bincount(inverse, weights=np.repeat(here.weights[both], times))
    enough = votes >= LEAST_VOTES
    numbers, others = np.divmod(shared[enough], len(original.lines))
    order = np.lexsort((others, -votes[enough], numbers))
    numbers, others = numbers[order], others[order]
    first = np.arange(len(numbers)) - np.searchsorted(numbers, numbers) < CHOICES
    yield from zip(numbers[first].tolist(), others[first].tolist(), strict=True)


OPEN_ENDS = 9
"""Pairs that a chain may go on from: those of the last few sentences. What lies further back was beaten."""


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
        open_ends = [*open_ends, *fresh][-OPEN_ENDS:]
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
