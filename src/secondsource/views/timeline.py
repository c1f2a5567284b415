"""Timeline: what happened, in the order of its days, the most important first to be kept."""

from ..model.claim import Claim, Report, StoryEvent
from ..model.event import REAL
from ..model.record import Record
from .line import Line
from .sources import best_report, citation_of


def timeline(record: Record, length: int | None = None) -> tuple[Line, ...]:
    """Dated events that are reported as so, by day. With `length` only so many, chosen by independent
    sources, then by how many articles and mentions have them."""
    claims = {claim.about: claim for claim in record.claims if claim_is_real(claim)}
    events = [
        event
        for event in record.events
        if event.time is not None and event.status in REAL and event.id in claims
    ]
    ranked = sorted(events, key=lambda event: (*_rank(event, claims[event.id]), event.id))
    chosen = ranked if length is None else ranked[:length]
    lines = [line_of(event, claims[event.id]) for event in chosen]
    return tuple(sorted(lines, key=lambda line: (line.when or "", line.about)))


def claim_is_real(claim: Claim) -> bool:
    """Whether this is the claim that an event is so (not that it was planned)."""
    return claim.kind == "event" and claim.status == "happened"


def _rank(event: StoryEvent, claim: Claim) -> tuple[int, int, int]:
    return (
        -claim.standing.independent,
        -len({mention.article for mention in event.mentions}),
        -len(event.mentions),
    )


def line_of(event: StoryEvent, claim: Claim) -> Line:
    """The line of an event: the words of its best report, with everything else beside them."""
    best = best_report(claim)
    first = citation_of(best)
    rest = [citation_of(report) for report in claim.reports]
    who = dict.fromkeys(reference.name for reference in (*event.sources, *event.targets))
    return Line(
        about=claim.id,
        words=best.words,
        citations=tuple(dict.fromkeys([first, *rest])),
        status=claim.status,
        claimed=_trigger_in(event, best),
        kind=event.event_type,
        when=event.time.value if event.time else None,
        place=event.place.name if event.place else None,
        who=tuple(who),
        standing=claim.standing,
    )


def _trigger_in(event: StoryEvent, report: Report) -> str | None:
    """The words of a report's sentence that tell of the event."""
    for mention in event.mentions:
        sentence = mention.sentence
        if (sentence.article, sentence.part, sentence.start) == (
            report.article,
            report.part,
            report.start,
        ):
            return mention.words
    return None
