"""A judgement from what a person points at."""

from collections.abc import Sequence
from typing import get_args

import msgspec

from ..errors import UsageError
from ..model.judgement import Decision, Judgement, moment_of
from ..model.value import identifier
from .subjects import Thing, Things

PAIRS = frozenset({"same", "not-same", "unsure"})
LETTERS = "ABCDEF"
"""Reliability of a source in the Admiralty code, from completely reliable to cannot be judged."""

REACHES = ("mention", "claim", "actor")


def judge(
    things: Things,
    decision: str,
    pointed_at: Sequence[str],
    who: str,
    why: str,
    when: str,
    value: str | None = None,
) -> Judgement:
    """The judgement that `who` decided `decision` about what is `pointed_at` (ids or their beginnings;
    for a reliability also the name of a newsroom). `when` is an ISO 8601 day or time.

    Raises UsageError, with what to do, for anything that cannot be judged so.
    """
    if decision not in get_args(Decision):
        raise UsageError(f"no decision {decision!r}; there are: {', '.join(get_args(Decision))}")
    for name, text in (("--who", who), ("--why", why)):
        if not text.strip():
            raise UsageError(f"{name} is empty; a judgement must say who decided and why")
    try:
        moment_of(when)
    except ValueError as error:
        raise UsageError(f"--when {when!r} is no ISO 8601 day or time: {error}") from error
    found = [things.find(item, mention_only=value == "mention") for item in pointed_at]
    if decision in PAIRS:
        if value == "voice" or any(thing.reach == "voice" for thing in found):
            found = [things.voices.get(thing.id, thing) for thing in found]
        subjects, value = _pair(found, value)
    elif decision == "reliability":
        subjects, value = _reliability(found, value)
    else:
        subjects, value = _reached(found, value)
    return _judgement(things, decision, subjects, who.strip(), when, why.strip(), value)


def _judgement(
    things: Things,
    decision: str,
    subjects: tuple[str, ...],
    who: str,
    when: str,
    why: str,
    value: str | None,
) -> Judgement:
    cited = tuple(things.cited[subject] for subject in subjects if subject in things.cited)
    fields = {
        "id": identifier("judgement", decision, *subjects, who, when, why, value or ""),
        "decision": decision,
        "subjects": subjects,
        "who": who,
        "when": when,
        "why": why,
        "value": value,
        # Addresses are only of use when each subject has its own.
        "cited": cited if len(cited) == len(subjects) else (),
    }
    return msgspec.convert(fields, Judgement)


def _pair(found: Sequence[Thing], value: str | None) -> tuple[tuple[str, ...], str | None]:
    """One mention for each of the things that are the same or not, and `voice` for voices."""
    if value not in (None, "mention", "voice"):
        raise UsageError(f"--value {value!r} says nothing of a pair; leave it out")
    kinds = sorted({thing.kind for thing in found})
    if len({thing.id for thing in found}) < 2:
        raise UsageError("same, not-same and unsure are about two different things: name both")
    if len(kinds) > 1:
        raise UsageError(f"{' and '.join(kinds)} cannot be the same: name two of one kind")
    if kinds[0] in ("article", "newsroom"):
        raise UsageError(
            f"two of the kind {kinds[0]} are not held against each other; name actors, events,"
            " figures, utterances or voices"
        )
    voices = {thing.reach == "voice" for thing in found}
    if len(voices) > 1 or (value == "voice" and voices != {True}):
        raise UsageError("a voice is only compared with a voice: name two that say something")
    subjects = tuple(dict.fromkeys(thing.mentions[0] for thing in found))
    if len(subjects) < 2:
        raise UsageError("these are already held to be one and the same mention; name two")
    return subjects, "voice" if voices == {True} else None


def _reliability(found: Sequence[Thing], value: str | None) -> tuple[tuple[str, ...], str]:
    letter = (value or "").upper()
    if len(letter) != 1 or letter not in LETTERS:
        raise UsageError(
            "a reliability needs --value with a letter from A (completely reliable) to E"
            " (unreliable), or F (cannot be judged)"
        )
    for thing in found:
        if thing.kind != "newsroom":
            raise UsageError(
                f"{thing.id} is no newsroom but {thing.label}; newsrooms are listed by:"
                " secondsource lineage"
            )
    return tuple(dict.fromkeys(thing.id for thing in found)), letter


def _reached(found: Sequence[Thing], value: str | None) -> tuple[tuple[str, ...], str | None]:
    """The mentions that are wrong or confirmed, and how far that reaches."""
    if value is not None and value not in REACHES:
        raise UsageError(f"no reach {value!r}; --value is one of: {', '.join(REACHES)}")
    for thing in found:
        if thing.kind == "newsroom" or thing.reach == "voice":
            raise UsageError(
                f"{thing.label} is neither wrong nor confirmed; name claims, events, utterances,"
                " figures, actors, articles or single mentions"
            )
    reaches = {thing.reach for thing in found}
    if value is None and len(reaches) > 1:
        raise UsageError(
            f"these are of different kinds ({', '.join(sorted(reaches))}); judge them apart"
        )
    reach = value or next(iter(reaches))
    subjects = tuple(dict.fromkeys(mention for thing in found for mention in thing.mentions))
    return subjects, reach
