"""How each kind of item of a record is kept: its table, and the columns that people ask for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..model.actor import Actor, StoryVoice
from ..model.claim import Change, Claim, Conflict, Series, StoryEvent, Utterance
from ..model.judgement import Doubt, SetAside, StoryJudgement
from ..model.lineage import Newsroom, Passage
from ..model.record import ArticleRow
from ..model.value import Value

Columns = Callable[[Any], tuple[Any, ...]]


@dataclass(frozen=True)
class Table:
    """How one kind of item of the record is kept: its table, type, field of Record, and columns."""

    name: str
    kind: type[Value]
    field: str
    columns: tuple[str, ...]
    values: Columns


TABLES = (
    Table(
        "article",
        ArticleRow,
        "articles",
        ("address", "headline", "outlet", "published", "status", "reason"),
        lambda row: (
            row.article.address if row.article else row.id,
            row.article.headline if row.article else None,
            row.article.outlet if row.article else None,
            row.article.published.value if row.article and row.article.published else None,
            row.status,
            row.reason,
        ),
    ),
    Table(
        "passage",
        Passage,
        "passages",
        ("original", "copy", "kind"),
        lambda item: (item.from_, item.to, item.kind),
    ),
    Table("newsroom", Newsroom, "newsrooms", ("name",), lambda item: (item.name,)),
    Table(
        "actor",
        Actor,
        "actors",
        ("name", "kind", "mentions"),
        lambda item: (item.name, item.kind, item.mentions),
    ),
    Table(
        "voice",
        StoryVoice,
        "voices",
        ("name", "kind", "party"),
        lambda item: (item.name, item.kind, item.party),
    ),
    Table(
        "utterance",
        Utterance,
        "utterances",
        ("voice", "said"),
        lambda item: (item.voice.id, item.said),
    ),
    Table(
        "event",
        StoryEvent,
        "events",
        ("event_type", "status", "time", "place"),
        lambda item: (
            item.event_type,
            item.status,
            item.time.value if item.time else None,
            item.place.name if item.place else None,
        ),
    ),
    Table(
        "series",
        Series,
        "series",
        ("measured", "of_whom", "unit"),
        lambda item: (item.measured, item.of, item.unit),
    ),
    Table(
        "claim",
        Claim,
        "claims",
        ("about", "kind", "label", "independent", "independent_at_most", "words"),
        lambda item: (
            item.about,
            item.kind,
            item.standing.label,
            item.standing.independent,
            item.standing.independent_at_most,
            item.words,
        ),
    ),
    Table(
        "conflict", Conflict, "conflicts", ("kind", "reason"), lambda item: (item.kind, item.reason)
    ),
    Table(
        "change",
        Change,
        "changes",
        ("kind", "was", "became"),
        lambda item: (item.kind, item.was, item.became),
    ),
    Table(
        "judgement",
        StoryJudgement,
        "judgements",
        ("decision", "who", "decided", "status"),
        lambda item: (item.decision, item.who, item.when, item.status),
    ),
    Table("set_aside", SetAside, "set_aside", ("words",), lambda item: (item.claim.words,)),
    Table(
        "doubt",
        Doubt,
        "doubts",
        ("kind", "score", "weight"),
        lambda item: (item.kind, item.score, item.weight),
    ),
)
"""The tables of the record, in the order of the export."""
