"""Tables over all pairs of given mentions: what is equal, what is shared, how alike two articles are."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Any

import numpy as np

from ...model.given import GivenMention, GivenReading
from .linkage import Array

UNSEEN = 2.0
"""Weight of a stem that no article has as content."""


@dataclass(frozen=True)
class Shared:
    """For each pair the cosine of two weighted sets, how many members they share, and whether both have
    any."""

    cosine: Array
    count: Array
    both: Array

    @property
    def apart(self) -> Array:
        """Pairs that both have members and none in common."""
        return np.asarray(self.both & (self.count == 0))


class Articles:
    """The articles of a story: the weight of each stem (rare ones weigh more), and how alike two are."""

    def __init__(self, readings: Sequence[GivenReading]) -> None:
        self.ids = [each.reading.article.id for each in readings]
        self.number = {name: at for at, name in enumerate(self.ids)}
        seen: dict[str, int] = {}
        for each in readings:
            for stem in each.stems:
                seen[stem] = seen.get(stem, 0) + 1
        column = {stem: at for at, stem in enumerate(sorted(seen))}
        self.weights: Mapping[str, float] = {
            stem: log((1 + len(self.ids)) / count) for stem, count in seen.items()
        }
        table = np.zeros((len(self.ids), max(1, len(column))), dtype=np.float32)
        for at, each in enumerate(readings):
            for stem, count in each.stems.items():
                table[at, column[stem]] = (1 + log(count)) * self.weights[stem]
        self.likeness = _cosine(table)

    def weight(self, stem: str) -> float:
        """How much a stem says, at least 0.1."""
        return max(0.1, self.weights.get(stem, UNSEEN))


@dataclass(frozen=True)
class Pairs:
    """All pairs of the mentions of one kind."""

    mentions: Sequence[GivenMention]
    articles: Articles

    def __len__(self) -> int:
        return len(self.mentions)

    def values(self, of: Callable[[GivenMention], Any]) -> Array:
        """One value for each mention."""
        return np.array([of(each) for each in self.mentions])

    def equal(self, of: Callable[[GivenMention], Hashable]) -> tuple[Array, Array]:
        """Pairs whose value is the same, and pairs that both have one (None and "" are none)."""
        number: dict[Hashable, int] = {}
        codes = np.array(
            [
                number.setdefault(value, len(number)) if value else -1
                for value in map(of, self.mentions)
            ]
        )
        both = (codes >= 0)[:, None] & (codes >= 0)[None, :]
        return (codes[:, None] == codes[None, :]) & both, both

    def shared(self, of: Callable[[GivenMention], Iterable[str]], weighted: bool = True) -> Shared:
        """What sets of words have in common, rare words weighing more if `weighted`."""
        sets = [frozenset(of(each)) for each in self.mentions]
        column = {word: at for at, word in enumerate(sorted(frozenset().union(*sets)))}
        table = np.zeros((len(sets), max(1, len(column))), dtype=np.float32)
        for at, words in enumerate(sets):
            for word in words:
                table[at, column[word]] = self.articles.weight(word) if weighted else 1.0
        there = (table > 0).astype(np.float32)
        any_ = np.asarray(there.any(axis=1))
        return Shared(_cosine(table), there @ there.T, any_[:, None] & any_[None, :])

    def any(self, of: Callable[[GivenMention], bool]) -> Array:
        """Pairs of which one or both are so."""
        each = self.values(of).astype(bool)
        return np.asarray(each[:, None] | each[None, :])

    def all(self, of: Callable[[GivenMention], bool]) -> Array:
        """Pairs of which both are so."""
        each = self.values(of).astype(bool)
        return np.asarray(each[:, None] & each[None, :])

    def least(self, of: Callable[[GivenMention], float]) -> Array:
        """The smaller number of each pair."""
        each = self.values(of).astype(np.float32)
        return np.asarray(np.minimum(each[:, None], each[None, :]))

    @cached_property
    def article(self) -> Array:
        """The number of each mention's article."""
        return self.values(lambda each: self.articles.number[each.article]).astype(int)

    @cached_property
    def same_article(self) -> Array:
        """Pairs within one article."""
        return np.asarray(self.article[:, None] == self.article[None, :])

    @cached_property
    def article_likeness(self) -> Array:
        """How alike the articles of each pair are."""
        return np.asarray(self.articles.likeness[np.ix_(self.article, self.article)])

    @cached_property
    def heads(self) -> Array:
        """How alike the heads' vectors are, 0 to 1."""
        table = np.stack([each.vector for each in self.mentions])
        return np.asarray(np.clip(table @ table.T, 0, 1))

    @cached_property
    def phrases(self) -> Array:
        """How alike the vectors of the phrases are, 0 to 1."""
        table = np.stack([each.phrase_vector for each in self.mentions])
        return np.asarray(np.clip(table @ table.T, 0, 1))

    @cached_property
    def early(self) -> Array:
        """How near to the beginning of their articles both stand, 1 at the first sentence: what reports
        begin with is their news, and reports of one thing begin with it."""
        return self.least(lambda each: float(np.exp(-each.sentence / 6)))

    def told_by(self, of: Callable[[GivenMention], str]) -> Array:
        """The share of articles in which each pair's values occur, the rarer of both."""
        where: dict[str, set[str]] = {}
        for each in self.mentions:
            where.setdefault(of(each), set()).add(each.article)
        return self.least(lambda each: len(where[of(each)]) / max(1, len(self.articles.ids)))


def _cosine(table: Array) -> Array:
    length = np.linalg.norm(table, axis=1, keepdims=True)
    unit = table / np.where(length > 0, length, 1)
    return np.asarray(unit @ unit.T)
