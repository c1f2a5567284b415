"""The language of a text."""

from functools import cache
from typing import Any

UNDETERMINED = "und"
_SHORTEST = 40
"""Fewer characters than this say too little (letters shared by many languages)."""
_SURE = 0.9
"""Below this share of the probability the language is not named."""
_FIRST = 500
"""Characters that settle most texts: where the share is as high as `_VERY_SURE`."""
_VERY_SURE = 0.99
_ENGLISH = frozenset("the of and that was were with has have is said by from their which".split())
_ENGLISH_SHARE = 0.13
_ENGLISH_WORDS = 50
"""So many of the first words, so many of them these: no other language has them, and no look at the
letters is needed. (English reports have a fifth of them.)"""
_FEWEST_LETTERS = 4
"""Fewer letters than this tell no script."""
_LATIN = range(0x250), range(0x1E00, 0x1F00), range(0xFF21, 0xFF5B)
"""Code points whose letters are Latin (Unicode 15: Basic Latin to Latin Extended-B, Latin Extended
Additional, full-width)."""
_LONGEST = 1200
"""More characters than this change nothing and cost time."""


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str:
    """ISO 639-1 of the text's language; `und` where the text is too short or the finding unsure. A text in
    other letters than Latin ones is never English: there the likeliest language is named."""
    sample = text[:_LONGEST]
    if not sample.isascii() and _is_of_other_script(sample[:_FIRST]):
        language = str(_identifier().classify(sample[:_FIRST])[0])
        return language if language != "en" else UNDETERMINED
    if len(sample) < 4 * _SHORTEST and sum(letter.isalpha() for letter in sample) < _SHORTEST:
        return UNDETERMINED
    words = sample.lower().split()
    if len(words) >= _ENGLISH_WORDS and (
        sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words)
    ):
        return "en"
    language, share = _identifier().classify(sample[:_FIRST])
    if share < _VERY_SURE and len(sample) > _FIRST:
        language, share = _identifier().classify(sample)
    return str(language) if share >= _SURE else UNDETERMINED


def _is_of_other_script(sample: str) -> bool:
    """Whether most letters are not Latin."""
    plain = sample.encode("ascii", "ignore").decode()
    if 2 * sum(map(str.isalpha, plain)) >= sum(map(str.isalpha, sample)):  # most texts
        return False
    letters = [ord(letter) for letter in sample if letter.isalpha()]
    latin = sum(any(letter in block for block in _LATIN) for letter in letters)
    return len(letters) >= _FEWEST_LETTERS and 2 * latin < len(letters)
