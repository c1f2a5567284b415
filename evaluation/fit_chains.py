"""Fits the small networks of `record/given/network.py`: weighted logistic loss, Adam, one thread, fixed order."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from secondsource.record.given.network import Network

HIDDEN = 16
PASSES = 10
BATCH = 2048
STEP = 0.01
DECAY = 1e-4


def fit(
    names: Sequence[str], table: Any, target: Any, weight: Any, seeds: Sequence[int]
) -> Network:
    """The network learned from rows of features, whether each pair is one, and how much each counts. Several
    seeds are learned apart; the mean of their odds is one wider network."""
    mean, scale = table.mean(axis=0), table.std(axis=0) + 1e-3
    scaled = (table - mean) / scale
    learned = [_learned(scaled, target, weight / weight.mean(), seed) for seed in seeds]
    share = np.float32(1 / len(learned))
    hidden, hidden_bias, out, direct, bias = zip(*learned, strict=True)
    return Network(
        names=tuple(names),
        mean=mean,
        scale=scale,
        hidden=np.concatenate(hidden, axis=1),
        hidden_bias=np.concatenate(hidden_bias),
        out=np.concatenate(out) * share,
        direct=np.sum(direct, axis=0) * share,
        bias=float(np.sum(bias) * share),
    )


def _learned(table: Any, target: Any, weight: Any, seed: int) -> list[Any]:
    """Hidden weights and biases, their outputs, the direct weights and the bias."""
    lot = np.random.default_rng(seed)
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
    return parts
