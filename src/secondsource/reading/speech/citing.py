"""Phrases that cite without a verb of saying, which the network leaves out: "in the words of the pilot", "per the
coroner", "according to its annex"."""

import re
from dataclasses import replace
from functools import cache

from ...lexicon import reporting
from ..grid import Grid
from ..proposal import Proposal, trim
from .mending import extent

LONGEST_NAME = 8
"""Tokens of a name between commas."""
NEAR = 4
"""Code points between a phrase with its source and the quotation that it introduces."""
_STOPS = frozenset({",", ";", ":", "—", "–", "--", "(", ")", "``"})


@cache
def _words() -> frozenset[str]:
    """One word of each phrase, by which a text without any is told at once."""
    return frozenset(max(phrase.split(), key=len) for phrase in reporting.citing_phrases())


@cache
def _phrases() -> re.Pattern[str]:
    longest = sorted(reporting.citing_phrases(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")(?=\s)", re.IGNORECASE)


def cited(grid: Grid, proposals: list[Proposal]) -> list[Proposal]:
    """Proposals for such phrases that stand in no cue, source or content edge of `proposals` and in no quotation."""
    if _words().isdisjoint(grid.lower):
        return []
    found = []
    taken: set[int] | None = None
    for match in _phrases().finditer(grid.text):
        if taken is None:
            taken = _taken(grid, proposals)
        tokens = grid.tokens_in(*match.span())
        if not taken.isdisjoint(tokens) or any(grid.quote[index] >= 0 for index in tokens):
            continue
        proposal = _citing(grid, tokens)
        if proposal is not None:
            found.append(proposal)
    return found


def with_name_beside(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where the name of who is cited stands between commas behind the source ("According to the coroner,
    Femi Balogun, the boy drowned"), with it in the source."""
    if grid.lower[proposal.head] not in {"according", "to"} or proposal.source is None:
        return proposal
    tokens = grid.tokens_in(*proposal.source)
    if not len(tokens) or not proposal.content or grid.tag[tokens[-1]] != "NN":
        return proposal
    start, end = proposal.content[0]
    comma = tokens[-1] + 1
    stop = _end_of_source(grid, comma, min(comma + LONGEST_NAME, len(grid)))
    if stop <= comma or not grid.end[comma] <= start or grid.end[stop - 1] >= end:
        return proposal
    source = (proposal.source[0], grid.end[stop - 1])
    if start >= source[1]:
        return replace(proposal, source=source)
    piece = trim(grid.text, grid.end[stop - 1], end, grid.quotations.touching(start, end))
    if piece is None:
        return proposal
    return replace(proposal, source=source, content=(piece, *proposal.content[1:]))


def _taken(grid: Grid, proposals: list[Proposal]) -> set[int]:
    spans = [span for row in proposals for span in (row.cue, row.source) if span is not None]
    return {index for span in spans for index in grid.tokens_in(*span)}


def _citing(grid: Grid, phrase: range) -> Proposal | None:
    """The statement of one phrase: its source is the noun phrase behind it; its content the quotation behind that, else
    the rest of the sentence."""
    text = grid.text
    low, high = grid.bounds[grid.sentence[phrase[0]]]
    opens = not text[low : grid.start[phrase[0]]].strip(" \n\t\xa0—–-")
    if grid.lower[phrase[0]] == "per" and not _is_citing_per(grid, phrase[0], opens):
        return None
    who = next((c for c in grid.children[phrase[-1]] if grid.dep[c] == "pobj"), None)
    if who is None:
        return None
    stop = _end_of_source(grid, phrase[-1] + 1, extent(grid, who)[1] + 1)
    if stop <= phrase[-1] + 1:
        return None
    cue = (grid.start[phrase[0]], grid.end[phrase[-1]])
    source = (grid.start[phrase[-1] + 1], grid.end[stop - 1])
    held = grid.quotations
    behind = next(
        (q for q in held.touching(source[1], high) if 0 <= q.start - source[1] <= NEAR), None
    )
    edges = [(source[1], high)] if opens else [(low, cue[0]), (source[1], high)]
    if behind is not None and not opens:
        edges = [(behind.start, behind.end)]
    pieces = [trim(text, *edge, held.touching(*edge)) for edge in edges]
    content = tuple(piece for piece in pieces if piece is not None)
    return Proposal(phrase[-1], cue, source, content) if content else None


def _is_citing_per(grid: Grid, token: int, opens: bool) -> bool:
    """Whether "per" names who says so ("Per the coroner, ..."), not a rate ("40 per cent", "twice per week")."""
    before = grid.lower[token - 1] if token else ""
    after = token + 1
    if not (opens or before in {",", "—", "–"}) or after >= len(grid):
        return False
    return grid.lower[after] in {"the", "his", "her", "their", "its"} or grid.tag[after] == "NNP"


def _end_of_source(grid: Grid, first: int, stop: int) -> int:
    """The token behind the noun phrase that begins at `first`: before the first comma, mark or quotation."""
    for index in range(first, stop):
        if grid.lower[index] in _STOPS or grid.quote[index] >= 0:
            name = index + 1
            while name < stop and grid.tag[name] == "NNP":
                name += 1
            named = grid.lower[index] == "," and name > index + 2 and grid.lower[name] == ","
            # "its founder, Ursula Menges, the band broke up"
            return name if named and grid.tag[index - 1] == "NN" else index
    return stop
