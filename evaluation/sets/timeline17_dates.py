"""When each article of timeline17 came out, with its given date hidden and all others dated.

An article is dated as a story would date it: from its own text (stamps, datelines), else by its
likeness to the dated articles of its story, near-copies of it left out. The articles are not read, since
what needs a reading (weekdays, months, shared tellings) is asked only for what likeness leaves open. `within a day` and
`within a week` count every article, an unknown date as a miss; `known` says for how many a date
is given; `precision holds` counts only those: the true day lies in the stated stretch.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from secondsource.article import clean_text
from secondsource.model.article import Article, Published
from secondsource.model.reading import Reading
from secondsource.record.dating import inferred_by_likeness
from secondsource.record.dating.likeness import Wordings

from ..data import unpacked
from ..protocol import Outcome
from ..texts import spaced

FOLDER = "timeline17"
COPY = 0.5
"""Likeness (cosine of weighted words and pairs, without what is told beside expressions of time) from which an article is a near-copy."""


@dataclass(frozen=True)
class Dated:
    """An article as its text alone gives it, and the day under which the collection files it."""

    article: Article
    day: date


def load(root: Path) -> dict[str, list[Dated]]:
    """The articles of each story, those of all outlets together."""
    stories: dict[str, list[Dated]] = {}
    for folder in sorted(unpacked(root, FOLDER).iterdir()):
        for path in sorted((folder / "InputDocs").glob("*/*.txt")):
            lines = path.read_text("utf-8", errors="replace").splitlines()
            text = "\n\n".join(spaced([line.split()])[0] for line in lines if line.strip())
            if text.strip():
                name = f"{folder.name}/{path.parent.name}/{path.name}"
                article = msgspec.structs.replace(clean_text(text), id=name, address=name)
                day = date.fromisoformat(path.parent.name)
                stories.setdefault(folder.name.split("_")[0], []).append(Dated(article, day))
    return stories


def run(root: Path, every: int = 1) -> Iterator[Outcome]:
    """The decisions on every `every`-th article."""
    for _, rows in sorted(load(root).items()):
        texts = [row.article.text for row in rows]
        wordings, copies = Wordings(texts), Wordings(texts, times=False)
        for number in range(0, len(rows), every):
            row = rows[number]
            yield from outcomes(row, _published(rows, number, wordings, copies))


def _published(
    rows: list[Dated], number: int, wordings: Wordings, copies: Wordings
) -> Published | None:
    article = rows[number].article
    if article.published is not None:
        return article.published
    alike = copies.likeness(number)
    others = {n: other.day for n, other in enumerate(rows) if n != number and alike[n] <= COPY}
    return inferred_by_likeness(
        Reading(article=article),
        wordings.weights(number, others),
        others,
        often_named=wordings.often_named,
    )


def outcomes(row: Dated, published: Published | None) -> Iterator[Outcome]:
    """The decisions on one article."""
    name, gold = row.article.id, row.day.isoformat()
    yield Outcome(
        name, "known", gold, published.value if published else None, published is not None
    )
    found = (published.likeliest or published.earliest) if published else None
    apart = abs((date.fromisoformat(found) - row.day).days) if found else None
    for metric, most in (("within a day", 1), ("within a week", 7)):
        yield Outcome(name, metric, gold, found, apart is not None and apart <= most)
    if published is not None:
        holds = published.earliest <= gold <= published.latest
        yield Outcome(name, "precision holds", gold, published.value, holds)
