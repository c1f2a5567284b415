"""What events are called for people."""

import pytest

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


@pytest.mark.parametrize(
    ("trigger", "words"),
    [
        ("pledges", "promise"),
        ("agreed", "agreement"),
        (None, "agreement"),  # its own words are not known here
    ],
)
def test_a_promise_is_no_agreement(trigger: str | None, words: str) -> None:
    assert event_words("agree", None, trigger) == words


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
