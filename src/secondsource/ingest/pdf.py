"""The text of a PDF, page by page."""

import io
import logging

from ..errors import CaptureError
from .item import Failure, Item, capture
from .optional import optional

MOST_PAGES = 500
LONGEST_TEXT = 5_000_000
"""Characters; reading ends there, since no report is longer."""


def read_pdf(data: bytes, address: str) -> Item:
    """The capture of a PDF's text, or a Failure when it holds none (a scan) or is locked or broken.
    The capture's bytes are the text, with a form feed between pages; the digest is that of the text."""
    try:
        pypdf = optional("pypdf", f"{address}, a PDF,")
    except CaptureError as error:
        return Failure(address=address, reason=str(error))
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pages: list[str] = []
    length = 0
    metadata: dict[str, str] = {"charset": "utf-8"}
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return Failure(
                address=address, reason=f"{address} is locked with a password; unlock it first"
            )
        for number, page in enumerate(reader.pages):
            if number >= MOST_PAGES or length > LONGEST_TEXT:
                break
            text = page.extract_text() or ""
            pages.append(text)
            length += len(text)
        information = reader.metadata
        title = str(information.title or "").strip() if information else ""
        if title and " " in title:
            metadata["title"] = title
    except Exception as error:  # pypdf raises many kinds on broken files; each is one bad file
        reason = str(error).split("\n")[0][:160] or type(error).__name__
        return Failure(address=address, reason=f"{address} is a PDF that cannot be read ({reason})")
    text = "\n\f\n".join(pages)
    if sum(letter.isalpha() for letter in text) < 40:
        return Failure(
            address=address,
            reason=f"{address} is a PDF without text (a scan?); run text recognition on it first",
        )
    return capture(text.encode("utf-8", "replace"), address, "text/plain", metadata)
