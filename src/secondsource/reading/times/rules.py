"""What a time rule comes to on a given day of publication.

A rule is one expression, made of names, brackets and commas, and is kept in full with every time:

    published                            the day of publication
    time(ID)                             another Time of the same article
    date(2022-02-10)                     a date as written: YYYY-MM-DD, YYYY-MM, YYYY, YYYY-Qn, YYYY-Hn,
                                         YYYY-SP|SU|FA|WI, YYYX (decade), YYXX (century)
    day(B) week(B) weekend(B) month(B) quarter(B) half(B) year(B) decade(B) century(B)
                                         the unit of the calendar in which B begins
    shift(B, -2 week)                    the unit so many units away from the one in which B begins
    move(B, -1 year)                     the same, but as exact as B is itself
    same(2014, B)                        the unit that B fills, in another year
    weekday(friday, W B)                 a day of the week, where W says which one, as seen from B
    calendar(C, W B)                     a month, day, season, quarter or half of the year: C is MM, MM-DD,
                                         SP|SU|FA|WI, Qn, Hn, or a range of two with `..` between
    monthday(23, W B)                    the 23rd day of a month
    holiday(NAME, W B)                   a holiday of the lexicon
    part(TMO, B)  clock(15:00, B)        a part of the day (TMO TAF TEV TNI), or a time on the clock, of B
    edge(E, B)                           the start, early, mid, late or end part of B: how much of B that is
                                         nobody says, so the bounds stay those of B; or `earlier` (B until
                                         publication) and `later` (publication until B ends)
    nth(N, unit, B)                      the N-th (or `last`) day, weekday, week, month or quarter within B
    span(A, B)                           from the beginning of A to the end of B
    duration(P2M)                        so long; duration(P2M, until B) and duration(P2M, from B) have bounds
    set(P1W)                             again and again
    ref(PAST_REF)                        vague: the past, the present or the future
    unknown(REASON)                      no value can be given

W is one of `before`, `after`, `on-or-before`, `on-or-after`, `nearest`, `in` (the first that begins within B)
`likely-before`: the last one on or before B, unless that is more than ten months back while
the next is at most three months ahead (papers leave the year out only where it is plain); and
`likely-after`: the next one on or after B, unless that is more than ten months ahead while the last
one is at most a month back.

Weeks run from Monday to Sunday. Winter is counted to the year of its December.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from ...lexicon import calendar
from .moments import (
    DAYS,
    MONTHS,
    UNITS,
    Moment,
    Unknown,
    add_months,
    first_day,
    in_year,
    last_day,
    moved,
    pick,
    spanned,
    unit_at,
)


@dataclass(frozen=True, slots=True)
class Call:
    """A parsed rule: a name with its arguments, each a word or again a Call."""

    name: str
    arguments: tuple["Call | str", ...]


NOTHING = Moment(None, None, None, "unknown")


@lru_cache(maxsize=4096)
def parse(rule: str) -> Call:
    """The parsed rule; raises ValueError when it is none."""
    rule = rule.strip()
    if "(" not in rule:
        return Call(rule, ())
    if not rule.endswith(")"):
        raise ValueError(f"not a time rule: {rule}")
    name, _, inside = rule.partition("(")
    arguments: list[Call | str] = []
    depth, begin = 0, 0
    inside = inside[:-1]
    for place, sign in enumerate(inside + ","):
        if sign == "," and depth == 0:
            piece = inside[begin:place].strip()
            arguments.append(
                parse(piece) if "(" in piece and " " not in piece.split("(")[0] else piece
            )
            begin = place + 1
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            raise ValueError(f"not a time rule: {rule}")
    if depth:
        raise ValueError(f"not a time rule: {rule}")
    return Call(name, tuple(arguments))


def needs(rule: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a rule names the day of publication itself, and the ids of the Times that it names."""
    ids = tuple(re.findall(r"time\(([0-9a-f]+)\)", rule))
    return "published" in rule, ids


def evaluate(rules: Mapping[str, str], published: date | None) -> dict[str, Moment]:
    """The moments of all rules (by id), on a day of publication or without one. A rule that has no
    value, or hangs on one that has none, comes to a Moment of nulls."""
    done: dict[str, Moment] = {}
    for identity in rules:
        evaluate_one(identity, rules, published, done)
    return done


def evaluate_one(
    identity: str, rules: Mapping[str, str], published: date | None, done: dict[str, Moment]
) -> Moment:
    """The moment of one rule, kept in `done` with those of the rules that it hangs on."""
    if identity not in done:
        done[identity] = NOTHING  # what a circle of rules comes to
        rule = rules.get(identity, "")
        done[identity] = (
            _moment(rule, Context(rules, published, done))
            if "time(" in rule
            else _moment_alone(rule, published)
        )
    return done[identity]


def _moment(rule: str, context: "Context") -> Moment:
    try:
        return context.moment(parse(rule))
    except (Unknown, ValueError, OverflowError, KeyError, IndexError):
        return NOTHING


@lru_cache(maxsize=20_000)
def _moment_alone(rule: str, published: date | None) -> Moment:
    """The moment of a rule that hangs on no other Time: the reports of one day have many such in common."""
    return _moment(rule, Context({}, published, {}))


@dataclass(frozen=True, slots=True)
class Context:
    """Where a rule is evaluated: the article's other rules, what they came to, and the day."""

    rules: Mapping[str, str]
    published: date | None
    done: dict[str, Moment]

    def moment(self, call: Call | str) -> Moment:
        """The moment that a rule comes to; raises Unknown when there is none."""
        if isinstance(call, str):
            call = parse(call)
        if call.name == "published":
            if self.published is None:
                raise Unknown("not anchored")
            return unit_at("day", self.published)
        if call.name == "time":
            found = evaluate_one(str(call.arguments[0]), self.rules, self.published, self.done)
            if found.earliest is None:
                raise Unknown("the time it hangs on is not known")
            return found
        if call.name in UNITS:
            return unit_at(call.name, first_day(self.moment(call.arguments[0])))
        return RULES[call.name](self, *call.arguments)

    def seen_from(self, argument: Call | str) -> tuple[str, Moment]:
        """The direction and the base of an argument such as `after published`."""
        which, _, base = str(argument).partition(" ")
        return which, self.moment(base)


Argument = Call | str


_WRITTEN = re.compile(
    r"(?P<century>\d\d)XX|(?P<decade>\d{3})X|(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)


def written(text: str) -> Moment:
    """The moment of a date as a rule writes it; raises Unknown when there is no such date."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise Unknown(text)
    part = match.groupdict()
    if part["century"]:
        return unit_at("century", date(int(part["century"]) * 100 or 1, 1, 1))
    if part["decade"]:
        return unit_at("decade", date(int(part["decade"]) * 10 or 1, 1, 1))
    year = int(part["year"])
    if part["day"]:
        return unit_at("day", date(year, int(part["month"]), int(part["day"])))
    code = part["month"] or part["season"]
    code = (
        code or (part["quarter"] and "Q" + part["quarter"]) or (part["half"] and "H" + part["half"])
    )
    return in_year(code, year) if code else unit_at("year", date(year, 1, 1))


def choose(which: str, base: Moment, candidate: Callable[[int], Moment | None]) -> Moment:
    """The one of a series of moments that `which` picks, as seen from `base`; `candidate` gives the one
    of a year (or None, as for 29 February)."""
    first, last = first_day(base), last_day(base)
    years = range(max(first.year - 9, 1), min(last.year + 9, 9998) + 1)
    series = [moment for year in years for moment in [candidate(year)] if moment is not None]
    series.sort(key=first_day)
    return pick(which, first, last, series)


def rule_date(context: Context, text: Argument) -> Moment:
    return written(str(text))


def steps(amount: Argument) -> tuple[int, str]:
    number, _, unit = str(amount).partition(" ")
    return int(number), unit.removesuffix("s")


def rule_shift(context: Context, base: Argument, amount: Argument) -> Moment:
    number, unit = steps(amount)
    start = first_day(context.moment(base))
    if unit in ("weekend", *MONTHS):  # from the first of the unit: the 31st has no month before
        start = first_day(unit_at(unit, start))
    return unit_at(unit, moved(start, number, unit))


def rule_move(context: Context, base: Argument, amount: Argument) -> Moment:
    number, unit = steps(amount)
    moment = context.moment(base)
    kept = moment.unit if moment.unit in UNITS else "day"
    if moment.unit == "season":
        code = (moment.value or "")[-2:]
        return in_year(code, moved(first_day(moment), number, unit).year)
    if unit in MONTHS and kept != "day":
        return unit_at(kept, moved(first_day(moment), number, unit))
    if unit in DAYS and kept in MONTHS:
        return unit_at(unit, moved(first_day(moment), number, unit))
    return unit_at(kept, moved(first_day(moment), number, unit))


def rule_same(context: Context, year: Argument, base: Argument) -> Moment:
    moment = context.moment(base)
    years = int(str(year)) - first_day(moment).year
    return rule_move(context, base, f"{years} year")


def rule_weekday(context: Context, name: Argument, seen: Argument) -> Moment:
    which, base = context.seen_from(seen)
    number = calendar.tables()["weekdays"][str(name)]
    first, last = first_day(base), last_day(base)
    start = first + timedelta(days=(number - first.isoweekday()) % 7 - 14)
    days = [start + timedelta(days=7 * n) for n in range((last - first).days // 7 + 6)]
    return pick(which, first, last, [unit_at("day", day) for day in days])


def rule_calendar(context: Context, code: Argument, seen: Argument) -> Moment:
    which, base = context.seen_from(seen)

    def candidate(year: int) -> Moment | None:
        try:
            return in_year(str(code), year)
        except (ValueError, Unknown):
            return None

    return choose(which, base, candidate)


def rule_monthday(context: Context, day: Argument, seen: Argument) -> Moment:
    which, base = context.seen_from(seen)
    start = first_day(base).replace(day=1)
    days = []
    for months in range(-14, 15):
        try:
            days.append(unit_at("day", add_months(start, months).replace(day=int(str(day)))))
        except ValueError:
            continue  # a month without such a day
    return pick(which, first_day(base), last_day(base), days)


def rule_holiday(context: Context, name: Argument, seen: Argument) -> Moment:
    which, base = context.seen_from(seen)

    def candidate(year: int) -> Moment | None:
        day = calendar.holiday(str(name), year)
        return unit_at("day", day) if day else None

    return choose(which, base, candidate)


def rule_part(context: Context, code: Argument, base: Argument) -> Moment:
    moment = context.moment(base)
    return replace(moment, value=f"{moment.value}{code}", unit="time")


def rule_clock(context: Context, clock: Argument, base: Argument) -> Moment:
    moment = context.moment(base)
    if moment.unit == "time" and moment.earliest:
        moment = unit_at("day", moment.earliest)
    return replace(moment, value=f"{moment.value}T{clock}", unit="time")


def rule_edge(context: Context, edge: Argument, base: Argument) -> Moment:
    moment = context.moment(base)
    first, last = first_day(moment), last_day(moment)
    day = context.published
    if day is not None and first <= day <= last:
        if edge == "earlier":
            return replace(moment, latest=day)
        if edge == "later":
            return replace(moment, earliest=day)
    return moment


def rule_nth(context: Context, number: Argument, unit: Argument, base: Argument) -> Moment:
    moment = context.moment(base)
    first, last = first_day(moment), last_day(moment)
    weekday = calendar.tables()["weekdays"].get(str(unit))
    step = "week" if weekday else str(unit)
    if number == "last":
        day = last - timedelta(days=(last.isoweekday() - weekday) % 7) if weekday else last
    else:
        start = first + timedelta(days=(weekday - first.isoweekday()) % 7) if weekday else first
        day = moved(start, int(str(number)) - 1, step)
    found = unit_at("day" if weekday else step, day)
    if first_day(found) > last:
        raise Unknown("no such part")
    return found


def rule_span(context: Context, start: Argument, end: Argument) -> Moment:
    return spanned(context.moment(start), context.moment(end))


_LENGTH = re.compile(r"P(\d+)([DWMQYEC])")
_LENGTH_UNITS = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "E": "decade",
    "C": "century",
}


def rule_duration(context: Context, length: Argument, bound: Argument = "") -> Moment:
    nothing = Moment(str(length), None, None, "duration")
    match = _LENGTH.fullmatch(str(length))
    if not bound or match is None:
        return nothing
    number, unit = int(match[1]), _LENGTH_UNITS[match[2]]
    try:
        side, base = context.seen_from(bound)
        if side == "until":
            start = moved(last_day(base), -number, unit)
            return Moment(str(length), start, base.latest, "duration")
        return Moment(str(length), base.earliest, moved(first_day(base), number, unit), "duration")
    except (Unknown, ValueError, OverflowError):
        return nothing  # how long is known, when is not


def rule_value(context: Context, value: Argument) -> Moment:
    return Moment(str(value), None, None, "vague")


def rule_unknown(context: Context, *reason: Argument) -> Moment:
    raise Unknown(str(reason))


RULES: dict[str, Callable[..., Moment]] = {
    "date": rule_date,
    "shift": rule_shift,
    "move": rule_move,
    "same": rule_same,
    "weekday": rule_weekday,
    "calendar": rule_calendar,
    "monthday": rule_monthday,
    "holiday": rule_holiday,
    "part": rule_part,
    "clock": rule_clock,
    "edge": rule_edge,
    "nth": rule_nth,
    "span": rule_span,
    "duration": rule_duration,
    "set": rule_value,
    "ref": rule_value,
    "unknown": rule_unknown,
}
