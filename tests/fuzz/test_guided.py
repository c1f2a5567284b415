"""Fuzzing led by coverage, for a moment: `make fuzz` does so for as long as one likes."""

import subprocess
import sys
from pathlib import Path

import pytest
from forms import FORMS

RUNS = 120


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMS)
def test_nothing_is_found_in_a_moment(name: str, tmp_path: Path) -> None:
    """The same inputs each time: atheris begins with a fixed seed."""
    pytest.importorskip("atheris", reason="atheris is not installed; run: make slow-env")
    command = [sys.executable, str(Path(__file__).with_name("guided.py")), name]
    done = subprocess.run(
        [*command, "--runs", str(RUNS), "--keep", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, done.stderr[-3000:]
    assert f"Done {RUNS} runs" in done.stderr
