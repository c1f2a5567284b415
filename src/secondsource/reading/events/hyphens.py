"""Words that the pipeline has cut at a hyphen."""

from functools import cache

from ...lexicon.events import noun_entries
from ..tokens import Token
from .grammar import lemma

_REVERSING = frozenset(
    {"de", "non", "un", "mis", "anti", "pre", "re", "co", "counter", "over"} | {"test"}
)


def prefix_of(verb: Token) -> str:
    """The prefix that the pipeline has cut from a verb at a hyphen ("de-escalate" gives "de"), or an empty
    string."""
    if verb.i < 2 or verb.nbor(-1).text != "-" or verb.nbor(-1).whitespace_:
        return ""
    before = verb.nbor(-2)
    return before.lower_ if not before.whitespace_ and before.lower_ in _REVERSING else ""


def hyphenated(token: Token) -> str:
    """The whole word where the pipeline has cut it at a hyphen ("cease-fire"), for the last of its
    pieces, in the singular; else an empty string."""
    if token.i < 2 or token.nbor(-1).text != "-" or token.nbor(-1).whitespace_:
        return ""
    if token.nbor(-2).whitespace_:
        return ""
    last = token.lower_ if token.pos_ not in ("NOUN", "PROPN") else lemma(token)
    return _as_listed(
        f"{token.nbor(-2).lower_}-{last.removesuffix('s') if last in _PLURAL_PARTICLES else last}"
    )


@cache
def _as_listed(word: str) -> str:
    """A hyphenated word as the table spells it: "pull-back" where it has only "pullback"."""
    joined = word.replace("-", "")
    return joined if word not in noun_entries() and joined in noun_entries() else word


_PLURAL_PARTICLES = frozenset({"ups", "ins", "outs", "downs", "offs", "backs", "fires"})
