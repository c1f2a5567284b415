"""What a report took over word for word from an earlier one: its "on Monday" and its "by noon" are those of the earlier day."""

from collections.abc import Sequence

from ..model.lineage import FirstPrinted, Lineage
from ..model.reading import Reading


def first_printed(
    readings: Sequence[Reading], lineage: Lineage
) -> dict[str, tuple[FirstPrinted, ...]]:
    """The parts of each article's text that stand word for word in a report of an earlier day, with that day; where several
    earlier reports have them, the first. Only where both days are known."""
    days = {
        reading.article.id: published.earliest
        for reading in readings
        if (published := reading.article.published) is not None
        and published.earliest == published.latest
    }
    found: dict[str, dict[tuple[int, int], str]] = {}
    for passage in lineage.passages:
        day = days.get(passage.from_)
        if day is None or day >= days.get(passage.to, day):
            continue
        parts = found.setdefault(passage.to, {})
        for span in passage.spans:
            copy = span.copy
            if copy.part != "text" or copy.words != span.original.words:
                continue
            place = (copy.start, copy.end)
            parts[place] = min(day, parts.get(place, day))
    return {
        article: tuple(
            FirstPrinted(start=start, end=end, day=day)
            for (start, end), day in sorted(parts.items())
        )
        for article, parts in found.items()
    }
