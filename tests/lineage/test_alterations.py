"""What a copy changed: one change put into a copy, and the alteration that must say so."""

import pytest
from invented import DAM, article

from secondsource.lineage import trace

CASES = [
    ("About 3,200 people", "About 2,300 people", ("figure", "3,200", "2,300")),
    ("a crack 14 metres long", "a crack forty metres long", ("figure", "14", "forty")),
    ("Nils Bergqvist", "Nils Lindholm", ("name", "Bergqvist", "Lindholm")),
    ("on Sunday evening", "on Saturday evening", ("date", "Sunday", "Saturday")),
    ("its director, Nils", "its spokesman, Nils", ("role", "director", "spokesman")),
    ("said he would not leave", "said he would leave", ("negation", "not", "")),
    ("The county may ask", "The county will ask", ("hedge", "may", "")),
    (
        "so that we can look at it in peace",
        "to look at it quietly",
        (
            "quotation",
            "We are lowering the water so that we can look at it in peace",
            "We are lowering the water to look at it quietly",
        ),
    ),
]


@pytest.mark.parametrize(("was", "became", "expected"), CASES, ids=[case[2][0] for case in CASES])
def test_one_change_is_one_alteration(
    was: str, became: str, expected: tuple[str, str, str]
) -> None:
    assert was in DAM
    lineage = trace(
        [
            article("first", DAM, "2024-05-06"),
            article("copy", DAM.replace(was, became), "2024-05-07"),
        ]
    )
    (passage,) = lineage.passages
    assert [(a.kind, a.was, a.became) for a in passage.alterations] == [expected]


def test_a_sentence_left_out_and_one_put_in_are_told() -> None:
    copy = DAM.replace(
        "Two schools and a sawmill have been closed.", "The ferry is free this week."
    )
    lineage = trace([article("first", DAM, "2024-05-06"), article("copy", copy, "2024-05-07")])
    kinds = {a.kind for passage in lineage.passages for a in passage.alterations}
    assert kinds <= {"omitted", "added", "figure"}


def test_other_typing_is_no_alteration() -> None:
    copy = DAM.replace('"', "“").replace("'", "’").replace(" 14 metres", "  14 metres")
    lineage = trace([article("first", DAM, "2024-05-06"), article("copy", copy, "2024-05-07")])
    assert [(p.kind, p.alterations) for p in lineage.passages] == [("copy", ())]
