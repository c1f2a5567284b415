"""`python -m evaluation.raise_floors RESULTS.json ...`: sets floors a little under measured values.

For each metric of the results the floor becomes the measured value less one point, or less two items where
that is more, rounded down to a tenth of a point. A floor that stands is only ever raised (of a rate: lowered).
"""

import json
import math
import sys
import tomllib
from pathlib import Path

from .floors import FILE, Floor, floors
from .registry import BY_NAME

HEADER = """# Floors under quality, kept by tests/evaluation/test_floors.py; of a rate (lower is better) a ceiling.
# `measured` is the value of `date`, `least` lies one point (or two items) under it. Values are shares, 0 to 1;
# a set with a `sample` in evaluation/registry.py is measured on that sample. Raised by
# `python -m evaluation.raise_floors build/evaluation/results.json`.
"""


def under(value: float, n: int, is_rate: bool) -> float:
    """The floor (the ceiling of a rate) for a value measured on `n` items."""
    slack = max(0.01, 2 / max(1, n))
    if is_rate:
        return min(1.0, math.ceil((value + slack) * 1000) / 1000)
    return max(0.0, math.floor((value - slack) * 1000) / 1000)


def raised(old: list[Floor], results: dict[str, object]) -> list[Floor]:
    """The floors after results: higher ones replaced, new ones added, in the order of the registry."""
    held = {(floor.set, floor.metric): floor for floor in old}
    for made in results["sets"]:  # type: ignore[attr-defined]
        for row in made["metrics"]:
            if row["metric"].endswith(")"):
                continue  # a baseline in the same run ("… (same head lemma)")
            key = (made["name"], row["metric"])
            is_rate = row["kind"] == "rate"
            least = under(row["value"], row["n"], is_rate)
            before = held.get(key)
            if before and (before.least <= least if is_rate else before.least >= least):
                continue
            value = round(row["value"], 4)
            held[key] = Floor(*key, least=least, measured=value, date=str(results["date"]))
    order = [(each.name, m.metric) for each in BY_NAME.values() for m in each.measures]
    return [held[key] for key in order if key in held]


def written(rows: list[Floor]) -> str:
    """The file."""
    blocks = [
        f'[[floor]]\nset = "{row.set}"\nmetric = "{row.metric}"\nleast = {row.least}\n'
        f'measured = {row.measured}\ndate = "{row.date}"\n'
        for row in rows
    ]
    return "\n".join([HEADER, *blocks])


def main(paths: list[str]) -> None:
    """Raises the floors to the results in the files."""
    rows = floors() if FILE.exists() else []
    for path in paths:
        rows = raised(rows, json.loads(Path(path).read_text("utf-8")))
    text = written(rows)
    tomllib.loads(text)
    FILE.write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
