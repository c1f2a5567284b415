"""Processes of one machine: order, errors, workers that are killed, and a parent that is."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from secondsource.engine.local import MOST_DEATHS, map_in_order
from secondsource.errors import WorkerLost

pytestmark = pytest.mark.slow

SECONDS_TO_END = 30.0


def squared(number: int) -> tuple[int, int]:
    time.sleep(0.05)
    return number * number, os.getpid()


def refused(number: int) -> int:
    raise ValueError(f"{number} is not liked")


def killed(file: str) -> str:
    """Its worker is killed as often as the file has letters left."""
    place = Path(file)
    if letters := place.read_text("utf-8"):
        place.write_text(letters[1:], "utf-8")
        os.kill(os.getpid(), signal.SIGKILL)
    return file


def test_results_come_in_order():
    found = list(map_in_order(squared, range(20), 2))
    assert [square for square, _ in found] == [number * number for number in range(20)]
    assert os.getpid() not in {worker for _, worker in found}


def test_what_is_raised_there_is_raised_here():
    with pytest.raises(ValueError, match="3 is not liked"):
        list(map_in_order(refused, [3], 2))


def test_workers_that_are_killed_are_replaced():
    found = map_in_order(squared, range(30), 2)
    first, victim = next(found)
    os.kill(victim, signal.SIGKILL)
    assert [first, *(square for square, _ in found)] == [number * number for number in range(30)]


@pytest.mark.parametrize(("times", "survives"), [(MOST_DEATHS - 1, True), (MOST_DEATHS, False)])
def test_a_value_that_kills_every_worker_is_told_in_the_end(tmp_path, times, survives):
    file = tmp_path / "deaths"
    file.write_text("x" * times, "utf-8")
    if survives:
        assert list(map_in_order(killed, [str(file)], 2)) == [str(file)]
    else:
        with pytest.raises(WorkerLost, match="fewer --workers"):
            list(map_in_order(killed, [str(file)], 2))


PARENT = """
import signal, sys
sys.path.insert(0, sys.argv[1])
from secondsource.engine.local import map_in_order
from test_local import squared
if __name__ == "__main__":
    # Who runs the tests behind something else may ignore interrupts, and children inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for _, worker in map_in_order(squared, iter(int, 1), 2):
        print(worker, flush=True)
"""


def test_workers_end_with_a_parent_that_is_killed(tmp_path):
    (tmp_path / "parent.py").write_text(PARENT, "utf-8")
    command = [sys.executable, str(tmp_path / "parent.py"), str(Path(__file__).parent)]
    parent = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    workers = {int(parent.stdout.readline()) for _ in range(10)}
    parent.kill()
    parent.communicate()
    deadline = time.monotonic() + SECONDS_TO_END
    while any(is_there(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.1)
    left = [worker for worker in workers if is_there(worker)]
    for worker in left:
        os.kill(worker, signal.SIGKILL)
    assert not left


def test_ctrl_c_is_heard_by_the_parent_alone_and_ends_all_at_once(tmp_path):
    (tmp_path / "parent.py").write_text(PARENT, "utf-8")
    command = [sys.executable, str(tmp_path / "parent.py"), str(Path(__file__).parent)]
    parent = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    workers = {int(parent.stdout.readline()) for _ in range(10)}
    started = time.monotonic()
    os.killpg(parent.pid, signal.SIGINT)  # as a terminal does: to the process and all its children
    _, told = parent.communicate(timeout=SECONDS_TO_END)
    assert time.monotonic() - started < SECONDS_TO_END / 2
    assert told.count("Traceback") == 1, "a worker told of it too"
    assert not [worker for worker in workers if is_there(worker)]


def is_there(process: int) -> bool:
    """Whether a process runs (one that ended and that nobody asked after does not)."""
    stat = Path(f"/proc/{process}/stat")
    try:
        os.kill(process, 0)
        return not stat.is_file() or stat.read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
