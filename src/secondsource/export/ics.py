"""iCalendar (RFC 5545): the agenda, for calendars. Made by the icalendar library."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from ..extras import needed
from ..model.record import Record
from ..views.agenda import AgendaItem, agenda
from ..views.days import days_of
from ..views.event_words import event_words
from ..views.sources import articles_of, standing_words, title_of

_STATUS = {"held": "CONFIRMED", "cancelled": "CANCELLED"}
"""What RFC 5545 calls the states of an agenda; what is only announced is TENTATIVE."""


def ics(record: Record, name: str) -> bytes:
    """The agenda as all-day entries, each with its state; the same record gives the same bytes.

    UID is the event's id; DTSTAMP is the story's day (its newest publication date), since no clock of a
    machine is in a result. Raises UsageError without the extra `exports`.
    """
    icalendar = needed("icalendar", "exports", "a calendar")
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//secondsource//agenda//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _clean(" ".join(name.split())))
    stamp = _stamp(record)
    titles = {key: title_of(article) for key, article in articles_of(record).items()}
    for item in agenda(record):
        entry = _entry(icalendar, item, stamp, titles)
        if entry is not None:
            calendar.add_component(entry)
    made: bytes = calendar.to_ical(sorted=True)
    return made


def _stamp(record: Record) -> datetime:
    day = date.fromisoformat(record.as_of) if record.as_of else date(1970, 1, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _entry(icalendar: Any, item: AgendaItem, stamp: datetime, titles: dict[str, str]) -> Any:
    """One entry; None for a value that names no days."""
    days = days_of(item.when)
    if days is None:
        return None
    entry = icalendar.Event()
    entry.add("uid", f"{item.id}@secondsource.invalid")
    entry.add("dtstamp", stamp)
    entry.add("dtstart", days.first)
    entry.add("dtend", days.last + timedelta(days=1))  # RFC 5545: the end is not in it
    entry.add("status", _STATUS.get(item.state, "TENTATIVE"))
    entry.add("transp", "TRANSPARENT")
    entry.add("summary", f"[{item.state}] {_clean(item.words)}")
    entry.add("categories", [item.state, event_words(item.event_type, item.mode, item.claimed)])
    if item.place is not None:
        entry.add("location", _clean(item.place.name))
    entry.add("description", _clean("\n".join(_description(item, titles))))
    entry.add("x-secondsource-state", item.state)
    entry.add("x-secondsource-when", item.when)
    entry.add("x-secondsource-precision", item.precision)
    return entry


def _description(item: AgendaItem, titles: dict[str, str]) -> list[str]:
    """The words with their reports; a calendar shows little else."""
    lines = [f"State: {item.state}. Day: {item.when} ({item.precision})."]
    if item.who:
        lines.append(f"Who: {', '.join(reference.name for reference in item.who)}.")
    if item.claim is not None:
        lines.append(f"Standing: {standing_words(item.claim.standing)}.")
    lines += [
        f"“{' '.join(cited.words.split())}” — {titles.get(cited.article, cited.article)}"
        for cited in item.citations
    ]
    return lines


def _clean(words: str) -> str:
    """Without the control characters that RFC 5545 forbids in text."""
    return "".join(sign for sign in words if sign >= " " or sign in "\n\t")
