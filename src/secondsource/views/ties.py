"""Ties between events: who threatens, demands or promises an event, and who answered."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model.claim import StoryEvent
from ..model.event import REAL
from ..model.text import Reference


@dataclass(frozen=True)
class Ties:
    """For each event that is inside others, those others: the threat of it, the demand for it, the
    refusal of it."""

    around: dict[str, tuple[StoryEvent, ...]] = field(default_factory=dict)

    def by_whom(self, event: str) -> tuple[Reference, ...]:
        """Those who threaten, demand, promise or allege the event, in the order of their names."""
        return _names(
            outer.sources for outer in self.around.get(event, ()) if outer.event_type != "reject"
        )

    def to_whom(self, event: str) -> tuple[Reference, ...]:
        """Those who are threatened, asked or accused."""
        return _names(
            outer.targets for outer in self.around.get(event, ()) if outer.event_type != "reject"
        )

    def answers(self, event: str) -> tuple[StoryEvent, ...]:
        """The events that refuse, deny or dismiss it or what asks for it."""
        asking = [outer.id for outer in self.around.get(event, ())]
        found = {
            outer.id: outer
            for inner in (event, *asking)
            for outer in self.around.get(inner, ())
            if outer.event_type == "reject" and outer.status in REAL
        }
        return tuple(found[key] for key in sorted(found))


def ties_of(events: Iterable[StoryEvent]) -> Ties:
    """The ties between the events of a record."""
    around: dict[str, list[StoryEvent]] = {}
    for event in events:
        for inner in (event.about, *event.also_about):
            if inner is not None and inner != event.id:
                around.setdefault(inner, []).append(event)
    return Ties({inner: tuple(outers) for inner, outers in around.items()})


def _names(groups: Iterable[tuple[Reference, ...]]) -> tuple[Reference, ...]:
    found = {reference.id: reference for group in groups for reference in group}
    return tuple(sorted(found.values(), key=lambda reference: (reference.name, reference.id)))
