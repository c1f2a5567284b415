"""Denials behind a comma: "Guards beat two strikers, the union said, a charge that the mine denies". The network takes them for
a part of what is told; but who tells it does not tell that it is denied."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...lexicon.denials import words
from ..grid import Grid
from ..proposal import Proposal, trim
from .mending import extent, group_start

_ANSWERING = words("denying") | words("turning_down")
_TOLD = words("told") | words("held_against")
_ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True)
class _Answer:
    """Tokens of a denial behind a comma: the comma, the noun for what was told, the verb, and who denies."""

    comma: int
    noun: int
    verb: int
    who: int


def with_answers(grid: Grid, proposals: list[Proposal]) -> list[Proposal]:
    """The proposals without the denials behind a comma in what is told, and with these as proposals of their own."""
    taken = {token for row in proposals for token in grid.tokens_in(*row.cue)}
    for answer in _answers(grid):
        proposals = [_without(grid, row, answer) for row in proposals]
        if answer.verb not in taken:
            proposals = [*proposals, _proposal(grid, answer)]
    return proposals


def _answers(grid: Grid) -> Iterator[_Answer]:
    for verb in grid.verbs:
        noun = grid.head[verb]
        if grid.lemma[verb] not in _ANSWERING or grid.dep[verb] not in ("relcl", "acl"):
            continue
        if grid.lemma[noun] not in _TOLD or noun > verb:
            continue
        first = min((c for c in grid.children[noun] if grid.lower[c] in _ARTICLES), default=noun)
        who = _who(grid, verb)
        opened = first > 0 and grid.lower[first - 1] == "," and first < noun
        if who is not None and opened and grid.quote[verb] < 0:
            yield _Answer(first - 1, noun, verb, who)


def _who(grid: Grid, verb: int) -> int | None:
    """The token of who denies: "a charge that the mine denies", "a charge denied by the mine"."""
    for child in grid.children[verb]:
        if grid.dep[child] == "nsubj" and child < verb:
            return child
        if grid.dep[child] == "agent":
            return next((c for c in grid.children[child] if grid.dep[c] == "pobj"), None)
    return None


def _proposal(grid: Grid, answer: _Answer) -> Proposal:
    low, high = extent(grid, answer.who)
    return Proposal(
        answer.verb,
        (grid.start[group_start(grid, answer.verb)], grid.end[answer.verb]),
        (grid.start[low], grid.end[high]),
        ((grid.start[answer.comma + 1], grid.end[answer.noun]),),
    )


def _without(grid: Grid, row: Proposal, answer: _Answer) -> Proposal:
    """The proposal with its content up to the comma; where nothing is left of it, with what stands before its cue."""
    at = grid.start[answer.comma]
    if answer.verb in grid.tokens_in(*row.cue):
        return row
    kept = []
    for start, end in row.content:
        if start <= at < end or at < start <= grid.start[answer.verb] < end:
            piece = (
                trim(grid.text, start, at, grid.quotations.touching(start, at))
                if start < at
                else None
            )
            kept += [piece] if piece else []
        else:
            kept.append((start, end))
    return row.with_content(tuple(kept) or _clause_before(grid, row))


def _clause_before(grid: Grid, row: Proposal) -> tuple[tuple[int, int], ...]:
    """The words of the sentence before a proposal's cue and source."""
    begin, _ = grid.bounds[grid.sentence[row.head]]
    end = min(span[0] for span in (row.cue, row.source) if span)
    piece = (
        trim(grid.text, begin, end, grid.quotations.touching(begin, end)) if begin < end else None
    )
    return (piece,) if piece else row.content
