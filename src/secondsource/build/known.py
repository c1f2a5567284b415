"""The record of what was known on a day, or before an article: made anew from kept readings."""

import re
from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta

import msgspec

from ..engine.memory import uncollected
from ..errors import UsageError
from ..model.record import ArticleRow, Record
from ..model.value import identifier
from ..record.versions import Versions, known_since
from ..record.versions.known import KnownOn, known_on
from ..store.asked_record import asked_record
from ..store.cache import keep_record, kept_record
from ..store.pages import Snapshot
from ..store.store import CaptureRow, Store
from ..store.story import Story
from .chaptered import Parted, is_large, record_in_chapters
from .outlines import outlined_articles
from .progress import Progress, no_progress
from .recording import articles_of, made_from, record_from
from .telling import with_words


def record_known_at(
    story: Story, store: Store, day: str, progress: Progress = no_progress
) -> tuple[Record, KnownOn]:
    """The record of what was known on an ISO day, made from kept readings, and what it was made from.

    It is kept in the story's `cache` where that can be written. Raises UsageError when `day` is no
    ISO day, StoryNotFound when no record was made yet.
    """
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise UsageError(f"{day} is no ISO day; write it as 2024-03-05") from error
    settled = {row.id: latest for row in rows_of(story) if (latest := _settled(row)) is not None}
    every = store.captures()
    known = known_on(_articles(story, store, every), day, settled)
    captured = [row for row in every if (row.seen[0][:10] <= day if row.seen else not row.gone)]
    ids = [one.id for item in known.articles for one in item.all]
    digest = identifier(made_from(story, every), day, *ids)
    record = kept_record(story, digest)
    if record is None:
        progress("record", 0, 1)
        with uncollected():
            record = _record(story, store, captured, known.articles)
        record = msgspec.structs.replace(record, known_at=day)
        keep_record(story, digest, record)
        progress("record", 1, 1)
    return record, known


def _articles(story: Story, store: Store, captured: Sequence[CaptureRow]) -> tuple[Versions, ...]:
    """All articles; those of a large story without their words."""
    return outlined_articles(story, store, captured) if is_large(store) else articles_of(store)


def _record(
    story: Story, store: Store, captured: Sequence[CaptureRow], articles: Sequence[Versions]
) -> Record:
    if not is_large(store):
        return record_from(story, captured, articles)
    parted = Parted(captured, articles)
    if parted.chapters:
        return record_in_chapters(story, store, parted)
    return record_from(story, captured, [with_words(store, item) for item in articles])


def known_before(
    story: Story, store: Store, point: str, progress: Progress = no_progress
) -> tuple[Record, KnownOn, str]:
    """The record of what was known before a point, what it was made from, and its day: the one before an ISO day, or before the
    day from which an article (an id, its beginning, or an address) is known. Raises UsageError for any
    other point, or an article that nothing dates."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", point):
        first = point
    else:
        row = article_of(rows_of(story), point)
        times = [
            known_since(item, item.all[0], _settled(row))[0]
            for item in _articles(story, store, store.captures())
            if item.newest.article.id == row.id
        ]
        first = min((time[:10] for time in times if time), default="")
        if not first:
            raise UsageError(f"nothing says since when {point} is known; give an ISO day instead")
    try:
        day = (date.fromisoformat(first) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError) as error:
        raise UsageError(f"{first} is no ISO day; write it as 2024-03-05") from error
    return *record_known_at(story, store, day, progress), day


def rows_of(story: Story) -> tuple[ArticleRow, ...]:
    """The articles of a story's record, of which no more is read. Raises StoryNotFound when none was made yet, StoryTooOld when it
    was made by a version that kept other things."""
    with closing(Snapshot(story.database)) as snapshot:
        return asked_record(snapshot).articles


def article_of(rows: Sequence[ArticleRow], name: str) -> ArticleRow:
    """Of these articles that whose id begins with `name`, or whose address it is. Raises UsageError when there is none
    or more than one."""
    found = [
        row
        for row in rows
        if row.id.startswith(name) or (row.article is not None and row.article.address == name)
    ]
    if len(found) != 1 or not name:
        raise UsageError(
            f"{len(found)} articles have an id that begins with {name!r}, or that address; see:"
            " secondsource lineage STORY"
        )
    return found[0]


def _settled(row: ArticleRow) -> str | None:
    published = row.article.published if row.article else None
    return published.latest if published else None
