"""Which noun of a source speaks, and whom a relative pronoun means."""

from ...lexicon import reporting
from ..grid import Grid

RELATIVE = frozenset({"who", "which", "that", "whom"})


def is_relative(grid: Grid, index: int) -> bool:
    """Whether a word is a relative pronoun; "the WHO" is a body."""
    word = grid.text[grid.start[index] : grid.end[index]]
    return grid.lower[index] in RELATIVE and (word != "WHO" or grid.tag[index] in {"WP", "WDT"})


def source_head(grid: Grid, tokens: range) -> int:
    head = grid.head_in(tokens)
    # A preposition that slipped into the source points to its object.
    while grid.tag[head] in {"IN", "TO"}:
        below = [c for c in grid.children[head] if c in tokens]
        if not below:
            break
        head = below[0]
    shared = _shared_head(grid, tokens, head)
    if shared is not None:
        return shared
    if grid.tag[head] in {"DT", "CD"} or grid.lower[head] in reporting.nouns_for_many():
        # "some of the officials", "two of them", "a number of experts"
        for child in grid.children[head]:
            if grid.lower[child] == "of":
                objects = [c for c in grid.children[child] if c in tokens]
                if objects:
                    return objects[0]
    return head


_SHORT = frozenset({"US", "U.S.", "UK", "U.K.", "EU", "E.U.", "UN", "U.N.", "NATO"})
"""Names that stand before a noun like an adjective: "US and European officials"."""


def _shared_head(grid: Grid, tokens: range, head: int) -> int | None:
    """The noun for people that a short name joined to an adjective describes too, where the parse has
    the name alone as the head; None elsewhere."""
    if grid.text[grid.start[head] : grid.end[head]] not in _SHORT or head + 3 not in tokens:
        return None
    last = head + 3
    described = grid.tag[head + 2].startswith(("JJ", "NNP")) and grid.tag[last] == "NNS"
    if grid.lower[head + 1] != "and" or not described:
        return None
    return last if grid.lemma[last].lower() in reporting.official_speakers() else None


def antecedent_of_relative(grid: Grid, pronoun: int) -> int | None:
    current = pronoun
    for _ in range(8):
        if grid.dep[current] in {"relcl", "acl"}:
            found = grid.head[current]
            return _what_was_handed(grid, found) if grid.lower[pronoun] == "which" else found
        upper = grid.head[current]
        if upper == current:
            break
        current = upper
    before = pronoun - 1
    while before > 0 and (grid.lower[before] == "," or grid.lower[before].isspace()):
        before -= 1
    return before if before >= 0 and grid.tag[before].startswith("N") else None


def _what_was_handed(grid: Grid, token: int) -> int:
    """The antecedent of "which"; behind a list of those to whom words were handed, the words: "demands
    presented to Kenya and Chad, which called for ..."."""
    listed = grid.dep[token] == "conj" or any(
        grid.dep[child] == "conj" for child in grid.children[token]
    )
    current = token
    for _ in range(5):
        if not listed or grid.head[current] == current:
            break
        current = grid.head[current]
        if grid.tag[current].startswith("NN") and grid.dep[current] != "conj":
            lemma = grid.lemma[current].lower()
            if lemma in reporting.nouns("speech") or lemma in reporting.nouns("documents"):
                return current
    return token


def phrase_tokens(grid: Grid, head: int) -> range:
    """The tokens of a noun phrase up to its head, with "of" and "for" after it."""
    start, end = head, head + 1
    for child in grid.children[head]:
        if child < head and grid.dep[child] != "punct":
            start = min(start, _leftmost(grid, child))
        elif child == end and grid.dep[child] == "prep":
            end = _rightmost(grid, child) + 1
    return range(start, end)


def _leftmost(grid: Grid, token: int) -> int:
    below = [child for child in grid.children[token] if child < token]
    return _leftmost(grid, below[0]) if below else token


def _rightmost(grid: Grid, token: int) -> int:
    below = [child for child in grid.children[token] if child > token]
    return _rightmost(grid, below[-1]) if below else token
