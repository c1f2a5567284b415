"""`python -m evaluation.quality [RESULTS.json ...]`: writes docs/quality.md from measured results.

Without arguments it reads build/evaluation/results.json, and build/evaluation/peers.json if it is there.
Later files replace the sets of earlier ones. Nothing in the page is written by hand, and no text of a
data set stands in it.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from .data import PROJECT
from .registry import BY_NAME
from .table import FEWEST_UNITS, percent

PAGE = PROJECT / "docs" / "quality.md"
RESULTS = PROJECT / "build" / "evaluation" / "results.json"
PEERS = PROJECT / "build" / "evaluation" / "peers.json"
FIRST_RUNS = Path(__file__).with_name("first_runs.toml")
MOST_KINDS = 6

INTRODUCTION = """# Quality, as measured

<!-- written by `python -m evaluation.quality` from measured results; do not edit -->

Every figure below is repeated by the command beside it. Figures are percentages. The interval is a 95 %
bootstrap interval over whole documents (or rows); it is left out below {fewest} of them. *Coverage* is the
share of the gold for which anything was answered, so that silence is seen. `rate` means the share of what must
not be: lower is better. A figure "of found" leaves out what was not found.

How to read them:

- The tables `*_cases` and the story `pemba-channel` were written by us and frozen before the rules; their first runs
  stand below. Today's figures on them are development figures, since misses have been read since then.
- The public sets were open during development as well (train or dev parts; `webpages`: the half of the hosts that
  nobody looked at, with weights learned without the page's host). Expect less on text of another kind.
- Published figures are other systems' on the part that is named with them, not always on the same texts.

How the scorers are checked: each against examples worked by hand, with errors planted in it that the examples must notice
(`tests/evaluation/test_planted.py`), and, where a reference scorer installs, against it on random cases
(`test_reference.py`): chains (scorch, neleval), ROUGE (rouge-score) and timelines (tilse), exact spans (seqeval),
TempEval's strict, relaxed and value where no time overlaps two others (nervaluate), decisions by precision, recall
and F1 (scikit-learn), intervals (scipy), kilometres (geopy). For quantities, PLOVER triples and the segments of pages none
installs that counts as the field's papers do: the package of CQE extracts and does not score. What is right there stands on worked examples alone.
"""


def result_rows(made: dict[str, Any]) -> Iterator[str]:
    """The lines of one set: heading, table, kinds of misses."""
    name = made["name"]
    yield f"### {name}"
    yield ""
    sample = f", a fixed sample of {made['units']} units" if made["sampled"] else ""
    note = f" {made['note'][0].upper()}{made['note'][1:]}." if made["note"] else ""
    if made["reason"]:
        yield f"{made['reason'].split(':')[0].capitalize()}; no figure."
        yield ""
        return
    yield (
        f"`make evaluate SET={name}`{sample}; {made['date']}, commit {made['revision']};"
        f" {made['seconds']:.0f} s, {made['peak_mb']} MB.{note}"
    )
    yield ""
    yield "| metric | n | precision | recall | value | 95 % | coverage | best published |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in made["metrics"]:
        kind = {
            "f1": "F1 ",
            "mean": "mean F1 ",
            "macro": "mean F1 of units ",
            "rate": "rate ",
            "accuracy": "",
        }[row["kind"]]
        interval = (
            f"{percent(row['low'])} to {percent(row['high'])}"
            if made["units"] >= FEWEST_UNITS
            else "-"
        )
        cells = (
            row["metric"],
            str(row["n"]),
            percent(row["precision"]),
            percent(row["recall"]),
            kind + percent(row["value"]),
            interval,
            percent(row["coverage"]),
            row["best"],
        )
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield from misses(made)


def misses(made: dict[str, Any]) -> Iterator[str]:
    """Known misses by kind, the most frequent first."""
    lines = []
    for metric, kinds in made["kinds"].items():
        ranked = sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
        told = [f"{safe(kind)} {count}" for kind, count in ranked[:MOST_KINDS]]
        rest = sum(count for _, count in ranked[MOST_KINDS:])
        if rest:
            told.append(f"other kinds {rest}")
        lines.append(f"- {metric}: {', '.join(told)}")
    if lines:
        yield "Misses by kind:"
        yield ""
        yield from lines
        yield ""


def safe(kind: str) -> str:
    """The name of a kind without anything that Markdown would read."""
    return re.sub(r"[|*`]", "", kind)


def first_runs() -> Iterator[str]:
    """The first-run scores, from `first_runs.toml` and the design notes."""
    yield "## First runs"
    yield ""
    yield "Scores of the first run on each frozen set, before a single miss had been read."
    yield ""
    for run in tomllib.loads(FIRST_RUNS.read_text("utf-8"))["run"]:
        yield f"### {run['set']}, {run['date']}"
        yield ""
        yield f"`{run['command']}`: {run['note']}."
        yield ""
        yield "| figure | first run | n |"
        yield "|---|---|---|"
        for name, share, count in run["rows"]:
            yield f"| {name} | {share:.1f} | {count} |"
        yield ""
    for path in sorted((PROJECT / "docs" / "design").glob("*first-run*.md")):
        text = path.read_text("utf-8").strip()
        title, _, body = text.partition("\n")
        yield f"### {title.lstrip('# ')}"
        yield ""
        yield body.strip()
        yield ""


def _failed(row: dict[str, Any]) -> str:
    return f" ({row['failed']} failed)" if row.get("failed") else ""


def peers(made: dict[str, Any]) -> Iterator[str]:
    """Other tools on the same items, from the same run."""
    yield "## Side by side with other tools"
    yield ""
    yield f"`make peers`, {made['date']}, commit {made['revision']}. {made['about']}"
    yield ""
    yield "| task | tool | n | figure | value | seconds |"
    yield "|---|---|---|---|---|---|"
    for row in made["rows"]:
        if row.get("reason"):
            yield f"| {row['task']} | {row['tool']} | - | {safe(row['reason'])} | - | - |"
            continue
        yield (
            f"| {row['task']} | {row['tool']} | {row['n']}{_failed(row)} | {row['figure']} | {percent(row['value'])}"
            f" | {row['seconds']:.1f} |"
        )
    yield ""


def page(results: Sequence[dict[str, Any]], peer_results: dict[str, Any] | None) -> str:
    """The whole page."""
    sets: dict[str, dict[str, Any]] = {}
    for content in results:
        for made in content["sets"]:
            stamp = {"date": content["date"], "revision": content["revision"]}
            sets[made["name"]] = {**made, **stamp}
    lines = [INTRODUCTION.format(fewest=FEWEST_UNITS)]
    lines += [f"Language pipeline: {results[-1]['pipeline']}.", "", "## Now", ""]
    for name in BY_NAME:
        if name in sets:
            lines += result_rows(sets[name])
    lines += first_runs()
    if peer_results:
        lines += peers(peer_results)
    return "\n".join(lines).rstrip() + "\n"


def main(paths: Sequence[str]) -> None:
    """Writes the page."""
    files = [Path(path) for path in paths] or [RESULTS]
    results = [json.loads(path.read_text("utf-8")) for path in files]
    others = json.loads(PEERS.read_text("utf-8")) if PEERS.exists() else None
    PAGE.write_text(page(results, others), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
