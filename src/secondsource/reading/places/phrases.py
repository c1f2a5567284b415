"""What the words around a place say of it: near it, a part of it, its border."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from ...lexicon import gazetteer, nationalities
from ...lexicon.gazetteer import Entry
from .layout import Run

Precision = Literal["point", "city", "region", "country", "near", "border", "water", "continent"]

_PRECISION: dict[str, Precision] = {
    "continent": "continent",
    "country": "country",
    "region": "region",
    "district": "region",
    "town": "city",
    "water": "water",
    "mountains": "region",
    "island": "region",
}
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_BORDER = re.compile(r"\b(?:borders?|frontiers?|boundary)\b", re.IGNORECASE)
_REACH = 8
"""Tokens after "border between" in which the two sides are looked for."""


@dataclass
class Site:
    """Tokens `start:end` name a place; `entry` is null where it is unknown or where two places meet."""

    start: int
    end: int
    name: str
    entry: Entry | None
    precision: Precision | None


def sites(doc: Doc, text: str, runs: Sequence[Run], entries: Sequence[Entry | None]) -> list[Site]:
    """The places with what is said of them, in the order of the text."""
    kept = [(run, entry) for run, entry in zip(runs, entries, strict=True) if run.kept]
    found = [_site(doc, run, entry) for run, entry in kept]
    for site in _borders(doc, text, found):
        found = [other for other in found if other.end <= site.start or site.end <= other.start]
        found.append(site)
    return sorted(found, key=lambda site: site.start)


def _site(doc: Doc, run: Run, entry: Entry | None) -> Site:
    site = Site(run.start, run.end, run.words, entry, None)
    if entry is None:
        return site
    site.name, site.precision = entry.name, _PRECISION[entry.kind]
    if run.label == "FAC":
        site.precision = "point"
    first = run.start
    if first and doc[first - 1].lower_ in gazetteer.context("parts"):
        first -= 1
        if entry.kind in {"country", "region", "continent", "island"}:
            site.start, site.precision = first, "region"
            site.name = f"{doc[first].lower_} {entry.name}"
    if first and doc[first - 1].lower_ == "the":
        first -= 1
    if _is_only_near(doc, first):
        site.precision = "near"
    return site


_CLOSE_BY = frozenset({"outskirts", "far", "short"})
"""Words before "of" or "from" a place that say that something is by it."""


def _is_only_near(doc: Doc, start: int) -> bool:
    """Whether the words before say that the neighbourhood of the place is meant."""
    if start == 0:
        return False
    before = [doc[index].lower_ for index in range(max(0, start - 6), start)]
    if before[-1] in gazetteer.context("near"):
        return True
    if before[-2:] == ["close", "to"] or before[-2:] == ["outside", "of"]:
        return True
    if before[-1] in {"of", "from"}:
        lengths = gazetteer.context("lengths")
        return not lengths.isdisjoint(before) or not _CLOSE_BY.isdisjoint(before[-2:-1])
    return False


def _borders(doc: Doc, text: str, found: Sequence[Site]) -> list[Site]:
    """The borders of the text: "the border between A and B", "A's border with B", "the B-an border"."""
    starts = {site.start: site for site in found}
    ends = {site.end: site for site in found}
    borders: list[Site] = []
    taken = -1
    for match in _BORDER.finditer(text):
        span = doc.char_span(match.start(), match.end())
        if span is None or span.start <= taken:
            continue
        word = span.start
        before = _before(doc, word, ends)
        after = _after(doc, word + 1, starts)
        demonym = _demonym(doc, word) if not before else None
        sides = before + after
        names = [site.name for site in sides]
        if demonym:
            names.insert(0, demonym[1].name)
        if not names or any(site.entry is None or site.entry.kind == "town" for site in sides):
            continue
        start = demonym[0] if demonym else sides[0].start
        end = sides[-1].end if after else (word + 1 if demonym else sides[-1].end)
        only = (
            sides[0].entry
            if len(names) == 1 and sides
            else (demonym[1] if demonym and not sides else None)
        )
        borders.append(Site(start, end, "border of " + " and ".join(names), only, "border"))
        taken = end - 1
    return borders


def _before(doc: Doc, border: int, ends: dict[int, Site]) -> list[Site]:
    """The sides named before the word: "Chad's border", "the Chad-Sudan border"."""
    last = border
    if last and doc[last - 1].text in _POSSESSIVES:
        last -= 1
    elif (
        last
        and doc[last - 1].lower_ in gazetteer.context("parts")
        and doc[last - 2].text in _POSSESSIVES
    ):
        last -= 2
    if last not in ends:
        return []
    sides = [ends[last]]
    first = sides[0].start
    if first and doc[first - 1].text in {"-", "–", "/"} and first - 1 in ends:
        sides.insert(0, ends[first - 1])
    return sides


def _after(doc: Doc, index: int, starts: dict[int, Site]) -> list[Site]:
    """The sides named after the word: "between Chad and Sudan", "with Sudan", "of Chad and Sudan"."""
    if index >= len(doc) or doc[index].lower_ not in {"between", "with", "of", "separating"}:
        return []
    wanted = 1 if doc[index].lower_ == "with" else 2
    sides: list[Site] = []
    for at in range(index + 1, min(len(doc), index + 1 + _REACH)):
        if at in starts and len(sides) < wanted:
            sides.append(starts[at])
        elif not any(site.start <= at < site.end for site in sides) and doc[at].lower_ not in {
            "the",
            "and",
            "its",
            "neighboring",
            "neighbouring",
            *gazetteer.context("parts"),
        }:
            break
    return sides


def _demonym(doc: Doc, border: int) -> tuple[int, Entry] | None:
    """The country whose people's name stands before the word ("the Chadian border") and where it begins."""
    if not border:
        return None
    nation = nationalities.demonyms().get(doc[border - 1].text)
    entry = gazetteer.country_entries().get(nation.code) if nation else None
    return (border - 1, entry) if entry else None
