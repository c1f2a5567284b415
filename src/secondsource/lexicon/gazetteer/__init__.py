"""Gazetteer: the places that bear a name, from tables that lie on the disk and are looked up there.

Towns and divisions (270,000) stay in two sorted files that are mapped into memory and searched by
halving, so that loading costs nothing and many processes share one copy; the small tables written by
hand are read once.
"""

import mmap
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, NamedTuple

from ..nationalities import countries as nations
from ..tables import read_rows, word_sets
from .fold import fold as fold

Kind = Literal["continent", "country", "region", "district", "town", "water", "mountains", "island"]

_FOLDER = "gazetteer/"
_KINDS: dict[str, Kind] = {
    "T": "continent",
    "C": "country",
    "R": "region",
    "W": "water",
    "M": "mountains",
    "I": "island",
    "A1": "region",
    "A2": "district",
    "A0": "region",
    "A3": "district",
    "P": "town",
}


class Entry(NamedTuple):
    """One place. `geonameid` is null where none was looked up; `country` is ISO 3166-1 alpha-2, `division`
    the GeoNames code of the first-level division; `lat` and `lon` are WGS 84 degrees; `people` is 0 where
    unknown. `first` says that it was found by its usual name, `common` that the name is an ordinary
    word too, `by_hand` that it stands in the table of well-known areas, which count no people."""

    geonameid: int | None
    name: str
    kind: Kind
    country: str | None
    division: str | None
    lat: float
    lon: float
    people: int
    first: bool = True
    common: bool = False
    by_hand: bool = False


class _Sorted:
    """The rows of a sorted table on the disk, found by their first column."""

    def __init__(self, name: str) -> None:
        place = resources.files(__package__).joinpath(name)
        with resources.as_file(place) as path, path.open("rb") as file:
            self.data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.start = 0
        while self.data[self.start : self.start + 1] == b"#":
            self.start = self.data.find(b"\n", self.start) + 1

    def find(self, key: bytes) -> bytes:
        """The rest of the row whose first column is `key`; empty when there is none."""
        data, low, high = self.data, self.start, len(self.data)
        while low < high:
            middle = (low + high) // 2
            begin = data.rfind(b"\n", low, middle) + 1 or low
            end = data.find(b"\n", middle)
            first, _, rest = data[begin:end].partition(b"\t")
            if first == key:
                return rest
            if first < key:
                low = end + 1
            else:
                high = begin
        return b""


@cache
def _names() -> _Sorted:
    return _Sorted("names.tsv")


@cache
def _places() -> _Sorted:
    return _Sorted("places.tsv")


@cache
def _state_points() -> dict[str, tuple[float, float]]:
    return {code: (float(lat), float(lon)) for code, lat, lon in read_rows(_FOLDER + "states.tsv")}


@lru_cache(maxsize=100_000)
def place(geonameid: int) -> Entry | None:
    """The town or division with this GeoNames id, as if found by its usual name; None if there is none."""
    row = _places().find(b"%08d" % geonameid)
    if not row:
        return None
    name, kind, country, division, lat, lon, people = row.decode().split("\t")
    name = _english().get(geonameid, name)
    point = (float(lat), float(lon))
    if kind == "A1":
        point = _state_points().get(f"{country}.{division}", point)
    return Entry(
        geonameid, name, _KINDS[kind], country, division or None, point[0], point[1], int(people)
    )


@cache
def _english() -> dict[int, str]:
    return {int(code): name for code, name, _ in read_rows(_FOLDER + "spellings.tsv")}


@cache
def _by_hand() -> dict[str, tuple[Entry, ...]]:
    """The countries and the areas, by folded name."""
    found: dict[str, list[Entry]] = {}
    for entry in country_entries().values():
        found.setdefault(fold(entry.name), []).append(entry)
    for name, nation in nations().items():
        if nation.code in country_entries():
            entry = country_entries()[nation.code]._replace(common=nation.ambiguous)
            listed = found.setdefault(fold(name), [])
            if all(other.geonameid != entry.geonameid for other in listed):
                listed.append(entry)
    for kind, country, lat, lon, code, names in read_rows(_FOLDER + "areas.tsv"):
        usual = names.split("|")[0].strip("[]")
        for name in names.split("|"):
            entry = Entry(
                int(code) if code != "-" else None,
                usual,
                _KINDS[kind],
                country if country != "-" else None,
                None,
                float(lat),
                float(lon),
                0,
                by_hand=True,
                common=name.startswith("["),
            )
            found.setdefault(fold(name.strip("[]")), []).append(entry)
    for code, name, others in read_rows(_FOLDER + "spellings.tsv"):
        entry_of_city = place(int(code))
        for spelling in [name, *filter(None, others.split("|"))]:
            if entry_of_city is not None:
                found.setdefault(fold(spelling), []).append(entry_of_city)
    return {name: tuple(entries) for name, entries in found.items()}


@cache
def country_entries() -> dict[str, Entry]:
    """The countries by ISO 3166-1 alpha-2 code."""
    usual: dict[str, str] = {}
    for nation in nations().values():
        usual.setdefault(nation.code, nation.name)
    return {
        code: Entry(
            int(number),
            usual.get(code, name),
            "country",
            code,
            None,
            float(lat),
            float(lon),
            int(people),
        )
        for code, number, lat, lon, people, name, *_ in read_rows(_FOLDER + "countries.tsv")
    }


def is_in_the_news(geonameid: int | None) -> bool:
    """Whether a town is in the table of those that news of the world writes of under an English name."""
    return geonameid in _english()


@cache
def capitals() -> frozenset[int]:
    """GeoNames ids of the capitals of countries: the largest town of the country with the capital's name."""
    found = set()
    for row in read_rows(_FOLDER + "countries.tsv"):
        towns = [
            (entry.people, entry.geonameid)
            for entry in places_named(row[7])
            if entry.kind == "town" and entry.country == row[0] and entry.geonameid
        ]
        if towns:
            found.add(max(towns)[1])
    return frozenset(found)


@cache
def neighbours(country: str) -> tuple[str, ...]:
    """Codes of the countries that share a border with the country of this ISO 3166-1 alpha-2 code."""
    for row in read_rows(_FOLDER + "countries.tsv"):
        if row[0] == country:
            return tuple(code for code in row[6].split(",") if code)
    return ()


@cache
def _abbreviations() -> dict[str, tuple[str, str]]:
    return {
        short: (country, name)
        for country, name, shorts in read_rows(_FOLDER + "abbreviations.tsv")
        for short in shorts.split("|")
    }


def short_form(word: str) -> tuple[str, str] | None:
    """Country and name of the state with this short form as written ("Fla.", "OH"); None if none."""
    return _abbreviations().get(word)


@lru_cache(maxsize=100_000)
def places_named(name: str) -> tuple[Entry, ...]:
    """All places that bear this name (in any case and accents), countries and areas first, then by
    people, most first. Empty when there is none."""
    key = fold(name)
    if not key:
        return ()
    found = list(_by_hand().get(key, ()))
    known = {entry.geonameid for entry in found}
    for code in _names().find(key.encode()).split():
        first = not code.startswith(b"~")
        entry = place(int(code.lstrip(b"~")))
        if entry is not None and entry.geonameid not in known:
            found.append(entry if first else entry._replace(first=False))
    return tuple(found)


@cache
def context(kind: str) -> frozenset[str]:
    """Words around place names, in lower case: `links`, `directions`, `into` or `near`."""
    return word_sets(_FOLDER + "context.toml")[kind]
