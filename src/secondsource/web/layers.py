"""A text cut into segments, each with the layers that cover it, so that overlapping finds can be shown."""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from ..model.value import Value


class Mark(Value, frozen=True):
    """Something found at code points `start:end` of one part of an article. `layer` is statements,
    events, figures, times, places, names or asked; `group` is what a layer is chosen by (the status of
    an event); `title` says it in words; `link` is where it leads, within this site."""

    start: int
    end: int
    layer: str
    title: str
    group: str = ""
    link: str | None = None
    part: str = "text"


class Segment(Value, frozen=True):
    """A piece of text over which the same marks lie. `opens` are marks that begin here; `link` and
    `title` are those of the shortest mark."""

    words: str
    start: int
    marks: tuple[Mark, ...]
    link: str | None
    title: str

    @property
    def classes(self) -> str:
        """CSS classes: one a layer, and one a group."""
        found = dict.fromkeys(
            name
            for mark in self.marks
            for name in ("on-" + mark.layer, f"group-{mark.group}" if mark.group else "")
            if name
        )
        return " ".join(found)

    @property
    def asked(self) -> bool:
        """Whether these are the words that the reader asked for."""
        return any(mark.layer == "asked" for mark in self.marks)


def segments(text: str, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """The text in segments; joined they are the text. Marks that lie outside it are left out."""
    good = sorted(
        (mark for mark in marks if 0 <= mark.start < mark.end <= len(text)),
        key=lambda mark: (mark.start, -mark.end, mark.layer),
    )
    cuts = sorted({0, len(text)} | {m.start for m in good} | {m.end for m in good})
    found: list[Segment] = []
    open_marks: list[Mark] = []
    upcoming = 0
    for start, end in itertools.pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark.end > start]
        while upcoming < len(good) and good[upcoming].start <= start:
            open_marks.append(good[upcoming])
            upcoming += 1
        found.append(_segment(text[start:end], start, open_marks))
    return tuple(found)


def _segment(words: str, start: int, marks: Sequence[Mark]) -> Segment:
    by_length = sorted(marks, key=lambda mark: (mark.end - mark.start, mark.layer))
    return Segment(
        words=words,
        start=start,
        marks=tuple(marks),
        # A link of nothing but space could be neither seen nor read out.
        link=next((mark.link for mark in by_length if mark.link and words.strip()), None),
        title="; ".join(dict.fromkeys(mark.title for mark in by_length if mark.title)),
    )


def paragraphs(found: Sequence[Segment]) -> tuple[tuple[Segment, ...], ...]:
    """The segments by paragraph: a blank line parts them, also inside a segment or across two."""
    text = "".join(segment.words for segment in found)
    parts: list[tuple[Segment, ...]] = []
    start = 0
    for words in text.split("\n\n"):
        parts.append(tuple(_between(found, start, start + len(words))))
        start += len(words) + 2
    return tuple(part for part in parts if part)


def _between(found: Sequence[Segment], start: int, end: int) -> Iterator[Segment]:
    for segment in found:
        first, last = max(segment.start, start), min(segment.start + len(segment.words), end)
        if first < last:
            words = segment.words[first - segment.start : last - segment.start]
            yield Segment(
                words=words,
                start=first,
                marks=segment.marks,
                link=segment.link if words.strip() else None,
                title=segment.title,
            )
