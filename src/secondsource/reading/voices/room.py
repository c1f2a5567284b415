"""What an article has told of people and bodies when somebody in it speaks."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from ...lexicon import nationalities, reporting
from ...model.mention import Mention
from ...model.statement import Voice
from ..draft import Draft
from ..grid import Grid

UNITED_STATES = nationalities.country_name("US") or "US"


COUNTRY_KINDS = frozenset({"government", "place-as-actor", "nationality"})


_COUNTRY = ("country's", "country’s", "nation's", "nation’s")
"""One of these stands where the pattern below does, and each is looked for faster."""
_OF_COUNTRY = re.compile(r"\b(?:country|nation)['’]s\b")
REACH = 8
"""Tokens after "the country's" within which the name of its official stands."""


BODY_KINDS = frozenset({"government", "organization", "company", "party", "armed-force", "group"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """The voice of a statement, the entity that speaks if it is mentioned, and whether that is no
    more than a guess."""

    voice: Voice
    speaker: str | None = None
    doubtful: bool = False


@dataclass
class Room:
    """What the article has told so far: the mention at each token, and who has spoken, in order."""

    draft: Draft
    grid: Grid
    at: dict[int, Mention] = field(default_factory=dict)
    people: dict[str, tuple[tuple[str, ...], str | None, bool]] = field(default_factory=dict)
    past: list[tuple[int, Spoken]] = field(default_factory=list)
    portraits: dict[tuple[str, str], Voice] = field(default_factory=dict)
    """The voice of each person by entity and name, told once: most speak several times."""

    @cached_property
    def american(self) -> bool:
        """Whether the article speaks of the country that agency style leaves out, or of its government."""
        return any(
            country_of(m.name) == UNITED_STATES or country_of(m.affiliation or "") == UNITED_STATES
            for m in self.draft.mentions
            if m.kind != "person"
        )

    @cached_property
    def has_terms(self) -> bool:
        """Whether any word of the article is one that terms of anonymity hold."""
        return not reporting.anonymity_words().isdisjoint(self.grid.lower)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all mentions."""
        return frozenset(mention.name for mention in self.draft.mentions)

    @classmethod
    def of(cls, draft: Draft, grid: Grid) -> "Room":
        """The mentions of an article by token, and what it tells of each person anywhere."""
        room = cls(draft, grid)
        for mention in draft.mentions:
            for index in grid.tokens_in(*draft.locate(mention.citation)):
                room.at.setdefault(index, mention)
            if mention.kind == "person":
                roles, home, former = room.people.get(mention.entity, ((), None, False))
                new = tuple(t for t in mention.titles if t not in roles)
                room.people[mention.entity] = (
                    roles + new,
                    home or mention.affiliation,
                    former or mention.former,
                )
        room.place_people()
        return room

    def place_people(self) -> None:
        """Gives people without a country the one that "the country's president, Omari Chuo" takes up: the
        country named last in that sentence before those words, else the only one of the sentence before."""
        grid = self.grid
        if not any(word in grid.text for word in _COUNTRY):
            return
        for match in _OF_COUNTRY.finditer(grid.text):
            here = grid.token_at(match.start())
            person = next(
                (
                    self.at[index]
                    for index in range(here + 1, min(here + REACH, len(grid)))
                    if index in self.at and self.at[index].kind == "person"
                ),
                None,
            )
            if person is None:
                continue
            roles, home, former = self.people[person.entity]
            country = self._country_before(here)
            if roles and home is None and country is not None:
                self.people[person.entity] = (roles, country, former)

    def _country_before(self, token: int) -> str | None:
        grid = self.grid
        known = nationalities.countries()
        own: list[str] = []
        before: list[str] = []
        for index in range(token - 1, -1, -1):
            back = grid.sentence[token] - grid.sentence[index]
            if back > 1:
                break
            mention = self.at.get(index)
            word = grid.text[grid.start[index] : grid.end[index]]
            named = mention is not None and mention.kind == "place-as-actor"
            name = country_of(mention.name) if named and mention is not None else None
            if name is None and word in known:
                name = known[word].name
            if name is not None:
                (before if back else own).append(name)
        if own:
            return own[0]
        return before[0] if len(set(before)) == 1 else None


def country_of(name: str) -> str | None:
    """The common name of the country that a country's name, a capital, an adjective or a body of
    state stands for."""
    plain = name.removeprefix("the ").removeprefix("The ")
    for table in (nationalities.countries(), nationalities.capitals(), nationalities.demonyms()):
        if plain in table and table[plain].code != "-":
            return table[plain].name
    return None


def sentence_around(grid: Grid, position: int) -> tuple[int, int]:
    """Code points of the sentence in which `position` lies."""
    return grid.bounds[grid.sentence[grid.token_at(position)]]
