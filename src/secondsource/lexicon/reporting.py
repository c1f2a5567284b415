"""Words that report: look-ups over `reporting.toml`."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def _table() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("reporting.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def verbs(group: str) -> frozenset[str]:
    """Lemmas of reporting verbs of one group: speech, attitude, showing, decision or manner.

    Raises KeyError for any other group.
    """
    return frozenset(_table()["verbs"][group].split())


@cache
def all_verbs() -> frozenset[str]:
    """Lemmas of all reporting verbs that report without a quotation beside them, with those that
    take their content after a preposition."""
    groups = [verbs(group) for group in ("speech", "attitude", "showing", "decision")]
    return frozenset().union(*groups, _table()["prepositions"])


@cache
def nouns(group: str) -> frozenset[str]:
    """Lemmas of nouns of one group: speech, attitude or documents."""
    return frozenset(_table()["nouns"][group].split())


@cache
def content_prepositions(verb: str) -> frozenset[str]:
    """Prepositions that join the verb of this lemma to its content; empty if there are none."""
    return frozenset(_table()["prepositions"].get(verb, "").split())


@cache
def addressing_verbs() -> frozenset[str]:
    """Lemmas of verbs whose object is the one spoken to."""
    return frozenset(_table()["addressed"]["verbs"].split())


@cache
def refusing_verbs() -> frozenset[str]:
    """Lemmas of the verbs of "declined to comment"."""
    return frozenset(_table()["refusal"]["verbs"].split())


@cache
def refused_acts() -> frozenset[str]:
    """Lemmas of what is declined when somebody declines to speak."""
    return frozenset(_table()["refusal"]["acts"].split())


@cache
def occasion_words() -> tuple[tuple[str, str], ...]:
    """Pairs of a phrase in lower case and the kind of occasion that it tells, in order of strength."""
    return tuple((words, kind) for kind, rows in _table()["occasions"].items() for words in rows)
