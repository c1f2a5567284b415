"""CAMEO event rows with PLOVER's type, mode and status beside them, for programs that count events."""

from collections.abc import Iterator
from itertools import product

from ..lexicon.cameo import cameo_code
from ..model.claim import Claim, StoryEvent
from ..model.event import REAL
from ..model.mention import Place
from ..model.record import Record
from ..model.text import Reference
from .csv import csv_bytes
from .rows import Cell, claims_about

COLUMNS = (
    "event",
    "date",
    "date_precision",
    "source_id",
    "source",
    "target_id",
    "target",
    "cameo",
    "plover_type",
    "plover_mode",
    "status",
    "about",
    "place",
    "geonameid",
    "lat",
    "lon",
    "country",
    "label",
    "independent",
    "articles",
)


def cameo(record: Record, places: dict[str, Place], all_statuses: bool = False) -> bytes:
    """CSV with a row for each pair of source and target of each event; rows of one event share its id.

    Only what happened or goes on, since a program that counts rows would take all for happened. With
    `all_statuses` the others too: `status` says what they are, and `cameo` is the code of the intent
    (a planned talk is 030, never 040) or empty, above all where another event already is that intent.
    """
    return csv_bytes(COLUMNS, _rows(record, places, all_statuses))


def _rows(record: Record, places: dict[str, Place], all_statuses: bool) -> Iterator[list[Cell]]:
    claims = claims_about(record)
    told = {event.about for event in record.events if event.about and event.status in REAL}
    for event in record.events:
        if event.status in REAL or all_statuses:
            yield from _pairs(event, places, claims.get(event.id), _code(event, told))


def _code(event: StoryEvent, told: set[str]) -> str | None:
    """The code of an event. What is threatened or demanded has none where the threat or demand is an
    event of its own: that one has it, and two rows would count it twice."""
    if event.status not in REAL and event.id in told:
        return None
    return cameo_code(event.event_type, event.mode, event.status)


_NOBODY = Reference(id="", name="")


def _dyads(event: StoryEvent) -> list[tuple[Reference, Reference]]:
    """Sources with targets, empty where unknown; nobody is paired with himself."""
    pairs = product(event.sources or (_NOBODY,), event.targets or (_NOBODY,))
    others = [(source, target) for source, target in pairs if source.id != target.id]
    return others or [(next(iter(event.sources), _NOBODY), _NOBODY)]


def _pairs(
    event: StoryEvent, places: dict[str, Place], claim: Claim | None, code: str | None
) -> Iterator[list[Cell]]:
    place = places.get(event.place.id) if event.place else None
    for source, target in _dyads(event):
        yield [
            event.id,
            event.time.value if event.time else None,
            event.time.precision if event.time else None,
            source.id,
            source.name,
            target.id,
            target.name,
            code,
            event.event_type,
            event.mode,
            event.status,
            event.about,
            event.place.name if event.place else None,
            place.geonameid if place else None,
            place.lat if place else None,
            place.lon if place else None,
            place.country if place else None,
            claim.standing.label if claim else None,
            claim.standing.independent if claim else None,
            tuple(sorted({mention.article for mention in event.mentions})),
        ]
