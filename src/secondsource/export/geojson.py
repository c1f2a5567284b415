"""GeoJSON (RFC 7946): the events of a story at their places, with how exact each place is."""

from typing import Any

import msgspec

from ..model.claim import Claim
from ..model.event import REAL
from ..model.mention import Place
from ..model.record import Record
from ..views.places import PlacedEvent, placed_events
from .rows import claims_about


def geojson(record: Record, places: dict[str, Place], all_statuses: bool = True) -> bytes:
    """One feature an event that has a place. `geometry` is null where the place is not resolved; the
    point of a region or country is its middle, as `precision` says. `status` says whether it happened:
    without `all_statuses` only what happened or goes on is there."""
    claims = claims_about(record)
    features = [
        _feature(item, claims.get(item.event.id))
        for item in placed_events(record, places)
        if all_statuses or item.event.status in REAL
    ]
    return msgspec.json.encode({"type": "FeatureCollection", "features": features}) + b"\n"


def _feature(item: PlacedEvent, claim: Claim | None) -> dict[str, Any]:
    event, place = item.event, item.place
    resolved = place.lat is not None and place.lon is not None
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if resolved else None,
        "properties": {
            "status": event.status,
            "event_type": event.event_type,
            "mode": event.mode,
            "time": event.time.value if event.time else None,
            "time_precision": event.time.precision if event.time else None,
            "place": place.name,
            "place_precision": place.precision,
            "geonameid": place.geonameid,
            "country": place.country,
            "sources": [reference.name for reference in event.sources],
            "targets": [reference.name for reference in event.targets],
            "words": claim.words if claim else event.mentions[0].sentence.words,
            "label": claim.standing.label if claim else None,
            "independent": claim.standing.independent if claim else None,
            "claim": claim.id if claim else None,
            "articles": sorted({mention.article for mention in event.mentions}),
        },
    }
