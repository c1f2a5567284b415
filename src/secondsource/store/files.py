"""The bytes of captures as files, named by their SHA-256, and what to do when a file cannot be written."""

import errno
import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..errors import DiskFull, StoryReadOnly, UsageError

UNFINISHED = ".unfinished"
"""Ending of a file that is being written; one that stays was cut off, and means nothing."""

GARBLED = ".garbled"
"""Ending under which `doctor` puts aside what it found broken."""

BROKEN_ZIP = (
    zipfile.BadZipFile,
    EOFError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    RuntimeError,  # locked, packed in a way or of a version that nobody has
    ValueError,  # a name that is no text, a place outside the file
)
"""What `zipfile` raises over broken files, but for OSError."""

WRITERS = 8
"""Files written at a time; measured with 20,000 small files."""


def place_of(captures: Path, digest: str) -> Path:
    """Where the bytes of a capture lie in the folder of all."""
    return captures / digest[:2] / digest


def keep_files(captures: Path, data: Mapping[str, bytes]) -> None:
    """Writes the bytes of captures under their hash, each whole or not at all. The disk is asked for several at a time: each is
    waited for until it is safe, and a disk makes many safe at once. Raises DiskFull or StoryReadOnly with what
    to do."""
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(lambda one: _keep(captures, *one), data.items()))


def _keep(captures: Path, digest: str, data: bytes) -> None:
    target = place_of(captures, digest)
    if target.is_file():
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(UNFINISHED)
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as error:
        raise writing_failed(captures.parent, error) from error


def digests_of_files(captures: Path) -> set[str]:
    """The hashes of all captures whose bytes are there; nothing that was put aside or cut off."""
    return {place.name for place in captures.glob("*/*") if not place.suffix}


def writing_failed(folder: Path, error: OSError) -> UsageError:
    """What to do when a file of the story could not be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(
            f"there is no room left on the disk of {folder}; free some and run the same again (what"
            " was kept so far stays)"
        )
    return StoryReadOnly(f"{folder} cannot be written ({error.strerror or error})")
