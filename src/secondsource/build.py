"""The pipeline, resumable: the only place that knows every step.

1. take in   sources -> captures (bytes and rows)
2. read      captures -> unanchored readings, each kept in a transaction of its own
3. trace     texts -> lineage
4. record    readings and lineage -> record
5. verify    every line of the brief against the words that it cites
6. write     the record, in one transaction

A build that is cut off anywhere leaves a story that opens; the next build goes on where it stood.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from .article import read_capture
from .engine.local import batches, map_in_order
from .errors import ArticleError, PipelineMissing, UnsupportedLine
from .ingest import Failure, captures
from .lineage import trace
from .method import rules_digest
from .model.article import Article, Capture
from .model.reading import Reading
from .model.record import ArticleRow, Record
from .model.value import identifier
from .reading.language import best_package
from .reading.reader import Reader
from .record.record import make_record
from .store.sqlite import CaptureRow, SqliteStore
from .store.story import Story, create_story
from .views.brief import brief_lines
from .views.verify import refusals

READ_TOGETHER = 8
"""Captures that one worker takes at a time."""

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
    inputs failed, which were left unread, and whether the record changed."""

    read: int
    articles: int
    failed: tuple[Failed, ...]
    unread: tuple[Failed, ...]
    changed: bool


def no_progress(step: str, done: int, of: int) -> None:
    """Says nothing."""


def build(
    folder: Path,
    sources: Sequence[str | Path],
    workers: int = 1,
    pipeline: str | None = None,
    progress: Progress = no_progress,
) -> BuildReport:
    """Builds or continues the story in `folder` from `sources` and what it holds already.

    The record is the same for any number of workers and any order of sources. Raises UsageError for
    a missing source or a story that this version cannot read, UnsupportedLine if the brief holds a
    line that its citations do not hold (nothing is written then).
    """
    taken_in = captures(sources)
    story = create_story(folder, pipeline or best_package())
    with story.store() as store:
        take_in(story, store, taken_in, progress)
        read = read_all(story, store, workers, progress)
        made_from = _input_digest(store, story)
        changed = store.meta("record_made_from") != made_from
        if changed:
            progress("record", 0, 1)
            record = record_of(store)
            verify(record)
            store.write_record(record, made_from)
            progress("record", 1, 1)
        else:
            record = store.record()
        return BuildReport(
            read=read,
            articles=sum(row.status == "read" for row in record.articles),
            failed=_rows_with(record, "failed"),
            unread=_rows_with(record, "unread"),
            changed=changed,
        )


def _rows_with(record: Record, status: str) -> tuple[Failed, ...]:
    return tuple(
        Failed(row.article.address if row.article else row.id, row.reason or "")
        for row in record.articles
        if row.status == status
    )


def take_in(
    story: Story, store: SqliteStore, taken_in: Iterable[Capture | Failure], progress: Progress
) -> None:
    """Step 1: keeps bytes and rows of all captures; what cannot be taken in becomes a row."""
    count = 0
    for batch in batches(taken_in, 64):
        good = [item for item in batch if isinstance(item, Capture)]
        for capture in good:
            story.keep_bytes(capture)
        store.keep_captures(good)
        for item in batch:
            if isinstance(item, Failure):
                store.keep_failure(item.address, "", item.reason)
        count += len(batch)
        progress("take in", count, count)


def read_all(story: Story, store: SqliteStore, workers: int, progress: Progress) -> int:
    """Step 2: reads every capture that has no reading by these rules; returns how many."""
    method = method_of(story)
    waiting = store.unread(method)
    jobs = (
        Job(story.pipeline, tuple(_with_bytes(story, rows)))
        for rows in batches(waiting, READ_TOGETHER)
    )
    done = 0
    for results in map_in_order(read_job, jobs, workers):
        for capture, result in results:
            if isinstance(result, Reading):
                store.keep_reading(capture.address, capture.digest, method, result)
            else:
                store.keep_failure(capture.address, capture.digest, result)
            done += 1
        progress("read", done, len(waiting))
    return done


def method_of(story: Story) -> str:
    """What a kept reading depends on besides its text: pipeline and rules."""
    return f"{story.pipeline} {rules_digest('model', 'lexicon', 'article', 'reading')}"


def _with_bytes(story: Story, rows: Iterable[CaptureRow]) -> Iterator[Capture]:
    for row in rows:
        yield Capture(
            digest=row.digest,
            address=row.address,
            media_type=row.media_type,
            data=story.bytes_of(row.digest),
            captured=row.captured,
            metadata=row.metadata,
        )


@dataclass(frozen=True)
class Job:
    """Captures for one worker, and the pipeline to read them with."""

    pipeline: str
    captures: tuple[Capture, ...]


@cache
def _reader(pipeline: str) -> Reader:
    """One reader a process."""
    return Reader(pipeline or None)


def read_job(job: Job) -> list[tuple[Capture, Reading | str]]:
    """Each capture (without its bytes) with its reading, or the reason why it has none."""
    results: list[tuple[Capture, Reading | str]] = []
    for capture in job.captures:
        bare = msgspec.structs.replace(capture, data=b"")
        try:
            article = read_capture(capture)
        except ArticleError as error:
            results.append((bare, str(error)))
            continue
        if not is_readable(article):
            results.append((bare, Reading(article=article)))
            continue
        try:
            results.append((bare, _reader(job.pipeline).read_article(article)))
        except PipelineMissing:
            raise
        except Exception as error:
            # One article that a rule stumbles over must not cost the others their record.
            results.append((bare, f"could not be read ({type(error).__name__}: {error})"))
    return results


def is_readable(article: Article) -> bool:
    """Whether the article is in a language that we read (English, or too short to tell)."""
    return article.language in ("en", "und")


def record_of(store: SqliteStore) -> Record:
    """Steps 3 and 4: the record of everything that the store holds."""
    readings: dict[str, Reading] = {}
    for reading in store.readings():
        # Sorted by address: of two captures with one text the first in the alphabet is the article.
        readings.setdefault(reading.article.id, reading)
    readable = [item for item in readings.values() if is_readable(item.article)]
    others = [
        ArticleRow(
            id=item.article.id,
            article=item.article,
            newsrooms=(),
            versions=(),
            status="unread",
            reason=f"written in another language ({item.article.language})",
        )
        for item in readings.values()
        if not is_readable(item.article)
    ]
    others += [
        ArticleRow(
            id=identifier("capture", row.address),
            article=None,
            newsrooms=(),
            versions=(),
            status="failed",
            reason=f"{row.address}: {row.failure}",
        )
        for row in store.captures()
        if row.failure is not None
    ]
    return make_record(readable, trace([item.article for item in readable]), others)


def verify(record: Record) -> None:
    """Step 5: raises UnsupportedLine, naming the first line that its citations do not hold."""
    for line, reasons in refusals(brief_lines(record)):
        raise UnsupportedLine(f"“{line.words}” is not held by its citations: {'; '.join(reasons)}")


def _input_digest(store: SqliteStore, story: Story) -> str:
    """Identifies everything that the record is made from, so that an unchanged one is not remade."""
    rows = [(row.address, row.digest, row.failure or "") for row in store.captures()]
    rules = rules_digest("model", "lexicon", "article", "reading", "lineage", "record", "views")
    return identifier(story.pipeline, rules, *rows)
