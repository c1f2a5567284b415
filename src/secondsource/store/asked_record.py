"""The record of a story of which no more is read than is asked for: most views look at a few kinds of items."""

import sys
from typing import Any, cast

import msgspec

from ..errors import StoryTooOld
from ..model.article import Article, Published
from ..model.claim import Claim, Series, StoryEvent, Utterance
from ..model.judgement import SetAside, StoryJudgement
from ..model.record import EMPTY, ArticleRow, Record
from .pages import Snapshot
from .tables import TABLES

_TABLES = {table.field: table for table in TABLES}


def asked_record(snapshot: Snapshot) -> Record:
    """The record in a snapshot, as long as that is open: each kind of items is read when it is first asked for, and kept. It
    raises StoryTooOld then, where another version of secondsource made it."""
    return cast(Record, _AskedRecord(snapshot))


class _AskedRecord:
    """Has the fields of a Record."""

    known_at: str | None = None

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.as_of = snapshot.as_of
        self.pipeline = snapshot.pipeline

    def __getattr__(self, field: str) -> tuple[Any, ...]:
        """The items of one kind, which were not asked for yet."""
        if field not in _TABLES:
            raise AttributeError(field)
        try:
            found = tuple(self._snapshot.all(_TABLES[field].kind))
        except msgspec.ValidationError as error:
            raise StoryTooOld(
                f"{self._snapshot.folder} holds a record that another version of secondsource made"
                f" ({error}); make it anew with: secondsource build {self._snapshot.folder}"
            ) from error
        setattr(self, field, found)
        return found


class _Dated(msgspec.Struct):
    """Of an article its date."""

    published: Published | None


class _Signed(msgspec.Struct):
    """Of an article of the record what its sign is made from."""

    id: str
    article: _Dated | None


def claims_beginning(snapshot: Snapshot, start_of_id: str) -> Record:
    """Of the record the claims whose id begins so, with what they are about and what people decided; of articles only what
    their signs are made from."""
    judged = tuple(snapshot.all(SetAside))
    set_aside = tuple(item for item in judged if item.claim.id.startswith(start_of_id))
    claims = snapshot.beginning(Claim, start_of_id, sys.maxsize)
    about = sorted({claim.about for claim in (*claims, *(item.claim for item in set_aside))})
    return msgspec.structs.replace(
        EMPTY,
        articles=tuple(map(_bare, snapshot.trimmed(ArticleRow, _Signed))),
        utterances=snapshot.some(Utterance, about),
        events=snapshot.some(StoryEvent, about),
        series=tuple(line for id in about for line in snapshot.naming(Series, id)),
        claims=claims,
        judgements=tuple(snapshot.all(StoryJudgement)),
        set_aside=set_aside,
        as_of=snapshot.as_of,
        pipeline=snapshot.pipeline,
    )


def _bare(row: _Signed) -> ArticleRow:
    article = None
    if row.article is not None:
        article = Article(id=row.id, address="", text="", published=row.article.published)
    return ArticleRow(row.id, article, (), (), "read")
