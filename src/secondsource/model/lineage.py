"""Lineage: what text comes from what, and whose reporting it is."""

import re
from collections.abc import Mapping
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


class FirstPrinted(Value, frozen=True):
    """A part of a text, from `start` to `end`, that another report had printed before: on `day` (ISO)."""

    start: int
    end: int
    day: str


FACTS_CHANGED = frozenset({"figure", "name", "role", "date", "negation"})
"""Kinds of alterations after which a sentence says something else than its original."""


TAKEN_OVER = 0.5
"""Share of a text from which it is another's as a whole; what only holds some of its sentences reports for itself."""


def facts_changed(passage: Passage, outlets: Mapping[str, str | None]) -> tuple[Alteration, ...]:
    """What a copy or rewrite by another outlet made false of its original, with both sentences. `outlets` gives each
    article's outlet. A paper that writes its own report anew, or one that takes some sentences of another's into its own,
    brings it up to date: then nothing is false. A number must stand in the place of a number."""
    whose, whose_now = outlets.get(passage.from_), outlets.get(passage.to)
    if whose is None or whose == whose_now or passage.share < TAKEN_OVER:
        return ()
    return tuple(
        alteration
        for alteration in passage.alterations
        if alteration.kind in FACTS_CHANGED
        and len(alteration.citations) == 2
        and (alteration.kind == "negation" or _is_one_for_one(alteration))
    )


def _is_one_for_one(alteration: Alteration) -> bool:
    return len(alteration.was.split("; ")) == len(alteration.became.split("; ")) == 1


def told_to(outlet: str) -> str:
    """The pattern of words by which a paper says that somebody spoke to it, by its name or the last word of it."""
    name = re.escape(outlet.removeprefix("The "))
    last = re.escape(outlet.split()[-1])
    return rf"\b(?:told|(?:said|speaking) to|interview with) (?:(?:[Tt]he )?{name}|the {last})\b"


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
    told_itself: dict[str, str] = {}
