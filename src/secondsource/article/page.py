"""From HTML to lines: what a page shows, and what it says about itself."""

from dataclasses import dataclass
from typing import Any

from ..errors import ArticleError
from ..model.article import Capture
from .layout import Layout, lay_out
from .lines import split_lines


@dataclass(frozen=True)
class Page:
    """`captured` is the text into which all offsets go, `metadata` what the page or its feed says
    about it: title, authors (parted by "; "), outlet, publisher, published, modified, url, language."""

    captured: str
    layout: Layout
    metadata: dict[str, str]


def read_page(source: str, capture: Capture) -> Page:
    """The page of an HTML source. Raises ArticleError when no text is found in it."""
    import trafilatura
    from trafilatura.metadata import extract_metadata

    url = capture.metadata.get("url") or (
        capture.address if capture.address.startswith("http") else None
    )
    text = trafilatura.extract(source, url=url, include_comments=False, include_tables=True)
    if not text:
        raise ArticleError("no text of a report was found on the page")
    found: Any = extract_metadata(source, default_url=url)
    metadata = dict(capture.metadata)
    if found is not None:
        for key, value in (
            ("title", found.title),
            ("authors", found.author),
            ("outlet", found.sitename),
            ("published", found.date),
            ("url", found.url),
        ):
            if value and key not in metadata:
                metadata[key] = str(value)
    return Page(text, lay_out(split_lines(text)), metadata)
