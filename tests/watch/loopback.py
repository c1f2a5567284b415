"""A real HTTP server on the loopback address: feeds, pages, faults and a webhook that can be told to fail."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HANG_SECONDS = 20.0


class Site:
    """What the server has. `feeds` are addresses of pages with titles by path, `pages` bodies by path, `faults` what a
    path does instead (a status, "html", "loop", "hang", or "cut": a feed that breaks off); `asked` are all paths asked for, `posted` what
    webhooks took, by path, with the key of each."""

    def __init__(self, root: str, port: int) -> None:
        self.root, self.port = root, port
        self.feeds: dict[str, list[tuple[str, str]]] = {}
        self.sitemaps: dict[str, list[str]] = {}
        self.pages: dict[str, str] = {}
        self.faults: dict[str, int | str] = {}
        self.asked: list[tuple[str, int]] = []
        self.posted: dict[str, list[tuple[str, Any]]] = {}
        self.released = threading.Event()

    def add(self, feed: str, path: str, title: str, body: str) -> None:
        """A new page, named by a feed."""
        self.pages[path] = page_of(title, body)
        self.feeds.setdefault(feed, []).insert(0, (path, title))

    def answer(self, path: str, etag: str) -> tuple[int, str, bytes, dict[str, str]]:
        """Status, type, body and headers."""
        fault = self.faults.get(path)
        if fault == "hang":
            self.released.wait(HANG_SECONDS)
            return 503, "text/plain", b"", {}
        if fault == "loop":
            return 302, "text/plain", b"", {"Location": path}
        if fault == "html":
            return 200, "text/html", b"<html><body><p>Please log in.</p></body></html>", {}
        if isinstance(fault, int):
            return fault, "text/plain", b"", {}
        if path in self.feeds:
            body = feed_of(self.root, self.feeds[path])
            own = f'"{hash(body)}"'
            if fault == "cut":
                return 200, "application/rss+xml", body[: len(body) * 2 // 3], {"ETag": own}
            if etag == own:
                return 304, "text/xml", b"", {}
            return 200, "application/rss+xml", body, {"ETag": own}
        if path in self.sitemaps:
            locations = "".join(
                f"<url><loc>{self.root}{one}</loc></url>" for one in self.sitemaps[path]
            )
            text = (
                f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{locations}</urlset>"
            )
            return 200, "application/xml", text.encode(), {}
        if path in self.pages:
            return 200, "text/html", self.pages[path].encode(), {}
        return 404, "text/plain", b"", {}


def page_of(title: str, body: str) -> str:
    """A page of a report; the body begins with its day of publication, and its title with the outlet."""
    day, _, rest = body.partition("\n")
    outlet = title.partition(":")[0]
    text = "".join(f"<p>{one}</p>" for one in rest.split("\n") if one)
    return (
        f"<html><head><title>{title}</title><meta property='article:published_time' content='{day}'>"
        f"<meta property='og:site_name' content='{outlet}'>"
        f"</head><body><article><h1>{title}</h1>{text}</article></body></html>"
    )


def feed_of(root: str, entries: list[tuple[str, str]]) -> bytes:
    """RSS of these entries."""
    items = "".join(
        f"<item><link>{root}{path}</link><title>{title}</title></item>" for path, title in entries
    )
    return f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>".encode()


class Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        status, kind, body, headers = self.site.answer(
            self.path, self.headers.get("If-None-Match", "")
        )
        self.site.asked.append((self.path, status))
        self._say(status, kind, body, headers)

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        body = json.loads(self.rfile.read(length))
        status, kind, data, headers = 200, "text/plain", b"", {}
        fault = self.site.faults.get(self.path)
        if fault is not None:
            status, kind, data, headers = self.site.answer(self.path, "")
        if status < 300:
            key = self.headers.get("Idempotency-Key", "")
            self.site.posted.setdefault(self.path, []).append((key, body))
        self.site.asked.append((self.path, status))
        self._say(status, kind, data, headers)

    def _say(self, status: int, kind: str, body: bytes, headers: dict[str, str]) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            pass  # the client gave up, as some tests want it to

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def served() -> Iterator[Site]:
    """A site on a free port, until the end of the block."""
    handler = type("OwnHandler", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    port = server.server_address[1]
    handler.site = site = Site(f"http://127.0.0.1:{port}", port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield site
    finally:
        site.released.set()
        server.shutdown()
        server.server_close()
