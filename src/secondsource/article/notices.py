"""Notices: what a newsroom says about its own report (corrected, updated, withdrawn)."""

import re
from collections.abc import Iterator, Sequence

from ..model.article import Notice, NoticeKind, Removal
from ..model.text import Citation

_REPORT = r"(?:(?:an earlier|a previous|the original) version of )?this (?:article|story|report|post|item|headline|dispatch|piece)"
_WHEN = r"(?:\s*,?\s*(?:(?:appended|added|made|published)\b\s*)?(?:on\s+|at\s+)?(?:\([^)]{1,40}\)|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?(?:\s+\d{1,2}\b)?(?:,?\s+\d{4})?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4}\b)?)){0,2}"
"""The day (and the clock) that a notice states before its colon: "Correction, Feb. 5, 2025:"."""
_WITHDRAWN = r"(?:withdrawn|retracted|taken down|unpublished|killed)"

_KINDS: tuple[tuple[NoticeKind, re.Pattern[str]], ...] = (
    (
        "withdrawal",
        re.compile(
            rf"^(?:(?:editors?['’]?s?['’]? note|notice|note)\W+)?(?:{_REPORT} (?:has been|has \w+ been|was|is) (?:\w+ )?{_WITHDRAWN}\b"
            rf"|we have {_WITHDRAWN} {_REPORT}\b"
            r"|(?:retraction|retracted|story withdrawn|article withdrawn|withdrawal notice|(?:bulletin|story|mandatory) kill)\b\s*(?:[:.(\-–—]|$))",
            re.IGNORECASE,
        ),
    ),
    (
        "correction",
        re.compile(
            rf"^\W*(?:(?:corrections?|corrected|amendment|erratum)\b(?:{_WHEN}\s*(?:[:.\-–—]|$)|\s*\()|for the record\s*(?:\([^)]{{1,40}}\))?\s*:|corrects\b|refiles\b"
            rf"|{_REPORT} (?:has been|was|have been) (?:corrected|amended)\b"
            r"|(?:an earlier|a previous) version of (?:this|the) (?:article|story|report|post|headline)\b.{0,80}\b(?:misstated|misspelled|misspelt|misidentified|incorrect|incorrectly|wrongly|said|gave|stated|error|mistakenly)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "clarification",
        re.compile(
            rf"^\W*(?:(?:clarifications?|clarified)\b{_WHEN}\s*[:.\-–—]|clarifies\b)", re.IGNORECASE
        ),
    ),
    (
        "update",
        re.compile(
            rf"^\W*(?:updated?\b{_WHEN}\s*[:\-–—]|updates\b|adds\b|recasts\b"
            rf"|{_REPORT} (?:has been|was|is being) updated\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "editors-note",
        re.compile(
            r"^\W*(?:editors?['’]?s?['’]? notes?\b|note to (?:readers|editors)\b|(?:an earlier|a previous) version of (?:this|the)\b)",
            re.IGNORECASE,
        ),
    ),
)
"""A notice is known by how its paragraph begins; the first kind that fits is taken."""


def find_notices(text: str, removed: Sequence[Removal]) -> tuple[Notice, ...]:
    """The notices in the body, then those in what was taken out of it as editors' notes."""
    return (*_in_body(text), *_in_removed(removed))


def notice_kind(paragraph: str) -> NoticeKind | None:
    """Which kind of notice a paragraph is; None for the text of a report."""
    head = paragraph[:300]
    return next((kind for kind, pattern in _KINDS if pattern.match(head)), None)


def _in_body(text: str) -> Iterator[Notice]:
    start = 0
    for paragraph in text.split("\n\n"):
        kind = notice_kind(paragraph)
        # Only these are said in so many words of the report itself; "Update:" may head its own news.
        if kind in ("withdrawal", "correction", "clarification", "editors-note"):
            yield Notice(kind=kind, citation=_cite(start, paragraph, "text"))
        start += len(paragraph) + 2


def _in_removed(removed: Sequence[Removal]) -> Iterator[Notice]:
    for number, removal in enumerate(removed):
        kind = notice_kind(removal.words)
        if kind is not None and (removal.kind == "editors-note" or kind == "withdrawal"):
            yield Notice(kind=kind, citation=_cite(0, removal.words, f"removed:{number}"))


def _cite(start: int, words: str, part: str) -> Citation:
    return Citation(start=start, end=start + len(words), words=words, part=part)
