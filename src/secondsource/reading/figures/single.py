"""One numeral with its unit, its sign and what a rate is per."""

import re
from dataclasses import dataclass, replace

from ...lexicon import numbers, units
from ...lexicon.units import Unit
from .letters import letter_of_money, letter_of_people
from .numerals import Numeral


@dataclass(frozen=True, slots=True)
class Amount:
    """Code points `start:end` hold a number with its approximator and unit; `number` is where the digits or
    words of the number alone stand. `unit` is a name of `lexicon.units` or `ratio`, `dimension` what it measures
    ("count" without a unit), `per` what a rate is per. `words` are those of the approximator."""

    start: int
    end: int
    number: tuple[int, int]
    low: float | None
    high: float | None
    numeral: Numeral
    approximator: str | None = None
    estimated: bool = False
    unit: str | None = None
    dimension: str = "count"
    per: str | None = None
    prefixed: bool = False
    hundredth: bool = False


def single_amount(text: str, numeral: Numeral, floor: int) -> Amount:
    start, end = numeral.start, numeral.end
    low, high = numeral.low, numeral.high
    prefix = _currency_before(text, start, floor)
    if prefix is not None:
        unit, start = prefix
        factor, end = letter_of_money(text, end)
        if text[start : start + 1] == "M" and text[start + 1 : start + 4].isupper():
            factor = 1e6  # "MEUR 60"
        low, high = multiplied(low, factor), multiplied(high, factor)
        end = _currency_again(text, end, unit)
        amount = Amount(
            start,
            end,
            (numeral.start, end),
            low,
            high,
            numeral,
            unit=unit,
            dimension="currency",
            prefixed=True,
        )
        return _with_rate(text, amount)
    factor, end = letter_of_people(text, end)
    low, high = multiplied(low, factor), multiplied(high, factor)
    number_end = end
    rate = _OIL_RATE.match(text, end)
    if rate:
        factor = {"k": 1e3, "m": 1e6, "mm": 1e6}.get(rate[1].lower(), 1.0)
        return Amount(
            start,
            rate.end(),
            (numeral.start, number_end),
            multiplied(low, factor),
            multiplied(high, factor),
            numeral,
            unit="barrel",
            dimension="volume",
            per="day",
        )
    found, end = _unit_after(text, end, numeral.fraction, numeral.vague)
    if found is not None and found.name == "pound" and text[end - 1] in "dsDS":
        found = _pounds(text, start, end, high)
    if found is None:
        if re.match(r"-?fold(?!\w)", text[end : end + 6]):
            end += len(text[end : end + 5].rstrip()) if text[end] == "-" else 4
            return _share(start, end, number_end, low, high, numeral)
        times = re.match(
            r" times(?= (?:as|more|higher|larger|bigger|greater|faster|the|less|lower|fewer)\b)",
            text[end : end + 16],
        )
        if times:
            end += times.end()
            return _share(start, end, number_end, low, high, numeral)
        if numeral.fraction:
            return _share(start, end, end, low, high, numeral)
        return _with_rate(text, Amount(start, end, (numeral.start, number_end), low, high, numeral))
    low, high = multiplied(low, found.scale), multiplied(high, found.scale)
    if _is_negative(text, start, floor, found.dimension):
        sign = re.search(r"(?:[-\u2212]|minus) ?$", text[:start])
        start = sign.start() if sign else start
        low, high = multiplied(high, -1.0), multiplied(low, -1.0)
    amount = Amount(
        start,
        end,
        (numeral.start, number_end),
        low,
        high,
        numeral,
        unit=found.name,
        dimension=found.dimension,
        hundredth=found.scale != 1.0,
    )
    return _with_rate(text, amount)


_OIL_RATE = re.compile(
    r"[ \u00a0-]?(k|mm?|)b(?:o|oe)?(?:pd|/d(?:ay)?)(?!\w)",
    re.IGNORECASE,
)
"""Barrels a day as the trade writes them: "bpd", "mbpd" (millions, as news has it), "b/d", "boepd"."""


def _share(
    start: int, end: int, number_end: int, low: float | None, high: float | None, numeral: Numeral
) -> Amount:
    """How many times something is counted, or which part of it: a ratio, which has no unit of its own."""
    number = (numeral.start, number_end)
    return Amount(start, end, number, low, high, numeral, unit="ratio", dimension="share")


def multiplied(value: float | None, factor: float) -> float | None:
    """The product, free of the dust of binary fractions (2.3 * 1e6)."""
    if value is None or factor == 1.0:
        return value
    return float(f"{value * factor:.12g}")


def _currency_before(text: str, start: int, floor: int) -> tuple[str, int] | None:
    """The currency whose sign, code or name stands before a number, and where it starts."""
    opened = text[max(floor, start - 8) : start]
    lost = _LOST_POUND.search(opened)
    if lost is not None and _LARGE.match(text, start):
        return "GBP", start - len(lost[0])
    match = units.currency_before_pattern().search(opened)
    if match is not None:
        unit = units.currency_signed(match[2])
        return (unit.name, start - len(opened) + match.start()) if unit else None
    word = re.search(
        r"(?<!\w)(dollars?|euros?|rmb|usd|eur|gbp|rs)[ \u00a0]?$", opened, re.IGNORECASE
    )
    if word is None:
        return None
    named = units.by_word().get(word[1].lower())
    return (named.name, start - len(opened) + word.start()) if named else None


_LOST_POUND = re.compile(r"(?<![\w#])# ?$")
_LARGE = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)|\d[\d.]* ?(?:m|mn|bn|b|k|million|billion|trillion)(?!\w)"
)
"""Texts tokenised as the Penn Treebank is write "#" for the sign of the pound. Before a large amount it can mean
nothing else: nobody counts lots or tickets in millions."""


def _currency_again(text: str, end: int, currency: str) -> int:
    """The end of "$5 million dollars", where the currency is said twice."""
    match = units.word_pattern().match(text, end + 1) if text[end : end + 1] == " " else None
    if match and units.by_word()[_plain(match[0])].dimension == "currency":
        unit = units.by_word()[_plain(match[0])]
        dollars = _plain(match[0]).startswith("dollar") and currency.endswith("D")
        if unit.scale == 1.0 and (unit.name == currency or dollars):
            return match.end()
    return end


def _plain(words: str) -> str:
    return re.sub(r"[ \u00a0-]+", " ", words.lower())


_PART_GAP = re.compile(r"[ \u00a0](?:of )?an?[ \u00a0]()?")
_OF_GAP = re.compile(r"[ \u00a0]of[ \u00a0]()?")
_MONEY_NEAR = re.compile(
    r"(?<!\w)(?:cost|costs|pay|paid|pays|paying|price\w*|worth|fine[sd]?|spen[dt]\w*|profit\w*|revenue\w*|sterling|budget\w*|fund\w*|"
    r"money|debt\w*|loan\w*|bid|fee|fees|salary|wage\w*|earn\w*|tax\w*|sold|sell|bought|buy|dollars?|euros?|yen|currency|shares?|"
    r"invest\w*|donat\w+|grant\w*|owe\w*|bill|bills|rent|income|charge\w*|reward|ransom|damages|compensation)(?!\w)",
    re.IGNORECASE,
)


def _pounds(text: str, start: int, end: int, high: float | None) -> Unit | None:
    """Pounds are money in millions or where the words around speak of money, else a weight."""
    money = (high or 0) >= 1e6 or _MONEY_NEAR.search(text[max(0, start - 60) : end + 30])
    return units.unit_named("GBP" if money else "pound")


def _closes_quotation(text: str, position: int) -> bool:
    """Whether a straight quotation mark behind a number ends somebody's words and gives no inches: behind a number in
    letters ("taken one by one"), or where words of the paragraph are still open."""
    if text[position : position + 1] != '"':
        return False
    start = text.rfind("\n", 0, position) + 1
    return not text[position - 1].isnumeric() or text.count('"', start, position) % 2 == 1


_GAP = re.compile(r"[ \u00a0\u2009\u202f]?[-\u2011]?[ \u00a0]?([(\[{<])?")


def _unit_after(
    text: str, end: int, fraction: bool = False, vague: bool = False
) -> tuple[Unit | None, int]:
    """The unit after a number and where it ends; None and `end` without one. After a fraction it may stand
    behind "a" ("half a mile"), after a vague plural behind "of" ("millions of dollars")."""
    gap = (_PART_GAP if fraction else _OF_GAP if vague else _GAP).match(text, end) or _GAP.match(
        text, end
    )
    position = gap.end() if gap else end
    closing = len(gap[1] or "") if gap and gap.re is _GAP else 0
    if _closes_quotation(text, position):
        return None, end
    word = units.word_pattern().match(text, position)
    sign = units.sign_pattern().match(text, position)
    if sign and (word is None or sign.end() >= word.end()):
        return units.by_sign()[sign[0]], sign.end() + closing
    if word and not (closing and text[word.end() : word.end() + 1] not in (")", "]", "}", ">")):
        return units.by_word()[_plain(word[0])], word.end() + closing
    money = units.currency_after_pattern().match(text, position)
    if money and not re.match(r"[ \u00a0]?\d", text[money.end() : money.end() + 2]):
        return units.currency_signed(money[0]), money.end() + closing
    if money and re.match(r"[ \u00a0]\d", text[money.end() : money.end() + 2]) and position > end:
        return units.currency_signed(money[0]), money.end()
    shared = units.shared_sign_pattern().match(text, position)
    if shared and not closing:
        spaced = text[end:position] == " "
        alone = position == end or (shared[0] in ("m", "dm", "t") and spaced)
        cold = (
            shared[0] in ("C", "F")
            and spaced
            and _TEMPERATURE_NEAR.search(text[max(0, end - 80) : end])
        )
        if alone or cold:
            return units.by_shared_sign()[shared[0]], shared.end()
    return None, end


_TEMPERATURE_NEAR = re.compile(
    r"(?<!\w)(?:temperature\w*|minus|degrees?|cold\w*|heat\w*|hot|warm\w*|thermometers?|mercury|freezing|highs?|lows?|celsius)(?!\w)",
    re.IGNORECASE,
)


def _is_negative(text: str, start: int, floor: int, dimension: str) -> bool:
    opened = text[max(floor, start - 8) : start]
    if re.search(r"(?:^|[\s(])[-\u2212]$", text[max(0, start - 2) : start]) and not re.search(
        r"[\d%] ?[-\u2212]$", text[max(0, start - 3) : start]
    ):
        return True
    return (
        dimension in ("temperature", "angle")
        and re.search(r"(?<!\w)(?:minus|[-\u2212]) $", opened) is not None
    )


# Rates

_PER = re.compile(r"[ \u00a0]per[ \u00a0]|-per-|[ \u00a0]?\\?/[ \u00a0]?", re.IGNORECASE)
_PER_A = re.compile(
    r"[ \u00a0](?:an?|each|every|for every|for each)[ \u00a0]| ?- ?an? ?- ?", re.IGNORECASE
)
_NO_RATE = re.compile(
    r"[ \u00a0](?:earlier|ago|before|later|after|old|or two|prior|hence|away|from now)(?!\w)"
)
_RATE_LATER = re.compile(
    r" of (?:[a-z]+ ){1,3}?(?=(?:an?|per|each|every) (?:second|minute|hour|day|week|month|year)(?!\w))"
)
_BRACKET = re.compile(
    r" \((?:about |some |around |or )?[^()]{2,60}\)(?: of [a-z]+)?"
    r"(?= (?:an?|per|each|every) (?:second|minute|hour|day|week|month|year)(?!\w))"
)
_PER_NUMBER = re.compile(
    r"(?:one |a |1 )?(million|thousand|hundred|\d{1,3}(?:,000)+|1000|100)(?!\w)", re.IGNORECASE
)
_THINGS = frozenset(
    """
    share head person piece unit dozen pop ticket vote game shift bottle employee worker household family
    student pupil passenger night room patient barrel bushel carton copy
    """.split()
)
_SHORT = {
    "h": "hour",
    "hr": "hour",
    "s": "second",
    "g": "gram",
    "yr": "year",
    "l": "litre",
    "m": "metre",
}


def _with_rate(text: str, amount: Amount) -> Amount:
    end, per = _rate(text, amount.end)
    if per is None and amount.dimension not in ("count", "time", "share"):
        bracket = _BRACKET.match(text, amount.end)  # "5,000 barrels (210,000 gallons) per day"
        later = _RATE_LATER.match(
            text, amount.end
        )  # "34,500 tons of copper a year": the words end before
        if later:
            end, per = amount.end, _rate(text, later.end() - 1)[1]
        elif bracket:
            end, per = amount.end, _rate(text, bracket.end())[1]
    return replace(amount, end=end, per=per) if per else amount


def _rate(text: str, end: int) -> tuple[int, str | None]:
    """Where a rate ends and what it is per ("share" in "$98 a share")."""
    match = _PER.match(text, end)
    after_a = None if match else _PER_A.match(text, end)
    if match is None and after_a is None:
        return end, None
    position = (match or after_a).end()  # type: ignore[union-attr]
    number = _PER_NUMBER.match(text, position)
    if number and match:
        value = numbers.values("multiples").get(number[1].lower()) or float(
            number[1].replace(",", "")
        )
        return number.end(), f"{value:.0f}"
    unit = units.word_pattern().match(text, position)
    if unit is not None:
        named = units.by_word()[_plain(unit[0])]
        if named.dimension not in ("currency", "share") and (
            match or named.dimension != "temperature"
        ):
            later = _NO_RATE.match(text, unit.end())
            return (end, None) if later else (unit.end(), named.name)
    noun = re.compile(r"[A-Za-zµμ]+").match(text, position)
    if noun is None:
        return end, None
    word = noun[0].lower()
    if match:
        if word in ("cent", "se", "day-to-day"):
            return end, None
        if word in ("annum", "capita"):
            return noun.end(), {"annum": "year", "capita": "person"}[word]
        sign = units.by_sign().get(noun[0])
        if sign is None and "/" in match[0] and word not in _SHORT and len(word) < 3:
            return end, None
        return noun.end(), sign.name if sign else _SHORT.get(noun[0], word)
    return (noun.end(), word) if word in _THINGS else (end, None)
