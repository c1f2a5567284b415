"""What a source gives: captures, and rows for what could not be taken in."""

import hashlib
import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from msgspec.structs import replace

from ..model.article import Capture
from ..model.value import Value


class Failure(Value, frozen=True):
    """One input that could not be taken in, with the reason and what to do about it. `gone` says that
    its server answers that there is nothing any more (404, 410), `captured` when it did."""

    address: str
    reason: str
    gone: bool = False
    captured: str | None = None


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
        captured=iso_time(captured) if captured else None,
        metadata=metadata or {},
    )


def storable(item: Item) -> Item:
    """The item with every word of it in a form that UTF-8 can hold: names of files may have bytes, and
    JSON may have escapes, that stand for no character."""
    address = storable_words(item.address)
    if isinstance(item, Failure):
        reason = storable_words(item.reason)
        if (address, reason) == (item.address, item.reason):
            return item
        return replace(item, address=address, reason=reason)
    metadata = {name: storable_words(words) for name, words in item.metadata.items()}
    if address == item.address and metadata == item.metadata:
        return item
    return replace(item, address=address, metadata=metadata)


def storable_words(words: str) -> str:
    """The words with what is half a character (a lone surrogate) written out, as in `\\udcff`."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8")


def iso_time(words: str) -> str | None:
    """An ISO 8601 day, or time in UTC to the second, of an ISO or e-mail date; None for anything else.
    A time without zone is taken as UTC."""
    words = words.strip()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        try:
            return date.fromisoformat(words).isoformat()
        except ValueError:
            return None
    try:
        found = datetime.fromisoformat(words)
    except ValueError:
        try:
            found = parsedate_to_datetime(words)
        except (ValueError, TypeError, IndexError):
            return None
    try:
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except OverflowError:
        return None
    return found.strftime("%Y-%m-%dT%H:%M:%SZ")
