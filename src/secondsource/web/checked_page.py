"""A checked text laid out: its paragraphs in pieces, each sentence with its number and verdict."""

from ..model.value import Value
from .desk import CheckedText


class Piece(Value, frozen=True):
    """Some of a text; `number` (from 1) and `verdict` are those of the sentence that it is of, null for
    what stands between sentences. `opens` says that it is the first piece of its sentence."""

    words: str
    number: int | None = None
    verdict: str | None = None
    opens: bool = False


def lay_out(found: CheckedText) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs of a checked text (a line break parts them) in pieces; joined they are the text."""
    pieces: list[Piece] = []
    at = 0
    for number, sentence in enumerate(found.sentences, start=1):
        if sentence.start > at:
            pieces.append(Piece(words=found.text[at : sentence.start]))
        words = found.text[sentence.start : sentence.end]
        pieces.append(Piece(words=words, number=number, verdict=sentence.verdict, opens=True))
        at = sentence.end
    pieces.append(Piece(words=found.text[at:]))
    paragraphs: list[list[Piece]] = [[]]
    for piece in pieces:
        opens = piece.opens
        for n, line in enumerate(piece.words.split("\n")):
            if n:
                paragraphs.append([])
            if line:
                paragraphs[-1].append(
                    Piece(words=line, number=piece.number, verdict=piece.verdict, opens=opens)
                )
                opens = False
    return tuple(tuple(part) for part in paragraphs if any(one.words.strip() for one in part))
