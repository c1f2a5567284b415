"""Voices: who ultimately vouches for a statement, as far as its article tells."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from msgspec import structs

from ..lexicon import bodies, nationalities, outlets, reporting, titles
from ..model.mention import Mention
from ..model.statement import Voice
from .draft import Draft
from .grid import Grid
from .proposal import Proposal

RELATIVE = frozenset({"who", "which", "that", "whom"})
SINGULAR = frozenset({"he", "she", "him", "her", "his"})
PLURAL = frozenset({"they", "them", "their", "both"})
FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
NUMBERS = {
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
COUNTRY_KINDS = frozenset({"government", "place-as-actor", "nationality"})
UNITED_STATES = nationalities.country_name("US") or "US"
BODY_KINDS = frozenset({"government", "organization", "company", "party", "armed-force", "group"})
CARRY_PARAGRAPHS = 2
"""Paragraphs over which "he" or "the official" may mean the unnamed voice that spoke last."""

SAME_NOUN_PARAGRAPHS = 24
"""Paragraphs over which "the official" may take up "a senior official"; most articles are shorter."""

UNKNOWN = Voice(kind="unknown", count=None)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The voice of a statement, the entity that speaks if it is mentioned, and whether that is no
    more than a guess."""

    voice: Voice
    speaker: str | None = None
    doubtful: bool = False


@dataclass
class Room:
    """What the article has told so far: the mention at each token, and who has spoken, in order."""

    draft: Draft
    grid: Grid
    at: dict[int, Mention] = field(default_factory=dict)
    people: dict[str, tuple[tuple[str, ...], str | None, bool]] = field(default_factory=dict)
    past: list[tuple[int, Spoken]] = field(default_factory=list)

    @cached_property
    def american(self) -> bool:
        """Whether the article speaks of the country that agency style leaves out, or of its government."""
        return any(
            _country_of(m.name) == UNITED_STATES
            or _country_of(m.affiliation or "") == UNITED_STATES
            for m in self.draft.mentions
            if m.kind != "person"
        )

    @classmethod
    def of(cls, draft: Draft, grid: Grid) -> "Room":
        """The mentions of an article by token, and what it tells of each person anywhere."""
        room = cls(draft, grid)
        for mention in draft.mentions:
            for index in grid.tokens_in(*draft.locate(mention.citation)):
                room.at.setdefault(index, mention)
            if mention.kind == "person":
                roles, home, former = room.people.get(mention.entity, ((), None, False))
                new = tuple(t for t in mention.titles if t not in roles)
                room.people[mention.entity] = (
                    roles + new,
                    home or mention.affiliation,
                    former or mention.former,
                )
        return room


def voices_of(
    draft: Draft, grid: Grid, kept: list[Proposal], above: list[int | None]
) -> list[Spoken]:
    """The voice of each proposal; `above` gives the number of the proposal that it stands inside."""
    room = Room.of(draft, grid)
    found: list[Spoken] = []
    for proposal, parent in zip(kept, above, strict=True):
        outer = found[parent] if parent is not None and parent < len(found) else None
        spoken = _with_terms(grid, proposal, _voice(room, proposal, outer))
        found.append(spoken)
        room.past.append((proposal.cue[0], spoken))
    return found


def _voice(room: Room, proposal: Proposal, outer: Spoken | None) -> Spoken:
    grid = room.grid
    if proposal.source is None or not grid.text[slice(*proposal.source)].strip():
        return Spoken(UNKNOWN)
    tokens = grid.tokens_in(*proposal.source)
    if not len(tokens):
        return Spoken(UNKNOWN)
    words = grid.text[proposal.source[0] : proposal.source[1]]
    if grid.tag[tokens[0]] == "IN" and grid.lower[tokens[0]] not in {"by", "from", "among", "of"}:
        return Spoken(Voice(kind="unknown", description=words, count=None), doubtful=True)
    head = _source_head(grid, tokens)
    lower = grid.lower[head]
    if len(tokens) <= 2 and lower in RELATIVE:
        antecedent = _antecedent_of_relative(grid, head)
        if antecedent is None:
            return Spoken(UNKNOWN)
        head = antecedent
        tokens = _phrase_tokens(grid, head)
        words = grid.text[grid.start[tokens[0]] : grid.end[tokens[-1]]]
        lower = grid.lower[head]
    if lower in FIRST:
        if outer is not None:
            return replace(outer, doubtful=outer.doubtful or lower != "i")
        return Spoken(Voice(kind="newsroom", description=words, count=None))
    mention = room.at.get(head)
    several = _coordinated(room, tokens, head) or []
    if len(several) < 2:
        several = _listed(room, tokens)
    if len(several) > 1:
        return _joint(room, several, words)
    if mention is None:
        mention = _applied(room, head, tokens)
    if (
        mention is not None
        and mention.kind != "equipment"
        and not _is_speaker_for(room, head, mention)
    ):
        return _named(room, mention, head, tokens, words)
    if lower in SINGULAR | PLURAL | {"it", "she"}:
        return _carried(room, proposal, lower)
    phrase = words.lower()
    if any(own in phrase for own in reporting.newsroom_phrases()):
        return Spoken(Voice(kind="newsroom", description=words))
    return _unnamed(room, proposal, head, tokens, words)


def _source_head(grid: Grid, tokens: range) -> int:
    head = grid.head_in(tokens)
    # A preposition that slipped into the source points to its object.
    while grid.tag[head] in {"IN", "TO"}:
        below = [c for c in grid.children[head] if c in tokens]
        if not below:
            break
        head = below[0]
    if grid.tag[head] in {"DT", "CD"}:
        # "some of the officials", "two of them"
        for child in grid.children[head]:
            if grid.lower[child] == "of":
                objects = [c for c in grid.children[child] if c in tokens]
                if objects:
                    return objects[0]
    return head


def _antecedent_of_relative(grid: Grid, pronoun: int) -> int | None:
    current = pronoun
    for _ in range(8):
        if grid.dep[current] in {"relcl", "acl"}:
            return grid.head[current]
        upper = grid.head[current]
        if upper == current:
            break
        current = upper
    before = pronoun - 1
    while before > 0 and (grid.lower[before] == "," or grid.lower[before].isspace()):
        before -= 1
    return before if before >= 0 and grid.tag[before].startswith("N") else None


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
    for index in tokens:
        mention = room.at.get(index)
        if mention is None:
            if room.grid.lower[index] not in {"the", "and", "&", ",", "both", "as", "well"}:
                return []
        elif mention.entity not in {m.entity for m in found}:
            found.append(mention)
    return found


def _joint(room: Room, several: list[Mention], words: str) -> Spoken:
    names = [_spoken_name(mention) for mention in several]
    parties = {_party(room, mention) for mention in several}
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
    return None


def _is_speaker_for(room: Room, head: int, mention: Mention) -> bool:
    """Whether the head is a common noun for people that a mention merely covers ("officials" inside
    "U.S. officials")."""
    if mention.form != "name" or mention.kind == "person":
        return False
    lemma = room.grid.lemma[head].lower()
    return lemma in reporting.official_speakers() and room.grid.tag[head] in {"NN", "NNS"}


def _spoken_name(mention: Mention) -> str:
    if mention.kind in {"place-as-actor", "nationality"}:
        return _country_of(mention.name) or mention.name
    return mention.name


def _country_of(name: str) -> str | None:
    """The common name of the country that a country's name, a capital, an adjective or a body of
    state stands for."""
    plain = name.removeprefix("the ").removeprefix("The ")
    for table in (nationalities.countries(), nationalities.capitals(), nationalities.demonyms()):
        if plain in table and table[plain].code != "-":
            return table[plain].name
    return None


def is_medium(name: str) -> bool:
    """Whether a name is that of a news medium."""
    if outlets.outlet_named(name) is not None:
        return True
    words = name.lower().replace("-", " ").split()
    if len(words) == 1:
        return words[0] in {
            "reuters",
            "afp",
            "cnn",
            "bbc",
            "nbc",
            "cbs",
            "npr",
            "xinhua",
            "tass",
            "msnbc",
        }
    return words[-1] in reporting.medium_words() and words[-1] not in {"agency", "fox", "post"}


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
            affiliation=home or _body_in(roles),
            party=_party(room, mention),
        )
        return Spoken(voice, mention.entity)
    name = _spoken_name(mention)
    kind = "medium" if is_medium(name) else "named"
    if mention.kind == "nationality" and room.grid.tag[head] in {"NNPS", "NNS", "JJ"}:
        voice = Voice(
            kind="anonymous", description=words, count=None, affiliation=_country_of(mention.name)
        )
        return Spoken(structs.replace(voice, party=voice.affiliation))
    voice = Voice(
        kind="medium" if kind == "medium" else "named",
        name=name,
        description=words if words != name else None,
        affiliation=mention.affiliation,
        party=_party(room, mention),
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


def _party(room: Room, mention: Mention) -> str | None:
    """The body that somebody speaks for: a government's people for their country, a spokesman for
    his body, an analyst for his institute, anyone else for himself."""
    if mention.kind == "person":
        roles, home, former = room.people.get(
            mention.entity, (mention.titles, mention.affiliation, mention.former)
        )
        words = [word.strip(".,").lower() for role in roles for word in role.split()]
        private = (
            bool(words)
            and all(titles.is_private(word) for word in words if titles.is_head(word))
            and any(titles.is_head(word) for word in words)
        )
        if former or (private and home is None):
            return mention.name
        # "a top China adviser" does not speak for China; "a Chinese adviser" may.
        if home is not None and any(
            word in reporting.topic_heads() and f"{home} {word}" in room.grid.text for word in words
        ):
            return mention.name
        if home is None and room.american and _heads_administration(room, mention):
            return UNITED_STATES
        if (
            home is None
            and room.american
            and any(role.lower().strip(".") in reporting.american_roles() for role in roles)
        ):
            return UNITED_STATES
        return _party_of_body(room, home or _body_in(roles) or mention.name)
    if mention.kind in {"place-as-actor", "nationality"}:
        return _country_of(mention.name) or mention.name
    return _full_body(mention) or _party_of_body(room, mention.name)


def _heads_administration(room: Room, mention: Mention) -> bool:
    """Whether the article calls an administration by the person's last name."""
    last = mention.name.rsplit(None, 1)[-1]
    return any(other.name == f"{last} administration" for other in room.draft.mentions) or (
        f"{last} administration" in room.grid.text
    )


@cache
def _adjectives() -> dict[str, str]:
    """The adjective of each country, by its common name."""
    found: dict[str, str] = {}
    for word, nation in nationalities.demonyms().items():
        found.setdefault(nation.name, word)
    return found


def _full_body(mention: Mention) -> str | None:
    """The name of a ministry with the country that the article gives it: "Kenyan Trade Ministry"; None
    if the name holds a country already or needs none."""
    home = _country_of(mention.affiliation or "")
    words = mention.name.removeprefix("the ").split()
    if home is None or mention.kind not in {"government", "armed-force"} or len(words) > 4:
        return None
    if any(_country_of(word) for word in words) or mention.name in bodies.bodies():
        return None
    if (
        bodies.kind_of_last(words[-1].lower()) is None
        and bodies.kind_of_first(words[0].lower()) is None
    ):
        return None
    return f"{_adjectives().get(home, home)} {' '.join(words)}"


def _party_of_body(room: Room, name: str) -> str:
    """The party of somebody who speaks for the body of this name: a country's government for its
    name, its capital and its seat of government; "the Smith administration" for the country that Smith heads."""
    country = _country_of(name)
    if country is not None:
        return country
    known = bodies.bodies().get(name)
    if known is not None and known.country and known.name in _SEATS:
        return known.country
    words = name.split()
    if len(words) > 1 and words[-1].lower() == "administration":
        for mention in room.draft.mentions:
            if mention.kind == "person" and mention.name.endswith(words[-2]):
                home = room.people[mention.entity][1]
                if home and _country_of(home):
                    return _country_of(home) or name
    if words[-1].lower() == "administration" and room.american:
        return UNITED_STATES
    return name


_SEATS = frozenset(
    {"Kremlin", "White House", "Downing Street", "Élysée Palace", "Blue House", "Number 10"}
)
"""Seats of government: who speaks from there speaks for the country."""


def _body_in(roles: Iterable[str]) -> str | None:
    """A known body that a role names: "White House press secretary"."""
    for role in roles:
        words = role.split()
        for size in range(min(4, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                known = bodies.bodies().get(" ".join(words[start : start + size]))
                if known is not None and not known.ambiguous:
                    return known.name
    return None


def _carried(room: Room, proposal: Proposal, pronoun: str) -> Spoken:
    """The voice that a pronoun without a named antecedent means: the unnamed one that spoke last;
    a named one only as a guess."""
    grid = room.grid
    here = grid.paragraph[grid.token_at(proposal.cue[0])]
    for position, spoken in reversed(room.past):
        if here - grid.paragraph[grid.token_at(position)] > CARRY_PARAGRAPHS:
            break
        voice = spoken.voice
        if voice.kind == "anonymous":
            single = voice.count == 1
            if (pronoun in SINGULAR and single) or (pronoun in PLURAL and not single):
                return spoken
        if pronoun == "it" and (voice.kind in {"document", "medium"} or _is_body(voice)):
            return spoken
        if voice.kind == "named" and pronoun in SINGULAR and not _is_body(voice):
            return Spoken(
                voice,
                spoken.speaker,
                doubtful=spoken.doubtful or not _goes_on(room, position, proposal),
            )
        if pronoun in PLURAL and voice.kind == "named" and voice.count and voice.count > 1:
            return spoken
    return Spoken(UNKNOWN, doubtful=True)


def _goes_on(room: Room, position: int, proposal: Proposal) -> bool:
    """Whether nobody else is named between an earlier cue and this one."""
    grid = room.grid
    first, last = grid.token_at(position), grid.token_at(proposal.cue[0])
    return not any(
        room.at[index].kind == "person"
        for index in range(first + 3, last)
        if index in room.at and grid.quote[index] < 0
    )


def _is_body(voice: Voice) -> bool:
    return (
        voice.kind == "named"
        and (voice.party == voice.name or voice.party is None)
        and (
            _country_of(voice.name or "") is not None
            or bodies.kind_of_last((voice.name or "").lower().rsplit(" ", 1)[-1]) is not None
            or (voice.name or "") in bodies.bodies()
        )
    )


def _unnamed(room: Room, proposal: Proposal, head: int, tokens: range, words: str) -> Spoken:
    """A voice that the source describes without naming it: people, or a document."""
    grid = room.grid
    lemma = grid.lemma[head].lower()
    description = _shorter(grid, head, tokens)
    owner, affiliation = _affiliation(room, head, tokens)
    document = lemma in reporting.nouns("documents") or grid.lower[head] in reporting.nouns(
        "documents"
    )
    if document:
        if affiliation is None and grid.lower[tokens[0]] in {"the", "its", "his", "her", "their"}:
            affiliation = _last_party(room, proposal)
        voice = Voice(
            kind="document",
            name=_bare(description),
            description=description,
            affiliation=affiliation,
            party=affiliation,
        )
        return Spoken(voice, owner)
    definite = grid.lower[tokens[0]] in {"the", "this", "that", "these", "those", "both"}
    if definite:
        earlier = _earlier_anonymous(room, proposal, head, tokens)
        if earlier is not None:
            return earlier
    plural = grid.tag[head] in {"NNS", "NNPS"} or grid.lower[head] in {"people", "police"}
    count = _count(grid, head, tokens) if plural else 1
    if grid.tag[head] in {"DT", "PRP", "CD", "JJ", "JJS", "WP"}:
        count = None
    known = _is_people(grid, head) or mention_of_people(room, tokens)
    if not known:
        if grid.tag[head] in {"NNP", "NNPS"}:
            # A name that the step before did not find still names.
            return Spoken(Voice(kind="named", name=_bare(description), party=_bare(description)))
        return Spoken(Voice(kind="unknown", description=words, count=None))
    body = bodies.kind_of_last(lemma)
    if body is not None and not titles.is_head(lemma) and not plural and definite:
        voice = Voice(
            kind="named",
            name=_bare(description),
            description=description,
            affiliation=affiliation,
            party=affiliation or _bare(description),
        )
        return Spoken(voice, owner)
    voice = Voice(
        kind="anonymous",
        description=description,
        count=count,
        affiliation=affiliation,
        party=_party_of_body(room, affiliation)
        if affiliation and " and " not in affiliation
        else None,
    )
    return Spoken(voice)


_PEOPLE_ENDINGS = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "man",
    "men",
    "woman",
    "women",
)


def _is_people(grid: Grid, head: int) -> bool:
    """Whether a common noun (or a number, "some", "the rich") stands for people who can speak."""
    word, lemma = grid.lower[head], grid.lemma[head].lower()
    if grid.tag[head] in {"DT", "CD", "JJ", "JJS", "JJR", "WP", "PRP", "NNPS"}:
        return True
    listed = reporting.speaking_nouns() | reporting.official_speakers()
    return (
        titles.is_head(lemma)
        or titles.is_head(word)
        or word in listed
        or lemma in listed
        or reporting.gender_of(lemma) is not None
        or bodies.kind_of_last(lemma) is not None
        or (word.endswith(_PEOPLE_ENDINGS) and len(word) > 5)
    )


def mention_of_people(room: Room, tokens: range) -> bool:
    """Whether a phrase holds a people's name as its noun: "the Swiss"."""
    mention = room.at.get(tokens[-1])
    return mention is not None and mention.kind in {"nationality", "group"}


def _bare(description: str) -> str:
    """A description without its article."""
    return re.sub(r"^(?:the|a|an|this|that)\s+", "", description, flags=re.IGNORECASE)


def _shorter(grid: Grid, head: int, tokens: range) -> str:
    """The words of a source without a relative clause on the terms of anonymity and without commas
    at the edge."""
    start, end = grid.start[tokens[0]], grid.end[tokens[-1]]
    words = " ".join(grid.text[start:end].split())
    term = reporting.anonymity_terms().search(words)
    if term is not None and term.start() > 0:
        cut = words.rfind(",", 0, term.start())
        words = words[: cut if cut > 0 else term.start()]
    return words.strip(" ,;:—–-")


def _count(grid: Grid, head: int, tokens: range) -> int | None:
    """How many people a plural phrase counts; None if it gives no number."""
    for index in tokens:
        if index > head:
            break
        word = grid.lower[index]
        if word in NUMBERS:
            return NUMBERS[word]
        if word.isdigit() and len(word) < 4 and grid.head[index] == head:
            return int(word)
    return None


def _affiliation(room: Room, head: int, tokens: range) -> tuple[str | None, str | None]:
    """The entity and the name of the country or body in which a phrase places its people: before the
    head ("State Department official"), else after it ("a spokesman for the ministry")."""
    grid = room.grid
    before = [room.at[i] for i in tokens if i in room.at and i < head]
    parts = [m for m in before if m.kind in BODY_KINDS | COUNTRY_KINDS]
    if len(parts) > 1 and any(grid.lower[i] in {"and", "&"} for i in tokens if i < head):
        names = [_country_of(m.name) or m.name for m in parts]
        return parts[0].entity, " and ".join(dict.fromkeys(names))
    for mention in reversed(before):
        if mention.kind in BODY_KINDS:
            return mention.entity, _country_of(mention.name) or mention.name
    for mention in before:
        if mention.kind in COUNTRY_KINDS:
            return mention.entity, _country_of(mention.name) or mention.name
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
        (
            i
            for i in tokens
            if i > head
            and (grid.tag[i] in {"WP", "WDT", "WP$", "VBG", "VBN", "VBD"} or grid.lower[i] == ",")
        ),
        tokens[-1] + 1,
    )
    after = [room.at[i] for i in tokens if i in room.at and head < i < stop]
    for mention in after:
        if mention.kind in BODY_KINDS | COUNTRY_KINDS:
            return mention.entity, _country_of(mention.name) or mention.name
    return None, None


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
        nouns = {noun, grid.lower[head]}
        behind = reporting.titles_behind(noun)
        same = nouns & said or any(word.removesuffix("s") == noun for word in said)
        if not (same or (behind & said and apart <= CARRY_PARAGRAPHS)):
            continue
        if grid.tag[head] == "NN" and voice.count != 1:
            continue
        if extra <= said:
            return spoken
    return None


def _with_terms(grid: Grid, proposal: Proposal, spoken: Spoken) -> Spoken:
    """The voice with the terms of anonymity that its sentence states."""
    if spoken.voice.kind != "anonymous" or spoken.voice.terms:
        return spoken
    start, end = sentence_around(grid, proposal.cue[0])
    for term in reporting.anonymity_terms().finditer(grid.text, start, end):
        if any(s <= term.start() < e for s, e in proposal.content):
            continue
        stop = _TERMS_END.search(grid.text, term.end(), end)
        until = stop.start() if stop else end
        words = " ".join(grid.text[term.start() : until].split()).rstrip(" .,;")
        return replace(spoken, voice=structs.replace(spoken.voice, terms=words))
    return spoken


_TERMS_END = re.compile(r"[,;:\"“”]|\.\s|\s[–—-]\s|\ssaid\b")


def sentence_around(grid: Grid, position: int) -> tuple[int, int]:
    """Code points of the sentence in which `position` lies."""
    return grid.bounds[grid.sentence[grid.token_at(position)]]
