"""Records of earlier days, kept so that they are not made twice. All of it may be thrown away."""

import hashlib
from pathlib import Path

import msgspec

from ..model.record import Record
from .files import UNFINISHED
from .story import Story

MOST_KEPT = 8
"""Records of other days that are kept at most; each is about as large as the record itself."""


def kept_record(story: Story, made_from: str) -> Record | None:
    """The record that was kept under this digest of its input; None when there is none that can be read."""
    try:
        data = _place(story, made_from).read_bytes()
        digest, _, content = data.partition(b"\n")
        if hashlib.sha256(content).hexdigest().encode() != digest:
            return None
        return msgspec.json.decode(content, type=Record)
    except (OSError, msgspec.DecodeError):
        return None


def keep_record(story: Story, made_from: str, record: Record) -> None:
    """Keeps a record, where that is possible: a story that can only be read keeps nothing."""
    place = _place(story, made_from)
    content = record.to_json()
    try:
        place.parent.mkdir(exist_ok=True)
        unfinished = place.with_suffix(UNFINISHED)
        unfinished.write_bytes(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
        unfinished.replace(place)
        kept = sorted(place.parent.glob("record-*.json"), key=lambda file: file.stat().st_mtime_ns)
        for file in kept[:-MOST_KEPT]:
            file.unlink(missing_ok=True)
    except OSError:
        return


def _place(story: Story, made_from: str) -> Path:
    return story.cache / f"record-{made_from}.json"
