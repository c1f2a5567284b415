"""Cues that look like words and tell of none: who is only cited, called upon or informed, and what only is somewhere."""

from dataclasses import replace

from ...lexicon import reporting
from ..grid import Grid
from ..proposal import Proposal

_CITING = frozenset({"cite", "quote"})
_TALKING = frozenset({"talk", "speak"})
_TOPICS = frozenset("about of on over against for to that how what why out up in with off".split())
"""What stands behind a verb of talking where something is told of what was said."""
_INFORMED = frozenset({"notify", "inform", "advise", "brief", "warn"})
_CALLING = frozenset(
    "call urge ask press push appeal demand insist propose suggest request".split()
)
"""Verbs upon which a clause tells what somebody is to say or do."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_nobodys_word(grid: Grid, proposal: Proposal) -> bool:
    """Whether a cue without a quotation tells of no words: "citing diplomats", "are also on the list", "talked by
    telephone", "was notified of the sale", "called on the union to demand a vote"."""
    if not proposal.content:
        return False
    return (
        _only_names_source(grid, proposal)
        or _only_is(grid, proposal)
        or _only_talks(grid, proposal)
        or _is_only_informed(grid, proposal)
        or _is_called_upon(grid, proposal)
    )


def without_accused(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal; where its source is who stands accused ("Chad accused of massing troops"), with none: who accuses
    has an object."""
    head, source = proposal.head, proposal.source
    if grid.lemma[head] != "accuse" or source is None or source[1] > proposal.cue[0]:
        return proposal
    accused = any(grid.dep[child] == "dobj" for child in grid.children[head])
    ends = grid.lower[grid.tokens_in(*proposal.cue)[-1]]
    return proposal if accused or ends != "of" else replace(proposal, source=None)


def without_verb_before(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal with a cue without the adverb that belongs to a verb before it: "not authorized to speak publicly
    said"."""
    cue = grid.tokens_in(*proposal.cue)
    first = cue[0] if len(cue) > 1 else 0
    if not first or grid.tag[first] != "RB" or grid.tag[first - 1] != "VB":
        return proposal
    return replace(proposal, cue=(grid.start[cue[1]], proposal.cue[1]))


def _has_verb(grid: Grid, proposal: Proposal) -> bool:
    tokens = (index for piece in proposal.content for index in grid.tokens_in(*piece))
    return any(grid.tag[index] in _FINITE for index in tokens)


def _only_names_source(grid: Grid, proposal: Proposal) -> bool:
    """ "The ministers agreed, the agency reports, citing diplomats": they are whose word it is, and no content."""
    head = proposal.head
    return (
        grid.lemma[head] in _CITING
        and grid.tag[head] == "VBG"
        and proposal.content[0][0] >= proposal.cue[1]
        and not _has_verb(grid, proposal)
    )


def _only_is(grid: Grid, proposal: Proposal) -> bool:
    """ "Five of the seven are also on the list"."""
    if grid.lemma[proposal.head] != "be":
        return False
    cue = grid.tokens_in(*proposal.cue)
    words = reporting.all_words()
    return (
        any(grid.dep[index] == "prep" and grid.tag[index] == "IN" for index in cue)
        and not any(grid.lemma[index].lower() in words for index in cue)
        and not any(grid.tag[index].startswith(("NN", "JJ", "VBN")) for index in cue)
    )


def _only_talks(grid: Grid, proposal: Proposal) -> bool:
    """ "talked with both by telephone"; in a headline "Peace talks loom"."""
    if grid.lemma[proposal.head] not in _TALKING or proposal.content[0][0] < proposal.cue[1]:
        return False
    cue = grid.tokens_in(*proposal.cue)
    first = grid.token_at(proposal.content[0][0])
    behind = {grid.lower[index] for index in (*(i for i in cue if i > proposal.head), first)}
    return not behind & _TOPICS


def _is_only_informed(grid: Grid, proposal: Proposal) -> bool:
    """ "Parliament was notified of the sale": by whom, and in what words, is not told."""
    head = proposal.head
    if proposal.source is not None or grid.lemma[head].lower() not in _INFORMED:
        return False
    roles = {grid.dep[child] for child in grid.children[head]}
    told = grid.lower[grid.tokens_in(*proposal.cue)[-1]] == "of"
    return told and "auxpass" in roles and "agent" not in roles


def _is_called_upon(grid: Grid, proposal: Proposal) -> bool:
    """ "called on the union to demand a vote", "demand that he ask the navy": nobody has said it yet."""
    head = proposal.head
    above = grid.head[head]
    if grid.tag[head] != "VB" or above == head or grid.lemma[above].lower() not in _CALLING:
        return False
    opened = {grid.lower[child] for child in grid.children[head] if child < head}
    if grid.dep[head] == "ccomp":
        return "that" in opened
    asked = any(
        grid.dep[child] in {"dobj", "prep"} and above < child < head
        for child in grid.children[above]
    )
    return grid.dep[head] in {"xcomp", "advcl"} and "to" in opened and asked
