"""What the network found, made exact: spans of code points that respect quotation marks."""

from ..proposal import Proposal
from ..quotes import Quotations
from .features import Features
from .network import Found


def _snapped(text: str, start: int, end: int, quotes: Quotations) -> tuple[int, int]:
    """A piece of content that takes each quotation which it touches at an edge as a whole."""
    for quote in quotes.touching(start - 2, end + 2):
        inner = quote.start + 1
        if quote.start < start <= inner and end > start:
            start = quote.start
        # A piece that begins as a quotation is all of it; a mark at the edge is taken along.
        near = quote.end - end in {1, 2} or quote.start - start < 2
        if near and quote.closed and start <= quote.start < end < quote.end:
            end = quote.end
    return start, end


def proposals_of(
    text: str, features: Features, found: list[Found], quotes: Quotations
) -> list[Proposal]:
    """The proposals of the network as code points."""
    starts, ends = features.starts.tolist(), features.ends.tolist()
    proposals = []
    for item in found:
        content: list[tuple[int, int]] = []
        for first, stop in item.content:
            start, end = _snapped(text, starts[first], ends[stop - 1], quotes)
            if content and not text[content[-1][1] : start].strip():
                inside = any(
                    q.start < content[-1][1] < q.end
                    for q in quotes.touching(content[-1][1], content[-1][1])
                )
                if inside or start <= content[-1][1]:
                    content[-1] = (content[-1][0], max(end, content[-1][1]))
                    continue
            if any(letter.isalnum() for letter in text[start:end]):
                content.append((start, end))
        proposals.append(
            Proposal(
                item.head,
                (starts[item.cue[0]], ends[item.cue[1] - 1]),
                _source(text, starts, ends, item.source),
                tuple(content),
            )
        )
    return [_whole(proposals, n) for n in range(len(proposals))]


def _source(
    text: str, starts: list[int], ends: list[int], source: tuple[int, int] | None
) -> tuple[int, int] | None:
    """A source without blanks at its ends; None if nothing is left."""
    if source is None:
        return None
    start, end = starts[source[0]], ends[source[1] - 1]
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if start < end else None


def _whole(proposals: list[Proposal], n: int) -> Proposal:
    """The proposal; where its content is no more than the source of the next one ("The ministry
    said the minister told reporters that ..."), with all that the next one says."""
    proposal = proposals[n]
    if n + 1 >= len(proposals) or not proposal.content:
        return proposal
    inner = proposals[n + 1]
    start, end = proposal.content[-1]
    if inner.source is None or not inner.content or proposal.cue[1] > start:
        return proposal
    held = start <= inner.source[0] and inner.source[1] <= end and end <= inner.cue[0]
    if not held or end - inner.source[1] > 1 or inner.cue[0] - end > 30:
        return proposal
    grown = (start, max(inner.cue[1], inner.content[-1][1]))
    return proposal.with_content((*proposal.content[:-1], grown))
