"""What the wording of a source says against a sentence: clause by clause, and word for word where both are built alike. What is
nearest to a sentence in its wording counts before what bears it out in words of its own."""

from collections.abc import Iterable

from spacy.tokens import Doc

from ...lexicon.stems import stem
from ..telling.values import Difference
from .clauses import Ties, exchanged_anywhere
from .frames import NEAR_COPY, alike, framed, is_told_as_done, reworded
from .qualifiers import turned
from .stances import left_open, put_otherwise, puts_alike


def told_otherwise(
    asked: Doc, told: Doc, ties: Ties, real: bool
) -> tuple[tuple[Difference, str], ...]:
    """What a source tells otherwise; of what it leaves open (not `real`) its "not" says nothing."""
    found = framed(asked, told, ties) or exchanged_anywhere(asked, told, ties)
    if not found and real:
        found = put_otherwise(asked, told)
    return tuple((kind, f"there: {there}") for kind, _, there in found[:1])


def may_be_near(asked: str, told: str) -> bool:
    """Whether a sentence shares so many words with another that a parse may show it to be all but the same."""
    words = asked.lower().split()
    return len(set(words) & set(told.lower().split())) >= _WORTH_A_PARSE * len(set(words))


_WORTH_A_PARSE = 0.6
"""The same for words with what stands at their ends, before any parse."""


def said_by_nearest(
    asked: Doc, near: Iterable[Doc], bearing: Iterable[Doc], ties: Ties
) -> tuple[Doc, str] | None:
    """The sentence of the record that is all but the same and tells otherwise, and what it has, if none of those that bear the
    sentence out (`bearing`) holds the word in which they differ."""
    bearing = list(bearing)
    held = [frozenset(stem(token.lower_) for token in doc) for doc in bearing]
    for doc in near:
        if alike(asked, doc) < NEAR_COPY:
            continue
        found = [*framed(asked, doc, ties), *exchanged_anywhere(asked, doc, ties)]
        found += put_otherwise(asked, doc)
        found += [("polarity", word, f"{word} is left open") for word in left_open(asked, doc)]
        other_words = (*turned(asked, doc, ties), *reworded(asked, doc))
        found += [("participants", words, f"not “{words}”") for words in other_words]
        for kind, ours, theirs in found:
            wanted = {stem(word.lower()) for word in ours.split()}
            # That somebody says "not" of something else bears out no "not".
            by_verb = kind == "polarity" and not is_told_as_done(ours)
            borne = (
                any(puts_alike(asked, doc, ours) for doc in bearing)
                if by_verb
                else any(wanted <= words for words in held)
            )
            if not borne:
                return doc, theirs
    return None
