"""Numbers of one sentence against those of another."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from ...lexicon.nationalities import countries, demonyms
from ...model.figure import Figure
from ..telling.kin import word_kin
from ..telling.told import Told, values_of
from ..telling.values import Difference

_WIDE = 1.25

TELLING = 1000
"""From which value on a count is hardly that of something else in a sentence about the same."""


def _bounds(figure: Figure) -> tuple[float, float]:
    """The values that a figure allows: an open side reaches a quarter further, as does nothing else."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return (0.0, 0.0)
    if low is None:
        return (high or 0.0) / _WIDE, high or 0.0
    if high is None:
        return low, low * _WIDE
    slack = 0.1 if figure.approximator else 0.0
    return low * (1 - slack), high * (1 + slack)


_IN_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 365 / 12, "year": 365.0}


def _as_days(figure: Figure) -> Figure:
    """A span of time in days ("half a year", "six months"); any other figure as it is."""
    days = _IN_DAYS.get(figure.unit or "")
    if days is None:
        return figure
    low, high = (
        None if side is None else round(side * days, 3) for side in (figure.low, figure.high)
    )
    return replace(figure, unit="day", low=low, high=high)


def agree(one: Figure, other: Figure) -> bool:
    """Whether one value, of a sentence, may be meant by another, of its source: who counts forty counts neither fewer nor more."""
    if one.unit != other.unit:
        one, other = _as_days(one), _as_days(other)
    if _is_bound_of(one, other):
        return False
    first, second = _bounds(one), _bounds(other)
    if not _same_unit(one, other):
        return False
    if (one.low is None and other.high is None) or (one.high is None and other.low is None):
        # "Fewer than 100" and "more than 100" share their bound and no number.
        return first[0] < second[1] and second[0] < first[1]
    return first[0] <= second[1] and second[0] <= first[1]


_BEYOND = frozenset("fewer less under below more over above beyond exceeding".split())
"""Words by which a number is one that is not reached, or passed."""


def _is_bound_of(one: Figure, other: Figure) -> bool:
    """Whether a figure tells of what lies beyond the number that another has ("fewer than 40", "40")."""
    first = (one.approximator or "").lower().split(" ")[0]
    return first in _BEYOND and other.low == other.high and other.low in (one.low, one.high)


_SPANS = frozenset("hour day week month year".split())


def _same_unit(one: Figure, other: Figure) -> bool:
    """Whether two units are of one measure: of what it is by the piece only one need say ("$5 a head", "$5"), but a day is
    no year; and shillings of no named country may be those of any."""
    if one.unit == other.unit:
        return True
    if one.unit is None or other.unit is None:
        return False
    (what, _, per), (that, _, each) = one.unit.partition(" per "), other.unit.partition(" per ")
    if per != each and {per, each} <= _SPANS:
        return False
    return what == that or _same_coin(one, other)


_COIN = re.compile(r"[a-z]{4,}$")


def _same_coin(one: Figure, other: Figure) -> bool:
    """Whether both are sums in coins of one name, of which at most one says of what country."""
    ours, theirs = one.citation.words, other.citation.words
    coins = [
        _COIN.search(words.partition(" a ")[0].partition(" per ")[0]) for words in (ours, theirs)
    ]
    is_named = [any(word in demonyms() for word in words.split()) for words in (ours, theirs)]
    if not all(coins) or all(is_named) or len({found.group() for found in coins if found}) > 1:
        return False
    return all(
        re.fullmatch(r"[A-Z]{3}", (figure.unit or "").partition(" ")[0]) for figure in (one, other)
    )


def has_numbers(figures: Sequence[Figure], source: Told) -> bool:
    """Whether a source has every one of these numbers, of which there are some."""
    return bool(figures) and all(
        any(agree(one, other) for other in source.figures)
        or (one.low == one.high and one.low in source.numbers)
        for one in figures
    )


_TO_COME = frozenset({"planned", "projected"})


def only_to_come(figures: Sequence[Figure], source: Told) -> bool:
    """Whether a source has one of these numbers, and that only as planned or projected."""
    for one in figures:
        same = [other for other in source.figures if agree(one, other)]
        if same and all(other.nature in _TO_COME for other in same):
            return True
    return False


def numbers(asked: Told, source: Told, missing: list[str]) -> list[tuple[Difference, str]]:
    """What the source tells otherwise of the numbers of the sentence; what it does not tell is added to `missing`."""
    found: list[tuple[Difference, str]] = []
    for one in asked.figures:
        if any(agree(one, other) for other in source.figures) or _is_written_in(one, source):
            continue
        alike = [
            other
            for other in source.figures
            if other.unit == one.unit
            and _same_measure(one, other)
            and not _are_of_others(one, other)
            and not any(agree(third, other) for third in asked.figures)
            and not _is_bound_of(one, other)
        ]
        if alike:
            found.append(("number", f"there: {alike[0].citation.words}"))
        else:
            missing.append(one.citation.words)
    return found


_COUNTED_BY = re.compile(
    r"\b(?:by|on|in) (?:the |its |their |his |her )?[\w’'. -]{0,40}?\b(?:count|tally|reckoning|estimate|figures)\b",
    re.I,
)
"""Words that say by whose count a number is what it is."""


def says_whose_count(told: Told) -> bool:
    """Whether a sentence says by whose count a number is what it is."""
    return _COUNTED_BY.search(told.citation.words) is not None


def counted_otherwise(asked: Told, source: Told) -> str | None:
    """The other number, in the words of a source that gives one count by one and another by somebody else ("four by the
    owners' count and nine by that of the crew"), if the sentence has one of them."""
    if not says_whose_count(source) or says_whose_count(asked):
        return None
    for one in asked.figures:
        same = [other for other in source.figures if agree(one, other)]
        others = [
            other
            for other in source.figures
            if other.unit == one.unit
            and not any(agree(each, other) for each in asked.figures)
            and (not other.measured or any(_same_measure(each, other) for each in same))
        ]
        if same and others:
            return others[0].citation.words
    return None


def agreeing(asked: Told, source: Told) -> tuple[str, ...]:
    """The ids of the figures of the source that bear out or contest a number of the sentence."""
    return tuple(
        other.id
        for other in source.figures
        if any(agree(one, other) and _same_measure(one, other) for one in asked.figures)
    )


def _are_of_others(one: Figure, other: Figure) -> bool:
    """Whether two counts are of things of two nations ("Kenyan", "Chad's")."""
    nations = [
        countries().get(figure.of or "") or demonyms().get(figure.of or "")
        for figure in (one, other)
    ]
    return all(nations) and len({nation.code for nation in nations if nation}) == 2


_MEASURES = frozenset("duration amount cost price number size length distance".split())
"""What a figure is said to measure where no word of the sentence says it."""

_DATED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b(?:, \d{4})?"
    r"|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
)
"""A day with its month, whose number counts nothing."""


def _is_written_in(figure: Figure, source: Told) -> bool:
    """Whether the words of the source hold the number with what it counts, though reading has no such figure."""
    words = figure.citation.words.lower()
    if not any(char.isdigit() for char in words) and f" {words} " in source.citation.words.lower():
        return True
    value = figure.high if figure.low is None else figure.low
    if value not in values_of(_DATED.sub(" ", source.citation.words)) or any(
        value in (other.low, other.high) and other.unit == figure.unit for other in source.figures
    ):
        return False
    if value >= TELLING and figure.unit is None:
        return True
    measured = (figure.measured or "").split()[-1:]
    counted = [word for word in measured if word not in _MEASURES]
    counted += [figure.unit] if figure.unit else []
    return all(
        word_kin(word.lower()) & source.spoken or (len(word) == 3 and word.isupper())
        for word in counted
    )


def _same_measure(one: Figure, other: Figure) -> bool:
    from_one, from_other = (
        {sense for word in (figure.measured or "").split() for sense in word_kin(word)}
        for figure in (one, other)
    )
    return bool(from_one & from_other) or (
        one.unit is not None and not (one.measured and other.measured)
    )
