"""`python -m evaluation`: measures on the public sets and on our own, prints one table, writes JSON.

--set NAME (again for more) only these; --errors N shows N misses of each metric; --json FILE where the
results go (default build/evaluation/results.json, or NAME.json for chosen sets); --items FILE writes every
decision and count, for `evaluation.diff`; --whole takes whole sets in place of fixed samples; --limit N at most N
examples of each, while developing; --workers N sets at a time.
"""

import argparse
import sys
from dataclasses import astuple
from pathlib import Path

from .data import DATA, PROJECT
from .registry import BY_NAME, SETS
from .run import run_all
from .table import as_json, misses, table, write_json


def main(arguments: list[str] | None = None) -> int:
    """Runs what the arguments ask for; returns 1 when a set failed (a skipped one is no failure)."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--set", action="append", choices=sorted(BY_NAME), dest="sets")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--items", type=Path)
    parser.add_argument("--root", type=Path, default=DATA, help="the folder of all data")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--workers", type=int, default=1)
    chosen = parser.parse_args(arguments)
    names = chosen.sets or [each.name for each in SETS]
    results = run_all(names, chosen.root, chosen.workers, chosen.whole, chosen.limit)
    print(table(results))
    if any(result.sampled for result in results):
        print("* a fixed sample of the set; --whole takes all of it")
    if chosen.errors:
        for result in results:
            print(misses(result, chosen.errors))
    default = PROJECT / "build" / "evaluation" / f"{'+'.join(chosen.sets or ['results'])}.json"
    from secondsource.reading.language import best_package

    command = " ".join(["python -m evaluation", *(arguments or sys.argv[1:])])
    write_json(chosen.json or default, as_json(results, best_package(), command))
    if chosen.items:
        items = {
            result.name: {
                "reason": result.reason,
                "items": [
                    [row.example, row.metric, row.gold, row.found, row.right]
                    for row in result.outcomes
                ],
                "parts": [[row.unit, row.metric, astuple(row.counts)] for row in result.parts],
            }
            for result in results
        }
        write_json(chosen.items, items)
    return int(any((result.reason or "").startswith("failed") for result in results))


if __name__ == "__main__":
    sys.exit(main())
