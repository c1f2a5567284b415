"""Checks an evidence bundle with nothing but the bundle: every hash, the chain, the signature, the texts
against the captures that they were taken from, and every citation's words against the texts."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from ..errors import UsageError
from ..model.value import Value
from ..store.files import BROKEN_ZIP
from .bundle import FORMAT, VERSION, CaptureLine, Manifest, chained
from .chain import START, Entry, digest, faults
from .citations import Citations, citations_in
from .signing import Signature, fingerprint, is_signed, public_key_in
from .texts import Texts

_MOST_BYTES = 8 * 2**30
"""Of all files of a bundle together; a zip that claims more is refused before anything is unpacked."""

_BESIDE = {"manifest.json", "signature.json"}
"""Files that the manifest cannot list."""

_MOST_PROBLEMS = 100
"""Problems that are told; one wrong file can make thousands."""


class Verification(Value, frozen=True):
    """What a check found. `problems` is empty for a bundle that is what it says.

    `signed_by` is the fingerprint of the key that signed it, null if nobody did: whose key that is, the
    bundle cannot prove. `citations` were found, `held` are those whose words stand at their address;
    `unchecked` could not be looked up, since the bundle has no text there. `taken_anew` counts the articles
    whose texts were taken anew from their captures and came out the same; `other_rules` those that came out
    otherwise because this version cleans otherwise: each piece of them stands in the capture.
    """

    story: str
    as_of: str | None
    signed_by: str | None
    texts: bool
    files: int
    entries: int
    citations: int
    held: int
    unchecked: int
    articles: int
    taken_anew: int
    other_rules: int
    problems: tuple[str, ...]


def verify_bundle(path: Path, key: Path | None = None) -> Verification:
    """Checks the bundle at `path`; with `key` (a public key) it must be signed by that key.

    Raises UsageError when the file is no bundle at all, or holds a key that cannot be read.
    """
    with _opened(path) as archive:
        manifest = _manifest(archive, path)
        problems = list(_file_faults(archive, manifest))
        signed_by, faults_of_signature = _signature(archive, key)
        problems += faults_of_signature
        record, captures = Citations(0, 0, 0, ()), Texts()
        if not problems:
            try:
                captures, record, told = _content(archive, manifest)
                problems += told
            except (KeyError, TypeError, AttributeError, OSError, *BROKEN_ZIP) as error:
                problems.append(f"the record cannot be read ({type(error).__name__}: {error})")
    more = len(problems) - _MOST_PROBLEMS
    if more > 0:
        problems = [*problems[:_MOST_PROBLEMS], f"and {more} more"]
    return Verification(
        story=manifest.story,
        as_of=manifest.as_of,
        signed_by=signed_by,
        texts=manifest.texts,
        files=len(manifest.files),
        entries=manifest.entries,
        citations=record.found,
        held=record.held,
        unchecked=record.unchecked,
        articles=captures.articles,
        taken_anew=captures.taken_anew,
        other_rules=captures.other_rules,
        problems=tuple(problems),
    )


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise UsageError(f"{path} does not exist; give the zip of an evidence bundle") from error
    except (OSError, *BROKEN_ZIP) as error:
        raise UsageError(f"{path} is no zip ({error}); give an evidence bundle") from error
    size = sum(info.file_size for info in archive.infolist())
    if size > _MOST_BYTES:
        archive.close()
        raise UsageError(f"{path} would unpack to {size:,} bytes; that is no evidence bundle")
    return archive


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    try:
        manifest = msgspec.json.decode(archive.read("manifest.json"), type=Manifest)
    except (KeyError, OSError, *BROKEN_ZIP) as error:
        raise UsageError(f"{path} has no manifest of an evidence bundle ({error})") from error
    if manifest.format != FORMAT or manifest.version != VERSION:
        raise UsageError(
            f"{path} is a {manifest.format} of version {manifest.version}; this secondsource checks"
            f" {FORMAT} of version {VERSION}"
        )
    return manifest


def _file_faults(archive: zipfile.ZipFile, manifest: Manifest) -> Iterator[str]:
    """Files that are missing, changed, listed twice or not listed."""
    names = [info.filename for info in archive.infolist()]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{name} is in the zip more than once"
    listed = {file.path for file in manifest.files}
    for name in sorted(set(names) - listed - _BESIDE):
        yield f"{name} is not in the manifest"
    for name in sorted({"record.jsonl", "captures.jsonl", "chain.jsonl"} - listed):
        yield f"the manifest lists no {name}"
    for file in manifest.files:
        if file.path not in names:
            yield f"{file.path} is missing"
            continue
        try:
            data = archive.read(file.path)
        except (OSError, *BROKEN_ZIP) as error:
            yield f"{file.path} cannot be unpacked ({error})"
            continue
        if len(data) != file.bytes or digest(data) != file.sha256:
            yield f"{file.path} was changed: its SHA-256 is not that of the manifest"
        elif file.path.startswith("captures/") and file.path != f"captures/{file.sha256}":
            yield f"{file.path} is not named by its own SHA-256"


def _signature(archive: zipfile.ZipFile, key: Path | None) -> tuple[str | None, list[str]]:
    """The fingerprint of the key that signed the manifest, and what is wrong."""
    if "signature.json" not in archive.namelist():
        return None, ["nobody signed it, but a key was given"] if key else []
    try:
        signature = msgspec.json.decode(archive.read("signature.json"), type=Signature)
    except (OSError, *BROKEN_ZIP) as error:
        return None, [f"signature.json cannot be read ({error})"]
    if not is_signed(archive.read("manifest.json"), signature):
        return None, ["the signature is not that of this manifest"]
    signed_by = fingerprint(signature.public_key)
    if key is not None and public_key_in(key) != signature.public_key:
        return signed_by, [f"it was signed by {signed_by}, not by the key in {key}"]
    return signed_by, []


def _content(archive: zipfile.ZipFile, manifest: Manifest) -> tuple[Texts, Citations, list[str]]:
    """Chain, texts and citations, with what is wrong in them."""
    lines = archive.read("record.jsonl").splitlines()
    captures = [
        msgspec.json.decode(line, type=CaptureLine)
        for line in archive.read("captures.jsonl").splitlines()
    ]
    entries = [
        msgspec.json.decode(line, type=Entry) for line in archive.read("chain.jsonl").splitlines()
    ]
    problems = list(faults(entries))
    if (entries[-1].hash if entries else START) != manifest.chain:
        problems.append("the chain does not end in the hash that the manifest names")
    if len(entries) != manifest.entries:
        problems.append(f"the chain has {len(entries)} entries, not {manifest.entries}")
    if [(e.kind, e.id, e.sha256) for e in entries] != list(chained(captures, lines)):
        problems.append("the chain is not that of the captures and lines of this bundle")
    items: list[dict[str, Any]] = [msgspec.json.decode(line) for line in lines]
    texts = Texts()
    if manifest.texts:
        held = set(archive.namelist())
        for line in captures:
            if line.sha256 and f"captures/{line.sha256}" not in held:
                problems.append(f"the bytes of the capture {line.address} are missing")
        texts = Texts.of(
            items, captures, lambda sha256: archive.read(f"captures/{sha256}"), manifest.cleaning
        )
        problems += texts.problems
    citations = citations_in(items, texts)
    return texts, citations, [*problems, *citations.problems]
