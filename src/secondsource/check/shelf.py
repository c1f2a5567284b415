"""All sentences of a record's articles, with what each tells, found by the words that they share.

What the sentences tell lies in an index on disk (`store.sentences`), article by article; in memory are only the keys
with their weights, and the articles that were looked at lately.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from math import log
from zlib import decompress

import msgspec
import numpy as np
from numpy.typing import NDArray

from ..model.claim import Claim
from ..store.sentences import Sentences
from .names import Keys, NameKeys
from .told import Told
from .values import Surroundings

BEFORE = 3
"""Sentences before a sentence that lend it words and names: what "he", "the claim" and "the drills" stand for."""

ARTICLES_HELD = 256
"""Articles that are held in memory, of those that were asked for last."""

ClaimsAbout = Callable[[Sequence[str]], dict[str, list[Claim]]]
"""The claims about each of these events, utterances and figures."""


@dataclass(frozen=True)
class Shelved:
    """One sentence of the record with what stands around it."""

    told: Told
    around: Surroundings


class ShelvedArticle(msgspec.Struct):
    """What is kept of an article: what its sentences tell, in their order, the keys of all its names, the first and
    last day on which it can have come out, the days that the record settled for its events, and the event or
    utterance to which the record counts each of its event mentions and statements, the keys of the places that it
    names, its first day or, where that is not known, the story's, the senses of all its words, and the
    keys of the town in its dateline."""

    told: tuple[Told, ...]
    names: Keys
    published: tuple[str, str] | None
    days: dict[str, tuple[str, str]]
    items: dict[str, str]
    places: Keys = frozenset()
    newest: str | None = None
    words: frozenset[str] = frozenset()
    dateline: Keys = frozenset()

    def sentence(self, place: int) -> Shelved:
        """The sentence at this place with what stands around it."""
        item = self.told[place]
        head = [one for one in self.told[:place] if one.citation.part == "headline"]
        others = [one for one in self.told[:place] if one.citation.part != "headline"]
        near = others[-BEFORE:] if item.citation.part == "text" else []
        towns = [one.towns for one in others if one.towns]
        near_days = {day for one in near for day in one.days}
        opening = [
            name
            for one in (*head, *others[:1])
            for name in one.names
            if name & self.places and not any(key.startswith("country:") for key in name)
        ]
        return Shelved(
            item,
            Surroundings(
                words=frozenset[str]().union(*(one.spoken for one in near)),
                names=(
                    *(name for one in (*head, *near) for name in one.names),
                    *(one.lent for one in near),
                ),
                scene=self.dateline
                or frozenset[str]().union(*opening, *(towns[-1] if towns else ())),
                # Of several days none can be lent.
                near_towns=tuple({town: None for one in (*head, *near) for town in one.towns}),
                near_days=tuple(near_days) if len(near_days) == 1 else (),
                article_words=self.words,
                article_names=self.names,
                published=self.published,
                newest=self.newest,
                places=self.places,
                days={
                    deed.event: self.days[deed.event]
                    for deed in item.deeds
                    if deed.event in self.days
                },
            ),
        )


class Shelf:
    """The sentences of a record. Made once, asked often."""

    def __init__(self, sentences: Sentences, keys: NameKeys, claims: ClaimsAbout) -> None:
        """`keys` are those by which the sentences were shelved (see `shelving`)."""
        self.keys = keys
        self._sentences = sentences
        self._claims = claims
        self._firsts: list[int] = []
        self._ids: list[str] = []
        self._total = 0
        for id, count in sentences.articles():
            self._ids.append(id)
            self._firsts.append(self._total)
            self._total += count
        self.weights = {
            key: log(1 + self._total / times) for key, times in sentences.times().items()
        }
        self._article = lru_cache(ARTICLES_HELD)(self._read)

    def _read(self, article: str) -> ShelvedArticle:
        data = decompress(self._sentences.data_of(article))
        return msgspec.msgpack.decode(data, type=ShelvedArticle)

    def with_claims(self, claims: ClaimsAbout) -> "Shelf":
        """The same sentences, with claims that are asked for elsewhere."""
        other = copy(self)
        other._claims = claims
        return other

    def alike(
        self, words: Sequence[frozenset[str]], names: Sequence[Keys], limit: int = 60
    ) -> list[Shelved]:
        """The sentences that share most with these words and names, the best first."""
        score = np.zeros(self._total)
        for group in (*words, *names):
            known = [(self.weights[key], key) for key in group if key in self.weights]
            if not known:
                continue
            # Of several keys of one word or name the rarest counts: it is written last.
            hits = np.zeros(self._total)
            for weight, key in sorted(known):
                hits[self._sentences.having(key)] = weight
            score += hits
        return [self._shelved(number) for number in _highest(score, limit)]

    def _shelved(self, number: int) -> Shelved:
        at = bisect_right(self._firsts, number) - 1
        return self._article(self._ids[at]).sentence(number - self._firsts[at])

    def claims_at(
        self,
        source: Told,
        event: str | None,
        statement: str | None,
        figures: Sequence[str] = (),
    ) -> list[Claim]:
        """The claims about the event, the statement and the figures (by the ids of their mentions) that were found
        again in this sentence."""
        items = self._article(source.citation.article or "").items
        about = [*figures]
        about += [
            items[mention]
            for mention in (event, statement)
            if mention is not None and mention in items
        ]
        claims = self._claims(about)
        return [claim for item in about for claim in claims.get(item, ())]


def _highest(score: NDArray[np.float64], limit: int) -> list[int]:
    """The places of the highest scores above 0, of equal ones the first, the highest first."""
    found = np.flatnonzero(score)
    if len(found) > limit:
        least = np.partition(score[found], len(found) - limit)[len(found) - limit]
        found = found[score[found] >= least]
    order = np.lexsort((found, -score[found]))
    return [int(number) for number in found[order][:limit]]
