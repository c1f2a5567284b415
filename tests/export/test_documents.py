"""The brief as Markdown, HTML and PDF; charts and the map: all that is known is there, and nothing that a
report says becomes markup."""

import os
import re
import xml.etree.ElementTree as ET

import msgspec
import pytest
from hostile_record import LONG, SCRIPT

from secondsource.errors import UsageError
from secondsource.views.brief import brief
from secondsource.views.charts import CHARTS, bound, chart_svg, shown
from secondsource.views.charts_small import small_chart
from secondsource.views.days import days_of
from secondsource.views.document import document, one_line
from secondsource.views.document_html import html
from secondsource.views.document_markdown import markdown, plain
from secondsource.views.map import frame_around, map_svg, spots_of
from secondsource.views.print import pdf


@pytest.fixture(scope="module")
def made(record):
    return document(brief(record, "A story", "long"), record)


@pytest.fixture(scope="module")
def harmful_page(harmful):
    return html(document(brief(harmful, SCRIPT, "long"), harmful))


def tree_of(page: str):
    from lxml import html as parser

    return parser.document_fromstring(page)


# -- what must be there ---------------------------------------------------------------------------


def test_every_line_of_the_brief_stands_in_the_document_with_its_citations(record, made):
    view = brief(record, "A story", "long")
    signs = {source.sign for source in made.sources if source.sign}
    for section, part in zip(view.sections, made.parts, strict=True):
        shown_words = {entry.words for entry in part.entries}
        shown_words |= {side.words for contest in part.contests for side in contest.sides}
        for line in section.lines:
            assert one_line(line.words) in shown_words
        for entry in part.entries:
            assert entry.marks
            assert all(mark.sign in signs for mark in entry.marks)
        for contest in part.contests:
            assert len(contest.sides) > 1
            assert contest.reason


def test_every_fact_has_its_status_and_its_standing(record, made):
    lines = [
        line for section in brief(record, "A story", "long").sections for line in section.lines
    ]
    findings = [f for part in made.parts for entry in part.entries for f in entry.findings]
    statuses = [fact.words for f in findings for fact in f.facts if fact.name == "status"]
    wanted = [each.status for line in lines for each in (line, *line.also) if each.status]
    for status in ("happened", "threatened", "denied"):
        if status in wanted:
            assert status in statuses
    assert all(finding.support for finding in findings if finding.facts)


def test_figures_that_changed_have_a_chart_once(made):
    charts = [entry.chart for part in made.parts for entry in part.entries if entry.chart]
    assert charts
    for part in made.parts:
        drawn = [entry.chart for entry in part.entries if entry.chart]
        assert len(drawn) == len(set(drawn))
    for chart in charts:
        ET.fromstring(chart)


def test_the_page_has_all_sentences_and_its_marks_lead_to_reports(made):
    tree = tree_of(html(made))
    words = {" ".join(q.text_content().split()) for q in tree.iter("q")}
    ids = {node.get("id") for node in tree.iter() if node.get("id")}
    for part in made.parts:
        for entry in part.entries:
            assert entry.words in words
    targets = {a.get("href")[1:] for a in tree.iter("a") if a.get("href").startswith("#")}
    assert targets
    assert targets <= ids


def test_contested_sides_stand_side_by_side(made):
    contests = [contest for part in made.parts for contest in part.contests]
    assert contests
    tables = tree_of(html(made)).xpath("//table[@class='sides']")
    assert [len(table.xpath(".//td")) for table in tables] == [len(c.sides) for c in contests]


def test_the_page_needs_nothing_from_outside(made):
    tree = tree_of(html(made))
    assert not tree.xpath("//script|//link|//img|//iframe|//*[@src]")
    assert "default-src 'none'" in html(made)


def test_pdf_has_the_same_bytes_each_time(record):
    page = html(document(brief(record, "A story", "short"), record))
    first = pdf(page)
    assert first.startswith(b"%PDF")
    assert first == pdf(page)


def test_pdf_holds_no_moment_where_fonttools_cuts_the_fonts(record, monkeypatch):
    """Without the system's HarfBuzz the fonts are cut by fontTools, which writes the moment into each."""
    from types import SimpleNamespace

    from fontTools.misc import timeTools
    from weasyprint.pdf import fonts

    page = html(document(brief(record, "A story", "short"), record))
    monkeypatch.setattr(fonts, "harfbuzz_subset", None)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    made = []
    for moment in (1_700_000_000, 1_800_000_000):
        monkeypatch.setattr(timeTools, "time", SimpleNamespace(time=lambda moment=moment: moment))
        made.append(pdf(page))
    assert made[0] == made[1]
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_pdf_holds_the_words(record):
    from io import BytesIO

    pypdf = pytest.importorskip("pypdf")
    made = document(brief(record, "A story", "short"), record)
    reader = pypdf.PdfReader(BytesIO(pdf(html(made))))
    text = "".join(page.extract_text() for page in reader.pages)
    packed = "".join(text.split())
    entry = next(entry for part in made.parts for entry in part.entries)
    assert "".join(entry.words.split()) in packed
    assert "Thereports" in packed


# -- what must not be there -----------------------------------------------------------------------

HARMLESS = {
    "html head body main section div p h1 h2 ol ul li q a span strong b dl dt dd table tbody tr td",
    "figure svg title path circle text style meta",
}


def test_words_of_reports_are_never_markup_of_the_page(harmful_page):
    tree = tree_of(harmful_page)
    allowed = set(" ".join(HARMLESS).split())
    assert {node.tag for node in tree.iter() if isinstance(node.tag, str)} <= allowed
    for node in tree.iter():
        assert not [name for name in node.attrib if name.startswith("on")]
    for link in tree.iter("a"):
        assert link.get("href").startswith(("#", "http://", "https://"))
    assert SCRIPT in tree.text_content()


@pytest.mark.slow
def test_a_harmful_page_still_prints(harmful):
    page = html(document(brief(harmful, SCRIPT, "short"), harmful))
    assert pdf(page).startswith(b"%PDF")


def test_words_of_reports_are_never_markup_of_markdown(harmful):
    parser = pytest.importorskip("markdown_it")
    text = markdown(document(brief(harmful, SCRIPT, "long"), harmful))
    page = (
        parser.MarkdownIt("commonmark", {"html": True, "linkify": False})
        .enable("table")
        .render(text)
    )
    tree = tree_of(page)
    allowed = set("html body h1 h2 p ul li strong table thead tbody tr th td br".split())
    assert {node.tag for node in tree.iter() if isinstance(node.tag, str)} <= allowed
    assert "**bold** [link](http://evil.invalid)" in tree.text_content()


MARKUP = [
    "*a* _b_ `c` ~~d~~",
    "[a](b) ![c](d) <http://e> http://f.example www.g.example h@i.example",
    "# a",
    "- a",
    "+ a",
    "1. a",
    "= a",
    "| a | b |",
    "<b>a</b> &amp; &#42;",
    "a\n\n# b\n\n    code",
    "\\*a\\*",
    "$x^2$",
]


@pytest.mark.parametrize("words", MARKUP)
def test_markdown_shows_the_words_as_they_are(words):
    parser = (
        pytest.importorskip("markdown_it").MarkdownIt("commonmark", {"html": True}).enable("table")
    )
    tree = tree_of(parser.render(plain(words)))
    assert {node.tag for node in tree.iter()} <= {"html", "body", "p"}
    assert tree.text_content().strip() == one_line(words)


# -- charts ---------------------------------------------------------------------------------------


def texts_of(svg: str) -> str:
    root = ET.fromstring(svg)
    assert root.tag.endswith("svg")
    tags = {node.tag.rpartition("}")[2] for node in root.iter()}
    assert tags <= {
        "svg",
        "g",
        "path",
        "text",
        "title",
        "rect",
        "circle",
        "line",
        "defs",
        "clipPath",
    }
    for node in root.iter():
        assert not [name for name in node.attrib if name.startswith("on") or "href" in name]
    return " ".join(root.itertext())


@pytest.mark.parametrize("kind", CHARTS)
def test_a_chart_is_svg_with_the_same_bytes(kind, record):
    svg = chart_svg(record, kind)
    assert len(texts_of(svg)) > 50
    assert svg == chart_svg(record, kind)


@pytest.mark.parametrize("kind", CHARTS)
def test_a_chart_of_a_harmful_record_is_only_a_picture(kind, harmful):
    assert LONG not in texts_of(chart_svg(harmful, kind))


@pytest.mark.parametrize("kind", CHARTS)
def test_a_chart_of_nothing_says_so(kind, record):
    fields = {
        name: () for name in record.__struct_fields__ if isinstance(getattr(record, name), tuple)
    }
    assert "nothing to draw" in texts_of(chart_svg(msgspec.structs.replace(record, **fields), kind))


def test_a_chart_that_there_is_not_names_those_that_there_are(record):
    with pytest.raises(UsageError, match="lineage"):
        chart_svg(record, "pie")


def test_the_days_of_a_chart_do_not_depend_on_the_zone_of_the_machine(record, monkeypatch):
    import time

    first = chart_svg(record, "timeline")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    assert first == chart_svg(record, "timeline")
    monkeypatch.undo()
    time.tzset()


def test_a_bound_is_told_from_a_number(record):
    bounds = {bound(point) for series in record.series for point in series.points}
    assert {"as told", "about", "at least"} <= bounds
    for series in record.series:
        for point in series.points:
            if point.high is None and point.low is not None:
                assert bound(point) == "at least"


def test_small_charts_hold_no_markup_of_a_report(harmful):
    drawn = [chart for series in harmful.series if (chart := small_chart(series))]
    assert drawn
    for chart in drawn:
        texts_of(chart)


def test_the_map_shows_places_with_their_precision(source):
    text = texts_of(map_svg(source.record, source.places))
    spots = spots_of(source.record, source.places)
    assert spots
    for spot in spots:
        assert shown(spot.name, 40) in text
        assert f"({spot.precision})" in text
    frame = frame_around(spots)
    for spot in spots:
        x, y = frame.at(spot.lat, spot.lon)
        assert 0 <= x <= 800
        assert 0 <= y <= 600


def test_the_map_of_a_harmful_record_is_only_a_picture(harmful, source):
    texts_of(map_svg(harmful, source.places))
    names = {
        key: msgspec.structs.replace(p, name=SCRIPT + LONG) for key, p in source.places.items()
    }
    assert LONG not in texts_of(map_svg(harmful, names))
    assert "nothing to draw" in texts_of(map_svg(harmful, {}))


DAYS = [
    ("a day", "2023-10-05", "2023-10-05", "2023-10-05"),
    ("a day with its time", "2023-10-05T21:00", "2023-10-05", "2023-10-05"),
    ("a month", "2023-02", "2023-02-01", "2023-02-28"),
    ("a year", "2023", "2023-01-01", "2023-12-31"),
    ("a decade", "202X", "2020-01-01", "2029-12-31"),
    ("a summer", "2023-22", "2023-06-01", "2023-08-31"),
    ("a winter", "2023-24", "2023-12-01", "2024-02-29"),
    ("a quarter", "2023-36", "2023-10-01", "2023-12-31"),
    ("days from to", "2023-10-05/2023-10-07", "2023-10-05", "2023-10-07"),
    ("about a day", "2023-10-05~", "2023-10-05", "2023-10-05"),
]


@pytest.mark.parametrize(("why", "value", "first", "last"), DAYS)
def test_days_of_edtf(why, value, first, last):
    days = days_of(value)
    assert (days.first.isoformat(), days.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "value", [None, "", "soon", "2023-13", "2023-02-30", "2023-10-05/..", "2023-10-07/2023-10-05"]
)
def test_what_names_no_days_gives_none(value):
    assert days_of(value) is None


def test_long_words_are_cut_for_pictures():
    assert len(shown(LONG)) <= 60
    assert re.match(r"Omari", shown(LONG))
