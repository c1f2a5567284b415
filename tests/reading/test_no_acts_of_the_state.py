"""Who has a land's or a person's name before him and does not act for it: rebels, parties, firms, committees."""

import pytest

ACTING = [
    # sentence, who did it, why
    ("Chadian rebels attacked the town of Kova.", "Chadian rebels", "rebels fight their state"),
    ("Kenyan protesters burned a mill.", "Kenyan protesters", "a crowd is no state"),
    ("Ethiopian militia killed nine herders.", "Ethiopian militia", "nor is a militia"),
    ("Suriname's opposition alliance boycotted the vote.", "Suriname opposition alliance", "nor is who opposes it"),
    ("Kenya's main opposition party rejected the result.", "Kenya main opposition party", "nor is a party"),
    ("The Kenyan airline cancelled flights.", "Kenyan airline", "nor is a firm"),
    ("Mexican cartels attacked soldiers.", "Mexican cartels", "nor are gangs"),
    ("Nixon's committee paid the burglars.", "Nixon's committee", "what bears a person's name does things of its own"),
    ("The managing director of Norsk Kraft resigned.", "director of Norsk Kraft", "who resigns does so himself"),
    ("Kenya's army attacked the camp.", "Kenya", "an army acts for its state"),
    ("Kenyan police arrested nine men.", "Kenya", "so do police"),
    ("Norway's parliament approved the deal.", "Norway", "so does a parliament"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "who", "why"), ACTING)
def test_who_acts(reader, sentence, who, why):
    (event, *_) = reader.read(sentence, published="2026-02-06", as_is=True).events
    assert [source.name for source in event.sources] == [who], why


SAYING = [
    # sentence, who did it, why
    ("Chad's army said it had killed nine rebels.", ["Chad"], "the army of a land"),
    ("The army said it had killed nine rebels.", ["army"], "an army"),
    ("The report said it had killed the deal.", [], "a report does nothing"),
]


@pytest.mark.parametrize(("sentence", "who", "why"), SAYING)
def test_what_a_body_says_it_did(reader, sentence, who, why):
    (event, *_) = reader.read(sentence, published="2026-02-06", as_is=True).events
    assert [source.name for source in event.sources] == who, why
