"""Reading on a real Ray of this machine gives what one process gives; a killed worker costs nothing."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from secondsource.build import build
from secondsource.engine.cluster import map_on_ray
from secondsource.errors import UsageError
from secondsource.export.jsonl import json_lines
from secondsource.store.story import open_story

REPORTS = Path(__file__).parents[2] / "examples" / "pemba-channel" / "reports"


def exported(folder: Path) -> bytes:
    with open_story(folder).store() as store:
        return b"\n".join(json_lines(store.record()))


def slow_square():
    """A function that a worker gets by value: it cannot import this file."""

    def square(number: int) -> tuple[int, int]:
        time.sleep(0.4)
        return number * number, os.getpid()

    return square


def refusing():
    def refuse(number: int) -> int:
        raise ValueError(f"{number} is not liked")

    return refuse


def test_an_address_where_nobody_answers_is_said_plainly():
    pytest.importorskip("ray")
    with pytest.raises(UsageError, match="no Ray cluster answers"):
        list(map_on_ray(abs, [1], "ray://127.0.0.1:1", 1))


@pytest.mark.slow
@pytest.mark.quiet
def test_order_and_errors_are_those_of_one_machine():
    pytest.importorskip("ray")
    assert [square for square, _ in map_on_ray(slow_square(), range(6), "ray", 2)] == [
        0, 1, 4, 9, 16, 25,
    ]  # fmt: skip
    with pytest.raises(ValueError, match="3 is not liked"):
        list(map_on_ray(refusing(), [3], "ray", 1))


@pytest.mark.slow
@pytest.mark.quiet
def test_a_worker_that_is_killed_is_replaced():
    pytest.importorskip("ray")
    found = map_on_ray(slow_square(), range(12), "ray", 2)
    first, victim = next(found)
    threading.Thread(target=os.kill, args=(victim, signal.SIGKILL)).start()
    assert [first, *(square for square, _ in found)] == [n * n for n in range(12)]


@pytest.mark.slow
@pytest.mark.quiet
def test_the_record_is_that_of_one_process(tmp_path, pemba_story):
    pytest.importorskip("ray")
    build(tmp_path / "pemba-channel", [REPORTS], workers=2, engine="ray")
    assert exported(tmp_path / "pemba-channel") == exported(pemba_story)
