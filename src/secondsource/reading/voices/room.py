"""What an article has told of people and bodies when somebody in it speaks."""

from dataclasses import dataclass, field
from functools import cached_property

from ...lexicon import nationalities
from ...model.mention import Mention
from ...model.statement import Voice
from ..draft import Draft
from ..grid import Grid

UNITED_STATES = nationalities.country_name("US") or "US"


COUNTRY_KINDS = frozenset({"government", "place-as-actor", "nationality"})


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

    @cached_property
    def american(self) -> bool:
        """Whether the article speaks of the country that agency style leaves out, or of its government."""
        return any(
            country_of(m.name) == UNITED_STATES or country_of(m.affiliation or "") == UNITED_STATES
            for m in self.draft.mentions
            if m.kind != "person"
        )

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
        return room


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
