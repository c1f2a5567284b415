"""Pages that a browser saved as one file (MHTML, RFC 2557): the page among its pictures and styles."""

import email
import email.policy

from ..model.address import is_web_address
from .item import Failure, Item, capture

_HEAD = 4096


def looks_like_mhtml(data: bytes) -> bool:
    """Whether the first bytes are the head of such a file."""
    head = data[:_HEAD].lower()
    return b"mime-version:" in head and b"multipart/related" in head


def read_mhtml(data: bytes, address: str) -> Item:
    """The page, under the URL that the file names, with the time at which it was saved; a Failure
    where the file holds none."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        page = part.get_payload(decode=True)
        if not isinstance(page, bytes) or not page.strip():
            continue
        stated = (message["Snapshot-Content-Location"], part["Content-Location"])
        # What is no ASCII in a header comes as another kind of value than words.
        named = (str(one).strip() for one in stated if one)
        url = next((one for one in named if is_web_address(one)), "")
        metadata = {"url": url} if url else {}
        charset = part.get_content_charset()
        if charset:
            metadata["charset"] = charset
        return capture(page, url or address, "text/html", metadata, str(message["Date"] or ""))
    return Failure(address=address, reason=f"{address} is a saved page that holds no HTML")
