"""Span scores: exact, by overlap, and TempEval's strict, relaxed and value."""

from collections.abc import Sequence

from .counts import Counts

Span = tuple[int, int]
Valued = tuple[int, int, str | None]


def shared(one: Span, two: Span) -> int:
    """How many code points two half-open spans share."""
    return max(0, min(one[1], two[1]) - max(one[0], two[0]))


def matched(gold: Sequence[Span], found: Sequence[Span]) -> list[tuple[int, int]]:
    """Pairs of indices (gold, found) of spans that overlap, one to one, the largest overlap first."""
    candidates = sorted(
        (-shared(g, f), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if shared(g, f) > 0
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for _, i, j in candidates:
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return sorted(pairs)


def exact(gold: Sequence[Span], found: Sequence[Span]) -> Counts:
    """Spans with both ends right; the same span given twice counts once."""
    right = float(len(set(gold) & set(found)))
    return Counts(right, float(len(set(found))), right, float(len(set(gold))))


def overlapping(gold: Sequence[Span], found: Sequence[Span]) -> Counts:
    """Spans that share a character with their partner, one to one."""
    right = float(len(matched(gold, found)))
    return Counts(right, float(len(found)), right, float(len(gold)))


def tempeval(gold: Sequence[Valued], found: Sequence[Valued]) -> dict[str, Counts]:
    """TempEval-3 (UzZaman et al. 2013): `strict` extents, `relaxed` extents, and `value`: relaxed
    matches with the gold's value, over the same totals."""
    pairs = matched(
        [(start, end) for start, end, _ in gold], [(start, end) for start, end, _ in found]
    )
    right = {
        "strict": sum(gold[i][:2] == found[j][:2] for i, j in pairs),
        "relaxed": len(pairs),
        "value": sum(gold[i][2] == found[j][2] for i, j in pairs),
    }
    return {
        name: Counts(float(hits), float(len(found)), float(hits), float(len(gold)))
        for name, hits in right.items()
    }
