"""Brief: what is known and how well, what is contested, what is only threatened, demanded or denied,
figures and how they changed, what is to come. Every line is words of a report."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from ..lexicon.ahead import looks_ahead
from ..model.claim import Claim, Conflict, StoryEvent
from ..model.event import REAL
from ..model.record import Record
from ..model.text import Citation, Reference
from ..model.value import Value
from .agenda import agenda, is_earliest
from .altered import with_alterations
from .brief_figures import figure_lines, of_series, series_lines
from .event_words import MUTUAL
from .gathering import Places, absorbed, gathered
from .judged import with_judgements
from .line import Line, Section
from .retold import Retold, not_twice
from .ties import ties_of
from .timeline import is_only_said, line_of
from .weight import Weight, facts_told, is_named

NOT_SO = (
    "threatened",
    "demanded",
    "requested",
    "promised",
    "denied",
    "alleged",
    "conditional",
    "cancelled",
)
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
    # Both sides of a conflict stand together, even where a sentence stands in two conflicts.
    contested = tuple(_contested(record, most))
    retold = Retold(record)
    all_known, all_not_so = (tuple(lines(record)) for lines in (_known, _not_so))
    all_figures = tuple(of_series(tuple(figure_lines(record))))
    known = gathered(retold.told_once(all_known), contested, most)
    not_so = gathered(retold.told_once(all_not_so), contested + known, most)
    figures = gathered(series_lines(all_figures, length), contested + known + not_so, most)
    to_come = gathered(_to_come(record), most=most)
    facts = (
        *(line for _, line in (*all_known, *all_not_so)),
        *(line for _, line in all_figures),
    )
    places = Places(facts)
    sections = (
        Section(
            title="What is known, and how well",
            lines=_by_day(absorbed(known, facts, places)),
            empty="No deed told as done was found (accidents and disasters are in the figures only).",
        ),
        Section(
            title="What is contested",
            lines=absorbed(contested, facts, places),
            empty="No two reports were found to contradict each other.",
        ),
        Section(
            title="Threatened, demanded, promised, alleged, denied or called off: not reported as so",
            lines=absorbed(not_so, facts, places),
            empty="Nothing of the kind was found.",
        ),
        Section(
            title="Figures, and how they changed",
            lines=absorbed(figures, facts, places),
            empty="No figure was found.",
        ),
        Section(
            title="What is to come", lines=to_come, empty="Nothing announced for a day was found."
        ),
    )
    return Brief(
        title=title,
        as_of=record.as_of,
        pipeline=record.pipeline,
        sections=with_judgements(record, with_alterations(record, not_twice(sections))),
    )


def brief_lines(record: Record) -> Iterator[Line]:
    """Every line of the longest brief, for checking it."""
    for section in brief(record, length="long").sections:
        for line in section.lines:
            for fact in (line, *line.also):
                yield from (fact, *fact.retold, *fact.course)


def _by_day(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines in the order of their days, those without a day last; else as they were."""
    return tuple(sorted(lines, key=lambda line: line.when or "9999"))


def _events(record: Record) -> dict[str, StoryEvent]:
    return {event.id: event for event in record.events}


def _known(record: Record) -> Iterator[tuple[StoryEvent, Line]]:
    events = _events(record)
    real = [
        claim
        for claim in record.claims
        if claim.kind == "event"
        and claim.status == "happened"
        and not is_only_said(events[claim.about])
        and any(report.part == "text" for report in claim.reports)
        and not {"withdrawn", "altered"} & set(claim.standing.flags)
        and _is_told_in_full(events[claim.about], is_news=_is_lead(events[claim.about]))
    ]
    ties, weight = ties_of(record.events), Weight(record)
    for claim in sorted(real, key=lambda claim: weight.of(claim, events[claim.about])):
        yield events[claim.about], line_of(events[claim.about], claim, ties)


def _is_lead(event: StoryEvent) -> bool:
    """Whether a report was written for what happened: it tells of it in its first sentence, with its day."""
    return event.time is not None and any(
        mention.part == "text" and mention.sentence.start < LEAD and mention.status in REAL
        for mention in event.mentions
    )


LEAD = 60
"""Code points of a report within which its first sentence begins; a town and an agency may stand before it."""


def _is_told_in_full(
    event: StoryEvent, by: Sequence[Reference] = (), is_news: bool = False
) -> bool:
    """Whether it is known who did it or to whom, by name, and at least when, where, what or by whom it
    is demanded: a line that names nobody and nothing says nothing. What a report was written for (`is_news`) needs no name:
    "Some 1,500 dockers walked out at midnight"."""
    who = (*event.sources, *event.targets)
    named = any(is_named(reference) for reference in (*who, *by)) or event.place is not None
    named = named or is_news
    facts = facts_told(event) + bool(by)
    if event.event_type in MUTUAL and len(who) < 2 and not (event.time or event.place or by):
        return False
    return bool(who) and named and facts >= MOST_BARE


MOST_BARE = 2
"""Facts that a line of the brief has at least: who and whom, when, where, what, on whose word."""


def _not_so(record: Record) -> Iterator[tuple[StoryEvent, Line]]:
    events = _events(record)
    ties = ties_of(record.events)
    unreal = [
        claim
        for claim in record.claims
        if claim.kind == "event"
        and (claim.status in NOT_SO or _is_mere_word(events[claim.about], claim, events))
        and (
            _is_told_in_full(events[claim.about], ties.by_whom(claim.about))
            or _says_by_name(events[claim.about])
        )
    ]
    weight = Weight(record)
    # What stands for itself goes before what was only said.
    for claim in sorted(
        unreal,
        key=lambda claim: (
            claim.status not in NOT_SO and events[claim.about].event_type != "threaten",
            weight.of(claim, events[claim.about]),
        ),
    ):
        yield events[claim.about], line_of(events[claim.about], claim, ties)


def _says_by_name(event: StoryEvent) -> bool:
    """Whether somebody named calls off something, or denies what a clause tells: the one fact that this is says enough
    ("Dockers postponed their strike", "It denied that it had been warned")."""
    if not any(map(is_named, event.sources)):
        return False
    if event.mode == "deny":
        return any(f"{each.words} that" in each.sentence.words for each in event.mentions)
    return event.status == "cancelled"


def _is_mere_word(event: StoryEvent, claim: Claim, events: Mapping[str, StoryEvent]) -> bool:
    """Whether this is a threat, demand, appeal, denial or accusation that was made, of which only the words tell
    what it is of: no event stands for it that is told in full and not so."""
    if claim.status != "happened" or not event.sources:
        return False
    inner = events.get(event.about or "")
    if inner is not None and (
        event.event_type in ("threaten", "request")
        or (inner.status in NOT_SO and _is_told_in_full(inner))
    ):
        return False
    by_name = any(map(is_named, event.sources))
    if event.event_type == "threaten" or event.mode == "demand":
        return bool(event.object or event.condition) or (by_name and bool(event.targets))
    if event.mode == "appeal":
        return by_name and bool(event.targets)
    if event.mode == "deny":
        return by_name and (event.object or "").casefold() not in _POINTING
    return event.event_type == "accuse" and by_name and any(map(is_named, event.targets))


_POINTING = ("it", "that", "this", "them", "so")
"""Words that point to what is denied: only the sentence before says what, and alone they tell nothing."""


def _contested(record: Record, most: int) -> Iterator[Line]:
    """All sides of the first `most` conflicts, one line a side; the reason stands with the first. What the same
    sentences contradict each other in stands together."""
    order = ("wording", "number", "polarity", "role", "date", "place", "participants")
    found: dict[frozenset[str], list[Conflict]] = {}
    for conflict in sorted(record.conflicts, key=lambda item: (order.index(item.kind), item.id)):
        found.setdefault(frozenset(cited.words for cited in conflict.sides), []).append(conflict)
    for conflict, *others in list(found.values())[:most]:
        sides: dict[str, list[Citation]] = {}
        for cited in conflict.sides:
            sides.setdefault(cited.words, []).append(cited)
        for n, (words, cited_in) in enumerate(sides.items()):
            yield Line(
                about=conflict.id,
                words=words,
                citations=tuple(cited_in),
                status=conflict.kind if n == 0 else "against it",
                notes=tuple(each.reason for each in (conflict, *others)) if n == 0 else (),
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
            notes=("on that day at the earliest",) if is_earliest(item) else (),
        )
    yield from _announced_without_a_day(record)


def _is_only_described(reference: Reference) -> bool:
    """Whether somebody stands there by his part in it alone: "Kenyan counterpart"."""
    return reference.name.endswith(("counterpart", "counterparts"))


def _is_arranged(event: StoryEvent, claim: Claim, last: frozenset[str]) -> bool:
    """Whether a report of the last days (`last`: ids of articles) tells of a named party's plan. Of an assault
    one report's "planned" is more often a fear of somebody's than his plan, and needs a second."""
    return (
        claim.status == "planned"
        and event.event_type != "assault"
        and any(map(is_named, event.sources))
        and any(report.article in last for report in claim.reports)
    )


LAST_DAYS = timedelta(days=7)
"""How long before the story's newest day a plan that one report tells still counts as open: the week of a
weekly."""


def _of_the_last_days(record: Record) -> frozenset[str]:
    """Ids of the articles that came out within `LAST_DAYS` of the story's newest day."""
    if record.as_of is None:
        return frozenset()
    since = (date.fromisoformat(record.as_of) - LAST_DAYS).isoformat()
    return frozenset(
        row.id
        for row in record.articles
        if row.article is not None
        and row.article.published is not None
        and row.article.published.earliest >= since
    )


def _announced_without_a_day(record: Record) -> Iterator[Line]:
    """What several reports, or one of the story's last week, have as announced, though none says for which
    day; the most told first."""
    events, ties, last = _events(record), ties_of(record.events), _of_the_last_days(record)
    announced = [
        claim
        for claim in record.claims
        if claim.kind == "event"
        and claim.status in ("planned", "predicted")
        and events[claim.about].time is None
        and not is_only_said(events[claim.about])
        and (
            len({report.article for report in claim.reports}) > 1
            or _is_arranged(events[claim.about], claim, last)
        )
        and any(looks_ahead(report.words) for report in claim.reports)
        and not {"withdrawn", "superseded"} & set(claim.standing.flags)
        and _is_told_in_full(events[claim.about])
        and not any(map(_is_only_described, events[claim.about].targets))
    ]
    weight = Weight(record)
    for claim in sorted(announced, key=lambda claim: weight.of(claim, events[claim.about])):
        yield line_of(events[claim.about], claim, ties)
