"""Event words: which words tell of an event, of which type, under which conditions, and whose part is whose."""

from functools import cache
from typing import Literal

from ..model.event import EventType
from ..model.value import Value
from .tables import read_rows, read_toml, word_sets

_ALTERNATIVES = frozenset({"obj", "obj!", "with", "prep", "inf", "that", "coord", "gerund"})
_LOOSE = frozenset({"recipient", "public"})
"""Needs that narrow a wide row without making it more exact than a row that asks for a certain word."""
OPERATOR_KINDS = (
    "clause",
    "object",
    "subject",
    "verb_prep",
    "gerund",
    "noun",
    "adjective",
    "adverb",
    "preposition",
    "mark",
)


class Need(Value, frozen=True):
    """One condition of an entry: `what` is asked ("obj", "prep", "prt", "mod", ...) and of which of
    `values` (words in lower case, or names of classes in capitals); no values: that there is any."""

    what: str
    values: tuple[str, ...] = ()


class Roles(Value, frozen=True):
    """Whose part is whose. `source` is "S" (subject), "*" (whoever does a noun), a preposition, or "-"
    (nobody); `targets` are tried in their order: "O" object, "I" indirect object, "S" subject, "that"
    (the subject of the complement), or a preposition. `mutual`: each does it to the other."""

    source: str
    targets: tuple[str, ...]
    mutual: bool


class EventEntry(Value, frozen=True):
    """One row of the table. `type` is null where the word, so used, tells of no event. `fires` is a
    sentence in which it holds and `fires_not` one in which it must not."""

    word: str
    part_of_speech: Literal["v", "n"]
    needs: tuple[Need, ...]
    type: EventType | None
    mode: str | None
    roles: Roles
    fires: str
    fires_not: str


def _needs(text: str) -> tuple[Need, ...]:
    found = []
    for piece in filter(None, text.split(",")):
        what, _, values = piece.partition("=")
        found.append(Need(what=what, values=tuple(values.split("+")) if values else ()))
    return tuple(found)


def _roles(text: str) -> Roles:
    mutual = "=" in text
    source, _, targets = text.partition("=" if mutual else ">")
    wanted = tuple(target for target in targets.split(",") if target and target != "-")
    return Roles(source=source, targets=wanted, mutual=mutual)


@cache
def entries() -> tuple[EventEntry, ...]:
    """All rows of the table, in its order."""
    found = []
    for row in read_rows("events.tsv"):
        word, part_of_speech, needs, kind, mode, roles, fires, fires_not = row
        found.append(
            EventEntry(
                word=word,
                part_of_speech="v" if part_of_speech == "v" else "n",
                needs=_needs(needs),
                type=kind or None,  # type: ignore[arg-type]
                mode=mode or None,
                roles=_roles(roles),
                fires=fires,
                fires_not=fires_not,
            )
        )
    return tuple(found)


@cache
def verb_entries() -> dict[str, tuple[EventEntry, ...]]:
    """The entries of each verb, by lemma, those that ask for most first."""
    return _by_word("v")


@cache
def noun_entries() -> dict[str, tuple[EventEntry, ...]]:
    """The entries of each noun, by lemma (of one or two words), those that ask for most first."""
    return _by_word("n")


def _by_word(part_of_speech: str) -> dict[str, tuple[EventEntry, ...]]:
    table: dict[str, list[EventEntry]] = {}
    for entry in entries():
        if entry.part_of_speech == part_of_speech:
            table.setdefault(entry.word, []).append(entry)
    return {
        word: tuple(sorted(rows, key=lambda row: (row.type is not None, -_weight(row))))
        for word, rows in table.items()
    }


def _weight(entry: EventEntry) -> int:
    """How much a row asks for. What must be there in any form counts less than a certain word or class, and
    complements that are alternatives to each other count once."""
    alternatives = [need for need in entry.needs if need.what in _ALTERNATIVES]
    loose = sum(need.what in _LOOSE for need in entry.needs)
    weight = 2 * (len(entry.needs) - len(alternatives) - loose)
    weight += 4 * any(
        need.what in ("inf-hostile", "that-own", "armstest", "of-armstest") for need in entry.needs
    )
    if alternatives:
        weight += min(2 if need.values and need.what != "obj!" else 1 for need in alternatives)
    return weight


@cache
def classes() -> dict[str, frozenset[str]]:
    """Classes of nouns: name to lemmas in lower case, those that WordNet calls of the kind included."""
    by_kind = {kind: frozenset(words.split()) for kind, words in read_rows("noun_kinds.tsv")}
    wider = read_toml("events_classes.toml")["kinds"]
    return {
        name: words.union(*(by_kind[kind] for kind in wider.get(name, "").split()))
        for name, words in word_sets("events_classes.toml").items()
    }


@cache
def loosely_known_actors() -> frozenset[str]:
    """Persons that no list of ours has: actors only because WordNet calls them persons ("aunt", "trombonist")."""
    listed = word_sets("events_classes.toml")
    return classes()["PERSON"] - listed["ACTORWORD"] - listed["PERSON"] - listed["TROOPS"]


@cache
def operators(kind: str) -> dict[str, str]:
    """For one of `OPERATOR_KINDS`: each lemma (words of a phrase joined by "+") and what it makes of the
    event that it governs. A lemma that stands in several lists has the first."""
    table: dict[str, str] = {}
    for outcome, words in read_toml("events_operators.toml")[kind].items():
        for word in words.split():
            table.setdefault(word, outcome)
    return table


@cache
def word_lists(section: str) -> dict[str, frozenset[str]]:
    """The word lists of a section of events_words.toml, by name."""
    return {
        name: frozenset(words.split())
        for name, words in read_toml("events_words.toml")[section].items()
    }
