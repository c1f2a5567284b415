"""Weights of stems: sums that hang on no order."""

import random

from hypothesis import given
from hypothesis import strategies as st

from secondsource.record.words import ALL_EQUAL, StemWeights, containment, shares

STEMS = [f"stem{n}" for n in range(60)]
SETS = st.frozensets(st.sampled_from(STEMS), min_size=1)


def weights_in(order: list[str]) -> StemWeights:
    return StemWeights({stem: 1 / (3 + STEMS.index(stem)) for stem in order})


@given(SETS, SETS, st.integers(0, 1000))
def test_the_order_of_stems_changes_no_digit(first, second, seed):
    mixed = STEMS.copy()
    random.Random(seed).shuffle(mixed)
    one, two = weights_in(STEMS), weights_in(mixed)
    rebuilt = frozenset(stem for stem in mixed if stem in first)
    assert one.total(first) == two.total(rebuilt) == one.total(first)
    assert containment(first, second, one) == containment(rebuilt, second, two)
    assert shares(first, second, one) == shares(rebuilt, second, two)


def test_unknown_stems_weigh_one():
    assert ALL_EQUAL.total(frozenset("abc")) == 3
    assert containment(frozenset("ab"), frozenset("bcd"), ALL_EQUAL) == 0.5
