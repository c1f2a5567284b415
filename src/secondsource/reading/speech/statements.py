"""Statements out of proposals: which are kept, their mode, their parents."""

from ...lexicon import reporting
from ...model.statement import Mode, Statement, Voice
from ...model.text import Citation
from ...model.value import identifier
from ..draft import Draft
from .attach import is_utterance
from .proposal import Proposal
from .quotes import Quote

DIRECT_SHARE = 0.85
"""A content of which at least this part (of code points) is quoted is direct speech."""


def mode_of(draft: Draft, text: str, proposal: Proposal, quotes: list[Quote]) -> Mode:
    """How the content is given, by the quotation marks in it and the verb of the cue."""
    doc = draft.doc
    head = doc[proposal.head]
    lemma = head.lemma_.lower()
    inner = " ".join(text[s:e] for s, e in proposal.content).lower()
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
    if any(is_utterance(text, quote) for quote in held) or quoted > whole / 4:
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


def cite(draft: Draft, text: str, start: int, end: int) -> Citation:
    """The citation of code points `start:end` of the laid-out `text`."""
    part = draft.part_at(start)
    return Citation(
        start=start - part.start, end=end - part.start, words=text[start:end], part=part.name
    )


def build(
    draft: Draft, text: str, proposals: list[Proposal], quotes: list[Quote]
) -> tuple[Statement, ...]:
    """The statements of an article, in the order of their cues."""
    kept = sorted(select(draft, proposals, quotes), key=lambda p: (p.cue, p.head))
    cues = [cite(draft, text, *proposal.cue) for proposal in kept]
    ids = [identifier(draft.article.id, cue.part, cue.start, cue.end, "statement") for cue in cues]
    above = parents(kept)
    broken = [quote for quote in quotes if not quote.closed]
    statements = []
    for n, proposal in enumerate(kept):
        parent = above[n]
        statements.append(
            Statement(
                id=ids[n],
                source=cite(draft, text, *proposal.source) if proposal.source else None,
                cue=cues[n],
                content=tuple(cite(draft, text, *piece) for piece in proposal.content),
                mode=mode_of(draft, text, proposal, quotes),
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
