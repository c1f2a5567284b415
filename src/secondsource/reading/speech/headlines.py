"""Headlines that end in their speaker: "Bridge unsafe for months: engineer", "Levy to go - minister", and that open with
a quotation: "'We have nothing left': farmers count cost"."""

import re

from ...lexicon import outlets, reporting, titles
from ..draft import Draft
from ..grid import Grid
from ..proposal import Proposal
from .mending import extent

LONGEST = 160
"""Code points of a line that may be a headline."""
LONGEST_SPEAKER = 6
"""Tokens of the speaker at its end."""
FEWEST = 3
"""Tokens of what is said before him."""
_LINE = re.compile(r"[^\n]+")
_TAIL = re.compile(
    r"(?:(?P<mark>:| [-–—])\s+|, (?P<says>says?|warns?|claims?|tells?)\s+)(?P<who>[^:\n]+?)\s*$"
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def with_headline(draft: Draft, grid: Grid, proposals: list[Proposal]) -> list[Proposal]:
    """The proposals, with one for the first line where it has no full stop and ends in its speaker; what else was found of
    the same cue goes."""
    found = _headline(draft, grid, proposals)
    if found is None:
        return proposals
    return [*(row for row in proposals if row.cue != found.cue), found]


def _headline(draft: Draft, grid: Grid, proposals: list[Proposal]) -> Proposal | None:
    line = _LINE.search(grid.text)
    if line is None or len(line.group().rstrip()) > LONGEST or line.group().rstrip()[-1:] in ".?!":
        return None
    start, end = line.start(), line.start() + len(line.group().rstrip())
    tail = _TAIL.search(grid.text, start, end)
    if tail is None:
        return None
    others = [row for row in proposals if start <= row.cue[0] < end and row.cue[0] < tail.start()]
    if any(row.content and row.content[0][1] > tail.start() for row in others):
        # "Holt: Strike will go on - union": what somebody says up to the end is one statement.
        return None
    mark = grid.token_at(tail.start("says") if tail["says"] else tail.start("who") - 2)
    said = grid.tokens_in(start, tail.start())
    who = grid.tokens_in(*tail.span("who"))
    if not len(said) or not len(who) or outlets.outlet_named(tail["who"]) is not None:
        return None
    cue = (grid.start[mark], grid.end[mark])
    quotes = grid.quotations.within(start, cue[0])
    quoted = len(quotes) == 1 and quotes[0].start == start and cue[0] - quotes[0].end <= 1
    if quoted and tail["mark"] == ":":
        source = _subject(grid, who)
        if source is not None:
            return Proposal(mark, cue, source, ((start, quotes[0].end),))
    if len(said) < FEWEST or not _is_speaker(draft, grid, who):
        return None
    piece = (start, grid.end[said[-1]])
    return Proposal(mark, cue, tail.span("who"), (piece,))


def _is_speaker(draft: Draft, grid: Grid, tokens: range) -> bool:
    """Whether the end of a line is somebody and nothing that he does: "finance minister", "Holt"."""
    if len(tokens) > LONGEST_SPEAKER or any(grid.tag[i] in _FINITE for i in tokens):
        return False
    last = tokens[-1]
    if grid.tag[last] in {"NN", "NNS"}:
        lemma = grid.lemma[last].lower()
        nouns = reporting.speaking_nouns() | reporting.official_speakers()
        return titles.is_head(lemma) or lemma in nouns or grid.lower[last] in nouns
    people = {m.name.rsplit(None, 1)[-1] for m in draft.mentions if m.kind == "person"}
    return grid.text[grid.start[last] : grid.end[last]] in people


def _subject(grid: Grid, tokens: range) -> tuple[int, int] | None:
    """Whose deed the rest of the line tells: "farmers" of "farmers count cost of hail"."""
    who = next((i for i in tokens if grid.dep[i] == "nsubj" and grid.head[i] > i), None)
    if who is None:
        return None
    low, high = extent(grid, who)
    low = max(low, tokens[0])
    return (grid.start[low], grid.end[high]) if high < grid.head[who] else None
