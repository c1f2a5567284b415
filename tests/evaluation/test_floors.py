"""Quality does not fall: `evaluation/floors.toml`.

The fast part (tables and the story that we wrote) runs with every `make test`; the public sets with
`make test-all`, where their data is there.
"""

from functools import cache
from typing import Any

import pytest
from evaluation.data import DATA
from evaluation.floors import Floor, fallen, floors
from evaluation.intervals import Figure
from evaluation.raise_floors import raised, under
from evaluation.registry import BY_NAME
from evaluation.run import Result, run_here

SETS = list(dict.fromkeys(floor.set for floor in floors()))
OURS = [name for name in SETS if not BY_NAME[name].folder]
PUBLIC = [name for name in SETS if BY_NAME[name].folder]


@cache
def result_of(name: str, reader: Any) -> Result:
    return run_here(BY_NAME[name], DATA, reader, BY_NAME[name].sample)


def check(name: str, reader: Any) -> None:
    result = result_of(name, reader)
    if (result.reason or "").startswith("skipped"):
        pytest.skip(result.reason or "")
    assert result.reason is None, result.reason
    told = [fallen(floor, result.figures) for floor in floors() if floor.set == name]
    assert not any(told), "\n".join(line for line in told if line)


@pytest.mark.parametrize("name", OURS)
def test_floors_of_what_we_wrote(name: str, reader: Any) -> None:
    check(name, reader)


@pytest.mark.slow
@pytest.mark.parametrize("name", PUBLIC)
def test_floors_of_public_sets(name: str, reader: Any) -> None:
    check(name, reader)


def test_every_floor_lies_under_what_was_measured() -> None:
    for floor in floors():
        measures = {measure.metric: measure.kind for measure in BY_NAME[floor.set].measures}
        if measures[floor.metric] == "rate":
            assert floor.least >= floor.measured
        else:
            assert floor.least <= floor.measured


FIGURE = Figure(n=100, value=0.8, low=0.7, high=0.9, precision=None, recall=None, coverage=None)


def test_a_fallen_figure_is_told() -> None:
    """Below a floor, above a ceiling, and not measured at all."""
    status = Floor("status_cases", "status", 0.81, 0.83, "2026-01-01")
    assert "below the floor" in (fallen(status, {"status": FIGURE}) or "")
    assert "nothing was measured" in (fallen(status, {}) or "")
    rate = Floor("status_cases", "false happened", 0.79, 0.7, "2026-01-01")
    assert "above the floor" in (fallen(rate, {"false happened": FIGURE}) or "")
    holds = Floor("status_cases", "false happened", 0.8, 0.7, "2026-01-01")
    assert fallen(holds, {"false happened": FIGURE}) is None


def test_floors_are_only_raised() -> None:
    """A better value raises a floor, a worse one leaves it."""
    assert under(0.9, 1000, False) == pytest.approx(0.89, abs=0.0011)
    assert under(0.5, 10, False) == pytest.approx(0.3)
    assert under(0.02, 1000, True) == pytest.approx(0.03, abs=0.0011)

    def results(value: float, rate: float) -> dict[str, Any]:
        metrics = [
            {"metric": "status", "kind": "accuracy", "value": value, "n": 700},
            {"metric": "false happened", "kind": "rate", "value": rate, "n": 400},
        ]
        return {"date": "2026-01-02", "sets": [{"name": "status_cases", "metrics": metrics}]}

    first = raised([], results(0.9, 0.02))
    assert raised(first, results(0.8, 0.05)) == first
    better = raised(first, results(0.95, 0.0))
    assert better[0].least > first[0].least
    assert better[1].least < first[1].least
