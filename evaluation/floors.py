"""Floors under quality: `evaluation/floors.toml` says below what no figure may fall.

A floor lies a little under what was measured on its day, and is raised with each gain. Of a rate
(lower is better) it is a ceiling.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .intervals import Figure
from .registry import BY_NAME

FILE = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True)
class Floor:
    """The least value (for a rate the greatest) of one metric of one set, 0 to 1; what was measured,
    and on which day."""

    set: str
    metric: str
    least: float
    measured: float
    date: str


def floors() -> list[Floor]:
    """All floors, in the order of the file."""
    content = tomllib.loads(FILE.read_text("utf-8"))
    return [Floor(**row) for row in content["floor"]]


def fallen(floor: Floor, figures: Mapping[str, Figure]) -> str | None:
    """What to tell when a figure lies below its floor (None: it holds)."""
    figure = figures.get(floor.metric)
    if figure is None:
        return f"{floor.set} {floor.metric}: nothing was measured"
    kinds = {measure.metric: measure.kind for measure in BY_NAME[floor.set].measures}
    is_rate = kinds[floor.metric] == "rate"
    holds = figure.value <= floor.least if is_rate else figure.value >= floor.least
    if holds:
        return None
    return (
        f"{floor.set} {floor.metric}: {figure.value:.4f} is {'above' if is_rate else 'below'} the floor"
        f" {floor.least} ({floor.measured} on {floor.date}); see what was lost with"
        f" `make evaluate-diff BASE=main SET={floor.set}`"
    )
