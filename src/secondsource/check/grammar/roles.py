"""Who is said to be what, against the roles that the record knows."""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from ...lexicon.nationalities import capitals, countries, demonyms
from ...model.actor import Actor
from ..telling.kin import word_kin
from ..telling.told import EMPTY_WORDS

_PAST = frozenset("once former formerly then ex late".split())
"""Words by which a role is over, so that another is no contradiction."""


def misplaced(doc: Doc, actors: Mapping[str, Actor]) -> str | None:
    """What the record knows somebody as, if a parsed sentence gives another role or country in apposition ("X, the
    Kenyan minister"), or another country by "is"; `actors` are those of the record by each of their names."""
    for token in doc:
        if token.pos_ == "PROPN" and (other := _other_title(token, actors)):
            return other
        if token.dep_ == "attr":
            pairs = [(name, token) for name in _is_said_to_be(token)]
        elif token.dep_ == "appos":
            pairs = [(token.head, token), (token, token.head)]
        else:
            continue
        for name, role in pairs:
            actor = actors.get(_full_name(name)) or actors.get(name.text)
            if actor is None or not actor.roles or role.pos_ != "NOUN":
                continue
            if any(one.lower_ in _PAST for one in role.subtree):
                continue
            known = [held.role for held in actor.roles]
            words = {word for held in known for word in held.lower().split()}
            kin = frozenset[str]().union(*map(word_kin, sorted(words)))
            own = [one for one in role.subtree if one.head == role or one == role]
            there = _nations(" ".join(one.text for one in role.subtree))
            here = _nations(" ".join([actor.party.name, *known]))
            telling = [
                one
                for one in own
                if one.pos_ == "NOUN"
                and one.lower_ not in EMPTY_WORDS
                and one.dep_ in ("appos", "compound", "nsubj", "ROOT")
            ]
            others = [one for one in telling if not word_kin(one.lower_) & kin]
            is_apposed = token.dep_ == "appos" and (
                role in others or _is_other_office(telling, others)
            )
            if (there and here and not there & here) or is_apposed:
                return f"{actor.name} is known as {', '.join(known[:2])} ({actor.party.name})"
    return None


_TITLES = frozenset("secretary minister".split())
"""Offices of which the word before says which it is."""


def _other_title(name: Token, actors: Mapping[str, Actor]) -> str | None:
    """What the record knows somebody as, if another office stands right before the name ("Trade Minister X")."""
    before = [one for one in name.subtree if one.i < name.i and one.dep_ == "compound"]
    at = next((n for n, one in enumerate(before) if one.lower_ in _TITLES), 0)
    full = " ".join(one.text for one in (*before[at + 1 :], name))
    actor = actors.get(full) if at else None
    known = [held.role for held in actor.roles] if actor else []
    offices = [held for held in known if before[at].lower_ in held.lower().split()]
    which = word_kin(before[at - 1].lower_) if at else frozenset[str]()
    words = {word for held in offices for word in held.lower().split()}
    if actor is None or not offices or any(which & word_kin(word) for word in sorted(words)):
        return None
    return f"{actor.name} is known as {', '.join(offices[:2])} ({actor.party.name})"


def _is_other_office(telling: list[Token], others: list[Token]) -> bool:
    """Whether all that says which minister, chief or head somebody is, is none of what the record has."""
    which = [one for one in telling if one.dep_ == "compound"]
    return bool(which) and all(one in others for one in which)


def _is_said_to_be(role: Token) -> list[Token]:
    """The subjects of whom a role is told as held now ("X is the minister")."""
    verb = role.head
    if verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBP"):
        return []
    if any(child.dep_ in ("neg", "aux") for child in verb.children):
        return []
    return [child for child in verb.children if child.dep_ == "nsubj"]


def _full_name(token: Token) -> str:
    parts = [one for one in token.lefts if one.dep_ == "compound" and one.pos_ == "PROPN"]
    return " ".join(one.text for one in (*parts, token))


def _nations(words: str) -> frozenset[str]:
    found = set()
    for word in words.replace("’s", "").replace("'s", "").split():
        word = word.strip(",.")
        nation = demonyms().get(word) or countries().get(word) or capitals().get(word)
        if nation:
            found.add(nation.code)
    return frozenset(found)
