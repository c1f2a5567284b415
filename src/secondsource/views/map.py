"""A map of where it happened, as SVG: points with how exact each place is, a graticule and the names of
countries. Without tiles or outlines: what we do not have at hand is not drawn.

The projection is equirectangular with the middle latitude as its standard parallel.
"""

import math
from collections.abc import Iterable, Sequence
from html import escape

from ..lexicon.gazetteer import country_entries
from ..model.event import REAL
from ..model.mention import Place
from ..model.record import Record
from ..model.value import Value
from .charts import nothing_svg, shown
from .places import placed_events

WIDTH, HEIGHT, MARGIN = 800, 560, 36
"""Pixels."""

_RADII = {"point": 5, "city": 6, "near": 11, "border": 14, "water": 18, "region": 22, "country": 30}
_WIDEST = 40
"""Radius in pixels by precision: the wider, the less is known where it was. A ring is no outline."""

_EXACT = frozenset({"point", "city"})
_STEPS = (0.25, 0.5, 1, 2, 5, 10, 20, 30)
"""Degrees between lines of the graticule."""


class Spot(Value, frozen=True):
    """One place on the map: what happened there, and what was only announced, threatened or denied."""

    name: str
    lat: float
    lon: float
    precision: str
    happened: int
    others: int


class Frame(Value, frozen=True):
    """The part of the globe that is drawn, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point lies in the picture, in pixels from the upper left."""
        x = MARGIN + (lon - self.west) / (self.east - self.west) * (WIDTH - 2 * MARGIN)
        y = MARGIN + (self.north - lat) / (self.north - self.south) * (HEIGHT - 2 * MARGIN)
        return x, y

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies in the frame."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


def map_svg(record: Record, places: dict[str, Place]) -> str:
    """The map; a picture that says so where no event has a place that could be resolved."""
    return map_svg_of(spots_of(record, places), unresolved(record, places))


def unresolved(record: Record, places: dict[str, Place]) -> int:
    """How many events lie at places that could not be resolved."""
    return sum(
        item.place.lat is None or item.place.lon is None for item in placed_events(record, places)
    )


def map_svg_of(spots: tuple[Spot, ...], unknown: int) -> str:
    """The map of these spots; `unknown` events are said to be left out. What is drawn has classes, so that a page may
    give it colours of its own."""
    if not spots:
        return nothing_svg("There is nothing to draw: no event has a place that is known.")
    frame = frame_around(spots)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT + 40}"'
        f' width="{WIDTH}" height="{HEIGHT + 40}" role="img" font-family="sans-serif">',
        "<title>Where it happened</title>",
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT + 40}" fill="white"/>',
        *_graticule(frame),
        *_countries(frame, [frame.at(spot.lat, spot.lon) for spot in spots]),
        *_spots(frame, spots),
        *_legend(unknown),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def spots_of(record: Record, places: dict[str, Place]) -> tuple[Spot, ...]:
    """The places of events that are resolved, the least exact first, so that points lie above rings."""
    happened: dict[tuple[str, float, float, str], int] = {}
    others: dict[tuple[str, float, float, str], int] = {}
    for item in placed_events(record, places):
        place = item.place
        if place.lat is None or place.lon is None:
            continue
        key = (place.name, place.lat, place.lon, place.precision or "unknown")
        counted, beside = (happened, others) if item.event.status in REAL else (others, happened)
        counted[key] = counted.get(key, 0) + 1
        beside.setdefault(key, 0)
    spots = [
        Spot(
            name=key[0],
            lat=key[1],
            lon=key[2],
            precision=key[3],
            happened=happened[key],
            others=others[key],
        )
        for key in happened
    ]
    return tuple(
        sorted(spots, key=lambda spot: (-_radius(spot.precision), spot.name, spot.lat, spot.lon))
    )


def _radius(precision: str) -> int:
    return _RADII.get(precision, _WIDEST)


def frame_around(spots: Iterable[Spot]) -> Frame:
    """A frame around all spots with room at the sides, of the picture's proportions, on the globe."""
    lats = [spot.lat for spot in spots]
    lons = [spot.lon for spot in spots]
    middle_lat, middle_lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    # A degree of longitude is shorter by the cosine of the latitude.
    shrink = max(0.2, math.cos(math.radians(middle_lat)))
    proportion = (WIDTH - 2 * MARGIN) / (HEIGHT - 2 * MARGIN)
    tall = max(
        (max(lats) - min(lats)) * 1.5, (max(lons) - min(lons)) * 1.5 * shrink / proportion, 4
    )
    wide = tall * proportion / shrink
    return Frame(
        west=max(-180.0, middle_lon - wide / 2),
        east=min(180.0, middle_lon + wide / 2),
        south=max(-90.0, middle_lat - tall / 2),
        north=min(90.0, middle_lat + tall / 2),
    )


def _graticule(frame: Frame) -> list[str]:
    """Lines of latitude and longitude with their degrees."""
    span = frame.east - frame.west
    step = next((step for step in _STEPS if span / step <= 8), _STEPS[-1])
    parts = []
    for n in range(math.ceil(frame.west / step), math.floor(frame.east / step) + 1):
        x, _ = frame.at(frame.north, n * step)
        parts.append(_line(x, MARGIN, x, HEIGHT - MARGIN))
        words = _degrees(n * step, "E", "W")
        parts.append(_text(x, HEIGHT - MARGIN + 14, words, 10, "#666", "middle"))
    for n in range(math.ceil(frame.south / step), math.floor(frame.north / step) + 1):
        _, y = frame.at(n * step, frame.west)
        parts.append(_line(MARGIN, y, WIDTH - MARGIN, y))
        parts.append(_text(4, y + 3, _degrees(n * step, "N", "S"), 10, "#666", "start"))
    return parts


def _degrees(value: float, plus: str, minus: str) -> str:
    sign = plus if value > 0 else minus if value < 0 else ""
    return f"{abs(value):g}°{sign}"


def _countries(frame: Frame, spots: Sequence[tuple[float, float]]) -> list[str]:
    """The names of countries at their middles, where those lie in the frame; `spots` are what they must
    not lie on, in pixels."""
    parts = []
    for _, entry in sorted(country_entries().items()):
        if frame.holds(entry.lat, entry.lon):
            x, y = frame.at(entry.lat, entry.lon)
            # A spot and its words take the place; the name of the country stands above them.
            taken = any(abs(x - a) < 90 and abs(y - b) < 14 for a, b in spots)
            parts.append(
                _text(
                    x, y - 18 if taken else y, entry.name.upper(), 11, "#999", "middle", "country"
                )
            )
    return parts


def _spots(frame: Frame, spots: Iterable[Spot]) -> list[str]:
    parts = []
    for spot in spots:
        x, y = frame.at(spot.lat, spot.lon)
        exact = spot.precision in _EXACT
        fill = "#1b5e8c" if spot.happened else "white"
        dash = "" if exact else ' stroke-dasharray="4 3"'
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_radius(spot.precision)}" fill="{fill}"'
            f' fill-opacity="{0.9 if exact else 0.18}" stroke="#1b5e8c" stroke-width="1.5"{dash}>'
            f"<title>{escape(_words(spot))}</title></circle>"
        )
        beside, anchor = _radius(spot.precision) + 4, "start"
        if x > WIDTH * 0.75:  # or the words would leave the picture
            beside, anchor = -beside, "end"
        parts.append(_text(x + beside, y + 4, shown(spot.name, 40), 12, "#111", anchor))
        parts.append(_text(x + beside, y + 17, _counts(spot), 9, "#444", anchor))
    return parts


def _counts(spot: Spot) -> str:
    happened = f"{spot.happened} happened" if spot.happened else ""
    others = f"{spot.others} did not or not yet" if spot.others else ""
    return f"{', '.join(part for part in (happened, others) if part)} ({spot.precision})"


def _words(spot: Spot) -> str:
    return f"{shown(spot.name)}: {_counts(spot)}"


def _legend(unknown: int) -> list[str]:
    words = (
        "Filled: something is reported as happened there. Hollow: only announced, threatened, denied...",
        "Dashed ring: somewhere about there; no outline."
        + (f" Left out, since the place could not be resolved: {unknown}." if unknown else ""),
    )
    return [
        _text(MARGIN, HEIGHT + 12 + 16 * n, line, 11, "#333", "start")
        for n, line in enumerate(words)
    ]


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="#ddd" fill="none"/>'


def _text(
    x: float, y: float, words: str, size: int, colour: str, anchor: str, kind: str = ""
) -> str:
    named = f'class="{kind}" ' if kind else ""
    return (
        f'<text {named}x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}"'
        f' text-anchor="{anchor}">{escape(words)}</text>'
    )
