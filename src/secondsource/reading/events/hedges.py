"""What the phrases of a clause say of it: that it was done in play, or is what somebody accuses another of."""

from ..tokens import Token
from .grammar import children, lemma

_CHARGING = frozenset(
    {"indictment", "lawsuit", "suit", "complaint", "affidavit", "plaintiff", "accuser", "charge"}
    | {"allegation", "accusation", "prosecution", "rumour", "rumor", "claim"}
)
_UNSURE = frozenset({"unconfirmed", "unverified", "unsubstantiated", "unsourced", "unproven"})


def is_told_by_accuser(verb: Token) -> bool:
    """Whether a clause stands "according to" somebody's charge, or to what nobody vouches for: "according to the
    indictment", "according to unconfirmed reports"."""
    return any(
        lemma(noun) in _CHARGING
        or any(lemma(inner) in _CHARGING or inner.lower_ in _UNSURE for inner in noun.lefts)
        for child in children(verb, "prep")
        if child.lower_ == "according"
        for inner in children(child, "prep")
        for noun in children(inner, "pobj")
    )


_MAKE_BELIEVE = frozenset({"mock", "simulated", "imaginary", "fictitious", "fictional", "pretend"})


def is_make_believe(verb: Token) -> bool:
    """Whether what is done is done in play: "stormed a mock embassy"."""
    return any(
        inner.lower_ in _MAKE_BELIEVE
        for thing in children(verb, "dobj", "nsubjpass")
        for inner in children(thing, "amod", "compound")
    )
