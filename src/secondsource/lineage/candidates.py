"""Which articles are worth comparing: blocking, so that never all pairs are looked at.

Two sentences block together when they are equal or share two of their rarest words. Only the
first few holders of a sentence (in the order of the articles that `direction` gives) are candidates
for being its original, so that thousands of copies meet their original and not one another.

All of it is worked out anew for each story, in whole arrays: that costs far less than to find out what
one article more would change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from .alignment import Weights
from .cards import Card

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

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
ENOUGH_WORDS = 6
"""Content words outside quotation marks from which an equal sentence is no chance."""
FEWEST_WORDS = 2
"""Sentences of fewer content words lead nowhere."""
AT_ONCE = 50_000
"""Sentences whose ways to other texts are in memory at one time."""


@dataclass(frozen=True, eq=False)
class Sentences:
    """The different sentences of a story, by number. `words` and `of` are the words of all, by their rank in
    the alphabet, with the sentence of each; `holders` the first articles that have a sentence, by place, -1 where
    there are no more. `places`, `members` and `own` are, for each article and each sentence in it, the article, the sentence,
    and how many words it has there outside quotation marks; `lengths` are the sentences of each article."""

    words: Whole
    of: Whole
    weights: NDArray[np.float64]
    holders: Whole
    places: Whole
    members: Whole
    own: Whole
    lengths: Whole


def candidates(cards: Sequence[Card], weights: Weights) -> list[tuple[int, int]]:
    """Pairs of places in `cards`, the smaller first, sorted. `cards` stand in the order in which
    they may have been written; the first of several holders is preferred."""
    sentences = _sentences(cards, weights)
    if not len(sentences.holders):
        return []
    related = _related(sentences)
    found = [
        np.unique(np.minimum(places, others) * len(cards) + np.maximum(places, others))
        for places, others in _promising(sentences, related)
    ]
    if not found:
        return []
    ones, others = np.divmod(np.unique(np.concatenate(found)), len(cards))
    return list(zip(ones.tolist(), others.tolist(), strict=True))


def _sentences(cards: Sequence[Card], weights: Weights) -> Sentences:
    numbers: dict[str, int] = {}
    words: dict[str, int] = {}
    told: list[int] = []
    of: list[int] = []
    holders: list[list[int]] = []
    for place, card in enumerate(cards):
        own = [words.setdefault(word, len(words)) for word in card.words]
        for line in card.lines:
            if len(line.own) + len(line.quoted) < FEWEST_WORDS:
                continue
            number = numbers.setdefault(line.letters, len(numbers))
            if number == len(holders):
                holders.append([])
                told += [own[at] for at in line.own]
                of += [number] * len(line.own)
            having = holders[number]
            if len(having) < HOLDERS and (not having or having[-1] != place):
                having.append(place)
    places: list[int] = []
    members: list[int] = []
    own_words: list[int] = []
    for place, card in enumerate(cards):
        last = {line.letters: len(line.own) for line in card.lines}
        having = [numbers[letters] for letters in last if letters in numbers]
        places += [place] * len(having)
        members += having
        own_words += [count for letters, count in last.items() if letters in numbers]
    in_order = sorted(words)
    rank = np.empty(len(words), dtype=np.int64)
    rank[[words[word] for word in in_order]] = np.arange(len(words))
    return Sentences(
        words=rank[told] if told else np.empty(0, dtype=np.int64),
        of=np.array(of, dtype=np.int64),
        weights=np.array([weights.of(word) for word in in_order], dtype=np.float64),
        holders=np.array([each + [-1] * (HOLDERS - len(each)) for each in holders], dtype=np.int64),
        places=np.array(places, dtype=np.int64),
        members=np.array(members, dtype=np.int64),
        own=np.array(own_words, dtype=np.int64),
        lengths=np.array([len(card.lines) for card in cards], dtype=np.int64),
    )


@dataclass(frozen=True, eq=False)
class Related:
    """For each different sentence those that share two rare words with it, outside quotations: they stand in
    `others` from `first[n]` to `first[n + 1]`, with whether they share so many as to be nearly the same."""

    first: Whole
    others: Whole
    close: Flags


def _related(sentences: Sentences) -> Related:
    count = len(sentences.holders)
    pairs, holding = _rare_pairs(sentences)
    order = np.lexsort((holding, pairs))
    pairs, holding = pairs[order], holding[order]
    begins = np.flatnonzero(np.diff(pairs, prepend=-1))
    sizes = np.diff(begins, append=len(pairs))
    edges: list[Whole] = []
    for size in range(2, LONGEST_LIST + 1):
        block = holding[begins[sizes == size][:, None] + np.arange(size)]
        one, other = np.triu_indices(size, 1)
        edges.append((block[:, one] * count + block[:, other]).ravel())
    shared, times = np.unique(np.concatenate(edges), return_counts=True)
    ones, others = np.divmod(shared, count)
    here, there = np.concatenate((ones, others)), np.concatenate((others, ones))
    close = np.concatenate((times, times)) >= CLOSE
    order = np.argsort(here, kind="stable")
    first = np.searchsorted(here[order], np.arange(count + 1))
    return Related(first=first, others=there[order], close=close[order])


def _rare_pairs(sentences: Sentences) -> tuple[Whole, Whole]:
    """Each pair of the rarest words of a sentence as one number, with the sentence. A word that stands in one
    sentence only cannot lead to another one."""
    words, of, count = sentences.words, sentences.of, len(sentences.weights)
    linking = np.bincount(words, minlength=count)[words] > 1
    words, of = words[linking], of[linking]
    order = np.lexsort((words, -sentences.weights[words], of))
    words, of = words[order], of[order]
    nth = np.arange(len(of)) - np.searchsorted(of, of)
    rarest = nth < RAREST
    grid = np.full((len(sentences.holders), RAREST), count, dtype=np.int64)
    grid[of[rarest], nth[rarest]] = words[rarest]
    grid.sort(axis=1)
    pairs: list[Whole] = []
    holding: list[Whole] = []
    for one, other in combinations(range(RAREST), 2):
        having = np.flatnonzero(grid[:, other] < count)
        pairs.append(grid[having, one] * count + grid[having, other])
        holding.append(having)
    return np.concatenate(pairs), np.concatenate(holding)


def _promising(sentences: Sentences, related: Related) -> Iterator[tuple[Whole, Whole]]:
    """The places of articles, with those of the articles that each of them should be compared with."""
    ends: Whole = np.flatnonzero(np.diff(sentences.places, append=-1)) + 1
    start = 0
    while start < len(sentences.places):
        stop = int(ends[min(int(np.searchsorted(ends, start + AT_ONCE)), len(ends) - 1)])
        places, others, counts, close = _votes(sentences, related, slice(start, stop))
        start = stop
        shorter = np.minimum(sentences.lengths[places], sentences.lengths[others])
        enough = close | (shorter <= 3) | (counts >= np.maximum(2, LEAST_PART * shorter))
        places, others, counts = places[enough], others[enough], counts[enough]
        order = np.lexsort((others, -counts, places))
        places, others = places[order], others[order]
        first = np.arange(len(places)) - np.searchsorted(places, places) < MOST
        yield places[first], others[first]


def _votes(
    sentences: Sentences, related: Related, part: slice
) -> tuple[Whole, Whole, Whole, Flags]:
    """For these sentences of articles: the place of the article, that of another one, how many of its sentences
    lead there, and whether one is nearly the same."""
    members, total = sentences.members[part], len(sentences.lengths)
    degrees = related.first[members + 1] - related.first[members]
    whence = np.repeat(np.arange(len(members)), degrees)
    at = np.repeat(related.first[members] - (np.cumsum(degrees) - degrees), degrees)
    at = at + np.arange(len(at))
    from_, to, close = (
        np.concatenate((np.arange(len(members)), whence)),
        np.concatenate((members, related.others[at])),
        np.concatenate((sentences.own[part] >= ENOUGH_WORDS, related.close[at])),
    )
    reached = sentences.holders[to]
    there = reached >= 0
    ways = np.repeat(from_, HOLDERS).reshape(reached.shape)[there] * total + reached[there]
    ways, close = _once(ways, np.repeat(close, HOLDERS).reshape(reached.shape)[there])[:2]
    from_, other = np.divmod(ways, total)
    place = sentences.places[part][from_]
    apart = place != other
    votes, close, counts = _once(place[apart] * total + other[apart], close[apart])
    places, others = np.divmod(votes, total)
    return places, others, counts, close


def _once(keys: Whole, flags: Flags) -> tuple[Whole, Flags, Whole]:
    """The different keys, sorted; whether any of each has the flag; and how many of each there are."""
    different, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    flagged = np.zeros(len(different), dtype=np.bool_)
    flagged[inverse[flags]] = True
    return different, flagged, counts
