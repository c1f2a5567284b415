"""TimelineJS 3 (Knight Lab) JSON: the dated events that happened, and what is announced, apart."""

import html
from datetime import date
from typing import Any

import msgspec

from ..model.record import Record
from ..model.text import Citation
from ..views.agenda import agenda
from ..views.days import Days, days_of
from ..views.event_words import event_words
from ..views.sources import articles_of, standing_words, title_of
from ..views.timeline import timeline

HAPPENED, ANNOUNCED = "Reported as happened", "Announced"
"""Names of the two rows of the timeline."""


def timelinejs(record: Record, name: str) -> bytes:
    """The timeline as TimelineJS reads it. That program shows text as HTML, hence all words of reports
    are escaped. What is only announced stands in a row of its own and says so in its heading."""
    titles = {key: title_of(article) for key, article in articles_of(record).items()}
    events: list[dict[str, Any]] = []
    for line in timeline(record):
        days = days_of(line.when)
        if days is None:
            continue
        standing = [standing_words(line.standing)] if line.standing else []
        kind = event_words(line.kind or "event", line.mode, line.claimed)
        events.append(
            _slide(line.about, HAPPENED, days, kind, line.words, standing, line.citations, titles)
        )
    for item in agenda(record):
        days = days_of(item.when)
        if days is None or item.state == "held":
            continue
        standing = [standing_words(item.claim.standing)] if item.claim else []
        kind = f"Announced: {event_words(item.event_type, item.mode, item.claimed)} ({item.state})"
        events.append(
            _slide(item.id, ANNOUNCED, days, kind, item.words, standing, item.citations, titles)
        )
    made = {"title": {"text": {"headline": html.escape(name)}}, "events": events}
    return msgspec.json.encode(made) + b"\n"


def _slide(
    key: str,
    group: str,
    days: Days,
    heading: str,
    words: str,
    facts: list[str],
    citations: tuple[Citation, ...],
    titles: dict[str, str],
) -> dict[str, Any]:
    reports = dict.fromkeys(titles.get(cited.article, cited.article) for cited in citations)
    body = [f"<p>“{html.escape(' '.join(words.split()))}”</p>"]
    body += [f"<p>{html.escape(fact)}</p>" for fact in facts]
    body.append(f"<p>{html.escape('; '.join(reports))}</p>")
    slide: dict[str, Any] = {
        "unique_id": f"{group[0].lower()}-{key}",
        "group": group,
        "start_date": _date(days.first),
        "text": {"headline": html.escape(heading), "text": "".join(body)},
    }
    if not days.whole:
        slide["end_date"] = _date(days.last)
    return slide


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
