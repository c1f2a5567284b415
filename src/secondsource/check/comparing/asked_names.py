"""The names and numbers of an asked sentence: by which it is looked for in a record, and which of the names a source lacks."""

import re
from dataclasses import replace

from ...lexicon.nationalities import capitals
from ...model.event import REAL, Status
from ..telling.names import Keys, NameKeys
from ..telling.told import Deed, Told
from ..telling.values import Question, Surroundings


def number_keys(told: Told) -> tuple[Keys, ...]:
    """A key for each number that a sentence counts something with, by which sentences that share it are found; not for those of
    days and names."""
    bounds = {
        bound for item in told.figures for bound in (item.low, item.high) if bound is not None
    }
    return tuple(frozenset({f"#{number:g}"}) for number in sorted(bounds | told.counted))


_CAPITALISED = re.compile(r"(?<=[a-z,;:] )[A-Z][\w'’-]+|^[A-Z][a-z]{3,}")


def with_known_names(asked: Told, keys: NameKeys) -> Told:
    """The sentence with names that reading took for none, and that the record knows ("Lund would not")."""
    found = {
        one.group(): keys.of_actor(one.group(), "person")
        for one in _CAPITALISED.finditer(asked.citation.words)
        if keys.is_person(one.group())
        and not any(start <= one.start() < end for start, end in asked.taken)
    }
    names = frozenset[str]().union(*asked.names)
    new = {name: known for name, known in found.items() if not known & names}
    return replace(
        asked,
        names=(*asked.names, *new.values()),
        shown=(*asked.shown, *new),
        persons=(*asked.persons, *new.values()),
    )


def missing_names(
    question: Question,
    source: Told,
    around: Surroundings,
    deed: Deed | None,
    status: Status,
    settled: Keys,
) -> tuple[list[str], bool]:
    """The names of the sentence that a source lacks, as they are written, and whether one that it has was taken from around it. `deed` is
    the event that was found again, `status` what the source says of it, `settled` holds the keys of a place that was compared already."""
    own = _own_keys(source).union(settled)
    missing: list[str] = []
    is_lent = False
    for keys, name in zip(question.told.names, question.told.shown, strict=True):
        elsewhere = _is_elsewhere(keys, question, source, around, deed, own)
        is_there = bool(
            keys & _where_it_may_stand(keys, name, question, source, around, status, own)
        )
        if (is_there and not elsewhere) or _is_written(name, keys, question.told, source):
            continue
        is_here = question.asserts and _HERE.search(source.citation.words) is not None
        if _is_of_scene(keys, question, source, around, is_here):
            is_lent |= not is_here
            continue
        if elsewhere or _must_stand_there(keys, question, around):
            missing.append(name)
        is_lent = True
    return missing, is_lent


def _own_keys(source: Told) -> Keys:
    """The keys of all whom the source names, as who acts, speaks or is dealt with in it too."""
    return frozenset[str]().union(
        source.lent,
        *source.names,
        *(keys for item in source.deeds for keys in (*item.sources, *item.targets)),
        *(item.speaker for item in source.sayings),
    )


def _is_elsewhere(
    keys: Keys,
    question: Question,
    source: Told,
    around: Surroundings,
    deed: Deed | None,
    own: Keys,
) -> bool:
    """Whether the source has another town or country where the sentence has this one."""
    is_other_town = (
        (deed is None or deed.status not in REAL)
        and _is_town(keys, question.told, around)
        and bool(source.towns)
        and not any(keys & other for other in source.names)
    )
    return is_other_town or _stands_for_another(keys, question, source, own)


def _where_it_may_stand(
    keys: Keys,
    name: str,
    question: Question,
    source: Told,
    around: Surroundings,
    status: Status,
    own: Keys,
) -> Keys:
    """The keys among which a name must be: those of the source, and for most names those right before it. A town is where it
    happened only if the source has it or no other is named there: and a capital only if the source or the scene has it,
    since other sentences name it as a government."""
    before = own.union(*around.names)
    if _THE_TOWN.search(source.citation.words) and not source.towns:
        return before
    is_town = keys in question.told.towns and status in REAL
    others = any(not town & keys for town in (*source.towns, *around.near_towns))
    return own if is_town and (others or name in capitals()) else before


def _is_of_scene(
    keys: Keys, question: Question, source: Told, around: Surroundings, is_here: bool
) -> bool:
    """Whether a name is that of the town in which the sentences before set what the source tells."""
    is_place = keys not in question.told.persons or bool(keys & around.places)
    # A town that the sentence names as well ("the Lisbon accord") sets the source nowhere else.
    is_nowhere_else = all(town in question.told.towns for town in source.towns)
    return bool(keys & around.scene) and (is_here or is_nowhere_else) and is_place


def _must_stand_there(keys: Keys, question: Question, around: Surroundings) -> bool:
    """Whether it is not enough for a name that its article has it: of who acts, of a person and a town, and of what no report
    has for a country or place."""
    is_person = keys in question.told.persons and not keys & around.places
    return (
        bool(keys & _acting(question))
        or is_person
        or _is_town(keys, question.told, around)
        or not keys & around.article_names
        or not (_lands(keys) or keys & around.places)
    )


_THE_TOWN = re.compile(
    r"\b(?:the|this|that) (?:city|town|village|port|island|capital|region|province|district)\b(?! of\b)",
    re.I,
)
"""Words that stand for a place named before."""

_HERE = re.compile(r"\bhere\b", re.I)


def _is_written(name: str, keys: Keys, asked: Told, source: Told) -> bool:
    """Whether the source has the very name of a place or thing, though reading took it for none there ("the Kisite reef"),
    or in small letters the word that opens the sentence."""
    opens = name.isalpha() and asked.citation.words.startswith(name)
    if opens and re.search(rf"\b{name.lower()}\b", source.citation.words):
        return True
    if keys in asked.persons or not name[:1].isupper() or _lands(keys):
        return False
    return re.search(rf"\b{re.escape(name)}\b", source.citation.words) is not None


def _stands_for_another(keys: Keys, question: Question, source: Told, own: frozenset[str]) -> bool:
    """Whether the source has another country where the sentence has this one."""
    asked = frozenset[str]().union(*question.told.names)
    return (
        bool(_lands(keys))
        and not keys & own
        and any(_lands(name) and not name & asked for name in source.names)
    )


def _lands(keys: Keys) -> Keys:
    return frozenset(key for key in keys if key.startswith("country:"))


def _acting(question: Question) -> frozenset[str]:
    """The keys of those who act or speak in the question: they must stand in the source sentence (or right
    before it), not just anywhere in its article."""
    groups: list[Keys] = [question.attributed.speaker] if question.attributed else []
    if question.deed is not None:
        groups += [*question.deed.sources, *question.deed.targets]
    return frozenset[str]().union(*groups)


def _is_town(keys: Keys, told: Told, around: Surroundings) -> bool:
    return keys in told.towns or (
        bool(keys & around.places) and not any(key.startswith("country:") for key in keys)
    )
