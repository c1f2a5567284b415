"""How likely two given mentions are one: a small network over features of the pair.

One hidden layer beside a linear one; the parameters (`event.npz`, `actor.npz`) are numbers only
and were trained by `evaluation/train_chains.py` (see docs/models.md).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from .linkage import Array

Features = Iterable[tuple[str, Array]]
"""Names with tables of one number for each pair; given one by one, since all at once need much room."""


@dataclass(frozen=True)
class Network:
    """Parameters; `names` are those of the features in their order, `mean` and `scale` bring them to one
    size, and `threshold` is the mean likelihood from which on two clusters are one."""

    names: tuple[str, ...]
    mean: Array
    scale: Array
    hidden: Array
    hidden_bias: Array
    out: Array
    direct: Array
    bias: float
    threshold: float

    def likelihood(self, features: Features, size: int) -> Array:
        """The likelihood (size, size) of each pair being one. Raises ValueError when the features are
        not those that the network was trained on."""
        inner = np.tile(self.hidden_bias, (size, size, 1)).astype(np.float32)
        total = np.full((size, size), self.bias, dtype=np.float32)
        told = []
        for at, (name, table) in enumerate(features):
            told.append(name)
            value = (table.astype(np.float32) - self.mean[at]) / self.scale[at]
            inner += value[:, :, None] * self.hidden[at]
            total += value * self.direct[at]
        if tuple(told) != self.names:
            raise ValueError("the features of given mentions are not those of the trained network")
        total += np.tanh(inner) @ self.out
        likelihood: Array = 1 / (1 + np.exp(-np.clip(total, -40, 40)))
        return (likelihood + likelihood.T) / 2

    def save(self, path: Path) -> None:
        """Writes the parameters, in single precision."""
        np.savez_compressed(
            path,
            names=np.array(self.names),
            mean=self.mean,
            scale=self.scale,
            hidden=self.hidden,
            hidden_bias=self.hidden_bias,
            out=self.out,
            direct=self.direct,
            rest=np.array([self.bias, self.threshold]),
        )


def read_network(path: Path) -> Network:
    """The network in a file that `Network.save` wrote."""
    with np.load(path) as file:
        bias, threshold = file["rest"].tolist()
        return Network(
            names=tuple(file["names"].tolist()),
            mean=file["mean"],
            scale=file["scale"],
            hidden=file["hidden"],
            hidden_bias=file["hidden_bias"],
            out=file["out"],
            direct=file["direct"],
            bias=bias,
            threshold=threshold,
        )


@cache
def network_of(kind: str) -> Network:
    """The trained network of events or actors."""
    return read_network(Path(__file__).with_name(f"{kind}.npz"))
