"""The figures of a brief: one line a series, with the other numbers of it in the order of their days."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from ..lexicon.stems import stem
from ..model.claim import Claim, Series, SeriesPoint
from ..model.record import Record
from .figure_words import counted_apart, figure_words
from .figures import counts_one_thing, counts_something, series_of_weight, tells_much
from .line import Line
from .sources import best_report, citation_of, cited_by
from .weight import HEAD

AS_IT_IS = frozenset({"measured", "estimated"})
"""Natures of numbers that tell what is or was."""


def figure_lines(record: Record) -> Iterator[tuple[Series, Line]]:
    """Every number that counts something, with its series; the weightiest series first."""
    claims = {claim.about: claim for claim in record.claims if claim.kind == "figure"}
    for series in series_of_weight(record):
        changes = tuple(f"changed from {c.was} to {c.became}" for c in series.changes)
        for n, point in enumerate(series.points):
            claim = claims.get(point.id)
            if claim is None or "altered" in claim.standing.flags:
                continue
            if counts_something(point):
                yield (
                    series,
                    figure_line(
                        _shown_point(series, claim) or point, claim, changes if n == 0 else ()
                    ),
                )


def of_series(figures: Sequence[tuple[Series, Line]]) -> Iterator[tuple[Series, Line]]:
    """The lines again, of each series that counts one thing the head first: the number that is best supported, of these the
    latest, and none that is only planned where another is not, with the others as its `course`. What counts people and says no more of them counts now these, now those."""
    for _, group in groupby(figures, key=lambda entry: entry[0].id):
        told = list(group)
        series, lines = told[0][0], [line for _, line in told]
        if not counts_one_thing(series):
            yield from told
            continue
        head = max(
            lines, key=lambda line: (line.status in AS_IT_IS, _newsrooms(line), line.when or "")
        )
        notes = tuple(dict.fromkeys(note for line in lines for note in line.notes))
        others = [line for line in lines if line is not head]
        yield series, msgspec.structs.replace(head, notes=notes, course=_course(others))
        yield from ((series, msgspec.structs.replace(line, notes=())) for line in others)


def series_lines(figures: Sequence[tuple[Series, Line]], length: str) -> Iterator[Line]:
    """Of the lines `of_series` those that a section is made of: what stands in the course of another has no line of its own, and
    so many of one noun stand once, with all that tell so many of it. But in the longest brief what one report has far down, and
    is neither people's fate nor money, is left out: it stands in the view of figures."""
    found: dict[object, Line] = {}
    for _, group in groupby(figures, key=lambda entry: entry[0].id):
        told = list(group)
        series, lines = told[0][0], [line for _, line in told]
        if length != "long" and not _is_news(series, lines):
            continue
        for line in lines[:1] if counts_one_thing(series) else lines:
            key = _so_many_of(series, line)
            first = found.get(key)
            found[key] = line if first is None else _told_by_both(first, line)
    yield from found.values()


_SO_MANY = re.compile(r"\d[\d,.]*\d|\d|[a-z]+")


def _so_many_of(series: Series, line: Line) -> object:
    """By what two lines are one count told again: its number, in figures or in one word, and its noun; a line of its own for
    a number that hardly tells ("two men")."""
    words = _SO_MANY.search((line.claimed or "").lower())
    noun = (series.measured or "").lower().split()[-1:]
    if words is None or not noun or words[0] in FEW:
        return series.id, line.about
    return words[0], stem(noun[0]), series.unit


FEW = frozenset(
    "one two three 1 2 3 a an some several many few about around at more almost nearly over up as".split()
)
"""Numbers that are met by chance, and words that stand before a number."""


def _told_by_both(line: Line, other: Line) -> Line:
    others = (other, *other.course)
    return msgspec.structs.replace(line, course=_course((*line.course, *others)))


def _course(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines in the order of their days, what is told of one day in the same words once, with all who tell it."""
    found: dict[tuple[str, str], Line] = {}
    for line in lines:
        key = (line.when or "", line.claimed or "")
        told = found.get(key, line)
        cited = tuple(dict.fromkeys([*told.citations, *line.citations]))
        found[key] = msgspec.structs.replace(told, citations=cited)
    return tuple(found[key] for key in sorted(found))


def _newsrooms(line: Line) -> int:
    return len(line.standing.newsrooms) if line.standing else 0


def _is_news(series: Series, lines: Sequence[Line]) -> bool:
    return (
        tells_much(series)
        or len({cited.article for line in lines for cited in line.citations}) > 1
        or any(cited.start < HEAD[0] for line in lines for cited in line.citations)
    )


def _shown_point(series: Series, claim: Claim) -> SeriesPoint | None:
    """The point that stands in the sentence that the line of a claim shows: of several that with the
    claim's own number, else with the number that shares a bound with it."""
    best = citation_of(best_report(claim))
    points = [point for point in series.points if point.sentence == best]
    own = next(point for point in series.points if point.id == claim.about)
    return max(points, key=lambda point: _common_bounds(point, own), default=None)


def _common_bounds(one: SeriesPoint, two: SeriesPoint) -> tuple[int, int]:
    """How many bounds are the same, and how many values stand in both whichever bound they are."""
    bounds = ({one.low, one.high} - {None}) & ({two.low, two.high} - {None})
    return (one.low == two.low) + (one.high == two.high), len(bounds)


def figure_line(point: SeriesPoint, claim: Claim, changes: tuple[str, ...] = ()) -> Line:
    """The line of one number: the sentence it stands in, with nature and as-of beside it."""
    best = best_report(claim)
    return Line(
        about=claim.id,
        words=best.words,
        citations=cited_by(claim),
        status=point.nature,
        claimed=figure_words(point),
        counted=counted_apart(point),
        when=point.as_of,
        standing=claim.standing,
        notes=changes,
    )
