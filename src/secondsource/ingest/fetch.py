"""Pages, feeds and sitemaps from the web: politely, within limits, and never from private networks.

Before every request, redirects included, the host is looked up and refused if any of its addresses
is private, local or reserved; the connection then goes to the address that was checked. robots.txt
is obeyed (RFC 9309: a missing file allows all, an unreachable one nothing). One request at a time,
with a pause between two to one host.
"""

import ipaddress
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from msgspec.structs import replace

from ..errors import CaptureError
from ..model.address import is_web_address
from .feeds import feed_links, looks_like_feed, looks_like_sitemap, sitemap_links
from .item import LARGEST_REPORT, Failure, Item, capture, iso_time
from .optional import optional
from .pdf import read_pdf

AGENT = "secondsource/0.1 (+news record; obeys robots.txt)"
MOST_REDIRECTS = 5
SECONDS = 20.0
"""For a whole request, from connection to last byte."""
PAUSE_SECONDS = 1.0
MOST_PAGES = 500
"""Pages that one feed or sitemap may lead to."""
MOST_SITEMAPS = 20


@dataclass(frozen=True)
class Fetched:
    """An answer: its last URL, media type, bytes and headers that matter for asking again. `data` is
    None where the server says that nothing changed."""

    url: str
    media_type: str
    charset: str
    data: bytes | None
    etag: str
    last_modified: str
    date: str


@dataclass
class Fetcher:
    """Fetches one URL after the other. Holds the robots files and the time of the last request of
    each host; `allow_private` is for servers of one's own and for tests."""

    allow_private: bool = False
    pause_seconds: float = PAUSE_SECONDS
    seconds: float = SECONDS
    largest: int = LARGEST_REPORT
    sleep: Callable[[float], None] = time.sleep
    # The rules of a site, or why they cannot be had.
    _robots: dict[str, RobotFileParser | str] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str, etag: str = "", last_modified: str = "") -> Fetched:
        """The answer for a URL. With `etag` or `last_modified` of an earlier answer the server is
        asked for changes only. Raises CaptureError with the reason when there is none."""
        if not is_web_address(url):
            raise CaptureError(f"{url} is no web address")
        if not self._allowed_by_robots(url):
            raise CaptureError(f"{url}: the site's robots.txt forbids it")
        return self._get(url, etag, last_modified)

    def _allowed_by_robots(self, url: str) -> bool:
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            rules = RobotFileParser()
            try:
                answer = self._get(f"{root}/robots.txt", "", "", robots=True)
                rules.parse((answer.data or b"").decode("utf-8", "replace").splitlines())
                self._robots[root] = rules
            except _NoFile:
                rules.parse([])
                self._robots[root] = rules
            except CaptureError as error:
                self._robots[root] = str(error)
        found = self._robots[root]
        if isinstance(found, str):
            raise CaptureError(f"{url}: {parts.netloc} cannot be reached ({found})")
        return found.can_fetch(AGENT, url)

    def _get(self, url: str, etag: str, last_modified: str, robots: bool = False) -> Fetched:
        httpx = optional("httpx", "a URL")
        headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"}
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        deadline = time.monotonic() + self.seconds
        for _ in range(MOST_REDIRECTS + 1):
            parts = urlsplit(url)
            pinned = self._checked(url)
            self._wait(parts.netloc)
            try:
                with (
                    httpx.Client(
                        timeout=self.seconds,
                        follow_redirects=False,
                        trust_env=False,
                        verify=tls_context(),
                    ) as client,
                    client.stream(
                        "GET",
                        httpx.URL(url).copy_with(host=pinned),
                        headers={**headers, "Host": parts.netloc.rpartition("@")[2]},
                        extensions={"sni_hostname": parts.hostname},
                    ) as answer,
                ):
                    if answer.has_redirect_location:
                        url = _led_to(url, answer.headers.get("location", ""))
                        continue
                    return self._answer(answer, url, deadline, robots)
            except httpx.HTTPError as error:
                reason = str(error) or type(error).__name__
                raise CaptureError(f"{url} cannot be fetched ({reason})") from error
            except httpx.InvalidURL as error:
                raise CaptureError(f"{url} is no URL ({error})") from error
        raise CaptureError(f"{url}: more than {MOST_REDIRECTS} redirects")

    def _answer(self, answer: Any, url: str, deadline: float, robots: bool) -> Fetched:
        status = answer.status_code
        if robots and 400 <= status < 500:
            raise _NoFile(url)
        if status != 304 and not 200 <= status < 300:
            if status in (404, 410):
                raise Gone(f"{url} answers {status}", answer.headers.get("date", ""))
            raise CaptureError(f"{url} answers {status}")
        pieces: list[bytes] = []
        size = 0
        if status != 304:
            for piece in answer.iter_bytes():
                size += len(piece)
                if size > self.largest:
                    raise CaptureError(f"{url} is longer than {self.largest / 1e6:.0f} MB")
                if time.monotonic() > deadline:
                    raise CaptureError(f"{url} took longer than {self.seconds:.0f} seconds")
                pieces.append(piece)
        kind = answer.headers.get("content-type", "")
        charset = (
            kind.lower().split("charset=")[1].split(";")[0].strip(" \"'")
            if "charset=" in kind.lower()
            else ""
        )
        return Fetched(
            url=url,
            media_type=kind.split(";")[0].strip().lower(),
            charset=charset,
            data=None if status == 304 else b"".join(pieces),
            etag=answer.headers.get("etag", ""),
            last_modified=answer.headers.get("last-modified", ""),
            date=answer.headers.get("date", ""),
        )

    def _checked(self, url: str) -> str:
        """An IP address of the URL's host, all of whose addresses were found to be public ones."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise CaptureError(f"{url} is no web address")
        try:
            port = parts.port or (443 if parts.scheme == "https" else 80)
            rows = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError, ValueError) as error:
            raise CaptureError(f"{url}: the host {parts.hostname} is not known") from error
        addresses = [str(row[4][0]) for row in rows]
        for address in addresses:
            if not self.allow_private and is_private(address):
                raise CaptureError(f"{url} leads to a private address ({address}); refused")
        return min(addresses, key=lambda address: ":" in address)

    def _wait(self, host: str) -> None:
        last = self._last.get(host)
        if last is not None:
            left = self.pause_seconds - (time.monotonic() - last)
            if left > 0:
                self.sleep(left)
        self._last[host] = time.monotonic()


@cache
def tls_context() -> Any:
    """What certificates are checked with; loaded once, since loading takes 50 ms (httpx 0.28)."""
    return optional("httpx", "a URL").create_ssl_context(trust_env=False)


def _led_to(url: str, location: str) -> str:
    """Where a redirect leads. Raises CaptureError when that is no address."""
    try:
        found = urljoin(url, location)
    except ValueError:
        found = ""
    if not is_web_address(found):
        raise CaptureError(f"{url} leads to {location!r}, which is no web address")
    return found


class _NoFile(CaptureError):
    """The server has no such file."""


class Gone(CaptureError):
    """The server says that there is nothing (any more) at this address; `date` is its clock."""

    def __init__(self, message: str, date: str) -> None:
        super().__init__(message)
        self.date = date


def _failure(url: str, error: CaptureError) -> Failure:
    if isinstance(error, Gone):
        return Failure(
            address=url, reason=str(error), gone=True, captured=iso_time(error.date) or None
        )
    return Failure(address=url, reason=str(error))


def is_private(address: str) -> bool:
    """Whether an IP address is none of the public internet (private, local, reserved, multicast, or
    an IPv4 address of those kinds inside an IPv6 one)."""
    try:
        found = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return True
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if inner is not None:
        found = inner
    return not found.is_global or found.is_multicast


def read_url(url: str, fetcher: Fetcher) -> Iterator[Item]:
    """The items of a URL: a page; all pages of a feed or a sitemap, the first 500 of them."""
    try:
        answer = fetcher.fetch(url)
    except CaptureError as error:
        yield _failure(url, error)
        return
    data = _unpacked(answer.data or b"")
    if looks_like_feed(data) or looks_like_sitemap(data):
        yield from _pages(answer.url, data, fetcher)
    else:
        yield _page(url, answer, {})


def read_page(url: str, fetcher: Fetcher, said: dict[str, str]) -> Item:
    """The page at a URL, with what a feed or sitemap says of it; a Failure where there is none."""
    try:
        return _page(url, fetcher.fetch(url), said)
    except CaptureError as error:
        return _failure(url, error)


def _page(url: str, answer: Fetched, said: dict[str, str]) -> Item:
    metadata = {**said, "url": answer.url}
    if answer.charset:
        metadata["charset"] = answer.charset
    media_type = (
        answer.media_type
        if answer.media_type in ("text/plain", "application/xhtml+xml")
        else "text/html"
    )
    if (answer.data or b"").startswith(b"%PDF-"):
        return _pdf(url, answer, metadata)
    if answer.media_type and not answer.media_type.startswith(("text/", "application/xhtml")):
        return Failure(address=url, reason=f"{url} is no page ({answer.media_type})")
    return capture(answer.data or b"", url, media_type, metadata, answer.date or None)


def _pdf(url: str, answer: Fetched, metadata: dict[str, str]) -> Item:
    item = read_pdf(answer.data or b"", url)
    if isinstance(item, Failure):
        return item
    # The text that was taken out of it is in UTF-8, whatever its server says.
    return replace(
        item, metadata={**metadata, **item.metadata}, captured=iso_time(answer.date) or None
    )


def _unpacked(data: bytes) -> bytes:
    """A sitemap as it is, or out of the gzip file (`sitemap.xml.gz`) that sites keep it in; of a longer or a
    broken one its beginning."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return zlib.decompressobj(31).decompress(data, LARGEST_REPORT)
    except zlib.error:
        return data


def _pages(url: str, data: bytes, fetcher: Fetcher) -> Iterator[Item]:
    try:
        links = feed_links(data) if looks_like_feed(data) else sitemap_links(data)
    except CaptureError as error:
        yield Failure(address=url, reason=str(error))
        return
    sitemaps = [link for link, said in links if said.get("sitemap")][:MOST_SITEMAPS]
    pages = [(link, said) for link, said in links if not said.get("sitemap")]
    for sitemap in sitemaps:
        try:
            pages += [
                (link, said)
                for link, said in sitemap_links(_unpacked(fetcher.fetch(sitemap).data or b""))
                if not said.get("sitemap")
            ]
        except CaptureError as error:
            yield Failure(address=sitemap, reason=str(error))
    if not pages:
        yield Failure(address=url, reason=f"{url} names no page")
    for link, said in list(dict(pages).items())[:MOST_PAGES]:
        yield read_page(link, fetcher, said)
    if len(pages) > MOST_PAGES:
        yield Failure(
            address=url,
            reason=f"{url} names {len(pages):,} pages; the first {MOST_PAGES} were fetched",
        )
