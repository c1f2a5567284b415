"""Words: the tokens of a parsed text as plain lists, since asking spaCy token by token is slow."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from spacy.attrs import ENT_IOB, ENT_TYPE, POS
from spacy.tokens import Doc

from ..columns import columns_of
from ..grid import grid_of

POSSESSIVE_END = re.compile(r"(?<=\w)(?:['’‘`´]s|(?<=s)['’])$|(?<=[a-z])[‘`´]$|-+$")
"""A possessive or a dash that the pipeline left on its word."""


@dataclass(frozen=True)
class Words:
    """One list for each property, all with one item a token of `doc`.

    `source` is the whole text, `head` the index of the token's head, `sentences` the number of its sentence, `label` and
    `inside` its entity label ("" for none) and whether it goes on with the entity before it.
    """

    source: str
    text: list[str]
    lower: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    lemma: list[str]
    head: list[int]
    start: list[int]
    sentences: list[int]
    label: list[str]
    inside: list[bool]

    @classmethod
    def of(cls, doc: Doc, source: str) -> "Words":
        """The lists of a parsed text, whose text is `source`."""
        grid = grid_of(doc, source)
        columns = columns_of(doc)
        return cls(
            source=source,
            text=grid.written,
            lower=grid.lower,
            tag=grid.tag,
            pos=columns.names(POS),
            dep=grid.dep,
            lemma=grid.lemma,
            head=grid.head,
            start=grid.start,
            sentences=grid.sentence,
            label=columns.names(ENT_TYPE),
            inside=(columns.numbers(ENT_IOB) == 1).tolist(),
        )

    def __len__(self) -> int:
        return len(self.text)

    def end(self, index: int) -> int:
        """The code point after token `index`."""
        return self.start[index] + len(self.text[index])

    def written(self, start: int, end: int) -> str:
        """The words of tokens `start:end` as written, with single spaces."""
        return " ".join(self.source[self.start[start] : self.end(end - 1)].split())

    def is_break(self, index: int) -> bool:
        """Whether token `index` is white space with an empty line in it."""
        return index in self.breaks

    def is_space(self, index: int) -> bool:
        """Whether token `index` is white space."""
        return self.blank[index]

    def before(self, index: int) -> int:
        """The token before `index`, over single line breaks; -1 at the start of a paragraph."""
        index -= 1
        while index >= 0 and self.is_space(index):
            if self.is_break(index):
                return -1
            index -= 1
        return index

    def after(self, index: int) -> int:
        """The token after `index`, over single line breaks; -1 at the end of a paragraph."""
        index += 1
        while index < len(self.text) and self.is_space(index):
            if self.is_break(index):
                return -1
            index += 1
        return index if index < len(self.text) else -1

    @cached_property
    def listed(self) -> dict[int, list[int]]:
        """For each token of a list ("Ann, Tom and Eve"), the token before and behind it in the list."""
        neighbours: dict[int, list[int]] = {}
        for index, dep in enumerate(self.dep):
            if dep == "conj":
                neighbours.setdefault(index, []).append(self.head[index])
                neighbours.setdefault(self.head[index], []).append(index)
        return neighbours

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that stand somewhere in small letters."""
        return frozenset(word for word in set(self.text) if word.islower())

    @cached_property
    def blank(self) -> list[bool]:
        """For each token whether it is white space."""
        blanks = {word for word in set(self.text) if word.isspace()}
        words = zip(self.pos, self.text, strict=True)
        return [pos == "SPACE" or word in blanks for pos, word in words]

    @cached_property
    def breaks(self) -> dict[int, None]:
        """The tokens of white space that hold an empty line, in their order."""
        return dict.fromkeys(n for n, word in enumerate(self.text) if word.count("\n") > 1)

    @cached_property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital, where names begin."""
        raised = {word for word in set(self.text) if word[:1].isupper()}
        return [index for index, word in enumerate(self.text) if word in raised]

    @cached_property
    def plain(self) -> list[str]:
        """The words with straight apostrophes and without possessives that were left on them."""
        if not any(mark in self.source for mark in "’‘`´"):
            return self.text
        bare = {
            word: (POSSESSIVE_END.sub("", word) if len(word) > 2 else word).replace("’", "'")
            for word in set(self.text)
            if not word.isalnum()
        }
        return [bare.get(word, word) for word in self.text]

    @cached_property
    def shouting(self) -> list[bool]:
        """For each token, whether it stands in a paragraph written like a headline: in capitals, or with a
        capital on nearly every longer word and no full stop at its end."""
        forms = {word: _form(word) for word in set(self.text)}
        form = [forms[word] for word in self.text]
        flags = [False] * len(self.text)
        begin = 0
        for end in [*self.breaks, len(self.text)]:
            seen = Counter(form[begin:end])
            longer = len(form[begin:end]) - seen[""]
            if longer >= 3 and _like_headline(seen, longer, self.text[begin:end]):
                flags[begin:end] = [True] * (end - begin)
            begin = end + 1
        return flags


def _form(word: str) -> str:
    """How a longer word is written: "capitals", "capital" (the first letter alone) or "small"; "" for other words."""
    if len(word) <= 3 or not word[0].isalpha():
        return ""
    if not word[0].isupper():
        return "caseless capitals" if word.isupper() else "small"
    return "capitals" if word.isupper() else "capital"


def _like_headline(seen: Counter[str], longer: int, words: list[str]) -> bool:
    """Whether a paragraph with so many longer words of each form is written like a headline."""
    capitals = seen["capitals"] + seen["caseless capitals"]
    if capitals >= 0.8 * longer:
        return True
    if seen["capitals"] + seen["capital"] < 0.8 * longer:
        return False
    last = next((word for word in reversed(words) if not word.isspace()), "")
    return last not in {".", '"', "”", "?", "!"}
