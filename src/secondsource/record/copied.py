"""Mentions of events in sentences that were taken over from another report: they tell of the events of the original's sentence,
in whatever words."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from ..model.event import REAL
from ..model.lineage import PassageSpan
from .copied_statements import FEWEST_SENTENCES
from .days import days_fit
from .evidence import Evidence
from .happenings import Happening
from .one_event import compatible


def copied_mentions(evidence: Evidence, by_id: Mapping[str, Happening]) -> dict[str, str]:
    """Mention -> the mention of which it is the copy: of one type and status, each alone so in a pair of sentences that
    lineage has found to be one text. What a rewrite tells of a further thing stays apart."""
    of_article: dict[str, list[Happening]] = {}
    for item in by_id.values():
        of_article.setdefault(item.article, []).append(item)
    places = {
        article: sorted(items, key=lambda item: (item.mention.citation.start, item.mention.id))
        for article, items in of_article.items()
    }
    found: dict[str, str] = {}
    for passage in evidence.lineage.passages:
        if len(passage.spans) < FEWEST_SENTENCES:
            continue
        for span in passage.spans:
            for copy, original in _pairs(
                span, places.get(passage.from_, []), places.get(passage.to, [])
            ):
                if _fit(copy, original):
                    found.setdefault(copy.mention.id, original.mention.id)
    return found


def _pairs(
    span: PassageSpan, there: list[Happening], here: list[Happening]
) -> Iterator[tuple[Happening, Happening]]:
    """The mentions of a pair of aligned sentences, (copy, original), that are the only ones of their type and status in both."""
    if span.original.words == span.copy.words:
        return  # What is word for word the same is known by its words.
    originals, copies = (
        _by_kind(_within(items, cited.part, cited.start, cited.end))
        for items, cited in ((there, span.original), (here, span.copy))
    )
    for kind in sorted(originals.keys() & copies.keys(), key=str):
        if len(originals[kind]) == len(copies[kind]) == 1:
            yield copies[kind][0], originals[kind][0]


def _fit(copy: Happening, original: Happening) -> bool:
    """Whether nothing speaks against it, or only what those who take part are called, of whom the copy names none: "officers" for
    "marine police". Where a copy names somebody else it tells of him."""
    if compatible(copy, original):
        return True
    named = any(each.known for each in (*copy.sources, *copy.targets))
    places = {item.place for item in (copy, original)} - {None}
    things = [item.object_senses for item in (copy, original) if item.object_senses]
    alike = len(things) < 2 or not things[0].isdisjoint(things[1])
    return not named and alike and len(places) < 2 and days_fit(copy.span, original.span)


def _within(items: list[Happening], part: str, start: int, end: int) -> list[Happening]:
    first = bisect_left(items, start, key=lambda item: item.mention.citation.start)
    found = []
    for item in items[first:]:
        if item.mention.citation.start >= end:
            break
        if item.mention.citation.part == part:
            found.append(item)
    return found


def _by_kind(items: list[Happening]) -> dict[tuple[str, str, str | None], list[Happening]]:
    kinds: dict[tuple[str, str, str | None], list[Happening]] = {}
    for item in items:
        status = "real" if item.status in REAL else item.status
        kinds.setdefault((item.mention.type, status, item.mention.mode), []).append(item)
    return kinds


def end_of(copy: str, found: Mapping[str, str]) -> str:
    """The mention at the end of a chain of copies; where the chain runs in a ring, the smallest of it."""
    seen: list[str] = []
    while copy in found and copy not in seen:
        seen.append(copy)
        copy = found[copy]
    return min(seen[seen.index(copy) :]) if copy in seen else copy
