"""The fit of the small networks: it learns what can be told, and several seeds are the mean of their odds."""

import numpy as np
import pytest
from evaluation.fit_chains import BATCH, fit

from secondsource.record.given.network import Network


def odds(network: Network, table: np.ndarray) -> np.ndarray:
    """What a network says of rows of features."""
    seen = (table - network.mean) / network.scale
    inner = np.tanh(seen @ network.hidden + network.hidden_bias)
    return np.asarray(inner @ network.out + seen @ network.direct + network.bias)


@pytest.fixture(scope="module")
def rows() -> tuple[np.ndarray, np.ndarray]:
    """Two features; a pair is one where both are high, which no sum of the two alone tells."""
    table = np.random.default_rng(1).uniform(-1, 1, (24 * BATCH, 2)).astype(np.float32)
    return table, ((table[:, 0] > 0) & (table[:, 1] > 0)).astype(np.float32)


def test_learns_what_can_be_told(rows: tuple[np.ndarray, np.ndarray]) -> None:
    table, target = rows
    made = fit(["x", "y"], table, target, np.ones(len(table), dtype=np.float32), [0])
    assert np.mean((odds(made, table) > 0) == target) > 0.93
    assert made.names == ("x", "y")


def test_several_seeds_are_the_mean_of_their_odds(rows: tuple[np.ndarray, np.ndarray]) -> None:
    table, target = rows
    weight = np.ones(len(table), dtype=np.float32)
    one, two, both = (fit(["x", "y"], table, target, weight, s) for s in ([0], [1], [0, 1]))
    mean = (odds(one, table) + odds(two, table)) / 2
    assert np.allclose(odds(both, table), mean, atol=1e-4)
    assert not np.allclose(odds(one, table), odds(two, table), atol=1e-2)


def test_the_same_every_time(rows: tuple[np.ndarray, np.ndarray]) -> None:
    table, target = rows
    weight = np.ones(len(table), dtype=np.float32)
    one, two = (fit(["x", "y"], table, target, weight, [3]) for _ in range(2))
    assert np.array_equal(one.hidden, two.hidden)
