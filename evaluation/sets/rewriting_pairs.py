"""Pairs of sentences and articles: is one a rewrite of the other, do they tell the same story?

- `rewrite`: MSR paraphrase (train): a pair is given as a rewrite when lineage finds a passage between the two
  sentences, each as an article of its own (F1 on the paraphrases);
- `tied story`: pairs of news articles that people graded as the same or nearly the same story (overall below 2) and
  that lineage ties; `not tied`: pairs graded as different (above 3) that it leaves apart. Two reports of one story need not share
  text, so the first is no goal but a description;
- `headlines`: pairs of headlines (STS 2013) in pairs: of two pairs whose grades differ by at least 2, the one graded
  higher shares more of its content words by our stems (accuracy).
"""

import csv
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random

from secondsource.lineage import trace
from secondsource.record.words import content_stems

from ..chained import article
from ..protocol import Outcome

FOLDER = "rewriting_pairs"
SEED = 3


def paraphrases(root: Path) -> list[tuple[str, str, bool]]:
    """Sentences and whether they are paraphrases."""
    lines = (root / FOLDER / "msr-para-train.tsv").read_text("utf-8-sig").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [(row[3], row[4], row[0] == "1") for row in rows if len(row) >= 5]


def graded_articles(root: Path) -> list[tuple[str, str, float]]:
    """Texts of two articles with their overall grade: 1 the same story, 4 another."""
    with (root / FOLDER / "semeval2022_task8_en_train.csv").open(encoding="utf-8") as file:
        return [(row["text1"], row["text2"], float(row["Overall"])) for row in csv.DictReader(file)]


def headlines(root: Path) -> list[tuple[str, str, float]]:
    """Two headlines and how alike they are, 0 to 5."""
    lines = (root / FOLDER / "sts2013-headlines.tsv").read_text("utf-8").splitlines()
    return [(row[1], row[2], float(row[0])) for row in (line.split("\t") for line in lines)]


def tied(one: str, two: str) -> bool:
    """Whether lineage finds a passage between two texts."""
    return bool(trace([article("one", one), article("two", two)]).passages)


def overlap(one: str, two: str) -> float:
    """Shared content stems over all of both."""
    first, second = content_stems(one), content_stems(two)
    return len(first & second) / max(1, len(first | second))


def run(root: Path, sentences: int = 600) -> Iterator[Outcome]:
    """All outcomes; of the paraphrases a sample."""
    rows = paraphrases(root)
    for number in sorted(Random(SEED).sample(range(len(rows)), min(sentences, len(rows)))):
        one, two, same = rows[number]
        found = tied(one, two)
        if same or found:
            yield Outcome(
                f"msr:{number}",
                "rewrite",
                one if same else None,
                two if found else None,
                same and found,
            )
    for number, (one, two, grade) in enumerate(graded_articles(root)):
        if grade < 2:
            metric = "tied story"
        elif grade > 3:
            metric = "not tied"
        else:
            continue
        found = tied(one, two)
        right = found == (metric == "tied story")
        yield Outcome(f"article:{number}", metric, str(grade), "tied" if found else "apart", right)
    yield from ranked(headlines(root))


def ranked(rows: Sequence[tuple[str, str, float]]) -> Iterator[Outcome]:
    """For neighbours of a shuffled list whose grades differ by 2 or more: is the higher one ranked higher?"""
    order = list(rows)
    Random(SEED).shuffle(order)
    for number, (first, second) in enumerate(pairwise(order)):
        if abs(first[2] - second[2]) < 2:
            continue
        wanted = "first" if first[2] > second[2] else "second"
        shares = overlap(*first[:2]), overlap(*second[:2])
        found = "first" if shares[0] > shares[1] else "second" if shares[0] < shares[1] else None
        yield Outcome(f"headlines:{number}", "headlines", wanted, found, wanted == found)
