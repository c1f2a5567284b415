"""Side by side with other tools: what does not install or run is a row that says so."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from evaluation.metrics.counts import Counts
from evaluation.peers import __main__ as peers
from evaluation.peers import tasks
from evaluation.protocol import Example


def test_a_tool_that_cannot_run_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "FOLDER", tmp_path)
    told = peers.run_tool("textacy", [{"id": "a", "text": "x"}])
    assert isinstance(told, str)
    assert told.startswith("did not run")
    assert (peers.install("textacy", ["textacy==0"]) or "").startswith("did not install")


def test_requirements_pin_versions_and_hashes_and_name_no_address() -> None:
    groups = peers.groups()
    known = {tool for _, _, _, tools in peers.TASKS for tool in tools} | {"datasketch"}
    assert set(groups) == known
    for lines in groups.values():
        assert lines
        for line in lines:
            assert "==" in line
            assert "--hash=sha256:" in line
            assert "://" not in line


def test_places_are_counted_as_ours_are() -> None:
    """A tool's find within 161 km is right; so is none that it left out."""
    from evaluation.sets.lgl import Toponym

    example = Example("x", "Paris Rome", None, [Toponym(0, 5, "Paris", 48.86, 2.35)])
    _, counted, _ = _prepared(tasks.places)
    made = counted(example, [(0, 5, "Paris", 48.8, 2.3), (6, 10, "Rome", 41.9, 12.5)])
    assert made["within 161 km"] == Counts(1, 2, 1, 1, 1, 2)
    assert counted(example, None)["within 161 km"] == Counts(0, 0, 0, 1, 0, 1)


def test_hundredths_count_as_what_they_are_of() -> None:
    _, counted, _ = _prepared(tasks.quantities)
    example = Example("x", "", None, ((0.4, 0.4, "USD"), (12.0, 12.0, None)))
    assert counted(example, [40.0, 12.0, 7.0])["value"] == Counts(2, 3, 2, 2)


def _prepared(prepare: Callable[[Any], Any]) -> Any:
    try:
        return prepare(None)
    except OSError as problem:
        pytest.skip(f"the public data is not there: {problem}")


def test_rows_hold_what_the_page_shows(tmp_path: Path) -> None:
    (row,) = peers.rows_of("when", "dateparser", {"value": {"0": Counts(1, 2, 1, 4)}}, 1.0, 60)
    assert row["figure"] == "value F1"
    assert row["value"] == pytest.approx(1 / 3)
    assert json.dumps(row)
