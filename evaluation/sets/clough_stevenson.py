"""Short answers to five questions, copied from, revised after, or written without a given source.

All answers and sources are one story; the sources are older (their dates are given). Run:
`python -m evaluation.sets.clough_stevenson`.

- `source`: answers with a source (cut, light, heavy): the article that most of the answer comes from in the end,
  copies of answers followed back, is the source of its question.
- `nearest`: the same answers: the most like of the five sources, whether or not a passage is found.
- `heavy`: heavy revisions against answers without a source: is a passage from the source found.
"""

import csv
from pathlib import Path

from secondsource.lineage import trace
from secondsource.lineage.alignment import Indexed, Weights, chain, pairs_of
from secondsource.lineage.evidence import retelling
from secondsource.lineage.shingles import Shapes
from secondsource.model.article import Article, Published
from secondsource.model.lineage import Lineage

from ..protocol import Example, Outcome

FOLDER = "clough_stevenson"


def load(root: Path) -> list[Example]:
    """One Example a file. Gold: the category (non, cut, light, heavy, orig) and the source's id."""
    folder = root / FOLDER / "data"
    with (folder / "file_information.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    examples = []
    for row in rows:
        text = (folder / row["File"]).read_text(encoding="utf-8", errors="replace")
        day = "2008-01-01" if row["Category"] == "orig" else "2009-01-01"
        gold = (row["Category"], f"orig_task{row['Task']}.txt")
        examples.append(Example(row["File"], text, day, gold))
    return examples


def article_of(example: Example) -> Article:
    """The Article of one file."""
    day = example.published or ""
    date = Published(value=day, precision="day", earliest=day, latest=day, basis="given")
    return Article(id=example.id, address=example.id, text=example.text, published=date)


def outcomes(example: Example, lineage: Lineage) -> list[Outcome]:
    """Outcomes by the metrics source and heavy."""
    category, source = example.gold
    if category == "orig":
        return []
    sources = {
        passage.from_
        for passage in lineage.passages
        if passage.to == example.id and passage.from_.startswith("orig")
    }
    found = _followed(example.id, lineage)
    rows = []
    if category != "non":
        rows.append(Outcome(example.id, "source", source, found, found == source))
    if category in ("heavy", "non"):
        told = "revised" if source in sources or found == source else "none"
        gold = "revised" if category == "heavy" else "none"
        rows.append(Outcome(example.id, "heavy", gold, told, gold == told))
    return rows


def _followed(article: str, lineage: Lineage) -> str | None:
    """Where most of an article comes from in the end; None if no passage leads to it."""
    seen = set()
    at = article
    while at not in seen:
        seen.add(at)
        leading = [passage for passage in lineage.passages if passage.to == at]
        if not leading:
            break
        at = max(leading, key=lambda passage: (passage.share, passage.from_)).from_
    return None if at == article else at


def nearest(examples: list[Example]) -> list[Outcome]:
    """Outcomes of the metric nearest."""
    shapes = Shapes()
    sheets = [shapes.lay_out(article_of(example)) for example in examples]
    weights = Weights(sheets)
    indexed = {sheet.article.id: Indexed(sheet, weights) for sheet in sheets}
    sources = sorted(name for name in indexed if name.startswith("orig"))
    rows = []
    for example in examples:
        category, source = example.gold
        if category in ("orig", "non"):
            continue
        copy = indexed[example.id]
        found = max(
            sources,
            key=lambda name: (
                retelling(chain(pairs_of(indexed[name], copy)), indexed[name], copy).score
            ),
        )
        rows.append(Outcome(example.id, "nearest", source, found, found == source))
    return rows


def main() -> None:
    """Traces the set and prints the share of right answers of each metric."""
    examples = load(Path("../shared/data"))
    lineage = trace([article_of(example) for example in examples])
    rows = [row for example in examples for row in outcomes(example, lineage)] + nearest(examples)
    for metric in ("source", "nearest", "heavy"):
        chosen = [row for row in rows if row.metric == metric]
        right = sum(row.right for row in chosen)
        print(f"{metric:8} {right / len(chosen):.3f} ({right} of {len(chosen)})")
        for row in chosen:
            if not row.right:
                print(f"  {row.example}: {row.gold}, found {row.found}")


if __name__ == "__main__":
    main()
