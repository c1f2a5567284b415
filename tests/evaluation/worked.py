"""Worked examples, done by hand, of every scorer of ours.

Each function takes the module under test, so that `test_planted.py` can hand it one with an error
planted in it. Numbers are derived in the comments; the chains are the example of Pradhan et al. 2014
(section 4), whose published values they are.
"""

from types import ModuleType
from typing import Any

import pytest

GOLD = [frozenset("abc"), frozenset("defg")]
FOUND = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]


def _recall(counts: Any) -> float:
    return float(counts.right_gold / counts.gold)


def _precision(counts: Any) -> float:
    return float(counts.right_found / counts.found)


def totals(rows: Any) -> dict[str, tuple[int, int, int]]:
    """(right, found, gold) of each metric."""
    made = {}
    for metric in dict.fromkeys(row.metric for row in rows):
        chosen = [row for row in rows if row.metric == metric]
        made[metric] = (
            sum(row.right for row in chosen),
            sum(row.found is not None for row in chosen),
            sum(row.gold is not None for row in chosen),
        )
    return made


def chains(module: ModuleType) -> None:
    """MUC .40 .40, B³ .42 .50, CEAFe .65 .43 as published; CoNLL their mean."""
    muc, b3, ceaf = (scorer(GOLD, FOUND) for scorer in (module.muc, module.b_cubed, module.ceaf_e))
    assert (_recall(muc), _precision(muc)) == (0.4, 0.4)
    assert (muc.gold, muc.found) == (5, 5)
    # a, b: 2/3; c: 1/3; d: 1/4; e: 0; f, g: 2/4, over 7; and 1, 1, 1/2, 1/2, 1/2, 1/2, 0, 0 over 8
    assert _recall(b3) == pytest.approx((5 / 3 + 1 / 4 + 1) / 7)
    assert _precision(b3) == pytest.approx(4 / 8)
    # {abc} with {ab}: 4/5; {defg} with {fghi}: 4/8
    assert _recall(ceaf) == pytest.approx(1.3 / 2)
    assert _precision(ceaf) == pytest.approx(1.3 / 3)
    f1s = [2 * _recall(c) * _precision(c) / (_recall(c) + _precision(c)) for c in (muc, b3, ceaf)]
    assert module.conll_f1([muc, b3, ceaf]) == pytest.approx(sum(f1s) / 3)
    # Nothing found at all is zero, not an error.
    assert module.conll_f1([module.b_cubed(GOLD, [])]) == 0
    assert module.conll_f1([module.b_cubed([], FOUND)]) == 0
    assert module.ceaf_e(GOLD, []).gold == 2
    # One chain more that has no partner costs precision alone.
    more = module.ceaf_e(GOLD, [*FOUND, frozenset("xyz")])
    assert (_recall(more), _precision(more)) == (pytest.approx(0.65), pytest.approx(1.3 / 4))
    # Three of four and five mentions: 2 · 3 / 9, with a chain each
    assert module.ceaf_e([frozenset("abcd")], [frozenset("abcxy")]).right_gold == pytest.approx(
        6 / 9
    )
    # Groups by label, in the order of first mention.
    assert module.chains({"a": 1, "d": 2, "b": 1}) == [frozenset("ab"), frozenset("d")]


def assignment(module: ModuleType) -> None:
    """Best pairs: worked tables, and every order tried on small ones."""
    import itertools

    import numpy as np

    # Greedy would take 9 and be left with 1; 8 + 7 is more.
    assert module.best_pairs(np.array([[9.0, 8.0], [7.0, 1.0]])) == [(0, 1), (1, 0)]
    random = np.random.default_rng(5)
    for rows, columns in ((3, 3), (2, 5), (5, 2), (4, 4), (1, 3)):
        gains = random.random((rows, columns)).round(2)
        pairs = module.best_pairs(gains)
        small, large = sorted((rows, columns))
        best = max(
            sum(
                gains[(r, c) if rows <= columns else (c, r)]
                for r, c in zip(range(small), order, strict=True)
            )
            for order in itertools.permutations(range(large), small)
        )
        assert len(pairs) == len({r for r, _ in pairs}) == len({c for _, c in pairs}) == small
        assert sum(gains[pair] for pair in pairs) == pytest.approx(best)


def spans(module: ModuleType) -> None:
    """Gold 0-5, 10-20, 30-35; found 0-5 (exact), 12-18 (inside), 19-25 (touches a taken one), 40-45."""
    gold = [(0, 5), (10, 20), (30, 35)]
    found = [(0, 5), (12, 18), (19, 25), (40, 45)]
    exact = module.exact(gold, found)
    assert (exact.right_found, exact.found, exact.right_gold, exact.gold) == (1, 4, 1, 3)
    loose = module.overlapping(gold, found)
    assert (loose.right_found, loose.found, loose.right_gold, loose.gold) == (2, 4, 2, 3)
    assert module.matched(gold, found) == [(0, 0), (1, 1)]
    # Half-open: spans that only meet share nothing.
    assert module.shared((0, 5), (5, 9)) == 0
    assert module.matched([(0, 5)], [(5, 9)]) == []
    assert module.shared((0, 5), (4, 9)) == 1
    assert module.matched([(0, 5)], [(4, 9)]) == [(0, 0)]
    # One find cannot serve two gold spans.
    assert module.overlapping([(0, 4), (4, 8)], [(0, 8)]).right_gold == 1


def tempeval(module: ModuleType) -> None:
    """Three expressions: one exact and right, one exact with a wrong value, one cut short but right;
    one spurious."""
    gold = [(0, 6, "2021-03-01"), (10, 16, "2021-03-02"), (20, 33, "P3D")]
    found = [(0, 6, "2021-03-01"), (10, 16, "2021-02-23"), (24, 33, "P3D"), (50, 53, "2021")]
    made = module.tempeval(gold, found)
    assert {name: counts.right_gold for name, counts in made.items()} == {
        "strict": 2,
        "relaxed": 3,
        "value": 2,
    }
    assert all((counts.gold, counts.found) == (3, 4) for counts in made.values())
    assert made["value"].right_found == 2


def timelines(module: ModuleType) -> None:
    """Two days against two, one of them shared, the other two days late."""
    gold = {"2020-01-01": "The bridge fell.", "2020-01-10": "Repairs began today."}
    found = {"2020-01-01": "A bridge fell", "2020-01-12": "repairs began"}
    dates = module.date_f1(gold, found)
    assert (dates.right_found, dates.found, dates.right_gold, dates.gold) == (1, 2, 1, 2)
    one = module.rouge("the bridge fell fell", "bridge fell fell fell", 1)
    # bridge 1, fell 2 (clipped), of 4 and 4
    assert (one.right_found, one.found, one.right_gold, one.gold) == (3, 4, 3, 4)
    two = module.rouge("the bridge fell", "A bridge fell.", 2)
    assert (two.right_found, two.found, two.gold) == (1, 2, 2)
    # day 1: bridge, fell = 2 at full weight; day 2: repairs, began = 2 at 1/(2+1)
    first = module.aligned_rouge(gold, found, 1)
    assert first.right_gold == pytest.approx(2 + 2 / 3)
    assert first.right_found == pytest.approx(2 + 2 / 3)
    assert (first.gold, first.found) == (6, 5)
    second = module.aligned_rouge(gold, found, 2)
    assert second.right_gold == pytest.approx(1 + 1 / 3)
    assert (second.gold, second.found) == (4, 3)
    # Nearness decides between days that are equally alike; likeness between days of the same distance.
    near = module.aligned_rouge(
        {"2020-01-05": "rain fell"}, {"2020-01-01": "rain came", "2020-01-06": "rain came"}, 1
    )
    assert near.right_gold == pytest.approx(1 / 2)
    alike = module.aligned_rouge(
        {"2020-01-02": "rain fell"}, {"2020-01-01": "snow fell", "2020-01-03": "rain fell"}, 1
    )
    assert alike.right_gold == pytest.approx(2 / 2)
    # The likeness is F1: one shared word of one and two beats two shared words of two and nine, and words
    # in another order are still alike (unigrams, not bigrams).
    share = module.aligned_rouge(
        {"2020-01-02": "rain fell"},
        {"2020-01-01": "rain", "2020-01-03": "rain fell on all of the towns of here"},
        1,
    )
    assert share.right_gold == pytest.approx(1 / 2)
    turned = module.aligned_rouge(
        {"2020-01-02": "rain fell"}, {"2020-01-01": "snow came", "2020-01-03": "fell rain"}, 1
    )
    assert turned.right_gold == pytest.approx(2 / 2)
    # What is costly is distance times unlikeness: all words six days later cost nothing, half of them a
    # day later (1 - 1/2) · (1 - 1/2); other words of the same day cost nothing either.
    far = module.aligned_rouge(
        {"2020-01-02": "rain fell"}, {"2020-01-03": "rain came", "2020-01-08": "rain fell"}, 1
    )
    assert far.right_gold == pytest.approx(2 / 7)
    same_day = module.aligned_rouge(
        {"2020-01-02": "rain fell"}, {"2020-01-02": "snow came", "2020-01-03": "rain fell on"}, 1
    )
    assert same_day.right_gold == 0
    # (1 - 1/2) · (1 - 2/3) = 1/6 is less than (1 - 1/11) · (1 - 4/5) = 2/11
    closer = module.aligned_rouge(
        {"2020-01-01": "rain fell"}, {"2020-01-02": "rain", "2020-01-11": "heavy rain fell"}, 1
    )
    assert closer.right_gold == pytest.approx(1 / 2)
    # Stems without common words: town, flood of two and three (town, flood, bridge)
    stemmed = module.aligned_rouge(
        {"2020-01-01": "The towns were flooding."},
        {"2020-01-01": "A flooded town, a bridge"},
        1,
        module.stems,
    )
    assert (stemmed.right_gold, stemmed.gold, stemmed.found) == (2, 2, 3)
    assert module.stems("It was the ferries that nobody counted") == ["ferri", "count"]
    empty = module.aligned_rouge(gold, {}, 1)
    assert (empty.right_gold, empty.found, empty.gold) == (0, 0, 6)
    assert module.aligned_rouge({"2020-01-01": ""}, {"2020-01-01": ""}, 1).right_gold == 0
    # a < b = c against a < b < c: two of three relations
    order = module.order_f1(
        [("a", "1"), ("b", "2"), ("c", "2")], [("a", "1"), ("b", "2"), ("c", "3")]
    )
    assert (order.right_gold, order.gold, order.found) == (2, 3, 3)
    # ... and turned round, none; of events that only one side has, none either
    assert module.order_f1([("a", "1"), ("b", "2")], [("a", "2"), ("b", "1")]).right_found == 0
    assert module.order_f1([("a", "1"), ("b", "2")], [("a", "1"), ("c", "2")]).right_found == 0


def counts(module: ModuleType) -> None:
    """Decisions become sums: right, wrong, missed, spurious; silence is seen in `answered`."""
    from evaluation.protocol import Outcome

    rows = [
        Outcome("one", "m", "x", "x", True),
        Outcome("one", "m", "x", "y", False),
        Outcome("two", "m", "x", None, False),
        Outcome("two", "m", None, "y", False),
        module.Part("three", "m", module.Counts(1.5, 2, 1, 4, 3, 5)),
    ]
    tables = module.by_unit(rows)
    assert tables["m"]["one"] == module.Counts(1, 2, 1, 2, 2, 2)
    assert tables["m"]["two"] == module.Counts(0, 1, 0, 1, 0, 2)
    assert tables["m"]["three"] == module.Counts(1.5, 2, 1, 4, 3, 5)
    assert module.harmonic(0.5, 1.0) == pytest.approx(2 / 3)
    assert module.harmonic(0.0, 0.0) == 0
    assert module.harmonic(0.0, 0.5) == 0
    assert module.harmonic(0.5, 0.5) == 0.5


def protocol(module: ModuleType) -> None:
    """P 2/4, R 2/3, F1 4/7 of three gold items."""
    rows = [
        module.Outcome("a", "m", "x", "x", True),
        module.Outcome("a", "m", "y", "y", True),
        module.Outcome("a", "m", "z", "w", False),
        module.Outcome("b", "m", None, "v", False),
    ]
    made = module.score(rows)
    assert (made.precision, made.recall, made.n) == (0.5, 2 / 3, 3)
    assert made.f1 == pytest.approx(4 / 7)
    assert module.score([]) == module.Score(0, 0, 0, 0)


def intervals(module: ModuleType) -> None:
    """A figure is that of the summed counts; its interval holds it and has the width of a binomial."""
    from evaluation.metrics.counts import Counts

    half = {f"u{n}": Counts(n % 2, 1, n % 2, 1, 1, 1) for n in range(400)}
    made = module.figure("accuracy", [half])
    assert (made.value, made.n, made.coverage) == (0.5, 400, 1.0)
    # 1.96 · sqrt(.25 / 400) = .049
    assert made.low == pytest.approx(0.451, abs=0.01)
    assert made.high == pytest.approx(0.549, abs=0.01)
    assert module.figure("accuracy", [half]) == made
    f1 = module.figure("f1", [{"a": Counts(2, 4, 2, 3, 3, 5)}])
    assert (f1.precision, f1.recall, f1.n) == (0.5, pytest.approx(2 / 3), 3)
    assert f1.value == pytest.approx(4 / 7)
    assert (f1.low, f1.high) == (f1.value, f1.value)
    # The mean of two F1: (4/7 + 1) / 2; its n is that of the first.
    mean = module.figure("mean", [{"a": Counts(2, 4, 2, 3, 3, 5)}, {"a": Counts(1, 1, 1, 1)}])
    assert mean.value == pytest.approx((4 / 7 + 1) / 2)
    assert (mean.precision, mean.n) == (None, 3)
    # The mean of the F1 of units: (4/7 + 1) / 2, whatever their sizes.
    macro = module.figure("macro", [{"a": Counts(2, 4, 2, 3, 3, 5), "b": Counts(9, 9, 9, 9)}])
    assert macro.value == pytest.approx((4 / 7 + 1) / 2)
    assert macro.n == 2
    # Accuracy counts every decision, also those without gold; silence lowers the coverage.
    silent = module.figure("accuracy", [{"a": Counts(0, 0, 1, 4, 3, 5)}])
    assert (silent.value, silent.coverage, silent.n) == (0.2, 0.75, 5)
    nothing = module.figure("f1", [{"a": Counts()}])
    assert (nothing.value, nothing.precision, nothing.coverage) == (0, 0, None)
    # Silence on everything is a coverage of 0; scores that are no single decisions have none.
    assert module.figure("accuracy", [{"a": Counts(0, 0, 0, 4, 0, 4)}]).coverage == 0
    assert f1.coverage == 1
    assert module.figure("f1", [{"a": Counts(2, 4, 2, 3)}]).coverage is None


def places(module: ModuleType) -> None:
    """One near, one far, one missed, one spurious; a gold name without a point is left out."""
    from evaluation.protocol import Example

    # Paris to London is 344 km, to Versailles 17 km, on a globe of 6371 km.
    assert module.km(48.8566, 2.3522, 51.5074, -0.1278) == pytest.approx(343.6, abs=0.5)
    assert module.km(48.8566, 2.3522, 48.8049, 2.1204) == pytest.approx(17.9, abs=0.5)
    # A quarter of the equator: 6371 km · π / 2
    assert module.km(0.0, 0.0, 0.0, 90.0) == pytest.approx(10007.543, abs=0.001)
    # One degree of latitude is 111.19 km: 1.44 of them are within, 1.46 are not.
    toponym = module.Toponym(0, 5, "Paris", 48.0, 2.0)
    assert module.near(toponym, 49.44, 2.0)
    assert not module.near(toponym, 49.46, 2.0)
    assert not module.near(toponym, None, None)
    gold = [
        module.Toponym(0, 5, "Paris", 48.8566, 2.3522),
        module.Toponym(10, 16, "London", 51.5074, -0.1278),
        module.Toponym(20, 24, "Rome", 41.9, 12.5),
        module.Toponym(30, 34, "here", None, None),
    ]
    found = [
        module.Find(0, 5, "Paris", 48.8049, 2.1204),
        module.Find(10, 16, "London", 42.98, -81.25),
        module.Find(30, 34, "here", 0.0, 0.0),
        module.Find(40, 44, "Oslo", 59.9, 10.7),
    ]
    rows = module.compare(Example("x", "", None, gold), found, "end to end")
    assert totals(rows) == {"end to end": (1, 3, 3)}
    # Of two finds on one gold name one is enough; a find that only meets the name is no find of it.
    twice = [module.Find(0, 3, "Par", 0.0, 0.0), module.Find(3, 5, "is", 48.8, 2.3)]
    assert totals(module.compare(Example("x", "", None, gold[:1]), twice, "m")) == {"m": (1, 1, 1)}
    beside = [module.Find(5, 9, "east", 48.8, 2.3)]
    assert totals(module.compare(Example("x", "", None, gold[:1]), beside, "m")) == {"m": (0, 1, 1)}
    before = module.Toponym(10, 15, "Paris", 48.8566, 2.3522)
    touching = [module.Find(5, 10, "south", 48.8, 2.3)]
    assert totals(module.compare(Example("x", "", None, [before]), touching, "m")) == {
        "m": (0, 1, 1)
    }


def triples(module: ModuleType) -> None:
    """Types are a bag without doubles; a triple is right as a whole or wrong."""
    from evaluation.protocol import Example

    gold = module.Gold((("AAA", "BBB", "aid"), ("AAA", "CCC", "accuse")))
    found = [("AAA", "BBB", "aid"), ("AAA", "DDD", "accuse"), ("BBB", "AAA", "consult")]
    rows = module.compare(Example("x", "", None, gold), found)
    assert totals(rows) == {"type": (2, 3, 2), "triple": (1, 3, 2)}
    assert [row.metric for row in rows if row.right] == ["type", "type", "triple"]
    # Without its source it is no triple; without its target it is one, and wrong.
    assert (
        totals(module.compare(Example("x", "", None, gold), [("", "BBB", "aid")]))["triple"][1] == 0
    )
    assert (
        totals(module.compare(Example("x", "", None, gold), [("AAA", "", "aid")]))["triple"][1] == 1
    )
    # One find serves one gold triple, and a find twice is once too many.
    twice = module.Gold((("AAA", "BBB", "aid"), ("AAA", "BBB", "aid")))
    rows = module.compare(Example("x", "", None, twice), [("AAA", "BBB", "aid")])
    assert totals(rows)["triple"] == (1, 1, 2)
    once = module.Gold((("AAA", "BBB", "aid"),))
    rows = module.compare(Example("x", "", None, once), [("AAA", "BBB", "aid")] * 3)
    assert totals(rows)["triple"] == (1, 3, 1)


def happened(module: ModuleType) -> None:
    """Silence is neither a false event nor a recalled one."""
    from evaluation.run import is_miss

    real = ("happened", "ongoing")
    rows = [
        *module.false_happened("a", "happened", True, real),
        *module.false_happened("b", "planned", True, real),
        *module.false_happened("c", None, True, real),
        *module.false_happened("d", "ongoing", False, real),
        *module.false_happened("e", None, False, real),
    ]
    assert totals(rows) == {"false happened": (1, 2, 3), "recall of real": (1, 1, 2)}
    assert [is_miss(row, "rate") for row in rows[:3]] == [True, False, False]


EXAMPLES = {
    "evaluation.metrics.chains": (chains, assignment),
    "evaluation.metrics.spans": (spans, tempeval),
    "evaluation.metrics.timelines": (timelines,),
    "evaluation.metrics.counts": (counts,),
    "evaluation.protocol": (protocol,),
    "evaluation.intervals": (intervals,),
    "evaluation.sets.lgl": (places,),
    "evaluation.sets.petrarch": (triples,),
    "evaluation.registry": (happened,),
}
