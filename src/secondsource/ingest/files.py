"""Files and folders: which files are read, under which address, and in which form."""

import io
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

from ..errors import UsageError
from ..model.encoding import looks_binary
from .archives import LARGEST_MEMBER, read_gzip, read_packed_warc, read_warc, read_zip
from .feeds import looks_like_feed, looks_like_sitemap, read_feed, read_sitemap
from .item import LARGEST_REPORT, Failure, Item, capture, storable
from .mhtml import looks_like_mhtml, read_mhtml
from .pdf import read_pdf
from .posts import X_POSTS, without_script
from .put_back import put_back
from .records import read_json, read_jsonl
from .tables import read_csv

_TEXT_SUFFIXES = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}  # fmt: skip
_PLAIN = {".txt", ".text"}
"""What programs also call a page, a list of records or an RTF document; Markdown may begin with HTML."""
_HTML_SUFFIXES = {".html", ".htm", ".xhtml", ".shtml"}
_MARKUP = re.compile(
    rb"(?is)(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|(?:html|head|body|meta|title|article|main|section|div|p|h1)\b)"
)
_JSON = re.compile(rb"\s*(?:\[\s*)?\{\s*[\"}]")
_RTF = b"{\\rtf"
_XML = re.compile(rb"<(?:\?xml|!DOCTYPE)\b")
_ASSETS = {
    ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".webp", ".avif", ".bmp", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".webm", ".ogg",
}  # fmt: skip
"""What saved pages bring along. In a folder such files are passed over; named alone they fail."""

LARGEST_PDF = 50_000_000
"""Bytes; pictures make them long."""

LARGEST_JSON = 200_000_000
"""Bytes of a JSON document that is not one object a line: it has to be held whole."""


def walk(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files below a folder, with their addresses (the path below the folder, with `/`), sorted
    by name, hidden files and assets of saved pages left out. Links that lead to a folder are not followed. A
    folder that cannot be listed stands for itself."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        yield folder, ""
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__MACOSX":
            continue
        if entry.is_dir():
            if entry.is_symlink():
                continue
            for path, address in walk(entry):
                yield path, f"{entry.name}/{address}".rstrip("/")
        elif entry.suffix.lower() not in _ASSETS or X_POSTS.fullmatch(entry.name):
            yield entry, entry.name


def read_source(source: Path) -> Iterator[Item]:
    """The items of one file or folder. Raises UsageError when there is no such thing."""
    if not source.exists():
        raise UsageError(f"{source} does not exist; give a file, a folder or a URL")
    if source.is_dir():
        for path, address in walk(source):
            yield from read_file(path, address or source.name)
    else:
        yield from read_file(source, source.name, named=True)


def read_file(path: Path, address: str, named: bool = False) -> Iterator[Item]:
    """The items of one file; a file that cannot be opened, or that a reader stumbles over, becomes a Failure.
    What is no ordinary file is read only if it was `named` itself, as the pipes of a shell are: to open one
    that nobody writes to would hold everything up for ever."""
    try:
        if path.is_dir():
            reason = f"{address} is a folder that cannot be listed"
            yield Failure(address=address, reason=f"{reason}; give yourself the right to")
            return
        if not named and path.exists() and not path.is_file():
            yield Failure(address=address, reason=f"{address} is no file (a pipe or a device)")
            return
        size = path.stat().st_size
        with path.open("rb") as stream:
            yield from read_stream(stream, address, size)
    except OSError as error:
        yield Failure(
            address=address, reason=f"{address} cannot be read ({error.strerror or error})"
        )
    except Exception as error:  # a fault of ours must not cost the other files their place
        reason = f"{address} cannot be read ({type(error).__name__}: {error})"
        yield Failure(address=address, reason=reason)


def read_stream(
    stream: BinaryIO, address: str, size: int | None = None, depth: int = 0
) -> Iterator[Item]:
    """The items of an open file, by the ending of its name, else by its first bytes. `size` is its
    length in bytes, where known; `depth` counts the archives around it. No more than the limit of
    each form is ever held."""
    lower = address.lower()
    suffix = Path(lower).suffix
    if suffix == ".warc":
        yield from read_warc(stream, address)
    elif lower.endswith(".warc.gz"):
        yield from read_packed_warc(stream, address)
    elif suffix == ".zip":
        if stream.seekable():
            yield from read_zip(stream, address, depth, read_stream)
        else:
            yield from _read_unsought_zip(stream, address, depth)
    elif suffix == ".gz":
        yield from read_gzip(stream, address, size or LARGEST_REPORT, depth, read_stream)
    elif suffix in (".jsonl", ".ndjson"):
        yield from _or_empty(read_jsonl(stream, address), address)
    elif suffix in (".csv", ".tsv"):
        yield from read_csv(stream, address)
    else:
        yield from _read_whole(stream, address, size, suffix)


def _read_whole(stream: BinaryIO, address: str, size: int | None, suffix: str) -> Iterator[Item]:
    limit = (
        LARGEST_JSON if suffix == ".json" else LARGEST_PDF if suffix == ".pdf" else LARGEST_REPORT
    )
    data = stream.read(limit + 1)
    if not data.strip():
        yield Failure(address=address, reason=f"{address} is empty; nothing to read")
    elif data.startswith(b"WARC/"):
        yield from read_warc(put_back(data, stream), address)
    elif len(data) > limit and (many := _many(data, stream, address)) is not None:
        yield from many
    elif len(data) > limit:
        length = f"{size / 1e6:.1f} MB" if size else f"more than {limit / 1e6:.0f} MB"
        yield Failure(
            address=address,
            reason=f"{address} has {length}, too long for one report ({limit / 1e6:.0f} MB at most);"
            " split it into one file a report, or one line a report as .jsonl",
        )
    elif suffix == ".json":
        yield from read_json(data, address)
    elif data.startswith(b"%PDF-"):
        yield read_pdf(data, address)
    elif suffix == ".js" and (posts := without_script(data)) is not None:
        yield from read_json(posts, address)
    elif suffix in _TEXT_SUFFIXES and not (suffix in _PLAIN and _is_other(data)):
        yield _text(data, address, _TEXT_SUFFIXES[suffix])
    elif looks_like_mhtml(data):
        yield read_mhtml(data, address)
    elif looks_like_feed(data):
        yield from read_feed(data, address)
    elif looks_like_sitemap(data):
        yield from read_sitemap(data, address)
    elif suffix in _HTML_SUFFIXES:
        yield _text(data, address, "text/html")
    elif data.startswith(b"PK\x03\x04"):
        yield from read_zip(io.BytesIO(data), address, 0, read_stream)
    elif data.startswith(b"\x1f\x8b"):
        yield from read_gzip(io.BytesIO(data), address, len(data), 1, read_stream)
    else:
        yield from _sniffed(data, address)


def _many(data: bytes, stream: BinaryIO, address: str) -> Iterator[Item] | None:
    """The items of a file without a telling name that is longer than a report, by its first bytes (as
    standard input is): an archive, or one report a line. None where it is neither."""
    if data.startswith(b"\x1f\x8b"):
        return read_gzip(put_back(data, stream), address, LARGEST_MEMBER, 0, read_stream)
    if data.startswith(b"PK\x03\x04"):
        return _read_unsought_zip(put_back(data, stream), address, 0)
    if data.lstrip()[:1] == b"{":
        first, _, rest = data.lstrip().partition(b"\n")
        with suppress(ValueError, RecursionError):
            if rest and isinstance(json.loads(first), dict):
                return read_jsonl(put_back(data, stream), address)
    return None


def _read_unsought_zip(stream: BinaryIO, address: str, depth: int) -> Iterator[Item]:
    # A zip has to be sought in; a long one is put on disk.
    with SpooledTemporaryFile(LARGEST_REPORT) as whole:
        copyfileobj(stream, whole)
        yield from read_zip(whole, address, depth, read_stream)  # type: ignore[arg-type]


def _text(data: bytes, address: str, media_type: str) -> Item:
    if looks_binary(data):
        return Failure(
            address=address,
            reason=f"{address} is binary, not text; give it as text, HTML, PDF, JSON, CSV, WARC or a zip of these",
        )
    return capture(data, address, media_type)


def _is_other(data: bytes) -> bool:
    """Whether what is called a plain text begins as a page, as records or as a document in RTF."""
    head = data[:2048].lstrip()
    return bool(_MARKUP.match(head) or _JSON.match(head)) or head.startswith(_RTF)


def _sniffed(data: bytes, address: str) -> Iterator[Item]:
    head = data[:2048].lstrip()
    if _MARKUP.match(head):
        yield _text(data, address, "text/html")
    elif _XML.match(head):
        yield Failure(
            address=address,
            reason=f"{address} is XML of a form that is not known; give it as text, HTML, JSON or a feed",
        )
    elif head.startswith(_RTF):
        yield Failure(
            address=address,
            reason=f"{address} is a document of a word processor (RTF); save it as text",
        )
    elif head[:1] in b"{[" and head[:1]:
        yield from read_json(data, address)
    else:
        yield _text(data, address, "text/plain")


def _or_empty(items: Iterator[Item], address: str) -> Iterator[Item]:
    found = False
    for item in items:
        found = True
        yield item
    if not found:
        yield Failure(address=address, reason=f"{address} is empty; nothing to read")


def from_bytes(data: bytes, address: str) -> Iterator[Item]:
    """The items of a file that is held already."""
    yield from map(storable, read_stream(io.BytesIO(data), address, len(data)))
