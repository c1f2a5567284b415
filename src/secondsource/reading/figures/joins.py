"""Several numerals that are one amount: ranges, ratios, sums."""

import re
from dataclasses import replace

from ...lexicon import numbers
from .codes import VOTED
from .numerals import Numeral
from .single import Amount, multiplied

_RANGE = re.compile(
    r"[ \u00a0]?[-\u2013\u2014\u2212][ \u00a0]?|[ \u00a0](?P<to>to)[ \u00a0]|[ \u00a0](?P<or>or)[ \u00a0]|-to-|-or-"
)
_AND = re.compile(r"[ \u00a0]and[ \u00a0]")
BETWEEN = re.compile(r"(?<!\w)(?:anywhere |somewhere )?between[ \u00a0]$", re.IGNORECASE)
FROM = re.compile(r"(?<!\w)(?:anywhere )?from[ \u00a0]$", re.IGNORECASE)
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


def join(text: str, singles: list[Amount]) -> list[Amount]:
    """The amounts with those that belong together made one, in their order."""
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
        first,
        end=second.end,
        low=multiplied(first.low, factor),
        high=multiplied(first.high, factor),
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
    if match is None and not (_AND.fullmatch(gap) and BETWEEN.search(before)):
        return None
    if first.unit is not None and second.unit is not None and first.unit != second.unit:
        return None
    if second.unit is None and first.unit is not None and not first.prefixed:
        return None
    if match and match["to"]:
        start = FROM.search(before)
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
        low = multiplied(low, factor) if (low or 0) * factor < high else low
    if low is None or low >= high:
        return None
    unit, dimension = (
        (second.unit, second.dimension) if second.unit else (first.unit, first.dimension)
    )
    if first.unit is None and second.hundredth:
        low = multiplied(low, 0.01)
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
