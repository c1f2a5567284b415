"""Calendar days as pages write them, read into EDTF."""

import re
import tomllib
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:{WEEKDAY},?\s+)?{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        rf"\b(?:{WEEKDAY},?\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        rf"\b{_YEAR}-(?P<monthnumber>[01]\d)-(?P<day>[0-3]\d)(?=\b|T)",
        rf"\b{_YEAR}/(?P<monthnumber>[01]?\d)/(?P<day>[0-3]?\d)\b",
        rf"\b(?:{WEEKDAY},?\s+)?{_DAY}[-/]{_MONTH}[-/]{_YEAR}\b",
        rf"\b(?P<day>[0-3]?\d)\.\s?(?P<monthnumber>[01]?\d)\.\s?{_YEAR}\b",
        rf"\b(?P<first>[0-3]?\d)[/-](?P<second>[0-3]?\d)[/-]{_YEAR}\b",
    )
)
_WITHOUT_YEAR = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:{WEEKDAY},?\s+)?{_MONTH}\s+{_DAY}\b",
        rf"\b(?:{WEEKDAY},?\s+)?{_DAY}\s+{_MONTH}(?:\b|$)",
    )
)
_SOME_YEAR = re.compile(r"(?:19|20)\d\d")
_SOME_DAY = re.compile(r"\d")
"""Looked for first: without them no pattern matches, and most lines have none."""
EARLIEST_YEAR = 1700
"""Pages show no older day as that of their report (newspaper archives begin about here)."""


@dataclass(frozen=True)
class Day:
    """A day found at code points `start:end`. `value` is EDTF; the year is XXXX where none is said."""

    start: int
    end: int
    value: str


@cache
def _foreign_months() -> dict[str, int]:
    table = resources.files("secondsource.lexicon").joinpath("months.toml").read_text("utf-8")
    found: dict[str, int] = {}
    for names in tomllib.loads(table).values():
        for number, forms in enumerate(names, start=1):
            for form in forms.split():
                found.setdefault(form, number)
    return found


@cache
def _foreign_patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(_foreign_months(), key=lambda name: (-len(name), name)))
    month = rf"(?P<month>{names})\.?"
    return (
        re.compile(
            rf"\b(?P<day>[0-3]?\d)(?:\.|º|er)?\s*(?:de\s+|d['’])?{month},?\s+(?:de\s+|del\s+)?{_YEAR}\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{_YEAR}\.?\s+{month}\s+(?P<day>[0-3]?\d)\b", re.IGNORECASE),
        re.compile(
            r"\b(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<monthnumber>[01]?\d)\s?[月월]\s?(?P<day>[0-3]?\d)\s?[日일]"
        ),
    )


def find_any_days(text: str) -> list[Day]:
    """The days that a text writes out in any of the languages of `months.toml`."""
    if not _SOME_YEAR.search(text):
        return []
    return _with_more(find_days(text), text, _foreign_patterns())


def find_days(text: str, without_year: bool = False) -> list[Day]:
    """The days that the text writes out, in their order; with `without_year` also those that name
    month and day alone. "05/06/2023" is left out: nobody can tell month from day."""
    if not (_SOME_DAY if without_year else _SOME_YEAR).search(text):
        return []
    return _with_more([], text, _PATTERNS + (_WITHOUT_YEAR if without_year else ()))


def _with_more(found: list[Day], text: str, patterns: tuple[re.Pattern[str], ...]) -> list[Day]:
    """The days found and those of these patterns, earlier patterns first, that overlap none of them; in their order."""
    for pattern in patterns:
        for match in pattern.finditer(text):
            if any(match.start() < day.end and day.start < match.end() for day in found):
                continue
            value = _value(match.groupdict())
            if value:
                found.append(Day(match.start(), match.end(), value))
    return sorted(found, key=lambda day: day.start)


def _value(parts: dict[str, str | None]) -> str | None:
    if parts.get("first"):
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if first > 12 >= second:
            day, month = first, second
        elif second > 12 >= first or first == second:
            month, day = first, second
        else:
            return None
    else:
        number = parts.get("monthnumber")
        name = str(parts.get("month")).lower().rstrip(".")
        month = int(number) if number else _MONTHS.get(name) or _foreign_months().get(name, 0)
        day = int(str(parts["day"]))
    if not 1 <= month <= 12:
        return None
    year = parts.get("year")
    if year is None:
        return f"XXXX-{month:02}-{day:02}" if 1 <= day <= monthrange(2024, month)[1] else None
    if int(year) < EARLIEST_YEAR:
        return None
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None


def bounds(value: str) -> tuple[str, str]:
    """The first and the last ISO day of an EDTF year, month or day."""
    if len(value) == 4:
        return f"{value}-01-01", f"{value}-12-31"
    if len(value) == 7:
        last = monthrange(int(value[:4]), int(value[5:7]))[1]
        return f"{value}-01", f"{value}-{last:02}"
    return value, value


_URL_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[/_-]?(?P<month>0[1-9]|1[0-2]|(?<=[/_-])[1-9](?=[/_-]))[/_-]?(?P<day>0[1-9]|[12]\d|3[01]|(?<=[/_-])[1-9](?=[/_-]|$))(?!\d)"
)
_URL_NAMED = re.compile(
    r"/(?P<year>(?:19|20)\d\d)/(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE,
)
_URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>0[1-9]|1[0-2])(?=/)")
_MONTH_NUMBER = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def date_in_url(url: str) -> tuple[str, int, int] | None:
    """EDTF day or month in a URL's path, with the code points at which it stands."""
    start = url.find(urlsplit(url).path) if urlsplit(url).path else 0
    for pattern in (_URL_NAMED, _URL_DAY, _URL_MONTH):
        match = pattern.search(url, start)
        if match is None:
            continue
        parts = match.groupdict()
        month = parts["month"].lower()
        number = _MONTH_NUMBER.index(month[:3]) + 1 if month.isalpha() else int(month)
        value = f"{parts['year']}-{number:02}"
        if parts.get("day"):
            value = f"{value}-{int(parts['day']):02}"
            if not find_days(value):
                continue
        return value, match.start("year"), match.end()
    return None
