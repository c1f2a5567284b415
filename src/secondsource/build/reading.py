"""Step 2, captures to unanchored readings: spread over workers, each kept in a transaction of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..article import read_capture
from ..engine.cluster import map_on_ray
from ..engine.local import batches, map_in_order
from ..engine.memory import uncollected
from ..errors import ArticleError
from ..method import rules_digest
from ..model.article import Article, Capture
from ..model.own_lexicon import Lexicon
from ..model.reading import Reading
from ..reading.reader import Reader
from ..store.own_lexicon import own_lexicon
from ..store.store import CaptureRow, Store
from ..store.story import Story
from .progress import Progress

LOCAL_ENGINE = "local"
"""Reading in processes of this machine."""

READ_TOGETHER = 8
"""Captures that one worker takes at a time."""


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
def reader_of(pipeline: str, lexicon: Lexicon) -> Reader:
    """One reader a process."""
    return Reader(pipeline or None, lexicon=lexicon)


def read_job(job: Job) -> list[tuple[str, Reading | Unreadable]]:
    """The id of each capture with its reading, or with the reason why it has none."""
    taken = [(id, _taken(capture)) for id, capture in job.captures]
    waiting = {id: found for id, found in taken if isinstance(found, Article)}
    # Looking for cycles of garbage costs a twenty-fifth of reading; the few that reading leaves wait until the job is done.
    with uncollected():
        read = dict(zip(waiting, _read(job, list(waiting.values())), strict=True))
    return [(id, found if not isinstance(found, Article) else read[id]) for id, found in taken]


def _taken(capture: Capture) -> Article | Reading | Unreadable:
    """The article of a capture, which waits to be read; what stands in its place where it need not or cannot be."""
    try:
        article = read_capture(capture)
    except ArticleError as error:
        return Unreadable(str(error), is_final=True)
    except Exception as error:
        return _stumbled(error)
    return article if is_readable(article) else Reading(article=article)


def _read(job: Job, articles: list[Article]) -> Sequence[Reading | Unreadable]:
    """What became of each of these articles: they are read together, and where that fails one by one."""
    if not articles:
        return []
    reader = reader_of(job.pipeline, job.lexicon)
    try:
        return reader.read_together(articles)
    except Exception as error:
        if len(articles) == 1:
            return [_stumbled(error)]
        return [found for article in articles for found in _read(job, [article])]


def _stumbled(error: Exception) -> Unreadable:
    """One article that a rule stumbles over must not cost the others their record."""
    return Unreadable(f"could not be read ({type(error).__name__}: {error})", is_final=False)


def is_readable(article: Article) -> bool:
    """Whether the article is in a language that we read (English, or too short to tell)."""
    return article.language in ("en", "und")
