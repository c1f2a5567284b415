"""Amounts: a numeral with what bounds it and its unit, as they stand together."""

import re
from dataclasses import dataclass, replace
from functools import cache

from ...lexicon import numbers, units
from ...lexicon.numbers import Bound
from .numerals import Numeral, find_numerals


@dataclass(frozen=True, slots=True)
class Amount:
    """Code points `start:end` hold a number with its approximator and unit; `number` is where the digits or
    words of the number alone stand. `unit` is a name of `lexicon.units` (with " per ..." for a rate),
    `dimension` what it measures ("count" without a unit); `words` are those of the approximator."""

    start: int
    end: int
    number: tuple[int, int]
    low: float | None
    high: float | None
    approximator: str | None = None
    estimated: bool = False
    unit: str | None = None
    dimension: str = "count"
    per: str | None = None
    numeral: Numeral | None = None


_SPACE = r"[ \u00a0\u2009\u202f]"
_RANGE = re.compile(rf"{_SPACE}?[-\u2013\u2014\u2212]{_SPACE}?|{_SPACE}(?:to|or){_SPACE}|-to-")
_BETWEEN = re.compile(rf"{_SPACE}and{_SPACE}")
_FROM = re.compile(
    r"(?<!\w)(?:from|between|anywhere from|anywhere between)[ \u00a0]$", re.IGNORECASE
)


@cache
def _before() -> re.Pattern[str]:
    words = sorted(numbers.bounds("before"), key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in words)
    return re.compile(
        rf"(?<![\w])({joined})\s?(?:\b(?:an?|the|another|some|its|their|only|just|about|around)\s+)?$",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    words = sorted(numbers.bounds("after"), key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in words)
    return re.compile(rf"\s?({joined})(?!\w)", re.IGNORECASE)


def _bounded(
    low: float | None, high: float | None, bound: Bound
) -> tuple[float | None, float | None]:
    if bound == "lower":
        return low, None
    if bound == "upper":
        return None, high if high is not None else low
    return low, high


def find_amounts(text: str) -> list[Amount]:
    """All amounts of a text, in their order; ranges are one amount with two bounds."""
    numerals = find_numerals(text)
    found: list[Amount] = []
    at = 0
    while at < len(numerals):
        amount, at = _amount(text, numerals, at)
        found.append(amount)
    return found


def _currency_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands before a number, and where it starts."""
    match = units.currency_before_pattern().search(text[max(0, start - 6) : start])
    if match is None:
        word = re.search(
            r"(?<!\w)(dollars?|euros?|MUSD|MEUR|MAUD|MGBP)[ \u00a0]$",
            text[max(0, start - 8) : start],
        )
        if word is None:
            return None
        unit = units.by_word().get(word[1].lower()) or units.unit_named(word[1][-3:])
        return (unit.name, start - len(word[0])) if unit else None
    unit = units.currency_signs()[match[0].strip(" \u00a0")]
    return unit.name, start - len(match[0])


def _amount(text: str, numerals: list[Numeral], at: int) -> tuple[Amount, int]:
    numeral = numerals[at]
    start, end = numeral.start, numeral.end
    low, high = numeral.low, numeral.high
    after = at + 1
    unit: str | None = None
    dimension = "count"
    prefix = _currency_before(text, start)
    if prefix is not None:
        unit, start = prefix
        dimension = "currency"
        low, high, end = _with_letter(text, end, low, high)
    elif text[start - 1 : start] in ("-", "\u2212") and re.search(
        r"(?:^|[\s(])[-\u2212]$", text[max(0, start - 2) : start]
    ):
        low, high, start = _negative(low, high, start)
    else:
        minus = re.search(r"(?<!\w)minus $|(?<=[^\d\s] )- $|^- $", text[max(0, start - 6) : start])
        if minus and numeral.low is not None:
            low, high, start = -numeral.low, -numeral.low, start - len(minus[0])
    if unit is None:
        low, high, end = _with_letter_of_money(text, end, low, high)
    # the other end of a range
    if after < len(numerals) and high is not None and not numeral.vague:
        following = numerals[after]
        gap_start = _unit_end(text, end)[0] if unit is None else end
        for gap_from in dict.fromkeys((end, gap_start)):
            other_prefix = _currency_before(text, following.start)
            other_start = other_prefix[1] if other_prefix else following.start
            gap = text[gap_from:other_start]
            joined = _RANGE.fullmatch(gap) or (
                _BETWEEN.fullmatch(gap)
                and re.search(r"between[ \u00a0]$", text[max(0, start - 9) : start], re.IGNORECASE)
            )
            if not joined or following.high is None or low is None:
                continue
            top_low, top, top_end = (
                _with_letter(text, following.end, following.low, following.high)
                if unit
                else (following.low, following.high, following.end)
            )
            if top is None:
                continue
            bottom = low
            if following.scaled and not numeral.scaled and (top_low or 0) >= 100:
                factor = _factor(text, following)
                if bottom * factor < top:
                    bottom *= factor
            if bottom < top:
                low, high, end, after = bottom, top, top_end, after + 1
                if unit is None and other_prefix:
                    unit, dimension = other_prefix[0], "currency"
                break
    number = (numeral.start, end)
    # unit after the number
    if unit is None:
        end_of_unit, name, kind = _unit_end(text, end)
        if name is not None:
            unit, dimension, end = name, kind, end_of_unit
    elif dimension == "currency":
        # "US$ 5 million dollars", "$5 U.S."
        follow = units.word_pattern().match(text, end + 1) if text[end : end + 1] == " " else None
        if follow and units.by_word()[_plain(follow[0])].dimension == "currency":
            end = follow.end()
    numeral = replace(numeral, end=number[1])
    if dimension == "currency":
        low, high, end = _minor(text, low, high, end)
    end, per = _per(text, end)
    approximator, estimated = None, False
    opened = text[max(0, start - 48) : start]
    opening = _FROM.search(opened)
    if opening and low != high:
        start -= len(opening[0])
        opened = text[max(0, start - 48) : start]
    match = _before().search(opened)
    if match:
        phrase = re.sub(r"\s+", " ", match[1].lower())
        bound = numbers.bounds("before")[phrase]
        approximator, estimated = match[1], bound == "estimated"
        low, high = _bounded(low, high, bound)
        start -= len(match[0])
        estimate = re.search(
            r"(?<!\w)(an|the) estimated $", text[max(0, start - 14) : start], re.IGNORECASE
        )
        if estimate:
            start -= len(estimate[0])
            estimated = True
    else:
        suffix = _after().match(text, end)
        if suffix:
            phrase = re.sub(r"\s+", " ", suffix[1].lower())
            known = numbers.bounds("after").get(phrase) or numbers.bounds("after").get(" " + phrase)
            if known is not None:
                approximator = suffix[1].strip(" -")
                low, high = _bounded(low, high, known)
                end = suffix.end()
    return (
        Amount(
            start, end, number, low, high, approximator, estimated, unit, dimension, per, numeral
        ),
        after,
    )


def _factor(text: str, numeral: Numeral) -> float:
    """What the words after the digits multiply them by."""
    words = text[numeral.start : numeral.end].lower()
    factor = 1.0
    for word in re.findall(r"[a-z]+", words):
        factor *= (
            numbers.values("multiples").get(word)
            or numbers.values("abbreviations").get(word)
            or 1.0
        )
    return factor


def _negative(
    low: float | None, high: float | None, start: int
) -> tuple[float | None, float | None, int]:
    return (-high if high is not None else None), (-low if low is not None else None), start - 1


_LETTER = re.compile(r"[ \u00a0]?(m|M|b|B|T|MM)(?![\w])")


def _with_letter(
    text: str, end: int, low: float | None, high: float | None
) -> tuple[float | None, float | None, int]:
    """Money takes single letters as millions and billions."""
    letter = _LETTER.match(text, end)
    if letter is None:
        return low, high, end
    factor = 1e6 if letter[1] == "MM" else numbers.values("abbreviations")[letter[1]]
    return (low * factor if low else low), (high * factor if high else high), letter.end()


_LETTER_OF_MONEY = re.compile(r"(m|M|b|B)(?= (?P<noun>[a-z]{4,}))|[ \u00a0]M(?=[A-Z]{3}(?!\w))")


def _with_letter_of_money(
    text: str, end: int, low: float | None, high: float | None
) -> tuple[float | None, float | None, int]:
    """ "1.8m people" and "1.8M dollars" are millions, "1.8m tall" and "1.8 m" are metres."""
    letter = _LETTER_OF_MONEY.match(text, end)
    if letter is None:
        return low, high, end
    if not letter[1]:
        return (low * 1e6 if low else low), (high * 1e6 if high else high), letter.end()
    noun = letter["noun"]
    if not (
        noun.endswith("s") or noun in ("people", "euro", "yuan", "yen", "children", "women", "men")
    ):
        return low, high, end
    factor = numbers.values("abbreviations")[letter[1]]
    return (low * factor if low else low), (high * factor if high else high), letter.end()


def _plain(words: str) -> str:
    return re.sub(r"[ \u00a0-]", " ", words.lower())


_GAP = re.compile(r"[ \u00a0\u2009\u202f]?[-\u2011]?[ \u00a0]?[(\[{<]?")
_SCALE_AFTER = re.compile(r"[ \u00a0](thousand|million|billion|trillion)(?!\w)")


def _unit_end(text: str, end: int) -> tuple[int, str | None, str]:
    """Where the unit after a number ends, its name and dimension; (end, None, "count") without one."""
    gap = _GAP.match(text, end)
    position = gap.end() if gap else end
    closing = text[position - 1 : position] in ("(", "[", "{", "<") if position > end else False
    for pattern, table, lowered in (
        (units.sign_pattern(), units.by_sign(), False),
        (units.currency_after_pattern(), units.currency_signs(), False),
        (units.word_pattern(), units.by_word(), True),
    ):
        match = pattern.match(text, position)
        if match is None:
            continue
        unit = table.get(_plain(match[0]) if lowered else match[0]) or table.get(match[0].lower())
        if unit is None:
            continue
        if (not lowered and match[0] in ("Rp", "RM", "Fr.", "Bs", "Sh", "Dh")) or (
            match[0] == "ALL" or match[0] == "TOP"
        ):
            continue
        stop = match.end() + (1 if closing else 0)
        return stop, unit.name, unit.dimension
    shared = units.shared_sign_pattern().match(text, position)
    if shared and not closing:
        sign = shared[0]
        adjacent = position == end
        if adjacent or (sign == "m" and text[end:position] == " ") or sign == "dm":
            unit = units.by_shared_sign()[sign]
            return shared.end(), unit.name, unit.dimension
    return end, None, "count"


_MINOR = re.compile(
    r"[ \u00a0](?:and[ \u00a0])?(\d\d)(?![\d,.]\d|[\d%]| (?:percent|per|million|dollars|euros))(?= ?[.;,!?]|$| more)"
)


def _minor(
    text: str, low: float | None, high: float | None, end: int
) -> tuple[float | None, float | None, int]:
    """ "15 dollars and 50" is 15.50."""
    if low is None or low != high or not text[end - 1 : end].isalpha():
        return low, high, end
    match = _MINOR.match(text, end)
    if match is None:
        return low, high, end
    value = low + int(match[1]) / 100
    return value, value, match.end()


_PER = re.compile(
    r"(?:[ \u00a0](?:per|every|for each|for every|for)[ \u00a0]|[ \u00a0-]an?[ \u00a0-]|[ \u00a0]?/[ \u00a0]?|[ \u00a0]each[ \u00a0])"
    r"([A-Za-z]+)"
)
_PER_AFTER_A = frozenset(
    [
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "month",
        "quarter",
        "year",
        "decade",
        "share",
        "barrel",
        "ton",
        "tonne",
        "head",
        "person",
        "piece",
        "kilo",
        "kilogram",
        "pound",
        "gallon",
        "litre",
        "liter",
        "ounce",
        "mile",
        "kilometre",
        "kilometer",
        "unit",
        "dozen",
        "pop",
        "ticket",
        "bushel",
        "vote",
        "game",
        "shift",
        "bottle",
        "gram",
    ]
)


def _per(text: str, end: int) -> tuple[int, str | None]:
    """The end of a rate and what it is per ("share" in "$98 a share")."""
    match = _PER.match(text, end)
    if match is None:
        return end, None
    noun = match[1].lower()
    joint = match[0][: -len(match[1])]
    if "/" in joint or "per" in joint:
        if noun in ("cent", "annum", "capita", "se"):
            return (
                (match.end(), {"annum": "year", "capita": "person"}[noun])
                if noun in ("annum", "capita")
                else (end, None)
            )
        short = units.by_sign().get(match[1])
        return match.end(), short.name if short else {
            "h": "hour",
            "s": "second",
            "g": "gram",
            "yr": "year",
        }.get(noun, noun)
    if (
        "every" in joint or "each" in joint or re.search(r"\ban?\b", joint)
    ) and noun in _PER_AFTER_A:
        return match.end(), noun
    return end, None
