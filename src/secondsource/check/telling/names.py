"""One key for one name, however it is written: what makes "Kenyan" and "Kenya" the same to a comparison."""

import re
from collections.abc import Iterable, Mapping

from ...lexicon.bodies import bodies
from ...lexicon.nationalities import Nation, capitals, countries, demonyms
from ...lexicon.transliteration import skeleton
from ...model.actor import Actor
from .kin import word_kin

Keys = frozenset[str]

_SEATS = frozenset(
    {
        "Kremlin",
        "White House",
        "Downing Street",
        "Whitehall",
        "Élysée",
        "Élysée Palace",
        "Elysee",
        "Elysee Palace",
    }
)
"""Seats of government that stand for the country, as its capital does (general news usage)."""

_PARTS_OF_LAND = frozenset(
    "reef channel river island islands lake port airport district region province county bay valley strait border".split()
)
"""Words at the end of a place's name that may be left out ("the Orkney islands": Orkney)."""

_ARMS = frozenset(
    """government governments authorities administration officials leadership leaders side delegation diplomats nation
    nations country countries state states capital capitals powers police army military navy forces force troops soldiers guard""".split()
)
"""Words after a country's name for what acts for it: not its parliament, its courts or its people."""

_BODIES = frozenset("department ministry office".split())
"""Words that a body's name may lack ("the Treasury")."""


def _countries_of(actor: Actor, actors: Mapping[str, Actor]) -> Keys:
    """The keys of the country that somebody acts for: by the party, or by that of the party."""
    above = actors.get(actor.party.id) or actor
    names = (actor.party.name, above.party.name)
    words = [word for name in names for word in (name, name.partition(" ")[0])]
    nations = (countries().get(word) or demonyms().get(word) for word in words)
    return frozenset(f"country:{nation.code}" for nation in nations if nation and is_state(nation))


_SHORTEST = 3
"""Letters from which on initials hardly stand for something else."""


def _initials(name: str) -> str:
    """The initials of a name of several words ("Coastal Law Forum": CLF)."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def is_state(nation: Nation) -> bool:
    """Whether this is one country: what lies in several, or is no state, has no code by which it could be taken for another."""
    return nation.code != "-"


def _land(nation: Nation) -> Keys:
    """The key of a country, or of a land that is none ("West": Western)."""
    return frozenset({f"country:{nation.code}" if is_state(nation) else f"land:{nation.name}"})


def _offices_of(actor: Actor) -> frozenset[str]:
    held = {word for role in actor.roles for word in re.findall(r"[a-z]+", role.role.lower())}
    return frozenset[str]().union(*(word_kin(word) for word in sorted(held)))


def _as_body(name: str, ties: Keys) -> Keys:
    """The key of a country's body, whichever of country and "department" its name has ("US Treasury")."""
    first, *rest = name.split()
    nation = countries().get(first) or demonyms().get(first)
    lands = [nation.code] if nation and rest else [key.partition(":")[2] for key in sorted(ties)]
    words = rest if nation and rest else [first, *rest]
    telling = [word for word in words if word.lower() not in _BODIES]
    if not telling or len(telling) == len(words) == len(name.split()):
        return frozenset()
    return frozenset(f"body:{land}:{skeleton(' '.join(telling))}" for land in lands)


class NameKeys:
    """Keys of names. Two names are of one and the same if they share a key."""

    def __init__(self, actors: Iterable[Actor] = ()) -> None:
        """`actors` are those of the record: all names of one actor share its key; a name that several
        actors bear has none of theirs. `known` keeps those that have roles, by each name."""
        bearers: dict[str, set[str]] = {}
        self.known: dict[str, Actor] = {}
        self._ties: dict[str, Keys] = {}
        self._offices: dict[str, frozenset[str]] = {}
        by_id = {actor.id: actor for actor in actors}
        self._persons = {
            actor.id for actor in by_id.values() if actor.kind == "person" and actor.roles
        }
        for actor in by_id.values():
            key = f"actor:{actor.id}"
            self._ties[key] = _countries_of(actor, by_id)
            self._offices[key] = _offices_of(actor)
            if actor.roles:
                self.known.update(dict.fromkeys(actor.names, actor))
            for name in {actor.name, *actor.names}:
                bearers.setdefault(skeleton(name), set()).add(actor.id)
                if actor.kind == "person" and " " in name:
                    bearers.setdefault(skeleton(name.split()[-1]), set()).add(actor.id)
        self._bearer = {name: next(iter(ids)) for name, ids in bearers.items() if len(ids) == 1}
        self._found: dict[tuple[str, str], Keys] = {}
        shortened: dict[str, set[str]] = {}
        for actor in by_id.values():
            for name in {actor.name, *actor.names}:
                shortened.setdefault(_initials(name), set()).add(actor.id)
        self._shortened = {
            short: next(iter(ids))
            for short, ids in shortened.items()
            if len(short) >= _SHORTEST and len(ids) == 1
        }

    def of_actor(self, name: str, kind: str = "") -> Keys:
        """The keys of somebody's name. A country, its people and (for a place that acts) its capital share the key
        of the country; a person has that of the surname too."""
        found = self._found.get((name, kind))
        if found is None:
            found = self._found[name, kind] = self._of_actor(name, kind)
        return found

    def _of_actor(self, name: str, kind: str) -> Keys:
        plain = name.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
        keys = {f"name:{skeleton(plain)}"}
        nation = countries().get(plain) or demonyms().get(plain) or capitals().get(plain)
        if nation:
            keys |= _land(nation)
        body = bodies().get(plain)
        if body and not body.ambiguous:
            keys.add(f"body:{body.key}")
        if body and plain in _SEATS and body.country and (seated := countries().get(body.country)):
            keys.add(f"country:{seated.code}")
        first, _, rest = plain.partition(" ")
        if rest.islower() and rest.split()[-1] in _ARMS and (nation := demonyms().get(first)):
            # "Kenyan police", "Russian military", "Western nations": the country, as it is spoken of.
            keys |= _land(nation)
        if first in countries() and len(rest.split()) > 2:
            # "US Congressional Research Service": the country only says whose it is.
            keys.add(f"name:{skeleton(rest)}")
        actor = self._bearer.get(skeleton(self.parts_of(plain)[-1])) or self._shortened.get(plain)
        if actor:
            keys.add(f"actor:{actor}")
        keys |= _as_body(plain, self._ties.get(f"actor:{actor}", frozenset()))
        if kind == "person":
            keys.add(f"name:{skeleton(plain.split()[-1])}")
        return frozenset(keys)

    def is_known(self, name: str) -> bool:
        """Whether the record knows somebody of this name."""
        return skeleton(name) in self._bearer

    def is_person(self, name: str) -> bool:
        """Whether the record knows a person with a role by this surname or name."""
        return self._bearer.get(skeleton(name), "") in self._persons

    def parts_of(self, name: str) -> tuple[str, ...]:
        """The names that a name is run together of: a place and whoever is named right after it ("In Oslo Hall
        said"); else the name itself."""
        first, _, rest = name.partition(" ")
        if rest and first in capitals() and not self.is_known(name) and self.is_known(rest):
            return first, rest
        return (name,)

    def with_ties(self, keys: Keys) -> Keys:
        """These keys of names with those of the countries that their bearers belong to, by the record."""
        return keys.union(*(self._ties.get(key, frozenset()) for key in keys))

    def with_name(self, name: str) -> Keys:
        """The keys of a name, with those of its bearer's country."""
        return self.with_ties(self.of_actor(name, "person"))

    def offices(self, keys: Keys) -> frozenset[str]:
        """What the words for the roles of these bearers mean ("fisheries minister"), by the record."""
        return frozenset[str]().union(*(self._offices.get(key, frozenset()) for key in keys))

    def of_place(self, name: str, geonameid: int | None, precision: str | None) -> Keys:
        """The keys of a place. Regions share the key of the country in whose name they are told of
        ("eastern Chad"), so that near wordings of one area agree; a town has only its own."""
        keys = {f"name:{skeleton(name)}"}
        if geonameid is not None:
            keys.add(f"place:{geonameid}")
        head, _, last = name.rpartition(" ")
        if head and last.lower() in _PARTS_OF_LAND:
            keys.add(f"name:{skeleton(head)}")
        if precision not in ("city", "point"):
            for word in name.replace("’s", "").split():
                nation = countries().get(word)
                if nation and is_state(nation):
                    keys.add(f"country:{nation.code}")
            nation = countries().get(name.removeprefix("the "))
            if nation and is_state(nation):
                keys.add(f"country:{nation.code}")
        return frozenset(keys)
