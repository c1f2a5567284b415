"""Runs sets, each in a process of its own, so that one that fails is a row and its memory is its own."""

import os
import pickle
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .data import DataProblem, check
from .intervals import Figure, figure
from .metrics.counts import Part, by_unit
from .protocol import Outcome
from .registry import BY_NAME, Row, TestSet


@dataclass(frozen=True)
class Result:
    """What running one set gave. `reason` says why there is nothing; `figures` by metric; `outcomes`
    all decisions; `kinds` how many of them there are by metric and kind; `parts` what scores that
    are no list of decisions were made of."""

    name: str
    reason: str | None = None
    figures: dict[str, Figure] = field(default_factory=dict)
    units: int = 0
    sampled: bool = False
    seconds: float = 0.0
    peak_mb: float = 0.0
    outcomes: tuple[Outcome, ...] = ()
    parts: tuple[Part, ...] = ()
    kinds: dict[str, dict[str, int]] = field(default_factory=dict)


def is_miss(row: Outcome, kind: str) -> bool:
    """Whether an outcome is one to read: not right, or, of a rate, what must not be."""
    return row.right if kind == "rate" else not row.right


def kind_of(row: Outcome, test_set: TestSet) -> str:
    """The kind of a miss by the set's own naming, else missed, wrong or spurious."""
    if test_set.kind_of_miss:
        return test_set.kind_of_miss(row)
    if row.gold is None:
        return "spurious"
    return "missed" if row.found is None else "wrong"


def scored(test_set: TestSet, rows: Sequence[Row]) -> tuple[dict[str, Figure], dict[str, Any], int]:
    """The figures of a set's measures, its misses counted by kind, and the number of units."""
    counts = by_unit(rows)
    figures = {}
    for measure in test_set.measures:
        tables = [counts[name] for name in (measure.of or (measure.metric,)) if name in counts]
        if tables:
            basis = "accuracy" if measure.kind == "rate" else measure.kind
            figures[measure.metric] = figure(basis, tables)
    kinds: dict[str, dict[str, int]] = {}
    measured = {measure.metric: measure.kind for measure in test_set.measures}
    for row in rows:
        if (
            isinstance(row, Outcome)
            and row.metric in measured
            and is_miss(row, measured[row.metric])
        ):
            held = kinds.setdefault(row.metric, {})
            name = kind_of(row, test_set)
            held[name] = held.get(name, 0) + 1
    units = {unit for table in counts.values() for unit in table}
    return figures, kinds, len(units)


def run_here(test_set: TestSet, root: Path, reader: Any, limit: int | None) -> Result:
    """Runs one set in this process."""
    started = time.perf_counter()
    try:
        if test_set.folder:
            check(root, test_set.folder)
        rows = list(test_set.run(root, reader, limit))
    except DataProblem as problem:
        return Result(test_set.name, reason=f"skipped: {problem}")
    except SystemExit as problem:
        return Result(test_set.name, reason=f"skipped: {problem}")
    except Exception as problem:
        at = problem.__traceback__
        while at is not None and at.tb_next is not None:
            at = at.tb_next
        where = f"{Path(at.tb_frame.f_code.co_filename).name}, line {at.tb_lineno}" if at else ""
        data = f", with {root / test_set.folder}" if test_set.folder else ""
        told = f"failed: {type(problem).__name__}: {problem} ({where}{data})"
        return Result(test_set.name, reason=told)
    seconds = time.perf_counter() - started
    figures, kinds, units = scored(test_set, rows)
    return Result(
        test_set.name,
        figures=figures,
        units=units,
        sampled=limit is not None,
        seconds=seconds,
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        outcomes=tuple(row for row in rows if isinstance(row, Outcome)),
        parts=tuple(row for row in rows if isinstance(row, Part)),
        kinds=kinds,
    )


def run_apart(name: str, root: Path, reader: Any, limit: int | None) -> Result:
    """Runs one set in a copy of this process, which shares the loaded pipeline."""
    handle, path = tempfile.mkstemp()
    os.close(handle)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            result = run_here(BY_NAME[name], root, reader, limit)
            Path(path).write_bytes(pickle.dumps(result))
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    content = Path(path).read_bytes()
    Path(path).unlink()
    if status or not content:
        return Result(name, reason=f"failed: the process ended with status {status}")
    made = pickle.loads(content)
    assert isinstance(made, Result)
    return made


def run_all(
    names: Sequence[str],
    root: Path,
    workers: int = 1,
    whole: bool = False,
    limit: int | None = None,
) -> list[Result]:
    """The results of the sets, in their order; `workers` sets at a time."""
    from .reading import measuring_reader

    reader = measuring_reader() if any(BY_NAME[name].needs_reader for name in names) else None
    if reader is not None:
        reader.read("The minister said on Monday that two ships had left Maputo.", as_is=True)

    def one(name: str) -> Result:
        most = None if whole else BY_NAME[name].sample
        if limit is not None:
            most = min(limit, most) if most is not None else limit
        result = run_apart(name, root, reader, most)
        told = result.reason or f"{result.seconds:.0f} s"
        print(f"{name}: {told}", file=sys.stderr, flush=True)
        return result

    if workers <= 1:
        return [one(name) for name in names]
    # A thread waits for each forked process; the work itself runs in the processes.
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(one, names))
