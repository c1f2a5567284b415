"""Doubts: pairs that may be one and were kept apart, for a person to decide.

What is kept apart is never counted as one, and never as two independent ones either where that would
be guessing (`Actors.unsure`, `Voices.circles`); but only a person can settle it.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from ...model.claim import StoryEvent, Utterance
from ...model.event import EventMention
from ...model.judgement import Doubt, by_importance
from ...model.text import Citation, Reference
from ...model.value import identifier
from ..clusters import Clusters
from ..days import day_range, days_fit
from ..evidence import Evidence
from ..happenings import Happening, happening
from ..one_event import ENOUGH, agreement, compatible, stations_fit
from ..utterances import SAME_SHARE
from ..worded import content_words
from ..words import containment, content_stems, stem_weights
from . import pair_of

NEARLY_ENOUGH = ENOUGH - 1
"""Points from which two events that were not joined are worth a question."""

NEARLY_SAME_SHARE = 0.6 * SAME_SHARE
"""Share of the lighter wording's weight in the other from which two utterances are worth a question."""

MOST_COMPARED = 25
"""Events of one type and actor, or utterances of one voice, that are held against each other: those
with the most mentions. A longer queue would not be read."""

MENTIONS_COMPARED = 6
"""Mentions of an event that are held against those of another."""

LONGEST_QUEUE = 300
"""Doubts of one kind that a record keeps: the weightiest."""

Judged = dict[tuple[str, str], list[str]]
"""Pair of cluster ids -> ids of the judgements by which a person decided or was unsure."""


def find_doubts(clusters: Clusters, evidence: Evidence) -> tuple[Doubt, ...]:
    """The doubts that no person has settled, sorted by id."""
    asked, settled = _asked(evidence, clusters)
    found: dict[str, Doubt] = {}
    for doubts in (
        _actor_doubts(clusters, evidence, asked),
        _event_doubts(clusters, evidence, asked),
        _utterance_doubts(clusters, evidence, asked),
    ):
        open_ = [
            doubt for doubt in doubts if pair_of(*(item.id for item in doubt.items)) not in settled
        ]
        for doubt in sorted(open_, key=by_importance)[:LONGEST_QUEUE]:
            found[doubt.id] = doubt
    return tuple(found[key] for key in sorted(found))


def _asked(evidence: Evidence, found: Clusters) -> tuple[Judged, set[tuple[str, str]]]:
    """Pairs of clusters of which people were unsure, with their judgements, and pairs that they
    decided."""
    asked: Judged = {}
    settled: set[tuple[str, str]] = set()
    if not evidence.judged.rulings:
        return asked, settled
    cluster_of = {**dict(found.mentions()), **found.actors.actor_of_mention}
    for ruling in evidence.judged.rulings:
        judgement = ruling.judgement
        if ruling.status != "applied" or judgement.value == "voice":
            continue
        clusters = {cluster_of[item] for item in ruling.subjects if item in cluster_of}
        for pair in combinations(sorted(clusters), 2):
            if judgement.decision == "unsure":
                asked.setdefault(pair, []).append(judgement.id)
            elif judgement.decision in ("same", "not-same"):
                settled.add(pair)
    return asked, settled


def _doubt(
    kind: str,
    items: Sequence[Reference],
    citations: Iterable[Citation],
    score: float,
    weight: int,
    reason: str,
    asked: Judged,
) -> Doubt:
    first, second = sorted(items, key=lambda item: item.id)
    return Doubt(
        id=identifier("doubt", first.id, second.id),
        kind=kind,  # type: ignore[arg-type]
        items=(first, second),
        citations=tuple(citations),
        score=round(score, 3),
        weight=weight,
        reason=reason,
        judgements=tuple(asked.get((first.id, second.id), ())),
    )


def _actor_doubts(clusters: Clusters, evidence: Evidence, asked: Judged) -> Iterator[Doubt]:
    """Actors of like names of whom nothing says that they are one, nor that they are two."""
    actors = clusters.actors.by_id
    wanted = {actor for pair in clusters.actors.unsure for actor in pair}
    first: dict[str, str] = {}
    for mention, actor in clusters.actors.actor_of_mention.items():
        if actor in wanted:
            first[actor] = min(mention, first.get(actor, mention))
    cited = {
        clusters.actors.actor_of_mention[mention.id]: mention.citation.of(reading.article.id)
        for reading in evidence.readings
        for mention in reading.mentions
        if first.get(clusters.actors.actor_of_mention.get(mention.id, "")) == mention.id
    }
    for pair in sorted(clusters.actors.unsure):
        one, two = (actors[actor] for actor in pair)
        likeness = SequenceMatcher(None, one.name.casefold(), two.name.casefold(), autojunk=False)
        yield _doubt(
            "actor",
            [Reference(id=actor.id, name=actor.name) for actor in (one, two)],
            [cited[actor.id] for actor in (one, two) if actor.id in cited],
            likeness.ratio(),
            min(one.mentions, two.mentions),
            "names that may be one person's; nothing else ties them or parts them",
            asked,
        )


def _event_doubts(clusters: Clusters, evidence: Evidence, asked: Judged) -> Iterator[Doubt]:
    """Events of one type with an actor in common that nothing, or only some of their mentions, keep
    apart."""
    known = evidence.event_mentions
    happenings: dict[str, list[Happening]] = {}

    def of(event: StoryEvent) -> list[Happening]:
        if event.id not in happenings:
            found: list[tuple[str, EventMention]] = [
                known[mention.id] for mention in event.mentions[:MENTIONS_COMPARED]
            ]
            happenings[event.id] = [
                happening(article, mention, evidence, clusters.actors) for article, mention in found
            ]
        return happenings[event.id]

    weights = stem_weights(
        content_stems(event.mentions[0].sentence.words) for event in clusters.events
    )
    both = (*_event_pairs(clusters.events), *_asked_pairs(clusters.events, asked))
    for one, two in {(one.id, two.id): (one, two) for one, two in both}.values():
        best = max(
            (
                agreement(a, b, weights)
                for a in of(one)
                for b in of(two)
                if compatible(a, b) and stations_fit(a, b)
            ),
            default=0,
        )
        is_asked = pair_of(one.id, two.id) in asked
        if best < NEARLY_ENOUGH and not is_asked:
            continue
        parted = best >= ENOUGH
        yield _doubt(
            "event",
            [Reference(id=event.id, name=event.mentions[0].sentence.words) for event in (one, two)],
            [event.mentions[0].sentence for event in (one, two)],
            min(best / (2 * ENOUGH), 1.0),
            min(len(one.mentions), len(two.mentions)),
            (
                "some of their mentions speak against each other"
                if parted
                else "too little in common"
            )
            + f": {_shared(one, two)}",
            asked,
        )


def _event_pairs(events: Sequence[StoryEvent]) -> Iterator[tuple[StoryEvent, StoryEvent]]:
    blocks: dict[tuple[str, str], list[StoryEvent]] = {}
    for event in events:
        for actor in dict.fromkeys((*event.sources, *event.targets)):
            blocks.setdefault((event.event_type, actor.id), []).append(event)
    for key in sorted(blocks):
        most = sorted(blocks[key], key=lambda event: (-len(event.mentions), event.id))
        yield from combinations(sorted(most[:MOST_COMPARED], key=lambda event: event.id), 2)


def _asked_pairs(
    events: Sequence[StoryEvent], asked: Judged
) -> Iterator[tuple[StoryEvent, StoryEvent]]:
    by_id = {event.id: event for event in events}
    for one, two in sorted(asked):
        if one in by_id and two in by_id:
            yield by_id[one], by_id[two]


def _shared(one: StoryEvent, two: StoryEvent) -> str:
    """What two events have in common, in words."""
    names = [
        {actor.id: actor.name for actor in (*event.sources, *event.targets)} for event in (one, two)
    ]
    facts = sorted(names[0][actor] for actor in names[0] if actor in names[1])
    if one.time is not None and two.time is not None and one.time.value == two.time.value:
        facts.append(one.time.value)
    if one.place is not None and two.place is not None and one.place.name == two.place.name:
        facts.append(one.place.name)
    return ", ".join(facts) or "nothing that is named"


def _utterance_doubts(clusters: Clusters, evidence: Evidence, asked: Judged) -> Iterator[Doubt]:
    """Utterances of one voice, or of voices that may be one, with nearly the same words."""
    stems = {
        utterance.id: content_stems(
            max(
                (content_words(evidence.statements[item.id][1]) for item in utterance.statements),
                key=lambda words: (len(words), words),
            )
        )
        for utterance in clusters.utterances
    }
    weights = stem_weights(stems[item] for item in sorted(stems))
    by_id = {utterance.id: utterance for utterance in clusters.utterances}
    asked_pairs = [
        (by_id[one], by_id[two]) for one, two in sorted(asked) if one in by_id and two in by_id
    ]
    both = (*_utterance_pairs(clusters), *asked_pairs)
    for one, two in {(one.id, two.id): (one, two) for one, two in both}.values():
        is_asked = pair_of(one.id, two.id) in asked
        share = containment(stems[one.id], stems[two.id], weights)
        shared = len(stems[one.id] & stems[two.id])
        if not is_asked and (share < NEARLY_SAME_SHARE or shared < LEAST_SHARED):
            continue
        yield _doubt(
            "utterance",
            [
                Reference(id=item.id, name=f"{item.voice.name}: {item.statements[0].words}")
                for item in (one, two)
            ],
            [
                Citation(
                    article=item.statements[0].article,
                    part=item.statements[0].part,
                    start=item.statements[0].start,
                    end=item.statements[0].end,
                    words=item.statements[0].words,
                )
                for item in (one, two)
            ],
            min(share, 1.0),
            min(len(one.statements), len(two.statements)),
            f"{shared} words of meaning in common ({share:.0%} of the shorter)"
            + ("" if one.voice == two.voice else "; it is not known whether one voice said both"),
            asked,
        )


LEAST_SHARED = 3
"""Words of meaning that two utterances must share to be worth a question."""


def _utterance_pairs(clusters: Clusters) -> Iterator[tuple[Utterance, Utterance]]:
    """Pairs told by different articles, of voices that are or may be one, on days that fit."""
    voices = clusters.voices.by_id
    most: dict[str, list[Utterance]] = {}
    blocks: dict[str, list[Utterance]] = {}
    by_weight = sorted(clusters.utterances, key=lambda item: (-len(item.statements), item.id))
    for utterance in by_weight:
        own = most.setdefault(utterance.voice.id, [])
        voice = voices[utterance.voice.id]
        # What is not among the first of its own voice is not among the first of any circle.
        if voice.kind in ("unstated", "unknown") or len(own) == MOST_COMPARED:
            continue
        own.append(utterance)
        for other in sorted(clusters.voices.circles[voice.id]):
            block = blocks.setdefault(other, [])
            if len(block) < MOST_COMPARED:
                block.append(utterance)
    # Voices that may all be one bring the same utterances together: once is enough.
    together = {tuple(sorted(item.id for item in block)): block for block in blocks.values()}
    days = {item.id: day_range(item.said) for item in clusters.utterances}
    told_by = {
        item.id: {statement.article for statement in item.statements}
        for item in clusters.utterances
    }
    for block in together.values():
        for one, two in combinations(sorted(block, key=lambda item: item.id), 2):
            if told_by[one.id] != told_by[two.id] and days_fit(days[one.id], days[two.id]):
                yield one, two
