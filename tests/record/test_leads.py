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


SAID = [
    # the report, a word of the line that stands among what is not so, why
    ("Kenya's interior ministry denied reports that a militia of herders was behind the attack.", "denied", "what is denied names nobody who did it"),
    ("The African Union urged both countries to show restraint.", "urged", "an appeal by name"),
    ("Norway's government denied that it had been warned.", "denied", "what is denied is a clause"),
    ("Dockers postponed their strike by a week on Sunday night.", "postponed", "what is put off is news without a day"),
    ("Ethiopia accused Eritrea of the killings.", "accused", "the killings themselves are told of nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "why"), SAID)
def test_what_a_named_party_said_of_a_deed_told_of_nobody(record, text, word, why):
    not_so = brief(record((text, "2024-09-09"))).sections[2]
    assert any(word in line.words for line in not_so.lines), why


DATED = [
    # the report of 17 September, the deed, its day, why
    ("Kenya and Ethiopia opened talks in Nairobi on Tuesday, a day later than planned.", "consult", "2024-09-17", "by how much it was late is no day"),
    ("Four men arrested after the attack on Moyale market were released on Saturday.", "assault", None, "the day is that of the release"),
    ("President William Ruto ordered 600 police reservists to the border on Monday.", "mobilize", "2024-09-16", "reservists are sent"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "day", "why"), DATED)
def test_the_day_of_its_own_deed(record, text, kind, day, why):
    (event,) = (each for each in record((text, "2024-09-17")).events if each.event_type == kind)
    assert ((event.time.value if event.time else None), event.status) == (day, "happened"), why
