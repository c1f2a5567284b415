"""Contents that begin with a relative pronoun: "drills, which are expected to begin in May" are about the drills."""

from ..grid import Grid
from ..proposal import Proposal

_PRONOUNS = frozenset({"which", "that"})


def with_what_it_stands_for(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal with the noun phrase in place of a piece that is only the pronoun standing for it."""
    content = tuple(_noun_of(grid, piece) or piece for piece in proposal.content)
    return proposal if content == proposal.content else proposal.with_content(content)


def _noun_of(grid: Grid, piece: tuple[int, int]) -> tuple[int, int] | None:
    """The phrase of the noun for which a lone relative pronoun stands, up to the noun; None for another piece."""
    tokens = grid.tokens_in(*piece)
    if len(tokens) != 1 or grid.lower[tokens[0]] not in _PRONOUNS or grid.tag[tokens[0]] != "WDT":
        return None
    verb = grid.head[tokens[0]]
    noun = grid.head[verb]
    if grid.dep[verb] != "relcl" or not noun < tokens[0]:
        return None
    first = min([noun, *(child for child in grid.children[noun] if child < noun)])
    return (grid.start[first], grid.end[noun])
