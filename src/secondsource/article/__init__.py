"""Captures to Articles: clean text, what was removed and why, provenance, and the date's evidence."""

from .read import clean_text, read_capture

__all__ = ["clean_text", "read_capture"]
