"""Clock times and dates that are written in digits."""

import re
from datetime import date

from ...lexicon.calendar import tables


def _clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half == "p")
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}"


def _military(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    return f"{hour:02}:{minute:02}" if hour < 25 and minute < 60 else None


def _iso(match: re.Match[str]) -> str | None:
    return _day(int(match["year"]), int(match["month"]), int(match["day"]))


def _day(year: int, month: int, day: int) -> str:
    """The rule of a day, or the reason why there is none."""
    code = f"{year:04}-{month:02}-{day:02}"
    try:
        date.fromisoformat(code)
    except ValueError:
        return f"unknown(there is no day {code})"
    return f"date({code})"


def _numeric_date(match: re.Match[str]) -> str | None:
    """A date of three numbers; where day and month cannot be told apart, it has no value."""
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"])
    if len(match["year"]) == 2:
        year += 1900 + 100 * (year < 30)
    if match["sign"] == "." or first > 12 or first == second:
        day, month = first, second
    elif second > 12:
        month, day = first, second
    else:
        return f"unknown(day and month of {first:02}/{second:02}/{year} cannot be told apart)"
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _day(year, month, day)


def _named(match: re.Match[str]) -> str | None:
    return f"date({tables()['named_days'][match[0]]['day']})"


NUMERIC = (
    (re.compile(r"9/11(?![/\d])"), "I", _named),
    (
        re.compile(r"(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\d-])"),
        "I",
        _iso,
    ),
    (
        re.compile(
            r"(?P<first>\d{1,2})(?P<sign>[-/.])(?P<second>\d{1,2})(?P=sign)(?P<year>[12]\d{3}|\d\d)(?![\d/-])(?!\.\d)"
        ),
        "I",
        _numeric_date,
    ),
    (
        re.compile(
            r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.\s?m\b\.?|m\b\.?)(?!\w)",
            re.IGNORECASE,
        ),
        "K",
        _clock,
    ),
    (
        re.compile(
            r"(?P<hour>[01]?\d|2[0-4])(?::|(?=\.\d\d (?:GMT|CET|BST)\b)\.)(?P<minute>[0-5]\d)(?P<half>)(?![\d:])"
        ),
        "K",
        _clock,
    ),
    (
        re.compile(
            r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?= (?:GMT|UTC|hours|hrs|local time)\b)"
        ),
        "K",
        _military,
    ),
)
