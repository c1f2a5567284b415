"""The two looks at pairs of given mentions: what the second one sees, what networks refuse, what is kept."""

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from secondsource.model.article import Article
from secondsource.model.given import GivenReading
from secondsource.reading.given import read_given
from secondsource.record.given import features_of
from secondsource.record.given.again import again_features
from secondsource.record.given.network import Looks, Network, likelihood, read_looks
from secondsource.record.given.pairs import Articles, Pairs, grouping

Given = Callable[..., GivenReading]


@pytest.fixture(scope="module")
def given(reader) -> Given:
    return partial(_given, reader)


def _given(reader, name: str, text: str, kind: str, *words: str) -> GivenReading:
    spans = {kind: [(text.index(word), text.index(word) + len(word)) for word in words]}
    return read_given(reader, Article(id=name, address=name, text=text, language="en"), spans)


def pairs_of(*readings: GivenReading) -> Pairs:
    """All pairs of the given mentions."""
    return Pairs([m for each in readings for m in each.mentions], Articles(readings))


def told(features: Any) -> dict[str, Any]:
    """The tables by name."""
    return dict(features)


def small(names: tuple[str, ...], bias: float) -> Network:
    """A network that only adds up its features."""
    width = len(names)
    return Network(
        names=names,
        mean=np.zeros(width),
        scale=np.ones(width),
        hidden=np.zeros((width, 1)),
        hidden_bias=np.zeros(1),
        out=np.zeros(1),
        direct=np.ones(width),
        bias=bias,
    )


def test_what_a_bearer_is_called(given: Given) -> None:
    """By a noun before the name, in apposition, or with "is"; not by what the bearer owns."""
    made = given(
        "a",
        "Skipper Ana Bole spoke first. Jon Wick, a welder, agreed. Mira Dant is a nurse. Dant's dog barked.",
        "actor",
        "Jon Wick",
    )
    assert {("wick", "welder"), ("dant", "nurs")} <= {
        (name, noun[:4] if noun.startswith("nurs") else noun) for name, noun in made.called
    }
    assert not any(noun == "dog" for _, noun in made.called)


def test_a_noun_that_only_one_name_is_called_by(given: Given) -> None:
    one = given("a", "Jon Wick, a welder, was held on Friday.", "actor", "Jon Wick")
    two = given("b", "The welder was held. A baker fled.", "actor", "The welder", "A baker")
    pairs = pairs_of(one, two)
    called = told(features_of(pairs, [one, two], "actor"))["called, only"]
    assert called.tolist() == [
        [False, True, False],
        [True, False, False],
        [False, False, False],
    ]


def test_heads_of_one_meaning(given: Given) -> None:
    """Words of one sense, one that is a kind of the other, and opposites."""
    made = given(
        "a",
        "The team won. The crew lost. They talked and spoke.",
        "event",
        "won",
        "lost",
        "talked",
        "spoke",
    )
    meaning = pairs_of(made).meaning
    assert meaning.opposite[0, 1]
    assert not meaning.opposite[0, 2]
    assert meaning.shared[2, 3]
    assert not meaning.shared[0, 2]
    assert not (meaning.shared & meaning.kind).any()


def test_grouping_tells_reports_of_two_things_apart() -> None:
    """Texts that are alike to the same others are of one thing even where they share little themselves."""
    alike = np.full((6, 6), 0.05, dtype=np.float32)
    alike[:3, :3] = alike[3:, 3:] = 0.3
    alike[0, 1] = alike[1, 0] = alike[0, 4] = alike[4, 0] = 0.1
    found = grouping(alike)
    assert found[0, 1] > 0 > found[0, 4]
    assert grouping(alike[:2, :2]).tolist() == [[1, 1], [1, 1]]


def test_second_look_by_hand() -> None:
    """Three mentions in two articles: the first has a partner in the other article, the third has none."""
    mentions = [SimpleNamespace(article="a", sentence=0)] * 2
    mentions.append(SimpleNamespace(article="b", sentence=0))
    articles = SimpleNamespace(ids=["a", "b"], number={"a": 0, "b": 1})
    likelihoods = np.array([[0, 0.2, 0.8], [0.2, 0, 0.4], [0.8, 0.4, 0]], dtype=np.float32)
    found = told(again_features(Pairs(mentions, articles), likelihoods))  # type: ignore[arg-type]
    assert found["best, less"][0, 1] == pytest.approx(0.4)
    assert found["best of article, less"][1, 2] == pytest.approx(0.5)
    assert found["best of article, less"][0, 2] == pytest.approx(1)
    # Beside mentions 0 and 2 only mention 1 is left, and the other side has nothing: no likelihood there.
    assert found["sentence around"][0, 2] == pytest.approx(0)
    assert found["sentence around"][0, 1] == 0
    # Each table says the same of a pair whichever mention comes first.
    assert all(np.allclose(table, table.T, atol=1e-6) for table in found.values())


def test_both_looks_count_as_odds() -> None:
    """By their shares: 2 for the first look; 2 + 1 for the second, which adds what it was given."""
    table = np.full((2, 2), 2.0)
    looks = Looks(small(("x",), 0), small(("x", "y"), 0), 0.5, 0.25)
    found = likelihood(looks, [("x", table)], lambda first: [("y", np.ones((2, 2)))], 2)
    assert found[0, 1] == pytest.approx(1 / (1 + np.exp(-2.25)))


@pytest.mark.parametrize("names", [[], ["y"], ["x", "x"]])
def test_other_features_than_trained_on_are_refused(names: list[str]) -> None:
    looks = Looks(small(("x",), 0), small(("x",), 0), 0.5, 0.5)
    with pytest.raises(ValueError, match="not those of the trained network"):
        likelihood(looks, [(name, np.ones((2, 2))) for name in names], lambda first: [], 2)


def test_saved_networks_come_back(tmp_path) -> None:
    looks = Looks(small(("x",), 0.25), small(("x", "y"), -1), 0.4, 0.25)
    looks.save(tmp_path / "made.npz")
    back = read_looks(tmp_path / "made.npz")
    assert (back.threshold, back.share) == (0.4, 0.25)
    assert (back.first.names, back.second.names) == (("x",), ("x", "y"))
    assert back.second.bias == -1
    assert np.array_equal(back.second.direct, looks.second.direct)
