"""Phrases that stand for one word ("put off": postpone). Table: `phrases.toml`."""

from collections.abc import Sequence
from functools import cache

from .stems import stem
from .tables import read_toml

Part = str | None

INSIDE = 4
"""Words that may stand where a phrase has "...": "handed the boats back"."""


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The rest of each phrase, as stems, with its word, by the stem that it begins with; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_toml("phrases.toml")["phrases"]:
        word, _, phrases = row.partition(":")
        for phrase in phrases.split(","):
            first, *rest = (part if part == "..." else stem(part) for part in phrase.split())
            found.setdefault(first, []).append((tuple(rest), word))
    return {
        first: tuple(sorted(rests, key=lambda rest: (-len(rest[0]), rest)))
        for first, rests in sorted(found.items())
    }


def phrases_in(words: Sequence[str]) -> dict[int, str]:
    """For each word (by its place) that belongs to a phrase: the word that the phrase stands for at its first, and
    nothing ("") at its others."""
    stems = [stem(word) for word in words]
    found: dict[int, str] = {}
    begun = _phrases()
    for at, first in enumerate(stems):
        if first not in begun or at in found:
            continue
        for rest, word in begun[first]:
            places = _found_after(stems, at, rest)
            if places is not None:
                found[at] = word
                found.update(dict.fromkeys(places, ""))
                break
    return found


def _found_after(stems: Sequence[str], at: int, rest: tuple[str, ...]) -> list[int] | None:
    places: list[int] = []
    free = 0
    here = at
    for part in rest:
        if part == "...":
            free = INSIDE
            continue
        for place in range(here + 1, min(here + 2 + free, len(stems))):
            if stems[place] == part:
                places.append(place)
                here, free = place, 0
                break
        else:
            return None
    return places
