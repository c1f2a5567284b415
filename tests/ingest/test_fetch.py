"""Fetching, against a real server on the loopback address."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from secondsource.errors import CaptureError
from secondsource.ingest import Failure, captures
from secondsource.ingest.fetch import Fetcher, is_private
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
        elif path == "/same":
            headers = {"ETag": '"1"'}
            if self.headers.get("If-None-Match") == '"1"':
                status, body = 304, ""
        data = body.encode()
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
