"""The one door through which reports come in."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from ..errors import UsageError
from ..model.address import is_web_address
from ..model.article import Capture
from .fetch import Fetcher, read_url
from .files import read_source, read_stream
from .item import Item, storable, storable_words

STANDARD_INPUT = "-"


def captures(
    sources: Sequence[Path | str], fetcher: Fetcher | None = None, tell_apart: bool = True
) -> Iterator[Item]:
    """The captures of all sources as a stream, with a Failure for each input that could not be
    taken in.

    A source is a file, a folder (read with all below it, sorted by name), a URL (a page, or a feed or
    sitemap with all its pages), or "-" for standard input (text, JSON, JSONL or HTML by its first
    bytes). Files may be text, Markdown, HTML, JSON, JSONL, CSV, RSS, Atom, PDF, WARC, gz or a zip of
    these. `fetcher` fetches URLs; the usual one is polite and refuses private networks. Addresses are
    URLs where known, else paths below the given folder (of a given file: its name), so that they do
    not depend on where it lies. The order of the sources changes nothing: they are taken by name.
    Two different inputs with one address get their source's name in front; without `tell_apart` they
    are left as they are and name their source, since they may be versions of one article. Raises UsageError, before
    anything is read, for a source that does not exist.
    """
    ordered = sorted(sources, key=lambda source: (Path(str(source)).name, str(source)))
    for source in ordered:
        if not _is_url(source) and source != STANDARD_INPUT and not Path(source).exists():
            raise UsageError(f"{source} does not exist; give a file, a folder or a URL")
    return _stream(ordered, fetcher, tell_apart)


def _is_url(source: Path | str) -> bool:
    return isinstance(source, str) and source.lower().startswith(("http://", "https://"))


def _stream(
    sources: Sequence[Path | str], fetcher: Fetcher | None, tell_apart: bool
) -> Iterator[Item]:
    seen: dict[str, str] = {}
    for source in sources:
        if _is_url(source):
            fetcher = fetcher or Fetcher()
            yield from map(storable, read_url(str(source), fetcher))
            continue
        if source == STANDARD_INPUT:
            items = read_stream(sys.stdin.buffer, "standard input")
        else:
            items = read_source(Path(source))
        name = Path(source).name or Path(source).resolve().name
        for item in map(storable, items):
            if tell_apart:
                yield _told_apart(item, name, seen)
            elif isinstance(item, Capture) and not is_web_address(item.address):
                yield msgspec.structs.replace(item, source=storable_words(name))
            else:
                yield item


def _told_apart(item: Item, source_name: str, seen: dict[str, str]) -> Item:
    """The item under an address of its own. The same address with the same bytes is one capture;
    URLs are left alone, since the same page with new words is a new version of it."""
    if not isinstance(item, Capture) or is_web_address(item.address):
        return item
    known = seen.setdefault(item.address, item.digest)
    if known == item.digest:
        return item
    address = f"{source_name}/{item.address}"
    if seen.setdefault(address, item.digest) != item.digest:
        address = f"{address}@{item.digest[:8]}"
    return msgspec.structs.replace(item, address=address)
