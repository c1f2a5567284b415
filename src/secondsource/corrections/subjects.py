"""What a person can point at: everything in a record or a reading that has an id, and the mentions
that it comes down to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ..errors import UsageError
from ..model.claim import Claim, Report
from ..model.reading import Reading
from ..model.record import Record
from ..model.text import Citation

ThingKind = Literal["actor", "event", "figure", "utterance", "article", "newsroom"]
Reach = Literal["mention", "claim", "actor", "voice"]


@dataclass(frozen=True)
class Thing:
    """Something with an id. `kind` is what its mentions are mentions of; `mentions` are their ids, the
    one that stands for all of them first; `reach` is how far a judgement of it reaches by itself."""

    id: str
    label: str
    kind: ThingKind
    mentions: tuple[str, ...]
    reach: Reach


@dataclass(frozen=True)
class Things:
    """Everything in a story that a person can point at. `clusters` come before `mentions`: where one
    id is that of a cluster and of its smallest mention, the cluster is meant."""

    clusters: tuple[Thing, ...]
    mentions: tuple[Thing, ...]
    cited: dict[str, Citation]
    """Mention (or article, newsroom) id -> the words that it stands at."""
    voices: dict[str, Thing]
    """Voices that say something, by id; a voice that is an actor has the actor's id."""

    @cached_property
    def _by_id(self) -> dict[str, list[Thing]]:
        found: dict[str, list[Thing]] = {}
        for thing in (*self.clusters, *self.mentions):
            found.setdefault(thing.id, []).append(thing)
        return found

    def find(self, start_of_id: str, mention_only: bool = False) -> Thing:
        """What has this id, or the only id that begins so, or (a newsroom) this name. With
        `mention_only` never a cluster. Raises UsageError when there is nothing, or more than one."""
        if not start_of_id.strip():
            raise UsageError("an empty id names nothing; copy one from standing, unsure or export")
        chosen = self.mentions if mention_only else (*self.clusters, *self.mentions)
        exact = [thing for thing in self._by_id.get(start_of_id, ()) if thing in chosen]
        if exact:
            return exact[0]
        named = [
            thing
            for thing in self.clusters
            if thing.kind == "newsroom" and thing.label.casefold() == start_of_id.casefold()
        ]
        if named and not mention_only:
            return named[0]
        fitting = {thing.id: thing for thing in chosen[::-1] if thing.id.startswith(start_of_id)}
        if len(fitting) == 1:
            return next(iter(fitting.values()))
        if not fitting:
            raise UsageError(
                f"nothing in the story has an id that begins with {start_of_id!r}; ids are printed by:"
                " secondsource standing, unsure, explain, export"
            )
        first = "; ".join(f"{key} ({fitting[key].label})" for key in sorted(fitting)[:MOST_SHOWN])
        raise UsageError(
            f"{len(fitting)} ids begin with {start_of_id!r}: {first}"
            f"{' ...' if len(fitting) > MOST_SHOWN else ''}; give more of it"
        )


MOST_SHOWN = 5


def things_of(record: Record, readings: Iterable[Reading]) -> Things:
    """Everything that a person can point at in a story; `readings` are those that the record was made
    from (only they hold the single mentions of actors)."""
    cited: dict[str, Citation] = {}
    mentions = tuple(_mentions(readings, cited))
    voices = {voice.id: voice for voice in _voices(record)}
    return Things(tuple(_clusters(record, cited)), mentions, cited, voices)


def _mentions(readings: Iterable[Reading], cited: dict[str, Citation]) -> Iterator[Thing]:
    for reading in readings:
        article = reading.article.id
        found: list[tuple[ThingKind, str, Citation]] = [
            ("actor", item.id, item.citation) for item in reading.mentions
        ]
        found += [("event", item.id, item.citation) for item in reading.events]
        found += [("figure", item.id, item.citation) for item in reading.figures]
        found += [
            ("utterance", item.id, item.content[0]) for item in reading.statements if item.content
        ]
        for kind, key, citation in found:
            cited[key] = citation.of(article)
            yield Thing(key, f"one mention: “{citation.words}”", kind, (key,), "mention")


def _clusters(record: Record, cited: dict[str, Citation]) -> Iterator[Thing]:
    claims = [*record.claims, *(aside.claim for aside in record.set_aside)]
    by_event = {event.id: event for event in record.events}
    by_event |= {aside.event.id: aside.event for aside in record.set_aside if aside.event}
    by_utterance = {utterance.id: utterance for utterance in record.utterances}
    by_utterance |= {
        aside.utterance.id: aside.utterance for aside in record.set_aside if aside.utterance
    }
    lines = {line.id: line for line in record.series}
    lines |= {aside.series.id: aside.series for aside in record.set_aside if aside.series}
    points = {point.id: line for line in lines.values() for point in line.points}
    for claim in claims:
        if claim.kind == "event" and claim.about in by_event:
            found = tuple(
                mention.id
                for mention in by_event[claim.about].mentions
                if _is_reported(claim, mention.sentence) and _claims_status(claim, mention.status)
            )
        elif claim.kind == "utterance" and claim.about in by_utterance:
            found = tuple(item.id for item in by_utterance[claim.about].statements)
        elif claim.about in points:
            line = points[claim.about]
            main = next(point for point in line.points if point.id == claim.about)
            found = (
                main.id,
                *(
                    point.id
                    for point in line.points
                    if point.id != main.id
                    and _is_reported(claim, point.sentence)
                    and {point.low, point.high} & {main.low, main.high} - {None}
                ),
            )
        else:
            continue
        kind: ThingKind = (
            "figure"
            if claim.kind == "figure"
            else ("utterance" if claim.kind == "utterance" else "event")
        )
        yield Thing(claim.id, f"claim: “{claim.words}”", kind, found, "claim")
    for event in by_event.values():
        told = tuple(mention.id for mention in event.mentions)
        label = f"event: “{event.mentions[0].sentence.words}”"
        yield Thing(event.id, label, "event", _first(event.id, told), "claim")
    for utterance in by_utterance.values():
        told = tuple(item.id for item in utterance.statements)
        label = f"utterance: “{utterance.statements[0].words}”"
        yield Thing(utterance.id, label, "utterance", _first(utterance.id, told), "claim")
    for line in lines.values():
        told = tuple(point.id for point in line.points)
        label = f"series: {line.measured or line.unit}"
        yield Thing(line.id, label, "figure", _first(line.id, told), "claim")
    for actor in record.actors:
        yield Thing(actor.id, f"actor: {actor.name}", "actor", (actor.id,), "actor")
    actors = {actor.id for actor in record.actors}
    yield from (voice for voice in _voices(record) if voice.id not in actors)
    for row in record.articles:
        words = row.article.headline or row.article.text[:80] if row.article else row.reason or ""
        cited[row.id] = Citation(start=0, end=0, words="", article=row.id)
        yield Thing(row.id, f"article: {words}", "article", (row.id,), "mention")
    for newsroom in record.newsrooms:
        cited[newsroom.id] = Citation(start=0, end=0, words=newsroom.name)
        yield Thing(newsroom.id, newsroom.name, "newsroom", (newsroom.id,), "mention")


def _voices(record: Record) -> Iterator[Thing]:
    """The voices that say something, by their statements."""
    statements: dict[str, list[str]] = {}
    for utterance in record.utterances:
        statements.setdefault(utterance.voice.id, []).extend(i.id for i in utterance.statements)
    for voice in record.voices:
        if voice.id in statements:
            told = tuple(sorted(statements[voice.id]))
            yield Thing(voice.id, f"voice: {voice.name}", "utterance", told, "voice")


def _first(key: str, mentions: tuple[str, ...]) -> tuple[str, ...]:
    """The mentions, that which names the cluster first."""
    return (key, *(mention for mention in mentions if mention != key))


def _is_reported(claim: Claim, sentence: Citation) -> bool:
    def at(report: Report) -> bool:
        return (report.article, report.part, report.start, report.end) == (
            sentence.article,
            sentence.part,
            sentence.start,
            sentence.end,
        )

    return any(at(report) for report in claim.reports)


def _claims_status(claim: Claim, status: str) -> bool:
    """Whether a mention of this status reports the claim: what is going on is claimed as happened."""
    return claim.status == ("happened" if status in ("happened", "ongoing") else status)
