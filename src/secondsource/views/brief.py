"""Brief: what is known and how well, what is contested, what is only threatened, demanded or denied,
figures and how they changed, what is to come. Every line is words of a report."""

from collections.abc import Iterator

from ..model.claim import Claim, SeriesPoint, StoryEvent
from ..model.record import Record
from ..model.text import Citation
from ..model.value import Value
from .agenda import agenda
from .figures import series_of_weight
from .line import Line, Section
from .sources import best_report, citation_of
from .timeline import line_of

NOT_SO = ("threatened", "demanded", "requested", "promised", "denied", "alleged", "conditional")
"""Statuses that the brief shows under what has not happened, or is not known to have."""

LENGTHS = {"short": 6, "medium": 14, "long": 60}
"""Lines a section at most."""


class Brief(Value, frozen=True):
    """A brief: its day (the newest publication date of the story), sections, and what it left out."""

    title: str
    as_of: str | None
    pipeline: str
    sections: tuple[Section, ...]


def brief(record: Record, title: str = "", length: str = "medium") -> Brief:
    """The brief of a record. Raises ValueError for a length that is none of `LENGTHS`."""
    if length not in LENGTHS:
        raise ValueError(f"no length {length!r}; there are: {', '.join(LENGTHS)}")
    most = LENGTHS[length]
    return Brief(
        title=title,
        as_of=record.as_of,
        pipeline=record.pipeline,
        sections=(
            Section(
                title="What is known, and how well",
                lines=_by_day(_once(_known(record), most)),
                empty="No report says that anything happened.",
            ),
            Section(
                title="What is contested",
                lines=tuple(_contested(record))[: most * 2],
                empty="No two reports contradict each other.",
            ),
            Section(
                title="Threatened, demanded, promised, alleged or denied: not reported as so",
                lines=_once(_not_so(record), most),
                empty="Nothing of the kind is reported.",
            ),
            Section(
                title="Figures, and how they changed",
                lines=_once(_figures(record), most),
                empty="No figure is reported.",
            ),
            Section(
                title="What is to come",
                lines=_once(_to_come(record), most),
                empty="Nothing with a date is announced.",
            ),
        ),
    )


def brief_lines(record: Record) -> Iterator[Line]:
    """Every line of the longest brief, for checking it."""
    for section in brief(record, length="long").sections:
        yield from section.lines


def _once(lines: Iterator[Line], most: int) -> tuple[Line, ...]:
    """At most so many lines, each sentence once: the first, which is the best supported."""
    seen: set[str] = set()
    kept: list[Line] = []
    for line in lines:
        if len(kept) == most:
            break
        if line.words not in seen:
            seen.add(line.words)
            kept.append(line)
    return tuple(kept)


def _by_day(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines in the order of their days, those without a day last; else as they were."""
    return tuple(sorted(lines, key=lambda line: line.when or "9999"))


OF_WORDS = frozenset({"accuse", "reject", "request", "threaten"})
"""Types that are done with words: they stand with what they are about, not among what is known."""


def _by_weight(claim: Claim) -> tuple[int, int, int, str]:
    """Best supported first, then by newsrooms and reports; the id settles ties."""
    return (
        -claim.standing.independent,
        -len(claim.standing.newsrooms),
        -len(claim.reports),
        claim.id,
    )


def _events(record: Record) -> dict[str, StoryEvent]:
    return {event.id: event for event in record.events}


def _known(record: Record) -> Iterator[Line]:
    events = _events(record)
    real = [
        claim
        for claim in record.claims
        if claim.kind == "event"
        and claim.status == "happened"
        and events[claim.about].event_type not in OF_WORDS
        and any(report.part == "text" for report in claim.reports)
        and _is_told_in_full(events[claim.about])
    ]
    for claim in sorted(real, key=_by_weight):
        yield line_of(events[claim.about], claim)


def _is_told_in_full(event: StoryEvent) -> bool:
    """Whether it is known who did it or to whom, and at least when, where or what."""
    return bool(event.sources or event.targets) and bool(
        event.time or event.place or event.object or (event.sources and event.targets)
    )


def _not_so(record: Record) -> Iterator[Line]:
    events = _events(record)
    unreal = [c for c in record.claims if c.kind == "event" and c.status in NOT_SO]
    for claim in sorted(unreal, key=_by_weight):
        yield line_of(events[claim.about], claim)


def _contested(record: Record) -> Iterator[Line]:
    """Both sides of each conflict, one line a side; the reason stands with the first."""
    order = ("wording", "number", "polarity", "role", "date", "place", "participants")
    for conflict in sorted(record.conflicts, key=lambda item: (order.index(item.kind), item.id)):
        for n, cited in enumerate(conflict.sides):
            yield Line(
                about=conflict.id,
                words=cited.words,
                citations=(cited,),
                status=conflict.kind if n == 0 else "against it",
                notes=(conflict.reason,) if n == 0 else (),
            )


def _figures(record: Record) -> Iterator[Line]:
    claims = {claim.about: claim for claim in record.claims if claim.kind == "figure"}
    for series in series_of_weight(record):
        changes = tuple(f"changed from {c.was} to {c.became}" for c in series.changes)
        for n, point in enumerate(series.points):
            claim = claims.get(point.id)
            if claim is not None:
                yield figure_line(point, claim, changes if n == 0 else ())


def figure_line(point: SeriesPoint, claim: Claim, changes: tuple[str, ...] = ()) -> Line:
    """The line of one number: the sentence it stands in, with nature and as-of beside it."""
    best = best_report(claim)
    return Line(
        about=claim.id,
        words=best.words,
        citations=tuple(
            dict.fromkeys([citation_of(best), *(citation_of(r) for r in claim.reports)])
        ),
        status=point.nature,
        claimed=f"{point.words} {point.measured or ''}".strip(),
        when=point.as_of,
        standing=claim.standing,
        notes=changes,
    )


def _to_come(record: Record) -> Iterator[Line]:
    for item in agenda(record, ahead_only=True):
        if item.state in ("held",):
            continue
        first: Citation = next(cited for cited in item.citations if cited.words == item.words)
        yield Line(
            about=item.claim.id if item.claim else item.id,
            words=item.words,
            citations=tuple(dict.fromkeys([first, *item.citations])),
            status=item.state,
            when=item.when,
            place=item.place.name if item.place else None,
            who=tuple(reference.name for reference in item.who),
            standing=item.claim.standing if item.claim else None,
        )
