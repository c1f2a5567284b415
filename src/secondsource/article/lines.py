"""Lines of the captured text, their characters made regular, each still knowing where it came from.

A line is a tuple of pieces: text with the code point of the captured text at which it stands
unchanged, or `ADDED` where the characters are ours (a repaired mojibake, a space for a newline).
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .once import once

ADDED = -1
"""Stands for "nowhere" as the captured place of a piece."""

Piece = tuple[str, int]

_OTHER_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_BREAK = re.compile(rf"[\n{_OTHER_BREAKS}](?:(?<=\r)\n)?")

_MOJIBAKE = (
    r"[\u00c2\u00c3\u00e2\u00c5\u00c4\u00d0\u00d1\u00f0]"
    r"[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
    r"\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]{1,3}"
)
"""UTF-8's first byte of a letter and its following ones, as they read in Windows-1252."""
_ONE_MOJIBAKE = re.compile(_MOJIBAKE)
_MOST_TIMES = 3
"""Texts pass through few programs that each read their bytes wrong."""

# One pass finds every place that is not already regular; most lines hold none.
_IRREGULAR = re.compile(
    r"(?P<entity>&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z][A-Za-z0-9]{1,30});)"
    rf"|(?P<mojibake>(?:{_MOJIBAKE})+)"
    r"|(?P<combining>\w[\u0300-\u036f]+)"
    r"|(?P<ligature>[\ufb00-\ufb06])"
    r"|(?P<nothing>(?:\x1b\[[\d;?]{0,9}[A-Za-z])+|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc\x00-\x08\x0e-\x1f\x7f]+)"
    r"|(?P<space>[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][\s\u00a0\u2000-\u200a\u202f]*| {2,})"
)


_GAP = re.compile(r"\S(?: {2,}|\t+)\S")


# A fast look for any character that could begin one of them.
_SUSPICIOUS = re.compile(
    r"[&\t\x00-\x08\x0e-\x1f\x7f\u0080-\u00a0\u00ad\u00c2\u00c3\u00e2\u00c5\u00c4\u00d0\u00d1\u00f0"
    r"\u0300-\u036f\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000\ufb00-\ufb06\ufeff\ufffc]|  "
)


@dataclass(frozen=True)
class Line:
    """One line, or several that were rejoined. `start:end` are code points of the captured text,
    without the blanks around; `blanks` counts the blank lines before it; `gapped` says that wide
    blanks part its words, as they do in lists of sections. Of a web page's line `tag` is its block's
    and `linked` the share of its characters that are links; of plain text "" and -1."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    blanks: int
    gapped: bool = False
    tag: str = ""
    linked: float = -1.0

    @once
    def words(self) -> str:
        """The regular text of the line."""
        return "".join(text for text, _ in self.pieces)

    @once
    def count(self) -> int:
        """How many words, parted by blanks."""
        return len(self.words.split())


def split_lines(captured: str) -> tuple[Line, ...]:
    """The lines of the captured text that hold anything, in their order."""
    lines: list[Line] = []
    blanks = 0
    for raw, start in _raw_lines(captured):
        line = line_of(raw, start, blanks) if raw else None
        if line is None:
            blanks += 1
        else:
            lines.append(line)
            blanks = 0
    return tuple(lines)


def _raw_lines(captured: str) -> Iterator[tuple[str, int]]:
    """What stands between the line breaks, with where it stands."""
    position = 0
    if not any(one in captured for one in _OTHER_BREAKS):  # most texts, without the pattern
        for raw in captured.split("\n"):
            yield raw, position
            position += len(raw) + 1
        return
    for match in _BREAK.finditer(captured):
        yield captured[position : match.start()], position
        position = match.end()
    yield captured[position:], position


def line_of(raw: str, at: int, blanks: int, tag: str = "", linked: float = -1.0) -> Line | None:
    """The line that stands at code point `at`; None where nothing is seen of it. The tag and the
    share of its links are those of a web page's block."""
    stripped = raw.strip(" \t\u00a0\u200b\ufeff\u3000")
    if not stripped:
        return None
    start = at if stripped is raw else at + raw.index(stripped)
    pieces = regular(stripped, start)
    gapped = ("  " in stripped or "\t" in stripped) and bool(_GAP.search(stripped))
    line = Line(start, start + len(stripped), pieces, blanks, gapped, tag, linked)
    return line if line.words.strip() else None


def regular(text: str, at: int) -> tuple[Piece, ...]:
    """The text with regular characters: one kind of space, no invisible characters, entities and
    mojibake read, combining accents composed, ligatures parted. `at` is where it stands."""
    # Most lines hold nothing to repair, and plain ASCII ones are told without a pattern.
    plain = text.isascii() and text.isprintable() and "&" not in text and "  " not in text
    if plain or not _SUSPICIOUS.search(text) or not _IRREGULAR.search(text):
        return ((text, at),)
    pieces: list[Piece] = []
    position = 0
    for match in _IRREGULAR.finditer(text):
        repaired = _REPAIRS[str(match.lastgroup)](match[0])
        if repaired == match[0]:
            continue
        if match.start() > position:
            pieces.append((text[position : match.start()], at + position))
        if repaired == " " and " " in match[0]:
            pieces.append((" ", at + match.start() + match[0].index(" ")))
        elif repaired:
            pieces.append((repaired, ADDED))
        position = match.end()
    if position < len(text):
        pieces.append((text[position:], at + position))
    return tuple(pieces)


def _read_entity(found: str) -> str:
    read = html.unescape(found)
    if read == found or (not read.isprintable() and read not in ("\u00a0",)):
        return found
    return " " if read.isspace() else "" if read == "\u00ad" else read


def _read_mojibake(found: str) -> str:
    """The letters that were meant, also where they were read wrong several times over."""
    for _ in range(_MOST_TIMES):
        read = _ONE_MOJIBAKE.sub(lambda match: _read_once(match[0]), found)
        if read == found:
            break
        found = read
    return found


def _read_once(found: str) -> str:
    # UTF-8 bytes that were once decoded as Windows-1252: encode back, decode right. The longest
    # valid beginning counts, since the last characters may already be sound ("â€™s").
    for length in range(len(found), 1, -1):
        try:
            raw = b"".join(
                bytes([ord(one)]) if 0x80 <= ord(one) < 0xA0 else one.encode("cp1252")
                for one in found[:length]
            )
            read = raw.decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if len(read) == 1:
            return (" " if read.isspace() else read) + found[length:]
    return found


def _compose(found: str) -> str:
    return unicodedata.normalize("NFC", found)


def _part_ligature(found: str) -> str:
    return unicodedata.normalize("NFKC", found)


def _nothing(found: str) -> str:
    return ""


def _one_space(found: str) -> str:
    return " "


_REPAIRS: dict[str, Callable[[str], str]] = {
    "entity": _read_entity,
    "mojibake": _read_mojibake,
    "combining": _compose,
    "ligature": _part_ligature,
    "nothing": _nothing,
    "space": _one_space,
}


def joined(first: Line, second: Line, between: str = " ") -> Line:
    """Both as one line, with `between` (ours) in the middle."""
    middle: tuple[Piece, ...] = ((between, ADDED),) if between else ()
    return Line(
        first.start,
        second.end,
        first.pieces + middle + second.pieces,
        first.blanks,
        tag=first.tag,
        linked=max(first.linked, second.linked),
    )


def without_last(line: Line, count: int) -> Line:
    """The line without its last `count` characters."""
    pieces = list(line.pieces)
    while count > 0 and pieces:
        text, at = pieces.pop()
        if len(text) > count:
            pieces.append((text[:-count], at))
            break
        count -= len(text)
    return Line(line.start, line.end, tuple(pieces), line.blanks)


def sliced(line: Line, start: int, end: int) -> Line:
    """The part of a line between two code points of its `words`, blanks at its edges cut off."""
    text = line.words[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    pieces = pieces_between(line, start, end)
    placed = [(at, at + len(piece)) for piece, at in pieces if at != ADDED]
    first = placed[0][0] if placed else line.start
    last = placed[-1][1] if placed else line.end
    return Line(first, last, tuple(pieces), line.blanks)


def pieces_between(line: Line, start: int, end: int) -> list[Piece]:
    """The pieces of a line between two code points of its `words`."""
    pieces: list[Piece] = []
    position = 0
    for piece, at in line.pieces:
        low, high = max(start - position, 0), min(end - position, len(piece))
        if low < high:
            pieces.append((piece[low:high], at if at == ADDED else at + low))
        position += len(piece)
    return pieces


def total_words(lines: Iterable[Line]) -> int:
    """How many words all the lines hold."""
    return sum(line.count for line in lines)
