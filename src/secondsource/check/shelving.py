"""Putting the sentences of a record on the shelf: once for a record, kept in the story's cache."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from zlib import compress

import msgspec

from ..errors import StoryTooOld
from ..method import rules_digest
from ..model.actor import Actor
from ..model.article import Article, Published
from ..model.claim import Claim, StoryEvent, Utterance
from ..model.reading import Reading
from ..model.record import ArticleRow, Record
from ..model.value import identifier
from ..reading.anchor import anchor
from ..store.pages import Snapshot
from ..store.sentences import Sentences, keep_sentences, kept_sentences
from ..store.story import Story
from .names import Keys, NameKeys
from .shelf import Shelf, ShelvedArticle
from .told import Told, lent, told


class _Settled:
    """What the record settled of the mentions of its articles."""

    def __init__(
        self,
        articles: Iterable[ArticleRow],
        events: Iterable[StoryEvent],
        utterances: Iterable[Utterance],
    ) -> None:
        self.texts: dict[str, tuple[str, str]] = {}
        self.published: dict[str, Published | None] = {}
        for row in articles:
            if row.article and row.status == "read":
                self.texts[row.id] = _text_of(row.article)
                self.published[row.id] = row.article.published
        # The story's day: that of its newest article.
        self.newest = max((day.earliest for day in self.published.values() if day), default=None)
        self.items: dict[str, dict[str, str]] = {}
        self.days: dict[str, dict[str, tuple[str, str]]] = {}
        for event in events:
            days = _days(event)
            for mention in event.mentions:
                self.items.setdefault(mention.article, {})[mention.id] = event.id
                if days:
                    self.days.setdefault(mention.article, {})[mention.id] = days
        for utterance in utterances:
            for statement in utterance.statements:
                self.items.setdefault(statement.article, {})[statement.id] = utterance.id


def _text_of(article: Article) -> tuple[str, str]:
    """Tells the texts of an article's captures apart, and those that were read from one capture."""
    return article.capture, identifier(article.text)


def _days(event: StoryEvent) -> tuple[str, str] | None:
    if event.time is None:
        return None
    first, _, last = event.time.value.partition("/")
    return (first, last or first) if len(first) == 10 else None


def shelf_of(record: Record, readings: Iterable[Reading]) -> Shelf:
    """The sentences of a record, in memory. `readings` are those that it was made from, anchored or not."""
    keys = NameKeys(record.actors)
    sentences = Sentences(None)
    settled = _Settled(record.articles, record.events, record.utterances)
    _shelve(sentences, readings, keys, settled)
    claims: dict[str, list[Claim]] = {}
    for claim in record.claims:
        claims.setdefault(claim.about, []).append(claim)
    return Shelf(sentences, keys, lambda ids: {id: claims[id] for id in ids if id in claims})


def kept_shelf(story: Story, snapshot: Snapshot) -> Shelf:
    """The sentences of a story's record, from its cache, where they are put if they are not there yet. Claims are
    those of the snapshot, as long as that is open. Raises StoryTooOld when the record was made by a version that
    kept other things."""
    digest = identifier(snapshot.made_from, rules_digest("model", "lexicon", "reading", "check"))
    sentences = kept_sentences(story, digest)
    try:
        keys = NameKeys(snapshot.all(Actor))
        if sentences is None:
            sentences = Sentences(None)
            settled = _Settled(
                snapshot.all(ArticleRow), snapshot.all(StoryEvent), snapshot.all(Utterance)
            )
            _shelve(sentences, snapshot.readings(), keys, settled)
            keep_sentences(story, digest, sentences)
    except msgspec.ValidationError as error:
        raise StoryTooOld(
            f"{story.folder} holds a record that another version of secondsource made ({error}); make it"
            f" anew with: secondsource build {story.folder}"
        ) from error
    return Shelf(sentences, keys, ClaimsIn(snapshot))


class ClaimsIn:
    """Asks a snapshot, while that is open, for the claims about items."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def __call__(self, about: Sequence[str]) -> dict[str, list[Claim]]:
        """The claims about each of these items, sorted by id."""
        found = self._snapshot.claim_ids_about(about)
        return {item: list(self._snapshot.some(Claim, ids)) for item, ids in found.items()}


def _shelve(
    sentences: Sentences, readings: Iterable[Reading], keys: NameKeys, settled: _Settled
) -> None:
    having: dict[str, array[int]] = {}
    sentences.write(_articles(readings, keys, settled, having), having)


def _articles(
    readings: Iterable[Reading],
    keys: NameKeys,
    settled: _Settled,
    having: dict[str, "array[int]"],
) -> Iterator[tuple[str, int, bytes]]:
    """Id, count of sentences and what is kept of each article; fills `having` with the sentences that have a
    key, counted as they come."""
    number = 0
    seen = set()
    for reading in readings:
        id = reading.article.id
        # Of an article that was captured more than once the record rests on one text.
        if id in seen or settled.texts.get(id) != _text_of(reading.article):
            continue
        seen.add(id)
        day = settled.published[id]
        kept = _shelved(
            anchor(reading, day) if day and not reading.anchored_on else reading, keys, settled
        )
        for item in kept.told:
            for key in frozenset[str]().union(*item.words, *item.names):
                having.setdefault(key, array("I")).append(number)
            number += 1
        yield id, len(kept.told), compress(msgspec.msgpack.encode(kept), 1)


def _shelved(reading: Reading, keys: NameKeys, settled: _Settled) -> ShelvedArticle:
    article = reading.article
    day = settled.published[article.id]
    sentences = tuple(_told(reading, keys))
    return ShelvedArticle(
        told=sentences,
        words=frozenset[str]().union(*(sense for one in sentences for sense in one.words)),
        names=frozenset[str]().union(
            *(keys.of_actor(item.name, item.kind) for item in reading.mentions),
            *(keys.of_place(item.name, item.geonameid, item.precision) for item in reading.places),
        ),
        dateline=_dateline(article, keys),
        published=(day.earliest, day.latest) if day else None,
        days=settled.days.get(article.id, {}),
        items=settled.items.get(article.id, {}),
        places=frozenset[str]().union(
            *(keys.of_place(item.name, item.geonameid, item.precision) for item in reading.places)
        ),
        newest=day.earliest if day else settled.newest,
    )


def _dateline(article: Article, keys: NameKeys) -> Keys:
    town = (article.dateline or "").partition(",")[0].strip()
    return keys.of_place(town.title(), None, "city") if town else frozenset()


def _told(reading: Reading, keys: NameKeys) -> Iterator[Told]:
    article = reading.article
    for sentence in reading.sentences:
        if sentence.part.startswith("caption:"):
            text = article.captions[int(sentence.part.partition(":")[2])].words
        else:
            text = (article.headline or "") if sentence.part == "headline" else article.text
        yield lent(told(reading, sentence, text, keys), keys)
