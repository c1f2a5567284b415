"""Denials that stand beside what they deny, or say themselves what that is: which claim they contest, and whose."""

import pytest
from tests.record.conflicting import conflicts_of

DAY = "2031-05-12"

BESIDE = [
    (
        "The union said guards beat two strikers on Monday, a charge rejected by Corvane Mining.",
        "told by union, denied by Corvane Mining",
        "behind a comma, by who is named last",
    ),
    (
        "Engineers said the dam at Jebba was leaking. The ministry disputed the engineers' claim.",
        "told by Engineers, denied by ministry",
        "whose claim it is stands with it",
    ),
    (
        "Engineers said the dam at Jebba was leaking. The ministry disputed the union's claim.",
        None,
        "and here it is another's",
    ),
    (
        "A spokesman said the mine had trained its guards. The mine said that all of the claims in Pell's suit were false.",
        None,
        "nor is who stands in another's suit the spokesman",
    ),
    (
        "The minister said rigs were checked, and an engineer, Lena Sow, said Corvane Oil had hidden a leak."
        " Corvane Oil denied the allegation.",
        "told by Lena Sow, denied by Corvane Oil",
        "of two who speak the last is answered",
    ),
    (
        "Chad accuses the mine of dumping waste. Its manager, Jonas Brandt, said the charge was absurd.",
        "told by Chad, denied by Jonas Brandt",
        "called absurd",
    ),
    (
        "The minister said trains would run on Friday. Corvane Mining disputed the charges brought by the state.",
        None,
        "what is held against somebody is about him",
    ),
    (
        "Divers found five leaks, the coast guard said. Jonas Brandt dismissed them as drips.",
        None,
        "leaks are no claim",
    ),
    (
        "Omari Pell told the court that his partner sold the ivory. Lena Sow, who denies the charge, was not in court.",
        None,
        "she is only described",
    ),
    (
        "Omari Pell did not say that the talks were off. Lena Sow said the accusation was baseless.",
        None,
        "what is not said is no claim",
    ),
    (
        "The union fears that the mine will close. The mine's manager, Jonas Brandt, denied it.",
        None,
        "nor is what is feared",
    ),
    (
        "Scouts said the bridge at Wau had fallen. Some officers disputed the report's date.",
        None,
        "something of the report, and not the report",
    ),
    (
        "The mayor, Rosa Achieng, said workers told her that they had no time to leave the lift.",
        None,
        "who passes on what was said does not contest it",
    ),
    (
        "The army said rebels might attack Bol. The rebels denied that they had attacked Bol.",
        None,
        "what may come is not told as done",
    ),
    (
        "Some doctors say the villagers should be moved to the coast. The village council rejects the claim.",
        None,
        "what ought to be is no claim",
    ),
    (
        '"There was never a plan," the singer said. The band sang Say It\'s Not True at the harbour.',
        None,
        "the name of a song",
    ),
    (
        "The judge said he could not speak of her account to the police, but several findings contradicted her account.",
        None,
        "what does not agree is told by nobody",
    ),
    (
        "A poll by Corvane says fishermen who say they'll vote in the union's ballot want Rosa Achieng. \"I have never voted in a"
        ' ballot," said Lena Sow.',
        None,
        "what somebody never did before is no denial of what others will do",
    ),
]


@pytest.mark.parametrize(("text", "reason", "why"), BESIDE)
def test_a_denial_beside_a_claim(record, text, reason, why):
    found = conflicts_of("polarity", record((text, DAY)))
    assert [conflict.reason for conflict in found] == ([reason] if reason else []), why


FROM_AFAR = [
    (
        "Malawi accused Zambia of shelling Mchinji on Friday.",
        "Zambia denied shelling Mchinji.",
        True,
        "with all that is denied",
    ),
    (
        "Malawi accused Zambia of shelling Mchinji on Friday.",
        "Zambia denied shelling Chipata.",
        False,
        "another town",
    ),
    (
        "Malawi accused Zambia of shelling Mchinji on Friday.",
        "Zambia denied it.",
        False,
        "of another report nobody knows what it takes up",
    ),
    (
        "The mayor said that Mchinji had a market.",
        "Zambia did not shell Mchinji, its foreign minister said.",
        False,
        "who shares a name has not told the deed",
    ),
    (
        "Zambia said it had not shelled Mchinji.",
        "Malawi denied that Zambia had shelled Mchinji.",
        False,
        "both say that it was not so",
    ),
    (
        "Malawi accused Omari Pell of being the informer of the Sultan.",
        "Omari Pell denied that he was the informer of the Sultan.",
        True,
        "he is who is told of there",
    ),
    (
        "A lawyer said the plot had been found out with the help of the informer of the Sultan.",
        "Omari Pell denied that he was the informer of the Sultan.",
        False,
        "that there is one says nothing of him",
    ),
    (
        "Malawi accused Lena Sow of being the informer of the Sultan.",
        "Omari Pell denied that he was the informer of the Sultan.",
        False,
        "another is called so",
    ),
    (
        "Doctors named the Lira fever as what caused the death.",
        "Omari Pell has denied causing the death in Lira.",
        False,
        "what caused it is not he",
    ),
    (
        "Zambian guns shelled Mchinji on Friday, farmers said.",
        "Zambia denied shelling Mchinji.",
        True,
        "a land is named by its adjective too",
    ),
]


@pytest.mark.parametrize(("one", "two", "contested", "why"), FROM_AFAR)
def test_a_denial_in_another_report(record, one, two, contested, why):
    story = record((one, "2031-05-11"), (two, DAY))
    assert bool(conflicts_of("polarity", story)) is contested, why


def test_a_claim_long_ago_is_not_what_is_denied_now(record):
    one, two, *_ = FROM_AFAR[0]
    assert not conflicts_of("polarity", record((one, "2030-05-11"), (two, DAY)))


def test_that_something_was_said_is_not_contested(record):
    story = record(("The inspector said the brakes had failed. The railway denied that.", DAY))
    assert story.conflicts
    assert not any("contested" in claim.standing.flags for claim in story.claims)


def test_what_is_told_and_denied_is_flagged_so(record):
    text = "Kenya accused Tanzania's police of beating four skippers. Tanzania's foreign ministry rejected the accusation."
    flags = {
        claim.standing.flags
        for claim in record((text, DAY)).claims
        if claim.kind == "event" and claim.status == "alleged"
    }
    assert flags == {("contested", "denied")}


CONTESTED_DEEDS = [
    (
        "Chad said Niger's soldiers had attacked the camp. Niger rejected Chad's claim.",
        True,
        "the deed is what is told",
    ),
    (
        "Chad said the families were wrong that its soldiers had attacked the camp. Lena Sow rejected Chad's claim.",
        False,
        "the claim is that they were wrong",
    ),
    (
        "Rosa Achieng said Omari Pell may be warning the press and Niger had attacked the camp. Pell denied his role.",
        False,
        "his warning is denied, not the other deed",
    ),
]


@pytest.mark.parametrize(("text", "contested", "why"), CONTESTED_DEEDS)
def test_the_deed_that_is_contested(record, text, contested, why):
    deeds = [
        claim
        for claim in record((text, DAY)).claims
        if claim.kind == "event" and claim.status != "denied"
    ]
    assert any("denied" in claim.standing.flags for claim in deeds) is contested, why
