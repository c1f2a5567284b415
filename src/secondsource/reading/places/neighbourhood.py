"""Names that nothing but their neighbourhood tells as places: the rest of a list of places, and names that lie close
to where the article already is.

A language pipeline that has never seen a small town takes it for a person or a body. What tells it is that
the map has a place of that name close to the other places of the article, and that it stands where a place may
stand. Either alone is weak: many people are called like a town somewhere.
"""

from collections import defaultdict
from collections.abc import Iterable
from math import cos, radians

from ...lexicon import gazetteer
from ...lexicon.gazetteer import Entry
from ...model.mention import Mention
from ..draft import Draft
from .layout import Layout, Run

CLOSE_KM = 500.0
"""How far a place lies at most from another place of the article to be told by it."""
CLOSE_TO_MIDDLE_KM = 750.0
"""How far it lies at most from the middle of a country that the article names."""
_KM_A_DEGREE = 111.2
_JOINTS = frozenset({",", "and", "or", "&", ";"})
_TAKES_PLACES = frozenset({"from", "to", "of", "for", "at", "via", "between", "like", "than"})
_TELLING = frozenset({"country", "region", "district", "town", "island"})


class Ground:
    """Where the article is: the points of the places that it names."""

    def __init__(self, runs: Iterable[Run]) -> None:
        points = set()
        for run in runs:
            best = run.entries[0] if run.entries else None
            if best is not None and best.kind in _TELLING:
                reach = CLOSE_TO_MIDDLE_KM if best.kind == "country" else CLOSE_KM
                points.add((best.lat, best.lon, reach))
        self.points = sorted(points)

    def close(self, entries: Iterable[Entry]) -> bool:
        """Whether one of the places lies close to where the article is."""
        return any(
            _is_close(entry, lat, lon, reach)
            for entry in entries
            if entry.kind in {"town", "district", "region", "island"}
            for lat, lon, reach in self.points
        )


def _is_close(entry: Entry, lat: float, lon: float, reach: float) -> bool:
    north = (entry.lat - lat) * _KM_A_DEGREE
    if abs(north) > reach:
        return False
    east = ((entry.lon - lon + 180) % 360 - 180) * _KM_A_DEGREE * cos(radians(lat))
    return north * north + east * east <= reach * reach


def in_list_of_places(layout: Layout, start: int, end: int) -> bool:
    """Whether the neighbour in a list is a place that was found: ", Oslo and ..."."""
    before, after = start - 1, end
    steps = 0
    while before >= 0 and layout.lower[before] in _JOINTS and steps < 2:
        before, steps = before - 1, steps + 1
    if steps and before >= 0 and _is_kept(layout.found[before]):
        return True
    steps = 0
    while after < layout.size and layout.lower[after] in _JOINTS and steps < 2:
        after, steps = after + 1, steps + 1
    return bool(steps) and after < layout.size and _is_kept(layout.found[after])


def _is_kept(run: Run | None) -> bool:
    return run is not None and run.kept and bool(run.entries)


def may_stand(layout: Layout, start: int, end: int) -> bool:
    """Whether a place may stand here: after a preposition, before a site."""
    before = layout.lower[start - 1] if start else ""
    after = layout.lower[end] if end < layout.size else ""
    if before == "the" and start > 1:
        return _is_site(after)
    if before in gazetteer.context("kinds"):
        return True  # "the village Dor"
    if before in _TAKES_PLACES or before in gazetteer.context("into"):
        return True
    return _is_site(after) or after in gazetteer.context("kinds")


def _is_site(word: str) -> bool:
    """Whether the word means something that stands at a place: "hospital", "camps"."""
    return any(word in gazetteer.context(kind) for kind in ("owned", "sites", "grounds"))


def release(draft: Draft, layout: Layout, ground: Ground) -> None:
    """Frees the words of those entities that other steps took for people or bodies, though they bear nothing but
    the name of a place close by and stand at least once where a place may stand."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in draft.mentions:
        groups[mention.entity].append(mention)
    for mentions in groups.values():
        names = [mention for mention in mentions if mention.form == "name"]
        if not names or names[0].kind not in {"person", "organization"}:
            continue
        words = names[0].citation.words
        if any(mention.titles or mention.form == "pronoun" for mention in mentions):
            continue
        if any(mention.citation.words != words for mention in names) or mentions[0].acronym:
            continue
        if mentions[0].name != words or not ground.close(gazetteer.places_named(words)):
            continue
        spans = [draft.tokens_at(mention.citation) for mention in names]
        if any(
            in_list_of_places(layout, tokens.start, tokens.stop)
            or may_stand(layout, tokens.start, tokens.stop)
            for tokens in spans
        ):
            for tokens in spans:
                for index in tokens:
                    layout.kind[index] = ""
