"""Who said what: statements with source, cue and content."""

from ...model.statement import Statement
from ..draft import Draft, lay_out
from . import network
from .attach import attach
from .features import read_features
from .finish import proposals_of
from .quotes import find_quotes
from .statements import build
from .syntax import propose

__all__ = ["find_statements"]


def find_statements(draft: Draft) -> tuple[Statement, ...]:
    """All statements of an article, in the order of their cues."""
    doc = draft.doc
    text, _ = lay_out(draft.article)
    quotes = find_quotes(text)
    model = network.model_for(doc)
    if model is None:
        proposals = attach(text, propose(doc, text, quotes), quotes)
    else:
        features = read_features(doc, text, quotes)
        proposals = proposals_of(text, features, network.decode(model, features), quotes)
    return build(draft, text, proposals, quotes)
