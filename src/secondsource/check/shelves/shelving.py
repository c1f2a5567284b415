"""Putting the sentences of a record on the shelf. Kept in the story's cache, where only what the record tells otherwise of an
article is made again."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache, partial
from itertools import pairwise
from zlib import compress, decompress

import msgspec

from ...errors import StoryTooOld
from ...method import rules_digest
from ...model.actor import Actor
from ...model.article import Article
from ...model.claim import Claim, StoryEvent, Utterance
from ...model.reading import Reading
from ...model.record import ArticleRow, Record
from ...model.value import identifier
from ...reading.anchor import anchor
from ...store.pages import Snapshot
from ...store.sentences import Entry, Places, Sentences, in_memory, kept_sentences
from ...store.story import Story
from ..comparing.asked_names import number_keys
from ..telling.asked import Answers, AskedKeys
from ..telling.contents import Contents
from ..telling.names import Keys, NameKeys
from ..telling.told import Told, lent, told
from .settled import EventDays, RecordSettled, UtteranceStatements, text_of
from .shelf import Shelf, Tells

Stamped = tuple[str, Callable[[], Reading]]
"""What names a reading together with all that made it, and how to get it."""


def shelf_of(record: Record, readings: Iterable[Reading]) -> Shelf:
    """The sentences of a record, in memory. `readings` are those that it was made from, anchored or not."""
    keys = NameKeys(record.actors)
    sentences = in_memory()
    settled = RecordSettled(record.articles, record.events, record.utterances)
    with sentences.brought_up("this record"):
        _bring_up(sentences, _unnamed(readings), keys, settled)
    claims: dict[str, list[Claim]] = {}
    for claim in record.claims:
        claims.setdefault(claim.about, []).append(claim)
    return Shelf(sentences, keys, lambda ids: {id: claims[id] for id in ids if id in claims})


def _unnamed(readings: Iterable[Reading]) -> Iterator[Stamped]:
    for number, reading in enumerate(readings):
        yield str(number), lambda reading=reading: reading  # type: ignore[misc]


def kept_shelf(story: Story, snapshot: Snapshot) -> Shelf:
    """The sentences of a story's record, from its cache, which is brought up to the record first, or (where that cannot be
    written) in memory. Claims are those of the snapshot, as long as that is open. Raises StoryTooOld when the record was
    made by a version that kept other things."""
    with _told_of(story):
        sentences = _from_cache(story, snapshot)
        keys = NameKeys(snapshot.all(Actor))
        if sentences is None:
            sentences = in_memory()
            with sentences.brought_up(snapshot.made_from):
                _bring_up_to(snapshot, sentences)
    return Shelf(sentences, keys, ClaimsIn(snapshot))


def shelve(story: Story) -> None:
    """Brings what the story's cache keeps of its sentences up to its record, so that the first question need not wait
    for it; where the cache cannot be written, nothing is done. Raises StoryTooOld as `kept_shelf`."""
    with closing(Snapshot(story.database)) as snapshot, _told_of(story):
        sentences = _from_cache(story, snapshot)
        if sentences is not None:
            sentences.close()


@contextmanager
def _told_of(story: Story) -> Iterator[None]:
    try:
        yield
    except msgspec.ValidationError as error:
        raise StoryTooOld(
            f"{story.folder} holds a record that another version of secondsource made ({error}); make it"
            f" anew with: secondsource build {story.folder}"
        ) from error


def _from_cache(story: Story, snapshot: Snapshot) -> Sentences | None:
    rules = rules_digest("model", "lexicon", "reading", "check")
    return kept_sentences(
        story, rules, snapshot.made_from, lambda found: _bring_up_to(snapshot, found)
    )


def _bring_up_to(snapshot: Snapshot, sentences: Sentences) -> None:
    chapters = snapshot.chapters()
    if chapters:
        _bring_up_chapters(snapshot, sentences, chapters)
        return
    sentences.set_chapters({})
    keys = NameKeys(snapshot.all(Actor))
    settled = RecordSettled(
        snapshot.all(ArticleRow),
        snapshot.trimmed(StoryEvent, EventDays),
        snapshot.trimmed(Utterance, UtteranceStatements),
    )
    readings = (
        (f"{capture} {method}", partial(snapshot.reading_in, capture))
        for capture, method in snapshot.reading_methods()
    )
    _bring_up(sentences, readings, keys, settled)


def _bring_up_chapters(
    snapshot: Snapshot, sentences: Sentences, chapters: Sequence[tuple[str, str]]
) -> None:
    """Changes the index into that of a record that is told in chapters. What a name answers is asked of the actors of its
    article's chapter, so that the rest of the story changes nothing of it; of the chapter before are the events that it
    tells of this one's articles."""
    known = sentences.chapters()
    current: dict[str, tuple[str, Sequence[str]]] = {}
    shelved: set[str] = set()
    for (before, made_before), (id, made_from) in pairwise([("", ""), *chapters]):
        stamp = identifier(made_from, made_before)
        if id in known and known[id][0] == stamp:
            current[id] = known[id]
            continue
        held = snapshot.held_by(id)
        tells = [held, *([snapshot.held_by(before)] if before else [])]
        settled = RecordSettled(
            snapshot.some(ArticleRow, held.rows["article"]),
            (
                event
                for rows in tells
                for event in snapshot.some_trimmed(StoryEvent, rows.rows["event"], EventDays)
            ),
            (
                said
                for rows in tells
                for said in snapshot.some_trimmed(
                    Utterance, rows.rows["utterance"], UtteranceStatements
                )
            ),
        )
        keys = NameKeys(snapshot.actors_in(id))
        answers = Answers(keys)
        methods = snapshot.methods_of(list(held.captures.values()))
        for article in settled.texts:
            capture = held.captures[article]
            load = partial(snapshot.reading_in, capture)
            _shelve_article(
                sentences, article, f"{capture} {methods[capture]}", load, keys, answers, settled
            )
        current[id] = stamp, list(settled.texts)
        shelved.update(settled.texts)
    stale = {
        article for id, (_, ids) in known.items() if current.get(id) != known[id] for article in ids
    }
    for article in sorted(
        (stale if known else {id for id, _, _ in sentences.articles()}) - shelved
    ):
        sentences.drop(article, _kept_places(sentences, article))
    sentences.set_chapters(current)
    sentences.set_readings({})


class ClaimsIn:
    """Asks a snapshot, while that is open, for the claims about items."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def __call__(self, about: Sequence[str]) -> dict[str, list[Claim]]:
        """The claims about each of these items, sorted by id."""
        found = self._snapshot.claim_ids_about(about)
        return {item: list(self._snapshot.some(Claim, ids)) for item, ids in found.items()}


def _bring_up(
    sentences: Sentences, readings: Iterable[Stamped], keys: NameKeys, settled: RecordSettled
) -> None:
    """Changes the index into that of a record. An article is shelved anew where its reading or its day is another one, or
    where the record answers otherwise what was asked about its names."""
    answers = Answers(keys)
    known = sentences.readings()
    looked_at: dict[str, tuple[str, str]] = {}
    shelved: set[str] = set()
    for name, load in readings:
        if name not in known:
            load = lru_cache(maxsize=1)(load)
            known[name] = load().article.id, text_of(load().article)
        id, text = looked_at[name] = known[name]
        # Of an article that was captured more than once the record rests on one text.
        if id in shelved or settled.texts.get(id) != text:
            continue
        shelved.add(id)
        _shelve_article(sentences, id, name, load, keys, answers, settled)
    for id, _, _ in sentences.articles():
        if id not in shelved:
            sentences.drop(id, _kept_places(sentences, id))
    sentences.set_readings(looked_at)


def _shelve_article(
    sentences: Sentences,
    id: str,
    name: str,
    load: Callable[[], Reading],
    keys: NameKeys,
    answers: Answers,
    settled: RecordSettled,
) -> None:
    """Shelves an article anew, unless its reading (`name`), its day and all answers about its names are as they were."""
    day = settled.published[id]
    stamp = identifier(name, day.to_json() if day else "")
    rest = settled.of(id)
    held = sentences.entry(id)
    if held and held.stamp == stamp and answers.to(held.asked) == held.answers:
        if held.settled != rest:
            sentences.settle(id, rest)
        return
    reading = load()
    asked = AskedKeys(keys)
    dated = anchor(reading, day) if day and not reading.anchored_on else reading
    told, tells = _tells(dated, asked)
    questions = asked.asked()
    sentences.put(
        id,
        Entry(stamp, questions, answers.to(questions), rest),
        len(told),
        compress(msgspec.msgpack.encode(tells), 1),
        _places(told),
        _kept_places(sentences, id) if held else {},
    )


def _kept_places(sentences: Sentences, article: str) -> Places:
    data, _ = sentences.data_of(article)
    tells = msgspec.msgpack.decode(decompress(data), type=Tells)
    return _places(map(tells.at, range(len(tells.told))))


def _places(told: Iterable[Told]) -> Places:
    """The keys of an article with the sentences that have them."""
    found: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
    for place, item in enumerate(told):
        for key in frozenset[str]().union(*item.words, *item.names, *number_keys(item)):
            found[key].append(place)
    return dict(found)


def _tells(reading: Reading, keys: NameKeys) -> tuple[tuple[Told, ...], Tells]:
    sentences = tuple(_told(reading, keys))
    places = frozenset[str]().union(
        *(keys.of_place(item.name, item.geonameid, item.precision) for item in reading.places)
    )
    return sentences, Tells(
        told=tuple(msgspec.Raw(msgspec.msgpack.encode(one)) for one in sentences),
        headlines=tuple(
            place for place, one in enumerate(sentences) if one.citation.part == "headline"
        ),
        towns=tuple(one.towns for one in sentences),
        words=frozenset[str]().union(*(sense for one in sentences for sense in one.words)),
        names=places.union(*(keys.of_actor(item.name, item.kind) for item in reading.mentions)),
        dateline=_dateline(reading.article, keys),
        places=places,
    )


def _dateline(article: Article, keys: NameKeys) -> Keys:
    town = (article.dateline or "").partition(",")[0].strip()
    return keys.of_place(town.title(), None, "city") if town else frozenset()


def _told(reading: Reading, keys: NameKeys) -> Iterator[Told]:
    article = reading.article
    contents = Contents(reading)
    for sentence in reading.sentences:
        if sentence.part.startswith("caption:"):
            text = article.captions[int(sentence.part.partition(":")[2])].words
        else:
            text = (article.headline or "") if sentence.part == "headline" else article.text
        yield lent(told(contents, sentence, text, keys), keys)
