"""Where the happenings of a story lie: each event's place with its address on the globe."""

from collections.abc import Iterable

from ..model.claim import StoryEvent
from ..model.mention import Place
from ..model.reading import Reading
from ..model.record import Record
from ..model.value import Value


class PlacedEvent(Value, frozen=True):
    """An event and the mention of the place where it is said to be. `place` has no coordinates where
    the name could not be resolved."""

    event: StoryEvent
    place: Place


def places_of(record: Record, readings: Iterable[Reading]) -> dict[str, Place]:
    """The place mentions that the record's events and utterances refer to, by id."""
    wanted = {event.place.id for event in record.events if event.place}
    wanted |= {utterance.place.id for utterance in record.utterances if utterance.place}
    return {
        place.id: place for reading in readings for place in reading.places if place.id in wanted
    }


def placed_events(record: Record, places: dict[str, Place]) -> tuple[PlacedEvent, ...]:
    """The events that have a place which the readings know, in the order of the record."""
    return tuple(
        PlacedEvent(event=event, place=places[event.place.id])
        for event in record.events
        if event.place is not None and event.place.id in places
    )
