"""Layout: the lines of one page, and which of them are no body text and why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..lexicon.page_phrases import page_phrase
from ..model.article import RemovalKind
from .lines import Line
from .once import once
from .shape import begins_with_stop, goes_on, is_prose, may_go_on

Mark = RemovalKind | None


@dataclass(frozen=True)
class Layout:
    """`marks[n]` says why `lines[n]` is not of the body; None as long as nothing speaks against it.

    `trusted` says that the unmarked lines were chosen by the structure of a web page: then the
    shape of a line alone is no reason to take it away.
    """

    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    trusted: bool = False

    @once
    def spaced(self) -> bool:
        """Whether blank lines part the paragraphs: at least half of the longer lines stand so."""
        long = [line for line in self.lines[1:] if line.count >= 12]
        return sum(line.blanks > 0 for line in long) * 2 >= max(len(long), 1)

    def unmarked(self) -> list[int]:
        """Indices of the lines that are still body."""
        return [n for n, mark in enumerate(self.marks) if mark is None]

    def marked(self, found: dict[int, RemovalKind]) -> "Layout":
        """The same with more marks; a line that is marked already keeps its mark."""
        if not found:
            return self
        marks = list(self.marks)
        for n, kind in found.items():
            if marks[n] is None:
                marks[n] = kind
        return Layout(self.lines, tuple(marks), self.trusted)

    def remarked(self, found: dict[int, RemovalKind]) -> "Layout":
        """The same with these marks in place of what they were."""
        marks = tuple(found.get(n, mark) for n, mark in enumerate(self.marks))
        return Layout(self.lines, marks, self.trusted)

    def with_kind(self, kind: RemovalKind) -> list[int]:
        """Indices of the lines that are marked so."""
        return [n for n, mark in enumerate(self.marks) if mark == kind]


Step = Callable[[Layout], Layout]


def lay_out(lines: Iterable[Line]) -> Layout:
    """A layout in which nothing is marked."""
    lines = tuple(lines)
    return Layout(lines, (None,) * len(lines))


def in_mid_sentence(layout: Layout, n: int) -> bool:
    """Whether line `n` is the middle of a sentence that a link broke: the line before may go on and
    is long, and the line after can only be the rest of something."""
    lines = layout.lines
    if n == 0 or n + 1 >= len(lines):
        return False
    before, after = lines[n - 1].words, lines[n + 1].words
    return (
        before.count(" ") >= 3
        and may_go_on(before)
        and goes_on(after)
        and page_phrase(after) is None
    )


_LONGEST_LINK = 3


def mark_phrases(layout: Layout) -> Layout:
    """Marks the lines whose wording is that of page furniture, save those that a link broke out of
    a sentence ("posted on / Twitter / .")."""
    found: dict[int, RemovalKind] = {}
    for n, line in enumerate(layout.lines):
        if layout.marks[n] is not None:
            continue
        kind = page_phrase(line.words)
        if kind is None:
            continue
        if line.count <= _LONGEST_LINK and in_mid_sentence(layout, n):
            continue
        if n and begins_with_stop(line.words) and may_go_on(layout.lines[n - 1].words):
            continue
        found[n] = kind  # type: ignore[assignment]
    return layout.marked(found)


def first_prose(layout: Layout) -> int:
    """Index of the first unmarked line that reads as body text; the number of lines if none does."""
    for n in layout.unmarked():
        if is_prose(layout.lines[n].words):
            return n
    return len(layout.lines)


def last_prose(layout: Layout) -> int:
    """Index of the last unmarked line that reads as body text; -1 if none does."""
    for n in reversed(layout.unmarked()):
        if is_prose(layout.lines[n].words):
            return n
    return -1
