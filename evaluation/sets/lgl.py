"""LGL: place names of local news with GeoNames points, against our places.

Run: `python -m evaluation.sets.lgl [count]`. It prints, with the baseline of the language pipeline's places
looked up as the most populous bearer of the name, in the same run:

- end to end: a place of ours is right when its words overlap those of the gold and its point lies within
  161 km (100 miles); gold names without a point are left out, and so is what we find there; places that we
  leave unresolved are no find;
- resolution: the gold words are given, and the point counts;
- coverage: the share of the gold for which the gazetteer has any bearer of the name within 161 km.
"""

import math
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from secondsource.lexicon import gazetteer
from secondsource.model.article import Article
from secondsource.reading import coreference, names
from secondsource.reading.draft import Draft, lay_out
from secondsource.reading.places.resolve import resolve
from secondsource.reading.places.spans import runs_at

from ..protocol import Example, Outcome, score

FOLDER = "geoparsing"
FILE = "lgl.xml"
NEAR_KM = 161.0
METRICS = ("end to end", "resolution", "baseline end to end", "baseline resolution")


@dataclass(frozen=True)
class Toponym:
    """Code points `start:end` of the text name a place at `lat`, `lon` (null where the set has none)."""

    start: int
    end: int
    words: str
    lat: float | None
    lon: float | None
    geonameid: int | None = None


@dataclass(frozen=True)
class Find:
    """A place that was found: code points and point."""

    start: int
    end: int
    words: str
    lat: float
    lon: float


def load(root: Path) -> list[Example]:
    """The articles; gold is a list of Toponyms."""
    examples = []
    for article in ElementTree.parse(root / FOLDER / FILE).getroot():
        gold = []
        for toponym in article.iter("toponym"):
            tag = toponym.find("gaztag")
            point: tuple[float | None, float | None, int | None] = (None, None, None)
            if tag is not None:
                lat, lon = tag.findtext("lat"), tag.findtext("lon")
                point = (float(lat or 0), float(lon or 0), int(tag.get("geonameid") or 0))
            gold.append(
                Toponym(
                    int(toponym.findtext("start") or 0),
                    int(toponym.findtext("end") or 0),
                    toponym.findtext("phrase") or "",
                    *point,
                )
            )
        text = article.findtext("text") or ""
        examples.append(Example(article.get("docid") or "", text, None, gold))
    return examples


def km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points on a globe of 6371 km."""
    a, b = math.radians(lat), math.radians(other_lat)
    chord = math.sin((b - a) / 2) ** 2
    chord += math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(chord)))


def near(toponym: Toponym, lat: float | None, lon: float | None) -> bool:
    """Whether a point lies within 161 km of the gold one."""
    if lat is None or lon is None or toponym.lat is None or toponym.lon is None:
        return False
    return km(lat, lon, toponym.lat, toponym.lon) <= NEAR_KM


def found_places(reading: dict[str, Any]) -> list[Find]:
    """The resolved places in the body of a reading as plain dict."""
    return [
        Find(
            place["citation"]["start"],
            place["citation"]["end"],
            place["citation"]["words"],
            place["lat"],
            place["lon"],
        )
        for place in reading["places"]
        if place["lat"] is not None and "part" not in place["citation"]
    ]


def compare(example: Example, found: Iterable[Find], metric: str) -> list[Outcome]:
    """One outcome for each gold name with a point and each spurious find."""
    left = list(found)
    rows = []
    for toponym in example.gold:
        mine = [find for find in left if find.start < toponym.end and toponym.start < find.end]
        left = [find for find in left if find not in mine]
        if toponym.lat is None:
            continue
        right = any(near(toponym, find.lat, find.lon) for find in mine)
        words = mine[0].words if mine else None
        rows.append(Outcome(example.id, metric, toponym.words, words, right))
    rows += [Outcome(example.id, metric, None, find.words, False) for find in left]
    return rows


def outcomes(example: Example, reading: dict[str, Any]) -> list[Outcome]:
    """The outcomes of the metric `end to end`."""
    return compare(example, found_places(reading), "end to end")


def most_populous(words: str) -> gazetteer.Entry | None:
    """The baseline: of all in our gazetteer that bear the name, the one with the most people."""
    return max(gazetteer.places_named(words), key=lambda entry: entry.people, default=None)


def with_gold_words(example: Example, draft: Draft) -> list[Outcome]:
    """The outcomes of the metrics `resolution`, `baseline resolution`, and `coverage`."""
    gold = [toponym for toponym in example.gold if toponym.end <= len(example.text)]
    runs = runs_at(draft, [(toponym.start, toponym.end) for toponym in gold])
    rows = []
    for toponym, run, entry in zip(gold, runs, resolve(runs), strict=True):
        if toponym.lat is None:
            continue
        largest = most_populous(toponym.words)
        for metric, choice in (("resolution", entry), ("baseline resolution", largest)):
            right = choice is not None and near(toponym, choice.lat, choice.lon)
            name = f"{choice.name}, {choice.division} {choice.country}" if choice else None
            rows.append(Outcome(example.id, metric, toponym.words, name, right))
        reached = any(near(toponym, other.lat, other.lon) for other in run.entries)
        rows.append(Outcome(example.id, "coverage", toponym.words, None, reached))
    return rows


def baseline(example: Example, draft: Draft) -> list[Outcome]:
    """The outcomes of the metric `baseline end to end`."""
    found = []
    for entity in draft.doc.ents:
        if entity.label_ in {"GPE", "LOC", "FAC"}:
            words = entity.text.removeprefix("the ").removesuffix("'s").removesuffix("’s")
            entry = most_populous(words)
            if entry:
                found.append(Find(entity.start_char, entity.end_char, words, entry.lat, entry.lon))
    return compare(example, found, "baseline end to end")


def drafts(examples: Iterable[Example], pipeline: Any) -> Iterator[tuple[Example, Draft]]:
    """Each example, parsed, with its mentions."""
    for example in examples:
        article = Article(id=example.id, address="", text=example.text, language="en")
        text, parts = lay_out(article)
        draft = Draft(article, pipeline(text), parts)
        draft = replace(draft, mentions=names.find_mentions(draft))
        yield example, replace(draft, mentions=coreference.find_references(draft))


def report(rows: list[Outcome]) -> None:
    """Prints the scores."""
    for metric in METRICS:
        result = score([row for row in rows if row.metric == metric])
        print(
            f"{metric:20} precision {result.precision:.3f} recall {result.recall:.3f}"
            f" F1 {result.f1:.3f} of {result.n}"
        )
    reached = [row.right for row in rows if row.metric == "coverage"]
    right = sum(row.right for row in rows if row.metric == "resolution")
    print(
        f"coverage {sum(reached) / max(1, len(reached)):.3f} of {len(reached)};"
        f" resolution of what is reached {right / max(1, sum(reached)):.3f}"
    )


def run(examples: list[Example]) -> None:
    """Reads the examples and prints all scores."""
    from secondsource import Reader

    reader = Reader()
    rows = []
    for example, draft in drafts(examples, reader.pipeline):
        rows += outcomes(example, reader.read(example.text, as_is=True).to_dict())
        rows += with_gold_words(example, draft) + baseline(example, draft)
    report(rows)


def main(count: int | None = None) -> None:
    """Reads the set and prints its scores."""
    run(load(Path("../shared/data"))[:count])


if __name__ == "__main__":
    main(*(int(count) for count in sys.argv[1:2]))
