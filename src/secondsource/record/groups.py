"""Grouping items that pairs say are the same: order of the pairs does not matter."""

from collections.abc import Iterable, Mapping


def groups_of(items: Iterable[str], same: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each item the smallest item of its group, where `same` pairs tie items together."""
    group = {item: item for item in items}

    def root(item: str) -> str:
        while group[item] != item:
            group[item] = group[group[item]]
            item = group[item]
        return item

    for one, two in same:
        first, second = sorted((root(one), root(two)))
        group[second] = first
    return {item: root(item) for item in sorted(group)}


def members(groups: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Group -> its items, sorted; groups sorted by name."""
    found: dict[str, list[str]] = {}
    for item in sorted(groups):
        found.setdefault(groups[item], []).append(item)
    return {group: tuple(found[group]) for group in sorted(found)}
