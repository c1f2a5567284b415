"""The page of quality says what the results say."""

from typing import Any

from evaluation.quality import page

ROW: dict[str, Any] = {
    "metric": "status",
    "kind": "accuracy",
    "best": "-",
    "n": 722,
    "value": 0.917,
    "low": 0.895,
    "high": 0.936,
    "precision": None,
    "recall": None,
    "coverage": 0.96,
}
SET: dict[str, Any] = {
    "name": "status_cases",
    "reason": None,
    "units": 722,
    "sampled": False,
    "seconds": 20.0,
    "peak_mb": 430,
    "note": "invented",
    "metrics": [ROW],
    "kinds": {"status": {"planned given as nothing": 9, "negated given as happened": 1}},
}
RESULTS: dict[str, Any] = {
    "date": "2026-01-01",
    "revision": "abc1234",
    "pipeline": "en_core_web_md 3.8.0",
    "command": "python -m evaluation",
    "sets": [SET],
}


def test_every_figure_has_n_date_command_and_kinds() -> None:
    made = page([RESULTS], None)
    assert "| status | 722 | - | - | 91.7 | 89.5 to 93.6 | 96.0 | - |" in made
    assert "`make evaluate SET=status_cases`; 2026-01-01, commit abc1234" in made
    assert "- status: planned given as nothing 9, negated given as happened 1" in made


def test_first_runs_stand_in_the_page() -> None:
    made = page([RESULTS], None)
    assert "| claims: standing | 59.4 | 32 |" in made
    assert "| right status, of all rows | 56.5 % |" in made


def test_later_results_replace_earlier_ones() -> None:
    later = {**RESULTS, "revision": "def5678", "sets": [{**SET, "units": 2}]}
    made = page([RESULTS, later], None)
    assert "def5678" in made
    assert "abc1234" not in made
    # with two units no interval is given
    assert "| 91.7 | - | 96.0 |" in made


def test_a_tool_that_does_not_install_is_a_row() -> None:
    peers = {
        "date": "2026-01-01",
        "revision": "abc1234",
        "about": "",
        "rows": [{"task": "when", "tool": "heideltime", "reason": "did not install"}],
    }
    assert "| when | heideltime | - | did not install | - | - |" in page([RESULTS], peers)
