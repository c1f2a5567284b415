"""Parties: the body that somebody speaks for."""

from collections.abc import Iterable
from functools import cache

from ...lexicon import bodies, nationalities, outlets, reporting, titles
from ...model.mention import Mention
from .room import UNITED_STATES, Room, country_of

_SEATS = frozenset(
    {"Kremlin", "White House", "Downing Street", "Élysée Palace", "Blue House", "Number 10"}
)
"""Seats of government: who speaks from there speaks for the country."""


def party_of(room: Room, mention: Mention) -> str | None:
    """The body that somebody speaks for: a government's people for their country, a spokesman for
    his body, an analyst for his institute, anyone else for himself."""
    if mention.kind == "person":
        roles, home, former = room.people.get(
            mention.entity, (mention.titles, mention.affiliation, mention.former)
        )
        words = [word.strip(".,").lower() for role in roles for word in role.split()]
        private = (
            bool(words)
            and all(titles.is_private(word) for word in words if titles.is_head(word))
            and any(titles.is_head(word) for word in words)
        )
        if former or (private and home is None):
            return mention.name
        if is_topic(room, home, roles):
            return mention.name
        if home is None and room.american and _heads_administration(room, mention):
            return UNITED_STATES
        if (
            home is None
            and room.american
            and any(role.lower().strip(".") in reporting.american_roles() for role in roles)
        ):
            return UNITED_STATES
        return party_of_body(room, home or body_in(roles) or mention.name)
    if mention.kind in {"place-as-actor", "nationality"}:
        return country_of(mention.name) or mention.name
    return _full_body(room, mention) or party_of_body(room, mention.name)


def is_topic(room: Room, home: str | None, roles: Iterable[str]) -> bool:
    """Whether the country of a person's role is what he knows about and not whom he serves: "a top China
    adviser" does not speak for China; "a Chinese adviser" may."""
    if home is None:
        return False
    words = {word.strip(".,").lower() for role in roles for word in role.split()}
    heads = words & reporting.topic_heads()
    return any(f"{home} {word}" in room.grid.text for word in heads)


def _heads_administration(room: Room, mention: Mention) -> bool:
    """Whether the article calls an administration by the person's last name."""
    last = mention.name.rsplit(None, 1)[-1]
    called = f"{last} administration"
    return called in room.names or called in room.grid.text


@cache
def _adjectives() -> dict[str, str]:
    """The adjective of each country, by its common name."""
    found: dict[str, str] = {}
    for word, nation in nationalities.demonyms().items():
        found.setdefault(nation.name, word)
    return found


def _home_of_minister(room: Room, mention: Mention) -> str | None:
    """The country of a ministry that is named without one: that of the only people in the article who
    are its ministers; None if there are none, or those of several countries."""
    words = mention.name.removeprefix("the ").lower().split()
    return home_of_ministry(room, words) if len(words) > 1 and words[-1] == "ministry" else None


def home_of_ministry(room: Room, words: list[str]) -> str | None:
    """The country of "foreign ministry": that of all in the article who are its ministers or speak for it."""
    offices = " ".join([*words[:-1], "minister"]), " ".join(words)
    homes = {
        country_of(home)
        for roles, home, _ in room.people.values()
        if home and any(office in role.lower() for role in roles for office in offices)
    }
    return homes.pop() if len(homes) == 1 else None


def ministry_before(room: Room, head: int) -> str | None:
    """The ministry whose people a bare "senior foreign ministry official" is, with its country; None where the article names
    nobody of one such ministry alone."""
    grid = room.grid
    first = head
    while first and grid.dep[first - 1] in {"compound", "amod"} and grid.head[first - 1] <= head:
        first -= 1
    words = [grid.lower[index] for index in range(first, head)]
    while len(words) > 2:
        words.pop(0)
    if len(words) < 2 or words[-1] != "ministry":
        return None
    home = home_of_ministry(room, words)
    return f"{_adjectives().get(home, home)} {' '.join(words)}" if home else None


def _full_body(room: Room, mention: Mention) -> str | None:
    """The name of a ministry with the country that the article gives it: "Kenyan Trade Ministry"; None
    if the name holds a country already or needs none."""
    home = country_of(mention.affiliation or "") or _home_of_minister(room, mention)
    words = mention.name.removeprefix("the ").split()
    if home is None or mention.kind not in {"government", "armed-force"} or len(words) > 4:
        return None
    if any(country_of(word) for word in words) or mention.name in bodies.bodies():
        return None
    if (
        bodies.kind_of_last(words[-1].lower()) is None
        and bodies.kind_of_first(words[0].lower()) is None
    ):
        return None
    return f"{_adjectives().get(home, home)} {' '.join(words)}"


def party_of_body(room: Room, name: str) -> str:
    """The party of somebody who speaks for the body of this name: a country's government for its
    name, its capital and its seat of government; "the Smith administration" for the country that Smith heads."""
    country = country_of(name)
    if country is not None:
        return country
    known = bodies.bodies().get(name)
    if known is not None and known.country and known.name in _SEATS:
        return known.country
    words = name.split()
    if len(words) > 1 and words[-1].lower() == "administration":
        for mention in room.draft.mentions:
            if mention.kind == "person" and mention.name.endswith(words[-2]):
                home = room.people[mention.entity][1]
                if home and country_of(home):
                    return country_of(home) or name
    if words[-1].lower() == "administration" and room.american:
        return UNITED_STATES
    return name


def body_in(roles: Iterable[str]) -> str | None:
    """A known body that a role names: "White House press secretary"."""
    for role in roles:
        words = role.split()
        for size in range(min(4, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                known = bodies.bodies().get(" ".join(words[start : start + size]))
                if known is not None and not known.ambiguous:
                    return known.name
    return None


def is_medium(name: str) -> bool:
    """Whether a name is that of a news medium."""
    if outlets.outlet_named(name) is not None:
        return True
    words = name.lower().replace("-", " ").split()
    if len(words) == 1:
        return words[0] in {
            "reuters",
            "afp",
            "cnn",
            "bbc",
            "nbc",
            "cbs",
            "npr",
            "xinhua",
            "tass",
            "msnbc",
        }
    return words[-1] in reporting.medium_words() and words[-1] not in {"agency", "fox", "post"}


def spoken_name(mention: Mention) -> str:
    if mention.kind in {"place-as-actor", "nationality"}:
        return country_of(mention.name) or mention.name
    return mention.name
