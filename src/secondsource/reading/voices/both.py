"""Two who are named and then told of together: "the two leaders", "both spokespeople", "the pair", "the two countries"."""

from collections.abc import Callable

from ...lexicon import reporting, titles
from ...model.mention import Mention
from ..grid import Grid
from .documents import described_as
from .parties import spoken_name
from .room import BODY_KINDS, COUNTRY_KINDS, Room, country_of
from .speakers import is_people

REACH = 2
"""Sentences before that of the plural in which the two are named."""
_BEFORE = frozenset({"the", "these", "both", "two"})
_ANY_TWO = frozenset({"two", "pair", "duo", "couple"})
"""What takes up two people, whatever they are."""
_GENDERS = {"man": "he", "woman": "she"}
_SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_COUNTRIES = frozenset({"country", "nation", "neighbour", "neighbor", "government", "state"})
_SIDES = frozenset({"side", "party"})
_FIRMS = frozenset({"company", "firm"})

Fits = Callable[[Mention], bool]


def both(room: Room, head: int, tokens: range) -> list[Mention]:
    """The two whom a plural takes up, in the order of the text; empty where it is no such plural, where not just two
    that are named right before fit, or where some may be meant who have no name."""
    grid = room.grid
    words = grid.lower[tokens.start : tokens.stop]
    noun = _noun(grid, head, words)
    if noun is None or _has_spoken_unnamed(room, noun):
        return []
    counted = noun in _ANY_TWO or "two" in words or "both" in words
    for fits in _tests(room, noun):
        found = _named_before(room, tokens[0], fits)
        if found:
            sure = counted or _stand_alone(room, found)
            return [room.at[index] for index in found] if len(found) == 2 and sure else []
    return []


def _noun(grid: Grid, head: int, words: list[str]) -> str | None:
    """The noun of "the two leaders", "both sides", "the pair", "the two" in the singular; None of any other phrase."""
    if (
        words[0] not in _BEFORE
        or words[-1] != grid.lower[head]
        or not _BEFORE.issuperset(words[:-1])
    ):
        return None
    if words[-1] in _ANY_TWO:
        return words[-1] if words[0] in {"the", "these"} else None
    plural = grid.tag[head] in {"NNS", "NNPS"} or words[-1].endswith("people")
    return grid.lemma[head].lower() if plural and words[:-1] else None


def _tests(room: Room, noun: str) -> list[Fits]:
    """Whom a noun can mean: what is asked of each named one, in turn until one fits anybody."""

    def is_country(mention: Mention) -> bool:
        return mention.kind in COUNTRY_KINDS and country_of(mention.name) is not None

    def is_body(mention: Mention) -> bool:
        return mention.kind in BODY_KINDS

    def is_firm(mention: Mention) -> bool:
        return mention.kind == "company"

    if noun in _COUNTRIES:
        return [is_country]
    if noun in _SIDES:
        return [is_country, is_body]
    if noun in _FIRMS:
        return [is_firm, is_body]
    return [lambda mention: mention.kind == "person" and _is_called(room, mention, noun)]


def _is_called(room: Room, mention: Mention, noun: str) -> bool:
    """Whether a person is one of those that a noun means, by his roles; a man or a woman by the first name."""
    if noun in _ANY_TWO:
        return True
    if noun in _GENDERS:
        given = titles.gender_of_given_name(mention.name.split()[0])
        return given in (None, _GENDERS[noun])
    roles, _, former = room.people.get(mention.entity, ((), None, False))
    wanted = _SPEAKERS if noun in _SPEAKERS | {"spokespeople"} else reporting.titles_behind(noun)
    named = {word for role in roles for word in role.lower().split()}
    return not former and not named.isdisjoint(wanted | {noun, "counterpart"})


def _named_before(room: Room, stop: int, fits: Fits) -> list[int]:
    """The first token of each that fits and is named in the sentences before `stop`, outside of quotations."""
    grid = room.grid
    found: dict[str, int] = {}
    part = room.draft.part_at(grid.start[stop])
    for index in range(stop - 1, -1, -1):
        if grid.sentence[stop] - grid.sentence[index] > REACH or grid.start[index] < part.start:
            break
        mention = room.at.get(index)
        if mention is not None and grid.quote[index] < 0 and fits(mention):
            found[_identity(mention)] = index
    return sorted(found.values())


def _identity(mention: Mention) -> str:
    """What tells one from another: of countries the name, however it is written."""
    return spoken_name(mention) if mention.kind in COUNTRY_KINDS else mention.entity


def _stand_alone(room: Room, found: list[int]) -> bool:
    """Whether those found stand in one sentence without any other people, so that "the ministers" are they."""
    grid = room.grid
    here = grid.sentence[found[0]]
    if any(grid.sentence[index] != here for index in found):
        return False
    tokens = grid.tokens_in(*grid.bounds[here])
    return not any(grid.tag[i] in {"NNS", "CD"} and is_people(grid, i) for i in tokens)


def _has_spoken_unnamed(room: Room, noun: str) -> bool:
    """Whether people of that noun without a name have spoken, whom "the two officials" takes up."""
    return any(
        spoken.voice.kind == "anonymous"
        and spoken.voice.count != 1
        and noun in described_as(spoken.voice.description or "")
        for _, spoken in room.past
    )
