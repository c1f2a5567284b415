"""How likely two given mentions are one: small networks over features of the pair, in two looks.

Each has one hidden layer beside a linear one. The first sees what the mentions say; the second sees that again and
what the first said of all pairs. The parameters (`event.npz`, `actor.npz`) are numbers only and were trained by
`evaluation/train_chains.py` (see docs/models.md).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from .linkage import Array

Features = Iterable[tuple[str, Array]]
"""Names with tables of one number for each pair; given one by one, since all at once need much room."""


@dataclass(frozen=True)
class Network:
    """Parameters; `names` are those of the features in their order, `mean` and `scale` bring them to one
    size."""

    names: tuple[str, ...]
    mean: Array
    scale: Array
    hidden: Array
    hidden_bias: Array
    out: Array
    direct: Array
    bias: float


@dataclass(frozen=True)
class Looks:
    """The networks of the first and the second look, the share of the second in the odds, and the mean
    likelihood from which on two clusters are one."""

    first: Network
    second: Network
    threshold: float
    share: float

    def save(self, path: Path) -> None:
        """Writes the parameters, in single precision."""
        held: dict[str, Any] = {
            "threshold": np.array(self.threshold),
            "share": np.array(self.share),
        }
        for look, network in (("first", self.first), ("second", self.second)):
            for name, value in vars(network).items():
                table = np.array(value)
                held[f"{look}_{name}"] = table if name == "names" else table.astype(np.float32)
        np.savez_compressed(path, **held)


class Sums:
    """What a network makes of the features of all pairs, added up as they come."""

    def __init__(self, network: Network, size: int) -> None:
        self.network = network
        self.seen: list[str] = []
        self.inner = [np.full((size, size), bias, dtype=np.float32) for bias in network.hidden_bias]
        self.total = np.full((size, size), network.bias, dtype=np.float32)

    def add(self, name: str, table: Array) -> None:
        """Adds one feature. Raises ValueError if it is not the one that the network was trained on."""
        network, at = self.network, len(self.seen)
        if network.names[at : at + 1] != (name,):
            raise ValueError("the features of given mentions are not those of the trained network")
        self.seen.append(name)
        value = (table.astype(np.float32) - network.mean[at]) / network.scale[at]
        for inner, weight in zip(self.inner, network.hidden[at], strict=True):
            inner += value * weight
        self.total += value * network.direct[at]

    def odds(self) -> Array:
        """The logarithm of the odds of each pair being one. Raises ValueError if features are missing."""
        if len(self.seen) != len(self.network.names):
            raise ValueError("the features of given mentions are not those of the trained network")
        odds = self.total.copy()
        for inner, weight in zip(self.inner, self.network.out, strict=True):
            odds += np.tanh(inner) * weight
        return np.asarray(np.clip((odds + odds.T) / 2, -40, 40))


def likely(odds: Array) -> Array:
    """Odds (as logarithms) as likelihoods."""
    return np.asarray(1 / (1 + np.exp(-odds)))


def likelihood(
    looks: Looks, features: Features, again: Callable[[Array], Features], size: int
) -> Array:
    """The likelihood (size, size) of each pair being one. `again` makes the features of the second look out
    of the likelihoods of the first."""
    first, second = Sums(looks.first, size), Sums(looks.second, size)
    for name, table in features:
        first.add(name, table)
        second.add(name, table)
    odds = first.odds()
    for name, table in again(likely(odds)):
        second.add(name, table)
    return likely((1 - looks.share) * odds + looks.share * second.odds())


def read_looks(path: Path) -> Looks:
    """The networks in a file that `Looks.save` wrote."""
    with np.load(path) as file:
        first, second = (
            Network(
                names=tuple(file[f"{look}_names"].tolist()),
                bias=float(file[f"{look}_bias"]),
                **{
                    name: file[f"{look}_{name}"]
                    for name in ("mean", "scale", "hidden", "hidden_bias", "out", "direct")
                },
            )
            for look in ("first", "second")
        )
        return Looks(first, second, float(file["threshold"]), float(file["share"]))


@cache
def looks_of(kind: str) -> Looks:
    """The trained networks of events or actors."""
    return read_looks(Path(__file__).with_name(f"{kind}.npz"))
