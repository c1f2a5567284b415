"""Average linkage: clusters of which no two are alike enough on average."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def linked(alike: Array, at_least: float) -> list[int]:
    """For each item the number of its cluster, in the order of first items. `alike` is symmetric; the two
    clusters that are most alike on average are joined first, until none are alike by `at_least`."""
    # Clusters can only grow inside what pairs of at least that likeness tie together.
    label = np.full(len(alike), -1)
    for part in _tied(alike >= at_least):
        for cluster in _joined(alike[np.ix_(part, part)].astype(np.float64), at_least):
            label[part[cluster]] = part[cluster].min()
    number: dict[int, int] = {}
    return [number.setdefault(int(first), len(number)) for first in label]


def _tied(ties: Array) -> list[Array]:
    """The connected parts of a graph, each sorted."""
    free = np.ones(len(ties), dtype=bool)
    found = []
    for start in range(len(ties)):
        if not free[start]:
            continue
        free[start] = False
        waiting, part = [start], []
        while waiting:
            here = waiting.pop()
            part.append(here)
            near = np.flatnonzero(ties[here] & free)
            free[near] = False
            waiting += near.tolist()
        found.append(np.array(sorted(part)))
    return found


def _joined(alike: Array, at_least: float) -> list[list[int]]:
    np.fill_diagonal(alike, -np.inf)
    size = np.ones(len(alike))
    held: list[list[int]] = [[n] for n in range(len(alike))]
    for _ in range(len(alike) - 1):
        one, two = sorted(divmod(int(np.argmax(alike)), len(alike)))
        if not alike[one, two] >= at_least:
            break
        mean = (alike[one] * size[one] + alike[two] * size[two]) / (size[one] + size[two])
        alike[one], alike[:, one] = mean, mean
        alike[two], alike[:, two] = -np.inf, -np.inf
        alike[one, one] = -np.inf
        size[one] += size[two]
        held[one] += held[two]
        held[two] = []
    return [sorted(each) for each in held if each]
