"""`python -m evaluation.diff BASE [--set NAME ...]`: what a change gained and lost, item by item.

Both revisions are measured with the measuring code of now: the source of BASE is checked out below
build/ for the time of the run and removed afterwards; the other side is the working tree. BASE is
anything that git knows as a commit.
"""

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from .data import DATA, PROJECT
from .registry import BY_NAME

Item = tuple[str, str, str | None, str | None, bool]
"""Example, metric, gold, found, right."""

Key = tuple[str, str, str | None]
"""Example, metric, and what is compared: the gold, or of spurious finds the find."""

FOLDER = PROJECT / "build" / "evaluation" / "diff"
FAST = ("status_cases", "figures_cases", "times_cases")


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


def measured(source: Path, items: Path, sets: Sequence[str], root: Path, limit: int | None) -> None:
    """Measures with the package in `source` and writes the items; raises CalledProcessError."""
    command = [sys.executable, "-m", "evaluation", "--items", str(items), "--root", str(root)]
    command += ["--json", str(items.with_suffix(".results.json"))]
    for name in sets:
        command += ["--set", name]
    if limit is not None:
        command += ["--limit", str(limit)]
    paths = os.pathsep.join([str(source), str(PROJECT)])
    subprocess.run(
        command,
        cwd=PROJECT,
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
    )


def main(arguments: list[str] | None = None) -> int:
    """Measures both sides and prints what changed."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.diff", description=__doc__)
    parser.add_argument("base")
    parser.add_argument("--set", action="append", choices=sorted(BY_NAME), dest="sets")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--most", type=int, default=30, help="items shown of each kind")
    parser.add_argument("--root", type=Path, default=DATA)
    chosen = parser.parse_args(arguments)
    sets = chosen.sets or list(FAST)
    FOLDER.mkdir(parents=True, exist_ok=True)
    tree = FOLDER / "base"
    git = ["git", "-C", str(PROJECT)]
    subprocess.run(
        [*git, "worktree", "add", "--quiet", "--detach", "--force", str(tree), chosen.base],
        check=True,
    )
    try:
        measured(tree / "src", FOLDER / "before.json", sets, chosen.root, chosen.limit)
    finally:
        subprocess.run([*git, "worktree", "remove", "--force", str(tree)], check=True)
    measured(PROJECT / "src", FOLDER / "after.json", sets, chosen.root, chosen.limit)
    sides = [
        json.loads((FOLDER / f"{side}.json").read_text("utf-8")) for side in ("before", "after")
    ]
    for name in sets:
        rates = {measure.metric for measure in BY_NAME[name].measures if measure.kind == "rate"}
        before, after = (
            # Of a rate, what "is so" must not be: there right is bad.
            [(*row[:4], row[4] != (row[1] in rates)) for row in side[name]]
            for side in sides
        )
        print(shown(name, before, after, chosen.most))
    return 0


if __name__ == "__main__":
    sys.exit(main())
