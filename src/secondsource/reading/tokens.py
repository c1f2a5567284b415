"""Token: a word of a parsed text as a plain value, so that rules can ask it much for little.

spaCy makes a new object, or looks a number up among its strings, at each question; the rules put some hundred questions
to each word. What they ask is therefore read once for each text. Names and answers are those of
spaCy's `Token` and `Span`, and only what rules ask is here.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise, starmap
from operator import attrgetter
from typing import Any

from spacy.attrs import (
    ENT_IOB,
    ENT_TYPE,
    IS_PUNCT,
    IS_QUOTE,
    IS_SPACE,
    POS,
    SPACY,
)
from spacy.lang.en.lex_attrs import like_num
from spacy.tokens import Doc

from .columns import columns_of
from .grid import Grid, grid_of

_index = attrgetter("i")


class Token:
    """A word, a mark or a run of blanks. Two are equal only if they are the same one.

    `idx` is the code point of the laid-out text at which it starts. `head` is what it hangs on (itself, for the root of a
    sentence), `children` what hangs on it, in the order of the text, `left_edge` and `right_edge` are the first and the last
    token of all that hangs on it, itself included.
    """

    __slots__ = (
        *("doc", "sent", "i", "idx", "text", "whitespace_", "is_punct", "is_quote", "is_space"),
        *("lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_"),
        *("head", "children", "left_edge", "right_edge"),
    )

    doc: "Text"
    sent: "Sentence"
    head: "Token"
    children: Sequence["Token"]
    left_edge: "Token"
    right_edge: "Token"

    def __init__(
        self,
        i: int,
        idx: int,
        text: str,
        blank_after: bool,
        is_punct: bool,
        is_quote: bool,
        is_space: bool,
        lower: str,
        lemma: str,
        tag: str,
        pos: str,
        dep: str,
        entity: str,
    ) -> None:
        """What is true of the token by itself; `Text` adds what it belongs to."""
        self.i = i
        self.idx = idx
        self.text = text
        self.whitespace_ = " " if blank_after else ""
        self.is_punct = is_punct
        self.is_quote = is_quote
        self.is_space = is_space
        self.lower_ = lower
        self.lemma_ = lemma
        self.tag_ = tag
        self.pos_ = pos
        self.dep_ = dep
        self.ent_type_ = entity

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def text_with_ws(self) -> str:
        """The text with the blank after it."""
        return self.text + self.whitespace_

    @property
    def lefts(self) -> list["Token"]:
        """The children before the token."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list["Token"]:
        """The children after the token."""
        return [child for child in self.children if child.i > self.i]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """What the token hangs on, what that hangs on, and so on up to the root."""
        node = self
        while node.head is not node:
            node = node.head
            yield node

    @property
    def subtree(self) -> list["Token"]:
        """The token with all that hangs on it, directly or not, in the order of the text."""
        found = [self]
        for token in found:
            found.extend(token.children)
        return sorted(found, key=_index)

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins here."""
        return self.sent[0] is self

    @property
    def ent_iob_(self) -> str:
        """Whether the token begins a name of the pipeline ("B"), goes on with it ("I") or stands in none ("O")."""
        return ("", "I", "O", "B")[self.doc.columns.numbers(ENT_IOB)[self.i]]

    @property
    def is_currency(self) -> bool:
        """Whether the token is the sign of a currency."""
        return all(unicodedata.category(sign) == "Sc" for sign in self.text)

    @property
    def is_digit(self) -> bool:
        """Whether the token is of digits alone."""
        return self.text.isdigit()

    @property
    def like_num(self) -> bool:
        """Whether the token is a number in digits or in words."""
        return bool(like_num(self.text))  # type: ignore[no-untyped-call]

    def is_ancestor(self, other: "Token") -> bool:
        """Whether `other` hangs on this token, directly or not."""
        return any(node is self for node in other.ancestors)

    def nbor(self, distance: int = 1) -> "Token":
        """The token so many places after this one; raises IndexError outside of the text."""
        if self.i + distance < 0:
            raise IndexError(f"there is no token {distance} from {self.i}")
        return self.doc[self.i + distance]


class Run(list[Token]):
    """The tokens `start:end` of the text `doc`, which may be none."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: "Text", start: int, end: int) -> None:
        super().__init__(doc[start:end])
        self.doc = doc
        self.start = start
        self.end = end

    @property
    def start_char(self) -> int:
        """The code point at which the first token starts."""
        return self[0].idx

    @property
    def end_char(self) -> int:
        """The code point after the last token."""
        return self[-1].idx + len(self[-1])

    @property
    def text(self) -> str:
        """The tokens as they stand in the text."""
        return self.doc.words(*self) if self else ""

    @property
    def sent(self) -> "Sentence":
        """The sentence of the first token."""
        return self[0].sent

    @property
    def root(self) -> Token:
        """The token over the others: the root of a sentence, else the first of those that hang outside of the run on the
        shortest way to theirs, words before marks."""
        for token in self:
            if token.head is token:
                return token
        outside = [token for token in self if not self.start <= token.head.i < self.end]
        if len(outside) == 1:
            return outside[0]
        return min(outside, key=_steps_up, default=self[0])


def _steps_up(token: Token) -> int:
    """How far a token is from the root of its sentence; a mark or blank on which nothing hangs is as far as can be."""
    if (token.is_punct or token.is_space) and not token.children:
        return len(token.doc)
    return sum(1 for _ in token.ancestors)


class Sentence(Run):
    """The tokens of a sentence."""

    __slots__ = ()


class Text(list[Token]):
    """The tokens of a text. `text` is the text itself; `user_data` is for what rules keep about it; `columns` and `grid` are
    what the tokens are made of."""

    __slots__ = ("columns", "grid", "text", "user_data")

    def __init__(self, doc: Doc, text: str) -> None:
        grid = grid_of(doc, text)
        columns = columns_of(doc)
        flags = [columns.flags(kind).tolist() for kind in (SPACY, IS_PUNCT, IS_QUOTE, IS_SPACE)]
        pos, entity = columns.names(POS), columns.names(ENT_TYPE)
        own = (
            grid.start,
            grid.written,
            *flags,
            grid.lower,
            grid.lemma,
            grid.tag,
            pos,
            grid.dep,
            entity,
        )
        super().__init__(starmap(Token, zip(range(len(doc)), *own, strict=True)))
        self.text = text
        self.user_data: dict[str, Any] = {}
        self.columns = columns
        self.grid = grid
        self._join(grid)

    def words(self, first: Token, *others: Token) -> str:
        """The text from `first` to the last of `others`, as it stands."""
        last = others[-1] if others else first
        return self.text[first.idx : last.idx + len(last)]

    def touched(self, start: int, end: int) -> Run | None:
        """The tokens that code points `start:end` touch; None if they lie outside of the text."""
        if start < 0 or not start < end <= len(self.text):
            return None
        first = bisect_right(self.grid.start, start) - 1
        if start == self.grid.end[first]:
            first += 1  # the blank after a token is none of its own
        return Run(self, first, bisect_right(self.grid.start, end - 1))

    def held(self, start: int, end: int) -> list[Token]:
        """The tokens that lie within code points `start:end`."""
        return self[bisect_left(self.grid.start, start) : bisect_right(self.grid.end, end)]

    def _join(self, grid: Grid) -> None:
        """Puts the tokens into sentences and hangs them on each other."""
        ends = [n for n in range(1, len(self)) if grid.sentence[n] != grid.sentence[n - 1]]
        for first, after in pairwise([0, *ends, len(self)] if self else ()):
            sentence = Sentence(self, first, after)
            for token in sentence:
                token.sent = sentence
        for token, head, children in zip(self, grid.head, grid.children, strict=True):
            token.doc = self
            token.head = self[head]
            token.children = [self[child] for child in children] if children else ()
            token.left_edge = token.right_edge = token
        top_down = [token for token in self if token.head is token]
        for token in top_down:
            top_down.extend(token.children)
        for token in reversed(top_down):
            above = token.head
            if token.left_edge.i < above.left_edge.i:
                above.left_edge = token.left_edge
            if token.right_edge.i > above.right_edge.i:
                above.right_edge = token.right_edge


_KEPT = "secondsource.tokens"


def tokens_of(doc: Doc, text: str | None = None) -> Text:
    """The tokens of a parsed text, made once for each; `text` is `doc.text`, if it is at hand."""
    kept = doc.user_data.get(_KEPT)
    if not isinstance(kept, Text):
        kept = doc.user_data[_KEPT] = Text(doc, doc.text if text is None else text)
    return kept
