"""Names that a hyphen or "and" parts: Korean and Chinese given names, two lands that share a word, and what only
looks so ("the Bell-era plan")."""

import re
from collections.abc import Sequence

from ...lexicon import nationalities
from .run import Run
from .words import Words

COMPOUNDED = frozenset(
    "led era backed style like run owned appointed affiliated allied linked aligned supported funded controlled"
    " endorsed ally born type only free made sponsored occupied dominated hosted brokered".split()
)
"""What makes an adjective of the name before its hyphen (own list, news prose)."""

_SYLLABLE = re.compile(r"[^aeiouyAEIOUY\W]*[aeiouyAEIOUY]{1,3}[^aeiouyAEIOUY\W]{0,3}")
_OPPOSITE = {"North": "South", "South": "North", "East": "West", "West": "East"}


def with_syllable(words: Words, start: int, end: int) -> int:
    """The end of a person's name of two syllables over the third behind a hyphen, where the pipeline cut it off: the
    "-in" of "Moon Jae-in", the "- un" of "Kim Jong - un". Family names and given names of Korea and China are
    written in single syllables, so that names of more are left as they are."""
    if end - start != 2 or end + 1 >= len(words) or words.text[end] != "-":
        return end
    gaps = {words.start[end] - words.end(end - 1), words.start[end + 1] - words.end(end)}
    last = words.text[end + 1]
    if len(gaps) != 1 or max(gaps) > 1 or not last.islower() or last in COMPOUNDED:
        return end
    syllables = (*words.text[start:end], last)
    return end + 2 if all(_SYLLABLE.fullmatch(word) for word in syllables) else end


def shared_land(words: Words, link: int) -> str | None:
    """The land that a quarter of the world before "and" stands for, where the other one behind it is named in full:
    "North Yemen" for the first word of "North and South Yemen"; None elsewhere."""
    if link < 1 or link + 2 >= len(words) or words.lower[link] not in {"and", "or"}:
        return None
    first, second = words.text[link - 1], words.text[link + 1]
    name = f"{first} {words.text[link + 2]}"
    return name if _OPPOSITE.get(first) == second and _is_half(name) else None


def _is_half(country: str) -> bool:
    """Whether a country's name tells it by a quarter of the world from another country: "North Yemen"."""
    quarter, _, land = country.partition(" ")
    names = nationalities.countries()
    return quarter in _OPPOSITE and country in names and f"{_OPPOSITE[quarter]} {land}" in names


def halves(words: Words, runs: Sequence[Run]) -> list[Run]:
    """The runs with those of "North and South Yemen" and, where the article names one of the two, "the North": each
    stands for the country, by its full name."""
    named = {run.words for run in runs if run.table == "country" and _is_half(run.words)}
    lands = sorted({name.partition(" ")[2] for name in named})
    full = {quarter: f"{quarter} {land}" for land in lands for quarter in _OPPOSITE}
    full = {quarter: name for quarter, name in full.items() if _is_half(name)}
    if not named:
        return list(runs)
    taken = {index: run for run in runs for index in range(run.start, run.end)}
    found = []
    for index, word in enumerate(words.text):
        if word not in _OPPOSITE:
            continue
        run = taken.get(index)
        if run is not None and (run.end - run.start > 1 or run.kind not in {"place", ""}):
            continue
        country = shared_land(words, index + 1)
        if country is None and word in full and _stands_alone(words, index):
            country = full[word]
        if country is not None:
            found.append(Run(index, index + 1, "GPE", country, table="country", kind="place"))
    starts = {run.start for run in found}
    return sorted(
        [*(run for run in runs if run.start not in starts), *found], key=lambda run: run.start
    )


def _stands_alone(words: Words, index: int) -> bool:
    """Whether a quarter of the world is a land by itself: "the North", not "the North Shore" or "the North-West"."""
    after = words.text[index + 1] if index + 1 < len(words) else ""
    return (
        index > 0
        and words.lower[index - 1] == "the"
        and not after[:1].isupper()
        and after not in {"-", "–", "of", "and", "or"}
    )
