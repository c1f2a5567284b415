"""What carries a sentence: the words without which another tells something else, and their opposites."""

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from ..lexicon.stems import stem
from ..lexicon.synonyms import senses
from ..lexicon.wordnet import opposites
from ..model.event import REAL
from .assertion import EMPTY_VERBS, reports
from .kin import word_kin
from .told import EMPTY_WORDS, LIGHT_VERBS, Deed, Told, said_words
from .values import Comparison, CoreWord, Difference, Surroundings

_CARRYING = frozenset(
    "nsubj nsubjpass dobj attr acomp oprd dative xcomp ccomp conj pobj agent prep pcomp relcl compound".split()
)
"""Grammatical ties along which what a sentence asserts is told."""

_OFFICES = frozenset(
    """president minister chancellor king queen ambassador senator governor mayor general prince judge prosecutor
    secretary deputy commissioner envoy""".split()
)
"""Nouns for offices: known for the same only by the table of news usage, since who presides is no president."""

_FIRM = frozenset("nsubj dobj attr nsubjpass xcomp acomp oprd".split())

_WHEREABOUTS = frozenset("back home away ashore aboard afloat abroad underground".split())
"""Adverbs that tell by themselves where somebody is."""

_SLIGHT = frozenset(
    """people person man woman men women member official officials country government side part number
    idea notion suggestion claim package batch load lot series set range piece kind sort type company firm
    way time day week month year thing matter case place area time hour evening morning night""".split()
)
"""Nouns that say too little for a sentence to hang on them."""


def core_of(doc: Doc, asked: Told, attributed: bool) -> tuple[CoreWord, ...]:
    """The words that carry a parsed sentence, without names, numbers and times, which are compared apart, and without
    the verb with which it is `attributed` to somebody."""
    root = next((token for token in doc if token.head == token), None)
    if root is None:
        return ()
    found: list[CoreWord] = []
    said = dict(said_words(doc.text))
    if attributed or reports(root):
        said.pop(root.idx, None)
    _gather(root, asked, said, found)
    if root.lemma_ == "be":
        found += (
            replace(_core_word(one, one.lower_), near=True, firm=True)
            for one in root.children
            if one.dep_ == "advmod" and one.lower_ in _WHEREABOUTS
        )
    return tuple(found)


def _gather(token: Token, asked: Told, said: dict[int, str], found: list[CoreWord]) -> None:
    if _tells(token, asked) and token.idx in said:
        found.append(_core_word(token, said[token.idx]))
    for child in token.children:
        if child.dep_ in _CARRYING:
            _gather(child, asked, said, found)


def _core_word(token: Token, word: str) -> CoreWord:
    return CoreWord(
        words=token.text,
        kin=senses(word) if word in _OFFICES else word_kin(word),
        against=frozenset(f"={other}" for other in opposites(word)),
        near=token.pos_ in ("VERB", "ADJ") or token.dep_ in ("dobj", "attr", "nsubjpass"),
        slight=token.dep_ in ("compound", "amod"),
        firm=token.dep_ in _FIRM or (token.dep_ == "pobj" and token.head.lower_ == "with"),
    )


def _tells(token: Token, asked: Told) -> bool:
    lower = token.lower_
    return (
        token.pos_ in ("NOUN", "VERB", "ADJ", "ADV")
        and lower not in EMPTY_WORDS
        and token.lemma_.lower() not in _SLIGHT
        and token.lemma_ not in EMPTY_VERBS
        and (token.pos_ == "NOUN" or stem(lower) not in LIGHT_VERBS)
        and not any(start <= token.idx < end for start, end in asked.taken)
        and not any(char.isdigit() for char in lower)
    )


def asserted_deed(asked: Told, main: Token | None) -> Deed | None:
    """The event that the main clause asserts: the one told by its main word, else (where that says little by itself)
    the first."""
    if main is not None:
        own = word_kin(main.lower_)
        for deed in asked.deeds:
            if deed.words & own:
                return deed
        if (
            main.pos_ == "VERB"
            and stem(main.lower_) not in LIGHT_VERBS
            and not own & word_kin("plan")
        ):
            return None
    return next(iter(asked.deeds), None)


def said_as(main: Token, doc: Doc) -> str:
    """The main word, or the word that a phrase stands for if it belongs to one ("gave no answer": refuse)."""
    said = dict(said_words(doc.text))
    root = next(token for token in doc if token.head == token)
    return said.get(main.idx) or said.get(root.idx) or main.lower_


def turning_words(doc: Doc, asked: Told) -> tuple[CoreWord, ...]:
    """The words of a parsed sentence that have an opposite."""
    said = dict(said_words(doc.text))
    found = (
        _core_word(token, token.lemma_.lower())
        for token in doc
        if _tells(token, asked) and said.get(token.idx) == token.lower_
    )
    return tuple(word for word in found if word.against)


UNHELD_AT_MOST = 1 / 3
"""Share of the carrying words that may be told in words that we do not know for the same."""

UNHELD_IN_PASSING = 1 / 4
"""The same where no deed was found again and what reports have is not real."""

UNHELD_OF_UNREAL = 1 / 2
"""The same for deeds that reports have only as planned, threatened or denied, and tell in passing."""


_POINTING = re.compile(r"\b(?:he|she|it|they|them|him|her|this|these|those|his|its|their)\b", re.I)

ENOUGH_CORE = 2
"""Carrying words from which on a source that has them all tells the same, whatever its other words."""


def unheld(
    core: tuple[CoreWord, ...], one: Comparison, around: Surroundings
) -> tuple[CoreWord, ...]:
    """The carrying words that the source does not tell, nor (but for verbs and objects) the sentences right before
    it, nor (for what stands with another noun) its article."""
    spoken = one.source.spoken
    # Words in somebody's mouth that point to nothing before them name what they are about themselves.
    explicit = one.saying is not None and not _POINTING.search(one.source.citation.words)
    return tuple(
        word
        for word in core
        if not word.kin & spoken
        and (word.near or (word.firm and explicit) or not word.kin & around.words)
        and not (word.slight and word.kin & around.article_words)
        and not (one.turned and word.against & spoken)
    )


def too_many(lacking: tuple[CoreWord, ...], core: tuple[CoreWord, ...], one: Comparison) -> bool:
    """Whether a source that lacks these words tells something else than the sentence that they carry."""
    if one.status in REAL:
        return any(word.firm for word in lacking) or len(lacking) > UNHELD_AT_MOST * len(core)
    if one.deed is None:
        return not core or len(lacking) > UNHELD_IN_PASSING * len(core)
    most = UNHELD_OF_UNREAL * len(core)
    return len(lacking) > most or (
        len(lacking) == most and any(word.firm and not word.near for word in lacking)
    )


def opposed(words: tuple[CoreWord, ...], one: Comparison) -> tuple[tuple[Difference, str], ...]:
    """A difference for a word whose opposite the source tells in its stead."""
    return tuple(
        ("polarity", f"not {word.words}")
        for word in words
        if not word.kin & one.source.spoken and word.against & one.source.spoken
    )[:1]
