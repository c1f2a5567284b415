"""Who said what: statements with source, cue and content."""

from ...model.statement import Statement
from ..draft import Draft
from .attach import attach
from .quotes import find_quotes
from .statements import build
from .syntax import propose

__all__ = ["find_statements"]


def find_statements(draft: Draft) -> tuple[Statement, ...]:
    """All statements of an article, in the order of their cues."""
    quotes = find_quotes(draft.doc.text)
    proposals = attach(draft.doc, propose(draft.doc, quotes), quotes)
    return build(draft, proposals, quotes)
