"""What kind of borrowing a passage is, by how much is shared and how much of it word for word."""

from dataclasses import dataclass
from typing import Literal

from ..model.article import Article
from .direction import is_release

Kind = Literal["copy", "excerpt", "edited", "rewrite", "agency", "release"]

WORD_FOR_WORD = 0.97
"""Share of equal words from which aligned sentences count as the same ones: typing differs."""
EDITED = 0.62
"""Share of equal words below which the text was put anew rather than edited."""
NEARLY_ALL = 0.9
"""Share of a text's words that is nearly all of it: datelines and credits come and go."""


@dataclass(frozen=True)
class Measure:
    """How much of the copy (`share`) and of the original (`used`) a passage covers, in words, and how
    much of the aligned words is the same in the same order (`verbatim`); all 0 to 1."""

    share: float
    used: float
    verbatim: float


def kind_of(measure: Measure, original: Article, copy: Article) -> Kind:
    """The kind of a passage. What both articles credit to one agency is the agency's."""
    if shared_agencies(original, copy):
        return "agency"
    if is_release(original):
        return "release"
    if measure.verbatim >= WORD_FOR_WORD:
        whole = measure.share >= NEARLY_ALL and measure.used >= NEARLY_ALL
        return "copy" if whole else "excerpt"
    if measure.verbatim >= EDITED:
        return "edited"
    return "rewrite"


def shared_agencies(original: Article, copy: Article) -> tuple[str, ...]:
    """Agencies that both articles credit, or that the copy credits and the original is."""
    mine = {name.casefold() for name in (original.outlet, original.publisher) if name}
    mine |= {name.casefold() for name in original.agencies}
    return tuple(name for name in copy.agencies if name.casefold() in mine)
