"""When and where something was said, cut off from who says it and from what is said."""

import re
from dataclasses import replace

from ..grid import Grid
from ..proposal import Proposal
from .shows import is_show

_DAY = re.compile(
    r"(?:(?:on|late|early|earlier|last|this|in) )*"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight)"
    r"(?: (?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep sept oct nov dec".split()
_DATE = re.compile(
    rf"(?:(?:(?:{'|'.join(_MONTHS)})[a-z]*\.? \d{{1,2}}|\d{{1,2}} (?:{'|'.join(_MONTHS)})[a-z]*)(?:,? \d{{4}})?"
    r"\s*[-–—:,]\s*|\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?\s+)",
    re.IGNORECASE,
)


def without_day(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal without a piece of content that is only the day of saying it: "on Friday"."""
    kept = tuple(
        piece for piece in proposal.content if not _DAY.fullmatch(grid.text, piece[0], piece[1])
    )
    return proposal if len(kept) == len(proposal.content) else proposal.with_content(kept)


def without_titles(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal without pieces of content that are only where it was said: on the radio's "Morning
    Talk,"."""
    kept = tuple(piece for piece in proposal.content if not is_show(grid.text, *piece))
    return proposal.with_content(kept) if kept and kept != proposal.content else proposal


def without_date(grid: Grid, proposal: Proposal) -> Proposal:
    """The proposal with a source without the date, the hour or the number that stands before it in a
    list of days or prices: "June 14 - Chuo"."""
    if proposal.source is None:
        return proposal
    start, end = proposal.source
    before = _DATE.match(grid.text, start, end)
    if before is None or not grid.text[before.end() : end].strip():
        return proposal
    return replace(proposal, source=(before.end(), end))
