"""What a text tells beside an expression of time: "pleaded" and "last week" of one sentence.

A word and an expression of time recur together for days, where either of them recurs for months: reports say
that a well was capped "last week" in one week alone.
"""

import re
from collections.abc import Iterator

from ...lexicon.stems import stem
from ..words import FUNCTION_WORDS

_WHEN = re.compile(
    r"\b(?:(?:last|this|next|past|coming|earlier this|later this) (?:week|month|year|weekend|spring|summer|fall|autumn|winter)"
    r"|(?:last |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight"
    r"|(?:in |last |since |early |late |mid-)?(?:january|february|march|april|june|july|august|september|october|november|december)(?: \d{1,2}\b)?"
    r"|\w+ (?:days|weeks|months) (?:ago|later|after|earlier))\b",
    re.IGNORECASE,
)
"""Expressions that say from when they are told. May is left out, since the verb is far commoner."""
_SENTENCE_END = re.compile(r"(?<=[.!?”])\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def told_when(text: str) -> Iterator[tuple[str, str]]:
    """Each expression of time, in lower case, with the stem of each word of its sentence that carries content."""
    for sentence in _SENTENCE_END.split(text):
        found = [match[0].lower() for match in _WHEN.finditer(sentence)]
        if not found:
            continue
        words = {word.lower() for word in _WORD.findall(sentence)} - FUNCTION_WORDS
        stems = sorted({stem(word) for word in words})
        for when in found:
            for word in stems:
                yield when, word
