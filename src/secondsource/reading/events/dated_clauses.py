"""Times that stand within a clause of their own, whatever word the parse hangs them on."""

import re
from collections.abc import Mapping

from ...model.mention import Time
from ..tokens import Token
from .dated_nouns import AT_LAW
from .grammar import lemma

_OPENING = frozenset({"after", "before", "because", "when", "once", "while", "until"})
"""Words that open a clause of time or cause."""


_BARE_CLOCK = re.compile(r"clock\([^,]*, published\)")


def is_bare_clock(time: Time) -> bool:
    """Whether a time on the clock stands without any day, behind the news of the day: "was shot at 10 p.m." far down in a
    report is of some day before it, while "by noon" at its head is of its own."""
    bare = _BARE_CLOCK.fullmatch(time.rule) and not _NAMES_ITS_DAY.search(time.citation.words)
    return bool(bare) and time.citation.start > _HEAD


_HEAD = 1000
"""Code points of a text within which stands what it was written for: a lead and some four paragraphs of news."""
_NAMES_ITS_DAY = re.compile(r"\b(?:to(?:day|night|morrow)|yesterday|this|last)\b", re.IGNORECASE)


def is_before_what(near: Token, times: Mapping[int, Time]) -> bool:
    """Whether a time is counted from the deed of the clause behind it, and so is not the time of that: "the day before the
    police issued a warrant"."""
    time = times[near.i]
    if _COUNTED.search(time.citation.words) is None:
        return False
    behind = near.i + 1
    while times.get(behind) is time:
        behind += 1
    rest = near.doc[behind : behind + _REACH]
    return any(word.dep_ in ("nsubj", "nsubjpass") and word.head.i > word.i for word in rest)


_COUNTED = re.compile(r"\b(?:before|after)$", re.IGNORECASE)
_REACH = 6
"""Words within which the subject of a clause ends that a time is counted from."""


def is_of_a_clause_behind(near: Token, event: Token, times: Mapping[int, Time]) -> bool:
    """Whether a time stands between "after", the subject of its clause and the verb, which the parse may hang on the event before:
    "closed the port after the police on Friday found a bomb". `near` is a word of it, `times` the expressions by their tokens."""
    if near.i <= event.i:
        return False
    behind = near.i + 1
    while times.get(behind) is times[near.i]:
        behind += 1
    if behind >= len(near.doc) or near.doc[behind].tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    return any(word.lower_ in _OPENING for word in near.doc[event.i + 1 : near.i])


def law_behind(deed: Token) -> Token | None:
    """The verb at law whose complement a deed is: "found" of "found guilty of killing a clerk"; None for another word."""
    while deed.dep_ == "conj" and deed.head.tag_ == "VBG":
        deed = deed.head
    if deed.dep_ != "pcomp" or deed.head.dep_ != "prep":
        return None
    above = deed.head.head
    if above.lower_ == "guilty":
        above = above.head
    return above if lemma(above) in AT_LAW or _is_verdict(above) else None


def is_of_the_deed_at_law(near: Token, verb: Token, time: Time) -> bool:
    """Whether a time with its year stands behind the deed for which somebody is tried, which it dates, whatever the parse hangs
    it on: "was found guilty of killing a clerk and wounding nine in October 2011"."""
    if "date(" not in time.rule or not (lemma(verb) in AT_LAW or _is_verdict(verb)):
        return False
    deeds = (word for word in near.doc[verb.i + 1 : near.i] if word.tag_ == "VBG")
    return any(law_behind(deed) == verb for deed in deeds)


def _is_verdict(verb: Token) -> bool:
    return any(child.lower_ == "guilty" for child in verb.children)
