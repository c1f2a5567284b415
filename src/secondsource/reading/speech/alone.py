"""Texts that nobody tells: one that is a quotation, or several, and a poem. The words of the first are somebody's and not
the paper's; in the second nobody vouches for anything."""

import re
from itertools import pairwise

from ..draft import Draft
from ..grid import Grid
from ..proposal import Proposal
from ..quotes import Quote
from .attach import is_utterance

_PARAGRAPH = re.compile(r"[^\n]+")
_SIGNED = re.compile(r"\s*(?P<dash>[—–-]+)?\s*(?P<who>[^\W\d_][^\n.!?:;\"“”]{2,80})$")
"""Who stands behind a quotation: "— Ann Bell, miller"."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
FEWEST_LINES = 4
LONGEST_LINE = 70
"""Code points of a line of verse."""
BROKEN_OFF = 0.4
"""Share of the lines of a poem that end in a comma or semicolon, before a line that begins with a capital letter."""


def alone(draft: Draft, grid: Grid, proposals: list[Proposal]) -> list[Proposal]:
    """One proposal without a cue that holds all paragraphs of the text, of whom a line behind the last mark names; empty
    unless each of them is quotations from its first mark to its last (a heading may stand before them) and nothing else
    was found in any."""
    if proposals or not grid.quotes:
        return []
    held = grid.quotations
    pieces: list[tuple[int, int]] = []
    source: tuple[int, int] | None = None
    paragraphs = [match for match in _PARAGRAPH.finditer(grid.text) if match.group().strip()]
    for number, match in enumerate(paragraphs):
        start, end = match.span()
        quotes = [q for q in held.touching(start, end) if start <= q.start and q.end <= end]
        if not quotes:
            if number or len(paragraphs) == 1 or match.group().rstrip()[-1:] in ".!?":
                return []
            continue
        gaps = [grid.text[a.end : b.start] for a, b in pairwise(quotes)]
        if grid.text[start : quotes[0].start].strip() or any(gap.strip() for gap in gaps):
            return []
        rest = grid.text[quotes[-1].end : end]
        if rest.strip():
            source = _signature(draft, grid, quotes[-1].end, end)
            if source is None or number + 1 < len(paragraphs):
                return []
        if not is_utterance(grid.text, Quote(quotes[0].start, quotes[-1].end)):
            return []
        pieces += [(quote.start, quote.end) for quote in quotes]
    if not pieces:
        return []
    first = pieces[0][0]
    return [Proposal(grid.token_at(first), (first, first), source, tuple(pieces), verbatim=True)]


def _signature(draft: Draft, grid: Grid, start: int, end: int) -> tuple[int, int] | None:
    """Who signs a quotation behind its last mark: a name, or whatever noun a dash stands before; None if that is a clause."""
    signed = _SIGNED.match(grid.text[start:end].rstrip())
    if signed is None:
        return None
    low, high = start + signed.start("who"), start + signed.end("who")
    tokens = grid.tokens_in(low, high)
    if any(grid.tag[index] in _FINITE for index in tokens):
        return None
    named = any(
        mention.kind == "person" and draft.locate(mention.citation)[0] == low
        for mention in draft.mentions
    )
    return (low, high) if named or signed["dash"] else None


def is_verse(text: str) -> bool:
    """Whether a whole text is a poem: short lines, of which many break off at a comma before a capital letter."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < FEWEST_LINES or any(len(line) > LONGEST_LINE for line in lines):
        return False
    broken = sum(one[-1] in ",;" and two[0].isupper() for one, two in pairwise(lines))
    return broken >= BROKEN_OFF * len(lines)
