"""One key for one name, however it is written: what makes "Kenyan" and "Kenya" the same to a comparison."""

from collections.abc import Iterable

from ..lexicon.nationalities import capitals, countries, demonyms
from ..lexicon.transliteration import skeleton
from ..model.actor import Actor

Keys = frozenset[str]


class NameKeys:
    """Keys of names. Two names are of one and the same if they share a key."""

    def __init__(self, actors: Iterable[Actor] = ()) -> None:
        """`actors` are those of the record: all names of one actor share its key; a name that several
        actors bear has none of theirs. `known` keeps those that have roles, by each name."""
        bearers: dict[str, set[str]] = {}
        self.known: dict[str, Actor] = {}
        for actor in actors:
            if actor.roles:
                self.known.update(dict.fromkeys(actor.names, actor))
            for name in {actor.name, *actor.names}:
                bearers.setdefault(skeleton(name), set()).add(actor.id)
                if actor.kind == "person" and " " in name:
                    bearers.setdefault(skeleton(name.split()[-1]), set()).add(actor.id)
        self._bearer = {name: next(iter(ids)) for name, ids in bearers.items() if len(ids) == 1}

    def of_actor(self, name: str, kind: str = "") -> Keys:
        """The keys of somebody's name. A country, its people and (for a place that acts) its capital share the key
        of the country; a person has that of the surname too."""
        plain = name.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
        keys = {f"name:{skeleton(plain)}"}
        nation = countries().get(plain) or demonyms().get(plain) or capitals().get(plain)
        if nation:
            keys.add(f"country:{nation.code}")
        first, _, rest = plain.partition(" ")
        if rest and rest.islower() and (nation := demonyms().get(first)):
            # "Kenyan police", "Russian military": arms of the country, as it is spoken of.
            keys.add(f"country:{nation.code}")
        actor = self._bearer.get(skeleton(plain))
        if actor:
            keys.add(f"actor:{actor}")
        if kind == "person":
            keys.add(f"name:{skeleton(plain.split()[-1])}")
        return frozenset(keys)

    def of_place(self, name: str, geonameid: int | None, precision: str | None) -> Keys:
        """The keys of a place. Regions share the key of the country in whose name they are told of
        ("eastern Chad"), so that near wordings of one area agree; a town has only its own."""
        keys = {f"name:{skeleton(name)}"}
        if geonameid is not None:
            keys.add(f"place:{geonameid}")
        if precision not in ("city", "point"):
            for word in name.replace("’s", "").split():
                nation = countries().get(word)
                if nation:
                    keys.add(f"country:{nation.code}")
            nation = countries().get(name.removeprefix("the "))
            if nation:
                keys.add(f"country:{nation.code}")
        return frozenset(keys)
