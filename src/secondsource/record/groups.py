"""Grouping items that pairs say are the same: order of the pairs does not matter."""

from collections.abc import Iterable, Mapping

from .judged import NO_TIES, Ties


def groups_of(
    items: Iterable[str], same: Iterable[tuple[str, str]], ties: Ties = NO_TIES
) -> dict[str, str]:
    """For each item the smallest item of its group, where `same` pairs tie items together, in so far
    as people's `ties` allow it."""
    group = {item: item for item in items}
    if ties:
        return _judged_groups(group, same, ties)

    def root(item: str) -> str:
        while group[item] != item:
            group[item] = group[group[item]]
            item = group[item]
        return item

    for one, two in same:
        first, second = sorted((root(one), root(two)))
        group[second] = first
    return {item: root(item) for item in sorted(group)}


def _judged_groups(
    group: dict[str, str], same: Iterable[tuple[str, str]], ties: Ties
) -> dict[str, str]:
    """The same with people's ties: theirs first, then each pair that brings nothing together that they
    keep apart. Here the order of the pairs matters: it is that of the caller."""
    held = {item: {item} for item in group}
    for one, two in (*ties.together, *same):
        if one not in group or two not in group:
            continue
        first, second = sorted((group[one], group[two]))
        if first == second or ties.part(held[first], held[second]):
            continue
        group.update(dict.fromkeys(sorted(held[second]), first))
        held[first] |= held.pop(second)
    return {item: group[item] for item in sorted(group)}


def consistent(likeness: Mapping[tuple[str, str], float]) -> list[tuple[str, str]]:
    """The pairs that may tie items together without a chain of likenesses making one of what is not:
    the most alike first, two groups are joined only if at least half of the pairs across them are
    alike (average linkage over the pairs that were compared)."""
    group: dict[str, str] = {}
    held: dict[str, list[str]] = {}
    alike = set(likeness)
    kept: list[tuple[str, str]] = []
    for one, two in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        for item in (one, two):
            group.setdefault(item, item)
            held.setdefault(group[item], [item])
        first, second = sorted((group[one], group[two]))
        if first == second:
            continue
        across = sum(
            (min(a, b), max(a, b)) in alike or (max(a, b), min(a, b)) in alike
            for a in held[first]
            for b in held[second]
        )
        if 2 * across >= len(held[first]) * len(held[second]):
            kept.append((one, two))
            for item in held[second]:
                group[item] = first
            held[first] += held.pop(second)
    return kept


def members(groups: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Group -> its items, sorted; groups sorted by name."""
    found: dict[str, list[str]] = {}
    for item in sorted(groups):
        found.setdefault(groups[item], []).append(item)
    return {group: tuple(found[group]) for group in sorted(found)}
