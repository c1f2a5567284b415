"""Words of time and of what stands around it, each with its class for the grammar."""

from functools import cache
from typing import Any

from ...lexicon.calendar import holidays_by_first_word, tables

_CLOSED = {
    "d": "the",
    "a": "a an",
    "o": "of",
    "i": "in at on",
    "l": "last past previous preceding prior latest",
    "x": "next coming following upcoming ensuing",
    "c": "this",
    "t": "that those these",
    "m": "same very",
    "g": "ago",
    "v": "every each per",
    "p": "early late mid middle beginning start end close turn",
    "A": "other",
    "e": "earlier later",
    "b": "before",
    "f": "after from since",
    "&": "and or to through until till",
    "j": "trading business working fiscal consecutive straight full additional more calendar successive further",
    "y": "today tomorrow yesterday tonight",
    "h": "half",
    "w": "ahead",
    "s": "old",
    "k": "period",
    "L": "long",
    "F": "future present moment time",
    "J": "near foreseeable distant immediate short",
    "u": "once twice",
    "G": "within",
}
"""Words with only one class each (a few letters are shared with classes set below)."""

_APPROXIMATE = (
    "no more than",
    "not more than",
    "more than",
    "less than",
    "fewer than",
    "no less than",
    "no fewer than",
    "at least",
    "at most",
    "up to",
    "as long as",
    "as many as",
    "as little as",
    "close to",
    "just over",
    "just under",
    "well over",
    "a little over",
    "about",
    "around",
    "roughly",
    "approximately",
    "nearly",
    "almost",
    "over",
    "under",
    "some",
    "barely",
    "only",
    "just",
    "another",
    "an estimated",
)
VAGUE_PHRASES = {
    "as soon as possible": "FUTURE_REF",
    "in the near term": "FUTURE_REF",
    "the near term": "FUTURE_REF",
    "the short term": "FUTURE_REF",
    "the long term": "FUTURE_REF",
    "a later date": "FUTURE_REF",
    "a future date": "FUTURE_REF",
    "these days": "PRESENT_REF",
    "right now": "PRESENT_REF",
    "some time": "PXX",
    "a while": "PXX",
}
NOT_INCLUDED = frozenset({"only", "just", "some", "another"})
_VAGUE_NUMBERS = (
    "a couple of",
    "a couple",
    "couple of",
    "a few",
    "several",
    "few",
    "many",
    "a number of",
    "dozens of",
    "hundreds of",
    "thousands of",
)


@cache
def lexicon() -> dict[str, tuple[str, Any]]:
    """Class and meaning of every word that has just one, by its lower case."""
    table = tables()
    found: dict[str, tuple[str, Any]] = {}
    for code, words in _CLOSED.items():
        for word in words.split():
            found[word] = (code, word)
    for name, code in (
        ("weekdays", "W"),
        ("months", "M"),
        ("seasons", "S"),
        ("units", "U"),
        ("parts_of_day", "T"),
        ("sets", "R"),
        ("vague", "V"),
        ("decades", "E"),
    ):
        for word, value in table[name].items():
            found[word] = (code, value)
    for word, number in table["weekdays"].items():
        found[word + "s"] = ("P", number)
    for word in table["zones"]["words"]:
        found[word] = ("Z", word)
    found["o'clock"] = found["o’clock"] = ("C", None)
    return found


Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases as tuples of words, by their first word, the longest first."""


@cache
def phrase_tables() -> tuple[Phrases, Phrases, Phrases]:
    """The phrases that are vague times, approximators, and vague numbers."""
    return _phrases(tuple(VAGUE_PHRASES)), _phrases(_APPROXIMATE), _phrases(_VAGUE_NUMBERS)


def _phrases(words: tuple[str, ...]) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words:
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(parts, key=len, reverse=True)) for first, parts in found.items()}


@cache
def known() -> frozenset[str]:
    """All words that can begin an item with a meaning."""
    table = tables()
    words = set(lexicon()) | set(holidays_by_first_word()) | {"am", "pm", "q", "so", "half"}
    for phrases in phrase_tables():
        words |= set(phrases)
    for name in ("numbers", "ordinals", "month_abbreviations", "weekday_abbreviations"):
        words |= set(table[name])
    return frozenset(words)


@cache
def plain() -> dict[str, tuple[str, Any]]:
    """Words and signs of one class that need no look at their neighbours."""
    table = tables()
    several = set(holidays_by_first_word()) | {"am", "pm", "q", "so", "half", "last"}
    for phrases in phrase_tables():
        several |= set(phrases)
    for name in ("numbers", "ordinals", "month_abbreviations", "weekday_abbreviations"):
        several |= set(table[name])
    found = {
        word: (code, value)
        for word, (code, value) in lexicon().items()
        if code not in "UMSWPp" and word not in several
    }
    return found | dict.fromkeys('.;:()[]"“”`?!&%*…|+=<>@_', (".", None))
