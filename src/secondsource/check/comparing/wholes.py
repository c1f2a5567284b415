"""Words by which a sentence says something of all, which a source must say of the same."""

import re

from ...model.event import REAL, Status
from ..telling.kin import word_kin
from ..telling.told import Told, said_words

WHOLES = frozenset("all every each always entire whole entirely completely fully both".split())
"""Words by which a sentence says it of all."""

_OF_ALL = re.compile(
    r"\b(?:all|every|each|entire|always)\b(?!\s+(?:the\s+|of\s+)*(?:\d|day|week|month|year)|\s+other\b)",
    re.I,
)


_EACH_OTHER = re.compile(r"\beach other\b")


def missing_wholes(asked: Told, source: Told, status: Status) -> list[str]:
    """The word that makes the sentence say it of all, where the source says it only of some."""
    here = set(source.citation.words.lower().split())
    wholes = [
        word
        for word in _EACH_OTHER.sub(" ", asked.citation.words.lower()).split()
        if word in WHOLES
    ]
    if status in REAL:
        words = source.citation.words
        told = [_after(words, one.end()) for one in _ALL.finditer(words)]
        for found in _OF_ALL.finditer(asked.citation.words):
            own = _after(asked.citation.words, found.end())
            if not any(own & other or not own for other in told):
                return [found.group()]
    return wholes[:1] if "only" in here and not here & WHOLES - {"both"} else []


_ALL = re.compile(rf"\b(?:{'|'.join(sorted(WHOLES))})\b", re.I)

_NEAR = 5
"""Words within which stands what a word like "all" is said of."""


def _after(words: str, at: int) -> frozenset[str]:
    """What the words right after a place in a sentence may mean."""
    near = " ".join(words[at:].split()[:_NEAR])
    return frozenset[str]().union(*(word_kin(word) for _, word in said_words(near)))
