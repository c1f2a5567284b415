"""Whose is what: nations that stand as attributes of a noun ("Kenyan boats", "Chad's fleet")."""

from collections.abc import Iterable

from spacy.tokens import Doc

from ...lexicon.nationalities import countries, demonyms
from ..telling.kin import noun_kin
from ..telling.names import Keys
from ..telling.values import Difference

Belonging = tuple[str, frozenset[str]]
"""The code of a country and the senses of the noun that it stands with."""


def belongings(doc: Doc) -> tuple[Belonging, ...]:
    """All nations of a parsed sentence that stand as attributes, with their nouns."""
    found = []
    for token in doc:
        nation = demonyms().get(token.text) or (
            countries().get(token.text) if token.dep_ == "poss" else None
        )
        if nation and token.dep_ in ("amod", "compound", "nmod", "poss") and token.head != token:
            noun = noun_kin(token.head.lower_).union(
                *(
                    noun_kin(one.lower_)
                    for one in token.head.lefts
                    if one.dep_ == "compound" and one.pos_ == "NOUN"
                )
            )
            found.append((nation.code, noun))
            others = (demonyms().get(one.text) for one in token.conjuncts)
            found += [(other.code, noun) for other in others if other]
    return tuple(found)


def swapped(
    asked: Iterable[Belonging], told: Iterable[Belonging]
) -> tuple[tuple[Difference, str], ...]:
    """A difference for each noun that belongs to one nation here and only to another there."""
    others = list(told)
    found: list[tuple[Difference, str]] = []
    for nation, noun in asked:
        same = [code for code, other in others if other & noun]
        if same and nation not in same:
            found.append(("participants", "what belongs to whom is told otherwise"))
    return tuple(found[:1])


def of_another(
    asked: Iterable[Belonging], there: Keys, told: Iterable[Belonging]
) -> tuple[str, ...]:
    """The nations whose the sentence calls something that the record's sentences (`told`) give only to others. `there` are
    the keys of the names in its source: a nation that is named there is not asked about."""
    others = list(told)
    found = []
    for nation, noun in asked:
        codes = {code for code, other in others if other & noun}
        if f"country:{nation}" not in there and codes and nation not in codes:
            found.append(nation)
    return tuple(found[:1])
