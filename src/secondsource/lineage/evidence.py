"""Whether aligned sentences show that one text comes from the other, and which sentences those are."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import log1p

from .alignment import Indexed, Pair, compare_sentences, verbatim

ALIKE = 0.30
"""Likeness outside quotation marks from which a pair of sentences is evidence."""
LEAST_SHARED = 1.2
"""Weight of shared words that it takes at least: one rare word proves nothing."""
FREE = 0.25
"""Likeness that independent reports of one event reach easily; only what is above counts."""
STRONG = 3.0
"""Evidence of sentences that are nearly word for word the same which is enough for a passage, whatever the
rest of the texts: one long sentence, or two short ones."""
NEARLY_VERBATIM = 0.6
TURNED = 2.0
"""Score that it takes where the text that is retold as a whole is the original: a short text is
easily found again, sentence by sentence, in a long one on the same matter."""
GAP = 3
"""Sentences without a partner that a run bridges."""


@dataclass(frozen=True)
class Retelling:
    """What tells a text that was retold as a whole from an independent report of the same thing.

    `in_order` is the evidence of the best chain that runs forward in both texts, `out_of_order` what
    other sentences add; `covered` is the share of the copy's own weight that is shared, `kept` the share
    of its sentences that are on the chain (both a little lower for short copies, where they are
    easily reached), `adjoining` counts steps to a near neighbour in both texts, `verbatim` is the
    share of equal words.
    """

    in_order: float
    out_of_order: float
    covered: float
    kept: float
    adjoining: int
    verbatim: float

    @property
    def score(self) -> float:
        """Above 0: retold. The weights are those of a logistic regression on pairs of clough_stevenson,
        lineage_ecb_meta, invented variants and 5 500 pairs of same-day reports of different outlets in
        timeline17 (evaluation/sets), of which 3 lie above 0."""
        return (
            -7.73
            + 1.09 * log1p(self.in_order)
            + 0.45 * log1p(self.out_of_order)
            + 5.52 * self.covered
            + 7.77 * self.kept
            + 1.20 * log1p(self.adjoining)
            + 4.41 * self.verbatim
        )


def is_good(pair: Pair) -> bool:
    """Whether a pair is evidence of common text."""
    return pair.likeness >= ALIKE and pair.shared_weight >= LEAST_SHARED


def weigh(pair: Pair) -> float:
    """Evidence of one pair: how much more it is alike than independent reports are."""
    return max(0.0, pair.likeness - FREE) * pair.shared_weight if is_good(pair) else 0.0


def retelling(pairs: Sequence[Pair], original: Indexed, copy: Indexed) -> Retelling:
    """What the aligned pairs say of the two texts as wholes."""
    good = [pair for pair in pairs if is_good(pair)]
    in_order, steps = _forward(good)
    shared = sum(pair.shared_weight for pair in good)
    same = sum(pair.shared_weight * _verbatim(pair, original, copy) for pair in good)
    return Retelling(
        in_order=in_order,
        out_of_order=sum(weigh(pair) for pair in good) - in_order,
        covered=shared / (copy.own_total + 2.0),
        kept=steps / (len(copy.lines) + 1),
        adjoining=sum(
            0 < after.original - before.original <= 2 and after.copy - before.copy <= 2
            for before, after in pairwise(good)
        ),
        verbatim=same / shared if shared else 0.0,
    )


def _forward(good: Sequence[Pair]) -> tuple[float, int]:
    """Evidence and length of the best chain whose sentences follow one another in both texts."""
    best: list[tuple[float, int]] = []
    for place, pair in enumerate(good):
        gained, length = 0.0, 0
        for before in range(max(0, place - 60), place):
            if good[before].original < pair.original and best[before][0] > gained:
                gained, length = best[before]
        best.append((gained + weigh(pair), length + 1))
    return max(best, default=(0.0, 0))


def _verbatim(pair: Pair, original: Indexed, copy: Indexed) -> float:
    one, other = original.lines[pair.original].shape, copy.lines[pair.copy].shape
    return 1.0 if one.letters == other.letters else verbatim(one.words, other.words)


def proven(
    pairs: Sequence[Pair],
    original: Indexed,
    copy: Indexed,
    least_score: float = 0.0,
) -> list[Pair]:
    """The pairs that show common text, in the order of the copy; none if that is not shown.

    Either the copy retells the original as a whole, and then all alike sentences are its passage;
    or some sentences are nearly word for word the same, and then the passage is these.
    """
    pairs = _told_in_time(pairs, original, copy)
    if not can_be_proven(pairs, copy, least_score):
        return []
    whole = retelling(pairs, original, copy)
    if whole.score > least_score and _told_alike(pairs, original, copy) >= LEAST_TOLD:
        kept = [pair for pair in pairs if is_good(pair)]
    else:
        kept = [
            pair
            for pair in pairs
            if is_good(pair) and _verbatim(pair, original, copy) >= NEARLY_VERBATIM
        ]
        if sum(weigh(pair) for pair in kept) < STRONG:
            return []
    return _with_gaps(_with_quotations(kept, pairs), original, copy)


def _told_in_time(pairs: Sequence[Pair], original: Indexed, copy: Indexed) -> Sequence[Pair]:
    """The pairs without those whose sentence of the copy tells of a day on which the original was out already: it cannot have
    stood there."""
    came, goes = original.sheet.article.published, copy.sheet.article.published
    if came is None or goes is None or came.precision != "day" or goes.precision != "day":
        return pairs
    out, told = date.fromisoformat(came.latest), date.fromisoformat(goes.latest)
    if not 1 < (told - out).days <= 6:
        return pairs  # with a week between, a weekday may be any
    later = {f"{told - timedelta(days=back):%A}" for back in range((told - out).days - 1)}
    return [pair for pair in pairs if not _tells_of(later, pair, original, copy)]


def _tells_of(days: Collection[str], pair: Pair, original: Indexed, copy: Indexed) -> bool:
    """Whether the sentence of the copy, and not that of the original, tells of one of these weekdays as past."""
    line, other = copy.lines[pair.copy], original.lines[pair.original]
    words = copy.sheet.article.text[line.start : line.end]
    there = original.sheet.article.text[other.start : other.end]
    named = {
        match[1] for match in _WEEKDAY.finditer(words) if not _AHEAD.search(words, 0, match.start())
    }
    return any(day in days and day not in there for day in named)


_WEEKDAY = re.compile(r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_AHEAD = re.compile(
    r"\b(?:will|would|until|till|by|next|for|due|set|scheduled|planned|to be)\b[^.;]*$",
    re.IGNORECASE,
)


LEAST_TOLD = 0.3
"""Likeness in words that are no names from which a text is retold: independent short reports name the same people in the same
order. Where it lies between .25 and .35, F1 on lineage_ecb_meta, clough_stevenson and rewriting_pairs is the same."""


def _told_alike(pairs: Sequence[Pair], original: Indexed, copy: Indexed) -> float:
    """How alike (0 to 1) the good pairs are in the words that are no names, by the weight of these."""
    shared = total = 0.0
    for pair in pairs:
        if not is_good(pair):
            continue
        one, other = original.weighed[pair.original], copy.weighed[pair.copy]
        both = copy.weights.sum_of(one.unnamed & other.unnamed)
        shared += both
        total += min(one.unnamed_total, other.unnamed_total)
    return shared / total if total else 1.0


def can_be_proven(pairs: Sequence[Pair], copy: Indexed, least_score: float = 0.0) -> bool:
    """False when no choice among the pairs, one for each sentence of the copy, can show common text: not even
    if all were word for word the same and in their order. Far cheaper than to look."""
    evidence: dict[int, float] = {}
    shared: dict[int, float] = {}
    for pair in pairs:
        if is_good(pair):
            evidence[pair.copy] = max(weigh(pair), evidence.get(pair.copy, 0.0))
            shared[pair.copy] = max(pair.shared_weight, shared.get(pair.copy, 0.0))
    total = sum(evidence.values()) + ROUNDING
    best = Retelling(
        in_order=total,
        out_of_order=total,
        covered=sum(shared.values()) / (copy.own_total + 2.0),
        kept=len(shared) / (len(copy.lines) + 1),
        adjoining=max(0, len(shared) - 1),
        verbatim=1.0,
    )
    return bool(shared) and (total >= STRONG or best.score + ROUNDING > least_score)


ROUNDING = 1e-6
"""More than sums of floating-point numbers can differ by."""


def _with_quotations(kept: Sequence[Pair], pairs: Sequence[Pair]) -> list[Pair]:
    """`kept`, and the sentences between or beside them that are alike only by what is quoted in
    them: they came along."""
    chosen = set(kept)
    for pair in pairs:
        if pair in chosen or pair.best < ALIKE:
            continue
        for sure in kept:
            near_here = abs(sure.copy - pair.copy) <= GAP
            if near_here and abs((sure.copy - pair.copy) - (sure.original - pair.original)) <= GAP:
                chosen.add(pair)
                break
    return sorted(chosen, key=lambda pair: (pair.copy, pair.original))


def _with_gaps(kept: Sequence[Pair], original: Indexed, copy: Indexed) -> list[Pair]:
    """`kept`, and single sentences that stand between two of them (or between one and the first or
    last of both texts) in the original as in the copy: reworded beyond recognition, but in place."""
    ends = [(-1, -1), *((p.original, p.copy) for p in kept), (len(original.lines), len(copy.lines))]
    filled = list(kept)
    for (one, other), (next_one, next_other) in pairwise(ends):
        if next_one - one == 2 and next_other - other == 2:
            there, here = one + 1, other + 1
            own, everything, shared = compare_sentences(
                original.weighed[there], copy.weighed[here], copy.weights
            )
            filled.append(Pair(there, here, own, everything, shared))
    return sorted(filled, key=lambda pair: (pair.copy, pair.original))
