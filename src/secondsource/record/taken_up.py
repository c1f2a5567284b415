"""Events that one article takes up again by a definite noun: "The fleet will hold drills off Pemba. ... The
exercises begin on 4 March."

Such a mention seldom names anybody, so that nothing is shared by which it could be known; the article itself says
that it speaks of the one it told of before.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from ..model.event import REAL
from .happenings import Happening
from .one_event import compatible

_TYPES = frozenset({"assault", "mobilize", "protest", "coerce", "retreat", "aid"})
"""Types whose nouns stand for one deed that a story turns on. "The talks", "the demands", "the sanctions" may be any of many."""

_DEFINITE = re.compile(
    r"\b(?:the|this|these|that|those|both)\s+(?:(?:joint|military|naval|armed|deadly|bloody|violent|brutal|massive|huge"
    r"|whole|entire|three-day|two-day|week-long|day-long)\s+)*$",
    re.IGNORECASE,
)
"""A definite article or pointer right before a noun, with nothing between that would tell it from another."""

_NAMED = re.compile(r"(?<=\bthe )(?:[A-Z][\w'-]*\s+)+(?:\d{4}\s+)?$")
"""The name of its own that an exercise has ("the Calm Shore 2031 drills")."""

_WHOSE = re.compile(
    r"\s+(?:that|which|who|of|to|on|against|by|between|from|in (?:\d|[A-Z])|he|she|it|they|we|his|her|its|their)\b"
)
"""Words after a noun that say which one is meant without what was told before."""


def taken_up(happenings: Iterable[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """For each mention that takes up another one of its article: the nearest mention before it that it can
    be, and itself. Mentions that say themselves which one is meant take up nothing."""
    of_article: dict[str, list[Happening]] = {}
    for item in happenings:
        if item.mention.citation.part == "text":
            of_article.setdefault(item.article, []).append(item)
    for article in sorted(of_article):
        told = sorted(
            of_article[article], key=lambda item: (item.mention.citation.start, item.mention.id)
        )
        for n, item in enumerate(told):
            if not is_definite(item):
                continue
            before = next((one for one in reversed(told[:n]) if _can_be(one, item)), None)
            before = before or _only_one(told[:n], item)
            if before is not None:
                yield before, item


def _only_one(told: Sequence[Happening], item: Happening) -> Happening | None:
    """The deed that a singular noun of any type takes up, where the article has told of one such deed only: "sued the
    mine ... the lawsuit". None where the mentions before can be of two."""
    if item.mention.citation.words.endswith("s") or item.status not in REAL:
        return None
    alike = [
        one
        for one in told
        if one.mention.type == item.mention.type
        and one.status in REAL
        and one.trigger_senses & item.trigger_senses
        and one.mention.sentence != item.mention.sentence
    ]
    told_of = [one for one in alike if not is_definite(one)]
    if not told_of or not all(compatible(one, item) for one in told_of):
        return None
    if not all(compatible(one, two) for one, two in combinations(told_of, 2)):
        return None
    return told_of[-1]


def is_definite(item: Happening) -> bool:
    """Whether the words point back at an event: a noun with a definite article, and nothing that tells
    which one is meant."""
    cited, sentence = item.mention.citation, item.mention.sentence
    before = sentence.words[: cited.start - sentence.start]
    after = sentence.words[cited.end - sentence.start :]
    if item.mention.mode == "exercise":
        before = _NAMED.sub("", before)
    of_a_clause = (
        len(cited.words.split()) > 2
    )  # "talks will be held": what follows is where and when
    return bool(_DEFINITE.search(before)) and (of_a_clause or not _WHOSE.match(after))


def _can_be(before: Happening, item: Happening) -> bool:
    """Whether a mention can be what a later one takes up: of one kind, called alike or of a mode that has
    a name of its own, and with nobody in the later one whom it lacks."""
    alike = bool(before.trigger_senses & item.trigger_senses)
    of_mode = before.mention.mode is not None and before.mention.mode == item.mention.mode
    return (
        item.mention.type in _TYPES
        and before.mention.type == item.mention.type
        and before.status == item.status
        and (alike or of_mode)
        and before.mention.sentence != item.mention.sentence
        and compatible(before, item)
    )
