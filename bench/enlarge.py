"""Readings of many articles made from those of few, for measuring what grows with a story.

Each copy has ids and addresses of its own, and other words: in every longer word of the text that
begins with a small letter the vowels are exchanged, differently in each copy. Offsets stay as they
are, names and numbers too, so that the copies tell of the same people without being copies of text.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from secondsource.model.reading import Reading
from secondsource.model.value import identifier

VOWELS = "aeiou"
LEAST_LETTERS = 5
_ID = re.compile(r"[0-9a-f]{16}")
_WORD = re.compile(rf"\b[a-z]{{{LEAST_LETTERS},}}\b")
_WORDING = frozenset({"text", "words", "headline"})
_PAGES = frozenset({"address", "url"})


def enlarged(readings: Iterable[Reading], copies: int) -> Iterator[Reading]:
    """The readings, then each of them `copies - 1` times more in other words."""
    kept = list(readings)
    yield from kept
    for number in range(1, copies):
        for reading in kept:
            yield msgspec.convert(_altered(reading.to_dict(), number), Reading)


def _altered(value: Any, number: int, is_wording: bool = False) -> Any:
    """The plain value with ids, address and wordings of the copy of this number."""
    if isinstance(value, dict):
        changed = {
            key: _altered(item, number, key in _WORDING or (is_wording and key == "words"))
            for key, item in value.items()
        }
        for key in _PAGES & changed.keys():
            if changed[key]:
                changed[key] = f"{changed[key]}?copy={number}"
        return changed
    if isinstance(value, (list, tuple)):
        return [_altered(item, number, is_wording) for item in value]
    if not isinstance(value, str):
        return value
    if _ID.fullmatch(value):
        return identifier(value, number)
    return _WORD.sub(lambda match: _other_word(match[0], number), value) if is_wording else value


def _other_word(word: str, number: int) -> str:
    """Another word of the same length; the same one for the same word and number."""
    shift = int(identifier(word, number)[:4], 16)
    shifted = {
        vowel: VOWELS[(n + 1 + shift % (len(VOWELS) - 1)) % len(VOWELS)]
        for n, vowel in enumerate(VOWELS)
    }
    return "".join(shifted.get(letter, letter) for letter in word)
