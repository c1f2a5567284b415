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
    (
        "verb of saying cut from its speaker",
        re.compile(
            r"[,”\"] (?:he|she|they) (?:said|told|added)\. [A-Z]\w+ (?:for|to|with) [a-z]+\b"
        ),
    ),
    (
        "title with a plural noun for its verb",
        re.compile(r"\b(?:Mr|Ms|Mrs)\.? [A-Z]\w+ [a-z]+s to [a-z]+ on\b"),
    ),
    ("word said twice", re.compile(r"\b(very much, very much|that that that|(\w{3,}) - \2 \2)\b")),
)
_WITH_STOP = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\. [A-Z]")
_WITHOUT_STOP = re.compile(r"\b(?:Mr|Mrs|Ms|Dr) [A-Z]")


@lru_cache(maxsize=20_000)
def disfluencies(text: str) -> tuple[Sign, ...]:
    """The signs in a text, in its order, one for each place. A text whose punctuation stands apart
    from its words (tokenised) is not judged by its spaces."""
    tokenised = len(_TOKENISED.findall(text)) * 3 > len(_ENDS.findall(text))
    signs: list[Sign] = []
    for kind, pattern in _FAULTS:
        if tokenised and kind != "verb of saying cut from its speaker":
            continue
        signs += [
            Sign(kind, Citation(start=found.start(), end=found.end(), words=found.group()))
            for found in pattern.finditer(text)
        ]
    with_stop, without = _WITH_STOP.search(text), _WITHOUT_STOP.search(text)
    if with_stop and without and not tokenised:
        signs.append(
            Sign(
                "titles written both with and without a full stop",
                Citation(start=without.start(), end=without.end(), words=without.group()),
            )
        )
    return tuple(sorted(signs, key=lambda sign: (sign.citation.start, sign.kind)))


def is_machine_rewritten(text: str) -> tuple[Sign, ...]:
    """The signs, if they are strong enough to say that a machine rewrote the text (three different
    kinds at least); else none."""
    signs = disfluencies(text)
    return signs if len({sign.kind for sign in signs}) >= 3 else ()
