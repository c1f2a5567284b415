"""Figures of a brief: one line a series, with its other numbers. All reports are invented."""

import msgspec
import pytest

from secondsource.model.claim import Claim, Report, Series, SeriesPoint, Standing
from secondsource.model.text import Citation, Reference
from secondsource.views.brief_figures import figure_line, of_series, series_lines
from secondsource.views.figures import counts_one_thing


def series_of(measured: str, told: list[tuple[str, str, str, str]], unit: str | None = None):
    """A series and its lines: each number as (words, day, paper, nature)."""
    points, lines = [], []
    for n, (words, day, paper, nature) in enumerate(told):
        sentence = f"It was {words} {measured}, the {paper} wrote."
        cited = Citation(start=0, end=len(sentence), words=sentence, article=paper, part="text")
        room = Reference(id=f"room-{paper}", name=paper)
        voice = Reference(id="unstated", name="source not stated")
        point = SeriesPoint(
            id=f"p{n}", low=None, high=None, approximator=None, measured=measured,
            nature=nature, as_of=day, article=paper, start=7, end=7 + len(words), words=words,  # type: ignore[arg-type]
            part="text", voice=voice, newsroom=room, sentence=cited,
        )  # fmt: skip
        report = Report(
            article=paper, start=0, end=len(sentence), words=sentence, part="text", newsroom=room, voice=voice
        )  # fmt: skip
        standing = Standing(
            label="single", flags=(), independent=1, independent_at_most=1, newsrooms=(room,),
            voices=(voice,), reasons=(),
        )  # fmt: skip
        claim = Claim(
            id=f"c{n}", about=point.id, kind="figure", status="happened", words=sentence,
            reports=(report,), standing=standing,
        )  # fmt: skip
        points.append(point)
        lines.append(figure_line(point, claim))
    series = Series(
        id="s", measured=measured, of=None, place=None, unit=unit, points=tuple(points), changes=()
    )
    return [(series, line) for line in lines]


def test_the_latest_number_stands_and_the_others_beside_it() -> None:
    told = series_of(
        "killed",
        [
            ("40", "2031-05-07", "Herald", "measured"),
            ("110", "2031-05-09", "Courier", "measured"),
            ("40", "2031-05-07", "Gazette", "measured"),
            ("300", "2031-06-01", "Star", "projected"),
        ],
    )
    (line,) = series_lines(tuple(of_series(told)), "medium")
    assert line.claimed == "110 killed", "what is feared for June is no toll"
    assert [(other.when, other.claimed) for other in line.course] == [
        ("2031-05-07", "40 killed"),
        ("2031-06-01", "300 killed"),
    ]
    assert [cited.article for cited in line.course[0].citations] == ["Herald", "Gazette"]


SIDE_BY_SIDE = [
    ("killed", None, True, "a toll"),
    ("people", None, False, "those who marched and those who fled"),
    ("people killed", None, True, "people of whom something is said"),
    ("distance", "meter", False, "lengths of anything"),
    ("fine", "USD", True, "money for one thing"),
]


@pytest.mark.parametrize(("measured", "unit", "one", "why"), SIDE_BY_SIDE)
def test_which_numbers_can_be_held_side_by_side(measured, unit, one, why) -> None:
    ((series, _),) = series_of(measured, [("40", "2031-05-07", "Herald", "measured")], unit)
    assert counts_one_thing(series) is one, why


def test_numbers_of_no_one_thing_have_a_line_each() -> None:
    told = series_of(
        "people",
        [
            ("40", "2031-05-07", "Herald", "measured"),
            ("9,000", "2031-05-09", "Courier", "measured"),
        ],
    )
    lines = list(series_lines(tuple(of_series(told)), "long"))
    assert [line.course for line in lines] == [(), ()]


def test_so_many_of_one_noun_stand_once() -> None:
    first = series_of("children", [("12", "2031-05-07", "Herald", "measured")])
    again = series_of("children", [("12", "2031-06-07", "Courier", "measured")])
    other = series_of("children", [("9", "2031-06-07", "Star", "measured")])
    ((series, _),) = first
    told = [
        (msgspec.structs.replace(series, id=f"s{n}", measured="mother of children"), line)
        for n, ((_, line),) in enumerate((first, again, other))
    ]
    lines = list(series_lines(told, "long"))
    assert [line.claimed for line in lines] == ["12 children", "9 children"]
    assert [one.citations[0].article for one in lines[0].course] == ["Courier"]


def test_two_of_something_may_be_any_two() -> None:
    first = series_of("guards", [("two", "2031-05-07", "Herald", "measured")])
    again = series_of("guards", [("two", "2031-06-07", "Courier", "measured")])
    told = [
        (msgspec.structs.replace(series, id=f"s{n}"), line)
        for n, ((series, line),) in enumerate((first, again))
    ]
    assert len(list(series_lines(told, "long"))) == 2
