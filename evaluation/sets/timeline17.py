"""Timeline17: dated articles of one story and timelines written by journalists, against our timeline view.

For each gold timeline our view gives as many days, with as many lines a day as the gold has on average,
chosen by the view's own rule. A sample of the articles of each story is read (every story's articles are shuffled with a
fixed seed), so that figures from the whole collections are not the same measure: of the days of the gold timelines
the sample names little more than half. `run_whole` takes all articles as published collections are measured, dated but not
read, so that the view chooses days and sentences without events. Metrics: `date`, `rouge-1` and `rouge-2` aligned by
date (see `evaluation/metrics/timelines.py`), and the same of stems without common words, which is what
published figures are.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

import msgspec

from secondsource.model.article import Article
from secondsource.model.record import EMPTY, ArticleRow, Record
from secondsource.reading.reader import Reader
from secondsource.views.importance import timeline_of_days

from ..chained import article, record_of
from ..data import unpacked
from ..metrics.counts import Part
from ..metrics.timelines import aligned_rouge, date_f1, stems
from ..texts import spaced

FOLDER = "timeline17"
SEED = 17


@dataclass(frozen=True)
class Story:
    """The articles of one outlet on one story and its gold timelines: for each the sentences by day."""

    name: str
    articles: tuple[Article, ...]
    timelines: tuple[dict[str, list[str]], ...]


def load(root: Path, most_articles: int) -> Iterator[Story]:
    """The stories, each with at most so many of its articles."""
    for folder in sorted(unpacked(root, FOLDER).iterdir()):
        paths = sorted((folder / "InputDocs").glob("*/*.txt"))
        chosen = sorted(Random(SEED).sample(paths, min(most_articles, len(paths))))
        articles = []
        for path in chosen:
            lines = path.read_text("utf-8", errors="replace").splitlines()
            text, _ = spaced([line.split() for line in lines if line.strip()])
            articles.append(article(f"{path.parent.name}/{path.name}", text, day=path.parent.name))
        golds = [read_timeline(path) for path in sorted((folder / "timelines").glob("*.txt"))]
        yield Story(folder.name, tuple(articles), tuple(gold for gold in golds if gold))


def read_timeline(path: Path) -> dict[str, list[str]]:
    """The sentences of each day."""
    found: dict[str, list[str]] = {}
    day = None
    for line in path.read_text("utf-8", errors="replace").splitlines():
        if re.fullmatch(r"\d{4}-\d\d-\d\d", line.strip()):
            day = line.strip()
        elif day and line.strip() and not line.startswith("---"):
            found.setdefault(day, []).append(spaced([line.split()])[0])
    return found


def our_timeline(record: Record, days: int, lines_a_day: int) -> dict[str, str]:
    """The weightiest days of our view with their words."""
    held: dict[str, list[str]] = {}
    for line in timeline_of_days(record, days, lines_a_day):
        held.setdefault((line.when or "")[:10], []).append(line.words)
    return {day: " ".join(lines) for day, lines in held.items()}


def run(root: Path, reader: Reader, most_articles: int = 40) -> Iterator[Part]:
    """The counts of each gold timeline, with a sample of the articles read."""
    for story in load(root, most_articles):
        record, _ = record_of(story.articles, reader)
        yield from _counts(story, record)


def run_whole(root: Path, most_stories: int | None = None) -> Iterator[Part]:
    """The counts of each gold timeline, with all articles and none of them read."""
    for story in islice(load(root, 10_000), most_stories):
        yield from _counts(story, _unread(story.articles))


def _unread(articles: Iterable[Article]) -> Record:
    """A record of dated articles about which nothing else is known."""
    rows = tuple(
        ArticleRow(id=each.id, article=each, newsrooms=(), versions=(), status="unread")
        for each in sorted(articles, key=lambda each: each.id)
    )
    return msgspec.structs.replace(
        EMPTY,
        articles=rows,
    )


def _counts(story: Story, record: Record) -> Iterator[Part]:
    for number, gold in enumerate(story.timelines):
        lines_a_day = max(1, round(sum(map(len, gold.values())) / len(gold)))
        ours = our_timeline(record, len(gold), lines_a_day)
        joined = {day: " ".join(sentences) for day, sentences in gold.items()}
        unit = f"{story.name}:{number}"
        yield Part(unit, "date", date_f1(joined, ours))
        for n in (1, 2):
            yield Part(unit, f"rouge-{n}", aligned_rouge(joined, ours, n))
            yield Part(unit, f"rouge-{n} of stems", aligned_rouge(joined, ours, n, stems))
