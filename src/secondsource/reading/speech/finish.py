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
        if start <= quote.start < end and quote.end - end in {1, 2} and quote.closed:
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
            content.append((start, end))
        proposals.append(
            Proposal(
                item.head,
                (starts[item.cue[0]], ends[item.cue[1] - 1]),
                (starts[item.source[0]], ends[item.source[1] - 1]) if item.source else None,
                tuple(content),
            )
        )
    return proposals
