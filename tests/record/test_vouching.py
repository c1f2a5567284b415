"""What a voice only speaks of, it does not vouch for; what one tells in another's words is one source with it."""

import pytest

from secondsource.model.statement import Statement, Voice
from secondsource.model.text import Citation
from secondsource.record.terms import first_sum, is_to_refrain
from secondsource.record.vouching import (
    is_age_beside_a_name,
    is_heard,
    is_own_act,
    is_own_condition,
    is_own_view,
    vouches,
)


def statement(cue: str | None, content: str, mode: str = "indirect") -> Statement:
    return Statement(
        id="statement",
        source=None,
        cue=Citation(start=0, end=len(cue), words=cue) if cue else None,
        content=(Citation(start=100, end=100 + len(content), words=content),),
        mode=mode,  # type: ignore[arg-type]
        parent=None,
        doubtful=False,
        voice=Voice(kind="named", name="Omari Chuo"),
    )


@pytest.mark.parametrize(
    ("cue", "content", "words", "vouched", "why"),
    [
        ("said", "that 14 sailors had died", "14", True, "it is what is said"),
        ("has confirmed", "it raised 14 boats on Monday", "14", True, "confirmed"),
        (
            "'s announcement",
            "that it will pay 14 million shillings",
            "14",
            True,
            "a noun of telling",
        ),
        ("said", "that Chad had asked for the release of Ann Bell", "release", True, "is asked"),
        ("said", "that Chad had demanded the return of the boats", "return", True, "is asked"),
        ("said", "that Chad had praised the release of Ann Bell", "release", False, "is known"),
        ("said", "that Chad had asked about the release of Ann Bell", "release", False, "is known"),
        ("warned", "repairs could take 14 months", "14", True, "a forecast of his own"),
        (":", "14 boats are gone", "14", True, "a colon tells"),
        ("agreed", "to pay 14 million shillings", "14", False, "told by the paper, said by nobody"),
        ("plans", "to close 14 camps", "14", False, "what somebody plans the paper tells"),
        ("said", "As of Monday, the company had paid 14 millions", "14", True, "a day in front"),
        ("said", "After the storm passed, 14 boats were raised", "14", True, "a clause in front"),
        (
            "said",
            "it was shameful that 14 sailors had died",
            "14",
            False,
            "judged, so taken as known",
        ),
        (
            "said",
            "he was relieved that 14 boats were found",
            "14",
            False,
            "felt, so taken as known",
        ),
        (
            "repeatedly ignored",
            "warnings of 14 cracks in the dam",
            "14",
            False,
            "who ignores a thing again and again repeats nothing",
        ),
        ("has repeatedly said", "that 14 sailors had died", "14", True, "said, and more than once"),
        ("said", "he was pleased to announce that 14 boats were found", "14", True, "announced"),
        ("said", "the 14 millions were not a cap", "14", False, "known already: the"),
        ("said", "the ministry's 14 millions were too little", "14", False, "known already: whose"),
        ("called", "the storm, in which 14 sailors died, a warning", "14", False, "no telling"),
        (
            "said",
            "it was his first rest since the storm killed 14 sailors",
            "14",
            False,
            "in passing",
        ),
        (
            "said",
            "it was forming crews that would allow 14 boats to sail",
            "14",
            True,
            "a plan of its own",
        ),
        ("said", "the boat that took 14 sailors was old", "14", False, "in passing"),
        ("complained", "that the port was forced to pay 14 millions", "14", False, "a complaint"),
        ("has appointed", "Ann Bell to run a fund of 14 millions", "14", False, "a deed"),
        ("said", "the release of the crew was a mistake", "release", False, "a deed as known"),
        ("said", "the reported 14 boats were small", "14", False, "reported by others"),
        ("will announce", "that 14 boats are to be built", "14", False, "nobody has said it yet"),
        ("is expected to say", "that 14 boats were lost", "14", False, "not yet"),
        ("may pledge", "14 millions for the port", "14", False, "not yet, and perhaps never"),
        ("would say only", "that 14 boats were lost", "14", True, "that much was said"),
        ("could confirm", "that 14 boats were lost", "14", True, "and was confirmed"),
    ],
)
def test_what_a_voice_vouches_for(cue, content, words, vouched, why):
    start = 100 + content.index(words)
    cited = Citation(start=start, end=start + len(words), words=words)
    assert vouches(statement(cue, content), cited) is vouched, why


@pytest.mark.parametrize(
    ("cue", "mode", "heard"),
    [("said", "indirect", True), ("blasted", "mixed", True), ("voted for", "indirect", False)],
)
def test_what_was_heard(cue, mode, heard):
    assert is_heard(statement(cue, "a law on boats", mode)) is heard


@pytest.mark.parametrize(
    ("cue", "status", "own", "why"),
    [
        ("demanded", "demanded", True, "who demands vouches that it is demanded"),
        ("has threatened", "threatened", True, "a threat is made by its words"),
        ("denies", "denied", True, "a denial too"),
        ("criticised", "demanded", False, "who criticises a demand does not make it"),
        ("demanded", "happened", False, "what is demanded has not happened"),
        (None, "demanded", False, "nothing says so"),
        ("will demand", "demanded", False, "nobody has demanded it yet"),
        ("is to threaten", "threatened", False, "nor threatened"),
    ],
)
def test_what_is_done_by_saying_it(cue, status, own, why):
    assert is_own_act(statement(cue, "the resignation of the mayor"), status) is own, why


@pytest.mark.parametrize(
    ("cue", "own", "why"),
    [
        ("believe", True, "who believes that it could be vouches for the belief"),
        ("estimate", True, "an estimate of one's own"),
        ("mocked", False, "no view on what is to come"),
    ],
)
def test_views_on_what_is_to_come(cue, own, why):
    content = "that if the dam fails, 14 villages could be lost"
    start = 100 + content.index("14")
    cited = Citation(start=start, end=start + 2, words="14")
    assert is_own_view(statement(cue, content, "attitude"), cited) is own, why


@pytest.mark.parametrize(
    ("after", "amount"),
    [
        (" to pay $20bn into a fund", {20e9}),
        (" to pay $1.5 million", {1.5e6}),
        (" to give £3,000 to each", {3000.0}),
        (" to leave and pay $5m", set()),
        (" to leave", set()),
    ],
)
def test_first_sum_of_money(after, amount):
    assert first_sum(after) == amount


def test_what_is_not_to_be_done():
    assert is_to_refrain(" on Monday not to sail")
    assert not is_to_refrain(" to sail and not to fish")


@pytest.mark.parametrize(
    ("cue", "mode", "status", "own", "why"),
    [
        ("warned of", "indirect", "conditional", True, "who sets the condition"),
        ("warned of", "indirect", "happened", False, "what has happened hangs on nothing"),
        ("declined to say", "refusal", "conditional", False, "who will not say sets none"),
        ("fears", "attitude", "conditional", False, "nor who only fears"),
        ("welcomed", "indirect", "conditional", False, "nor who speaks of another's"),
    ],
)
def test_who_sets_a_condition_vouches_for_it(cue, mode, status, own, why):
    assert is_own_condition(statement(cue, "war if the fleet sails", mode), status) is own, why


@pytest.mark.parametrize(
    ("sentence", "number", "beside", "why"),
    [
        ("Omari Chuo, 38, said nothing, police said.", "38", True, "between commas"),
        ("Omari Chuo, aged 38, fled, police said.", "38", True, "with a word more"),
        ("Police held 38-year-old Omari Chuo, a spokesman said.", "38-year-old", True, "in front"),
        ("Omari Chuo is 38, police said.", "38", False, "it is what they say"),
        ("The man they hold is 38 years old, police said.", "38", False, "so here"),
        (
            "Police held a 38-year-old man, a spokesman said.",
            "38-year-old",
            False,
            "nobody is named",
        ),
    ],
)
def test_an_age_beside_a_name_is_the_papers_own(sentence, number, beside, why):
    assert is_age_beside_a_name(number, sentence, sentence.index(number)) is beside, why
