"""Cues in the middle of what is said ("The tunnel, the engineer said, would open in June"), and content that lost its first half."""

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


def with_first_deed(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where its content stands before the cue and begins with the second of two deeds ("seized the airfield" of
    "Rebels shelled the town and seized the airfield, according to the army"), with the first one and who did it."""
    if not proposal.content or proposal.content[0][1] > proposal.cue[0]:
        return proposal
    start, end = proposal.content[0]
    verb = next(iter(grid.tokens_in(start, end)), None)
    if verb is None or grid.dep[verb] != "conj" or grid.tag[verb] not in _FINITE or verb < 2:
        return proposal
    if any(grid.dep[child] in _SUBJECTS for child in grid.children[verb]):
        return proposal
    if grid.tag[verb - 1] != "CC" or grid.quote[verb] >= 0:
        return proposal
    first = grid.tokens_in(*grid.bounds[grid.sentence[verb]])[0]
    head = grid.head[verb]
    subject = next((c for c in grid.children[head] if grid.dep[c] in _SUBJECTS and c < head), None)
    if subject is None or any(grid.quote[i] >= 0 for i in range(first, verb)):
        return proposal
    # What is joined to a verb of saying may be the paper's own: "The mayor said so and left, according to ...".
    taken = {i for span in (proposal.cue, proposal.source) if span for i in grid.tokens_in(*span)}
    opens = min(subject, *_below(grid, subject))
    if not taken.isdisjoint(range(opens, verb)):
        return proposal
    edges = (grid.start[opens], end)
    piece = trim(grid.text, *edges, grid.quotations.touching(*edges))
    return proposal.with_content((piece, *proposal.content[1:])) if piece else proposal


def _below(grid: Grid, token: int) -> list[int]:
    """The tokens before a noun that hang on it, and the noun."""
    found = [token]
    for child in grid.children[token]:
        if child < token:
            found += _below(grid, child)
    return found
