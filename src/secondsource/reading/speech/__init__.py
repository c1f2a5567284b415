"""Who said what: statements with source, cue and content."""

from spacy.tokens import Doc

from ...model.statement import Statement
from ..draft import Draft, lay_out
from ..grid import Grid, grid_of
from ..proposal import Proposal
from ..quotes import Quotations, Quote, merged
from . import network
from .alone import alone, is_verse
from .answered import with_answers
from .attach import attach, is_utterance
from .citing import cited, with_name_beside
from .counts import counts
from .estimates import estimates, with_number
from .features import read_features
from .finish import proposals_of
from .headlines import with_headline
from .hearsay import hearsay
from .inner import inner
from .interposed import with_first_deed, with_first_part
from .mending import mend
from .refusals import is_refusal, with_refusals
from .relatives import with_accuser
from .speakers_behind import with_speakers_behind
from .statements import build
from .syntax import propose, propose_verbs
from .told import told, with_people_quoted, without_told
from .transcript import find_turns
from .wordless import without_wordless

__all__ = ["find_statements"]


FEW_TOKENS = 30
"""A text of no more tokens (a sentence that somebody checks) gives the network little to go by."""


def _cue_at_least(doc: Doc) -> float:
    """The log odds from which on a span is a cue, lower for a text of one sentence."""
    return network.CUE_AT_LEAST - 0.9 if len(doc) <= FEW_TOKENS else network.CUE_AT_LEAST


def find_statements(draft: Draft) -> tuple[Statement, ...]:
    """All statements of an article, in the order of their cues."""
    doc = draft.doc
    text, _ = lay_out(draft.article)
    if not len(doc) or not text.strip() or is_verse(text):
        return ()
    grid = grid_of(doc, text)
    quotes = grid.quotations
    model = network.model_for(doc)
    if model is None:
        proposals = attach(text, propose(doc, text, grid.quotes, grid), quotes, quotes.all)
    else:
        features = read_features(doc, text, grid.quotes)
        proposals = proposals_of(
            text, features, network.decode(model, features, _cue_at_least(doc)), quotes
        )
        proposals = [mend(grid, proposal) for proposal in proposals]
        proposals = [with_first_part(grid, without_told(grid, row)) for row in proposals]
        proposals = [with_accuser(grid, row) for row in proposals]
        proposals = [with_first_deed(grid, without_wordless(grid, row)) for row in proposals]
        proposals = _with_lost_quotations(doc, grid, proposals, quotes)
        proposals = [row for row in proposals if row.content or is_refusal(grid, row)]
        proposals = with_refusals(grid, proposals)
        proposals += estimates(grid, proposals)
        proposals += told(grid, proposals)
        proposals += counts(grid, proposals)
        proposals += hearsay(grid, proposals)
        proposals += cited(grid, proposals)
        proposals = with_speakers_behind(grid, proposals)
        proposals = with_headline(draft, grid, proposals)
        proposals = [with_name_beside(grid, with_number(grid, row)) for row in proposals]
        proposals = with_people_quoted(grid, proposals)
    own = frozenset(draft.lexicon.reporting.verbs)
    if own:
        cues = Quotations([Quote(*cue) for cue in merged(row.cue for row in proposals)])
        more = propose_verbs(doc, text, grid.quotes, grid, own)
        proposals += [row for row in more if not _shares(cues, *row.cue)]
    proposals = with_answers(grid, proposals)
    proposals += inner(grid, proposals)
    turns = find_turns(grid)
    return build(draft, grid, [*turns, *proposals, *alone(draft, grid, turns + proposals)], quotes)


def _with_lost_quotations(
    doc: Doc, grid: Grid, proposals: list[Proposal], quotes: Quotations
) -> list[Proposal]:
    """The network's proposals with quotations whole, and for utterances between quotation marks that
    none of them holds the cues that the rules find nearby."""
    text = grid.text
    held = Quotations(
        [Quote(*piece) for piece in merged(p for row in proposals for p in row.content)]
    )
    cues = Quotations([Quote(*cue) for cue in merged(row.cue for row in proposals)])
    lost = [
        quote
        for quote in quotes.all
        if is_utterance(text, quote) and not _shares(held, quote.start, quote.end)
    ]
    if not lost:
        return proposals
    paragraphs = {grid.paragraph[grid.token_at(quote.start)] for quote in lost}
    more = [
        proposal.with_content(())
        for proposal in propose(doc, text, grid.quotes, grid, paragraphs)
        if not _shares(cues, *proposal.cue)
        and not _shares(held, *proposal.cue)
        and not quotes.hold(*proposal.cue)
    ]
    found = attach(text, [*proposals, *more], quotes, lost)
    own = {proposal.cue for proposal in proposals}
    return [proposal for proposal in found if proposal.cue in own or proposal.content]


def _shares(spans: Quotations, start: int, end: int) -> bool:
    return any(s.start < end and start < s.end for s in spans.touching(start, end))
