"""From the layout to the Article's text, with the way back to the captured text."""

from dataclasses import dataclass

from ..model.article import Origin, Removal
from .layout import Layout
from .lines import ADDED

PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True)
class Body:
    """The cleaned text; where its characters come from; what was taken out."""

    text: str
    origins: tuple[Origin, ...]
    removed: tuple[Removal, ...]
    removal_of_line: dict[int, int]
    """Index into `removed` by the index of the layout's line."""


def assemble(layout: Layout, captured: str) -> Body:
    """The unmarked lines as paragraphs; the marked ones as removals, neighbours of one kind as one."""
    pieces: list[str] = []
    origins: list[Origin] = []
    position = 0
    for n in layout.unmarked():
        if pieces:
            pieces.append(PARAGRAPH_BREAK)
            position += len(PARAGRAPH_BREAK)
        for text, at in layout.lines[n].pieces:
            if at != ADDED:
                last = origins[-1] if origins else None
                if (
                    last
                    and last.end == position
                    and last.captured_start + last.end - last.start == at
                ):
                    origins[-1] = Origin(
                        start=last.start,
                        end=position + len(text),
                        captured_start=last.captured_start,
                    )
                else:
                    origins.append(
                        Origin(start=position, end=position + len(text), captured_start=at)
                    )
            pieces.append(text)
            position += len(text)
    removed: list[Removal] = []
    by_line: dict[int, int] = {}
    previous = -2
    for n, mark in enumerate(layout.marks):
        if mark is None:
            continue
        line = layout.lines[n]
        # A caption, a headline and a byline are each one thing, even beside another of its kind.
        together = (
            removed
            and previous == n - 1
            and removed[-1].kind == mark
            and mark not in ("caption", "headline", "byline", "credit-line", "metadata")
            and line.start >= removed[-1].end
        )
        start = removed[-1].start if together else line.start
        removal = Removal(kind=mark, words=captured[start : line.end], start=start, end=line.end)
        if together:
            removed[-1] = removal
        else:
            removed.append(removal)
        by_line[n] = len(removed) - 1
        previous = n
    return Body("".join(pieces), tuple(origins), tuple(removed), by_line)
