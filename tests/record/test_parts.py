"""A part stands in no series with its whole, and what two sides count did not move."""

from collections.abc import Callable

import pytest

from secondsource.model.record import Record

PARTS = [
    ("Lake Navy officials said 31 trucks out of 52 got through to Tanga.", "of a number behind it"),
    ("Of the 8,200 trucks some 3,100 stood near Tanga, the office said.", "of a number before it"),
    ("The office said 52 trucks set off, 31 of them for Tanga.", "of them"),
]


@pytest.mark.parametrize(("text", "why"), PARTS)
def test_a_part_is_in_a_series_of_its_own(
    record: Callable[..., Record], text: str, why: str
) -> None:
    made = record((text, "2024-05-06"))
    assert sorted(len(series.points) for series in made.series) == [1, 1], why


def test_a_part_with_a_noun_of_its_own_is_none_of_another_number(
    record: Callable[..., Record],
) -> None:
    made = record(
        ("Nearly 180 sailors will be freed, including 15 Danes, the envoy said.", "2024-05-06"),
        ("A ferry brought 16 Danes home to Aarhus, the port said.", "2024-05-09"),
    )
    assert {len(series.points) for series in made.series if series.measured == "danes"} == {2}


def test_numbers_of_one_thing_are_in_one_series(record: Callable[..., Record]) -> None:
    made = record(
        ("The office said 52 trucks got through to Tanga.", "2024-05-06"),
        ("The office said 60 trucks got through to Tanga.", "2024-05-08"),
    )
    (series,) = made.series
    assert [(change.was, change.became) for change in series.changes] == [("52", "60")]


def test_who_tells_both_numbers_knows_them_for_two(record: Callable[..., Record]) -> None:
    made = record(
        ("The Kenyan navy said eight boats surrounded its ferry off Tanga.", "2024-05-06"),
        (
            "The Kenyan navy said eight boats surrounded its ferry off Tanga."
            " Its rival said three boats were near the ferry off Tanga.",
            "2024-05-09",
        ),
    )
    assert [series.changes for series in made.series] == [()] * len(made.series)


def test_numbers_side_by_side_do_not_lend_each_other_their_owner(
    record: Callable[..., Record],
) -> None:
    made = record(
        (
            "The Civic Bloc won 82 seats, the Green Party 61 and the Labour Party seven in the house of 156 seats.",
            "2024-05-06",
        )
    )
    owners = sorted(series.of or "" for series in made.series)
    assert owners == ["", "Civic Bloc", "Green Party", "Labour Party"]


def test_a_toll_is_of_no_people_whom_one_report_alone_names(
    record: Callable[..., Record],
) -> None:
    made = record(
        ("Nine workers were killed in the blast in Tanga, the governor said.", "2024-05-06"),
        (
            "The death toll from the blast has risen to 17, the ministry said.",
            "2024-05-08",
        ),
    )
    (series,) = made.series
    assert (series.of, len(series.points)) == (None, 2)
