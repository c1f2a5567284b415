"""Places: where things are, resolved to GeoNames by what the article tells of them."""

from typing import Literal

from ...lexicon import gazetteer
from ...lexicon.gazetteer import Entry
from ...model.mention import Place
from ...model.text import mention_id
from ..draft import Draft
from .resolve import resolve
from .spans import Run, find_runs

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


def find_places(draft: Draft) -> tuple[Place, ...]:
    """The places that the article names as places, in the order of the text. Those that the
    gazetteer does not know keep their words and have no id, point, country or precision."""
    runs = find_runs(draft)
    return tuple(
        _place(draft, run, entry)
        for run, entry in zip(runs, resolve(runs), strict=True)
        if run.kept
    )


def _place(draft: Draft, run: Run, entry: Entry | None) -> Place:
    citation = draft.cite_tokens(draft.doc[run.start : run.end])
    precision = _PRECISION[entry.kind] if entry else None
    if entry and run.part:
        precision = "region"
    if entry and run.start and draft.doc[run.start - 1].lower_ in gazetteer.context("near"):
        precision = "near"
    return Place(
        id=mention_id(draft.article.id, citation, "place"),
        citation=citation,
        name=entry.name if entry else run.words,
        geonameid=entry.geonameid if entry else None,
        lat=entry.lat if entry else None,
        lon=entry.lon if entry else None,
        country=entry.country if entry else None,
        precision=precision,
    )
