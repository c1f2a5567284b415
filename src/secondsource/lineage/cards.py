"""Cards: the little of each text that finding candidates and weighing words needs.

A card is a pure function of the text, and kept under its digest; the text itself is laid out again only
where it is compared.
"""

from collections.abc import Iterator, Sequence
from sys import intern

import msgspec

from ..model.article import Article
from ..model.keeping import Keeping
from ..model.value import identifier
from .disfluency import is_machine_rewritten
from .shingles import Shapes, letters_of

MOST_WEIGHED = 256
"""Texts over which the words of a story are weighed at most. One report more changes the weights, and with
them every comparison, only if it is one of these: seldom in a large story."""


class CardLine(msgspec.Struct, frozen=True, array_like=True):
    """One sentence: a digest of its letters, and the places in `Card.words` of its stems outside quotation
    marks and of those that stand only inside."""

    letters: str
    own: tuple[int, ...]
    quoted: tuple[int, ...]


class Card(msgspec.Struct, frozen=True, array_like=True):
    """A text in sentences. `letters` is a digest of all its letters, empty where there are none; `rewritten`
    says by what signs a machine rewrote it, empty where it has none."""

    letters: str
    rewritten: str
    words: tuple[str, ...]
    lines: tuple[CardLine, ...]

    def sentences(self) -> Iterator[tuple[str, list[str]]]:
        """Each sentence as what tells equal ones, with the stems of its content words."""
        for line in self.lines:
            yield line.letters, [self.words[at] for at in (*line.own, *line.quoted)]


def card_of(article: Article, shapes: Shapes) -> Card:
    """The card of an article's text."""
    letters = letters_of(article.text)
    words: dict[str, int] = {}
    lines = []
    for line in shapes.lay_out(article).lines if letters else ():
        own = set(line.shape.own)
        inside = [word for word in line.shape.content if word not in own]
        lines.append(
            CardLine(
                letters=identifier(line.shape.letters),
                own=tuple(words.setdefault(word, len(words)) for word in line.shape.own),
                quoted=tuple(words.setdefault(word, len(words)) for word in inside),
            )
        )
    signs = is_machine_rewritten(article.text)
    return Card(
        letters=identifier(letters) if letters else "",
        rewritten="; ".join(f"{sign.kind} (“{sign.citation.words}”)" for sign in signs[:6]),
        words=tuple(words),
        lines=tuple(lines),
    )


def cards_of(articles: Sequence[Article], shapes: Shapes, keeping: Keeping) -> list[Card]:
    """The card of each article."""
    found = []
    decoder = msgspec.json.Decoder(Card)
    for article in articles:
        key = text_key(article)
        held = keeping.kept("card", key)
        if held is None:
            card = card_of(article, shapes)
            keeping.keep("card", key, msgspec.json.encode(card))
        else:
            card = decoder.decode(held)
            # One string for each word of the story, as where cards are made.
            card = msgspec.structs.replace(card, words=tuple(map(intern, card.words)))
        found.append(card)
    return found


def text_key(article: Article) -> str:
    """Identifies the text of an article."""
    return identifier(article.text)


def weighed_of(articles: Sequence[Article]) -> list[int]:
    """The places of the texts over which words are weighed, in their order: all of a small story, of a larger
    one those whose digests are the smallest, a sample that hangs on no order."""
    if len(articles) <= MOST_WEIGHED:
        return list(range(len(articles)))
    drawn = sorted(range(len(articles)), key=lambda place: (text_key(articles[place]), place))
    return sorted(drawn[:MOST_WEIGHED])
