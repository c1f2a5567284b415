"""The actors whom an article names, and those whom a noun or pronoun means by what stands around it."""

from dataclasses import dataclass, field

from ...lexicon.events import operators
from ...lexicon.nationalities import countries, demonyms
from ...model.event import Participant
from ...model.mention import Mention
from ...model.statement import Statement
from ..draft import Draft
from ..tokens import Token
from .clause_parts import subject
from .grammar import is_verb, lemma, objects_of
from .kinds import is_actor


@dataclass(frozen=True)
class Actors:
    """The mentions of a draft, found by token."""

    draft: Draft
    by_token: dict[int, Mention] = field(default_factory=dict)
    by_name: dict[str, Mention] = field(default_factory=dict)
    statements: dict[int, Statement] = field(default_factory=dict)
    sayers: dict[int, Statement] = field(default_factory=dict)
    """The statements of somebody named of whom only "it" or "they" stands at the token."""


def index_actors(draft: Draft, statements: dict[int, Statement]) -> Actors:
    """For each token the shortest mention that covers it (equipment is nobody); `statements` by token."""
    by_name: dict[str, Mention] = {}
    found: dict[int, Mention] = {}
    lengths: dict[int, int] = {}
    for mention in draft.mentions:
        if mention.kind == "equipment":
            continue
        by_name.setdefault(mention.name, mention)
        tokens = draft.tokens_at(mention.citation)
        for index in tokens:
            if index not in found or len(tokens) < lengths[index]:
                found[index] = mention
                lengths[index] = len(tokens)
    sayers = {
        index: statement
        for statement in draft.statements
        if statement.source is not None
        and statement.source.words.lower() in ("it", "they")
        and statement.voice.kind == "named"
        for index in draft.tokens_at(statement.source)
    }
    return Actors(draft, found, by_name, statements, sayers)


def named(mention: Mention, before_noun: bool = False) -> Participant:
    """The participant that a mention stands for; of a nationality `before_noun` ("Kenyan boats") its
    country."""
    nation = demonyms().get(mention.name) if before_noun else None
    return Participant(mention=mention.id, name=nation.name if nation else mention.name)


def named_behind(head: Token, actors: Actors) -> Token | None:
    """The name right behind a role and its "at the time", where the parse has hung it elsewhere: "the party's chairwoman
    at the time, Ann Bell, to step down"; None where there is none."""
    after = head.doc[head.i + 1 : head.i + 10]
    words = [token.lower_ for token in after]
    start = 3 if words[:3] == ["at", "the", "time"] else 1 if words[:1] == ["then"] else 0
    if not start or words[start : start + 1] != [","] or not is_actor(head):
        return None
    named = (token for token in after[start + 1 : start + 4] if token.i in actors.by_token)
    first = next(named, None)
    return first if first is not None and actors.by_token[first.i].kind == "person" else None


_GOVERNING = frozenset({"government", "regime", "administration"})


def governed_by(head: Token, actors: Actors) -> Participant | None:
    """Whose government a noun is, by the country or person behind its "of": "the government of El Salvador", "the
    government of President Ann Bell"; None for a government that is left without."""
    if lemma(head) not in _GOVERNING:
        return None
    for inner in objects_of(head, "of"):
        names = {token.text for token in inner.subtree if token.i <= inner.i}
        land = " ".join(
            token.text for token in inner.subtree if token.i <= inner.i and token.pos_ == "PROPN"
        )
        if land in countries() or inner.text in countries():
            name = land if land in countries() else inner.text
            held = actors.by_name.get(name)
            return Participant(mention=held.id if held else None, name=name)
        mention = actors.by_token.get(inner.i)
        if mention is not None and mention.kind == "person" and names:
            return Participant(mention=None, name=f"{head.text} of {mention.name}")
    return None


def own_country(noun: Token, actors: Actors) -> Participant | None:
    """The country of "his country": that of the person meant by "his", or else of the subject of the clause
    above, where the article says to which country he belongs."""
    if lemma(noun) not in ("country", "nation"):
        return None
    pronoun = next((child for child in noun.lefts if child.tag_ == "PRP$"), None)
    if pronoun is None or pronoun.lower_ not in ("his", "her"):
        return None
    owner = actors.by_token.get(pronoun.i)
    verbs = (verb for verb in noun.ancestors if is_verb(verb))
    subjects = (who for verb in verbs if (who := subject(verb)) is not None and who != noun)
    for who in subjects:
        if owner is not None:
            break
        mention = actors.by_token.get(who.i)
        owner = mention if mention is not None and mention.kind == "person" else None
    if owner is None:
        return None
    known = {
        mention.affiliation
        for mention in actors.draft.mentions
        if mention.entity == owner.entity and mention.affiliation in countries()
    }
    if len(known) != 1:
        return None
    name = known.pop()
    assert name is not None
    held = actors.by_name.get(name)
    return Participant(mention=held.id if held else None, name=name)


def sayer_himself(pronoun: Token, actors: Actors) -> list[Participant]:
    """Who is meant by the "it" or "they" that opens what a country or body says: "Chad announced it will stop";
    nobody where a person speaks. Or that says something: "It denied that it had been warned"."""
    saying = actors.sayers.get(pronoun.i)
    if saying is not None and pronoun.dep_ in ("nsubj", "nsubjpass"):
        name = saying.voice.party or saying.voice.name or ""
        known = actors.by_name.get(name)
        return [Participant(mention=known.id if known else None, name=name)] if name else []
    speaker = sayer_above(pronoun)
    mention = actors.by_token.get(speaker.i) if speaker is not None else None
    if mention is None or mention.kind == "person" or speaker is None:
        return []
    return [named(mention, before_noun=speaker.pos_ == "ADJ")]


def sayer_above(pronoun: Token) -> Token | None:
    """Who says the clause whose subject a pronoun is: the army of "Chad's army said it had killed nine"; None elsewhere."""
    clause = pronoun.head
    said = clause.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or clause.dep_ != "ccomp" or not is_verb(said):
        return None
    if operators("clause").get(lemma(said)) not in _SAYING or clause.i < said.i:
        return None
    return subject(said)


_SAYING = frozenset({"transparent", "promised", "threatened", "denied", "alleged", "planned"})


def of_each_land(meant: list[Participant], noun: Token) -> list[Participant]:
    """The people whom a noun stands for, those of each land by themselves: "Kenyan and Chadian border guards" are Kenyan
    ones and Chadian ones. `meant` as it is where they are of one land."""
    if len(meant) != 1 or noun.text not in meant[0].name.split():
        return meant
    lands = _lands_joined_before(noun)
    if not lands or lands[1] not in meant[0].name.split():
        return meant
    people = " ".join(word for word in meant[0].name.split() if word not in lands)
    one, two = (f"{land} {people}" for land in lands)
    return [Participant(mention=None, name=one), Participant(mention=meant[0].mention, name=two)]


def _lands_joined_before(noun: Token) -> tuple[str, str] | None:
    """The two adjectives of lands that stand joined before a noun and at most two words of its own."""
    for back in range(1, 4):
        if noun.i < back + 2 or (second := noun.nbor(-back)).text not in demonyms():
            continue
        first = second.nbor(-2)
        joined = second.nbor(-1).lower_ == "and" and first.text in demonyms()
        return (first.text, second.text) if joined else None
    return None
