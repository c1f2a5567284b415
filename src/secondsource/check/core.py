"""What carries a sentence: the words without which another tells something else, and their opposites."""

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from ..lexicon.stems import stem
from ..lexicon.synonyms import senses
from ..lexicon.wordnet import opposites
from ..model.event import REAL
from .assertion import is_light, is_phrase, reports
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

_PORTFOLIOS = frozenset("foreign interior external prime vice assistant".split())
"""Adjectives that say which office it is."""

_MEASURES = frozenset("price cost value number amount level rate total size volume".split())
"""Nouns that only say in what something is measured."""

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
        if child.dep_ in _CARRYING or _is_portfolio(child):
            _gather(child, asked, said, found)


def _core_word(token: Token, word: str) -> CoreWord:
    # Which minister it is tells more than what stands with another noun.
    of_office = token.dep_ == "compound" and token.head.lower_ in _OFFICES
    of_office |= _is_portfolio(token)
    return CoreWord(
        words=token.text,
        kin=senses(word) if word in _OFFICES else word_kin(word),
        against=frozenset(f"={other}" for other in opposites(word)),
        near=of_office
        or token.pos_ in ("VERB", "ADJ")
        or token.dep_ in ("dobj", "attr", "nsubjpass"),
        slight=token.dep_ in ("compound", "amod") and not of_office,
        firm=token.dep_ in _FIRM
        or of_office
        or (token.dep_ == "pobj" and token.head.lower_ == "with"),
    )


def _is_portfolio(token: Token) -> bool:
    return token.dep_ == "amod" and token.lower_ in _PORTFOLIOS and token.head.lower_ in _OFFICES


def _tells(token: Token, asked: Told) -> bool:
    lower = token.lower_
    if token.lemma_ in _MEASURES and any(child.lower_ == "of" for child in token.children):
        # "The price of fish fell": what fell is the fish, as reports have it too.
        return False
    return (
        token.pos_ in ("NOUN", "VERB", "ADJ", "ADV")
        and lower not in EMPTY_WORDS
        and token.lemma_.lower() not in _SLIGHT
        and not is_light(token)
        and (token.pos_ == "NOUN" or stem(lower) not in LIGHT_VERBS)
        and not any(start <= token.idx < end for start, end in asked.taken)
        and not any(char.isdigit() for char in lower)
    )


def asserted_deed(asked: Told, main: Token | None) -> Deed | None:
    """The event that the main clause asserts: the one told by its main word, else (where that says little by itself)
    the first."""
    if main is not None:
        own = word_kin(main.lower_)
        if is_phrase(main):
            own |= word_kin(said_as(main, main.doc))
        for deed in asked.deeds:
            if deed.words & own:
                return deed
        if (
            main.pos_ == "VERB"
            and stem(main.lower_) not in LIGHT_VERBS
            and not own & word_kin("plan")
        ):
            return None
    here = _in_main_clause(main.doc) if main is not None else None
    return next((deed for deed in asked.deeds if here is None or deed.words & here), None)


def _in_main_clause(doc: Doc) -> frozenset[str]:
    """What the words of a sentence may mean that stand in none of its side clauses of time, cause or relation."""
    aside = {
        inner.i for token in doc if token.dep_ in ("advcl", "relcl") for inner in token.subtree
    }
    said = dict(said_words(doc.text))
    return frozenset[str]().union(
        *(word_kin(said.get(token.idx) or token.lower_) for token in doc if token.i not in aside)
    )


def said_as(main: Token, doc: Doc) -> str:
    """The main word, or the word that a phrase stands for if it belongs to one ("gave no answer": refuse)."""
    said = dict(said_words(doc.text))
    root = next(token for token in doc if token.head == token)
    return said.get(main.idx) or said.get(root.idx) or main.lower_


def turning_words(doc: Doc, asked: Told) -> tuple[CoreWord, ...]:
    """The words of a parsed sentence that have an opposite."""
    said = dict(said_words(doc.text))
    found = (
        _core_word(token, word if is_phrase(token) else token.lemma_.lower())
        for token in doc
        if (word := said.get(token.idx)) and _tells(token, asked)
    )
    return tuple(word for word in found if word.against)


UNHELD_AT_MOST = 1 / 3
"""Share of the carrying words that may be told in words that we do not know for the same."""

UNHELD_IN_PASSING = 1 / 4
"""The same where no deed was found again and what reports have is not real: and nothing that says what it is of."""

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
        of_other = any(word.slight for word in lacking)
        return not core or of_other or len(lacking) > UNHELD_IN_PASSING * len(core)
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
