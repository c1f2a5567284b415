"""Quotation marks: which stretches of a text stand between a pair of them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

OPENING = "“«„"
CLOSING = "”»"
EITHER = '"'
_DOUBLE = re.compile("[“”«»„\"]|``|''")
_PARAGRAPH = re.compile(r"[^\n]+")
_SINGLE_OPEN = re.compile(r"(?:(?<=[\s(\[—–:-])|^)[‘'](?=[^\W_]|…|\.\.\.)", re.MULTILINE)
_SINGLE_CLOSE = re.compile(r"(?<=\S)[’'](?![^\W_])")
_ELISION = re.compile(r"[‘'’](?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|n\b)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|,(?=\s+(?:(?:he|she|they)\s+)?(?:said|says)\b)")
"""Where the words of somebody surely end: with their sentence, or before "said" behind a comma."""
LONGEST_UNOPENED = 400
"""Code points before a closing mark without an opening one that may be the quotation that it closes."""
LONGEST_SINGLE = 600
"""Code points. A pair of single marks further apart is taken to be two apostrophes."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Code points `start:end` between quotation marks, the marks included. `closed` is false when a
    mark is missing; `continued` when the next paragraph goes on with the same quotation."""

    start: int
    end: int
    closed: bool = True
    continued: bool = False
    single: bool = False


def _faces(text: str, start: int, end: int, mark: str) -> str:
    """Whether the mark at `start:end` opens ("open"), closes ("close") or may do either ("")."""
    if mark == "``" or mark in OPENING:
        return "open"
    if mark in CLOSING:
        return "close"
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isspace() or before in "([{—–-":
        return "" if after.isspace() else "open"
    if after.isspace() or after in ".,;:!?)]}—–-":
        return "close"
    return ""


def _in_paragraph(text: str, start: int, end: int) -> list[Quote]:
    quotes: list[Quote] = []
    opened: int | None = None
    for match in _DOUBLE.finditer(text, start, end):
        facing = _faces(text, match.start(), match.end(), match.group())
        if opened is None:
            if facing != "close":
                opened = match.start()
            elif not quotes and _ends_words(text, start, match.start()):
                quotes.append(Quote(start, match.end(), closed=False))
            continue
        if _opens_anew(text, opened, match, facing):
            # A second opening mark: the first was never closed.
            quotes.append(Quote(opened, _cut(text, opened, match.start()), closed=False))
            opened = match.start()
            continue
        quotes.append(Quote(opened, match.end()))
        opened = None
    if opened is not None:
        quotes.append(Quote(opened, end, closed=False))
    return quotes


def _opens_anew(text: str, opened: int, match: re.Match[str], facing: str) -> bool:
    """Whether a mark behind the one at `opened` opens a quotation of its own: one that only opens, a straight one that faces
    what follows when a sentence has ended since, and one that is no partner of two apostrophes."""
    mark = match.group()
    if mark == EITHER and text.startswith("''", opened):
        return True
    if facing != "open":
        return False
    return mark != EITHER or _SENTENCE_END.search(text, opened, match.start()) is not None


def _ends_words(text: str, start: int, mark: int) -> bool:
    """Whether a closing mark at `mark`, the first of its paragraph, ends words that begin with the paragraph and whose
    opening mark is lost: a comma or point stands before it, and no sentence has ended."""
    words = text[start:mark]
    if not 0 < len(words) <= LONGEST_UNOPENED or words[-1] not in ",.?!":
        return False
    return words[0].isupper() and not _SENTENCE_END.search(text, start, mark - 1)


def _cut(text: str, start: int, limit: int) -> int:
    """Where an unclosed quotation that starts at `start` ends: with its first sentence."""
    stop = _SENTENCE_END.search(text, start, limit)
    end = stop.end() if stop else limit
    return start + len(text[start:end].rstrip())


def _singles(text: str, start: int, end: int) -> list[Quote]:
    quotes = []
    position = start
    while opening := _SINGLE_OPEN.search(text, position, end):
        position = opening.end()
        if _ELISION.match(text, opening.start()):
            continue
        curly = text[opening.start()] == "‘"
        doubtful: int | None = None
        for closing in _SINGLE_CLOSE.finditer(
            text, position, min(end, opening.start() + LONGEST_SINGLE)
        ):
            before = text[closing.start() - 1]
            plural = before == "s" and text[closing.end() : closing.end() + 2].strip()[:1].isalpha()
            if curly or not plural:
                doubtful = closing.end()
                break
            # "the farmers' plea": a plural's mark, unless no other one closes.
            doubtful = doubtful or closing.end()
        if doubtful is not None:
            quotes.append(Quote(opening.start(), doubtful, single=True))
            position = doubtful
    return quotes


def find_quotes(text: str) -> list[Quote]:
    """All quotations of a text in their order, none inside another and none over a paragraph's end.

    A quotation that a paragraph leaves open runs to the paragraph's end when the next paragraph
    opens with a mark again (the newspapers' way to go on); else it is cut at its first sentence
    and stays unclosed.
    """
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    quotes: list[Quote] = []
    for n, (start, end) in enumerate(paragraphs):
        end = start + len(text[start:end].rstrip())
        found = _in_paragraph(text, start, end)
        if found and not found[-1].closed and found[-1].end == end:
            last = found[-1]
            following = text[slice(*paragraphs[n + 1])].lstrip() if n + 1 < len(paragraphs) else ""
            if _DOUBLE.match(following) and _faces(following, 0, 1, following[:1]) != "close":
                found[-1] = Quote(last.start, end, closed=True, continued=True)
            else:
                found[-1] = Quote(last.start, _cut(text, last.start, end), closed=False)
        singles = _singles(text, start, end)
        found += [
            single
            for single in singles
            if not any(q.start < single.end and single.start < q.end for q in found)
        ]
        quotes += sorted(found, key=lambda quote: quote.start)
    return quotes


def quotes_inside(text: str, start: int, end: int) -> list[Quote]:
    """The quotations between single marks within the code points `start:end` of another; empty if there are none."""
    return _singles(text, start, end)


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in their order, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


class Quotations:
    """The quotations of a text in their order, to be asked which of them lie where."""

    def __init__(self, quotes: list[Quote]) -> None:
        self.all = quotes
        self._starts = [quote.start for quote in quotes]
        self._ends = [quote.end for quote in quotes]

    def touching(self, start: int, end: int) -> list[Quote]:
        """Those that share a code point with `start:end`, or touch one of its ends."""
        return self.all[bisect_left(self._ends, start) : bisect_right(self._starts, end)]

    def within(self, start: int, end: int) -> list[Quote]:
        """Those that lie inside `start:end`."""
        return [q for q in self.touching(start, end) if start <= q.start and q.end <= end]

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds all of `start:end`."""
        return any(q.start <= start and end <= q.end for q in self.touching(start, end))
