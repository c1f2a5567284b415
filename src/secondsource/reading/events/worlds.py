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
    if "strikers" in words:
        words.discard("striker")  # several are on strike, one plays
    sport, fiction = word_lists("sport"), word_lists("fiction")
    if (
        _has_score(sentence)
        or words & sport["strong"]
        or len({token.lemma_.lower() for token in nouns} & sport["weak"]) >= 2
    ):
        # players strike too
        told = (token for token in sentence if (token.pos_, token.lemma_) != ("VERB", "strike"))
        real = {token.lemma_.lower() for token in told} & sport["real"]
        return frozenset() if real else range(sentence.start, sentence.end)
    if len(words & fiction["weak"]) >= 3:
        return range(sentence.start, sentence.end)
    inside: set[int] = set()
    for token in nouns:
        if token.lower_ in fiction["strong"] or token.lemma_.lower() in fiction["strong"]:
            if _is_topic(token):
                return range(sentence.start, sentence.end)
            inside.update(word.i for word in token.subtree)
    return frozenset(inside)


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
