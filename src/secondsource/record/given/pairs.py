"""Tables over all pairs of given mentions: what is equal, what is shared, how alike two articles are."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Any

import numpy as np

from ...lexicon.paraphrases import paraphrases
from ...lexicon.wordnet import kinds, meanings, opposites
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


@dataclass(frozen=True)
class Meaning:
    """Pairs of heads that share a sense, of which one is a kind of the other, that are kinds of one thing
    (each pair in one of these at most), and that are opposites."""

    shared: Array
    kind: Array
    sisters: Array
    opposite: Array


class Articles:
    """The articles of a story: the weight of each stem (rare ones weigh more), and how alike two are: by
    all their words (`likeness`), by how they begin (`leads`), by names (`names`), and by whether they are
    alike to the same others (`grouping`, -1 to 1), which tells reports of one event from those of a
    look-alike much better than any two texts do."""

    def __init__(self, readings: Sequence[GivenReading]) -> None:
        self.ids = [each.reading.article.id for each in readings]
        self.number = {name: at for at, name in enumerate(self.ids)}
        self.weights, self.likeness = _likeness([each.stems for each in readings])
        self.leads = _likeness([each.lead for each in readings])[1]
        self.names = _likeness([each.names for each in readings])[1]
        self.called = frozenset().union(*(each.called for each in readings))
        self.grouping = grouping(self.likeness + self.leads + self.names)

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

    def meeting(self, one: Sequence[frozenset[str]], two: Sequence[frozenset[str]]) -> Array:
        """Pairs of which a member of `one` is a member of `two` (both by mention), whichever comes first."""
        column = {word: at for at, word in enumerate(sorted(frozenset().union(*one, *two)))}
        tables = [np.zeros((len(self), max(1, len(column))), dtype=np.float32) for _ in range(2)]
        for table, rows in zip(tables, (one, two), strict=True):
            for at, words in enumerate(rows):
                for word in words:
                    table[at, column[word]] = 1
        found = tables[0] @ tables[1].T > 0
        return np.asarray(found | found.T)

    @cached_property
    def meaning(self) -> Meaning:
        """What the heads mean to one another by WordNet and the tables of paraphrases."""
        lemmas = [each.lemma for each in self.mentions]
        senses = [meanings(word) | paraphrases(word) for word in lemmas]
        wider = [kinds(word) for word in lemmas]
        shared = self.meeting(senses, senses)
        kind = self.meeting(senses, wider) & ~shared
        turned = [opposites(word) for word in lemmas]
        return Meaning(
            shared=shared,
            kind=kind,
            sisters=self.meeting(wider, wider) & ~shared & ~kind,
            opposite=self.meeting([frozenset({each.stem}) for each in self.mentions], turned),
        )

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
        return self.of_articles(self.articles.likeness)

    def of_articles(self, table: Array) -> Array:
        """What a table over pairs of articles has for each pair's."""
        return np.asarray(table[np.ix_(self.article, self.article)])

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


def _likeness(texts: Sequence[Mapping[str, int]]) -> tuple[Mapping[str, float], Array]:
    """The weight of each stem by how few texts have it, and the cosine of each two texts."""
    held = Counter(stem for text in texts for stem in text)
    weights = {stem: log((1 + len(texts)) / count) for stem, count in sorted(held.items())}
    column = {stem: at for at, stem in enumerate(weights)}
    table = np.zeros((len(texts), max(1, len(column))), dtype=np.float32)
    for at, text in enumerate(texts):
        for stem, count in text.items():
            table[at, column[stem]] = (1 + log(count)) * weights[stem]
    return weights, _cosine(table)


def grouping(alike: Array) -> Array:
    """For each pair the correlation (-1 to 1) of how alike they are to all the others; 1 where there are no
    others to tell by."""
    if len(alike) < 3:
        return np.ones_like(alike)
    table = alike.copy()
    np.fill_diagonal(table, 0)
    np.fill_diagonal(table, table.max(axis=1))
    return _cosine(table - table.mean(axis=0))


def _cosine(table: Array) -> Array:
    length = np.linalg.norm(table, axis=1, keepdims=True)
    unit = table / np.where(length > 0, length, 1)
    return np.asarray(unit @ unit.T)
