"""Refusals to speak that the network leaves out: "did not specify", "would not say when"."""

import re

from ...lexicon import reporting
from ..grid import Grid
from ..proposal import Proposal, trim
from ..quotes import Quotations
from .mending import extent, group_start

_UNREACHED = re.compile(
    r"\b(?:(?:could|can)(?: not|n['’]t|not)(?: \w+ly)? be (?P<head>reached)|(?:was|were|is|are)(?: not|n['’]t)"
    r"(?: \w+ly)? (?P<able>available)|(?:was|were|is|are) (?P<un>unavailable)) for (?:further )?comment"
)
_SUBJECTS = frozenset({"nsubj"})
_ABLE = frozenset({"can", "could", "ca", "may", "might"})
_CONTENT = frozenset({"ccomp", "xcomp", "dobj"})


def refusals(grid: Grid, proposals: list[Proposal]) -> list[Proposal]:
    """Proposals for negated verbs of giving details, and of "say" with an open question behind it,
    that have a subject and stand in no cue of `proposals` and in no quotation."""
    cues = {index for row in proposals for index in grid.tokens_in(*row.cue)}
    found = [row for row in _unreached(grid) if cues.isdisjoint(grid.tokens_in(*row.cue))]
    withheld = reporting.withheld_details() | {"say"}
    for verb, lemma in enumerate(grid.lemma):
        if lemma not in withheld:
            continue
        if verb in cues or not grid.tag[verb].startswith("VB") or grid.quote[verb] >= 0:
            continue
        proposal = _refusal(grid, verb)
        if proposal is not None:
            found.append(proposal)
    return found


def _unreached(grid: Grid) -> list[Proposal]:
    """Who could not be asked: "could not be reached", "were not available for comment"."""
    found = []
    for match in _UNREACHED.finditer(grid.text):
        head = grid.token_at(match.start(match.lastgroup or 0))
        carrier = head if grid.tag[head].startswith("V") else grid.head[head]
        subject = next(
            (c for c in grid.children[carrier] if grid.dep[c] in {"nsubj", "nsubjpass"}), None
        )
        if subject is None or grid.quote[head] >= 0:
            continue
        low, high = extent(grid, subject)
        if grid.end[high] <= match.start():
            source = (grid.start[low], grid.end[high])
            found.append(Proposal(carrier, match.span(), source, ()))
    return found


def _refusal(grid: Grid, verb: int) -> Proposal | None:
    children = grid.children[verb]
    if not any(grid.dep[child] == "neg" for child in children):
        return None
    if any(grid.dep[child] == "auxpass" for child in children):
        # "The men were not identified": they did not refuse.
        return None
    if any(grid.lower[child] in _ABLE for child in children):
        # "could not identify the wreck": who cannot does not refuse.
        return None
    subject = next((child for child in children if grid.dep[child] in _SUBJECTS), None)
    if subject is None or subject > verb:
        return None
    parts = [child for child in children if child > verb and grid.dep[child] in _CONTENT]
    if grid.lemma[verb] == "say" and not any(
        grid.tag[index] in {"WRB", "WP", "WDT"} or grid.lower[index] in {"whether", "if"}
        for index in range(verb + 1, min(verb + 3, len(grid)))
    ):
        return None
    first = group_start(grid, verb)
    low, high = extent(grid, subject)
    if high >= first:
        return None
    cue = (grid.start[first], grid.end[verb])
    content = []
    for part in parts:
        start, end = extent(grid, part)
        quotes = Quotations(grid.quotes).touching(grid.start[start], grid.end[end])
        piece = trim(grid.text, grid.start[start], grid.end[end], quotes)
        if piece is not None and piece[0] >= cue[1]:
            content.append(piece)
    return Proposal(verb, cue, (grid.start[low], grid.end[high]), tuple(sorted(content)))
