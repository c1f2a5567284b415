"""Proposals mended by the parse: sources that are clauses, nouns that report, contents cut short."""

import re
from dataclasses import replace

from ...lexicon import nationalities, reporting
from ..grid import Grid
from ..proposal import Proposal, trim
from ..quotes import Quotations

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset({"ccomp", "parataxis"})
_ADJUNCTS = frozenset(
    "following after before during amid ahead at in on while when as through since despite".split()
)
"""What opens words on when or where something was said, which are no content."""
_DAY = re.compile(
    r"(?:(?:on|late|early|earlier|last|this|in) )*"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight)"
    r"(?: (?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep sept oct nov dec".split()
_DATE = re.compile(
    rf"(?:(?:(?:{'|'.join(_MONTHS)})[a-z]*\.? \d{{1,2}}|\d{{1,2}} (?:{'|'.join(_MONTHS)})[a-z]*)(?:,? \d{{4}})?"
    r"\s*[-–—:,]\s*|\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?\s+)",
    re.IGNORECASE,
)
_ESTIMATING = frozenset(
    "estimate project believe say expect think fear predict forecast reckon".split()
)
"""Verbs with which a relative clause gives somebody's number: "that officials estimate ..."."""
_AGAIN = frozenset({"repeated", "renewed", "recent", "persistent", "mounting", "growing"})
"""What stands before calls, claims and demands, and not before those who make them."""
DEEPEST = 40
"""How many heads are followed upwards."""


def mend(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal with a source that is a noun phrase, a content that ends with the phrase of the
    noun that reports, and all of the clause that stands before "..., she said"."""
    proposal = _with_second_estimate(grid, _without_date(grid, _without_day(grid, proposal)))
    proposal = _with_content_of_noun(grid, _with_source_of_clause(grid, proposal))
    return _with_clause_before(grid, told_before(grid, proposal))


def extent(grid: Grid, token: int) -> tuple[int, int]:
    """First and last token of what hangs on a token."""
    low = high = token
    below = [token]
    while below:
        current = below.pop()
        low, high = min(low, current), max(high, current)
        below += grid.children[current]
    return low, high


def _without_day(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal without a piece of content that is only the day of saying it: "on Friday"."""
    kept = tuple(
        piece for piece in proposal.content if not _DAY.fullmatch(grid.text, piece[0], piece[1])
    )
    return proposal if len(kept) == len(proposal.content) else proposal.with_content(kept)


def _without_date(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal with a source without the date, the hour or the number that stands before it in a
    list of days or prices: "June 14 - Chuo"."""
    if proposal.source is None:
        return proposal
    start, end = proposal.source
    before = _DATE.match(grid.text, start, end)
    if before is None or not grid.text[before.end() : end].strip():
        return proposal
    return replace(proposal, source=(before.end(), end))


def _with_second_estimate(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where a relative clause joins a second estimate of the same people to the first
    ("boats that officials estimate number 40 and project could reach 90"), with both of them."""
    head = proposal.head
    if grid.lemma[head].lower() not in _ESTIMATING or not proposal.content:
        return proposal
    stop = grid.bounds[grid.sentence[head]][1]
    for index in grid.tokens_in(proposal.cue[1], stop):
        if index < head + 2 or grid.lower[index] not in _ESTIMATING or index + 2 >= len(grid):
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
        piece = _piece(grid, start, min(end, stop))
        return proposal.with_content((*proposal.content[:-1], piece)) if piece else proposal
    return proposal


def _is_noun(grid: Grid, proposal: Proposal) -> bool:
    """Whether a noun reports; one that looks like a verb too is a noun behind an adjective of a country:
    "Kenyan calls for a truce"."""
    head = proposal.head
    if grid.tag[head].startswith("NN"):
        return True
    if grid.tag[head] != "VBZ" or grid.lemma[head].lower() not in reporting.nouns("speech"):
        return False
    before = grid.text[grid.start[head - 1] : grid.end[head - 1]] if head else ""
    first = grid.lower[grid.token_at(proposal.source[0])] if proposal.source else ""
    return before in nationalities.demonyms() or first in _AGAIN


def _with_source_of_clause(grid: Grid, proposal: Proposal) -> Proposal:
    """Where the source holds a verb with its subject ("The envoy spoke to reporters, criticizing"),
    the subject alone; for a noun that reports, the source without what belongs to that noun."""
    if proposal.source is None:
        return proposal
    tokens = grid.tokens_in(*proposal.source)
    if len(tokens) < 2:
        return proposal
    head = proposal.head
    if tokens[-1] < head and _is_noun(grid, proposal):
        first = tokens[0]
        owners = {head, tokens[-1]}
        while first < tokens[-1] and grid.head[first] in owners and grid.dep[first] == "amod":
            first += 1
        if first != tokens[0]:
            return _sourced(grid, proposal, first, tokens[-1] + 1)
    if proposal.source[0] > proposal.cue[0]:
        return proposal
    for index in tokens:
        verb = grid.head[index]
        if (
            grid.dep[index] in _SUBJECTS
            and verb in tokens
            and grid.tag[verb] in {"VBD", "VBZ", "VBP", "MD"}
            and grid.dep[verb] not in {"relcl", "acl"}
        ):
            if not _hangs_on(grid, head, verb):
                return proposal
            low, high = extent(grid, index)
            if low >= tokens[0] and high < verb:
                return _sourced(grid, proposal, low, high + 1)
            return proposal
    return proposal


def _sourced(grid: Grid, proposal: Proposal, first: int, stop: int) -> Proposal:
    source = (grid.start[first], grid.end[stop - 1])
    return Proposal(proposal.head, proposal.cue, source, proposal.content, proposal.weak)


def _hangs_on(grid: Grid, token: int, above: int) -> bool:
    for _ in range(DEEPEST):
        if token == above:
            return True
        upper = grid.head[token]
        if upper == token:
            return False
        token = upper
    return False


def _with_content_of_noun(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where a noun reports and is the subject of the sentence ("Calls for a truce have
    gone unheeded"), the content ends before the sentence's verb."""
    head = proposal.head
    if not (proposal.content and _is_noun(grid, proposal)):
        return proposal
    start, end = proposal.content[0]
    verb = grid.head[head] if grid.dep[head] in _SUBJECTS else head
    if verb == head:
        later = [c for c in grid.children[head] if grid.dep[c] == "conj" and c > head]
        verb = next((c for c in later if grid.start[c] > start), head)
    if not (verb > head and start >= proposal.cue[1] and start < grid.start[verb] < end):
        return proposal
    parts = [verb, *(c for c in grid.children[verb] if grid.dep[c] in {"aux", "auxpass", "neg"})]
    stop = min(part for part in parts if part > head)
    if grid.start[stop] <= start:
        return proposal
    piece = _piece(grid, start, grid.end[stop - 1])
    return proposal.with_content((piece,)) if piece else proposal


def told_before(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where its content is only whom a verb of telling addresses, or when it was said,
    with the clause before it that the verb governs: "The port is closed, the mayor told residents"."""
    head, content = proposal.head, proposal.content
    if len(content) != 1 or content[0][0] < proposal.cue[1]:
        return proposal
    children = grid.children[head]
    right = {grid.dep[child] for child in children if child > head}
    left = [child for child in children if child < head and grid.dep[child] == "ccomp"]
    if not left or right & {"ccomp", "xcomp"}:
        return proposal
    addressed = "dobj" in right and grid.lemma[head].lower() in reporting.addressing_verbs()
    adjunct = grid.lower[grid.token_at(content[0][0])] in _ADJUNCTS
    if not (addressed or adjunct):
        return proposal
    piece = _clause(grid, proposal, left[0])
    return proposal.with_content((piece,)) if piece else proposal


def _clause(grid: Grid, proposal: Proposal, verb: int) -> tuple[int, int] | None:
    """The clause of a verb before the source and cue."""
    first, last = extent(grid, verb)
    limit = min(proposal.source[0] if proposal.source else proposal.cue[0], proposal.cue[0])
    end = min(grid.end[last], limit)
    return _piece(grid, grid.start[first], end) if grid.start[first] < end else None


def _piece(grid: Grid, start: int, end: int) -> tuple[int, int] | None:
    return trim(grid.text, start, end, Quotations(grid.quotes).touching(start, end))


def _with_clause_before(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where its only content is the tail of the clause before the cue that the cue's
    verb governs, with the whole clause."""
    if len(proposal.content) != 1:
        return proposal
    start, end = proposal.content[0]
    head = proposal.head
    opens = grid.tag[grid.token_at(start)]
    if end > proposal.cue[0] or grid.text[start] in '"“' or opens in {"WDT", "WP", "WP$"}:
        return proposal
    for child in grid.children[head]:
        if child < head and grid.dep[child] in _CLAUSES:
            piece = _clause(grid, proposal, child)
            if piece and piece[0] < start and end <= piece[1]:
                if grid.text[piece[0] : start].rstrip().endswith(("-", "–", "—")):
                    # What stands before is a dateline.
                    return proposal
                return proposal.with_content((piece,))
    return proposal
