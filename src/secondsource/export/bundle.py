"""Evidence bundle: a zip with everything that it takes to check a record without us.

::

    manifest.json     every other file with size and SHA-256, the head of the chain, the methods used
    signature.json    Ed25519 signature over manifest.json (if a key was given)
    README.txt        what this is and how to check it by hand
    record.jsonl      the record as `export --format jsonl` has it
    captures.jsonl    every capture: address, SHA-256, media type, when it was seen
    captures/SHA-256  the bytes of each capture, exactly as they came (not with `texts=False`)
    chain.jsonl       the hash chain over captures and lines of the record
    corrections.jsonl what people decided, if anything
    withdrawals.jsonl which articles people withdrew, if any
"""

import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec

from ..method import rules_digest
from ..model.value import Value
from ..store.store import CaptureRow
from .chain import START, chain, digest
from .jsonl import json_lines
from .signing import sign
from .source import Source

FORMAT, VERSION = "secondsource-evidence-bundle", 1

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the zip (the first that the format knows): same record, same bytes."""

README = """\
This is an evidence bundle of secondsource: the record of a story with what it rests on.

Check all of it:     secondsource verify THIS.zip
Check it by hand:    unzip it; the SHA-256 of each file stands in manifest.json (sha256sum FILE);
                     a file in captures/ is named by its own SHA-256.

record.jsonl has one object a line. A citation is {article, part, start, end, words}: code points
start to end of that part of the article are exactly those words. The article names its capture.
chain.jsonl: each hash is the SHA-256 of the JSON array [n, kind, id, sha256, previous].
signature.json, if there: Ed25519 over the bytes of manifest.json. Ask the signer for the key's
fingerprint by another way than this file.
"""


class File(Value, frozen=True):
    """A file of the bundle: its path, its size in bytes and its SHA-256 in hex."""

    path: str
    bytes: int
    sha256: str


class Manifest(Value, frozen=True):
    """What a bundle holds. `cleaning` identifies the rules that took the texts from the captures; `texts`
    says whether the texts are in it; `chain` is the hash of the last entry, `entries` their number."""

    format: str
    version: int
    story: str
    as_of: str | None
    pipeline: str
    cleaning: str
    texts: bool
    chain: str
    entries: int
    files: tuple[File, ...]


class CaptureLine(Value, frozen=True):
    """A line of captures.jsonl. `seen` are the times at which it was captured, as far as its source states
    them; `failure` says why nothing could be read from it, `gone` that its server has it no more."""

    id: str
    address: str
    sha256: str
    media_type: str
    seen: tuple[str, ...]
    metadata: dict[str, str]
    gone: bool
    failure: str | None


def cleaning_rules() -> str:
    """Identifies the rules by which this version takes an article from a capture."""
    return rules_digest("model", "lexicon", "article")


def bundle(source: Source, texts: bool = True, key_file: Path | None = None) -> bytes:
    """The bundle as bytes; the same record, texts and key give the same bytes.

    Without `texts` the captures, the articles' texts and what was removed from them are left out: in their
    stead stand their SHA-256, and of the words only those that a line of the record cites. With
    `key_file` the manifest is signed. Raises UsageError when the key is none, StoryDamaged when the bytes
    of a capture are lost.
    """
    lines = list(json_lines(source.record))
    if not texts:
        lines = [without_texts(line) for line in lines]
    captures = [_capture_line(row) for row in source.captures]
    entries = list(chain(chained(captures, lines)))
    files = {
        "README.txt": README.encode(),
        "record.jsonl": _joined(lines),
        "captures.jsonl": _joined(capture.to_json() for capture in captures),
        "chain.jsonl": _joined(entry.to_json() for entry in entries),
        **_decisions(source),
        **(_texts(source, captures) if texts else {}),
    }
    manifest = Manifest(
        format=FORMAT,
        version=VERSION,
        story=source.story.name,
        as_of=source.record.as_of,
        pipeline=source.record.pipeline,
        cleaning=cleaning_rules(),
        texts=texts,
        chain=entries[-1].hash if entries else START,
        entries=len(entries),
        files=tuple(
            File(path=path, bytes=len(files[path]), sha256=digest(files[path]))
            for path in sorted(files)
        ),
    )
    told = msgspec.json.format(manifest.to_json(), indent=1) + b"\n"
    first = {"manifest.json": told}
    if key_file is not None:
        first["signature.json"] = sign(told, key_file).to_json() + b"\n"
    return _zipped({**first, **{path: files[path] for path in sorted(files)}})


def _zipped(files: dict[str, bytes]) -> bytes:
    """A zip of these files in their order. Stored, not packed: how well it packs, and so its bytes,
    would depend on the zlib of the machine."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as made:
        for path, data in files.items():
            info = zipfile.ZipInfo(path, _BEGINNING)
            info.create_system = 3  # else it names the system of this machine
            info.external_attr = 0o644 << 16
            made.writestr(info, data)
    return buffer.getvalue()


def chained(
    captures: Iterable[CaptureLine], lines: Iterable[bytes]
) -> Iterator[tuple[str, str, str]]:
    """What the chain is over, in its order: `(kind, id, sha256)` of the lines of the captures (which hold
    the hashes of their bytes), then of the lines of the record."""
    for capture in captures:
        yield "capture", capture.id, digest(capture.to_json())
    for line in lines:
        item = msgspec.json.decode(line, type=_Head)
        yield item.type, item.id, digest(line)


def _texts(source: Source, captures: Iterable[CaptureLine]) -> dict[str, bytes]:
    """The bytes of the captures, by path."""
    hashes = sorted({capture.sha256 for capture in captures if capture.sha256})
    with source.story.store() as store:
        return {f"captures/{sha256}": store.bytes_of(sha256) for sha256 in hashes}


def _decisions(source: Source) -> dict[str, bytes]:
    """What people decided, if anything, as they left it."""
    files = [source.story.folder / f"{name}.jsonl" for name in ("corrections", "withdrawals")]
    return {file.name: file.read_bytes() for file in files if file.is_file()}


class _Head(msgspec.Struct):
    """What every line of the record begins with."""

    type: str
    id: str


def _joined(lines: Iterable[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def _capture_line(row: CaptureRow) -> CaptureLine:
    return CaptureLine(
        id=row.id,
        address=row.address,
        sha256=row.digest,
        media_type=row.media_type,
        seen=row.seen,
        metadata=row.metadata,
        gone=row.gone,
        failure=row.failure,
    )


def without_texts(line: bytes) -> bytes:
    """A line of the record without the texts of reports: only cited words are left.

    An article keeps headline and bibliography; `text`, removed words and captions become
    `{sha256, characters}`. A passage cites whole bodies; its words become hashes too.
    """
    item: dict[str, Any] = msgspec.json.decode(line)
    if item["type"] == "article":
        for holder in (item, *item["versions"]):
            if "text" in holder:
                holder["text"] = _sealed(holder["text"])
        for part in (*item.get("removed", ()), *item.get("captions", ())):
            part["words"] = _sealed(part["words"])
    elif item["type"] == "passage":
        for span in item["spans"]:
            for side in ("original", "copy"):
                span[side]["words"] = _sealed(span[side]["words"])
    else:
        return line
    return msgspec.json.encode(item)


def _sealed(words: str) -> dict[str, Any]:
    return {"sha256": digest(words.encode()), "characters": len(words)}
