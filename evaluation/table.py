"""The one table, the misses to read, and the JSON of results."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .data import PROJECT
from .registry import BY_NAME
from .run import Result, is_miss

FEWEST_UNITS = 3
"""With fewer units drawn from, an interval says nothing and is left out."""


def percent(share: float | None) -> str:
    """A share as a percentage with one decimal."""
    return "-" if share is None else f"{100 * share:.1f}"


def lines_of(results: Sequence[Result]) -> list[tuple[str, ...]]:
    """The rows of the table as strings."""
    rows = []
    for result in results:
        if result.reason:
            rows.append((result.name, result.reason, *[""] * 9))
            continue
        first = True
        for measure in BY_NAME[result.name].measures:
            figure = result.figures.get(measure.metric)
            if figure is None:
                continue
            interval = (
                f"{percent(figure.low)} to {percent(figure.high)}"
                if result.units >= FEWEST_UNITS
                else "-"
            )
            ours = percent(figure.value)
            if figure.precision is not None:
                ours = f"P {percent(figure.precision)} R {percent(figure.recall)} F1 {ours}"
            rows.append(
                (
                    result.name + ("*" if result.sampled else ""),
                    measure.metric,
                    measure.kind,
                    str(figure.n),
                    ours,
                    interval,
                    percent(figure.coverage),
                    measure.best,
                    f"{result.seconds:.0f}" if first else "",
                    f"{result.peak_mb:.0f}" if first else "",
                )
            )
            first = False
    return rows


HEADER = ("set", "metric", "kind", "n", "ours %", "95 %", "coverage", "best published", "s", "MB")


def table(results: Sequence[Result]) -> str:
    """The table for a terminal; `*` marks sets of which a fixed sample was taken."""
    rows = [HEADER, *(row for row in lines_of(results))]
    widths = [
        max((len(row[at]) for row in rows if len(row) == len(HEADER)), default=0)
        for at in range(len(HEADER))
    ]
    printed = []
    for row in rows:
        if len(row) != len(HEADER):
            printed.append(f"{row[0]:{widths[0]}}  {row[1]}")
        else:
            printed.append(
                "  ".join(
                    f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)
                ).rstrip()
            )
    return "\n".join(printed)


def misses(result: Result, count: int) -> str:
    """The first `count` misses of each metric, to read."""
    printed = []
    for measure in BY_NAME[result.name].measures:
        rows = [
            row
            for row in result.outcomes
            if row.metric == measure.metric and is_miss(row, measure.kind)
        ]
        if rows:
            printed.append(f"{result.name} {measure.metric}: {len(rows)} not right")
        for row in rows[:count]:
            printed.append(f"  {row.example} | wanted {row.gold} | found {row.found}")
    return "\n".join(printed)


def revision() -> str:
    """The short name of the commit that was measured, with `+` when files were changed since."""
    try:
        name = subprocess.run(
            ["git", "describe", "--always", "--dirty=+"],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return name.stdout.strip()


def as_json(results: Sequence[Result], pipeline: str, command: str) -> dict[str, Any]:
    """The results as plain values, without texts."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "revision": revision(),
        "pipeline": pipeline,
        "command": command,
        "sets": [
            {
                "name": result.name,
                "reason": result.reason,
                "units": result.units,
                "sampled": result.sampled,
                "seconds": round(result.seconds, 1),
                "peak_mb": round(result.peak_mb),
                "note": BY_NAME[result.name].note,
                "metrics": [
                    {
                        "metric": measure.metric,
                        "kind": measure.kind,
                        "best": measure.best,
                        **asdict(result.figures[measure.metric]),
                    }
                    for measure in BY_NAME[result.name].measures
                    if measure.metric in result.figures
                ],
                "kinds": result.kinds,
            }
            for result in results
        ],
    }


def write_json(path: Path, content: Any) -> None:
    """Writes plain values as JSON, folders made as needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
