"""RSS and Atom feeds, and news sitemaps, as captures of what they themselves hold.

A feed's entry with its whole text is a report; one with a mere summary becomes a Failure that names
the page to fetch, since a summary is no evidence. Sitemaps hold addresses only.
"""

import html
import re
from collections.abc import Iterator
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import Any

from ..errors import CaptureError
from ..model.address import is_web_address
from .item import Failure, Item, capture
from .optional import optional

_SHORTEST_TEXT = 600
"""Characters without tags; feeds that carry whole reports carry several times more, summaries less."""
_SHORTEST_CONTENT = 200
"""The same for what a feed gives as the entry's content beside its summary, if it does not break off."""
_BROKEN_OFF = re.compile(
    r"(?:\.\.\.|…|\[(?:\.\.\.|…|\+\d+ chars)\]|\b(?:read more|continue reading|read the (?:full|whole|rest)\b.{0,60}|mehr lesen|weiterlesen"
    r"|lire la suite|leer más|seguir leyendo|leggi tutto)\W*)$",
    re.IGNORECASE,
)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def looks_like_feed(head: bytes) -> bool:
    """Whether the first bytes are those of RSS, Atom or RDF."""
    return bool(re.search(rb"<(?:rss|feed|rdf:RDF)\b", head[:2048], re.IGNORECASE))


def looks_like_sitemap(head: bytes) -> bool:
    """Whether the first bytes are those of a sitemap."""
    return bool(re.search(rb"<(?:urlset|sitemapindex)\b", head[:2048], re.IGNORECASE))


_END = re.compile(rb"</(?:rss|feed|rdf:RDF|urlset|sitemapindex)\s*>", re.IGNORECASE)
_ENTRY_END = re.compile(rb"</(?:item|entry|url|sitemap)\s*>", re.IGNORECASE)


def is_cut(data: bytes) -> bool:
    """Whether a feed or sitemap breaks off before its end, so that it may name more than it shows."""
    return not _END.search(data)


def whole_entries(data: bytes) -> bytes:
    """A feed or sitemap without the entry that it breaks off in, whose address may be half an address."""
    if not is_cut(data):
        return data
    return data[: max((found.end() for found in _ENTRY_END.finditer(data)), default=0)]


def has_entities(data: bytes) -> bool:
    """Whether an XML document declares entities of its own: no feed needs to, and a few lines of
    them unfold to gigabytes."""
    return bool(_ENTITY.search(data[:100_000]))


def _parsed(data: bytes, purpose: str) -> Any:
    """The feed as feedparser reads it. Raises CaptureError where it cannot, or is not installed."""
    feedparser = optional("feedparser", purpose)
    try:
        return feedparser.parse(data)
    except Exception as error:  # characters that cannot be raise within feedparser
        reason = str(error).split("\n")[0][:120]
        raise CaptureError(
            f"{purpose.rstrip(',')} is broken and cannot be read ({reason})"
        ) from error


def read_feed(data: bytes, address: str) -> Iterator[Item]:
    """The reports of a feed, each under its own address, with the feed's title as outlet."""
    if has_entities(data):
        yield Failure(address=address, reason=f"{address} declares XML entities; it was not read")
        return
    try:
        feed = _parsed(data, f"{address}, a feed,")
    except CaptureError as error:
        yield Failure(address=address, reason=str(error))
        return
    if not feed.entries:
        yield Failure(address=address, reason=f"{address} is a feed without entries")
        return
    outlet = str(feed.feed.get("title", "")).strip()
    for number, entry in enumerate(feed.entries, start=1):
        url = str(entry.get("link", "")).strip()
        place = url if is_web_address(url) else f"{address}#{entry.get('id', number)}"
        contents = [str(one.get("value", "")) for one in entry.get("content", [])]
        body = max((*contents, str(entry.get("summary", ""))), key=len)
        metadata = {"charset": "utf-8"}
        for name, value in (
            ("title", entry.get("title")),
            ("published", _day(entry, "published")),
            ("modified", _day(entry, "updated")),
            ("outlet", outlet),
            (
                "authors",
                "; ".join(
                    str(one.get("name", "")) for one in entry.get("authors", []) if one.get("name")
                ),
            ),
            ("url", url if is_web_address(url) else ""),
        ):
            if value:
                metadata[name] = str(value)
        shown = html.unescape(re.sub(r"<[^>]*>", "", body)).strip()
        whole = body in contents and not _BROKEN_OFF.search(shown)
        if len(shown) < (_SHORTEST_CONTENT if whole else _SHORTEST_TEXT):
            yield Failure(
                address=place,
                reason=f"{place}: the feed holds only a summary of it; fetch the page itself",
            )
            continue
        page = f"<html><body><article>{body}</article></body></html>"
        yield capture(page.encode("utf-8", "replace"), place, "text/html", metadata)


def _day(entry: Any, name: str) -> str:
    """The day that an entry states, in its own time zone."""
    words = str(entry.get(name, ""))
    if re.match(r"\d{4}-\d\d-\d\d", words):
        return words[:10]
    with suppress(ValueError, TypeError, IndexError):
        return parsedate_to_datetime(words).date().isoformat()
    parsed = entry.get(f"{name}_parsed")
    return f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}" if parsed else ""


def feed_links(data: bytes) -> list[tuple[str, dict[str, str]]]:
    """The pages that a feed names, with what it says about each (title, published, outlet); of one that
    breaks off, those before the break. Raises CaptureError where it cannot be read, or feedparser is not installed."""
    if has_entities(data):
        return []
    feed = _parsed(whole_entries(data), "a feed")
    links: list[tuple[str, dict[str, str]]] = []
    for entry in feed.entries:
        url = str(entry.get("link", "")).strip()
        if is_web_address(url):
            said = {"title": str(entry.get("title", "")), "published": _day(entry, "published")}
            links.append((url, {name: value for name, value in said.items() if value}))
    return links


def sitemap_links(data: bytes) -> list[tuple[str, dict[str, str]]]:
    """The pages that a (news) sitemap names (as `feed_links`), with title, outlet and day of publication where it says
    them; the sitemaps that an index names have an empty dict with `sitemap` set to "yes"."""
    from lxml import etree  # type: ignore[import-untyped]

    if has_entities(data):
        return []
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(whole_entries(data), parser=parser)
    except etree.XMLSyntaxError:  # nothing of it could be recovered
        root = None
    if root is None:
        return []
    links: list[tuple[str, dict[str, str]]] = []
    # A recovered tree may hold characters that are none; libxml2 keeps them, and lxml stumbles over them.
    with suppress(UnicodeDecodeError):
        index = _local(root) == "sitemapindex"
        for element in root:
            url, said = _page_named(element)
            if is_web_address(url):
                links.append((url, {"sitemap": "yes"} if index else said))
    return links


_SAID = {"title": "title", "publication_date": "published", "name": "outlet", "lastmod": "modified", "language": "language"}  # fmt: skip


def _page_named(element: Any) -> tuple[str, dict[str, str]]:
    """The address that an entry of a sitemap names, and what it says of it."""
    url = ""
    said: dict[str, str] = {}
    for child in element.iter():
        if not isinstance(child.tag, str):
            continue
        local = _local(child)
        text = (child.text or "").strip()
        if local == "loc" and not url and "image" not in str(child.tag):
            url = text
        elif local in _SAID and text:
            said.setdefault(_SAID[local], text)
    return url, said


def _local(element: Any) -> str:
    """The name of an element without its namespace (a recovered tree may hold names that are none)."""
    return str(element.tag).rpartition("}")[2]


def read_sitemap(data: bytes, address: str) -> Iterator[Item]:
    """A Failure for each page that a sitemap file names: it holds addresses, not reports."""
    links = sitemap_links(data)
    if not links:
        yield Failure(address=address, reason=f"{address} is a sitemap that names no page")
    for url, _ in links:
        yield Failure(
            address=url,
            reason=f"{address} only names {url}; give the sitemap's URL to fetch its pages",
        )
