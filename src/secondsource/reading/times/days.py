"""Meanings of days as seen from another: weekdays, today and its kin, parts of the day, clock times."""

import re

from ...lexicon.calendar import WEEKDAYS, cues
from .lexer import Item
from .meaning import Found, Meaning

FAR = 4
"""How many paragraphs back the day may stand before which "the previous Friday" lies."""


def day_seen(m: Meaning, item: Item, which: Item | None = None) -> str:
    """The rule of a weekday."""
    name = WEEKDAYS[int(item.value) - 1]
    if which is not None:
        if which.code == "l":
            if which.value in ("previous", "preceding", "prior"):
                return f"weekday({name}, before {m.base(paragraphs=FAR) or 'published'})"
            return f"weekday({name}, before published)"
        if which.code == "x":
            if which.value == "following":
                return f"weekday({name}, after {m.base() or 'published'})"
            if which.value == "next":
                return f"weekday({name}, in shift(published, +1 week))"
            return f"weekday({name}, after published)"
        if which.code == "c":
            return (
                f"weekday({name}, on-or-after published)"
                if m.way == "future"
                else f"weekday({name}, in week(published))"
            )
        if which.code in "tm":
            base = m.base(("week", "day", "time", "month"))
            return f"weekday({name}, {'on-or-after ' + base if base else 'on-or-before published'})"
    told = m.same_sentence
    if told is not None and told.unit == "week" and not (told.ahead and m.way == "past"):
        return f"weekday({name}, in time({told.id}))"
    onward = m.before() in ("until", "till", "through", "to", "and")
    if told is not None and told.unit == "day" and m.way == "future" and onward:
        return f"weekday({name}, on-or-after time({told.id}))"
    if m.way == "future":
        return f"weekday({name}, on-or-after published)"
    return f"weekday({name}, on-or-before published)"


def timed(part: Item | None, rule: str) -> Found:
    """A part of the day or clock time on the day of a rule."""
    if part is None:
        return "DATE", rule
    code = str(part.value)
    if part.code == "T":
        if code.startswith("TM") or len(code) == 3:
            return "TIME", f"part({code}, {rule})"
        return "TIME", f"clock({code[1:]}, {rule})"
    return "TIME", f"clock({code}, {rule})"


def weekday(m: Meaning) -> Found:
    item = m.of_code("W")
    if item is None:
        return None
    if m.edge() in ("start", "end", "middle", "mid") or m.edge() == "earliest":
        return None
    rel = m.part("rel")
    part = m.one("part")
    if part is not None and m.words(part).endswith("s"):
        return None
    if rel:
        which = next((i for i in rel if i.code in "lxctm"), None)
        rule = m.relative_unit(rel[-1], which)
        if rule is None or rel[-1].value[0] != "week":
            return None
        return timed(part, f"weekday({WEEKDAYS[int(item.value) - 1]}, in {rule})")
    return timed(part, day_seen(m, item, m.one("which")))


def weekday_of_month(m: Meaning) -> Found:
    """ "the second Tuesday in November", "the last Monday of May"."""
    number, day, month = m.one("number"), m.one("weekday"), m.of_code("M")
    if number is None or day is None or month is None:
        return None
    count = "last" if number.code == "l" else str(number.value)
    if (number.code == "l" and number.value != "last") or (number.code == "O" and int(count) > 5):
        return None
    name = WEEKDAYS[int(day.value) - 1]
    return "DATE", f"nth({count}, {name}, {m.of_year(f'{int(month.value):02}')})"


def unit_of_month(m: Meaning) -> Found:
    """ "the first week of March", "the last days of May": the part of the month, as far as the unit says."""
    number, unit, month = m.one("number"), m.one("unit"), m.of_code("M")
    if number is None or unit is None or month is None:
        return None
    base = m.of_year(f"{int(month.value):02}")
    last = number.code == "l"
    if last and number.value != "last":
        return None
    if unit.value[0] not in ("week", "weekend", "day") or m.words(unit).endswith("s"):
        return None
    count = "last" if last else str(number.value)
    if not last and int(count) > (31 if unit.value[0] == "day" else 5):
        return None
    if unit.value[0] == "week":
        # Whether it begins with the month or with its first Monday, nobody says.
        edge = "end" if last or int(count) > 3 else "start" if count == "1" else "mid"
        return "DATE", f"edge({edge}, {base})"
    if unit.value[0] == "weekend":
        return "DATE", f"shift(nth({count}, saturday, {base}), +0 weekend)"
    return "DATE", f"nth({count}, day, {base})"


def clock_value(m: Meaning) -> Item | None:
    parts = m.part("clock")
    if not parts:
        return None
    first = parts[0]
    if first.code in "nN":
        if first.value is None or not 1 <= int(first.value) <= 12:
            return None
        hour = int(first.value)
        part = m.of_code("T")
        if part is not None and part.value in ("TAF", "TEV", "TNI") and hour < 12:
            hour += 12
        return Item("K", first.start, first.end, f"{hour:02}:00")
    return first


def weekday_clock(m: Meaning) -> Found:
    item, clock = m.of_code("W"), clock_value(m)
    if item is None or clock is None:
        return None
    return timed(clock, day_seen(m, item, m.one("which")))


def clock_of(m: Meaning) -> Found:
    clock = clock_value(m)
    day = m.part("day")
    if clock is None:
        return None
    if day[0].code == "y":
        return timed(clock, today(day[0]))
    date = [i for i in day if i.code in "MnOY"]
    if len(date) < 2 or not 1 <= int(date[1].value) <= 31:
        return None
    code = f"{int(date[0].value):02}-{int(date[1].value):02}"
    if len(date) == 3:
        return timed(clock, f"date({int(date[2].value):04}-{code})")
    return timed(clock, m.of_year(code))


def today(item: Item) -> str:
    return {
        "today": "published",
        "tonight": "published",
        "tomorrow": "shift(published, +1 day)",
        "yesterday": "shift(published, -1 day)",
    }[str(item.value)]


OUR_TIME = cues("of_our_time")


def of_our_time(m: Meaning, word: str) -> bool:
    """Whether "today" or "tomorrow" is our time or the one to come: "today's youth", "the leaders of tomorrow"."""
    if word not in ("today", "tomorrow"):
        return False
    if m.behind() in ("'s", "’s"):
        return m.behind(2) in OUR_TIME
    return m.before() == "of" and m.before(2) in OUR_TIME


def deictic(m: Meaning) -> Found:
    item = m.of_code("y")
    if item is None or m.edge() in ("start", "end", "middle", "earliest"):
        return None
    if m.within_name or of_our_time(m, str(item.value)):
        return None
    part = m.one("part")
    if item.value == "tonight":
        return "TIME", "part(TNI, published)"
    return timed(part, today(item))


def part(m: Meaning) -> Found:
    item, which = m.one("part"), m.one("which")
    if item is not None and which is None and m.words(item) == "overnight":
        token = m.tokens(item.start, item.end)
        if not token or token[0].tag_ == "JJ":
            return None
        if m.way == "future":
            return "TIME", "part(TNI, published)"
        return "TIME", "part(TNI, shift(published, -1 day))"
    if item is None or m.words(item).endswith("s"):
        return None
    code = str(item.value)
    point = code.startswith(("T1", "T2"))
    word = m.words(item)
    day = m.base() or "published"
    if which is None:
        if m.edge():
            return timed(item, day)
        if word in (
            "noon",
            "midday",
            "midnight",
            "dawn",
            "daybreak",
            "nightfall",
            "dusk",
            "sunset",
            "sunrise",
        ):
            if m.before() in (
                "at",
                "by",
                "until",
                "before",
                "after",
                "around",
                "since",
                "from",
                "to",
                "till",
                "of",
            ):
                return timed(item, day)
            return None
        return None
    if which.code == "c":
        return timed(item, "published") if not point else None
    if which.code == "l":
        if which.value == "last" and code == "TNI":
            return timed(item, "shift(published, -1 day)")
        return (
            timed(item, f"shift({m.base() or 'published'}, -1 day)")
            if which.value in ("previous", "last")
            else None
        )
    if which.code == "x":
        base = m.base()
        return timed(item, f"shift({base or 'published'}, +1 day)")
    if which.code in "tm":
        return timed(item, m.base() or "published") if which.value != "these" else None
    if which.code == "d":
        if m.before() not in ("in", "during", "through", "of", "into", "throughout", "for"):
            return None
        return timed(item, day)
    return None


_OTHER_ZONE = re.compile(r"\.[KYN]Z?\.,?i?([lx])?W")


def clock(m: Meaning) -> Found:
    item = clock_value(m)
    if item is None:
        return None
    behind = m.items[m.match.after : m.match.after + 8]
    other = _OTHER_ZONE.match("".join(i.code for i in behind))
    if other and m.behind() == "(":  # "at 10:35 a.m. (0735 GMT) Friday"
        which = behind[other.start(1)] if other[1] else None
        return timed(item, day_seen(m, behind[other.end() - 1], which))
    return timed(item, m.base() or "published")
