"""One report that our own rules stumble over costs no other its record, and is tried again by the next build."""

from pathlib import Path

import pytest
from small import FERRY, UNION, record_of

from secondsource.build import build
from secondsource.build import reading as reading_step
from secondsource.reading import reader as reading_room
from secondsource.reading.draft import Draft


def test_a_fault_of_ours_is_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, "utf-8")
    (tmp_path / "union.txt").write_text(UNION, "utf-8")
    real = reading_step.read_capture

    def stumbles(capture: object) -> object:
        if capture.address == "ferry.txt":
            raise IndexError("nobody thought of this")
        return real(capture)

    with monkeypatch.context() as patch:
        patch.setattr(reading_step, "read_capture", stumbles)
        report = build(tmp_path / "story", [tmp_path / "ferry.txt", tmp_path / "union.txt"])
    (failed,) = report.failed
    assert "could not be read (IndexError: nobody thought of this)" in failed.reason
    assert report.articles == 1
    assert build(tmp_path / "story", []).articles == 2
    assert all(row.status == "read" for row in record_of(tmp_path / "story").articles)


def test_a_fault_of_a_step_is_that_report_s_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, "utf-8")
    (tmp_path / "union.txt").write_text(UNION, "utf-8")

    def stumbles(draft: Draft) -> tuple[str, ...]:
        if draft.article.address == "ferry.txt":
            raise IndexError("nobody thought of this")
        return ()

    with monkeypatch.context() as patch:
        patch.setattr(reading_room, "STEPS", (*reading_room.STEPS, ("places", stumbles)))
        report = build(tmp_path / "story", [tmp_path / "ferry.txt", tmp_path / "union.txt"])
    (failed,) = report.failed
    assert "IndexError: nobody thought of this" in failed.reason
    assert report.articles == 1
