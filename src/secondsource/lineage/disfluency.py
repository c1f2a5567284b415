"""Signs that a machine has rewritten a text: faults that neither reporters nor sub-editors make."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ..model.text import Citation


@dataclass(frozen=True)
class Sign:
    """One fault: what kind, and the words."""

    kind: str
    citation: Citation


_TOKENISED = re.compile(r"\w [,.;:?!](?:\s|$)")
_ENDS = re.compile(r"[.!?](?:\s|$)")

_FAULTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("space after a currency sign", re.compile(r"[$€£] \d")),
    ("full stop doubled with a space", re.compile(r"\w\. \.(?=\s|$)")),
    (
        "sentence that begins in lower case",
        re.compile(r"(?<=[a-z]{4}\. )[a-z]{2,}(?: [a-z]{2,})*(?: [A-Z]\w+)?(?:\.|,| )"),
    ),
    ("paragraph that is a torn-off word", re.compile(r"(?m)^[a-z]+[.,]$")),
    ("words said twice", re.compile(r"\b(\w+ \w+), \1\b|\b(the|a|of|to|in|and|for) \2\b")),
)
_MIXTURES = (
    (
        "titles written both with and without a full stop",
        re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\. [A-Z]"),
        re.compile(r"\b(?:Mr|Mrs|Ms|Dr) [A-Z]\w*"),
    ),
    (
        "a country written both with and without full stops",
        re.compile(r"\bU\.[SK]\. "),
        re.compile(r"\bU[SK] (?=[a-z])"),
    ),
)
"""Two ways to write one thing in one text: a house has one."""


@lru_cache(maxsize=20_000)
def disfluencies(text: str) -> tuple[Sign, ...]:
    """The signs in a text, in its order, one for each place. A text whose punctuation stands apart
    from its words (tokenised) is not judged by its spaces."""
    tokenised = len(_TOKENISED.findall(text)) * 3 > len(_ENDS.findall(text))
    signs: list[Sign] = []
    for kind, pattern in _FAULTS:
        if tokenised and kind != "words said twice":
            continue
        signs += [
            Sign(kind, Citation(start=found.start(), end=found.end(), words=found.group()))
            for found in pattern.finditer(text)
        ]
    for kind, with_stops, without_stops in _MIXTURES:
        without = without_stops.search(text)
        if without and with_stops.search(text) and not tokenised:
            cited = Citation(start=without.start(), end=without.end(), words=without.group())
            signs.append(Sign(kind, cited))
    return tuple(sorted(signs, key=lambda sign: (sign.citation.start, sign.kind)))


def is_machine_rewritten(text: str) -> tuple[Sign, ...]:
    """The signs, if they are strong enough to say that a machine rewrote the text (two different
    kinds at least, and three in all; none of 2 600 reports in timeline17, polnear and tempeval3 has them); else none."""
    signs = disfluencies(text)
    return signs if len({sign.kind for sign in signs}) >= 2 and len(signs) >= 3 else ()
