"""Voices without a name: people as they are described, documents, and who "he" was then."""

import re

from msgspec import structs

from ...lexicon import bodies, nationalities, reporting, titles
from ...model.statement import Voice
from ..grid import Grid
from ..pronouns import PRONOUNS
from ..proposal import Proposal
from .counts import SHARES, count_of
from .described import bare, before_clause, shorter, without_owner, without_pronoun
from .documents import described_as, earlier_document, publisher
from .parties import ministry_before, party_of_body
from .room import BODY_KINDS, COUNTRY_KINDS, Room, Spoken, country_of
from .speakers import (
    is_body_noun,
    is_document,
    is_people,
    is_saying,
    is_unnamed_medium,
    kind_of_two,
    mention_of_people,
)
from .whose import country_after, employer_of, home_of_principal, it, owner_of, with_owner

CARRY_PARAGRAPHS = 2
"""Paragraphs over which "he" or "the official" may mean the unnamed voice that spoke last."""
SAME_NOUN_PARAGRAPHS = 24
"""Paragraphs over which "the official" may take up "a senior official"; most articles are shorter."""


_OPENING = frozenset({"WP", "WDT", "WP$", "VBG", "VBN", "VBD"})
"""Tags of what opens a clause behind people."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


UNKNOWN = Voice(kind="unknown", count=None)


SINGULAR = frozenset({"he", "she", "him", "her", "his"})


PLURAL = frozenset({"they", "them", "their", "both"})


def carried(room: Room, proposal: Proposal, pronoun: str) -> Spoken:
    """The voice that a pronoun without a named antecedent means: the unnamed one that spoke last;
    a named one only as a guess."""
    grid = room.grid
    here = grid.paragraph[grid.token_at(proposal.cue[0])]
    if pronoun == "it" and _says_more(grid, proposal):
        said = _last_body(room, here)
        if said is not None:
            return said
    body = it(room, proposal) if pronoun == "it" else None
    if body is not None:
        return body
    for position, spoken in reversed(room.past):
        if here - grid.paragraph[grid.token_at(position)] > CARRY_PARAGRAPHS:
            break
        voice = spoken.voice
        if voice.kind == "anonymous":
            single = voice.count == 1
            if (pronoun in SINGULAR and single) or (pronoun in PLURAL and not single):
                return spoken
        if pronoun == "it" and (voice.kind in {"document", "medium"} or is_body(voice)):
            return spoken
        if voice.kind == "named" and pronoun in SINGULAR and not is_body(voice):
            if _is_of_other_gender(voice, pronoun):
                continue
            return Spoken(
                voice,
                spoken.speaker,
                doubtful=spoken.doubtful or not _goes_on(room, position, proposal),
            )
        if pronoun in PLURAL and voice.kind == "named" and voice.count and voice.count > 1:
            return spoken
    return Spoken(UNKNOWN, doubtful=True)


def _is_of_other_gender(voice: Voice, pronoun: str) -> bool:
    """Whether somebody's first name is one of men where "she" speaks, or of women where "he" does."""
    first, _, rest = (voice.name or "").partition(" ")
    gender = titles.gender_of_given_name(first) if rest else None
    return gender is not None and gender != PRONOUNS.get(pronoun, gender)


def _says_more(grid: Grid, proposal: Proposal) -> bool:
    """Whether the cue adds to what was said before: "it also said", "it added"."""
    first = grid.token_at(proposal.cue[0])
    if grid.lemma[first].lower() in ("add", "continue"):
        return True
    return "also" in grid.lower[max(0, first - 2) : first + 3]


def _last_body(room: Room, here: int) -> Spoken | None:
    """The body, medium or document that spoke last, a few paragraphs before paragraph `here` at most."""
    for position, spoken in reversed(room.past):
        if here - room.grid.paragraph[room.grid.token_at(position)] > CARRY_PARAGRAPHS:
            return None
        if spoken.voice.kind in {"document", "medium"} or is_body(spoken.voice):
            return spoken
    return None


def _goes_on(room: Room, position: int, proposal: Proposal) -> bool:
    """Whether nobody else is named between an earlier cue and this one."""
    grid = room.grid
    first, last = grid.token_at(position), grid.token_at(proposal.cue[0])
    return not any(
        room.at[index].kind == "person"
        for index in range(first + 3, last)
        if index in room.at and grid.quote[index] < 0
    )


def is_body(voice: Voice) -> bool:
    """Whether a body speaks for itself, by its name or by its own words: "the foreign ministry in Accra"."""
    if voice.kind != "named" or voice.name is None:
        return False
    noun = _WHERE_OR_WHOSE.split(voice.name.lower(), maxsplit=1)[0].rsplit(" ", 1)[-1]
    if is_body_noun(noun):
        return True
    own = voice.party in (voice.name, None)
    return own and (country_of(voice.name) is not None or voice.name in bodies.bodies())


_WHERE_OR_WHOSE = re.compile(r" (?:in|of|for|on|at) ")


def unnamed(room: Room, proposal: Proposal, head: int, tokens: range, words: str) -> Spoken:
    """A voice that the source describes without naming it: people, or a document."""
    grid = room.grid
    lemma = grid.lemma[head].lower()
    description = shorter(grid, tokens)
    name = bare(shorter(grid, range(tokens[0], before_clause(grid, head, tokens))))
    owner, affiliation = _affiliation(room, head, tokens)
    affiliation = affiliation or country_after(grid, head, tokens)
    affiliation = affiliation or home_of_principal(room, head, tokens)
    affiliation = affiliation or ministry_before(room, head)
    if is_unnamed_medium(grid, head):
        return Spoken(
            Voice(kind="medium", name=name, description=description, affiliation=affiliation), owner
        )
    if is_document(grid, head):
        if affiliation is None and grid.lower[tokens[0]] in _DEFINITE:
            earlier = earlier_document(room, head, tokens)
            if earlier is not None:
                return earlier
        if (
            affiliation is None
            and lemma in reporting.nouns("issued")
            and grid.lower[tokens[0]] in {"the", "its", "his", "her", "their"}
        ):
            affiliation = _last_party(room, proposal)
        if affiliation is None:
            owner, affiliation = publisher(room, head, tokens)
        voice = Voice(
            kind="document",
            name=name,
            description=description,
            affiliation=affiliation,
            party=affiliation,
        )
        return Spoken(voice, owner)
    owned = any(
        grid.dep[child] == "poss" and grid.tag[child] != "PRP$" for child in grid.children[head]
    )
    definite = owned or grid.lower[tokens[0]] in _DEFINITE
    house = lemma in reporting.nouns_by_kind("building") and is_saying(grid, proposal, head)
    body = (
        bodies.kind_of_last(lemma)
        or kind_of_two(grid, head)
        or ("body" if house or (grid.tag[head] == "NN" and is_body_noun(lemma)) else None)
    )
    single = grid.tag[head] in {"NN", "NNP"} and not titles.is_head(lemma)
    if definite and not (body is not None and single):
        earlier = _earlier_anonymous(room, proposal, head, tokens)
        if earlier is not None:
            return earlier
    plural = grid.tag[head] in {"NNS", "NNPS"} or grid.lower[head].endswith(("people", "police"))
    count = count_of(grid, head, tokens) if plural else 1
    if grid.tag[head] in {"DT", "PRP", "CD", "JJ", "JJS", "WP"} or grid.lower[head] in SHARES:
        count = None
    if not (house or is_people(grid, head) or mention_of_people(room, tokens)):
        if grid.tag[head] in {"NNP", "NNPS"}:
            # A name that the step before did not find still names.
            # "Acme, the private operator": what follows the comma describes it.
            words = untitled(bare(description).partition(", ")[0])
            name = country_of(words) or words
            return Spoken(Voice(kind="named", name=name, party=name))
        return Spoken(Voice(kind="unknown", description=words, count=None))
    whose = owner_of(room, head) if affiliation is None else None
    if whose is not None and body is not None and not titles.is_head(lemma) and not plural:
        party = party_of_body(room, whose.affiliation or whose.name)
        own = without_pronoun(name)
        voice = Voice(kind="named", name=own, party=party)
        return Spoken(structs.replace(with_owner(voice, whose, own), party=party))
    if body is not None and not titles.is_head(lemma) and not plural and definite:
        if affiliation is None and name.lower() == "administration":
            owner, named = _administration(room, head)
            if named and named != "administration":
                party = party_of_body(room, named)
                voice = Voice(kind="named", name=named, description=description, party=party)
                return Spoken(voice, owner)
        voice = Voice(
            kind="named",
            name=without_owner(name) if owned else name,
            description=description,
            affiliation=affiliation,
            party=party_of_body(room, affiliation) if affiliation else name,
        )
        return Spoken(voice, owner)
    voice = Voice(
        kind="anonymous",
        description=description,
        count=count,
        affiliation=affiliation or employer_of(room, head),
        party=party_of_body(room, affiliation)
        if affiliation and " and " not in affiliation
        else None,
    )
    if whose is None:
        return Spoken(voice)
    return Spoken(with_owner(voice, whose, without_pronoun(description)))


def untitled(words: str) -> str:
    """A name without the titles and callings in front of it: "President Adaeze Obi", "baker Rosa Quintana", "Chemist Ann
    Bell"; as it is where no name of two words would be left behind a calling."""
    parts = words.split()
    while len(parts) > 1 and parts[1][:1].isupper():
        first = parts[0].lower().strip(".")
        calling = first in reporting.nouns_by_kind("person") and not titles.is_given_name(first)
        if not (titles.is_head(first) or (calling and len(parts) > 2)):
            break
        parts = parts[1:]
    return " ".join(parts)


def _affiliation(room: Room, head: int, tokens: range) -> tuple[str | None, str | None]:
    """The entity and the name of the country or body in which a phrase places its people: before the
    head ("State Department official"), else after it ("a spokesman for the ministry")."""
    grid = room.grid
    before = [room.at[i] for i in tokens if i in room.at and i < head]
    parts = [m for m in before if m.kind in BODY_KINDS | COUNTRY_KINDS]
    if len(parts) > 1 and any(grid.lower[i] in {"and", "&"} for i in tokens if i < head):
        names = [country_of(m.name) or m.name for m in parts]
        return parts[0].entity, " and ".join(dict.fromkeys(names))
    for mention in reversed(before):
        if mention.kind in BODY_KINDS:
            return mention.entity, country_of(mention.name) or mention.name
    for mention in before:
        if mention.kind in COUNTRY_KINDS:
            return mention.entity, country_of(mention.name) or mention.name
    for index in tokens:
        if index >= head:
            break
        word = grid.text[grid.start[index] : grid.end[index]]
        nation = nationalities.demonyms().get(word) or nationalities.countries().get(word)
        if nation is not None:
            return None, nation.name
        if word in nationalities.peoples():
            return None, nationalities.peoples()[word].name
        if grid.lower[index] == "administration":
            return _administration(room, index)
        if grid.tag[index] in {"NNP", "NNPS"} and index not in room.at:
            known = bodies.bodies().get(word)
            if known is not None:
                return None, known.name
    stop = next(
        (i for i in tokens if i > head and (grid.tag[i] in _OPENING or grid.lower[i] == ",")),
        tokens[-1] + 1,
    )
    after = [room.at[i] for i in tokens if i in room.at and head < i < stop]
    listed = _listed_behind(room, head, tokens)
    if len(listed) > 1:
        return next(iter(listed.values())), " and ".join(listed)
    for mention in after:
        if mention.kind in BODY_KINDS | COUNTRY_KINDS:
            return mention.entity, country_of(mention.name) or mention.name
    return None, None


def _listed_behind(room: Room, head: int, tokens: range) -> dict[str, str | None]:
    """The names of the bodies or countries of a list behind people, with their entities: "executives from the bank, the
    mine and the port", "the ministers of Chad and Mali"; empty if it is none."""
    grid = room.grid
    found: dict[str, str | None] = {}
    joined = open_list = False
    for index in tokens:
        if index <= head:
            continue
        mention = room.at.get(index)
        land = nationalities.countries().get(grid.written[index])
        if not open_list and (grid.lower[index] == "," or grid.tag[index] in _OPENING):
            break
        if not open_list:
            open_list = grid.lower[index] in {"of", "from", "at", "for"}
        elif mention is not None and mention.kind in BODY_KINDS | COUNTRY_KINDS:
            found.setdefault(country_of(mention.name) or mention.name, mention.entity)
        elif land is not None:
            found.setdefault(land.name, None)
        elif grid.lower[index] == "and":
            joined = True
        elif grid.lower[index] != "," and not grid.tag[index].startswith(("DT", "JJ", "NN")):
            break
    return found if joined else {}


def _administration(room: Room, token: int) -> tuple[str | None, str | None]:
    """The entity and name of "the administration": the one named there, else the only one that the
    article names."""
    named = room.at.get(token)
    if named is not None:
        return named.entity, named.name
    before = token - 1
    if before >= 0 and room.grid.tag[before] == "NNP":
        return None, room.grid.words(before, token + 1)
    others = {
        m.entity: m.name
        for m in room.draft.mentions
        if m.name.lower().endswith(" administration") and m.kind in BODY_KINDS
    }
    if len(others) == 1:
        return next(iter(others.items()))
    return None, "administration"


def _last_party(room: Room, proposal: Proposal) -> str | None:
    """Whose "the statement" is: the party that spoke last, nearby."""
    grid = room.grid
    here = grid.paragraph[grid.token_at(proposal.cue[0])]
    for position, spoken in reversed(room.past):
        if here - grid.paragraph[grid.token_at(position)] > CARRY_PARAGRAPHS:
            return None
        if spoken.voice.kind in {"named", "document"} and spoken.voice.party:
            return spoken.voice.party
    return None


def _earlier_anonymous(room: Room, proposal: Proposal, head: int, tokens: range) -> Spoken | None:
    """The unnamed voice of an earlier statement that a definite phrase takes up: same noun, and no
    word that the earlier description lacks."""
    grid = room.grid
    noun = grid.lemma[head].lower()
    if grid.tag[head] in {"NNP", "NNPS"}:
        return None
    extra = {
        grid.lower[i]
        for i in tokens
        if i < head and grid.tag[i] not in {"DT", "POS"} and grid.lower[i] not in {"same", "two"}
    }
    here = grid.paragraph[grid.token_at(proposal.cue[0])]
    for position, spoken in reversed(room.past):
        voice = spoken.voice
        if voice.kind != "anonymous" or not voice.description:
            continue
        apart = here - grid.paragraph[grid.token_at(position)]
        if apart > SAME_NOUN_PARAGRAPHS:
            break
        said = set(re.findall(r"[\w.'-]+", voice.description.lower()))
        named = described_as(voice.description)
        behind = reporting.titles_behind(noun)
        same = bool({noun, grid.lower[head]} & named)
        if not (same or (behind & named and apart <= CARRY_PARAGRAPHS)):
            continue
        if grid.tag[head] == "NN" and voice.count != 1:
            continue
        if extra <= said:
            return spoken
    return None
