"""Meanings of dates: days of the month, months, years, decades, centuries, seasons, holidays."""

import re
from calendar import isleap

from ...lexicon.calendar import cues, tables
from .days import timed
from .lexer import Item
from .meaning import Found, Meaning


def numeric(m: Meaning) -> Found:
    item = m.of_code("I")
    return ("DATE", str(item.value)) if item else None


def month_number(item: Item | None) -> int:
    return int(item.value) if item else 0


def possible(code: str) -> bool:
    month, day = (int(part) for part in code.split("-"))
    return day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def day_of_month(m: Meaning) -> Found:
    month, day, to = m.of_code("M"), m.one("day"), m.one("to")
    if month is None or day is None or not 1 <= int(day.value) <= 31:
        return None
    after = m.items[m.match.after] if m.match.after < len(m.items) else None
    if (
        after is not None
        and after.code == "."
        and day.code == "n"
        and m.words(after) in ("%", "percent")
    ):
        return None
    span = m.span
    if span is None:
        return None
    if "the" in (m.before(), m.words(m.items[m.match.first])) and span.end < len(span.doc):
        behind = span.doc[span.end]
        if behind.tag_ in ("NNP", "NNPS") and month.end == m.end and not behind.text.isupper():
            return None  # "the 23 March Movement"
    if day.code == "O" and day.end == m.end and m.behind() in ("-", "‑") and m.words(day).isalpha():
        return None  # "In May second-hand cars"
    if _OLD_CALENDAR.match(m.draft.text, m.end):
        return "DATE", "unknown(a day of another calendar)"
    code = f"{month_number(month):02}-{int(day.value):02}"
    if to is not None:
        joint = m.items[m.match.parts["to"][0] - 1]
        apart = joint.value in ("and", "or") and m.before() != "between"
        if apart or int(to.value) <= int(day.value):
            return None
        code += f"..{month_number(month):02}-{int(to.value):02}"
    if not possible(code.partition("..")[0]):
        return "DATE", f"unknown(there is no day {code})"
    year = m.one("year")
    if code == "02-29" and year is not None and not isleap(int(year.value)):
        return "DATE", f"unknown(there is no day {code} in {int(year.value)})"
    rule = named_day(m, code) or m.of_year(code)
    clock = m.one("clock") or m.one("early")
    if clock is not None and clock.code == "T":
        return timed(clock, rule)
    return "DATE", rule


def named_day(m: Meaning, code: str) -> str | None:
    """The rule of a day that news names without its year ("the Sept. 11 attacks")."""
    named = tables()["named_days"].get(code)
    if named is None or m.one("year") is not None or m.part("rel"):
        return None
    near = {m.behind(1), m.behind(2)}
    return f"date({named['day']})" if near & set(named["beside"]) else None


def day_again(m: Meaning) -> Found:
    """The second day of "March 20 to 22" or "Jan. 28 and 29": in the month named before."""
    item, month_ = m.one("day"), m.items[m.match.first - 3]
    if item is None or m.items[m.match.first - 1].value not in (
        "to",
        "and",
        "or",
        "through",
        "until",
    ):
        return None
    code = f"{month_number(month_):02}-{int(item.value):02}"
    if not 1 <= int(item.value) <= 31 or not possible(code) or m.behind() in ("percent", "%"):
        return None
    told = m.told[-1] if m.told else None
    if told is None or told.unit not in ("day",) or m.one("year") is not None:
        return "DATE", m.of_year(code)
    return "DATE", f"calendar({code}, on-or-after time({told.id}))"


_DAY_LEADS = frozenset(["on", "of", "from", "since", "by", "until", "for", "to", ",", "("])


def days_between(m: Meaning) -> Found:
    """ "from 3 to 5 May", "between 3 and 5 May"."""
    joint = m.items[m.match.parts["to"][0] - 1]
    joined = joint.value not in ("and", "or") or m.before() == "between"
    return day_of_month(m) if joined else None


def day_ahead(m: Meaning) -> Found:
    """The first day of "3 and 5 May": in the month named after it."""
    item = m.one("day")
    month_ = next((i for i in m.items[m.match.after :][:4] if i.code == "M"), None)
    if item is None or month_ is None or m.before() not in _DAY_LEADS:
        return None
    if m.items[m.match.after].value not in ("and", "or"):
        return None
    code = f"{month_number(month_):02}-{int(item.value):02}"
    if not 1 <= int(item.value) <= 31 or not possible(code):
        return None
    after = m.items[m.match.after :][:6]
    year_ = after[after.index(month_) + 1 :][:1]
    if year_ and year_[0].code == "Y":
        return "DATE", f"date({int(year_[0].value):04}-{code})"
    return "DATE", m.of_year(code)


def day_alone(m: Meaning) -> Found:
    """ "on the 23rd": a day of the month that is running, told, or next to come."""
    item = m.one("day")
    if item is None or not 1 <= int(item.value) <= 31 or not m.words(item)[0].isdigit():
        return None
    if m.before() not in ("on", "by", "until", "for", "from", "since", "to", "of"):
        return None
    after = m.items[m.match.after] if m.match.after < len(m.items) else None
    if (
        after is not None
        and m.words(after)[0].isalpha()
        and m.words(after) not in ("and", "in", "at", "to", "by", "but", "when", "after", "before")
    ):
        return None
    which = "on-or-after" if m.way == "future" else "on-or-before"
    return "DATE", f"monthday({int(item.value)}, {which} published)"


def day_to_day(m: Meaning) -> Found:
    month, other, day, to = m.of_code("M"), m.one("other"), m.one("day"), m.one("to")
    if not (month and other and day and to):
        return None
    first = f"{month_number(month):02}-{int(day.value):02}"
    last = f"{month_number(other):02}-{int(to.value):02}"
    if not (possible(first) and possible(last)):
        return "DATE", f"unknown(there is no such day: {first} or {last})"
    return "DATE", m.of_year(f"{first}..{last}")


def months(m: Meaning) -> Found:
    month, other = m.of_code("M"), m.one("other")
    return "DATE", m.of_year(f"{month_number(month):02}..{month_number(other):02}")


def month(m: Meaning) -> Found:
    item = m.of_code("M")
    day = m.before()
    if day.isdecimal() and m.before(2) in _DATING and not (len(day) == 4 and day[0] in "12"):
        return "DATE", "unknown(there is no such day of a month)"  # "on 45 March"
    return "DATE", m.edged(m.of_year(f"{month_number(item):02}"))


YEAR_LEADS = frozenset(
    """
    in since by from until of before after during through for to between and or till late early mid around
    about back circa , - ( – — spring summer fall autumn winter election elections vs versus than year years
    """.split()
)


NUMBERED = frozenset(
    """
    page pages number no room flight channel route highway section article resolution chapter paragraph line
    box act rule building apartment unit model type bus train
    """.split()
)
"""Words that number things: what follows them is no year."""


_CALENDARS = (
    r"(?:Solar |Lunar )?(?:Persian|Iranian|Afghan|Islamic|Muslim|Hijri|Hebrew|Jewish|Buddhist|Ethiopian|Coptic|Chinese|"
    r"Thai|Nepali|Nepalese|Bengali|Hindu)"
)
_OTHER_CALENDAR = re.compile(
    rf"[ ,]+(?:(?:of|in|on|by) (?:the|its) {_CALENDARS} calendar|\(?(?:AH|A\.H\.|AP|BE|B\.E\.|BS|AM|SH)(?![\w.])(?! ?\d))"
)
_OLD_CALENDAR = re.compile(
    rf"[ ,]+\(?(?:(?:of|in|on|by) (?:the|its) (?:{_CALENDARS}|Julian|Orthodox|old) calendar|Old Style|O\.S\.)"
)
_DATING = frozenset(["on", "dated", "until", "since", "from", "by"])
_OTHER_YEAR = re.compile(rf"{_CALENDARS} (?:calendar )?year $")
"""Words that say that a year is counted from another beginning than the common era."""


def year(m: Meaning) -> Found:
    """A number of four digits is a year after the words that lead to one, or where the pipeline takes it for a date."""
    item = m.one("year")
    if item is None:
        return None
    value = int(item.value or 0)
    following = m.behind()
    if (
        following in ("%", "percent", "million", "billion", "km", "kilometers", "miles", "hours")
        or not 1000 <= value <= 2199
    ):
        return None
    span = m.tokens(item.start, item.end)
    token = span[-1] if span else None
    if token is None:
        return None
    if m.before() in NUMBERED or short_name(m, item) or of_model(m):
        return None
    if _OTHER_CALENDAR.match(m.draft.text, m.end) or _OTHER_YEAR.search(
        m.draft.text, max(0, m.start - 40), m.start
    ):
        return "DATE", f"unknown(the year {value} is one of another calendar)"
    plain = m.match.after - m.match.first == 1
    if plain:
        dated = token.ent_type_ == "DATE"
        leading = m.before() in YEAR_LEADS
        counted = (
            token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS") and token.head.i > token.i
        )
        named = token.i > 0 and token.nbor(-1).tag_ in ("NNP", "NNPS") and not token.is_sent_start
        if token.ent_type_ == "WORK_OF_ART":
            return None
        if (value < 1700 and not (dated and leading)) or (value > 2099 and not dated):
            return None
        if (counted and not dated) or (
            named and token.ent_type_ in ("EVENT", "PRODUCT", "ORG", "CARDINAL", "WORK_OF_ART")
        ):
            return None
        if (
            not dated
            and not leading
            and not (token.dep_ in ("nummod", "compound") and token.head.tag_ == "NN")
        ):
            return None
    to = m.one("to")
    if to is not None:
        last = int(to.value or 0)
        last = last + value // 100 * 100 if last < 100 else last
        if last <= value:
            return None
        return "DATE", f"span(date({value:04}), date({last:04}))"
    return "DATE", m.edged(f"date({value:04})")


def short_name(m: Meaning, item: Item) -> bool:
    """Whether a year with an apostrophe belongs to a name: "Euro '96"."""
    if m.text[item.start] not in "'’‘" or m.before() in YEAR_LEADS or not m.match.first:
        return False
    return m.text[m.items[m.match.first - 1].start].isupper()


CAR_MAKERS = cues("car_makers")
CARS = cues("cars")


def of_model(m: Meaning) -> bool:
    """Whether a year is that of a car's model: "a 2004 Toyota Corolla"."""
    if m.behind() not in CAR_MAKERS:
        return False
    after = m.items[m.match.after + 1 : m.match.after + 2]
    return m.behind(2) in CARS or bool(after and m.text[after[0].start].isupper())


def decade(m: Meaning) -> Found:
    item = m.one("decade")
    if item is None:
        return None
    if (
        item.code == "E"
        and m.before(0)
        and not any(i.code == "d" for i in m.items[m.match.first : m.match.after])
    ):
        return None
    tens = int(item.value) if item.code == "D" else 190 + int(item.value)
    return "DATE", m.edged(f"date({tens:03}X)")


def century(m: Meaning) -> Found:
    number, unit = m.of_code("O"), m.of_code("U")
    if number is None or unit is None or unit.value[0] != "century" or int(number.value) > 22:
        return None
    return "DATE", m.edged(f"date({int(number.value) - 1:02}XX)")


def season(m: Meaning) -> Found:
    item = m.of_code("S")
    if item is None:
        return None
    return "DATE", m.edged(m.of_year(str(item.value)))


HOLIDAY_SIDE = {"l": "before", "x": "after", "c": "nearest"}


def holiday(m: Meaning) -> Found:
    item = m.of_code("H")
    if item is None:
        return None
    year_ = m.one("year")
    part_ = m.one("part")
    rel = m.part("rel")
    which = m.one("which")
    name = item.value
    local = name in (
        "independence day",
        "victory day",
        "thanksgiving",
        "labor day",
        "labour day",
        "mother 's day",
        "election day",
    )
    if local and m.before() in ("'s", "’s", "national"):
        return "DATE", f"unknown(whose {name} is not known)"
    if year_ is not None:
        rule = f"holiday({name}, in date({int(year_.value):04}))"
    elif rel and rel[-1].value[0] == "year" and m.relative_unit(rel[-1], rel[0]):
        rule = f"holiday({name}, in {m.relative_unit(rel[-1], rel[0])})"
    elif which is not None:
        rule = f"holiday({name}, {HOLIDAY_SIDE[which.code]} published)"
    elif m.way == "past":
        rule = f"holiday({name}, likely-before published)"
    elif m.way == "future":
        rule = f"holiday({name}, on-or-after published)"
    else:
        rule = f"holiday({name}, nearest published)"
    return timed(part_, rule)
