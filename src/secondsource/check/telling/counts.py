"""Figures of a sentence that do not mean what they look like."""

import re

import msgspec

from ...model.figure import Figure

FEW = 3
"""Up to how many a number after "the" tells nothing new."""

_UPWARDS = re.compile(
    r"\b(?:put|puts|putting|push\w*|bring\w*|brought|driv\w+|drove|mov\w+|send|sends|sent|go|goes|going|went|gone)\b"
    r"[^,;:.]*$",
    re.I,
)
"""A verb of which "up" is a part ("put the fee up to $400")."""


def raised_to(figure: Figure, before: str) -> Figure:
    """The figure without its "up to", where "up" belongs to the verb before it."""
    words = figure.citation.words.lower()
    if figure.low is None and words.startswith("up to ") and _UPWARDS.search(before):
        return msgspec.structs.replace(figure, low=figure.high, approximator=None)
    return figure


def is_known_count(figure: Figure, before: str) -> bool:
    """Whether a number only counts what is known ("the two ministers", "both sides")."""
    return (
        figure.unit is None
        and figure.low == figure.high
        and (figure.low or 0) <= FEW
        and re.search(r"\b(?:the|these|those|its|their|all)\s+$", before, re.I) is not None
    )
