"""What is announced for a day to come, and what is only wished, threatened, open or one's own affair."""

import pytest

from secondsource.article.read import clean_text
from secondsource.reading.anchor import anchor
from secondsource.reading.reader import given_date
from secondsource.record.announced import announced_in
from secondsource.views.agenda import agenda

HEAD = (
    "Captain is held over the wreck of the Dawn\n\nBy Ann Bell\nHarbour Gazette, 5 March 2025\n\n"
)

ROWS = [
    # a sentence of a report of Wednesday, 5 March 2025, the days announced, why
    ("The captain was held until a hearing on March 25.", ["2025-03-25"], "a matter right before its day"),
    ("Parliament will vote next Thursday on a bill for ferries.", ["2025-03-13"], "will"),
    ("He said the minister would be called as a witness on April 2.", ["2025-04-02"], "told by somebody"),
    ("The wreck is to be raised in May by a Dutch firm.", ["2025-05"], "is to, a month"),
    ("The election is due on May 4.", ["2025-05-04"], "due"),
    ("The firm has until March 12 to make an offer.", ["2025-03-12"], "a term"),
    ("The new rules take effect on April 1.", ["2025-04-01"], "a present of what is to come"),
    ("On Friday, the court will hear the case.", ["2025-03-07"], "the day in front"),
    ("The court put off the hearing until March 12, a clerk said.", ["2025-03-12"], "the day to which it is moved"),
    ("The vote has been postponed to April 2.", ["2025-04-02"], "postponed"),
    ("The mayor refused to put off the vote until April 2.", [], "refused"),
    ("A court is to decide on Monday whether he is to be held.", ["2025-03-10"], "the answer is appointed"),
    ("A court is to decide whether he may travel on Monday.", [], "the day is not that of the answer"),
    ("Judges are expected to rule in the spring of 2027.", [], "a season is no appointment"),
    ("The school will not open on Monday.", [], "a negation"),
    ("He could be released in April.", [], "open"),
    ("Dockers threatened to strike from March 10.", [], "a threat"),
    ("Parliament may vote on Monday.", [], "open, and no month"),
    ("If it passes, the law will take effect on April 1.", [], "a condition"),
    ("The school had been due to open on Monday.", [], "what had been due is no longer"),
    ("There is a risk that the wreck will break up by Friday.", [], "what nobody appoints"),
    ("He said the firm would be able to stop the leak by next week.", [], "an ability"),
    ("Tickets for March 8, when the choir was to sing, will be honoured later.", [], "put off"),
    ("He was held on March 3.", [], "past"),
    ("The union urged its members to be at the gate on Monday.", [], "a demand"),
    ("“The vote will be on Monday,” she said.", [], "in somebody's own words"),
    ("On Monday police held a man who will be deported.", [], "the day is that of the arrest"),
    ("The opposition wants an election in May.", [], "a wish"),
    ("The firm denied that it would close the mill in April.", [], "denied"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "days", "why"), ROWS)
def test_what_is_announced(reader, words: str, days: list[str], why: str) -> None:
    reading = reader.read_article(clean_text(f"{HEAD}{words} Snow fell on the hills on Tuesday."))
    found = announced_in(anchor(reading, reading.article.published))
    assert [each.when for each in found] == days, why
    for each in found:
        assert each.sentence.words == words


def test_no_day_of_writing_no_appointment(reader) -> None:
    reading = reader.read_article(clean_text("The court will hear the case on Friday, it said."))
    assert announced_in(reading) == ()
    assert announced_in(anchor(reading, given_date("2025-03-05"))) == ()


def test_on_the_agenda_once_and_beside_the_events(record) -> None:
    story = record(
        (
            "Parliament will vote on the ferry bill on March 13. Norland and Sudria will meet for talks on March 14.",
            "2025-03-05",
        ),
        ("A vote on the ferry bill is set for March 13. Rain is falling.", "2025-03-06"),
    )
    items = agenda(story)
    assert [(item.when, item.event_type, item.state, len(item.citations)) for item in items] == [
        ("2025-03-13", "announced", "due", 2),
        ("2025-03-14", "consult", "due", 1),
    ]
    later = agenda(story, as_of="2025-03-20")
    assert [item.state for item in later] == ["day past", "past, not reported as held"]


def test_a_promise_of_today_is_no_appointment(record) -> None:
    story = record(
        ("Norland pledged nine million euros in aid on Tuesday. Snow fell.", "2025-03-05")
    )
    assert agenda(story) == ()


TAKING_UP = [
    # two sentences, the words of what is announced, why
    ("Nurses marched in Kova. Another is planned for Saturday.", "Nurses marched in Kova. Another is planned for Saturday.", "the one before says what"),
    ("Nurses marched in Kova. A march in Lier is planned for Saturday.", "A march in Lier is planned for Saturday.", "it says so itself"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "told", "why"), TAKING_UP)
def test_what_takes_up_the_sentence_before(reader, words: str, told: str, why: str) -> None:
    reading = reader.read_article(clean_text(f"{HEAD}{words}"))
    found = announced_in(anchor(reading, reading.article.published))
    assert [each.sentence.words for each in found] == [told], why
