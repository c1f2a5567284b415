"""Relative pronouns that say nothing: as content in "drills, which are expected to begin in May", and before a source; and
participles behind those whom a suit is against, who allege nothing."""

from dataclasses import replace

from ..grid import Grid
from ..pleadings import ALLEGING, PLEADINGS
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


def with_accuser(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal with whoever filed a suit as its source, where the parse has given what it alleges to those whom it is against:
    "filed a lawsuit against Chad and Mali alleging a plot"."""
    verb = proposal.head
    if grid.lemma[verb] not in ALLEGING or grid.tag[verb] != "VBG" or proposal.source is None:
        return proposal
    filed = verb
    while grid.head[filed] != filed and (filed == verb or not grid.tag[filed].startswith("VB")):
        filed = grid.head[filed]
    given = grid.token_at(proposal.source[0])
    against = any(grid.lower[index] == "against" for index in range(filed, given))
    papers = [c for c in grid.children[filed] if grid.dep[c] in {"dobj", "nsubjpass"}]
    who = [c for c in grid.children[filed] if grid.dep[c] == "nsubj"]
    if not (against and who) or not any(grid.lemma[paper] in PLEADINGS for paper in papers):
        return proposal
    first = min([who[0], *(c for c in grid.children[who[0]] if grid.dep[c] in _BEFORE_NAMES)])
    return replace(proposal, source=(grid.start[first], grid.end[who[0]]))


_BEFORE_NAMES = frozenset({"det", "amod", "compound", "nmod", "poss"})
