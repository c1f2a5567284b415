"""What a story costs as it grows: each stage's processor time and memory, one article more, and questions.

`python bench/scale.py [ARTICLES...]` (100, 400 and 1400 unless told) builds the oil spill of
`../shared/data/timeline17.tar.xz` from that many reports, spread evenly over the story, each size in a
process of its own. Python looks for no cycles of garbage, as in a build. The language pipeline, loaded once more so that it
too meets each word for the first time, is run alone over the same texts in the same process, so that the whole build (with
the index for `check`, which a build makes) can be held against it. Figures go to `bench/results/scale.json` with the machine
and the commit. `--check` runs the smallest size only and fails when a ratio is over 10 % worse than
the one kept. Without the data it says so and leaves the results alone.
"""

import argparse
import gc
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from typing import Any, TypeVar

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared/data/timeline17.tar.xz"
WORK = ROOT / "build/bench"
RESULTS = ROOT / "bench/results/scale.json"
SIZES = (100, 400, 1400)
WORSE = 1.10
"""A ratio that is this many times the kept one fails `--check`."""
RATIOS = ("build_to_pipeline", "record_to_pipeline")
QUESTIONS = (
    "The well was capped in July.",
    "The company will pay 20 billion dollars.",
    "Eleven workers were killed.",
    "The president visited the coast.",
    "Nobody was hurt.",
)

T = TypeVar("T")


def reports(count: int) -> list[dict[str, str]]:
    """`count` reports of the oil spill (all, if there are fewer) with a made-up address that tells
    outlet and day, spread evenly over the sorted names."""
    found = []
    with tarfile.open(DATA) as archive:
        members = [one for one in archive if one.isfile()]
        names = sorted(n.name for n in members if "/bpoil_" in n.name and "/InputDocs/" in n.name)
        count = min(count, len(names))
        chosen = {names[i * len(names) // count] for i in range(count)}
        # In the order of the archive: to go back in it is to unpack it again from its beginning.
        for member in members:
            if member.name not in chosen:
                continue
            _, story, _, day, file = member.name.split("/")
            held = archive.extractfile(member)
            text = (held.read() if held else b"").decode("utf-8", "replace").strip()
            url = f"https://{story.removeprefix('bpoil_')}.example/{day}/{file}"
            found.append({"url": url, "text": text, "published": day})
    found.sort(key=lambda row: row["url"])
    return [row for row in found if row["text"]]


def kept(rows: list[dict[str, str]], name: str) -> Path:
    """A file of JSON lines with these reports."""
    WORK.mkdir(parents=True, exist_ok=True)
    path = WORK / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def measured(count: int) -> dict[str, Any]:
    """All figures of a story of so many reports, made in this process."""

    from secondsource.article import clean_text
    from secondsource.build import build, no_progress
    from secondsource.build.building import verify
    from secondsource.build.reading import read_all, reader_of
    from secondsource.build.taking_in import take_in
    from secondsource.check import Checker
    from secondsource.check.shelves.shelving import kept_shelf
    from secondsource.engine.memory import uncollected
    from secondsource.ingest import captures
    from secondsource.lineage import trace
    from secondsource.reading.draft import lay_out
    from secondsource.reading.language import best_package, load_pipeline
    from secondsource.record.record import make_record
    from secondsource.store.own_lexicon import own_lexicon
    from secondsource.store.pages import Snapshot
    from secondsource.store.search import search_articles
    from secondsource.store.story import create_story
    from secondsource.views.brief import brief

    stages: dict[str, dict[str, float]] = {}

    def timed(name: str, action: Callable[[], T]) -> T:
        started = time.process_time()
        with uncollected():
            result = action()
        stages[name] = {
            "cpu_seconds": round(time.process_time() - started, 2),
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
        return result

    rows = reports(count + 1)
    first, second = kept(rows[:-1], f"{count}.jsonl"), kept(rows[-1:], f"{count}-one.jsonl")
    folder = WORK / f"story-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    story = create_story(folder, best_package())
    reader = reader_of(story.pipeline, own_lexicon(story))
    loaded = clean_text("The language pipeline and the tables are loaded before the clock runs.")
    reader.read_article(loaded)
    with story.store() as store:
        taken = captures([str(first)], tell_apart=False)
        timed("take in", lambda: take_in(store, taken, no_progress))
        timed("read", lambda: read_all(story, store, 1, no_progress))
        readings = list({one.article.id: one for one in store.readings()}.values())
        texts = [lay_out(one.article)[0] for one in readings]
        lineage = timed("trace", lambda: trace([one.article for one in readings]))
        record = timed("record", lambda: make_record(readings, lineage))
        timed("verify", lambda: verify(record))
        timed("write", lambda: store.write_record(record, "bench"))
    snapshot = Snapshot(story.database)
    timed("index for check", lambda: kept_shelf(story, snapshot))
    whole = sum(stage["cpu_seconds"] for stage in stages.values())
    timed("brief", lambda: brief(record, "story"))
    checker = Checker.on(kept_shelf(story, snapshot), reader)
    # As the pages do (`web/current.py`): what is in memory is not looked through for garbage in the midst of a question.
    gc.collect()
    gc.freeze()
    asked = [milliseconds(lambda s=text: checker.check(s)) for text in QUESTIONS * 4]  # type: ignore[misc]
    found = [
        milliseconds(lambda w=w: search_articles(story.database, w))
        for w in ("well oil", "coast") * 5
    ]  # type: ignore[misc]
    gc.unfreeze()
    snapshot.close()
    started = time.process_time()
    build(folder, [str(second)])
    one_more = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    fresh = load_pipeline(story.pipeline)
    fresh(loaded.text)
    timed("pipeline alone", lambda: [fresh(text).text for text in texts])
    alone = stages.pop("pipeline alone")["cpu_seconds"]
    return {
        "articles": len(readings),
        "stages": stages,
        "pipeline_alone_cpu_seconds": alone,
        "articles_per_cpu_second": round(len(readings) / whole, 2),
        "build_to_pipeline": round(whole / alone, 3),
        "record_to_pipeline": round((whole - stages["read"]["cpu_seconds"]) / alone, 3),
        "one_article_more_cpu_seconds": round(one_more, 2),
        "check_ms_p95": p95(asked),
        "search_ms_p95": p95(found),
        "peak_mb": peak,
    }


def milliseconds(action: Callable[[], object]) -> float:
    """Milliseconds of the clock that an action takes."""
    started = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - started)


def p95(times: list[float]) -> float:
    """The time under which 95 % stay."""
    return round(quantiles(times, n=20)[-1], 1)


def machine() -> str:
    """Processor, system and Python, in words."""
    return (
        f"{os.cpu_count()} x {platform.machine()}, {platform.system()},"
        f" Python {platform.python_version()}"
    )


def commit() -> str:
    """The commit that is measured, shortened."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()


def in_own_process(count: int) -> dict[str, Any]:
    """The figures of one size, measured in a new process, so that its peak memory is its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--one", str(count)], capture_output=True, text=True, check=True
    )
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def compared(now: dict[str, Any], before: dict[str, Any]) -> list[str]:
    """What has become worse, in words."""
    return [
        f"{ratio}: {now[ratio]} now, {before[ratio]} before"
        for ratio in RATIOS
        if now[ratio] > WORSE * before[ratio]
    ]


def main() -> int:
    """Measures and keeps, or checks; the exit status is 1 when a ratio has become worse."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument(
        "--check", action="store_true", help="hold the smallest size against the kept"
    )
    options = parser.parse_args()
    if not DATA.is_file():
        print(f"not measured: {DATA.name} is not there")
        return 0
    if options.one:
        print(json.dumps(measured(options.one)))
        return 0
    before = json.loads(RESULTS.read_text("utf-8"))["sizes"] if RESULTS.is_file() else {}
    if options.check:
        smallest = min(before, key=int, default=None)
        if smallest is None:
            print("nothing is kept to hold it against; run: make bench")
            return 0
        worse = compared(in_own_process(int(smallest)), before[smallest])
        print("\n".join(worse) or "no ratio is over 10 % worse than the last kept")
        return 1 if worse else 0
    found = {str(size): in_own_process(size) for size in sorted(options.sizes)}
    RESULTS.parent.mkdir(exist_ok=True)
    kept_figures = {"machine": machine(), "commit": commit(), "sizes": {**before, **found}}
    RESULTS.write_text(json.dumps(kept_figures, indent=1) + "\n", "utf-8")
    print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
