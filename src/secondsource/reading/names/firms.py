"""Names that are a company's by the words beside them."""

from .run import Run
from .words import Words

OF_COMPANIES = frozenset({"ceo", "cfo", "coo", "shares", "stock", "shareholders"})
"""What stands right after a company's name, or its possessive."""
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_FIRMS = frozenset(
    "firm company operator builder maker utility airline bank retailer carmaker giant".split()
)
"""Nouns that tell of a name beside them that it is a company's."""


def as_company(words: Words, run: Run) -> float:
    """How much tells that a name of one word is a company's: "the builder Acme", "Acme, the Chinese firm", "Acme's
    shares"."""
    if (
        run.end - run.start > 1
        or run.honored
        or run.roled
        or run.label not in {"ORG", "PERSON", "GPE"}
    ):
        return 0.0
    before, after = words.before(run.start), words.after(run.end - 1)
    if (
        before >= 0
        and words.lower[before] in _FIRMS
        and words.dep[before] in {"compound", "nmod", "appos"}
    ):
        return 3.0
    if after < 0 or after + 1 >= len(words):
        return 0.0
    if words.text[after] in _POSSESSIVES and words.lower[after + 1] in OF_COMPANIES:
        return 3.0
    if words.text[after] == "," and words.lower[after + 1] in {"the", "a", "an"}:
        beside = words.lower[after + 2 : after + 5]
        return 3.0 if not _FIRMS.isdisjoint(beside) else 0.0
    return 0.0
