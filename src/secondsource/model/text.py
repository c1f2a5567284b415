"""Spans and citations: addresses of exact words.

All offsets count unicode code points, start at 0 and are half-open.
"""

import sys

import msgspec

from .value import Value, identifier


class Span(Value, frozen=True):
    """Code points `start` (inclusive) to `end` (exclusive) of a text that the holder names."""

    start: int
    end: int


_TEXT, _UNNAMED = sys.intern("text"), sys.intern("")


class Citation(Value, frozen=True, omit_defaults=True):
    """An address that can be re-checked, with the exact words that stand there.

    `part` is `text`, `headline`, `caption:N`, `removed:N`, `metadata` or `url`. Inside a Reading
    `article` is empty, since the Reading names its one article; in a Record it is always filled.
    Both are left out of the JSON when they say nothing.
    """

    start: int
    end: int
    words: str
    part: str = _TEXT
    article: str = _UNNAMED

    def __post_init__(self) -> None:
        # Defaults are left out of the JSON by identity, so that an equal string from elsewhere (another
        # process, a decoded file) must be the same object, or the same value would give other bytes.
        if self.part is not _TEXT:
            msgspec.structs.force_setattr(self, "part", sys.intern(self.part))
        if self.article is not _UNNAMED:
            msgspec.structs.force_setattr(self, "article", sys.intern(self.article))

    def of(self, article: str) -> "Citation":
        """The same address, with its article named."""
        return Citation(
            start=self.start, end=self.end, words=self.words, part=self.part, article=article
        )


class Reference(Value, frozen=True):
    """Another item, by id, with the name that a reader would want to see."""

    id: str
    name: str


def mention_id(article: str, citation: Citation, kind: str) -> str:
    """The id of a mention: it depends on article, part, span and kind, and on nothing else."""
    return identifier(article, citation.part, citation.start, citation.end, kind)
