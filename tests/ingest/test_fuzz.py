"""Whatever bytes come in: captures or rows with a reason, never another exception; and of each capture an article
whose parts lie where they say, or the reason why it is none."""

import gzip
import io
import json
import zipfile

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.article import read_capture
from secondsource.errors import ArticleError
from secondsource.ingest import Failure
from secondsource.ingest.files import from_bytes
from secondsource.model.article import Capture

SENTENCE = "The water board of Ostrava said on Monday that the old weir will be mended by May. "

PAGE = f"""<!doctype html><html lang="en"><head><title>Weir to be mended</title>
<meta property="article:published_time" content="2021-03-01T10:00:00Z">
<script type="application/ld+json">{{"@type": "NewsArticle", "author": {{"name": "Eva Mala"}}, "articleBody": "x"}}</script>
</head><body><nav><ul><li><a href="/">Home</a></ul></nav><article><h1>Weir to be mended</h1><p class="byline">By Eva Mala
<time datetime="2021-03-01">1 March 2021</time><p>{SENTENCE * 3}</p><figure><figcaption>A weir</figcaption></figure>
<p>{SENTENCE}</p></article><footer>&copy; 2021</footer></body></html>""".encode()

FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Weir News</title><item><title>Weir</title>
<link>https://weir.example/1</link><pubDate>Mon, 01 Mar 2021 10:00:00 GMT</pubDate><description>{SENTENCE * 9}
</description></item></channel></rss>""".encode()

SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://weir.example/1</loc>
<n:news><n:publication_date>2021-03-01</n:publication_date><n:title>Weir</n:title></n:news></url></urlset>"""

RECORD = json.dumps(
    {"id": 7, "url": "https://weir.example/1", "title": "Weir", "text": SENTENCE * 2, "date": "2021-03-01", "author": [{"name": "Eva"}]}
).encode()  # fmt: skip

WARC = b"".join(
    (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://weir.example/1\r\n",
        b"WARC-Date: 2021-03-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:0a0a0a0a-0000-4000-8000-000000000000>\r\n",
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % (len(PAGE) + 44),
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE + b"\r\n\r\n",
    )
)  # fmt: skip


def _zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", PAGE)
        archive.writestr("b.jsonl", RECORD)
    return target.getvalue()


FORMS = {
    "page.html": PAGE,
    "feed.xml": FEED,
    "sitemap.xml": SITEMAP,
    "one.json": RECORD,
    "many.jsonl": RECORD + b"\n" + RECORD,
    "table.csv": b"id,text,date\n1," + SENTENCE.encode() + b",2021-03-01\n",
    "web.warc": WARC,
    "web.warc.gz": gzip.compress(WARC, mtime=0),
    "reports.zip": _zip(),
    "page.html.gz": gzip.compress(PAGE, mtime=0),
    "report.txt": b"WEIR TO BE MENDED\n\nBy Eva Mala\n1 March 2021\n\n" + SENTENCE.encode() * 3,
    "unknown": b"\xff\xfe" + SENTENCE.encode("utf-16-le"),
}

PIECES = st.one_of(
    st.binary(max_size=40),
    st.sampled_from(
        (
            b"<",
            b">",
            b"]]>",
            b"<![CDATA[",
            b"<!--",
            b"&#0;",
            b"&#xD800;",
            b"&lt;",
            b"\x00",
            b"\xff\xfe",
            b'"',
            b"\\ud800",
            b"[[[[[[",
            b'{"text":',
            b"null",
            b"-1",
            b"1e999",
            b"NaN",
            b"9" * 50,
            b"\r\n",
            b"\n\n",
            b",",
            b"http://[",
            b"://",
            b"2021-02-30",
            b"0000-00-00",
            b"<table><tr>",
            b"<p>",
            b"<div hidden>",
            b"</body>",
            b"<svg><p>",
            b"<time datetime='99999-01-01'>",
            b"Content-Length: -5",
            b"Content-Length: 99999999999",
            b"<base href='http://['>",
            b"<link rel=canonical href='http://['>",
            b"charset=utf-7",
            b"<meta charset=rot13>",
            b"<meta charset=base64>",
        )
    ),
)


@st.composite
def spoiled(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file of some form in which pieces were put in, cut out, or doubled, or that was cut."""
    data = whole
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.sampled_from((0, 0, 1, 4, 30, 400))))
        deed = draw(st.sampled_from(("put", "double", "cut")))
        piece = draw(PIECES) if deed == "put" else data[at:to] * 2 if deed == "double" else b""
        data = data[:at] + piece + data[to:]
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


def holds(data: bytes, name: str) -> None:
    """Every item is a capture or a reason that can be written down, every article lies as it says."""
    for item in from_bytes(data, name):
        msgspec.json.encode(item)
        if isinstance(item, Failure):
            assert item.reason
            continue
        assert isinstance(item, Capture)
        assert item.address
        try:
            article = read_capture(item)
        except ArticleError:
            continue
        msgspec.json.encode(article)
        for origin in article.origins:
            assert 0 <= origin.start < origin.end <= len(article.text)
        for removal in article.removed:
            assert 0 <= removal.start <= removal.end


@pytest.mark.parametrize("name", FORMS)
def test_the_whole_file_is_read(name: str) -> None:
    items = list(from_bytes(FORMS[name], name))
    assert items
    if name != "sitemap.xml":
        assert all(isinstance(item, Capture) for item in items)


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_spoiled_files(name: str, data: st.DataObject) -> None:
    holds(data.draw(spoiled(FORMS[name])), name)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(sorted(FORMS)))
def test_any_bytes(data: bytes, name: str) -> None:
    holds(data, name)
