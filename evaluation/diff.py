"""`python -m evaluation.diff BASE [--set NAME ...]`: what a change gained and lost, item by item.

Both revisions are measured with the measuring code of now: the source of BASE is checked out below
build/ for the time of the run and removed afterwards; the other side is the working tree. BASE is
anything that git knows as a commit. Without --set all sets that we wrote are compared. Scores that are no list of
decisions (chains, timelines) are compared by document, topic or timeline. A set that one side cannot run is told
with its reason.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from .data import DATA, PROJECT
from .metrics.counts import Counts, harmonic
from .registry import BY_NAME, SETS
from .table import percent

Item = tuple[str, str, str | None, str | None, bool]
"""Example, metric, gold, found, right."""

PartRow = tuple[str, str, Sequence[float]]
"""Unit, metric, and the six counts."""

Side = dict[str, Any]
"""What one side gave for a set: `items`, `parts`, and the `reason` for which there are none."""

Key = tuple[str, str, str | None]
"""Example, metric, and what is compared: the gold, or of spurious finds the find."""

FOLDER = PROJECT / "build" / "evaluation" / "diff"
OURS = tuple(each.name for each in SETS if not each.folder)


def changes(before: Sequence[Item], after: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """Items that became right or are no longer spurious (gained), and those that were so before
    (lost). Equal items are paired off; each list is in the order of its own side."""

    def goods(items: Sequence[Item]) -> Counter[Key]:
        return Counter((item[0], item[1], item[2]) for item in items if item[4])

    def bads(items: Sequence[Item]) -> Counter[Key]:
        return Counter(
            (item[0], item[1], item[3]) for item in items if not item[4] and item[2] is None
        )

    gained = [
        *_left(after, goods(after) - goods(before), 2, True),
        *_left(before, bads(before) - bads(after), 3, False),
    ]
    lost = [
        *_left(before, goods(before) - goods(after), 2, True),
        *_left(after, bads(after) - bads(before), 3, False),
    ]
    return gained, lost


def _left(items: Sequence[Item], wanted: Counter[Key], key: int, right: bool) -> Iterator[Item]:
    waiting = Counter(wanted)
    for item in items:
        name = (item[0], item[1], item[2] if key == 2 else item[3])
        if item[4] == right and (right or item[2] is None) and waiting[name] > 0:
            waiting[name] -= 1
            yield item


def shown(name: str, before: Sequence[Item], after: Sequence[Item], most: int) -> str:
    """The changes of one set as lines: for each metric the sums, then the items."""
    lines = []
    for metric in dict.fromkeys(item[1] for item in [*before, *after]):
        old = [item for item in before if item[1] == metric]
        new = [item for item in after if item[1] == metric]
        gained, lost = changes(old, new)
        right = f"right {sum(item[4] for item in old)} -> {sum(item[4] for item in new)}"
        lines.append(f"{name} {metric}: {right}, gained {len(gained)}, lost {len(lost)}")
        for sign, rows, side in (("+", gained, new), ("-", lost, old)):
            other = {(item[0], item[2]): item for item in (old if side is new else new)}
            for item in rows[:most]:
                then = other.get((item[0], item[2]))
                was = f" | on the other side {then[3]}" if then and item[2] is not None else ""
                spurious = "" if item[2] is not None else " (spurious)"
                lines.append(
                    f"  {sign} {item[0]} | wanted {item[2]} | found {item[3]}{was}{spurious}"
                )
            if len(rows) > most:
                lines.append(f"  {sign} and {len(rows) - most} more")
    return "\n".join(lines)


def moved(name: str, before: Sequence[PartRow], after: Sequence[PartRow], most: int) -> list[str]:
    """Lines for scores that are no list of decisions: for each metric whose value moved its sums, then the units."""
    lines = []
    old, new = _by_metric(before), _by_metric(after)
    for metric in dict.fromkeys([*old, *new]):
        units = {
            unit: (_f1(old.get(metric, {}), unit), _f1(new.get(metric, {}), unit))
            for unit in dict.fromkeys([*old.get(metric, {}), *new.get(metric, {})])
        }
        changed = {unit: pair for unit, pair in units.items() if pair[0] != pair[1]}
        if not changed:
            continue
        whole = _f1(old.get(metric, {})), _f1(new.get(metric, {}))
        up = sum(pair[1] > pair[0] for pair in changed.values())
        lines.append(
            f"{name} {metric}: F1 {percent(whole[0])} -> {percent(whole[1])},"
            f" gained {up}, lost {len(changed) - up} of {len(units)}"
        )
        ranked = sorted(changed, key=lambda unit: (-abs(changed[unit][1] - changed[unit][0]), unit))
        for unit in ranked[:most]:
            was, now = changed[unit]
            lines.append(f"  {'+' if now > was else '-'} {unit} | {percent(was)} -> {percent(now)}")
        if len(ranked) > most:
            lines.append(f"  and {len(ranked) - most} more")
    return lines


def _by_metric(rows: Sequence[PartRow]) -> dict[str, dict[str, Counts]]:
    made: dict[str, dict[str, Counts]] = {}
    for unit, metric, counts in rows:
        made.setdefault(metric, {})[unit] = Counts(*counts)
    return made


def _f1(table: dict[str, Counts], unit: str | None = None) -> float:
    chosen = table.values() if unit is None else [table.get(unit, Counts())]
    whole = sum(chosen, Counts())
    return harmonic(
        whole.right_found / whole.found if whole.found else 0.0,
        whole.right_gold / whole.gold if whole.gold else 0.0,
    )


def compared(name: str, before: Side, after: Side, most: int, base: str) -> str:
    """The changes of one set, or why there are none to tell."""
    reasons = [
        f"{name} at {where}: {side['reason']}"
        for where, side in ((base, before), ("the working tree", after))
        if side["reason"]
    ]
    if reasons:
        return "\n".join(reasons)
    rates = {measure.metric for measure in BY_NAME[name].measures if measure.kind == "rate"}
    # Of a rate, what "is so" must not be: there right is bad.
    old, new = (
        [(*row[:4], row[4] != (row[1] in rates)) for row in side["items"]]
        for side in (before, after)
    )
    lines = [shown(name, old, new, most), *moved(name, before["parts"], after["parts"], most)]
    return "\n".join(line for line in lines if line) or f"{name}: nothing changed"


def measured(source: Path, items: Path, sets: Sequence[str], root: Path, limit: int | None) -> None:
    """Measures with the package in `source` and writes the items; raises SystemExit when nothing could be."""
    items.unlink(missing_ok=True)
    command = [sys.executable, "-m", "evaluation", "--items", str(items), "--root", str(root)]
    command += ["--json", str(items.with_suffix(".results.json"))]
    for name in sets:
        command += ["--set", name]
    if limit is not None:
        command += ["--limit", str(limit)]
    paths = os.pathsep.join([str(source), str(PROJECT)])
    done = subprocess.run(
        command,
        cwd=PROJECT,
        check=False,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
    )
    # A set that failed is a row with its reason; without items there was no measuring at all.
    if done.returncode and not items.exists():
        raise SystemExit(f"{source}: nothing could be measured there, as told above")


def main(arguments: list[str] | None = None) -> int:
    """Measures both sides and prints what changed."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.diff", description=__doc__)
    parser.add_argument("base")
    parser.add_argument("--set", action="append", choices=sorted(BY_NAME), dest="sets")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--most", type=int, default=30, help="items shown of each kind")
    parser.add_argument("--root", type=Path, default=DATA)
    chosen = parser.parse_args(arguments)
    sets = chosen.sets or list(OURS)
    git = ["git", "-C", str(PROJECT)]
    known = subprocess.run(
        [*git, "rev-parse", "--verify", "--quiet", f"{chosen.base}^{{commit}}"],
        capture_output=True,
        check=False,
    )
    if known.returncode:
        parser.error(f"git knows no commit {chosen.base!r} (say BASE=main~3, a tag or a hash)")
    FOLDER.mkdir(parents=True, exist_ok=True)
    tree = Path(tempfile.mkdtemp(dir=FOLDER)) / "base"
    subprocess.run(
        [*git, "worktree", "add", "--quiet", "--detach", "--force", str(tree), chosen.base],
        check=True,
    )
    try:
        measured(tree / "src", FOLDER / "before.json", sets, chosen.root, chosen.limit)
    finally:
        subprocess.run([*git, "worktree", "remove", "--force", str(tree)], check=True)
        tree.parent.rmdir()
    measured(PROJECT / "src", FOLDER / "after.json", sets, chosen.root, chosen.limit)
    before, after = (
        json.loads((FOLDER / f"{side}.json").read_text("utf-8")) for side in ("before", "after")
    )
    for name in sets:
        print(compared(name, before[name], after[name], chosen.most, chosen.base))
    return 0


if __name__ == "__main__":
    sys.exit(main())
