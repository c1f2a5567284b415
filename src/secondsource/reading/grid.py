"""Grid: the tokens of a parsed text as plain lists, since asking spaCy token by token is slow."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, LENGTH, LOWER, SENT_START, SPACY, TAG
from spacy.tokens import Doc

from .columns import columns_of
from .quotes import Quotations, Quote, find_quotes

RIGHT_LEMMA = {"hoped": "hope", "hopes": "hope", "hoping": "hope"}
"""Lemmas that the pipeline's rules get wrong ("hop")."""

VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
"""Tags of verbs that are not modal."""


@dataclass(frozen=True)
class Grid:
    """One list for each property, with one item a token. `text` is the laid-out text; `head` holds token
    indices; `sentence` and `paragraph` number both; `quote` is the number of the quotation that
    holds the token, -1 for none."""

    text: str
    lower: list[str]
    lemma: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    sentence: list[int]
    paragraph: list[int]
    quotes: list[Quote]

    @classmethod
    def of(cls, doc: Doc, text: str) -> "Grid":
        """The lists of a parsed text."""
        columns = columns_of(doc)
        lower, lemma = columns.names(LOWER), columns.names(LEMMA)
        if not RIGHT_LEMMA.keys().isdisjoint(lower):
            lemma = [RIGHT_LEMMA.get(word, own) for word, own in zip(lower, lemma, strict=True)]
        lengths = columns.numbers(LENGTH)
        widths = lengths + columns.flags(SPACY)
        starts = np.cumsum(widths) - widths
        breaks = np.array([match.start() for match in re.finditer(r"\n\s*", text)], dtype=np.int64)
        return cls(
            text=text,
            lower=lower,
            lemma=lemma,
            tag=columns.names(TAG),
            dep=columns.names(DEP),
            head=(np.arange(len(doc)) + columns.numbers(HEAD)).tolist(),
            start=starts.tolist(),
            end=(starts + lengths).tolist(),
            sentence=np.cumsum(columns.numbers(SENT_START) == 1).tolist(),
            paragraph=np.searchsorted(breaks, starts).tolist(),
            quotes=find_quotes(text),
        )

    def __len__(self) -> int:
        return len(self.head)

    @cached_property
    def written(self) -> list[str]:
        """Each token as it stands in the text."""
        return [self.text[start:end] for start, end in zip(self.start, self.end, strict=True)]

    @cached_property
    def children(self) -> list[list[int]]:
        """For each token the tokens that hang on it, in order."""
        found: list[list[int]] = [[] for _ in self.head]
        for index, head in enumerate(self.head):
            if head != index:
                found[head].append(index)
        return found

    @cached_property
    def quotations(self) -> Quotations:
        """The quotations, to be asked which of them lie where."""
        return Quotations(self.quotes)

    @cached_property
    def verbs(self) -> list[int]:
        """The tokens that are verbs, modal ones left out, in order."""
        return [index for index, tag in enumerate(self.tag) if tag in VERBS]

    @cached_property
    def quote(self) -> list[int]:
        """For each token the number of the quotation that holds it, -1 for none."""
        held = [-1] * len(self.head)
        for number, quote in enumerate(self.quotes):
            for index in range(
                bisect_left(self.start, quote.start), bisect_left(self.start, quote.end)
            ):
                held[index] = number
        return held

    @cached_property
    def bounds(self) -> dict[int, tuple[int, int]]:
        """Code points of each sentence, by its number."""
        numbers = self.sentence
        ends = [n for n, (last, here) in enumerate(pairwise(numbers), 1) if last != here]
        return {
            numbers[first]: (self.start[first], self.end[after - 1])
            for first, after in pairwise([0, *ends, len(numbers)] if numbers else ())
        }

    def token_at(self, position: int) -> int:
        """The token that holds code point `position` (or the last one that starts before it)."""
        return (bisect_right(self.start, position) or 1) - 1

    def tokens_in(self, start: int, end: int) -> range:
        """The tokens that code points `start:end` touch."""
        try:
            return self._touched[start, end]
        except KeyError:
            found = range(bisect_right(self.end, start), bisect_left(self.start, end))
            self._touched[start, end] = found
            return found

    @cached_property
    def _touched(self) -> dict[tuple[int, int], range]:
        """What `tokens_in` has said: the spans of a statement are asked for some ten times."""
        return {}

    def head_in(self, tokens: range) -> int:
        """The token of a run that hangs on something outside of it (the last if there are several
        that do: a name's last word)."""
        found = tokens[0] if len(tokens) else 0
        for index in tokens:
            head = self.head[index]
            if (head not in tokens or head == index) and self.dep[index] != "punct":
                return index
        return found

    def words(self, start: int, end: int) -> str:
        """The words of tokens `start:end`, blanks as single spaces."""
        return " ".join(self.text[self.start[start] : self.end[end - 1]].split())


def grid_of(doc: Doc, text: str) -> Grid:
    """The grid of a text, made once for each parsed text."""
    kept = doc.user_data.get("secondsource.grid")
    if not isinstance(kept, Grid):
        kept = Grid.of(doc, text)
        doc.user_data["secondsource.grid"] = kept
    return kept
