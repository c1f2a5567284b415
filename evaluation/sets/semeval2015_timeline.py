"""SemEval-2015 task 4 (trial part): timelines of six targets over the 30 MEANTIME articles.

Only found events can be dated and ordered, and our events are political ones; this set is about a maker of
telephones. Metrics:

- `event`: gold events (one of the mentions of a line is enough) that an event of our record overlaps, whatever the
  target; `date`: accuracy of its day against the gold's, as exact as the gold gives it (lines without any date left out);
- `order`: of all pairs of events on a gold timeline, the relation (before, at the same time, after), by our
  dates; every pair of the closure counts, where the task's scorer reduces the graph first.

The articles have other numbers here than in MEANTIME: a document is the one that has most of the gold words
in the sentences that the timelines name.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from secondsource.reading.reader import Reader

from ..chained import article, record_of
from ..metrics.counts import Part
from ..metrics.timelines import order_f1
from ..protocol import Outcome
from ..texts import spaced
from .meantime_chains import _CORPUS, created
from .meantime_chains import FOLDER as ARTICLES

FOLDER = "semeval2015_timeline"


@dataclass(frozen=True)
class Entry:
    """One line of a timeline: its order, its date (XXXX where not known) and its mentions (document,
    sentence, word)."""

    order: str
    date: str
    mentions: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True)
class Document:
    """One article: its number, day, text and the span and word of each token by sentence."""

    name: str
    day: str | None
    text: str
    tokens: dict[int, list[tuple[str, int, int]]]


def load(root: Path) -> dict[str, list[Entry]]:
    """The entries of each target."""
    found = {}
    for path in sorted((root / FOLDER).glob("*/*.txt")):
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line.strip()]
        found[rows[0][0].strip()] = [
            Entry(row[0], row[1], tuple(_mention(field) for field in row[2:] if field.strip()))
            for row in rows[1:]
        ]
    return found


def _mention(field: str) -> tuple[str, int, str]:
    document, sentence, word = field.strip().split("-", 2)
    return document, int(sentence), word


def documents(root: Path) -> list[Document]:
    """The articles with their tokens."""
    found = []
    for path in sorted((root / ARTICLES / _CORPUS).glob("*.xml")):
        tree = ElementTree.parse(path).getroot()
        rows: dict[int, list[str]] = {}
        for token in tree.iter("token"):
            rows.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
        text, places = spaced(list(rows.values()))
        tokens = {
            number: [(word, *place) for word, place in zip(row, spots, strict=True)]
            for (number, row), spots in zip(rows.items(), places, strict=True)
        }
        found.append(Document(tree.get("doc_id", path.stem), created(tree), text, tokens))
    return found


def identified(entries: list[Entry], articles: list[Document]) -> dict[str, Document]:
    """The article behind each document number of the timelines."""
    wanted: dict[str, set[tuple[int, str]]] = {}
    for entry in entries:
        for document, sentence, word in entry.mentions:
            wanted.setdefault(document, set()).add((sentence, word.split("_")[0].lower()))
    found = {}
    for number, words in wanted.items():
        held = [
            (
                sum(
                    any(w.lower() == word for w, *_ in each.tokens.get(at, ()))
                    for at, word in words
                ),
                each,
            )
            for each in articles
        ]
        best, each = max(held, key=lambda pair: pair[0])
        if 2 * best > len(words):
            found[number] = each
    return found


def run(root: Path, reader: Reader) -> Iterator[Outcome | Part]:
    """All outcomes: one record of all articles, then each target."""
    articles = documents(root)
    record, _ = record_of([article(each.name, each.text, each.day) for each in articles], reader)
    mentions = [
        (m.article, m.start, m.end, event) for event in record.events for m in event.mentions
    ]
    timelines = load(root)
    behind = identified([entry for entries in timelines.values() for entry in entries], articles)
    for target, entries in timelines.items():
        gold_order, our_order = [], []
        for number, entry in enumerate(entries):
            hit = None
            for document, sentence, word in entry.mentions:
                each = behind.get(document)
                spots = [
                    (start, end)
                    for token, start, end in (each.tokens.get(sentence, ()) if each else ())
                    if token.lower() == word.split("_")[0].lower()
                ]
                for start, end in spots:
                    hit = hit or next(
                        (
                            event
                            for name, low, high, event in mentions
                            if each and name == each.name and low < end and start < high
                        ),
                        None,
                    )
            words = "/".join(word for _, _, word in entry.mentions)
            yield Outcome(target, "event", words, words if hit else None, hit is not None)
            known = re.match(r"\d{4}(?:-\d\d)?(?:-\d\d)?", entry.date)
            day = hit.time.value if hit and hit.time else None
            if hit and known:
                right = day is not None and day.startswith(known[0])
                yield Outcome(target, "date", f"{words} {entry.date}", day, right)
            if entry.order != "0":
                gold_order.append((str(number), entry.order.zfill(4)))
                if day:
                    our_order.append((str(number), day))
        yield Part(target, "order", order_f1(gold_order, our_order))
