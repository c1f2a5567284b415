"""The clauses that a sentence joins, and what is pasted along with it."""

import pytest

from secondsource.check.grammar.joined import clauses_of, is_of_one, without_marks


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "Chad closed the border on Monday, and Niger recalled its envoy.",
            ("Chad closed the border on Monday.", "Niger recalled its envoy."),
        ),
        (
            "The minister arrived on Monday but did not meet the rebels.",
            ("The minister arrived on Monday.", "The minister did not meet the rebels."),
        ),
        (
            "Three trucks were stopped at dawn and searched for weapons.",
            (
                "Three trucks were stopped at dawn.",
                "Three trucks were searched for weapons.",
            ),
        ),
        (
            "Chad paid the fee, while Niger refused to pay it.",
            ("Chad paid the fee.", "Niger refused to pay it."),
        ),
        # One object of two verbs, a thing pointed at, two objects, and what somebody says stay together.
        ("The police seized and burned the boats.", None),
        ("The army fired a missile and it hit a school.", None),
        ("Chad closed the border and the airport.", None),
        ("The minister said that the border was closed and that troops had left.", None),
    ],
)
def test_joined_clauses(reader, text: str, clauses: tuple[str, ...] | None):
    assert clauses_of(reader.pipeline(text)) == (clauses or (text,))


def test_whose_clauses(reader):
    assert is_of_one(reader.pipeline("The minister arrived on Monday and left on Friday."))
    assert not is_of_one(
        reader.pipeline("Chad closed the border on Monday, and Niger recalled its envoy.")
    )


def test_a_capital_that_is_described_is_named(reader):
    text = "The envoys met in the Norwegian capital and signed a paper."
    assert clauses_of(reader.pipeline(text)) == (
        "The envoys met in Oslo.",
        "The envoys signed a paper.",
    )


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("BREAKING: Ships sank", "          Ships sank"),
        ("\U0001f6a8 Ships sank off #Chad", "  Ships sank off  Chad"),
        ("Ships sank https://a.example/b", "Ships sank " + " " * 19),
        ("He said: ships sank", "He said: ships sank"),
    ],
)
def test_marks_are_blanked(text: str, plain: str):
    assert without_marks(text) == plain
