"""Which words of a text tell of an event, and the noun that completes a light verb."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...lexicon.events import EventEntry, classes, noun_entries, operators, verb_entries
from ..tokens import Text, Token
from .ceasing import as_ceasing
from .clause_parts import agents_of, direct_object, subject
from .frames import entry_for
from .grammar import (
    is_nominal,
    is_passive,
    is_verb,
    lemma,
)
from .hyphens import hyphenated, prefix_of
from .kinds import belongs, is_accord_name
from .participles import is_done_already
from .second_senses import is_of_nature, is_speaking_document
from .spelling import spelled_noun, spelled_verb
from .tenses import tense
from .worlds import played_tokens

_NAMES = frozenset({"ORG", "PERSON", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT", "FAC"})


@dataclass(frozen=True)
class Trigger:
    """A word that tells of an event, with the noun that completes a light verb, if it has one."""

    token: Token
    entry: EventEntry
    noun: Token | None
    mode: str | None


def find_triggers(text: Text) -> Iterator[Trigger]:
    """The event words of a text, in its order."""
    verbs, nouns = verb_entries(), noun_entries()
    second_words = _second_words()
    played: dict[int, range | frozenset[int]] = {}
    taken: set[int] = set()
    for token in _candidates(text):
        if token.i in taken:
            continue
        word = lemma(token)
        if is_verb(token):
            if prefix_of(token) + word not in verbs:
                continue
        elif hyphenated(token):
            if hyphenated(token) not in nouns:
                continue
        elif not is_nominal(token) or (
            word not in nouns and word not in second_words and not _may_be_given(token)
        ):
            continue
        if _is_no_predicate(token):
            continue
        entry = entry_for(token)
        if entry is None or (
            is_verb(token)
            and (_is_of_beasts(token) or _is_joked(token) or _is_of_nature(token, entry))
        ):
            continue
        sentence = token.sent
        if sentence.start not in played:
            played[sentence.start] = played_tokens(sentence)
        if token.i in played[sentence.start]:
            continue
        noun = None
        if is_verb(token):
            entry = as_ceasing(token, entry)
        mode = entry.mode
        if is_verb(token):
            noun = _completing_noun(token, entry)
            if noun is not None:
                inner = entry_for(noun)
                if inner is not None:
                    mode = inner.mode or mode if inner.type == entry.type else mode
                    taken.add(noun.i)
        elif _is_absorbed(token):
            continue
        yield Trigger(token, entry, noun, mode)


def _is_of_beasts(verb: Token) -> bool:
    """Whether beasts do what a verb tells of: "Wolves ambushed a flock"."""
    who = None if is_passive(verb) else subject(verb)
    return who is not None and lemma(who) in classes()["ANIMAL"] and not who.ent_type_


def _is_of_nature(verb: Token, entry: EventEntry) -> bool:
    """Whether the weather or a sickness does what a verb of force tells of: "a cyclone pounded the coast"."""
    if entry.type not in ("assault", "coerce"):
        return False
    doers = agents_of(verb) if is_passive(verb) else [subject(verb)]
    return any(who is not None and is_of_nature(who) for who in doers)


_JOKING = frozenset({"joke", "quip", "laugh", "giggle", "chuckle", "jest", "tease", "deadpan"})


def _is_joked(verb: Token) -> bool:
    """Whether somebody says in fun what he will or could do: "I will kill my brother, she laughed"."""
    node = verb
    for _ in range(4):
        if node.head == node:
            return False
        above = node.head
        if node.dep_ in ("ccomp", "parataxis") and is_verb(above) and lemma(above) in _JOKING:
            return tense(verb) != "past"
        node = above
    return False


_EVENTFUL = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADP", "ADV", "ADJ"})


def _candidates(text: Text) -> Iterator[Token]:
    """The tokens whose word or second half of a word the table knows."""
    for token in text:
        if token.pos_ in _EVENTFUL and (
            _is_known(token.lemma_) or (token.i and token.nbor(-1).text == "-")
        ):
            yield token


@cache
def _is_known(word: str) -> bool:
    """Whether a lemma stands in the table, or for something that can be given."""
    table, word = classes(), word.lower()
    return (
        spelled_verb(word) in verb_entries()
        or word in noun_entries()
        or spelled_noun(word) in noun_entries()
        or word in _second_words()
        or any(word in table[name] for name in ("AID", "ARMS", "MONEY"))
    )


def _may_be_given(token: Token) -> bool:
    """Whether a noun is a thing that can be pledged or asked for."""
    table = classes()
    word = token.lemma_.lower()
    return word in table["AID"] or word in table["ARMS"] or word in table["MONEY"]


@cache
def _second_words() -> frozenset[str]:
    return frozenset(word.split()[-1] for word in noun_entries() if " " in word)


def _is_no_predicate(token: Token) -> bool:
    """Whether a word only modifies another ("captured soldiers", "attack helicopters") or is a name."""
    if token.pos_ == "PROPN" and (token.ent_type_ in _NAMES or _is_title(token)):
        return True
    if _is_mentioned(token) or is_accord_name(token) or is_speaking_document(token):
        return True
    if is_verb(token) and _is_sourcing(token):
        return True
    if is_verb(token):
        if token.dep_ == "amod" and is_done_already(token):
            return False
        return token.dep_ in ("amod", "aux", "auxpass", "compound", "nmod", "case", "prep", "mark")
    if token.dep_ in ("compound", "nmod", "npadvmod"):
        head = token.head
        return operators("noun").get(lemma(head)) in (None, "transparent", "factive")
    return token.dep_ in ("amod",)


_TALKING = frozenset({"discuss", "speak", "talk", "comment", "brief", "describe", "disclose"})
_LEAVE = frozenset({"authorize", "authorise", "permit", "allow", "empower"})


def _is_sourcing(verb: Token) -> bool:
    """Whether a verb of talking only says why a source has no name: "spoke on condition of anonymity to
    discuss the plans", "was not authorized to discuss them"."""
    if lemma(verb) not in _TALKING or tense(verb) != "none":
        return False
    node = verb
    for _ in range(4):
        if node.head == node:
            break
        node = node.head
        if lemma(node) == "anonymity" or (lemma(node) in _LEAVE and is_passive(node)):
            return True
    return any(word.lower_ == "anonymity" for word in verb.doc[max(0, verb.i - 4) : verb.i])


_MENTIONING = frozenset({"word", "term", "phrase", "expression", "verb", "noun", "adjective"})


def _is_mentioned(token: Token) -> bool:
    """Whether a word only stands for itself ("the word strike", "used the term 'invasion'")."""
    before = token.i - 1
    if before > 0 and token.doc[before].is_quote:
        before -= 1
    return before >= 0 and token.doc[before].lower_ in _MENTIONING


def _is_title(token: Token) -> bool:
    """Whether a capitalised noun inside a sentence is a name ("the Raid of the Ravens")."""
    start = token.sent.start
    words = [word for word in token.sent if word.text.isalpha()]
    if token.i <= start + 1 or not token.text[:1].isupper():
        return token.i == start + 1 and any(
            child.dep_ == "prep"
            and any(inner.pos_ == "PROPN" and inner.ent_type_ == "" for inner in child.children)
            for child in token.children
        )
    lower = sum(word.text[:1].islower() for word in words)
    return lower > len(words) / 2


def _completing_noun(verb: Token, entry: EventEntry) -> Token | None:
    """The object noun that makes one event with its verb ("lifted sanctions", "held talks")."""
    thing = direct_object(verb)
    if thing is None or not is_nominal(thing):
        return None
    classes = [name for need in entry.needs if need.what in ("obj", "with") for name in need.values]
    if not classes or not belongs(thing, classes):
        return None
    inner = entry_for(thing)
    if inner is None:
        return None
    if inner.type == entry.type or (
        entry.type == "concede" and inner.type in ("sanction", "coerce")
    ):
        return thing
    return None


def _is_absorbed(noun: Token) -> bool:
    """Whether a noun is part of the event of its verb."""
    head = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and is_verb(head):
        entry = entry_for(head)
        return entry is not None and _completing_noun(head, entry) == noun
    return False
