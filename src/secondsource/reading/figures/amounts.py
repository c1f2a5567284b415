"""Amounts: a numeral with its unit, its rate and what bounds it, as they stand together."""

import re
from dataclasses import dataclass, replace
from functools import cache

from ...lexicon import numbers, units
from ...lexicon.numbers import Bound
from ...lexicon.units import Unit
from .codes import VOTED
from .numerals import Numeral, find_numerals


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


def find_amounts(text: str) -> list[Amount]:
    """All amounts of a text in their order, not overlapping; ranges and ratios are one amount."""
    singles: list[Amount] = []
    floor = 0
    for numeral in find_numerals(text):
        if numeral.start < floor:
            continue  # a number inside the rate of the last one: "a dozen", "per 100,000"
        amount = _single(text, numeral, floor)
        singles.append(amount)
        floor = amount.end
    found: list[Amount] = []
    floor = 0
    for amount in _join(text, singles):
        bounded = _bound(text, amount, floor)
        if not amount.numeral.bare:
            found.append(bounded)
        floor = bounded.end
    return found


# One numeral with its unit


def _single(text: str, numeral: Numeral, floor: int) -> Amount:
    start, end = numeral.start, numeral.end
    low, high = numeral.low, numeral.high
    prefix = _currency_before(text, start, floor)
    if prefix is not None:
        unit, start = prefix
        factor, end = _letter_of_money(text, end)
        if text[start : start + 1] == "M" and text[start + 1 : start + 4].isupper():
            factor = 1e6  # "MEUR 60"
        low, high = _times(low, factor), _times(high, factor)
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
    factor, end = _letter_of_people(text, end)
    low, high = _times(low, factor), _times(high, factor)
    number_end = end
    found, end = _unit_after(text, end, numeral.fraction, numeral.vague)
    if found is not None and found.name == "pound" and text[end - 1] in "dsDS":
        found = _pounds(text, start, end, high)
    if found is None:
        if re.match(r"-?fold(?!\w)", text[end : end + 6]):
            end += len(text[end : end + 5].rstrip()) if text[end] == "-" else 4
            return Amount(
                start,
                end,
                (numeral.start, number_end),
                low,
                high,
                numeral,
                unit="ratio",
                dimension="share",
            )
        times = re.match(
            r" times(?= (?:as|more|higher|larger|bigger|greater|faster|the|less|lower|fewer)\b)",
            text[end : end + 16],
        )
        if times:
            end += times.end()
            return Amount(
                start,
                end,
                (numeral.start, number_end),
                low,
                high,
                numeral,
                unit="ratio",
                dimension="share",
            )
        if numeral.fraction:
            return Amount(
                start,
                end,
                (numeral.start, end),
                low,
                high,
                numeral,
                unit="ratio",
                dimension="share",
            )
        return _with_rate(text, Amount(start, end, (numeral.start, number_end), low, high, numeral))
    low, high = _times(low, found.scale), _times(high, found.scale)
    if _is_negative(text, start, floor, found.dimension):
        sign = re.search(r"(?:[-\u2212]|minus) ?$", text[:start])
        start = sign.start() if sign else start
        low, high = _times(high, -1.0), _times(low, -1.0)
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


def _times(value: float | None, factor: float) -> float | None:
    """The product, free of the dust of binary fractions (2.3 * 1e6)."""
    if value is None or factor == 1.0:
        return value
    return float(f"{value * factor:.12g}")


def _currency_before(text: str, start: int, floor: int) -> tuple[str, int] | None:
    """The currency whose sign, code or name stands before a number, and where it starts."""
    opened = text[max(floor, start - 8) : start]
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


_LETTER = re.compile(r"[ \u00a0]?(m|M|b|B|T|MM)(?![\w'’])")


def _letter_of_money(text: str, end: int) -> tuple[float, int]:
    """Money takes single letters as millions and billions: the factor, and where the letter ends."""
    letter = _LETTER.match(text, end)
    if letter is None:
        return 1.0, end
    factor = 1e6 if letter[1] == "MM" else numbers.values("abbreviations")[letter[1]]
    return factor, letter.end()


_COUNTED = re.compile(r"(m|M|b|B)(?= (?P<noun>[a-z]{3,}))|[ \u00a0]M(?=[A-Z]{3}(?!\w))")


def _letter_of_people(text: str, end: int) -> tuple[float, int]:
    """ "1.8m people" and "1.8M dollars" are millions; "1.8m tall" and "1.8 m" are metres."""
    letter = _COUNTED.match(text, end)
    if letter is None:
        return 1.0, end
    if not letter[1]:
        return 1e6, letter.end()
    noun = letter["noun"]
    many = noun.endswith("s") or noun in (
        "people",
        "euro",
        "yuan",
        "yen",
        "children",
        "women",
        "men",
    )
    return (numbers.values("abbreviations")[letter[1]], letter.end()) if many else (1.0, end)


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
        dimension == "temperature"
        and re.search(r"(?<!\w)(?:minus|[-\u2212]) $", opened) is not None
    )


# Rates

_PER = re.compile(r"[ \u00a0]per[ \u00a0]|-per-|[ \u00a0]?/[ \u00a0]?", re.IGNORECASE)
_PER_A = re.compile(
    r"[ \u00a0](?:an?|each|every|for every|for each)[ \u00a0]| ?- ?an? ?- ?", re.IGNORECASE
)
_NO_RATE = re.compile(
    r"[ \u00a0](?:earlier|ago|before|later|after|old|or two|prior|hence|away|from now)(?!\w)"
)
_RATE_LATER = re.compile(
    r" of (?:[a-z]+ ){1,3}?(?=(?:an?|per|each|every) (?:second|minute|hour|day|week|month|year)(?!\w))"
)
_PER_NUMBER = re.compile(
    r"(?:one |a |1 )?(million|thousand|hundred|\d{1,3}(?:,000)+|1000|100)(?!\w)", re.IGNORECASE
)
_THINGS = frozenset(
    [
        "share",
        "head",
        "person",
        "piece",
        "unit",
        "dozen",
        "pop",
        "ticket",
        "vote",
        "game",
        "shift",
        "bottle",
        "employee",
        "worker",
        "household",
        "family",
        "student",
        "pupil",
        "passenger",
        "night",
        "room",
        "patient",
        "barrel",
        "bushel",
        "carton",
        "copy",
    ]
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
        later = _RATE_LATER.match(
            text, amount.end
        )  # "34,500 tons of copper a year": the words end before
        if later:
            end, per = amount.end, _rate(text, later.end() - 1)[1]
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


# Several numerals that are one amount

_RANGE = re.compile(
    r"[ \u00a0]?[-\u2013\u2014\u2212][ \u00a0]?|[ \u00a0](?P<to>to)[ \u00a0]|[ \u00a0](?P<or>or)[ \u00a0]|-to-|-or-"
)
_AND = re.compile(r"[ \u00a0]and[ \u00a0]")
_BETWEEN = re.compile(r"(?<!\w)(?:anywhere |somewhere )?between[ \u00a0]$", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)(?:anywhere )?from[ \u00a0]$", re.IGNORECASE)
_RATIO = re.compile(
    r"[ \u00a0](?:in|in every|out of|out of every|of every)[ \u00a0]", re.IGNORECASE
)
_CHANGE = re.compile(
    r"(?<!\w)(?:ro?se|risen|rises|rising|f[ae]ll|fallen|falls|falling|gr[eo]w|grown|grows|growing|increas\w+|decreas\w+|declin\w+|"
    r"drop\w*|jump\w*|climb\w*|surg\w+|plung\w+|plummet\w*|slip\w*|slid\w*|sank|sunk|sink\w*|rais\w+|lower\w*|cut\w*|reduc\w+|"
    r"expand\w*|shr[aiu]nk\w*|went|gone?|goes|swell\w*|swollen|soar\w*|tumbl\w+|edg\w+|inch\w*|mov\w+|chang\w+|advanc\w+|"
    r"eas\w+|narrow\w*|widen\w*|gain\w*|los[et]\w*|down|up|doubl\w+|tripl\w+|quadrupl\w+|boost\w*|lift\w*|push\w*|improv\w+|hik\w+|"
    r"trim\w*|slash\w*|dipp?\w*|revis\w+|upgrad\w+|downgrad\w+|bring\w*|brought|t[ao]ken?|recover\w*|rebound\w*|spik\w+|"
    r"increase|rise|fall|growth|promot\w+|extend\w*|from)(?!\w)[^.;]{0,24}$",
    re.IGNORECASE,
)


def _join(text: str, singles: list[Amount]) -> list[Amount]:
    found: list[Amount] = []
    for amount in singles:
        joined = _joined(text, found[-1], amount) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(amount)
    return found


def _joined(text: str, first: Amount, second: Amount) -> Amount | None:
    """One amount out of two that follow each other; None where they are two."""
    gap = text[first.end : second.start]
    if len(gap) > 16:
        return None
    for rule in (_scaled, _summed, _ratio, _ranged):
        joined = rule(text, first, second, gap)
        if joined is not None:
            return joined
    return None


def _scaled(text: str, first: Amount, second: Amount, gap: str) -> Amount | None:
    """ "75 USD million"."""
    if not (second.numeral.bare and first.dimension == "currency" and gap in (" ", "")):
        return None
    factor = second.numeral.low or 1.0
    return replace(
        first, end=second.end, low=_times(first.low, factor), high=_times(first.high, factor)
    )


def _summed(text: str, first: Amount, second: Amount, gap: str) -> Amount | None:
    """ "3 dollars 50 cents" and "15 dollars and 50" are sums."""
    if first.dimension != "currency" or first.hundredth or first.low is None or second.low is None:
        return None
    if gap not in (" ", " and ", ", ") or first.per or first.low != first.high:
        return None
    part: float | None = None
    if second.hundredth and second.low < 1:
        part = second.low
    elif (
        second.unit is None
        and gap != ", "
        and text[first.end - 1].isalpha()
        and 10 <= second.low < 100
    ):
        clear = re.match(r"\s*(?:[.;,!?]|$|more\b)", text[second.end : second.end + 6])
        part = second.low / 100 if clear and second.low == int(second.low) else None
    if part is None or first.low != int(first.low):
        return None
    value = round(first.low + part, 2)
    return replace(
        first, end=second.end, number=(first.number[0], second.number[1]), low=value, high=value
    )


def _ratio(text: str, first: Amount, second: Amount, gap: str) -> Amount | None:
    """ "two in three", "1 in 40", "four out of five"."""
    one, other = first.low, second.low
    if not _RATIO.fullmatch(gap) or first.unit or not one or not other or one != first.high:
        return None
    if second.unit is not None or other != second.high or not 0 < one < other or one != int(one):
        return None
    round_number = other in (5, 10, 20, 100, 1000, 10_000, 100_000, 1_000_000)
    if gap.strip() == "in" and not (
        one == 1 or (one <= 10 and other <= 10) or (round_number and one < 100)
    ):
        return None
    if (
        gap.strip() == "in"
        and 1400 <= other <= 2150
        and "," not in text[second.start : second.end]
        and other != 1500
    ):
        return None
    value = round(one / other, 6)
    return replace(
        first,
        end=second.end,
        number=(first.number[0], second.number[1]),
        low=value,
        high=value,
        unit="ratio",
        dimension="share",
    )


def _ranged(text: str, first: Amount, second: Amount, gap: str) -> Amount | None:
    """ "8 to 10 feet", "$3-5 million", "between 20 and 30"."""
    low, high = first.low, second.high
    plain = first.unit is None and second.unit is None
    if plain and "-" in gap and VOTED.search(text[max(0, first.start - 80) : second.end + 60]):
        return None
    if (
        low is None
        or high is None
        or first.numeral.vague
        or first.per
        or first.numeral.fraction != second.numeral.fraction
    ):
        return None
    before = text[max(0, first.start - 40) : first.start]
    match = _RANGE.fullmatch(gap)
    if match is None and not (_AND.fullmatch(gap) and _BETWEEN.search(before)):
        return None
    if first.unit is not None and second.unit is not None and first.unit != second.unit:
        return None
    if second.unit is None and first.unit is not None and not first.prefixed:
        return None
    if match and match["to"]:
        start = _FROM.search(before)
        changed = _CHANGE.search(before[: start.start()] if start else before)
        ranging = re.search(r"\b(?:rang|var)\w+ ", before)
        # "grew 11 to 13 percent" is a range, "fell 3 points to 13 percent" and "from 11 to 13" are not
        if changed and not ranging and (start or first.unit is not None or second.unit is None):
            return None
    hyphen = match is not None and "-" in gap
    if hyphen and (
        re.match(r"-\d", text[second.end : second.end + 2]) or re.search(r"\d-$", before)
    ):
        return None  # a code
    if match and match["or"] and (first.unit is not None or high > 2 * low + 1):
        return None
    if second.numeral.scaled and not first.numeral.scaled:
        factor = _factor(text, second.numeral)
        low = _times(low, factor) if (low or 0) * factor < high else low
    if low is None or low >= high:
        return None
    unit, dimension = (
        (second.unit, second.dimension) if second.unit else (first.unit, first.dimension)
    )
    if first.unit is None and second.hundredth:
        low = _times(low, 0.01)
    return replace(
        first,
        end=second.end,
        number=(first.number[0], second.number[1]),
        low=low,
        high=high,
        unit=unit,
        dimension=dimension,
        per=second.per,
    )


def _factor(text: str, numeral: Numeral) -> float:
    """What the words after the digits multiply them by."""
    factor = 1.0
    for word in re.findall(r"[A-Za-z]+", text[numeral.start : numeral.end]):
        known = numbers.values("multiples").get(word.lower()) or numbers.values(
            "abbreviations"
        ).get(word)
        factor *= known or 1.0
    return factor


# Approximators


@cache
def _before() -> re.Pattern[str]:
    words = sorted(numbers.bounds("before"), key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in words)
    return re.compile(rf"(?<![\w])({joined})\s?(?:\ban?\s+)?$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    words = sorted(numbers.bounds("after"), key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in words)
    return re.compile(rf"[ \u00a0]?({joined})(?!\w)", re.IGNORECASE)


_ESTIMATED = re.compile(r"(?<!\w)(?:an|the) estimated $", re.IGNORECASE)
_PLACED = frozenset(
    {"over", "under", "above", "below", "beyond", "near", "around", "about", "past"}
)
"""Prepositions too: before a length of time, "over" is a bound only after a verb that takes a length."""
TAKES_LENGTH = re.compile(
    r"(?<!\w)(?:for|last\w*|t[ao]kes?|taken|taking|spen[dt]\w*|of|at|is|was|are|were|after|well|just|be|serv\w+|than|to|span\w*|with|a|,) $",
    re.IGNORECASE,
)


def _bound(text: str, amount: Amount, floor: int) -> Amount:
    """The amount with its approximator, and its bounds as the approximator sets them."""
    start = amount.start
    opened = text[max(floor, start - 48) : start]
    if amount.low != amount.high and amount.high is not None:
        opening = _BETWEEN.search(opened) or _FROM.search(opened)
        if opening:
            opened = opened[: opening.start()]
            start -= len(opening[0])
            amount = replace(amount, start=start)
    if amount.numeral.approximator:
        amount = replace(amount, approximator=amount.numeral.approximator)
    match = _before().search(opened)
    if match and amount.dimension == "time" and match[1].lower() in _PLACED:
        match = match if TAKES_LENGTH.search(opened[: match.start()]) else None
    if match:
        bound = numbers.bounds("before")[re.sub(r"\s+", " ", match[1].lower())]
        start -= len(match[0])
        estimated = bound == "estimated"
        estimate = _ESTIMATED.search(text[max(floor, start - 14) : start])
        if estimate:
            start -= len(estimate[0])
            estimated = True
        low, high = _bounds(amount, bound)
        return replace(
            amount, start=start, low=low, high=high, approximator=match[1], estimated=estimated
        )
    suffix = _after().match(text, amount.end)
    if suffix:
        phrase = re.sub(r"\s+", " ", suffix[1].lower())
        table = numbers.bounds("after")
        known = table.get(phrase) or table.get(" " + phrase)
        if known is not None:
            low, high = _bounds(amount, known)
            return replace(
                amount, end=suffix.end(), low=low, high=high, approximator=suffix[1].strip(" -")
            )
    return amount


def _bounds(amount: Amount, bound: Bound) -> tuple[float | None, float | None]:
    if bound == "lower":
        return amount.low, None
    if bound == "upper":
        return None, amount.high if amount.high is not None else amount.low
    return amount.low, amount.high
