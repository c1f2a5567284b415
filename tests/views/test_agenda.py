"""What stands on the agenda, and what only reads as if it did."""

import pytest
from handmade import Story

from secondsource.views.agenda import agenda

ROWS = [
    # words, day, status, stands on the agenda, why
    (
        "Kenya sought an accord with Chad on Monday.",
        "2023-05-01",
        "planned",
        False,
        "was only sought",
    ),
    (
        "Kenya was scheduled to sign an accord on Monday.",
        "2023-05-01",
        "planned",
        True,
        "appointed",
    ),
    ("Kenya seeks an accord with Chad on Friday.", "2023-05-05", "planned", True, "still to come"),
    ("Kenya called off an accord on Monday.", "2023-05-01", "cancelled", True, "cancelled"),
]


@pytest.mark.parametrize(("words", "day", "status", "stands", "why"), ROWS)
def test_what_was_only_sought_is_no_appointment(
    words: str, day: str, status: str, stands: bool, why: str
) -> None:
    story = Story()
    story.article("Gazette", "2023-05-03")
    story.told(
        "Gazette", words, "accord", "agree", status, who=("Kenya",), whom=("Chad",), when=day
    )
    assert bool(agenda(story.record())) is stands, why
