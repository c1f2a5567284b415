"""Lines of a captured text, and where each stands in it."""

import pytest

from secondsource.article.lines import split_lines

BREAKS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("between", BREAKS, ids=[repr(one) for one in BREAKS])
def test_every_kind_of_break_parts_lines(between: str) -> None:
    captured = between.join(["  One boat.", "", "Two\u200bboats. ", "\u200b", "Three boats."])
    lines = split_lines(captured)
    assert [(line.words, line.blanks) for line in lines] == [
        ("One boat.", 0),
        ("Twoboats.", 1),
        ("Three boats.", 1),
    ]
    assert [captured[line.start : line.end] for line in lines] == [
        "One boat.",
        "Two\u200bboats.",
        "Three boats.",
    ]


def test_mixed_breaks() -> None:
    assert [line.words for line in split_lines("a\nb\r\nc\rd\u2028e")] == list("abcde")
