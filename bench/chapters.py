"""What a story of many articles costs, told at once or in chapters: to build from readings, and for one article more.

`python bench/chapters.py [ARTICLES...]` (1,000 and 10,000 unless told) takes the readings of a story that was built (`--story`, the
largest that `bench/scale.py` left unless told); what is missing is made by `bench/enlarge.py`, each copy of the story so many
days later that all of them together lie within a year. For each size it builds the story once and then adds three articles one at
a time, each build in a process of its own, with `--workers` processes. Seconds of the clock and of all processors, and the
most memory of the process that writes and of any worker, are added to `bench/results/chapters.json` with the machine and the commit.
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
from enlarge import enlarged
from increment import ADDED, keep, largest_story, readings_of
from scale import ROOT, WORK, commit, machine

from secondsource.build import build
from secondsource.engine.local import batches
from secondsource.model.reading import Reading
from secondsource.record.chapters.parting import MOST_IN_A_CHAPTER
from secondsource.store.chapters import chapter_rows
from secondsource.store.story import create_story, open_story

RESULTS = ROOT / "bench/results/chapters.json"
SIZES = (1_000, 10_000)
DAYS = 240
"""Days over which the copies begin: with those that the story itself takes they lie within a year."""


def spread(source: Path, count: int) -> Iterator[Reading]:
    """So many readings, those of each copy of the story some days after those of the one before."""
    with open_story(source).store() as store:
        found = len({one.article.id for one in store.readings()})
    copies = -(-count // found)
    few = readings_of(source, min(found, count))
    for n, reading in enumerate(islice(enlarged(few, copies), count)):
        yield later(reading, timedelta(days=n // len(few) * DAYS // copies))


def later(reading: Reading, by: timedelta) -> Reading:
    """The reading of the same report, printed so much later."""
    published = reading.article.published
    if published is None or not by:
        return reading
    moved = {
        name: (date.fromisoformat(getattr(published, name)) + by).isoformat()
        for name in ("earliest", "latest")
    }
    if published.precision == "day":
        moved["value"] = moved["earliest"]
    article = msgspec.structs.replace(
        reading.article, published=msgspec.structs.replace(published, **moved)
    )
    return msgspec.structs.replace(reading, article=article)


def built(folder: Path, workers: int) -> dict[str, Any]:
    """What a build that reads nothing takes."""
    started = time.monotonic()
    build(folder, [], workers)
    seconds = time.monotonic() - started
    own, others = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    with open_story(folder).store() as store:
        chapters = len(chapter_rows(store))
    return {
        "seconds": round(seconds, 1),
        "cpu_seconds": round(own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime, 1),
        "writer_mb": own.ru_maxrss // 1024,
        "worker_mb": others.ru_maxrss // 1024,
        "chapters": chapters,
    }


def own_process(folder: Path, workers: int) -> dict[str, Any]:
    """What this file prints when it builds in a process of its own."""
    command = [sys.executable, __file__, "--build", str(folder), "--workers", str(workers)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def measured(source: Path, count: int, workers: int) -> dict[str, Any]:
    """The figures of one size."""
    folder = WORK / f"chapters-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    create_story(folder, open_story(source).pipeline)
    step = count // (ADDED + 1)
    later_on: list[Reading] = []

    def first() -> Iterator[Reading]:
        for n, reading in enumerate(spread(source, count + ADDED)):
            if n and n % step == 0 and len(later_on) < ADDED:
                later_on.append(reading)
            else:
                yield reading

    for some in batches(first(), 200):
        keep(folder, list(some))
    whole = own_process(folder, workers)
    more = []
    for one in later_on:
        keep(folder, [one])
        more.append(own_process(folder, 1))
    size = sum(file.stat().st_size for file in folder.glob("story.db*")) // 1_000_000
    return {
        "whole": whole,
        "one_more": more,
        "one_more_median": median(each["cpu_seconds"] for each in more),
        "story_mb": size,
    }


def main() -> int:
    """Measures and keeps."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--story", type=Path, help="a story that was built, for its readings")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.build:
        print(json.dumps(built(options.build, options.workers)))
        return 0
    source = options.story or next(largest_story(), None)
    if source is None:
        print("not measured: no story is there; run bench/scale.py first")
        return 0
    found = {
        str(count): measured(source, count, options.workers) for count in sorted(options.sizes)
    }
    smallest = next(iter(found.values()))["one_more_median"]
    for figures in found.values():
        figures["one_more_to_smallest"] = round(figures["one_more_median"] / smallest, 2)
    run = {"commit": commit(), "chapters_of": MOST_IN_A_CHAPTER, "sizes": found}
    before = json.loads(RESULTS.read_text("utf-8"))["runs"] if RESULTS.is_file() else []
    kept = {"machine": machine(), "runs": [*before, run]}
    RESULTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
