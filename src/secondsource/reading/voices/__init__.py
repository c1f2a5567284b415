"""Voices: who ultimately vouches for a statement, as far as its article tells."""

from dataclasses import replace

from msgspec import structs

from ...lexicon import reporting, titles
from ...model.mention import Mention
from ...model.statement import Voice
from ..grid import Grid
from ..proposal import Proposal
from .both import both
from .delayed import with_names_further_down
from .heads import antecedent_of_relative, is_relative, phrase_tokens, source_head
from .parties import body_in, is_medium, is_topic, party_of, spoken_name
from .room import Room, Spoken, country_of, sentence_around
from .speakers import is_document, is_saying, is_unnamed_medium, names_people
from .terms import with_known_terms, with_later_terms, with_terms
from .unnamed import PLURAL, SINGULAR, UNKNOWN, carried, unnamed, untitled
from .whose import JOINTS, bearer_of, branch, listed_by_words, named_beside, named_by_words, who_was

__all__ = ["Room", "Spoken", "can_speak", "is_medium", "sentence_around", "voices_of"]


FIRST = frozenset({"i", "we", "me", "us", "my", "our"})


def voices_of(room: Room, kept: list[Proposal], above: list[int | None]) -> list[Spoken]:
    """The voice of each proposal; `above` gives the number of the proposal that it stands inside."""
    grid = room.grid
    found: list[Spoken] = []
    for proposal, parent in zip(kept, above, strict=True):
        outer = found[parent] if parent is not None and parent < len(found) else None
        spoken = _voice(room, proposal, outer)
        if room.has_terms:
            spoken = with_terms(grid, proposal, spoken)
        found.append(spoken)
        if parent is None:
            # Behind "Anna said that Boris had told her so" it is Anna who goes on.
            room.past.append((proposal.cue[0], spoken))
    found = with_later_terms(room, with_known_terms(found))
    return with_names_further_down(room, kept, found, above)


def can_speak(room: Room, proposal: Proposal) -> bool:
    """Whether the source of a proposal is somebody, a body or a document, not a thing or a clause."""
    grid = room.grid
    if proposal.source is None:
        return False
    tokens = grid.tokens_in(*proposal.source)
    if not len(tokens):
        return False
    head = source_head(grid, tokens)
    if len(tokens) == 1 and grid.text[grid.start[head] : grid.end[head]].isdigit():
        return False  # "18 confirmed ill": a row of a list
    handed = False
    if len(tokens) <= 2 and is_relative(grid, head):
        antecedent = antecedent_of_relative(grid, head)
        handed = grid.lower[head] == "which" and antecedent is not None
        handed = handed and grid.lemma[antecedent or 0].lower() in reporting.nouns("speech")
        if antecedent is None:
            return grid.lower[head] == "who"
        if grid.lower[head] == "who":
            return True
        head, tokens = antecedent, phrase_tokens(grid, antecedent)
    if grid.tag[head] in {"PRP", "PRP$", "DT", "CD", "WP"}:
        return True
    mention = room.at.get(head) or _applied(room, head, tokens)
    if mention is not None and mention.kind != "equipment":
        return True
    if _is_newsroom(grid, tokens) or is_unnamed_medium(grid, head):
        return True
    if is_saying(grid, proposal, head):
        return True
    return names_people(room, head, tokens) or is_document(grid, head) or handed


def _is_newsroom(grid: Grid, tokens: range) -> bool:
    """Whether a source is the paper itself or a reporter of it, and not something that it has seen: "a cable, seen by
    this newspaper"."""
    stop = next(
        (i for i in tokens if grid.lower[i] == "," or grid.tag[i] in {"WP", "WDT", "VBN", "VBG"}),
        tokens[-1] + 1,
    )
    if stop == tokens[0]:
        return False
    phrase = grid.text[grid.start[tokens[0]] : grid.end[stop - 1]].lower()
    return any(own in phrase for own in reporting.newsroom_phrases())


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
    if proposal.verbatim and words.isupper():
        labelled = _labelled(room, tokens, words)
        if labelled is not None:
            return labelled
    if grid.tag[tokens[0]] == "IN" and grid.lower[tokens[0]] not in {"by", "from", "among", "of"}:
        return Spoken(Voice(kind="unknown", description=words, count=None), doubtful=True)
    head = source_head(grid, tokens)
    lower = grid.lower[head]
    if len(tokens) <= 2 and is_relative(grid, head):
        antecedent = antecedent_of_relative(grid, head)
        if antecedent is None:
            return Spoken(UNKNOWN)
        handed = lower == "which" and grid.lemma[antecedent].lower() in reporting.nouns("speech")
        head = _whose_apposition(room, antecedent)
        tokens = phrase_tokens(grid, head)
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
    if proposal.inside and lower in SINGULAR | PLURAL | {"it"}:
        # Whoever is quoted says "I" of himself: "he" in his words is somebody else.
        other = mention is not None and outer is not None and mention.entity != outer.speaker
        if mention is None or not other:
            return Spoken(UNKNOWN, doubtful=True)
    several = _coordinated(room, tokens, head) or []
    if len(several) < 2:
        several = _listed(room, tokens)
    if len(several) > 1:
        return _joint(room, several, words)
    listed = listed_by_words(room, tokens)
    if listed is not None:
        return listed
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
    if _is_newsroom(grid, tokens):
        return Spoken(Voice(kind="newsroom", description=words))
    two = both(room, head, tokens)
    if two:
        return _joint(room, two, words)
    apposed = (
        named_by_words(room, head, tokens)
        or bearer_of(room, head, tokens)
        or who_was(room, head, tokens)
    )
    if apposed is not None:
        return apposed
    return unnamed(room, proposal, head, tokens, words)


def _whose_apposition(room: Room, antecedent: int) -> int:
    """The person whom an antecedent only describes: "Ann Bell, the fisheries minister, who said"."""
    upper = room.grid.head[antecedent]
    if antecedent in room.at or room.grid.dep[antecedent] != "appos":
        return antecedent
    return upper if _person_at(room, upper) is not None else antecedent


def _labelled(room: Room, tokens: range, words: str) -> Spoken | None:
    """Who speaks in a turn of a transcript whose label in capitals is no mention: a name, unless it is the word for who
    asks or answers; None where a mention tells more."""
    if any(index in room.at for index in tokens):
        return None
    last = words.rsplit(None, 1)[-1].lower().strip(".,()")
    known = titles.is_head(last) or last in reporting.speaking_nouns() | reporting.turn_labels()
    if (
        known
        or not words.replace(" ", "").replace("-", "").replace("’", "").replace("'", "").isalpha()
    ):
        return Spoken(Voice(kind="anonymous", description=words.lower()), doubtful=True)
    name = words.title()
    return Spoken(Voice(kind="named", name=name, party=name))


_NOBODY = frozenset({"what", "whatever", "there"})
"""Words that stand for nobody who could speak."""


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
    """The mentions of a source that holds nothing but names, articles and "and"; empty otherwise. Commas alone list
    people, and no bodies."""
    found: list[Mention] = []
    joined = False
    if JOINTS.isdisjoint(room.grid.lower[tokens.start : tokens.stop]):
        return []
    for index in tokens:
        mention = room.at.get(index)
        word = room.grid.lower[index]
        if room.grid.tag[index] == "PRP$":
            return []  # "his lawyer, Ann Bell": he does not speak as well
        if mention is None:
            if _is_before_name(room, index):
                continue
            title = titles.is_head(word) or titles.is_before(word) or titles.is_courtesy(word)
            if not title and word not in {"the", "and", "&", ",", "both", "as", "well"}:
                return []
            joined = joined or word in JOINTS
        elif mention.entity not in {m.entity for m in found}:
            if found and not joined:
                return []
            found.append(mention)
            joined = False
    together = any(room.grid.lower[index] in {"and", "&"} for index in tokens)
    if not together and any(mention.kind != "person" for mention in found):
        return []  # "Ann Bell, president, Harbour Group": whom she heads does not speak as well
    return found


def _is_before_name(room: Room, index: int) -> bool:
    """Whether a word is part of a title before a person's name: the "Prime" of "Prime Minister Ana Ruiz"."""
    grid = room.grid
    above = grid.head[index]
    title = grid.dep[index] == "compound" and titles.is_head(grid.lower[above])
    return (
        title
        and index < above < grid.head[above]
        and _person_at(room, grid.head[above]) is not None
    )


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
    before = people[0] - 1
    while before in tokens and (
        titles.is_courtesy(room.grid.lower[before]) or titles.is_before(room.grid.lower[before])
    ):
        before -= 1
    return last if before in tokens and room.grid.lower[before] == "," else None


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
        known = room.portraits.get((mention.entity, mention.name))
        if known is None:
            known = room.portraits[mention.entity, mention.name] = _portrait(room, mention)
        if known.description is None:
            known = structs.replace(known, description=_description(words, known.name or ""))
        return Spoken(known, mention.entity)
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


def _portrait(room: Room, mention: Mention) -> Voice:
    """The voice of a person by all that the article tells of him; without a description where it gives him no role."""
    roles, home, _ = room.people.get(mention.entity, (mention.titles, mention.affiliation, False))
    name = untitled(mention.name)
    party = party_of(room, mention)
    whole = [
        role
        for role in roles
        if not any(role != other and role.lower() in other.lower() for other in roles)
    ]
    return Voice(
        kind="named",
        name=name,
        description=", ".join(whole) or None,
        affiliation=(None if is_topic(room, home, roles) else home) or body_in(roles),
        party=name if party == mention.name else party,
    )


def _description(words: str, name: str) -> str | None:
    """What the source says of a person besides the name."""
    rest = " ".join(words.replace(name, " ").split()).strip(" ,;—–-")
    return (
        rest
        if len(rest) > 2 and rest.lower() not in {"mr.", "ms.", "mrs.", "mr", "ms", "mrs"}
        else None
    )
