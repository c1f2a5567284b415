"""Trains the speech network on PolNeAR's train part: `make train-speech`.

Needs torch (training only; nothing at run time does). Parses the set with the language pipeline
that is installed, trains with fixed seeds on one thread, and writes numbers only:
`src/secondsource/reading/speech/network-md.npz`. With `--held-out N` every N-th article is kept back
and scored after each pass instead of trained on.
"""

import argparse
import pickle
import random
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from evaluation.sets.polnear import SPANS, load
from secondsource.reading.language import load_pipeline, pipeline_name
from secondsource.reading.quotes import find_quotes
from secondsource.reading.speech import pairs as pairing
from secondsource.reading.speech.features import (
    BUCKETS,
    DEPENDENCIES,
    ENTITIES,
    FLAGS,
    TAGS,
    Features,
    read_features,
)
from secondsource.reading.speech.network import unit_vectors

MEANING = 40
"""Numbers to which the pipeline's word vectors are brought down."""
TARGET = Path("src/secondsource/reading/speech/network-md.npz")


@dataclass
class Lesson:
    """One article: its features and its gold attributions as token spans."""

    id: str
    features: Features
    gold: list[dict[str, list[tuple[int, int]]]]


def lessons(part: str, root: Path, cache: Path | None, package: str | None) -> list[Lesson]:
    """The articles of one part, parsed, or from the cache of an earlier run."""
    kept = cache / f"{part}.lessons" if cache else None
    if kept and kept.exists():
        rows = pickle.loads(kept.read_bytes())
        return [Lesson(name, Features(**arrays), gold) for name, arrays, gold in rows]
    pipeline = load_pipeline(package)
    examples = load(root, part)
    found = []
    for doc, example in pipeline.pipe(((e.text, e) for e in examples), as_tuples=True):
        features = read_features(doc, example.text, find_quotes(example.text))
        gold = []
        for attribution in example.gold:
            if attribution["cue"] and attribution["content"]:
                gold.append(
                    {
                        name: [token_span(features, *span) for span in attribution[name]]
                        for name in SPANS
                    }
                )
        found.append(Lesson(example.id, features, gold))
    if kept:
        rows = [
            (row.id, {f.name: getattr(row.features, f.name) for f in fields(Features)}, row.gold)
            for row in found
        ]
        kept.write_bytes(pickle.dumps(rows))
    return found


def token_span(features: Features, start: int, end: int) -> tuple[int, int]:
    """The tokens (half-open) that code points `start:end` touch."""
    return (
        int(np.searchsorted(features.ends, start, side="right")),
        int(np.searchsorted(features.starts, end, side="left")),
    )


class Network(nn.Module):
    """The network in the form that is trained; `reading/speech/network.py` computes the same."""

    def __init__(
        self, width: int, layers: int, pair_width: int, tensor_width: int, vectors: np.ndarray
    ) -> None:
        super().__init__()
        self.vectors = torch.from_numpy(vectors)
        self.meaning = nn.Linear(vectors.shape[1], MEANING, bias=False) if len(vectors) else None
        self.dependency = nn.Embedding(len(DEPENDENCIES) + 1, 16)
        self.tag = nn.Embedding(len(TAGS) + 1, 16)
        self.entity = nn.Embedding(len(ENTITIES) + 1, 8)
        self.lemma = nn.Embedding(BUCKETS, 24)
        self.lower = nn.Embedding(BUCKETS, 16)
        meaning = MEANING if len(vectors) else 0
        self.first = nn.Linear(tensor_width + 80 + meaning + FLAGS, width)
        self.blocks = nn.ModuleList(nn.Linear(5 * width, width) for _ in range(layers))
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(layers))
        self.cue = nn.Linear(3 * width, 48)
        self.cue_out = nn.Linear(48, 5)
        self.left = nn.Linear(width, pair_width)
        self.right = nn.Linear(3 * width, pair_width)
        self.relation = nn.Embedding(pairing.RELATIONS, pair_width)
        self.distance = nn.Embedding(pairing.DISTANCES, pair_width)
        self.between = nn.Embedding(pairing.BETWEEN, pair_width)
        self.quote = nn.Embedding(pairing.QUOTES, pair_width)
        self.near = nn.Linear(3 * pair_width, pair_width)
        self.far = nn.Linear(3 * pair_width, pair_width)
        self.pair_norm = nn.LayerNorm(pair_width)
        self.out = nn.Linear(pair_width, 5)
        self.none = nn.Linear(3 * width, 1)
        for table in (self.relation, self.distance, self.between, self.quote):
            nn.init.normal_(table.weight, std=0.3)
        for table in (self.lemma, self.lower):
            nn.init.normal_(table.weight, std=0.3)
        self.drop = nn.Dropout(0.25)
        self.drop_in = nn.Dropout(0.35)

    def tokens(self, f: Features, noise: bool) -> Tensor:
        """One vector a token."""
        lemma = torch.from_numpy(f.lemma)
        lower = torch.from_numpy(f.lower)
        words = torch.cat([self.lemma(lemma), self.lower(lower)], 1)
        if noise:
            words = words * (torch.rand(len(lemma), 1) > 0.25)
        meaning = []
        if self.meaning is not None:
            rows = torch.from_numpy(f.vector)
            meaning = [self.meaning(self.vectors[rows.clamp(min=0)]) * (rows >= 0).unsqueeze(1)]
        x = torch.cat(
            [
                torch.from_numpy(f.tensor),
                self.dependency(torch.from_numpy(f.dependency)),
                self.tag(torch.from_numpy(f.tag)),
                self.entity(torch.from_numpy(f.entity)),
                words,
                *meaning,
                torch.from_numpy(f.flags),
            ],
            1,
        )
        h = functional.relu(self.first(self.drop_in(x)))
        heads = torch.from_numpy(f.heads)
        count = len(heads)
        own = (heads == torch.arange(count)).unsqueeze(1)
        children = torch.bincount(heads, minlength=count).clamp(min=1).unsqueeze(1)
        for n, (block, norm) in enumerate(zip(self.blocks, self.norms, strict=True)):
            step = 2**n
            above = h[heads] * ~own
            below = torch.zeros_like(h).index_add(0, heads, h * ~own) / children
            z = block(torch.cat([h, above, below, shift(h, step), shift(h, -step)], 1))
            h = h + self.drop(functional.relu(norm(z)))
        return h

    def cues(self, h: Tensor) -> Tensor:
        """For each token the scores of outside, begin, inside, end of a cue, and of being one alone."""
        z = functional.relu(self.cue(torch.cat([h, shift(h, 1), shift(h, -1)], 1)))
        return self.cue_out(self.drop(z))

    def spans(self, h: Tensor, p: pairing.Pairs, cues: np.ndarray) -> tuple[Tensor, Tensor]:
        """Scores of each row (source start, source end, inside content, content start, content end)
        and, for each cue, of having no source."""
        ends = torch.from_numpy(cues)
        about = torch.cat([h[ends[:, 0]], h[ends[:, 1] - 1], h[torch.from_numpy(p.head)]], 1)
        cue = torch.from_numpy(p.cue)
        z = (
            self.left(h)[torch.from_numpy(p.token)]
            + self.right(about)[cue]
            + self.relation(torch.from_numpy(p.relation))
            + self.distance(torch.from_numpy(p.distance))
            + self.between(torch.from_numpy(p.between))
            + self.quote(torch.from_numpy(p.quote))
        )
        z = self.drop(functional.relu(z))
        first = torch.from_numpy(p.first)
        z = z + functional.relu(self.near(neighbours(z, cue, first, 1)))
        z = z + functional.relu(self.far(neighbours(z, cue, first, 3)))
        return self.out(self.drop(self.pair_norm(z))), self.none(about).squeeze(1)


def shift(h: Tensor, step: int) -> Tensor:
    """Rows moved by `step` (positive: row i holds what row i - step held), zeros at the edge."""
    empty = h.new_zeros(min(abs(step), len(h)), h.shape[1])
    return torch.cat([empty, h[:-step]]) if step > 0 else torch.cat([h[-step:], empty])


def neighbours(z: Tensor, cue: Tensor, first: Tensor, step: int) -> Tensor:
    """Each row with the rows `step` before and after it in its own window, else zeros."""
    rows = torch.arange(len(z))
    place, end = rows - first[cue], first[cue + 1] - rows
    before = shift(z, step) * (place >= step).unsqueeze(1)
    after = shift(z, -step) * (end > step).unsqueeze(1)
    return torch.cat([before, z, after], 1)


def targets(
    lesson: Lesson,
) -> tuple[np.ndarray, np.ndarray, list[dict[str, list[tuple[int, int]]]]]:
    """Cue tags of the tokens, the cues in order (no two at one place), and their attributions."""
    tags = np.zeros(len(lesson.features.heads), dtype=np.int64)
    chosen = []
    for attribution in sorted(lesson.gold, key=lambda a: a["cue"][0]):
        start, end = attribution["cue"][0]
        if end <= start or tags[start:end].any():
            continue
        tags[start:end] = 2
        tags[start] = 1
        tags[end - 1] = 3 if end - start > 1 else 4
        chosen.append(attribution)
    cues = np.array([a["cue"][0] for a in chosen], dtype=np.int64).reshape(-1, 2)
    return tags, cues, chosen


@dataclass
class RowTargets:
    """For each cue the row of its source's first and last token (-1: none in sight); for each row
    whether it is content; and the rows at which pieces of content start and end."""

    first: np.ndarray
    last: np.ndarray
    inside: np.ndarray
    starts: np.ndarray
    ends: np.ndarray


def row_targets(p: pairing.Pairs, chosen: list[dict[str, list[tuple[int, int]]]]) -> RowTargets:
    """What the rows should say."""
    first = np.full(len(chosen), -1)
    last = np.full(len(chosen), -1)
    inside = np.zeros(len(p.token), dtype=np.float32)
    starts, ends = [], []
    for n, attribution in enumerate(chosen):
        begin, stop = int(p.first[n]), int(p.first[n + 1])
        offset = begin - int(p.token[begin])
        low, high = int(p.token[begin]), int(p.token[stop - 1]) + 1
        if attribution["source"]:
            start, end = attribution["source"][0]
            if low <= start < end <= high:
                first[n], last[n] = start + offset, end - 1 + offset
        for start, end in attribution["content"]:
            start_in, end_in = max(start, low), min(end, high)
            if start_in < end_in:
                inside[start_in + offset : end_in + offset] = 1
                if start >= low:
                    starts.append(start + offset)
                if end <= high:
                    ends.append(end - 1 + offset)
    return RowTargets(first, last, inside, np.array(starts, int), np.array(ends, int))


def segment_loss(scores: Tensor, none: Tensor, p: pairing.Pairs, gold: np.ndarray) -> Tensor:
    """Cross entropy of choosing one row of each window, or none."""
    cue = torch.from_numpy(p.cue)
    count = len(none)
    top = torch.full((count,), -1e9).scatter_reduce(0, cue, scores.detach(), "amax")
    top = torch.maximum(top, none.detach())
    total = torch.zeros(count).index_add(0, cue, torch.exp(scores - top[cue]))
    total = torch.log(total + torch.exp(none - top)) + top
    target = torch.from_numpy(gold)
    right = torch.where(target >= 0, scores[target.clamp(min=0)], none)
    return (total - right).sum()


def edge_loss(scores: Tensor, p: pairing.Pairs, gold: np.ndarray) -> Tensor:
    """Cross entropy of choosing the rows `gold`, each in its window."""
    if not len(gold):
        return scores.sum() * 0
    cue = torch.from_numpy(p.cue)
    count = len(p.first) - 1
    top = torch.full((count,), -1e9).scatter_reduce(0, cue, scores.detach(), "amax")
    total = torch.zeros(count).index_add(0, cue, torch.exp(scores - top[cue]))
    total = torch.log(total) + top
    target = torch.from_numpy(gold)
    return (total[cue[target]] - scores[target]).sum()


def joined(batch: list[Lesson]) -> Lesson:
    """Several articles as one, with their heads, quotations and paragraphs renumbered."""
    arrays = {}
    sizes = np.cumsum([0] + [len(row.features.heads) for row in batch])
    for f in fields(Features):
        parts = [getattr(row.features, f.name) for row in batch]
        if f.name == "heads":
            parts = [part + size for part, size in zip(parts, sizes, strict=False)]
        if f.name in {"paragraph", "quote"}:
            raised, base = [], 0
            for part in parts:
                raised.append(np.where(part >= 0, part + base, part))
                base += int(part.max(initial=0)) + 1
            parts = raised
        arrays[f.name] = np.concatenate(parts)
    gold = [
        {name: [(s + size, e + size) for s, e in spans] for name, spans in attribution.items()}
        for row, size in zip(batch, sizes, strict=False)
        for attribution in row.gold
    ]
    return Lesson("", Features(**arrays), gold)


def step_loss(network: Network, lesson: Lesson) -> tuple[Tensor, Tensor, Tensor]:
    """The three losses, each summed and divided by the number of cues."""
    tags, cues, chosen = targets(lesson)
    h = network.tokens(lesson.features, noise=True)
    cue_loss = functional.cross_entropy(
        network.cues(h), torch.from_numpy(tags), reduction="sum", label_smoothing=0.0
    )
    if not len(cues):
        return cue_loss, cue_loss * 0, cue_loss * 0
    p = pairing.pair_up(lesson.features, cues)
    rows, none = network.spans(h, p, cues)
    t = row_targets(p, chosen)
    source_loss = segment_loss(rows[:, 0], none, p, t.first) + segment_loss(
        rows[:, 1], none, p, t.last
    )
    inside_loss = functional.binary_cross_entropy_with_logits(
        rows[:, 2], torch.from_numpy(t.inside), reduction="sum"
    )
    content_loss = (
        0.25 * inside_loss + edge_loss(rows[:, 3], p, t.starts) + edge_loss(rows[:, 4], p, t.ends)
    )
    return cue_loss / len(cues), source_loss / len(cues), content_loss / len(cues)


def export(network: Network, path: Path, meta: str) -> None:
    """Writes the parameters as half-precision numbers."""
    state = {
        name: tensor.numpy().astype(np.float16) for name, tensor in network.state_dict().items()
    }
    np.savez_compressed(path, meta=np.array(meta), **state)


def evaluate(rows: list[Lesson], path: Path, vectors: np.ndarray) -> str:
    """Exact token-span F1 of source, cue and content with the exported parameters, by the code
    that runs in the product."""
    from secondsource.reading.speech import network as runtime

    model = runtime.load_model(path, vectors)
    counts = {name: [0, 0, 0] for name in SPANS}
    for row in rows:
        found: dict[str, set[tuple[int, int]]] = {name: set() for name in SPANS}
        for item in runtime.decode(model, row.features):
            found["cue"].add(item.cue)
            if item.source:
                found["source"].add(item.source)
            found["content"].update(item.content)
        for name in SPANS:
            gold = {span for attribution in row.gold for span in attribution[name]}
            counts[name][0] += len(gold & found[name])
            counts[name][1] += len(found[name])
            counts[name][2] += len(gold)
    parts = []
    for name, (right, found_count, gold_count) in counts.items():
        p, r = right / max(found_count, 1), right / max(gold_count, 1)
        parts.append(f"{name} P{100 * p:.1f} R{100 * r:.1f} F{200 * p * r / max(p + r, 1e-9):.1f}")
    return "  ".join(parts)


def main() -> None:
    """Trains and writes the parameters."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--pipeline", default=None, help="package of the language pipeline")
    options.add_argument("--out", type=Path, default=TARGET)
    options.add_argument("--cache", type=Path, default=None)
    options.add_argument("--held-out", type=int, default=0)
    options.add_argument("--epochs", type=int, default=16)
    options.add_argument("--restarts", type=int, default=0)
    options.add_argument("--restart-epochs", type=int, default=5)
    options.add_argument("--width", type=int, default=96)
    options.add_argument("--layers", type=int, default=3)
    options.add_argument("--pair-width", type=int, default=48)
    options.add_argument("--batch", type=int, default=4)
    options.add_argument("--rate", type=float, default=2e-3)
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()

    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    torch.use_deterministic_algorithms(True)
    shuffle = random.Random(given.seed)
    rows = lessons("train", given.data, given.cache, given.pipeline)
    held = rows[:: given.held_out] if given.held_out else []
    names = {row.id for row in held}
    rows = [row for row in rows if row.id not in names]
    vectors = unit_vectors(load_pipeline(given.pipeline).vocab)
    network = Network(
        given.width, given.layers, given.pair_width, rows[0].features.tensor.shape[1], vectors
    )
    ends: list[dict[str, Tensor]] = []
    for cycle in range(1 + given.restarts):
        # Each further cycle starts anew at half the rate from where the last one ended; the ends are averaged, which
        # generalizes better than any of them (stochastic weight averaging, Izmailov and others 2018).
        rate = given.rate if cycle == 0 else given.rate / 2
        epochs = given.epochs if cycle == 0 else given.restart_epochs
        ends.append(learn(network, rows, shuffle, rate, epochs, given.batch))
        mean = {name: sum(end[name] for end in ends) / len(ends) for name in ends[0]}
        live = {name: tensor.clone() for name, tensor in network.state_dict().items()}
        for label, state in (("cycle", ends[-1]), ("mean", mean)):
            network.load_state_dict(state)
            export(network, given.out, pipeline_meta(given.pipeline))
            if held:
                print(f"   held out, {label}:", evaluate(held, given.out, vectors), flush=True)
        network.load_state_dict(live)


def learn(
    network: Network,
    rows: list[Lesson],
    shuffle: random.Random,
    rate: float,
    epochs: int,
    batch: int,
) -> dict[str, Tensor]:
    """Trains the network through one rise and fall of the learning rate; its parameters, averaged over the steps."""
    average = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    optimizer = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0.03)
    steps = epochs * (len(rows) // batch + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rate, total_steps=steps + 1, pct_start=0.1
    )
    done = 0
    for epoch in range(epochs):
        network.train()
        shuffle.shuffle(rows)
        sums = [0.0, 0.0, 0.0]
        for at in range(0, len(rows), batch):
            losses = step_loss(network, joined(rows[at : at + batch]))
            optimizer.zero_grad()
            sum(losses).backward()  # type: ignore[union-attr]
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            done += 1
            keep = min(0.998, (1 + done) / (10 + done))
            for name, tensor in network.state_dict().items():
                average[name].mul_(keep).add_(tensor.detach(), alpha=1 - keep)
            sums = [s + float(x.detach()) for s, x in zip(sums, losses, strict=True)]
        print(epoch, " ".join(f"{s / (len(rows) / batch):.3f}" for s in sums), flush=True)
    return average


def pipeline_meta(package: str | None) -> str:
    """The pipeline whose vectors the network was trained on."""
    return pipeline_name(load_pipeline(package))


if __name__ == "__main__":
    main()
