"""Worked examples, done by hand, of what the adapters of lineage, sameness and dating count; see worked.py."""

from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from evaluation.protocol import Example
from worked import totals
from worked_sets import cited


def rewrites(module: ModuleType) -> None:
    """Two rewrites: one tied the right way round with a changed sentence, one tied to the other's original."""

    def row(name: str, changed: bool) -> dict[str, Any]:
        words = ("It rained.", "It poured." if changed else "It rained.")
        return {
            "id": name,
            "sentences": [
                {"original": "Hello all.", "rewrite": "Hello all.", "changed": False},
                {"original": words[0], "rewrite": words[1], "changed": changed},
                {"original": "Bye now.", "rewrite": "Bye now.", "changed": False},
            ],
        }

    example = Example("t", "", None, [row("1", True), row("2", False)])
    (one, one_too), (two, two_too) = map(module._ids, example.gold)

    def passage(source: str, to: str, share: float, *spans: Any) -> SimpleNamespace:
        return SimpleNamespace(from_=source, to=to, share=share, spans=spans)

    def span(start: int, end: int, same: bool = True) -> SimpleNamespace:
        return SimpleNamespace(
            original=cited(start, end, "a"), copy=cited(start, end, "a" if same else "b")
        )

    lineage = SimpleNamespace(
        passages=[
            passage(two, one_too, 0.4),
            passage(one, one_too, 0.5, span(0, 10), span(12, 22, same=False), span(24, 32)),
            passage(two_too, one_too, 0.5),
            passage(two, one_too, 0.45),
            passage(one, two_too, 0.7),
            passage(two_too, two, 0.9, span(0, 9), span(24, 32)),
            passage(two, one, 0.49),
        ]
    )
    assert module.main_sources(lineage) == {one_too: one, two_too: one, two: two_too}
    rows = module.outcomes(example, lineage)
    # source: of 2 gold links 1, of 3 found 1; pair: 2 > 2' stands the other way round, and counts here.
    # sentence: the poured one; of the second rewrite only the first is covered, as seen from the original.
    assert totals(rows) == {"source": (1, 3, 2), "pair": (2, 3, 2), "sentence": (1, 2, 1)}
    assert all(row.gold or row.found for row in rows)
    # A sentence may lack a letter at either end, and no more.
    for start, end, found in ((1, 9, 0), (2, 10, 1), (0, 8, 1)):
        ours = [passage(two, two_too, 0.9, span(start, end), span(12, 22), span(24, 32))]
        rows = module.outcomes(
            Example("t", "", None, [row("2", False)]), SimpleNamespace(passages=ours)
        )
        assert totals(rows).get("sentence", (0, 0, 0)) == (0, found, 0)
    # Where nothing ties the two nothing is told to be changed.
    rows = module.outcomes(example, SimpleNamespace(passages=[]))
    assert totals(rows)["sentence"] == (0, 0, 1)
    # Two originals that share text are no pair, but a spurious source.
    rows = module.outcomes(example, SimpleNamespace(passages=[passage(one, two, 0.6)]))
    assert (totals(rows)["pair"], totals(rows)["source"]) == ((0, 0, 2), (0, 1, 2))


def answers(module: ModuleType) -> None:
    """Copies followed back to the source of their question; revisions against answers without any."""

    def passage(source: str, to: str, share: float) -> SimpleNamespace:
        return SimpleNamespace(from_=source, to=to, share=share)

    lineage = SimpleNamespace(
        passages=[
            passage("orig_a", "x", 0.3),
            passage("y", "x", 0.6),
            passage("orig_b", "y", 0.2),
            passage("p", "q", 0.5),
            passage("q", "p", 0.5),
        ]
    )

    def told(name: str, category: str, source: str) -> list[tuple[str, str | None, bool]]:
        rows = module.outcomes(Example(name, "", None, (category, source)), lineage)
        return [(row.metric, row.found, row.right) for row in rows]

    assert told("x", "orig", "orig_b") == []
    assert told("x", "cut", "orig_b") == [("source", "orig_b", True)]
    assert told("x", "light", "orig_a") == [("source", "orig_b", False)]
    assert told("z", "cut", "orig_b") == [("source", None, False)]
    assert told("x", "heavy", "orig_a") == [("source", "orig_b", False), ("heavy", "revised", True)]
    assert told("x", "heavy", "orig_b") == [("source", "orig_b", True), ("heavy", "revised", True)]
    assert told("x", "heavy", "orig_c") == [("source", "orig_b", False), ("heavy", "none", False)]
    assert told("z", "non", "orig_a") == [("heavy", "none", True)]
    assert told("x", "non", "orig_a") == [("heavy", "revised", False)]
    # A ring leads nowhere.
    assert told("q", "cut", "orig_a")[0][1] is None


def pairs(module: ModuleType) -> None:
    """Headlines: the pair with the higher grade must share more; grades nearer than 2 are not compared."""
    assert module.overlap("Ferry sinks", "Ferry sinks") == 1
    assert module.overlap("Ferry sinks", "Minister resigns") == 0
    assert module.overlap("Ferry sinks fast", "Ferry burns") == pytest.approx(1 / 4)
    assert module.overlap("", "") == 0
    assert module.overlap("Ferry", "Ferry") == 1
    same, other = ("Ferry sinks", "Ferry sinks"), ("Ferry sinks", "Minister resigns")
    (row,) = module.ranked([(*same, 4.0), (*other, 2.0)])
    assert row.right
    assert list(module.ranked([(*same, 4.0), (*other, 2.1)])) == []
    for rows in ([(*same, 1.0), (*other, 3.0)], [(*other, 3.0), (*same, 1.0)]):
        (row,) = module.ranked(rows)
        assert (row.right, row.found is None) == (False, False)
    (row,) = module.ranked([(*same, 1.0), (*same, 3.0)])
    assert (row.right, row.found) == (False, None)
    # Grades of articles: below 2 one story, above 3 another, between them neither.
    module.paraphrases = lambda _: [
        ("a", "b", True),
        ("c", "c", False),
        ("d", "d", True),
        ("e", "f", False),
    ]
    module.graded_articles = lambda _: [
        ("g", "g", 1.9),
        ("m", "n", 1.0),
        ("h", "i", 2.0),
        ("j", "k", 3.0),
        ("l", "l", 3.1),
    ]
    module.headlines = lambda _: [(*same, 4.0), (*other, 2.0)]
    module.tied = lambda one, two: one == two
    assert totals(list(module.run(None))) == {
        "rewrite": (1, 2, 2),
        "tied story": (1, 2, 2),
        "not tied": (0, 1, 1),
        "headlines": (1, 1, 1),
    }
    assert all(row.gold or row.found for row in module.run(None))
    assert len(list(module.run(None, 1))) <= 5


def dated(module: ModuleType) -> None:
    """A day, a week, and whether a stated stretch holds."""
    from datetime import date

    def told(value: tuple[str, str] | None, likeliest: str | None = None) -> dict[str, bool]:
        row = SimpleNamespace(article=SimpleNamespace(id="a"), day=date(2020, 3, 10))
        published = value and SimpleNamespace(
            value="v", earliest=value[0], latest=value[1], likeliest=likeliest
        )
        return {each.metric: each.right for each in module.outcomes(row, published)}

    names = ("known", "within a day", "within a week", "precision holds")

    def wanted(*right: bool) -> dict[str, bool]:
        return dict(zip(names, right, strict=False))

    assert told(None) == wanted(False, False, False)
    assert told(("2020-03-10", "2020-03-10")) == wanted(True, True, True, True)
    assert told(("2020-03-11", "2020-03-12")) == wanted(True, True, True, False)
    assert told(("2020-03-08", "2020-03-10")) == wanted(True, False, True, True)
    assert told(("2020-03-03", "2020-03-09")) == wanted(True, False, True, False)
    assert told(("2020-03-02", "2020-03-20")) == wanted(True, False, False, True)
    assert told(("2020-03-18", "2020-03-20")) == wanted(True, False, False, False)
    assert told(("2020-01-01", "2020-03-20"), "2020-03-09") == wanted(True, True, True, True)


EXAMPLES = {
    "evaluation.sets.lineage_ecb_meta": (rewrites,),
    "evaluation.sets.clough_stevenson": (answers,),
    "evaluation.sets.rewriting_pairs": (pairs,),
    "evaluation.sets.timeline17_dates": (dated,),
}
