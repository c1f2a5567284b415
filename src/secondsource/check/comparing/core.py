"""What carries a sentence: the words without which another tells something else, and their opposites."""

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from ...lexicon.paraphrases import paraphrases
from ...lexicon.stems import stem
from ...lexicon.synonyms import senses
from ...lexicon.wordnet import opposites
from ...model.event import REAL
from ..telling.carrying import is_light, is_phrase, reports, said_in
from ..telling.kin import OFFICES, telling_kin, word_kin
from ..telling.told import EMPTY_WORDS, LIGHT_VERBS, Deed, Told
from ..telling.values import Comparison, CoreWord, Difference, Question, Surroundings

_CARRYING = frozenset(
    "nsubj nsubjpass dobj attr acomp oprd dative xcomp ccomp conj pobj agent prep pcomp relcl compound".split()
)
"""Grammatical ties along which what a sentence asserts is told."""

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
    said = said_in(doc)
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
    of_office = token.dep_ == "compound" and token.head.lower_ in OFFICES
    of_office |= _is_portfolio(token)
    return CoreWord(
        words=token.text,
        kin=_kin_of(word, of_office),
        against=_against(word),
        is_thing=token.pos_ == "NOUN" and not of_office and token.dep_ not in ("attr", "compound"),
        near=of_office
        or token.pos_ in ("VERB", "ADJ")
        or token.dep_ in ("dobj", "attr", "nsubjpass"),
        slight=token.dep_ in ("compound", "amod") and not of_office,
        firm=token.dep_ in _FIRM
        or of_office
        or (token.dep_ == "pobj" and token.head.lower_ == "with"),
    )


_CONVERSE = (
    frozenset(map(stem, ("buy", "sell", "purchase", "sale"))),
    frozenset(map(stem, ("give", "receive", "get"))),
    frozenset(map(stem, ("lend", "borrow"))),
    frozenset(map(stem, ("send", "receive"))),
)
"""Verbs of which each tells the deed of the other from the other side."""


def opposed_to(word: str) -> frozenset[str]:
    """The stems of the words that mean the opposite, without those that only tell the same from the other side."""
    own = stem(word)
    return opposites(word).difference(*(pair for pair in _CONVERSE if own in pair))


def _against(word: str) -> frozenset[str]:
    """What the opposites of a word, or of the word that news puts for it, mean in news, and it itself does not ("drop": climb)."""
    alike = (word, *(group for group in sorted(senses(word)) if not group.startswith("=")))
    opposite = frozenset[str]().union(*map(opposed_to, alike))
    return frozenset[str]().union(*map(senses, sorted(opposite))) - word_kin(word)


def _kin_of(word: str, of_office: bool) -> frozenset[str]:
    """What a word may mean; of an office, and of what says which it is, no more than other spellings and words of news."""
    return senses(word) | paraphrases(word) if of_office else telling_kin(word)


def _is_portfolio(token: Token) -> bool:
    return token.dep_ == "amod" and token.lower_ in _PORTFOLIOS and token.head.lower_ in OFFICES


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
    said = said_in(doc)
    return frozenset[str]().union(
        *(word_kin(said.get(token.idx) or token.lower_) for token in doc if token.i not in aside)
    )


def said_as(main: Token, doc: Doc) -> str:
    """The main word, or the word that a phrase stands for if it belongs to one ("gave no answer": refuse)."""
    said = said_in(doc)
    root = next(token for token in doc if token.head == token)
    return said.get(main.idx) or said.get(root.idx) or main.lower_


def turning_words(doc: Doc, asked: Told) -> tuple[CoreWord, ...]:
    """The words of a parsed sentence that have an opposite."""
    said = said_in(doc)
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

PROMISING = frozenset({"promise", "threaten"})
"""Senses of the verbs with which somebody says what he will do."""

_WILL = re.compile(r"\b(?:will|would|may|might|shall)\b|[’']ll\b", re.I)


def is_promised(question: Question, source: Told) -> bool:
    """Whether those of whom the sentence tells a promise or a threat say in a source what will be done."""
    if not question.main & PROMISING or not _WILL.search(source.citation.words):
        return False
    speakers = source.speakers.union(*(saying.speaker for saying in source.sayings))
    doers = question.deed.sources if question.deed else question.told.names[:1]
    return any(keys & speakers for keys in doers)


_STANDING_FOR = re.compile(r"\b(?:it|they|them|its|their|theirs|these|those|this)\b", re.I)
"""Pronouns that stand for things named in the sentences before."""

ENOUGH_CORE = 2
"""Carrying words from which on a source that has them all tells the same, whatever its other words."""


def unheld(
    core: tuple[CoreWord, ...], one: Comparison, around: Surroundings
) -> tuple[CoreWord, ...]:
    """The carrying words that the source does not tell, nor (but for verbs and objects) the sentences right before
    it, nor (for what stands with another noun) its article."""
    spoken = one.source.spoken
    pointed = around.words if _STANDING_FOR.search(one.source.citation.words) else frozenset[str]()
    # Words in somebody's mouth that point to nothing before them name what they are about themselves.
    explicit = one.saying is not None and not _POINTING.search(one.source.citation.words)
    return tuple(
        word
        for word in core
        if not word.kin & spoken
        and not (word.is_thing and word.kin & pointed)
        and (word.near or (word.firm and explicit) or not word.kin & around.words)
        and not (word.slight and word.kin & around.article_words)
        and not (one.turned and word.against & spoken)
    )


def loosely_held(core: tuple[CoreWord, ...], one: Comparison) -> tuple[CoreWord, ...]:
    """The carrying words that the source tells only by words of a wider group."""
    spoken = one.source.spoken
    return tuple(
        word
        for word in core
        if word.kin & spoken and not any(key in spoken for key in word.kin if key[:2] != "~~")
    )


LOOSE_AT_MOST = 1 / 2
"""Share of the carrying words that may be told by words of a wider group."""


def too_loose(core: tuple[CoreWord, ...], one: Comparison) -> tuple[CoreWord, ...]:
    """The words that are told too loosely to bear the sentence out: none may be so where a name or a day had to be taken
    from around the source, and in any source only some."""
    loose = loosely_held(core, one)
    most = 0 if one.relaxed else max(1, LOOSE_AT_MOST * len(core))
    return loose if len(loose) > most else ()


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
