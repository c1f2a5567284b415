"""A month of watching at speed: no double, no loss, no leak, and a record that equals that of one build."""

import gc
import json
import threading
from pathlib import Path

import pytest
from simulated import FAULTY, World, follow_a_month, open_files, served, watched
from unread import unread_build

from secondsource.build import build, no_progress
from secondsource.build import reading as reading_step
from secondsource.build.taking_in import take_in
from secondsource.export.jsonl import json_lines
from secondsource.reading.language import best_package
from secondsource.store.doctor import examine
from secondsource.store.story import create_story, open_story
from secondsource.watch.delivery import AlertFile

pytestmark = pytest.mark.slow

FEEDS, ARTICLES, ROUNDS = 50, 600, 30
MOST_GROWTH = 120_000_000
"""Bytes that the process may grow by in the second half of the month. The stories of both halves are in it, with some 20 kB
an article; a kept page, parser or connection of each request would be far more."""


def exported(folder: Path) -> bytes:
    with open_story(folder).store() as store:
        return b"\n".join(json_lines(store.record()))


def in_one_build(folder: Path, world: World) -> Path:
    """The story of all reports, taken in at once."""
    world.whole = True
    with create_story(folder, best_package()).writing() as store:
        take_in(store, world.everything(), no_progress)
    return folder


def test_a_month_of_watching(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rounds keep articles alone, and only the month's end is read: reading each of 30 records would take hours."""
    folder, alerts = tmp_path / "story", tmp_path / "alerts.jsonl"
    create_story(folder, best_package())
    with served(World(FEEDS, ARTICLES, ROUNDS)) as world:
        watch = watched(world, folder, unread_build, (AlertFile(alerts),))
        memory, held = [], []
        for report, resident in follow_a_month(world, watch):
            assert report.fault is None
            gc.collect()
            memory.append(resident)
            held.append((open_files(), threading.active_count()))
        assert sum(world.faults.values()) > ARTICLES * FAULTY / 2
        assert set(world.faults) >= {"html", "cut", "loop", "500", "short"}
        whole = in_one_build(tmp_path / "whole", world)
    assert memory[-1] - memory[ROUNDS // 2] < MOST_GROWTH
    assert held[-1][0] <= held[ROUNDS // 2][0] + 10
    assert examine(open_story(folder)) == ()

    with open_story(folder).store() as store, open_story(whole).store() as other:
        rows, expected = store.captures(), other.captures()
    assert [(one.id, one.address, one.digest) for one in rows] == [
        (one.id, one.address, one.digest) for one in expected
    ]
    assert len({one.address for one in rows}) == len(rows) == ARTICLES
    told = [json.loads(line)["articles"][0]["address"] for line in alerts.open(encoding="utf-8")]
    assert len(set(told)) == len(told)
    at_first = {f"{world.root}/report/{one}" for one in range(ARTICLES // ROUNDS)}
    assert {one.address for one in rows} - at_first <= set(told)

    read_one, known = reading_step.read_job, {}

    def read_once(job: object) -> list[object]:
        for capture in job.captures:  # type: ignore[attr-defined]
            if capture[0] not in known:
                known[capture[0]] = read_one(type(job)(**{**vars(job), "captures": (capture,)}))
        return [one for id, _ in job.captures for one in known[id]]  # type: ignore[attr-defined]

    monkeypatch.setattr(reading_step, "read_job", read_once)
    build(folder, [])
    build(whole, [])
    assert exported(folder) == exported(whole)
