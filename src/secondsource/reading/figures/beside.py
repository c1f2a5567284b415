"""Nouns beside a number that say what it measures: before "of", after it, or at its verb."""

from dataclasses import dataclass
from itertools import islice

from ...lexicon import measures, nationalities, numbers
from ..tokens import Run, Token
from .owners import (
    country_or,
    country_or_none,
    direct_object,
    joined_words,
    name_of,
    object_of,
    possessor,
    subject_of,
    without_leading,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun beside a number, what is counted or measured in lower case, and of whom or what."""

    head: Token | None
    phrase: str | None
    of: str | None


NOTHING = Counted(None, None, None)


def noun_phrase(noun: Token, first: int) -> str:
    """A noun with the words that run up to it without a break, from token `first` on at the earliest."""
    start = noun.i
    while start > max(first, noun.left_edge.i, 0):
        token = noun.doc[start - 1]
        attached = token.dep_ in ("compound", "amod", "nmod", "npadvmod", "punct")
        if not (attached and (token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") or token.text == "-")):
            break
        if token.text in nationalities.demonyms():
            break
        start -= 1
    return joined_words(without_leading(list(noun.doc[start : noun.i + 1])))


def magnitude_before(whole: Run) -> Counted | None:
    """The strength of a quake: "of magnitude 5.9", "a magnitude 6.4 quake"."""
    scale = whole.doc[whole.start - 1] if whole.start else None
    if scale is None or scale.lower_ != "magnitude":
        return None
    behind = whole.doc[whole.end] if whole.end < len(whole.doc) else None
    over = scale.head.head if scale.head.lower_ in ("of", "with", "at") else scale.head
    shaken = behind if behind is not None and behind.pos_ == "NOUN" else over
    named = shaken.pos_ == "NOUN" and shaken != scale
    return Counted(scale, "magnitude", shaken.lower_ if named else None)


def named_before(whole: Run) -> Counted | None:
    """The noun before "of" and a number: "a depth of 10 kilometres", "a force of 15,000"."""
    doc = whole.doc
    if whole.start < 2 or doc[whole.start - 1].lower_ != "of":
        return None
    noun = doc[whole.start - 2]
    if noun.pos_ != "NOUN" or noun.lemma_.lower() in measures.words("empty"):
        return None
    words = [
        token
        for token in noun.lefts
        if token.dep_ in ("compound", "amod") and token.i >= noun.i - 2
    ]
    phrase = joined_words([*words, noun])
    whose = possessor(noun) or topic(Run(doc, noun.i, noun.i + 1))
    if noun.lemma_.lower() in _PARENTS:
        return Counted(noun, "children", whose)
    return Counted(noun, measures.extents().get(noun.lower_, phrase), whose)


_PARENTS = frozenset(
    {"mother", "father", "mom", "mum", "dad", "parent", "grandmother", "grandfather"}
)
"""Those who are said to be "of three" by how many children they have."""


def topic(tokens: Run) -> str | None:
    """The noun that an extent is of: the one it describes, or the subject of its verb."""
    root = tokens.root
    for token in islice(root.ancestors, 4):
        if (
            token.pos_ in ("NOUN", "PROPN")
            and root.dep_ in ("npadvmod", "amod", "nummod", "nmod")
            and token.i > root.i
        ):
            return token.lower_
        if token.pos_ in ("VERB", "AUX"):
            lemma = token.lemma_.lower()
            if any(lemma in numbers.firmness(group) for group in ("projecting", "estimating")):
                return None  # "the agency forecasts a harvest of": not the agency's
            return name_of(subject_of(token))
    return None


def from_verb(verb: Token, root: Token) -> Counted | None:
    """The subject or object of a verb of change or state, as what a number beside the verb measures."""
    lemma = verb.lemma_.lower()
    target = None
    if root.dep_ in ("pobj", "npadvmod", "nummod") or root.head.dep_ in ("prep", "npadvmod"):
        target = direct_object(verb) if lemma in measures.words("setting") else None
        if target is not None and (target.i >= root.i or target.pos_ not in ("NOUN", "PROPN")):
            target = None
    if target is None and lemma in measures.words("changing"):
        target = subject_of(verb)
    if target is None or target.pos_ not in ("NOUN", "PROPN"):
        return None
    of = next(
        (
            child
            for child in target.children
            if child.lower_ in ("of", "for", "among", "at", "to", "in") and child.i > target.i
        ),
        None,
    )
    inner = object_of(of) if of is not None else None
    if target.lemma_.lower() in measures.words("empty"):
        if inner is None or (inner.head.lower_ in ("at", "to", "in") and inner.pos_ == "PROPN"):
            return None  # "the number in Tanga": what is there is told elsewhere
        nations = [
            nationalities.demonyms().get(child.text)
            for child in inner.doc[inner.left_edge.i : inner.i]
        ]
        nation = next((nation.name for nation in nations if nation is not None), None)
        return Counted(inner, noun_phrase(inner, 0), nation or possessor(inner))
    if target.pos_ == "PROPN" and measures.group_of(target.lower_) is None:
        return Counted(target, None, country_or(name_of(target) or ""))
    owner = next(
        (
            nationalities.demonyms()[token.text].name
            for token in target.lefts
            if token.text in nationalities.demonyms()
        ),
        None,
    )
    phrase = measures.states().get(target.lower_) or noun_phrase(target, 0)
    return Counted(target, phrase, owner or possessor(target) or country_or_none(name_of(inner)))
