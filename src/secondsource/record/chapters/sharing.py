"""What of a record, made from a chapter's articles and some of its neighbours', is the chapter's own."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from ...model.actor import Actor, Role
from ...model.article import Published
from ...model.lineage import Newsroom
from ...model.reading import Reading
from ...model.record import Record
from ..actors import Actors
from ..clusters import Clusters
from ..judged import Judged, Ties

Days = Mapping[str, Published | None]
"""The day of each of the chapter's own articles, by its id."""


@dataclass(frozen=True)
class Share:
    """The share of one chapter. `articles` (ids) are its own; `handed` are mentions of theirs that the chapter before
    tells, `taken` mentions of the next chapter's that this one tells. Whether something that was announced came to pass
    can be told of the newest chapter only: of others the report may stand in a later one."""

    articles: frozenset[str]
    handed: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()
    is_newest: bool = True

    def looked_at(self, readings: Sequence[Reading]) -> tuple[Reading, ...]:
        """The readings; of a neighbour's that tells nothing here only its names and its text."""
        return tuple(
            reading
            if reading.article.id in self.articles or self._tells(reading)
            else msgspec.structs.replace(reading, events=(), figures=(), statements=())
            for reading in readings
        )

    def _tells(self, reading: Reading) -> bool:
        return any(mention in self.taken for mention in mentions_in(reading))

    def elsewhere(self, readings: Iterable[Reading]) -> frozenset[str]:
        """The mentions of these readings that other chapters tell."""
        return frozenset(
            mention
            for reading in readings
            for mention in mentions_in(reading)
            if (
                mention in self.handed
                if reading.article.id in self.articles
                else mention not in self.taken
            )
        )

    def of(self, record: Record, found: Clusters, readings: Sequence[Reading]) -> Record:
        """The record with the articles of the chapter alone, and with what these have of actors, voices and newsrooms."""
        own = [reading for reading in readings if reading.article.id in self.articles]
        days = {reading.article.id: reading.article.published for reading in own}
        spoken = {
            found.voices.voice_of_statement[statement.id]
            for reading in readings
            for statement in reading.statements
            if reading.article.id in self.articles or statement.id in self.taken
        }
        return msgspec.structs.replace(
            record,
            articles=tuple(row for row in record.articles if row.id in self.articles),
            passages=tuple(item for item in record.passages if item.to in self.articles),
            newsrooms=tuple(self._newsrooms(record.newsrooms)),
            actors=tuple(self._actors(record.actors, found.actors, own, days)),
            voices=tuple(voice for voice in record.voices if voice.id in spoken),
            as_of=max((day.earliest for day in days.values() if day), default=None),
        )

    def _actors(
        self, actors: Iterable[Actor], found: Actors, own: Iterable[Reading], days: Days
    ) -> Iterator[Actor]:
        """The actors that the chapter's own articles mention, counted in those alone."""
        counts = Counter(
            found.actor_of_mention[mention.id]
            for reading in own
            for mention in reading.mentions
            if mention.id in found.actor_of_mention
        )
        for actor in actors:
            if actor.id in counts:
                yield msgspec.structs.replace(
                    actor,
                    mentions=counts[actor.id],
                    articles=tuple(id for id in actor.articles if id in self.articles),
                    roles=tuple(self._roles(actor.roles, days)),
                )

    def _roles(self, roles: Iterable[Role], days: Days) -> Iterator[Role]:
        for role in roles:
            cited = tuple(item for item in role.citations if item.article in self.articles)
            given = [day for item in cited if (day := days[item.article])]
            if cited:
                yield msgspec.structs.replace(
                    role,
                    citations=cited,
                    from_=min((day.earliest for day in given), default=None),
                    to=max((day.latest for day in given), default=None),
                )

    def _newsrooms(self, newsrooms: Iterable[Newsroom]) -> Iterator[Newsroom]:
        for room in newsrooms:
            own = tuple(id for id in room.articles if id in self.articles)
            if own:
                yield msgspec.structs.replace(room, articles=own)


def mentions_in(reading: Reading) -> Iterator[str]:
    """The ids of the mentions of events, figures and statements of a reading."""
    yield from (event.id for event in reading.events)
    yield from (figure.id for figure in reading.figures)
    yield from (statement.id for statement in reading.statements)


def kept_apart(judged: Judged, elsewhere: frozenset[str]) -> Judged:
    """What people decided, and that no mention that is told `elsewhere` is grouped with one that is told here."""
    if not elsewhere:
        return judged

    def parted(ties: Ties) -> Ties:
        together = tuple(
            pair for pair in ties.together if (pair[0] in elsewhere) == (pair[1] in elsewhere)
        )
        return replace(ties, together=together, elsewhere=elsewhere)

    return replace(
        judged,
        events=parted(judged.events),
        figures=parted(judged.figures),
        utterances=parted(judged.utterances),
    )
