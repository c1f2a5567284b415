"""Texts in layers, wordings side by side, drawings: small functions with what they promise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.claim import Series, SeriesChange, SeriesPoint
from secondsource.model.text import Citation, Reference
from secondsource.web.differences import side_by_side
from secondsource.web.drawing import lineage_graph, sparkline
from secondsource.web.layers import Mark, paragraphs, segments
from secondsource.web.words import day_words, id_path, outside_link

TEXTS = st.text(alphabet="ab \n<&é", max_size=60)


@given(TEXTS, st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=12))
def test_segments_join_to_the_text_and_each_mark_covers_its_words(text, spans):
    marks = [Mark(start=a, end=b, layer=f"l{n}", title="") for n, (a, b) in enumerate(spans)]
    found = segments(text, marks)
    assert "".join(segment.words for segment in found) == text
    for mark in marks:
        covered = "".join(s.words for s in found if mark in s.marks)
        good = 0 <= mark.start < mark.end <= len(text)
        assert covered == (text[mark.start : mark.end] if good else "")


@given(TEXTS)
def test_paragraphs_lose_nothing_but_blank_lines(text):
    found = paragraphs(segments(text, [Mark(start=1, end=4, layer="x", title="")]))
    joined = "".join(segment.words for part in found for segment in part)
    assert joined == text.replace("\n\n", "")
    for part in found:
        for segment in part:
            assert text[segment.start : segment.start + len(segment.words)] == segment.words


@given(TEXTS, TEXTS)
def test_both_sides_stay_whole(left, right):
    pair = side_by_side(left, right)
    assert "".join(piece.words for piece in pair.left) == left
    assert "".join(piece.words for piece in pair.right) == right


def test_only_the_words_that_differ_are_marked():
    pair = side_by_side("“We will close it,” he said", '"We may close it," he said')
    assert [p.words for p in pair.left if p.differs] == ["will"]
    assert [p.words for p in pair.right if p.differs] == ["may"]
    assert side_by_side("It is so.", "it is  so.").same


def point(value: float | None, day: str | None) -> SeriesPoint:
    who = Reference(id="x", name="x")
    cited = Citation(start=0, end=1, words="x")
    return SeriesPoint(
        id=f"{value} {day}", low=value, high=value, approximator=None, measured="boats", nature="measured",
        as_of=day, article="a", start=0, end=1, words=str(value), part="text", voice=who,
        newsroom=who, sentence=cited,
    )  # fmt: skip


def series(*points: SeriesPoint, changes: tuple[SeriesChange, ...] = ()) -> Series:
    return Series(
        id="s", measured="boats", of=None, place=None, unit=None, points=points, changes=changes
    )


def test_a_sparkline_keeps_two_values_of_one_day_as_two_dots():
    three, five, nine = (
        point(3, "2023-10-01"),
        point(5, "2023-10-01"),
        point(9, "2023-10-04"),
    )
    change = SeriesChange(was=five.id, became=nine.id, citations=())
    drawn = sparkline(series(three, five, nine, changes=(change,)))
    assert drawn is not None
    _, was, became = drawn.dots
    assert drawn.lines == ((was.x, was.y, became.x, became.y),), "only what replaced what"
    assert "2023-10-01 to 2023-10-04, between 3 and 9" in drawn.summary


def test_no_line_through_one_day_or_no_day():
    assert sparkline(series(point(3, "2023-10-01"), point(4, "2023-10-01"))) is None
    assert sparkline(series(point(3, None), point(None, "2023-10-01"))) is None


def test_copies_stand_right_of_their_originals():
    graph = lineage_graph(
        [("c", "C"), ("b", "B"), ("a", "A")], [("a", "b", "copy"), ("b", "c", "copy")]
    )
    across = {box.id: box.x for box in graph.boxes}
    assert across["a"] < across["b"] < across["c"]


def test_a_circle_of_copies_is_drawn_all_the_same():
    assert len(lineage_graph([("a", "A"), ("b", "B")], [("a", "b", ""), ("b", "a", "")]).edges) == 2


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-10-05", "5 Oct 2023"),
        ("2023-10-08/2023-10-09", "8–9 Oct 2023"),
        ("2023-09-30/2023-10-02", "30 Sep 2023 – 2 Oct 2023"),
        ("2023-10", "Oct 2023"),
        ("2023", "2023"),
        (None, "day unknown"),
        ("nonsense", "nonsense"),
    ],
)
def test_days_for_people(edtf, words):
    assert day_words(edtf) == words


def test_only_web_addresses_are_links():
    assert outside_link("https://paper.example/a?b=c") == "https://paper.example/a?b=c"
    for address in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//x",
        "a.txt",
        "http:///x",
        "http://[",
    ):
        assert outside_link(address) is None
    assert id_path("http://a/b?c#d") == "http%3A%2F%2Fa%2Fb%3Fc%23d"
