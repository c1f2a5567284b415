"""The speech network at run time: finds cues, then the source and content of each.

A small network over the vectors that the language pipeline has computed anyway, trained by
`evaluation/train_speech.py` (see docs/models.md). Plain numpy; the parameters are numbers only.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

from .features import FLAGS, Array, Features
from .pairs import Pairs, pair_up
from .spans import Scores, best_spans

PARAMETERS = {
    (20000, 96): Path(__file__).with_name("network-md.npz"),
    (0, 96): Path(__file__).with_name("network-sm.npz"),
}
"""By the number of word vectors and the width of the token vectors of an English pipeline."""
CUE_AT_LEAST = -0.35
"""Log odds from which on a span counts as a cue (swept on articles kept back from training)."""
LONGEST_CUE = 14
INSIDE_WEIGHT = 0.05
"""What a token's log odds of being content count beside those of the two ends of a piece."""
ONE_THREAD = (1 << 19) - 1
"""Multiplications up to which OpenBLAS takes one thread for a product: each further one must have four times 65,536 to
do (its `interface/gemm.c`)."""


@dataclass(frozen=True, slots=True)
class Model:
    """Parameters by name, and the pipeline that they were trained on. `slices` holds the matrices of
    the first layers, cut by what they are multiplied with; where that is a row of a table, the
    product is kept instead."""

    weights: dict[str, Array]
    slices: dict[str, Array]
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
        return Model(weights, _slices(weights, vectors), str(file["meta"]))


TABLES = ("dependency", "tag", "entity", "lemma", "lower")


def _slices(weights: dict[str, Array], vectors: Array) -> dict[str, Array]:
    first = weights["first.weight"].T
    tables = {name: weights[f"{name}.weight"] for name in TABLES}
    if "meaning.weight" in weights:
        known = vectors @ weights["meaning.weight"].T
        # Row -1: words without a vector.
        tables["meaning"] = np.concatenate([known, np.zeros_like(known[:1])])
    tensor = len(first) - FLAGS - sum(table.shape[1] for table in tables.values())
    found = {"tensor": np.ascontiguousarray(first[:tensor])}
    at = tensor
    for name, table in tables.items():
        width = table.shape[1]
        found[name] = table @ first[at : at + width]
        at += width
    found["flags"] = np.ascontiguousarray(first[at:])
    layer = 0
    while f"blocks.{layer}.weight" in weights:
        # What a block gives out is brought to mean 0: so are its parameters, once.
        matrix = weights[f"blocks.{layer}.weight"].T
        matrix = matrix - matrix.mean(axis=1, keepdims=True)
        bias = weights[f"blocks.{layer}.bias"]
        found[f"block {layer} bias"] = bias - bias.mean()
        width = len(matrix) // 5
        for n in range(5):
            found[f"block {layer} {n}"] = np.ascontiguousarray(matrix[n * width : (n + 1) * width])
        layer += 1
    for name in ("cue", "near", "far"):
        # In the parameters a row comes before the rows beside it only in the layer of cues.
        order = (0, 1, 2) if name == "cue" else (1, 0, 2)
        matrix = weights[f"{name}.weight"].T
        width = len(matrix) // 3
        for n, at in enumerate(order):
            found[f"{name} {n}"] = np.ascontiguousarray(matrix[at * width : (at + 1) * width])
    return found


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


def _product(x: Array, matrix: Array, out: Array | None = None) -> Array:
    """`x @ matrix` in runs of rows for which the matrix library takes one thread. The threads that it
    starts for larger ones wait busily, at ten times the cost of these small products, and however
    many there are, the sums stay the same. Written to `out` (rows that follow each other) if given: new memory
    costs more than the sums."""
    x = np.ascontiguousarray(x)
    if out is None:
        out = np.empty((len(x), matrix.shape[1]), dtype=x.dtype)
    run = max(1, ONE_THREAD // matrix.size)
    whole = len(x) - len(x) % run
    if whole:
        runs = x[:whole].reshape(-1, run, x.shape[1])
        np.matmul(runs, matrix, out=out[:whole].reshape(-1, run, matrix.shape[1]))
    if whole < len(x):
        np.matmul(x[whole:], matrix, out=out[whole:])
    return out


def _add_rows(z: Array, table: Array, rows: Array, room: Array) -> None:
    """Adds to each row of `z` one row of a table; `room` is memory of the shape of `z`."""
    # Row -1 is the last one.
    z += table.take(rows, 0, room, "wrap")


def _linear(model: Model, name: str, x: Array) -> Array:
    z = _product(x, model.weights[f"{name}.weight"].T)
    z += model.weights[f"{name}.bias"]
    return z


def _relu(x: Array, zeros: Array | None = None) -> Array:
    # Against an array numpy takes the larger at five times the speed than against a number.
    return np.maximum(x, np.zeros_like(x) if zeros is None else zeros, out=x)


def _norm(model: Model, name: str, x: Array) -> Array:
    """The rows of `x`, which is changed, with mean 0 and variance 1, scaled and moved."""
    x -= x.mean(axis=1, keepdims=True)
    return _scaled(model, name, x)


def _scaled(model: Model, name: str, x: Array) -> Array:
    """The rows of `x`, which is changed and has rows of mean 0, with variance 1, scaled and moved."""
    x *= 1 / np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / x.shape[1] + 1e-5)
    x *= model.weights[f"{name}.weight"]
    x += model.weights[f"{name}.bias"]
    return x


def _tokens(model: Model, f: Features) -> Array:
    """One vector a token. Each block sees the token, its head, its children and two neighbours; the
    parts are multiplied one by one, since putting them side by side costs more than it saves."""
    h = _product(f.tensor, model.slices["tensor"])
    part, z = np.empty_like(h), np.empty_like(h)
    for name in ("dependency", "tag", "entity", "lemma", "lower"):
        _add_rows(h, model.slices[name], getattr(f, name), part)
    if "meaning" in model.slices:
        _add_rows(h, model.slices["meaning"], f.vector, part)
    h += _product(f.flags, model.slices["flags"], part)
    h += model.weights["first.bias"]
    zeros = np.zeros_like(h)
    h = _relu(h, zeros)
    parents, children = _children(f.heads)
    shares = (1 / np.bincount(f.heads)[parents]).astype(h.dtype)[:, None]
    # Only what has children stands above or below anything: the products are taken of those rows alone.
    # A root has nothing above it: row -1, which is zero.
    above = np.full(len(h), -1)
    above[parents] = np.arange(len(parents))
    above = np.where(f.heads == np.arange(len(h)), -1, above[f.heads])
    few = np.empty((len(parents), h.shape[1]), dtype=h.dtype)
    heads = np.zeros((len(parents) + 1, h.shape[1]), dtype=h.dtype)
    layer = 0
    while f"block {layer} 0" in model.slices:
        parts = [model.slices[f"block {layer} {n}"] for n in range(5)]
        _product(h, parts[0], z)
        h.take(parents, 0, few, "wrap")
        _product(few, parts[1], heads[:-1])
        _add_rows(z, heads, above, part)
        few.fill(0)
        for rows in children:
            few[: len(rows)] += h.take(rows, 0, part[: len(rows)], "wrap")
        few *= shares
        z[parents] += _product(few, parts[2], part[: len(parents)])
        step = 2**layer
        z[step:] += _product(h[:-step], parts[3], part[step:])
        z[:-step] += _product(h[step:], parts[4], part[step:])
        z += model.slices[f"block {layer} bias"]
        h += _relu(_scaled(model, f"norms.{layer}", z), zeros)
        layer += 1
    return h


def _children(heads: Array) -> tuple[Array, list[Array]]:
    """The tokens with children, those with most of them first; and the first children of all of
    them, then the second children of those that have two, and so on."""
    children = np.flatnonzero(heads != np.arange(len(heads)))
    children = children[np.argsort(heads[children], kind="stable")]
    sizes = np.bincount(heads[children], minlength=len(heads))
    parents = np.argsort(-sizes, kind="stable")[: np.count_nonzero(sizes)]
    first, sizes = (np.cumsum(sizes) - sizes)[parents], sizes[parents]
    # How many have more than n children: of falling sizes the first ones.
    having = len(sizes) - np.cumsum(np.bincount(sizes))[:-1]
    return parents, [children[first[:many] + n] for n, many in enumerate(having.tolist())]


def _beside(
    model: Model, name: str, x: Array, step: int, edges: tuple[Array, Array] | None = None
) -> Array:
    """The layer over each row, the one `step` before and the one `step` after it. `edges` tells how
    many rows stand before each in its window, and how many from it on; without them all rows are
    one window."""
    own, before, after = (model.slices[f"{name} {n}"] for n in range(3))
    z = _product(x, own)
    part = np.empty_like(z)[step:]
    came = _product(x[:-step], before, part)
    if edges is not None:
        came[edges[0][step:] < step] = 0
    z[step:] += came
    comes = _product(x[step:], after, part)
    if edges is not None:
        comes[edges[1][:-step] <= step] = 0
    z[:-step] += comes
    z += model.weights[f"{name}.bias"]
    return _relu(z)


def _find_cues(model: Model, h: Array, at_least: float) -> tuple[Array, list[float]]:
    z = _beside(model, "cue", h, 1)
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
        if best > at_least:
            spans.append((token, stop))
            certainty.append(best)
            free = stop
    return np.array(spans, dtype=np.int64).reshape(-1, 2), certainty


def decode(model: Model, f: Features, at_least: float = CUE_AT_LEAST) -> list[Found]:
    """The statements of one text, in the order of their cues; `at_least` are the log odds from
    which on a span is a cue."""
    if not len(f.heads):
        return []
    h = _tokens(model, f)
    cues, odds = _find_cues(model, h, at_least)
    if not len(cues):
        return []
    w = model.weights
    p = pair_up(f, cues)
    about = np.concatenate([h[cues[:, 0]], h[cues[:, 1] - 1], h[p.head]], axis=1)
    z = _linear(model, "left", h).take(p.token, 0)
    room = np.empty_like(z)
    _add_rows(z, _linear(model, "right", about), p.cue, room)
    for name in ("relation", "distance", "between", "quote"):
        _add_rows(z, w[f"{name}.weight"], getattr(p, name), room)
    z = _relu(z)
    row = np.arange(len(z))
    edges = (row - p.first[p.cue], p.first[p.cue + 1] - row)
    z += _beside(model, "near", z, 1, edges)
    z += _beside(model, "far", z, 3, edges)
    rows = _linear(model, "out", _norm(model, "pair_norm", z)).astype(np.float64)
    none = 2 * _linear(model, "none", about)[:, 0]
    inside = INSIDE_WEIGHT * np.clip(rows[:, 2], -8, 8)
    begins = _log_shares(rows[:, 3], p)
    lasts = _log_shares(rows[:, 4], p)
    offsets = p.token[p.first[:-1]]
    scores = Scores(rows[:, 0], rows[:, 1], begins, lasts, inside, none)
    sources, contents = best_spans(scores, p.first, cues - offsets[:, None])
    return [
        Found(
            (start, end),
            head,
            (source[0] + offset, source[1] + offset) if source else None,
            tuple((s + offset, e + offset) for s, e in content),
            score,
        )
        for (start, end), head, offset, source, content, score in zip(
            cues.tolist(), p.head.tolist(), offsets.tolist(), sources, contents, odds, strict=True
        )
    ]


def _log_shares(x: Array, p: Pairs) -> Array:
    """The log of each row's share in its window."""
    top = np.maximum.reduceat(x, p.first[:-1])
    total = np.add.reduceat(np.exp(x - top[p.cue]), p.first[:-1])
    shares: Array = x - (top + np.log(total))[p.cue]
    return shares
