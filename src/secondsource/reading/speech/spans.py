"""Which spans the scores of the tokens around each cue stand for: its source, and the pieces of its content.

The windows of many cues lie beside each other as the rows of one array, since a call of numpy for each of them costs more
than its sums.
"""

from dataclasses import dataclass

import numpy as np

from .features import Array

LONGEST_SOURCE = 60
MOST_PIECES = 4
SECOND_PIECE = 2.5
"""Log probability that a further piece of content may lack at its two ends."""
BARRED = -1e4
"""What a token is worth that no piece may hold."""
TOGETHER = 64
"""Windows that are searched at once: as wide as can be they take 0.14 MB in each array."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scores:
    """One row for each token in each window. `source_begins` and `source_ends` are log odds, `begins` and `ends` log
    probabilities of the two ends of a piece of content, `inside` what a token adds to a piece. `no_source` (one for
    each window) is what a source must be worth."""

    source_begins: Array
    source_ends: Array
    begins: Array
    ends: Array
    inside: Array
    no_source: Array


def best_spans(
    scores: Scores, first: Array, cues: Array
) -> tuple[list[Span | None], list[list[Span]]]:
    """For each window its source (None where none is likelier) and its pieces of content, as tokens counted from the begin
    of the window. `first` tells at which row each window begins, with the number of all rows at the end;
    `cues` (first token, token after the last) are counted like the result."""
    count = len(scores.inside)
    of_tokens = (scores.source_begins, scores.source_ends, scores.begins, scores.ends)
    # The last column stands for what lies behind a window.
    rows = np.full((5, count + 1), -np.inf)
    rows[4, -1] = BARRED
    for n, row in enumerate((*of_tokens, scores.inside)):
        rows[n, :-1] = row
    sources: list[Span | None] = []
    contents: list[list[Span]] = []
    for low in range(0, len(cues), TOGETHER):
        some = slice(low, low + TOGETHER)
        begins, ends = first[:-1][some, None], first[1:][some, None]
        column = np.arange((ends - begins).max())
        at = begins + column
        at[at >= ends] = count
        windows = rows[:, at]
        cue = cues[some]
        found = _sources(windows[0], windows[1], scores.no_source[some], cue, column)
        inside = windows[4]
        inside[(column >= cue[:, :1]) & (column < cue[:, 1:])] = BARRED
        inside[(column >= found[:, :1]) & (column < found[:, 1:])] = BARRED
        sources += [(start, stop) if start < stop else None for start, stop in found.tolist()]
        contents += _contents(windows[2], windows[3], inside, column)
    return sources, contents


def _sources(begins: Array, ends: Array, none: Array, cues: Array, column: Array) -> Array:
    """The best start and end of a source before or behind each cue; both 0 where no source is likelier."""
    sides = np.empty((2, *begins.shape), dtype=bool)
    np.less(column, cues[:, :1], out=sides[0])
    np.greater_equal(column, cues[:, 1:], out=sides[1])
    here = np.where(sides, ends, -np.inf)
    worth = np.where(sides, begins + _best_from_here(here), -np.inf)
    starts, most = worth.argmax(axis=2), worth.max(axis=2)
    side = (most[1] > most[0]).astype(np.int64)
    rows = np.arange(len(side))
    start = starts[side, rows]
    stop = _best_behind(here[side, rows], start, column) + 1
    known = (most.max(axis=0) >= none) & (stop - start <= LONGEST_SOURCE)
    spans = np.empty((len(start), 2), dtype=np.int64)
    np.multiply(start, known, out=spans[:, 0])
    np.multiply(stop, known, out=spans[:, 1])
    return spans


def _contents(begins: Array, ends: Array, inside: Array, column: Array) -> list[list[Span]]:
    """The pieces of content in each window, in order, none over tokens that are barred.

    A piece from s to e is worth what its two ends are worth and what each of its tokens adds; the
    best one is taken, then further ones that are worth more than nothing.
    """
    pieces: list[list[Span]] = [[] for _ in inside]
    windows = np.arange(len(inside))
    for n in range(MOST_PIECES):
        sums = inside.cumsum(axis=1)
        tail = ends + sums
        worth = begins - sums + inside + _best_from_here(tail)
        going = worth.max(axis=1) >= (-SECOND_PIECE if n else -1e3)
        if not going.all():
            windows = windows[going]
            if not len(windows):
                break
            begins, ends, inside = begins[going], ends[going], inside[going]
            worth, tail = worth[going], tail[going]
        start = worth.argmax(axis=1)
        stop = _best_behind(tail, start, column)
        found = zip(windows.tolist(), start.tolist(), stop.tolist(), strict=True)
        for window, begin, end in found:
            pieces[window].append((begin, end + 1))
        inside[(column >= start[:, None]) & (column <= stop[:, None])] = BARRED
    return [sorted(found) for found in pieces]


def _best_from_here(worth: Array) -> Array:
    """For each place of each row the most that stands at it or behind it."""
    best: Array = np.maximum.accumulate(worth[..., ::-1], axis=-1)[..., ::-1]
    return best


def _best_behind(worth: Array, start: Array, column: Array) -> Array:
    """The place in each row, `start` or behind it, with the most."""
    place: Array = np.where(column >= start[:, None], worth, -np.inf).argmax(axis=1)
    return place
