"""Gathering: a sentence is printed once, with everything that is told of it beside it."""

import sys
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from .line import Line


def gathered(
    lines: Iterable[Line], before: tuple[Line, ...] = (), most: int = sys.maxsize
) -> tuple[Line, ...]:
    """The lines in their order, where a line whose words are held by those of an earlier one becomes one
    of its `also`. An earlier line whose words are only a part of a later one's takes the longer words.

    `before` are lines that were printed already; what they hold is left out (see `absorbed`). Of the lines that are kept only
    the first `most` are given back: those after them take nothing from them."""
    printed, places_printed = tuple(before), Places(before)
    kept: list[Line] = []
    places = Places()
    for line in lines:
        if any(_holds(printed[n], line) for n in places_printed.near(line)):
            continue
        at = next((n for n in places.near(line) if _is_of(kept[n], line)), None)
        if at is None and len(kept) == most:
            continue
        if at is None:
            at = len(kept)
            kept.append(line)
        elif _holds(kept[at], line):
            kept[at] = _with(kept[at], line)
        else:
            kept[at] = _with(_in_words_of(kept[at], line), line)
        places.add(at, kept[at])
    return tuple(kept)


class Places:
    """Numbers of lines, found by their words and by the part of the article that they stand in: a line
    can hold another only if it shares one of the two with it."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        """The places of these lines, numbered from 0 on."""
        self._having: dict[object, list[int]] = {}
        for number, line in enumerate(lines):
            self.add(number, line)

    def add(self, number: int, line: Line) -> None:
        """Takes in a line, or what became of it."""
        for key in self._keys(line):
            having = self._having.setdefault(key, [])
            if number not in having[-1:]:
                having.append(number)

    def near(self, line: Line) -> list[int]:
        """The numbers of the lines that may hold this one, or be held by it, in ascending order."""
        words, part = (self._having.get(key, ()) for key in self._keys(line))
        return sorted({*words, *part}) if words or part else []

    @staticmethod
    def _keys(line: Line) -> tuple[object, object]:
        cited = line.citations[0]
        return _plain(line.words), (cited.article, cited.part)


def absorbed(printed: Iterable[Line], others: Sequence[Line], places: Places) -> tuple[Line, ...]:
    """The printed lines with those of `others`, which have these `places`, whose words they hold among their `also`,
    each with the first that holds it."""
    taken: set[int] = set()
    found = []
    for line in printed:
        held = [n for n in places.near(line) if n not in taken and _holds(line, others[n])]
        taken.update(held)
        for n in held:
            line = _with(line, others[n])
        found.append(line)
    return tuple(found)


def _with(line: Line, other: Line) -> Line:
    """The line with one more fact beside it, unless it states the same already."""
    facts = {_fact(each) for each in (line, *line.also)}
    new = [
        each
        for each in (msgspec.structs.replace(other, also=()), *other.also)
        if _fact(each) not in facts
    ]
    cited = tuple(dict.fromkeys([*line.citations, *(c for each in new for c in each.citations)]))
    together = msgspec.structs.replace(line, also=(*line.also, *new), citations=cited)
    return _dated_by_itself(together)


def _dated_by_itself(line: Line) -> Line:
    """The line where no fact points to another sentence for a time that its own gives with another fact: "seized the
    boats and held the crews before dawn on Tuesday"."""
    given = {fact.when for fact in (line, *line.also) if fact.when_by is None}
    facts = [
        msgspec.structs.replace(fact, when_by=None) if fact.when in given else fact
        for fact in (line, *line.also)
    ]
    return msgspec.structs.replace(facts[0], also=tuple(facts[1:]))


def _fact(line: Line) -> tuple[object, ...]:
    return line.status, line.claimed, line.kind, line.when, line.place, line.who, line.notes


def _in_words_of(line: Line, longer: Line) -> Line:
    cited = tuple(dict.fromkeys([longer.citations[0], *line.citations]))
    return msgspec.structs.replace(line, words=longer.words, citations=cited)


@lru_cache(maxsize=20_000)
def _plain(words: str) -> str:
    return " ".join(words.split()).strip(" .,;:“”\"'").casefold()


def _is_of(one: Line, two: Line) -> bool:
    return _holds(one, two) or _holds(two, one)


def _holds(line: Line, other: Line) -> bool:
    """Whether the words of a line hold all those of another from the same place, or are the same."""
    long, short = _plain(line.words), _plain(other.words)
    if long == short:
        return True
    first, second = line.citations[0], other.citations[0]
    same_place = (first.article, first.part) == (second.article, second.part)
    overlap = first.start < second.end and second.start < first.end
    return same_place and overlap and short in long
