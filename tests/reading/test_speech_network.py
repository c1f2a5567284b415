"""The speech network's arithmetic: the same sums, in pieces that one thread does."""

import numpy as np
import pytest

from secondsource.reading.language import load_pipeline
from secondsource.reading.speech.features import STRINGS, Numbers, read_features
from secondsource.reading.speech.network import ONE_THREAD, _children, _product


@pytest.mark.parametrize("rows", [0, 1, 55, 56, 57, 500])
def test_product_in_runs_is_the_product(rows: int) -> None:
    """However many rows there are, also fewer than one run and with some left over."""
    numbers = np.random.default_rng(4)
    x = numbers.standard_normal((rows, 96)).astype(np.float32)
    matrix = numbers.standard_normal((96, 96)).astype(np.float32)
    assert ONE_THREAD // matrix.size == 56
    assert np.allclose(_product(x, matrix), x @ matrix, atol=1e-4)


def test_product_takes_rows_that_do_not_follow_each_other() -> None:
    x = np.arange(24, dtype=np.float32).reshape(6, 4)
    assert np.array_equal(_product(x[::2], np.eye(4, dtype=np.float32)), x[::2])


def test_children_by_parent() -> None:
    """Parents with most children first; their first children together, then the second ones."""
    parents, children = _children(np.array([1, 1, 1, 4, 1, 4, 4]))
    assert parents.tolist() == [1, 4]
    assert [rank.tolist() for rank in children] == [[0, 3], [2, 5], [4, 6]]


def test_no_children() -> None:
    parents, children = _children(np.array([0]))
    assert parents.tolist() == []
    assert children == []


def test_rows_of_word_vectors() -> None:
    """The id of a lexeme is the row of its vector, as the vocabulary's table of keys has it."""
    doc = load_pipeline()(
        "The quarry at Ostrava shut, its owner Zzyqrelt said; 14 men don't know why."
    )
    found = read_features(doc, doc.text, []).vector.tolist()
    assert found == [doc.vocab.vectors.key2row.get(token.orth, -1) for token in doc]


def test_words_are_numbered_by_their_hashes() -> None:
    """From 1 in the order of the list, in any table; 0 for a word that is not in it."""
    words = [f"word{n}" for n in range(300)]
    asked = [*words, "other", ""]
    hashes = np.array([STRINGS.add(word) for word in asked], dtype=np.uint64)
    assert Numbers.of(words)(hashes).tolist() == [*range(1, 301), 0, 0]


def test_a_word_that_is_listed_twice_has_no_number() -> None:
    with pytest.raises(ValueError, match="twice"):
        Numbers.of(["said", "said"])
