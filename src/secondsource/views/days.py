"""The days that an EDTF value spans, for calendars and axes."""

import re
from calendar import monthrange
from datetime import date

from ..model.value import Value

_QUALIFIERS = re.compile(r"[~?%]")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""First and last month of spring, summer, autumn and winter of the north (EDTF level 1 codes)."""

_QUARTERS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
"""First and last month of the quarters (EDTF level 2 codes)."""


class Days(Value, frozen=True):
    """A first and a last day, both inclusive. `whole` says that the value names one single day."""

    first: date
    last: date

    @property
    def whole(self) -> bool:
        """Whether both are one day."""
        return self.first == self.last


def days_of(value: str | None) -> Days | None:
    """The days that an EDTF value spans; None for what is unknown, open on a side, or no EDTF."""
    if not value:
        return None
    first, slash, last = _QUALIFIERS.sub("", value).partition("/")
    begin = _span(first)
    end = _span(last) if slash else begin
    if begin is None or end is None or end.last < begin.first:
        return None
    return Days(first=begin.first, last=end.last)


def _span(value: str) -> Days | None:
    """The days of one simple value: a day (with or without time), month, season, quarter, year, decade."""
    day = value.partition("T")[0]
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            return Days(first=date.fromisoformat(day), last=date.fromisoformat(day))
        if re.fullmatch(r"\d{4}-\d\d", day):
            return _months(int(day[:4]), int(day[5:]))
        if re.fullmatch(r"\d{4}", day):
            return Days(first=date(int(day), 1, 1), last=date(int(day), 12, 31))
        if re.fullmatch(r"\d{3}X", day):
            decade = int(day[:3]) * 10
            return Days(first=date(decade, 1, 1), last=date(decade + 9, 12, 31))
    except ValueError:
        return None
    return None


def _months(year: int, code: int) -> Days | None:
    first, last = _SEASONS.get(code) or _QUARTERS.get(code) or (code, code)
    if not 1 <= last <= 12:
        return None
    end_year = year + (last < first)
    return Days(
        first=date(year, first, 1), last=date(end_year, last, monthrange(end_year, last)[1])
    )
