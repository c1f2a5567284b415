"""The words of a text as the time lexer takes them, and what the parse says about one of them."""

import re
from typing import NamedTuple

from ..tokens import Text, Token

_WORD = re.compile(
    r"\n\s*\n|[oO]['’]clock\b|(?<![^\W_])[apAP]\.\s?[mM]\.?(?![^\W_])|\d+(?:,\d{3})+(?!\d)|\d+|[½¼¾]|[^\W\d_]+|['’‘]s\b|\S"
)


class Word(NamedTuple):
    """One word of a text. A tuple, since thousands are made for every article."""

    start: int
    end: int
    lower: str


quickly = tuple.__new__
"""Makes an Item or a Word at a third of what its own constructor takes."""


def split(text: str) -> list[Word]:
    """The words, numbers and signs of a text; blank lines are words of their own."""
    return [quickly(Word, (m.start(), m.end(), m[0].lower())) for m in _WORD.finditer(text)]


class Wording:
    """The words of one text, by their places. `doc` is its parse, asked only about words of several meanings."""

    def __init__(self, doc: Text) -> None:
        self.doc = doc
        self.text = doc.text
        self.words = split(doc.text)

    def lower(self, place: int) -> str:
        return self.words[place].lower if 0 <= place < len(self.words) else ""

    def joined(self, place: int) -> bool:
        """Whether word `place` follows the one before it without a space."""
        return 0 < place < len(self.words) and self.words[place - 1].end == self.words[place].start

    def token(self, place: int) -> Token | None:
        """The parsed token in which a word begins."""
        word = self.words[place]
        span = self.doc.touched(word.start, word.end)
        return span[0] if span else None
