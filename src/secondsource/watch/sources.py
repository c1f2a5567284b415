"""Sources over time: what a feed, a news sitemap or a folder has that was not there before.

A feed is asked whether it changed (ETag, Last-Modified); of its entries those are fetched that are new,
or of which it says something else than before (another title, another day). A page that cannot be fetched
is tried again in later rounds, ever more rarely, and becomes a row of the story when it is given up.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ..errors import CaptureError
from ..ingest.feeds import (
    feed_links,
    has_entities,
    is_cut,
    looks_like_feed,
    looks_like_sitemap,
    sitemap_links,
)
from ..ingest.fetch import MOST_PAGES, MOST_SITEMAPS, Fetched, Fetcher, read_page
from ..ingest.files import read_file, walk
from ..ingest.item import Failure, Item, storable, storable_words
from ..model.address import is_web_address
from ..model.article import Capture
from ..model.value import identifier
from .state import Entry

MOST_TRIES = 8
"""Rounds in which a page is tried before it is given up."""
LONGEST_PAUSE = 32
"""Rounds between two tries at most; they double from one."""
SETTLE_SECONDS = 1.0
"""For so long a file must stay as it is before it is taken: one that is being written is no report yet."""

Link = tuple[str, dict[str, str]]


@dataclass(frozen=True)
class Listing:
    """What a source names: its entries and the headers with which to ask for changes next time. `whole`
    says that none was left out; only then may the source be asked for changes only. `faults` are the
    parts of it that could not be read, with the reason."""

    entries: tuple[Entry, ...]
    etag: str = ""
    last_modified: str = ""
    whole: bool = True
    changed: bool = True
    faults: tuple[Failure, ...] = ()


@dataclass(frozen=True)
class Taken:
    """One entry that was tried: what is known of it now, and what of it goes into the story."""

    entry: Entry
    items: tuple[Item, ...]


def is_address(source: str) -> bool:
    """Whether a source is a URL and no folder."""
    return is_web_address(source.lower())


# -- feeds and sitemaps ---------------------------------------------------------------------------


def list_feed(url: str, fetcher: Fetcher, etag: str, last_modified: str) -> Listing:
    """What a feed or sitemap names now. Raises CaptureError, with the reason, where it names nothing that
    can be read."""
    answer = fetcher.fetch(url, etag, last_modified)
    if answer.data is None:
        return Listing((), etag, last_modified, changed=False)
    faults: list[Failure] = []
    conditional = True
    links = _links(url, answer)
    sitemaps = [link for link, said in links if said.get("sitemap")]
    pages = [(link, said) for link, said in links if not said.get("sitemap")]
    for sitemap in sitemaps[:MOST_SITEMAPS]:
        # An index may stay as it is while its sitemaps change.
        conditional = False
        try:
            inner = _links(sitemap, fetcher.fetch(sitemap))
        except CaptureError as error:
            faults.append(Failure(address=sitemap, reason=str(error)))
            continue
        pages += [(link, said) for link, said in inner if not said.get("sitemap")]
    if not pages and not faults:
        raise CaptureError(f"{url} names no page")
    entries = tuple(
        Entry(address=link, mark=identifier(*sorted(said.items())), said=said)
        for link, said in dict(pages).items()
    )
    return Listing(
        entries,
        answer.etag if conditional else "",
        answer.last_modified if conditional else "",
        # The rest of one that breaks off is asked for in the next round, whatever its headers say.
        whole=not is_cut(answer.data),
        faults=tuple(faults),
    )


def _links(url: str, answer: Fetched) -> Sequence[Link]:
    data = answer.data or b""
    if has_entities(data):
        raise CaptureError(f"{url} declares XML entities; it was not read")
    if looks_like_feed(data):
        return feed_links(data)
    if looks_like_sitemap(data):
        return sitemap_links(data)
    kind = answer.media_type or "of no type"
    raise CaptureError(
        f"{url} is no feed and no sitemap but {'empty' if not data.strip() else f'a page ({kind})'};"
        " give the address of its RSS, Atom or sitemap"
    )


def new_entries(listing: Listing, marks: Mapping[str, str]) -> Listing:
    """The listing with only those entries that are not known by their mark, the first 500 of them."""
    new = tuple(one for one in listing.entries if marks.get(one.address) != one.mark)
    return Listing(
        new[:MOST_PAGES],
        listing.etag,
        listing.last_modified,
        whole=listing.whole and len(new) <= MOST_PAGES,
        changed=listing.changed,
        faults=listing.faults,
    )


def take_page(entry: Entry, fetcher: Fetcher, round_number: int) -> Taken:
    """The page of an entry, or when it is tried again; its failure goes into the story when it is given up."""
    try:
        item = read_page(entry.address, fetcher, entry.said)
    except Exception as error:  # a page must never stop the others, whatever it does to a parser
        item = Failure(
            address=entry.address,
            reason=f"{entry.address} cannot be fetched ({type(error).__name__}: {error})",
        )
    if isinstance(item, Capture):
        done = Entry(address=entry.address, mark=entry.mark, said=entry.said)
        return Taken(done, (item,))
    tries = entry.tries + 1
    given_up = tries >= MOST_TRIES
    pause = min(2 ** (tries - 1), LONGEST_PAUSE)
    failed = msgspec.structs.replace(
        entry,
        tries=tries,
        again=None if given_up else round_number + pause,
        reason=item.reason,
    )
    return Taken(failed, (item,) if given_up else ())


# -- folders --------------------------------------------------------------------------------------


def list_folder(source: Path, marks: Mapping[str, str], sleep: Callable[[float], None]) -> Listing:
    """The files of a folder (or the one file) that are new or another than before, and are not being written.
    Raises CaptureError when it is not there."""
    first = {path: _mark(path) for path, address in _files(source) if _mark(path) != marks.get(address)}  # fmt: skip
    if not first:
        return Listing((), changed=False)
    sleep(SETTLE_SECONDS)
    settled: list[Entry] = []
    faults: list[Failure] = []
    for path, address in _files(source):
        mark = first.get(path)
        if mark and storable_words(address) != address:
            shown = storable_words(address)
            faults.append(
                Failure(address=shown, reason=f"{shown} is no UTF-8 name; rename the file")
            )
        elif mark and mark == _mark(path):
            settled.append(Entry(address=address, mark=mark))
        elif mark:
            faults.append(
                Failure(
                    address=address,
                    reason=f"{address} is being written; it waits for the next round",
                )
            )
    return Listing(tuple(settled), faults=tuple(faults))


def take_file(source: Path, entry: Entry) -> Taken:
    """All that a file holds, under the same addresses that a build of its folder gives them."""
    path = source / entry.address if source.is_dir() else source
    name = source.name or source.resolve().name
    items: list[Item] = []
    try:
        items += (_from(item, name) for item in read_file(path, entry.address))
    except Exception as error:  # as with pages
        items.append(
            Failure(
                address=entry.address,
                reason=f"{entry.address} cannot be read ({type(error).__name__}: {error})",
            )
        )
    reasons = [item.reason for item in items if isinstance(item, Failure)]
    if _mark(path) != entry.mark:
        # It changed under our hands: what was read is kept by no mark, and the next round reads it again.
        reason = f"{entry.address} is being written; it waits for the next round"
        return Taken(msgspec.structs.replace(entry, mark="", reason=reason), ())
    known = msgspec.structs.replace(entry, reason="; ".join(reasons[:3]) or None)
    return Taken(known, tuple(items))


def _from(item: Item, name: str) -> Item:
    item = storable(item)
    if isinstance(item, Capture) and not is_web_address(item.address):
        return msgspec.structs.replace(item, source=name)
    return item


def _files(source: Path) -> Iterator[tuple[Path, str]]:
    if not source.exists():
        raise CaptureError(f"{source} is not there (any more)")
    if source.is_dir():
        if not os.access(source, os.R_OK | os.X_OK):
            raise CaptureError(f"{source} cannot be read; give yourself the right to")
        yield from walk(source)
    else:
        yield source, source.name


def _mark(path: Path) -> str:
    """Changes with every write to a file; empty when it is not there."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_ino}-{found.st_size}-{found.st_mtime_ns}-{found.st_ctime_ns}"
