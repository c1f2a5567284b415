"""The page on paper: PDF by WeasyPrint from the same HTML."""

from typing import Any

from ..extras import needed


def pdf(page: str) -> bytes:
    """The page as PDF (A4), the same bytes for the same page and fonts. Raises UsageError without the
    extra `pdf`, or where its system library (Pango) is missing."""
    weasyprint = needed("weasyprint", "pdf", "a PDF")
    made: bytes = weasyprint.HTML(string=page, url_fetcher=_refuse).write_pdf(
        pdf_identifier=b"secondsource"
    )
    return made


def _refuse(url: str, *_: Any, **__: Any) -> dict[str, Any]:
    """Loads nothing: the page has all that it needs, and what a report names is not to be fetched."""
    raise ValueError(f"nothing is loaded from outside the page ({url})")
