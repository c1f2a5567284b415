"""Reports of one claim in whose midst two papers have the same words of their own.

Whoever hears a speech quotes the same words as the others; what stands around them every paper writes itself. A dozen words in a
row outside of quotation marks are in two papers because one has them from the other, or both from an agency: that is one
newsroom's reporting, though the rest of the texts may be so different that lineage ties nothing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

import msgspec

from ..model.claim import Report
from .evidence import Evidence
from .sentences import sentences_around
from .standing import UNKNOWN_NEWSROOM
from .words import FUNCTION_WORDS, words_of

SHARED_RUN = 12
"""Words in a row, outside of quotation marks. In the corroborated claims of the oil spill of timeline17 two papers that tell of one
remark have at most nine in common, two of which one has the other's text fourteen."""

LEAST_PLAIN = 4
"""Words among them that carry sense and no capital: a body's long name with its epithet is the same in every paper."""

_QUOTED = re.compile(r"[“\"][^”\"“]*[”\"]")

_Runs = frozenset[tuple[str, ...]]


def with_shared_words(reports: tuple[Report, ...], evidence: Evidence) -> tuple[Report, ...]:
    """The reports, those that share their own words with an earlier one of another newsroom as reporting of that newsroom,
    printed by their own."""
    if len({report.newsroom.id for report in reports} - {UNKNOWN_NEWSROOM.id}) < 2:
        return reports
    order = sorted(range(len(reports)), key=lambda n: (_came_out(reports[n], evidence), n))
    runs: dict[int, _Runs] = {}
    found = list(reports)
    for place, n in enumerate(order):
        runs[n] = _runs_around(reports[n], evidence)
        first = next((m for m in order[:place] if not runs[m].isdisjoint(runs[n])), None)
        if first is None or found[first].newsroom == reports[n].newsroom:
            continue
        found[n] = msgspec.structs.replace(
            reports[n],
            newsroom=found[first].newsroom,
            printed_by=reports[n].printed_by or reports[n].newsroom,
        )
    return tuple(found)


def _came_out(report: Report, evidence: Evidence) -> str:
    published = evidence.articles[report.article].published
    return published.earliest if published else "9999"


def _runs_around(report: Report, evidence: Evidence) -> _Runs:
    """All runs of words of the paper's own in a report's sentence and those before and after it."""
    if report.part != "text":
        return frozenset()
    text = sentences_around(evidence.reading_of[report.article], report.start, report.end)
    return frozenset(run for own in _QUOTED.split(text) for run in _runs(words_of(own)))


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The runs of words with enough plain ones among them, in lower case."""
    is_plain = (word.islower() and word not in FUNCTION_WORDS for word in words)
    plain_before = [0, *accumulate(is_plain)]
    lowered = tuple(word.lower() for word in words)
    for start in range(len(words) - SHARED_RUN + 1):
        if plain_before[start + SHARED_RUN] - plain_before[start] >= LEAST_PLAIN:
            yield lowered[start : start + SHARED_RUN]
