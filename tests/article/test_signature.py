"""An agency in brackets: under a report its signature, under a picture its credit, in a sentence an explanation."""

import pytest

from secondsource.article import clean_text

BODY = (
    "The council of Brezna voted on Monday to close the old tram line for good. The mayor said that the money was gone.\n\n"
    "Two members left the hall before the vote, which a court had twice put off since the spring.\n\n"
)

LAST = [
    ("The company that runs the line declined to comment on the vote. (Reuters)", True, ("Reuters",), "a short last paragraph"),
    ("Another vote is planned for the last week of May, when the members who left have promised to be back in their seats and to bring the ruling of the court with them. (dpa/gem)", True, ("dpa",), "with the writer's letters"),
    ("The line opened in 1921 and was the first of its kind in the whole valley of the Sela. (AP, AFP)", True, ("AP", "AFP"), "two agencies"),
    ("Workers carry rails near the river in Brezna on Monday. (AFP)", False, (), "a picture's caption"),
    ("The town hall of Brezna. (AP Photo/Jana Tell)", False, (), "a caption with its photographer"),
    ("The vote was first reported on Sunday evening by the Associated Press (AP).", True, (), "an explanation of letters"),
]  # fmt: skip


@pytest.mark.parametrize(("last", "kept", "agencies", "why"), LAST, ids=[row[3] for row in LAST])
def test_signatures(last: str, kept: bool, agencies: tuple[str, ...], why: str) -> None:
    article = clean_text(BODY + last + "\n")
    assert article.text.endswith(last) == kept, why
    signed = [
        credit.citation
        for credit in article.credit_lines
        if credit.kind == "agency" and credit.citation.part == "text"
    ]
    assert tuple(article.text[one.start : one.end] for one in signed) == agencies, why
    assert len(article.agencies) == len(agencies), why


def test_a_long_paragraph_within_the_text_is_no_caption() -> None:
    signed = (
        "The minister had promised in March that no line would be closed before the new buses had come, and said on Friday that he"
        " stood by every word of it, whatever the council of the town might decide in its own right. (dpa)"
    )
    article = clean_text(
        BODY + signed + "\n\nThe buses have been ordered from a works in the north.\n"
    )
    assert signed in article.text
