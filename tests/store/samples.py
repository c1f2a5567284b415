"""Small invented captures, readings and records for stores."""

import hashlib
from pathlib import Path

from secondsource.model.article import Article, Capture
from secondsource.model.reading import Reading
from secondsource.model.record import ArticleRow, Record
from secondsource.store.location import open_database
from secondsource.store.store import Store

EMPTY = Record(
    **{
        field: ()
        for field in Record.__struct_fields__
        if field not in ("as_of", "pipeline", "known_at")
    },
    as_of="2024-03-05",
    pipeline="none",
)


def opened(database: Path, create: bool = False) -> Store:
    """The store in a database file."""
    return Store(open_database(database, create))


def capture(address: str, words: str, captured: str | None = None, **metadata: str) -> Capture:
    """A capture of these words."""
    data = words.encode()
    return Capture(
        digest=hashlib.sha256(data).hexdigest(),
        address=address,
        media_type="text/plain",
        data=data,
        captured=captured,
        metadata=metadata,
    )


def reading_of(one: Capture) -> Reading:
    """A reading that found nothing."""
    text = one.data.decode()
    return Reading(article=Article(id=one.digest[:16], address=one.address, text=text))


def record_of(*texts: tuple[str, str, str]) -> Record:
    """A record of nothing but articles: id, headline, text."""
    rows = tuple(
        ArticleRow(
            id=id,
            article=Article(id=id, address=id, headline=headline or None, text=text),
            newsrooms=(),
            versions=(),
            status="read",
            reason=None,
        )
        for id, headline, text in texts
    )
    return Record(**{field: getattr(EMPTY, field) for field in Record.__struct_fields__} | {"articles": rows})  # fmt: skip
