"""Days that are only the first on which something can be."""

import pytest

from secondsource.views.agenda import _EARLIEST

ROWS = [
    ("The fees could be raised as early as Friday.", True),
    ("The fees will rise in May at the earliest.", True),
    ("The port opens no earlier than 3 March.", True),
    ("The fees will be raised on Friday.", False),
    ("The fees fall as soon as the boats are home.", False),  # a condition, no day
]


@pytest.mark.parametrize(("words", "early"), ROWS)
def test_as_early_as(words: str, early: bool) -> None:
    assert bool(_EARLIEST.search(words)) is early
