"""Actors: who acts in a story, in which roles and when, what they said and did, and to whom."""

from collections import Counter

from ..errors import UsageError
from ..model.actor import Actor, Role
from ..model.claim import Claim, Standing, StoryEvent
from ..model.event import REAL
from ..model.mention import MentionKind
from ..model.record import Record
from ..model.text import Citation, Reference
from ..model.value import Value
from .event_words import is_mutual


class Tie(Value, frozen=True):
    """What joins two actors: `relation` is a type of event with its status ("consult: happened"), `from_`
    says whose deed it is (`this`, `other`, `both`), `times` counts events, `last` is the newest EDTF
    time known."""

    other: Reference
    relation: str
    from_: str
    times: int
    last: str | None
    citations: tuple[Citation, ...]


class Deed(Value, frozen=True):
    """An event in which the actor takes part, on which side (source, target)."""

    event: str
    event_type: str
    status: str
    side: str
    when: str | None
    words: str
    citation: Citation
    standing: Standing | None


class Said(Value, frozen=True):
    """Something that the actor said. `cue` are the words of saying ("denied"): without them the words may
    say the opposite."""

    utterance: str
    when: str | None
    cue: str | None
    words: str
    citation: Citation
    standing: Standing | None


class ActorRow(Value, frozen=True):
    """An actor in a list: counts of statements, events and ties beside name, kind and party."""

    id: str
    name: str
    kind: MentionKind
    party: Reference
    mentions: int
    articles: int
    statements: int
    events: int
    ties: int


class ActorView(Value, frozen=True):
    """All that the record has of one actor. `roles` are with the days between which articles give them,
    `role_standing` how well each is supported, in their order (null where no claim has it)."""

    id: str
    name: str
    kind: MentionKind
    names: tuple[str, ...]
    party: Reference
    mentions: int
    articles: tuple[str, ...]
    roles: tuple[Role, ...]
    role_standing: tuple[Standing | None, ...]
    statements: tuple[Said, ...]
    events: tuple[Deed, ...]
    ties: tuple[Tie, ...]


def actors(record: Record, kind: str | None = None) -> tuple[ActorRow, ...]:
    """All actors, those that are mentioned most first; with `kind` only of that kind."""
    spoken: Counter[str] = Counter(utterance.voice.id for utterance in record.utterances)
    done: Counter[str] = Counter()
    tied: dict[str, set[str]] = {}
    for event in record.events:
        sides = {reference.id for reference in (*event.sources, *event.targets)}
        done.update(sides)
        for one in sides:
            tied.setdefault(one, set()).update(sides - {one})
    known = {actor.id for actor in record.actors}
    rows = [
        ActorRow(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            party=actor.party,
            mentions=actor.mentions,
            articles=len(actor.articles),
            statements=sum(spoken[each] for each in _voices_of(actor, record)),
            events=done[actor.id],
            ties=len(tied.get(actor.id, set()) & known),
        )
        for actor in record.actors
        if kind is None or actor.kind == kind
    ]
    return tuple(sorted(rows, key=lambda row: (-row.mentions, row.name, row.id)))


def actor_view(record: Record, name: str) -> ActorView:
    """All of one actor, found by id, by a name it has (any letter case), or by part of a name if only
    one has it. Raises UsageError when there is none or more than one, with the names to choose from."""
    actor = _find(record, name)
    claims: dict[str, list[Claim]] = {}
    for claim in record.claims:
        claims.setdefault(claim.about, []).append(claim)
    voices = set(_voices_of(actor, record))
    said = [
        Said(
            utterance=utterance.id,
            when=utterance.said,
            cue=statement.cue,
            words=statement.words,
            citation=Citation(
                article=statement.article,
                part=statement.part,
                start=statement.start,
                end=statement.end,
                words=statement.words,
            ),
            standing=_best(claims.get(utterance.id, [])),
        )
        for utterance in record.utterances
        if utterance.voice.id in voices
        for statement in utterance.statements[:1]
    ]
    deeds = [
        Deed(
            event=event.id,
            event_type=event.event_type,
            status=event.status,
            side=side,
            when=event.time.value if event.time else None,
            words=event.mentions[0].sentence.words,
            citation=event.mentions[0].sentence,
            standing=_best(claims.get(event.id, [])),
        )
        for event in record.events
        if event.mentions and (side := _side(actor, event))
    ]
    return ActorView(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        names=actor.names,
        party=actor.party,
        mentions=actor.mentions,
        articles=actor.articles,
        roles=actor.roles,
        role_standing=tuple(_role_standing(role, record) for role in actor.roles),
        statements=tuple(sorted(said, key=lambda one: (one.when or "9999", one.utterance))),
        events=tuple(sorted(deeds, key=lambda one: (one.when or "9999", one.event))),
        ties=_ties(actor, record),
    )


def _voices_of(actor: Actor, record: Record) -> list[str]:
    """The ids of the voices that are this actor: the same id, or a named voice with its name."""
    names = {name.casefold() for name in (actor.name, *actor.names)}
    return [
        voice.id
        for voice in record.voices
        if voice.id == actor.id or (voice.kind == "named" and voice.name.casefold() in names)
    ] or [actor.id]


def _find(record: Record, name: str) -> Actor:
    folded = name.casefold()
    exact = [
        actor
        for actor in record.actors
        if actor.id == name or folded in (each.casefold() for each in (actor.name, *actor.names))
    ]
    part = exact or [
        actor
        for actor in record.actors
        if any(folded in each.casefold() for each in (actor.name, *actor.names))
    ]
    # Of those that bear the same name, the one that is so called before all.
    part = [a for a in part if a.name.casefold() == folded] or part
    if len(part) != 1:
        close = ", ".join(sorted({actor.name for actor in part})[:8])
        raise UsageError(
            f"{len(part)} actors are called {name!r}"
            + (
                f": {close}; give one of these names or an id"
                if part
                else "; see: secondsource actors STORY"
            )
        )
    return part[0]


def _side(actor: Actor, event: StoryEvent) -> str | None:
    if any(reference.id == actor.id for reference in event.sources):
        return "source"
    return "target" if any(reference.id == actor.id for reference in event.targets) else None


def _best(claims: list[Claim]) -> Standing | None:
    return max(
        (claim.standing for claim in sorted(claims, key=lambda claim: claim.id)),
        key=lambda one: (one.independent, len(one.newsrooms)),
        default=None,
    )


def _role_standing(role: Role, record: Record) -> Standing | None:
    """The standing of the claim that has a report at the place where the role is given."""
    places = {(cited.article, cited.part, cited.start) for cited in role.citations}
    found = [
        claim
        for claim in record.claims
        if claim.kind == "role"
        and any((each.article, each.part, each.start) in places for each in claim.reports)
    ]
    return _best(found)


def _ties(actor: Actor, record: Record) -> tuple[Tie, ...]:
    known = {one.id: one for one in record.actors}
    found: dict[tuple[str, str, str], list[StoryEvent]] = {}
    for event in record.events:
        side = _side(actor, event)
        if side is None:
            continue
        others = {ref.id for ref in (event.targets if side == "source" else event.sources)}
        whose = "this" if side == "source" else "other"
        if is_mutual(event):
            others = {ref.id for ref in (*event.sources, *event.targets)}
            whose = "both"
        status = "happened" if event.status in REAL else event.status
        for other in sorted((others & known.keys()) - {actor.id}):
            found.setdefault((other, f"{event.event_type}: {status}", whose), []).append(event)
    ties = [
        Tie(
            other=Reference(id=other, name=known[other].name),
            relation=relation,
            from_=whose,
            times=len(events),
            last=max((event.time.value for event in events if event.time), default=None),
            citations=tuple(
                dict.fromkeys(event.mentions[0].sentence for event in events if event.mentions)
            ),
        )
        for (other, relation, whose), events in found.items()
    ]
    return tuple(
        sorted(
            ties,
            key=lambda tie: (-tie.times, tie.other.name, tie.relation, tie.from_, tie.other.id),
        )
    )
