"""Days as tables, services and exports write them, put so that the article stage can read them."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal

Order = Literal["day-first", "month-first"]

_SECONDS = re.compile(r"1\d{9}(?:\d{3})?")
_X_TIME = re.compile(r"\w{3} (\w{3}) (\d\d) [\d:]{8} [+-]\d{4} (\d{4})")
_BASIC = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}(?:Z|[+-]\d{4})?)?")
_SHORT_YEAR = re.compile(r"(\d{1,2})[-/ ]([A-Za-z]{3,9})\.?[-/ ]['’]?(\d\d)(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?!\d)")


def day_stated(words: str, order: Order | None = None) -> str:
    """The words with a day that can be read: of X's times, of ISO 8601 without hyphens, of years of two figures
    behind a month's name, and, where `order` is known, of "04/05/2025". All else comes back as it is;
    seconds since 1970 as nothing, since they say no time zone and a field beside them may."""
    if _SECONDS.fullmatch(words):
        return ""
    if match := _X_TIME.fullmatch(words):
        return " ".join(match.group(2, 1, 3))
    if match := _BASIC.fullmatch(words):
        return "-".join(match.group(1, 2, 3))
    if match := _SHORT_YEAR.match(words):
        return f"{match[1]} {match[2]} {_century(match[3])}{match[3]}{words[match.end() :]}"
    match = _NUMBERS.match(words) if order else None
    if match:
        day, month = match.group(1, 3) if order == "day-first" else match.group(3, 1)
        year = match[4] if len(match[4]) == 4 else _century(match[4]) + match[4]
        return f"{year}-{int(month):02}-{int(day):02}{words[match.end() :]}"
    return words


def _century(year: str) -> str:
    """That of a year of two figures: reports in files are of 1970 to 2069, as POSIX reads such years."""
    return "20" if int(year) < 70 else "19"


def day_of_seconds(words: str) -> str:
    """The day, in Universal Time, of seconds or thousandths of seconds since 1970; "" for anything else."""
    if not _SECONDS.fullmatch(words):
        return ""
    return datetime.fromtimestamp(int(words[:10]), UTC).date().isoformat()


def order_of(days: Iterable[str]) -> Order | None:
    """In which order days such as "24/02/2025" name day and month: told by those that can be read in one way
    alone. None where there are none such, or of both kinds."""
    orders: set[Order] = set()
    for words in days:
        match = _NUMBERS.match(words.strip())
        if match:
            first, second = int(match[1]), int(match[3])
            if first > 12 >= second:
                orders.add("day-first")
            elif second > 12 >= first:
                orders.add("month-first")
    return orders.pop() if len(orders) == 1 else None
