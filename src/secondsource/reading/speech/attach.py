"""Quotations and proposals brought together: each quotation goes to the cue that it belongs to."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import zip_longest

from ..proposal import Proposal
from ..quotes import Quotations, Quote
from .shows import is_show

NEAR_AFTER = 140
"""Code points after a quotation within which its cue may begin (source before the cue included)."""
NEAR_BEFORE = 90
"""Code points before a quotation within which its cue may end."""
HOLDER = 1500
"""Code points around a quotation within which the cue of a content that holds it is looked for."""
FOLLOWS = 700
"""Code points after a cue within which its paragraph may go on with a quotation."""
SHORT_WORDS = 4
"""A quotation of fewer words, without a sentence's punctuation, may be a scare quote or a title."""

LONGEST_RUN = 8
"""Paragraphs that are quotations from first to last, one behind the other, that one cue may hold."""
LONGEST_CONTINUED = 40
"""Paragraphs over which a quotation goes on whose paragraphs each begin with a mark and are not closed."""

_SPOKEN = re.compile(
    r"(?:\b(?:says?|said|saying|tells?|told|added|continued|explained|wrote|writes)|:)$"
)
"""Ends of a cue behind which a paragraph that is a quotation goes on with the same speaker."""
MARKS = frozenset('"“«„`')
_SMALL = frozenset(
    "from with into over upon about under after before between through without against among".split()
)
"""Words of more than three letters that titles write small."""
_WORD = re.compile(r"\w+")
_STOP_AT_END = re.compile(r"[.,?!…]['’”\"]*$")
_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE_STOP = re.compile(r"[.!?][\"”’']?\s+(?=[A-Z\"“])")


class Layout:
    """Where the paragraphs of a text stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
        self._starts = [start for start, _ in self.paragraphs]

    def paragraph(self, position: int) -> int:
        """The number of the paragraph in which `position` lies (or that ends before it)."""
        return max(0, bisect_right(self._starts, position) - 1)

    def fills(self, quote: Quote) -> bool:
        """Whether a quotation begins its paragraph and ends it (others may stand between)."""
        start, end = self.paragraphs[self.paragraph(quote.start)]
        body = self.text[start:end]
        first = start + len(body) - len(body.lstrip())
        return quote.start == first and quote.end == start + len(body.rstrip())


@lru_cache(maxsize=128)
def is_utterance(text: str, quote: Quote) -> bool:
    """Whether a quotation looks like something said, not like a title or a scare quote. Each is asked about by
    several rules, one article after the other."""
    inside = text[quote.start : quote.end]
    if is_show(text, quote.start, quote.end):
        return False
    words = _WORD.findall(inside)
    longer = [word for word in words if len(word) > 3 and word.lower() not in _SMALL]
    if len(longer) > 1 and all(word[0].isupper() for word in longer) and words[0][0].isupper():
        return bool(_STOP_AT_END.search(inside))
    if len(words) >= SHORT_WORDS:
        return True
    return bool(words) and bool(_STOP_AT_END.search(inside))


def _widen(proposal: Proposal, quote: Quote) -> Proposal:
    """The proposal with any piece of content that overlaps the quotation grown over all of it."""
    pieces = []
    for start, end in proposal.content:
        if start < quote.end and quote.start < end:
            start, end = min(start, quote.start), max(end, quote.end)
        pieces.append((start, end))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return proposal.with_content(tuple(merged))


def _with_quote(text: str, proposal: Proposal, quote: Quote) -> Proposal:
    pieces = [
        piece
        for piece in proposal.content
        if not (quote.start <= piece[0] and piece[1] <= quote.end)
    ]
    pieces.append((quote.start, quote.end))
    return _widen(proposal.with_content(tuple(sorted(pieces))), quote)


def _closest(
    text: str,
    layout: Layout,
    proposals: list[Proposal],
    near: range,
    quote: Quote,
    inside: set[int],
) -> int | None:
    """The proposal whose cue introduces or follows the quotation, by distance within its sentence."""
    best: tuple[int, int] | None = None
    where = layout.paragraph(quote.start)
    for n in near:
        if n in inside:
            continue
        proposal = proposals[n]
        start, end = proposal.cue
        if start >= quote.end and start - quote.end <= NEAR_AFTER:
            between = text[quote.end : start]
            if (
                "\n" in between
                or _SENTENCE_STOP.search(between)
                or '"' in between
                or "“" in between
            ):
                continue
            ended = text[quote.start : quote.end].rstrip("\"”’'")[-1:]
            cost = len(between) + (0 if ended in ",?!—-…" else 60)
        elif end <= quote.start and quote.start - end <= NEAR_BEFORE:
            between = text[end : quote.start]
            lead = text[start : quote.start]
            if lead.rstrip().endswith(":") and "\n" in between and "\n" not in lead.rstrip():
                # "The governor added:" and the quotation as a paragraph of its own.
                if best is None or best[0] > 0:
                    best = (0, n)
                continue
            if _SENTENCE_STOP.search(between) or layout.paragraph(start) != where:
                continue
            gap = between.strip()
            cost = len(gap) + (0 if gap[-1:] in {",", ":", ""} or gap == "that" else 40)
            if proposal.content:
                cost += 30
        else:
            continue
        if best is None or cost < best[0]:
            best = (cost, n)
    return best[1] if best is not None else None


def attach(
    text: str, proposals: list[Proposal], quotes: Quotations, wanted: list[Quote]
) -> list[Proposal]:
    """The proposals with their quotations: what a cue introduces or follows, what goes on after
    it in the same paragraph, and what goes on in the next paragraph. Only `wanted` ones are given
    to a cue; what holds others stays as it is."""
    open_ones = {quote.start for quote in wanted}
    layout = Layout(text)
    settled = sorted(proposals, key=lambda proposal: (proposal.cue, proposal.head))
    cues = [proposal.cue[0] for proposal in settled]
    inside = {n for n, proposal in enumerate(settled) if quotes.hold(*proposal.cue)}
    previous: int | None = None
    previous_quote: Quote | None = None
    # By paragraph the proposal that speaks in it last, and for how many paragraphs it has gone on so.
    last = _last_speakers(layout, settled, inside)
    run: dict[int, int] = {}
    waiting: list[Quote] = []
    for quote, following in zip_longest(quotes.all, quotes.all[1:]):
        around = range(
            bisect_left(cues, quote.start - HOLDER), bisect_right(cues, quote.end + HOLDER)
        )
        holder = next(
            (
                n
                for n in around
                if n not in inside
                and any(s < quote.end and quote.start < e for s, e in settled[n].content)
            ),
            None,
        )
        if holder is not None:
            if quote.start in open_ones:
                settled[holder] = _widen(settled[holder], quote)
            if _goes_on(layout, waiting, quote):
                # "“It is over." and a new paragraph: "“We lost,” she said."
                for earlier in waiting:
                    settled[holder] = _with_quote(text, settled[holder], earlier)
            waiting = []
            previous, previous_quote = holder, quote
            continue
        if quote.start not in open_ones or not is_utterance(text, quote):
            continue
        near = _closest(text, layout, settled, around, quote, inside)
        if near is not None:
            settled[near] = _with_quote(text, settled[near], quote)
            if _goes_on(layout, waiting, quote):
                for earlier in waiting:
                    settled[near] = _with_quote(text, settled[near], earlier)
            waiting = []
            previous, previous_quote = near, quote
            last[layout.paragraph(quote.start)] = near
            continue
        here = layout.paragraph(quote.start)
        if previous is not None and previous_quote is not None:
            there = layout.paragraph(previous_quote.start)
            same = here == there and quote.start - settled[previous].cue[1] < FOLLOWS
            goes_over = previous_quote.continued and here == there + 1
            if same or (goes_over and run.get(previous, 0) < LONGEST_CONTINUED):
                run[previous] = run.get(previous, 0) + (not same)
                settled[previous] = _with_quote(text, settled[previous], quote)
                previous_quote = quote
                last[here] = previous
                continue
        goes_on = last.get(here - 1)
        if (
            goes_on is not None
            and layout.fills(quote)
            and not quote.single
            and not (following and _ends_in(layout, quote, following))
            and _marked_alike(text, settled[goes_on], quote)
            and run.get(goes_on, 0) < LONGEST_RUN
            and _SPOKEN.search(text[slice(*settled[goes_on].cue)].lower())
        ):
            settled[goes_on] = _with_quote(text, settled[goes_on], quote)
            run[goes_on] = run.get(goes_on, 0) + 1
            previous, previous_quote = goes_on, quote
            last[here] = goes_on
            continue
        kept = waiting if _goes_on(layout, waiting, quote) else []
        waiting = [*kept, quote][-LONGEST_RUN:] if layout.fills(quote) else []
    return settled


def _goes_on(layout: Layout, waiting: list[Quote], quote: Quote) -> bool:
    """Whether a quotation goes on with the last one that waits for its cue."""
    if not waiting:
        return False
    if _ends_in(layout, waiting[-1], quote):
        return True
    if not waiting[-1].continued or layout.text[waiting[-1].start] != layout.text[quote.start]:
        return False
    return _is_next(layout, waiting[-1], quote)


def _is_next(layout: Layout, one: Quote, two: Quote) -> bool:
    return layout.paragraph(two.start) == layout.paragraph(one.start) + 1


def _ends_in(layout: Layout, quote: Quote, following: Quote) -> bool:
    """Whether a quotation that is not closed ends with the words that open the next paragraph without a mark and are
    closed there: a report that has a line for each sentence."""
    unmarked = layout.text[following.start] not in MARKS
    return not quote.closed and unmarked and _is_next(layout, quote, following)


def _marked_alike(text: str, proposal: Proposal, quote: Quote) -> bool:
    """Whether a quotation has the marks of those that the proposal holds; other marks are those of an extract
    or of a line that is shown large."""
    marks = {text[start] for start, _ in proposal.content if text[start] in MARKS}
    return not marks or text[quote.start] in marks


def _last_speakers(layout: Layout, settled: list[Proposal], inside: set[int]) -> dict[int, int]:
    """For each paragraph in which a proposal has its cue or content, the one whose words end it."""
    found: dict[int, tuple[int, int]] = {}
    for n, proposal in enumerate(settled):
        if n in inside or proposal.source is None:
            continue
        for start, end in (proposal.cue, *proposal.content):
            paragraph = layout.paragraph(start)
            found[paragraph] = max(found.get(paragraph, (-1, -1)), (end, n))
    return {paragraph: n for paragraph, (_, n) in found.items()}
