"""Statements out of proposals: which are kept, their mode, their parents."""

import re

from ...lexicon import reporting, town_datelines
from ...model.statement import Mode, Statement
from ...model.text import Citation
from ...model.value import identifier
from ..draft import Draft
from ..grid import Grid, grid_of
from ..proposal import Proposal
from ..quotes import Quotations, Quote
from ..voices import Room, voices_of
from ..voices.speakers import is_document
from .attach import MARKS, is_utterance
from .occasion import occasions_of
from .refusals import is_refusal
from .sayers import is_statement

DIRECT_SHARE = 0.85
"""A content of which at least this part (of code points) is quoted is direct speech."""


_CALLED = re.compile(
    r"\b(?:so-called|known as|called|dubbed|nicknamed|named|titled|entitled)\s+(?:the |a |an )?$"
)


def _is_by_document(grid: Grid, proposal: Proposal) -> bool:
    tokens = grid.tokens_in(*proposal.source) if proposal.source else range(0)
    return bool(len(tokens)) and is_document(grid, grid.head_in(tokens))


def mode_of(draft: Draft, text: str, proposal: Proposal, quotes: Quotations) -> Mode:
    """How the content is given, by the quotation marks in it and the verb of the cue."""
    if proposal.verbatim or _is_single_quotation(text, proposal):
        return "direct"
    grid = grid_of(draft.doc, text)
    lemma = grid.lemma[proposal.head].lower()
    if is_refusal(grid, proposal):
        return "refusal"
    if proposal.content and all(_is_end_of_quotation(text, *p, quotes) for p in proposal.content):
        return "direct"
    held = [quote for piece in proposal.content for quote in quotes.within(*piece)]
    whole = sum(e - s for s, e in proposal.content)
    quoted = sum(quote.end - quote.start for quote in held)
    if held and quoted >= DIRECT_SHARE * whole:
        return "direct"
    if any(_is_his(text, quote) for quote in held) or quoted > whole / 4:
        return "mixed"
    if lemma in reporting.verbs("attitude") and lemma not in reporting.verbs("speech"):
        # What an audit finds it tells.
        shows = lemma in reporting.verbs("showing") and _is_by_document(grid, proposal)
        return "indirect" if shows else "attitude"
    if lemma in reporting.nouns("attitude") and lemma not in reporting.nouns("speech"):
        return "attitude"
    return "indirect"


def _is_single_quotation(text: str, proposal: Proposal) -> bool:
    """Whether the content is a quotation inside the quotation, which the article's own quotations do not hold."""
    return proposal.inside and all(
        text[start] in "'‘" and text[end - 1] in "'’" for start, end in proposal.content
    )


def _is_his(text: str, quote: Quote) -> bool:
    """Whether words between quotation marks inside what somebody says are his own: an utterance, or some
    words that are no name ("red line"), and not said to be what others call a thing."""
    if is_utterance(text, quote):
        return True
    words = re.findall(r"\w+", text[quote.start : quote.end])
    named = _CALLED.search(text, max(0, quote.start - 20), quote.start)
    return bool(words) and not named and any(word[0].islower() for word in words)


def _is_end_of_quotation(text: str, start: int, end: int, quotes: Quotations) -> bool:
    """Whether a piece ends with a closing mark that no quotation of its paragraph holds: one that an
    earlier paragraph has opened."""
    return text[end - 1] in "”»" and not any(q.end == end for q in quotes.touching(start, end))


def _is_credit(text: str, proposal: Proposal) -> bool:
    """Whether a colon follows the label of a credit or link, a topic, or a town, and not a speaker: "Photo: ...",
    "Peace talks: ...", "LAHORE: ..."."""
    cue = text[slice(*proposal.cue)]
    if proposal.source is None or not cue.endswith(":"):
        return False
    label = re.findall(r"[a-z]+", text[proposal.source[0] : proposal.cue[1]].lower())
    if label and label[-1] in reporting.headline_labels() and len(cue.split()) == 1:
        return True
    if cue != ":":
        return False
    if town_datelines.stands_in_one(text, proposal.cue[0]):
        return True
    if _is_scene(text, proposal):
        return True
    words = re.findall(r"[a-z]+", text[slice(*proposal.source)].lower())
    labels = reporting.credit_labels()
    return bool(words) and not labels.isdisjoint({words[0], words[-1]})


def _is_scene(text: str, proposal: Proposal) -> bool:
    """Whether the label of a headline is where its news is from: "KOVA: MILL OWNER QUITS", where the report tells of what was
    "in Kova" and the rest of the line says nothing that only a speaker would."""
    if proposal.source is None or "\n" in text[: proposal.cue[1]].strip():
        return False
    line = text[proposal.cue[1] :].split("\n", 1)[0]
    if _OF_SPEAKERS.search(line) or any(mark in line for mark in "\"“”‘’'"):
        return False
    label = re.escape(text[slice(*proposal.source)])
    below = text[proposal.cue[1] + len(line) :]
    return (
        re.search(rf"\b(?:at|in|near|around|outside) {label}\b", below, re.IGNORECASE) is not None
    )


_OF_SPEAKERS = re.compile(
    r"\b(?:I|we|us|our|my|me|you|your|must|will|won|would|should|could|can|cannot|may|might|need|ought|not|no|never|let)\b",
    re.IGNORECASE,
)
"""Words of headlines that give what somebody says."""


def _without_terms(text: str, proposal: Proposal) -> Proposal:
    """The proposal without a further piece that states the terms of anonymity: they are the
    article's words and not the speaker's."""
    if len(proposal.content) < 2:
        return proposal
    terms = reporting.anonymity_terms()
    content = tuple(
        (start, end)
        for start, end in proposal.content
        if text[start] in '"“' or not terms.search(text, start, min(end, start + 60))
    )
    return proposal.with_content(content) if content else proposal


def _is_inside(quotes: Quotations, proposal: Proposal) -> bool:
    """Whether the cue stands inside a quotation. Where a mark is missing nobody knows where the quotation
    ends: what follows it with a source is kept (and is doubtful, as its content is)."""
    if proposal.inside or proposal.cue[0] == proposal.cue[1]:
        return False
    start, end = proposal.cue
    around = [q for q in quotes.touching(start, end) if q.start <= start and end <= q.end]
    sure = any(quote.closed or quote.continued for quote in around)
    return bool(around) and (sure or proposal.source is None)


def select(grid: Grid, proposals: list[Proposal], quotes: Quotations) -> list[Proposal]:
    """The proposals that are statements: with content, one a cue; what stands inside a quotation
    is what the speaker says, not what the article reports."""
    text = grid.text
    kept: list[Proposal] = []
    cues: set[tuple[int, int]] = set()
    for proposal in proposals:
        if proposal.cue in cues:
            continue
        if not proposal.content and not is_refusal(grid, proposal):
            continue
        if _is_inside(quotes, proposal) or _is_credit(text, proposal):
            continue
        if proposal.weak and not any(quotes.within(*piece) for piece in proposal.content):
            continue
        cues.add(proposal.cue)
        kept.append(_without_terms(text, proposal))
    kept = _each_once(grid, kept)
    told = {(p.source, p.content) for p in kept if text[slice(*p.cue)] != ":"}
    # "Said Mora: ...": beside the verb of the same source and content the colon is no cue of its own.
    return [p for p in kept if text[slice(*p.cue)] != ":" or (p.source, p.content) not in told]


def _each_once(grid: Grid, kept: list[Proposal]) -> list[Proposal]:
    """The proposals, a quotation that several have as a piece left to the one that has no other, else whose cue
    stands nearest to it."""
    holders: dict[tuple[int, int], list[int]] = {}
    for n, proposal in enumerate(kept):
        for piece in proposal.content if len(proposal.content) > 1 else ():
            if grid.text[piece[0]] in MARKS:
                holders.setdefault(piece, []).append(n)
    single = {
        proposal.content[0]: n for n, proposal in enumerate(kept) if len(proposal.content) == 1
    }
    lost: dict[int, set[tuple[int, int]]] = {}
    for piece, numbers in holders.items():
        several = [*numbers, *([single[piece]] if piece in single else [])]
        if len(several) < 2:
            continue
        # Whose only words they are has them; else the nearest cue.
        near = sorted(several, key=lambda n: (_apart(kept[n].cue, piece), n))
        nearest = single.get(piece, near[0])
        for n in several:
            if n != nearest and len(kept[n].content) - len(lost.get(n, ())) > 1:
                lost.setdefault(n, set()).add(piece)
    return [
        proposal.with_content(tuple(p for p in proposal.content if p not in lost[n]))
        if n in lost
        else proposal
        for n, proposal in enumerate(kept)
    ]


def _apart(cue: tuple[int, int], piece: tuple[int, int]) -> int:
    return max(cue[0] - piece[1], piece[0] - cue[1])


def parents(kept: list[Proposal]) -> list[int | None]:
    """For each proposal, in the order of their cues, the number of the one with the smallest piece
    of content around its cue."""
    pieces = sorted((s, e, n) for n, proposal in enumerate(kept) for s, e in proposal.content)
    found: list[int | None] = []
    active: list[tuple[int, int, int]] = []
    upcoming = 0
    for n, proposal in enumerate(kept):
        start, end = proposal.cue
        while upcoming < len(pieces) and pieces[upcoming][0] <= start:
            active.append(pieces[upcoming])
            upcoming += 1
        active = [piece for piece in active if piece[1] > start]
        around = [(e - s, m) for s, e, m in active if end <= e and m != n]
        found.append(min(around)[1] if around else None)
    return found


def cite(draft: Draft, text: str, start: int, end: int) -> Citation:
    """The citation of code points `start:end` of the laid-out `text`."""
    part = draft.part_at(start)
    return Citation(
        start=start - part.start, end=end - part.start, words=text[start:end], part=part.name
    )


def build(
    draft: Draft, grid: Grid, proposals: list[Proposal], quotes: Quotations
) -> tuple[Statement, ...]:
    """The statements of an article, in the order of their cues."""
    text = grid.text
    room = Room.of(draft, grid)
    kept = [p for p in select(grid, proposals, quotes) if is_statement(room, p, quotes)]
    kept.sort(key=lambda p: (p.cue, p.head))
    cues = [cite(draft, text, *proposal.cue) for proposal in kept]
    ids = [identifier(draft.article.id, cue.part, cue.start, cue.end, "statement") for cue in cues]
    above = parents(kept)
    spoken = voices_of(room, kept, above)
    occasions = occasions_of(draft, grid, kept, spoken)
    statements = []
    for n, proposal in enumerate(kept):
        parent, occasion = above[n], occasions[n]
        broken = any(
            not quote.closed for piece in proposal.content for quote in quotes.touching(*piece)
        )
        statements.append(
            Statement(
                id=ids[n],
                source=cite(draft, text, *proposal.source) if proposal.source else None,
                cue=cues[n] if cues[n].words else None,
                content=tuple(cite(draft, text, *piece) for piece in proposal.content),
                mode=mode_of(draft, text, proposal, quotes),
                parent=ids[parent] if parent is not None else None,
                doubtful=broken or spoken[n].doubtful,
                voice=spoken[n].voice,
                said=occasion.said,
                place=occasion.place,
                occasion=occasion.occasion,
                addressee=occasion.addressee,
                speaker=spoken[n].speaker,
            )
        )
    return tuple(statements)
