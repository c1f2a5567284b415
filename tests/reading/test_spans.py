"""Sources and contents of many cues at once are those that each window has alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.reading.speech.spans import TOGETHER, Scores, best_spans


def _plain(scores: Scores, window: int, first: list[int], cue: tuple[int, int]):
    """The source and the pieces of one window, every span of it tried in turn."""
    low, high = first[window], first[window + 1]
    source_begins, source_ends = scores.source_begins[low:high], scores.source_ends[low:high]
    begins, ends = scores.begins[low:high], scores.ends[low:high]
    inside = scores.inside[low:high].copy()
    spans = [(s, e) for s in range(high - low) for e in range(s, high - low)]
    beside = [(s, e) for s, e in spans if e < cue[0] or s >= cue[1]]
    source = max(
        beside, key=lambda span: source_begins[span[0]] + source_ends[span[1]], default=None
    )
    if source is not None and (
        source_begins[source[0]] + source_ends[source[1]] < scores.no_source[window]
    ):
        source = None
    barred = set(range(*cue)) | (set(range(source[0], source[1] + 1)) if source else set())
    pieces = []
    for n in range(4):
        for token in barred:
            inside[token] = -1e4
        worth, piece = max(
            (begins[s] + ends[e] + inside[s : e + 1].sum(), (-s, -e)) for s, e in spans
        )
        if worth < (-2.5 if n else -1e3):
            break
        start, end = -piece[0], -piece[1]
        pieces.append((start, end + 1))
        barred |= set(range(start, end + 1))
    return (source[0], source[1] + 1) if source else None, sorted(pieces)


def _windows(numbers: np.random.Generator, count: int):
    sizes = numbers.integers(1, 12, count)
    first = np.concatenate([[0], np.cumsum(sizes)])
    starts = numbers.integers(0, sizes)
    cues = np.stack([starts, numbers.integers(starts + 1, sizes + 1)], axis=1)
    columns = [numbers.normal(-2, 2, first[-1]) for _ in range(5)]
    return Scores(*columns, no_source=numbers.normal(-3, 2, count)), first, cues


@given(st.integers(0, 2**32 - 1), st.integers(1, 12))
def test_each_window_has_what_it_has_alone(seed: int, count: int) -> None:
    scores, first, cues = _windows(np.random.default_rng(seed), count)
    sources, contents = best_spans(scores, first, cues)
    for n, (source, content) in enumerate(zip(sources, contents, strict=True)):
        expected = _plain(scores, n, first.tolist(), tuple(cues[n].tolist()))
        assert (source, content) == expected


@pytest.mark.parametrize("count", [TOGETHER, 2 * TOGETHER + 1])
def test_it_does_not_matter_how_many_windows_there_are(count: int) -> None:
    scores, first, cues = _windows(np.random.default_rng(count), count)
    sources, contents = best_spans(scores, first, cues)
    for n in range(count):
        rows = slice(first[n], first[n + 1])
        alone = Scores(
            scores.source_begins[rows],
            scores.source_ends[rows],
            scores.begins[rows],
            scores.ends[rows],
            scores.inside[rows],
            scores.no_source[n : n + 1],
        )
        found = best_spans(alone, first[n : n + 2] - first[n], cues[n : n + 1])
        assert found == ([sources[n]], [contents[n]])
