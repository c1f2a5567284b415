"""What a text keeps apart: bullets, items of a live page, wrapped lines, notices about the report itself."""

import pytest

from secondsource.article import clean_text

BODY = "The harbour board of Lindmouth voted on Tuesday to close the old ferry pier after two inspections."
MORE = (
    "Residents said they had not been told of the decision before it was read out in the chamber."
)

BULLETS = [
    "- The pier closes on Friday for all boats over ten metres.",
    "- Two inspections found cracks in nine of its pillars.",
    "- A new pier would cost four million crowns.",
]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_bullets_stay_apart(between: str) -> None:
    article = clean_text(f"{BODY}\n\n{between.join(BULLETS)}\n\n{MORE}")
    paragraphs = article.text.split("\n\n")
    assert [one.lstrip("- ") for one in paragraphs[1:4]] == [one.lstrip("- ") for one in BULLETS]
    assert paragraphs[-1] == MORE


def test_items_of_a_live_page_stay_apart() -> None:
    items = [
        "10:15 The board has met behind closed doors since eight in the morning.",
        "10:42 Its chairman says that a vote will be held before noon.",
        "11:58 The vote is over and the pier will be closed.",
    ]
    article = clean_text(f"{BODY}\n\n" + "\n\n".join(items) + f"\n\n{MORE}")
    assert article.text.split("\n\n")[1:4] == items


def test_wrapped_lines_are_joined_and_parted_words_made_whole() -> None:
    wrapped = (
        "The harbour board of Lindmouth voted on Tuesday to close the old\n"
        "ferry pier, since two inspections in the spring had found that it\n"
        "was unsafe. The decision was taken behind closed doors after a con-\n"
        "versation of four hours, and no member would say how the vote had\n"
        "gone. Residents of the well-known quarter by the water said nobody\n"
        "had told them. They will meet again on Friday, in the same hall\n"
        "as before, and the chairman said that he would answer all they\n"
        "ask. The pier was built ninety years ago by the same family of well-\n"
        "known builders that made the lighthouse and the custom house.\n"
    )
    text = clean_text(wrapped).text
    assert "\n" not in text
    assert "after a conversation of four hours" in text, "a word parted at the end of a line"
    assert "family of well-known builders" in text, "stands with its hyphen elsewhere"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("The boardâ€™s chairman", "The board’s chairman"),
        ("â€œNobody asked usâ€\x9d, she said", "“Nobody asked us”, she said"),
        ("the cafÃ© at the pier", "the café at the pier"),
        ("a pier â€“ the oldest", "a pier – the oldest"),
        ("four Â£5 notes", "four £5 notes"),
    ],
)
def test_mojibake_is_read(broken: str, whole: str) -> None:
    article = clean_text(f"{BODY}\n\n{broken} on that evening, as many there recalled.\n\n{MORE}")
    assert f"{whole} on that evening" in article.text


@pytest.mark.parametrize(
    ("notice", "kind"),
    [
        ("Correction: An earlier version of this article gave a wrong number of pillars.", "correction"),
        ("This article was amended on 4 May to correct the name of the pier.", "correction"),
        ("Clarification: The board has nine members, of whom eight voted.", "clarification"),
        ("Correction, May 4, 2021: The pier has eighty pillars, not eighteen.", "correction"),
        ("CORRECTION (May 4, 9 a.m.): The pier has eighty pillars, not eighteen.", "correction"),
        ("Corrected on 4 May: the pier has eighty pillars, not eighteen.", "correction"),
        ("For the record: An earlier report gave the wrong number of pillars.", "correction"),
        ("Clarification, 4 May 2021: The board has nine members, of whom eight voted.", "clarification"),
        ("Editor’s note: This report was written before the vote was over.", "editors-note"),
    ],
)  # fmt: skip
def test_notices_are_kept_as_such(notice: str, kind: str) -> None:
    article = clean_text(f"{BODY}\n\n{MORE}\n\n{notice}")
    assert [one.kind for one in article.notices] == [kind]
    (found,) = article.notices
    held = (
        article.text
        if found.citation.part == "text"
        else article.removed[int(found.citation.part.partition(":")[2])].words
    )
    assert held[found.citation.start : found.citation.end] == notice


@pytest.mark.parametrize(
    "sentence",
    [
        "The correction of the minutes took an hour, she said.",
        "Correction of the minutes took an hour, she said.",
        "Corrected on Monday, the minutes were read again, she said.",
        "For the record of the board the minutes were read again, she said.",
    ],
)
def test_news_of_a_correction_is_no_notice(sentence: str) -> None:
    article = clean_text(f"{BODY}\n\n{sentence}\n\n{MORE}")
    assert article.notices == ()
    assert sentence in article.text


FURNITURE = [
    "Story resumes below the advertisement",
    "The article continues below",
    "ALSO SEE | Why the piers of the coast are so old",
    "Read next – Ten piers to see before they go",
    "Our Standards: The Norland Trust Principles.",
    "Wayback Machine 12 captures 4 May 2021 - 9 Jun 2021",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_between_paragraphs(line: str) -> None:
    article = clean_text(f"{BODY}\n\n{line}\n\n{MORE}")
    assert line not in article.text
    assert line in [removal.words for removal in article.removed]


def test_a_story_that_continues_is_body() -> None:
    sentence = "The story continues in the courts, where the owner of the pier will have to answer for its state."
    assert sentence in clean_text(f"{BODY}\n\n{sentence}\n\n{MORE}").text
