"""Noun phrases that count nothing: no troops, nobody, not one, hardly a shot."""

from ..tokens import Token
from .grammar import SUBJECTS, lemma

NEGATIVE_SUBJECTS = frozenset({"no", "neither", "none", "nobody", "nothing", "no-one"})


def is_none(noun: Token) -> bool:
    """Whether a noun phrase counts nothing: no one, no troops, hardly a shot, few."""
    if noun.lower_ in NEGATIVE_SUBJECTS:
        return True
    for inner in noun.children:
        if inner.i > noun.i:
            continue
        if inner.lower_ in ("no", "neither"):
            return True
        if inner.lower_ in ("hardly", "scarcely", "barely") and not _is_amount(noun):
            return True
        if inner.lower_ == "not" and inner.dep_ in ("neg", "advmod", "preconj", "det"):
            return True
    if opens_with_not_one(noun):
        return True
    start = noun.left_edge
    if start.lower_ in ("hardly", "scarcely", "barely") and start.nbor(1).lower_ == "any":
        return True
    return (
        noun.dep_ in SUBJECTS
        and noun.left_edge.i > 0
        and (noun.left_edge.nbor(-1).lower_ in ("hardly", "scarcely", "barely"))
    )


def _is_amount(noun: Token) -> bool:
    """Whether "barely" before a noun says how little and not that there is none: "barely a third", "scarcely two weeks"."""
    return lemma(noun) in _AMOUNTS or any(child.pos_ == "NUM" for child in noun.lefts)


_AMOUNTS = frozenset(
    """
    half third quarter fifth tenth percent fraction minimum week day month year hour
    """.split()
)


def opens_with_not_one(noun: Token) -> bool:
    """Whether a noun phrase opens with "not one", "not a", "not a single"."""
    start = noun.left_edge
    if start.lower_ != "not" or start.i >= noun.i:
        return False
    return start.nbor(1).lower_ in ("one", "a", "an", "any", "single")
