"""Scores of coreference chains: MUC, B³, CEAFe, and CoNLL F1, the mean of their F1.

Chains are sets of mentions; a mention of one side that the other does not have is a twinless one and
counts as the reference scorer counts it (Pradhan et al. 2014, "Scoring Coreference Partitions of
Predicted Mentions"). All functions return Counts that add up over topics.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from .counts import Counts, harmonic

Chain = frozenset[Hashable]


def chains(labels: Mapping[Any, Hashable]) -> list[Chain]:
    """The chains of a mapping from mention to label, in the order of their first mentions."""
    held: dict[Hashable, list[Hashable]] = {}
    for mention, label in labels.items():
        held.setdefault(label, []).append(mention)
    return [frozenset(mentions) for mentions in held.values()]


def _home(partition: Iterable[Chain]) -> dict[Hashable, Chain]:
    return {mention: chain for chain in partition for mention in chain}


def _links_kept(one: Sequence[Chain], other: Sequence[Chain]) -> tuple[float, float]:
    home = _home(other)
    kept = asked = 0
    for chain in one:
        pieces = {home[mention] for mention in chain if mention in home}
        alone = sum(mention not in home for mention in chain)
        kept += len(chain) - len(pieces) - alone
        asked += len(chain) - 1
    return float(kept), float(asked)


def muc(gold: Sequence[Chain], found: Sequence[Chain]) -> Counts:
    """MUC (Vilain et al. 1995): links that are kept; a chain of one mention has none."""
    right_gold, of_gold = _links_kept(gold, found)
    right_found, of_found = _links_kept(found, gold)
    return Counts(right_found, of_found, right_gold, of_gold)


def _mention_shares(one: Sequence[Chain], other: Sequence[Chain]) -> tuple[float, float]:
    home = _home(other)
    empty: Chain = frozenset()
    shares = [
        len(chain & home.get(mention, empty)) / len(chain) for chain in one for mention in chain
    ]
    return float(sum(shares)), float(len(shares))


def b_cubed(gold: Sequence[Chain], found: Sequence[Chain]) -> Counts:
    """B³ (Bagga and Baldwin 1998): for each mention the share of its chain that is right."""
    right_gold, of_gold = _mention_shares(gold, found)
    right_found, of_found = _mention_shares(found, gold)
    return Counts(right_found, of_found, right_gold, of_gold)


def ceaf_e(gold: Sequence[Chain], found: Sequence[Chain]) -> Counts:
    """CEAFe (Luo 2005): the best one-to-one alignment of chains under 2·|both| / (|one| + |other|)."""
    right = 0.0
    for some_gold, some_found in _tied(gold, found):
        table = np.array(
            [[2 * len(g & f) / (len(g) + len(f)) for f in some_found] for g in some_gold]
        )
        right += sum(table[row, column] for row, column in best_pairs(table))
    return Counts(right, float(len(found)), right, float(len(gold)))


def _tied(
    gold: Sequence[Chain], found: Sequence[Chain]
) -> Iterable[tuple[list[Chain], list[Chain]]]:
    """Chains of both sides that hang together by shared mentions; an alignment never pays across."""
    gold_home, found_home = _home(gold), _home(found)
    seen: set[Chain] = set()
    for start in gold:
        if start in seen:
            continue
        left: list[Chain] = []
        right: list[Chain] = []
        waiting = [(start, True)]
        seen_right: set[Chain] = set()
        seen.add(start)
        while waiting:
            chain, is_gold = waiting.pop()
            (left if is_gold else right).append(chain)
            home, met = (found_home, seen_right) if is_gold else (gold_home, seen)
            for mention in chain:
                other = home.get(mention)
                if other is not None and other not in met:
                    met.add(other)
                    waiting.append((other, not is_gold))
        if right:
            yield left, right


def best_pairs(gains: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> list[tuple[int, int]]:
    """The one-to-one pairs (row, column) with the greatest total gain (Kuhn and Munkres), every row
    or every column used, whichever are fewer."""
    flipped = gains.shape[0] > gains.shape[1]
    cost = -(gains.T if flipped else gains)
    rows, columns = cost.shape
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = [0] * (columns + 1)  # 1-based row that holds a column; 0 is none
    for row in range(1, rows + 1):
        owner[0] = row
        at = 0
        least = np.full(columns + 1, np.inf)
        came = [0] * (columns + 1)
        used = [False] * (columns + 1)
        while owner[at]:
            used[at] = True
            here, step, following = owner[at], np.inf, 0
            for column in range(1, columns + 1):
                if used[column]:
                    continue
                reduced = cost[here - 1, column - 1] - row_price[here] - column_price[column]
                if reduced < least[column]:
                    least[column], came[column] = reduced, at
                if least[column] < step:
                    step, following = least[column], column
            for column in range(columns + 1):
                if used[column]:
                    row_price[owner[column]] += step
                    column_price[column] -= step
                else:
                    least[column] -= step
            at = following
        while at:
            owner[at] = owner[came[at]]
            at = came[at]
    pairs = [(owner[column] - 1, column - 1) for column in range(1, columns + 1) if owner[column]]
    return sorted((column, row) if flipped else (row, column) for row, column in pairs)


def conll_f1(parts: Sequence[Counts]) -> float:
    """The mean F1 of MUC, B³ and CEAFe."""
    return sum(
        harmonic(
            part.right_found / part.found if part.found else 0.0,
            part.right_gold / part.gold if part.gold else 0.0,
        )
        for part in parts
    ) / len(parts)
