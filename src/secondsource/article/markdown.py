"""Markdown's marks taken out of lines, so that the words stand as a reader sees them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from .lines import Line, Piece, pieces_between

_ADDRESS = r"\((?:[^()\s]|\([^()\s]*\))*(?:\s+[\"'][^\"')]*[\"'])?\)"
_MARKS = re.compile(
    r"(?P<quote>^(?:>\s?)+)"
    rf"|(?P<picture>!\[[^\]]*\]{_ADDRESS})"
    rf"|(?P<link>(?<!\\)\[(?=[^\]]+\]{_ADDRESS}))"
    rf"|(?P<end>(?<=[^\\])\]{_ADDRESS})"
    r"|(?P<strong>\*\*|(?<!\w)__(?=\S)|(?<=\S)__(?!\w))"
    r"|(?P<emphasis>(?<![\w*\\])[*_](?=[^\s*_])|(?<=[^\s*_\\])[*_](?![\w*]))"
    r"|(?P<escape>\\(?=[\\`*_{}\[\]()#+.!>-]))"
)
_REFERENCE = re.compile(r"^\[[^\]]+\]:\s+\S+$")
_ANY = re.compile(r"[>*_\[\\]")


def is_quoted(lines: Sequence[Line]) -> bool:
    """Whether a text stands as a mail quotes it, with a mark before every line."""
    return len(lines) > 1 and all(line.words.startswith(">") for line in lines)


def without_marks(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines without the marks of quotations, links, pictures and emphasis, each still knowing where its words
    stand; what is only a picture or the address of a link is left out. A star that opens an item of a list
    stays."""
    for line in lines:
        if not _ANY.search(line.words):
            yield line
        elif not _REFERENCE.match(line.words):
            bare = _without(line)
            if bare.words.strip():
                yield bare


def _without(line: Line) -> Line:
    words = line.words
    pieces: list[Piece] = []
    position = 0
    for mark in _MARKS.finditer(words):
        if mark["emphasis"] and mark.start() == 0 and words.count(mark[0]) % 2:
            continue
        pieces += pieces_between(line, position, mark.start())
        position = mark.end()
    if not position:
        return line
    pieces += pieces_between(line, position, len(words))
    return Line(line.start, line.end, tuple(pieces), line.blanks, line.gapped)
