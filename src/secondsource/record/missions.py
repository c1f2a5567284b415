"""Attacks on a land's houses abroad, its embassies and consulates: targets that are told of by whose they are, wherever
the report has them stand."""

import re

from ..lexicon.calendar import MONTHS, WEEKDAYS
from ..lexicon.nationalities import Nation, countries, demonyms
from ..lexicon.stems import stem
from ..model.event import EventMention
from .words import words_of

_NAME = r"(?P<land>U\.S\.|(?:[A-Z][\w’'-]+ ){0,2}?[A-Z][\w’'-]+)"
_HOUSE = r"(?:[Ee]mbass(?:y|ies)|[Cc]onsulates?)\b"
_BEFORE = re.compile(rf"\b{_NAME}(?P<owns>['’]s)?\s+{_HOUSE}")
_BEHIND = re.compile(rf"\b{_HOUSE}\s+of\s+(?:the\s+)?{_NAME}")

_ATTACKS = frozenset(map(stem, "attack attacks bombing bombings blast blasts explosion".split()))


_HITS = frozenset(
    """at on of outside against near inside opposite beside targeting damaged damaging hit hitting struck destroyed
    destroying targeted rocked wrecked shook through""".split()
)
"""What stands between an attack and what it hit (own list, news prose)."""

_WHEN_AND_WHICH = frozenset({*WEEKDAYS, *MONTHS}) | frozenset(
    """the a an two three both several its that which off almost nearly up ripped ripping tore next to in from by this last late early
    earlier morning afternoon evening night noon today yesterday week month year months years ago and
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
"""What may stand there besides: when it was, and which house."""

_OF_ATTACK = re.compile(r"\s+(?:(?:car|truck|suicide|bomb|twin|terrorist|grenade)\s+)*$")
"""Between a house and the attack that is named by it: "the Danish embassy car bombing"."""


def mission_attacked(event: EventMention) -> str | None:
    """Whose house abroad an attack hit, by its sentence (ISO 3166-1 alpha-2); None where it tells of no such house, or of
    those of several lands, and for other deeds."""
    if event.type != "assault" or not _is_attack(event):
        return None
    words = event.sentence.words
    begin, end = (at - event.sentence.start for at in (event.citation.start, event.citation.end))
    lands = {
        nation.code
        for pattern in (_BEFORE, _BEHIND)
        for found in pattern.finditer(words)
        if (nation := _owner(found)) is not None
        and (
            _leads_to(words[end : found.start()])
            if found.start() >= end
            else bool(_OF_ATTACK.fullmatch(words[found.end() : begin]))
        )
    }
    return lands.pop() if len(lands) == 1 else None


def is_house_abroad(name: str) -> bool:
    """Whether a name is that of an embassy or consulate."""
    return bool(re.search(_HOUSE, name))


def _leads_to(between: str) -> bool:
    """Whether the words from an attack to a house say that it was hit, and tell nothing else between."""
    told = [word.casefold() for word in words_of(between)]
    plain = [word for word in told if not word.isdigit() and not word.endswith("ly")]
    return bool(_HITS.intersection(plain)) and all(
        word in _HITS or word in _WHEN_AND_WHICH for word in plain
    )


def _is_attack(event: EventMention) -> bool:
    if event.mode is not None:
        return event.mode == "explosives"
    return any(stem(word) in _ATTACKS for word in words_of(event.citation.words))


def _owner(found: re.Match[str]) -> Nation | None:
    """Whose house is named: "the Danish embassy", "Denmark's embassy", "the embassy of Denmark"; the "Kenya embassy" is the
    one in Kenya."""
    nation = _nation(found["land"])
    owns = found.re is _BEHIND or found["owns"] or found["land"].isupper()
    return nation if owns or found["land"].split()[-1] in demonyms() else None


def _nation(name: str) -> Nation | None:
    """The land of a name or adjective, or of its end ("Monday the French")."""
    words = name.split()
    for begin in range(len(words)):
        rest = " ".join(words[begin:])
        found = demonyms().get(rest) or countries().get(rest)
        if found is not None and found.code != "-":
            return found
    return None
