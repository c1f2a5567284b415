"""A month of watching at speed: 50 feeds on the loopback address, 30,000 articles, 5 % faults.

`python bench/month.py [ARTICLES [ROUNDS]]` (30,000 in 30 rounds unless told; one round is a day). Feeds answer pages of other
kinds, half lists, errors, redirects for ever, or nothing in time; pages come short, late or not (`tests/watch/simulated.py`). Every page
is fetched over HTTP and kept in a story on disk, and every round writes a record and tells of new reports. The rounds keep a
record of articles alone (`tests/watch/unread.py`): reading 30,000 texts takes hours, and a small month that is read stands in
`tests/watch/test_month.py`. In the end the story must hold each report once, as one that took all in at once does, each must have been told
once, and memory, open files and threads must not grow while nothing new comes. Figures go to `bench/results/month.json` with
the machine and the commit; the command fails when anything is lost, double or leaking.
"""

import gc
import json
import resource
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "tests/watch")]

from scale import WORK, commit, machine  # noqa: E402
from simulated import World, follow_a_month, open_files, resident_bytes, served, watched  # noqa: E402
from unread import unread_build  # noqa: E402

from secondsource.build import no_progress  # noqa: E402
from secondsource.build.taking_in import take_in  # noqa: E402
from secondsource.export.jsonl import json_lines  # noqa: E402
from secondsource.ingest.item import Item, capture  # noqa: E402
from secondsource.store.doctor import examine  # noqa: E402
from secondsource.store.story import create_story, open_story  # noqa: E402
from secondsource.watch.delivery import AlertFile  # noqa: E402

RESULTS = ROOT / "bench/results/month.json"
FEEDS, ARTICLES, ROUNDS = 50, 30_000, 30
QUIET_ROUNDS = 6
MOST_GROWTH_WHEN_QUIET = 30_000_000
"""Bytes of memory over `QUIET_ROUNDS`, in which 300 feeds are asked and the record is compared and written each time."""


def everything(world: World) -> Iterator[Item]:
    """All reports, as they are when they are fetched."""
    for number in range(world.articles):
        address = f"{world.root}/report/{number}"
        said = {"title": f"Boats, report {number}", "url": address}
        yield capture(world.page(number), address, "text/html", said, world.now.isoformat())


def exported(folder: Path) -> bytes:
    with open_story(folder).store() as store:
        return b"\n".join(json_lines(store.record()))


def rows(folder: Path) -> list[tuple[str, str, str]]:
    """Id, address and digest of all captures."""
    with open_story(folder).store() as store:
        return [(one.id, one.address, one.digest) for one in store.captures()]


def main() -> int:
    articles, rounds = [*map(int, sys.argv[1:]), *(ARTICLES, ROUNDS)[len(sys.argv) - 1 :]]
    place = WORK / "month"
    shutil.rmtree(place, ignore_errors=True)
    folder, alerts = place / "watched", place / "alerts.jsonl"
    create_story(folder, "none")
    faults: list[str] = []
    began, processor = time.monotonic(), time.process_time()
    with served(World(FEEDS, articles, rounds)) as world:
        watch = watched(world, folder, unread_build, (AlertFile(alerts),))
        memory = []
        for report, resident in follow_a_month(world, watch):
            memory.append(resident)
            if report.fault:
                faults.append(report.fault)
            print(f"round {report.round}: {report.articles} articles, {resident >> 20} MB", file=sys.stderr, flush=True)  # fmt: skip
        took = {"seconds": time.monotonic() - began, "cpu_seconds": time.process_time() - processor}
        world.whole = True
        quiet = []
        with watch.open() as state:
            for _ in range(QUIET_ROUNDS):
                watch.round(state)
                gc.collect()
                quiet.append((resident_bytes(), open_files(), threading.active_count()))
        with create_story(place / "whole", "none").writing() as store:
            take_in(store, everything(world), no_progress)
    unread_build(place / "whole", [])
    told = [json.loads(line)["articles"][0]["address"] for line in alerts.open(encoding="utf-8")]
    # The first round has nothing to compare with, and tells nothing.
    to_tell = {f"{world.root}/report/{one}" for one in range(articles // rounds, articles)}
    kept = rows(folder)
    checks = {
        "no round failed": not faults,
        "no loss": {one[1] for one in kept} == {f"{world.root}/report/{n}" for n in range(articles)},
        "no double": len(kept) == articles,
        "captures of one build": kept == rows(place / "whole"),
        "record of one build": exported(folder) == exported(place / "whole"),
        "told of all": to_tell <= set(told),
        "told once": len(told) == len(set(told)),
        "memory at rest": quiet[-1][0] - quiet[1][0] < MOST_GROWTH_WHEN_QUIET,
        "files and threads at rest": all(quiet[-1][n] <= quiet[1][n] + 2 for n in (1, 2)),
        "doctor": examine(open_story(folder)) == (),
    }  # fmt: skip
    result = {
        "machine": machine(),
        "commit": commit(),
        "feeds": FEEDS,
        "articles": articles,
        "rounds": rounds,
        "rounds_until_all_was_there": len(memory),
        "faults": dict(sorted(world.faults.items())),
        **{name: round(value, 1) for name, value in took.items()},
        "mb_after_round": {str(n): memory[n - 1] >> 20 for n in (1, rounds // 2, rounds, len(memory))},
        "mb_at_rest": [one[0] >> 20 for one in quiet],
        "mb_peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10,
        "checks": checks,
    }  # fmt: skip
    RESULTS.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    print(json.dumps(result, indent=1))
    shutil.rmtree(place)
    return 0 if all(checks.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
