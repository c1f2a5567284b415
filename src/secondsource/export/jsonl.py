"""JSON Lines: one object a line, each with `type` and `id`, in the names of the contract."""

from collections.abc import Iterator
from typing import Any

import msgspec

from ..model.claim import Claim
from ..model.record import ArticleRow, Record
from ..views.credibility import claim_object, opponents, reliabilities

TYPES = {
    "passages": "passage",
    "newsrooms": "newsroom",
    "actors": "actor",
    "voices": "voice",
    "utterances": "utterance",
    "events": "event",
    "series": "series",
    "claims": "claim",
    "conflicts": "conflict",
    "changes": "change",
    "judgements": "judgement",
    "set_aside": "set-aside",
    "doubts": "doubt",
}
"""Fields of a Record and the type of the objects in them, in the order of the export."""


def json_lines(record: Record) -> Iterator[bytes]:
    """The lines, without line ends; the same record gives the same bytes."""
    encoder = msgspec.json.Encoder()
    for row in record.articles:
        yield encoder.encode(article_object(row))
    against, letters = opponents(record), reliabilities(record)
    for field, kind in TYPES.items():
        for item in getattr(record, field):
            plain = (
                claim_object(item, against, letters) if isinstance(item, Claim) else item.to_dict()
            )
            yield encoder.encode({"type": kind, **plain})


def article_object(row: ArticleRow) -> dict[str, Any]:
    """An article as the contract has it, with newsrooms, versions, status and reason beside it."""
    article = row.article.to_dict() if row.article is not None else {}
    row_fields = row.to_dict()
    del row_fields["article"]
    return {"type": "article", **article, **row_fields}
