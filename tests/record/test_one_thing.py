"""Which numbers of one noun stand in one series: those that are told of one thing."""

from collections.abc import Callable

import pytest

from secondsource.model.record import Record

DAY, NEXT = "2031-05-12", "2031-05-14"

STORIES = [
    (
        (("The Reed Party put up 37 candidates. The Lake Party put up 46 candidates.", DAY),),
        {("37",), ("46",)},
        "a report that gives two numbers for one time knows them for two",
    ),
    (
        (
            ("Some 288 candidates run for the new house in Lira.", DAY),
            ("In all 288 candidates hope for a seat, and 61 candidates are women.", DAY),
        ),
        {("Some 288", "288"), ("61",)},
        "one number told again is one thing, another in a report of both is not",
    ),
    (
        (
            ("Guards at the depot near Lira seized 12 rifles from a lorry.", DAY),
            ("The museum of the old navy shows 15 rifles and a drum.", NEXT),
        ),
        {("12",), ("15",)},
        "told of two things",
    ),
    (
        (
            ("The customs office in Lira has seized 12 rifles at the northern bridge.", DAY),
            ("The customs office in Lira has now seized 15 rifles at the northern bridge.", NEXT),
        ),
        {("12", "15")},
        "told of one thing in like words on two days",
    ),
    (
        (("The yard has 310 welders, up from 250 welders last year.", DAY),),
        {("310", "250")},
        "the sentence says that the one became the other",
    ),
    (
        (("Fourteen states have banned the spray and 14 states have sued its maker.", DAY),),
        {("Fourteen",), ("14",)},
        "one number twice in a sentence is of two things",
    ),
    (
        (
            (
                "The union said 900 workers had marched in Lira. The mill said 200 workers had marched.",
                DAY,
            ),
        ),
        {("900", "200")},
        "two sides side by side count one thing",
    ),
    (
        (
            ("The agency has received nearly 300,000 letters on the rule.", DAY),
            (
                "Of the letters on the rule, officials said more than 280,000 of the letters were hostile.",
                DAY,
            ),
        ),
        {("nearly 300,000",), ("more than 280,000",)},
        "so many of the letters are a part of them",
    ),
    (
        (
            (
                "The agency received nearly 235,000 letters, at least 208,000 of which were copies.",
                DAY,
            ),
        ),
        {("nearly 235,000",), ("at least 208,000",)},
        "of which",
    ),
    (
        (
            ("Police arrested three people after the match in Lira.", DAY),
            ("Four people were arrested, the mayor said, when fans fought by the river.", DAY),
        ),
        {("three", "Four")},
        "what became of people is told in many words: scenes tell what moved",
    ),
]


@pytest.mark.parametrize(("reports", "expected", "why"), STORIES)
def test_numbers_of_one_series(
    record: Callable[..., Record],
    reports: tuple[tuple[str, str], ...],
    expected: set[tuple[str, ...]],
    why: str,
) -> None:
    told = {
        tuple(sorted(point.words for point in series.points)) for series in record(*reports).series
    }
    wanted = {tuple(sorted(words)) for words in expected}
    assert wanted <= told, why
