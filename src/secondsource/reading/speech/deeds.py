"""Deeds that look like words: a verb with an object and nobody who says anything."""

from ...lexicon import reporting
from ..grid import Grid
from ..proposal import Proposal
from ..voices import Room
from ..voices.speakers import names_people

_CLAUSES = frozenset({"ccomp", "xcomp"})
_OPENERS = frozenset(
    "that to how what whether which when where who whom whose why if as it for not".split()
)
_LIGHT = frozenset({"be", "have", "make", "take", "give", "do", "get"})
"""Verbs without a meaning of their own: the noun or adjective beside them says what was done."""
_SEEING = frozenset({"see", "watch", "notice"})
_GROUNDS = frozenset({"for", "over", "as"})
"""What follows who is attacked in words: "attacked him for his vote"."""
_BODIES = frozenset({"government", "organization", "company", "armed-force", "group"})
_COUNTRIES = frozenset({"place-as-actor", "nationality", "government"})


def is_deed(room: Room, proposal: Proposal) -> bool:
    """Whether a cue that nothing quoted stands beside is a verb of a deed with its object: "attacked
    the town", "approved the pipeline". A verb of saying, thinking or showing is none, nor is any
    verb with a clause or an infinitive as its content."""
    grid = room.grid
    head = proposal.head
    lemma = grid.lemma[head].lower()
    if not grid.tag[head].startswith("VB") or lemma in room.draft.lexicon.reporting.verbs:
        return False
    if not proposal.content:
        return False
    if lemma in _SEEING and _is_happening(grid, head):
        return True
    if _has_clause(grid, proposal):
        return False
    cue = grid.tokens_in(*proposal.cue)
    if any(_reports(grid, index) for index in cue if index != head):
        # "raised questions about", "took to the radio to accuse"
        return False
    if lemma in reporting.verbs_of_deeds_with("force"):
        return _is_by_force(room, proposal)
    if lemma in reporting.verbs_of_deeds_with("persons"):
        return _is_upon_people(room, proposal)
    if lemma in reporting.verbs_of_deeds_with("bare"):
        return True
    known = lemma in reporting.all_words() or lemma in reporting.verbs("about") or lemma in _LIGHT
    return not known and not _is_phrase(grid, proposal)


def _reports(grid: Grid, index: int) -> bool:
    """Whether a word beside the verb of a cue is a verb or noun of saying or thinking."""
    lemma = grid.lemma[index].lower()
    if grid.tag[index].startswith("NN"):
        return lemma in reporting.nouns("speech") or lemma in reporting.nouns("attitude")
    return lemma in reporting.all_words()


def _is_happening(grid: Grid, head: int) -> bool:
    """Whether what somebody sees is something happening to him: "saw its shares fall"."""
    return any(
        grid.dep[child] == "ccomp"
        and grid.tag[child] in {"VB", "VBG"}
        and child > head
        and not any(grid.dep[below] in {"mark", "aux"} for below in grid.children[child])
        for child in grid.children[head]
    )


def _is_phrase(grid: Grid, proposal: Proposal) -> bool:
    """Whether the cue is a fixed phrase of citing: "according to"."""
    return grid.lower[proposal.head] == "according"


def _has_clause(grid: Grid, proposal: Proposal) -> bool:
    """Whether the content is a clause or an infinitive, or begins like one."""
    head = proposal.head
    if any(grid.dep[child] in _CLAUSES for child in grid.children[head]):
        return True
    for piece in proposal.content:
        tokens = grid.tokens_in(*piece)
        if not len(tokens) or grid.lower[tokens[0]] in _OPENERS:
            return True
        if any(
            grid.dep[index] in {"nsubj", "nsubjpass"} and grid.head[index] == grid.head_in(tokens)
            for index in tokens
        ):
            return True
    return False


def _object(grid: Grid, proposal: Proposal) -> int:
    tokens = grid.tokens_in(*proposal.content[0])
    return grid.head_in(tokens)


def _is_by_force(room: Room, proposal: Proposal) -> bool:
    """Whether an attack is one with arms: by or upon a country, an army, a crowd or a place, and
    without grounds."""
    grid = room.grid
    after = {
        grid.lower[child] for child in grid.children[proposal.head] if grid.dep[child] == "prep"
    }
    if after & _GROUNDS:
        return False
    who = room.at.get(grid.head_in(grid.tokens_in(*proposal.source))) if proposal.source else None
    whom = room.at.get(_object(grid, proposal))
    if whom is not None:
        return whom.kind in _COUNTRIES | {"armed-force"}
    return who is not None and who.kind in _COUNTRIES | {"armed-force", "group"}


def _is_upon_people(room: Room, proposal: Proposal) -> bool:
    """Whether the object of a verb is people, a body or a country."""
    grid = room.grid
    index = _object(grid, proposal)
    mention = room.at.get(index)
    if mention is not None:
        return mention.kind in _BODIES | _COUNTRIES | {"person", "party"}
    return names_people(room, index, grid.tokens_in(*proposal.content[0]))
