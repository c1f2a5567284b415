"""Voices: who ultimately vouches for a statement, as far as its article tells."""

from dataclasses import replace

from msgspec import structs

from ...lexicon import reporting
from ...model.mention import Mention
from ...model.statement import Voice
from ..grid import Grid
from ..proposal import Proposal
from .parties import body_in, is_medium, is_topic, party_of, spoken_name
from .room import Room, Spoken, country_of, sentence_around
from .unnamed import (
    PLURAL,
    SINGULAR,
    UNKNOWN,
    carried,
    is_document,
    names_people,
    unnamed,
    with_known_terms,
    with_terms,
)
from .whose import branch, named_beside

__all__ = ["Room", "Spoken", "can_speak", "is_medium", "sentence_around", "voices_of"]

RELATIVE = frozenset({"who", "which", "that", "whom"})


FIRST = frozenset({"i", "we", "me", "us", "my", "our"})


def voices_of(room: Room, kept: list[Proposal], above: list[int | None]) -> list[Spoken]:
    """The voice of each proposal; `above` gives the number of the proposal that it stands inside."""
    grid = room.grid
    found: list[Spoken] = []
    for proposal, parent in zip(kept, above, strict=True):
        outer = found[parent] if parent is not None and parent < len(found) else None
        spoken = with_terms(grid, proposal, _voice(room, proposal, outer))
        found.append(spoken)
        if parent is None:
            # Behind "Anna said that Boris had told her so" it is Anna who goes on.
            room.past.append((proposal.cue[0], spoken))
    return with_known_terms(found)


def can_speak(room: Room, proposal: Proposal) -> bool:
    """Whether the source of a proposal is somebody, a body or a document, not a thing or a clause."""
    grid = room.grid
    if proposal.source is None:
        return False
    tokens = grid.tokens_in(*proposal.source)
    if not len(tokens):
        return False
    head = _source_head(grid, tokens)
    if len(tokens) == 1 and grid.text[grid.start[head] : grid.end[head]].isdigit():
        return False  # "18 confirmed ill": a row of a list
    handed = False
    if len(tokens) <= 2 and grid.lower[head] in RELATIVE:
        antecedent = _antecedent_of_relative(grid, head)
        handed = grid.lower[head] == "which" and antecedent is not None
        handed = handed and grid.lemma[antecedent or 0].lower() in reporting.nouns("speech")
        if antecedent is None:
            return grid.lower[head] == "who"
        if grid.lower[head] == "who":
            return True
        head, tokens = antecedent, _phrase_tokens(grid, antecedent)
    if grid.tag[head] in {"PRP", "PRP$", "DT", "CD", "WP"}:
        return True
    mention = room.at.get(head) or _applied(room, head, tokens)
    if mention is not None and mention.kind != "equipment":
        return True
    phrase = grid.text[grid.start[tokens[0]] : grid.end[tokens[-1]]].lower()
    if any(own in phrase for own in reporting.newsroom_phrases()):
        return True
    return names_people(room, head, tokens) or is_document(grid, head) or handed


def _voice(room: Room, proposal: Proposal, outer: Spoken | None) -> Spoken:
    grid = room.grid
    if proposal.source is None or not grid.text[slice(*proposal.source)].strip():
        return Spoken(UNKNOWN)
    tokens = grid.tokens_in(*proposal.source)
    if not len(tokens):
        return Spoken(UNKNOWN)
    words = grid.text[proposal.source[0] : proposal.source[1]]
    if len(tokens) > 1 and grid.tag[tokens[-1]] == "POS":
        # "the bank's warning": the bank warns.
        tokens = tokens[:-1]
        words = grid.text[proposal.source[0] : grid.end[tokens[-1]]]
    if proposal.verbatim and len(words) == 1:
        # "Q:" and "A:" tell nobody who speaks.
        return Spoken(Voice(kind="unknown", description=words, count=None), doubtful=True)
    if grid.tag[tokens[0]] == "IN" and grid.lower[tokens[0]] not in {"by", "from", "among", "of"}:
        return Spoken(Voice(kind="unknown", description=words, count=None), doubtful=True)
    head = _source_head(grid, tokens)
    lower = grid.lower[head]
    if len(tokens) <= 2 and lower in RELATIVE:
        antecedent = _antecedent_of_relative(grid, head)
        if antecedent is None:
            return Spoken(UNKNOWN)
        handed = lower == "which" and grid.lemma[antecedent].lower() in reporting.nouns("speech")
        head = antecedent
        tokens = _phrase_tokens(grid, head)
        words = grid.text[grid.start[tokens[0]] : grid.end[tokens[-1]]]
        if handed:
            return Spoken(Voice(kind="document", name=words, description=words))
        lower = grid.lower[head]
    # "US and European officials" are not "us".
    if lower in FIRST and grid.text[grid.start[head] : grid.end[head]] != "US":
        if outer is not None:
            return replace(outer, doubtful=outer.doubtful or lower != "i")
        return Spoken(Voice(kind="newsroom", description=words, count=None))
    mention = room.at.get(head)
    several = _coordinated(room, tokens, head) or []
    if len(several) < 2:
        several = _listed(room, tokens)
    if len(several) > 1:
        return _joint(room, several, words)
    beside = named_beside(room, head, tokens)
    if beside is not None:
        return beside
    whole = branch(room, head, mention) if mention is not None else None
    if whole is not None:
        return Spoken(Voice(kind="named", name=whole, party=whole))
    if mention is None:
        mention = _applied(room, head, tokens)
    if (
        mention is not None
        and mention.kind != "equipment"
        and not _is_speaker_for(room, head, mention)
    ):
        return _named(room, mention, head, tokens, words)
    if lower in _NOBODY:
        return Spoken(UNKNOWN, doubtful=True)  # "what called a plan", where words are lost
    if lower in SINGULAR | PLURAL | {"it", "its"}:
        return carried(room, proposal, "it" if lower == "its" else lower)
    phrase = words.lower()
    if any(own in phrase for own in reporting.newsroom_phrases()):
        return Spoken(Voice(kind="newsroom", description=words))
    return unnamed(room, proposal, head, tokens, words)


def _source_head(grid: Grid, tokens: range) -> int:
    head = grid.head_in(tokens)
    # A preposition that slipped into the source points to its object.
    while grid.tag[head] in {"IN", "TO"}:
        below = [c for c in grid.children[head] if c in tokens]
        if not below:
            break
        head = below[0]
    shared = _shared_head(grid, tokens, head)
    if shared is not None:
        return shared
    if grid.tag[head] in {"DT", "CD"} or grid.lower[head] in reporting.nouns_for_many():
        # "some of the officials", "two of them", "a number of experts"
        for child in grid.children[head]:
            if grid.lower[child] == "of":
                objects = [c for c in grid.children[child] if c in tokens]
                if objects:
                    return objects[0]
    return head


_NOBODY = frozenset({"what", "whatever", "there"})
"""Words that stand for nobody who could speak."""
_SHORT = frozenset({"US", "U.S.", "UK", "U.K.", "EU", "E.U.", "UN", "U.N.", "NATO"})
"""Names that stand before a noun like an adjective: "US and European officials"."""


def _shared_head(grid: Grid, tokens: range, head: int) -> int | None:
    """The noun for people that a short name joined to an adjective describes too, where the parse has
    the name alone as the head; None elsewhere."""
    if grid.text[grid.start[head] : grid.end[head]] not in _SHORT or head + 3 not in tokens:
        return None
    last = head + 3
    described = grid.tag[head + 2].startswith(("JJ", "NNP")) and grid.tag[last] == "NNS"
    if grid.lower[head + 1] != "and" or not described:
        return None
    return last if grid.lemma[last].lower() in reporting.official_speakers() else None


def _antecedent_of_relative(grid: Grid, pronoun: int) -> int | None:
    current = pronoun
    for _ in range(8):
        if grid.dep[current] in {"relcl", "acl"}:
            found = grid.head[current]
            return _what_was_handed(grid, found) if grid.lower[pronoun] == "which" else found
        upper = grid.head[current]
        if upper == current:
            break
        current = upper
    before = pronoun - 1
    while before > 0 and (grid.lower[before] == "," or grid.lower[before].isspace()):
        before -= 1
    return before if before >= 0 and grid.tag[before].startswith("N") else None


def _what_was_handed(grid: Grid, token: int) -> int:
    """The antecedent of "which"; behind a list of those to whom words were handed, the words: "demands
    presented to Kenya and Chad, which called for ..."."""
    listed = grid.dep[token] == "conj" or any(
        grid.dep[child] == "conj" for child in grid.children[token]
    )
    current = token
    for _ in range(5):
        if not listed or grid.head[current] == current:
            break
        current = grid.head[current]
        if grid.tag[current].startswith("NN") and grid.dep[current] != "conj":
            lemma = grid.lemma[current].lower()
            if lemma in reporting.nouns("speech") | reporting.nouns("documents"):
                return current
    return token


def _phrase_tokens(grid: Grid, head: int) -> range:
    """The tokens of a noun phrase up to its head, with "of" and "for" after it."""
    start, end = head, head + 1
    for child in grid.children[head]:
        if child < head and grid.dep[child] != "punct":
            start = min(start, _leftmost(grid, child))
        elif child == end and grid.dep[child] == "prep":
            end = _rightmost(grid, child) + 1
    return range(start, end)


def _leftmost(grid: Grid, token: int) -> int:
    below = [child for child in grid.children[token] if child < token]
    return _leftmost(grid, below[0]) if below else token


def _rightmost(grid: Grid, token: int) -> int:
    below = [child for child in grid.children[token] if child > token]
    return _rightmost(grid, below[-1]) if below else token


def _coordinated(room: Room, tokens: range, head: int) -> list[Mention]:
    """The mentions of a list of speakers, in order; one or none if it is no list."""
    grid = room.grid
    found: list[Mention] = []
    current: int | None = head
    while current is not None:
        mention = room.at.get(current)
        if mention is not None and mention.entity not in {m.entity for m in found}:
            found.append(mention)
        current = next(
            (c for c in grid.children[current] if grid.dep[c] == "conj" and c in tokens), None
        )
    return found


def _listed(room: Room, tokens: range) -> list[Mention]:
    """The mentions of a source that holds nothing but names, articles and "and"; empty otherwise."""
    found: list[Mention] = []
    joined = False
    for index in tokens:
        mention = room.at.get(index)
        word = room.grid.lower[index]
        if mention is None:
            if word not in {"the", "and", "&", ",", "both", "as", "well"}:
                return []
            joined = joined or word in {"and", "&", ","}
        elif mention.entity not in {m.entity for m in found}:
            if found and not joined:
                return []
            found.append(mention)
            joined = False
    return found


def _joint(room: Room, several: list[Mention], words: str) -> Spoken:
    names = [spoken_name(mention) for mention in several]
    parties = {party_of(room, mention) for mention in several}
    joined = ", ".join(names[:-1]) + " and " + names[-1]
    voice = Voice(
        kind="named",
        name=joined,
        description=words,
        count=len(several),
        party=parties.pop() if len(parties) == 1 else None,
    )
    return Spoken(voice, several[0].entity)


def _applied(room: Room, head: int, tokens: range) -> Mention | None:
    """The person named in an apposition to the head: "the spokesman, Jan Kowal"."""
    for child in room.grid.children[head]:
        if room.grid.dep[child] in {"appos", "flat"} and child in tokens:
            mention = room.at.get(child)
            if mention is not None and mention.kind == "person":
                return mention
    return _named_last(room, tokens)


def _named_last(room: Room, tokens: range) -> Mention | None:
    """The one person of a source, where the name ends it behind a comma and the parse lost what it stands beside:
    "the council's head of roads and bridges, Ann Verrick"."""
    people = [index for index in tokens if _person_at(room, index) is not None]
    if not people or any(
        room.grid.lower[index].isalnum() for index in tokens if index > people[-1]
    ):
        return None
    last = _person_at(room, people[-1])
    if any(_person_at(room, index) != last for index in people):
        return None
    before = room.grid.lower[people[0] - 1] if people[0] - 1 in tokens else ""
    return last if before == "," else None


def _person_at(room: Room, index: int) -> Mention | None:
    mention = room.at.get(index)
    return mention if mention is not None and mention.kind == "person" else None


def _is_speaker_for(room: Room, head: int, mention: Mention) -> bool:
    """Whether the head is a common noun for people that a mention merely covers ("officials" inside
    "U.S. officials")."""
    if mention.form not in {"name", "adjective"} or mention.kind == "person":
        return False
    lemma = room.grid.lemma[head].lower()
    return lemma in reporting.official_speakers() and room.grid.tag[head] in {"NN", "NNS"}


def _named(room: Room, mention: Mention, head: int, tokens: range, words: str) -> Spoken:
    if mention.kind == "person":
        roles, home, _ = room.people.get(
            mention.entity, (mention.titles, mention.affiliation, False)
        )
        name = mention.name
        whole = [
            role
            for role in roles
            if not any(role != other and role.lower() in other.lower() for other in roles)
        ]
        description = ", ".join(whole) or _description(words, name)
        voice = Voice(
            kind="named",
            name=name,
            description=description,
            affiliation=(None if is_topic(room, home, roles) else home) or body_in(roles),
            party=party_of(room, mention),
        )
        return Spoken(voice, mention.entity)
    name = spoken_name(mention)
    kind = "medium" if is_medium(name) else "named"
    if mention.kind == "nationality" and room.grid.tag[head] in {"NNPS", "NNS", "JJ"}:
        voice = Voice(
            kind="anonymous", description=words, count=None, affiliation=country_of(mention.name)
        )
        return Spoken(structs.replace(voice, party=voice.affiliation))
    voice = Voice(
        kind="medium" if kind == "medium" else "named",
        name=name,
        description=words if words != name else None,
        affiliation=mention.affiliation,
        party=party_of(room, mention),
    )
    return Spoken(voice, mention.entity)


def _description(words: str, name: str) -> str | None:
    """What the source says of a person besides the name."""
    rest = " ".join(words.replace(name, " ").split()).strip(" ,;—–-")
    return (
        rest
        if len(rest) > 2 and rest.lower() not in {"mr.", "ms.", "mrs.", "mr", "ms", "mrs"}
        else None
    )
