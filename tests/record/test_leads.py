"""What a report was written for stands in the brief, also where nobody of it has a name."""

import pytest

from secondsource.views.brief import brief

LEADS = [
    # the report, whether its walkout stands among what is known, why
    ("Some 1,500 dockers walked out at midnight on Monday over pensions. Ships waited.", True, "it opens with it, and says when"),
    ("Some 1,500 dockers walked out over pensions. Ships waited.", False, "nobody knows when"),
    ("The harbour was quiet in the morning, and the fog lay on the river until ten. Some 1,500 dockers walked out on Monday.", False, "it was not written for it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "is_shown", "why"), LEADS)
def test_leads_without_names(record, text, is_shown, why):
    known = brief(record((text, "2025-06-23"))).sections[0]
    assert any("walked out" in line.words for line in known.lines) is is_shown, why


def test_the_day_of_putting_off_is_not_that_of_the_strike(record):
    story = record(("Dockers postponed their strike by a week on Sunday night.", "2025-06-16"))
    strike = next(event for event in story.events if event.status == "cancelled")
    assert strike.time is None
