"""Fetching, against a real server on the loopback address."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.fuzz.forms import FORMS

from secondsource.errors import CaptureError
from secondsource.ingest import Failure, captures
from secondsource.ingest.fetch import Fetcher, is_private
from secondsource.ingest.item import iso_time
from secondsource.model.article import Capture

PAGE = "<html><body><article><p>The harbour board of Lindmouth voted on Tuesday to close the pier.</p></article></body></html>"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        root = f"http://127.0.0.1:{self.server.server_address[1]}"
        path = self.path
        status, kind, body = 200, "text/html", PAGE
        headers: dict[str, str] = {}
        if path == "/robots.txt":
            kind, body = "text/plain", "User-agent: *\nDisallow: /private/\n"
        elif path == "/feed":
            kind = "application/rss+xml"
            body = f"<rss version='2.0'><channel><title>Post</title><item><link>{root}/a</link></item><item><link>{root}/private/b</link></item></channel></rss>"
        elif path == "/map":
            kind = "application/xml"
            body = f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>{root}/a</loc><n:news><n:publication_date>2021-04-06</n:publication_date><n:title>Pier to close</n:title></n:news></url></urlset>"
        elif path == "/loop":
            status, headers = 302, {"Location": "/loop"}
        elif path == "/inside":
            status, headers = 302, {"Location": "http://10.0.0.1/"}
        elif path == "/long":
            body = "a" * 300_000
        elif path == "/gone":
            status = 404
        elif path == "/removed":
            status = 410
        elif path == "/broken":
            status = 500
        elif path == "/bad-feed":
            kind = "application/rss+xml"
            links = "".join(
                f"<item><link>{root}{one}</link></item>"
                for one in ("/loop", "/inside", "/a", "/removed")
            )
            body = f"<rss version='2.0'><channel><title>Post</title>{links}</channel></rss>"
        elif path == "/laughs":
            kind = "application/rss+xml"
            body = "<!DOCTYPE r [<!ENTITY a 'ha'>]><rss version='2.0'><channel><title>&a;</title></channel></rss>"
        elif path == "/same":
            headers = {"ETag": '"1"'}
            if self.headers.get("If-None-Match") == '"1"':
                status, body = 304, ""
        elif path == "/index.xml.gz":
            body = f"<sitemapindex><sitemap><loc>{root}/map.xml.gz</loc></sitemap></sitemapindex>"
        elif path == "/map.xml.gz":
            body = f"<urlset><url><loc>{root}/a</loc></url></urlset>"
        data = body.encode()
        if path.endswith(".gz"):
            kind, data = "application/gzip", gzip.compress(data)
        elif path == "/minutes.pdf":
            kind, data = "application/pdf", FORMS["paper.pdf"]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def root() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(allow_private=True, pause_seconds=0.0, largest=100_000)


def test_a_page(root: str, fetcher: Fetcher) -> None:
    (capture,) = captures([f"{root}/a"], fetcher)
    assert isinstance(capture, Capture)
    assert capture.address == f"{root}/a"
    assert capture.data == PAGE.encode()


def test_a_feed_and_a_sitemap_lead_to_their_pages(root: str, fetcher: Fetcher) -> None:
    page, forbidden = captures([f"{root}/feed"], fetcher)
    assert isinstance(page, Capture)
    assert page.address == f"{root}/a"
    assert isinstance(forbidden, Failure)
    assert "robots.txt" in forbidden.reason
    (named,) = captures([f"{root}/map"], fetcher)
    assert isinstance(named, Capture)
    assert named.metadata["published"] == "2021-04-06"


@pytest.mark.parametrize("path", ["/map.xml.gz", "/index.xml.gz"])
def test_a_packed_sitemap_leads_to_its_pages(root: str, fetcher: Fetcher, path: str) -> None:
    (page,) = captures([f"{root}{path}"], fetcher)
    assert isinstance(page, Capture)
    assert page.address == f"{root}/a"


def test_a_pdf_at_a_url(root: str, fetcher: Fetcher) -> None:
    pytest.importorskip("pypdf")
    (found,) = captures([f"{root}/minutes.pdf"], fetcher)
    assert isinstance(found, Capture)
    assert found.media_type == "text/plain"
    assert found.metadata["url"] == f"{root}/minutes.pdf"
    assert "the old weir will be mended" in found.data.decode()
    assert found.captured is not None


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/loop", "redirects"), ("/long", "longer than"), ("/gone", "404"), ("/private/x", "robots")],
)
def test_refusals(root: str, fetcher: Fetcher, path: str, reason: str) -> None:
    (failure,) = captures([root + path], fetcher)
    assert isinstance(failure, Failure)
    assert reason in failure.reason


def test_private_addresses_are_refused(root: str) -> None:
    with pytest.raises(CaptureError, match=r"private address|cannot be reached"):
        Fetcher(pause_seconds=0.0).fetch(f"{root}/a")


def test_a_redirect_to_a_private_address_is_refused(
    root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "secondsource.ingest.fetch.is_private", lambda address: address.startswith("10.")
    )
    with pytest.raises(CaptureError, match="private address"):
        Fetcher(pause_seconds=0.0).fetch(f"{root}/inside")


def test_unchanged_pages_are_not_sent_again(root: str, fetcher: Fetcher) -> None:
    first = fetcher.fetch(f"{root}/same")
    assert fetcher.fetch(f"{root}/same", etag=first.etag).data is None


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "::1",
        "::ffff:10.0.0.1",
        "fe80::1%eth0",
        "0.0.0.0",
        "100.64.0.1",
    ],
)
def test_private(address: str) -> None:
    assert is_private(address)
    assert not is_private("93.184.216.34")


def test_a_feed_whose_pages_lead_nowhere_keeps_the_others(
    root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Only the test's own server counts as public.
    monkeypatch.setattr("secondsource.ingest.fetch.is_private", lambda one: one != "127.0.0.1")
    items = list(captures([f"{root}/bad-feed"], Fetcher(pause_seconds=0.0)))
    reasons = {
        item.address.removeprefix(root): item.reason for item in items if isinstance(item, Failure)
    }
    assert [item.address for item in items if isinstance(item, Capture)] == [f"{root}/a"]
    assert "redirects" in reasons["/loop"]
    assert "private address" in reasons["/inside"]
    assert "410" in reasons["/removed"]


@pytest.mark.parametrize("path", ["/loop", "/inside", "/laughs", "/broken"])
def test_a_feed_that_cannot_be_read_is_one_row(
    root: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secondsource.ingest.fetch.is_private", lambda one: one != "127.0.0.1")
    (item,) = captures([f"{root}{path}"], Fetcher(pause_seconds=0.0))
    assert isinstance(item, Failure)
    assert not item.gone


@pytest.mark.parametrize("path", ["/gone", "/removed"])
def test_what_is_gone_says_so_and_when(root: str, fetcher: Fetcher, path: str) -> None:
    (item,) = captures([f"{root}{path}"], fetcher)
    assert isinstance(item, Failure)
    assert item.gone
    assert item.captured is not None


def test_a_page_says_when_it_was_taken_by_the_clock_of_its_server(
    root: str, fetcher: Fetcher
) -> None:
    (item,) = captures([f"{root}/a"], fetcher)
    assert isinstance(item, Capture)
    assert item.captured is not None
    assert item.captured.endswith("Z")


TIMES = [
    ("2024-03-05", "2024-03-05", "a day"),
    ("2024-03-05T10:00:00+03:00", "2024-03-05T07:00:00Z", "a time in a zone"),
    ("2024-03-05T10:00:00.123Z", "2024-03-05T10:00:00Z", "with fractions"),
    ("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05T10:00:00Z", "of a header"),
    ("2024-03-05 10:00:00", "2024-03-05T10:00:00Z", "without a zone"),
    ("2024-13-05", None, "no day"),
    ("yesterday", None, "no time"),
]


@pytest.mark.parametrize(("words", "expected", "why"), TIMES)
def test_times_of_capture(words: str, expected: str | None, why: str) -> None:
    assert iso_time(words) == expected, why
