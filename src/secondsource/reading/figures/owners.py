"""Words around a number: nouns with their names, subjects and objects of verbs, and whose things are."""

import re

from ...lexicon import measures, nationalities
from ..tokens import Run, Token


def joined_words(words: list[Token]) -> str:
    return _UNSEEN.sub("", "".join(token.text_with_ws for token in words)).strip().lower()


_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks of direction and of no width, which stand in the citation and in no noun."""


def without_leading(words: list[Token]) -> list[Token]:
    while words and (
        words[0].is_punct or words[0].is_space or words[0].pos_ in ("DET", "PRON", "PART", "NUM")
    ):
        words = words[1:]
    return words


def object_of(preposition: Token) -> Token | None:
    """The noun that a preposition governs."""
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def direct_object(verb: Token) -> Token | None:
    return next(
        (child for child in verb.children if child.dep_ in ("dobj", "obj", "nsubjpass")), None
    )


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb; that of the verb it depends on, or what a relative clause describes."""
    for _ in range(4):
        found = next(
            (child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None
        )
        if found is not None and found.lower_ in ("which", "that", "who") and verb.dep_ == "relcl":
            return verb.head
        if found is not None:
            return found
        if verb.dep_ == "acl":
            return verb.head
        if verb.dep_ not in ("xcomp", "conj", "aux", "advcl"):
            return None
        verb = verb.head
    return None


def name_of(token: Token | None) -> str | None:
    """A noun with its compounds, as written; None for pronouns."""
    if token is None or token.pos_ not in ("NOUN", "PROPN"):
        return None
    words = [child for child in token.lefts if child.dep_ == "compound"]
    if token.i >= 2 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        # "sit-in": the mark stands inside the word.
        words = [
            *(word for word in words if word.i < token.i - 2),
            *token.doc[token.i - 2 : token.i],
        ]
    return "".join(part.text_with_ws for part in [*words, token]).strip()


def nation_before(between: Run) -> tuple[str | None, int]:
    """Country of a nationality adjective among the words before a noun, and where the rest starts."""
    for token in between[:3]:
        if token.lower_ in _FOR_THE_MOST_PART:
            break  # "mainly Kurdish districts" are told by who lives there
        nation = nationalities.demonyms().get(token.text)
        if nation is None and token.pos_ == "PROPN":
            nation = nationalities.countries().get(token.text)
        if nation is None or (token.i > between.start and token.nbor(-1).text == "-"):
            continue  # "pro-Kenyan agents" are nobody's
        if not (token.i + 1 < len(token.doc) and token.nbor().text in ("-", "'s", "’s")):
            return nation.name, token.i + 1
    return None, between.start


_FOR_THE_MOST_PART = frozenset(
    ["mainly", "mostly", "largely", "predominantly", "majority", "overwhelmingly", "ethnic"]
)


def possessor(head: Token) -> str | None:
    for child in head.children:
        if child.dep_ == "poss" and child.pos_ in ("PROPN", "NOUN"):
            if child.lower_ in ("country", "nation", "group", "state", "kingdom", "republic"):
                return None  # which one, only reference can say
            words = [token for token in child.subtree if token.dep_ != "case"]
            return country_or("".join(token.text_with_ws for token in words).strip())
    return None


def holder(head: Token, noun: Token | None = None) -> str | None:
    """Who has what is counted: the country (or its capital) that is the subject of a verb such as send, or
    any noun that is the subject of a verb of owning ("the airline owns 40 jets"). `noun` is what is counted where
    the number itself stands by the verb ("won 31 of the seats")."""
    noun = noun or head
    while head.dep_ == "conj" and head.head.pos_ == "NOUN":
        head = head.head  # "has 900 inhabitants and one hospital"
    if head.dep_ not in ("dobj", "obj", "pobj"):
        return None
    verb = head.head if head.dep_ != "pobj" else head.head.head
    lemma = verb.lemma_.lower()
    known = lemma in measures.words("having") or lemma in ("win", "take", "get")
    if verb.pos_ not in ("VERB", "AUX") or not known:
        return None
    name = name_of(_who_does(verb))
    if name is None:
        return None
    plain = re.sub(r"^(?:the|The) ", "", name)
    nation = (
        nationalities.countries().get(plain)
        or nationalities.capitals().get(plain)
        or nationalities.demonyms().get(plain)
    )
    if nation:
        return nation.name
    won = lemma in ("win", "take", "get", "hold") and noun.lower_ in _WON
    owning = (won or lemma in measures.words("owning")) and head.dep_ != "pobj"
    return plain if owning and re.fullmatch(r"[\w .&'’-]{2,60}", plain) else None


def _who_does(verb: Token) -> Token | None:
    """The subject of a verb; of an infinitive behind somebody who is asked, him ("asked the union to send monitors")."""
    asked = direct_object(verb.head) if verb.dep_ in ("xcomp", "ccomp") else None
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    return asked if asked is not None and not own and asked.i < verb.i else subject_of(verb)


_WON = frozenset(["seats", "vote", "votes", "medals"])
_SEATED = frozenset(["seats", "deputies", "lawmakers", "lawmaker", "seat"])


def body_of(head: Token) -> str | None:
    """Whose members the counted ones are: the noun with an article, or the name, right behind "of"
    ("speakers of the language", "members of Parliament", "seats in parliament"), but no stuff ("loaves of bread")."""
    link = head.nbor() if head.i + 1 < len(head.doc) else None
    if link is None or link.head.i != head.i:
        return None
    seated = link.lower_ == "in" and head.lower_ in _SEATED  # "120 seats in parliament"
    if link.lower_ != "of" and not seated:
        return None
    noun = object_of(link)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or noun.ent_type_ in ("DATE", "TIME"):
        return None
    the = any(child.lower_ == "the" for child in noun.lefts)
    known = the or seated or noun.pos_ == "PROPN"
    name = name_of(noun) if known else None
    return country_or(name) if name else None


def own_subject(head: Token) -> str | None:
    """Who "its" or "their" before a noun means in its own clause: the subject of the verb ("The firm cancelled
    40 of its flights"); None where the clause has no noun for a subject."""
    own = next(
        (
            child.lower_
            for child in head.lefts
            if child.dep_ == "poss" and child.lower_ in ("its", "their")
        ),
        None,
    )
    if own is None:
        return None
    verb = next((token for token in head.ancestors if token.pos_ in ("VERB", "AUX")), None)
    subject = subject_of(verb) if verb is not None else None
    if subject is None or subject.i >= head.i:
        return None
    if verb is not None and verb.lemma_.lower() == "account":
        return None  # who accounts for a part of its trade is not the one whose trade it is
    if own == "its" and subject.ent_type_ == "PERSON":
        return None  # "Mr Okoro said the front wanted 11 of its men back"
    name = name_of(subject)
    return country_or(name) if name else None


def country_or(name: str) -> str:
    """The common name of the country if the name is one, else the name without its article."""
    plain = re.sub(r"^(?:the|The|its|their|his|her) ", "", name)
    nation = nationalities.countries().get(plain) or nationalities.demonyms().get(plain)
    return nation.name if nation else plain


def country_or_none(name: str | None) -> str | None:
    """The same, for a name that may be missing."""
    return country_or(name) if name else None
