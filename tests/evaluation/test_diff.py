"""What a change gained and lost, item by item."""

from evaluation.diff import Item, changes, shown

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
