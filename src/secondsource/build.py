"""The pipeline, resumable: the only place that knows every step.

1. take in   sources -> captures (bytes and rows)
2. read      captures -> unanchored readings, each kept in a transaction of its own
3. trace     texts -> lineage
4. record    readings of the newest versions and lineage -> record
5. verify    every line of the brief against the words that it cites
6. write     the record, in one transaction
7. shelve    what each sentence tells, for the questions of `check`: in the cache, and only what changed

A build that is cut off anywhere leaves a story that opens; the next build goes on where it stood. One
build at a time writes to a story.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from platform import python_version
from unicodedata import unidata_version

import msgspec

from .article import read_capture
from .check.shelving import shelve
from .corrections import read_corrections
from .engine.cluster import map_on_ray
from .engine.local import batches, map_in_order
from .engine.memory import uncollected
from .errors import ArticleError, PipelineMissing, UnsupportedLine, UsageError
from .ingest import Failure, captures
from .ingest.item import iso_time
from .lineage import trace
from .lineage.versions import compare_versions
from .method import rules_digest
from .model.article import Article, Capture
from .model.judgement import Judgement, in_order
from .model.keeping import NOWHERE, Keeping
from .model.own_lexicon import Lexicon
from .model.reading import Reading
from .model.record import ArticleRow, Record
from .model.value import identifier
from .reading.language import best_package
from .reading.reader import Reader
from .record.record import make_record
from .record.versions import (
    Captured,
    Versions,
    find_versions,
    known_since,
    named_apart,
)
from .record.versions.known import KnownOn, known_on
from .record.versions.rows import Gone, with_versions, withdrawn
from .record.withdrawals import with_withdrawals
from .store.cache import keep_record, kept_record
from .store.keeping import keeping
from .store.own_lexicon import own_lexicon
from .store.store import CaptureRow, Store
from .store.story import Story, create_story
from .store.withdrawals import withdrawal_notes, withdrawals
from .views.brief import brief_lines
from .views.judged import judgement_notes
from .views.split import split_notes
from .views.verify import refusals

LOCAL_ENGINE = "local"
"""Reading in processes of this machine."""

READ_TOGETHER = 8
"""Captures that one worker takes at a time."""

TAKEN_TOGETHER = 256
"""Captures that are kept in one transaction."""

BYTES_TOGETHER = 16_000_000
"""Bytes of captures that are held in memory while they are taken in, save for one report more."""

Progress = Callable[[str, int, int], None]
"""Called with the name of the step, how many are done, and of how many."""


@dataclass(frozen=True)
class Failed:
    """One input that holds no article, with the reason."""

    address: str
    reason: str


@dataclass(frozen=True)
class BuildReport:
    """What a build did: how many captures it read anew, how many articles the story holds, which
    inputs failed, which were left unread, and whether the record changed. `notes` are for a person to
    look at: corrections that cannot be read or do not hold, stories that seem to be mixed."""

    read: int
    articles: int
    failed: tuple[Failed, ...]
    unread: tuple[Failed, ...]
    changed: bool
    notes: tuple[str, ...] = ()


def no_progress(step: str, done: int, of: int) -> None:
    """Says nothing."""


def build(
    folder: Path,
    sources: Sequence[str | Path],
    workers: int = 1,
    pipeline: str | None = None,
    progress: Progress = no_progress,
    captured: str | None = None,
    engine: str = LOCAL_ENGINE,
    server: str | None = None,
) -> BuildReport:
    """Builds or continues the story in `folder` from `sources` and what it holds already.

    The record is the same for any number of workers and any order of sources, and in however many
    builds they are given. `engine` says where reports are read: `local` (processes of this machine), `ray`, or
    the address of a Ray cluster. `captured` (an ISO day or time) is when the sources were taken, for those that do
    not say so themselves. A new story is kept on the server that `server` names
    (`postgresql://HOST/DATABASE#STORY`). Raises UsageError for a missing source or a story that this version
    cannot read, StoryLocked while another build writes to it, DiskFull, UnsupportedLine if the brief holds a
    line that its citations do not hold (the record stays as it was then).
    """
    taken_in = captures(sources, tell_apart=False)
    if captured is not None and iso_time(captured) is None:
        raise UsageError(f"{captured} is no ISO 8601 day or time; write it as 2024-03-05")
    story = create_story(folder, pipeline or best_package(), server)
    corrections = read_corrections(folder)
    with story.writing() as store:
        take_in(store, taken_in, progress, captured)
        read = read_all(story, store, workers, progress, engine)
        made_from = _input_digest(store, story)
        changed = store.meta("record_made_from") != made_from
        if changed:
            progress("record", 0, 1)
            record = record_of(story, store)
            verify(record)
            store.write_record(record, made_from)
            progress("record", 1, 1)
            with uncollected():
                shelve(story)
        else:
            record = store.record()
        return BuildReport(
            read=read,
            articles=sum(row.status == "read" for row in record.articles),
            failed=_rows_with(record, "failed"),
            unread=_rows_with(record, "unread"),
            changed=changed,
            notes=(
                *corrections.problems,
                *withdrawal_notes(story),
                *judgement_notes(record),
                *split_notes(record),
            ),
        )


def _rows_with(record: Record, status: str) -> tuple[Failed, ...]:
    return tuple(
        Failed(row.article.address if row.article else row.id, row.reason or "")
        for row in record.articles
        if row.status == status
    )


def take_in(
    store: Store,
    taken_in: Iterable[Capture | Failure],
    progress: Progress,
    captured: str | None = None,
) -> None:
    """Step 1: keeps bytes and rows of all captures; what cannot be taken in becomes a row."""
    count = 0
    for batch in _by_size(taken_in):
        good = [
            item
            if item.captured or captured is None
            else msgspec.structs.replace(item, captured=iso_time(captured))
            for item in batch
            if isinstance(item, Capture)
        ]
        store.keep_bytes(good)
        store.keep_captures(good)
        store.keep_refusals(
            (item.address, item.reason, item.gone, item.captured)
            for item in batch
            if isinstance(item, Failure)
        )
        count += len(batch)
        progress("take in", count, count)


def _by_size(items: Iterable[Capture | Failure]) -> Iterator[list[Capture | Failure]]:
    """The items in lists of at most `TAKEN_TOGETHER`, and of no more bytes than `BYTES_TOGETHER` but
    for the last one."""
    batch: list[Capture | Failure] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.data) if isinstance(item, Capture) else 0
        if len(batch) >= TAKEN_TOGETHER or size >= BYTES_TOGETHER:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def read_all(
    story: Story,
    store: Store,
    workers: int,
    progress: Progress,
    engine: str = LOCAL_ENGINE,
) -> int:
    """Step 2: reads every capture that was not read by these rules; returns how many."""
    method = method_of(story)
    lexicon = own_lexicon(story)
    waiting = store.unread(method)
    jobs = (
        Job(story.pipeline, lexicon, tuple((row.id, _with_bytes(store, row)) for row in rows))
        for rows in batches(waiting, READ_TOGETHER)
    )
    done = 0
    spread = (
        map_in_order(read_job, jobs, workers)
        if engine == LOCAL_ENGINE
        else map_on_ray(read_job, jobs, engine, workers)
    )
    for results in spread:
        for capture, result in results:
            if isinstance(result, Reading):
                store.keep_reading(capture, method, result)
            else:
                store.keep_failure(capture, method if result.is_final else "", result.reason)
            done += 1
        progress("read", done, len(waiting))
    return done


def method_of(story: Story) -> str:
    """What a kept reading depends on besides its text: pipeline, rules, and the story's own lexicon."""
    rules = rules_digest("model", "lexicon", "article", "reading")
    return f"{story.pipeline} {rules} {own_lexicon(story).digest}".rstrip()


def _with_bytes(store: Store, row: CaptureRow) -> Capture:
    return Capture(
        digest=row.digest,
        address=row.address,
        media_type=row.media_type,
        data=store.bytes_of(row.digest),
        captured=row.captured,
        metadata=row.metadata,
    )


@dataclass(frozen=True)
class Job:
    """Captures for one worker, each with its id in the store, and what to read them with."""

    pipeline: str
    lexicon: Lexicon
    captures: tuple[tuple[str, Capture], ...]


@dataclass(frozen=True)
class Unreadable:
    """Why a capture has no reading; `is_final` when the same rules would find the same again."""

    reason: str
    is_final: bool


@cache
def _reader(pipeline: str, lexicon: Lexicon) -> Reader:
    """One reader a process."""
    return Reader(pipeline or None, lexicon=lexicon)


def read_job(job: Job) -> list[tuple[str, Reading | Unreadable]]:
    """The id of each capture with its reading, or with the reason why it has none."""
    results: list[tuple[str, Reading | Unreadable]] = []
    for id, capture in job.captures:
        try:
            article = read_capture(capture)
        except ArticleError as error:
            results.append((id, Unreadable(str(error), is_final=True)))
            continue
        except Exception as error:
            results.append((id, _stumbled(error)))
            continue
        if not is_readable(article):
            results.append((id, Reading(article=article)))
            continue
        try:
            results.append((id, _reader(job.pipeline, job.lexicon).read_article(article)))
        except PipelineMissing:
            raise
        except Exception as error:
            results.append((id, _stumbled(error)))
    return results


def _stumbled(error: Exception) -> Unreadable:
    """One article that a rule stumbles over must not cost the others their record."""
    return Unreadable(f"could not be read ({type(error).__name__}: {error})", is_final=False)


def is_readable(article: Article) -> bool:
    """Whether the article is in a language that we read (English, or too short to tell)."""
    return article.language in ("en", "und")


def record_of(story: Story, store: Store) -> Record:
    """Steps 3 and 4: the record of everything that the store holds. What the last build kept of its
    comparisons is not made again."""
    rules = rules_digest("model", "lexicon", "lineage", "record")
    with uncollected(), keeping(story, f"{rules} {python_version()} {unidata_version}") as kept:
        return _record_from(story, store.captures(), articles_of(store), kept)


def articles_of(store: Store) -> tuple[Versions, ...]:
    """The articles that the store holds readings of, each with its versions."""
    return find_versions(
        [
            Captured(
                id=held.capture.id,
                address=held.capture.address,
                source=held.capture.source,
                seen=held.capture.seen,
                reading=held.reading,
            )
            for held in store.held()
        ]
    )


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
    settled = {
        row.id: latest for row in store.record().articles if (latest := _settled(row)) is not None
    }
    known = known_on(articles_of(store), day, settled)
    captured = [
        row for row in store.captures() if (row.seen[0][:10] <= day if row.seen else not row.gone)
    ]
    ids = [one.id for item in known.articles for one in item.all]
    made_from = identifier(_input_digest(store, story), day, *ids)
    record = kept_record(story, made_from)
    if record is None:
        progress("record", 0, 1)
        with uncollected():
            record = _record_from(story, captured, known.articles)
        record = msgspec.structs.replace(record, known_at=day)
        keep_record(story, made_from, record)
        progress("record", 1, 1)
    return record, known


def _record_from(
    story: Story,
    captured: Sequence[CaptureRow],
    articles: Sequence[Versions],
    kept: Keeping = NOWHERE,
) -> Record:
    by_id: dict[str, Versions] = {}
    for item in articles:
        # Sorted by address: of two articles with one text the first in the alphabet is kept.
        by_id.setdefault(item.newest.article.id, item)
    readings = [one.reading for one in named_apart([item.newest for item in by_id.values()])]
    readable = [reading for reading in readings if is_readable(reading.article)]
    others = [
        ArticleRow(
            id=reading.article.id,
            article=reading.article,
            newsrooms=(),
            versions=(),
            status="unread",
            reason=f"written in another language ({reading.article.language})",
        )
        for reading in readings
        if not is_readable(reading.article)
    ]
    others += _failed_rows(captured, {one.address for item in articles for one in item.all})
    lineage = trace([reading.article for reading in readable], kept)
    judgements = read_corrections(story.folder).judgements
    record = make_record(readable, lineage, others, judgements, kept)
    record = with_versions(record, by_id, compare_versions)
    gone = [Gone(row.address, row.failure or "", row.seen) for row in captured if row.gone]
    return with_withdrawals(record, withdrawn(by_id, withdrawals(story), gone))


def _failed_rows(captured: Sequence[CaptureRow], read: set[str]) -> list[ArticleRow]:
    """A row for each address that nothing could be read from, with the last reason in the alphabet."""
    reasons = {
        row.address: row.failure
        for row in sorted(captured, key=lambda row: (row.address, row.failure or ""))
        if row.failure is not None and row.address not in read
    }
    return [
        ArticleRow(
            id=identifier("capture", address),
            article=None,
            newsrooms=(),
            versions=(),
            status="failed",
            reason=f"{address}: {reason}",
        )
        for address, reason in reasons.items()
    ]


def is_current(story: Story, store: Store) -> bool:
    """Whether the story's record is made from all that the story holds, by the rules of this version."""
    return store.meta("record_made_from") == _input_digest(store, story) and not store.unread(
        method_of(story)
    )


def article_of(record: Record, name: str) -> ArticleRow:
    """The article whose id begins with `name`, or whose address it is. Raises UsageError when there is none
    or more than one."""
    found = [
        row
        for row in record.articles
        if row.id.startswith(name) or (row.article is not None and row.article.address == name)
    ]
    if len(found) != 1 or not name:
        raise UsageError(
            f"{len(found)} articles have an id that begins with {name!r}, or that address; see:"
            " secondsource lineage STORY"
        )
    return found[0]


def known_before(
    story: Story, store: Store, point: str, progress: Progress = no_progress
) -> tuple[Record, KnownOn, str]:
    """The record of what was known before a point, what it was made from, and its day: the one before an ISO day, or before the
    day from which an article (an id, its beginning, or an address) is known. Raises UsageError for any
    other point, or an article that nothing dates."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", point):
        first = point
    else:
        row = article_of(store.record(), point)
        times = [
            known_since(item, item.all[0], _settled(row))[0]
            for item in articles_of(store)
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


def _settled(row: ArticleRow) -> str | None:
    published = row.article.published if row.article else None
    return published.latest if published else None


def verify(record: Record) -> None:
    """Step 5: raises UnsupportedLine, naming the first line that its citations do not hold."""
    for line, reasons in refusals(brief_lines(record)):
        raise UnsupportedLine(f"“{line.words}” is not held by its citations: {'; '.join(reasons)}")


def _input_digest(store: Store, story: Story) -> str:
    """Identifies everything that the record is made from, so that an unchanged one is not remade."""
    rows = [
        (row.id, row.source, *row.seen, row.failure or "", row.gone) for row in store.captures()
    ]
    judged = sorted((item.article, item.why, item.who) for item in withdrawals(story).values())
    corrections = sorted(read_corrections(story.folder).judgements, key=in_order)
    rules = rules_digest("model", "lexicon", "article", "reading", "lineage", "record", "views")
    rules += own_lexicon(story).digest
    return identifier(story.pipeline, rules, *rows, *judged, *map(Judgement.to_json, corrections))
