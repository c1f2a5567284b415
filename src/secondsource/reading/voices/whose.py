"""Whose body or spokesman it is that a source only calls "its ministry" or "his spokesman", and names in apposition."""

import re
from dataclasses import dataclass

from msgspec import structs

from ...lexicon import bodies, nationalities, reporting, titles
from ...model.mention import Mention
from ...model.statement import Voice
from ..grid import Grid
from ..proposal import Proposal
from .parties import party_of, spoken_name
from .room import BODY_KINDS, COUNTRY_KINDS, Room, Spoken, country_of

JOINTS = frozenset({"and", "&", ","})
"""What stands between the names of a list."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THINGS = frozenset({"its", "their"})
BACK = 2
"""Sentences before that of "it" and "its" in which the subject may be what they stand for."""


@dataclass(frozen=True)
class Owner:
    """Whose somebody is: the name to be shown, the party, and the body or country in which that places him."""

    name: str
    party: str | None
    affiliation: str | None


def owner_of(room: Room, head: int) -> Owner | None:
    """The owner that a possessive pronoun before a source means: of "its" the body or country that is subject
    nearby, of "his" the person whom the article means; None where that is not known."""
    grid = room.grid
    pronoun = next((child for child in grid.children[head] if grid.tag[child] == "PRP$"), None)
    if pronoun is None:
        return None
    mention = room.at.get(pronoun)
    if mention is None and grid.lower[pronoun] in _THINGS:
        mention = subject_body(room, pronoun)
    if mention is None:
        return None
    party = party_of(room, mention)
    if mention.kind == "person":
        home = room.people[mention.entity][1] if mention.entity in room.people else None
        return Owner(mention.name, party, home or mention.name)
    return Owner(spoken_name(mention), party, spoken_name(mention))


def subject_body(room: Room, token: int) -> Mention | None:
    """The body or country that is subject of the sentence of `token`, before or after it, or else of one right
    before: the nearest; None where there is none, or a person between."""
    grid = room.grid
    here = grid.sentence[token]
    behind: Mention | None = None
    for index in range(len(grid) - 1, -1, -1):
        back = here - grid.sentence[index]
        if back < 0:
            continue
        if back > BACK:
            break
        if grid.dep[index] not in _SUBJECTS or grid.quote[index] >= 0:
            continue
        mention = room.at.get(index)
        if mention is None and back and index < token and _is_body_without_name(grid, index):
            return (
                behind  # "A residents' group rejected it. Its lawyer said": of no body named before
            )
        if mention is None or mention.kind not in BODY_KINDS | COUNTRY_KINDS:
            continue
        if index > token:
            behind = mention
        else:
            return mention
    return behind


def _is_body_without_name(grid: Grid, index: int) -> bool:
    """Whether a noun is a body that its article does not name: "a residents' group", "another firm"."""
    first = index
    while first and grid.head[first - 1] in range(first - 2, index + 1):
        first -= 1
    indefinite = grid.lower[first] in {"a", "an", "another", "one"}
    return (
        grid.tag[index] == "NN"
        and indefinite
        and (
            bodies.kind_of_last(grid.lemma[index].lower()) is not None
            or grid.lower[index] in _GROUPS
        )
    )


_GROUPS = frozenset(
    {"group", "firm", "charity", "body", "gang", "clan", "airline", "consortium", "team"}
)


def named_beside(room: Room, head: int, tokens: range) -> Spoken | None:
    """The voice of a body that a common noun introduces: "the union, SNCF", "his company, Acme Mills"."""
    grid = room.grid
    if not grid.tag[head].startswith("NN") or grid.tag[head].startswith("NNP"):
        return None
    if bodies.kind_of_last(grid.lemma[head].lower()) is None:
        return None
    for child in grid.children[head]:
        if grid.dep[child] != "appos" or child not in tokens or grid.tag[child] != "NNP":
            continue
        mention = room.at.get(child)
        description = grid.text[grid.start[tokens[0]] : grid.end[tokens[-1]]].strip(" ,")
        if mention is not None and mention.kind in BODY_KINDS:
            party = party_of(room, mention)
            name = spoken_name(mention)
            voice = Voice(kind="named", name=name, description=description, party=party)
            return Spoken(voice, mention.entity)
        if mention is None:
            first = child
            while grid.tag[first - 1] == "NNP" and grid.head[first - 1] == child:
                first -= 1
            name = grid.text[grid.start[first] : grid.end[child]]
            return Spoken(Voice(kind="named", name=name, description=description, party=name))
    return None


def named_by_words(room: Room, head: int, tokens: range) -> Spoken | None:
    """The voice of a person whose name stands beside a common noun and is no mention: "her aunt, Beata Nowik"."""
    grid = room.grid
    lemma, word = grid.lemma[head].lower(), grid.lower[head]
    people = titles.is_head(lemma) or reporting.gender_of(lemma)
    listed = word in reporting.speaking_nouns() or word in reporting.official_speakers()
    if grid.tag[head] != "NN" or not (people or listed):
        return None
    comma = next((i for i in tokens if i > head and grid.lower[i] == ","), None)
    if comma is None or bodies.kind_of_last(lemma) is not None:
        return None
    last = comma
    while last + 1 in tokens and _is_capital(grid, last + 1):
        last += 1
    name = grid.text[grid.start[comma + 1] : grid.end[last]] if last > comma + 1 else ""
    if not name or (last + 1 in tokens and grid.lower[last + 1] != ","):
        return None
    description = grid.text[grid.start[tokens[0]] : grid.end[comma - 1]]
    return Spoken(Voice(kind="named", name=name, description=description, party=name))


def listed_by_words(room: Room, tokens: range) -> Spoken | None:
    """The voice of a list of whole names of which not all are known for mentions: "Ana Ruiz, Tom Cady and Jan Kowal"."""
    grid = room.grid
    if JOINTS.isdisjoint(grid.lower[tokens.start : tokens.stop]):
        return None
    if all(index in room.at or grid.lower[index] in JOINTS for index in tokens):
        return None
    if any(grid.tag[index] != "NNP" and grid.lower[index] not in JOINTS for index in tokens):
        return None
    words = grid.text[grid.start[tokens[0]] : grid.end[tokens[-1]]].strip(" ,")
    names = re.split(r",? and |, ", words)
    if len(names) < 2 or " and " not in words or any(" " not in name for name in names):
        return None
    joined = ", ".join(names[:-1]) + " and " + names[-1]
    first = next((room.at[index] for index in tokens if index in room.at), None)
    if first is None or any(_is_body_at(room, index) for index in tokens):
        return None
    voice = Voice(kind="named", name=joined, description=words, count=len(names))
    return Spoken(voice, first.entity)


def _is_body_at(room: Room, index: int) -> bool:
    mention = room.at.get(index)
    return mention is not None and mention.kind != "person"


def bearer_of(room: Room, head: int, tokens: range) -> Spoken | None:
    """The voice of the one person of the article before whose name a noun stands that "the" takes up: "the chemist"
    behind "Chemist Oyelaran Bassey"."""
    grid = room.grid
    noun = grid.lower[head]
    if grid.tag[head] != "NN" or len(tokens) != 2 or grid.lower[tokens[0]] != "the":
        return None
    if grid.quote[head] >= 0:
        return None  # whoever is quoted speaks of his own minister
    found: dict[str, Mention] = {}
    for index, mention in room.at.items():
        if mention.kind != "person" or index >= head or mention.form != "name":
            continue
        first = grid.token_at(room.draft.locate(mention.citation)[0])
        called = first > 0 and grid.lower[first - 1] == noun and grid.dep[first - 1] != "poss"
        if called or grid.lower[first] == noun:
            found[mention.entity] = mention
    return _only(room, found, noun)


def who_was(room: Room, head: int, tokens: range) -> Spoken | None:
    """The voice of the one person of the article who is said to have been what "the former president" takes up."""
    grid = room.grid
    noun = grid.lower[head]
    words = grid.lower[tokens.start : tokens.stop]
    if grid.quote[head] >= 0 or len(words) < 3 or words[0] != "the" or words[-1] != noun:
        return None
    if not titles.is_past(words[1]):
        return None
    called = " ".join(words[2:])
    found: dict[str, Mention] = {}
    for index, mention in room.at.items():
        if mention.kind != "person" or index >= head or mention.form != "name":
            continue
        roles, _, former = room.people.get(mention.entity, ((), None, False))
        if former and any(role.lower().endswith(called) for role in roles):
            found[mention.entity] = mention
    return _only(room, found, " ".join(words[1:]))


def _only(room: Room, found: dict[str, Mention], noun: str) -> Spoken | None:
    """The voice of the only one found, by his name and the noun; None where it is nobody or several."""
    if len(found) != 1:
        return None
    (mention,) = found.values()
    # The name as it is said, without the noun itself: "Chemist Ann Bell".
    name = " ".join(word for word in mention.name.split() if word.lower() != noun)
    party = party_of(room, mention)
    party = name if party == mention.name else party
    voice = Voice(kind="named", name=name, description=noun, party=party)
    return Spoken(voice, mention.entity)


def _is_capital(grid: Grid, index: int) -> bool:
    return grid.tag[index] == "NNP" and grid.text[grid.start[index]].isupper()


def branch(room: Room, head: int, mention: Mention) -> str | None:
    """The whole name of a body that ends with its country: "Open Ledger Zambia" is not Zambia; None elsewhere."""
    grid = room.grid
    if mention.kind != "place-as-actor":
        return None
    first = head
    while first and _is_name_word(grid, first - 1, head) and room.at.get(first - 1) is not mention:
        first -= 1
    words = grid.text[grid.start[first] : grid.end[head]]
    return words if len(words.split()) > len(mention.name.split()) + 1 else None


def _is_name_word(grid: Grid, index: int, head: int) -> bool:
    return (
        grid.tag[index] == "NNP"
        and grid.dep[index] == "compound"
        and index < grid.head[index] <= head
        and grid.text[grid.start[index]].isupper()
    )


def country_after(grid: Grid, head: int, tokens: range) -> str | None:
    """The country that stands right behind people: "officials of Chad", "a diplomat from Norway"."""
    for index in range(head + 1, min(head + 3, tokens[-1] + 1)):
        if grid.lower[index] in {"of", "from", "in"} and index + 1 in tokens:
            start = index + 2 if grid.lower[index + 1] == "the" else index + 1
            for stop in range(min(start + 3, tokens[-1] + 1), start, -1):
                words = grid.text[grid.start[start] : grid.end[stop - 1]]
                nation = nationalities.countries().get(words)
                if nation is not None:
                    return country_of(words)
            return None
    return None


def home_of_principal(room: Room, head: int, tokens: range) -> str | None:
    """The country or body of the person whom somebody serves: "an aide to the Kenyan president, Omari Chuo"."""
    grid = room.grid
    if not titles.is_aide(grid.lemma[head].lower()):
        return None
    for index in range(head + 1, tokens[-1] + 1):
        mention = room.at.get(index)
        if grid.tag[index] in {"WP", "WDT", "VBD", "VBZ", "VBP"}:
            return None
        if mention is not None and mention.kind == "person":
            return room.people[mention.entity][1] if mention.entity in room.people else None
    return None


_WORKING = frozenset({"work", "serve"})
_AT = frozenset({"for", "at", "in", "with"})


def employer_of(room: Room, head: int) -> str | None:
    """The body for which a clause says that somebody works or worked: "an engineer who worked at the Kariba Mining Company". He does
    not speak for it: the clause does not tell whether he still does."""
    grid = room.grid
    for clause in grid.children[head]:
        verb = next((c for c in grid.children[clause] if grid.dep[c] == "xcomp"), clause)
        if grid.dep[clause] != "relcl" or grid.lemma[verb] not in _WORKING:
            continue
        if any(grid.dep[child] == "neg" for child in grid.children[clause]):
            continue
        below = list(grid.children[verb])
        while below:
            index = below.pop(0)
            below += grid.children[index]
            mention = room.at.get(index)
            at = grid.dep[index] == "pobj" and grid.lower[grid.head[index]] in _AT
            if at and index > verb and mention is not None and mention.kind in BODY_KINDS:
                return country_of(mention.name) or mention.name
    return None


def it(room: Room, proposal: Proposal) -> Spoken | None:
    """Who "it" is: the body or country that is the subject of the sentence before."""
    mention = (
        subject_body(room, room.grid.token_at(proposal.source[0])) if proposal.source else None
    )
    if mention is None:
        return None
    voice = Voice(
        kind="named",
        name=spoken_name(mention),
        affiliation=mention.affiliation,
        party=party_of(room, mention),
    )
    return Spoken(voice, mention.entity)


def with_owner(voice: Voice, owner: Owner, head: str) -> Voice:
    """The voice of somebody's spokesman or ministry, told by whose it is."""
    return structs.replace(
        voice,
        description=f"{owner.name}'s {head}",
        affiliation=owner.affiliation,
        party=owner.party,
    )
