"""The brief with sentences shortened by somebody else, as far as the cited words hold them."""

from collections.abc import Callable

import msgspec

from ..views.brief import Brief
from ..views.line import Line
from ..views.verify import reasons_to_refuse

Ask = Callable[[str], str]
"""Given a sentence, a shorter one (or anything else: it is checked)."""

REFUSED = "shortened wording refused"


def rewritten(brief: Brief, ask: Ask) -> tuple[Brief, tuple[tuple[str, str], ...]]:
    """The brief with each line in the words that `ask` gives for it, where its citations hold them, and
    the refused sentences, each with the reason. A refused line keeps the words of the report.

    A sentence that is held says nothing that the report does not say, in the same order, and
    leaves out no negation, hedge, condition or word of saying (`views.verify`)."""
    refused: list[tuple[str, str]] = []

    def line_of(line: Line) -> Line:
        wanted = " ".join(ask(line.words).split())
        if not wanted or wanted == line.words:
            return line
        # Only what the line shows is a source for it, not what other citations say besides.
        reasons = reasons_to_refuse(wanted, [line.words])
        if reasons:
            refused.append((wanted, "; ".join(reasons)))
            return line
        return msgspec.structs.replace(line, words=wanted)

    sections = tuple(
        msgspec.structs.replace(section, lines=tuple(map(line_of, section.lines)))
        for section in brief.sections
    )
    return msgspec.structs.replace(brief, sections=sections), tuple(refused)
