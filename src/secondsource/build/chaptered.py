"""Steps 3 to 6 of a story that is too large to be told at once: chapter by chapter (see docs/design/chapters.md).

1. outline    which articles there are, and of which day, without their words
2. part       articles -> chapters
3. borders    what the first reports of a chapter tell again
4. tell       each chapter that is not in the store as it would be made, by as many workers as are given
5. write      these chapters, in one transaction
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise, zip_longest

import msgspec

from ..corrections import read_corrections
from ..engine.local import map_in_order
from ..lineage.versions import compare_versions
from ..model.judgement import Judgement, in_order
from ..model.keeping import NOWHERE, Keeping
from ..model.record import EMPTY, Record
from ..model.value import identifier
from ..record.chapters import parting
from ..record.chapters.joining import JOINED
from ..record.chapters.parting import chapters_of
from ..record.versions import Versions, named_apart
from ..record.versions.rows import with_versions
from ..store.chapters import (
    Told,
    made_chapters,
    record_of_chapters,
    told_of,
    write_chapters,
)
from ..store.files import UNFINISHED
from ..store.keeping import keeping
from ..store.store import CaptureRow, Store
from ..store.story import Story
from .progress import Progress
from .reading import is_readable, method_of
from .recording import failed_rows, unread_row, withdrawn_of
from .telling import (
    FOLDER,
    Asked,
    BorderJob,
    ChapterJob,
    look_at_border,
    readings_asked,
    rules_of_telling,
    taken_up,
    tell_chapter,
    told_by,
    with_words,
)

FRONT = "front"
"""The id of what stands before all chapters: articles that could not be read."""


class Parted:
    """A story parted into chapters: its articles, by id, as chapters ask for them, and its chapters in order; none where it
    is told at once."""

    def __init__(self, captured: Sequence[CaptureRow], articles: Sequence[Versions]) -> None:
        """Of these captures and articles, which need no words."""
        self.captured = captured
        self.articles = articles
        by_id: dict[str, Versions] = {}
        for item in self.articles:
            # Sorted by address: of two articles with one text the first in the alphabet is kept.
            by_id.setdefault(item.newest.article.id, item)
        self.versions = by_id
        self.asked = {
            one.article.id: Asked(by_id[one.article.id], one.address)
            for one in named_apart([item.newest for item in by_id.values()])
        }
        self.chapters = chapters_of(
            {id: _day_of(item) for id, item in by_id.items() if is_readable(item.newest.article)},
            parting.LIMITS,
        )


def _day_of(item: Versions) -> str | None:
    """The ISO day to which an article is counted: of its publication as far as it says that itself, else on which
    it was first captured."""
    published = item.newest.article.published
    seen = sorted(time for one in item.all for time in one.seen)
    for day in (published.earliest if published else "", seen[0][:10] if seen else ""):
        try:
            return date.fromisoformat(day).isoformat()
        except ValueError:
            continue
    return None


def is_large(store: Store) -> bool:
    """Whether the story may have so many articles that it is told in chapters."""
    return store.count_readings() > parting.LIMITS.told_at_once


def tell_chapters(
    story: Story,
    store: Store,
    parted: Parted,
    made_from: str,
    workers: int,
    progress: Progress,
) -> None:
    """Brings the record of a story up to its chapters: those are made that are not there as they are to be."""
    known = made_chapters(store)
    front = _front(story, store, parted)
    with keeping(story, _rules(story), f"{FOLDER}/borders.db") as kept:
        handed = _handed(story, parted, kept, workers)
    jobs = list(_jobs(story, parted, handed))
    stale = [job for job in jobs if known.get(job.chapter.id) != job.made_from]
    unchanged = {job.chapter.id for job in jobs} - {job.chapter.id for job in stale}
    if known.get(FRONT) == front.made_from:
        unchanged.add(FRONT)

    def told() -> Iterator[Told]:
        if FRONT not in unchanged:
            yield front
        progress("chapters", 0, len(stale))
        for n, place in enumerate(map_in_order(tell_chapter, stale, workers), start=1):
            yield taken_up(place)
            progress("chapters", n, len(stale))

    order = [FRONT, *(chapter.id for chapter in parted.chapters)]
    write_chapters(store, order, told(), unchanged, made_from, JOINED)
    _clear(story, parted)


def record_in_chapters(story: Story, store: Store, parted: Parted) -> Record:
    """The record of a story's chapters, in memory as a whole; nothing of it is kept."""
    handed = _handed(story, parted, NOWHERE)
    jobs = _jobs(story, parted, handed, is_kept=False)
    told = [_front(story, store, parted), *(told_by(job) for job in jobs)]
    return record_of_chapters(told, JOINED)


def _rules(story: Story) -> str:
    return f"{rules_of_telling()} {method_of(story)} {story.pipeline}"


def _handed(
    story: Story, parted: Parted, kept: Keeping, workers: int = 1
) -> dict[str, frozenset[str]]:
    """For each chapter (its id) the mentions of its articles that the chapter before tells."""
    jobs = [
        BorderJob(
            folder=story.folder,
            border=after.id,
            before=tuple(parted.asked[id] for id in after.before),
            after=tuple(parted.asked[id] for id in before.after),
            is_kept=kept is not NOWHERE,
        )
        for before, after in pairwise(parted.chapters)
        if after.before and before.after
    ]
    found: dict[str, frozenset[str]] = {}
    missing: dict[str, BorderJob] = {}
    for job in jobs:
        key = identifier(*map(_key, job.before), "", *map(_key, job.after))
        held = kept.kept("border", key)
        if held is None:
            missing[key] = job
        else:
            found[job.border] = frozenset(msgspec.json.decode(held, type=list[str]))
    looked_at = map_in_order(look_at_border, missing.values(), workers)
    for (key, job), mentions in zip(missing.items(), looked_at, strict=True):
        kept.keep("border", key, msgspec.json.encode(mentions))
        found[job.border] = frozenset(mentions)
    return found


def _key(asked: Asked) -> str:
    """Identifies the reading of an article as the story names it, and its other versions."""
    newest = asked.versions.newest
    versions = [
        (one.id, one.address, one.source, *one.seen)
        for one in asked.versions.all
        if asked.versions.others
    ]
    return identifier(newest.id, newest.article.id, asked.address, *versions)


def _jobs(
    story: Story, parted: Parted, handed: Mapping[str, frozenset[str]], is_kept: bool = True
) -> Iterator[ChapterJob]:
    """What each chapter is made from."""
    judgements = sorted(read_corrections(story.folder).judgements, key=in_order)
    withdrawn = withdrawn_of(story, parted.captured, parted.versions)
    rules = _rules(story)
    nothing: frozenset[str] = frozenset()
    for chapter, following in zip_longest(parted.chapters, parted.chapters[1:]):
        own = tuple(parted.asked[id] for id in chapter.articles)
        neighbours = tuple(parted.asked[id] for id in (*chapter.before, *chapter.after))
        mine = handed.get(chapter.id, nothing)
        taken = handed.get(following.id, nothing) if following else nothing
        around = {asked.id for asked in (*own, *neighbours)}
        gone = {id: withdrawn[id] for id in sorted(around & withdrawn.keys())}
        decided = tuple(item for item in judgements if _concerns(item, around))
        made_from = identifier(
            rules,
            chapter.id,
            chapter.is_newest,
            *map(_key, own),
            "",
            *map(_key, neighbours),
            *sorted(mine),
            "",
            *sorted(taken),
            *gone.items(),
            *map(Judgement.to_json, decided),
        )
        yield ChapterJob(
            story.folder, chapter, own, neighbours, mine, taken, decided, gone, made_from, is_kept
        )


def _concerns(judgement: Judgement, articles: Collection[str]) -> bool:
    """Whether a judgement may be about something of these articles: where it does not say at which words its subjects stood
    it may be about any."""
    cited = [item.article for item in judgement.cited if item.article]
    about = {*cited, *judgement.subjects}
    return len(cited) < len(judgement.subjects) or not about.isdisjoint(articles)


def _front(story: Story, store: Store, parted: Parted) -> Told:
    """What stands in no chapter: the articles that could not be read."""
    unread = {
        id: asked
        for id, asked in parted.asked.items()
        if not is_readable(asked.versions.newest.article)
    }
    rows = failed_rows(parted.captured, parted.articles)
    for asked in unread.values():
        (reading,) = readings_asked(store, [asked])
        rows.append(unread_row(reading.article))
    record = msgspec.structs.replace(
        EMPTY,
        articles=tuple(sorted(rows, key=lambda row: row.id)),
    )
    versions = {
        id: with_words(store, asked.versions)
        for id, asked in unread.items()
        if asked.versions.others
    }
    record = with_versions(record, versions, compare_versions)
    made_from = identifier(rules_of_telling(), record.to_json())
    return told_of(FRONT, None, record, {}, made_from, JOINED)


def _clear(story: Story, parted: Parted) -> None:
    """Throws away what was kept for chapters that are no more, and what waited to be written."""
    current = {chapter.id for chapter in parted.chapters}
    for file in (story.cache / FOLDER).glob("*"):
        of = file.name.partition(".")[0].partition("-")[2]
        if (of and of not in current) or file.suffix in (".told", UNFINISHED):
            file.unlink(missing_ok=True)
