"""What a source gives: captures, and rows for what could not be taken in."""

import hashlib

from ..model.article import Capture
from ..model.value import Value


class Failure(Value, frozen=True):
    """One input that could not be taken in, with the reason and what to do about it."""

    address: str
    reason: str


Item = Capture | Failure

LARGEST_REPORT = 10_000_000
"""Bytes; the longest single report of any set that we have seen has 0.4 MB, pages up to 6 MB."""


def capture(
    data: bytes,
    address: str,
    media_type: str,
    metadata: dict[str, str] | None = None,
    captured: str | None = None,
) -> Item:
    """The capture of one report, or the Failure that says why these bytes are none."""
    if not data.strip():
        return Failure(address=address, reason=f"{address} is empty; nothing to read")
    if len(data) > LARGEST_REPORT:
        return Failure(
            address=address,
            reason=(
                f"{address} has {len(data) / 1e6:.1f} MB, more than any report"
                f" ({LARGEST_REPORT / 1e6:.0f} MB at most); split it into one file a report"
            ),
        )
    return Capture(
        digest=hashlib.sha256(data).hexdigest(),
        address=address,
        media_type=media_type,
        data=data,
        captured=captured,
        metadata=metadata or {},
    )
