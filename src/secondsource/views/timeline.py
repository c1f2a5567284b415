"""Timeline: what happened, in the order of its days, the most important first to be kept."""

from ..model.claim import Claim, Report, StoryEvent, StoryEventMention
from ..model.event import REAL
from ..model.record import Record
from .line import Line
from .sources import best_report, citation_of
from .verify import reasons_to_refuse


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
    mention = _mention_in(event, best)
    who = dict.fromkeys(reference.name for reference in (*event.sources, *event.targets))
    return Line(
        about=claim.id,
        words=_words(best, mention),
        citations=tuple(dict.fromkeys([first, *rest])),
        status=claim.status,
        claimed=mention.words if mention else None,
        kind=event.event_type,
        when=event.time.value if event.time else None,
        place=event.place.name if event.place else None,
        who=tuple(who),
        standing=claim.standing,
    )


def _mention_in(event: StoryEvent, report: Report) -> StoryEventMention | None:
    """The mention of the event that a report's sentence holds."""
    for mention in event.mentions:
        sentence = mention.sentence
        if (sentence.article, sentence.part, sentence.start) == (
            report.article,
            report.part,
            report.start,
        ):
            return mention
    return None


def _words(report: Report, mention: StoryEventMention | None) -> str:
    """The clause that tells of the event, if the sentence holds it as a sentence of its own; else the
    whole sentence."""
    if mention is None or mention.clause is None:
        return report.words
    clause = mention.clause.words
    return report.words if reasons_to_refuse(clause, [report.words]) else clause
