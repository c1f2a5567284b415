"""Meanings of periods: "last week", "the third quarter", "a year-earlier", "the end of the month"."""

import re

from .amounts import SMALL, length
from .lexer import Item
from .meaning import Found, Meaning
from .moments import MONTHS

UNTOLD = "unknown(no time told before)"


def quarter(m: Meaning) -> Found:
    number, unit = m.one("number"), m.one("unit")
    if number is None:
        return None
    half = unit is not None and unit.code == "h"
    if unit is not None and not half and unit.value[0] != "quarter":
        return None
    if number.code == "l":
        if number.value != "last" or (not half and not (m.part("year") or m.part("rel"))):
            return None
        count = 2 if half else 4
    else:
        count = int(number.value)
    if not 1 <= count <= (2 if half else 4):
        return None
    if half and not (
        m.part("year")
        or m.part("rel")
        or m.part("year1")
        or (m.behind(1) == "of" and m.behind(2) == "the")
    ):
        return None
    return "DATE", m.of_year(f"{'H' if half else 'Q'}{count}")


def two_quarters(m: Meaning) -> Found:
    """ "the first two quarters of 1990": half a year."""
    number, amount, unit_ = m.one("number"), m.one("amount"), m.one("unit")
    if number is None or amount is None or unit_ is None or unit_.value != ("quarter", True):
        return None
    half = {1: "H1", "last": "H2"}.get(number.value)
    return ("DATE", m.of_year(half)) if half and amount.value == 2 else None


def week_of(m: Meaning) -> Found:
    """ "the week of March 6", "the weekend of 15-16 April": the one that holds the day."""
    unit_, month, day = m.one("unit"), m.of_code("M"), m.one("day")
    if unit_ is None or month is None or day is None or not 1 <= int(day.value) <= 31:
        return None
    if unit_.value not in (("week", False), ("weekend", False)):
        return None
    return "DATE", f"{unit_.value[0]}({m.of_year(f'{int(month.value):02}-{int(day.value):02}')})"


def year_period(m: Meaning) -> Found:
    """ "the 2014 period", "the 1988 quarter": with a quarter told before, the same quarter of that year."""
    item, unit_ = m.one("year"), m.one("unit")
    if item is None or (unit_ is not None and unit_.value != ("quarter", False)):
        return None
    told = m.compared(3)
    if told is not None and told.unit != "months":
        return "DATE", f"same({int(item.value):04}, time({told.id}))"
    return ("DATE", f"date({int(item.value):04})") if unit_ is None else None


def year_earlier(m: Meaning) -> Found:
    """ "year-ago", "the year-earlier quarter": a year before the period that was told, else before publication."""
    items = m.items[m.match.first : m.match.after]
    apart = len(items) > 2 and items[2].code == "a"  # "the quarter a year ago"
    unit = items[3] if apart else m.of_code("U")
    if unit is None or unit.value[0] not in MONTHS or unit.value[1]:
        return None
    if apart and items[1].code == "U" and items[1].value != ("quarter", False):
        return None
    if items[0].code == "l":  # "last year's quarter"
        if unit.value[0] != "year" or items[-1].value not in (("quarter", False), "period"):
            return None
        if items[0].value != "last":
            return None
    side = m.of_code("ge")
    if side is not None and side.value == "later":
        return None
    numbered = m.of_code("O")
    if numbered is not None:  # "the year-earlier third quarter"
        if items[-1].value != ("quarter", False) or not 1 <= int(numbered.value) <= 4:
            return None
        return "DATE", f"move(calendar(Q{numbered.value}, nearest published), -1 year)"
    period = m.compared(3)
    if period is not None and period.unit == "months":
        base: str | None = "year(published)"
    elif period is not None:
        base = f"time({period.id})"
    else:
        base = m.base(("year", "month"), 0, True)
    return "DATE", f"move({base or 'year(published)'}, -1 {unit.value[0]})"


def unit(m: Meaning) -> Found:
    """ "last week", "the following day", "that month", "late next year"."""
    item, which = m.one("unit"), m.one("which")
    if item is None or which is None:
        return None
    name, plural = item.value
    if m.titled:
        return None
    word = str(which.value)
    first_which = m.part("which")[0]
    if plural:
        return vague_plural(m, name, which)
    if name in SMALL or name == "millennium":
        return None
    if name == "night":
        name = "day"
    if name == "fortnight":
        name = "week"
    definite = first_which.code == "d"
    if which.code == "c":
        if word == "this" and name == "day":
            return ("DATE", "published") if m.before() in ("to", "until") else None
        if name == "century" or name == "decade":
            return "DATE", m.edged(f"{name}(published)")
        return "DATE", m.edged(f"{name}(published)")
    if which.code in "tm":
        if which.code == "t" and word != "that":
            return None
        base, coarser = m.base_of(name), m.coarser(name)
        if base is None and coarser is not None:
            return "DATE", f"time({coarser.id})"  # "last October ... that same day": a day of it
        return "DATE", m.edged(f"{name}({base})") if base else UNTOLD
    if which.code == "l":
        if word == "latest":
            if name == "day":
                return None
            about = m.reported((name,)) if name in ("quarter", "half") else None
            return "DATE", f"time({about.id})" if about else f"shift(published, -1 {name})"
        if word == "past" or (word == "last" and definite):
            if (
                name in ("day", "week", "month", "quarter", "weekend") and word == "last"
            ) or name == "weekend":
                return "DATE", m.edged(f"shift(published, -1 {name})")
            return "DURATION", f"duration({length(1, name)}, until published)"
        if word in ("previous", "preceding", "prior"):
            base = m.base_of(name)
            if base is None and m.coarser(name) is not None:
                return "DATE", UNTOLD
            return "DATE", m.edged(f"shift({base or 'published'}, -1 {name})")
        if name == "year" and not m.edge() and (m.before() in ("period", "quarter") or m.compares):
            # "the same period last year", "compared with a profit of $5 million last year"
            period = m.compared(3)
            if period is not None and period.unit != "months":
                return "DATE", f"move(time({period.id}), -1 year)"
        return "DATE", m.edged(f"shift(published, -1 {name})")
    if which.code == "x":
        if word in ("following", "ensuing") or (word == "next" and definite):
            base = m.base_of(name)
            if base is None and m.coarser(name) is not None and m.way == "past":
                return "DATE", UNTOLD
            if base is None and word == "next" and name != "day":
                return "DURATION", f"duration({length(1, name)}, from published)"
            if base is None and name == "day":
                return "DATE", UNTOLD
            return "DATE", m.edged(f"shift({base or 'published'}, +1 {name})")
        return "DATE", m.edged(f"shift(published, +1 {name})")
    return None


def vague_plural(m: Meaning, name: str, which: Item) -> Found:
    word = str(which.value)
    if name in SMALL:
        return None
    if which.code == "t":
        return ("DATE", "ref(PRESENT_REF)") if word == "these" and name == "day" else None
    if which.code == "l" and word in ("past", "previous", "last", "prior", "preceding"):
        return "DATE", "ref(PAST_REF)"
    if which.code == "x" and word in ("coming", "next", "following", "upcoming"):
        return "DATE", "ref(FUTURE_REF)"
    return None


def told_unit(m: Meaning, name: str) -> str:
    """ "the year", "the month" as a period of the calendar: the one told, else the one of publication."""
    if m.before() == "since" and m.edge() != "start":
        return f"shift(published, -1 {name})"  # "up 3 percent since year-end"
    told = m.antecedent((name,), 0)
    return f"time({told.id})" if told else f"{name}(published)"


def unit_edge(m: Meaning) -> Found:
    """ "the end of the year", "early in the week"."""
    item = m.one("unit")
    if (
        item is None
        or item.value[1]
        or item.value[0] not in ("week", "month", "quarter", "year", "decade", "century", "day")
    ):
        return None
    codes = "".join(i.code for i in m.items[m.match.first : m.match.after])
    if "d" not in codes[1:] and "o" not in codes:
        return None
    return "DATE", m.edged(told_unit(m, item.value[0]))


def unit_end(m: Meaning) -> Found:
    item = m.one("unit")
    if (
        item is None
        or m.edge() != "end"
        or item.value[1]
        or item.value[0] not in ("year", "month", "quarter", "week", "day")
    ):
        return None
    return "DATE", m.edged(told_unit(m, item.value[0]))


def ending(m: Meaning) -> str | None:
    """The rule of the day that ends a period ("the year ended March 31", "ending June 30, 1990")."""
    word = m.behind()
    if word not in ("ended", "ending"):
        return None
    items = m.items[m.match.after + 1 : m.match.after + 5]
    codes = "".join(item.code for item in items)
    if not re.match("M[nO]", codes) or not 1 <= int(items[1].value) <= 31:
        return None
    code = f"{int(items[0].value):02}-{int(items[1].value):02}"
    year = re.match("M[nO],?Y", codes)
    if year:
        return f"calendar({code}, in date({int(items[year.end() - 1].value):04}))"
    return f"calendar({code}, {'before' if word == 'ended' else 'on-or-after'} published)"


def the_unit(m: Meaning) -> Found:
    """ "the quarter", "the year": a period of the calendar that was told or is running."""
    item = m.one("unit")
    if item is None or item.value[1] or m.words(m.items[m.match.first]) != "the":
        return None
    if m.text[item.start].isupper() and not m.present_is_past:
        return None  # "the Quarter" of a town
    name = item.value[0]
    if m.behind().isdigit():
        return None  # "the year 5782": one of another calendar, and none that runs
    if name in ("quarter", "year") and m.behind() in ("ended", "ending"):
        end = ending(m)
        if (
            name == "year"
        ):  # firms end their years when they like: so long, not a year of the calendar
            return "DURATION", f"duration(P1Y, until {end})" if end else "duration(P1Y)"
        if end:
            # Firms close their quarters in any month: the quarter of the calendar is the one in its middle.
            return "DATE", f"quarter(shift({end}, -45 day))"
    if name == "weekend":
        return "DATE", "weekend(published)" if m.way == "future" else "shift(published, -1 weekend)"
    if name in ("quarter",) and m.behind() not in ("of", "-"):
        return "DATE", m.base(("quarter",), 9, True) or "quarter(published)"
    if name == "year" and m.before() in ("for", "of", "in", "during", "this", "through"):
        if m.behind() in ("of", "-", "in"):
            return None
        return "DATE", told_unit(m, "year")
    if name == "week" and m.before() in ("for", "in", "during", "of"):
        return "DATE", "week(published)"
    return None


def current_unit(m: Meaning) -> Found:
    """ "the current quarter"."""
    item, vague_ = m.one("unit"), m.of_code("V")
    if item is None or vague_ is None or m.words(vague_) != "current" or item.value[1]:
        return None
    if item.value[0] not in (*MONTHS, "week", "weekend"):
        return None
    return "DATE", f"{item.value[0]}(published)"


def the_period(m: Meaning) -> Found:
    """ "the latest period": the quarter that was told."""
    if m.items[m.match.first + 1].value != "latest":
        return None
    told = m.reported(("quarter", "half")) or m.reported(("year",))
    return "DATE", f"time({told.id})" if told else "unknown(no period told before)"
