"""Statements that the network leaves out although the parse is plain: "..., two officers told the Gazette", and numbers
that somebody gives with "put": "Police put the crowd at 800"."""

from dataclasses import replace

from ...lexicon import reporting
from ..grid import Grid
from ..proposal import Proposal, trim
from .mending import extent, group_start

_TOLD = frozenset({"say", "tell", "confirm", "announce", "put"})
_TELLING = frozenset({"tell", "inform", "notify", "warn", "advise", "remind", "brief"})
_PLAIN = frozenset(
    "say tell announce state report warn claim argue insist add confirm declare admit explain deny believe allege"
    " acknowledge maintain assert testify complain predict estimate promise conclude contend".split()
)
"""Verbs whose clause with "that" is somebody's words (or belief), whatever it is about."""
_SORRY = frozenset({"apologise", "apologize"})
_ANY = _TOLD | _PLAIN | _SORRY
_SUMS = frozenset(
    "number figure toll count crowd turnout cost bill total loss damage estimate size value price share dead wounded"
    " injured missing killed death casualty strength population".split()
)
"""What a number is put at (own list)."""


def told(grid: Grid, proposals: list[Proposal]) -> list[Proposal]:
    """Proposals for plain verbs of telling with a subject behind the clause that they govern, and for numbers that
    are "put at" something, that stand in no cue or content of `proposals` and in no quotation."""
    held = grid.quotations
    taken: set[int] = set()
    for row in proposals:
        for span in (row.cue, *row.content):
            taken.update(grid.tokens_in(*span))
    found = [row for first in proposals for row in _second(grid, first, taken)]
    for verb in grid.verbs:
        lemma = grid.lemma[verb]
        if lemma not in _ANY or grid.tag[verb] not in {"VBD", "VBZ", "VBP", "VBN"}:
            continue
        if verb in taken or grid.quote[verb] >= 0:
            continue
        plain = _plain(grid, verb) if lemma in _PLAIN else None
        if plain is not None:
            found.append(plain)
            continue
        if lemma not in _TOLD | _SORRY:
            continue
        if lemma == "put":
            content = _put(grid, verb)
        elif lemma in _SORRY:
            content = _quoted_grounds(grid, verb)
        elif grid.tag[verb] in {"VBD", "VBZ"}:
            content = _clause_before(grid, verb)
        else:
            continue
        who = next((c for c in grid.children[verb] if grid.dep[c] == "nsubj" and c < verb), None)
        if content is None or who is None:
            continue
        low, high = extent(grid, who)
        # Of "officers who declined to be named" the officers speak.
        high = next((i - 1 for i in range(who + 1, high + 1) if grid.tag[i] in {"WP", "WDT"}), high)
        piece = trim(grid.text, *content, held.touching(*content))
        if piece is not None:
            source = (grid.start[low], grid.end[high])
            found.append(Proposal(verb, (grid.start[verb], grid.end[verb]), source, (piece,)))
    return found


def without_told(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where its source is whom a passive of telling addresses ("Residents were told that ..."), with
    whom "by" names instead, else with none."""
    who = told_person(grid, proposal.head)
    source = proposal.source
    if who is None or source is None or not source[0] <= grid.start[who] < source[1]:
        return proposal
    by = next((c for c in grid.children[proposal.head] if grid.dep[c] == "agent"), None)
    speaker = next((c for c in grid.children[by] if grid.dep[c] == "pobj"), None) if by else None
    if speaker is None:
        return replace(proposal, source=None)
    low, high = extent(grid, speaker)
    return replace(proposal, source=(grid.start[low], grid.end[high]))


def with_people_quoted(grid: Grid, proposals: list[Proposal]) -> list[Proposal]:
    """The proposals; where one quotes somebody else ("The station quoted a guard as saying ..."), as two: what it reports,
    and in that what he says."""
    pairs = {row.cue: pair for row in proposals if (pair := _quoted_person(grid, row)) is not None}
    if not pairs:
        return proposals
    again = {row.head for pair in pairs.values() for row in pair}
    found: list[Proposal] = []
    for row in proposals:
        found += pairs.get(row.cue, [] if row.head in again else [row])
    return found


def _quoted_person(grid: Grid, row: Proposal) -> list[Proposal] | None:
    saying = next((i for i in grid.tokens_in(*row.cue) if grid.lower[i] == "saying"), None)
    if saying is None or row.source is None or not row.content:
        return None
    joined = grid.head[saying]
    verb = grid.head[joined] if grid.lower[joined] == "as" else joined
    if (
        grid.lemma[verb].lower() not in _QUOTING
        or verb > saying
        or row.source[0] > grid.start[verb]
    ):
        return None
    who = next(
        (c for c in grid.children[verb] if grid.dep[c] == "dobj" and verb < c < saying), None
    )
    if who is None or any(grid.dep[c] == "auxpass" for c in grid.children[verb]):
        return None
    low, high = extent(grid, who)
    if high >= saying or row.content[0][0] < grid.end[saying]:
        return None
    if grid.lower[high] == "as":
        high -= 1
    first = group_start(grid, verb)
    whole = (grid.start[low], row.content[-1][1])
    outer = Proposal(verb, (grid.start[first], grid.end[verb]), row.source, (whole,))
    source = (grid.start[low], grid.end[high])
    return [outer, Proposal(saying, (grid.start[saying], grid.end[saying]), source, row.content)]


_QUOTING = frozenset({"quote", "cite"})


def told_person(grid: Grid, head: int) -> int | None:
    """The subject of a passive verb of telling, to whom something is told; None elsewhere."""
    children = grid.children[head]
    if grid.lemma[head].lower() not in _TELLING or not any(
        grid.dep[child] == "auxpass" for child in children
    ):
        return None
    return next((c for c in children if grid.dep[c] == "nsubjpass" and c < head), None)


def _second(grid: Grid, first: Proposal, taken: set[int]) -> list[Proposal]:
    """What else the source of a statement says by a second verb: "said the demand was absurd and ruled out talks"."""
    found = []
    for verb in grid.children[first.head]:
        if grid.dep[verb] != "conj" or grid.tag[verb] != "VBD" or verb < first.head:
            continue
        if verb in taken or grid.lemma[verb].lower() not in reporting.all_words():
            continue
        children = grid.children[verb]
        if any(grid.dep[child] in {"nsubj", "nsubjpass"} for child in children):
            continue
        told = [
            c for c in children if c > verb and grid.dep[c] in {"dobj", "ccomp", "xcomp", "prep"}
        ]
        if not told or first.source is None or grid.quote[verb] >= 0:
            continue
        last = verb + 1 if grid.dep[min(verb + 1, len(grid) - 1)] == "prt" else verb
        start = grid.start[last + 1]
        end = grid.end[max(extent(grid, child)[1] for child in told)]
        piece = trim(grid.text, start, end, grid.quotations.touching(start, end))
        if piece is not None:
            cue = (grid.start[verb], grid.end[last])
            found.append(Proposal(verb, cue, first.source, (piece,)))
    return found


def _plain(grid: Grid, verb: int) -> Proposal | None:
    """The statement of a verb with its own subject before it and a clause behind it that "that" opens, or that follows
    "said" at once: "The airline announced that it was leaving"."""
    children = grid.children[verb]
    who = next((c for c in children if grid.dep[c] == "nsubj" and c < verb), None)
    what = next((c for c in children if grid.dep[c] == "ccomp" and c > verb), None)
    if who is None or what is None or grid.lower[who] in _NOBODY:
        return None
    if any(grid.dep[c] == "neg" or grid.tag[c] == "MD" for c in children):
        return None
    if any(grid.dep[c] == "mark" and grid.lower[c] in {"if", "unless"} for c in children):
        return None
    low, high = extent(grid, what)
    opens = grid.lower[low] == "that" or (grid.lemma[verb] == "say" and low == verb + 1)
    subject = any(grid.dep[c] in {"nsubj", "nsubjpass", "expl"} for c in grid.children[what])
    first = group_start(grid, verb)
    begin, end = extent(grid, who)
    if not (opens and subject) or low <= verb or end >= first:
        return None
    held = grid.quotations.touching(grid.start[low], grid.end[high])
    piece = trim(grid.text, grid.start[low], grid.end[high], held)
    if piece is None:
        return None
    cue = (grid.start[first], grid.end[verb])
    return Proposal(verb, cue, (grid.start[begin], grid.end[end]), (piece,))


_NOBODY = frozenset({"it", "there", "this", "that", "which", "what", "you", "one"})


def _clause_before(grid: Grid, verb: int) -> tuple[int, int] | None:
    clause = next(
        (c for c in grid.children[verb] if grid.dep[c] == "ccomp" and c < verb),
        None,
    )
    if clause is None:
        return None
    low, high = extent(grid, clause)
    return (grid.start[low], grid.end[high]) if high < verb else None


def _put(grid: Grid, verb: int) -> tuple[int, int] | None:
    """From what is counted to the end of the number."""
    thing = next((c for c in grid.children[verb] if grid.dep[c] == "dobj" and c > verb), None)
    if thing is None or grid.lemma[thing].lower() not in _SUMS:
        return None
    at = next((c for c in grid.children[verb] if grid.lower[c] == "at" and c > thing), None)
    if at is None:
        return None
    low, last = extent(grid, thing)[0], extent(grid, at)[1]
    if not any(grid.tag[i] in {"CD", "$"} for i in range(at, last + 1)):
        return None
    return grid.start[low], grid.end[last]


def _quoted_grounds(grid: Grid, verb: int) -> tuple[int, int] | None:
    """What somebody is sorry for, if words of it are quoted: "apologised to customers for 'the delay caused'"."""
    children = grid.children[verb]
    if any(grid.dep[c] == "neg" or grid.tag[c] == "MD" for c in children):
        return None
    joint = next((c for c in children if grid.lower[c] == "for" and c > verb), None)
    what = next((c for c in grid.children[joint] if c > joint), None) if joint else None
    if what is None:
        return None
    low, high = extent(grid, what)
    start, end = grid.start[low], grid.end[high]
    quoted = [q for q in grid.quotations.touching(start, end) if start <= q.end and q.start < end]
    return (min(start, quoted[0].start), max(end, quoted[-1].end)) if quoted else None


def is_put_at(grid: Grid, head: int) -> bool:
    """Whether a verb gives somebody's number: "put the crowd at 800"."""
    return grid.lemma[head] == "put" and _put(grid, head) is not None


def is_of_a_post(grid: Grid, head: int) -> bool:
    """Whether somebody is given a post: "named Ann Bell, the harbour master, to act in his place"."""
    return grid.lemma[head] in reporting.verbs_of_deeds_with("posts") and any(
        grid.tag[c] in {"VB", "VBN"} and any(grid.lower[b] == "to" for b in grid.children[c])
        for c in grid.children[head]
        if grid.dep[c] in {"xcomp", "ccomp", "advcl", "relcl"} and c > head
    )


def is_unsaid(grid: Grid, head: int) -> bool:
    """Whether nobody has said it: what was not asked for ("has not yet asked for the money"), and what might be
    refused ("if the union refused")."""
    children = grid.children[head]
    lemma = grid.lemma[head]
    if lemma in _ASKING and any(grid.dep[child] == "neg" for child in children):
        return True
    return grid.dep[head] == "advcl" and any(
        grid.dep[child] == "mark" and grid.lower[child] in {"if", "unless"} for child in children
    )


_ASKING = frozenset({"ask", "request", "seek", "apply", "demand", "call", "appeal"})
