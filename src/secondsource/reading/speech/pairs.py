"""How each token near a cue stands to it: distance, way through the parse, quotation."""

from dataclasses import dataclass

import numpy as np

from .features import DEPENDENCIES, Array, Features

REACH_LEFT, REACH_RIGHT = 120, 160
"""Tokens before and after a cue that are looked at, within its paragraph. 99 % of the source and
content tokens of the training texts lie nearer."""
STEPS_UP = 14
"""How many heads are followed upwards from a token to meet its cue."""

LEVELS = 3
RELATIONS = 2 + LEVELS * (len(DEPENDENCIES) + 1) + LEVELS
DISTANCES = 23
BETWEEN = 8
QUOTES = 7

_EDGES = np.array([1, 2, 3, 4, 5, 7, 10, 15, 23, 36, 61])
_FAR = np.searchsorted(_EDGES, np.arange(_EDGES[-1] + 1), side="right")
"""The class of each distance in tokens, all from the last on being as far."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """One row for each token in the window of each cue, window after window: `cue` numbers the cue,
    `token` the token; the other arrays are classes. `first` is the row at which each window
    begins, with the number of all rows at the end. `head` is the token that heads each cue."""

    cue: Array
    token: Array
    relation: Array
    distance: Array
    between: Array
    quote: Array
    first: Array
    head: Array


def cue_heads(features: Features, cues: Array) -> Array:
    """For each cue (first token, token after the last) the token whose head lies outside of it."""
    above = features.heads.tolist()
    heads = []
    for start, end in cues.tolist():
        found = start
        for token in range(start, end):
            head = above[token]
            if not start <= head < end or head == token:
                found = token
                # A verb that heads the clause is preferred to punctuation that hangs outside.
                if features.tag[token] and not features.flags[token, 9]:
                    break
        heads.append(found)
    return np.array(heads, dtype=np.int64)


def pair_up(features: Features, cues: Array) -> Pairs:
    """The rows for all cues, an array of (first token, token after the last), in rising order."""
    count = len(features.heads)
    paragraph = features.paragraph
    starts, ends = cues[:, 0], cues[:, 1]
    left = np.maximum(
        np.searchsorted(paragraph, paragraph[starts], side="left"), starts - REACH_LEFT
    )
    right = np.minimum(
        np.searchsorted(paragraph, paragraph[starts], side="right"), ends + REACH_RIGHT
    )
    right = np.maximum(right, np.minimum(ends, count))
    sizes = right - left
    first = np.concatenate([[0], np.cumsum(sizes)])
    cue = np.repeat(np.arange(len(cues)), sizes)
    token = np.arange(first[-1]) - first[:-1][cue] + left[cue]

    begin, end = starts[cue], ends[cue]
    before, after = begin - token, token - end + 1
    apart = np.minimum(np.maximum(np.maximum(before, after), 0), len(_FAR) - 1)
    distance = _FAR[apart] + 11 * (before > 0)
    within = apart == 0

    head = cue_heads(features, cues)
    relation = within.astype(np.int64)
    above = head.astype(np.int32)
    labels = len(DEPENDENCIES) + 1
    heads = features.heads.astype(np.int32)
    # One line a step, narrow and unbroken in memory: these are the largest arrays here.
    upwards = np.empty((STEPS_UP + 1, count), dtype=np.int32)
    upwards[0] = np.arange(count)
    for step in range(STEPS_UP):
        heads.take(upwards[step], out=upwards[step + 1], mode="wrap")
    way = upwards.take(token, axis=1)
    below = way[:-1].ravel()
    for level in range(LEVELS):
        met = way == above[cue]
        # The step right below where the way meets the target; a root is its own head and met from the start.
        place = np.flatnonzero(met[1:] > met[:-1])
        row = place % len(token)
        free = relation[row] == 0
        row, place = row[free], place[free]
        relation[row] = 2 + level * labels + features.dependency[below[place]]
        relation[(relation == 0) & met[0]] = 2 + LEVELS * labels + level
        above = heads[above]

    marks = np.zeros(count + 1, dtype=np.int64)
    marks[1:][starts] = 1
    seen = np.cumsum(marks)[1:]
    gaps = np.abs(seen[token] - seen[begin]) - (token < begin)
    busy = np.zeros(count, dtype=bool)
    for start, stop in cues.tolist():
        busy[start:stop] = True
    between = np.minimum(np.maximum(gaps, 0), 2)
    between[busy[token] & ~within] = 3
    sentence = np.cumsum(features.flags[:, 8])
    between = between + 4 * (sentence[token] == sentence[head[cue]])

    held = features.quote
    last = np.maximum.accumulate(held) if count else held
    reference = last[begin]
    here = held[token]
    quote = 1 + np.minimum(np.maximum(here - reference + 2, 0), 5)
    quote[here < 0] = 0
    return Pairs(cue, token, relation, distance, between, quote, first, head)
