"""What events are called for people."""

import pytest

from secondsource.lexicon.events import entries
from secondsource.lexicon.tables import read_toml
from secondsource.views.event_words import event_words, who_words


@pytest.mark.parametrize(
    ("event_type", "mode", "words"),
    [
        ("coerce", "seize", "seizure"),
        ("coerce", None, "coercion"),
        ("retreat", "resign", "resignation"),
        ("assault", "aerial", "attack"),  # a mode without a name of its own
        ("unheard-of", None, "unheard-of"),  # a type of a newer record
    ],
)
def test_an_event_is_called_by_its_mode_else_by_its_type(
    event_type: str, mode: str | None, words: str
) -> None:
    assert event_words(event_type, mode) == words


BY_WORD = [
    # type, mode, the words that tell of it, name, why
    ("agree", None, "pledges", "promise", "who promises agrees with nobody"),
    ("agree", None, "signed a peace deal", "agreement", "no word of it has a name of its own"),
    ("agree", None, "offered", "offer", "an offer is not yet taken"),
    ("agree", None, None, "agreement", "its own words are not known here"),
    ("support", None, "named", "appointment", "a deputy who is named is not thereby praised"),
    ("support", None, "were elected", "election", "voters choose"),
    ("sanction", None, "ruled", "court ruling", "a judge rules"),
    ("sanction", None, "laid off", "job cuts", "a firm does not punish its workers"),
    ("reject", None, "summoned", "summons", "an envoy who is summoned is not refused"),
    ("consult", "visit", "arrived", "visit", "who arrives need not meet anybody"),
    ("consult", "visit", "meet", "meeting or talks", "who goes somewhere to meet is told to meet"),
    (
        "retreat",
        "withdraw",
        "leaving",
        "departure",
        "a column that leaves its barracks gives nothing up",
    ),
    ("accuse", "investigate", "opened an inquiry", "investigation", "nobody is accused yet"),
    ("retreat", None, "fled", "flight", "a crowd that flees does not calm a conflict"),
    ("assault", None, "collided", "collision", "two ferries in fog attack nobody"),
    ("retreat", "ceasefire", "suspended", "suspension", "a strike that is suspended is no truce"),
    ("coerce", "restrict", "closed", "closure", "narrower than its mode"),
]


@pytest.mark.parametrize(("event_type", "mode", "trigger", "words", "why"), BY_WORD)
def test_an_event_is_called_by_the_word_that_tells_of_it(event_type, mode, trigger, words, why):
    assert event_words(event_type, mode, trigger) == words, why


def test_a_word_that_names_a_kind_is_a_word_of_that_type() -> None:
    table = read_toml("kind_words.toml")
    known = {(entry.type, word) for entry in entries() for word in entry.word.split()}
    named = {
        (event_type, word)
        for event_type, names in table["word"].items()
        for words in names.values()
        for word in words.split()
    }
    assert named <= known
    assert set(table["mode"]) <= {f"{entry.type}-{entry.mode}" for entry in entries()}


WHO = [
    # who takes part, to whom it is done, words, why
    (["Chad", "Mali"], [], "Chad, Mali", "both do it"),
    (["Chad", "Mali"], ["Mali"], "Chad -> Mali", "one does it to the other"),
    (["Mali"], ["Mali"], "-> Mali", "who suffers it has not done it"),
    ([], [], "", "nobody is known"),
]


@pytest.mark.parametrize(("who", "to", "words", "why"), WHO)
def test_who_takes_part(who, to, words, why):
    assert who_words(who, to) == words, why
