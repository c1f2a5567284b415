"""Relative clauses that give somebody's number: "boats that officials estimate number 40"."""

from ..grid import Grid
from ..proposal import Proposal, trim

_ESTIMATING = frozenset({"estimate", "reckon", "project", "forecast"})
_JOINED = frozenset(
    "estimate project believe say expect think fear predict forecast reckon".split()
)
"""Verbs with which a relative clause gives somebody's number: "that officials estimate ..."."""
_MARKERS = frozenset({"that", "which", "whom", "who"})
_PHRASE = frozenset("NN NNS NNP NNPS JJ JJR JJS DT POS PRP PRP$ CC HYPH CD RB -LRB- -RRB-".split())
LONGEST = 10
"""Tokens of the noun phrase between the relative pronoun and the verb."""
_STOPS = frozenset({",", ";", ".", ":", "—", "–", "--", "?", "!"})


def estimates(grid: Grid, proposals: list[Proposal]) -> list[Proposal]:
    """Proposals for verbs of estimating in a relative clause that stand in no cue of `proposals` and in no
    quotation; the content runs to the end of the clause."""
    cues = {index for row in proposals for index in grid.tokens_in(*row.cue)}
    found = []
    for verb in grid.verbs:
        lemma = grid.lemma[verb]
        if lemma not in _ESTIMATING or grid.tag[verb] not in {"VBP", "VBZ", "VBD"}:
            continue
        if verb in cues or grid.quote[verb] >= 0:
            continue
        marker = _marker(grid, verb)
        if marker is None:
            continue
        last = grid.sentence[verb]
        stop = verb + 1
        while stop < len(grid) and grid.sentence[stop] == last and grid.lower[stop] not in _STOPS:
            stop += 1
        if stop == verb + 1:
            continue
        start, end = grid.start[verb + 1], grid.end[stop - 1]
        piece = trim(grid.text, start, end, grid.quotations.touching(start, end))
        if piece is not None:
            source = (grid.start[marker + 1], grid.end[verb - 1])
            found.append(Proposal(verb, (grid.start[verb], grid.end[verb]), source, (piece,)))
    return found


def with_number(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where the number that is estimated stands before the relative clause ("about 40 boats
    that officials estimate are at sea"), with it as a further piece of content."""
    head = proposal.head
    if grid.lemma[head] not in _ESTIMATING or not proposal.content or proposal.source is None:
        return proposal
    marker = _marker(grid, head)
    if marker is None or proposal.source[0] < grid.start[marker] or marker == 0:
        return proposal
    noun = marker - 1
    first = noun
    while first > 0 and grid.tag[first - 1] in _PHRASE | {"IN", "$"} and first > noun - LONGEST:
        if grid.tag[first - 1] == "IN" and grid.lower[first - 1] not in {"than", "about", "as"}:
            break
        first -= 1
    phrase = range(first, marker)
    if grid.tag[first] == "DT" or not any(grid.tag[index] == "CD" for index in phrase):
        return proposal
    piece = (grid.start[first], grid.end[noun])
    if piece[1] > proposal.content[0][0]:
        return proposal
    kept = [row for row in proposal.content if row[1] > grid.end[marker]]
    return proposal.with_content((piece, *kept))


def with_second_estimate(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where a relative clause joins a second estimate of the same people to the first
    ("boats that officials estimate number 40 and project could reach 90"), with both of them."""
    head = proposal.head
    if grid.lemma[head].lower() not in _JOINED or not proposal.content:
        return proposal
    stop = grid.bounds[grid.sentence[head]][1]
    behind = grid.tokens_in(proposal.cue[1], stop)
    if _JOINED.isdisjoint(grid.lower[behind.start : behind.stop]):
        return proposal
    for index in behind:
        if index < head + 2 or grid.lower[index] not in _JOINED or index + 2 >= len(grid):
            continue
        after = grid.lower[index + 1]
        modal = index + 2 if after in {"that", "they", "it"} else index + 1
        if grid.lower[index - 1] not in {"and", "or"} or grid.tag[modal] != "MD":
            continue
        end = next(
            (grid.start[i] for i in range(modal, len(grid)) if grid.lower[i] in {",", ";", "."}),
            stop,
        )
        start = max(proposal.cue[1], proposal.content[-1][0])
        end = min(end, stop)
        piece = trim(grid.text, start, end, grid.quotations.touching(start, end))
        return proposal.with_content((*proposal.content[:-1], piece)) if piece else proposal
    return proposal


def _marker(grid: Grid, verb: int) -> int | None:
    """The relative pronoun before the subject of a verb, right behind a noun; None if there is none."""
    for index in range(verb - 1, max(0, verb - LONGEST - 1), -1):
        if grid.lower[index] in _MARKERS:
            behind = grid.tag[index - 1].startswith("NN")
            return index if behind and index < verb - 1 else None
        if grid.tag[index] not in _PHRASE:
            return None
    return None
