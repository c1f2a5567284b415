"""Statements out of proposals: which are kept, their mode, their parents."""

from ...lexicon import reporting
from ...model.statement import Mode, Statement, Voice
from ...model.value import identifier
from ..draft import Draft
from .attach import is_utterance
from .proposal import Proposal
from .quotes import Quote

DIRECT_SHARE = 0.85
"""A content of which at least this part (of code points) is quoted is direct speech."""


def mode_of(draft: Draft, proposal: Proposal, quotes: list[Quote]) -> Mode:
    """How the content is given, by the quotation marks in it and the verb of the cue."""
    doc = draft.doc
    head = doc[proposal.head]
    lemma = head.lemma_.lower()
    inner = " ".join(doc.text[s:e] for s, e in proposal.content).lower()
    if lemma in reporting.refusing_verbs() and any(
        inner.startswith(("to " + act, act)) for act in sorted(reporting.refused_acts())
    ):
        return "refusal"
    held = [
        quote
        for quote in quotes
        if any(s <= quote.start and quote.end <= e for s, e in proposal.content)
    ]
    whole = sum(e - s for s, e in proposal.content)
    quoted = sum(quote.end - quote.start for quote in held)
    if held and quoted >= DIRECT_SHARE * whole:
        return "direct"
    if any(is_utterance(doc.text, quote) for quote in held) or quoted > whole / 4:
        return "mixed"
    if lemma in reporting.verbs("attitude") and lemma not in reporting.verbs("speech"):
        return "attitude"
    if lemma in reporting.nouns("attitude") and lemma not in reporting.nouns("speech"):
        return "attitude"
    return "indirect"


def select(draft: Draft, proposals: list[Proposal], quotes: list[Quote]) -> list[Proposal]:
    """The proposals that are statements: with content, one a cue; what stands inside a quotation
    is what the speaker says, not what the article reports."""
    kept: list[Proposal] = []
    cues: set[tuple[int, int]] = set()
    for proposal in proposals:
        if not proposal.content or proposal.cue in cues:
            continue
        if any(q.start <= proposal.cue[0] and proposal.cue[1] <= q.end for q in quotes):
            continue
        if proposal.weak and not any(
            s <= q.start and q.end <= e for q in quotes for s, e in proposal.content
        ):
            continue
        cues.add(proposal.cue)
        kept.append(proposal)
    return kept


def parents(kept: list[Proposal]) -> list[int | None]:
    """For each proposal the number of the smallest other one whose content holds its cue."""
    found: list[int | None] = []
    for n, proposal in enumerate(kept):
        best: tuple[int, int] | None = None
        for m, other in enumerate(kept):
            if m == n:
                continue
            for start, end in other.content:
                if start <= proposal.cue[0] and proposal.cue[1] <= end:
                    size = end - start
                    if best is None or size < best[0]:
                        best = (size, m)
        found.append(best[1] if best else None)
    return found


def identify(draft: Draft, proposal: Proposal) -> str:
    """The id of a statement: its article and where its cue stands."""
    cue = draft.cite(*proposal.cue)
    return identifier(draft.article.id, cue.part, cue.start, cue.end, "statement")


def build(draft: Draft, proposals: list[Proposal], quotes: list[Quote]) -> tuple[Statement, ...]:
    """The statements of an article, in the order of their cues."""
    kept = sorted(select(draft, proposals, quotes), key=lambda p: (p.cue, p.head))
    ids = [identify(draft, proposal) for proposal in kept]
    above = parents(kept)
    broken = [quote for quote in quotes if not quote.closed]
    statements = []
    for n, proposal in enumerate(kept):
        parent = above[n]
        statements.append(
            Statement(
                id=ids[n],
                source=draft.cite(*proposal.source) if proposal.source else None,
                cue=draft.cite(*proposal.cue),
                content=tuple(draft.cite(*piece) for piece in proposal.content),
                mode=mode_of(draft, proposal, quotes),
                parent=ids[parent] if parent is not None else None,
                doubtful=any(
                    s < quote.end and quote.start < e
                    for quote in broken
                    for s, e in proposal.content
                ),
                voice=Voice(kind="unknown"),
            )
        )
    return tuple(statements)
