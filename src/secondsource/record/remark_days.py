"""The days on which a remark can have been made, as far as the article tells."""

import re
from bisect import bisect_right
from datetime import date, timedelta

from ..model.article import Published
from ..model.reading import Reading
from ..model.statement import Statement
from ..model.text import Citation
from .days import span_of_days
from .evidence import Evidence
from .sentences import sentence_at

Days = tuple[date, date]
"""First and last day."""

REMARK_LIVES_DAYS = 2
"""How long before its publication a remark without a day was made, at most: what a paper prints without
a day is news of the day or of the day before."""

PASSED_ON_DAYS = 14
"""And one that it says was made to another paper of the story: that paper told of it first."""

LEAST_ENTRIES = 3
"""Lines that a day opens ("June 9 - ") from which on an article is a chronology."""


def days_of_remarks(reading: Reading, evidence: Evidence) -> dict[str, Days | None]:
    """For each statement, by id, its first and last day: the day, month or year that the article gives for it, the day under
    which a chronology has it, a year of long ago with which its sentence begins, else the days right before the article
    came out. None where nothing is known."""
    published = reading.article.published
    near = _days_of_print(published, REMARK_LIVES_DAYS)
    passed_on = _days_of_print(published, PASSED_ON_DAYS)
    if published is None:
        return {
            each.id: span_of_days(each.said.value) if each.said else None
            for each in reading.statements
        }
    entries = _entries(reading, published)
    years = [
        (time.citation, days)
        for time in reading.times
        if time.type == "DATE"
        and (days := span_of_days(time.value)) is not None
        and days[1].year < int(published.earliest[:4])
    ]
    found: dict[str, Days | None] = {}
    for statement in reading.statements:
        told = span_of_days(statement.said.value if statement.said else None)
        if told is not None and told[0].isoformat() > published.latest:
            told = None  # of what it tells
        found[statement.id] = (
            told
            or _day_of_entry(statement, entries)
            or (_long_ago(statement, reading, years) if years else None)
            or (passed_on if evidence.has_outlet(statement.addressee or "") else near)
        )
    return found


def _days_of_print(published: Published | None, lives: int) -> Days | None:
    """The days on which a remark was made that an article prints without a day."""
    if published is None:
        return None
    first, last = (date.fromisoformat(day) for day in (published.earliest, published.latest))
    return first - timedelta(days=lives), last


_BEHIND_ENTRY = re.compile(r"\s*(?:[-–—]+|:)\s")


def _entries(reading: Reading, published: Published) -> list[tuple[int, Days]]:
    """Where in a chronology which day begins, the whole year before the article where the day that was read cannot be;
    nothing where the article is no chronology."""
    text = reading.article.text
    latest = date.fromisoformat(published.latest)
    year = latest - timedelta(days=365), latest
    found: list[tuple[int, Days]] = []
    for time in reading.times:
        cited = time.citation
        if cited.part != "text" or time.type != "DATE" or not _BEHIND_ENTRY.match(text, cited.end):
            continue
        line = text.rfind("\n", 0, cited.start) + 1
        days = span_of_days(time.value)
        opens = not any(letter.isalnum() for letter in text[line : cited.start])
        if opens and days is not None and days[0] == days[1]:
            found.append((cited.start, days if days[1] <= latest else year))
    return sorted(found) if len(found) >= LEAST_ENTRIES else []


def _day_of_entry(statement: Statement, entries: list[tuple[int, Days]]) -> Days | None:
    at = statement.cue or (statement.content[0] if statement.content else None)
    if at is None or at.part != "text":
        return None
    place = bisect_right(entries, at.start, key=lambda entry: entry[0])
    return entries[place - 1][1] if place else None


_FRONT = re.compile(
    r"[\W_]*(?:back\s+)?(?:in|when(?!\s+(?:asked|pressed|questioned|challenged|pushed))|while|as|at|on)\b[^;:“”\"]*$",
    re.IGNORECASE,
)
"""What stands before the year in a clause in front that tells when: "When she became mayor in "."""


def _long_ago(
    statement: Statement, reading: Reading, years: list[tuple[Citation, Days]]
) -> Days | None:
    """The days of one of the `years` before that of the article, where the sentence begins by telling that it was then: "When
    she became mayor in 2007, Abasi told reporters"."""
    cue = statement.cue
    if cue is None or cue.part != "text":
        return None
    begins = min(
        each.start
        for each in (cue, statement.source, *statement.content)
        if each is not None and each.part == cue.part
    )
    for cited, days in years:
        if cited.part == cue.part and begins - FARTHEST <= cited.start < cited.end <= begins:
            sentence = sentence_at(reading, cue)
            before = sentence.words[: max(0, cited.start - sentence.start)]
            if sentence.start <= cited.start and _FRONT.match(before):
                return days
    return None


FARTHEST = 120
"""Code points from the year of a clause in front to the remark."""
