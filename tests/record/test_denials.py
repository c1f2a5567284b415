"""Denials and the claims that they deny: of one side in another grain, without a doer, and in the next sentence."""

import pytest
from tests.record.conflicting import conflicts_of

ANSWERED = [
    (
        "Envoys of Chad and Niger met in Zinder on Saturday, mediators said."
        " Niger's foreign ministry denied that any talks had taken place.",
        True,
        "the report itself has the one as the answer to the other",
    ),
    (
        "Rebels captured the town of Bol on Monday, residents said."
        " The army denied that the town had fallen.",
        True,
        "told by another word of the same mode",
    ),
    (
        "Kenyan police arrested Omari Chuo in Mombasa on Friday, his lawyer said.\n\n"
        "Tanzania denied that its soldiers had arrested Ann Bell.",
        False,
        "another deed of another side",
    ),
    (
        "Rebels bombed the market of Bol on Monday, residents said."
        " Ann Bell denied that the rebels had burned the school.",
        False,
        "another thing",
    ),
    (
        "Envoys of Chad and Niger met in Zinder on Saturday, mediators said."
        " The road was closed, and many shops did not open."
        " Niger's foreign ministry denied that any talks had taken place on water.",
        False,
        "a sentence lies between, so it is not known what is answered",
    ),
    (
        "Ann Bell said soldiers had shelled Bol and denied that they had attacked the camp.",
        False,
        "one voice does not answer itself",
    ),
    (
        "Rebels seized Bol on Monday, residents said."
        " Ann Bell denied that the rebels would seize Mao.",
        False,
        "nor is what is to come denied as done",
    ),
    (
        "Chad has mobilized 50 of its soldiers, a minister said."
        " The governor rejected the notion that money decides how many soldiers they mobilize.",
        False,
        "how it is done is denied, not that it is",
    ),
    (
        "Rebels killed nine traders in Bol, residents said."
        " The rebels denied having killed more than two traders.",
        False,
        "denied in part",
    ),
]


@pytest.mark.parametrize(("text", "contested", "why"), ANSWERED)
def test_a_denial_right_after_the_claim(record, text, contested, why):
    assert bool(conflicts_of("polarity", record((text, "2031-05-12")))) is contested, why


IN_ANOTHER_GRAIN = [
    (
        "Chadian troops shelled the village of Bosso on Friday, Niger's army said.",
        "Chad did not shell the village of Bosso on Friday, its foreign minister said.",
        True,
        "the troops of a land and the land",
    ),
    (
        "Chadian troops fired rockets at the village of Bosso on Friday, Niger's army said.",
        "Chad denied that rockets had been fired at the village of Bosso on Friday.",
        True,
        "who denies for his own land may leave out who did it",
    ),
    (
        "Chadian troops shelled the village of Bosso on Friday, residents said.",
        "Niger did not shell the village of Bosso on Friday, its foreign minister said.",
        False,
        "another land",
    ),
    (
        "Chadian troops shelled the village of Bosso on Friday, residents said.",
        "Chad did not shell the harbour of Bol on Friday, its foreign minister said.",
        False,
        "another place and thing",
    ),
    (
        "The Chadian army arrested nine traders in Bosso on Friday, residents said.",
        "The Chadian navy did not arrest any skippers on Friday, a spokesman said.",
        False,
        "two bodies of one land",
    ),
    (
        "Chadian troops shelled the village of Bosso on 2 May, residents said.",
        "Chad denied that its troops had shelled the village of Bosso on 9 May.",
        False,
        "another day",
    ),
    (
        "Chad's aggression against the village of Bosso has not lessened.",
        "It is a pity that Chad is not going after Bol with the same aggression as the village of Bosso.",
        False,
        "a remark with a not, by nobody who denies",
    ),
    (
        "Chadian troops attacked the village of Bosso on Friday, residents said.",
        "Niger's army foiled an attack by Chadian troops on the village of Bosso on Friday, it said.",
        False,
        "what was foiled was tried, and nobody denies it",
    ),
]


@pytest.mark.parametrize(("one", "two", "contested", "why"), IN_ANOTHER_GRAIN)
def test_a_denial_of_one_side_in_another_grain(record, one, two, contested, why):
    story = record((one, "2031-05-11"), (two, "2031-05-12"))
    assert bool(conflicts_of("polarity", story)) is contested, why


def test_who_reads_sees_both_sides_contested(record):
    text = ANSWERED[0][0]
    flags = {
        claim.status: claim.standing.flags
        for claim in record((text, "2031-05-12")).claims
        if claim.kind == "event" and "contested" in claim.standing.flags
    }
    assert flags == {"denied": ("contested",), "happened": ("contested", "denied")}
