"""The record as flat tables: one row an item, one value a cell, the same names for CSV, Parquet and frames.

A list (names, articles, reasons) is one cell; each format says how it writes one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..errors import UsageError
from ..model.record import Record
from . import rows
from .rows import Row

Kind = Literal["text", "integer", "number", "boolean", "list"]


@dataclass(frozen=True)
class Table:
    """A table: its name, its columns with the kind of their cells, and how a record fills it. Any cell may
    be null."""

    name: str
    columns: dict[str, Kind]
    fill: Callable[[Record], Iterator[Row]]


def table_named(name: str) -> Table:
    """The table of that name. Raises UsageError with the names that there are."""
    for table in TABLES:
        if table.name == name:
            return table
    names = ", ".join(table.name for table in TABLES)
    raise UsageError(f"there is no table {name!r}; there are: {names}")


_ADDRESS: dict[str, Kind] = {
    "article": "text",
    "part": "text",
    "start": "integer",
    "end": "integer",
    "words": "text",
}
_STANDING: dict[str, Kind] = {
    "claim": "text",
    "label": "text",
    "flags": "list",
    "independent": "integer",
    "independent_at_most": "integer",
}


def _columns(texts: str, **others: Kind) -> dict[str, Kind]:
    """Text columns by name, then those of another kind."""
    plain: dict[str, Kind] = dict.fromkeys(texts.split(), "text")
    return {**plain, **others}


EVENT_COLUMNS: dict[str, Kind] = {
    **_columns("id event_type mode status"),
    "source_ids": "list",
    "sources": "list",
    "target_ids": "list",
    "targets": "list",
    **_columns("object time precision place about condition"),
    "articles": "list",
}

TABLES: tuple[Table, ...] = (
    Table(
        "articles",
        {
            **_columns("id address headline outlet"),
            "newsrooms": "list",
            **_columns(
                "published published_precision published_earliest published_latest"
                " published_basis unknown_because"
            ),
            "authors": "list",
            "agencies": "list",
            **_columns("dateline language", characters="integer"),
            **_columns("status reason"),
        },
        rows.articles,
    ),
    Table(
        "passages",
        _columns(
            "id from to kind",
            share="number",
            verbatim="boolean",
            alterations="integer",
            reasons="list",
        ),
        rows.passages,
    ),
    Table("newsrooms", _columns("id name", articles="list", reasons="list"), rows.newsrooms),
    Table(
        "actors",
        {
            **_columns("id name kind", names="list", roles="list"),
            **_columns("party_id party", mentions="integer", articles="list"),
        },
        rows.actors,
    ),
    Table(
        "voices",
        {
            **_columns("id name kind description affiliation party", same_as_maybe="list"),
            **_columns("", bodies="list", unplaced="text"),
        },
        rows.voices,
    ),
    Table(
        "utterances",
        {
            **_columns("id voice_id voice said place occasion addressee words"),
            "wordings": "integer",
            "articles": "list",
            "newsrooms": "list",
            **_STANDING,
        },
        rows.utterances,
    ),
    Table(
        "statements",
        {**_columns("id utterance voice cue mode newsroom"), **_ADDRESS},
        rows.statements,
    ),
    Table("events", {**EVENT_COLUMNS, **_STANDING}, rows.events),
    Table(
        "event_mentions",
        {**_columns("id event status voice newsroom"), **_ADDRESS, "sentence": "text"},
        rows.event_mentions,
    ),
    Table(
        "series",
        _columns("id measured of place unit", points="integer", changes="integer"),
        rows.series,
    ),
    Table(
        "figures",
        {
            **_columns("id series measured of place unit", low="number", high="number"),
            **_columns("approximator nature as_of voice newsroom"),
            **_ADDRESS,
            "sentence": "text",
            **_STANDING,
        },
        rows.figures,
    ),
    Table(
        "claims",
        {
            **_columns("id about kind status words label", flags="list"),
            **_columns("", independent="integer", independent_at_most="integer"),
            **_columns("", newsrooms="list", voices="list", articles="list", reasons="list"),
        },
        rows.claims,
    ),
    Table(
        "reports",
        {
            **_columns("claim newsroom_id newsroom voice_id voice", first_hand="boolean"),
            **_ADDRESS,
            **_columns("", vouched="boolean", through_id="text", through="text", altered="text"),
        },
        rows.reports,
    ),
    Table(
        "conflicts",
        _columns("id kind", claims="list", sides="list", articles="list", reason="text"),
        rows.conflicts,
    ),
    Table("changes", _columns("id kind about was became", articles="list"), rows.changes),
    Table(
        "judgements",
        {
            **_columns("id decision", subjects="list"),
            **_columns("who when why value status reason", items="list"),
        },
        rows.judgements,
    ),
    Table(
        "doubts",
        {
            **_columns("id kind", item_ids="list", items="list"),
            **_columns("", score="number", weight="integer", reason="text"),
        },
        rows.doubts,
    ),
)
"""All tables. Ids join them: `reports.claim` is `claims.id`, `claims.about` is the `id` of an event,
utterance or figure, `statements.utterance` is `utterances.id`."""
