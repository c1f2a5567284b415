"""Moments: what a time rule comes to, and the units of the calendar."""

from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
"""Units that are made of whole months, and of how many."""

DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}

SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season (meteorological, northern half of the globe)."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What a rule comes to: the TIMEX3 `value`, its first and last day (both inclusive; None where
    vague), and the unit of the calendar that it fills."""

    value: str | None
    earliest: date | None
    latest: date | None
    unit: str


class Unknown(Exception):
    """The rule has no value: it hangs on something that is not known, or names an impossible date."""


def first_day(moment: Moment) -> date:
    if moment.earliest is None:
        raise Unknown("no first day")
    return moment.earliest


def last_day(moment: Moment) -> date:
    if moment.latest is None:
        raise Unknown("no last day")
    return moment.latest


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))


def month_span(first: date, months: int, value: str, unit: str) -> Moment:
    return Moment(value, first, add_months(first, months) - timedelta(days=1), unit)


def unit_at(unit: str, day: date) -> Moment:
    """The unit of the calendar in which a day lies."""
    year = day.year
    if unit == "day":
        return Moment(day.isoformat(), day, day, "day")
    if unit in ("week", "fortnight"):
        iso = day.isocalendar()
        monday = day - timedelta(days=day.weekday())
        return Moment(f"{iso.year}-W{iso.week:02}", monday, monday + timedelta(days=6), "week")
    if unit == "weekend":
        iso = day.isocalendar()
        monday = day - timedelta(days=day.weekday())
        value = f"{iso.year}-W{iso.week:02}-WE"
        return Moment(value, monday + timedelta(days=5), monday + timedelta(days=6), "weekend")
    if unit == "month":
        return month_span(day.replace(day=1), 1, f"{year:04}-{day.month:02}", unit)
    if unit == "quarter":
        number = (day.month + 2) // 3
        return month_span(date(year, number * 3 - 2, 1), 3, f"{year:04}-Q{number}", unit)
    if unit == "half":
        number = (day.month + 5) // 6
        return month_span(date(year, number * 6 - 5, 1), 6, f"{year:04}-H{number}", unit)
    if unit == "year":
        return month_span(date(year, 1, 1), 12, f"{year:04}", unit)
    if unit == "decade":
        return month_span(date(year // 10 * 10, 1, 1), 120, f"{year // 10:03}", unit)
    if unit == "century":
        return month_span(date(year // 100 * 100, 1, 1), 1200, f"{year // 100:02}", unit)
    raise Unknown(f"no unit of the calendar: {unit}")


UNITS = ("day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century")


def in_year(code: str, year: int) -> Moment:
    """A month, day, season, quarter, half or range of them in a year; raises ValueError for a day
    that the year does not have."""
    if ".." in code:
        first, _, last = code.partition("..")
        start = in_year(first, year)
        end = in_year(last, year)
        if last_day(end) < first_day(start):
            end = in_year(last, year + 1)
        return spanned(start, end)
    if code in SEASON_START:
        return month_span(date(year, SEASON_START[code], 1), 3, f"{year:04}-{code}", "season")
    if code[0] == "Q":
        return unit_at("quarter", date(year, int(code[1:]) * 3, 1))
    if code[0] == "H":
        return unit_at("half", date(year, int(code[1:]) * 6, 1))
    month, _, day = code.partition("-")
    if day:
        return unit_at("day", date(year, int(month), int(day)))
    return unit_at("month", date(year, int(month), 1))


def spanned(start: Moment, end: Moment) -> Moment:
    if last_day(end) < first_day(start):
        raise Unknown("ends before it begins")
    return Moment(f"{start.value}/{end.value}", start.earliest, end.latest, "interval")


def moved(day: date, number: int, unit: str) -> date:
    if unit in DAYS:
        return day + timedelta(days=number * DAYS[unit])
    return add_months(day, number * MONTHS[unit])


def pick(which: str, first: date, last: date, series: list[Moment]) -> Moment:
    """The moment of a sorted series that `which` picks, as seen from the days `first` to `last`.

    Raises Unknown or IndexError when the series has none."""
    if not series:
        raise Unknown("no such day")
    if which == "in":
        inside = [moment for moment in series if first <= first_day(moment) <= last]
        return inside[0]
    if which == "before":
        return [moment for moment in series if last_day(moment) < first][-1]
    if which == "after":
        later = [moment for moment in series if first_day(moment) > last]
        return later[0]
    so_far = [moment for moment in series if first_day(moment) <= last]
    to_come = [moment for moment in series if last_day(moment) >= first]
    if which == "on-or-before":
        return so_far[-1]
    if which == "on-or-after":
        return to_come[0]
    ago = (first - last_day(so_far[-1])).days
    ahead = (first_day(to_come[0]) - last).days
    if which == "nearest":
        return so_far[-1] if ago <= ahead else to_come[0]
    if which == "likely-before":
        return to_come[0] if ago > LIKELY_PAST_DAYS and ahead <= LIKELY_NEXT_DAYS else so_far[-1]
    if which == "likely-after":
        return so_far[-1] if ahead > LIKELY_PAST_DAYS and ago <= LIKELY_BACK_DAYS else to_come[0]
    raise Unknown(which)


LIKELY_BACK_DAYS = 31

LIKELY_PAST_DAYS = 304

LIKELY_NEXT_DAYS = 92
