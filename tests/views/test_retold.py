"""What perhaps tells of one deed in other words stands under it, and what cannot be it does not. All stories are invented."""

import pytest
from tests.views.handmade import Story

from secondsource.views.brief import brief
from secondsource.views.retold import Retold

OMARI, IDRISS = "Omari Chuo", "Idriss Haroun"

PAIRS = [
    # two events as (type, mode, who, whom, when, thing, sentence, trigger), whether they may be one, why
    (
        ("assault", "firearms", (OMARI,), (), None, None, "Chuo shot at the guards of the mill.", "shot"),
        ("assault", None, (OMARI,), ("guards",), None, None, "He attacked guards, the miller said.", "attacked"),
        True,
        "the way of a deed is not told by all",
    ),
    (
        ("assault", "firearms", (OMARI,), (), "2031-05-01", None, "Chuo shot at the guards on Thursday.", "shot"),
        ("assault", "firearms", (OMARI,), (), "2031-05-09", None, "Chuo shot at the ferry on May 9.", "shot"),
        False,
        "two days are two deeds",
    ),
    (
        ("assault", "firearms", (OMARI,), (IDRISS,), None, None, "Chuo shot Haroun.", "shot"),
        ("assault", "firearms", (OMARI,), ("Kenya",), None, None, "Chuo fired at Kenya's flag.", "fired"),
        False,
        "done to somebody else",
    ),
    (
        ("consult", None, (OMARI, IDRISS), (OMARI, IDRISS), None, None, "Chuo and Haroun met.", "met"),
        ("consult", None, (IDRISS, OMARI), (IDRISS, OMARI), None, None, "Haroun spoke with Chuo and met him.", "met"),
        True,
        "the same two",
    ),
    (
        ("consult", None, (OMARI, IDRISS), (OMARI, IDRISS), None, None, "Chuo and Haroun met.", "met"),
        ("consult", None, (OMARI, "Chad"), (OMARI, "Chad"), None, None, "Chuo met with Chad.", "met"),
        True,
        "a land is told for its minister",
    ),
    (
        ("consult", None, (OMARI, IDRISS), (OMARI, IDRISS), None, None, "Chuo and Haroun met.", "met"),
        ("consult", None, (OMARI, "Asha Bint"), (OMARI, "Asha Bint"), None, None, "Chuo met Bint.", "met"),
        False,
        "each circle has somebody whom the other lacks",
    ),
    (
        ("coerce", "seize", ("Kenya",), (), None, "a tanker", "Kenya seized a tanker.", "seized"),
        ("coerce", "seize", ("Kenya",), (), None, "papers of the harbour", "Kenya seized papers of the harbour.", "seized"),
        False,
        "two things",
    ),
    (
        ("coerce", "seize", ("Kenya",), (), None, "a tanker", "Kenya seized a tanker.", "seized"),
        ("coerce", "seize", ("Kenya",), (), None, None, "Kenya ousted the old board.", "ousted"),
        False,
        "many things are seized, and no word is the same",
    ),
    (
        ("coerce", "arrest", ("police",), ("man",), None, None, "Police arrested a man over the fire at the mill.", "arrested"),
        ("coerce", "arrest", ("police",), ("man",), None, None, "The police held a man over the fire in the old mill.", "held"),
        True,
        "nobody is named, but the sentences are alike",
    ),
    (
        ("coerce", "arrest", ("police",), ("man",), None, None, "Police arrested a man over the fire at the mill.", "arrested"),
        ("coerce", "arrest", ("police",), ("man",), None, None, "A man who sold cattle was led away by police.", "led away"),
        False,
        "any man and any police",
    ),
]  # fmt: skip


def told(first, second, statuses=("happened", "happened")) -> tuple[Story, list]:
    story = Story()
    events = []
    for n, (kind, mode, who, whom, when, thing, words, trigger) in enumerate((first, second)):
        story.article(f"paper {n}", "2031-05-10")
        event = story.told(
            f"paper {n}", words, trigger, kind, status=statuses[n], who=who, whom=whom, when=when,
            thing=thing, mode=mode,
        )  # fmt: skip
        events.append(event)
    return story, events


@pytest.mark.parametrize(("first", "second", "may", "why"), PAIRS, ids=[pair[3] for pair in PAIRS])
def test_what_may_be_one(first, second, may, why) -> None:
    story, (one, two) = told(first, second)
    retold = Retold(story.record())
    assert retold.may_be_one(one, two) is may, why
    assert retold.may_be_one(two, one) is may, "it does not matter which was told first"


def test_a_threat_is_no_telling_of_the_deed() -> None:
    story, (one, two) = told(*PAIRS[0][:2], statuses=("happened", "threatened"))
    assert not Retold(story.record()).may_be_one(one, two)


def test_a_month_later_it_is_seldom_news() -> None:
    story, (one, two) = told(*PAIRS[0][:2])
    story.days["paper 1"] = "2031-07-10"
    assert not Retold(story.record()).may_be_one(one, two)


def test_the_brief_prints_it_once() -> None:
    first = (
        "assault",
        "firearms",
        (OMARI,),
        (),
        "2031-05-09",
        None,
        "Chuo shot at guards of the mill on Friday.",
        "shot",
    )
    second = (
        "assault",
        None,
        (OMARI,),
        ("guards",),
        None,
        None,
        "He attacked guards there, the miller said.",
        "attacked",
    )
    story, _ = told(first, second)
    known = brief(story.record()).sections[0].lines
    assert [line.words for line in known] == [first[6]]
    assert [other.words for other in known[0].retold] == [second[6]]
    assert known[0].standing.independent == 1, "what is perhaps one confirms nothing"
