"""Meanings of amounts of time: "two weeks ago", "the past three days", and what comes again."""

from .days import day_seen, today
from .lexer import Item
from .meaning import Found, Meaning
from .moments import DAYS

LETTER = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W",
    "weekend": "D", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C",
    "millennium": "L",
}  # fmt: skip
"""The letters of lengths in TIMEX3, after P."""


SMALL = ("second", "minute", "hour")


SMALLER = {
    "year": ("month", 12),
    "month": ("week", 4),
    "week": ("day", 7),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}


def amount_of(items: list[Item]) -> float | None:
    """The number that is meant; None where it is vague; the lower one of two."""
    for item in items:
        if item.code == "a":
            return 1
        if item.code in "NnYO":
            return None if item.value is None else float(item.value)
    return None


def length(number: float | None, unit: str) -> str:
    """TIMEX3 length: `P2W`, `PT36H`, `P2Y6M`, `PXD` for an unknown number."""
    letter = LETTER[unit]
    prefix = "PT" if letter.startswith("T") else "P"
    letter = letter[-1]
    factor = 2 if unit in ("fortnight", "weekend") else 1
    if number is None:
        return f"{prefix}X{letter}" if unit != "decade" else "PXDE"
    number *= factor
    if number == int(number):
        if unit == "decade":
            return f"P{int(number) * 10}Y"
        if unit == "century":
            return f"P{int(number) * 100}Y"
        return f"{prefix}{int(number)}{letter}"
    if unit in ("decade", "century"):
        return f"P{number * (10 if unit == 'decade' else 100):g}Y"
    whole = int(number)
    rest = number - whole
    smaller, count = SMALLER.get(unit, ("", 0))
    if smaller and unit in ("year", "hour", "minute") and rest * count == int(rest * count):
        piece = f"{int(rest * count)}{LETTER[smaller][-1]}"
        return f"{prefix}{whole}{letter}{piece}" if whole else f"{prefix}{piece}"
    return f"{prefix}{number:g}{letter}"


def past_span(m: Meaning) -> Found:
    """ "the past two months", "the next few days"."""
    item, side = m.one("unit"), m.one("side")
    if item is None or side is None:
        return None
    word = str(side.value)
    if word == "latest":
        return None
    if item.value[0] == "century" and not m.one("low"):
        return None
    number = amount_of(m.part("low"))
    if m.one("high") is not None:
        number = None
    value = length(number, item.value[0])
    if side.code == "l":
        base = "published" if word in ("last", "past") else (m.base(paragraphs=1) or "published")
        return "DURATION", f"duration({value}, until {base})"
    base = (
        "published"
        if word in ("next", "coming", "upcoming")
        else (m.base(paragraphs=1) or "published")
    )
    return "DURATION", f"duration({value}, from {base})"


NEAR = 2
"""How many paragraphs back the period may stand with which "a year ago" compares."""


def ago(m: Meaning) -> Found:
    """ "two weeks ago", "a day earlier", "three years later"."""
    item, side = m.one("unit"), m.part("side")
    if item is None or not side:
        return None
    amount = m.part("amount")
    name, plural = item.value
    word = str(side[0].value)
    number = amount_of(amount)
    if not amount and not plural:
        return None
    if side[0].code == "b":
        return None
    if side[0].code == "w" and m.before() != "the":
        return None
    if side[0].code == "i" and (word != "on" or name in SMALL):
        return None
    back = side[0].code == "g" or word == "earlier"
    if number is not None and m.of_code("h") is not None:
        number += 0.5  # "a year and a half ago"
    if side[0].code == "f" and (str(side[0].value) != "from" or m.words(side[1]) not in ("now",)):
        return None
    if number is None or any(i.code == "&" for i in amount):
        if side[0].code in "gf":
            return "DATE", f"ref({'PAST_REF' if back else 'FUTURE_REF'})"
        return "DURATION", f"duration({length(None, name)})"  # "a few days later"
    if name in SMALL:  # nobody says of which hour, but how long
        return "DURATION", f"duration({length(number, name)})"
    if name in ("fortnight",):
        number, name = number * 2, "week"
    if name == "night":
        name = "day"
    if name == "millennium":
        return None
    if name in ("decade", "century"):
        number, name = number * (10 if name == "decade" else 100), "year"
    if number != int(number):
        finer = {
            "year": ("month", 12),
            "month": ("week", 4),
            "week": ("day", 7),
            "decade": ("year", 10),
        }.get(name)
        if finer is None:
            return None
        number, name = number * finer[1], finer[0]
    steps = f"{int(-number if back else number):+d} {name}"
    if side[0].code in "gf":
        period = m.compared(NEAR) if name == "year" and number == 1 else None
        if period and period.unit != "months":
            return "DATE", f"move(time({period.id}), {steps})"
        return "DATE", f"shift(published, {steps})"
    units: tuple[str, ...] = (
        ("day", "time")
        if name in DAYS
        else ("day", "time", "week", "month", "season", "quarter", "half", "year")
    )
    if name == "month":
        units = ("day", "time", "week", "month")
    period = m.compared(NEAR) if back and name == "year" and number == 1 else None
    if period:
        if period.unit == "months":
            return "DATE", f"shift(published, {steps})"
        return "DATE", f"move(time({period.id}), {steps})"
    base = m.base(units, 2)
    if name == "year" and base:
        told = m.antecedent(("quarter", "half", "year", "month", "day", "time"), 2, number == 1)
        if told and told.unit in ("quarter", "half", "year", "month"):
            return "DATE", f"move(time({told.id}), {steps})"
    if base is None:
        if not back:
            return "DATE", "unknown(no time told before)"
        base = "published"
    return "DATE", f"shift({base}, {steps})"


def based(m: Meaning, items: list[Item]) -> str | None:
    """The rule of a day that another one is counted from ("tomorrow", "last Tuesday", "Christmas")."""
    last = items[-1]
    if last.code == "y":
        return today(last)
    if last.code == "W":
        return day_seen(m, last, items[0] if len(items) > 1 else None)
    if last.code == "H":
        return f"holiday({last.value}, nearest published)"
    return None


def ago_from(m: Meaning) -> Found:
    item, side = m.one("unit"), m.one("side")
    number = amount_of(m.part("amount"))
    base = based(m, m.part("base"))
    if (
        item is None
        or side is None
        or number is None
        or base is None
        or item.value[0] not in ("day", "week", "month", "year")
    ):
        return None
    sign = "-" if side.code == "b" else "+"
    if side.value == "since":
        return None
    return "DATE", f"move({base}, {sign}{int(number)} {item.value[0]})"


def day_before(m: Meaning) -> Found:
    item, side = m.one("unit"), m.one("side")
    if item is None or side is None or item.value[1] or side.value in ("since", "from"):
        return None
    name = "day" if item.value[0] == "night" else item.value[0]
    if name not in ("day", "week", "month", "year", "decade"):
        return None
    steps = f"{'-' if side.code == 'b' else '+'}1 {name}"
    if m.part("base"):
        base = based(m, m.part("base"))
    else:
        base = None if name == "decade" else m.base_of(name)
    if base is None:
        return "DATE", "unknown(no time told before)"
    return "DATE", f"shift({base}, {steps})"


def newspaper(m: Meaning) -> bool:
    """Whether "daily", "weekly" or "monthly" is a newspaper: "the daily said", "the Beirut daily An Nahar"."""
    if not m.span or m.match.after - m.match.first > 1:
        return False
    token = m.span[0]
    return token.tag_ == "NN" or (token.head.pos_ == "PROPN" and token.head.i > token.i)


def set_(m: Meaning) -> Found:
    word = m.one("word")
    if word is not None:
        if m.words(word) == "quarterly" and m.behind().isalpha():
            return None
        if m.within_name or newspaper(m):
            return None
        return "SET", f"set({word.value})"
    days = m.one("days")
    if days is not None:
        return "SET", f"set(XXXX-WXX-{days.value})"
    day = m.one("day")
    if day is not None:
        nights = m.one("nights")
        if nights is not None and not m.words(nights).endswith("s"):
            return None
        part_ = nights or m.of_code("T")
        if m.before(0) and m.items[m.match.first].value == "per":
            return None
        return "SET", f"set(XXXX-WXX-{day.value}{part_.value if part_ else ''})"
    if m.items[m.match.first].value == "per":
        return None
    recurring = m.one("recurring")
    if recurring is not None:
        if recurring.code == "M":
            return "SET", f"set(XXXX-{int(recurring.value):02})"
        if recurring.code == "S":
            return "SET", f"set(XXXX-{recurring.value})"
        if recurring.code == "T":
            return "SET", f"set(XXXX-XX-XX{recurring.value})"
        return "SET", "set(P1Y)"
    unit_ = m.one("unit")
    if unit_ is None or unit_.value[0] == "millennium":
        return None
    other = m.one("other")
    number = float(other.value) if other is not None and other.value is not None else 1
    if unit_.value[0] == "night":
        return "SET", "set(XXXX-XX-XXTNI)"
    return "SET", f"set({length(number, unit_.value[0])})"
