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

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..check.shelves.shelving import shelve
from ..corrections import read_corrections
from ..engine.memory import uncollected
from ..errors import UsageError
from ..ingest import captures
from ..ingest.item import iso_time
from ..reading.language import best_package
from ..store.chapters import chapter_rows
from ..store.store import Store
from ..store.story import Story, create_story, open_story
from ..store.withdrawals import withdrawal_notes
from ..views.chapters import chapters_note
from ..views.judged import judgement_notes
from ..views.split import split_notes
from .chaptered import Parted, is_large, tell_chapters
from .outlines import outlined_articles
from .progress import Progress, no_progress
from .reading import LOCAL_ENGINE, read_all
from .recording import kept_in, made_from, record_of
from .taking_in import take_in
from .verifying import verify


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
    if not sources and (folder / "captures").is_dir() and _has_lost_its_database(folder):
        raise UsageError(
            f"{folder}/story.db is gone, and with it what captures/ holds the bytes of; put it back, or build again"
            f" from the reports: secondsource build {folder} SOURCE..."
        )
    story = create_story(folder, pipeline or best_package(), server)
    corrections = read_corrections(folder)
    with story.writing() as store:
        take_in(store, taken_in, progress, captured)
        read = read_all(story, store, workers, progress, engine)
        changed, parted = _brought_up(story, store, workers, progress)
        return BuildReport(
            read=read,
            articles=len(store.article_rows("read")),
            failed=_failed(store, "failed"),
            unread=_failed(store, "unread"),
            changed=changed,
            notes=(
                *corrections.problems,
                *withdrawal_notes(story),
                *judgement_notes(store.judgements()),
                *parted,
            ),
        )


def _brought_up(
    story: Story, store: Store, workers: int, progress: Progress
) -> tuple[bool, tuple[str, ...]]:
    """Steps 3 to 7: whether the record changed, and a note where the story seems to be several, or is told in chapters."""
    captured = store.captures()
    digest = made_from(story, captured)
    is_same = store.meta("record_made_from") == digest
    if is_large(store):
        parted = None if is_same else Parted(captured, outlined_articles(story, store, captured))
        if parted is not None and parted.chapters:
            tell_chapters(story, store, parted, digest, workers, progress)
            shelve(story)
        if chapters := chapter_rows(store):
            return not is_same, (chapters_note(chapters),)
    # The record and all that is made of it stay until the end: what Python looked for would be looked for among millions of values.
    with uncollected():
        if is_same:
            return False, split_notes(store.record())
        progress("record", 0, 1)
        with kept_in(story) as kept:
            record = record_of(story, store, kept)
            notes = split_notes(record, kept)
        verify(record)
        store.write_record(record, digest)
        progress("record", 1, 1)
        shelve(story)
        return True, notes


def _has_lost_its_database(folder: Path) -> bool:
    """Whether this was a story with captures whose own database is no longer there."""
    database = open_story(folder).database
    return isinstance(database, Path) and not database.exists()


def _failed(store: Store, status: str) -> tuple[Failed, ...]:
    return tuple(Failed(address, reason) for address, reason in store.article_rows(status))
