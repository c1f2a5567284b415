"""What a run of items means: the type of a time expression and its rule.

Each function takes a match of the grammar and gives `(type, rule)`, or None where the words are no time
expression here. What hangs on the day of publication, or on a time told before, is written into the rule.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ..draft import Draft
from . import direction
from .grammar import Match
from .lexer import Item
from .rules import DAYS, MONTHS, SEASON_START

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Found = tuple[Kind, str] | None
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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
PAST_WORDS = frozenset(["last", "past", "previous", "preceding", "prior", "latest"])


@dataclass(frozen=True, slots=True)
class Told:
    """A time told before: its id, where it stands, the unit it fills, and whether its year is written."""

    id: str
    start: int
    end: int
    unit: str
    absolute: bool
    paragraph: int
    lead: str
    moved: bool
    opening: bool


@dataclass
class Meaning:
    """The meaning of one match, seen in its article."""

    draft: Draft
    text: str
    items: list[Item]
    match: Match
    told: list[Told]
    paragraph: int

    @property
    def start(self) -> int:
        return self.items[self.match.first].start

    @property
    def end(self) -> int:
        return self.items[self.match.after - 1].end

    def part(self, name: str) -> list[Item]:
        first, after = self.match.parts.get(name, (0, 0))
        return self.items[first:after]

    def one(self, name: str) -> Item | None:
        found = self.part(name)
        return found[-1] if found else None

    def of_code(self, codes: str) -> Item | None:
        return next(
            (i for i in self.items[self.match.first : self.match.after] if i.code in codes), None
        )

    def words(self, item: Item) -> str:
        return self.text[item.start : item.end].lower()

    def before(self, count: int = 1) -> str:
        """The word `count` items before the match, in lower case."""
        place = self.match.first - count
        return self.words(self.items[place]) if place >= 0 else ""

    def behind(self, count: int = 1) -> str:
        """The word `count` items after the match, in lower case."""
        place = self.match.after + count - 1
        return self.words(self.items[place]) if place < len(self.items) else ""

    @cached_property
    def present_is_past(self) -> bool:
        return self.draft.part_at(self.start).name != "text"

    @cached_property
    def way(self) -> direction.Way:
        return direction.way(self.draft.doc, self.start, self.end, self.present_is_past)

    def edge(self) -> str:
        """The word of the match that names a part of the period: start, early, mid, late, end."""
        for item in self.items[self.match.first : self.match.after]:
            if item.code == "p":
                word = str(item.value)
                return {"middle": "mid", "beginning": "start", "close": "end", "turn": "start"}.get(
                    word, word
                )
            if item.code == "e":
                return str(item.value)
        return ""

    def edged(self, rule: str) -> str:
        edge = self.edge()
        return (
            f"edge({edge}, {rule})"
            if edge in ("start", "early", "mid", "late", "end", "earlier", "later")
            else rule
        )

    @cached_property
    def opens_sentence(self) -> bool:
        """Whether the expression stands among the first words of its sentence."""
        doc = self.draft.doc
        span = doc.char_span(self.start, self.end, alignment_mode="expand")
        if span is None or not len(span):
            return False
        return any(
            doc[place].is_sent_start for place in range(max(0, span.start - 2), span.start + 1)
        )

    @cached_property
    def of_noun(self) -> bool:
        """Whether the preposition before the expression hangs on a noun ("the third vote in two years")."""
        doc = self.draft.doc
        span = doc.char_span(self.start, self.end, alignment_mode="expand")
        if span is None or not len(span) or span.start == 0:
            return False
        return bool(doc[span.start - 1].head.pos_ == "NOUN")

    @cached_property
    def prenominal(self) -> bool:
        return direction.prenominal(self.draft.doc, self.start, self.end)

    def antecedent(
        self, units: tuple[str, ...], paragraphs: int = 1, first_hand: bool = False
    ) -> Told | None:
        """The last time told before that fills one of `units`, at most so many paragraphs back; with
        `first_hand` none that is itself a year away from another."""
        for told in reversed(self.told):
            if self.paragraph - told.paragraph > paragraphs:
                return None
            if told.unit in units and not (first_hand and told.moved):
                return told
        return None

    def base(
        self,
        units: tuple[str, ...] = ("day", "time"),
        paragraphs: int = 1,
        first_hand: bool = False,
    ) -> str | None:
        told = self.antecedent(units, paragraphs, first_hand)
        return f"time({told.id})" if told else None

    def relative_unit(self, item: Item | None, which: Item | None) -> str | None:
        """The rule of "last year", "this week", "that month" as it stands in a longer expression."""
        if item is None or which is None:
            return None
        unit = item.value[0]
        if unit not in MONTHS and unit not in DAYS:
            return None
        if which.code == "t" or which.code == "m":
            base = self.base((unit, "day", "time", "month", "week", "quarter", "season", "year"), 2)
            return f"{unit}({base or 'published'})"
        steps = {"l": -1, "x": 1, "c": 0}[which.code]
        if which.value == "latest":
            steps = 0
        if steps == 0:
            return f"{unit}(published)"
        return f"shift(published, {steps:+d} {unit})"

    def of_year(self, code: str, way: direction.Way | None = None) -> str:
        """The rule of something that comes each year, with a year written, told or left to the direction."""
        year = self.one("year") or self.one("year1") or self.one("year2")
        if year is not None:
            return f"calendar({code}, in date({int(year.value):04}))"
        rel = self.part("rel")
        if rel:
            rule = self.relative_unit(rel[-1], rel[-2] if len(rel) > 1 else None)
            if rule and rel[-1].value[0] == "year":
                return f"calendar({code}, in {rule})"
        which = self.one("which")
        told = self.background()
        if which is not None:
            word = str(which.value)
            if which.code == "l":
                return f"calendar({code}, before published)"
            if which.code == "x":
                return f"calendar({code}, after published)"
            if which.code == "c":
                return f"calendar({code}, in year(published))"
            if which.code == "t" and word == "that":
                told = self.antecedent(("year", "month", "day", "season", "quarter"), 2)
                if told:
                    return f"calendar({code}, in year(time({told.id})))"
                return f"calendar({code}, likely-before published)"
        way = self.way if way is None else way
        if code[0] in "QH" and (way != "past" or self.prenominal):
            # Firms report on the quarter just over in any tense: "expects a third-quarter loss".
            return f"calendar({code}, nearest published)"
        if way == "future" and self.prenominal:
            return f"calendar({code}, nearest published)"
        if told is not None and way == "past":
            return f"calendar({code}, on-or-after time({told.id}))"
        if way == "past":
            return f"calendar({code}, likely-before published)"
        if way == "future":
            return f"calendar({code}, on-or-after published)"
        return f"calendar({code}, nearest published)"

    def background(self) -> Told | None:
        """The written date of the past that this paragraph is about, if it is a background paragraph."""
        for told in reversed(self.told):
            if told.paragraph != self.paragraph:
                return None
            if (
                told.absolute
                and told.opening
                and self.opens_sentence
                and told.lead in ("in", "on", "of", "by", "during", ".", "¶", "", "”", '"')
                and told.unit in ("year", "month", "day")
            ):
                return told
            if not told.absolute and told.unit in ("day", "time", "week"):
                return None
        return None


def numeric(m: Meaning) -> Found:
    item = m.of_code("I")
    return ("DATE", str(item.value)) if item else None


def month_number(item: Item | None) -> int:
    return int(item.value) if item else 0


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
    span = m.draft.doc.char_span(m.start, m.end, alignment_mode="expand")
    if span is None:
        return None
    if m.words(m.items[m.match.first]) == "the" and span.end < len(m.draft.doc):
        behind = m.draft.doc[span.end]
        if behind.tag_ in ("NNP", "NNPS") and month.end == m.end and not behind.text.isupper():
            return None  # "the 23 March Movement"
    code = f"{month_number(month):02}-{int(day.value):02}"
    if to is not None:
        joint = m.items[m.match.parts["to"][0] - 1]
        if joint.value == "and" or joint.value == "or" or int(to.value) <= int(day.value):
            return None
        code += f"..{month_number(month):02}-{int(to.value):02}"
    if not possible(code.partition("..")[0]):
        return "DATE", f"unknown(there is no day {code})"
    rule = m.of_year(code)
    clock = m.one("clock")
    if clock is not None and clock.code == "T":
        return timed(clock, rule)
    return "DATE", rule


def possible(code: str) -> bool:
    month, day = (int(part) for part in code.split("-"))
    return day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


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
    return "DATE", m.edged(m.of_year(f"{month_number(item):02}"))


YEAR_LEADS = frozenset(
    [
        "in",
        "since",
        "by",
        "from",
        "until",
        "of",
        "before",
        "after",
        "during",
        "through",
        "for",
        "to",
        "between",
        "and",
        "or",
        "till",
        "late",
        "early",
        "mid",
        "around",
        "about",
        "back",
        "circa",
        ",",
        "-",
        "(",
        "–",
        "—",
        "spring",
        "summer",
        "fall",
        "autumn",
        "winter",
        "election",
        "elections",
        "vs",
        "versus",
        "than",
        "year",
        "years",
    ]
)


NUMBERED = frozenset(
    ["page", "pages", "number", "no", "room", "flight", "channel", "route", "highway", "section", "article", "resolution", "chapter", "paragraph", "line", "box", "act", "rule", "building", "apartment", "unit", "model", "type", "bus", "train"]
)
"""Words that number things: what follows them is no year."""


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
    span = m.draft.doc.char_span(item.start, item.end, alignment_mode="expand")
    token = span[-1] if span is not None and len(span) else None
    if token is None:
        return None
    if m.before() in NUMBERED:
        return None
    plain = m.match.after - m.match.first == 1
    if plain:
        dated = token.ent_type_ == "DATE"
        leading = m.before() in YEAR_LEADS
        counted = (
            token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS") and token.head.i > token.i
        )
        named = (
            token.i > 0
            and m.draft.doc[token.i - 1].tag_ in ("NNP", "NNPS")
            and not token.is_sent_start
        )
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


def year_period(m: Meaning) -> Found:
    """ "the 2014 period", "the 1988 quarter": with a quarter told before, the same quarter of that year."""
    item, unit_ = m.one("year"), m.one("unit")
    if item is None or (unit_ is not None and unit_.value != ("quarter", False)):
        return None
    told = m.antecedent(("quarter", "half"), 3, True)
    if told is not None:
        return "DATE", f"same({int(item.value):04}, time({told.id}))"
    return ("DATE", f"date({int(item.value):04})") if unit_ is None else None


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


def year_earlier(m: Meaning) -> Found:
    """ "year-ago", "the year-earlier quarter": a year before the period that was told, else before publication."""
    unit = m.of_code("U")
    if unit is None or unit.value[0] not in MONTHS or unit.value[1]:
        return None
    side = m.of_code("ge")
    if side is not None and side.value == "later":
        return None
    base = m.base(("quarter", "half"), 3, True) or m.base(("year", "month"), 0, True)
    return "DATE", f"move({base or 'year(published)'}, -1 {unit.value[0]})"


def day_seen(m: Meaning, item: Item, which: Item | None = None) -> str:
    """The rule of a weekday."""
    name = WEEKDAYS[int(item.value) - 1]
    if which is not None:
        if which.code == "l":
            if which.value in ("previous", "preceding", "prior"):
                return f"weekday({name}, before {m.base() or 'published'})"
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


def deictic(m: Meaning) -> Found:
    item = m.of_code("y")
    if item is None or m.edge() in ("start", "end", "middle", "earliest"):
        return None
    part = m.one("part")
    if item.value == "tonight":
        return "TIME", "part(TNI, published)"
    return timed(part, today(item))


def part(m: Meaning) -> Found:
    item, which = m.one("part"), m.one("which")
    if item is not None and which is None and m.words(item) == "overnight":
        token = m.draft.doc.char_span(item.start, item.end, alignment_mode="expand")
        if token is None or token[0].tag_ == "JJ":
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


def clock(m: Meaning) -> Found:
    item = clock_value(m)
    if item is None:
        return None
    return timed(item, m.base() or "published")


def unit(m: Meaning) -> Found:
    """ "last week", "the following day", "that month", "late next year"."""
    item, which = m.one("unit"), m.one("which")
    if item is None or which is None:
        return None
    name, plural = item.value
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
    if which.code == "t":
        if word != "that":
            return None
        base = m.base((name, "day", "time", "week", "month", "quarter", "season", "year"), 2)
        return "DATE", m.edged(f"{name}({base})") if base else "unknown(no time told before)"
    if which.code == "m":
        base = m.base((name, "day", "time", "week", "month", "quarter", "season", "year"), 2)
        return "DATE", m.edged(f"{name}({base})") if base else "unknown(no time told before)"
    if which.code == "l":
        if word == "latest":
            if name == "day":
                return None
            base = m.base((name,), 9, True)
            return "DATE", base or f"shift(published, -1 {name})"
        if word == "past" or (word == "last" and definite):
            if (
                name in ("day", "week", "month", "quarter", "weekend") and word == "last"
            ) or name == "weekend":
                return "DATE", m.edged(f"shift(published, -1 {name})")
            return "DURATION", f"duration({length(1, name)}, until published)"
        if word in ("previous", "preceding", "prior"):
            base = m.base((name, "day", "time", "week", "month", "quarter", "season", "year"), 2)
            return "DATE", m.edged(f"shift({base or 'published'}, -1 {name})")
        return "DATE", m.edged(f"shift(published, -1 {name})")
    if which.code == "x":
        if word in ("following", "ensuing") or (word == "next" and definite):
            base = m.base((name, "day", "time", "week", "month", "quarter", "season", "year"), 2)
            if base is None and word == "next" and name != "day":
                base = "published"
                return "DURATION", f"duration({length(1, name)}, from published)"
            if base is None and name == "day":
                return "DATE", "unknown(no time told before)"
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
    if side[0].code == "f" and (str(side[0].value) != "from" or m.words(side[1]) not in ("now",)):
        return None
    if number is None or any(i.code == "&" for i in amount):
        return "DATE", f"ref({'PAST_REF' if back else 'FUTURE_REF'})" if side[
            0
        ].code in "gf" else "unknown(how many is not said)"
    if name in SMALL:
        return (
            "DATE",
            f"unknown({length(number, name)} {'before' if back else 'after'} an unknown hour)",
        )
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
        period = m.antecedent(("quarter", "half"), 1, True)
        if period and name == "year" and number == 1:
            return "DATE", f"move(time({period.id}), {steps})"
        return "DATE", f"shift(published, {steps})"
    units: tuple[str, ...] = (
        ("day", "time")
        if name in DAYS
        else ("day", "time", "week", "month", "season", "quarter", "half", "year")
    )
    if name == "month":
        units = ("day", "time", "week", "month")
    base = m.base(units, 2)
    if name == "year" and base:
        told = m.antecedent(("quarter", "half"), 1, True) or m.antecedent(
            ("quarter", "half", "year", "month", "day", "time"), 2, number == 1
        )
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
        following = m.behind()
        if following not in (
            ".",
            ",",
            "”",
            '"',
            "’",
            ";",
            "¶",
            "and",
            ")",
            "",
            "'",
            "but",
            "when",
            "in",
            "at",
            "by",
        ):
            told = None
            if following != "the" and name == "day":
                pass
            del told
        base = m.base((name, "day", "time", "week", "month", "year"), 2)
    if base is None:
        return "DATE", "unknown(no time told before)"
    return "DATE", f"shift({base}, {steps})"


SETS = {"P1Q": "P1Q"}


def set_(m: Meaning) -> Found:
    word = m.one("word")
    if word is not None:
        if m.words(word) == "quarterly" and m.behind().isalpha():
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
        part_ = m.of_code("T")
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


def duration(m: Meaning) -> Found:
    """ "nearly four years", "a two-week truce", "2 1/2 years"."""
    item = m.one("unit")
    if item is None:
        return None
    name, plural = item.value
    tail = m.one("tail")
    amount = m.part("amount")
    if tail is not None and tail.code == "s" and name == "year":
        return None
    if m.behind() == "old" or (
        m.behind() in ("-",) and m.behind(2) in ("old", "olds") and name in ("year", "month")
    ):
        return None
    if m.before() in ("aged", "age"):
        return None
    if not amount:
        return "DURATION", f"duration({length(1, name) if not plural else length(None, name)})"
    number = amount_of(amount)
    if any(i.code == "&" for i in amount):
        joint = next(i for i in amount if i.code == "&")
        if joint.value not in ("to", "or", "and"):
            return None
        if joint.value == "and":
            return None
    article = amount[-1].code == "a"
    hyphen = any(
        i.code == "-" for i in m.items[m.match.parts["amount"][1] : m.match.parts["unit"][0]]
    )
    if (name == "second" and not plural and not hyphen) or (article and plural):
        return None
    if article and m.before() not in DURATION_LEADS and len(amount) == 1:
        return rate(m, name)
    if not article and not plural and number not in (1, None) and not hyphen and number < 1:
        pass
    half = m.one("half")
    if half is not None:
        if half.value == 0.5 and number is not None:
            number += 0.5
        else:
            number = number if half.value is None else None
    if (
        m.before() == "in"
        and not hyphen
        and number is not None
        and name in ("day", "week", "month", "year")
        and number == int(number)
        and m.way == "future"
        and m.behind() not in ("of", "to")
        and not m.of_noun
    ):
        return "DATE", f"shift(published, +{int(number)} {name})"
    return "DURATION", f"duration({length(number, name)})"


DURATION_LEADS = frozenset(
    [
        "for",
        "in",
        "within",
        "after",
        "than",
        "over",
        "nearly",
        "almost",
        "about",
        "of",
        "lasted",
        "last",
        "took",
        "take",
        "spend",
        "spent",
        "once",
        "whole",
        "entire",
        "under",
        "until",
        "every",
        "least",
        "most",
        "to",
        "during",
        "is",
        "was",
        "with",
        "and",
        "or",
        "just",
        "only",
        "at",
        "least",
        "(",
        ",",
        ":",
        "—",
        "–",
        "¶",
        ".",
        "only",
        "another",
        "took",
        "takes",
        "than",
        "over",
        "by",
    ]
)


def rate(m: Meaning, name: str) -> Found:
    """ "a week" that says how often: "three times a week", "$500 a month"."""
    if name in SMALL or name in ("weekend", "night", "decade", "century"):
        return None
    if m.before() in ("times", "once", "twice"):
        return "SET", f"set(P1{LETTER[name]})"
    previous = m.items[m.match.first - 1] if m.match.first else None
    if previous is not None and previous.code in "nNY":
        return "SET", f"set(P1{LETTER[name]})"
    return None


def duration_bare(m: Meaning) -> Found:
    item = m.one("unit")
    if (
        item is None
        or not item.value[1]
        or item.value[0] in ("second", "weekend", "night", "quarter")
    ):
        return None
    if m.before() not in (
        "for",
        "in",
        "within",
        "after",
        "of",
        "last",
        "over",
        "take",
        "takes",
        "took",
        "lasted",
        "spent",
        "many",
    ):
        return None
    if m.before() == "of" and m.before(2) not in (
        "couple",
        "number",
        "hundreds",
        "thousands",
        "dozens",
        "after",
    ):
        return None
    return "DURATION", f"duration({length(None, item.value[0])})"


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


def season(m: Meaning) -> Found:
    item = m.of_code("S")
    if item is None:
        return None
    return "DATE", m.edged(m.of_year(str(item.value)))


def the_unit(m: Meaning) -> Found:
    """ "the quarter", "the year": a period of the calendar that was told or is running."""
    item = m.one("unit")
    if item is None or item.value[1] or m.words(m.items[m.match.first]) != "the":
        return None
    name = item.value[0]
    if name == "weekend":
        return "DATE", "weekend(published)" if m.way == "future" else "shift(published, -1 weekend)"
    if name in ("quarter",) and m.behind() not in ("of",):
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
    told = m.antecedent(("quarter", "half", "year"), 9, True)
    return "DATE", f"time({told.id})" if told else "unknown(no period told before)"


def vague_phrase(m: Meaning) -> Found:
    """ "some time", "as soon as possible"."""
    value = str(m.items[m.match.first].value)
    return (
        ("DURATION", f"duration({value})")
        if value[0] == "P" and value[1] == "X"
        else ("DATE", f"ref({value})")
    )


def vague_units(m: Meaning) -> Found:
    """ "recent weeks", "coming months", "the days ahead"."""
    item = m.one("unit")
    codes = {i.code: i for i in m.items[m.match.first : m.match.after]}
    if item is None or not item.value[1] or (item.value[0] in SMALL and item.value[0] != "hour"):
        return None
    if "w" in codes:
        return "DATE", "ref(FUTURE_REF)"
    if "x" in codes:
        return ("DATE", "ref(FUTURE_REF)") if codes["x"].value != "following" else None
    if "V" in codes:
        word = m.words(codes["V"])
        if word in ("recent", "current"):
            return "DATE", f"ref({codes['V'].value})"
    return None


def vague(m: Meaning) -> Found:
    item = m.of_code("V")
    if item is None:
        return None
    word = m.words(item)
    span = m.draft.doc.char_span(item.start, item.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    token = span[0]
    if word == "now" and (token.ent_type_ in ("ORG", "WORK_OF_ART") or m.behind() == "that"):
        return None
    if word in ("shortly",) and m.behind() in ("after", "before"):
        return None
    if word == "soon" and (m.before() == "as" or m.behind() == "after"):
        return None
    return "DATE", f"ref({item.value})"


def vague_noun(m: Meaning) -> Found:
    item = m.of_code("F")
    words = [m.words(i) for i in m.items[m.match.first : m.match.after]]
    if m.one("past") is not None:
        span = m.draft.doc.char_span(
            m.items[m.match.after - 1].start, m.end, alignment_mode="expand"
        )
        if words != ["the", "past"] or span is None or span[0].tag_ != "NN":
            return None
        return "DATE", "ref(PAST_REF)"
    if item is None:
        return None
    word = item.value
    if word == "future":
        span = m.draft.doc.char_span(item.start, item.end, alignment_mode="expand")
        if span is None or words[0] == "its":
            return None
        if len(words) == 1 and m.before() not in ("in", "for", "of"):
            return None
        if len(words) > 1 and m.behind() == "of":
            return None
        return "DATE", "ref(FUTURE_REF)"
    if word == "present":
        return (
            ("DATE", "ref(PRESENT_REF)")
            if m.before() in ("at", "for", "the") and words[0] in ("the", "present")
            else None
        )
    if word == "moment":
        return (
            ("DATE", "ref(PRESENT_REF)")
            if words == ["the", "moment"] and m.before() in ("at", "for") and m.behind() != "of"
            else None
        )
    if (
        word == "time"
        and words == ["the", "time"]
        and m.before() == "at"
        and m.behind() not in ("of", "when")
    ):
        return "DATE", "ref(PAST_REF)"
    return None


MEANINGS: dict[str, Callable[[Meaning], Found]] = {
    "numeric": numeric, "day_of_month": day_of_month, "day_to_day": day_to_day, "months": months, "day_again": day_again, "day_alone": day_alone,
    "month": month, "year": year, "decade": decade, "century": century, "quarter": quarter,
    "year_earlier": year_earlier, "weekday": weekday, "weekday_clock": weekday_clock, "clock_of": clock_of,
    "deictic": deictic, "part": part, "clock": clock, "unit": unit, "unit_edge": unit_edge,
    "unit_end": unit_end, "past_span": past_span, "ago": ago, "ago_from": ago_from,
    "day_before": day_before, "set": set_, "duration": duration, "duration_bare": duration_bare,
    "holiday": holiday, "season": season, "the_unit": the_unit, "vague_units": vague_units,
    "vague": vague,
    "year_period": year_period,
    "current_unit": current_unit,
    "the_period": the_period,
    "vague_phrase": vague_phrase, "vague_noun": vague_noun,
}  # fmt: skip
_ = SEASON_START
