"""Offices: what a title names, and who holds an office in a story.

"His interior minister" of one report is the person whom another calls the interior minister, if the story knows one
alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..model.actor import Actor
from ..model.text import Reference
from .parties import nation_of
from .words import FUNCTION_WORDS

OFFICES = (
    "president",
    "prime minister",
    "chancellor",
    "secretary of state",
    "ambassador",
    "governor",
    "mayor",
    "king",
    "queen",
)
"""Offices of which one person holds one at a time."""


def is_office(role: str) -> bool:
    """Whether a title names one of `OFFICES` or heads a ministry. Secretaries are of
    very many kinds, and King and Queen are names too: they do not count."""
    office = office_of(role)
    return office is not None and not office.endswith((" secretary", "king", "queen"))


def office_of(role: str) -> str | None:
    """The office in a title: a ministry's ("fisheries minister", for "minister of fisheries" too), else the longest of
    `OFFICES` that the title ends with; None for any other title."""
    plain = role.lower()
    found = _MINISTRY_OF.search(plain) or _MINISTER.search(plain) or _SECRETARY.search(plain)
    if found is not None:
        portfolio = found["portfolio"]
        return f"{_PORTFOLIOS.get(portfolio, portfolio)} {found['head']}"
    fitting = [office for office in OFFICES if plain.endswith(office)]
    return max(fitting, key=len, default=None)


_MINISTER = re.compile(
    r"(?!prime|deputy|vice|acting|cabinet|government|state|senior|junior|first|chief)\b"
    r"(?P<portfolio>[a-z]+)(?: affairs)? (?P<head>minister)$"
)
_SECRETARY = re.compile(
    r"\b(?P<portfolio>defen[cs]e|foreign|home|interior|energy|treasury|health|justice|transport|transportation|labor"
    r"|agriculture|education|commerce|trade|business|environment|culture|security|housing|veterans|finance"
    r"|development)(?: affairs)? (?P<head>secretary)$"
)
"""Those who head a department; "press secretary", "general secretary" and "undersecretary" do not."""

_MINISTRY_OF = re.compile(
    r"(?<!\bprime )(?<!\bfirst )(?<!\bchief )\b(?P<head>minister|secretary) (?:of|for) (?:the )?(?!state\b)(?P<portfolio>[a-z]+)(?: affairs)?$"
)
_PORTFOLIOS = {
    "defence": "defense",
    "economy": "finance",
    "economic": "finance",
    "treasury": "finance",
    "internal": "interior",
    "home": "interior",
    "external": "foreign",
    "agricultural": "agriculture",
    "environmental": "environment",
}
"""Names that papers give to one portfolio (own list: what Reuters and the BBC call the same office of one land)."""


def offices_exclude(one: str, two: str) -> bool:
    """Whether one person cannot well hold both at once ("deputy" is an office of its own)."""
    first, second = office_of(one), office_of(two)
    if {first, second} == _TREASURER:
        return False
    if any(_NOT_THE_HOLDER.search(role.lower()) for role in (one, two)):
        return False
    return first is not None and second is not None and first != second


def _only_office(name: str) -> str | None:
    """The office that a name in small letters is, if it holds nothing else."""
    forms = (_MINISTRY_OF, _MINISTER, _SECRETARY)
    whole = name in OFFICES or any(form.fullmatch(name) for form in forms)
    return office_of(name) if whole else None


_TREASURER = {"chancellor", "finance minister"}
"""In Britain one and the same."""


@dataclass(frozen=True)
class Holders:
    """The people of a story by the offices that reports give them."""

    people: tuple[Actor, ...]

    @cached_property
    def _by_office(self) -> dict[str, list[Actor]]:
        found: dict[str, list[Actor]] = {}
        for actor in self.people:
            held = {
                office
                for role in actor.roles
                if not role.former and not _NOT_THE_HOLDER.search(role.role.casefold())
                for office in [office_of(role.role)]
                if office
            }
            for office in sorted(held):
                found.setdefault(office, []).append(actor)
        return found

    def holder(self, name: str, sentence: str) -> Reference | None:
        """Who is meant by an office that a sentence names without its holder's name: the only one of the story who bears
        it, for a land that stands before it the only one of that land. None for any other name, for a former, new
        or acting holder, and for "a minister", who may be anybody."""
        called = name.casefold()
        office = _only_office(called)
        found = re.search(rf"\b{re.escape(called)}\b", sentence, re.IGNORECASE)
        if office is None or found is None:
            return None
        before = sentence[: found.start()].rstrip()
        if _ANYBODY.search(before) or _FOLLOWED.match(sentence[found.end() :]):
            return None
        people = self._by_office.get(office, [])
        whose = _WHOSE.search(before)
        if whose is not None and whose[1].lower() not in FUNCTION_WORDS:
            land = nation_of(whose[1])
            people = [each for each in people if land and nation_of(each.party.name) == land]
        if len(people) != 1:
            return None
        return Reference(id=people[0].id, name=people[0].name)

    def counterpart(self, name: str, sentence: str) -> Reference | None:
        """Who is meant by "Chadian counterpart" in a sentence that names somebody with an office: the only one of the story
        who holds the like office in that land. None for any other name, and where that is nobody or several."""
        match = _COUNTERPART.fullmatch(name)
        land = nation_of(match[1]) if match is not None else None
        if land is None:
            return None
        named = {
            _LIKE_OFFICES.get(office, office)
            for office, holders in self._by_office.items()
            if any(_is_named(each, sentence) for each in holders)
        }
        found = {
            each.id: each
            for office, holders in self._by_office.items()
            if _LIKE_OFFICES.get(office, office) in named
            for each in holders
            if nation_of(each.party.name) == land
        }
        if len(found) != 1:
            return None
        (person,) = found.values()
        return Reference(id=person.id, name=person.name)

    def of_land(self, name: str, sentence: str) -> Reference | None:
        """Who is meant by an office or a leader of a land that a sentence names without the holder's name ("the Chadian leader"):
        the only one of the story who is called so of that land. None for any other name, and for a former or new one."""
        match = _OF_LAND.fullmatch(name)
        found = re.search(rf"\b{re.escape(name)}\b", sentence)
        land = nation_of(match["land"]) if match is not None else None
        if match is None or land is None or found is None:
            return None
        before = sentence[: found.start()].rstrip()
        behind = sentence[found.end() :]
        if _ANYBODY.search(before) or _FOLLOWED.match(behind) or _NAME_BEHIND.match(behind):
            return None
        called = match["office"].casefold()
        office = _only_office(called)
        if office is not None:
            people = self._by_office.get(office, [])
        elif called in _LEADERS:
            people = [each for each in self.people if _leads(each)]
        else:
            return None
        people = [each for each in people if nation_of(each.party.name) == land]
        if len(people) != 1:
            return None
        return Reference(id=people[0].id, name=people[0].name)

    def of_body(self, body: Reference, behind: str) -> Reference | None:
        """Who is meant by the head of a body, whose title the text `behind` the body's name begins with ("the CIA director met"): the
        only one of the story who is called so and acts for it; None where a name follows, and where that is nobody or several."""
        match = _HEAD_OF_BODY.match(behind)
        if match is None:
            return None
        title = match[1].casefold()
        people = [
            each
            for each in self.people
            if each.party.id == body.id
            and any(
                role.role.casefold().endswith(title)
                and not role.former
                and not _NOT_THE_HOLDER.search(role.role.casefold())
                for role in each.roles
            )
        ]
        if len(people) != 1:
            return None
        return Reference(id=people[0].id, name=people[0].name)


_HEAD_OF_BODY = re.compile(
    r" (director|chief|chairman|chairwoman|chair|head|boss)\b(?!,? [A-Z]|-| of\b|['’])"
)
_OF_LAND = re.compile(r"(?P<land>[A-Z][\w.]*(?: [A-Z][\w.]*)?)(?:['’]s)? (?P<office>[a-z][a-z ]+)")
_NAME_BEHIND = re.compile(r"\s+[A-Z]")
_LEADERS = frozenset({"leader", "ruler", "dictator", "strongman"})
_LEADING = frozenset({*_LEADERS, "president", "prime minister", "premier", "king", "chancellor"})


def _leads(actor: Actor) -> bool:
    """Whether somebody is called the leader of a land; who leads a party or rebels is called more than that."""
    held = [role.role.casefold() for role in actor.roles if not role.former]
    return any(role in _LEADING for role in held)


def _is_named(actor: Actor, sentence: str) -> bool:
    """Whether a sentence has the last word of somebody's name."""
    return re.search(rf"\b{re.escape(actor.name.split()[-1])}\b", sentence) is not None


_COUNTERPART = re.compile(r"(?:[a-z-]+ )*([A-Z][\w.]*(?: [A-Z][\w.]*)?)(?:['’]s)? counterpart")
_LIKE_OFFICES = {"secretary of state": "foreign minister"}
"""Offices that have another name in one land: the American one who deals with foreign ministers."""


def holders_of(actors: Iterable[Actor]) -> Holders:
    """The holders among these actors."""
    return Holders(tuple(each for each in actors if each.kind == "person" and each.roles))


_NOT_THE_HOLDER = re.compile(
    r"\b(?:deputy|vice|acting|interim|former|ex|shadow|assistant|junior|honorary)\b"
)
_ANYBODY = re.compile(
    r"(?:\b(?:an?|any|every|each|another|other|one|no|new|next|first|second|then|future|late|future|would-be|deputy|vice"
    r"|acting|interim|former|ex|shadow|assistant|junior|previous|old)|\bex-)$",
    re.IGNORECASE,
)
"""Words before an office that make it somebody else's or anybody's."""

_WHOSE = re.compile(r"\b([A-Z][\w.]*(?: [A-Z][\w.]*)?)(?:['’]s?)?$")
"""A name right before an office: whose it is."""

_FOLLOWED = re.compile(r"\s*(?:of|for|in|at)\s+(?:the )?[A-Z]|-|['’]s (?:office|spokes)")
"""What behind an office names another one or only its staff: "president of the union"."""
