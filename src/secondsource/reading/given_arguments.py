"""Whom and what a head is said of: doer, undergoer and the rest, by dependency."""

from dataclasses import dataclass

from ..lexicon.stems import stem
from .grid import Grid

_LITTLE = frozenset(
    """be have do say tell add mr. mrs. ms. dr. more most much many some any each all both either neither
    other another such own same too also just only very not here there then now""".split()
)
"""Lemmas that tell nothing of what a phrase is about."""

NAMES = ("NNP", "NNPS")
_CONTENT_TAGS = ("NN", "VB", "JJ", "RB", "CD")
_LONGEST_WAY = 3
"""Clauses through which a subject is looked for."""


def is_content(grid: Grid, token: int) -> bool:
    """Whether a token carries content."""
    return grid.tag[token][:2] in _CONTENT_TAGS and grid.lemma[token].lower() not in _LITTLE


@dataclass(frozen=True)
class Arguments:
    """The grid with the stems of its tokens and the full names of those that belong to a mention."""

    grid: Grid
    stems: list[str]
    names: dict[int, str]

    def key(self, token: int) -> set[str]:
        """Stems of what a token stands for, with those who are joined to it."""
        grid = self.grid
        found = {stem(word) for word in self.names.get(token, "").split() if word != "the"}
        if is_content(grid, token):
            found.add(self.stems[token])
            found |= {self.stems[i] for i in grid.children[token] if grid.dep[i] == "compound"}
        for child in grid.children[token]:
            if grid.dep[child] == "conj" and child > token:
                found |= self.key(child)
        return found


def arguments_of(around: Arguments, head: int) -> tuple[set[str], set[str], set[str]]:
    """Stems of the doers, of the undergoers and of everything else that the head is said of."""
    doers: set[str] = set()
    undergoers: set[str] = set()
    others: set[str] = set()
    grid = around.grid
    is_verb = grid.tag[head][:2] in ("VB", "MD")
    for child in grid.children[head]:
        if grid.dep[child] in ("prep", "agent"):
            for token in grid.children[child]:
                if grid.dep[token] not in ("pobj", "pcomp"):
                    continue
                key = around.key(token)
                (doers if grid.lower[child] == "by" else others).update(key)
                if grid.lower[child] == "of" and not is_verb:
                    undergoers |= key
    if is_verb:
        _of_verb(around, head, doers, undergoers, others)
    else:
        _of_noun(around, head, doers, others)
    return doers, undergoers, others


def _of_verb(
    around: Arguments, head: int, doers: set[str], undergoers: set[str], others: set[str]
) -> None:
    grid = around.grid
    has_subject = False
    for child in grid.children[head]:
        role = grid.dep[child]
        if role in ("nsubj", "csubj"):
            doers |= around.key(child)
            has_subject = True
        elif role == "nsubjpass":
            undergoers |= around.key(child)
            has_subject = True
        elif role in ("dobj", "dative", "attr", "oprd"):
            undergoers |= around.key(child)
        elif role in ("npadvmod", "prt", "acomp"):
            others |= around.key(child)
    current, steps = head, 0
    while not has_subject and steps < _LONGEST_WAY:
        role, upper = grid.dep[current], grid.head[current]
        if role in ("relcl", "acl"):
            passive = grid.tag[head] == "VBN" and not any(
                grid.dep[i] == "dobj" for i in grid.children[head]
            )
            (undergoers if passive else doers).update(around.key(upper))
            return
        if role not in ("conj", "xcomp", "advcl", "ccomp", "pcomp"):
            return
        for child in grid.children[upper]:
            if grid.dep[child] in ("nsubj", "nsubjpass"):
                doers |= around.key(child)
                has_subject = True
        current, steps = upper, steps + 1


def _of_noun(around: Arguments, head: int, doers: set[str], others: set[str]) -> None:
    """A noun's own attributes, and what the verb is said of whose subject or object it is."""
    grid = around.grid
    for child in grid.children[head]:
        if grid.dep[child] == "poss":
            doers |= around.key(child)
        elif grid.dep[child] in ("compound", "amod", "nmod", "nummod"):
            others |= around.key(child)
    upper, role = grid.head[head], grid.dep[head]
    if role not in ("dobj", "nsubjpass", "attr", "nsubj") or grid.tag[upper][:2] != "VB":
        return
    for child in grid.children[upper]:
        if grid.dep[child] == "nsubj" and role != "nsubj":
            doers |= around.key(child)
        elif grid.dep[child] == "prep":
            for token in grid.children[child]:
                if grid.dep[token] == "pobj":
                    others |= around.key(token)


def called(grid: Grid, stems: list[str]) -> frozenset[tuple[str, str]]:
    """The last words of names, each with the stem of a noun that its bearer is called by: before the name, in
    apposition or with "is"."""
    found: set[tuple[str, str]] = set()
    for token in range(len(grid)):
        upper, role = grid.head[token], grid.dep[token]
        if grid.tag[token] not in NAMES or role in ("compound", "nmod", "poss"):
            continue
        nouns = [
            child
            for child in grid.children[token]
            if grid.dep[child] in ("compound", "nmod", "appos")
        ]
        if role == "appos":
            nouns.append(upper)
        elif role == "nsubj" and grid.lemma[upper] == "be":
            nouns += [child for child in grid.children[upper] if grid.dep[child] == "attr"]
        found |= {
            (grid.lower[token], stems[noun]) for noun in nouns if grid.tag[noun] in ("NN", "NNS")
        }
    return frozenset(found)
