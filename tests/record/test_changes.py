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


def test_what_was_sought_before_its_report_was_never_announced(record):
    story = record(
        ("Chad sought to reach an accord with Kenya at talks in Nairobi last week.", "2031-05-20"),
        ("Rice was dear in the markets of Kampala.", "2031-05-29"),
    )
    assert not [change for change in story.changes if change.became == NOT_REPORTED]


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


COUNTS = [
    (
        "at least so many had been counted; a day later the toll is higher",
        ("At least 41 people were killed when a dam burst above Tanga in Kenya.", "2031-05-10"),
        (
            "The death toll from the floods below the Tanga dam rose to 53, officials said.",
            "2031-05-11",
        ),
        [("41", "53")],
    ),
    (
        "a round lower bound reaches to what is near",
        ("More than 4,000 people fled the floods below the Tanga dam in Kenya.", "2031-05-10"),
        ("Some 4,200 people have fled the floods below the Tanga dam so far.", "2031-05-11"),
        [],
    ),
    (
        "counted elsewhere: no update",
        ("Three people were killed in a fire in Tanga, the police said.", "2031-05-10"),
        ("The death toll of the fire in Kisumu rose to nine, the police said.", "2031-05-11"),
        [],
    ),
]


@pytest.mark.parametrize(("why", "first", "later", "expected"), COUNTS, ids=[c[0] for c in COUNTS])
def test_a_count_that_goes_on(record, why, first, later, expected):
    changes = [c for c in record(first, later).changes if c.kind == "figure"]
    assert len(changes) == len(expected), (why, changes)
    for change, (was, became) in zip(changes, expected, strict=True):
        assert was in change.was, why
        assert became in change.became, why


def test_what_is_ruled_out_is_not_the_remark_that_it_may_come(record):
    story = record(
        ("The port authority said the Tanga lock gates might have to open.", "2031-05-10"),
        ("The port authority said it had no plan to open the Tanga lock gates.", "2031-05-11"),
    )
    assert len(story.utterances) == 2


TOLLS = [
    ("In 1921 the lake fever killed 60 people in Kenya.", "2031-05-11", False),
    ("The lake fever had killed 60 people in Kenya by 3 May 2029.", "2031-05-11", False),
    ("The lake fever had killed 60 people in Kenya by 3 May 2031.", "2031-05-11", True),
]


@pytest.mark.parametrize(("earlier", "day", "grown"), TOLLS)
def test_a_toll_grows_into_one_of_the_same_happening(record, earlier, day, grown):
    later = "The lake fever has killed 71 people in Kenya, doctors in the town say."
    story = record((earlier, day), (later, "2031-05-14"))
    moved = [(change.was, change.became) for line in story.series for change in line.changes]
    assert moved == ([("60", "71")] if grown else [])
