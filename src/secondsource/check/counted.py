"""How a parsed sentence puts what it says of a number."""

from collections.abc import Sequence

from spacy.tokens import Doc

from ..model.event import Status
from ..model.figure import Figure
from .assertion import put_of
from .told import values_of


def assertion_of_number(
    doc: Doc, figures: Sequence[Figure], there_is: bool = False
) -> Status | None:
    """How the sentence puts what it says of a number that these figures have. With `there_is` only whether there are so
    many: of what is spoken of as known ("the country's 40-strong crew") there are, whatever is to be done with it."""
    wanted = {value for figure in figures for value in (figure.low, figure.high)}
    for token in doc:
        if token.like_num and values_of(token.text) & wanted:
            noun = token
            while noun.head != noun and noun.pos_ in ("NUM", "SYM", "ADV", "ADJ"):
                noun = noun.head
            known = any(one.dep_ == "poss" or one.lower_ == "the" for one in noun.lefts)
            return "happened" if there_is and known else put_of(noun)
    return None
