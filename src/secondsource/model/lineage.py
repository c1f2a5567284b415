"""Lineage: what text comes from what, and whose reporting it is."""

from typing import Literal

import msgspec

from .text import Citation
from .value import Value


class Alteration(Value, frozen=True):
    """Something that a passage changed: `was` in the original, `became` in the copy."""

    kind: Literal[
        "figure",
        "name",
        "role",
        "quotation",
        "negation",
        "hedge",
        "date",
        "broken",
        "omitted",
        "added",
    ]
    was: str
    became: str
    citations: tuple[Citation, ...] = ()


FACTS_CHANGED = frozenset({"figure", "name", "role", "date", "negation"})
"""Kinds of alterations after which a sentence says something else than its original."""


class PassageSpan(Value, frozen=True):
    """A pair of aligned spans: `original` in the article that it comes from, `copy` in the other."""

    original: Citation
    copy: Citation


class Passage(Value, frozen=True):
    """Text of article `to` that comes from article `from_`. `share` is the part (0 to 1) of `to`'s body
    that the passage covers. `verbatim` is false when quotations inside it cannot be word for word."""

    id: str
    from_: str = msgspec.field(name="from")
    to: str
    kind: Literal["copy", "excerpt", "edited", "rewrite", "agency", "release"]
    share: float
    spans: tuple[PassageSpan, ...] = ()
    alterations: tuple[Alteration, ...] = ()
    verbatim: bool = True
    reasons: tuple[str, ...] = ()


class Newsroom(Value, frozen=True):
    """The organisation whose reporting articles or passages rest on; `unknown` is one newsroom."""

    id: str
    name: str
    articles: tuple[str, ...]
    reasons: tuple[str, ...]


class Lineage(Value, frozen=True):
    """All passages between the articles of a story, and each article's own newsroom (`{article id:
    newsroom id}`; whose reporting it is after copies were followed to their originals).
    `unverbatim` are the ids of articles whose quotations cannot be word for word (machine rewriting,
    translating back), whether or not their original is at hand; the reasons stand beside."""

    passages: tuple[Passage, ...]
    newsrooms: tuple[Newsroom, ...]
    newsroom_of: dict[str, str]
    unverbatim: tuple[str, ...] = ()
    unverbatim_reasons: dict[str, tuple[str, ...]] = {}
