"""Inputs made to break a reader: each is taken in, or is a row with its reason, in bounded time and memory;
the reports beside it are read."""

import io
import json
import os
import time
import tracemalloc
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from secondsource.article import read_capture
from secondsource.errors import ArticleError
from secondsource.ingest import Failure, captures
from secondsource.ingest.feeds import feed_links, is_cut, sitemap_links
from secondsource.ingest.item import capture
from secondsource.model.article import Capture

SENTENCE = "The county board of Kilifi voted on Tuesday to mend the old jetty at once. "
LONGEST_SECONDS = 10.0
MOST_SECONDS_OF_FILES = 180.0
"""Processor seconds for 100,000 files, with the tracing of memory, which takes more than the reading."""


def taken(folder: Path, name: str, data: bytes) -> list[Capture | Failure]:
    """All that comes of a folder with this file and a good one beside it, but for the good one."""
    (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(SENTENCE * 5)
    items = list(captures([folder]))
    good = [item for item in items if item.address == "good.txt"]
    assert [type(item) for item in good] == [Capture], "the report beside it is read"
    return [item for item in items if item.address != "good.txt"]


def zipped(*members: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return target.getvalue()


LAUGHS = (
    "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'ha'>"
    + "".join(
        f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><rss version='2.0'><channel><title>&i;</title><item><title>&i;</title></item></channel></rss>"
).encode()

REFUSED = [
    ("page.html", b'<html><body><div class="' + b"a b " * 12_500_000 + b'">', "10 MB at most", "an attribute of 50 MB"),
    ("bomb.zip", zipped(("zeros.txt", b"\0" * 60_000_000)), "zip bomb", "60 MB of zeros in a zip"),
    ("nested.zip", zipped(("a.zip", zipped(("b.zip", zipped(("c.zip", zipped(("d.txt", b"x"))))))) ), "too deep", "zips in zips"),
    ("cut.zip", zipped(("a.txt", SENTENCE.encode() * 50))[:100], "broken zip", "a zip that was cut"),
    ("laughs.xml", LAUGHS, "XML entities", "entities that unfold to gigabytes"),
    ("laughs.rss", LAUGHS, "XML entities", "the same as a feed"),
    ("none.zip", zipped(), "is an empty zip", "a zip with nothing in it"),
    ("cut.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\nHTTP/1.1 200", "a record breaks off or is none", "a web archive that breaks off in its first record"),
    ("empty.warc", b"", "holds no page", "an empty web archive"),
    ("noise.warc", b"WARC/1.0\r\nnonsense " * 50, "", "a web archive of noise"),
    ("noise.gz", b"\x1f\x8b\x08\x00" + b"noise" * 50, "cannot be unpacked", "gzip that is none"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "reason", "why"), REFUSED, ids=[row[3] for row in REFUSED]
)
def test_it_is_a_row_with_its_reason(
    tmp_path: Path, name: str, data: bytes, reason: str, why: str
) -> None:
    started = time.process_time()
    tracemalloc.start()
    items = taken(tmp_path, name, data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert items
    assert all(isinstance(item, Failure) and reason in item.reason for item in items), why
    assert time.process_time() - started < LONGEST_SECONDS, why
    assert peak < 120_000_000, why


def test_a_broken_member_of_a_zip_is_a_row_and_the_others_are_read(tmp_path: Path) -> None:
    whole = zipped(("a.txt", SENTENCE.encode() * 5), ("b.txt", SENTENCE.encode() * 6))
    # Without its first byte every place that the list of members names is off by one.
    items = taken(tmp_path, "off.zip", whole[1:])
    assert [item.address for item in items] == ["off.zip/a.txt", "off.zip/b.txt"]
    assert isinstance(items[0], Failure)
    assert "cannot be unpacked" in items[0].reason


ZIP_FIELDS = [
    (b"PK\x01\x02", 6, b"\xd1\x00", "of a version to come, in the list of members"),
    (b"PK\x01\x02", 8, b"\x41\x00", "locked by the flag of strong encryption"),
    (b"PK\x01\x02", 8, b"\x20\x00", "patched data"),
    (b"PK\x01\x02", 10, b"\x0e\x00", "packed by LZMA, as it says"),
    (b"PK\x01\x02", 10, b"\x63\x00", "packed as nobody packs"),
    (b"PK\x05\x06", 16, b"\xff\xff\xff\x7f", "a list of members beyond the end"),
]


@pytest.mark.parametrize(("mark", "at", "bytes_", "why"), ZIP_FIELDS, ids=[r[3] for r in ZIP_FIELDS])  # fmt: skip
def test_a_zip_with_an_impossible_field_is_a_row(
    tmp_path: Path, mark: bytes, at: int, bytes_: bytes, why: str
) -> None:
    whole = zipped(("a.txt", SENTENCE.encode() * 5))
    place = whole.index(mark) + at
    spoiled = whole[:place] + bytes_ + whole[place + len(bytes_) :]
    items = taken(tmp_path, "spoiled.zip", spoiled)
    assert [type(item) for item in items] == [Failure], why


def test_a_member_of_a_zip_without_a_name_is_read_or_refused(tmp_path: Path) -> None:
    whole = zipped(("a", SENTENCE.encode() * 5))
    place = whole.index(b"PK\x01\x02")
    nameless = whole[: place + 28] + b"\0\0" + whole[place + 30 :]
    assert taken(tmp_path, "nameless.zip", nameless)


def test_a_feed_with_characters_that_cannot_be_is_a_row(tmp_path: Path) -> None:
    feed = b"<rss version='2.0'><channel><item><pubDate>&#xD800;1 March 2021</pubDate></item></channel></rss>"
    (item,) = taken(tmp_path, "news.xml", feed)
    assert isinstance(item, Failure)
    assert "is broken and cannot be read" in item.reason


@pytest.mark.parametrize("place", ["xmlns='&#xD800;'", "a='b'><url><loc>&#xD800;</loc></url><a"])
def test_a_sitemap_with_characters_that_cannot_be_is_a_row(tmp_path: Path, place: str) -> None:
    data = f"<urlset {place}><url><loc>https://weir.example/1</loc></url></urlset>".encode()
    (item,) = taken(tmp_path, "map.xml", data)
    assert isinstance(item, Failure)


LISTED = [
    (feed_links, "<rss><channel>{}</channel></rss>", "<item><link>{}</link><title>Weir {}</title></item>"),
    (sitemap_links, "<urlset>{}</urlset>", "<url><loc>{}</loc><lastmod>2021-03-0{}</lastmod></url>"),
]  # fmt: skip


@pytest.mark.parametrize(("links", "frame", "entry"), LISTED, ids=["feed", "sitemap"])
def test_wherever_a_list_of_pages_breaks_off_it_names_no_half_address(links, frame, entry) -> None:
    pages = [f"https://weir.example/report-{number}" for number in (1, 2)]
    whole = frame.format("".join(entry.format(page, n) for n, page in enumerate(pages, 1))).encode()
    named = dict(links(whole))
    assert list(named) == pages
    for length in range(len(whole) - len(b"</channel></rss>")):
        for url, said in links(whole[:length]):
            assert named[url] == said
            assert is_cut(whole[:length])
    assert not is_cut(whole)


@pytest.mark.parametrize("url", ["http://[", "https://", "http:///weir"])
def test_what_only_begins_like_an_address_is_none(tmp_path: Path, url: str) -> None:
    record = f'{{"id": "7", "url": "{url}", "text": "{SENTENCE}"}}'.encode()
    (item,) = taken(tmp_path, "one.json", record)
    assert isinstance(item, Capture)
    assert item.address == "one.json#7"
    assert read_capture(item).url is None
    page = f"<html><head><link rel=canonical href='{url}'></head><body><p>{SENTENCE * 5}"
    (tmp_path / "pages").mkdir()
    (item,) = taken(tmp_path / "pages", "page.html", page.encode())
    assert isinstance(item, Capture)
    assert read_capture(item).url is None


def test_a_pdf_without_text(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=200, height=200)
    target = io.BytesIO()
    writer.write(target)
    (item,) = taken(tmp_path, "scan.pdf", target.getvalue())
    assert isinstance(item, Failure)
    assert "without text (a scan?)" in item.reason


@pytest.mark.parametrize("depth", [200, 20_000])
def test_deep_nesting_is_read_or_refused(tmp_path: Path, depth: int) -> None:
    page = "<html><body>" + "<div>" * depth + f"<p>{SENTENCE * 5}</p>"
    (item,) = taken(tmp_path, "deep.html", page.encode())
    assert isinstance(item, Capture)
    if depth > 1000:
        with pytest.raises(ArticleError, match="shows no text"):
            read_capture(item)
    else:
        assert SENTENCE.strip() in read_capture(item).text


WORDS = "The mayor of Nyeri said the café’s naïve owner — Señor Chuo — owed £40. " * 4

CHARSETS = [
    ("cp1252", '<meta charset="utf-8">', "a page that says UTF-8 and is Windows-1252"),
    ("utf-8", '<meta charset="iso-8859-1">', "a page that says Latin-1 and is UTF-8"),
    ("cp1252", "", "a page that says nothing"),
    ("utf-16", "", "a page in UTF-16 with a mark"),
]


@pytest.mark.parametrize(("charset", "meta", "why"), CHARSETS, ids=[row[2] for row in CHARSETS])
def test_a_wrong_charset_is_seen_through(tmp_path: Path, charset: str, meta: str, why: str) -> None:
    page = f"<html><head>{meta}</head><body><article><p>{WORDS}</p></article></body></html>"
    (item,) = taken(tmp_path, "page.html", page.encode(charset))
    assert isinstance(item, Capture)
    assert "café’s naïve owner — Señor Chuo — owed £40" in read_capture(item).text, why


@pytest.mark.parametrize("name", ["utf\0-8", "undefined", "idna", "rot13", "punycode", "x" * 300])
def test_the_name_of_a_charset_that_is_none_is_passed_over(name: str) -> None:
    """As a server may send it, beside a page that no common encoding fits."""
    data = f"<html><body><article><p>{WORDS}</p></article></body></html>".encode("cp1252")
    item = capture(data, "https://nyeri.example/1", "text/html", {"charset": name})
    assert isinstance(item, Capture)
    assert "owed" in read_capture(item).text


def test_a_fault_of_a_reader_is_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise IndexError("nobody thought of this")

    monkeypatch.setattr("secondsource.ingest.files.read_csv", stumble)
    (item,) = taken(tmp_path, "table.csv", b"text\nWeir\n")
    assert isinstance(item, Failure)
    assert "IndexError: nobody thought of this" in item.reason


def test_duplicates_are_one_input_each(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(SENTENCE * 5)
    items = list(captures([tmp_path, tmp_path / "a.txt"]))
    assert len({item.digest for item in items if isinstance(item, Capture)}) == 1
    assert {item.address for item in items} == {"a.txt", "b.txt", "c.txt"}


@pytest.mark.slow
@pytest.mark.parametrize("tell_apart", [True, False])
def test_a_hundred_thousand_files_are_taken_in_as_a_stream(
    tmp_path: Path, tell_apart: bool
) -> None:
    for number in range(100_000):
        folder = tmp_path / f"{number // 1000:02}"
        if number % 1000 == 0:
            folder.mkdir()
        # Every hundredth is empty, every hundredth binary: each is a row of its own.
        (folder / f"{number}.txt").write_bytes(
            b""
            if number % 100 == 0
            else b"\x00\x01" * 20
            if number % 100 == 50
            else f"Report {number}. {SENTENCE}".encode()
        )
    started = time.process_time()
    tracemalloc.start()
    counts = Counter[type]()
    for item in captures([tmp_path], tell_apart=tell_apart):
        counts[type(item)] += 1
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert counts == {Capture: 98_000, Failure: 2_000}
    assert peak < (60_000_000 if tell_apart else 20_000_000), "names and digests, never the texts"
    assert time.process_time() - started < MOST_SECONDS_OF_FILES


def test_a_pipe_in_a_folder_holds_nothing_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (item,) = [one for one in captures([tmp_path]) if isinstance(one, Failure)]
    assert item.reason == "pipe.txt is no file (a pipe or a device)"


def test_a_pipe_that_is_named_is_read_as_shells_hand_them_over(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, SENTENCE.encode())
    os.close(writing)
    (item,) = captures([f"/dev/fd/{reading}"])
    os.close(reading)
    assert isinstance(item, Capture)
    assert item.data == SENTENCE.encode()


def test_a_file_whose_name_is_no_utf8_is_read_under_a_name_that_can_be_written(
    tmp_path: Path,
) -> None:
    with open(os.fsencode(tmp_path) + b"/report-\xff.txt", "wb") as file:
        file.write(SENTENCE.encode())
    with open(os.fsencode(tmp_path) + b"/empty-\xfe.txt", "wb"):
        pass
    empty, report = sorted(captures([tmp_path]), key=lambda item: item.address)
    assert report.address == "report-\\udcff.txt"
    assert isinstance(empty, Failure)
    assert empty.reason == "empty-\\udcfe.txt is empty; nothing to read"


def test_half_a_character_in_json_stands_written_out(tmp_path: Path) -> None:
    row = {"text": SENTENCE, "title": "Jetty \ud83d", "url": "https://weir.example/\udc00"}
    (item,) = taken(tmp_path, "one.jsonl", json.dumps(row).encode())
    assert isinstance(item, Capture)
    assert item.metadata["title"] == "Jetty \\ud83d"
    assert item.address == "https://weir.example/\\udc00"


def test_a_folder_that_cannot_be_listed_is_a_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "good.txt").write_text(SENTENCE)
    listed = Path.iterdir

    def refused(folder: Path) -> object:
        if folder.name == "shut":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", refused)
    good, shut = sorted(captures([tmp_path]), key=lambda item: item.address)
    assert isinstance(good, Capture)
    assert isinstance(shut, Failure)
    assert shut.reason == "shut is a folder that cannot be listed; give yourself the right to"


def test_a_name_in_a_zip_that_leads_out_only_names(tmp_path: Path) -> None:
    items = taken(tmp_path, "a.zip", zipped(("../../b.txt", SENTENCE.encode()), (".c.txt", b"x")))
    assert [item.address for item in items] == ["a.zip/b.txt"]
