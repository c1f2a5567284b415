"""Scores of timelines: F1 of the dates, ROUGE-N aligned by date, F1 of the order of events.

A timeline is a mapping from an ISO day to its words. Words are compared in lower case without
punctuation: as they stand (`plain`), or as published figures have them, without common words and by
their Porter stems (`stems`: ROUGE-1.5.5 with -m -s).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import snowballstemmer

from .counts import Counts

Timeline = Mapping[str, str]
Words = Callable[[str], list[str]]
Grams = Counter[tuple[str, ...]]


def plain(text: str) -> list[str]:
    """All words, in lower case."""
    return re.findall(r"\w+", text.lower())


def stems(text: str) -> list[str]:
    """The Porter stems of the words that are not common (SMART's list, as in ROUGE-1.5.5)."""
    made: list[str] = _stemmer().stemWords([word for word in plain(text) if word not in _common()])
    return made


@cache
def _stemmer() -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer("porter")


@cache
def _common() -> frozenset[str]:
    listed = Path(__file__).with_name("smart_common_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in listed if line[:1] != "#" for word in line.split())


def grams(text: str, n: int, words_of: Words = plain) -> Grams:
    """How often each run of `n` words stands in the text."""
    words = words_of(text)
    return Counter(tuple(words[at : at + n]) for at in range(len(words) - n + 1))


def date_f1(gold: Iterable[str], found: Iterable[str]) -> Counts:
    """Days that both timelines have."""
    wanted, given = set(gold), set(found)
    right = float(len(wanted & given))
    return Counts(right, float(len(given)), right, float(len(wanted)))


def rouge(gold: str, found: str, n: int) -> Counts:
    """ROUGE-N: clipped n-gram matches over those of the found and of the gold text."""
    wanted, given = grams(gold, n), grams(found, n)
    both = float((wanted & given).total())
    return Counts(both, float(given.total()), both, float(wanted.total()))


def days_between(one: str, two: str) -> int:
    """Whole days between two ISO days."""
    return abs((date.fromisoformat(one) - date.fromisoformat(two)).days)


def likeness(one: Grams, other: Grams) -> float:
    """The F1 of two counts of n-grams."""
    both = (one & other).total()
    return 2 * both / (one.total() + other.total()) if both else 0.0


def _aligned(one: Timeline, other: Timeline, n: int, words_of: Words) -> float:
    """Matches of the n-grams of `one` with the day of `other` that costs least for each day (many to
    one; of equal ones the earliest), weighed by nearness in time."""
    singles = {day: grams(words, 1) for day, words in other.items()}
    total = 0.0
    for day, words in one.items():
        mine = grams(words, 1)
        ranked = []
        for other_day, theirs in singles.items():
            nearness = 1 / (days_between(day, other_day) + 1)
            ranked.append(((1 - nearness) * (1 - likeness(mine, theirs)), other_day, nearness))
        if ranked:
            _, other_day, nearness = min(ranked)
            both = grams(words, n, words_of) & grams(other[other_day], n, words_of)
            total += nearness * both.total()
    return total


def aligned_rouge(gold: Timeline, found: Timeline, n: int, words_of: Words = plain) -> Counts:
    """Alignment-based ROUGE (Martschat and Markert 2017, align+ with many to one): each day is
    compared with the day of the other side of least cost, which is one less nearness, 1 / (days between + 1),
    times one less the ROUGE-1 F1 of their plain words; its n-gram matches are multiplied by the nearness."""
    return Counts(
        _aligned(found, gold, n, words_of),
        float(sum(grams(words, n, words_of).total() for words in found.values())),
        _aligned(gold, found, n, words_of),
        float(sum(grams(words, n, words_of).total() for words in gold.values())),
    )


def order_f1(gold: Sequence[tuple[str, str]], found: Sequence[tuple[str, str]]) -> Counts:
    """Order of events: of all pairs of events (event, sortable time) on a timeline, those with the
    same relation (before, at the same time, after) on both."""
    wanted, given = _relations(gold), _relations(found)
    right = float(len(wanted & given))
    return Counts(right, float(len(given)), right, float(len(wanted)))


def _relations(timeline: Sequence[tuple[str, str]]) -> set[tuple[str, int, str]]:
    rows = sorted(timeline)
    return {
        (one, (first > second) - (first < second), two)
        for at, (one, first) in enumerate(rows)
        for two, second in rows[at + 1 :]
    }
