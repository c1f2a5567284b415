"""Figures: the series of a story, those that say most first."""

from ..model.claim import Series
from ..model.record import Record

VAGUE = frozenset(
    "amount number total figure share thing part side sides duration time times result results".split()
)
"""Nouns that do not say what is counted."""


def series_of_weight(record: Record, least_points: int = 1) -> tuple[Series, ...]:
    """The series that name what they count, by how many newsrooms and points they have."""
    named = [
        series
        for series in record.series
        if series.measured
        and series.measured.split()[-1] not in VAGUE
        and len(series.points) >= least_points
    ]
    return tuple(
        sorted(
            named,
            key=lambda series: (
                -len({point.newsroom.id for point in series.points}),
                -len({point.article for point in series.points}),
                -len(series.points),
                series.measured or "",
                series.id,
            ),
        )
    )
