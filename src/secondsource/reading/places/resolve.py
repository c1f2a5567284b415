"""Which place each name means: what stands beside it, what else the article names, and how large it is."""

import math
from collections import defaultdict
from collections.abc import Sequence

from ...lexicon import gazetteer
from ...lexicon.gazetteer import Entry
from .spans import Run

CANDIDATES = 30
ROUNDS = 3
_KIND_BONUS = {
    "country": 4.0,
    "continent": 7.0,
    "region": 1.5,
    "water": 6.0,
    "mountains": 5.0,
    "island": 5.0,
    "town": 0.0,
    "district": -0.5,
}
_AREA_BONUS = 5.0
"""For regions written by hand, which have no count of people."""
_OTHER_NAME = -1.2
_WELL_KNOWN = 100_000
_CAPITAL = 3.0
_CAPITAL_FROM = 1_000
_SHARE = 0.2
_WITHIN = 12.0
_SAME_DIVISION = 1.2
_SAME_COUNTRY = 0.5
_CLOSE = 1.6


def prior(entry: Entry) -> float:
    """How likely a name means this place when nothing else is known, in powers of ten."""
    score = math.log10(entry.people + 10) + _KIND_BONUS[entry.kind]
    if entry.by_hand and entry.kind == "region":
        score += _AREA_BONUS
    if not entry.first:
        score += _OTHER_NAME if entry.people < _WELL_KNOWN else _OTHER_NAME / 4
    if entry.kind == "town" and entry.people > _CAPITAL_FROM and is_capital(entry):
        score += _CAPITAL
    return score


def is_capital(entry: Entry) -> bool:
    """Whether a town is the capital of its country."""
    return f"{gazetteer.fold(entry.name)} {entry.country}" in gazetteer.capitals()


def priors(entries: Sequence[Entry]) -> list[float]:
    """The prior of each; a division that is called after a large town in it yields to the town."""
    scores = [prior(entry) for entry in entries]
    for place, entry in enumerate(entries):
        if entry.by_hand or entry.kind not in {"region", "district"}:
            continue
        for other in entries:
            same = (other.country, other.division) == (entry.country, entry.division)
            if same and other.kind == "town" and other.people > entry.people * _SHARE:
                scores[place] = min(scores[place], prior(other) - 1.5)
    return scores


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether one place lies in the other, as far as the tables tell."""
    if outer.kind == "country":
        return outer.country == inner.country and inner.kind != "country"
    if outer.kind == "region" and outer.division:
        return (
            outer.country == inner.country
            and outer.division == inner.division
            and inner.geonameid != outer.geonameid
        )
    if outer.kind == "district":
        return (
            outer.country == inner.country
            and outer.division == inner.division
            and inner.kind == "town"
            and distance(outer, inner) < 80
        )
    return False


def distance(a: Entry, b: Entry) -> float:
    """Kilometres between two places on a globe of 6371 km."""
    la, lb = math.radians(a.lat), math.radians(b.lat)
    x = math.sin((lb - la) / 2) ** 2
    x += math.cos(la) * math.cos(lb) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(x)))


def resolve(runs: Sequence[Run]) -> list[Entry | None]:
    """For each run the place that it means; None when the tables have none."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, run in enumerate(runs):
        groups[run.words].append(index)
    keys = list(groups)
    options = {
        key: sorted(runs[groups[key][0]].entries, key=prior, reverse=True)[:CANDIDATES]
        for key in keys
    }
    base: dict[str, list[float]] = {}
    for key in keys:
        scores = priors(options[key])
        for index in groups[key]:
            outer = runs[index].within
            if outer is None or outer.words == key:
                continue
            for place, entry in enumerate(options[key]):
                if any(contains(other, entry) for other in options.get(outer.words, outer.entries)):
                    scores[place] += _WITHIN
        base[key] = scores
    for run in runs:
        outer = run.within
        if outer is None or outer.words not in options:
            continue
        inner = options[run.words]
        for place, entry in enumerate(options[outer.words]):
            if any(contains(entry, other) for other in inner):
                base[outer.words][place] += 2.0
    beliefs = {key: softmax(base[key]) for key in keys}
    for _ in range(ROUNDS):
        divisions: dict[tuple[str | None, str | None], float] = defaultdict(float)
        lands: dict[str | None, float] = defaultdict(float)
        cells: dict[tuple[int, int], float] = defaultdict(float)
        for key in keys:
            for entry, belief in zip(options[key], beliefs[key], strict=True):
                if belief < 0.01:
                    continue
                lands[entry.country] += belief
                divisions[entry.country, entry.division] += belief
                cells[cell(entry)] += belief
        fresh = {}
        for key in keys:
            own_lands: dict[str | None, float] = defaultdict(float)
            own_divisions: dict[tuple[str | None, str | None], float] = defaultdict(float)
            own_cells: dict[tuple[int, int], float] = defaultdict(float)
            for entry, belief in zip(options[key], beliefs[key], strict=True):
                if belief < 0.01:
                    continue
                own_lands[entry.country] += belief
                own_divisions[entry.country, entry.division] += belief
                own_cells[cell(entry)] += belief
            scores = []
            for entry, score in zip(options[key], base[key], strict=True):
                if entry.country:
                    land = lands[entry.country] - own_lands[entry.country]
                    score += _SAME_COUNTRY * math.log2(1 + max(0.0, land))
                if entry.division:
                    where = (entry.country, entry.division)
                    score += _SAME_DIVISION * math.log2(
                        1 + max(0.0, divisions[where] - own_divisions[where])
                    )
                if entry.kind in {"town", "district"}:
                    near = 0.0
                    row, column = cell(entry)
                    for up in (-1, 0, 1):
                        for side in (-1, 0, 1):
                            at = (row + up, column + side)
                            near += cells.get(at, 0.0) - own_cells.get(at, 0.0)
                    score += _CLOSE * math.log2(1 + max(0.0, near))
                scores.append(score)
            fresh[key] = softmax(scores)
        beliefs = fresh
    best: dict[str, Entry | None] = {}
    for key in keys:
        ranked = sorted(zip(beliefs[key], options[key], strict=True), key=lambda pair: -pair[0])
        best[key] = ranked[0][1] if ranked else None
    return [best[run.words] for run in runs]


def cell(entry: Entry) -> tuple[int, int]:
    """The square of one degree in which a place lies."""
    return math.floor(entry.lat), math.floor(entry.lon)


def softmax(scores: Sequence[float]) -> list[float]:
    """Scores in powers of ten as shares that add up to 1."""
    if not scores:
        return []
    top = max(scores)
    powers = [10 ** (score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
