"""Anchor: the pure step that turns the time rules of a Reading into values, once its date is known."""

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from ..model.article import Published
from ..model.event import EventMention, EventTime
from ..model.figure import Figure
from ..model.lineage import FirstPrinted
from ..model.mention import Time
from ..model.reading import Reading
from ..model.statement import Statement
from ..model.text import Citation
from .times import Moment, evaluate, needs, settle

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
"""EDTF level 1 codes of seasons, by TimeML codes."""


def anchor(
    reading: Reading, published: Published | None, taken_over: Sequence[FirstPrinted] = ()
) -> Reading:
    """The reading with all values that hang on the day of publication filled in; where no date of it is known, what
    names a Time gets the value that its words give by themselves ("in March 2017"), and else none.

    Times get value, bounds and the day (ISO) that they were counted from; statements, events and figures that
    name a Time get its value; an event that "happened" after publication becomes `planned`.
    What is `taken_over` word for word is counted from the day on which it was first printed, and its numbers are of that day.
    Where the date of publication is not known to the day, a rule is worked out from both ends of it:
    a value that both agree on stands; otherwise it is null and only the bounds are given.
    """
    if published is None:
        return _without_date(reading)
    rules = {time.id: time.rule for time in reading.times}
    written = _day_of_writing(reading, published, rules)
    first, last = (written, written) if written else (published.earliest, published.latest)
    from_earliest = evaluate(rules, date.fromisoformat(first))
    from_latest = from_earliest if first == last else evaluate(rules, date.fromisoformat(last))
    moments = {key: agreed(from_earliest[key], from_latest[key]) for key in rules}
    day = written or published.value
    days = dict.fromkeys(rules, day)
    if written and (added := _added_in_print(reading)):
        in_print = evaluate(rules, date.fromisoformat(published.earliest))
        moments |= {key: in_print[key] for key in added}
        days |= dict.fromkeys(added, published.value)
    for part in taken_over:
        told = [time.id for time in reading.times if _is_within(time.citation, part)]
        if told:
            on_that_day = evaluate(rules, date.fromisoformat(part.day))
            moments |= {key: on_that_day[key] for key in told}
            days |= dict.fromkeys(told, part.day)
    times = {time.id: anchored_time(time, moments, days[time.id]) for time in reading.times}
    return msgspec.structs.replace(
        reading,
        times=tuple(times.values()),
        statements=tuple(anchored_statement(item, times) for item in reading.statements),
        events=tuple(anchored_event(item, times, published) for item in reading.events),
        figures=tuple(
            _of_the_day(anchored_figure(item, times), item, taken_over) for item in reading.figures
        ),
        anchored_on=published.value,
    )


def _is_within(citation: Citation, part: FirstPrinted) -> bool:
    return citation.part == "text" and part.start <= citation.start < part.end


def _of_the_day(figure: Figure, read: Figure, taken_over: Sequence[FirstPrinted]) -> Figure:
    """A number whose own words give no day is of that on which its sentence was first printed."""
    if read.as_of is not None:
        return figure
    printed = next((part.day for part in taken_over if _is_within(read.citation, part)), None)
    return figure if printed is None else msgspec.structs.replace(figure, as_of=printed)


MOST_DAYS_IN_PRINT = 3
"""Days between the writing of an agency's report and the paper that prints it; more is the dateline of something older."""


def _day_of_writing(reading: Reading, published: Published, rules: dict[str, str]) -> str | None:
    """The day in the dateline ("MOMBASA, Oct. 4 (AP) —"), where it lies at most `MOST_DAYS_IN_PRINT` days before the one day on
    which the report came out: "yesterday" is counted from there. None where there is no such day."""
    dateline, text = reading.article.dateline, reading.article.text
    if not dateline or published.earliest != published.latest:
        return None
    end = text.find(dateline) + len(dateline)
    if end < len(dateline):
        return None
    start = end - len(dateline)
    within = [
        time.id
        for time in reading.times
        if time.citation.part == "text" and start <= time.citation.start < time.citation.end <= end
    ]
    if not within:
        return None
    came_out = date.fromisoformat(published.earliest)
    moments = evaluate(rules, came_out)
    for moment in map(moments.__getitem__, within):
        if moment.earliest is None or moment.earliest != moment.latest:
            continue
        if 0 < (came_out - moment.earliest).days <= MOST_DAYS_IN_PRINT:
            return moment.earliest.isoformat()
    return None


def _added_in_print(reading: Reading) -> frozenset[str]:
    """Ids of the times in paragraphs in which the paper names itself ("told the Gazette on Friday"): it has added them to the
    agency's report, and counts from the day on which it came out."""
    outlet, text = reading.article.outlet, reading.article.text
    if not outlet or outlet not in text:
        return frozenset()
    found = set()
    for time in reading.times:
        if time.citation.part == "text":
            start = text.rfind("\n", 0, time.citation.start) + 1
            end = text.find("\n", time.citation.end)
            if outlet in text[start : end if end >= 0 else len(text)]:
                found.add(time.id)
    return frozenset(found)


def _without_date(reading: Reading) -> Reading:
    times = {time.id: time for time in reading.times}
    return msgspec.structs.replace(
        reading,
        statements=tuple(anchored_statement(item, times) for item in reading.statements),
        events=tuple(
            msgspec.structs.replace(item, time=_own_time(item.time, times))
            for item in reading.events
        ),
        figures=tuple(anchored_figure(item, times) for item in reading.figures),
    )


def _own_time(time: EventTime | None, times: dict[str, Time]) -> EventTime | None:
    if time is None or time.time not in times:
        return time
    value, precision = edtf(times[time.time])
    return EventTime(value=value, precision=precision, time=time.time)


def agreed(first: Moment, second: Moment) -> Moment:
    """What holds whichever of the two days is right."""
    if first == second:
        return first
    if first.earliest is None or second.latest is None:
        return Moment(first.value if first.value == second.value else None, None, None, first.unit)
    value = first.value if first.value == second.value else None
    return Moment(
        value, first.earliest, max(second.latest, first.latest or second.latest), first.unit
    )


def anchored_time(time: Time, moments: dict[str, Moment], published: str) -> Time:
    on_day, others = needs(time.rule)
    base: str | None = published if on_day else None
    if others:
        told = moments.get(others[0])
        base = told.earliest.isoformat() if told and told.earliest else None
    return msgspec.structs.replace(settle(time, moments[time.id]), anchor=base)


def edtf(time: Time) -> tuple[str | None, str | None]:
    """The value of a Time in EDTF, with its precision; (None, None) where it is vague."""
    value = time.value
    if value is None or time.earliest is None or time.latest is None:
        if time.earliest and time.latest:
            return f"{time.earliest}/{time.latest}", "interval"
        return None, None
    if time.type == "DURATION" or "/" in value or "-W" in value:
        return f"{time.earliest}/{time.latest}", "interval"
    if time.type == "TIME":
        return time.earliest, "day"
    if re.fullmatch(r"\d{2,3}", value):
        return value + "X" * (4 - len(value)), "decade" if len(value) == 3 else "century"
    if value[-2:] in _SEASONS:
        return f"{value[:4]}-{_SEASONS[value[-2:]]}", "season"
    if "-Q" in value:
        return f"{value[:4]}-{32 + int(value[-1])}", "quarter"
    if "-H" in value:
        return f"{value[:4]}-{39 + int(value[-1])}", "half"
    return value, {4: "year", 7: "month"}.get(len(value), "day")


def anchored_statement(statement: Statement, times: dict[str, Time]) -> Statement:
    said = statement.said
    if said is None or said.time not in times:
        return statement
    value = edtf(times[said.time])[0]
    return msgspec.structs.replace(statement, said=msgspec.structs.replace(said, value=value))


def anchored_event(
    event: EventMention, times: dict[str, Time], published: Published
) -> EventMention:
    if event.time is None or event.time.time not in times:
        return event
    time = times[event.time.time]
    value, precision = edtf(time)
    first = _first_day(time) if event.time.since else None
    if first is not None and first <= published.latest:
        value, precision = f"{first}/{published.latest}", "interval"
    status = event.status
    if status == "happened" and time.earliest is not None and time.earliest > published.latest:
        if "likely-before" in time.rule:
            # "was killed on June 24", in a report of May: of which year is not told, but it is not to come.
            return msgspec.structs.replace(event, time=None)
        status = "planned"
    return msgspec.structs.replace(
        event,
        time=msgspec.structs.replace(event.time, value=value, precision=precision),
        status=status,
    )


def _first_day(time: Time) -> str | None:
    """The day on which begins what goes on "since" a time: since the end of January it does from its last day on."""
    return time.latest if time.rule.startswith("edge(end, ") else time.earliest


def anchored_figure(figure: Figure, times: dict[str, Time]) -> Figure:
    as_of = figure.as_of
    if as_of is None or not as_of.startswith("time:"):
        return figure
    time = times.get(as_of.removeprefix("time:"))
    return msgspec.structs.replace(figure, as_of=edtf(time)[0] if time else None)
