"""Lines that a page broke at its links, or that were wrapped at a column, put together again."""

import re
from statistics import median

from .dateline import is_dateline
from .layout import Layout, Mark
from .lines import Line, joined, without_last
from .shape import (
    awaits_name,
    begins_with_stop,
    ends_sentence,
    goes_on,
    is_open,
    may_go_on,
    name_like,
)

_LONGEST_NAME = 6
_SHORTEST_WRAPPED = 40
_WIDEST_WRAPPED = 130
_BULLET = re.compile(r"^(?:[-*•·–—▪◦‣]\s|\d{1,2}[.)]\s)")
_BYLINE = re.compile(r"^[Bb][Yy]:?\s+(?:[A-Z]|(?:our|staff)\b)")
_SHORTEST_OPEN = 10
"""Words; a shorter line that ends in "over" or "for" may be a whole headline."""


def join_bylines(layout: Layout) -> Layout:
    """The layout with a lone "By" and the names, "and" and "in" of the short lines under it in one line, as
    pages set them that put every writer on a line of his own."""
    if layout.trusted or not any(line.words.lower() in _LONE_BY for line in layout.lines):
        return layout
    out: list[tuple[Line, Mark]] = []
    is_open = False
    for line, mark in zip(layout.lines, layout.marks, strict=True):
        words = line.words
        joins = mark is None and line.count <= _LONGEST_NAME and words[-1:] not in ".?!"
        fresh = bool(out) and out[-1][0].words.lower() in _LONE_BY
        if is_open and joins and (name_like(words) if fresh else _MORE_NAMES.match(words)):
            out[-1] = (joined(out[-1][0], line), None)
        else:
            out.append((line, mark))
            is_open = mark is None and words.lower() in _LONE_BY
    return Layout(tuple(line for line, _ in out), tuple(mark for _, mark in out), layout.trusted)


_LONE_BY = ("by", "by:")
_MORE_NAMES = re.compile(r"^(?:and|&|,|in|for|with)\s+(?=[A-Z])")


def rejoin(layout: Layout) -> Layout:
    """The layout with broken sentences put together; marked lines between their parts stay apart.

    A line is the rest of the one before when it begins with a small letter or closing punctuation
    and that one can go on; and a short line between (a name that was a link) belongs to both. A
    blank line between is no hindrance: some scrapers put every link into a paragraph of its own.
    """
    if not layout.trusted and is_wrapped(layout):
        layout = unwrap(layout)
    out: list[tuple[Line, Mark]] = []
    last: int | None = None  # place in `out` of the last unmarked line
    rows = list(zip(layout.lines, layout.marks, strict=True))
    after = [""] * len(rows)
    words = ""
    for n in range(len(rows) - 1, -1, -1):
        after[n] = words
        if rows[n][1] is None:
            words = rows[n][0].words
    for n, (line, mark) in enumerate(rows):
        if mark is not None:
            out.append((line, mark))
            continue
        following = after[n]
        if (
            last is not None
            and _may_join(out[last][0], line)
            and _belongs(out[last][0], line, following, layout)
        ):
            out[last] = (_joined(out[last][0], line, layout), None)
        else:
            out.append((line, None))
            last = len(out) - 1
    lines = tuple(line for line, _ in out)
    return Layout(lines, tuple(mark for _, mark in out), layout.trusted)


_PARAGRAPH_TAGS = ("", "p", "div", "body", "article", "section")


def _may_join(before: Line, line: Line) -> bool:
    """Whether the blocks of a page allow it: items of lists and cells of tables stay apart."""
    return before.tag in _PARAGRAPH_TAGS and line.tag in _PARAGRAPH_TAGS


def _belongs(before: Line, line: Line, following: str, layout: Layout) -> bool:
    """Whether `line` is the rest of `before`; `following` are the words of the line after it. In a
    text whose paragraphs are parted by blank lines a single line break parts nothing."""
    first, second = before.words, line.words
    if second[:1].isupper() and ends_sentence(first):  # most lines of a text, so asked first
        return _broken_after(before, line, following, layout) and not _BYLINE.match(second)
    if _BULLET.match(second) or _BYLINE.match(second):
        return False
    if is_dateline(first):
        return ends_sentence(second) and line.count > _LONGEST_NAME
    if goes_on(second):
        if begins_with_stop(second):
            return not ends_sentence(first) or second[:1] not in ".,;:"
        return may_go_on(first) and (before.count >= 3 or name_like(first.rstrip(",")))
    if ends_sentence(first):
        return _broken_after(before, line, following, layout)
    if line.count <= _LONGEST_NAME and goes_on(following) and may_go_on(second):
        return (before.count >= 3 or awaits_name(first)) and name_like(second)
    if awaits_name(first) and before.count >= 6:
        return line.count <= _LONGEST_NAME and name_like(second) and ends_sentence(second)
    if not is_open(first) or before.count < 4:
        return False
    if first.rstrip()[-1] in ",;—–-":
        return line.blanks == 0 or not layout.spaced or line.count <= _LONGEST_NAME
    return before.count >= _SHORTEST_OPEN and (line.blanks == 0 or not layout.spaced)


def _broken_after(before: Line, line: Line, following: str, layout: Layout) -> bool:
    """Whether `line` is a name that a link broke out of the paragraph that `before` begins, in a
    text that has blank lines: "…the talks”.\\nA Name\\n, a spokeswoman"."""
    return (
        line.blanks == 0
        and line.count <= _LONGEST_NAME
        and before.count >= 6
        and goes_on(following)
        and layout.spaced
    )


def is_wrapped(layout: Layout) -> bool:
    """Whether the text was wrapped at a column: most lines end within a narrow band, in mid-sentence."""
    bodies = [line for line in layout.lines if line.count >= 5]
    if len(bodies) < 6:
        return False
    widths = [len(line.words) for line in bodies]
    middle = median(widths)
    if not _SHORTEST_WRAPPED <= middle <= _WIDEST_WRAPPED:
        return False
    near = sum(0.8 * middle <= width <= 1.2 * middle for width in widths)
    if near < 0.6 * len(bodies):
        return False
    unfinished = sum(not ends_sentence(line.words) for line in bodies)
    if unfinished < 0.5 * len(bodies):
        return False
    continued = sum(
        line.blanks == 0 and not ends_sentence(before.words)
        for before, line in zip(layout.lines, layout.lines[1:], strict=False)
    )
    return len(bodies) <= 4 * continued


def unwrap(layout: Layout) -> Layout:
    """The layout of a wrapped text, one line a paragraph.

    A paragraph ends at a blank line, a marked line, or a line that ends a sentence well before the
    column. A word parted at the end of a line is put together unless it stands with its hyphen
    elsewhere in the text.
    """
    widths = sorted(len(line.words) for line in layout.lines if line.count >= 5)
    column = widths[int(len(widths) * 0.9)]
    everything = " ".join(line.words for line in layout.lines)
    out: list[tuple[Line, Mark]] = []
    open_line = False
    previous = ""
    for line, mark in zip(layout.lines, layout.marks, strict=True):
        short = len(previous) < 0.75 * column
        fresh = line.blanks > 0 or not open_line or mark is not None
        fresh = fresh or (short and (ends_sentence(previous) or len(previous) < 0.5 * column))
        fresh = fresh or bool(_BULLET.match(line.words))
        if fresh:
            out.append((line, mark))
        else:
            out[-1] = (_wrap_joined(out[-1][0], line, everything), None)
        open_line = mark is None
        previous = line.words
    return Layout(
        tuple(line for line, _ in out),
        tuple(mark for _, mark in out),
    )


_PARTED = re.compile(r"(?<![\w-])[^\W\d_][a-zà-öø-ÿ]+-$")
"""A word that ends in a hyphen, and no sign such as the "-RRB-" of treebanks."""
_SUSPENDED = ("and", "or", "to")
"""What follows a hyphen that stands for a word said later: "short- and long-term"."""


def _joined(before: Line, line: Line, layout: Layout) -> Line:
    if begins_with_stop(line.words):
        return joined(before, line, "")
    if _PARTED.search(before.words) and not layout.trusted and line.blanks == 0:
        return _wrap_joined(before, line, " ".join(one.words for one in layout.lines))
    return joined(before, line)


def _wrap_joined(before: Line, line: Line, everything: str) -> Line:
    parted = re.search(r"(\w+)-$", before.words)
    rest = re.match(r"[a-zà-öø-ÿ]+", line.words)
    if not parted or not rest or rest[0] in _SUSPENDED:
        return joined(before, line)
    if f"{parted[1]}-{rest[0]}" in everything:
        return joined(before, line, "")
    return joined(without_last(before, 1), line, "")
