"""How two wordings of one quotation stand to each other: the same, cut, altered, or other words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product
from typing import Literal

from .words import WORD

Relation = Literal["verbatim", "trimmed", "altered", "paraphrase"]

LEAST_IN_COMMON = 0.6
"""Share of the shorter wording's words that must stand in the other in order for the two to be one wording, altered;
with fewer they are other words."""


def relation(first: str, second: str) -> Relation:
    """How the second wording stands to the first: the same words, but for what editors put into brackets; a part of them, or they of it, with nothing else
    changed than where it begins and ends, what an ellipsis or an editor's brackets own to and whole sentences that
    are left out; nearly the same (at least 60 % of the words in order); or other words."""
    pairs = [_compared(one, two) for one, two in product(_readings(first), _readings(second))]
    if any(pair.same for pair in pairs):
        return "verbatim"
    if any(pair.matched and not pair.differing for pair in pairs):
        return "trimmed"
    return "altered" if any(pair.altered for pair in pairs) else "paraphrase"


def differing_words(first: str, second: str) -> list[tuple[str, str]]:
    """Pairs of runs of words that differ between two wordings, in order; what one of them only cuts is no difference."""
    pairs = (_compared(one, two) for one, two in product(_readings(first), _readings(second)))
    return min((pair.differing for pair in pairs), key=len)


_BRACKETED = re.compile(r"\s*(?:\[[^\[\]]*\]|\([^()]*\))")


def _readings(text: str) -> list[str]:
    """A wording as it stands, and without what its editor put into brackets."""
    plain = text.replace("’", "'")
    bare = _BRACKETED.sub(" ", plain)
    return [plain] if bare == plain or not WORD.search(bare) else [plain, bare]


@dataclass(frozen=True)
class _Compared:
    same: bool
    matched: bool
    altered: bool
    differing: list[tuple[str, str]]


@dataclass(frozen=True)
class _Wording:
    """A wording's words, and for each place between two of them (and before the first and behind the last) whether a
    sentence ends there and whether words are owned to be left out there."""

    words: list[str]
    ends: list[bool]
    gaps: list[bool]

    @classmethod
    def of(cls, text: str) -> "_Wording":
        found = list(WORD.finditer(text))
        places = zip(
            [0, *(w.end() for w in found)], [*(w.start() for w in found), len(text)], strict=True
        )
        between = [text[start:end] for start, end in places]
        return cls(
            [word[0] for word in found],
            [n in (0, len(found)) or bool(_END.search(part)) for n, part in enumerate(between)],
            [bool(_ELLIPSIS.search(part)) for part in between],
        )


_END = re.compile(r"[.?!…]")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|[\[(]\s*$")


def _compared(first: str, second: str) -> _Compared:
    one, two = _Wording.of(first), _Wording.of(second)
    lower = [[word.lower() for word in each.words] for each in (one, two)]
    matcher = SequenceMatcher(None, lower[0], lower[1], autojunk=False)
    matched = sum(block.size for block in matcher.get_matching_blocks())
    shorter = min(map(len, lower))
    differing = [
        (" ".join(one.words[a:b]), " ".join(two.words[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal" and not _is_cut(one, (a, b), two, (c, d))
    ]
    return _Compared(
        lower[0] == lower[1],
        matched >= min(shorter, max(LEAST_RUN, shorter // 2)) > 0,
        matched >= LEAST_IN_COMMON * shorter,
        differing,
    )


LEAST_RUN = 4
"""Words that two wordings must share for one to be the other cut: fewer are chance."""


def _is_cut(one: _Wording, in_one: tuple[int, int], two: _Wording, in_two: tuple[int, int]) -> bool:
    """Whether two runs of words do not differ but are cut or spelled in another way: at the beginning or end of
    both, where one has nothing; whole sentences; where the other owns to it; "good will" and "goodwill"."""
    if _letters(one.words[slice(*in_one)]) == _letters(two.words[slice(*in_two)]):
        return True
    for (whole, (start, end)), (cut, (at, stop)) in _either_way((one, in_one), (two, in_two)):
        if at != stop:
            continue
        if at in (0, len(cut.words)) and (start == 0 or end == len(whole.words)):
            return True
        if cut.gaps[at] or (whole.ends[start] and whole.ends[end]):
            return True
    return False


_Side = tuple[_Wording, tuple[int, int]]


def _either_way(one: _Side, two: _Side) -> Iterator[tuple[_Side, _Side]]:
    yield one, two
    yield two, one


def _letters(words: list[str]) -> str:
    return "".join("".join(words).lower().split())
