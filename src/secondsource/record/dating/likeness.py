"""When an article came out, by its likeness to the dated articles of a large story.

For articles that neither their page nor shared tellings date. Three things are told together, each as
a log ratio for every day of the story: on which days the articles came out that have most words, word
pairs and words beside expressions of time in common with it (rare ones weigh more; of articles that tell the
same, each counts less), which days it names, and which weekdays. What comes back is the likeliest day with the shortest stretch of days
that holds it in 95 of 100 cases.

The weights were found by likelihood on timeline17 (2,286 dated articles of four stories), whose
`timeline17_dates` in `evaluation` measures what they give; with one story left out the others gave it
the same within two points a figure. Words beside expressions of time (`told_when.py`) and days that many name were
chosen on two thirds of its articles. What was tried there and added next to nothing: rates of each word by day
(naive Bayes), words that are used on no earlier or no later day, weights by how close in time a word's
uses lie, pairs of words within six of one sentence (a third of a point, at three times the cost), months and years named, "N days after" held against the days that others count from,
and the first lines weighed apart (half a point at most).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ...lexicon.calendar import MONTHS, WEEKDAYS
from ...lexicon.stems import stem
from ...model.text import Citation
from .told_when import told_when

Days = NDArray[np.float64]
MonthDay = tuple[int, int]
FEWEST_DATED = 30
"""With fewer dated articles the days of a story are told too thinly."""
SHOWN = 40
"""Of so many articles that count most it is told how many are of the day that is found."""
MOST_ALIKE = 150
"""Twice as many add a third of a point, at four times the cost."""
HOLDS, HOLDS_THIN = 0.88, 0.95
"""Sum of the shares of the days that are stated: that of a story with a dated article at least every second
day, and that of a thinner one. With these the right day lies among them in 95 of 100 cases."""
LONGEST_STRETCH = 366
"""Days; a longer stretch says nothing, and the date stays unknown, unless one week stands out."""
LIKELY_WEEK = 0.3
"""Share of the week before and after a day from which it stands out of a longer stretch."""

_EDGE = 10
"""Days before the first and after the last dated article that are looked at."""
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_COMMONEST = 0.1
_RARITY = 1.5
_NOISE = 0.3
"""What is taken for chance in the likeness of two articles; swept 0.3 to 2, flat up to 1."""
_NEAR, _FAR, _FAR_SHARE = 1.5, 10.0, 0.3
"""A vote spreads over days by two exponentials: most reports follow within days, some weeks after."""
_PRIOR_WIDTH = 7.0
_ELSEWHERE = 0.1
"""Weight of the even spread over all days against all votes."""
_WEEK = 2.0
"""Weight of the week around a day against the day itself and it with its neighbours, when one day is chosen;
swept 0 to 100: more brings the day within a week more often and within a day less often."""
_OFTEN = 0.04
"""Share of a story's articles from which on the day that they name is that of what the story is about, and says
nothing of when one of them came out; tried none, 2 and 4 % on two thirds of timeline17."""
_HEAD = 300
"""Code points in which a day without year is mostly that of a caption or dateline."""

_VOTES, _PRIOR, _FIRST_WEEKDAY, _OTHER_WEEKDAYS = 2.63, 1.54, 0.39, 0.565
_NAMED = {"head": 0.655, "body": 0.17, "full": 0.61, "clock": 0.72}
_OFFSETS = (
    (-60, -31), (-30, -15), (-14, -8), (-7, -4), (-3, -3), (-2, -2), (-1, -1), (0, 0), (1, 1), (2, 2),
    (3, 3), (4, 7), (8, 14), (15, 30),
)  # fmt: skip
"""Days from publication to the day named: first and last of each class of `_RATIOS`."""
_RATIOS = {
    "head": (0.24, 0.91, 0.51, 0.31, 0.84, 2.31, 3.04, 4.79, 0.84, 0.84, 0.84, 0.31, 0, 0),
    "body": (0.40, 0.76, 1.21, 1.21, 1.21, 1.35, 1.42, 1.39, 0.88, 0.42, 0.42, 0.48, 0.45, 0),
    "full": (0, 0.13, 0.85, 0.85, 1.86, 2.43, 3.68, 5.09, 4.04, 2.72, 2.59, 2.01, 1.24, 0),
    "clock": (0, 0.36, 0.36, 2.53, 3.41, 3.41, 3.41, 9.43, 5.25, 4.71, 4.71, 2.87, 0.36, 0),
}
"""Log ratio of naming a day so far from publication to naming any other day, counted on timeline17."""
_FIRST = (1.30, 0.45, -0.73, -1.13, -1.26, -1.41, -0.86)
"""Log ratio of the weekday named first lying so many days before publication."""
_OTHERS = (0.36, 0.32, 0.14, 0.09, 0.08, 0.09, 0.13)
"""Share of articles that name, after their first, a weekday so many days before publication."""

_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_MONTH = "(?P<month>" + "|".join(f"{name}|{name[:3]}" for name in MONTHS) + r"|sept)\.?"
_YEAR = r"(?:,?\s(?P<year>(?:19|20)\d\d)\b)?"
_NAMED_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:\d){_YEAR}",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b{_YEAR}",
    )
)
_CLOCK = re.compile(r"\W{0,5}(?:at )?(?:\w+ at )?\d{1,2}[:.]\d\d")


@dataclass(frozen=True)
class Likely:
    """`day` is the one that lies likeliest within a day of the right one, or else within a week; `first` to
    `last` hold the right one in 95 of 100 cases. `near` counts, among the `SHOWN` that count most, those
    of within three days of `day`; `citations` are the days that the article names near it."""

    day: date
    first: date
    last: date
    near: int
    citations: tuple[Citation, ...]


class Wordings:
    """The words and word pairs of the articles of a story, and what they tell beside expressions of time, weighted
    by how rare they are. `times` off leaves the last out, for the likeness of mere wording."""

    def __init__(self, texts: Sequence[str], times: bool = True) -> None:
        numbers: dict[str | tuple[int, int] | tuple[str, str], int] = {}
        rows: list[tuple[NDArray[np.int64], NDArray[np.float64]]] = []
        for text in texts:
            words = [
                numbers.setdefault(stem(word.lower()), len(numbers)) for word in _WORD.findall(text)
            ]
            pairs = [numbers.setdefault(pair, len(numbers)) for pair in pairwise(words)]
            told = (
                [numbers.setdefault(pair, len(numbers)) for pair in told_when(text)]
                if times
                else []
            )
            every = np.array(words + pairs + told, dtype=np.int64)
            found, counts = np.unique(every, return_counts=True)
            rows.append((found, 1 + np.log(counts)))
        size = max(len(numbers), 1)
        spread = np.zeros(size)
        for found, _ in rows:
            spread[found] += 1
        useful = (spread >= 2) & (spread <= _COMMONEST * len(texts))
        rarity: Days = np.where(useful, np.log(len(texts) / np.maximum(spread, 1)) ** _RARITY, 0.0)
        kept = [(found[useful[found]], counts[useful[found]]) for found, counts in rows]
        self._size = size
        self.often_named = _often_named(texts)
        self._numbers = [found for found, _ in kept]
        self._weights: list[Days] = []
        for found, frequency in kept:
            weights: Days = frequency * rarity[found]
            length = float(np.sqrt((weights * weights).sum()))
            self._weights.append(weights / length if length else weights)
        self._ends = np.cumsum([0, *(len(found) for found in self._numbers)])
        self._flat_numbers = np.concatenate(self._numbers) if kept else np.zeros(0, np.int64)
        self._flat_weights = np.concatenate(self._weights) if kept else np.zeros(0)

    def likeness(self, number: int) -> Days:
        """Cosine (0 to 1) of each article to the article of that number; 0 to itself."""
        dense = np.zeros(self._size)
        dense[self._numbers[number]] = self._weights[number]
        sums = np.concatenate([[0.0], np.cumsum(self._flat_weights * dense[self._flat_numbers])])
        alike: Days = sums[self._ends[1:]] - sums[self._ends[:-1]]
        alike[number] = 0.0
        return alike

    def weights(self, number: int, among: Iterable[int]) -> Days:
        """How much each article of `among` tells of the day of the article of that number: 0 for those
        that are not of the `MOST_ALIKE`. These are the weights of a Gaussian process whose covariance is
        likeness (kriging): what several articles tell alike counts about once, and a weight may be
        below 0."""
        alike = self.likeness(number)
        found = np.zeros(len(alike))
        numbers = np.array(sorted(among), dtype=np.int64)
        chosen = numbers[np.argsort(-alike[numbers], kind="stable")[:MOST_ALIKE]]
        if len(chosen):
            mixed = self._between(chosen) + _NOISE * np.eye(len(chosen))
            # Rounded, since the last digits depend on how many threads the sums are spread over.
            found[chosen] = np.round(np.linalg.solve(mixed, alike[chosen]), 9)
        return found

    def _between(self, chosen: NDArray[np.int64]) -> Days:
        """Cosine of each two of these articles; 1 of each with itself."""
        held = np.concatenate([self._numbers[n] for n in chosen])
        rows = np.repeat(np.arange(len(chosen)), [len(self._numbers[n]) for n in chosen])
        values = np.concatenate([self._weights[n] for n in chosen])
        _, places, counts = np.unique(held, return_inverse=True, return_counts=True)
        shared = counts >= 2
        columns = np.cumsum(shared) - 1
        kept = shared[places]
        dense = np.zeros((len(chosen), int(shared.sum())))
        dense[rows[kept], columns[places[kept]]] = values[kept]
        alike: Days = dense @ dense.T
        np.fill_diagonal(alike, 1.0)
        return alike


def likely_day(
    text: str,
    weights: Days,
    dates: Mapping[int, date],
    allowed: frozenset[date] = frozenset(),
    often_named: frozenset[MonthDay] = frozenset(),
) -> Likely | None:
    """When the article came out, from its text, what each article of the story tells of its day
    (`Wordings.weights`), and the dates of those that are dated (by their number). `allowed`: days to
    which other evidence confines it, empty for any. `often_named` days are no evidence. None where too few are dated or the days cannot be
    narrowed down."""
    if len(dates) < FEWEST_DATED:
        return None
    numbers = np.array(sorted(dates), dtype=np.int64)
    days = np.array([dates[number].toordinal() for number in sorted(dates)], dtype=np.int64)
    start = int(days.min()) - _EDGE
    size = int(days.max()) + _EDGE + 1 - start
    order = np.argsort(-weights[numbers], kind="stable")[:SHOWN]
    counts = np.bincount(days - start, minlength=size) / len(days)
    told = np.bincount(days - start, weights[numbers], minlength=size)
    usual = _spread(counts, _NEAR, _FAR)
    votes = np.maximum(_spread(counts + told - told.sum() * counts, _NEAR, _FAR), 0)
    prior = _spread(counts, _PRIOR_WIDTH)
    named, citations = _days_named(text, start, size, often_named)
    ratios = (
        _VOTES * np.log((votes + _ELSEWHERE / size) / (usual + _ELSEWHERE / size))
        + _PRIOR * np.log(prior / prior.sum() + 1e-3 / size)
        + named
        + _weekdays_named(text, start, size)
    )
    inside = np.array([date.fromordinal(start + n) in allowed for n in range(size)])
    if inside.any():
        ratios = np.where(inside, ratios, -np.inf)
    shares = np.exp(ratios - ratios.max())
    shares /= shares.sum()
    week = _around(shares, 7)
    best = int(np.where(shares > 0, shares + _around(shares, 1) + _WEEK * week, 0).argmax())
    first, last = _stretch(shares, HOLDS if len(days) * 2 >= size else HOLDS_THIN)
    if last - first >= LONGEST_STRETCH and week[best] < LIKELY_WEEK:
        return None
    first, last = min(first, best), max(last, best)
    return Likely(
        day=date.fromordinal(start + best),
        first=date.fromordinal(start + first),
        last=date.fromordinal(start + last),
        near=int((np.abs(days[order] - start - best) <= 3).sum()),
        citations=tuple(cited for cited, day in citations if abs(day - start - best) <= 1)[:4],
    )


def _spread(counts: Days, width: float, far: float = 0.0) -> Days:
    offsets: Days = np.abs(np.arange(-60.0, 61.0))
    kernel: Days = np.exp(-offsets / width)
    kernel /= kernel.sum()
    if far:
        wide = np.exp(-offsets / far) * (offsets <= 40)
        kernel = (1 - _FAR_SHARE) * kernel + _FAR_SHARE * wide / wide.sum()
    spread: Days = np.convolve(counts, kernel)[60 : 60 + len(counts)]
    return spread


def _days_named(
    text: str, start: int, size: int, often_named: frozenset[MonthDay]
) -> tuple[Days, list[tuple[Citation, int]]]:
    """What the days named in the text say of each day, and where those days stand."""
    first_year = date.fromordinal(start).year
    last_year = date.fromordinal(start + size).year
    sums = np.zeros(size)
    clocks = np.zeros(size)
    seen: set[tuple[str, int]] = set()
    citations: list[tuple[Citation, int]] = []
    for found in _day_names(text):
        years: Iterable[int] = range(first_year, last_year + 1)
        kind = "head" if found.start() < _HEAD else "body"
        if found["year"]:
            kind = "clock" if _CLOCK.match(text, found.end()) else "full"
            years = [int(found["year"])]
        elif _month_day(found) in often_named:
            continue
        for year in years:
            try:
                day = date(year, *_month_day(found)).toordinal()
            except ValueError:  # 29 February, or no day of a month
                continue
            if (kind, day) in seen:
                continue
            seen.add((kind, day))
            line = np.zeros(size)
            for (low, high), ratio in zip(_OFFSETS, _RATIOS[kind], strict=True):
                line[max(day - high - start, 0) : max(day - low - start + 1, 0)] = ratio
            if kind == "clock":
                clocks = np.maximum(clocks, line)
            else:
                sums += _NAMED[kind] * line
            if kind != "body" and 0 <= day - start < size:
                citation = Citation(start=found.start(), end=found.end(), words=found[0])
                citations.append((citation, day))
    return sums + _NAMED["clock"] * clocks, citations


def _month_day(found: re.Match[str]) -> MonthDay:
    return [name[:3] for name in MONTHS].index(found["month"][:3].lower()) + 1, int(found["day"])


def _often_named(texts: Sequence[str]) -> frozenset[MonthDay]:
    """The days that many of the texts name."""
    counts = Counter(day for text in texts for day in set(map(_month_day, _day_names(text))))
    return frozenset(day for day, count in counts.items() if count >= _OFTEN * len(texts))


def _day_names(text: str) -> list[re.Match[str]]:
    found = [match for pattern in _NAMED_DAYS for match in pattern.finditer(text)]
    return sorted(found, key=lambda match: match.start())


def _weekdays_named(text: str, start: int, size: int) -> Days:
    """What the weekdays named in the text say of each day."""
    named = [WEEKDAYS.index(match[1].lower()) for match in _WEEKDAY.finditer(text)]
    if not named:
        return np.zeros(size)
    others = set(named[1:])
    of_weekday = np.zeros(7)
    for weekday in range(7):
        of_weekday[weekday] = _FIRST_WEEKDAY * _FIRST[(weekday - named[0]) % 7]
        for other in range(7):
            share = _OTHERS[(weekday - other) % 7]
            of_weekday[weekday] += _OTHER_WEEKDAYS * np.log(share if other in others else 1 - share)
    weekdays = [date.fromordinal(start + n).weekday() for n in range(7)]
    return np.resize(of_weekday[weekdays], size)


def _around(shares: Days, reach: int) -> Days:
    """Sum of the shares of the days up to so many days before and after each day."""
    sums = np.concatenate([[0.0], np.cumsum(np.pad(shares, reach))])
    found: Days = sums[2 * reach + 1 :] - sums[: -2 * reach - 1]
    return found


def _stretch(shares: Days, holds: float) -> tuple[int, int]:
    """The first and last of the likeliest days that make up so much together."""
    order = np.argsort(-shares, kind="stable")
    count = int(np.searchsorted(np.cumsum(shares[order]), holds)) + 1
    chosen = order[:count]
    return int(chosen.min()), int(chosen.max())
