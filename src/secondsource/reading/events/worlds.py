"""Sentences that are not about the world: matches and works of fiction."""

import re

from ...lexicon.events import word_lists
from ..tokens import Sentence, Token

_CARRYING = frozenset({"nsubj", "nsubjpass", "attr", "ROOT"})


def played_tokens(sentence: Sentence) -> range | frozenset[int]:
    """The indexes (into the document) of the words of a sentence that tell of a match or of a work of
    fiction: all of them, where that is what the sentence is about, else those that hang on the film or novel."""
    nouns = [token for token in sentence if token.pos_ in ("NOUN", "PROPN", "ADJ")]
    words = {token.lemma_.lower() for token in nouns} | {token.lower_ for token in nouns}
    words.update(_joined(sentence))
    if "strikers" in words:
        words.discard("striker")  # several are on strike, one plays
    sport, fiction = word_lists("sport"), word_lists("fiction")
    if (
        _has_score(sentence)
        or words & sport["strong"]
        or len({token.lemma_.lower() for token in nouns if not _is_of_law(token)} & sport["weak"])
        >= 2
    ):
        # players strike too
        told = (token for token in sentence if (token.pos_, token.lemma_) != ("VERB", "strike"))
        real = {token.lemma_.lower() for token in told} & sport["real"]
        return frozenset() if real else range(sentence.start, sentence.end)
    if (
        len(words & fiction["weak"]) >= 3
        or (words & _PARTS and any(map(_is_part_of_play, nouns)))
        or (words & fiction["figures"] and any(map(_is_in_work, nouns)))
        or _is_not_meant(sentence)
        or _is_horoscope(sentence, words)
    ):
        return range(sentence.start, sentence.end)
    inside: set[int] = set()
    shows = bool(words & fiction["works"] or words & fiction["told"])
    for token in nouns:
        if shows:
            inside.update(_shown_in(token))
        if token.lower_ in fiction["strong"] or token.lemma_.lower() in fiction["strong"]:
            if _is_topic(token):
                return range(sentence.start, sentence.end)
            inside.update(word.i for word in token.subtree)
    return frozenset(inside)


def _joined(sentence: Sentence) -> set[str]:
    """The words that the pipeline has cut at a hyphen, whole: "quarter-final"."""
    return {
        f"{token.nbor(-1).lower_}-{token.nbor(1).lower_}"
        for token in sentence
        if token.text == "-" and sentence.start < token.i < sentence.end - 1
    }


def _is_of_law(noun: Token) -> bool:
    """Whether a plural has left the pitch: property rights, the two halves of an island."""
    return noun.lower_ in ("rights", "halves")


_PARTS = frozenset({"act", "scene", "chapter", "stanza", "canto", "episode"})
_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "opening", "closing", "final", "last"}
)


def _is_part_of_play(noun: Token) -> bool:
    """Whether a noun counts the acts, scenes or chapters of a work ("In the second act the queen"), other than what
    somebody did ("his first act as mayor", "the second act of sabotage")."""
    if noun.lower_ not in _PARTS:
        return False
    if not any(child.lower_ in _ORDINALS for child in noun.lefts):
        return False
    return not any(
        child.dep_ in ("poss", "acl")
        or (child.dep_ == "prep" and child.lower_ in ("of", "as", "in"))
        for child in noun.children
    ) and noun.dep_ in (*_CARRYING, "pobj")


def _is_in_work(noun: Token) -> bool:
    """Whether a noun is somebody in a work ("The play's hero is arrested"), other than a hero of the world."""
    if noun.lemma_.lower() not in word_lists("fiction")["figures"] or noun.dep_ not in _CARRYING:
        return False
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += [
        inner
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ == "of"
        for inner in child.children
    ]
    works = word_lists("fiction")["works"] | word_lists("fiction")["told"] | {"play"}
    return any(owner.lemma_.lower() in works for owner in owners)


def _shown_in(work: Token) -> list[int]:
    """The indexes of the words that say what is seen or told in a painting, legend or exhibition; of a book, which may
    tell of the world, only what it tells in the present ("tells how a nurse murders")."""
    name, verb = work.lemma_.lower(), work.head
    lists = word_lists("fiction")
    told = name in lists["told"]
    if work.dep_ != "nsubj" or not (told or name in lists["works"]):
        return []
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in lists["telling"]:
        return []
    below = [word for word in verb.subtree if word.i > verb.i]
    if told and any(word.tag_ in ("VBD", "VBN") for word in below):
        return []
    return [word.i for word in below]


def _is_not_meant(sentence: Sentence) -> bool:
    """Whether the first words of a sentence say that it is not meant: "Oh sure, and tomorrow", "Satire:", "Area man"."""
    start = [token.lower_ for token in sentence if not (token.is_space or token.is_quote)][:3]
    if len(start) < 3:
        return False
    if start[0] in _SNEERS and (start[1] in _SNEERS or start[1] == ","):
        return True
    satire = start[0] in ("satire", "parody", "spoof") and start[1] in (":", "|", "-")
    return satire or (start[0] == "area" and start[1] in _ANYBODY)


_SNEERS = frozenset({"oh", "sure", "yeah", "right", "wow", "ha"})
_ANYBODY = frozenset(
    {"man", "woman", "dad", "mother", "mom", "cat", "dog", "teen", "couple", "boy", "girl"}
)


def _is_horoscope(sentence: Sentence, words: set[str]) -> bool:
    """Whether the stars tell somebody his week: a sign or a planet, and "you"."""
    if not any(token.lower_ in ("you", "your") for token in sentence):
        return False
    return bool({token.lower_ for token in sentence} & word_lists("fiction")["stars"])


_SCORE = re.compile(r"(?<![\d-])\d{1,2} ?[-–] ?\d{1,2}(?![\d-])")


def _has_score(sentence: Sentence) -> bool:
    """Whether a sentence tells the score of a match ("defeated Rovers 3-0"), other than that of a vote."""
    lemmas = {token.lemma_.lower() for token in sentence}
    if not lemmas & word_lists("sport")["winning"] or lemmas & word_lists("sport")["voting"]:
        return False
    return _SCORE.search("".join(token.text_with_ws for token in sentence)) is not None


def _is_topic(token: Token) -> bool:
    """Whether a noun carries its sentence: as subject, or in an "in"-phrase that opens it."""
    if token.dep_ in _CARRYING:
        return True
    if token.dep_ == "compound" or (
        token.dep_ == "poss" and token.head.lemma_.lower() in word_lists("fiction")["weak"]
    ):
        return _is_topic(token.head)
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in ("in", "of")
        and (token.head.head.dep_ == "ROOT" or token.head.head.dep_ in _CARRYING)
    )
