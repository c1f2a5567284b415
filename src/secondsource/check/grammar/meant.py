"""Whether a sentence says of whom it tells: "I" and "we" are nobody to a record."""

from spacy.tokens import Doc, Token

from ..comparing.saying import Verdict
from ..telling.told import Told
from ..telling.values import Comparison
from .frames import NEAR_COPY, alike
from .parses import Parses

_SPEAKING = frozenset("i we you me us my our your".split())
_NAMED_BEFORE = frozenset("he she him her his they them their".split())
_PEOPLE = ("PROPN", "NOUN")


def _unbound(asked: Doc, told: Told) -> str | None:
    """The pronoun of a sentence of which nothing in it says whom it means: "I" without anybody who says it, "he" without
    anybody before; None if there is none."""
    has_speaker = any(saying.speaker for saying in told.sayings)
    for token in asked:
        word = token.lower_
        if token.pos_ != "PRON" and token.tag_ not in ("PRP", "PRP$"):
            continue
        if word in _SPEAKING and not has_speaker:
            return token.text
        if word in _NAMED_BEFORE and not _is_anybody_named(asked, token) and not has_speaker:
            return token.text
    return None


def _is_anybody_named(doc: Doc, pronoun: Token) -> bool:
    """Whether somebody or something that the pronoun may stand for is named before it, or in the clause that it leads up to."""
    return any(one.pos_ in _PEOPLE for one in doc if one.i < pronoun.i) or any(
        one.pos_ == "PROPN" for one in doc
    )


def unless_nobody(
    asked: Told, doc: Doc, found: list[Comparison], parses: Parses
) -> tuple[Verdict, str, list[Comparison]]:
    """That a sentence is supported by what was found, unless it does not say of whom it tells; then only by what has it all but
    word for word, so that whoever is meant is the same."""
    nobody = _unbound(doc, asked)
    if nobody is not None:
        found = [one for one in found if alike(doc, parses.of(one.source)) >= NEAR_COPY]
        if not found:
            return "unknown", f"the sentence does not say who “{nobody}” is", []
    return "supported", "", found
