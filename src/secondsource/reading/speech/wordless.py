"""What stands where a content would and is none: when or where people talked ("were talking when the wall fell"), a
further deed ("shouted and wept"), and silence ("said nothing")."""

from dataclasses import replace

from ..grid import Grid
from ..proposal import Proposal
from .mending import extent

_TALKING = frozenset(
    "talk speak chat converse confer pray sing shout yell scream cry sob laugh quarrel chant mutter whisper".split()
)
"""Verbs that tell how people use their voices: no clause on when or where they do is what they say (own list)."""
_WHEN = frozenset(
    "when while as after before during until till since amid inside outside near beside in at following throughout".split()
)
"""What opens words on when and where."""
_TAKING_SIDES = frozenset("favour favor support defence defense praise".split())
"""What stands behind "in" or "for" where a stand is told: "spoke in favour of the dam"."""
_ANOTHER_DEED = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_SILENCE = frozenset(
    {
        *("nothing", "nothing else", "nothing more", "nothing further", "not a word", "no more"),
        *("little", "little else", "little more", "no word"),
    }
)
_OBJECTS = frozenset({"dobj", "npadvmod", "advmod"})
_ABOUT = frozenset({"about", "of", "regarding"})
_NO_ANYTHING = frozenset({"anything", "anything more", "anything else", "a word", "much", "more"})
"""What is silence behind "not": "did not say anything"."""
_OPENING = frozenset(words.split()[0] for words in _SILENCE | _NO_ANYTHING)


def without_wordless(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal without pieces of content that are no content; who "said nothing" refuses to speak, and what the
    cue then holds is the silence too."""
    silent = _silent(grid, proposal)
    if silent is not None:
        return silent
    kept = tuple(
        piece
        for piece in proposal.content
        if not (_is_occasion(grid, proposal, piece) or _is_further_deed(grid, proposal, piece))
        or grid.quotations.within(*piece)
    )
    return proposal.with_content(kept)


def _silent(grid: Grid, proposal: Proposal) -> Proposal | None:
    """The refusal that "said nothing" is, with what it is "about" as its content; None where something is said."""
    head = proposal.head
    if grid.lemma[head] != "say" or not grid.tag[head].startswith("VB") or grid.quote[head] >= 0:
        return None
    stop = _end_of_silence(grid, head)
    if stop is None or any(end <= proposal.cue[0] for _, end in proposal.content):
        return None
    if stop < len(grid) and grid.lower[stop] in _ABOUT and grid.children[stop]:
        topic = extent(grid, grid.children[stop][-1])
        content = ((grid.start[topic[0]], grid.end[topic[1]]),)
        cue = (proposal.cue[0], grid.end[stop])
        return replace(proposal, cue=cue, content=content, refusal=True)
    cue = (proposal.cue[0], max(proposal.cue[1], grid.end[stop - 1]))
    return replace(proposal, cue=cue, content=(), refusal=True)


def _end_of_silence(grid: Grid, head: int) -> int | None:
    """The token behind the words for silence that are the object of a verb, None if it has no such object."""
    if head + 1 == len(grid) or grid.lower[head + 1] not in _OPENING:
        return None
    denied = any(grid.dep[child] == "neg" for child in grid.children[head])
    for stop in range(min(head + 4, len(grid)), head + 1, -1):
        words = " ".join(grid.lower[head + 1 : stop])
        if words in _SILENCE or (denied and words in _NO_ANYTHING):
            inner = grid.head_in(range(head + 1, stop))
            return stop if grid.head[inner] == head and grid.dep[inner] in _OBJECTS else None
    return None


def _is_occasion(grid: Grid, proposal: Proposal, piece: tuple[int, int]) -> bool:
    """Whether a piece behind a verb of talking is when or where: "were talking when the wall fell"."""
    if grid.lemma[proposal.head] not in _TALKING or piece[0] < proposal.cue[1]:
        return False
    first = grid.token_at(piece[0])
    follows = grid.lower[first + 1] if first + 1 < len(grid) else ""
    return grid.lower[first] in _WHEN and follows not in _TAKING_SIDES


def _is_further_deed(grid: Grid, proposal: Proposal, piece: tuple[int, int]) -> bool:
    """Whether a piece is a verb joined to that of the cue, without a subject of its own: "shouted and wept"."""
    tokens = grid.tokens_in(*piece)
    if not len(tokens) or piece[0] < proposal.cue[1]:
        return False
    verb = grid.head_in(tokens)
    joined = grid.head[verb] == proposal.head and grid.dep[verb] == "conj"
    if not joined or verb != tokens[0] or grid.tag[verb] not in _ANOTHER_DEED:
        return False
    low, _ = extent(grid, verb)
    return low >= tokens[0] and not any(
        grid.dep[child] in {"nsubj", "nsubjpass"} for child in grid.children[verb]
    )
