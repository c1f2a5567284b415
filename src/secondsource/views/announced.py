"""What articles announce for a day that is no deed of the sixteen types: one matter, all sentences that announce it."""

import re
from collections.abc import Container, Iterator

from ..lexicon.stems import stem
from ..model.record import Record
from ..model.text import Citation

_ALIKE = 0.4
"""Of the shorter sentence's words, how many stand in the other one when both announce one matter of one day."""
_COMMON = frozenset(
    map(
        stem,
        "will would said says told that this with from have been were which their they after about into".split(),
    )
)


def announced_matters(
    record: Record, known: Container[str], taken: tuple[tuple[str, Citation], ...]
) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    """Day (EDTF) and sentences of each matter that an article of `known` (ids) announces, the shortest sentence first. `taken`
    are the days and sentences of what stands on the agenda already: neither they nor others like them on their day."""
    on_day: dict[str, list[tuple[frozenset[str], list[Citation]]]] = {}
    spoken_for = {(cited.article, cited.start) for _, cited in taken}
    held: dict[str, list[frozenset[str]]] = {}
    for when, cited in taken:
        held.setdefault(when, []).append(_content(cited.words))
    rows = (row for row in record.articles if row.status == "read" and row.id in known)
    for row in rows:
        for each in row.announced:
            words = _content(each.sentence.words)
            here = (each.sentence.article, each.sentence.start)
            if here in spoken_for or any(_alike(words, one) for one in held.get(each.when, ())):
                continue
            matters = on_day.setdefault(each.when, [])
            same = next((sentences for one, sentences in matters if _alike(words, one)), None)
            if same is None:
                matters.append((words, [each.sentence]))
            else:
                same.append(each.sentence)
    for when, matters in on_day.items():
        for _, sentences in matters:
            ordered = sorted(
                sentences, key=lambda cited: (len(cited.words), cited.article, cited.start)
            )
            yield when, tuple(ordered)


def _content(words: str) -> frozenset[str]:
    return frozenset(map(stem, re.findall(r"[^\W\d_]{4,}", words))) - _COMMON


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * max(1, min(len(one), len(other)))
