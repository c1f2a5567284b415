"""What comes in: forms, addresses, and a clear row for each input that cannot be taken in."""

import csv
import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from secondsource.article import read_capture
from secondsource.errors import UsageError
from secondsource.ingest import Failure, captures
from secondsource.model.article import Capture

TEXT = (
    "The harbour board of Lindmouth voted on Tuesday to close the old ferry pier.\n\n"
    "Residents said they had not been told of the decision before it was read out."
)


def good(*sources: Path) -> list[Capture]:
    """The captures of the sources, none of which may fail."""
    items = list(captures(list(sources)))
    assert not [item for item in items if isinstance(item, Failure)]
    return [item for item in items if isinstance(item, Capture)]


def reasons(*sources: Path) -> list[str]:
    return [item.reason for item in captures(list(sources)) if isinstance(item, Failure)]


def test_a_folder_is_read_in_order_and_from_anywhere(tmp_path: Path) -> None:
    for place in ("here", "there/below"):
        folder = tmp_path / place
        (folder / "b").mkdir(parents=True)
        (folder / "b/two.txt").write_text(TEXT)
        (folder / "a.txt").write_text(TEXT + " One.")
        (folder / ".hidden").write_text("x")
        (folder / "style.css").write_text("x")
    here, there = good(tmp_path / "here"), good(tmp_path / "there/below")
    assert [capture.address for capture in here] == ["a.txt", "b/two.txt"]
    assert here == there


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(f"{TEXT} {name}")
    one = good(tmp_path / "x", tmp_path / "y")
    other = good(tmp_path / "y", tmp_path / "x")
    assert [capture.address for capture in one] == ["a.txt", "y/a.txt"]
    assert one == other, "the order of the sources changes nothing"


RECORDS = [
    ({"id": "7", "text": TEXT, "title": "Pier to close", "date": "2021-04-06", "outlet": "Lindmouth Post", "author": "Ola Berg"}, "reports.jsonl#7", "the minimal form"),
    ({"url": "https://post.example/a", "text": TEXT, "title": "Pier to close", "date": "2021-04-06", "outlet": "Lindmouth Post", "author": "Ola Berg"}, "https://post.example/a", "with a URL"),
    ({"@type": "NewsArticle", "headline": "Pier to close", "articleBody": TEXT, "datePublished": "2021-04-06T08:00:00+02:00", "author": [{"@type": "Person", "name": "Ola Berg"}], "publisher": {"name": "Lindmouth Post"}, "url": "https://post.example/b"}, "https://post.example/b", "schema.org NewsArticle"),
    ({"uri": "https://post.example/c", "headline": "Pier to close", "bodies": [{"contentType": "text/plain", "value": TEXT}], "firstcreated": "2021-04-06T08:00:00Z", "by": "Ola Berg", "provider": "Lindmouth Post"}, "https://post.example/c", "ninjs 2"),
    ({"url": "https://post.example/d", "maintext": TEXT, "title": "Pier to close", "date_publish": "2021-04-06 08:00:00", "authors": ["Ola Berg"], "source_name": "Lindmouth Post"}, "https://post.example/d", "news-please"),
    ({"url": "https://post.example/e", "body": {"summary": [], "sections": [{"headline": [], "paragraphs": TEXT.split("\n\n")}]}, "title": "Pier to close", "publishing_date": "2021-04-06 08:00:00", "authors": ["Ola Berg"], "publisher": "Lindmouth Post"}, "https://post.example/e", "fundus"),
]  # fmt: skip


@pytest.mark.parametrize(("record", "address", "why"), RECORDS)
def test_records(tmp_path: Path, record: dict[str, object], address: str, why: str) -> None:
    (tmp_path / "reports.jsonl").write_text(json.dumps(record) + "\n")
    (capture,) = good(tmp_path)
    assert capture.address == address, why
    article = read_capture(capture)
    assert article.text == TEXT, why
    assert article.headline == "Pier to close", why
    assert article.authors == ("Ola Berg",), why
    assert article.outlet == "Lindmouth Post", why
    assert article.published is not None, why
    assert article.published.value == "2021-04-06", why


def test_csv_json_list_and_telegram(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("w", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["id", "title", "text"])
        rows.writerow(["1", "Pier to close", TEXT])
    (tmp_path / "b.json").write_text(
        json.dumps([{"id": "2", "text": TEXT + " Two."}, {"id": "3", "text": TEXT + " Three."}])
    )
    posts = {
        "name": "Coast news",
        "messages": [
            {
                "id": 4,
                "date": "2021-04-06T08:00:00",
                "text": [
                    "The pier of ",
                    {"type": "link", "text": "Lindmouth"},
                    " will close on Friday, the harbour board said.",
                ],
            }
        ],
    }
    (tmp_path / "c.json").write_text(json.dumps(posts))
    found = good(tmp_path)
    assert [capture.address for capture in found] == [
        "a.csv#1",
        "b.json#2",
        "b.json#3",
        "c.json",
    ] or found[3].address.startswith("c.json")
    assert found[3].data.startswith(b"The pier of Lindmouth will close")


def test_archives(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("in/one.txt", TEXT)
        archive.writestr("bomb.txt", b"a" * 60_000_000)
        archive.writestr("last.txt", TEXT + " Last.")
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(TEXT.encode() + b" Packed."))
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    cut = gzip.compress(TEXT.encode() * 50)
    (tmp_path / "cut.txt.gz").write_bytes(cut[: len(cut) // 2])
    items = list(captures([tmp_path]))
    assert [item.address for item in items if isinstance(item, Capture)] == [
        "a.zip/in/one.txt",
        "a.zip/last.txt",
        "b.txt",
    ]
    failed = {item.address: item.reason for item in items if isinstance(item, Failure)}
    assert set(failed) == {"a.zip/bomb.txt", "broken.zip", "cut.txt.gz"}
    assert "bomb" in failed["a.zip/bomb.txt"]


def test_a_web_archive_that_was_cut_keeps_what_came_before(tmp_path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    held = io.BytesIO()
    writer = WARCWriter(held, gzip=True)
    for number in range(3):
        page = f"<html><body><article><p>{TEXT}</p><p>Number {number} of three, he said.</p></article></body></html>"
        headers = StatusAndHeaders(
            "200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0"
        )
        writer.write_record(
            writer.create_warc_record(
                f"https://post.example/{number}",
                "response",
                payload=io.BytesIO(page.encode()),
                http_headers=headers,
            )
        )
    (tmp_path / "whole.warc.gz").write_bytes(held.getvalue())
    (tmp_path / "cut.warc.gz").write_bytes(held.getvalue()[:-200])
    assert [capture.address for capture in good(tmp_path / "whole.warc.gz")] == [
        f"https://post.example/{n}" for n in range(3)
    ]
    plain = gzip.decompress(held.getvalue())
    (tmp_path / "cut.warc").write_bytes(plain[: plain.rindex(b"of three")])
    for name in ("cut.warc.gz", "cut.warc"):
        items = list(captures([tmp_path / name]))
        assert [item.address for item in items if isinstance(item, Capture)] == [
            f"https://post.example/{n}" for n in range(2)
        ]
        broken = [item.reason for item in items if isinstance(item, Failure)]
        assert len(broken) == 1
        assert "is broken after 2 pages" in broken[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_lines_of_reports_in_any_encoding_with_a_mark(tmp_path: Path, encoding: str) -> None:
    lines = [json.dumps({"id": n, "text": f"{TEXT} “{n}”"}, ensure_ascii=False) for n in range(2)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding)
    assert len(good(tmp_path / "a.jsonl")) == 2


def test_a_feed_file(tmp_path: Path) -> None:
    entry = f"<item><title>Pier to close</title><link>https://post.example/f</link><pubDate>Tue, 06 Apr 2021 08:00:00 GMT</pubDate><description><![CDATA[<p>{TEXT}</p>{'<p>The board meets again in May to decide on the ferry.</p>' * 12}]]></description></item>"
    short = "<item><title>Short</title><link>https://post.example/g</link><description>Only a summary.</description></item>"
    (tmp_path / "a.xml").write_text(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Lindmouth Post</title>{entry}{short}</channel></rss>'
    )
    (tmp_path / "b.xml").write_text(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>'
    )
    items = list(captures([tmp_path]))
    assert [item.address for item in items] == [
        "https://post.example/f",
        "https://post.example/g",
        "b.xml",
    ]
    assert isinstance(items[0], Capture)
    assert items[0].metadata["published"] == "2021-04-06"
    assert "summary" in getattr(items[1], "reason", "")
    assert "entities" in getattr(items[2], "reason", "")


BAD_FILES = [
    ("empty.txt", b"", "is empty", "an empty file"),
    ("blank.txt", b" \n\n ", "is empty", "a file of blanks"),
    ("tool.bin", bytes(range(256)) * 40, "is binary", "a binary file"),
    ("line.txt", b"a" * 20_000_000, "10 MB at most", "a line of 20 MB"),
    ("line.jsonl", b'{"text": "' + b"a" * 20_000_000 + b'"}\n', "longer than", "a record of 20 MB"),
    ("broken.json", b'{"text": ', "is no JSON", "half a document"),
    ("none.jsonl", b'{"title": "x"}\n', "needs a field `text`", "a record without text"),
    ("table.csv", b"a,b\n1,2\n", "no column of texts", "a table of something else"),
    ("scan.pdf", b"%PDF-1.4\nnothing", "PDF", "a broken PDF"),
]


@pytest.mark.parametrize(("name", "data", "reason", "why"), BAD_FILES)
def test_bad_files_become_rows(
    tmp_path: Path, name: str, data: bytes, reason: str, why: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(TEXT)
    items = list(captures([tmp_path]))
    failures = [item for item in items if isinstance(item, Failure)]
    assert len(failures) == 1, why
    assert name in failures[0].reason, why
    assert reason in failures[0].reason, why
    assert isinstance(items[-1], Capture), "the other files are still read"


def test_a_missing_folder_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        captures([tmp_path / "nowhere"])
