"""Rival counts: two numbers of one thing on the word of two sides are a conflict only where all else that is said is the same."""

import pytest
from tests.record.conflicting import conflicts_of

DAY = "2031-05-12"

ROWS = [
    (
        "Seven people were hurt when the ferry rammed the pier in Mombasa, police said."
        " Four people were hurt, a hospital said.",
        True,
        "one says no more than the other but for the number",
    ),
    (
        "Seven people were hurt when the ferry rammed the pier in Mombasa, police said."
        " More than five people were hurt, a hospital said.",
        False,
        "seven are more than five",
    ),
    (
        "Seven people were hurt when the ferry rammed the pier in Mombasa, police said."
        " A hospital said it had treated four people.",
        False,
        "each counts its own",
    ),
    (
        "Seven people were hurt in Mombasa, police said. Four people were hurt by glass, a hospital said.",
        False,
        "those hurt by glass may be a part",
    ),
    (
        "Seven people were hurt in Mombasa, police said. Four more people were hurt, a hospital said.",
        False,
        "these come on top",
    ),
    (
        "Seven people were hurt in Mombasa, police said. Four of them were hurt badly, a hospital said.",
        False,
        "a part of them",
    ),
    (
        "Seven people were hurt in Mombasa, police said. Police later said four people were hurt.",
        False,
        "one side corrects itself",
    ),
    (
        "The army said it had lost two men. The rebels said they had lost nine men.",
        False,
        "each side its own dead",
    ),
    (
        "Two people died in Lira, police said. Dozens of people died, a hospital said.",
        False,
        "dozens are no number",
    ),
    (
        "Gallin found that 45 percent of voters would stay at home. Orbex found that 41 percent would.",
        False,
        "polls differ without a quarrel",
    ),
    (
        "Four sailors were hurt by the Chadian count and seven by that of a Kenyan hospital.",
        True,
        "both counts in one sentence",
    ),
    (
        "Police put the number of injured at four, a hospital at seven.",
        True,
        "the verb is not said again",
    ),
    (
        "The army says nine people were killed in the raid, but the rebels speak of forty dead.",
        True,
        "the dead are those killed",
    ),
    (
        "The army says nine people were killed in the raid. The union spoke of forty dead in the mines of Lira.",
        False,
        "others died elsewhere",
    ),
    (
        "The government says 200 people were arrested in Lira. Lawyers for the strikers put the figure at more than 900.",
        True,
        "the figure is that of the sentence before",
    ),
    (
        "Officials said 17 people had died in Arba, but doctors at the hospital counted 43 bodies.",
        True,
        "bodies are dead, and counting is telling",
    ),
    (
        "Two parties said 50,000 people had marched in Lira; the interior ministry put the crowd at 8,000.",
        True,
        "a crowd is of people",
    ),
    (
        "The council has estimated that the death toll could be as high as 9,000, while the union said 30,000 had been made homeless.",
        False,
        "the dead are not the homeless",
    ),
]


@pytest.mark.parametrize(("text", "contested", "why"), ROWS)
def test_two_counts_in_one_report(record, text, contested, why):
    assert bool(conflicts_of("number", record((text, DAY)))) is contested, why


def test_who_counts_is_named(record):
    (found,) = record((ROWS[0][0], DAY)).conflicts
    assert found.reason == "Seven injured by police, Four injured by a hospital"


TWO_REPORTS = [
    (
        "Nine people died in the clash at Arba, the Karo Front said.",
        True,
        "all the same but for the number",
    ),
    ("Nine people died in the clash at Bol, the Karo Front said.", False, "another town"),
    ("Two people died in the clash at Arba, the Karo Front said.", False, "the same number"),
    ("Nine people died in the clash at Arba, the Chadian government said.", False, "the same side"),
]


@pytest.mark.parametrize(("other", "contested", "why"), TWO_REPORTS)
def test_two_counts_in_two_reports_of_one_day(record, other, contested, why):
    text = "Two people died in the clash at Arba, the Chadian government said."
    assert bool(conflicts_of("number", record((text, DAY), (other, DAY)))) is contested, why


def test_a_later_count_is_a_change(record):
    text, (other, *_) = "Two people died in the clash at Arba, police said.", TWO_REPORTS[0]
    assert not record((text, DAY), (other, "2031-05-14")).conflicts
