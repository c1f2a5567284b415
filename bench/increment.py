"""What one article more costs, on records of several sizes.

`python bench/increment.py [ARTICLES...]` (100, 400 and 800 unless told) takes the readings of a story that
was built (`--story`, the largest that `bench/scale.py` left unless told), as many as are asked for, spread evenly; what is
missing is made by `bench/enlarge.py`. For each size it makes the record once, then adds articles one at a time, each in a
process of its own, and keeps the processor seconds of every step in `bench/results/increment.json`, with the machine and the
commit, and as ratios: one article more to the whole record, and to one article more on the smallest size.
"""

import argparse
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from enlarge import enlarged
from scale import ROOT, WORK, commit, machine

from secondsource.model.article import Capture
from secondsource.model.reading import Reading
from secondsource.store.migrations import capture_id
from secondsource.store.store import Store
from secondsource.store.story import create_story, open_story

RESULTS = ROOT / "bench/results/increment.json"
SIZES = (100, 400, 800)
ADDED = 3
"""Articles that are added, one after the other; the median counts. In a story of more than 256 texts one that is drawn
into the sample over which words are weighed costs all of lineage: it is told as the most."""


def readings_of(story: Path, count: int) -> list[Reading]:
    """So many readings: those of the story, spread evenly, then others like them."""
    with open_story(story).store() as store:
        found = list({one.article.id: one for one in store.readings()}.values())
    if count > len(found):
        return list(islice(enlarged(found, -(-count // len(found))), count))
    return [found[n * len(found) // count] for n in range(count)]


def keep(folder: Path, readings: list[Reading]) -> None:
    """Puts readings into a story as if it had read them."""
    from secondsource.build.reading import method_of

    story = open_story(folder)
    captures = [
        Capture(
            digest=one.article.id,
            address=one.article.address,
            media_type="text/plain",
            data=b"",
        )
        for one in readings
    ]
    with story.store() as store:
        store.keep_captures(captures)
        for one, held in zip(readings, captures, strict=True):
            id = capture_id(held.address, held.digest, held.media_type, "{}")
            store.keep_reading(id, method_of(story), one)


def built(folder: Path) -> dict[str, float]:
    """Processor seconds of a build that reads nothing, by step and in all."""
    from secondsource.build import build, building, recording

    found: dict[str, float] = {}

    def timed(name: str, action: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **named: Any) -> Any:
            started = time.process_time()
            try:
                return action(*args, **named)
            finally:
                found[name] = round(time.process_time() - started, 2)

        return run

    for name, of in (("load", "articles_of"), ("lineage", "trace"), ("record", "make_record")):
        setattr(recording, of, timed(name, getattr(recording, of)))
    building.verify = timed("verify", building.verify)
    Store.write_record = timed("write", Store.write_record)  # type: ignore[method-assign]
    started = time.process_time()
    build(folder, [])
    return {**found, "all": round(time.process_time() - started, 2)}


def own_process(*arguments: str) -> dict[str, float]:
    """What this file prints when it is run with these arguments."""
    command = [sys.executable, __file__, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def measured(source: Path, count: int) -> dict[str, Any]:
    """The figures of one size."""
    folder = WORK / f"increment-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    create_story(folder, open_story(source).pipeline)
    readings = readings_of(source, count + ADDED)
    # Those that are added stand anywhere in the story, not at its end.
    step = max(1, count // (ADDED + 1))
    added = readings[step::step][:ADDED]
    chosen = {one.article.id for one in added}
    keep(folder, [one for one in readings if one.article.id not in chosen])
    whole = own_process("--build", str(folder))
    more = []
    for one in added:
        keep(folder, [one])
        more.append(own_process("--build", str(folder)))
    middle = median(each["all"] for each in more)
    return {
        "whole": whole,
        "one_more": more,
        "one_more_median": middle,
        "one_more_to_whole": round(middle / whole["all"], 3),
    }


def largest_story() -> Iterator[Path]:
    """The stories that `bench/scale.py` left, the largest first."""
    found = [path for path in WORK.glob("story-*") if (path / "story.db").is_file()]
    yield from sorted(found, key=lambda path: -int(path.name.removeprefix("story-")))


def main() -> int:
    """Measures and keeps."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--story", type=Path, help="a story that was built, for its readings")
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.build:
        print(json.dumps(built(options.build)))
        return 0
    source = options.story or next(largest_story(), None)
    if source is None:
        print("not measured: no story is there; run bench/scale.py first")
        return 0
    found = {str(count): measured(source, count) for count in sorted(options.sizes)}
    smallest = next(iter(found.values()))["one_more_median"]
    for figures in found.values():
        figures["one_more_to_smallest"] = round(figures["one_more_median"] / smallest, 2)
    kept = {"machine": machine(), "commit": commit(), "sizes": found}
    RESULTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
