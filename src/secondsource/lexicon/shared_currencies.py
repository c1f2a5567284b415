"""Currencies whose word several states share ("dinar"), by the state that a text names."""

import re
from functools import cache

from .nationalities import capitals, countries, demonyms
from .units import all_units, by_word

ALWAYS_ONE = frozenset({"dollar", "dollars", "won", "wons"})
"""Words that news uses for one state's currency though the text names others: of dollars and won the first of the
table."""


@cache
def lands_of_word() -> dict[str, dict[str, str]]:
    """A word that several states share (lower case, also in the plural) -> name of the state -> ISO 4217 code. Read
    off the names of `currencies.tsv`: "kuwaiti dinar" and "jordanian dinar" make "dinar" one of Kuwait and Jordan."""
    names = {
        name.lower(): nation.name for name, nation in (*countries().items(), *demonyms().items())
    }
    found: dict[str, dict[str, str]] = {}
    for unit in all_units():
        if unit.dimension != "currency" or unit.scale != 1.0:
            continue
        for words in unit.words:
            whose, _, word = words.rpartition(" ")
            if whose in names and word not in ALWAYS_ONE:
                found.setdefault(word, {}).setdefault(names[whose], unit.name)
    return {word: lands for word, lands in found.items() if len(set(lands.values())) > 1}


@cache
def usual(word: str) -> str | None:
    """The ISO 4217 code that a shared word means when nothing else is said; None if it means none then."""
    unit = by_word().get(word)
    return unit.name if unit is not None and unit.dimension == "currency" else None


ORDINARY = frozenset({"mark", "marks", "crown", "crowns", "som", "soms", "lei", "pound", "pounds"})
"""Shared words that are other words or units too: no sign of money by themselves."""


@cache
def names_of_lands(word: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """For a shared word a pattern of the names, adjectives and capitals of its states, and the state of each."""
    lands = lands_of_word()[word]
    known = {
        name: nation.name
        for table in (capitals(), demonyms(), countries())
        for name, nation in table.items()
        if nation.name in lands
    }
    listed = "|".join(
        re.escape(name) for name in sorted(known, key=lambda name: (-len(name), name))
    )
    return re.compile(rf"(?<![\w-])(?:{listed})(?!\w)"), known


def currency_of(word: str, text: str, start: int, sentence: tuple[int, int]) -> str | None:
    """The ISO 4217 code of a shared word that stands at `start` of a text, by the states with such a currency that the
    text names: the last one before it in its sentence, or the only one of the sentence, or else of the text. Where
    the sentence names several and the word has a usual meaning, and where nothing is named, it has that."""
    pattern, known = names_of_lands(word)
    lands = lands_of_word()[word]
    first, last = sentence
    near = [(match.start(), known[match[0]]) for match in pattern.finditer(text, first, last)]
    if len({land for _, land in near}) == 1:
        return lands[near[0][1]]
    if near:
        before = [land for at, land in near if at < start]
        return usual(word) or (lands[before[-1]] if before else None)
    named = {known[match[0]] for match in pattern.finditer(text)}
    return lands[named.pop()] if len(named) == 1 else usual(word)
