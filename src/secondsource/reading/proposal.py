"""Proposal: a statement's three spans before anything is made of them."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from .quotes import Quote

TRIM_LEFT = " \t\n\xa0,;:.–—-)]"
TRIM_RIGHT = " \t\n\xa0,;:–—-(["


@dataclass(frozen=True, slots=True)
class Proposal:
    """Code points of the laid-out text: `cue`, `source` (None: not told) and the pieces of
    `content`. `head` is the token that carries the cue. `weak` marks what only a quotation beside
    it would make a statement, `verbatim` a turn of a transcript, whose content needs no marks, `refusal` that somebody
    does not speak, `inside` a saying within a quotation. A quotation without a speaker has an empty `cue`, at its start."""

    head: int
    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    weak: bool = False
    verbatim: bool = False
    refusal: bool = False
    inside: bool = False

    def with_content(self, content: tuple[tuple[int, int], ...]) -> "Proposal":
        """The same with other content."""
        if content == self.content:
            return self
        return replace(self, content=content)


def trim(text: str, start: int, end: int, quotes: list[Quote]) -> tuple[int, int] | None:
    """`start:end` without blanks and punctuation that do not belong to a content, with the
    quotation marks of a quotation that it holds; None when nothing is left."""
    while start < end and text[start] in TRIM_LEFT:
        start += 1
    while start < end and text[end - 1] in TRIM_RIGHT:
        end -= 1
    if start < end and text[end - 1] == "." and not any(q.end == end for q in quotes):
        last = text[start:end].rsplit(None, 1)[-1]
        # "U.S." keeps its point; that of the sentence goes.
        if "." not in last[:-1]:
            end -= 1
    for quote in quotes:
        if quote.end == end + 1 and quote.start >= start:
            end += 1
        if quote.start == start - 1 and quote.end <= end:
            start -= 1
    return (start, end) if start < end else None


def tokens_of(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Token indices (half-open) that code points `start:end` touch."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 0)
