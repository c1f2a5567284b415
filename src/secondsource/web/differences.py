"""Two wordings side by side, with the words in which they differ marked."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

from ..model.value import Value

_PIECES = re.compile(r"\s+|\w+(?:['’]\w+)*|[^\w\s]")

MOST_WORDS = 1500
"""Longer wordings are shown without marks: comparing them takes time that grows with the square."""


class Piece(Value, frozen=True):
    """Some of a wording: the same in both, or only here."""

    words: str
    differs: bool


class Pair(Value, frozen=True):
    """Two wordings in pieces, left and right; `same` says that no word differs."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    same: bool


def side_by_side(left: str, right: str) -> Pair:
    """The two wordings in pieces. Case and the shape of quotation marks and spaces are no difference."""
    ours, theirs = _PIECES.findall(left), _PIECES.findall(right)
    if max(len(ours), len(theirs)) > 2 * MOST_WORDS:
        return Pair(
            left=(Piece(words=left, differs=False),),
            right=(Piece(words=right, differs=False),),
            same=left == right,
        )
    matcher = SequenceMatcher(None, _folded(ours), _folded(theirs), autojunk=False)
    operations = matcher.get_opcodes()
    return Pair(
        left=_pieces(ours, [(kind, a, b) for kind, a, b, _, _ in operations]),
        right=_pieces(theirs, [(kind, a, b) for kind, _, _, a, b in operations]),
        same=all(kind == "equal" for kind, *_ in operations),
    )


Kind = Literal["replace", "delete", "insert", "equal"]


def _pieces(words: Sequence[str], operations: Sequence[tuple[Kind, int, int]]) -> tuple[Piece, ...]:
    return tuple(
        Piece(words="".join(words[start:end]), differs=kind != "equal")
        for kind, start, end in operations
        if end > start
    )


_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def _folded(words: Sequence[str]) -> list[str]:
    return [" " if word.isspace() else word.casefold().translate(_QUOTES) for word in words]
