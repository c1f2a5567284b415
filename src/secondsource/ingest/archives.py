"""Files inside files: zip, gzip, and web archives (WARC), each read as a stream within limits."""

import gzip
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from ..errors import CaptureError
from .item import LARGEST_REPORT, Failure, Item, capture
from .optional import optional

MOST_FILES = 100_000
LARGEST_MEMBER = 250_000_000
"""Bytes of one file in an archive after unpacking; a JSONL of 100,000 reports has about as many."""
HIGHEST_RATIO = 200
"""Unpacked to packed size; text packs 3 to 30 times, zip bombs above 1,000."""
_OF_OFFICE = ("[Content_Types].xml", "META-INF/manifest.xml", "META-INF/container.xml")
"""Members that only documents have which are zips themselves: Office Open XML, OpenDocument, EPUB."""
DEEPEST = 3
"""Archives within archives."""

_BROKEN = (
    zipfile.BadZipFile,
    OSError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
    struct.error,  # a field beyond the end
    NotImplementedError,  # a version or a packing that nobody has
    RuntimeError,  # locked, by another flag than the usual one
    ValueError,  # a place outside the file
)
"""What `zipfile` raises over broken files."""

_SLIPS = (AttributeError, TypeError, IndexError, KeyError)
"""What `warcio` stumbles with over a record that breaks off; its words say nothing to a reader."""

Inner = Callable[[BinaryIO, str, int, int], Iterator[Item]]
"""Reads an unpacked file: stream, address, size in bytes, depth."""


class _Limited(io.RawIOBase):
    """A stream that ends with CaptureError where more comes out than was allowed."""

    def __init__(self, stream: BinaryIO, limit: int, address: str) -> None:
        self._stream, self._left, self._address = stream, limit, address

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        data = self._stream.read(min(len(buffer), 1 << 16))
        self._left -= len(data)
        if self._left < 0:
            raise CaptureError(
                f"{self._address} unpacks to far more than it is (a zip bomb?); it was not read"
            )
        buffer[: len(data)] = data
        return len(data)


def limited(stream: BinaryIO, limit: int, address: str) -> BinaryIO:
    """The stream, which raises CaptureError after `limit` bytes."""
    return io.BufferedReader(_Limited(stream, limit, address))


def read_zip(stream: BinaryIO, address: str, depth: int, inner: Inner) -> Iterator[Item]:
    """The items of all files in a zip, sorted by name; each with the address `zip/name`."""
    if depth >= DEEPEST:
        yield Failure(
            address=address, reason=f"{address} lies too deep in other archives; unpack it"
        )
        return
    try:
        archive = zipfile.ZipFile(stream)
    except _BROKEN as error:
        yield Failure(address=address, reason=f"{address} is a broken zip file ({error})")
        return
    with archive:
        members = sorted(
            (one for one in archive.infolist() if not one.filename.endswith("/")),
            key=lambda one: one.filename,
        )
        if len(members) > MOST_FILES:
            yield Failure(
                address=address,
                reason=f"{address} holds {len(members):,} files; {MOST_FILES:,} at most: split it",
            )
            return
        if any(one.filename in _OF_OFFICE for one in members):
            yield Failure(
                address=address,
                reason=f"{address} is a document of an office program; save it as text, HTML or PDF",
            )
            return
        if not members:
            yield Failure(address=address, reason=f"{address} is an empty zip; nothing to read")
        for member in members:
            # A name only names here: nothing is ever written to where it leads.
            name = "/".join(part for part in member.filename.split("/") if part.strip("."))
            if any(part.startswith(".") or part == "__MACOSX" for part in name.split("/")):
                continue
            inside = f"{address}/{name}"
            allowed = min(LARGEST_MEMBER, member.compress_size * HIGHEST_RATIO + 100_000)
            if member.flag_bits & 0x1:
                yield Failure(address=inside, reason=f"{inside} is locked with a password")
                continue
            if member.file_size > allowed:
                yield Failure(
                    address=inside,
                    reason=f"{inside} unpacks to {member.file_size / 1e6:.0f} MB (a zip bomb?); it was not read",
                )
                continue
            try:
                with archive.open(member) as opened:
                    yield from inner(
                        limited(opened, allowed, inside),  # type: ignore[arg-type]
                        inside,
                        member.file_size,
                        depth + 1,
                    )
            except (*_BROKEN, CaptureError) as error:
                yield Failure(address=inside, reason=f"{inside} cannot be unpacked ({error})")


def read_gzip(
    stream: BinaryIO, address: str, size: int, depth: int, inner: Inner
) -> Iterator[Item]:
    """The items of a gzipped file; what came before a break in it is kept."""
    if depth >= DEEPEST:
        yield Failure(
            address=address, reason=f"{address} lies too deep in other archives; unpack it"
        )
        return
    name = address.removesuffix(".gz")
    allowed = min(LARGEST_MEMBER, size * HIGHEST_RATIO + 100_000)
    try:
        with gzip.GzipFile(fileobj=stream) as opened:
            yield from inner(limited(opened, allowed, address), name, 0, depth + 1)  # type: ignore[arg-type]
    except (OSError, EOFError, zlib.error, CaptureError) as error:
        yield Failure(address=address, reason=f"{address} cannot be unpacked ({error})")


class _Piecewise(io.RawIOBase):
    """A gzipped stream that gives what it has before it tells that it is cut."""

    def __init__(self, unpacked: gzip.GzipFile) -> None:
        self._unpacked = unpacked

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        try:
            data = self._unpacked.read1(len(buffer))
        except EOFError as error:
            # For `warcio` an EOFError is how a whole file ends.
            raise CaptureError(f"it is cut: {error}") from error
        buffer[: len(data)] = data
        return len(data)


def read_packed_warc(stream: BinaryIO, address: str) -> Iterator[Item]:
    """The pages of a gzipped web archive, as `read_warc` gives them. It is unpacked here, since `warcio` does not
    tell a file that is cut inside a record from a whole one."""
    with gzip.GzipFile(fileobj=stream) as unpacked:
        yield from read_warc(_Piecewise(unpacked), address)  # type: ignore[arg-type]


def _breaks_off(record: Any) -> bool:
    """Whether the file ends before the length that a record states. `limit` is what its stream has not
    given yet; behind a compressed body there may be bytes that nothing asked for."""
    record.raw_stream.read()
    return bool(record.raw_stream.limit > 0)


def read_warc(stream: BinaryIO, address: str) -> Iterator[Item]:
    """The pages of a web archive: each HTML or text response under its URL, with the time at which
    it was taken. What came before a break in the file is kept."""
    try:
        iterator = optional("warcio.archiveiterator", f"{address}, a web archive,")
    except CaptureError as error:
        yield Failure(
            address=address, reason=str(error).replace("warcio.archiveiterator", "warcio")
        )
        return
    pages = 0
    try:
        for record in iterator.ArchiveIterator(stream):
            if record.rec_type not in ("response", "resource"):
                continue
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            headers = record.http_headers
            if headers is not None and not str(headers.get_statuscode()).startswith("2"):
                continue
            kind = (headers.get_header("Content-Type") if headers else record.content_type) or ""
            media_type = kind.split(";")[0].strip().lower()
            if media_type not in ("text/html", "application/xhtml+xml", "text/plain"):
                continue
            data = record.content_stream().read(LARGEST_REPORT + 1)
            if len(data) <= LARGEST_REPORT and _breaks_off(record):
                raise EOFError("a record breaks off or is none")
            metadata = {"url": url} if url else {}
            if "charset=" in kind.lower():
                metadata["charset"] = kind.lower().split("charset=")[1].split(";")[0].strip(" \"'")
            pages += 1
            yield capture(
                data,
                url or f"{address}#{pages}",
                media_type,
                metadata,
                record.rec_headers.get_header("WARC-Date"),
            )
    except Exception as error:  # a broken record raises many kinds; what came before it is kept
        reason = "a record breaks off or is none"
        if not isinstance(error, _SLIPS):
            reason = str(error).split("\n")[0][:160] or type(error).__name__
        yield Failure(
            address=address,
            reason=f"{address} is broken after {pages} pages ({reason}); those before were kept",
        )
        return
    if not pages:
        yield Failure(address=address, reason=f"{address} holds no page that could be read")
