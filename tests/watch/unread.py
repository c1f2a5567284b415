"""Builds that read nothing, for what lies around the reading."""

from pathlib import Path
from typing import Any

from secondsource.build import BuildReport
from secondsource.model.article import Article
from secondsource.model.record import ArticleRow, Record
from secondsource.model.value import identifier
from secondsource.store.lock import one_writer
from secondsource.store.story import create_story, open_story

DAY = "2024-03-05"


def unread_build(folder: Path, sources: Any, **_: Any) -> BuildReport:
    """Keeps a record of the articles alone: each capture is one, and has no claims."""
    story = create_story(folder, "none")
    with one_writer(folder), story.store() as store:
        rows: dict[str, ArticleRow] = {}
        for one in store.captures():
            read = not one.failure
            article = Article(id=one.address, address=one.address, text="It is so.", headline="So")
            if read or one.address not in rows:
                rows[one.address] = ArticleRow(
                    id=one.address,
                    article=article if read else None,
                    newsrooms=(),
                    versions=(),
                    status="read" if read else "failed",
                    reason=one.failure,
                )
        empty = dict.fromkeys(Record.__struct_fields__, ())
        fields = {**empty, "articles": tuple(rows.values()), "as_of": DAY, "pipeline": "none", "known_at": None}  # fmt: skip
        made_from = identifier(*sorted(rows))
        changed = store.meta("record_made_from") != made_from
        store.write_record(Record(**fields), made_from)
    return BuildReport(read=0, articles=len(rows), failed=(), unread=(), changed=changed)


def articles_in(folder: Path) -> list[str]:
    """The addresses of what was read, sorted."""
    with open_story(folder).store() as store:
        return sorted(row.id for row in store.record().articles if row.status == "read")
