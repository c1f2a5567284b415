"""Sentences that are not about the world: matches and works of fiction."""

from spacy.tokens import Span, Token

from ...lexicon.events import word_lists


def is_play(sentence: Span) -> bool:
    """Whether a sentence reports sport or tells of a work of fiction: its attacks are no attacks."""
    for kind in ("sport", "fiction"):
        lists = word_lists(kind)
        words = {word for token in sentence for word in (token.lower_, token.lemma_.lower())}
        if words & lists["strong"] and (kind == "sport" or _is_topic(sentence, lists["strong"])):
            return True
        if len({token.lemma_.lower() for token in sentence} & lists["weak"]) >= 2 + (
            kind == "fiction"
        ):
            return True
    return False


def _is_topic(sentence: Span, words: frozenset[str]) -> bool:
    """Whether a word of fiction carries the sentence: it stands in its main clause or in an "in"-phrase."""

    def carries(token: Token) -> bool:
        return token.dep_ in (
            "nsubj",
            "nsubjpass",
            "pobj",
            "attr",
            "dobj",
            "appos",
            "ROOT",
            "compound",
            "amod",
        )

    return any(
        (token.lower_ in words or token.lemma_.lower() in words) and carries(token)
        for token in sentence
    )
