"""Sums within one report that do not come out: so many groups of so many are not the total that the same
report gives. A remark, no conflict: the groups may be a part, and round numbers are round."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import msgspec

from ..lexicon.stems import stem
from ..model.claim import Series, SeriesNote, SeriesPoint
from ..model.text import Citation

PER = "per "
"""How the unit of a count for each group begins ("per group")."""

TOLERANCE = 0.25
"""Share by which a product may differ from a total before it is remarked."""

LEAST_GROUPS = 3
"""Fewer groups than this are no sum worth doing."""


def with_notes(series: Sequence[Series]) -> tuple[Series, ...]:
    """The series, each total with the remarks on the products that the same report gives for it."""
    counts: dict[str, list[Series]] = {}
    sizes: dict[str, list[Series]] = {}
    for line in series:
        if line.unit is None:
            counts.setdefault(_head(line.measured), []).append(line)
        elif line.unit.startswith(PER):
            sizes.setdefault(_head(line.measured), []).append(line)
    return tuple(_with_notes(line, counts, sizes) for line in series)


def _with_notes(
    total: Series, counts: Mapping[str, list[Series]], sizes: Mapping[str, list[Series]]
) -> Series:
    """`counts` are the series without a unit, `sizes` those of so many for each group, both by the head
    of what is counted."""
    if total.unit is not None or total.measured is None:
        return total
    notes = [
        note
        for each in sizes.get(_head(total.measured), ())
        for groups in counts.get(_head((each.unit or "")[len(PER) :]), ())
        for note in _products(total, groups, each)
    ]
    found = {note.words: note for note in notes}
    return msgspec.structs.replace(total, notes=tuple(found[key] for key in sorted(found)))


def _head(noun: str | None) -> str:
    """The stem of the last word of what is counted."""
    return stem(noun.split()[-1]) if noun else ""


def _products(total: Series, groups: Series, each: Series) -> Iterator[SeriesNote]:
    """The remark on each total with the largest number of groups that its report gives."""
    by_number = sorted(groups.points, key=lambda point: (_value(point), point.id))
    largest = {point.article: point for point in by_number if point.part == "text"}
    for whole, many, size in product(total.points, largest.values(), each.points):
        if not whole.article == many.article == size.article or not _plain(whole, many, size):
            continue
        made = _value(many) * _value(size)
        if _value(many) < LEAST_GROUPS or abs(made - _value(whole)) <= TOLERANCE * _value(whole):
            continue
        yield SeriesNote(
            words=(
                f"{many.words} {many.measured} of {size.words} {size.measured} each make about"
                f" {made:,.0f}; the same report gives {whole.words}"
            ),
            citations=tuple(_cite(point) for point in (many, size, whole)),
        )


def _plain(*points: SeriesPoint) -> bool:
    """Whether all are numbers of the body that are said to be so."""
    return all(
        point.part == "text" and point.nature in ("measured", "estimated") and _value(point) > 0
        for point in points
    )


def _value(point: SeriesPoint) -> float:
    return point.low if point.low is not None else point.high or 0.0


def _cite(point: SeriesPoint) -> Citation:
    return Citation(
        article=point.article,
        part=point.part,
        start=point.start,
        end=point.end,
        words=point.words,
    )
