"""Learns how likely two given mentions are one: `python -m evaluation.train_chains`.

Reads the development parts of NewsWCL50, ECB+ and MEANTIME (see docs/models.md) and writes
`src/secondsource/record/given/event.npz` and `actor.npz`. What is written are weights of features; no
text and no word is in them.

The second look learns from what first looks say of topics that they did not learn from, as it will meet it.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from secondsource import Reader
from secondsource.model.given import GivenReading
from secondsource.record import given
from secondsource.record.given.again import again_features
from secondsource.record.given.linkage import linked
from secondsource.record.given.network import Looks, Network, likely
from secondsource.record.given.pairs import Articles, Pairs

from .chained import Place
from .data import DATA
from .fit_chains import fit
from .given_chains import FOLDERS, FOLDS, fold_of, golds, read_topic, several
from .metrics.chains import b_cubed, ceaf_e, chains, conll_f1, muc
from .metrics.counts import Counts

SEEDS = (0, 1)
"""Networks that are learned apart; each look is the mean of their odds."""
MOST_PAIRS = 12_000
"""Pairs of one topic that are learned from, of those that are one and of those that are not, drawn by lot."""
SET_WEIGHT = {"newswcl50": 6.0, "ecbplus": 1.0, "meantime_chains": 3.0}
"""The first and last set are small; without a weight only the large one would count."""
SHARE = {"event": 0.4, "actor": 0.5}
"""Of the second look in the odds; several steps between 0 and 1, chosen as the thresholds are."""
THRESHOLD = {"event": 0.3, "actor": 0.4}
"""Of the steps of `SWEPT` those at which the three sets, each on held-out topics, are together best."""
SWEPT = (0.25, 0.28, 0.3, 0.32, 0.35, 0.4, 0.45, 0.5)


@dataclass(frozen=True)
class Sample:
    """One topic and kind: the gold chain of each compared mention, and the features of all pairs."""

    set: str
    topic: str
    labels: tuple[str, ...]
    pairs: Pairs
    names: tuple[str, ...]
    features: Any

    @property
    def key(self) -> tuple[str, str]:
        """Set and topic."""
        return self.set, self.topic


def samples(
    set_name: str,
    topic: str,
    gold: Mapping[Place, str],
    readings: Sequence[GivenReading],
    kind: str,
) -> Iterator[Sample]:
    """The sample of a topic, if it has pairs."""
    ordered = sorted(readings, key=lambda each: each.reading.article.id)
    rows = [
        mention
        for each in ordered
        for mention in each.mentions
        if mention.kind == kind and (kind == "event" or mention.form != "pronoun")
    ]
    if len(rows) > 1:
        pairs = Pairs(rows, Articles(ordered))
        names, features = _stacked(given.features_of(pairs, ordered, kind))
        labels = tuple(gold[each.place] for each in rows)
        yield Sample(set_name, topic, labels, pairs, names, features)


def _stacked(features: Any) -> tuple[tuple[str, ...], Any]:
    told = list(features)
    tables = [table.astype(np.float16) for _, table in told]
    return tuple(name for name, _ in told), np.stack(tables, axis=-1)


Again = Mapping[tuple[str, str], tuple[tuple[str, ...], Any]]
"""By sample the names and tables of the features of the second look; without any, the first one is meant."""


def learned(rows: Sequence[Sample], again: Again | None = None) -> Network:
    """The network of one look, learned from the samples."""
    lot = np.random.default_rng(0)
    taken, wanted, weights = [], [], []
    for sample in rows:
        codes = np.unique(np.array(sample.labels), return_inverse=True)[1]
        one, two = np.triu_indices(len(codes), 1)
        same = codes[one] == codes[two]
        weight = np.full(len(one), SET_WEIGHT[sample.set] * min(1.0, len(codes) / len(one)))
        drawn = []
        for side in (np.flatnonzero(same), np.flatnonzero(~same)):
            if len(side) > MOST_PAIRS:
                weight[side] *= len(side) / MOST_PAIRS
                side = lot.choice(side, MOST_PAIRS, replace=False)
            drawn.append(side)
        at = np.sort(np.concatenate(drawn))
        tables = [sample.features[one[at], two[at]]]
        if again is not None:
            tables.append(again[sample.key][1][one[at], two[at]])
        taken.append(np.concatenate(tables, axis=1).astype(np.float32))
        wanted.append(same[at])
        weights.append(weight[at])
    names = rows[0].names + (again[rows[0].key][0] if again is not None else ())
    target = np.concatenate(wanted).astype(np.float32)
    weight = np.concatenate(weights).astype(np.float32)
    return fit(names, np.concatenate(taken), target, weight, SEEDS)


def odds(network: Network, sample: Sample, again: Again | None = None) -> Any:
    """What the network says of all pairs of a sample, as `network.Sums` does, by rows."""
    size = len(sample.labels)
    found = np.zeros((size, size), dtype=np.float32)
    for at in range(size - 1):
        tables = [sample.features[at, at + 1 :]]
        if again is not None:
            tables.append(again[sample.key][1][at, at + 1 :])
        seen = (np.concatenate(tables, axis=1).astype(np.float32) - network.mean) / network.scale
        inner = np.tanh(seen @ network.hidden + network.hidden_bias)
        found[at, at + 1 :] = inner @ network.out + seen @ network.direct + network.bias
    return np.clip(found + found.T, -40, 40)


def part_of(sample: Sample) -> int:
    """The part of what is learned from in which a topic is; neighbours and folds are spread over all."""
    number = int(sample.topic) if sample.topic.isdigit() else 0
    return (number // FOLDS if sample.set == "ecbplus" else number) % FOLDS


def looks(
    rows: Sequence[Sample], held: Sequence[Sample], kind: str
) -> tuple[Looks, dict[tuple[str, str], Any]]:
    """Both networks learned from the samples, and what they say of the pairs of held-out ones."""
    share = SHARE[kind]
    first = learned(rows)
    said = {sample.key: odds(first, sample) for sample in held}
    for part in range(FOLDS):
        inside = [sample for sample in rows if part_of(sample) == part]
        if inside:
            apart = learned([sample for sample in rows if part_of(sample) != part])
            said |= {sample.key: odds(apart, sample) for sample in inside}
    again = {
        sample.key: _stacked(again_features(sample.pairs, likely(said[sample.key])))
        for sample in (*rows, *held)
    }
    second = learned(rows, again)
    both = {
        sample.key: likely((1 - share) * said[sample.key] + share * odds(second, sample, again))
        for sample in held
    }
    return Looks(first, second, THRESHOLD[kind], share), both


def others(rows: Sequence[Sample], fold: int) -> list[Sample]:
    """The samples that do not belong to a fold; a set of one topic is never learned from."""
    return [row for row in rows if fold_of(row.topic) != fold and row.topic.isdigit()]


def cross_validated(
    rows: Sequence[Sample], kind: str
) -> dict[tuple[str, float], tuple[float, float]]:
    """CoNLL F1 with and without clusters of one by set and threshold (of what is compared: not pronouns of
    actors), every topic clustered by a network that was learned from other topics."""
    parts: dict[tuple[str, float, bool], list[Counts]] = {}
    for fold in range(FOLDS):
        held = [row for row in rows if fold_of(row.topic) == fold]
        made, alike_of = looks(others(rows, fold), held, kind)
        made.save(FOLDERS / f"given-{kind}-without-{fold}.npz")
        for sample in held:
            alike = alike_of[sample.key]
            gold = chains(dict(enumerate(sample.labels)))
            for threshold in SWEPT:
                found = chains(dict(enumerate(linked(alike, threshold))))
                for single in (True, False):
                    kept = [side if single else several(side) for side in (gold, found)]
                    key = (sample.set, threshold, single)
                    counts = [scorer(*kept) for scorer in (muc, b_cubed, ceaf_e)]
                    parts[key] = [
                        a + b for a, b in zip(parts.get(key, [Counts()] * 3), counts, strict=True)
                    ]
    return {
        (name, threshold): (
            conll_f1(parts[name, threshold, True]),
            conll_f1(parts[name, threshold, False]),
        )
        for name, threshold, single in parts
        if single
    }


def main() -> None:
    """Learns the networks of both kinds, prints what they reach on held-out topics and saves them."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the sets")
    arguments = parser.parse_args()
    root = arguments.data
    reader = Reader()
    topics = [
        (name, topic)
        for name in SET_WEIGHT
        for topic in import_module(f".sets.{name}", __package__).load(root)
    ]
    for what in ("event", "entity"):
        rows: list[Sample] = []
        for name, topic in topics:
            kind, gold = golds(topic)[what]
            readings = read_topic(topic, reader, kind, gold)
            rows += samples(name, topic.name, gold, readings, kind)
        for key, (every, no_single) in sorted(cross_validated(rows, kind).items()):
            print(kind, *key, f"{100 * every:.1f} {100 * no_single:.1f}", flush=True)
        made, _ = looks(rows, (), kind)
        made.save(Path(given.__file__).with_name(f"{kind}.npz"))


if __name__ == "__main__":
    main()
