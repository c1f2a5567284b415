"""One chapter told, or one border looked at, by a worker that reads what it needs from the store."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from platform import python_version
from unicodedata import unidata_version

import msgspec

from ..engine.memory import uncollected
from ..lineage import trace
from ..lineage.versions import compare_versions
from ..method import rules_digest
from ..model.judgement import Judgement
from ..model.keeping import NOWHERE, Keeping
from ..model.reading import Reading
from ..record.chapters.handing import handed_back
from ..record.chapters.joining import JOINED
from ..record.chapters.parting import Chapter
from ..record.chapters.sharing import Share
from ..record.record import make_record
from ..record.versions import Captured, Versions
from ..record.versions.rows import with_versions
from ..record.withdrawals import with_withdrawals
from ..store.chapters import Told, told_of
from ..store.files import UNFINISHED, writing_failed
from ..store.keeping import keeping
from ..store.location import open_to_read
from ..store.store import Store
from ..store.story import Story, open_story
from .verifying import verify

FOLDER = "chapters"
"""In the story's cache: what chapters were made with, and chapters that wait to be written."""


@dataclass(frozen=True)
class Asked:
    """An article as a chapter asks for it: its versions without their words, and the address that it has in the story."""

    versions: Versions
    address: str

    @property
    def id(self) -> str:
        """The article's."""
        return self.versions.newest.article.id


@dataclass(frozen=True)
class BorderJob:
    """What two chapters look at where they meet: the last articles of the one, the first of the other."""

    folder: Path
    border: str
    before: tuple[Asked, ...]
    after: tuple[Asked, ...]
    is_kept: bool = True


@dataclass(frozen=True)
class ChapterJob:
    """What a chapter is made from: its articles, those of its neighbours at which it looks, what is told by which of them,
    and what people decided of it. `made_from` identifies all of that, with the rules."""

    folder: Path
    chapter: Chapter
    own: tuple[Asked, ...]
    neighbours: tuple[Asked, ...]
    handed: frozenset[str]
    taken: frozenset[str]
    judgements: tuple[Judgement, ...]
    withdrawn: dict[str, str]
    made_from: str
    is_kept: bool = True


def rules_of_telling() -> str:
    """What a chapter is made with besides its readings."""
    rules = rules_digest("model", "lexicon", "lineage", "record", "views")
    return f"{rules} {python_version()} {unidata_version}"


def look_at_border(job: BorderJob) -> tuple[str, ...]:
    """The mentions of the first articles of a chapter that the chapter before tells."""
    story = open_story(job.folder)
    with (
        uncollected(),
        closing(Store(open_to_read(story.database))) as store,
        _keeping(story, f"border-{job.border}.db", job.is_kept) as kept,
    ):
        readings = list(readings_asked(store, (*job.before, *job.after)))
        lineage = trace([reading.article for reading in readings], kept)
        return handed_back(readings, lineage, {asked.id for asked in job.after}, kept)


def tell_chapter(job: ChapterJob) -> Path:
    """Makes a chapter, and leaves it in the story's cache, to be written. One that was made from the same and waits there
    already, since its build was cut off, is not made again. Raises UnsupportedLine."""
    story = open_story(job.folder)
    place = story.cache / FOLDER / f"{job.made_from}.told"
    if _waiting(place) is None:
        with uncollected():
            _leave(place, told_by(job))
    return place


def _keeping(story: Story, name: str, is_kept: bool) -> AbstractContextManager[Keeping]:
    if not is_kept:
        return nullcontext(NOWHERE)
    return keeping(story, rules_of_telling(), f"{FOLDER}/{name}")


def told_by(job: ChapterJob) -> Told:
    """The chapter. Raises UnsupportedLine."""
    story, chapter = open_story(job.folder), job.chapter
    with (
        closing(Store(open_to_read(story.database))) as store,
        _keeping(story, f"kept-{chapter.id}.db", job.is_kept) as kept,
    ):
        readings = list(readings_asked(store, (*job.own, *job.neighbours)))
        lineage = trace([reading.article for reading in readings], kept)
        share = Share(frozenset(chapter.articles), job.handed, job.taken, chapter.is_newest)
        record = make_record(readings, lineage, (), job.judgements, kept, share)
        own = {asked.id: asked.versions for asked in job.own if asked.versions.others}
        versions = {id: with_words(store, item) for id, item in own.items()}
    record = with_versions(record, versions, compare_versions)
    record = with_withdrawals(record, job.withdrawn)
    verify(record)
    captures = {asked.id: asked.versions.newest.id for asked in job.own}
    return told_of(chapter.id, chapter.days, record, captures, job.made_from, JOINED)


def readings_asked(store: Store, asked: Sequence[Asked]) -> Iterator[Reading]:
    """The readings of these articles, each under the address that it has in the story."""
    found = store.readings_of([one.versions.newest.id for one in asked])
    for one in asked:
        reading = found.pop(one.versions.newest.id)
        article = msgspec.structs.replace(reading.article, address=one.address)
        yield msgspec.structs.replace(reading, article=article)


def with_words(store: Store, versions: Versions) -> Versions:
    """The versions with the readings that they were outlined from."""
    readings = store.readings_of([one.id for one in versions.all])
    return Versions(
        tuple(
            Captured(one.id, one.address, one.source, one.seen, readings[one.id])
            for one in versions.all
        )
    )


def _leave(place: Path, told: Told) -> None:
    content = msgspec.msgpack.encode(told)
    unfinished = place.with_suffix(UNFINISHED)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(_checksum(content) + content)
        unfinished.replace(place)
    except OSError as error:
        raise writing_failed(place.parent, error) from error


def _waiting(place: Path) -> Told | None:
    """The chapter that was left there; None where none is, or it is not whole."""
    try:
        data = place.read_bytes()
    except FileNotFoundError:
        return None
    if data[:_CHECKED] != _checksum(data[_CHECKED:]):
        return None
    return msgspec.msgpack.decode(data[_CHECKED:], type=Told)


def taken_up(place: Path) -> Told:
    """The chapter that `tell_chapter` left there."""
    told = _waiting(place)
    if told is None:
        raise writing_failed(place.parent, OSError(f"{place.name} is not whole"))
    return told


_CHECKED = 16
"""Bytes of the checksum with which a chapter that waits begins."""


def _checksum(content: bytes) -> bytes:
    return blake2b(content, digest_size=_CHECKED).digest()
