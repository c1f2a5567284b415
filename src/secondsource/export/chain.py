"""A hash chain: each entry's hash is over the entry and the hash before it, so that nothing in the middle
can be changed, taken out or put in without every later hash changing."""

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from ..model.value import Value

START = "0" * 64
"""What stands before the first entry."""


class Entry(Value, frozen=True):
    """Entry `n` (from 0): what kind of thing, its id, the SHA-256 of its bytes, and the two hashes. All
    hashes are in hex. `hash` is the SHA-256 of the JSON array `[n, kind, id, sha256, previous]`."""

    n: int
    kind: str
    id: str
    sha256: str
    previous: str
    hash: str


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def hash_of(n: int, kind: str, id: str, sha256: str, previous: str) -> str:
    """The hash of an entry with this content after `previous`."""
    return digest(msgspec.json.encode([n, kind, id, sha256, previous]))


def chain(items: Iterable[tuple[str, str, str]]) -> Iterator[Entry]:
    """The entries for `(kind, id, sha256)` in their order."""
    previous = START
    for n, (kind, key, sha256) in enumerate(items):
        made = hash_of(n, kind, key, sha256, previous)
        yield Entry(n=n, kind=kind, id=key, sha256=sha256, previous=previous, hash=made)
        previous = made


def faults(entries: Iterable[Entry]) -> Iterator[str]:
    """What is wrong with a chain, in words; nothing if it holds."""
    previous = START
    for place, entry in enumerate(entries):
        if entry.n != place:
            yield f"chain entry {place} is numbered {entry.n}"
        if entry.previous != previous:
            yield f"chain entry {place} ({entry.kind} {entry.id}) does not follow the one before it"
        if hash_of(entry.n, entry.kind, entry.id, entry.sha256, entry.previous) != entry.hash:
            yield f"chain entry {place} ({entry.kind} {entry.id}) has a hash that is not its own"
        previous = entry.hash
