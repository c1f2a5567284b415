"""Statements inside what somebody is reported to say: "The envoy said that the ministry had told him the road was
open". The network finds the outer ones alone: its training texts mark no others."""

from collections.abc import Iterator

from ...lexicon import reporting
from ..grid import Grid
from ..proposal import Proposal, trim
from ..quotes import Quotations
from .mending import extent, group_start

_SUBJECTS = frozenset({"nsubj"})
_THINKING = frozenset("believe think expect fear hope doubt suspect assume worry".split())
"""Attitudes that are reported of somebody; "know" and "see" mostly tell what is so."""
_OPEN = frozenset({"if", "unless", "whether", "until", "before", "once"})
"""What opens a clause that nobody says has come true."""
_NOBODY = frozenset("it there this that they one you everyone everybody nobody anyone".split())
"""Subjects that are not known to be anybody who speaks."""


def inner(grid: Grid, proposals: list[Proposal]) -> list[Proposal]:
    """Proposals for verbs of telling and thinking within the contents of `proposals`, outside of quotations, that
    have a subject and a clause of their own, and stand in no cue of `proposals`."""
    taken = {index for row in proposals for index in grid.tokens_in(*row.cue)}
    found = []
    for outer in proposals:
        for piece in outer.content:
            for verb in grid.tokens_in(*piece):
                if verb in taken or grid.quote[verb] >= 0 or not grid.tag[verb].startswith("VB"):
                    continue
                proposal = _told_inside(grid, verb, piece)
                if proposal is not None:
                    taken.add(verb)
                    found.append(proposal)
    return found


def _told_inside(grid: Grid, verb: int, piece: tuple[int, int]) -> Proposal | None:
    lemma = grid.lemma[verb].lower()
    if lemma not in reporting.verbs("speech") and lemma not in _THINKING:
        return None
    children = grid.children[verb]
    who = next((c for c in children if grid.dep[c] in _SUBJECTS and c < verb), None)
    what = next((c for c in children if grid.dep[c] == "ccomp" and c > verb), None)
    if who is None or what is None or grid.lower[who] in _NOBODY:
        return None
    if lemma in _THINKING and grid.tag[who] == "PRP":
        # "said he believed it was safe": that is all his own word.
        return None
    if any(grid.dep[c] == "neg" for c in children) or _is_open(grid, verb):
        return None
    if not _is_finite(grid, verb) or not _is_finite(grid, what):
        return None
    first = group_start(grid, verb)
    low, high = extent(grid, who)
    start, end = extent(grid, what)
    if high >= first or start <= verb or grid.start[low] < piece[0]:
        return None
    stop = min(grid.end[end], piece[1])
    closed = Quotations(grid.quotes).touching(grid.start[start], stop)
    # A quotation that ends with the clause is whole: its point and mark stand behind the last word.
    stop = max(
        [stop, *(q.end for q in closed if grid.start[start] <= q.start and q.end <= piece[1])]
    )
    content = trim(grid.text, grid.start[start], stop, closed)
    if content is None:
        return None
    cue = (grid.start[first], grid.end[verb])
    return Proposal(verb, cue, (grid.start[low], grid.end[high]), (content,))


def _is_finite(grid: Grid, verb: int) -> bool:
    """Whether a verb, or an auxiliary of it, has a tense: "told", "has told", "would be"."""
    return any(
        grid.tag[index] in {"VBD", "VBZ", "VBP", "MD"}
        for index in (verb, *_auxiliaries(grid, verb))
    )


def _auxiliaries(grid: Grid, verb: int) -> Iterator[int]:
    return (c for c in grid.children[verb] if grid.dep[c] in {"aux", "auxpass"} and c < verb)


def _is_open(grid: Grid, verb: int) -> bool:
    """Whether it is only possible, ahead, asked or under a condition that somebody says it."""
    if any(grid.tag[index] == "MD" for index in _auxiliaries(grid, verb)):
        return True
    return any(grid.dep[c] == "mark" and grid.lower[c] in _OPEN for c in grid.children[verb])
