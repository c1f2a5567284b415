"""The page on paper: PDF by WeasyPrint from the same HTML."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ..extras import needed

_ENVIRONMENT = threading.Lock()


def pdf(page: str) -> bytes:
    """The page as PDF (A4), the same bytes for the same page and fonts. Raises UsageError without the
    extra `pdf`, or where its system library (Pango) is missing."""
    weasyprint = needed("weasyprint", "pdf", "a PDF")
    with _undated_fonts():
        made: bytes = weasyprint.HTML(string=page, url_fetcher=_refuse).write_pdf(
            pdf_identifier=b"secondsource"
        )
    return made


@contextmanager
def _undated_fonts() -> Iterator[None]:
    """Where HarfBuzz cannot cut a font to its used glyphs, fontTools does, and writes the moment into it unless
    SOURCE_DATE_EPOCH (the specification of reproducible-builds.org) names another. A day that the caller has
    named stays. One PDF at a time: the environment is the whole process's."""
    with _ENVIRONMENT:
        named = os.environ.get("SOURCE_DATE_EPOCH")
        os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
        try:
            yield
        finally:
            if named is None:
                del os.environ["SOURCE_DATE_EPOCH"]


def _refuse(url: str, *_: Any, **__: Any) -> dict[str, Any]:
    """Loads nothing: the page has all that it needs, and what a report names is not to be fetched."""
    raise ValueError(f"nothing is loaded from outside the page ({url})")
