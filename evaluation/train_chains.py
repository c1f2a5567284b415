"""Learns how likely two given mentions are one: `python -m evaluation.train_chains`.

Reads the development parts of NewsWCL50, ECB+ and MEANTIME (see docs/models.md) and writes
`src/secondsource/record/given/event.npz` and `actor.npz`. What is written are weights of features; no
text and no word is in them.
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
from secondsource.record.given.linkage import linked
from secondsource.record.given.network import Network

from .chained import Place
from .data import DATA
from .given_chains import FOLDERS, FOLDS, fold_of, golds, read_topic, several
from .metrics.chains import b_cubed, ceaf_e, chains, conll_f1, muc
from .metrics.counts import Counts

HIDDEN = 16
PASSES = 10
BATCH = 2048
STEP = 0.01
DECAY = 1e-4
MOST_PAIRS = 25_000
"""Pairs of one topic that are learned from, drawn by lot."""
SET_WEIGHT = {"newswcl50": 3.0, "ecbplus": 1.0, "meantime_chains": 3.0}
"""The first and last set are small; without a weight only the large one would count."""
THRESHOLD = {"event": 0.37, "actor": 0.33}
"""Between the steps of `SWEPT` at which the three sets, each on held-out topics, are together best."""
SWEPT = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


@dataclass(frozen=True)
class Sample:
    """One topic and kind: the gold chain of each compared mention, and the features of all pairs."""

    set: str
    topic: str
    labels: tuple[str, ...]
    names: tuple[str, ...]
    features: Any


def samples(
    set_name: str,
    topic: str,
    gold: Mapping[Place, str],
    readings: Sequence[GivenReading],
    kind: str,
) -> Iterator[Sample]:
    """The sample of a topic, if it has pairs."""
    rows = [
        mention
        for each in sorted(readings, key=lambda each: each.reading.article.id)
        for mention in each.mentions
        if mention.kind == kind and (kind == "event" or mention.form != "pronoun")
    ]
    if len(rows) > 1:
        told = list(given.features_of(rows, readings, kind))
        yield Sample(
            set_name,
            topic,
            tuple(gold[each.place] for each in rows),
            tuple(name for name, _ in told),
            np.stack([table.astype(np.float16) for _, table in told], axis=-1),
        )


def fit(rows: Sequence[Sample], threshold: float, seed: int = 0) -> Network:
    """The network learned from the samples: weighted logistic loss, Adam, one thread, fixed order."""
    lot = np.random.default_rng(seed)
    taken, wanted, weights = [], [], []
    for sample in rows:
        codes = np.unique(np.array(sample.labels), return_inverse=True)[1]
        one, two = np.triu_indices(len(codes), 1)
        if len(one) > MOST_PAIRS:
            drawn = np.sort(lot.choice(len(one), MOST_PAIRS, replace=False))
            one, two = one[drawn], two[drawn]
        taken.append(sample.features[one, two].astype(np.float32))
        wanted.append(codes[one] == codes[two])
        weights.append(np.full(len(one), SET_WEIGHT[sample.set] * min(1.0, len(codes) / len(one))))
    table = np.concatenate(taken)
    target = np.concatenate(wanted).astype(np.float32)
    weight = np.concatenate(weights).astype(np.float32)
    weight /= weight.mean()
    mean, scale = table.mean(axis=0), table.std(axis=0) + 1e-3
    table = (table - mean) / scale
    width = table.shape[1]
    parts = [
        lot.normal(0, width**-0.5, (width, HIDDEN)).astype(np.float32),
        np.zeros(HIDDEN, dtype=np.float32),
        lot.normal(0, 0.3, HIDDEN).astype(np.float32),
        np.zeros(width, dtype=np.float32),
        np.array([-3], dtype=np.float32),
    ]
    first = [np.zeros_like(part) for part in parts]
    second = [np.zeros_like(part) for part in parts]
    steps = PASSES * (len(table) // BATCH)
    step = 0
    for _ in range(PASSES):
        order = lot.permutation(len(table))
        for start in range(0, len(table) - BATCH + 1, BATCH):
            batch = order[start : start + BATCH]
            seen = table[batch]
            inner = np.tanh(seen @ parts[0] + parts[1])
            odds = inner @ parts[2] + seen @ parts[3] + parts[4][0]
            error = (1 / (1 + np.exp(-odds)) - target[batch]) * weight[batch] / BATCH
            back = np.outer(error, parts[2]) * (1 - inner * inner)
            slopes = [
                seen.T @ back + DECAY * parts[0],
                back.sum(axis=0),
                inner.T @ error + DECAY * parts[2],
                seen.T @ error + DECAY * parts[3],
                error.sum(keepdims=True),
            ]
            step += 1
            rate = STEP * (1 - step / (steps + 1))
            for at, slope in enumerate(slopes):
                first[at] = 0.9 * first[at] + 0.1 * slope
                second[at] = 0.999 * second[at] + 0.001 * slope**2
                move = first[at] / (1 - 0.9**step)
                move = move / (np.sqrt(second[at] / (1 - 0.999**step)) + 1e-8)
                parts[at] = (parts[at] - rate * move).astype(np.float32)
    hidden, hidden_bias, out, direct, bias = parts
    return Network(
        rows[0].names, mean, scale, hidden, hidden_bias, out, direct, float(bias[0]), threshold
    )


def likelihood(network: Network, sample: Sample) -> Any:
    """What the network says of all pairs of a sample."""
    tables = ((name, sample.features[:, :, at]) for at, name in enumerate(sample.names))
    return network.likelihood(tables, len(sample.labels))


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
        network = fit(others(rows, fold), THRESHOLD[kind])
        network.save(FOLDERS / f"given-{kind}-without-{fold}.npz")
        held = [row for row in rows if fold_of(row.topic) == fold]
        for sample in held:
            alike = likelihood(network, sample)
            gold = chains(dict(enumerate(sample.labels)))
            for threshold in SWEPT:
                found = chains(dict(enumerate(linked(alike, threshold))))
                for single in (True, False):
                    kept = [side if single else several(side) for side in (gold, found)]
                    key = (sample.set, threshold, single)
                    made = [scorer(*kept) for scorer in (muc, b_cubed, ceaf_e)]
                    parts[key] = [
                        a + b for a, b in zip(parts.get(key, [Counts()] * 3), made, strict=True)
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
        network = fit(rows, THRESHOLD[kind])
        network.save(Path(given.__file__).with_name(f"{kind}.npz"))


if __name__ == "__main__":
    main()
