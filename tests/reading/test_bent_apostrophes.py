"""Apostrophes as typesetters bend them: a "not" that is not heard makes a deed of what was not done."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

DEEDS = [
    # text with straight apostrophes, trigger
    ("Ann Bell swore that she hadn't discussed it with Omari Chuo.", "discussed"),
    ("The premier said they didn't attack the town.", "attack"),
    ("They won't meet the rebels.", "meet"),
    ("Chad hasn't signed the deal.", "signed the deal"),
    ("The rebels couldn't seize the mill.", "seize"),
    ("Omari Chuo said he'd visit Lamu in May.", "visit"),
]


@pytest.mark.parametrize(("text", "trigger"), DEEDS)
@pytest.mark.parametrize("apostrophe", ["’", "ʼ"])
def test_a_bent_apostrophe_changes_nothing(read: Read, text, trigger, apostrophe) -> None:
    def statuses(words: str) -> list[tuple[str, str]]:
        events = read(words, "2031-05-10").events
        return [
            (event.citation.words, event.status)
            for event in events
            if event.citation.words == trigger
        ]

    straight = statuses(text)
    assert straight
    assert straight[0][1] not in ("happened", "ongoing")
    assert statuses(text.replace("'", apostrophe)) == straight


def test_the_words_of_the_text_stay_as_they_are(read: Read) -> None:
    text = "Ann Bell said the port hadn’t closed. “We didn’t close it,” she said."
    words = [piece.words for each in read(text).statements for piece in each.content]
    assert words
    assert all(piece in text for piece in words)
    assert any("hadn’t" in piece for piece in words)
