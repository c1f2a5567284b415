"""Worked examples, done by hand, of how events, figures and times are counted against our own tables; see worked.py."""

from types import ModuleType, SimpleNamespace
from typing import Any

from evaluation.protocol import Example
from worked import totals
from worked_sets import cited, time_of


def status(module: ModuleType) -> None:
    """The event that answers a row: of its type before others, else the one that overlaps most."""

    def event(start: int, end: int, status: str, kind: str = "aid") -> SimpleNamespace:
        return SimpleNamespace(citation=cited(start, end), status=status, type=kind)

    row = {"text": "aid and aid came", "trigger": "aid", "occurrence": 1, "type": "aid"}
    row |= {"status": "planned", "also": ["promised"], "expect_absent": False}

    def told(*events: Any, **more: Any) -> tuple[str, str | None, str | None, bool]:
        example = Example("x", row["text"], None, row | more)
        (made,) = module.outcomes(example, SimpleNamespace(events=events))
        return made.metric, made.gold, made.found, made.right

    assert told(event(8, 11, "planned")) == ("status", "planned", "planned", True)
    assert told(event(8, 11, "happened")) == ("status", "planned", "happened", False)
    assert told() == ("status", "planned", None, False)
    # Only the second word counts, and what only touches it does not.
    assert told(event(0, 3, "planned"), event(4, 8, "planned"), event(11, 12, "planned"))[2] is None
    assert told(event(8, 9, "happened", "threaten"), event(9, 11, "planned", "threaten"))[3]
    assert told(event(8, 11, "happened", "threaten"), event(10, 16, "planned"))[3]
    assert not told(event(10, 12, "planned", "x"), event(0, 10, "happened", "x"))[3]
    assert told(event(7, 10, "planned", "x"), event(10, 16, "happened", "x"))[3]
    if hasattr(module, "tally"):
        assert told(event(8, 11, "promised"))[3] is False
        assert told(event(8, 11, "planned"), expect_absent=True) == ("absent", None, None, True)
        assert told(event(8, 11, "ongoing"), expect_absent=True) == (
            "absent",
            None,
            "ongoing",
            False,
        )
    else:
        # Of the long tables an answer that is accepted as well is right, and absent is absent.
        assert told(event(8, 11, "promised")) == ("status", "promised", "promised", True)
        assert told(event(8, 11, "planned"), expect_absent=True) == (
            "absent",
            None,
            "planned",
            False,
        )
    assert told(expect_absent=True) == ("absent", None, None, True)


def figures(module: ModuleType) -> None:
    """Found by its words, right in value and unit, and what is told of it."""
    text = "About 40 tanks and 7 men"
    gold = {"words": "40", "low": 40.0, "high": 40.0, "approximator": "about", "unit": None}
    gold |= {"measured": "tanks", "of": "the army", "nature": "measured"}

    def found(start: int, end: int, words: str, **more: Any) -> SimpleNamespace:
        known = {"low": 40.0, "high": 40.0, "approximator": "About", "unit": None}
        known |= {"measured": "tank", "of": "army", "nature": "measured"}
        known |= {"where": None, "as_of": None} | more
        return SimpleNamespace(citation=cited(start, end, words), **known)

    def told(*figures: Any) -> dict[str, tuple[int, int, int]]:
        example = Example("x", text, None, ((6, 8, gold),))
        reading = SimpleNamespace(figures=figures, times=times)
        return totals(list(module.outcomes(example, reading)))

    times: tuple[Any, ...] = ()
    names = ("found", "value", "value+unit", "approximator", "measured", "of", "nature")
    assert told(found(6, 8, "40")) == dict.fromkeys(names, (1, 1, 1))
    assert told() == dict.fromkeys(names[:3], (0, 0, 1))
    # What only touches the words is spurious.
    assert told(found(8, 9, "40"), found(5, 6, "40")) == dict.fromkeys(names[:3], (0, 2, 1))
    assert told(found(0, 8, "About 40"))["found"] == (0, 1, 1)
    other = told(found(6, 8, "40", high=41.0, approximator=None, of="navy", nature="planned"))
    assert [name for name in names if other[name][0]] == ["found", "measured"]
    other = told(found(6, 8, "40", low=39.0, unit="metre", measured="ships", of=None))
    assert [name for name in names if other[name][0]] == ["found", "approximator", "nature"]
    assert told(found(6, 8, "40", unit="metre"))["value+unit"] == (0, 1, 1)
    # Where and as of when only rows ask that have it; a time is given by its id or as a day.
    gold |= {"where": "Tanga"}
    placed = told(found(6, 8, "40", where="near Tanga", as_of=None))
    assert placed["where"] == (1, 1, 1)
    assert "as_of" not in placed
    gold |= {"as_of": "2020-03-09"}
    times = (SimpleNamespace(id="b", value="2019"), SimpleNamespace(id="a", value="2020-03-09"))
    for when, right in (("time:a", 1), ("2020-03-09", 1), ("2020-03-10", 0), ("time:b", 0)):
        dated = told(found(6, 8, "40", where="in Mombasa", as_of=when))
        assert (dated["as_of"][0], dated["where"][0]) == (right, 0)
    assert module._close(None, None)
    assert not module._close(None, 1.0)
    assert not module._close(1.0, None)
    assert module._close(100_005.0, 100_000.0)
    assert not module._close(100_007.0, 100_000.0)
    assert module._close(0.10005, 0.1)
    assert not module._close(0.10007, 0.1)
    assert module._lenient(None, None)
    assert not module._lenient("army", None)
    assert not module._lenient(None, "army")
    assert not module._lenient("head of the army", "king of the navy")
    assert module._lenient("servicemen", "soldiers")


def cases_of_times(module: ModuleType) -> None:
    """Words, value, bounds, and accuracy on days to come."""
    text = "On Monday they met; on Friday they part."
    gold = tuple(
        (start, end, {"words": text[start:end], "value": day, "earliest": day, "latest": day})
        for start, end, day in ((3, 9, "2020-03-09"), (23, 29, "2020-03-13"))
    )

    def told(*times: Any) -> dict[str, tuple[int, int, int]]:
        example = Example("x", text, "2020-03-10", gold)
        return totals(list(module.outcomes(example, SimpleNamespace(times=times))))

    def found(start: int, end: int, day: str, **more: Any) -> SimpleNamespace:
        known = {"earliest": day, "latest": day} | more
        return time_of(start, end, day, words=text[start:end], **known)

    right = told(found(3, 9, "2020-03-09"), found(23, 29, "2020-03-13"))
    assert right == dict.fromkeys(("found", "relaxed", "value", "bounds"), (2, 2, 2)) | {
        "ahead": (1, 1, 1)
    }
    wrong = told(found(0, 9, "2020-03-09"), found(23, 29, "2020-03-06"), found(9, 12, "2020"))
    assert wrong == {
        "found": (1, 3, 2),
        "relaxed": (2, 3, 2),
        "value": (1, 3, 2),
        "bounds": (1, 3, 2),
        "ahead": (0, 1, 1),
    }
    assert told(found(0, 3, "2020-03-09"))["relaxed"] == (0, 1, 2)
    bounds = told(
        found(3, 9, "2020-03-09", latest="2020-03-10"), found(23, 29, "2020-03-13", earliest=None)
    )
    assert bounds["bounds"] == (0, 2, 2)
    assert told()["ahead"] == (0, 0, 1)
    assert told(found(9, 12, "2020-03-09"))["relaxed"] == (0, 1, 2)
    same_day = Example("x", text, "2020-03-13", gold)
    assert "ahead" not in totals(list(module.outcomes(same_day, SimpleNamespace(times=[]))))
    assert module.spelled("XXXX-WXX") == module.spelled("P1W")
    assert module.spelled(None) is None
    # a table without bounds: neither they nor what lies ahead are scored, and its answers show the value alone
    plain = ((3, 9, {"words": "Monday", "value": "2020-03-09"}),)
    rows = list(
        module.outcomes(
            Example("x", text, "2020-03-08", plain),
            SimpleNamespace(times=[found(3, 9, "2020-03-09")]),
        )
    )
    assert [(row.metric, row.gold, row.right) for row in rows] == [
        (metric, "Monday = 2020-03-09", True) for metric in ("found", "relaxed", "value")
    ]
    assert rows[0].found == "Monday = 2020-03-09 2020-03-09 2020-03-09 [r]"
    shown = list(module.outcomes(Example("x", text, "2020-03-10", gold), SimpleNamespace(times=[])))
    assert shown[0].gold == "Monday = 2020-03-09 2020-03-09 2020-03-09"


def real_or_not(module: ModuleType) -> None:
    """Gold events against the first of ours that meets them."""

    def event(start: int, end: int, status: str) -> SimpleNamespace:
        return SimpleNamespace(citation=cited(start, end), status=status)

    def told(real: bool, *events: Any) -> tuple[str | None, str | None, bool]:
        example = Example("x", "", None, (module.GoldEvent(5, 9, real, "go"),))
        (row,) = module.outcomes(example, SimpleNamespace(events=events))
        return row.gold, row.found, row.right

    assert told(True, event(5, 9, "happened")) == ("real", "real", True)
    assert told(True, event(5, 9, "planned")) == ("real", "unreal", False)
    assert told(False, event(8, 12, "denied"), event(5, 9, "happened")) == (
        "unreal",
        "unreal",
        True,
    )
    assert told(False, event(5, 9, "ongoing")) == ("unreal", "real", False)
    assert told(False, event(0, 5, "happened"), event(9, 12, "happened")) == ("unreal", None, False)


EXAMPLES = {
    "evaluation.sets.status_cases": (status,),
    "evaluation.sets.status_long": (status,),
    "evaluation.sets.figures_cases": (figures,),
    "evaluation.sets.times_cases": (cases_of_times,),
    "evaluation.sets.meantime_events": (real_or_not,),
}
