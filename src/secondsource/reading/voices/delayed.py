"""Delayed identification: reports open with "a nurse said" and name her further down ("Ann Bell, a nurse at the hospital, said").

A newspaper's opening tells what somebody is, and the sentences behind it who he is. Only where one person alone fits is it he;
who wants no name stays unnamed.
"""

from dataclasses import replace

from msgspec import structs

from ...lexicon import bodies, reporting, titles
from ..grid import Grid
from ..proposal import Proposal
from .heads import source_head
from .room import Room, Spoken, country_of
from .unnamed import is_body

OPENING = 1
"""Paragraphs of the body, from 0, whose speakers may be named further down."""
NAMED_WITHIN = 5
"""Paragraphs from the opening within which he is named."""
_ONE = frozenset({"a", "an", "the"})
_WHOLE_NAME = 2
"""Words of a name that introduces somebody: a surname alone takes up whom the text has named."""


def with_names_further_down(
    room: Room, kept: list[Proposal], found: list[Spoken], above: list[int | None]
) -> list[Spoken]:
    """The voices, each unnamed one of the headline and the opening with the name of the one person further down whom it describes."""
    if not any(spoken.voice.kind == "anonymous" for spoken in found):
        return found
    grid = room.grid
    body = room.draft.parts[0]
    first = _first_paragraph(grid)
    result = list(found)
    for n, (proposal, spoken) in enumerate(zip(kept, found, strict=True)):
        voice = spoken.voice
        if voice.kind != "anonymous" or voice.terms or above[n] is not None:
            continue
        part = room.draft.part_at(proposal.cue[0])
        paragraph = grid.paragraph[grid.token_at(proposal.cue[0])]
        opens = part.name == body.name and paragraph - first <= OPENING
        head = _noun(grid, proposal) if opens or part.name == "headline" else None
        if head is None or not _is_one(grid, proposal, head, part.name):
            continue
        begins = proposal.cue[1] if opens else body.start
        behind = [
            m
            for m, other in enumerate(kept)
            if begins <= other.cue[0] < body.end
            and above[m] is None
            and grid.paragraph[grid.token_at(other.cue[0])] - first <= NAMED_WITHIN
        ]
        bearer = _bearer(room, head, voice.affiliation, [found[m] for m in behind])
        if (
            bearer is None
            and opens
            and grid.text[slice(*(proposal.source or (0, 0)))][:4].lower() == "the "
        ):
            bearer = _next_name(room, head, [found[m] for m in behind])
        if bearer is not None:
            told = bearer.voice.description or voice.description
            result[n] = replace(bearer, voice=structs.replace(bearer.voice, description=told))
    return result


def _first_paragraph(grid: Grid) -> int:
    return grid.paragraph[0] if len(grid) else 0


def _noun(grid: Grid, proposal: Proposal) -> int | None:
    """The noun of a source; None where it has none."""
    tokens = grid.tokens_in(*proposal.source) if proposal.source else range(0)
    if not len(tokens):
        return None
    head = source_head(grid, tokens)
    return head if grid.tag[head] in {"NN", "NNP"} else None


def _is_one(grid: Grid, proposal: Proposal, head: int, part: str) -> bool:
    """Whether a source is one person by his calling: "a nurse", "the harbour master", in a headline "minister"."""
    tokens = grid.tokens_in(*(proposal.source or (0, 0)))
    if len(
        {"former", "another", "second", "other", "ex", "one"}
        & set(grid.lower[tokens[0] : tokens[-1] + 1])
    ):
        return False
    lemma = grid.lemma[head].lower()
    if bodies.kind_of_last(lemma) is not None and not titles.is_head(lemma):
        return False
    if part == "headline":
        return len(tokens) <= 2
    return grid.lower[tokens[0]] in _ONE


def _bearer(room: Room, head: int, home: str | None, behind: list[Spoken]) -> Spoken | None:
    """The one person among speakers who is called by the noun at `head`; None where that is nobody or several."""
    noun = room.grid.lemma[head].lower()
    fitting: dict[str, Spoken] = {}
    for spoken in behind:
        voice = spoken.voice
        if voice.kind == "anonymous" and noun in _last_words(voice.description) and voice.terms:
            return None
        if voice.kind != "named" or spoken.speaker not in room.people:
            continue
        roles, whose, former = room.people[spoken.speaker or ""]
        called = [*roles, *((voice.description or "").split(", "))]
        if former or not any(noun in _last_words(role) for role in called):
            continue
        if home and whose and _land(home) != _land(whose):
            continue
        fitting.setdefault(spoken.speaker or "", spoken)
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _last_words(role: str | None) -> set[str]:
    """The noun of a role, before "of", "in" and the like: "nurse" of "the nurse in charge of the ward"."""
    words = (role or "").lower().split()
    stops = [
        n
        for n, word in enumerate(words)
        if word in {"of", "in", "at", "for", "who", "with", "from", "to"}
    ]
    before = words[: stops[0]] if stops else words
    return set(before[-1:])


def _land(name: str) -> str:
    return country_of(name) or name


def _next_name(room: Room, head: int, behind: list[Spoken]) -> Spoken | None:
    """Who speaks next, where the opening has told his office ("the harbour master has said") and his name comes without
    any: nobody is introduced by a bare name otherwise."""
    word = room.grid.lemma[head].lower()
    if not behind or not titles.is_head(word):
        return None
    spoken = behind[0]
    voice = spoken.voice
    if voice.kind != "named" or spoken.speaker not in room.people or is_body(voice):
        return None
    roles = room.people[spoken.speaker or ""][0]
    bare = not roles and not voice.description and len((voice.name or "").split()) >= _WHOLE_NAME
    gender = reporting.gender_of(word)
    given = titles.gender_of_given_name((voice.name or "").partition(" ")[0])
    return spoken if bare and not (gender and given and gender != given) else None
