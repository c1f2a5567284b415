"""What was announced and then came, failed, was put off or is overdue; numbers that moved."""

import pytest

from secondsource.record.changes import NOT_REPORTED

PLAN = ("Omari Chuo will meet Ida Lund in Nairobi on 12 May.", "2031-05-10")

STATUS = [
    ("it came", ("Omari Chuo met Ida Lund in Nairobi on 12 May.", "2031-05-13"), "happened"),
    ("nobody says", ("Rice was dear in the markets of Kampala.", "2031-05-20"), NOT_REPORTED),
]


@pytest.mark.parametrize(("why", "later", "became"), STATUS)
def test_what_became_of_a_plan(record, why, later, became):
    changes = record(PLAN, later).changes
    assert [(c.was, c.became) for c in changes if c.kind == "status"] == [("planned", became)]


def test_a_plan_whose_day_is_to_come_has_not_changed(record):
    assert not record(PLAN).changes


@pytest.mark.parametrize(
    ("text", "was", "became"),
    [
        ("Kenya now holds 42 boats, up from 30 boats last week.", "30", "42"),
        ("The number of Kenyan boats has grown to 53, up from 50 in April.", "50", "53"),
    ],
)
def test_a_change_that_the_sentence_tells_itself(record, text, was, became):
    changes = [c for c in record((text, "2031-05-10")).changes if c.kind == "figure"]
    assert any(was in c.was and became in c.became for c in changes), changes


def test_a_part_is_no_change_of_the_whole(record):
    story = record(
        ("Kenya holds 420 boats of Chad in the yard at Tanga, the coast guard said.", "2031-05-10"),
        (
            "Kenya freed four boats of Chad from the yard at Tanga, the coast guard said.",
            "2031-05-12",
        ),
    )
    assert not [change for change in story.changes if change.kind == "figure"]
