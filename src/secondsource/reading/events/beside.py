"""Who stands beside a person or within a body and is neither: "fans of Ann Bell", "the captain of the Dawn", "the manager of
Lake Line Ltd" where police arrest him."""

from ...lexicon.events import classes
from ...model.mention import Mention
from ..tokens import Token
from .grammar import lemma

BESIDE = frozenset(
    """
    ally supporter follower backer sympathizer sympathiser loyalist critic opponent rival bodyguard family
    lawyer attorney
    """.split()
)
"""Those beside a person who are neither kin nor aides (`lexicon/titles.toml`)."""

_BODIES = frozenset({"party", "organization", "group", "company"})

_ABOARD = frozenset(
    "captain skipper master crew pilot driver owner passenger builder founder widow survivor victim veteran".split()
)
"""Those on, of or from what a name stands for who do not act for it."""

_APART = frozenset({"opposition", "dissident", "minority"})
"""Those within a body who do not act for it: "the opposition in the Senate"."""


def is_himself(head: Token, preposition: str, mention: Mention, undergone: bool) -> bool:
    """Whether a noun with "of", "in" or "from" and a name means somebody beside or within what is named, and not that. What
    is `undergone`, a single person undergoes himself: of what he does the body may be the doer."""
    if undergone and head.tag_ == "NN" and lemma(head) in classes()["PERSON"]:
        return True
    following = preposition == "of" and _is_following(head, mention)
    aboard = mention.kind != "person" and lemma(head) in _ABOARD
    return following or aboard or lemma(head) in _APART


def _is_following(head: Token, mention: Mention) -> bool:
    """Whether the people of a person or party are meant, who are not he or it: "fans of Ann Bell", "opponents of the
    Union Party"; the troops of a warlord he commands."""
    if mention.kind == "person":
        return lemma(head) not in classes()["TROOPS"]
    return mention.kind in _BODIES and lemma(head) in BESIDE
