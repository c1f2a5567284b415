"""What a change gained and lost, item by item."""

import pytest
from evaluation.diff import Item, Side, changes, compared, main, moved, shown

BEFORE: list[Item] = [
    ("a", "m", "x", "x", True),
    ("a", "m", "y", "z", False),
    ("b", "m", None, "w", False),
    ("c", "m", "x", "x", True),
]
AFTER: list[Item] = [
    ("a", "m", "x", None, False),
    ("a", "m", "y", "y", True),
    ("c", "m", "x", "x", True),
    ("c", "m", None, "v", False),
]


def test_gained_and_lost() -> None:
    """One became right and one spurious find went; one is missed now and another spurious one came."""
    gained, lost = changes(BEFORE, AFTER)
    assert gained == [("a", "m", "y", "y", True), ("b", "m", None, "w", False)]
    assert lost == [("a", "m", "x", "x", True), ("c", "m", None, "v", False)]


def test_the_same_item_twice_counts_twice() -> None:
    twice: list[Item] = [("a", "m", "x", "x", True)] * 2
    gained, lost = changes(twice[:1], twice)
    assert (gained, lost) == ([twice[0]], [])


def test_nothing_changed() -> None:
    assert changes(BEFORE, BEFORE) == ([], [])


def test_lines_show_both_sides() -> None:
    lines = shown("set", BEFORE, AFTER, most=5).splitlines()
    assert lines[0] == "set m: right 2 -> 2, gained 2, lost 2"
    assert lines[1] == "  + a | wanted y | found y | on the other side z"
    assert "(spurious)" in lines[2]


def test_scores_without_decisions_are_compared_by_unit() -> None:
    """One topic gained, one lost more, one is the same; a metric that did not move is not told."""
    before = [
        ("a", "chains", (1, 2, 1, 2, 0, 0)),
        ("b", "chains", (2, 2, 2, 2, 0, 0)),
        ("c", "chains", (1, 1, 1, 1, 0, 0)),
        ("a", "dates", (1, 1, 1, 1, 0, 0)),
    ]
    after = [
        ("a", "chains", (2, 2, 2, 2, 0, 0)),
        ("b", "chains", (0, 2, 0, 2, 0, 0)),
        ("c", "chains", (1, 1, 1, 1, 0, 0)),
        ("a", "dates", (1, 1, 1, 1, 0, 0)),
    ]
    assert moved("set", before, after, most=1) == [
        "set chains: F1 80.0 -> 60.0, gained 1, lost 1 of 3",
        "  - b | 100.0 -> 0.0",
        "  and 1 more",
    ]
    # A topic that is not there on one side has nothing right.
    assert moved("set", [], before[:1], most=5)[1] == "  + a | 0.0 -> 50.0"


def test_a_set_that_one_side_cannot_run_is_told() -> None:
    good: Side = {"reason": None, "items": [], "parts": []}
    bad: Side = {"reason": "failed: ImportError: no such name", "items": [], "parts": []}
    told = compared("polnear", bad, good, 5, "main~3")
    assert told == "polnear at main~3: failed: ImportError: no such name"
    assert "the working tree" in compared("polnear", good, bad, 5, "main~3")
    assert compared("polnear", good, good, 5, "main~3") == "polnear: nothing changed"


def test_a_rate_is_gained_when_less_is_so() -> None:
    row = ["a", "false happened", "unreal", "happened", True]
    before: Side = {"reason": None, "items": [row], "parts": []}
    after: Side = {"reason": None, "items": [[*row[:3], None, False]], "parts": []}
    assert "gained 1, lost 0" in compared("status_cases", before, after, 5, "main~3")


def test_an_unknown_commit_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["no-such-commit", "--set", "status_cases"])
    assert "git knows no commit 'no-such-commit'" in capsys.readouterr().err
