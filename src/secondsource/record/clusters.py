"""Clusters: who, what was said, what happened and what was counted, each one across all articles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from ..model.claim import Series, StoryEvent, Utterance
from ..model.keeping import NOWHERE, Keeping
from .actors import Actors, find_actors
from .events import find_events
from .evidence import Evidence
from .series import find_series
from .utterances import find_utterances
from .voices import Voices, find_voices


@dataclass(frozen=True)
class Clusters:
    """Everything that is held to be one across articles."""

    actors: Actors
    voices: Voices
    utterances: tuple[Utterance, ...]
    events: tuple[StoryEvent, ...]
    series: tuple[Series, ...]

    def mentions(self) -> Iterator[tuple[str, str]]:
        """Each mention of an event, utterance or series with the id of its cluster."""
        for event in self.events:
            yield from ((mention.id, event.id) for mention in event.mentions)
        for utterance in self.utterances:
            yield from ((reported.id, utterance.id) for reported in utterance.statements)
        for line in self.series:
            yield from ((point.id, line.id) for point in line.points)

    def parted(self, wrong: Iterable[str]) -> tuple["Clusters", "Clusters"]:
        """The clusters that are not wrong, and those that are: a cluster holds wrong mentions only, or
        none. No event that stays is tied any more to one that does not."""
        mistaken = set(wrong)
        out = {cluster for mention, cluster in self.mentions() if mention in mistaken}
        if not out:
            return self, Clusters(self.actors, self.voices, (), (), ())
        kept = Clusters(
            self.actors,
            self.voices,
            tuple(item for item in self.utterances if item.id not in out),
            tuple(_untied(item, out) for item in self.events if item.id not in out),
            tuple(item for item in self.series if item.id not in out),
        )
        aside = Clusters(
            self.actors,
            self.voices,
            tuple(item for item in self.utterances if item.id in out),
            tuple(item for item in self.events if item.id in out),
            tuple(item for item in self.series if item.id in out),
        )
        return kept, aside


def _untied(event: StoryEvent, out: set[str]) -> StoryEvent:
    """The event without ties to events that are out."""
    if event.about in out:
        event = msgspec.structs.replace(event, about=None)
    if out.intersection(event.also_about):
        kept = tuple(other for other in event.also_about if other not in out)
        event = msgspec.structs.replace(event, also_about=kept)
    if event.condition is not None and event.condition.event in out:
        condition = msgspec.structs.replace(event.condition, event=None)
        event = msgspec.structs.replace(event, condition=condition)
    return event


def find_clusters(evidence: Evidence, keeping: Keeping = NOWHERE) -> Clusters:
    """The clusters of all readings, as far as people's decisions allow. What was compared is kept in `keeping`."""
    actors = find_actors(evidence)
    voices = find_voices(evidence, actors)
    return Clusters(
        actors=actors,
        voices=voices,
        utterances=find_utterances(evidence, voices, keeping),
        events=find_events(evidence, actors, voices, keeping),
        series=find_series(evidence, voices),
    )
