"""How far a name goes: bodies whose names the pipeline cut in two, acronyms in brackets, and names that it
did not see at all but that their neighbours give away."""

import re
from collections.abc import Callable

from ...lexicon import bodies, titles
from ...lexicon.calendar import MONTHS, WEEKDAYS
from .office import holds_office
from .run import Run
from .spans import entry_of
from .words import Words

ACRONYM = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?|[A-Z][A-Za-z&+]*[A-Z][A-Za-z-]*|[A-Z]{2,8}[0-9]{0,2}")
_CALENDAR = frozenset({*WEEKDAYS, *MONTHS, "easter", "christmas"})
_VOTES = frozenset({"election", "elections", "primary", "primaries", "referendum", "by-election"})


def is_calendar(word: str) -> bool:
    """Whether a word is the name of a month or a day of the week."""
    return word.lower() in _CALENDAR


def complete(words: Words, runs: list[Run], make: Callable[[int, int, str], Run]) -> list[Run]:
    """The runs, with bodies joined over "of", "for" and "and", names added that stand in brackets behind their
    long form or beside a role or a person, and without what only names a vote ("2019 Harlow
    election"). `make` builds a run of tokens with a label."""
    runs = _joined(words, runs, make)
    runs = _added(words, runs, make)
    return [run for run in runs if not _names_a_vote(words, run)]


def _is_body(run: Run) -> bool:
    return (
        run.label in {"ORG", "FAC"}
        or run.table == "body"
        or run.kind
        in {
            "organization",
            "government",
            "party",
            "company",
            "armed-force",
        }
    )


def _joined(words: Words, runs: list[Run], make: Callable[[int, int, str], Run]) -> list[Run]:
    """Joins "Communist Party" and "Moldova" in "Communist Party of Moldova", and the two halves of "Planning
    and Health Association"."""
    result: list[Run] = []
    for run in runs:
        if result:
            before = result[-1]
            gap = [index for index in range(before.end, run.start) if not words.is_space(index)]
            between = [words.lower[index] for index in gap]
            if between == ["-"] and _heads_body(words, run.end):
                # "the Atlantis-Mordor Council"
                result[-1] = make(before.start, run.end + 1, "ORG")
                continue
            if not gap and _goes_on(words, before, run):
                # "the Kenya Coast Guard Service"
                result[-1] = make(before.start, run.end, "ORG")
                continue
            if _belong(before, run, between) and not any(
                words.is_break(index) for index in range(before.end, run.start)
            ):
                result[-1] = make(before.start, run.end, "ORG")
                continue
        result.append(run)
    return result


def _goes_on(words: Words, one: Run, other: Run) -> bool:
    """Whether a single capitalised noun of bodies right behind a body's name belongs to it."""
    last = words.lower[other.end - 1]
    return (
        _is_body(one)
        and other.end - other.start == 1
        and not other.table
        and words.text[other.start][:1].isupper()
        and not words.is_space(one.end)
        and (bodies.kind_of_last(last) is not None or last in {"service", "command", "corps"})
        and not titles.is_head(last)
    )


def _heads_body(words: Words, index: int) -> bool:
    """Whether the token is a capitalised noun that ends names of bodies."""
    return (
        index < len(words)
        and words.text[index][:1].isupper()
        and bodies.kind_of_last(words.lower[index]) is not None
    )


def _belong(one: Run, other: Run, between: list[str]) -> bool:
    if not _is_body(one) or not between or not one.words.strip():
        # The pipeline may call a run of odd spaces a name.
        return False
    last = one.words.split()[-1].lower()
    if between[0] in {"of", "for"} and between[1:] in ([], ["the"]):
        if between[0] == "for" and _is_body(other):
            return False
        if (
            one.table == "body"
            and entry_of(f"{one.words} {' '.join(between)} {other.words}") is None
        ):
            return last in {"party", "union", "council"} and other.table == "country"
        if other.label == "PERSON" or other.kind == "equipment" or other.table == "demonym":
            return False
        if between == ["of"] and other.table == "country" and " of " in one.words:
            # "Ministry of Defense of Chile"
            before = one.words.lower().split(" of ")[0].split()
            return bool(bodies.kind_of_last(before[-1]) or bodies.kind_of_first(before[0]))
        return bodies.kind_of_last(last) is not None and last not in {
            "government",
            "administration",
        }
    if between == ["and"] and _is_body(other):
        ends = bodies.kind_of_last(other.words.split()[-1].lower())
        return (
            ends is not None
            and not any(bodies.kind_of_last(word) for word in one.words.lower().split())
            and len(one.words.split()) > 1
            and not one.table
            and not other.table
        )
    return False


def _added(words: Words, runs: list[Run], make: Callable[[int, int, str], Run]) -> list[Run]:
    """Adds runs of proper nouns that the pipeline saw no name in."""
    taken = [False] * len(words)
    person_at: set[int] = set()
    body_end: set[int] = set()
    for run in runs:
        for index in range(run.start, run.end):
            taken[index] = True
            if run.label == "PERSON":
                person_at.add(index)
        if _is_body(run):
            body_end.add(run.end)
    added = []
    index = 0
    total = len(words)
    while index < total:
        if taken[index] or words.pos[index] != "PROPN" or not words.text[index][:1].isupper():
            index += 1
            continue
        start = index
        while (
            index < total
            and not taken[index]
            and words.pos[index] == "PROPN"
            and words.text[index][:1].isupper()
        ):
            index += 1
        courteous = start > 0 and titles.is_courtesy(words.lower[start - 1])
        if not courteous and (
            is_calendar(words.text[start]) or words.label[start] in {"DATE", "TIME"}
        ):
            continue
        seen = _seen(words, start, index, person_at, body_end, make)
        if seen is not None:
            added.append(seen)
    return sorted([*runs, *added], key=lambda run: run.start)


def _seen(
    words: Words,
    start: int,
    end: int,
    person_at: set[int],
    body_end: set[int],
    make: Callable[[int, int, str], Run],
) -> Run | None:
    """The run of the untagged proper nouns `start:end`, if something tells that it is a name of an
    actor."""
    before = start - 1
    if (
        end - start == 1
        and before >= 0
        and words.text[before] == "("
        and (before in body_end or before - 1 in body_end)
        and ACRONYM.fullmatch(words.text[start])
    ):
        return make(start, end, "ORG")
    if words.shouting[start]:
        return None
    first = start
    while first < end and (
        titles.is_before(words.lower[first])
        or titles.is_head(words.lower[first])
        or titles.is_courtesy(words.lower[first])
        or titles.is_modifier(words.lower[first])
    ):
        first += 1
    if first == end:
        return None
    led = any(
        titles.is_before(word) or titles.is_head(word) or titles.is_courtesy(word)
        for word in words.lower[start:first]
    )
    if not led:
        earlier = words.before(start)
        led = earlier >= 0 and (
            titles.is_courtesy(words.lower[earlier])
            or (titles.is_before(words.lower[earlier]) and words.text[earlier][:1].isupper())
        )
    last = bodies.kind_of_last(words.lower[end - 1])
    if last and end - first > 1:
        return make(first, end, "ORG")
    if led and not last:
        return make(first, end, "PERSON")
    if end - first > 1 and not last and _among(words, first, end, person_at):
        return make(first, end, "PERSON")
    subject = words.dep[end - 1]
    if not last and subject in {"nsubj", "nsubjpass"}:
        governor = words.head[end - 1]
        return make(first, end, "PERSON") if holds_office(words, governor, subject) else None
    return None


def _among(words: Words, start: int, end: int, person_at: set[int]) -> bool:
    """Whether the tokens stand in a list with a person: "Ann Bell, Tom Reed and ..."."""
    for index in range(start, end):
        head = words.head[index]
        if not start <= head < end:
            if words.dep[index] == "conj" and head in person_at:
                return True
            break
    return any(
        words.dep[index] == "conj" and start <= words.head[index] < end and index in person_at
        for index in range(end, min(end + 8, len(words)))
    )


def _names_a_vote(words: Words, run: Run) -> bool:
    """Whether the run only says which election is meant: a year before, "election" behind."""
    if run.start == 0 or run.label == "PERSON":
        return False
    index = run.start - 1
    while index > 0 and run.start - index < 5 and words.pos[index] in {"PROPN", "ADJ"}:
        index -= 1
    year = words.text[index]
    if not (len(year) == 4 and year.isdigit()):
        return False
    for index in range(run.end, min(run.end + 6, len(words))):
        if words.lower[index] in _VOTES:
            return True
        if words.pos[index] not in {"NOUN", "ADJ", "PROPN", "PUNCT"}:
            return False
    return False
