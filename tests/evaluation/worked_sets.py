"""Worked examples, done by hand, of what the adapters count themselves; see worked.py.

What is read is made by hand as well, so that no rule of ours has a part in it.
"""

from collections.abc import Iterable
from types import ModuleType, SimpleNamespace
from typing import Any

from evaluation.protocol import Example, Outcome
from worked import totals


def cited(start: int, end: int, words: str = "", part: str = "text") -> SimpleNamespace:
    return SimpleNamespace(start=start, end=end, words=words, part=part)


def verdicts(rows: Iterable[Outcome], metric: str) -> list[bool]:
    return [row.right for row in rows if row.metric == metric]


def time_of(start: int, end: int, value: str, **more: Any) -> SimpleNamespace:
    known = {"earliest": None, "latest": None, "rule": "r", "type": "DATE"} | more
    words = known.pop("words", "")
    part = known.pop("part", "text")
    return SimpleNamespace(citation=cited(start, end, words, part), value=value, **known)


def times(module: ModuleType) -> None:
    """Exact and right; exact with another value; cut short but right; missed; one spurious; two finds meet one
    gold expression, and the nearer is taken."""
    text = "On Monday and Friday; in three days, May 5, in 2002 or next week they met."
    at = text.index
    gold = (
        (3, 9, "DATE", "2000-03-06"),
        (14, 20, "DATE", "2000-03-10"),
        (at("in three"), at(", May"), "DURATION", "P3D"),
        (at("May 5"), at(", in 2002"), "DATE", "2000-05-05"),
        (at("2002"), at(" or"), "DATE", "2002"),
        (at("next"), at(" they"), "DATE", "2000-W11"),
    )
    found = [
        time_of(3, 9, "2000-03-06"),
        time_of(10, 16, "2000-03-09"),
        time_of(14, 20, "2000-03-09"),
        time_of(at("three"), at(", May"), "P3D"),
        time_of(at("2002"), at(" or"), "2002"),
        time_of(0, 4, "2000", part="headline"),
    ]
    example = Example("x", text, "2000-03-08", gold)
    rows = list(module.outcomes(example, SimpleNamespace(times=found)))
    # Wednesday 8 March: Monday lies behind; Friday, 5 May, 2002 and the week from 13 March ahead
    assert totals(rows) == {
        "strict": (3, 5, 6),
        "relaxed": (4, 5, 6),
        "value": (3, 5, 6),
        "spelled": (3, 5, 6),
        "forward": (0, 1, 2),
        "forward, any form": (1, 2, 4),
    }
    # What only touches an expression does not meet it, on either side.
    beside = [time_of(0, 3, "x"), time_of(9, 12, "x")]
    rows = list(module.outcomes(Example("x", text, None, gold[:1]), SimpleNamespace(times=beside)))
    assert totals(rows)["relaxed"] == (0, 2, 1)
    # Of two that meet it the one with the nearer ends, whichever comes first.
    both = [time_of(0, 6, "x"), time_of(4, 10, "2000-03-06")]
    rows = list(module.outcomes(Example("x", text, None, gold[:1]), SimpleNamespace(times=both)))
    assert totals(rows)["value"] == (1, 2, 1)
    both = [time_of(3, 8, "2000-03-06"), time_of(5, 9, "x")]
    rows = list(module.outcomes(Example("x", text, None, gold[:1]), SimpleNamespace(times=both)))
    assert totals(rows)["value"] == (1, 2, 1)
    both = [time_of(7, 9, "x"), time_of(3, 11, "2000-03-06")]
    rows = list(module.outcomes(Example("x", text, None, gold[:1]), SimpleNamespace(times=both)))
    assert totals(rows)["value"] == (1, 2, 1)
    for one, other in (
        ("1968-XX-XX", "1968"),
        ("196X", "196"),
        ("19XX", "19"),
        ("2000-W7", "2000-W07"),
        ("2000-01-01T09", "2000-01-01T09:00"),
        ("P3Q", "P9M"),
        ("P2Y", "P24M"),
        ("P1E", "P120M"),
        ("P1C", "P1200M"),
    ):
        assert module.spelled(one) == module.spelled(other)
    assert module.spelled(None) is None
    assert module.spelled("P3D") != module.spelled("P3M")
    for value, ahead in (
        ("2000-03-09", True),
        ("2000-03-08", False),
        ("2000-03", False),
        ("2000-04", True),
        ("2001", True),
        ("200", False),
        ("201", True),
        ("2000-W10", False),
        ("2000-W11", True),
        ("2000-Q1", False),
        ("2000-Q2", True),
        ("2000-03-09TMO", True),
        ("2000-03-08TEV", False),
        ("2000-SU", None),
        ("FUTURE_REF", None),
        ("P3D", None),
    ):
        assert module.is_ahead(value, "2000-03-08") is bool(ahead), value
    assert not module.is_ahead("2000-Q2", "2000-04-10")
    assert not module.is_ahead("2000-W11", "2000-03-13")


def quantities(module: ModuleType) -> None:
    """Values and units, cents, ages, ranges, bounds and counted nouns."""
    gold = module._gold
    assert gold("40", "dollar") == (40, 40, "USD")
    assert gold("40", "cent") == (0.4, 0.4, "USD")
    assert gold("3-5", "penny per year") == (0.03, 0.05, "GBP per year")
    assert gold("-5", "celsius") == (-5, -5, "degree_Celsius")
    assert gold("9", "year of age") == (9, 9, "year of age")
    assert gold("7", "-") == gold("7", "count") == (7, 7, None)
    assert gold("7", "red ship") == (7, 7, "count of red ship")

    def value(low: Any, high: Any, *wanted: Any) -> bool:
        return bool(module._same_value(wanted, low, high))

    assert value(40, 40, 40, 40, None)
    assert value(40, None, 40, 40, None)
    assert value(None, 40, 40, 40, None)
    assert not value(None, None, 40, 40, None)
    assert not value(3, 6, 3, 5, None)
    assert not value(2, 5, 3, 5, None)
    # a millionth of what is large, half a hundredth of what is below one
    assert value(1_000_001, 1_000_001, 1_000_000, 1_000_000, None)
    assert not value(1_000_002, 1_000_002, 1_000_000, 1_000_000, None)
    assert not value(1.004, 1.004, 1.0, 1.0, None)
    assert value(0.3313, 0.3313, 0.33, 0.33, "USD")
    assert not value(0.334, 0.334, 0.33, 0.33, "USD")
    assert not value(0.334, 0.334, 0.33, 0.33, "GBP")
    assert value(0.334, 0.334, 0.33, 0.33, None)
    assert not value(0.336, 0.336, 0.33, 0.33, None)
    assert not value(0.001, 0.001, 0.0, 0.0, None)
    assert not value(1.004, 1.004, 1.0, 1.0, "USD")
    assert value(0.334, 0.5, 0.33, 0.5, None)
    assert value(3, 5, 3, 5, None)
    assert value(0.334, 1.5, 0.33, 1.5, None)
    assert not value(-40.1, -40.1, -40, -40, None)

    unit = module._same_unit
    assert unit("USD", "USD")
    assert not unit("USD", "EUR")
    assert not unit("USD", None)
    assert unit(None, None)
    assert unit(None, "count of ships")
    assert not unit(None, "metre")
    assert unit("count of ship", "count of grey ships")
    assert unit("count of ship", "count of warship-ship")
    assert not unit("count of ship", "count of tanks")
    assert not unit("count of metre", "metre")
    assert not unit("count of ship", None)

    def figure(low: float, unit: str | None, measured: str | None, *at: int) -> SimpleNamespace:
        return SimpleNamespace(low=low, high=low, unit=unit, measured=measured, citation=cited(*at))

    figures = [
        figure(40, "USD", None, 0, 10),
        figure(9, "year", "age", 20, 30),
        figure(12, None, "ships", 40, 50),
        figure(12, None, None, 60, 70),
    ]
    lengths = [
        time_of(80, 90, "PT5M", type="DURATION"),
        time_of(100, 110, "P2M", type="DURATION"),
        time_of(115, 119, "P1Y2M", type="DURATION"),
        time_of(50, 55, "P4W", type="DURATION"),
        time_of(35, 40, "P6W", type="DURATION"),
        time_of(25, 32, "P9Y", type="DURATION"),
        time_of(29, 32, "P9Y", type="DURATION"),
        time_of(22, 28, "P9Y", type="DURATION"),
        time_of(15, 25, "P9Y", type="DURATION"),
        time_of(120, 130, "2001"),
        time_of(130, 140, "P8D", type="SET"),
    ]
    reading = SimpleNamespace(figures=figures, times=lengths)
    assert [row[:3] for row in module.found_in(reading)] == [
        (40, 40, "USD"),
        (9, 9, "year of age"),
        (12, 12, "count of ships"),
        (12, 12, None),
        (5, 5, "minute"),
        (2, 2, "month"),
        (4, 4, "week"),
        (6, 6, "week"),
    ]
    wanted = (
        (12.0, 12.0, "metre"),
        (12.0, 12.0, "count of ship"),
        (40.0, 40.0, "EUR"),
        (7.0, 7.0, None),
    )
    rows = list(
        module.outcomes(
            Example("x:0", "", None, wanted), SimpleNamespace(figures=figures, times=[])
        )
    )
    # the ships go to the gold that agrees in the unit as well; 40 euros are right in value alone; 9 is spurious
    assert totals(rows) == {"value": (3, 4, 4), "value+unit": (1, 4, 4)}
    assert [row.right for row in rows[:8:2]] == [True, True, True, False]
    # What has its partner takes no second one.
    twelve = SimpleNamespace(figures=figures[2:], times=[])
    rows = module.outcomes(Example("x:0", "", None, wanted[1:2]), twelve)
    assert totals(list(rows))["value"] == (1, 2, 1)
    stretch = figure(3, None, None, 0, 3)
    stretch.high = 5
    rows = module.outcomes(
        Example("x:0", "", None, ((3.0, 5.0, None),)), SimpleNamespace(figures=[stretch], times=[])
    )
    assert totals(list(rows))["value"] == (1, 1, 1)


def attributions(module: ModuleType) -> None:
    """One source right, one too long; a content in two pieces, one of them found; nothing from inside another."""
    text = "Ann said yes, Bob added, and no."
    gold = [{"source": [(0, 3), (14, 17)], "cue": [(4, 8)], "content": [(9, 12), (29, 31)]}]

    def at(start: int, end: int) -> dict[str, Any]:
        return {"start": start, "end": end}

    outer = {"parent": None, "source": at(0, 3), "cue": at(4, 8), "content": [at(9, 12)]}
    other = {"parent": None, "source": at(14, 23), "cue": None, "content": []}
    inner = {"parent": "x", "source": at(29, 31), "cue": None, "content": [at(29, 31)]}
    rows = module.outcomes(Example("x", text, None, gold), {"statements": [outer, other, inner]})
    assert totals(rows) == {"source": (1, 2, 2), "cue": (1, 1, 1), "content": (1, 1, 2)}
    assert [row.gold for row in rows if row.right] == ["Ann", "said", "yes"]


def named(module: ModuleType) -> None:
    """Right, of another kind, missed, spurious, and over what is labelled now and then."""
    text = "the Senate’s Jane Doe of Ohio met Whigs in Utah with Bo."
    at = text.index
    gold = [
        (4, 10, "organisation"),
        (at("Jane"), at(" of"), "politician"),
        (at("Ohio"), at(" met"), "location"),
        (at("Whigs"), at(" in"), "misc"),
        (at("Utah"), at(" with"), "country"),
        (at("met"), at(" Whigs"), "event"),
    ]
    found = [
        (0, 12, "body"),
        (at("Jane"), at(" of"), "body"),
        (at("Ohio"), at(" met"), "place"),
        (at("Whigs"), at(" in"), "body"),
        (at("Bo."), at("."), "person"),
        (at("met"), at(" Whigs"), "person"),
    ]
    rows = list(module.compare(Example("x", text, None, gold), found))
    assert totals(rows) == {"body": (1, 2, 1), "person": (0, 2, 1), "place": (1, 1, 2)}
    assert module.bare("a Senate's", 0, 10) == (2, 8)
    assert module.bare("Senate", 0, 6) == (0, 6)

    def mention(kind: str, start: int, end: int, form: str = "name", words: str = "Bo") -> Any:
        return SimpleNamespace(kind=kind, form=form, citation=cited(start, end, words))

    reading = SimpleNamespace(
        places=[
            SimpleNamespace(citation=cited(0, 4)),
            SimpleNamespace(citation=cited(5, 9)),
            SimpleNamespace(citation=cited(10, 14, part="headline")),
        ],
        mentions=[
            mention("company", 5, 9),
            mention("person", 20, 22),
            mention("person", 30, 32, form="pronoun"),
            mention("equipment", 40, 42),
            mention("group", 50, 57, words="Berbers"),
        ],
    )
    assert module.found_in(reading) == [(0, 4, "place"), (5, 9, "body"), (20, 22, "person")]


EXAMPLES = {
    "evaluation.sets.tempeval3": (times,),
    "evaluation.sets.quantities": (quantities,),
    "evaluation.sets.polnear": (attributions,),
    "evaluation.sets.crossner": (named,),
}
