"""Cues between commas in the middle of what is said: "The tunnel, the engineer said, would open in June"."""

from ..grid import Grid
from ..proposal import Proposal, trim

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def with_first_part(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where its content stands behind the cue, begins with a finite verb and has no subject, with
    what stands before the cue in its sentence up to a comma."""
    if not proposal.content or proposal.content[0][0] < proposal.cue[1]:
        return proposal
    begin = min(span[0] for span in (proposal.cue, proposal.source) if span)
    comma = grid.token_at(begin) - 1
    if comma < 1 or grid.lower[comma] != "," or grid.quote[comma] >= 0:
        return proposal
    number = grid.sentence[proposal.head]
    first = comma
    while first > 0 and grid.sentence[first - 1] == number:
        first -= 1
    while first < comma and (grid.tag[first] in {"CC", "_SP"} or grid.lower[first] in "-–—"):
        first += 1
    piece = grid.tokens_in(*proposal.content[0])
    verb = next((i for i in piece if not grid.tag[i].startswith("RB")), None)
    if verb is None or grid.tag[verb] not in _FINITE or comma - first < 1:
        return proposal
    if grid.text[proposal.cue[1] : grid.start[piece[0]]].rstrip()[-1:] != ",":
        return proposal
    carrier = grid.head[verb] if grid.dep[verb] in {"aux", "auxpass"} else verb
    subjects = [c for c in grid.children[carrier] if grid.dep[c] in _SUBJECTS]
    if any(subject >= piece[0] for subject in subjects):
        return proposal
    named = any(grid.tag[i].startswith(("NN", "PRP", "DT", "EX")) for i in range(first, comma))
    if not named or any(grid.tag[i] in _FINITE and _is_main(grid, i) for i in range(first, comma)):
        return proposal
    start, end = grid.start[first], grid.end[comma - 1]
    part = trim(grid.text, start, end, grid.quotations.touching(start, end))
    return proposal.with_content((part, *proposal.content)) if part else proposal


def _is_main(grid: Grid, verb: int) -> bool:
    """Whether a verb is no part of a relative or other clause within the subject."""
    carrier = grid.head[verb] if grid.dep[verb] in {"aux", "auxpass"} else verb
    return grid.dep[carrier] not in {"relcl", "acl", "advcl", "ccomp", "csubj"}
