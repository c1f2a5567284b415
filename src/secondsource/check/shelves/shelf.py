"""All sentences of a record's articles, with what each tells, found by the words that they share.

What the sentences tell lies in an index on disk (`store.sentences`), article by article; in memory are only the keys
with their weights, and the articles that were looked at lately.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache
from math import log
from zlib import decompress

import msgspec
import numpy as np
from numpy.typing import NDArray

from ...model.claim import Claim
from ...store.sentences import Sentences
from ..telling.kin import word_kin
from ..telling.names import Keys, NameKeys
from ..telling.told import Told
from ..telling.values import Surroundings

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


class Tells(msgspec.Struct):
    """What the sentences of an article tell, in their order (each the bytes of a Told: of most articles only a few are asked for),
    which of them are the headline's, the towns that each names, the keys of all names of the article, those of the places that
    it names, the senses of all its words, and the keys of the town in its dateline."""

    told: tuple[msgspec.Raw, ...]
    headlines: tuple[int, ...]
    towns: tuple[tuple[Keys, ...], ...]
    names: Keys
    places: Keys
    words: frozenset[str]
    dateline: Keys

    def at(self, place: int) -> Told:
        """What the sentence at this place tells."""
        return _TOLD.decode(self.told[place])


_TOLD = msgspec.msgpack.Decoder(Told)


class Settled(msgspec.Struct):
    """What the record settled of an article: the first and last day on which it can have come out, its first day or, where
    that is not known, the story's, the days of its events, and the event or utterance to which the record counts each
    of its event mentions and statements."""

    published: tuple[str, str] | None
    newest: str | None
    days: dict[str, tuple[str, str]]
    items: dict[str, str]


@dataclass(frozen=True)
class ShelvedArticle:
    """What is kept of an article."""

    tells: Tells
    settled: Settled
    _seen: dict[int, Told] = field(default_factory=dict)

    def _at(self, place: int) -> Told:
        """What a sentence tells: each is decoded once, though those around it ask for it too."""
        told = self._seen.get(place)
        if told is None:
            told = self._seen[place] = self.tells.at(place)
        return told

    def sentence(self, place: int) -> Shelved:
        """The sentence at this place with what stands around it."""
        tells, settled = self.tells, self.settled
        item = self._at(place)
        others = [number for number in range(place) if number not in tells.headlines]
        head = [self._at(number) for number in tells.headlines if number < place]
        near = [self._at(number) for number in others[-BEFORE:]]
        if item.citation.part != "text":
            near = []
        after = self._at(place + 1) if place + 1 < len(tells.told) else None
        towns = [tells.towns[number] for number in others if tells.towns[number]]
        near_days = {day for one in near for day in one.days}
        opening = [
            name
            for one in (*head, *map(self._at, others[:1]))
            for name in one.names
            if name & tells.places and not any(key.startswith("country:") for key in name)
        ]
        return Shelved(
            item,
            Surroundings(
                words=frozenset[str]().union(*(one.spoken for one in near)),
                names=(
                    *(name for one in (*head, *near) for name in one.names),
                    *(one.lent for one in near),
                    *(_told_after(item, after) if after is not None else ()),
                ),
                scene=tells.dateline
                or frozenset[str]().union(*opening, *(towns[-1] if towns else ())),
                # Of several days none can be lent.
                near_towns=tuple({town: None for one in (*head, *near) for town in one.towns}),
                near_days=tuple(near_days) if len(near_days) == 1 else (),
                article_words=tells.words,
                article_names=tells.names,
                published=settled.published,
                newest=settled.newest,
                places=tells.places,
                days={
                    deed.event: settled.days[deed.event]
                    for deed in item.deeds
                    if deed.event in settled.days
                },
            ),
        )


_OF_THE_SAME = re.compile(r"(?:The|This|That) (?:[a-z]+ )?([a-z]+), ((?:[^,(]|\([^)]*\))+),")
"""A thing named before, with what is said of it between commas ("The team, led by Hall, ...")."""


def _told_after(item: Told, after: Told) -> tuple[Keys, ...]:
    """The keys of those whom the next sentence names beside a thing of this one."""
    found = _OF_THE_SAME.match(after.citation.words)
    if found is None or not word_kin(found[1]) & item.spoken:
        return ()
    return tuple(
        keys for keys, name in zip(after.names, after.shown, strict=True) if name in found[2]
    )


class Weights(Mapping[str, float]):
    """How much each key tells, the more the fewer sentences have it; looked up when it is first asked for."""

    def __init__(self, sentences: Sentences, total: int) -> None:
        """`total` is how many sentences there are."""
        self._sentences = sentences
        self._total = total
        self._known: dict[str, float] = {}

    def __getitem__(self, key: str) -> float:
        weight = self._known.get(key)
        if weight is None:
            times = self._sentences.times(key)
            weight = log(1 + self._total / times) if times else 0.0
            self._known[key] = weight
        if not weight:
            raise KeyError(key)
        return weight

    def __iter__(self) -> Iterator[str]:
        return iter(self._sentences.all_keys())

    def __len__(self) -> int:
        return len(self._sentences.all_keys())


class Shelf:
    """The sentences of a record. Made once, asked often."""

    def __init__(self, sentences: Sentences, keys: NameKeys, claims: ClaimsAbout) -> None:
        """`keys` are those by which the sentences were shelved (see `shelving`)."""
        self.keys = keys
        self._sentences = sentences
        self._claims = claims
        held = sentences.articles()
        self._ids = [id for id, _, _ in held]
        self._firsts = [first for _, first, _ in held]
        self._end = max((first + count for _, first, count in held), default=0)
        place = {id: number for number, id in enumerate(sorted(self._ids))}
        self._order = np.array([place[id] for id in self._ids], dtype=np.uint32)
        self.weights = Weights(sentences, sum(count for _, _, count in held))
        self._article = lru_cache(ARTICLES_HELD)(self._read)

    def _read(self, article: str) -> ShelvedArticle:
        tells, settled = self._sentences.data_of(article)
        return ShelvedArticle(
            msgspec.msgpack.decode(decompress(tells), type=Tells),
            msgspec.msgpack.decode(settled, type=Settled),
        )

    def with_claims(self, claims: ClaimsAbout) -> "Shelf":
        """The same sentences, with claims that are asked for elsewhere."""
        other = copy(self)
        other._claims = claims
        return other

    def alike(
        self, words: Sequence[frozenset[str]], names: Sequence[Keys], limit: int = 60
    ) -> list[Shelved]:
        """The sentences that share most with these words and names, the best first."""
        score = np.zeros(self._end)
        counted = np.zeros(self._end, dtype=np.uint32)
        for at, group in enumerate((*words, *names), 1):
            known = [(self.weights[key], key) for key in group if key in self.weights]
            # Of several keys of one word or name the rarest counts.
            for weight, key in sorted(known, reverse=True):
                hits = self._sentences.having(key)
                hits = hits[counted[hits] != at]
                counted[hits] = at
                score[hits] += weight
        return [self._shelved(number) for number in self._highest(score, limit)]

    def _highest(self, score: NDArray[np.float64], limit: int) -> list[int]:
        """The numbers with the highest scores above 0, the highest first; of equal ones those of the articles whose
        ids are smaller, in the order of their sentences."""
        found = np.flatnonzero(score)
        if len(found) > limit:
            least = np.partition(score[found], len(found) - limit)[len(found) - limit]
            found = found[score[found] >= least]
        article = self._order[np.searchsorted(self._firsts, found, side="right") - 1]
        order = np.lexsort((found, article, -score[found]))
        return [int(number) for number in found[order][:limit]]

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
        items = self._article(source.citation.article or "").settled.items
        about = [*figures]
        about += [
            items[mention]
            for mention in (event, statement)
            if mention is not None and mention in items
        ]
        claims = self._claims(about)
        return [claim for item in about for claim in claims.get(item, ())]
