"""Whether cited words hold a sentence. Sees a sentence and its cited words, and nothing else.

A sentence is held when a citation has all of its words in the same order, and when nothing that
would change its truth was left out of that citation on the way: no negation, modal, condition,
hedge, approximator or word of saying. Whoever prints a line may shorten what it cites, never
turn it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from ..lexicon.reporting import verbs
from ..lexicon.stems import stem
from .line import Line

_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|[$€£¥%]")

DROPPED = frozenset({"a", "an", "the", "s"})
"""Words that a sentence may have or lack without a change of meaning."""

TRUTH_WORDS = frozenset(
    """not no never none nobody nothing neither nor cannot without hardly barely unless if whether
    would could may might should must shall will can ought unlikely likely possible possibly perhaps
    probably allegedly reportedly apparently alleged unconfirmed suspected supposed potential
    potentially prospective planned plan plans planning intends intend threatened threatens threat
    demand demanded demands deny denied denies denying refused refuse refuses failed fails fail
    hope hopes hoped fear fears feared expected expects expect believes believe believed considering
    weighing about around nearly almost roughly approximately more less fewer least most over under
    up some only estimated estimates estimate projected former
    said told thought knew felt wrote swore sworn foresaw foreseen understood held sought""".split()
)
"""Words that decide whether, how surely, how much or when something is so."""


def _fold(token: str) -> str:
    folded = unicodedata.normalize("NFKC", token).casefold().replace("’", "'")
    return folded.removesuffix("'s")


@lru_cache(maxsize=10_000)
def tokens_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, case folded, contractions of "not" apart, articles left out."""
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        token = _fold(match.group())
        if token.endswith("n't"):
            found += [token[:-3], "not"]
        elif token not in DROPPED:
            found.append(token)
    return tuple(found)


def decides_truth(token: str) -> bool:
    """Whether leaving this word out could turn a sentence into another one."""
    return token in TRUTH_WORDS or stem(token) in _saying_stems()


@cache
def _saying_stems() -> frozenset[str]:
    """Stems of the verbs of saying and thinking."""
    return frozenset(stem(verb) for verb in sorted(verbs("speech") | verbs("attitude")))


def reasons_to_refuse(sentence: str, cited: Sequence[str]) -> tuple[str, ...]:
    """Why the cited words do not hold the sentence; empty when one of them does.

    Each of `cited` is the words of one citation. The reasons are those of the citation that comes
    nearest.
    """
    if not cited:
        return ("it cites nothing",)
    spoken = tokens_of(sentence)
    if not spoken:
        return ("it says nothing",)
    return min((_compare(spoken, tokens_of(words)) for words in cited), key=len)


def _compare(spoken: tuple[str, ...], held: tuple[str, ...]) -> tuple[str, ...]:
    known = set(held)
    missing = sorted({token for token in spoken if token not in known})
    if missing:
        return tuple(f"“{token}” is not in the cited words" for token in missing)
    places = _places_in_order(spoken, held)
    if places is None:
        return ("the cited words have these words in another order",)
    dropped = [
        held[n] for n in sorted(set(range(len(held))) - set(places)) if decides_truth(held[n])
    ]
    if dropped:
        return tuple(f"“{token}” was left out" for token in dict.fromkeys(dropped))
    return tuple(
        f"the order number “{one}” to “{two}” is not that of the cited words"
        for one, two in pairwise(places)
        if one >= two
    )


def _places_in_order(spoken: tuple[str, ...], held: tuple[str, ...]) -> list[int] | None:
    """Where each spoken token stands in the held ones, in order; the run of neighbours is preferred
    so that words left out lie together; None if the order does not allow it."""
    start = _run_of(spoken, held)
    if start is not None:
        return list(range(start, start + len(spoken)))
    places: list[int] = []
    position = 0
    for token in spoken:
        try:
            position = held.index(token, position)
        except ValueError:
            return None
        places.append(position)
        position += 1
    return places


def _run_of(spoken: tuple[str, ...], held: tuple[str, ...]) -> int | None:
    for start in range(len(held) - len(spoken) + 1):
        if held[start : start + len(spoken)] == spoken:
            return start
    return None


def refusals(lines: Iterable[Line]) -> Iterator[tuple[Line, tuple[str, ...]]]:
    """The lines that their citations do not hold, each with the reasons."""
    for line in lines:
        reasons = reasons_to_refuse(line.words, [cited.words for cited in line.citations])
        if reasons:
            yield line, reasons
