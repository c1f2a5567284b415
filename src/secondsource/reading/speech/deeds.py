"""Deeds that look like words: a verb with an object and nobody who says anything."""

from ...lexicon import calendar, reporting
from ...lexicon.events import classes
from ..grid import Grid
from ..proposal import Proposal
from ..voices import Room
from ..voices.speakers import is_document, names_people

_CLAUSES = frozenset({"ccomp", "xcomp"})
_OPENERS = frozenset(
    "that to how what whether which when where who whom whose why if as it for not".split()
)
_LIGHT = frozenset({"be", "have", "make", "take", "give", "do", "get"})
"""Verbs without a meaning of their own: the noun or adjective beside them says what was done."""
_SEEING = frozenset({"see", "watch", "notice"})
_GROUNDS = frozenset({"for", "over", "as"})
"""What follows who is attacked in words: "attacked him for his vote"."""
_TIMES = frozenset("weekend morning evening night day week month year hour minute".split())
"""What stands behind "on" and "over" where they tell when (own list, besides the days of the week)."""
_CONVERSING = frozenset("talk speak write chat converse confer".split())
_TELLING = frozenset({"inform", "notify", "advise"})
"""Verbs that take what is told after "of"."""
_RUNG = frozenset(
    "police ambulance doctor firefighter paramedic plumber wife husband mother father lawyer".split()
)
"""Whom one calls by telephone (own list)."""
_FOCUSES = frozenset("focus subject object center centre target scene site".split())
"""What people and things are without anybody's words, before "of": "has been the focus of a search" (own list)."""
_TOUCHED = frozenset(
    "body remains corpse skeleton bone wreck wreckage debris rubble grave fingerprint blood bullet casing cartridge".split()
)
"""Things that can be touched, besides those that WordNet's kinds hold."""
_KINDS_TOUCHED = ("ship", "aircraft", "vehicle", "weapon", "building", "supply")
_BODIES = frozenset({"government", "organization", "company", "armed-force", "group"})
_COUNTRIES = frozenset({"place-as-actor", "nationality", "government"})


def is_deed(room: Room, proposal: Proposal) -> bool:
    """Whether a cue that nothing quoted stands beside is a verb of a deed with its object: "attacked
    the town", "approved the pipeline". A verb of saying, thinking or showing is none, nor is any
    verb with a clause or an infinitive as its content."""
    grid = room.grid
    head = proposal.head
    lemma = grid.lemma[head].lower()
    if _is_background(grid, proposal):
        return True
    if not grid.tag[head].startswith("VB") or lemma in room.draft.lexicon.reporting.verbs:
        return False
    if not proposal.content:
        return False
    if lemma in _SEEING and _is_happening(grid, head):
        return True
    if lemma in _CONVERSING and _is_audience(room, proposal):
        return True
    if _has_clause(grid, proposal):
        return False
    cue = grid.tokens_in(*proposal.cue)
    if any(_reports(grid, index) for index in cue if index != head):
        # "raised questions about", "took to the radio to accuse"
        return False
    if _is_focus(grid, proposal) or (lemma == "show" and _is_of_people(room, proposal)):
        return True
    if lemma in reporting.verbs_of_deeds_with("force"):
        return _is_by_force(room, proposal)
    if lemma in reporting.verbs_of_deeds_with("particle"):
        blame = grid.lemma[_object(grid, proposal)].lower()
        words = blame in reporting.nouns("speech") or blame in reporting.verbs("speech")
        return not _has_particle(grid, proposal) and not words
    if lemma in reporting.verbs_of_deeds_with("passive"):
        if proposal.source is None:
            return _is_done_to_somebody(grid, proposal)
        if _is_done_in_heading(grid, head):
            return True
    if lemma in reporting.verbs_of_deeds_with("things") and _is_thing(grid, proposal):
        return True
    if lemma in reporting.verbs_of_deeds_with("persons"):
        return _is_upon_people(room, proposal)
    if lemma in reporting.verbs_of_deeds_with("bare"):
        return True
    known = lemma in reporting.all_words() or lemma in reporting.verbs("about") or lemma in _LIGHT
    return not known and not _is_phrase(grid, proposal)


_BACKGROUND = frozenset("after before since because while though although".split())


def _is_background(grid: Grid, proposal: Proposal) -> bool:
    """Whether the cue is the verb of a clause that only tells when or why, and what stands before it is the main
    clause: "Chad closed the border, hours after a court ordered a seizure"."""
    head = proposal.head
    if not proposal.content or proposal.content[0][0] > proposal.cue[0]:
        return False
    start = grid.token_at(proposal.content[0][0])
    return any(
        grid.dep[child] == "mark" and grid.lower[child] in _BACKGROUND and start < child < head
        for child in grid.children[head]
    )


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


_PLACES = ("FORTIFICATION", "BUILDING", "VEHICLE", "SHIP", "AIRCRAFT")
"""Classes of nouns that nobody attacks with words: an outpost, a village, a bus."""


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
    if any(grid.lemma[_object(grid, proposal)].lower() in classes()[kind] for kind in _PLACES):
        return True
    return who is not None and who.kind in _COUNTRIES | {"armed-force", "group"}


def _has_particle(grid: Grid, proposal: Proposal) -> bool:
    """Whether a particle or preposition behind the verb, in the cue or at the head of the content, makes words of it."""
    head = proposal.head
    if any(grid.dep[child] == "prt" for child in grid.children[head]):
        return True
    cue = grid.tokens_in(*proposal.cue)
    first = grid.token_at(proposal.content[0][0])
    behind = [*(index for index in cue if index > head), first]
    return any(grid.tag[index] in {"IN", "RP", "TO"} for index in behind)


def _is_audience(room: Room, proposal: Proposal) -> bool:
    """Whether all that follows a verb of talking is with or to whom: "was talking with her guests"."""
    grid = room.grid
    head = proposal.head
    if len(proposal.content) != 1 or proposal.content[0][0] < proposal.cue[1]:
        return False
    tokens = grid.tokens_in(*proposal.content[0])
    first, last_of_cue = tokens[0], grid.token_at(proposal.cue[1] - 1)
    joint = first if grid.lower[first] in {"to", "with"} else last_of_cue
    if grid.lower[joint] not in {"to", "with"} or grid.dep[joint] not in {"prep", "dative"}:
        return False
    if any(
        grid.dep[child] in _CLAUSES or grid.dep[child] == "dobj" for child in grid.children[head]
    ):
        return False
    who = next((c for c in grid.children[joint] if grid.dep[c] == "pobj"), None)
    if who is None or who not in tokens:
        return False
    told = any(grid.lower[index] == "that" or _tells_of(grid, index) for index in tokens)
    return not told and names_people(room, who, range(min(first, who), who + 1))


def _tells_of(grid: Grid, joint: int, of: bool = False) -> bool:
    """Whether a preposition (`of` too, if asked) joins whom somebody speaks to with what he speaks of: "briefed the
    cabinet on the flood", and not "on Monday"."""
    word = grid.lower[joint]
    if word not in {"on", "over"}:
        return word == "about" or (of and word == "of")
    told = (c for c in grid.children[joint] if grid.dep[c] in {"pobj", "pcomp"})
    times = _TIMES.union(calendar.tables()["weekdays"])
    return any(grid.lemma[c].lower() not in times for c in told)


def _is_done_to_somebody(grid: Grid, proposal: Proposal) -> bool:
    """Whether a passive verb tells what is done to its subject, with no act that is held against him: "was charged with
    theft", but not "charged with taking bribes" or "questioned about the money"."""
    passive = any(grid.dep[child] == "auxpass" for child in grid.children[proposal.head])
    told = any(
        grid.tag[grid.token_at(start)] == "VBG" or grid.lower[grid.token_at(start) - 1] == "about"
        for start, _ in proposal.content
    )
    return passive and not told


def _is_done_in_heading(grid: Grid, head: int) -> bool:
    """Whether a participle tells without a form of "be" what is done to its subject: "Officers charged over death"."""
    below = {grid.dep[child] for child in grid.children[head]}
    behind = {grid.lower[child] for child in grid.children[head] if grid.dep[child] == "prep"}
    return (
        grid.tag[head] in {"VBN", "VBD"}
        and not below & {"aux", "auxpass", "dobj", "ccomp", "xcomp"}
        and bool(behind & {"over", "with"})
    )


def _is_focus(grid: Grid, proposal: Proposal) -> bool:
    """Whether the "statement" is that somebody is the focus or the scene of something."""
    cue = grid.tokens_in(*proposal.cue)
    if len(cue) < 2 or grid.lower[cue[-1]] != "of":
        return False
    return grid.lemma[proposal.head] == "be" and grid.lemma[cue[-2]] in _FOCUSES


def _is_of_people(room: Room, proposal: Proposal) -> bool:
    """Whether the source is people or a body and no document: who "showed restraint" or "no sign of leaving" has
    said nothing."""
    if proposal.source is None:
        return False
    grid = room.grid
    head = grid.head_in(grid.tokens_in(*proposal.source))
    if is_document(grid, head) or grid.lower[head] in {"it", "they"}:
        return False
    # "Ministry figures showed a rise": what counts is the last word.
    return grid.tag[head] == "PRP" or names_people(room, head, range(head, head + 1))


def _is_thing(grid: Grid, proposal: Proposal) -> bool:
    """Whether the object of a verb is a thing that can be touched."""
    lemma = grid.lemma[_object(grid, proposal)].lower()
    return lemma in _TOUCHED or any(
        lemma in reporting.nouns_by_kind(kind) for kind in _KINDS_TOUCHED
    )


def _is_upon_people(room: Room, proposal: Proposal) -> bool:
    """Whether the object of a verb is people, a body or a country, with nothing that they are told of."""
    grid = room.grid
    index = _object(grid, proposal)
    last = grid.tokens_in(*proposal.content[0])[-1]
    if grid.lemma[proposal.head] == "call":
        # "called the police", and not "called the editor a liar".
        return index == last and grid.lemma[index].lower() in _RUNG
    of = grid.lemma[proposal.head] in _TELLING
    joints = {*grid.children[index], *grid.children[proposal.head], index}
    if any(_tells_of(grid, joint, of) for joint in joints if joint > proposal.head):
        return False
    mention = room.at.get(index)
    if mention is not None:
        return mention.kind in _BODIES | _COUNTRIES | {"person", "party"}
    return names_people(room, index, grid.tokens_in(*proposal.content[0]))
