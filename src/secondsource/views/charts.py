"""Charts of a record as SVG: drawn by Altair and vl-convert, offline, the same bytes for the same record.

Axes of time are UTC, so that no machine's time zone moves a day. Words of reports are shortened, and stand
in the picture as text: vl-convert escapes them.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from html import escape
from typing import Any

from ..errors import UsageError
from ..extras import needed
from ..model.claim import Series, SeriesPoint
from ..model.record import Record
from .agenda import agenda
from .days import days_of
from .event_words import event_words
from .figure_words import series_words
from .figures import series_of_weight
from .sources import articles_of, short_names
from .timeline import timeline

LABELS = ("corroborated", "reported", "single", "unsupported")
COLOURS = ("#1b5e8c", "#6aa5cc", "#e3a13a", "#b0b0b0")
"""Of the labels; told apart by people who see no red or green (checked by eye in grey too)."""

_MOST_SERIES = 8
_MOST_TICKS = 10
_WIDTH = 640
_LONGEST = 60
"""Characters of a label; a longer one would leave the picture."""

Rows = list[dict[str, Any]]


def shown(words: str, most: int = _LONGEST) -> str:
    """The words in one line, cut where they are longer than `most` characters."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def chart_svg(record: Record, kind: str) -> str:
    """The chart of that kind as SVG; where there is nothing to draw, a picture that says so. Raises
    UsageError for a kind that there is not, and without the extra `charts`."""
    if kind not in CHARTS:
        raise UsageError(f"there is no chart {kind!r}; there are: {', '.join(CHARTS)}")
    altair = needed("altair", "charts", "a chart")
    convert = needed("vl_convert", "charts", "a chart")
    drawn = CHARTS[kind](altair, record)
    if drawn is None:
        return nothing_svg(f"There is nothing to draw: the story has no {kind}.")
    drawn = drawn.configure(font="sans-serif", background="white").configure_view(stroke=None)
    made: str = convert.vegalite_to_svg(drawn.to_json(indent=None), allowed_base_urls=[])
    return made


def nothing_svg(words: str) -> str:
    """A picture that only says why it is empty."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="60" role="img">'
        f'<text x="10" y="35" font-family="sans-serif" font-size="14">{escape(words)}</text></svg>'
    )


def _data(altair: Any, rows: Iterable[dict[str, Any]]) -> Any:
    return altair.Chart(altair.Data(values=list(rows)))


def _day_axis(altair: Any, field: str, days: Iterable[str]) -> Any:
    """An axis of days in UTC, whatever the zone of the machine, with at most ten of `days` written."""
    every = sorted(set(days))
    ticks = every[:: max(1, -(-len(every) // _MOST_TICKS))]
    moments = [datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000 for day in ticks]
    return altair.X(
        f"{field}:T",
        title=None,
        scale=altair.Scale(type="utc", padding=20),
        axis=altair.Axis(format="%Y-%m-%d", labelAngle=-30, labelOverlap=True, values=moments),
    )


# -- figures --------------------------------------------------------------------------------------


def series_title(series: Series) -> str:
    """What a series counts, of whom, in which unit."""
    of = f" of {series.of}" if series.of else ""
    unit = f" ({series.unit})" if series.unit else ""
    return shown(f"{series_words(series) or 'what is counted is not said'}{of}{unit}")


def bound(point: SeriesPoint) -> str:
    """What the words say of the value: exact, about, a range, at least, at most, or no number."""
    if point.low is None and point.high is None:
        return "no number"
    if point.high is None:
        return "at least"
    if point.low is None:
        return "at most"
    if point.low != point.high:
        return "range"
    return "about" if point.approximator else "as told"


def point_rows(series: Series) -> Rows:
    """The points of a series that have a number and a day, for drawing. `low` and `high` are equal where
    only one bound is known: `bound` says which it is."""
    rows = []
    for point in series.points:
        days = days_of(point.as_of)
        values = [value for value in (point.low, point.high) if value is not None]
        if days is None or not values:
            continue
        rows.append(
            {
                "day": days.first.isoformat(),
                "low": values[0],
                "high": values[-1],
                "bound": bound(point),
                "voice": shown(point.voice.name, 40),
                "words": shown(point.words, 30),
            }
        )
    return sorted(rows, key=lambda row: (row["day"], row["low"], row["voice"], row["words"]))


_BOUNDS = ("as told", "about", "range", "at least", "at most")
_SHAPES = ("circle", "diamond", "square", "triangle-up", "triangle-down")


def figures_chart(altair: Any, record: Record) -> Any:
    """Each series in a strip of its own: ranges as lines, the words beside them, the voice as colour,
    the shape saying whether a number is a bound. First those whose numbers differ, then those told on
    several days; one number alone needs no chart."""
    chosen = [(series, point_rows(series)) for series in series_of_weight(record)]
    chosen = [(series, rows) for series, rows in chosen if len(_values(rows)) > 1]
    chosen.sort(key=lambda pair: len({value[1:] for value in _values(pair[1])}) < 2)
    strips = [_strip(altair, series, rows) for series, rows in chosen[:_MOST_SERIES]]
    return altair.vconcat(*strips).resolve_scale(color="shared") if strips else None


def _values(rows: Rows) -> set[tuple[str, float, float]]:
    """Day and value of the points, each once."""
    return {(row["day"], row["low"], row["high"]) for row in rows}


def _strip(altair: Any, series: Series, rows: Rows) -> Any:
    x = _day_axis(altair, "day", [row["day"] for row in rows])
    base = _data(altair, rows).encode(x=x)
    value = altair.Y("low:Q", title=None, scale=altair.Scale(zero=False, padding=14))
    ranges = base.mark_rule(strokeWidth=2).encode(
        y=value, y2="high:Q", color=altair.Color("voice:N")
    )
    points = base.mark_point(filled=True, size=70).encode(
        y=altair.Y("high:Q", title=None),
        color=altair.Color(
            "voice:N",
            title="voice",
            scale=altair.Scale(scheme="tableau20"),
            legend=altair.Legend(labelLimit=260),
        ),
        shape=altair.Shape(
            "bound:N",
            title="the number is",
            scale=altair.Scale(domain=list(_BOUNDS), range=list(_SHAPES)),
        ),
    )
    words: dict[tuple[str, float], list[str]] = {}
    for row in rows:
        words.setdefault((row["day"], row["high"]), []).append(row["words"])
    notes = [
        {"day": day, "high": high, "words": " / ".join(dict.fromkeys(told))}
        for (day, high), told in words.items()
    ]
    texts = (
        _data(altair, notes)
        .mark_text(align="left", dx=8, dy=-8, fontSize=10)
        .encode(x=x, y="high:Q", text="words:N")
    )
    return (ranges + points + texts).properties(
        width=_WIDTH, height=110, title=altair.TitleParams(series_title(series), anchor="start")
    )


# -- timeline -------------------------------------------------------------------------------------


def timeline_rows(record: Record) -> Rows:
    """What happened and what is announced, with days; what is known only to a longer span than a month is
    left out, since it would make all others one dot. `events` counts those of one row."""
    rows: list[tuple[str, ...]] = []
    for line in timeline(record):
        days = days_of(line.when)
        if days is not None and (days.last - days.first).days <= 31 and line.standing is not None:
            kind = event_words(line.kind or "event", line.mode, line.claimed)
            rows.append((str(days.first), str(days.last), kind, line.standing.label, HAPPENED))
    for item in agenda(record):
        days = days_of(item.when)
        if days is not None and item.state != "held" and item.claim is not None:
            kind, label = (
                event_words(item.event_type, item.mode, item.claimed),
                item.claim.standing.label,
            )
            rows.append((str(days.first), str(days.last), kind, label, item.state))
    names = ("day", "last", "kind", "label", "state")
    return [
        {**dict(zip(names, row, strict=True)), "events": n}
        for row, n in sorted(Counter(rows).items())
    ]


HAPPENED = "reported as so"
STATES = (HAPPENED, "due", "cancelled", "past, not reported as held")
_STATE_SHAPES = ("circle", "circle", "cross", "square")


def timeline_chart(altair: Any, record: Record) -> Any:
    """Kinds of events by day: how well supported as colour, how many as size. What is only announced is
    hollow and has a shape of its own."""
    rows = timeline_rows(record)
    if not rows:
        return None
    base = _data(altair, rows).encode(
        x=_day_axis(altair, "day", [row["day"] for row in rows]),
        y=altair.Y("kind:N", title=None, sort="ascending", axis=altair.Axis(labelLimit=200)),
        color=_label_colour(altair),
    )
    marks = {
        "size": altair.Size("events:Q", scale=altair.Scale(range=[70, 420]), legend=None),
        "shape": altair.Shape(
            "state:N",
            title="filled: so; hollow: announced",
            scale=altair.Scale(domain=list(STATES), range=list(_STATE_SHAPES)),
            legend=altair.Legend(labelLimit=260, titleLimit=260),
        ),
    }
    so = f"datum.state == '{HAPPENED}'"
    spans = base.transform_filter("datum.day != datum.last").mark_rule(strokeWidth=3, opacity=0.4)
    filled = base.transform_filter(so).mark_point(filled=True, opacity=0.9).encode(**marks)
    hollow = base.transform_filter(f"!({so})").mark_point(strokeWidth=2).encode(**marks)
    return (spans.encode(x2="last:T") + filled + hollow).properties(width=_WIDTH)


def _label_scale(altair: Any) -> Any:
    return altair.Scale(domain=list(LABELS), range=list(COLOURS))


def _label_colour(altair: Any) -> Any:
    return altair.Color("label:N", title="standing", scale=_label_scale(altair))


# -- standing -------------------------------------------------------------------------------------


def standing_chart(altair: Any, record: Record) -> Any:
    """How many claims of each kind are how well supported; contested and denied ones in rows of their
    own, since they are counted above too."""
    counts: Counter[tuple[str, str]] = Counter()
    for claim in record.claims:
        counts[claim.kind, claim.standing.label] += 1
        for flag in claim.standing.flags:
            counts[f"of these {flag}", claim.standing.label] += 1
    if not counts:
        return None
    rows = [
        {"kind": kind, "label": label, "claims": n, "order": LABELS.index(label)}
        for (kind, label), n in sorted(counts.items())
    ]
    kinds = ["event", "figure", "utterance", "role"]
    kinds += sorted({kind for kind, _ in counts} - set(kinds))
    base = _data(altair, rows).encode(
        y=altair.Y("kind:N", title=None, sort=kinds),
        x=altair.X("claims:Q", title="claims", stack="zero", axis=altair.Axis(tickMinStep=1)),
        order=altair.Order("order:Q"),
    )
    return base.mark_bar().encode(color=_label_colour(altair)).properties(width=_WIDTH)


# -- lineage --------------------------------------------------------------------------------------


def lineage_chart(altair: Any, record: Record) -> Any:
    """Articles by day and newsroom; a line leads from each article to the one whose text it has."""
    nodes = _nodes(record)
    if not nodes:
        return None
    edges = [
        {
            "kind": passage.kind,
            "note": f"{passage.kind} of {nodes[passage.from_]['sign']}, {passage.share:.0%}",
            "x": nodes[passage.from_]["place"],
            "y": nodes[passage.from_]["newsroom"],
            "x2": nodes[passage.to]["place"],
            "y2": nodes[passage.to]["newsroom"],
        }
        for passage in record.passages
        if passage.from_ in nodes and passage.to in nodes
    ]
    place = altair.X(
        "place:O", title="reports in the order of their days", axis=altair.Axis(labels=False)
    )
    newsroom = altair.Y("newsroom:N", title="newsroom", axis=altair.Axis(labelLimit=220))
    base = _data(altair, nodes.values()).encode(x=place, y=newsroom)
    dots = base.mark_circle(size=420, color=COLOURS[1], opacity=1)
    signs = base.mark_text(fontSize=11, fontWeight="bold").encode(text="sign:N")
    days = base.mark_text(fontSize=9, dy=20).encode(text="day:N")
    layers = [dots, signs, days]
    if edges:
        drawn = _data(altair, edges)
        ends = {"x": altair.X("x:O"), "y": altair.Y("y:N"), "x2": "x2:O", "y2": "y2:N"}
        lines = drawn.mark_rule(strokeWidth=2).encode(
            **ends, strokeDash=altair.StrokeDash("kind:N", title="text taken over")
        )
        notes = drawn.mark_text(fontSize=10, dy=-18).encode(x="x2:O", y="y2:N", text="note:N")
        layers = [lines, *layers, notes]
    return altair.layer(*layers).properties(width=_WIDTH, height=max(160, 60 * len(_rooms(nodes))))


def _nodes(record: Record) -> dict[str, dict[str, Any]]:
    """The articles with sign, day, newsroom and their place in the order of days."""
    signs, articles = short_names(record), articles_of(record)
    rooms = {row.id: row.newsrooms for row in record.articles}
    nodes = {}
    for place, (key, sign) in enumerate(signs.items(), start=1):
        published = articles[key].published
        nodes[key] = {
            "sign": sign,
            "place": place,
            "day": _day(published.value) if published else "day unknown",
            "newsroom": shown(rooms[key][0].name if rooms[key] else "unknown newsroom", 34),
        }
    return nodes


def _day(value: str) -> str:
    """A day, or the first of several, marked as such."""
    first, several, _ = value.partition("/")
    return f"{first}…" if several else first


def _rooms(nodes: dict[str, dict[str, Any]]) -> set[str]:
    return {node["newsroom"] for node in nodes.values()}


CHARTS: dict[str, Callable[[Any, Record], Any]] = {
    "figures": figures_chart,
    "timeline": timeline_chart,
    "lineage": lineage_chart,
    "standing": standing_chart,
}
"""The charts by name."""
