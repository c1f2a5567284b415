"""A statement with what is compared of it when two may report one remark."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import isclose

from ..model.statement import Statement
from .days import span_of_days
from .worded import content_words
from .words import content_stems, words_of

SHORTEST_RUN = 4
"""Quoted words in a row that both have if both quote one remark at some length."""

ROUNDED = 0.05
"""How far two numbers of one count lie apart: of 11,034 cases papers write "more than 11,000", of 485 "nearly 500"."""


@dataclass(frozen=True)
class Said:
    """A statement with what is compared. What few comparisons come to is worked out when it is asked for: all of it,
    of all statements of a large story, would be more than all its readings."""

    article: str
    statement: Statement
    stems: frozenset[str]
    days: tuple[date, date] | None
    quoted: tuple[str, ...]
    printed: date | None
    """The last day on which its article can have come out."""

    @cached_property
    def plain(self) -> frozenset[str]:
        """The stems of words without a capital."""
        words = words_of(content_words(self.statement))
        return content_stems(" ".join(word for word in words if word.islower()))

    @cached_property
    def first_day(self) -> date | None:
        """The first of the days on which the article says that it was said; None for a day behind that of print, which is that of
        what it tells."""
        told = span_of_days(self.statement.said.value) if self.statement.said else None
        if told is None or (self.printed is not None and told[0] > self.printed):
            return None
        return told[0]

    @cached_property
    def numbers(self) -> frozenset[float]:
        """The numbers among its words that are written in digits."""
        found = _NUMBER.findall(content_words(self.statement))
        return frozenset(float(number.replace(",", "")) for number in found)

    @cached_property
    def denies(self) -> bool:
        """Whether its words say that something is not so: "has no plan to open it" is not "might open it"."""
        return bool(_NOT.search(content_words(self.statement)))

    @cached_property
    def _runs(self) -> dict[int, frozenset[tuple[str, ...]]]:
        return {}

    def _runs_of(self, length: int) -> frozenset[tuple[str, ...]]:
        """All runs of so many words that were quoted."""
        found = self._runs.get(length)
        if found is None:
            runs = zip(*(self.quoted[n:] for n in range(length)), strict=False)
            found = self._runs[length] = frozenset(runs)
        return found

    @cached_property
    def near_days(self) -> tuple[date, date] | None:
        """The days, one less where they are only those of print: a remark that nothing but its sense makes another's."""
        if self.days is None or (self.statement.said is not None and self.statement.said.value):
            return self.days
        return self.days[0] + timedelta(days=1), self.days[1]

    def has_run_of(self, other: "Said", length: int) -> bool:
        """Whether so many quoted words in a row are the same in both."""
        if min(len(self.quoted), len(other.quoted)) < length:
            return False
        return not self._runs_of(length).isdisjoint(other._runs_of(length))

    def came_before(self, other: "Said") -> bool:
        """Whether it was in print before the day on which the other is told to have been said; a day more for the hours between
        two places."""
        if self.printed is None or other.first_day is None:
            return False
        return self.printed + timedelta(days=1) < other.first_day

    def counts_otherwise(self, other: "Said") -> bool:
        """Whether each has a number that the other lacks, not even rounded, and they share no quoted words: the counts of two
        days."""
        if not self.numbers or not other.numbers or self.has_run_of(other, SHORTEST_RUN):
            return False
        return self._lacks_a_number_of(other) and other._lacks_a_number_of(self)

    def _lacks_a_number_of(self, other: "Said") -> bool:
        return any(
            not any(isclose(number, own, rel_tol=ROUNDED) for own in self.numbers)
            for number in other.numbers
        )


_NUMBER = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?!\w)")
"""A number in digits: no part of a name ("H1N1") and no ordinal."""

_NOT = re.compile(
    r"\b(?:no|not|never|neither|nor|none|nothing|nobody|without|cannot)\b|n['’]t\b", re.IGNORECASE
)
