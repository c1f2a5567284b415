"""Chains of given mentions: the gold spans of a topic are handed over, and nothing else of the gold.

`secondsource.record.given.same_things` clusters them across the articles of a topic. Subtopics are not told: of
two look-alike events in one topic the clusters must be told apart by what the articles say. Every topic is
clustered by a network that was learned from other topics (`evaluation/given_folds`, see
`evaluation/train_chains.py`), MEANTIME by one that was learned from other sets alone.

Scored as MUC, B³, CEAFe and their mean (CoNLL), once with all clusters and once without clusters of one,
which are then left out on both sides (Cattan et al. 2021, "Realistic evaluation principles for cross-document
coreference resolution"). In the same run stand three that need no reading: mentions with one head lemma are
one, all are one, each is alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from secondsource.model.given import GivenKind, GivenReading, Span
from secondsource.reading.given import read_given
from secondsource.reading.reader import Reader
from secondsource.record.given import same_things
from secondsource.record.given.network import Looks, read_looks

from .chained import SCORERS, Place, Topic
from .metrics.chains import Chain, chains
from .metrics.counts import Part

FOLDERS = Path(__file__).parent / "given_folds"
FOLDS = 3
SYSTEMS = ("ours", "same head lemma", "one for all", "all alone")
VIEWS = ("given mentions", "given mentions, no clusters of one")
KINDS: tuple[GivenKind, ...] = ("event", "actor")


def metric(kind: str, scorer: str, view: str, system: str) -> str:
    """The name of one line of the table."""
    return f"{kind} {scorer}, {view}" + (f" ({system})" if system != "ours" else "")


def fold_of(topic: str) -> int:
    """The fold of a topic by its number; topics without one are in the first."""
    return int(topic) % FOLDS if topic.isdigit() else 0


def held_out(topic: str) -> dict[str, Looks]:
    """The networks that did not learn from the topic."""
    return {
        kind: read_looks(FOLDERS / f"given-{kind}-without-{fold_of(topic)}.npz") for kind in KINDS
    }


def golds(topic: Topic) -> dict[str, tuple[GivenKind, dict[Place, str]]]:
    """What is scored of a topic: events, actors (people and bodies), and all entities, actors among them,
    each with how it is handed over and its gold chains."""
    actors = topic.gold.get("actor", {})
    return {
        "event": ("event", topic.gold.get("event", {})),
        "actor": ("actor", actors),
        "entity": ("actor", {**topic.others, **actors}),
    }


def read_topic(
    topic: Topic, reader: Reader, kind: GivenKind, gold: dict[Place, str]
) -> list[GivenReading]:
    """The articles of a topic with the spans of the gold as given mentions of a kind."""
    spans: dict[str, list[Span]] = {each.id: [] for each in topic.articles}
    for name, start, end in gold:
        spans[name].append((start, end))
    return [read_given(reader, each, {kind: spans[each.id]}) for each in topic.articles]


def several(side: Sequence[Chain]) -> list[Chain]:
    """The chains of more than one mention."""
    return [chain for chain in side if len(chain) > 1]


def outcomes(topic: Topic, reader: Reader) -> Iterator[Part]:
    """The counts of all systems, kinds and views of one topic."""
    networks = held_out(topic.name)
    for name, (kind, gold) in golds(topic).items():
        readings = read_topic(topic, reader, kind, gold)
        ours = same_things(readings, networks).get(kind, {})
        lemma = {each.place: each.lemma for row in readings for each in row.mentions}
        labels: dict[str, Mapping[Place, Any]] = {
            "ours": {place: ours.get(place, place) for place in gold},
            "same head lemma": {place: lemma.get(place, place) for place in gold},
            "one for all": dict.fromkeys(gold, ""),
            "all alone": {place: place for place in gold},
        }
        wanted = chains(gold)
        for system in SYSTEMS:
            given = chains(labels[system])
            for scorer_name, scorer in SCORERS:
                for view, key, response in (
                    (VIEWS[0], wanted, given),
                    (VIEWS[1], several(wanted), several(given)),
                ):
                    made = scorer(key, response)
                    yield Part(topic.name, metric(name, scorer_name, view, system), made)
