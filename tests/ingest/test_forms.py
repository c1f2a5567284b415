"""Forms and encodings in which reports really come: tables out of office programs, pages saved as one file,
documents that are zips or XML underneath, long standard input."""

import io
import json
import quopri
import sys
import zipfile
from pathlib import Path

import pytest

from secondsource.article import read_capture
from secondsource.ingest import Failure, captures
from secondsource.model.article import Capture

TEXT = (
    "Ferry crews at Ibo walked out on Tuesday after the harbour board cut their night pay, the union’s secretary,"
    " Zainabu Faki, said. “We will not sail,” she told reporters at the café on the old pier.\n\n"
    + "The islanders depend on the boats for rice, fuel and medicine, the head nurse of the clinic said. "
    * 12
)


def taken(path: Path) -> list[Capture | Failure]:
    return list(captures([path]))


def text_of(item: Capture | Failure) -> str:
    assert isinstance(item, Capture), item
    return read_capture(item).text


@pytest.mark.parametrize("name", ["report.txt", "page.html"])
def test_a_text_with_few_odd_bytes_is_in_windows_1252(tmp_path: Path, name: str) -> None:
    """Without a word about its encoding: an English report has a curly quote in a hundred letters."""
    paragraphs = "".join(f"<p>{one}</p>" for one in TEXT.split("\n\n"))
    page = f"<html><body><article>{paragraphs}</article></body></html>"
    (tmp_path / name).write_bytes((page if name.endswith("html") else TEXT).encode("cp1252"))
    (item,) = taken(tmp_path)
    assert "the union’s secretary, Zainabu Faki, said. “We will not sail,”" in text_of(item)


def test_utf8_with_a_spoiled_byte_stays_utf8(tmp_path: Path) -> None:
    data = TEXT.encode()
    (tmp_path / "report.txt").write_bytes(data[:400] + b"\xff" + data[400:])
    assert "the union’s secretary" in text_of(taken(tmp_path)[0])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_as_office_programs_write_them(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    row = f'1{separator}Strike at the café{separator}"{TEXT}"'
    table = f"id{separator}title{separator}text\n{row}\n"
    (tmp_path / "reports.csv").write_bytes(table.encode(encoding))
    (item,) = taken(tmp_path)
    assert "“We will not sail,”" in text_of(item)
    assert isinstance(item, Capture)
    assert item.metadata["title"] == "Strike at the café"


def test_a_table_whose_first_odd_byte_comes_late(tmp_path: Path) -> None:
    plain = "A row that holds nothing but plain letters and a word or two about the boats."
    rows = "".join(f'{n},"{plain}"\n' for n in range(1500))
    (tmp_path / "reports.csv").write_bytes(f'id,text\n{rows}9999,"{TEXT}"\n'.encode("cp1252"))
    assert "“We will not sail,”" in text_of(taken(tmp_path)[-1])


@pytest.mark.parametrize("name", ["report.json", "reports.jsonl"])
def test_json_that_is_not_in_utf8(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(json.dumps({"text": TEXT}, ensure_ascii=False).encode("cp1252"))
    assert "“We will not sail,”" in text_of(taken(tmp_path)[0])


PAGE = f'<html><head><meta charset="utf-8"></head><body><article><h1>Ferries stop at Ibo</h1><p class="first">{TEXT}</p></article></body></html>'
ADDRESS = "https://ibo-courier.example/2024/03/05/ferries"


def mhtml(*parts: tuple[str, bytes]) -> bytes:
    head = f"From: <Saved>\r\nSnapshot-Content-Location: {ADDRESS}\r\nDate: Tue, 5 Mar 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=edge\r\n\r\n"
    held = "".join(
        f"--edge\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{quopri.encodestring(data).decode()}\r\n"
        for kind, data in parts
    )
    return f"{head}{held}--edge--\r\n".encode()


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page"])
def test_a_page_saved_as_one_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(mhtml(("text/css", b"p {}"), ("text/html", PAGE.encode())))
    (item,) = taken(tmp_path)
    assert isinstance(item, Capture)
    assert (item.address, item.captured) == (ADDRESS, "2024-03-05T10:00:00Z")
    article = read_capture(item)
    assert "the union’s secretary, Zainabu Faki, said." in article.text
    assert article.url == ADDRESS


def test_a_saved_page_without_its_page_is_a_row(tmp_path: Path) -> None:
    (tmp_path / "page.mhtml").write_bytes(mhtml(("text/css", b"p {}")))
    (item,) = taken(tmp_path)
    assert isinstance(item, Failure)
    assert "holds no HTML" in item.reason


@pytest.mark.parametrize(
    "member", ["[Content_Types].xml", "META-INF/manifest.xml", "META-INF/container.xml"]
)
def test_a_document_of_an_office_program_is_one_row(tmp_path: Path, member: str) -> None:
    with zipfile.ZipFile(tmp_path / "letter.docx", "w") as archive:
        archive.writestr(member, "<?xml version='1.0'?><Types/>")
        archive.writestr("word/document.xml", f"<?xml version='1.0'?><w:t>{TEXT}</w:t>")
    (item,) = taken(tmp_path)
    assert isinstance(item, Failure)
    assert "office program" in item.reason


def test_xml_that_is_no_page_and_no_feed_is_a_row(tmp_path: Path) -> None:
    (tmp_path / "item.xml").write_text(f"<?xml version='1.0'?><story><p>{TEXT}</p></story>")
    (item,) = taken(tmp_path)
    assert isinstance(item, Failure)
    assert "XML of a form that is not known" in item.reason


@pytest.mark.parametrize(
    "head", ["", "<?xml version='1.0'?>\n", "<!-- saved by hand -->\n<!DOCTYPE html>\n"]
)
def test_a_page_without_a_telling_name(tmp_path: Path, head: str) -> None:
    (tmp_path / "page").write_text(head + PAGE)
    (item,) = taken(tmp_path)
    assert isinstance(item, Capture)
    assert item.media_type == "text/html"


class Input:
    """Standard input that cannot be sought in."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BufferedReader(_Pipe(data))


class _Pipe(io.RawIOBase):
    def __init__(self, data: bytes) -> None:
        self._held = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        return self._held.readinto(buffer)


def long_lines() -> bytes:
    line = json.dumps({"text": TEXT * 50}).encode() + b"\n"
    return line * (11_000_000 // len(line) + 1)


def packed() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("reports.jsonl", long_lines())
    return held.getvalue()


@pytest.mark.parametrize("data", [long_lines(), packed()], ids=["lines", "zip"])
def test_standard_input_may_be_longer_than_a_report(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Input(data))
    items = list(captures(["-"]))
    assert len(items) == long_lines().count(b"\n")
    assert all(isinstance(item, Capture) for item in items)


def test_a_web_archive_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    warcio = pytest.importorskip("warcio.warcwriter")
    held = io.BytesIO()
    writer = warcio.WARCWriter(held, gzip=False)
    writer.write_record(
        writer.create_warc_record(
            ADDRESS, "resource", payload=io.BytesIO(PAGE.encode()), warc_content_type="text/html"
        )
    )
    monkeypatch.setattr(sys, "stdin", Input(held.getvalue()))
    (item,) = captures(["-"])
    assert isinstance(item, Capture)
    assert item.address == ADDRESS


REPORT = "Ferry crews walk out at Ibo\n\nBy Ola Berg\n\n3 February 2031\n\n" + TEXT
RECORD = {"title": "Ferry crews walk out at Ibo", "text": TEXT, "date": "2031-02-03"}
OTHER = {"title": "Rice runs short on the island", "text": TEXT + "No boat came.", "date": "2031-02-05"}  # fmt: skip
TABLE = f'title,text,date\nFerry crews walk out at Ibo,"{TEXT}",2031-02-03\n'
PAGE = f"<h1>Ferry crews walk out at Ibo</h1><p>3 February 2031</p><p>{TEXT}</p>"

READ = [
    ("report.txt", REPORT.encode("utf-16-le"), 1, "UTF-16 without a mark"),
    ("report.txt", REPORT.encode("utf-16-be"), 1, "the same, the high byte first"),
    ("report.csv", TABLE.encode("utf-16-le"), 1, "a table in it"),
    ("report.jsonl", (json.dumps(RECORD) + "\n").encode("utf-16-be"), 1, "lines of JSON in it"),
    ("report.txt", REPORT.encode() + b"\0" * 512, 1, "zeros that fill the block of a tape"),
    ("report.txt", PAGE.encode(), 1, "a page that is called a text"),
    ("report.txt", json.dumps([RECORD, OTHER]).encode(), 2, "records that are called a text"),
    ("reports.json", f"{json.dumps(RECORD, indent=1)}\n{json.dumps(OTHER, indent=1)}\n".encode(), 2, "objects one after the other"),
    ("report.csv", f"sep=,\r\n{TABLE}".encode(), 1, "a line for Excel over the names of the columns"),
    ("report.csv", TABLE.replace("night pay", "night\0pay").encode(), 1, "a zero in a cell"),
    ("report.json", json.dumps({**RECORD, "text": f"&lt;p&gt;{TEXT}&lt;/p&gt;"}).encode(), 1, "tags that were escaped"),
    ("report.json", json.dumps({**RECORD, "text": TEXT.replace("\n", "\\n")}).encode(), 1, "line feeds that were escaped"),
    ("report.json", json.dumps({**RECORD, "date": "3. Februar 2031"}).encode(), 1, "the name of a month in German"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "count", "why"), READ, ids=[row[3] for row in READ])
def test_it_is_read_with_its_day(
    tmp_path: Path, name: str, data: bytes, count: int, why: str
) -> None:
    (tmp_path / name).write_bytes(data)
    items = taken(tmp_path / name)
    articles = [read_capture(item) for item in items if isinstance(item, Capture)]
    assert len(articles) == len(items) == count, why
    assert articles[0].headline == "Ferry crews walk out at Ibo", why
    assert articles[0].text.startswith("Ferry crews at Ibo walked out on Tuesday"), why
    assert "<" not in articles[0].text
    assert articles[0].published is not None, why
    assert articles[0].published.value == "2031-02-03", why


ROWS = [
    ("report.txt", b"{\\rtf1\\ansi " + TEXT.encode("ascii", "replace") + b"}", "RTF", "a document called a text"),
    ("report.csv", b"title,text,date\n", "no rows", "names of columns alone"),
    ("report.csv", b"title,text,date\nA strike,The crews, who left, said so.,2031-02-03\n", "5 cells under 3 names", "a cell with commas and no quotes"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "reason", "why"), ROWS, ids=[row[3] for row in ROWS])
def test_it_is_a_row(tmp_path: Path, name: str, data: bytes, reason: str, why: str) -> None:
    (tmp_path / name).write_bytes(data)
    (item,) = taken(tmp_path / name)
    assert isinstance(item, Failure), why
    assert reason in item.reason, why


@pytest.mark.parametrize("day", ["1970-01-01T00:00:00Z", "1900-01-01", "0000-00-00"])
def test_a_day_that_programs_write_for_none_is_none(tmp_path: Path, day: str) -> None:
    (tmp_path / "report.json").write_text(json.dumps({**RECORD, "date": day}))
    (item,) = taken(tmp_path / "report.json")
    assert isinstance(item, Capture)
    assert read_capture(item).published is None
