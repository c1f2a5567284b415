"""Which place each name means: what stands beside it, what else the article names, and how large it is.

Each name has one meaning in an article. Scores are in powers of ten; the weights were swept on the two
development sets (see evaluation/sets/lgl.py and geovirus.py), one half of the articles for choosing and the
other half for checking.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...lexicon import gazetteer
from ...lexicon.gazetteer import Entry
from .layout import Run

CANDIDATES = 30
ROUNDS = 3
NEIGHBOURS = 3
"""So many names before and after are taken as close in the text."""

WEIGHTS: dict[str, float] = {
    "people": 1.0,
    "country": 4.0,
    "continent": 17.5,
    "region": 2.0,
    "district": -0.7,
    "town": -0.2,
    "water": 14.0,
    "mountains": 3.0,
    "island": 4.25,
    "by hand": 8.75,
    "other name": -2.8,
    "capital": 1.8,
    "in the news": 1.5,
    "town of division": 1.3,
    "within": 4.5,
    "contains": 13.0,
    "same country": 0.7,
    "country named": 0.0,
    "same division": 0.6,
    "near": 1.6,
    "close same country": 1.1,
    "close country named": 1.0,
    "close same division": 1.0,
    "close near": 0.0,
}
_SHARE = 0.2
"""A division yields its name to a town in it with this share of its people or more."""


def prior(entry: Entry) -> float:
    """How likely a name means this place when nothing else is known."""
    score = WEIGHTS["people"] * math.log10(entry.people + 10) + WEIGHTS[entry.kind]
    if entry.by_hand and entry.kind == "region":
        score += WEIGHTS["by hand"]
    if not entry.first:
        score += WEIGHTS["other name"]
    if entry.kind == "town" and is_capital(entry):
        score += WEIGHTS["capital"]
    elif gazetteer.is_in_the_news(entry.geonameid):
        score += WEIGHTS["in the news"]
    return score


def is_capital(entry: Entry) -> bool:
    """Whether a town is the capital of its country."""
    return entry.geonameid in gazetteer.capitals()


def priors(entries: Sequence[Entry]) -> list[float]:
    """The prior of each. A division that is called after a large town in it yields to the town; a town with
    the name of its country yields to the country."""
    scores = [prior(entry) for entry in entries]
    for place, entry in enumerate(entries):
        if entry.by_hand or entry.kind not in {"region", "district", "country"}:
            continue
        for rival, other in enumerate(entries):
            if other.kind != "town" or other.country != entry.country:
                continue
            share = _SHARE if entry.first else _SHARE / 20  # "Kherson" for "Kherson Oblast"
            if entry.kind == "country":
                scores[rival] = min(scores[rival], scores[place] - 3)
            elif is_capital(other) and other.first and entry.kind == "region":
                scores[place] = min(scores[place], scores[rival] - 1)  # "Washington"
            elif other.division == entry.division and other.people > entry.people * share:
                scores[place] = min(scores[place], scores[rival] - WEIGHTS["town of division"])
    return scores


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether one place lies in the other, as far as the tables tell."""
    if outer.country != inner.country or outer.country is None:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if outer.division != inner.division or inner.geonameid == outer.geonameid:
        return False
    if outer.kind == "region":
        return True
    return outer.kind == "district" and inner.kind == "town" and distance(outer, inner) < 80


def distance(a: Entry, b: Entry) -> float:
    """Kilometres between two places on a globe of 6371 km."""
    la, lb = math.radians(a.lat), math.radians(b.lat)
    x = math.sin((lb - la) / 2) ** 2
    x += math.cos(la) * math.cos(lb) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(x)))


Cell = tuple[int, int]


@dataclass
class Name:
    """One name of an article: what it may mean, and how likely each meaning is for now."""

    entries: list[Entry]
    scores: list[float]
    cells: list[Cell]
    beliefs: list[float] = field(default_factory=list)
    beside: dict[str, int] = field(default_factory=dict)
    aside: bool = True


class Ground:
    """How much of an article's names lies in each country, division and square of one degree; countries that
    are named themselves count apart, since all the world is named beside "the U.S."."""

    def __init__(self) -> None:
        self.named: dict[str, float] = defaultdict(float)
        self.countries: dict[str, float] = defaultdict(float)
        self.divisions: dict[tuple[str | None, str | None], float] = defaultdict(float)
        self.cells: dict[Cell, float] = defaultdict(float)

    def add(self, name: Name, share: float = 1.0) -> None:
        """Adds (or with a negative share takes away) what a name says."""
        if name.aside:
            return
        for entry, cell, belief in zip(name.entries, name.cells, name.beliefs, strict=True):
            if belief >= 0.01 and entry.country:
                belief *= share
                if entry.kind == "country":
                    self.named[entry.country] += belief
                    continue
                self.countries[entry.country] += belief
                if entry.division:
                    self.divisions[entry.country, entry.division] += belief
                if entry.kind in {"town", "district"} or entry.by_hand:
                    self.cells[cell] += belief

    def support(self, entry: Entry, cell: Cell, prefix: str = "") -> float:
        """What the ground adds to the score of a meaning."""
        if not entry.country:
            return 0.0
        total = WEIGHTS[prefix + "same country"] * bits(self.countries.get(entry.country, 0.0))
        named = self.named.get(entry.country)
        if named:
            total += WEIGHTS[prefix + "country named"] * bits(named)
        share = self.divisions.get((entry.country, entry.division)) if entry.division else None
        if share:
            total += WEIGHTS[prefix + "same division"] * bits(share)
        near = WEIGHTS[prefix + "near"]
        if near and self.cells and entry.kind in {"town", "district"}:
            row, column = cell
            close = 0.0
            for up in (row - 1, row, row + 1):
                for side in (column - 1, column, column + 1):
                    close += self.cells.get((up, side), 0.0)
            total += near * bits(close)
        return total


def bits(amount: float) -> float:
    """The amount with diminishing weight; none for what is left of rounding."""
    return math.log2(1 + amount) if amount > 1e-9 else 0.0


def resolve(runs: Sequence[Run]) -> list[Entry | None]:
    """For each run the place that it means; None when the tables have none."""
    keys = [gazetteer.fold(run.words) if run.label != "STATE" else run.words for run in runs]
    names: dict[str, Name] = {}
    for run, key in zip(runs, keys, strict=True):
        if key not in names:
            scored = sorted(
                zip(priors(run.entries), run.entries, strict=True), key=lambda pair: -pair[0]
            )[:CANDIDATES]
            entries = [entry for _, entry in scored]
            cells = [(math.floor(entry.lat), math.floor(entry.lon)) for entry in entries]
            names[key] = Name(entries, [score for score, _ in scored], cells)
        names[key].aside &= run.aside
    _score_ties(runs, keys, names)
    for place, key in enumerate(keys):
        beside = names[key].beside
        for other in keys[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]:
            if other != key:
                beside[other] = beside.get(other, 0) + 1
    for name in names.values():
        name.beliefs = shares(name.scores)
    for _ in range(ROUNDS):
        _think_again(names)
    best = {
        key: max(zip(name.beliefs, name.entries, strict=True), key=lambda pair: pair[0])[1]
        if name.entries
        else None
        for key, name in names.items()
    }
    return [best[key] for key in keys]


def _score_ties(runs: Sequence[Run], keys: Sequence[str], names: dict[str, Name]) -> None:
    """Adds what names that stand as "Paris, Texas" say of each other."""
    places = {id(run): key for run, key in zip(runs, keys, strict=True)}
    done = set()
    for run, key in zip(runs, keys, strict=True):
        outer_key = places.get(id(run.within)) if run.within else None
        if outer_key is None or outer_key == key or (key, outer_key) in done:
            continue
        done.add((key, outer_key))
        inner, outer = names[key], names[outer_key]
        held = set()
        for place, entry in enumerate(inner.entries):
            holders = [at for at, other in enumerate(outer.entries) if contains(other, entry)]
            if holders:
                inner.scores[place] += WEIGHTS["within"]
                held.update(holders)
        for at in sorted(held):
            outer.scores[at] += WEIGHTS["contains"]


def _think_again(names: dict[str, Name]) -> None:
    """Weighs all meanings by what the other names of the article mean."""
    ground = Ground()
    for name in names.values():
        ground.add(name)
    fresh: dict[str, list[float]] = {}
    for key, name in names.items():
        if len(name.entries) < 2:
            fresh[key] = name.beliefs
            continue
        ground.add(name, -1.0)
        close = Ground()
        for other, times in name.beside.items():
            close.add(names[other], min(times, 2) / 2)
        fresh[key] = shares(
            [
                score + ground.support(entry, cell) + close.support(entry, cell, "close ")
                for score, entry, cell in zip(name.scores, name.entries, name.cells, strict=True)
            ]
        )
        ground.add(name)
    for key, name in names.items():
        name.beliefs = fresh[key]


def shares(scores: Sequence[float]) -> list[float]:
    """Scores in powers of ten as shares that add up to 1."""
    if not scores:
        return []
    top = max(scores)
    powers = [10.0 ** (score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
