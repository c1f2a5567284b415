"""Average linkage on small tables, whose answers can be worked out by hand."""

import numpy as np
import pytest

from secondsource.record.given.linkage import linked


def table(size: int, **pairs: float) -> np.ndarray:
    """A symmetric table; `p01=.9` is the likeness of items 0 and 1, what is not told is 0."""
    made = np.zeros((size, size))
    for name, value in pairs.items():
        one, two = int(name[1]), int(name[2])
        made[one, two] = made[two, one] = value
    return made


@pytest.mark.parametrize(
    ("why", "alike", "labels"),
    [
        ("nothing is alike", table(3), [0, 1, 2]),
        ("one pair is", table(3, p12=0.8), [0, 1, 1]),
        # 0-1 are joined first; 2 is like them by (.6 + 0) / 2 on average, which is not enough.
        ("a chain of likenesses is no cluster", table(3, p01=0.9, p12=0.6), [0, 0, 1]),
        ("enough on average", table(3, p01=0.9, p12=0.6, p02=0.5), [0, 0, 0]),
        ("two clusters", table(4, p03=0.9, p12=0.9, p01=0.6), [0, 1, 1, 0]),
        ("exactly as much as asked", table(2, p01=0.5), [0, 0]),
    ],
)
def test_linked(why: str, alike: np.ndarray, labels: list[int]) -> None:
    assert linked(alike, 0.5) == labels, why


def test_no_items() -> None:
    assert linked(np.zeros((0, 0)), 0.5) == []


def test_order_of_the_items_does_not_matter() -> None:
    lot = np.random.default_rng(3)
    alike = lot.random((30, 30)) ** 3
    alike = (alike + alike.T) / 2
    turned = lot.permutation(30)
    first = linked(alike, 0.3)
    second = linked(alike[np.ix_(turned, turned)], 0.3)
    back = dict(zip(turned.tolist(), second, strict=True))
    assert all(
        (first[one] == first[two]) == (back[one] == back[two])
        for one in range(30)
        for two in range(30)
    )
