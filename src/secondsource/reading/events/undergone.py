"""Nouns of what is done to the person whose they are: "Ann Bell's arrest", "announced his arrest"."""

from ..tokens import Token
from .clause_parts import subject
from .grammar import lemma, objects_of
from .kinds import belongs

_UNDERGONE = frozenset(
    """arrest detention imprisonment jailing conviction sentencing indictment prosecution murder assassination killing slaying abduction
    kidnapping execution dismissal firing sacking ouster expulsion deportation extradition release beating stabbing poisoning
    interrogation acquittal pardon impeachment""".split()
)
"""Nouns of what is done to the person whose they are said to be: "Ann Bell's arrest"."""


def undergoes(owner: Token, noun: Token) -> bool:
    """Whether the possessor of a noun is the person to whom it is done, as nobody else is named behind an "of"."""
    if lemma(noun) not in _UNDERGONE or objects_of(noun, "of"):
        return False
    return (
        owner.ent_type_ == "PERSON" or owner.lower_ in ("his", "her") or belongs(owner, ("PERSON",))
    )


def only_announces(verb: Token, owner: Token) -> bool:
    """Whether the subject of a verb tells what was done to another and is not said to have done it: "the spokesman announced
    her arrest"; police who announce an arrest have made it."""
    who = subject(verb)
    if lemma(verb) != "announce" or owner.tag_ != "PRP$" or who is None:
        return False
    return not belongs(who, ("POLICE",))
