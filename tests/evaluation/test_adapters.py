"""Scores that the adapters count themselves, against examples done by hand."""

from collections.abc import Callable
from typing import Any

import pytest
from evaluation.metrics.counts import Counts, Part, by_unit
from evaluation.metrics.spans import tempeval
from evaluation.protocol import Example, Outcome, score
from evaluation.registry import SETS, sampled
from evaluation.run import scored
from worked import totals


def test_names_every_set_once() -> None:
    assert len({each.name for each in SETS}) == len(SETS)
    assert all(each.measures for each in SETS)


def test_tempeval_adapter_agrees_with_the_metric(read: Callable[..., Any]) -> None:
    """The adapter and the independent scorer count the same on a text with all four cases."""
    from evaluation.sets import tempeval3

    text = "The talks began on Monday and lasted three days. A new round opens on 5 May 2022."
    gold = (
        (text.index("Monday"), text.index("Monday") + 6, "DATE", "2022-04-18"),
        (text.index("lasted three"), text.index(" days") + 5, "DURATION", "P3D"),
        (text.index("5 May"), text.index("5 May") + 10, "DATE", "2022-05-06"),
        (text.index("talks"), text.index("talks") + 5, "TIME", "PRESENT_REF"),
    )
    reading = read(text, "2022-04-20")
    rows = list(tempeval3.outcomes(Example("x", text, "2022-04-20", gold), reading))
    ours = [(t.citation.start, t.citation.end, t.value) for t in reading.times]
    wanted = tempeval([(start, end, value) for start, end, _, value in gold], ours)
    made = totals(rows)
    for metric, counts in wanted.items():
        assert made[metric] == (counts.right_gold, counts.found, counts.gold)


def test_forward_references_are_those_after_the_creation_time(read: Callable[..., Any]) -> None:
    """Of two weekdays only the one to come counts as a forward reference."""
    from evaluation.sets import tempeval3

    text = "They met on Monday and will meet again on Friday."
    gold = (
        (text.index("Monday"), text.index("Monday") + 6, "DATE", "2022-04-18"),
        (text.index("Friday"), text.index("Friday") + 6, "DATE", "2022-04-22"),
    )
    example = Example("x", text, "2022-04-20", gold)
    rows = list(tempeval3.outcomes(example, read(text, "2022-04-20")))
    forward = [row for row in rows if row.metric == "forward"]
    assert [row.gold for row in forward] == ["Friday = 2022-04-22"]


def test_quantities_count_value_and_unit(read: Callable[..., Any]) -> None:
    """Right value and unit; right value with another unit; a miss."""
    from evaluation.sets import quantities

    text = "It cost 40 million euros and weighed 12 tonnes."
    gold = ((40e6, 40e6, "EUR"), (12.0, 12.0, "kilogram"), (7.0, 7.0, "metre"))
    rows = list(quantities.outcomes(Example("x:0", text, None, gold), read(text)))
    assert totals(rows) == {"value": (2, 2, 3), "value+unit": (1, 2, 3)}


def test_attributions_are_exact_spans() -> None:
    """One source right, one too long; a content in two pieces, one of them found."""
    from evaluation.sets import polnear

    text = "Ann said yes, Bob added, and no."
    gold = [{"source": [(0, 3), (14, 17)], "cue": [(4, 8)], "content": [(9, 12), (29, 31)]}]

    def cited(start: int, end: int) -> dict[str, Any]:
        return {"start": start, "end": end, "words": text[start:end]}

    outer = {"parent": None, "source": cited(0, 3), "cue": cited(4, 8), "content": [cited(9, 12)]}
    other = {"parent": None, "source": cited(14, 23), "cue": None, "content": []}
    inner = {"parent": "x", "source": cited(29, 31), "cue": None, "content": []}
    reading = {"statements": [outer, other, inner]}
    rows = polnear.outcomes(Example("x", text, None, gold), reading)
    assert totals(rows) == {"source": (1, 2, 2), "cue": (1, 1, 1), "content": (1, 1, 2)}


def test_pages_by_text_date_and_author(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two segments held of three, one that should be gone is there; a date right, an author not."""
    from types import SimpleNamespace

    from evaluation.registry import BY_NAME
    from evaluation.sets import webpages

    page = webpages.SavedPage(
        "u", b"", ["alpha", "beta", "gamma"], ["menu", "foot"], "2020-01-01", "A B"
    )
    article = SimpleNamespace(
        text="alpha beta menu", published=SimpleNamespace(value="2020-01-01"), authors=("C D",)
    )
    monkeypatch.setattr(webpages, "load", lambda development, root: [page])
    monkeypatch.setattr(webpages, "read", lambda _: article)
    rows = [row for row in BY_NAME["webpages"].run(None, None, None) if isinstance(row, Outcome)]  # type: ignore[arg-type]
    assert totals(rows) == {"text": (2, 3, 3), "date": (1, 1, 1), "author": (0, 1, 1)}
    assert score([row for row in rows if row.metric == "text"]).f1 == pytest.approx(2 / 3)


def test_rewrite_pairs() -> None:
    """Of two pairs of headlines that differ in grade, the closer must share more."""
    from evaluation.sets import rewriting_pairs

    same = ("Ferry sinks off the coast", "Ferry sinks near the coast", 4.6)
    other = ("Ferry sinks off the coast", "Minister resigns after vote", 0.2)
    (row,) = rewriting_pairs.ranked([same, other])
    assert row.right
    assert rewriting_pairs.overlap("Ferry sinks", "Ferry sinks") == 1.0
    assert rewriting_pairs.overlap("Ferry sinks", "Minister resigns") == 0.0


def test_chains_meet_by_overlap() -> None:
    """A trigger inside a gold phrase is that phrase; what has no partner is a chain of its own."""
    from evaluation.chained import chain_parts, paired

    gold = {("d", 0, 10): "x", ("d", 20, 30): "x", ("e", 0, 5): "x"}
    ours = {("d", 2, 6): "1", ("d", 7, 9): "2", ("d", 22, 25): "1", ("e", 40, 45): "3"}
    assert paired(gold, ours) == {("d", 2, 6): ("d", 0, 10), ("d", 22, 25): ("d", 20, 30)}
    parts = {part.metric: part.counts for part in chain_parts("t", "event", gold, ours)}
    assert parts["event mentions"] == Counts(2, 4, 2, 3, 2, 3)
    # gold {a b c}, ours {a b} {p} {q}: one link of two kept; all of ours (one) right
    assert parts["event muc, end to end"] == Counts(1, 1, 1, 2)
    assert parts["event muc, of found"] == Counts(1, 1, 1, 1)
    assert parts["event b3, end to end"].right_gold == pytest.approx(4 / 3)


def test_samples_are_fixed_and_in_order() -> None:
    rows = list(range(100))
    assert sampled(rows, 10) == sampled(rows, 10) == sorted(sampled(rows, 10))
    assert sampled(rows, None) == sampled(rows, 100) == rows


def test_scored_counts_misses_by_kind() -> None:
    """Misses, wrong ones and spurious ones are told apart."""
    polnear_set = next(each for each in SETS if each.name == "polnear")
    rows = [
        Outcome("a", "source", "x", "x", True),
        Outcome("a", "source", "x", "y", False),
        Outcome("b", "source", "x", None, False),
        Outcome("b", "source", None, "y", False),
        Part("b", "not measured", Counts()),
    ]
    figures, kinds, units = scored(polnear_set, rows)
    assert kinds == {"source": {"wrong": 1, "missed": 1, "spurious": 1}}
    assert (figures["source"].precision, figures["source"].recall) == (1 / 3, 1 / 3)
    assert figures["source"].coverage == pytest.approx(2 / 3)
    assert units == 2
    assert list(by_unit(rows)["source"]) == ["a", "b"]
