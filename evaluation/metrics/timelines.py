"""Scores of timelines: F1 of the dates, ROUGE-N aligned by date, F1 of the order of events.

A timeline is a mapping from an ISO day to its words. Words are compared in lower case without
punctuation and without stemming.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from .counts import Counts

Timeline = Mapping[str, str]


def grams(text: str, n: int) -> Counter[tuple[str, ...]]:
    """How often each run of `n` words stands in the text."""
    words = re.findall(r"\w+", text.lower())
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


def _aligned(one: Timeline, other: Timeline, n: int) -> float:
    """Matches of the n-grams of `one` with the day of `other` that is best for each day (many to
    one), weighed by nearness in time."""
    total = 0.0
    for day, words in one.items():
        mine = grams(words, n)
        ranked = []
        for other_day, other_words in other.items():
            nearness = 1 / (days_between(day, other_day) + 1)
            unigrams = rouge(other_words, words, 1)
            # F1 without its factor of two, which changes no ranking
            words_of_both = unigrams.gold + unigrams.found
            likeness = unigrams.right_gold / words_of_both if words_of_both else 0.0
            both = float((mine & grams(other_words, n)).total())
            ranked.append((-nearness * likeness, other_day, nearness * both))
        if ranked:
            total += min(ranked)[2]
    return total


def aligned_rouge(gold: Timeline, found: Timeline, n: int) -> Counts:
    """Alignment-based ROUGE (Martschat and Markert 2017, align+ with many to one): each day is
    compared with the day of the other side that has the greatest ROUGE-1 F1 divided by one plus the
    days between; its n-gram matches are divided by the same."""
    return Counts(
        _aligned(found, gold, n),
        float(sum(grams(words, n).total() for words in found.values())),
        _aligned(gold, found, n),
        float(sum(grams(words, n).total() for words in gold.values())),
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
