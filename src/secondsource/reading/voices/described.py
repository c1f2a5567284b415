"""The words by which a source without a name is described: without terms of anonymity, article, owner or clause."""

import re

from ...lexicon import reporting
from ..grid import Grid

_POSSESSOR = re.compile(r"^.{0,60}?(?:['’]s|s['’])\s+")
_CLAUSES = frozenset({"WP", "WDT", "WP$", "WRB", "VBG", "VBN", "VBD", "DT", "PRP$"})
"""Tags of what opens a clause or an apposition behind a comma."""


def shorter(grid: Grid, tokens: range) -> str:
    """The words of a source without a relative clause on the terms of anonymity and without commas
    at the edge."""
    start, end = grid.start[tokens[0]], grid.end[tokens[-1]]
    words = " ".join(grid.text[start:end].split())
    term = reporting.anonymity_terms().search(words)
    if term is not None and term.start() > 0:
        cut = words.rfind(",", 0, term.start())
        words = words[: cut if cut > 0 else term.start()]
        # "two officials who asked not to be named": the terms go with the pronoun before them.
        words = re.sub(r"\s+(?:who|that|which|and)\s*$", "", words)
    return words.strip(" ,;:—–-")


def bare(description: str) -> str:
    """A description without its article."""
    return re.sub(r"^(?:the|a|an|this|that)\s+", "", description, flags=re.IGNORECASE)


def without_pronoun(description: str) -> str:
    """A description without the possessive pronoun that opens it."""
    return re.sub(r"^(?:its|his|her|their)\s+", "", description, flags=re.IGNORECASE)


def without_owner(name: str) -> str:
    """The name of a body without the possessor before it, where it says more than "office" then."""
    return name if (rest := _POSSESSOR.sub("", name)) in ("office", "camp", "campaign") else rest


def before_clause(grid: Grid, head: int, tokens: range) -> int:
    """The token that ends the phrase of a source: the comma before a clause or an apposition ("the union, which represents
    9,000 dockers", "the delegation, led by"), or that behind the source. Commas of a list end nothing."""
    for index in range(head + 1, tokens[-1]):
        if grid.lower[index] == "," and grid.tag[index + 1] in _CLAUSES:
            return index
    return tokens[-1] + 1
