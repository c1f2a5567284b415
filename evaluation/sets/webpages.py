"""Saved web pages with text segments, dates and authors (trafilatura's evaluation set, Apache-2.0).

Run as a module it prints, for the half of the hosts whose pages nobody looked at (or with
`--development` for the other half), text F1 and date and author accuracy beside trafilatura and
htmldate in the same run. The weights that ship are learned from all pages, so each page is read with the
weights of a fold in which its host had no part (`page_folds.json`). `--fit` fits both anew. The set is
`../shared/data/webpages.tar.xz`; it is unpacked below build/.
"""

import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock
from urllib.parse import urlsplit

from secondsource.article import page_choice, read_capture
from secondsource.article.decode import decode
from secondsource.article.page import extracted, lighten, parse
from secondsource.article.page_blocks import shown_blocks
from secondsource.article.page_choice import features
from secondsource.article.page_signs import stated_texts
from secondsource.errors import ArticleError
from secondsource.model.article import Article, Capture

from ..data import DATA, PROJECT, unpacked

FOLDER = "webpages"
WEIGHTS = PROJECT / "src/secondsource/article/page_weights.json"
L2 = 60.0
"""Strength of the penalty on weights; swept 30 to 200 in five folds over hosts."""
FOLD_WEIGHTS = Path(__file__).parents[1] / "page_folds.json"
FOLDS = 5


@dataclass(frozen=True)
class SavedPage:
    """One page: its URL (or a name), bytes, and gold segments, date and author (None: not labelled)."""

    url: str
    data: bytes
    held: list[str]
    not_held: list[str]
    date: str | None
    author: str | None


def in_development(url: str) -> bool:
    """Whether the page's host is of the half that people looked at in development."""
    return _digest_of_host(url)[0] % 2 == 0


def fold_of(url: str) -> int:
    """The fold of the page's host, from 0."""
    return _digest_of_host(url)[1] % FOLDS


def _digest_of_host(url: str) -> bytes:
    bare = url.replace("https://web.archive.org/web/", "")
    host = urlsplit(bare).hostname or bare.split("/")[0]
    return hashlib.sha256(host.encode()).digest()


@cache
def weights_without(fold: int) -> tuple[float, ...]:
    """The weights that were learned from the pages of all other folds."""
    return tuple(json.loads(FOLD_WEIGHTS.read_text("utf-8"))["weights"][fold])


def load(development: bool, root: Path = DATA) -> Iterator[SavedPage]:
    """The pages of one half of the hosts; raises DataProblem when the set is not there or damaged."""
    folder = unpacked(root, FOLDER) / "tests"
    rows: dict[str, dict[str, Any]] = json.loads((folder / "evaldata.json").read_text("utf-8"))
    for url, row in rows.items():
        if in_development(url) != development:
            continue
        path = next(
            (
                p
                for p in (folder / "cache" / row["file"], folder / "eval" / row["file"])
                if p.exists()
            ),
            None,
        )
        if path is not None:
            yield SavedPage(
                url,
                path.read_bytes(),
                row["with"],
                row["without"],
                row.get("date"),
                _text(row.get("author")),
            )


def _text(author: Any) -> str | None:
    """An author label as one string: some rows hold a list."""
    return "; ".join(author) if isinstance(author, list) else author


def read(page: SavedPage) -> Article | None:
    """Our reading of the page with weights in which its host had no part; None where no article is found."""
    metadata = {"url": page.url} if page.url.startswith("http") else {}
    capture = Capture(
        digest="", address=page.url, media_type="text/html", data=page.data, metadata=metadata
    )
    unseen = weights_without(fold_of(page.url))
    with (
        suppress(ArticleError),
        mock.patch.object(page_choice, "fitted_weights", return_value=unseen),
    ):
        return read_capture(capture)
    return None


def count_segments(counts: Counter[str], page: SavedPage, text: str) -> None:
    """Adds the page's segments to tp, fn, fp and tn."""
    counts.update("tp" if segment in text else "fn" for segment in page.held)
    counts.update("fp" if segment in text else "tn" for segment in page.not_held)


def f1(counts: Counter[str]) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    precision = counts["tp"] / max(1, counts["tp"] + counts["fp"])
    recall = counts["tp"] / max(1, counts["tp"] + counts["fn"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _names(value: str) -> set[str]:
    return {name.strip() for name in value.lower().replace(",", ";").split(";") if name.strip()}


def measure(development: bool) -> None:
    """Prints the scores of one half, ours beside the others'."""
    import htmldate
    import trafilatura

    ours, theirs = Counter[str](), Counter[str]()
    dates, authors = Counter[str](), Counter[str]()
    seconds = Counter[str]()
    pages = dated = 0
    for page in load(development):
        pages += 1
        url = page.url if page.url.startswith("http") else None
        started = time.process_time()
        article = read(page)
        seconds["secondsource"] += time.process_time() - started  # type: ignore[assignment]
        count_segments(ours, page, article.text if article else "")
        started = time.process_time()
        other: Any = trafilatura.bare_extraction(
            page.data, url=url, with_metadata=True, include_comments=False
        )
        seconds["trafilatura"] += time.process_time() - started  # type: ignore[assignment]
        count_segments(theirs, page, other.text if other else "")
        if page.date is None:
            continue
        dated += 1
        found = article.published.value if article and article.published else ""
        dates["secondsource"] += found == page.date
        dates["trafilatura"] += ((other.date if other else None) or "") == page.date
        try:
            guess = htmldate.find_date(decode(page.data), url=url) or ""
        except ValueError:
            guess = ""
        dates["htmldate"] += guess == page.date
        authors["secondsource"] += _names("; ".join(article.authors) if article else "") == _names(
            page.author or ""
        )
        authors["trafilatura"] += _names((other.author if other else None) or "") == _names(
            page.author or ""
        )
    print(f"{pages} pages, {dated} with date and author labelled")
    for name, counts in (("secondsource", ours), ("trafilatura", theirs)):
        precision, recall, harmonic = f1(counts)
        print(
            f"text    {name:13} P {precision:.4f} R {recall:.4f} F1 {harmonic:.4f}  {seconds[name]:.0f} s"
        )
    for name in ("secondsource", "trafilatura", "htmldate"):
        print(f"date    {name:13} {dates[name] / max(1, dated):.4f}")
    for name in ("secondsource", "trafilatura"):
        print(f"author  {name:13} {authors[name] / max(1, dated):.4f}")


def labelled_blocks(page: SavedPage) -> tuple[list[list[float]], list[int]]:
    """Features and labels of the blocks that a segment of the gold stands in; none of a page without text."""
    try:
        tree = parse(decode(page.data))
        blocks, stated = shown_blocks(tree), stated_texts(tree)
        lighten(tree)
        chosen = extracted(tree, page.url if page.url.startswith("http") else None, blocks)
    except ArticleError:
        return [], []
    label: dict[int, int] = {}
    for segment in page.not_held:
        label.update({n: 0 for n, block in enumerate(blocks) if segment in block.text})
    for segment in page.held:
        place = next((n for n, block in enumerate(blocks) if segment in block.text), None)
        if place is not None:
            label[place] = 1
    held = features(blocks, chosen, stated)
    return [held[n] for n in sorted(label)], [label[n] for n in sorted(label)]


def fitted(rows: list[list[float]], labels: list[int]) -> list[float]:
    """The weights of a logistic regression with penalty `L2` on features of mean 0 and spread 1, told for features as they are."""
    import numpy as np

    matrix, gold = np.array(rows), np.array(labels)
    mean, spread = matrix.mean(0), matrix.std(0) + 1e-6
    mean[0], spread[0] = 0.0, 1.0
    scaled = (matrix - mean) / spread
    weights = np.zeros(scaled.shape[1])
    for _ in range(60):
        share = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        gradient = scaled.T @ (share - gold) + L2 * weights
        curvature = (scaled * (share * (1 - share))[:, None]).T @ scaled + L2 * np.eye(len(weights))
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if abs(step).max() < 1e-4:
            break
    plain = weights / spread
    plain[0] -= (weights * mean / spread).sum()
    return [round(float(weight), 5) for weight in plain]


def fit() -> None:
    """Fits the weights that ship on all pages, and those of each fold on the pages of all other folds; writes both."""
    of_fold: dict[int, list[tuple[list[float], int]]] = {n: [] for n in range(FOLDS)}
    for development in (True, False):
        for page in load(development):
            of_fold[fold_of(page.url)] += zip(*labelled_blocks(page), strict=True)

    def without(left_out: int | None) -> list[float]:
        pairs = [pair for n in range(FOLDS) if n != left_out for pair in of_fold[n]]
        return fitted([row for row, _ in pairs], [label for _, label in pairs])

    count = sum(map(len, of_fold.values()))
    about = f"logistic regression, {count} labelled blocks of trafilatura's evaluation set (Apache-2.0); see page_choice.py"
    _write(WEIGHTS, about, without(None))
    _write(FOLD_WEIGHTS, f"each without its fold; {about}", [without(n) for n in range(FOLDS)])
    print(f"{count} blocks; weights written to {WEIGHTS.name} and {FOLD_WEIGHTS.name}")


def _write(path: Path, about: str, weights: list[Any]) -> None:
    path.write_text(json.dumps({"about": about, "weights": weights}, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    if "--fit" in sys.argv:
        fit()
    else:
        measure("--development" in sys.argv)
