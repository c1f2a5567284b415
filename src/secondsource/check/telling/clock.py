"""Which words of a parsed sentence tell a time, by the words of the calendar and the grammar: a parse with names and times
marked by the language pipeline would take twice as long."""

import re

from spacy.tokens import Token

from ...lexicon.calendar import tables

_NAMES = frozenset({*tables()["weekdays"], *tables()["months"], *tables()["month_abbreviations"]})

_SPANS = frozenset(
    """second minute hour day night morning afternoon evening noon midnight dawn dusk week weekend month quarter season spring
    summer autumn winter year decade century today tomorrow yesterday tonight a.m. p.m. am pm o'clock""".split()
)
"""Nouns and adverbs of times."""

_EDGES = frozenset("end beginning start middle close eve".split())
"""Nouns for a part of a time ("the end of the week")."""

_YEAR = re.compile(r"(?:1[89]|20)\d\d(?:s)?")


def tells_time(token: Token) -> bool:
    """Whether a word names a time, says which or how many of them, or what part."""
    if _is_time(token) or _YEAR.fullmatch(token.text):
        return True
    if token.head != token and _is_time(token.head):
        return token.dep_ in ("amod", "nummod", "det", "compound", "advmod", "poss", "quantmod")
    return token.lower_ in _EDGES and any(
        _is_time(one) for child in token.children if child.lower_ == "of" for one in child.children
    )


def _is_time(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    if word in _NAMES:
        # "may" and "march" begin with a small letter where they are no months.
        return token.text[:1].isupper()
    return token.lemma_.lower() in _SPANS or token.lower_ in _SPANS
