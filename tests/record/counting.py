"""Counts what the steps of a record do, in calls of our own functions: no clock is in it, so that it is the same on a busy machine."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from inspect import CO_GENERATOR
from pathlib import Path
from types import CodeType, FrameType

import secondsource

OURS = str(Path(secondsource.__file__).parent)


@contextmanager
def calls_within(steps: dict[str, Callable[..., object]]) -> Iterator[Counter[str]]:
    """While it is open, how many of our functions are called within each of these steps. What runs within a step that runs
    within another counts for the inner one. Comprehensions and generators are left out: Python counts them otherwise from
    version to version."""
    found: Counter[str] = Counter()
    name_of: dict[CodeType, str] = {step.__code__: name for name, step in steps.items()}
    running: list[str] = []

    @cache
    def is_counted(code: CodeType) -> bool:
        ours = code.co_filename.startswith(OURS)
        return ours and code.co_name[0] != "<" and not code.co_flags & CO_GENERATOR

    def on_event(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if code in name_of:
            if event == "call":
                running.append(name_of[code])
            elif event == "return":
                running.pop()
        if running and event == "call" and is_counted(code):
            found[running[-1]] += 1

    before = sys.getprofile()
    sys.setprofile(on_event)
    try:
        yield found
    finally:
        sys.setprofile(before)
