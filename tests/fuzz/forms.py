"""A small invented file of each form that a reader takes, and what must hold of whatever is made of its bytes."""

import gzip
import io
import json
import quopri
import zipfile
import zlib
from contextlib import suppress

import msgspec

from secondsource.article import read_capture
from secondsource.errors import ArticleError, CaptureError
from secondsource.ingest import Failure
from secondsource.ingest.feeds import feed_links, sitemap_links
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


ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Weir News</title><entry>
<id>urn:weir:1</id><title type="html">Weir &amp;amp; lock</title><link href="https://weir.example/1"/><author><name>Eva Mala</name></author>
<updated>2021-03-01T10:00:00+01:00</updated><content type="html">&lt;p&gt;{SENTENCE * 9}&lt;/p&gt;</content></entry></feed>""".encode()

CHUNKED = b"".join(
    (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n",
        b"Content-Encoding: gzip\r\n\r\n",
        b"%x\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(PAGE, mtime=0)), gzip.compress(PAGE, mtime=0)),
    )
)  # fmt: skip
WARC_IN_PIECES = b"".join(
    (
        b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\nContent-Length: 13\r\n\r\nsoftware: x\r\n\r\n\r\n",
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://weir.example/2\r\n",
        b"WARC-Date: 2021-03-01T10:00:00.123456Z\r\nContent-Type: application/http; msgtype=response\r\n",
        b"Content-Length: %d\r\n\r\n" % len(CHUNKED) + CHUNKED + b"\r\n\r\n",
    )
)  # fmt: skip

NINJS = json.dumps(
    {
        "items": [
            {"uri": "https://weir.example/3", "headlines": [{"value": "Weir"}], "bodies": [{"contentType": "text/html", "value": f"<p>{SENTENCE * 2}</p>"}], "by": "Eva", "versioncreated": "2021-03-01T10:00:00Z"},
            {"@type": "NewsArticle", "@id": "https://weir.example/4", "articleBody": SENTENCE, "author": ["Eva", {"name": "Ivo"}], "datePublished": "2021"},
        ]
    }
).encode()  # fmt: skip


MHTML = (
    b"Snapshot-Content-Location: https://weir.example/5\r\nDate: Mon, 1 Mar 2021 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/related; boundary=edge\r\n\r\n--edge\r\nContent-Type: text/html; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quopri.encodestring(PAGE) + b"\r\n--edge--\r\n"
)  # fmt: skip


def _pdf() -> bytes:
    """A page of three lines, with its table of places."""
    lines = b"".join(b"(%s) Tj 0 -20 Td " % SENTENCE.strip().encode() for _ in range(3))
    content = zlib.compress(b"BT /F1 12 Tf 20 200 Td " + lines + b"ET")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (table, len(data))  # fmt: skip


def _zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", PAGE)
        archive.writestr("b.jsonl", RECORD)
    return target.getvalue()


FORMS: dict[str, bytes] = {
    "page.html": PAGE,
    "page.mhtml": MHTML,
    "feed.xml": FEED,
    "atom.xml": ATOM,
    "sitemap.xml": SITEMAP,
    "one.json": RECORD,
    "ninjs.json": NINJS,
    "many.jsonl": RECORD + b"\n" + RECORD,
    "table.csv": b"id,text,date\n1," + SENTENCE.encode() + b",2021-03-01\n",
    "web.warc": WARC,
    "pieces.warc": WARC_IN_PIECES,
    "web.warc.gz": gzip.compress(WARC, mtime=0),
    "reports.zip": _zip(),
    "paper.pdf": _pdf(),
    "page.html.gz": gzip.compress(PAGE, mtime=0),
    "report.txt": b"WEIR TO BE MENDED\n\nBy Eva Mala\n1 March 2021\n\n" + SENTENCE.encode() * 3,
    "unknown": b"\xff\xfe" + SENTENCE.encode("utf-16-le"),
}


def holds(data: bytes, name: str) -> None:
    """Every item is a capture or a reason that can be written down, every article lies as it says."""
    for links in (feed_links, sitemap_links):
        with suppress(CaptureError):
            msgspec.json.encode(links(data))
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
