"""Statements inside what somebody is reported to say: "The envoy said that the ministry had told him the road was
open", and inside his quoted words. The network finds the outer ones alone: its training texts mark no others."""

from bisect import bisect_left
from collections.abc import Iterator

from ...lexicon import reporting
from ..grid import Grid
from ..proposal import Proposal, trim
from ..quotes import quotes_inside
from .mending import extent, group_start

_SUBJECTS = frozenset({"nsubj"})
_THINKING = frozenset("believe think expect fear hope doubt suspect assume worry".split())
"""Attitudes that are reported of somebody; "know" and "see" mostly tell what is so."""
_OPEN = frozenset({"if", "unless", "whether", "until", "before", "once"})
"""What opens a clause that nobody says has come true."""
_NOBODY = frozenset("it there this that they one you everyone everybody nobody anyone".split())
"""Subjects that are not known to be anybody who speaks."""
_MARKS = frozenset("\"'“‘«„`")
FARTHEST = 3
"""Words between a verb and the quotation inside the quotation that it introduces: "asked the referee, 'Was it in?'"."""


def inner(grid: Grid, proposals: list[Proposal]) -> list[Proposal]:
    """Proposals for verbs of telling and thinking within the contents of `proposals` that have a subject and a clause or a
    quotation of their own, and stand in no cue of `proposals`."""
    quotes = grid.quotations
    # What was found within a quotation is left out later, unless it is found here.
    free = [row for row in proposals if row.inside or not quotes.hold(*row.cue)]
    taken = {index for row in free for index in grid.tokens_in(*row.cue)}
    found = []
    for outer in free:
        for piece in outer.content:
            tokens = grid.tokens_in(*piece)
            verbs = grid.verbs
            for verb in verbs[bisect_left(verbs, tokens.start) : bisect_left(verbs, tokens.stop)]:
                if verb in taken:
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
    if who is None or grid.lower[who] in _NOBODY:
        return None
    quoted = _quoted_behind(grid, verb, piece) if grid.quote[verb] >= 0 else None
    if quoted is not None and lemma not in _THINKING:
        return _with_content(grid, verb, who, piece, quoted)
    if grid.lower[who] == "i":
        return None  # "I can assure you that it is safe": his own words, which are reported already
    what = next((c for c in children if c > verb and _is_clause(grid, c, lemma)), None)
    if what is None:
        return None
    if lemma in _THINKING and grid.tag[who] == "PRP":
        # "said he believed it was safe": that is all his own word.
        return None
    if any(grid.dep[c] == "neg" for c in children) or _is_open(grid, verb):
        return None
    if not _is_finite(grid, verb) or not (_is_finite(grid, what) or grid.dep[what] == "xcomp"):
        return None
    start, end = extent(grid, what)
    if start <= verb:
        return None
    stop = min(grid.end[end], piece[1])
    closed = grid.quotations.touching(grid.start[start], stop)
    # A quotation that ends with the clause is whole: its point and mark stand behind the last word.
    stop = max(
        [stop, *(q.end for q in closed if grid.start[start] <= q.start and q.end <= piece[1])]
    )
    if grid.quote[verb] >= 0:
        # Within a quotation the words end before the mark and the point that close it.
        held = grid.text[grid.start[start] : piece[1]].rstrip("\"'”’»“.,!? ")
        stop = min(stop, grid.start[start] + len(held))
        closed = []
    content = trim(grid.text, grid.start[start], stop, closed)
    return _with_content(grid, verb, who, piece, content) if content else None


def _with_content(
    grid: Grid, verb: int, who: int, piece: tuple[int, int], content: tuple[int, int]
) -> Proposal | None:
    first = group_start(grid, verb)
    low, high = extent(grid, who)
    if grid.lower[low] in _MARKS:
        low += 1
    if high >= first or grid.start[low] < piece[0] or content[0] < grid.end[verb]:
        return None
    cue = (grid.start[first], grid.end[verb])
    source = (grid.start[low], grid.end[high])
    return Proposal(verb, cue, source, (content,), inside=grid.quote[verb] >= 0)


def _is_clause(grid: Grid, child: int, lemma: str) -> bool:
    """Whether a child of a verb is what is told: a clause, or of verbs that address somebody what he is to do ("told us
    to wait")."""
    if grid.dep[child] == "ccomp":
        return True
    told = grid.dep[child] == "xcomp" and lemma in reporting.addressing_verbs()
    return told and any(grid.lower[c] == "to" for c in grid.children[child])


def _quoted_behind(grid: Grid, verb: int, piece: tuple[int, int]) -> tuple[int, int] | None:
    """The quotation inside the quotation, right behind a verb: "He told me, 'Run,' and I ran"."""
    for quote in quotes_inside(grid.text, piece[0] + 1, piece[1] - 1):
        between = grid.text[grid.end[verb] : quote.start] if quote.start >= grid.end[verb] else "."
        words = between.strip(" ,:").split()
        if len(words) <= FARTHEST and not any(stop in between for stop in ".;?!"):
            return quote.start, quote.end
    return None


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
