"""Participles before a noun that take a deed for granted: "the seized trawlers", "its jailed leader"."""

from ...model.event import Status
from ..tokens import Token
from .frames import entry_for
from .grammar import is_definite, is_nominal, lemma

_DEEDS = frozenset({"assault", "coerce", "sanction"})
_STATES = frozenset({"besiege", "blockade", "encircle", "occupy"})
"""What goes on as long as one can call a place so."""

_QUALITIES = frozenset({"arm", "force", "hide", "injure", "limit", "restrict", "strain", "wound"})
"""Verbs whose participle before a noun only says how somebody or something is."""


def is_done_already(participle: Token) -> bool:
    """Whether a past participle before a known noun tells of a deed done to it."""
    noun = participle.head
    known = participle.tag_ == "VBN" and is_nominal(noun) and is_definite(noun)
    if not known or noun.i < participle.i or lemma(participle) in _QUALITIES:
        return False
    if any(child.i < participle.i for child in participle.children):
        return False  # "rebel-held", "recently elected"
    entry = entry_for(participle)
    # "the arrested students" only says which students are meant
    return entry is not None and entry.type in _DEEDS and entry.mode != "arrest"


def status_before_noun(participle: Token) -> Status:
    """The status of a deed that a participle before a noun takes for granted."""
    return "ongoing" if lemma(participle) in _STATES else "happened"
