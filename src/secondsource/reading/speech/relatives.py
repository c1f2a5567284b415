"""Contents that begin with a relative pronoun: in "drills, which are expected to begin in May" it says nothing."""

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
