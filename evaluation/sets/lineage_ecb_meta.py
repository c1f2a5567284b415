"""ECB rewritten with figures of speech: which document rewrites which, and in which sentences.

A story is one topic with all its originals and rewrites: two look-alike events, many reports each.
Ids are hashes, so that neither names nor order give the answer away, and no dates are given. Run:
`python -m evaluation.sets.lineage_ecb_meta`.

- `source`: for each article, the article that at least half of it comes from, against the gold
  (rewrite from original); a link between two originals counts as spurious, though some of them do share text.
- `pair`: of all pairs of an original and a rewrite, which are tied by a passage of that share, whichever of the
  two is taken for the original.
- `sentence`: sentences of rewrites that were changed (F1 on the changed ones); a sentence counts as
  changed when the two documents are tied and no unchanged span covers it.
- `minhash`: `pair` by MinHash of five-word shingles (128 permutations) in the same run: each article with its most
  similar one, at the threshold that is best on this very set.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from secondsource.lineage import is_changed, trace
from secondsource.model.article import Article
from secondsource.model.lineage import Lineage
from secondsource.model.value import identifier

from ..protocol import Example, Outcome, score

FOLDER = "lineage_ecb_meta"


def load(root: Path) -> list[Example]:
    """One Example a topic. Gold: for each rewrite's article id its original's, and the spans of its
    sentences with whether they were changed. The texts are in `articles_of`."""
    topics: dict[str, list[dict[str, object]]] = {}
    with (root / FOLDER / "pairs.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            topics.setdefault(row["topic"], []).append(row)
    return [Example(topic, "", None, rows) for topic, rows in sorted(topics.items())]


def _ids(row: dict[str, object]) -> tuple[str, str]:
    return identifier(row["id"], "original"), identifier(row["id"], "rewrite")


def articles_of(example: Example) -> list[Article]:
    """Originals and rewrites of a topic."""
    articles = []
    for row in example.gold:
        for article_id, side in zip(_ids(row), ("original", "rewrite"), strict=True):
            text = "\n\n".join(sentence[side] for sentence in row["sentences"])
            articles.append(Article(id=article_id, address=article_id, text=text))
    return articles


def main_sources(lineage: Lineage, least_share: float = 0.5) -> dict[str, str]:
    """For each article the one that the largest part of it comes from, if that is `least_share`."""
    best: dict[str, tuple[float, str]] = {}
    for passage in lineage.passages:
        if passage.share >= least_share and passage.share > best.get(passage.to, (0.0, ""))[0]:
            best[passage.to] = (passage.share, passage.from_)
    return {article: source for article, (_, source) in best.items()}


def outcomes(example: Example, lineage: Lineage) -> list[Outcome]:
    """Outcomes by the metrics source, pair and sentence."""
    found = main_sources(lineage)
    gold = {rewrite: original for original, rewrite in map(_ids, example.gold)}
    rewrites = set(gold)
    rows = []
    for metric, turn in (("source", False), ("pair", True)):
        wanted = {_link(source, article, turn) for article, source in gold.items()}
        given = {_link(source, article, turn) for article, source in found.items()}
        if turn:
            given = {link for link in given if len(rewrites & set(link)) == 1}
        for link in sorted(wanted | given):
            rows.append(
                Outcome(
                    example.id,
                    metric,
                    " > ".join(link) if link in wanted else None,
                    " > ".join(link) if link in given else None,
                    link in wanted and link in given,
                )
            )
    spans = {(passage.from_, passage.to): passage.spans for passage in lineage.passages}
    for row in example.gold:
        original, rewrite = _ids(row)
        unchanged: list[tuple[int, int]] = []
        linked = (original, rewrite) in spans or (rewrite, original) in spans
        for first, second, side in ((original, rewrite, "copy"), (rewrite, original, "original")):
            for span in spans.get((first, second), ()):
                if not is_changed(span):
                    cited = getattr(span, side)
                    unchanged.append((cited.start, cited.end))
        start = 0
        for sentence in row["sentences"]:
            words = sentence["rewrite"]
            end = start + len(words)
            same = any(low <= start + 1 and high >= end - 1 for low, high in unchanged)
            is_gold = sentence["changed"]
            rows.append(
                Outcome(
                    example.id,
                    "sentence",
                    words if is_gold else None,
                    None if same or not linked else words,
                    is_gold and linked and not same,
                )
            )
            start = end + 2
    return [row for row in rows if row.gold is not None or row.found is not None]


def _link(source: str, article: str, turn: bool) -> tuple[str, str]:
    return (min(source, article), max(source, article)) if turn else (source, article)


def minhash_f1(examples: Iterable[Example]) -> tuple[float, float]:
    """F1 of `pair` by MinHash, and the similarity threshold at which it is best. Needs the package
    rensa, which nothing else here does: `pip install rensa`."""
    from rensa import RMinHash

    candidates: list[tuple[float, bool]] = []
    wanted = 0
    for example in examples:
        hashes = {}
        for article in articles_of(example):
            words = re.findall(r"\w+", article.text.lower())
            shingles = [" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))]
            sketch = RMinHash(num_perm=128, seed=1)
            sketch.update(shingles)
            hashes[article.id] = sketch
        gold = {tuple(sorted(_ids(row))) for row in example.gold}
        wanted += len(gold)
        rewrites = {_ids(row)[1] for row in example.gold}
        links: dict[tuple[str, ...], float] = {}
        for one in sorted(hashes):
            similar, other = max(
                (hashes[one].jaccard(hashes[other]), other)
                for other in sorted(hashes)
                if other != one
            )
            if (one in rewrites) != (other in rewrites):
                links[tuple(sorted((one, other)))] = similar
        candidates += [(similar, link in gold) for link, similar in links.items()]
    best = (0.0, 0.0)
    for threshold in sorted({similar for similar, _ in candidates}):
        given = [right for similar, right in candidates if similar >= threshold]
        best = max(best, (2 * sum(given) / (len(given) + wanted), threshold))
    return best


def main() -> None:
    """Traces all topics and prints precision, recall and F1 of each metric."""
    examples = load(Path("../shared/data"))
    rows: list[Outcome] = []
    for example in examples:
        rows += outcomes(example, trace(articles_of(example)))
    for metric in ("source", "pair", "sentence"):
        result = score(row for row in rows if row.metric == metric)
        print(
            f"{metric:8} precision {result.precision:.3f} recall {result.recall:.3f}"
            f" F1 {result.f1:.3f} of {result.n}"
        )
    f1, threshold = minhash_f1(examples)
    print(f"minhash  F1 {f1:.3f} at its best threshold {threshold:.2f}")


if __name__ == "__main__":
    main()
