"""Who takes part in an event across articles: known actors, and people who are only described.

An adjective is nobody. "The Kenyan chancellor" and "Kenyan and Chadian officials" are people of a country,
described by the words that follow the adjective; a country that is named as such, or an adjective before
a deed ("Kenyan attack"), stands for the country.
"""

import re
from dataclasses import dataclass

from ..lexicon.acting import is_land
from ..lexicon.events import classes
from ..lexicon.measures import singular
from ..lexicon.nationalities import countries
from ..lexicon.titles import is_head
from ..model.event import EventMention, Participant
from ..model.mention import Mention
from ..model.text import Reference
from ..model.value import identifier
from .actors import Actors
from .evidence import Evidence
from .words import normalised

PRONOUNS = frozenset(
    """i me my we us our you your he him his she her it its they them their who whom which that this
    these those one others anyone everyone nobody somebody themselves itself""".split()
)
"""Words that name nobody by themselves."""

BODIES_OF_PEOPLE = frozenset(
    """delegation delegations team teams troops soldier soldiers force forces crew crews fishermen
    diplomats allies rebels separatists negotiators authorities lawmakers policemen police army navy
    coastguard convoy protesters activists businessmen companies exporters citizens nationals people
    officials ministers servicemen fighters militants families refugees migrants exiles immigrants emigres expatriates
    dissidents defectors hackers smugglers pirates voters villagers settlers worshippers workers students""".split()
)
"""Nouns for several people, besides the roles of `lexicon/titles.toml` (own list, news style)."""

ALSO_VERBS = frozenset(
    {"force", "forces", "teams", "fellow", "host", "whip", "head", "heads", "judge"}
)
"""People that may be verbs of the country before them."""

LONGEST_DESCRIPTION = {"nationality": 3, "place-as-actor": 1}
"""Words from an adjective to the noun that it belongs to, that noun included. After a country's name ("U.S.
senators") only the next word: what comes later may be its verb and object."""

_BODIES = frozenset({"government", "organization", "company", "party", "armed-force"})

_COORDINATED = re.compile(r"(?:(?:,| and| or|, and)\s+[A-Z][\w.’'-]*)*")
_COORDINATED_PLACES = re.compile(
    r"(?:(?:,|,? and|,? or) (?:in )?(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.-]*)*)*"
)
_PLAIN_WORD = re.compile(r"\s+([a-z][a-z-]*)")


@dataclass(frozen=True)
class Taking:
    """One who takes part, and the party that he acts for (None for who is only described). Not `shown` is
    a country of which only a thing is dealt with ("seized Kenyan boats")."""

    actor: Reference
    party: Reference | None
    known: bool
    is_person: bool = False
    shown: bool = True


def taking_part(
    article: str, event: EventMention, side: str, actors: Actors, evidence: Evidence
) -> tuple[Taking, ...]:
    """Those on one side (`sources` or `targets`): no unresolved pronoun, and not the place where it
    happened."""
    place = event.place.name.casefold() if event.place else None
    participants: tuple[Participant, ...] = getattr(event, side)
    here = [item for item in participants if item.name.casefold() == place]
    if here and event.type != "consult":  # whoever visits two lands deals with both
        here += _joined_places(here[0], participants, event.sentence.words)
    found = [
        _taking(article, event, item, side, actors, evidence)
        for item in participants
        if item.name.casefold() not in PRONOUNS and item not in here
    ]
    return tuple(
        {each.actor.id: each for each in found if each.known or not _is_stretch(each)}.values()
    )


def _joined_places(
    first: Participant, participants: tuple[Participant, ...], sentence: str
) -> list[Participant]:
    """The places told in one breath with the one where it happened: "bombings in Kenya and Tanzania"."""
    told = re.search(rf"\b(?:in|across) (?:the )?{re.escape(first.name)}\b", sentence)
    if told is None:
        return []
    joined = _COORDINATED_PLACES.match(sentence, told.end())
    words = joined[0] if joined else ""
    return [item for item in participants if re.search(rf"\b{re.escape(item.name)}\b", words)]


def _is_stretch(taking: Taking) -> bool:
    """Whether what is named is a stretch of land and not somebody: "the eastern border"."""
    words = taking.actor.name.casefold().split()
    return bool(words) and is_land(words[-1])


def _taking(
    article: str,
    event: EventMention,
    item: Participant,
    side: str,
    actors: Actors,
    evidence: Evidence,
) -> Taking:
    holder = actors.holders.holder(item.name, event.sentence.words) if not item.mention else None
    reference = holder or actors.of_mention(item.mention, item.name)
    mention = evidence.mentions.get(item.mention or "")
    known = reference.id in actors.by_id or reference.name in countries()
    if mention is None or mention.kind not in ("nationality", "place-as-actor"):
        if mention is not None and mention.kind in _BODIES and mention.citation.part == "text":
            behind = evidence.articles[article].text[mention.citation.end :][:40]
            reference = actors.holders.of_body(reference, behind) or reference
        held = actors.by_id.get(reference.id)
        party = actors.party_of(reference) if held else None
        is_person = held is not None and held.kind == "person"
        return Taking(reference, party, known, is_person)
    party = actors.party_of(reference)
    description = described(article, mention, evidence)
    if description:
        said = event.sentence.words
        met = actors.holders.counterpart(description, said) or actors.holders.of_land(
            description, said
        )
        if met is not None:
            return Taking(met, party, True, True)
        people = Reference(id=identifier("name", normalised(description)), name=description)
        return Taking(people, party, True)
    if mention.kind == "nationality":
        return Taking(party, party, True, shown=side == "sources")
    return Taking(reference, party, True)


def described(article: str, mention: Mention, evidence: Evidence) -> str | None:
    """The people whom a country's name or adjective describes, in the words of the article ("Kenyan
    officials"); None if it describes nobody."""
    if mention.citation.part != "text":
        return None
    text = evidence.articles[article].text
    at = _COORDINATED.match(text, mention.citation.end)
    position = at.end() if at else mention.citation.end
    words: list[str] = []
    while len(words) < LONGEST_DESCRIPTION.get(mention.kind, 0):
        word = _PLAIN_WORD.match(text, position)
        if word is None:
            return None
        words.append(word[1])
        position = word.end()
        ahead = _PLAIN_WORD.match(text, position)
        if ahead is not None and ahead[1] in BODIES_OF_PEOPLE and ahead[1] not in ALSO_VERBS:
            continue  # "marine police": the body, and not one who serves in it
        if is_people(word[1]) and not (mention.kind != "nationality" and word[1] in ALSO_VERBS):
            return f"{mention.citation.words} {' '.join(words)}"
    return None


def is_people(word: str) -> bool:
    """Whether a noun (lower case) is a role or a body of people."""
    return (
        word in BODIES_OF_PEOPLE
        or is_head(word)
        or is_head(word.removesuffix("s"))
        or (word.endswith(("s", "men", "ren")) and singular(word) in classes()["CITIZEN"])
    )
