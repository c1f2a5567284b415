"""What it costs to ask a story that was built: each command, the pages and `check`, in a process of its own.

`python bench/asking.py STORY [NAME...]` prints a story's views (all of them, or those named) to nowhere, and keeps for each the processor
seconds and the most memory of the process. `pages` starts the pages, and asks for claims, articles and searches that nobody asked
for before; `questions` asks `check` for sentences: processor milliseconds, median and p95. Figures are added to
`bench/results/asking.json` with the machine and the commit. Of what a view prints a digest is kept, so that two versions can be
held against each other.
"""

import gc
import hashlib
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

from scale import QUESTIONS, ROOT, commit, machine, p95

RESULTS = ROOT / "bench/results/asking.json"
COMMANDS: dict[str, tuple[str, ...]] = {
    "explain": ("explain", "STORY", "CLAIM"),
    "search": ("search", "STORY", "oil", "coast"),
    "search in facts": ("search", "STORY", "--actor", "Obama", "--type", "request"),
    "check": ("check", "STORY", QUESTIONS[0]),
    "actors": ("actors", "STORY"),
    "standing": ("standing", "STORY", "--label", "corroborated"),
    "agenda": ("agenda", "STORY"),
    "figures": ("figures", "STORY", "--changed"),
    "quotes": ("quotes", "STORY", "--voice", "Obama"),
    "timeline": ("timeline", "STORY", "--length", "20"),
    "lineage": ("lineage", "STORY"),
    "thread": ("thread", "STORY"),
    "brief": ("brief", "STORY", "--length", "short"),
    "brief by thread": ("brief", "STORY", "--length", "short", "--by", "thread"),
}
SEARCHES = (
    "oil coast",
    "president",
    "gulf well",
    "company said",
    "shares fell",
    "beach",
    "fishermen",
    "relief well",
)
CLAIMS = 40
MEASURED_HERE = ("pages", "questions")


def printed(arguments: Iterable[str]) -> dict[str, Any]:
    """What a command costs, and a digest of what it prints."""
    started = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "secondsource", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        digest = hashlib.sha256()
        assert process.stdout is not None
        for part in iter(lambda: process.stdout.read(1 << 20), b""):  # type: ignore[union-attr]
            digest.update(part)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return {
        "cpu_seconds": round(usage.ru_utime + usage.ru_stime, 2),
        "seconds": round(time.monotonic() - started, 2),
        "peak_mb": usage.ru_maxrss // 1024,
        "exit": process.returncode,
        "printed": digest.hexdigest()[:16],
    }


def milliseconds(action: Callable[[], object]) -> float:
    """Processor milliseconds of an action."""
    started = time.process_time()
    action()
    return 1000 * (time.process_time() - started)


def told(times: list[float]) -> dict[str, float]:
    """Median and p95."""
    return {"median_ms": round(median(times), 1), "p95_ms": p95(times)}


def some_claims(folder: Path, count: int = CLAIMS) -> list[str]:
    """Ids of so many claims, spread evenly."""
    from secondsource.store.story import open_story

    with open_story(folder).store() as store:
        ids = [str(id) for (id,) in store.database.rows("SELECT id FROM claim ORDER BY id")]
    return ids[:: max(1, len(ids) // count)][:count]


def pages(folder: Path) -> dict[str, Any]:
    """What the pages cost to start, and to answer."""
    from starlette.testclient import TestClient

    from secondsource.store.story import open_story
    from secondsource.web.app import make_app
    from secondsource.web.settings import Settings

    apps: list[Any] = []
    started = milliseconds(lambda: apps.append(make_app(open_story(folder), Settings())))
    inner = apps[0]
    while not hasattr(inner, "state"):
        inner = inner._app  # the doors before the pages
    index = inner.state.site.sight.index
    warmed = milliseconds(index.warm)
    gc.collect()
    gc.freeze()
    client = TestClient(apps[0], base_url="http://127.0.0.1:8000")

    def asked(paths: Iterable[str]) -> dict[str, float]:
        times = []
        for path in paths:
            times.append(milliseconds(lambda path=path: client.get(path)))  # type: ignore[misc]
        return told(times)

    client.get("/actors")  # templates are read
    claims = asked(f"/claim/{id}" for id in some_claims(folder))
    articles = asked(
        f"/article/{id}" for id in list(index.articles)[:: max(1, len(index.articles) // 20)]
    )
    searches = asked(f"/search?words={words.replace(' ', '+')}" for words in SEARCHES)
    lists = {
        path: round(median(milliseconds(lambda path=path: client.get(path)) for _ in range(3)), 1)  # type: ignore[misc]
        for path in (
            "/",
            "/brief",
            "/timeline",
            "/agenda",
            "/figures",
            "/quotes",
            "/standing",
            "/articles",
            "/actors",
            "/threads",
            "/map",
            "/lineage",
            "/unsure",
        )
    }
    return {
        "start_cpu_seconds": round(started / 1000, 1),
        "warm_cpu_seconds": round(warmed / 1000, 1),
        "peak_mb": peak(),
        "claims_held": len(index.claims),
        "claim": claims,
        "article": articles,
        "search": searches,
        "lists_median_ms": lists,
    }


def questions(folder: Path) -> dict[str, Any]:
    """What `check` costs to open, and to answer."""
    from secondsource.check.opening import Checkers
    from secondsource.store.pages import Snapshot
    from secondsource.store.story import open_story

    story = open_story(folder)
    with closing(Snapshot(story.database)) as snapshot:
        checkers: list[Any] = []
        opened = milliseconds(lambda: checkers.append(Checkers(story).of(snapshot)))
        first = milliseconds(lambda: checkers[0].check("The weather was fine."))
        gc.collect()
        gc.freeze()
        times = [milliseconds(lambda s=text: checkers[0].check(s)) for text in QUESTIONS * 4]  # type: ignore[misc]
    return {
        "open_cpu_seconds": round(opened / 1000, 1),
        "first_ms": round(first, 1),
        "peak_mb": peak(),
        **told(times),
    }


def peak() -> int:
    """The most memory of this process, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def in_own_process(name: str, folder: Path) -> dict[str, Any]:
    """What this file measures in a process of its own."""
    command = [sys.executable, __file__, str(folder), f"--{name}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    """Measures, prints and keeps."""
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    for name, measure in (("pages", pages), ("questions", questions)):
        if names == [f"--{name}"]:
            print(json.dumps(measure(folder)))
            return
    filled = {"STORY": str(folder), "CLAIM": some_claims(folder, 3)[1]}
    found: dict[str, Any] = {}
    for name in names or (*COMMANDS, *MEASURED_HERE):
        if name in MEASURED_HERE:
            found[name] = in_own_process(name, folder)
        else:
            found[name] = printed(filled.get(word, word) for word in COMMANDS[name])
        print(name, json.dumps(found[name]), flush=True)
    run = {"commit": commit(), "story": folder.name, "asked": found}
    before = json.loads(RESULTS.read_text("utf-8"))["runs"] if RESULTS.is_file() else []
    kept = {"machine": machine(), "runs": [*before, run]}
    RESULTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
