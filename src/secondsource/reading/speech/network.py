"""The speech network at run time: finds cues, then the source and content of each.

A small network over the vectors that the language pipeline has computed anyway, trained by
`evaluation/train_speech.py` (see docs/models.md). Plain numpy; the parameters are numbers only.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

from .features import Array, Features
from .pairs import pair_up

PARAMETERS = {
    (20000, 96): Path(__file__).with_name("network-md.npz"),
    (0, 96): Path(__file__).with_name("network-sm.npz"),
}
"""By the number of word vectors and the width of the token vectors of an English pipeline."""
CUE_AT_LEAST = -0.35
"""Log odds from which on a span counts as a cue (swept on articles kept back from training)."""
LONGEST_CUE = 14
LONGEST_SOURCE = 60
INSIDE_WEIGHT = 0.05
"""What a token's log odds of being content count beside those of the two ends of a piece."""
SECOND_PIECE = 2.5
"""Log probability that a further piece of content may lack at its two ends."""


@dataclass(frozen=True, slots=True)
class Model:
    """Parameters by name; `meaning` holds the pipeline's word vectors brought down to the width that
    the network uses, with a row of zeros at the end for unknown words; and the pipeline's name."""

    weights: dict[str, Array]
    meaning: Array
    pipeline: str


@dataclass(frozen=True, slots=True)
class Found:
    """A statement as token spans, half-open. `certainty` is the probability of the cue."""

    cue: tuple[int, int]
    head: int
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    certainty: float


def unit_vectors(vocab: Vocab) -> Array:
    """The pipeline's table of word vectors, each of length 1; an empty table if it has none."""
    table = np.asarray(vocab.vectors.data, dtype=np.float32)
    if not table.size:
        return np.zeros((0, 1), dtype=np.float32)
    unit: Array = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    return unit


def load_model(path: Path, vectors: Array) -> Model:
    """The parameters in the file, for a pipeline with these word vectors (of length 1)."""
    with np.load(path) as file:
        weights = {name: file[name].astype(np.float32) for name in file.files if name != "meta"}
        meaning = np.zeros((1, 0), dtype=np.float32)
        if "meaning.weight" in weights:
            known = vectors @ weights["meaning.weight"].T
            meaning = np.concatenate([known, np.zeros_like(known[:1])])
        return Model(weights, meaning, str(file["meta"]))


_LOADED: dict[Path, Model] = {}


def model_for(doc: Doc) -> Model | None:
    """The model for the pipeline that parsed `doc`, known by the shape of its vectors; None if there
    is none for it."""
    if doc.tensor is None or doc.tensor.ndim != 2 or not len(doc):
        return None
    path = PARAMETERS.get((doc.vocab.vectors.shape[0], doc.tensor.shape[1]))
    if path is None or not path.exists():
        return None
    if path not in _LOADED:
        _LOADED[path] = load_model(path, unit_vectors(doc.vocab))
    return _LOADED[path]


def _linear(model: Model, name: str, x: Array) -> Array:
    z: Array = x @ model.weights[f"{name}.weight"].T
    z += model.weights[f"{name}.bias"]
    return z


def _relu(x: Array) -> Array:
    return np.maximum(x, 0, out=x)


def _norm(model: Model, name: str, x: Array) -> Array:
    mean = x.mean(1, keepdims=True)
    x = x - mean
    x /= np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / x.shape[1] + 1e-5)
    x *= model.weights[f"{name}.weight"]
    x += model.weights[f"{name}.bias"]
    return x


def _shift(h: Array, step: int) -> Array:
    moved = np.zeros_like(h)
    if step > 0:
        moved[step:] = h[:-step]
    else:
        moved[:step] = h[-step:]
    return moved


def _tokens(model: Model, f: Features) -> Array:
    w = model.weights
    x = np.concatenate(
        [
            f.tensor,
            w["dependency.weight"][f.dependency],
            w["tag.weight"][f.tag],
            w["entity.weight"][f.entity],
            w["lemma.weight"][f.lemma],
            w["lower.weight"][f.lower],
            *([model.meaning[f.vector]] if model.meaning.shape[1] else []),
            f.flags,
        ],
        axis=1,
    )
    h = _relu(_linear(model, "first", x))
    count = len(h)
    own = f.heads == np.arange(count)
    order = np.argsort(f.heads, kind="stable")
    order = order[~own[order]]
    parents, firsts = np.unique(f.heads[order], return_index=True)
    shares = 1 / np.bincount(f.heads, minlength=count)[parents].astype(np.float32)
    layer = 0
    while f"blocks.{layer}.weight" in w:
        above = h[f.heads]
        above[own] = 0
        below = np.zeros_like(h)
        if len(order):
            below[parents] = np.add.reduceat(h[order], firsts, axis=0) * shares[:, None]
        step = min(2**layer, count)
        around = np.concatenate([h, above, below, _shift(h, step), _shift(h, -step)], axis=1)
        h = h + _relu(_norm(model, f"norms.{layer}", _linear(model, f"blocks.{layer}", around)))
        layer += 1
    return h


def _find_cues(model: Model, h: Array) -> tuple[Array, Array]:
    z = _relu(_linear(model, "cue", np.concatenate([h, _shift(h, 1), _shift(h, -1)], axis=1)))
    scores = _linear(model, "cue_out", z)
    # Log odds of each tag against being outside, so that spans of different length compare.
    odds = scores - scores[:, :1]
    begin, inside, last, alone = (odds[:, n].tolist() for n in range(1, 5))
    count = len(begin)
    spans: list[tuple[int, int]] = []
    certainty: list[float] = []
    free = 0
    for token in np.flatnonzero(np.maximum(odds[:, 1], odds[:, 4]) > -2.5).tolist():
        if token < free:
            continue
        best, stop = alone[token], token + 1
        run = begin[token]
        for end in range(token + 1, min(count, token + LONGEST_CUE)):
            if run + last[end] > best:
                best, stop = run + last[end], end + 1
            run += inside[end]
            if run < -6:
                break
        if best > CUE_AT_LEAST:
            spans.append((token, stop))
            certainty.append(best)
            free = stop
    return np.array(spans, dtype=np.int64).reshape(-1, 2), np.array(certainty)


def _around(z: Array, place: Array, left: Array, step: int) -> Array:
    before, after = _shift(z, step), _shift(z, -step)
    before[place < step] = 0
    after[left <= step] = 0
    return np.concatenate([before, z, after], axis=1)


def decode(model: Model, f: Features) -> list[Found]:
    """The statements of one text, in the order of their cues."""
    if not len(f.heads):
        return []
    h = _tokens(model, f)
    cues, scores = _find_cues(model, h)
    if not len(cues):
        return []
    w = model.weights
    p = pair_up(f, cues)
    about = np.concatenate([h[cues[:, 0]], h[cues[:, 1] - 1], h[p.head]], axis=1)
    z = _linear(model, "left", h)[p.token]
    z += _linear(model, "right", about)[p.cue]
    z += w["relation.weight"][p.relation]
    z += w["distance.weight"][p.distance]
    z += w["between.weight"][p.between]
    z += w["quote.weight"][p.quote]
    z = _relu(z)
    place = np.arange(len(z)) - p.first[p.cue]
    left = p.first[p.cue + 1] - np.arange(len(z))
    z = z + _relu(_linear(model, "near", _around(z, place, left, 1)))
    z = z + _relu(_linear(model, "far", _around(z, place, left, 3)))
    rows = _linear(model, "out", _norm(model, "pair_norm", z))
    none = _linear(model, "none", about)[:, 0]
    found = []
    for n, (start, end) in enumerate(cues.tolist()):
        a, b = int(p.first[n]), int(p.first[n + 1])
        offset = int(p.token[a])
        window = rows[a:b]
        source = _source(window[:, 0], window[:, 1], float(none[n]), start - offset, end - offset)
        barred = [(start - offset, end - offset), *([source] if source else [])]
        content = _content(window, barred)
        found.append(
            Found(
                (start, end),
                int(p.head[n]),
                (source[0] + offset, source[1] + offset) if source else None,
                tuple((s + offset, e + offset) for s, e in content),
                float(scores[n]),
            )
        )
    return found


def _source(
    begins: Array, ends: Array, none: float, cue_start: int, cue_end: int
) -> tuple[int, int] | None:
    """The best start and end of a source that does not overlap the cue; None when no source is
    likelier."""
    tops = np.argsort(-begins, kind="stable")[:4].tolist()
    best: tuple[float, int, int] | None = None
    for start in tops:
        if cue_start <= start < cue_end:
            continue
        limit = min(len(ends), start + LONGEST_SOURCE)
        if start < cue_start:
            limit = min(limit, cue_start)
        stop = start + int(np.argmax(ends[start:limit]))
        score = float(begins[start] + ends[stop])
        if best is None or score > best[0]:
            best = (score, start, stop + 1)
    if best is None or best[0] < 2 * none:
        return None
    return best[1], best[2]


def _log_softmax(x: Array) -> Array:
    top = x.max()
    shares: Array = x - (top + np.log(np.exp(x - top).sum()))
    return shares


def _content(window: Array, barred: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces of content in the window of one cue, in order, none over `barred` tokens.

    A piece from s to e is worth what its two ends are worth and what each of its tokens adds; the
    best one is taken, then further ones that are worth more than nothing.
    """
    inside = INSIDE_WEIGHT * np.clip(window[:, 2], -8, 8)
    begin, last = _log_softmax(window[:, 3]), _log_softmax(window[:, 4])
    for start, end in barred:
        inside[start:end] = -1e4
    pieces: list[tuple[int, int]] = []
    for _ in range(4):
        sums = np.concatenate([[0.0], np.cumsum(inside)])
        # For every start the best end at or after it.
        tail = last + sums[1:]
        ahead = np.maximum.accumulate(tail[::-1])[::-1]
        worth = begin - sums[:-1] + ahead
        start = int(np.argmax(worth))
        end = start + int(np.argmax(tail[start:]))
        if pieces and worth[start] < -SECOND_PIECE:
            break
        if worth[start] < -1e3:
            break
        pieces.append((start, end + 1))
        inside[start : end + 1] = -1e4
    return sorted(pieces)
