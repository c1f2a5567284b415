"""Relative pronouns that say nothing: as content in "drills, which are expected to begin in May", and before a source."""

from dataclasses import replace

from ..grid import Grid
from ..proposal import Proposal

_PRONOUNS = frozenset({"which", "that"})


def without_relatives(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal without pieces that are only a relative pronoun, if others are left. The noun that it
    stands for is not taken in its place: it belongs to who speaks of it."""
    kept = tuple(piece for piece in proposal.content if not _is_relative(grid, piece))
    return proposal.with_content(kept) if 0 < len(kept) < len(proposal.content) else proposal


def _is_relative(grid: Grid, piece: tuple[int, int]) -> bool:
    tokens = grid.tokens_in(*piece)
    return len(tokens) == 1 and grid.lower[tokens[0]] in _PRONOUNS and grid.tag[tokens[0]] == "WDT"


def source_without_relative(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal with a source without the relative pronoun before it: "whom aid groups"."""
    tokens = grid.tokens_in(*proposal.source) if proposal.source else range(0)
    if len(tokens) < 2 or grid.lower[tokens[0]] not in {"whom", "which", "that"}:
        return proposal
    follows = grid.tag[tokens[1]]
    if grid.tag[tokens[0]] not in {"WDT", "WP"} or not follows.startswith(("NN", "PRP", "DT")):
        return proposal
    return replace(proposal, source=(grid.start[tokens[1]], grid.end[tokens[-1]]))
