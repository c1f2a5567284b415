"""What the brief shows of what was only said, called off or planned by one party (invented sentences)."""

import pytest
from tests.views.handmade import Story

from secondsource.views.brief import brief

NOT_SO, TO_COME = 2, 4
"""Places of the sections."""


def shown(view, section):
    return {line.words for line in view.sections[section].lines}


ONLY_SAID = (
    (
        {
            "words": "Kenya accused Chad of hiding the crew.",
            "trigger": "accused",
            "kind": "accuse",
            "who": ("Kenya",),
            "whom": ("Chad",),
        },
        True,
        "a named party accuses a named one: the accusation is news, though no deed stands for its words",
    ),
    (
        {
            "words": "Kenya accused smugglers of hiding the crew.",
            "trigger": "accused",
            "kind": "accuse",
            "who": ("Kenya",),
            "whom": ("smugglers",),
        },
        False,
        "whom nobody names is not put before readers as accused",
    ),
    (
        {
            "words": "Omari Chuo denied any part in the raid.",
            "trigger": "denied",
            "kind": "reject",
            "mode": "deny",
            "who": ("Omari Chuo",),
            "thing": "any part in the raid",
        },
        True,
        "who is accused has denied it",
    ),
    (
        {
            "words": "Omari Chuo denied it.",
            "trigger": "denied",
            "kind": "reject",
            "mode": "deny",
            "who": ("Omari Chuo",),
            "thing": "it",
        },
        False,
        "alone it does not say what is denied",
    ),
    (
        {
            "words": "Kenya called off the talks with Chad.",
            "trigger": "talks",
            "kind": "consult",
            "status": "cancelled",
            "who": ("Kenya",),
            "whom": ("Chad",),
        },
        True,
        "what was called off is as much news as what was held",
    ),
)


@pytest.mark.parametrize(("told", "expected", "why"), ONLY_SAID)
def test_only_said_or_called_off(told, expected, why):
    story = Story()
    story.article("Herald", "2023-10-10")
    story.told("Herald", **told)
    assert (told["words"] in shown(brief(story.record()), NOT_SO)) is expected, why


PLANS = (
    ("2023-10-09", "aid", ("Kenya",), "planned", True, "a government's plan of this week"),
    (
        "2023-09-09",
        "aid",
        ("Kenya",),
        "planned",
        False,
        "a plan of last month has no day to be due",
    ),
    (
        "2023-10-09",
        "assault",
        ("Kenya",),
        "planned",
        False,
        "one report's fear of a strike is no plan",
    ),
    ("2023-10-09", "aid", ("traders",), "planned", False, "nobody knows which traders"),
    (
        "2023-10-09",
        "aid",
        ("Kenya",),
        "predicted",
        False,
        "one report's forecast is nobody's plan",
    ),
)


@pytest.mark.parametrize(("day", "kind", "who", "status", "expected", "why"), PLANS)
def test_a_plan_without_a_day_that_one_report_tells(day, kind, who, status, expected, why):
    words = "It is to send boats to Chad."
    story = Story()
    story.article("Herald", day)
    story.told("Herald", words, "send", kind, status=status, who=who, whom=("Chad",), thing="boats")
    story.article("Mail", "2023-10-10")
    assert (words in shown(brief(story.record()), TO_COME)) is expected, why
