"""Chains of events and actors across articles: our record of a topic against gold chains.

Two views of each, both as MUC, B³, CEAFe and their mean (CoNLL):

- end to end: a mention of ours is a gold mention when the two overlap, one to one, the largest overlap first; what
  has no partner is twinless. Ours count only in sentences that hold a gold mention, since the sets
  annotate parts of their articles.
- of found: only mentions that both sides have, so that the chaining is seen apart from the finding; `coverage`
  stands for the share of gold mentions that are left.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from secondsource.lineage import trace
from secondsource.model.article import Article, Published
from secondsource.model.record import Record
from secondsource.reading.reader import Reader
from secondsource.record.actors import find_actors
from secondsource.record.evidence import Evidence
from secondsource.record.record import anchored, make_record

from .metrics.chains import b_cubed, ceaf_e, chains, muc
from .metrics.counts import Counts, Part
from .metrics.spans import matched

Place = tuple[str, int, int]
SCORERS = (("muc", muc), ("b3", b_cubed), ("ceafe", ceaf_e))


@dataclass(frozen=True)
class Topic:
    """Articles that are read together. `gold` holds for each kind (event, actor) the chain of each
    mention (article, start, end); `sentences` the spans in which mentions of ours count; `others` the
    chains of other things that have names (places, products), which the record has no chains of."""

    name: str
    articles: tuple[Article, ...]
    gold: dict[str, dict[Place, str]]
    sentences: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    others: dict[Place, str] = field(default_factory=dict)


def article(name: str, text: str, day: str | None = None, headline: str | None = None) -> Article:
    """A clean article; its publication date is given or not known."""
    published = (
        Published(value=day, precision="day", earliest=day, latest=day, basis="given")
        if day
        else None
    )
    return Article(
        id=name, address=name, text=text, headline=headline, language="en", published=published
    )


def record_of(articles: Sequence[Article], reader: Reader) -> tuple[Record, Evidence]:
    """The record of articles as one story, and what it was made from."""
    readings = [reader.read_article(each) for each in articles]
    lineage = trace(list(articles))
    return make_record(readings, lineage), Evidence(anchored(readings), lineage)


def event_chains(record: Record) -> dict[Place, str]:
    """The event of each mention in a body."""
    return {
        (mention.article, mention.start, mention.end): event.id
        for event in record.events
        for mention in event.mentions
        if mention.part == "text"
    }


def actor_chains(evidence: Evidence) -> dict[Place, str]:
    """The actor of each mention in a body, whether by name, description or pronoun."""
    actors = find_actors(evidence)
    return {
        (reading.article.id, mention.citation.start, mention.citation.end): actors.of_mention(
            mention.id, mention.name
        ).id
        for reading in evidence.readings
        for mention in reading.mentions
        if mention.citation.part == "text" and mention.kind not in ("nationality", "equipment")
    }


def paired(gold: dict[Place, str], ours: dict[Place, str]) -> dict[Place, Place]:
    """For each mention of ours that has a partner the gold mention."""
    partner = {}
    for name in dict.fromkeys(place[0] for place in gold):
        wanted = [place for place in gold if place[0] == name]
        given = [place for place in ours if place[0] == name]
        for i, j in matched([place[1:] for place in wanted], [place[1:] for place in given]):
            partner[given[j]] = wanted[i]
    return partner


def chain_parts(
    topic: str, kind: str, gold: dict[Place, str], ours: dict[Place, str]
) -> Iterator[Part]:
    """The counts of all scorers and both views for one topic and kind."""
    partner = paired(gold, ours)
    renamed = {partner.get(place, ("", *place)): label for place, label in ours.items()}
    kept = set(partner.values())
    views: dict[str, tuple[Mapping[Any, str], Mapping[Any, str]]] = {
        "end to end": (gold, renamed),
        "of found": (
            {place: label for place, label in gold.items() if place in kept},
            {place: label for place, label in renamed.items() if place in kept},
        ),
    }
    share = len(kept)
    for view, (wanted, given) in views.items():
        key, response = chains(wanted), chains(given)
        for name, scorer in SCORERS:
            made = scorer(key, response)
            yield Part(topic, f"{kind} {name}, {view}", made)
    yield Part(
        topic, f"{kind} mentions", Counts(share, len(ours), share, len(gold), share, len(gold))
    )


def outcomes(topic: Topic, reader: Reader) -> Iterator[Part]:
    """All counts of one topic."""
    record, evidence = record_of(topic.articles, reader)
    found = {"event": event_chains(record), "actor": actor_chains(evidence)}
    for kind, gold in topic.gold.items():
        ours = {
            place: label
            for place, label in found[kind].items()
            if not topic.sentences
            or any(
                start < place[2] and place[1] < end
                for start, end in topic.sentences.get(place[0], ())
            )
        }
        yield from chain_parts(topic.name, kind, gold, ours)
