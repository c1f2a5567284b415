"""What a copy or rewrite changed of its original: a number that stands in it alone is no evidence.

A rewrite that has 181 where its original has 118 is no second source for either: nobody reported 181.
"""

from collections.abc import Sequence

from ..model.claim import Report, SeriesPoint, Standing, StoryEventMention
from ..model.lineage import Alteration
from ..model.text import Citation
from .evidence import Evidence


def changed_number(
    evidence: Evidence, point: SeriesPoint
) -> tuple[Alteration, Citation, Citation] | None:
    """The alteration that put a number into a sentence that its article took over, with the original sentence and the
    article's own; None for a number that the original has as well."""
    for found in evidence.changed_at(point.article, point.sentence):
        numbers = found[0].became.split("; ")
        if found[0].kind == "figure" and any(number in point.words.split() for number in numbers):
            return found
    return None


def is_turned(evidence: Evidence, mention: StoryEventMention) -> bool:
    """Whether a sentence that was taken over lost its "not", or got one: what it has of an event nobody reported."""
    changes = evidence.changed_at(mention.article, mention.sentence)
    return any(alteration.kind == "negation" for alteration, *_ in changes)


def told_of(alteration: Alteration) -> str:
    """What was changed, in words: "“118” became “181”"."""
    return f"“{alteration.was}” became “{alteration.became}”"


def unsupported(reports: Sequence[Report]) -> Standing:
    """The standing of what stands only in copies that changed it."""
    newsrooms = {report.newsroom.id: report.newsroom for report in reports}
    changes = sorted({report.altered for report in reports if report.altered})
    return Standing(
        label="unsupported",
        flags=("altered",),
        independent=0,
        independent_at_most=0,
        newsrooms=tuple(newsrooms[key] for key in sorted(newsrooms)),
        voices=(),
        reasons=tuple(
            f"only where words of another report were changed: {each}" for each in changes
        ),
    )
