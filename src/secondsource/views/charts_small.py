"""A small chart of one series, drawn by hand, to stand beside the lines of a brief."""

from collections.abc import Sequence
from html import escape
from typing import Any

from ..model.claim import Series
from .charts import point_rows, series_title, shown
from .days import days_of

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 420, 124, 58, 90, 30, 26
"""Pixels: the picture, and the room around the points."""

_COLOUR = "#1b5e8c"
_OPEN = {"at least": -1, "at most": 1}
"""Which way an open bound points on the page: upwards for at least."""


def small_chart(series: Series) -> str | None:
    """The numbers of a series by day as an SVG of 420 by 124 pixels; None where fewer than two different
    ones have a day. A line is a range, a ring says "about", an arrow that the number is only a bound."""
    rows = point_rows(series)
    if len({(row["low"], row["high"]) for row in rows}) < 2:
        return None
    days = [_ordinal(row["day"]) for row in rows]
    values = [row[side] for row in rows for side in ("low", "high")]
    title = series_title(series)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}"'
        f' height="{HEIGHT}" role="img" font-family="sans-serif" font-size="10">',
        f"<title>{escape(title)}</title>",
        f'<text x="0" y="11" font-size="11" font-weight="bold">{escape(title)}</text>',
        f'<path d="M{LEFT} {HEIGHT - BOTTOM}H{WIDTH - RIGHT}" stroke="#999"/>',
        *_ends(rows, values),
    ]
    written: set[str] = set()
    for row, day in zip(rows, days, strict=True):
        x = _scaled(day, min(days), max(days), LEFT, WIDTH - RIGHT)
        low = _scaled(row["low"], min(values), max(values), HEIGHT - BOTTOM - 8, TOP)
        high = _scaled(row["high"], min(values), max(values), HEIGHT - BOTTOM - 8, TOP)
        parts += _point(row, x, low, high)
        # Later words stand to the right, so that the first of each height is enough.
        key = f"{row['day']} {row['words'].casefold()}"
        if key not in written:
            written.add(key)
            words = escape(shown(row["words"], 18))
            parts.append(f'<text x="{x + 6:.1f}" y="{high - 5:.1f}">{words}</text>')
    parts.append("</svg>")
    return "".join(parts)


def _ordinal(day: str) -> float:
    days = days_of(day)
    assert days is not None  # the rows have days that were written by us
    return days.first.toordinal()


def _scaled(value: float, low: float, high: float, start: float, end: float) -> float:
    """The value on a line from `start` to `end`; the middle where all values are one."""
    return (
        (start + end) / 2 if high == low else start + (value - low) / (high - low) * (end - start)
    )


def _ends(rows: Sequence[dict[str, Any]], values: Sequence[float]) -> list[str]:
    """The first and last day, the least and greatest number."""
    y = HEIGHT - BOTTOM + 14
    parts = [f'<text x="{LEFT}" y="{y}" text-anchor="middle">{rows[0]["day"]}</text>']
    if rows[-1]["day"] != rows[0]["day"]:
        parts.append(
            f'<text x="{WIDTH - RIGHT}" y="{y}" text-anchor="middle">{rows[-1]["day"]}</text>'
        )
    heights = {max(values): TOP + 4, min(values): HEIGHT - BOTTOM - 4}
    for value, height in heights.items():
        words = shown(f"{value:,.10g}", 10)
        parts.append(f'<text x="{LEFT - 34}" y="{height}" text-anchor="end">{words}</text>')
    return parts


def _point(row: dict[str, Any], x: float, low: float, high: float) -> list[str]:
    fill = "white" if row["bound"] == "about" else _COLOUR
    label = escape(f"{row['day']}: {row['words']} ({row['bound']}; {row['voice']})")
    parts = []
    if low != high:
        parts.append(
            f'<path d="M{x:.1f} {low:.1f}V{high:.1f}" stroke="{_COLOUR}" stroke-width="2"/>'
        )
    if row["bound"] in _OPEN:
        tip = high + 10 * _OPEN[row["bound"]]
        parts.append(
            f'<path d="M{x:.1f} {high:.1f}V{tip:.1f}" stroke="{_COLOUR}" stroke-dasharray="2 2"/>'
        )
    parts.append(
        f'<circle cx="{x:.1f}" cy="{high:.1f}" r="3.5" fill="{fill}" stroke="{_COLOUR}">'
        f"<title>{label}</title></circle>"
    )
    return parts
