"""Who stands behind what he says with a clause about him: "..., villagers who had fled the attack said on Tuesday".

The parser of a small pipeline takes the verb of that clause and the verb of saying for one chain, so that the
network finds no cue there, or draws the speaker into the content.
"""

from ...lexicon import reporting
from ..grid import Grid
from ..proposal import Proposal, trim

_RELATIVES = frozenset({"who", "whose"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OF_A_SPEAKER = _NOUNS | {"DT", "CD", "JJ", "JJS", "POS", "PRP$", "IN", "CC"}
LONGEST_SPEAKER = 8
"""Tokens from the comma to the relative pronoun."""
LONGEST_CLAUSE = 14
"""Tokens from the relative pronoun to the verb of saying."""
LONGEST_TAIL = 12
"""Tokens behind the verb of saying: when, where and to whom he said it."""


def with_speakers_behind(grid: Grid, proposals: list[Proposal]) -> list[Proposal]:
    """The proposals, with one for each such sentence; one of the same verb without its speaker gives way to it."""
    found = []
    for index, word in enumerate(grid.lower):
        if word in _RELATIVES and grid.quote[index] < 0:
            proposal = _behind(grid, index)
            if proposal is not None:
                found.append(proposal)
    for new in found:
        same = [row for row in proposals if row.cue[0] <= new.cue[0] < row.cue[1]]
        if any(row.source == new.source for row in same):
            continue
        proposals = [*(row for row in proposals if row not in same), new]
    return proposals


def _behind(grid: Grid, relative: int) -> Proposal | None:
    """The statement whose speaker has the clause that begins with `relative`."""
    low, high = grid.bounds[grid.sentence[relative]]
    sentence = grid.tokens_in(low, high)
    comma = _comma_before(grid, relative, sentence)
    verb = _saying_behind(grid, relative, sentence)
    if comma is None or verb is None:
        return None
    if not any(grid.tag[i] in _FINITE for i in range(sentence[0], comma)):
        return None
    edges = (low, grid.start[comma])
    piece = trim(grid.text, *edges, grid.quotations.touching(*edges))
    source = (grid.start[comma + 1], grid.end[verb - 1])
    cue = (grid.start[verb], grid.end[verb])
    return Proposal(verb, cue, source, (piece,)) if piece is not None else None


def _comma_before(grid: Grid, relative: int, sentence: range) -> int | None:
    """The comma before the noun phrase that ends at `relative`; None where something else stands between them."""
    for index in range(relative - 1, max(sentence[0], relative - 2 - LONGEST_SPEAKER), -1):
        if grid.lower[index] == ",":
            nouns = any(grid.tag[i] in _NOUNS for i in range(index + 1, relative))
            return index if nouns and grid.quote[index] < 0 else None
        if grid.tag[index] not in _OF_A_SPEAKER or grid.quote[index] >= 0:
            return None
    return None


def _saying_behind(grid: Grid, relative: int, sentence: range) -> int | None:
    """The verb of saying that ends the clause of `relative`, with at most a time, a place and hearers behind it."""
    verbs = reporting.saying_verbs()
    for index in range(relative + 2, min(sentence[-1] + 1, relative + 2 + LONGEST_CLAUSE)):
        if grid.lower[index] in {",", ";", ":"} or grid.quote[index] >= 0:
            return None
        # The clause about him has a verb of its own before: "officials who said so" say nothing here.
        if grid.lemma[index] not in verbs or grid.tag[index] not in _FINITE:
            continue
        if not any(grid.tag[i].startswith("VB") for i in range(relative + 1, index)):
            continue
        tail = range(index + 1, sentence[-1] + 1)
        if len(tail) > LONGEST_TAIL or any(grid.tag[i] in _FINITE for i in tail):
            return None
        return None if any(grid.quote[i] >= 0 for i in tail) else index
    return None
