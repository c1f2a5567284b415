"""Token: a word of a parsed text as a plain value, so that rules can ask it much for little.

spaCy makes a new object, or looks a number up among its strings, at each question; the rules put some hundred questions
to each word. What they ask is therefore read once for each text. Names and answers are those of
spaCy's `Token`, and only what rules ask is here.
"""

from collections.abc import Iterator, Sequence
from itertools import starmap
from operator import attrgetter
from typing import Any

from spacy.attrs import ENT_TYPE, IS_PUNCT, IS_QUOTE, IS_SPACE, POS, SPACY
from spacy.tokens import Doc

from .grid import Grid, columns, grid_of

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

    def is_ancestor(self, other: "Token") -> bool:
        """Whether `other` hangs on this token, directly or not."""
        return any(node is self for node in other.ancestors)

    def nbor(self, distance: int = 1) -> "Token":
        """The token so many places after this one; raises IndexError outside of the text."""
        if self.i + distance < 0:
            raise IndexError(f"there is no token {distance} from {self.i}")
        return self.doc[self.i + distance]


class Sentence(list[Token]):
    """The tokens `start:end` of a text, which are one sentence."""

    __slots__ = ()

    @property
    def start(self) -> int:
        """Index of the first token."""
        return self[0].i

    @property
    def end(self) -> int:
        """Index after the last token."""
        return self[-1].i + 1


class Text(list[Token]):
    """The tokens of a text. `text` is the text itself; `user_data` is for what rules keep about it."""

    __slots__ = ("text", "user_data")

    def __init__(self, doc: Doc, text: str) -> None:
        grid = grid_of(doc, text)
        pos, entity = columns(doc, POS, ENT_TYPE)
        table = doc.to_array([SPACY, IS_PUNCT, IS_QUOTE, IS_SPACE]).reshape(len(doc), 4)
        flags = table.astype(bool).T.tolist()
        words = [text[start:end] for start, end in zip(grid.start, grid.end, strict=True)]
        own = (grid.start, words, *flags, grid.lower, grid.lemma, grid.tag, pos, grid.dep, entity)
        super().__init__(starmap(Token, zip(range(len(doc)), *own, strict=True)))
        self.text = text
        self.user_data: dict[str, Any] = {}
        self._join(grid)

    def words(self, first: Token, *others: Token) -> str:
        """The text from `first` to the last of `others`, as it stands."""
        last = others[-1] if others else first
        return self.text[first.idx : last.idx + len(last)]

    def _join(self, grid: Grid) -> None:
        """Puts the tokens into sentences and hangs them on each other."""
        sentences = {number: Sentence() for number in set(grid.sentence)}
        places = zip(self, grid.sentence, grid.head, grid.children, strict=True)
        for token, sentence, head, children in places:
            token.doc = self
            token.sent = sentences[sentence]
            token.sent.append(token)
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
