"""Amounts: a numeral with its unit, its rate and what bounds it, as they stand together."""

import re
from dataclasses import replace
from functools import cache

from ...lexicon import numbers
from ...lexicon.numbers import Bound
from .joins import BETWEEN, FROM, join
from .numerals import find_numerals
from .single import Amount, single_amount


def find_amounts(text: str) -> list[Amount]:
    """All amounts of a text in their order, not overlapping; ranges and ratios are one amount."""
    singles: list[Amount] = []
    floor = 0
    for numeral in find_numerals(text):
        if numeral.start < floor:
            continue  # a number inside the rate of the last one: "a dozen", "per 100,000"
        amount = single_amount(text, numeral, floor)
        singles.append(amount)
        floor = amount.end
    found: list[Amount] = []
    floor = 0
    for amount in join(text, singles):
        bounded = _bound(text, amount, floor)
        if not amount.numeral.bare:
            found.append(bounded)
        floor = bounded.end
    return found


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

_TAKES_OVER = re.compile(r"(?<!\w)(?:hand|turn)(?:s|ed|ing)? $", re.IGNORECASE)
"""Verbs whose "over" is their own before what changes hands: "handed over two rifles"."""


def _bound(text: str, amount: Amount, floor: int) -> Amount:
    """The amount with its approximator, and its bounds as the approximator sets them."""
    start = amount.start
    opened = text[max(floor, start - 48) : start]
    if amount.low != amount.high and amount.high is not None:
        opening = BETWEEN.search(opened) or FROM.search(opened)
        if opening:
            opened = opened[: opening.start()]
            start -= len(opening[0])
            amount = replace(amount, start=start)
    if amount.numeral.approximator:
        amount = replace(amount, approximator=amount.numeral.approximator)
    match = _before().search(opened)
    if match and amount.dimension == "time" and match[1].lower() in _PLACED:
        match = match if TAKES_LENGTH.search(opened[: match.start()]) else None
    if match and match[1].lower() == "over" and _TAKES_OVER.search(opened[: match.start()]):
        match = None
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
