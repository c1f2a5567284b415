"""What judgements came to: marks on events and claims, what is set aside, and each judgement with its
status and all that it touches."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from ...model.claim import Claim, StoryEvent
from ...model.judgement import SetAside, StoryJudgement
from ..claims import (
    claimed_status,
    event_claim_id,
    figure_claim_id,
    utterance_claim_id,
)
from ..clusters import Clusters
from ..same_numbers import points_of_claims
from . import Judged, Ruling
from .settling import WHOLE
from .subjects import Subjects


def mentions_of_claims(clusters: Clusters) -> dict[str, tuple[str, ...]]:
    """Claim id -> ids of the mentions that report it."""
    found: dict[str, list[str]] = {}
    for event in clusters.events:
        for mention in event.mentions:
            claim = event_claim_id(event.id, claimed_status(mention.status))
            found.setdefault(claim, []).append(mention.id)
    for utterance in clusters.utterances:
        found[utterance_claim_id(utterance.id)] = [item.id for item in utterance.statements]
    for line in clusters.series:
        for group in points_of_claims(line):
            found[figure_claim_id(group)] = [point.id for point in group]
    return {claim: tuple(mentions) for claim, mentions in found.items()}


def mentions_reached(judged: Judged, clusters: Clusters) -> dict[str, tuple[tuple[str, ...], ...]]:
    """For each judgement about whole claims or actors: the mentions of each of them. Empty if no such
    judgement finds anything wrong: what is confirmed changes no cluster."""
    whole = [ruling for ruling in judged.rulings if ruling.judgement.value in WHOLE]
    if not any(ruling.judgement.decision == "wrong" and ruling.subjects for ruling in whole):
        return {}
    claims = mentions_of_claims(clusters)
    claim_of = {mention: claim for claim, mentions in claims.items() for mention in mentions}
    actors: dict[str, list[str]] = {}
    for mention, actor in sorted(clusters.actors.actor_of_mention.items()):
        actors.setdefault(actor, []).append(mention)
    reached: dict[str, tuple[tuple[str, ...], ...]] = {}
    for ruling in whole:
        found: dict[tuple[str, ...], None] = {}
        for subject in ruling.subjects:
            found[tuple(claims.get(claim_of.get(subject, ""), ()))] = None
            actor = clusters.actors.actor_of_mention.get(subject, "")
            found[tuple(actors.get(actor, ()))] = None
        reached[ruling.judgement.id] = tuple(found)
    return reached


def _touching(judged: Judged) -> dict[str, list[str]]:
    """Mention id -> ids of the judgements that hold and are about it."""
    found: dict[str, list[str]] = {}
    for ruling in judged.rulings:
        if ruling.status == "applied":
            for subject in ruling.subjects:
                found.setdefault(subject, []).append(ruling.judgement.id)
    for decided in (judged.wrong, judged.confirmed):
        for mention, judgement in decided.items():
            found.setdefault(mention, []).append(judgement)
    return {mention: list(dict.fromkeys(ids)) for mention, ids in found.items()}


def marked_events(events: Sequence[StoryEvent], judged: Judged) -> tuple[StoryEvent, ...]:
    """The events with the ids of what people decided about their mentions."""
    touching = _touching(judged)
    return tuple(
        msgspec.structs.replace(event, judgements=ids)
        if (ids := _ids(touching, (mention.id for mention in event.mentions)))
        else event
        for event in events
    )


def _ids(touching: Mapping[str, list[str]], mentions: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({item for mention in mentions for item in touching.get(mention, ())}))


def marked_claims(claims: Sequence[Claim], clusters: Clusters, judged: Judged) -> tuple[Claim, ...]:
    """The claims with what people decided about their mentions. The standing stays as it is."""
    touching = _touching(judged)
    mentions = mentions_of_claims(clusters) if touching else {}
    return tuple(
        msgspec.structs.replace(claim, judged=_verdict(mentions[claim.id], judged), judgements=ids)
        if (ids := _ids(touching, mentions.get(claim.id, ())))
        else claim
        for claim in claims
    )


def _verdict(mentions: Iterable[str], judged: Judged) -> Literal["wrong", "confirmed"] | None:
    """A claim is wrong when its mentions are (all of them are, or none), confirmed when one is."""
    found = list(mentions)
    if any(mention in judged.wrong for mention in found):
        return "wrong"
    return "confirmed" if any(mention in judged.confirmed for mention in found) else None


def set_aside(claims: Sequence[Claim], aside: Clusters, judged: Judged) -> tuple[SetAside, ...]:
    """The claims that were judged wrong with what they are about, sorted by id."""
    events = {event.id: event for event in marked_events(aside.events, judged)}
    utterances = {utterance.id: utterance for utterance in aside.utterances}
    series = {point.id: line for line in aside.series for point in line.points}
    return tuple(
        SetAside(
            id=claim.id,
            claim=claim,
            judgements=claim.judgements,
            event=events.get(claim.about) if claim.kind == "event" else None,
            utterance=utterances.get(claim.about) if claim.kind == "utterance" else None,
            series=series.get(claim.about) if claim.kind == "figure" else None,
        )
        for claim in sorted(marked_claims(claims, aside, judged), key=lambda claim: claim.id)
    )


def story_judgements(
    judged: Judged, clusters: Clusters, subjects: Subjects
) -> tuple[StoryJudgement, ...]:
    """Every judgement with its status and what it touches, sorted by id."""
    if not judged.rulings:
        return ()
    cluster_of = {**dict(clusters.mentions()), **clusters.actors.actor_of_mention}
    claim_of = {
        mention: claim
        for claim, mentions in mentions_of_claims(clusters).items()
        for mention in mentions
    }
    return tuple(
        sorted(
            (
                _row(ruling, dict.fromkeys(_items(ruling.subjects, cluster_of, claim_of)), subjects)
                for ruling in judged.rulings
            ),
            key=lambda row: row.id,
        )
    )


def _items(
    found: Iterable[str], cluster_of: Mapping[str, str], claim_of: Mapping[str, str]
) -> Iterator[str]:
    for subject in found:
        yield cluster_of.get(subject, subject)
        if subject in claim_of:
            yield claim_of[subject]


def _row(ruling: Ruling, items: Iterable[str], subjects: Subjects) -> StoryJudgement:
    judgement = ruling.judgement
    cited = [subjects.by_id[item].citation for item in ruling.subjects]
    return StoryJudgement(
        id=judgement.id,
        decision=judgement.decision,
        subjects=judgement.subjects,
        who=judgement.who,
        when=judgement.when,
        why=judgement.why,
        value=judgement.value,
        status=ruling.status,
        reason=ruling.reason,
        items=tuple(items),
        citations=tuple(citation for citation in cited if citation.words)
        or tuple(citation for citation in judgement.cited if citation.words),
    )
