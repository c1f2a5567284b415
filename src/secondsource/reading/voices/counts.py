"""How many unnamed people speak."""

from ..grid import Grid

NUMBERS = {
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "dozen": 12,
    "couple": 2,
    "pair": 2,
    "trio": 3,
    "quartet": 4,
}


_HALF_DOZEN = 6


_SUMS = frozenset({"dozen", "couple", "pair", "trio", "quartet"})
"""Of these those that stand behind "a", "half a" or a number and before "of" or a noun."""


SHARES = frozenset(
    {"percent", "%", "percentage", "majority", "minority", "half", "third", "quarter"}
)
"""What speaks for a part of many: nobody knows how many they are."""


def count_of(grid: Grid, head: int, tokens: range) -> int | None:
    """How many people a plural phrase counts; None if it gives no number."""
    for index in tokens:
        if index > head:
            break
        word = grid.lower[index]
        if _is_share(grid, index):
            return None
        if word in _SUMS:
            return _sum(grid, index, tokens)
        if word in NUMBERS:
            if index < head and grid.lower[index + 1] in _SUMS:
                return NUMBERS[word] * NUMBERS[grid.lower[index + 1]]
            return NUMBERS[word]
        if word.isdigit() and len(word) < 4 and grid.head[index] == head:
            return int(word)
    return None


def _is_share(grid: Grid, index: int) -> bool:
    """Whether a number is a part of another one: "eight of 10 voters", "one in three"."""
    if grid.tag[index] != "CD" or index + 2 >= len(grid):
        return False
    return grid.lower[index + 1] in {"of", "in"} and grid.tag[index + 2] == "CD"


def _sum(grid: Grid, index: int, tokens: range) -> int | None:
    """How many "a dozen", "half a dozen" or "a couple" are; None for "a few dozen"."""
    before = [grid.lower[i] for i in range(max(tokens[0], index - 2), index)]
    if "half" in before:
        return _HALF_DOZEN if grid.lower[index] == "dozen" else None
    return NUMBERS[grid.lower[index]] if before[-1:] in (["a"], ["the"]) else None
