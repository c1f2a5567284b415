"""Given mentions: what is handed over, what stands beside ours, what is left out."""

from typing import Any

import pytest
from evaluation.chained import Topic, article
from evaluation.given_chains import fold_of, golds, held_out, metric, outcomes, read_topic, several
from evaluation.metrics.counts import Counts

TEXTS = {
    "a": "A dam burst near Lower Vale. The burst flooded two farms.",
    "b": "The dam above Lower Vale burst. A union protested.",
}


def topic() -> Topic:
    """One burst told three times, and two things told once."""

    def place(name: str, word: str, nth: int = 1) -> tuple[str, int, int]:
        at = -1
        for _ in range(nth):
            at = TEXTS[name].index(word, at + 1)
        return name, at, at + len(word)

    chain = {
        place("a", "burst"): "burst",
        place("a", "burst", 2): "burst",
        place("b", "burst"): "burst",
        place("a", "flooded"): "flood",
        place("b", "protested"): "protest",
    }
    return Topic("7", tuple(article(n, t) for n, t in TEXTS.items()), {"event": chain, "actor": {}})


@pytest.fixture(scope="module")
def counts(reader: Any) -> dict[str, Counts]:
    return {part.metric: part.counts for part in outcomes(topic(), reader)}


def test_only_spans_are_handed_over(reader: Any) -> None:
    """Every gold span once; a reading has no room for labels."""
    gold = topic().gold["event"]
    readings = read_topic(topic(), reader, "event", gold)
    places = [mention.place for row in readings for mention in row.mentions]
    assert sorted(places) == sorted(gold)


def test_entities_are_actors_and_other_things() -> None:
    place, other = ("a", 0, 5), ("a", 20, 30)
    made = Topic("1", (), {"event": {}, "actor": {place: "x"}}, others={other: "y", place: "z"})
    assert golds(made)["actor"] == ("actor", {place: "x"})
    assert golds(made)["entity"] == ("actor", {other: "y", place: "x"})


def test_baselines(counts: dict[str, Counts]) -> None:
    """Worked by hand: gold {1 2 3} {4} {5}."""
    view = "given mentions"
    # All in one: precision (3·3 + 1 + 1) / 5 / 5, recall 5 of 5.
    one = counts[metric("event", "b3", view, "one for all")]
    assert (one.right_found, one.found) == pytest.approx((11 / 5, 5))
    assert (one.right_gold, one.gold) == pytest.approx((5, 5))
    # Each alone: no link found of two.
    assert counts[metric("event", "muc", view, "all alone")] == Counts(0, 0, 0, 2)
    # One lemma, one cluster: right here, links and all.
    assert counts[metric("event", "muc", view, "same head lemma")] == Counts(2, 2, 2, 2)


def test_clusters_of_one_are_left_out_on_both_sides(counts: dict[str, Counts]) -> None:
    view = "given mentions, no clusters of one"
    assert counts[metric("event", "ceafe", view, "all alone")] == Counts(0, 0, 0, 1)
    assert counts[metric("event", "b3", view, "same head lemma")].gold == 3
    assert several([frozenset("a"), frozenset("bc")]) == [frozenset("bc")]


def test_ours_finds_the_burst(counts: dict[str, Counts]) -> None:
    assert counts[metric("event", "muc", "given mentions", "ours")].right_gold >= 1


def test_no_topic_is_clustered_by_what_learned_from_it() -> None:
    """Three folds by number; a topic without one belongs to the first, and both kinds have a network."""
    assert [fold_of(name) for name in ("0", "4", "35", "apple")] == [0, 1, 2, 0]
    assert sorted(held_out("4")) == ["actor", "event"]
