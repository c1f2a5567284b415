"""Changes: what was one way and became another."""

from collections.abc import Iterator

from ..model.claim import Change, Series, StoryEvent
from ..model.event import REAL
from ..model.value import identifier


def find_changes(events: tuple[StoryEvent, ...], series: tuple[Series, ...]) -> tuple[Change, ...]:
    """All changes, sorted by id: figures that moved, and what was planned and then happened or was
    cancelled."""
    found = [*_figure_changes(series), *_status_changes(events)]
    return tuple(sorted({item.id: item for item in found}.values(), key=lambda item: item.id))


def _figure_changes(series: tuple[Series, ...]) -> Iterator[Change]:
    for line in series:
        for change in line.changes:
            measured = f" {line.measured}" if line.measured else ""
            yield Change(
                id=identifier("change", line.id, *(cited.start for cited in change.citations)),
                kind="figure",
                was=change.was + measured,
                became=change.became + measured,
                citations=change.citations,
                about=line.id,
            )


def _status_changes(events: tuple[StoryEvent, ...]) -> Iterator[Change]:
    for event in events:
        planned = [item for item in event.mentions if item.status == "planned"]
        settled = [
            item for item in event.mentions if item.status in REAL or item.status == "cancelled"
        ]
        if planned and settled and {m.article for m in planned} != {m.article for m in settled}:
            yield Change(
                id=identifier("change", event.id, event.status),
                kind="status",
                was="planned",
                became=event.status,
                citations=(planned[0].sentence, settled[0].sentence),
                about=event.id,
            )
