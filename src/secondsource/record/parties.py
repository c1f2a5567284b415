"""Whether two names may be of one body, or of a body and a part of it."""

import re
from functools import cache, lru_cache

from ..lexicon.bodies import bodies, is_legal_form, kind_of_first, kind_of_last
from ..lexicon.nationalities import countries, demonyms
from ..lexicon.titles import is_before, is_head, is_modifier
from .words import normalised

_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "&", "a"})
_COUNTRIES_SHORT = {"u.s": "us", "u.k": "uk", "u.n": "un"}


@lru_cache(maxsize=100_000)
def key_of(name: str) -> str:
    """What the spellings of one body's name share: the full name where the table of bodies has it, without
    legal forms, titles behind it and possessives; "Department of the X" is "x department"."""
    bare = re.sub(r"['’]s?$", "", name.strip())
    bare = re.sub(r"^(?:the|an?)\s+", "", bare, flags=re.IGNORECASE)
    known = bodies().get(bare)
    if known is not None and not known.ambiguous:
        bare = known.name
    words = normalised(bare).replace(",", " ").split()
    words = [_COUNTRIES_SHORT.get(word, word) for word in words]
    if bare.endswith("."):
        words = _without_title(words)
    while len(words) > 1 and is_legal_form(words[-1].strip(".")):
        words.pop()
    if len(words) > 2 and words[0] in ("department", "ministry") and words[1] in ("of", "for"):
        words = [*(word for word in words[2:] if word != "the"), "department"]
    if len(words) > 1 and words[-1] == "ministry":
        words[-1] = "department"
    return " ".join(words)


def is_country(name: str) -> bool:
    """Whether this is the name of a country."""
    return name.removeprefix("the ") in countries()


def is_proper(name: str) -> bool:
    """Whether a name has a capital: "panel" and "government report" are whoever they are."""
    return any(letter.isupper() for letter in name)


def _without_title(words: list[str]) -> list[str]:
    """Words of a name without the titles behind it, which an abbreviation shows: "Coast Guard Rear Adm."."""
    shorter = list(words)
    while len(shorter) > 1 and (
        is_before(shorter[-1]) or is_head(shorter[-1]) or is_modifier(shorter[-1])
    ):
        shorter.pop()
    return shorter


@lru_cache(maxsize=200_000)
def may_be_related(one: str, two: str) -> bool:
    """Whether two keys may be of one body or of a body and its part: the same, one the beginning or the end
    of the other ("House Fisheries Committee", "Fisheries Committee"), or one the first letters of the
    other's words."""
    if one == two or _with_lands(one) == _with_lands(two):
        return True
    short, long = sorted((one.split(), two.split()), key=len)
    if len(short) < len(long) and (
        long[: len(short)] == short
        or long[-len(short) :] == short
        or (len(short) > 1 and set(short) < set(long))
    ):
        return True
    if initials(one) == two or initials(two) == one:
        return True
    return _is_government_of(one, two) or _is_government_of(two, one)


def bears_name_of(body: str, person: str) -> bool:
    """Whether the key of a body holds somebody's surname: the Juma Foundation may be Rehema Juma's own."""
    names, words = normalised(person).split(), body.split()
    return len(names) > 1 and len(words) > 1 and names[-1] in words


def _with_lands(key: str) -> str:
    """A key with the land that it begins with by its code: "american embassy" and "us embassy" are one. A land alone stays
    as it is."""
    first, _, rest = key.partition(" ")
    return f"{_nations()[first].casefold()} {rest}" if rest and first in _nations() else key


def _is_government_of(whole: str, body: str) -> bool:
    """Whether one name is of a government or a country as a whole, and the other of a body of that state."""
    if not _is_of_state(body):
        return False
    first, second = _lands(whole), _lands(body)
    if whole in _nations():
        return bool(first & second)
    return _is_government(whole) and (not first or not second or bool(first & second))


def _is_government(key: str) -> bool:
    """Whether a name is of a government as a whole, of which any of its bodies may be meant."""
    return key.split()[-1:] in (["government"], ["administration"], ["authorities"])


def _is_of_state(key: str) -> bool:
    words = key.split()
    return bool(words) and (
        kind_of_last(words[-1]) in ("government", "armed-force")
        or kind_of_first(words[0]) == "government"
        or words[-1] == "house"
    )


def nation_of(name: str) -> str | None:
    """The code of the country of this name or adjective; None for any other name."""
    return _nations().get(name.replace(".", "").casefold())


@cache
def _nations() -> dict[str, str]:
    """Codes by the names and adjectives of countries, in small letters."""
    return {
        name.replace(".", "").casefold(): nation.code
        for table in (demonyms(), countries())
        for name, nation in table.items()
    }


@cache
def _lands(key: str) -> frozenset[str]:
    nations = _nations()
    return frozenset(nations[name] for name in (key, *key.split()) if name in nations)


@cache
def initials(key: str) -> str:
    """The first letters of a normalised name's words, small ones left out; empty for one word."""
    words = [word for word in key.split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else ""
