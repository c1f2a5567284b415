"""Proposals mended by the parse: sources that are clauses, nouns that report, contents cut short."""

import re

from ...lexicon import nationalities, reporting
from ..grid import Grid
from ..proposal import Proposal, trim
from ..quotes import Quote
from .estimates import with_second_estimate
from .relatives import source_without_relative, without_relatives
from .unsaid import without_accused, without_verb_before
from .when_said import without_date, without_day, without_titles

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset({"ccomp", "parataxis"})
_ADJUNCTS = frozenset(
    "following after before during amid ahead at in on while when as through since despite".split()
)
"""What opens words on when or where something was said, which are no content."""
_TELLING = frozenset(
    "say tell report announce state note add write claim confirm declare warn".split()
)
_SUBORDINATE = frozenset({"IN", "WRB", "VBG", "VBN"})
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN", "VB", "VBG"})
_AGAIN = frozenset({"repeated", "renewed", "recent", "persistent", "mounting", "growing"})
"""What stands before calls, claims and demands, and not before those who make them."""
DEEPEST = 40
"""How many heads are followed upwards."""


def mend(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal with a source that is a noun phrase, a content that ends with the phrase of the
    noun that reports, and all of the clause that stands before "..., she said"."""
    proposal = without_accused(grid, without_verb_before(grid, proposal))
    proposal = _without_next_sentence(grid, without_day(grid, proposal))
    proposal = source_without_relative(grid, proposal)
    proposal = with_second_estimate(grid, without_date(grid, proposal))
    proposal = _with_clause_cited(grid, without_titles(grid, proposal))
    proposal = _with_rest_of_clause(grid, proposal)
    proposal = _with_source_of_clause(grid, _with_content_of_noun(grid, proposal))
    proposal = _without_second_deed(grid, _without_addressee(grid, proposal))
    proposal = without_relatives(grid, told_before(grid, proposal))
    return _with_clause_before(grid, proposal)


def extent(grid: Grid, token: int) -> tuple[int, int]:
    """First and last token of what hangs on a token."""
    low = high = token
    below = [token]
    while below:
        current = below.pop()
        low, high = min(low, current), max(high, current)
        below += grid.children[current]
    return low, high


_GROUP = frozenset({"aux", "neg", "advmod"})


def group_start(grid: Grid, verb: int) -> int:
    """The first token of the words that stand right before a verb and belong to it: "has not yet" of "has not yet said"."""
    first = verb
    group = {c for c in grid.children[verb] if c < verb and grid.dep[c] in _GROUP}
    while first - 1 in group:
        first -= 1
    return first


def _without_second_deed(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal with contents that end before a further verb of who speaks (see `reading/parse.py`): "said
    the demand was absurd and ruled out talks"."""
    later = [
        token
        for token in grid.children[proposal.head]
        if grid.dep[token] == "conj" and grid.tag[token] in {"VBD", "VBN"} and grid.quote[token] < 0
        if not any(grid.dep[child] in _SUBJECTS for child in grid.children[token])
        if grid.lemma[token].lower() in reporting.all_words()
    ]
    pieces = []
    for start, end in proposal.content:
        stop = next((grid.start[t] for t in later if start < grid.start[t] < end), end)
        words = re.sub(r"[\s,]+(?:and|but)\s+$", "", grid.text[start:stop]) if stop < end else ""
        piece = _piece(grid, start, start + len(words)) if words else (start, end)
        pieces += [piece] if piece else []
    return proposal.with_content(tuple(pieces))


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
        while first < tokens[-1] and (
            grid.lower[first] in _AGAIN
            or (grid.head[first] in owners and grid.dep[first] == "amod")
        ):
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


def _without_addressee(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where what was said stands before the cue, without a further piece that begins with
    whom a verb of telling addresses: "The port is shut, she told the council as queues grew"."""
    head = proposal.head
    if len(proposal.content) < 2 or grid.lemma[head].lower() not in reporting.addressing_verbs():
        return proposal
    told = {
        extent(grid, child)[0]
        for child in grid.children[head]
        if child > head and grid.dep[child] == "dobj"
    }
    first = proposal.content[0]
    kept = tuple(
        piece
        for piece in proposal.content
        if piece[0] < proposal.cue[1]
        or grid.token_at(piece[0]) not in told
        or _quotes(grid, *piece)
    )
    return proposal.with_content(kept) if first[1] <= proposal.cue[0] else proposal


def told_before(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where its content is only whom a verb of telling addresses, to whom or when it was said,
    with the clause before it that the verb governs: "The port is closed, the mayor told residents"."""
    head, content = proposal.head, proposal.content
    if len(content) != 1 or content[0][0] < proposal.cue[1]:
        return proposal
    opener = grid.token_at(content[0][0])
    adjunct = grid.lower[opener] in _ADJUNCTS or _is_hearers(grid, content[0])
    children = grid.children[head]
    right = {grid.dep[child] for child in children if child > head}
    # Clauses inside the words on when or why it was said are no content.
    ahead = {
        grid.dep[child]
        for child in children
        if child > head and not (adjunct and extent(grid, child)[0] > opener)
    }
    left = [child for child in children if child < head and grid.dep[child] == "ccomp"]
    if ahead & {"ccomp", "xcomp"}:
        return proposal
    if not left:
        piece = _told_sentence(grid, proposal) if adjunct else None
        return proposal.with_content((piece,)) if piece else proposal
    addressed = "dobj" in right and grid.lemma[head].lower() in reporting.addressing_verbs()
    if not (addressed or adjunct):
        return proposal
    piece = _clause(grid, proposal, left[0])
    return proposal.with_content((piece,)) if piece else proposal


def _is_hearers(grid: Grid, piece: tuple[int, int]) -> bool:
    """Whether a piece is only to whom something was said: the "to staff" of "she said in a note to staff"."""
    tokens = grid.tokens_in(*piece)
    to = tokens[0] if grid.lower[tokens[0]] == "to" else tokens[0] - 1
    if to < 0 or grid.lower[to] != "to" or _quotes(grid, *piece):
        return False
    return not any(grid.tag[index] in _VERBS for index in tokens)


def _told_sentence(grid: Grid, proposal: Proposal) -> tuple[int, int] | None:
    """What stands before ", the office said after the call", whatever the parse hangs it on: a clause from
    the start of the sentence to the comma before the source; None if no clause stands there."""
    source = proposal.source
    if source is None or not source[0] < source[1] <= proposal.cue[0]:
        return None
    start = grid.bounds[grid.sentence[proposal.head]][0]
    before = grid.tokens_in(start, source[0])
    if grid.lemma[proposal.head].lower() not in _TELLING or not len(before):
        return None
    if grid.lower[before[-1]] not in {",", '"', "”"} or grid.tag[before[0]] in _SUBORDINATE:
        return None
    spoken = any(
        grid.dep[i] in _SUBJECTS and grid.head[i] in before and grid.tag[grid.head[i]] in _VERBS
        for i in before
    )
    return _piece(grid, start, source[0]) if spoken else None


def _with_clause_cited(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where "according to" ends a sentence and the content is only the tail of the clause
    that it hangs on ("The council is expected to fine two men, according to ..."), with the clause."""
    head, content = proposal.head, proposal.content
    if grid.lower[head] != "according" or len(content) != 1 or content[0][1] > proposal.cue[0]:
        return proposal
    start, end = content[0]
    verb = _first_of_clause(grid, grid.head[head])
    if verb == head or grid.text[end : proposal.cue[0]].strip() not in {"", ","}:
        return proposal
    subjects = [
        child for child in grid.children[verb] if child < verb and grid.dep[child] in _SUBJECTS
    ]
    tail = verb < grid.token_at(start) and not any(q.start < end for q in _quotes(grid, start, end))
    if not (subjects and tail and grid.tag[verb] in _VERBS):
        return proposal
    piece = _piece(grid, grid.start[extent(grid, subjects[0])[0]], end)
    return proposal.with_content((piece,)) if piece else proposal


def _first_of_clause(grid: Grid, verb: int) -> int:
    """The verb with which a clause begins: the first of those that "and" joins; where the parse joins them to what a noun tells
    ("rejected the idea that Chad was arming and insisted"), the verb that has the noun."""
    while grid.dep[verb] == "conj" and grid.tag[verb] in _VERBS:
        verb = grid.head[verb]
    above = grid.head[grid.head[verb]]
    told_by_noun = grid.dep[verb] == "acl" and any(
        grid.dep[child] == "mark" for child in grid.children[verb]
    )
    return above if told_by_noun and grid.tag[above] in _VERBS else verb


def _with_rest_of_clause(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal with contents that stop in the middle of a clause led to its end: those before the verb
    of the clause that the cue governs, and those that end with the word that opens a clause."""
    content = list(proposal.content)
    for n, (start, end) in enumerate(content):
        tokens = grid.tokens_in(start, end)
        if start < proposal.cue[1] or not len(tokens):
            continue
        clause = _governed(grid, proposal.head, tokens)
        if clause is None and grid.tag[tokens[-1]] in {"WDT", "WP"} and len(tokens) > 1:
            clause = _verb_above(grid, tokens[-1])
        if clause is None or clause <= tokens[-1]:
            continue
        stop = grid.end[extent(grid, clause)[1]]
        closed = [q.end for q in _quotes(grid, start, stop) if 0 < q.end - stop <= 2]
        stop = max([stop, *closed])
        limit = content[n + 1][0] if n + 1 < len(content) else stop
        piece = _piece(grid, start, stop) if stop <= limit else None
        if piece is not None and not proposal.cue[0] < piece[1] <= proposal.cue[1]:
            content[n] = piece
    return proposal.with_content(tuple(content))


def _governed(grid: Grid, head: int, tokens: range) -> int | None:
    """The verb of the clause that the cue governs, if the tokens open that clause and do not reach it."""
    for child in grid.children[head]:
        if grid.dep[child] == "ccomp" and child > tokens[-1]:
            low = extent(grid, child)[0]
            opens = low == tokens[0] and grid.dep[child] == "ccomp"
            if opens and not any(grid.text[grid.start[i]] in '"“”' for i in range(low, child)):
                return child
    return None


def _verb_above(grid: Grid, token: int) -> int | None:
    for _ in range(DEEPEST):
        upper = grid.head[token]
        if upper == token:
            return None
        token = upper
        if grid.tag[token][:2] in {"VB", "MD"}:
            return token
    return None


def _quotes(grid: Grid, start: int, end: int) -> list[Quote]:
    return grid.quotations.touching(start, end)


def _without_next_sentence(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal with a source that ends with its sentence: a stray word behind the point, as broken
    texts have it ("a report from the institute. group"), is no part of it."""
    if proposal.source is None or proposal.source[0] < proposal.cue[0]:
        return proposal
    tokens = grid.tokens_in(*proposal.source)
    stop = next(
        (
            i
            for i in tokens[1:-1]
            if grid.text[grid.start[i] : grid.end[i]] == "."
            and grid.text[grid.start[i + 1]].islower()
        ),
        None,
    )
    return _sourced(grid, proposal, tokens[0], stop) if stop is not None else proposal


def _clause(grid: Grid, proposal: Proposal, verb: int) -> tuple[int, int] | None:
    """The clause of a verb before the source and cue."""
    first, last = extent(grid, verb)
    limit = min(proposal.source[0] if proposal.source else proposal.cue[0], proposal.cue[0])
    # All up to the comma belongs in, also what the parse hangs on the cue: "Prices will rise if it rains,
    # he said".
    comma = grid.lower[grid.token_at(limit) - 1] in {",", '"', "”"}
    end = limit if comma else min(grid.end[last], limit)
    return _piece(grid, grid.start[first], end) if grid.start[first] < end else None


def _piece(grid: Grid, start: int, end: int) -> tuple[int, int] | None:
    return trim(grid.text, start, end, _quotes(grid, start, end))


def _with_clause_before(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where its only content is the tail of the clause before the cue that the cue's
    verb governs, with the whole clause."""
    if len(proposal.content) != 1:
        return proposal
    start, end = proposal.content[0]
    head = proposal.head
    opens = grid.tag[grid.token_at(start)] in {"WDT", "WP", "WP$"}
    if end > proposal.cue[0] or grid.text[start] in '"“':
        return proposal
    for child in grid.children[head]:
        if child < head and grid.dep[child] in _CLAUSES:
            piece = _clause(grid, proposal, child)
            if opens and not start <= grid.start[child] < end:
                continue  # "who, she said, had left": the clause of another verb
            if piece and piece[0] <= start and end <= piece[1] and piece != (start, end):
                if grid.text[piece[0] : start].rstrip().endswith(("-", "–", "—")):
                    # What stands before is a dateline.
                    return proposal
                return proposal.with_content((piece,))
    return proposal
