"""Which rules made a value: a digest over the files that hold them.

What is saved is keyed by it, so that a changed rule or table is never mixed with values that an
older one made, and nobody has to remember to raise a number.
"""

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

RULE_FILES = (".py", ".toml", ".tsv", ".csv", ".json", ".jsonl", ".npz", ".sql")


def _files(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            found += _files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(RULE_FILES):
            found.append((prefix + entry.name, entry))
    return found


@cache
def rules_digest(*rooms: str) -> str:
    """12 hex digits over names and bytes of all rule files in these rooms of the package."""
    digest = hashlib.sha256()
    for room in sorted(rooms):
        folder = resources.files(__package__).joinpath(room)
        for name, file in sorted(_files(folder, f"{room}/"), key=lambda pair: pair[0]):
            digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
