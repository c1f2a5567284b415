"""Draft: one article laid out for the language pipeline, and what the steps have found so far."""

from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from ..model.article import Article
from ..model.event import EventMention
from ..model.figure import Figure
from ..model.mention import Mention, Place, Time
from ..model.own_lexicon import EMPTY, Lexicon
from ..model.statement import Statement
from ..model.text import Citation
from .grid import grid_of
from .tokens import Text, tokens_of

PART_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Part:
    """Code points `start:end` of the laid-out text hold the part `name` of the article."""

    name: str
    start: int
    end: int


def lay_out(article: Article) -> tuple[str, tuple[Part, ...]]:
    """The body first (so that its offsets stay what they are), then headline and captions, each
    as a paragraph of its own; and where each part stands in that text."""
    pieces = [("text", article.text)]
    if article.headline:
        pieces.append(("headline", article.headline))
    pieces += [(f"caption:{n}", caption.words) for n, caption in enumerate(article.captions)]
    parts: list[Part] = []
    position = 0
    for name, words in pieces:
        parts.append(Part(name, position, position + len(words)))
        position += len(words) + len(PART_BREAK)
    return PART_BREAK.join(words for _, words in pieces), tuple(parts)


@dataclass(frozen=True)
class Draft:
    """What the steps of reading take: the article, the parsed text of all its parts, and what the
    steps before have found. Offsets of `doc` equal offsets of `Article.text` within the body."""

    article: Article
    doc: Doc
    parts: tuple[Part, ...]
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = field(default=())
    lexicon: Lexicon = EMPTY

    @cached_property
    def text(self) -> str:
        """The laid-out text; `doc.text` is the same, but is put together from the tokens at every call."""
        return lay_out(self.article)[0]

    @property
    def tokens(self) -> Text:
        """The tokens of the laid-out text as plain values, for rules that ask them much."""
        return tokens_of(self.doc, self.text)

    def part_at(self, position: int) -> Part:
        """The part of the article in which code point `position` of the laid-out text lies."""
        for part in self.parts:
            if part.start <= position < part.end:
                return part
        return self.parts[-1] if position >= self.parts[-1].start else self.parts[0]

    def cite(self, start: int, end: int) -> Citation:
        """The citation of code points `start:end` of the laid-out text (which may not cross parts)."""
        part = self.part_at(start)
        return Citation(
            start=start - part.start,
            end=end - part.start,
            words=self.text[start:end],
            part=part.name,
        )

    def cite_tokens(self, tokens: Tokens) -> Citation:
        """The citation of a run of tokens."""
        return self.cite(tokens.start_char, tokens.end_char)

    @cached_property
    def _part_starts(self) -> dict[str, int]:
        return {part.name: part.start for part in self.parts}

    def locate(self, citation: Citation) -> tuple[int, int]:
        """Code points of the laid-out text at which a citation of this article stands."""
        offset = self._part_starts[citation.part]
        return citation.start + offset, citation.end + offset

    def tokens_at(self, citation: Citation) -> range:
        """The indexes of the tokens that a citation touches (at least partly)."""
        return grid_of(self.doc, self.text).tokens_in(*self.locate(citation))
