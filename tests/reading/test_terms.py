"""Terms of anonymity are found around the words that each of them holds, as in the whole text."""

import random
import re
from types import SimpleNamespace
from typing import Any

import pytest

from secondsource.lexicon import reporting
from secondsource.reading.voices.terms import stated_terms

TERMS = [
    "on condition of anonymity",
    "asked not to be named",
    "asked not to be identified",
    "asking that their names",
    "whose names are being withheld",
    "spoke off the record",
]
OTHERS = "The officials , who asked gave a condition of names namesakes in the record not to be .".split()


def grid_of_words(text: str) -> Any:
    words = list(re.finditer(r"\w+|[^\w\s]", text))
    return SimpleNamespace(
        text=text,
        lower=[word[0].lower() for word in words],
        start=[word.start() for word in words],
        end=[word.end() for word in words],
    )


@pytest.mark.parametrize("seed", range(30))
def test_terms_are_those_of_the_whole_text(seed: int) -> None:
    draw = random.Random(seed)
    pieces = [draw.choice(TERMS if draw.random() < 0.2 else OTHERS) for _ in range(80)]
    text = " ".join(pieces)
    whole = [term.span() for term in reporting.anonymity_terms().finditer(text)]
    assert [term.span() for term in stated_terms(grid_of_words(text))] == whole
