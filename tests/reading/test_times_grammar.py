"""The grammar of times leaves out stretches of words that say nothing about time; what it finds must be the same."""

import re

from hypothesis import given
from hypothesis import strategies as st

from secondsource.reading.times.grammar import PATTERNS, Match, matches
from secondsource.reading.times.lexer import Item

CODES = "WPMnYNOHSUTKZQIDERVCdaoilxctmgebfvpjquwsLFJkz&y$¶hAGX-/,"


def found_in_whole(codes: str) -> list[Match]:
    """All matches over all classes, none left out."""
    rows = [
        (match.start(), -match.end(), order, name, match)
        for order, (name, pattern) in enumerate(PATTERNS)
        for match in pattern.finditer(codes)
    ]
    rows.sort(key=lambda row: row[:3])
    return [
        Match(
            name,
            match.start(),
            match.end(),
            {k: match.span(k) for k, v in match.groupdict().items() if v},
        )
        for _, _, _, name, match in rows
    ]


@given(st.lists(st.one_of(st.sampled_from([".", "."]), st.sampled_from(CODES)), max_size=40))
def test_words_that_tell_no_time_are_left_out_without_loss(codes: list[str]) -> None:
    items = [Item(code, place, place + 1) for place, code in enumerate(codes)]
    assert matches(items) == found_in_whole("".join(codes))


def test_what_stands_between_two_dots_is_left_out_only_if_no_pattern_matches_there() -> None:
    """Every pattern needs a class that a stretch which is left out may not hold."""
    needed = set("IMnNOYDEUQWKTyPRHSXVFl")
    for name, pattern in PATTERNS:
        assert needed & set(re.sub(r"\(\?P<\w+>", "(", pattern.pattern)), name
