"""Places: where things are, resolved to GeoNames by what the article tells of them."""

from ...model.mention import Place
from ...model.text import mention_id
from ..draft import Draft
from .phrases import Site, sites
from .resolve import resolve
from .spans import find_runs

__all__ = ["find_places"]


def find_places(draft: Draft) -> tuple[Place, ...]:
    """The places that the article names as places, in the order of the text. Those that the
    gazetteer does not know keep their words and have no id, point, country or precision; the border of two
    places has no id, point or country either. A part of a place ("eastern Chad") bears id and point
    of the whole."""
    runs = find_runs(draft)
    return tuple(_place(draft, site) for site in sites(draft.doc, draft.text, runs, resolve(runs)))


def _place(draft: Draft, site: Site) -> Place:
    citation = draft.cite_tokens(draft.doc[site.start : site.end])
    entry = site.entry
    return Place(
        id=mention_id(draft.article.id, citation, "place"),
        citation=citation,
        name=site.name,
        geonameid=entry.geonameid if entry else None,
        lat=entry.lat if entry else None,
        lon=entry.lon if entry else None,
        country=entry.country if entry else None,
        precision=site.precision,
    )
