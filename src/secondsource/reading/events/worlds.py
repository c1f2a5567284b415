"""Sentences that are not about the world: matches and works of fiction."""

from spacy.tokens import Span

from ...lexicon.events import word_lists


def is_play(sentence: Span) -> bool:
    """Whether a sentence reports sport or tells of a work of fiction: its attacks are no attacks."""
    nouns = [token for token in sentence if token.pos_ in ("NOUN", "PROPN", "ADJ")]
    words = {token.lemma_.lower() for token in nouns} | {token.lower_ for token in nouns}
    sport, fiction = word_lists("sport"), word_lists("fiction")
    if (
        words & sport["strong"]
        or len({token.lemma_.lower() for token in nouns} & sport["weak"]) >= 2
    ):
        return not words & sport["real"]
    if len(words & fiction["weak"]) >= 3:
        return True
    return bool(words & fiction["strong"]) and _is_topic(sentence, fiction["strong"])


def _is_topic(sentence: Span, words: frozenset[str]) -> bool:
    """Whether a word of fiction carries the sentence: it stands in its main clause or in an "in"-phrase."""
    return any(
        token.pos_ in ("NOUN", "ADJ")
        and (token.lower_ in words or token.lemma_.lower() in words)
        and token.dep_
        in ("nsubj", "nsubjpass", "pobj", "attr", "dobj", "appos", "ROOT", "compound", "amod")
        for token in sentence
    )
