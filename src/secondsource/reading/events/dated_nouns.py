"""Dates that are those of a noun and not of the deed it stands with: "the 2014 pact", "the collision of Oct. 7"."""

from ..tokens import Token
from .grammar import first_child, is_nominal, lemma

_DATED_PARTS = frozenset({"compound", "nummod", "amod", "nmod", "poss", "npadvmod"})
_OCCASIONS = frozenset({"at", "during", "in", "through", "throughout"})
AT_LAW = frozenset(
    "charge accuse suspect convict sentence indict acquit try want implicate fine jail imprison condemn".split()
)
"""Verbs of what the law does about a deed, always later: "charged in the Dec. 21 bombing"."""
_PARTS_OF_A_TIME = frozenset(
    "morning afternoon evening night eve day week month weekend end start beginning middle rest summer winter spring autumn"
    " quarter half hour".split()
)
"""Nouns that with "of" name a time themselves: "on the night of Oct. 7"."""


def is_of_its_noun(word: Token, noun: Token) -> bool:
    """Whether what hangs on a noun dates the noun only: a deed that is told with the noun was on another day."""
    return _dates_its_noun(word, noun) or _is_of_a_day(word, noun)


def _dates_its_noun(word: Token, noun: Token) -> bool:
    """Whether a date before a noun is that of the noun only ("asked it to keep the 2014 pact")."""
    if word.dep_ not in _DATED_PARTS or word.i > noun.i or word.ent_type_ != "DATE":
        return False
    if not is_nominal(noun) or noun.ent_type_ in ("DATE", "TIME"):
        return False
    if noun.dep_ != "pobj" or noun.head.lower_ not in _OCCASIONS:
        return True
    return lemma(noun.head.head) in AT_LAW and noun.head.lower_ == "in"


def _is_of_a_day(preposition: Token, noun: Token) -> bool:
    """Whether a date behind a noun and "of" is that of the noun only ("an inquiry into the collision of Oct. 7")."""
    if preposition.lower_ != "of" or not is_nominal(noun) or noun.ent_type_ in ("DATE", "TIME"):
        return False
    day = first_child(preposition, "pobj")
    dated = day is not None and day.ent_type_ == "DATE" and day.tag_ in ("NNP", "CD")
    return dated and lemma(noun) not in _PARTS_OF_A_TIME
