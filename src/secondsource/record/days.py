"""Days of an EDTF value, be it a day, a month, a year or an interval of any of these."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=50_000)
def span_of_days(value: str | None) -> tuple[date, date] | None:
    """First and last day of an EDTF day, month, year or interval; None for an open or vague value."""
    if value is None:
        return None
    first, _, last = value.partition("/")
    try:
        return _first_day(first), _last_day(last or first)
    except ValueError:
        return None


def _first_day(value: str) -> date:
    parts = [int(part) for part in value.split("-")]
    return date(*([*parts, 1, 1])[:3])


def _last_day(value: str) -> date:
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], monthrange(parts[0], parts[1])[1])
    return date(parts[0], parts[1], parts[2])


@lru_cache(maxsize=50_000)
def day_range(value: str | None) -> tuple[date, date] | None:
    """First and last day of an EDTF day or interval of days; None for anything coarser."""
    if value is None:
        return None
    first, _, last = value.partition("/")
    try:
        return date.fromisoformat(first[:10]), date.fromisoformat((last or first)[:10])
    except ValueError:
        return None


def days_fit(
    one: tuple[date, date] | None, two: tuple[date, date] | None, slack_days: int = 0
) -> bool:
    """Whether two ranges of days overlap (or come within `slack_days`); unknown fits anything."""
    if one is None or two is None:
        return True
    slack = timedelta(days=slack_days)
    return one[0] <= two[1] + slack and two[0] <= one[1] + slack
