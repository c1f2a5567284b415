"""Columns: what the language pipeline knows of each token of a text, read out once for all steps."""

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import (
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    ID,
    IS_PUNCT,
    IS_QUOTE,
    IS_SPACE,
    IS_TITLE,
    IS_UPPER,
    LEMMA,
    LENGTH,
    LOWER,
    POS,
    SENT_START,
    SPACY,
    TAG,
)
from spacy.strings import StringStore
from spacy.tokens import Doc

_FLAGS = (SPACY, IS_PUNCT, IS_QUOTE, IS_SPACE, IS_TITLE, IS_UPPER)
_NUMBERS = (HEAD, LENGTH, SENT_START, ENT_IOB, ID)
_NAMES = (LOWER, LEMMA, TAG, DEP, POS, ENT_TYPE)
_READ = (*_FLAGS, *_NUMBERS, *_NAMES)

_KNOWN: dict[int, str] = {0: ""}
"""Strings by their numbers, which are hashes: the same in every vocabulary. Asked of spaCy once a process, since it looks
each one up among some hundred thousand."""


def _names(numbers: list[int], strings: StringStore) -> list[str]:
    try:
        return [_KNOWN[number] for number in numbers]
    except KeyError:
        for number in set(numbers).difference(_KNOWN):
            _KNOWN[number] = strings[number]
        return [_KNOWN[number] for number in numbers]


class Columns:
    """The attributes of all tokens of a text, by spaCy's names for them (`spacy.attrs`)."""

    def __init__(self, doc: Doc) -> None:
        table = (
            doc.to_array(list(_READ)).reshape(len(doc), len(_READ)).astype(np.uint64, copy=False)
        )
        self._table = dict(zip(_READ, np.ascontiguousarray(table.T), strict=True))
        self._names = {
            kind: _names(self._table[kind].tolist(), doc.vocab.strings) for kind in _NAMES
        }

    def hashes(self, attribute: int) -> NDArray[np.uint64]:
        """The numbers of an attribute whose values are strings."""
        found: NDArray[np.uint64] = self._table[attribute]
        return found

    def numbers(self, attribute: int) -> NDArray[np.int64]:
        """The values of an attribute that counts."""
        found: NDArray[np.int64] = self._table[attribute].view(np.int64)
        return found

    def flags(self, attribute: int) -> NDArray[np.bool_]:
        """The values of an attribute that holds or does not."""
        found: NDArray[np.bool_] = self._table[attribute] != 0
        return found

    def names(self, attribute: int) -> list[str]:
        """The values of an attribute whose values are strings, "" for none."""
        return self._names[attribute]


_KEPT = "secondsource.columns"


def columns_of(doc: Doc) -> Columns:
    """The columns of a parsed text, made once for each."""
    kept = doc.user_data.get(_KEPT)
    if not isinstance(kept, Columns):
        kept = doc.user_data[_KEPT] = Columns(doc)
    return kept
