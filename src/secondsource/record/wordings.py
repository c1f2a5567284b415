"""How two wordings of one quotation stand to each other: the same, cut, altered, or other words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product
from typing import Literal

from .words import WORD, content_stems

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


def is_reworded(first: str, second: str) -> bool:
    """Whether two wordings that are nearly the same have other words that carry sense in one place: what both give as word
    for word was then said twice, or one of them is not word for word."""
    return relation(first, second) == "altered" and bool(reworded_places(first, second))


def reworded_places(first: str, second: str) -> list[tuple[str, str]]:
    """The places where each of two wordings has words that carry sense, and the other has others."""
    return [
        (one, two)
        for one, two in differing_words(first, second)
        if one and two and _sense(one) != _sense(two)
    ]


def _sense(words: str) -> frozenset[str]:
    return content_stems(" ".join(map(written_out, WORD.findall(words))))


_BRACKETED = re.compile(r"\s*(?:\[[^\[\]]*\]|\([^()]*\))")


def _readings(text: str) -> list[str]:
    """A wording as it stands, and without what its editor put into brackets."""
    plain = _APOSTROPHE.sub("'", text)
    bare = _BRACKETED.sub(" … ", plain)  # what an editor put in may stand for what he left out
    return [plain] if bare == plain or not WORD.search(bare) else [plain, bare]


_APOSTROPHE = re.compile(r"’|(?<=\w)[‘`](?=\w)")
"""Also one that was turned the wrong way: "the harbour‘s"."""


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
        found = [span for word in WORD.finditer(text) for span in _parts(word)]
        places = zip(
            [0, *(end for _, end in found)],
            [*(start for start, _ in found), len(text)],
            strict=True,
        )
        between = [text[start:end] for start, end in places]
        return cls(
            [text[start:end] for start, end in found],
            [n in (0, len(found)) or bool(_END.search(part)) for n, part in enumerate(between)],
            [bool(_ELLIPSIS.search(part)) for part in between],
        )


def _parts(word: re.Match[str]) -> list[tuple[int, int]]:
    """Where a word stands, one for each part of a short form: "there" and "'s", "20" and "bn"."""
    short = _SHORT.search(word[0]) or _UNIT.search(word[0])
    if short is None or short.start() == 0:
        return [word.span()]
    middle = word.start() + short.start()
    return [(word.start(), middle), (middle, word.end())]


_SHORT = re.compile(
    r"n't$|'(?:m|re|ve|ll)$|(?<=it)'s$|(?<=that)'s$|(?<=there)'s$|(?<=he)'s$|(?<=what)'s$|(?<=here)'s$|(?<=who)'s$",
    re.IGNORECASE,
)
_UNIT = re.compile(r"(?<=\d)(?:bn|tn|ft|km|mi|lbs?)$", re.IGNORECASE)
"""What is written behind a number without a space: "20bn"."""
_LONG = {"n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'s": "is"}
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able)?$)"), "or"),
    (re.compile(r"(?<=[a-z][bt])re(?=s?$)"), "er"),
    (
        re.compile(
            r"^(travel|cancel|label|model|signal|fuel|level|channel|total)l(?=(?:ed|ing|er|ers)$)"
        ),
        r"\1",
    ),
    (re.compile(r"^(skil|wil|fulfil)(?=(?:ful|fully|ment|s)?$)"), r"\1l"),
    (re.compile(r"^tyre"), "tire"),
    (re.compile(r"(?<=^defen)ce$|(?<=^offen)ce$|(?<=^licen)ce$"), "se"),
    (re.compile(r"^programme"), "program"),
    (re.compile(r"(?<=dg)e(?=ments?$)"), ""),
    (re.compile(r"^gr[ae]y"), "gray"),
)
"""British and American spelling, ..."""
_ABBREVIATED = {
    "ft": "feet", "mi": "miles", "km": "kilometers", "bn": "billion", "tn": "trillion", "lb": "pounds", "lbs": "pounds",
    "sq": "square", "dr": "doctor", "gov": "governor", "sen": "senator",
}  # fmt: skip
"""... and words that papers shorten."""


_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")
"""Abbreviations with dots, which many papers write without: "U.S"."""


@lru_cache(maxsize=1 << 16)
def written_out(word: str) -> str:
    """A word in small letters, in American spelling, written out: papers write it in two ways without another word having
    been said."""
    word = word.lower()
    if _DOTTED.fullmatch(word):
        word = word.replace(".", "")
    if (long := _LONG.get(word) or _ABBREVIATED.get(word)) is not None:
        return long
    for form, instead in _SPELLINGS:
        word = form.sub(instead, word)
    return word


_END = re.compile(r"[.?!…]")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|[\[(]\s*$")


def _compared(first: str, second: str) -> _Compared:
    one, two = _Wording.of(first), _Wording.of(second)
    lower = [[written_out(word) for word in each.words] for each in (one, two)]
    matcher = SequenceMatcher(None, lower[0], lower[1], autojunk=False)
    matched = sum(block.size for block in matcher.get_matching_blocks())
    shorter = min(map(len, lower))
    differing = [
        (_joined(one.words[a:b]), _joined(two.words[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal" and not _is_cut(one, (a, b), two, (c, d))
    ]
    return _Compared(
        lower[0] == lower[1],
        matched >= min(shorter, max(LEAST_RUN, shorter // 2)) > 0,
        matched >= LEAST_IN_COMMON * shorter,
        differing,
    )


def _joined(words: list[str]) -> str:
    return re.sub(r" (?=n't$|n't |')", "", " ".join(words))


LEAST_RUN = 4
"""Words that two wordings must share for one to be the other cut: fewer are chance."""


def _is_cut(one: _Wording, in_one: tuple[int, int], two: _Wording, in_two: tuple[int, int]) -> bool:
    """Whether two runs of words do not differ but are cut or spelled in another way: at the beginning or end of
    both, where one has nothing; whole sentences; where the other owns to it; "good will" and "goodwill"."""
    if _letters(one.words[slice(*in_one)]) == _letters(two.words[slice(*in_two)]):
        return True
    for (whole, (start, end)), (cut, (at, stop)) in _either_way((one, in_one), (two, in_two)):
        if start == at == 0 and all(word.lower() in _JOINING for word in cut.words[at:stop]):
            return True  # "And we care" for "We came late, and we care"
        if at != stop:
            continue
        if at in (0, len(cut.words)) and (start == 0 or end == len(whole.words)):
            return True
        if cut.gaps[at] or (whole.ends[start] and whole.ends[end]):
            return True
    return False


_JOINING = frozenset("and but so well because".split())
"""Words with which what was cut off from its beginning may begin."""

_Side = tuple[_Wording, tuple[int, int]]


def _either_way(one: _Side, two: _Side) -> Iterator[tuple[_Side, _Side]]:
    yield one, two
    yield two, one


def _letters(words: list[str]) -> str:
    return "".join("".join(words).lower().split())
