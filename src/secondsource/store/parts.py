"""Stories made from parts of a story: their captures with everything kept about them, and their readings."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from ..errors import UsageError
from ..model.article import Capture
from .store import CaptureRow, Store
from .story import Story, create_story

CORRECTIONS = "corrections.jsonl"


def write_parts(
    story: Story, into: Path, parts: Sequence[Sequence[str]], method: str
) -> tuple[Path, ...]:
    """Writes a story folder `into`/part-N for each list of article ids, and returns their paths. They have
    captures, the readings that were made by `method` and the whole file of corrections, and no record
    yet: building them reads nothing again. What holds no article goes to the first. The story itself stays as it is.

    Raises UsageError when one of the folders is there already; then nothing is written.
    """
    folders = tuple(into / f"part-{n}" for n in range(1, len(parts) + 1))
    for folder in folders:
        if folder.exists():
            raise UsageError(f"{folder} is there already; name another folder with --into")
    part_of = {article: n for n, articles in enumerate(parts) for article in articles}
    with story.store() as store:
        article_of = {held.capture.id: held.reading.article.id for held in store.held()}
        at_address = {
            held.capture.address: part_of[held.reading.article.id]
            for held in store.held()
            if held.reading.article.id in part_of
        }
        rows = store.captures()
        stale = {row.id for row in store.unread(method)}
        readings = [
            (held.capture.id, held.reading) for held in store.held() if held.capture.id not in stale
        ]
        for n, folder in enumerate(folders):
            mine = [
                row
                for row in rows
                if part_of.get(article_of.get(row.id, ""), at_address.get(row.address, 0)) == n
            ]
            part = create_story(folder, story.pipeline)
            with part.store() as target:
                _copy(store, target, mine)
                kept = {row.id for row in mine}
                for capture, reading in readings:
                    if capture in kept:
                        target.keep_reading(capture, method, reading)
            if (story.folder / CORRECTIONS).is_file():
                shutil.copyfile(story.folder / CORRECTIONS, folder / CORRECTIONS)
    return folders


def _copy(store: Store, target: Store, rows: Sequence[CaptureRow]) -> None:
    """Copies bytes and rows, each with every time at which it was seen."""
    for row in rows:
        if not row.media_type:
            target.keep_refusals(
                (row.address, row.failure or "", row.gone, seen) for seen in row.seen or (None,)
            )
            continue
        captures = [
            Capture(
                digest=row.digest,
                address=row.address,
                media_type=row.media_type,
                data=store.bytes_of(row.digest),
                captured=seen,
                metadata=row.metadata,
                source=row.source,
            )
            for seen in row.seen or (None,)
        ]
        target.keep_bytes(captures[:1])
        target.keep_captures(captures)
