"""What became of an announcement that is not joined to the telling: a journey called off, talks told without their day, a step that
hung on a condition."""

import pytest

from secondsource.views.agenda import agenda

NOT_HELD = "past, not reported as held"

JOURNEY = (
    "President Omari Chuo will fly to Lusaka later this month, his office said.",
    "2031-05-06",
)
CLOSURE = (
    "Prime Minister Omari Chuo said Chad would close its airspace to foreign airlines on 11 May"
    " if the crew was not free by then.",
    "2031-05-09",
)
MEETING = (
    "The foreign ministers of Chad and Niger will meet on 10 May in Zinder.",
    "2031-05-08",
)

TALKS = (
    "Chad and Niger agreed to hold talks on border security in Zinder on 16 May, Chad's foreign ministry said.",
    "2031-05-10",
)

ROWS = [
    (
        (
            "President Omari Chuo will fly to Lusaka later this month, his office said.",
            "2031-05-06",
        ),
        ("President Omari Chuo's trip to Lusaka has been postponed, an aide said.", "2031-05-10"),
        "cancelled",
        "he and the town are the same",
    ),
    (
        (
            "President Omari Chuo will fly to Lusaka later this month, his office said.",
            "2031-05-06",
        ),
        ("President Ann Bell's trip to Lusaka has been postponed, an aide said.", "2031-05-10"),
        "due",
        "another traveller",
    ),
    (
        (
            "President Omari Chuo will fly to Lusaka later this month, his office said.",
            "2031-05-06",
        ),
        ("President Omari Chuo's trip to Harare has been postponed, an aide said.", "2031-05-10"),
        "due",
        "another town",
    ),
    (
        TALKS,
        (
            "Chad and Niger opened talks on border security in Abeche on Saturday, a day later than planned.",
            "2031-05-18",
        ),
        "held",
        "a day later, and elsewhere",
    ),
    (
        TALKS,
        ("Chad and Niger opened talks on fishing in Abeche on Saturday.", "2031-05-18"),
        NOT_HELD,
        "nothing says that these are the ones",
    ),
    (
        TALKS,
        (
            "Chad and Libya opened talks in Abeche on Saturday, a day later than planned.",
            "2031-05-18",
        ),
        NOT_HELD,
        "other parties",
    ),
    (
        CLOSURE,
        ("Chad had closed its airspace to foreign airlines on 11 May.", "2031-05-12"),
        "held",
        "the same land closed the same on the day",
    ),
    (
        CLOSURE,
        ("Niger had closed its airspace to foreign airlines on 11 May.", "2031-05-12"),
        NOT_HELD,
        "another land did",
    ),
    (
        CLOSURE,
        ("Chad closed its border on 11 May.", "2031-05-12"),
        NOT_HELD,
        "it closed something else",
    ),
    (
        MEETING,
        ("The ministers agreed on a truce after talks in Zinder.", "2031-05-11"),
        "held",
        "talks in the town, told of right after the day",
    ),
    (
        MEETING,
        ("The ministers agreed on a truce after talks in Zinder.", "2031-05-20"),
        NOT_HELD,
        "told of ten days later they may be others",
    ),
    (
        MEETING,
        ("Herders and farmers of the lake shook hands after talks in Zinder.", "2031-05-11"),
        NOT_HELD,
        "others sat down in the town",
    ),
    (
        ("The governors and the oil companies will meet on 10 May in Zinder.", "2031-05-08"),
        ("Herders shared their oil after talks in Zinder.", "2031-05-11"),
        NOT_HELD,
        "a word before a name is not who it is",
    ),
]


@pytest.mark.parametrize(("first", "later", "state", "why"), ROWS)
def test_what_became_of_it(record, first, later, state, why):
    last = (
        "Rice was dear in the markets of Kampala.",
        "2031-05-21" if state != "due" else "2031-05-11",
    )
    story = record(first, later, last)
    assert [item.state for item in agenda(story)] == [state], why
    overdue = [change.became for change in story.changes if change.became == NOT_HELD]
    assert state == NOT_HELD or not overdue, why


def test_a_reader_of_the_day_before_knows_of_nothing_held(record):
    story = record(*(row for row in ROWS[3][:2]))
    assert [item.state for item in agenda(story, "2031-05-10")] == ["due"]
