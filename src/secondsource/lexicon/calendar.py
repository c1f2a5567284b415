"""Words of the calendar and the clock, and the days of holidays. Tables: `calendar.toml`, `calendar_cues.toml`."""

import re
import tomllib
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The days of the week, in lower case, from Monday (0 as in `date.weekday`)."""
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
"""The months, in lower case, from January."""


@cache
def tables() -> dict[str, dict[str, Any]]:
    """All tables of `calendar.toml`, by name; the keys are lower case."""
    file = resources.files(__package__).joinpath("calendar.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def cues(name: str) -> frozenset[str]:
    """The words of one table of `calendar_cues.toml`, lower case; raises KeyError for an unknown table."""
    return frozenset(_cue_tables()[name])


@cache
def _cue_tables() -> dict[str, list[str]]:
    file = resources.files(__package__).joinpath("calendar_cues.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def holidays_by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names of holidays as tuples of tokens (lower case, `'s` a token of its own), by their first
    token, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in tables()["holidays"]:
        words = tuple(name.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def easter(year: int) -> date:
    """Western Easter Sunday of a Gregorian year (the algorithm of Meeus, Jones and Butcher)."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (skipped + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday as a Gregorian date (Meeus's Julian algorithm, 13 days on: right for
    1900 to 2099)."""
    moon = (19 * (year % 19) + 15) % 30
    month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The `nth` weekday (1 Monday ... 7 Sunday) of a month; `nth` 9 means the last one."""
    if nth == 9:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


_RULE = re.compile(
    r"(?:(?P<month>\d\d)-(?:w(?P<nth>\d)-(?P<weekday>\d)|(?P<day>\d\d)(?:>(?P<next>\d))?)"
    r"|(?P<feast>easter|orthodox))(?P<offset>[+-]\d+)?"
)


def holiday(name: str, year: int) -> date | None:
    """The day of a holiday (a key of the table `holidays`) in a year; None for an unknown name."""
    match = _RULE.fullmatch(tables()["holidays"].get(name, ""))
    if match is None:
        return None
    part = match.groupdict()
    if part["feast"]:
        day = easter(year) if part["feast"] == "easter" else orthodox_easter(year)
    elif part["nth"]:
        day = nth_weekday(year, int(part["month"]), int(part["nth"]), int(part["weekday"]))
    else:
        day = date(year, int(part["month"]), int(part["day"]))
        if part["next"]:
            day += timedelta(days=(int(part["next"]) - day.isoweekday()) % 7)
    return day + timedelta(days=int(part["offset"] or 0))
