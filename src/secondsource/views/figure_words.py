"""What a number is shown as: words of its own sentence, as they stand there."""

import re
from collections.abc import Iterable
from functools import lru_cache

from ..model.claim import Series, SeriesPoint

_END_OF_CLAUSE = re.compile(r"[.;:!?](?=\s|$)")

_FARTHEST = 60
"""Code points after a number within which the noun that it counts still belongs to it."""


def figure_words(point: SeriesPoint) -> str:
    """The number with what it counts, word for word as the sentence has them in one piece ("40,000 Norland
    troops"); the number alone where what is counted stands elsewhere."""
    sentence = point.sentence.words
    start = point.start - point.sentence.start
    end = start + len(point.words)
    if sentence[start:end] != point.words:
        return point.words
    near = _END_OF_CLAUSE.split(sentence[end : end + _FARTHEST], 1)[0]
    ends = [_end_of(word, near) for word in (point.measured or "").split()]
    return point.words + near[: max(ends, default=0)]


def counted_apart(point: SeriesPoint) -> str | None:
    """What a number counts, where its words do not hold all of it: then the words alone would leave open
    what there are so many of. None where they do, or where what is counted is not known."""
    if point.measured is None:
        return None
    shown = figure_words(point)
    held = all(_end_of(word, shown) for word in point.measured.split())
    return None if held else counted_words(point.measured, (point,))


def series_words(series: Series) -> str | None:
    """What a series counts, with the capitals of its reports ("Mi-8 helicopters"); None where that is
    not known."""
    return counted_words(series.measured, series.points) if series.measured else None


def counted_words(measured: str, points: Iterable[SeriesPoint]) -> str:
    """What is counted, each word with its capitals where every sentence of the points writes it so."""
    text = " ".join(point.sentence.words for point in points)
    return " ".join(_as_written(word, text) for word in measured.split())


def _as_written(word: str, text: str) -> str:
    """A word as the text has it: in small letters if it ever stands so, else as it stands first."""
    written = [match[0] for match in _whole(word).finditer(text)]
    return word if not written or word in written else written[0]


def _end_of(word: str, text: str) -> int:
    """Where a word first ends in a text; 0 if it is not there."""
    match = _whole(word).search(text)
    return match.end() if match else 0


@lru_cache(maxsize=10_000)
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
