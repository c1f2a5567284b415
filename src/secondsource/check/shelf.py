"""All sentences of a record's articles, with what each tells, found by the words that they share."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from ..model.claim import Claim
from ..model.reading import Reading
from ..model.record import Record
from ..reading.anchor import anchor
from .compare import Surroundings
from .names import Keys, NameKeys
from .told import Told, told

BEFORE = 3
"""Sentences before a sentence that lend it words and names: what "he", "the claim" and "the drills" stand for."""


@dataclass(frozen=True)
class Shelved:
    """One sentence of the record with what stands around it."""

    told: Told
    around: Surroundings


class Shelf:
    """The sentences of a record. Made once, asked often."""

    def __init__(self, record: Record, readings: Iterable[Reading]) -> None:
        """`readings` are those that the record was made from, anchored or not."""
        self.keys = NameKeys(record.actors)
        self.record = record
        self._events = {mention.id: event for event in record.events for mention in event.mentions}
        self._claims: dict[str, list[Claim]] = {}
        for claim in record.claims:
            self._claims.setdefault(claim.about, []).append(claim)
        self._utterances = {
            statement.id: utterance.id
            for utterance in record.utterances
            for statement in utterance.statements
        }
        self.sentences = tuple(self._shelve(readings))
        count: Counter[str] = Counter()
        self._having: dict[str, list[int]] = {}
        for number, shelved in enumerate(self.sentences):
            own = frozenset[str]().union(*shelved.told.words, *shelved.told.names)
            count.update(own)
            for key in sorted(own):
                self._having.setdefault(key, []).append(number)
        self.weights = {key: log(1 + len(self.sentences) / times) for key, times in count.items()}

    def _shelve(self, readings: Iterable[Reading]) -> Iterable[Shelved]:
        published = {
            row.id: row.article.published
            for row in self.record.articles
            if row.article and row.status == "read"
        }
        for reading in sorted(readings, key=lambda item: item.article.id):
            if reading.article.id not in published:
                continue
            day = published[reading.article.id]
            yield from self._sentences(
                anchor(reading, day) if day and not reading.anchored_on else reading
            )

    def _sentences(self, reading: Reading) -> Iterable[Shelved]:
        article = reading.article
        everywhere = frozenset[str]().union(
            *(self.keys.of_actor(item.name, item.kind) for item in reading.mentions),
            *(
                self.keys.of_place(item.name, item.geonameid, item.precision)
                for item in reading.places
            ),
        )
        day = article.published
        before: list[Told] = []
        head: list[Told] = []
        for sentence in reading.sentences:
            if sentence.part.startswith("caption:"):
                text = article.captions[int(sentence.part.partition(":")[2])].words
            else:
                text = (article.headline or "") if sentence.part == "headline" else article.text
            item = told(reading, sentence, text, self.keys)
            near = before[-BEFORE:] if sentence.part == "text" else []
            yield Shelved(
                item,
                Surroundings(
                    words=frozenset[str]().union(*(one.spoken for one in near)),
                    names=tuple(name for one in (*head, *near) for name in one.names),
                    article_names=everywhere,
                    published=(day.earliest, day.latest) if day else None,
                    days={
                        deed.event: days for deed in item.deeds if (days := self._days(deed.event))
                    },
                ),
            )
            if sentence.part == "headline":
                head.append(item)
            else:
                before.append(item)

    def _days(self, mention: str) -> tuple[str, str] | None:
        event = self._events.get(mention)
        if event is None or event.time is None:
            return None
        first, _, last = event.time.value.partition("/")
        return (first, last or first) if len(first) == 10 else None

    def alike(
        self, words: Sequence[frozenset[str]], names: Sequence[Keys], limit: int = 60
    ) -> list[Shelved]:
        """The sentences that share most with these words and names, the best first."""
        score: dict[int, float] = {}
        for group in (*words, *names):
            hits: dict[int, float] = {}
            for key in sorted(group):
                weight = self.weights.get(key, 0.0)
                for number in self._having.get(key, ()):
                    hits[number] = max(hits.get(number, 0.0), weight)
            for number, weight in hits.items():
                score[number] = score.get(number, 0.0) + weight
        best = sorted(score, key=lambda number: (-score[number], number))[:limit]
        return [self.sentences[number] for number in best]

    def claims_at(self, source: Told, event: str | None, statement: str | None) -> list[Claim]:
        """The claims that rest on this sentence: those about the event or statement that was found again in
        it, else those about its figures."""
        about: list[str] = []
        if event is not None and event in self._events:
            about.append(self._events[event].id)
        if statement is not None and statement in self._utterances:
            about.append(self._utterances[statement])
        if not about:
            about = [figure.id for figure in source.figures]
        return [claim for item in about for claim in self._claims.get(item, ())]
