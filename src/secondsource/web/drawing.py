"""Where the lines of small drawings go; the templates write them as SVG. Units are pixels."""

from collections.abc import Sequence
from datetime import date

from ..model.claim import Claim, Series, SeriesPoint
from ..model.value import Value
from ..views.days import days_of


class Dot(Value, frozen=True):
    """A point of a sparkline with what it says."""

    x: float
    y: float
    title: str


class Sparkline(Value, frozen=True):
    """A series through time: `lines` are x and y of the begin and of the end of each."""

    width: int
    height: int
    lines: tuple[tuple[float, float, float, float], ...]
    dots: tuple[Dot, ...]
    summary: str


SPARK_WIDTH, SPARK_HEIGHT, MARGIN = 180, 44, 6


def sparkline(series: Series) -> Sparkline | None:
    """The points of a series that have a value and a day, or None when there are fewer than two days.

    Every report is a dot, so that a disagreement stays two dots. A line leads from each value to the one that
    replaced it, and nowhere else: two numbers of one measure are not yet a rise or a fall.
    """
    dated = [
        (day, value, point)
        for point in series.points
        if (day := _day(point.as_of)) is not None and (value := _value(point)) is not None
    ]
    days = sorted({day for day, _, _ in dated})
    if len(days) < 2:
        return None
    low = min(value for _, value, _ in dated)
    high = max(value for _, value, _ in dated)

    def at(day: int, value: float) -> tuple[float, float]:
        across = (day - days[0]) / (days[-1] - days[0])
        up = (value - low) / (high - low) if high > low else 0.5
        return (
            round(MARGIN + across * (SPARK_WIDTH - 2 * MARGIN), 1),
            round(SPARK_HEIGHT - MARGIN - up * (SPARK_HEIGHT - 2 * MARGIN), 1),
        )

    where = {point.id: at(day, value) for day, value, point in dated}
    changed = [
        (where[change.was], where[change.became])
        for change in series.changes
        if change.was in where and change.became in where
    ]
    return Sparkline(
        width=SPARK_WIDTH,
        height=SPARK_HEIGHT,
        lines=tuple((*was, *became) for was, became in changed),
        dots=tuple(
            Dot(x=at(day, value)[0], y=at(day, value)[1], title=f"{point.as_of}: {point.words}")
            for day, value, point in dated
        ),
        summary=f"{len(dated)} values from {date.fromordinal(days[0])} to"
        f" {date.fromordinal(days[-1])}, between {low:g} and {high:g}",
    )


def _value(point: SeriesPoint) -> float | None:
    bounds = [bound for bound in (point.low, point.high) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else None


def _day(edtf: str | None) -> int | None:
    """The first day of an EDTF value, as a number of days."""
    days = days_of(edtf)
    return days.first.toordinal() if days else None


class Box(Value, frozen=True):
    """A labelled box."""

    id: str
    x: float
    y: float
    label: str
    title: str
    strong: bool = False


class Edge(Value, frozen=True):
    """A line between two boxes; `strong` edges count."""

    x1: float
    y1: float
    x2: float
    y2: float
    strong: bool
    title: str


class Graph(Value, frozen=True):
    """Boxes and lines between them."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    box_width: int = 250


ROW, WIDE = 46, 250


def matching(claim: Claim) -> Graph:
    """Newsrooms on the left, voices on the right, a line where one reports the other, strong where the
    pair was counted."""
    standing = claim.standing
    left = {room.id: n for n, room in enumerate(standing.newsrooms)}
    right = {voice.id: n for n, voice in enumerate(standing.voices)}
    counted = {(room.id, voice.id) for room, voice in standing.pairs}
    rooms, voices = {r.id for r, _ in standing.pairs}, {v.id for _, v in standing.pairs}
    lines = dict.fromkeys(
        [(report.newsroom.id, report.voice.id) for report in claim.reports] + sorted(counted)
    )
    across = 720 - WIDE
    return Graph(
        width=720,
        height=max(len(left), len(right), 1) * ROW,
        boxes=tuple(
            Box(
                id=item.id,
                x=x,
                y=n * ROW + 5,
                label=_short(item.name, 32),
                title=item.name,
                strong=item.id in strong,
            )
            for x, items, strong in (
                (0, standing.newsrooms, rooms),
                (across, standing.voices, voices),
            )
            for n, item in enumerate(items)
        ),
        edges=tuple(
            Edge(
                x1=WIDE,
                y1=left[room] * ROW + ROW / 2,
                x2=across,
                y2=right[voice] * ROW + ROW / 2,
                strong=(room, voice) in counted,
                title="counted" if (room, voice) in counted else "not counted",
            )
            for room, voice in lines
            if room in left and voice in right
        ),
    )


def lineage_graph(
    articles: Sequence[tuple[str, str]], passages: Sequence[tuple[str, str, str]]
) -> Graph:
    """Articles (id, label) in columns by how many copies lie between them and their original; `passages`
    are (from, to, title). The order of articles is kept inside a column."""
    depth = _depths([id for id, _ in articles], [(a, b) for a, b, _ in passages])
    rows: dict[int, int] = {}
    place: dict[str, tuple[float, float]] = {}
    boxes = []
    for id, label in articles:
        row = rows.get(depth[id], 0)
        rows[depth[id]] = row + 1
        place[id] = (depth[id] * (WIDE + 110), row * ROW + 5)
        boxes.append(
            Box(id=id, x=place[id][0], y=place[id][1], label=_short(label, 34), title=label)
        )
    return Graph(
        width=(max(depth.values(), default=0) + 1) * (WIDE + 110) - 110,
        height=max(rows.values(), default=1) * ROW,
        boxes=tuple(boxes),
        edges=tuple(
            Edge(
                x1=place[a][0] + WIDE,
                y1=place[a][1] + ROW / 2 - 5,
                x2=place[b][0],
                y2=place[b][1] + ROW / 2 - 5,
                strong=True,
                title=title,
            )
            for a, b, title in passages
            if a in place and b in place
        ),
    )


def _depths(ids: Sequence[str], edges: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The longest way from an original, in steps; a circle (which lineage does not make) ends it."""
    depth = dict.fromkeys(ids, 0)
    for _ in range(min(len(ids), 12)):
        changed = False
        for a, b in edges:
            if a in depth and b in depth and depth[b] < depth[a] + 1 <= 12:
                depth[b] = depth[a] + 1
                changed = True
        if not changed:
            break
    return depth


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
