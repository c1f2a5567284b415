"""The sentence around a citation."""

from ..model.reading import Reading
from ..model.statement import Statement
from ..model.text import Citation


def sentence_at(reading: Reading, citation: Citation) -> Citation:
    """The sentence in which the words at `citation` stand; the words themselves if none is known."""
    for sentence in reading.sentences:
        if (
            sentence.part == citation.part
            and sentence.start <= citation.start
            and citation.end <= sentence.end
        ):
            text = _part_text(reading, citation.part)
            return Citation(
                start=sentence.start,
                end=sentence.end,
                words=text[sentence.start : sentence.end],
                part=citation.part,
                article=reading.article.id,
            )
    return citation.of(reading.article.id)


def sentences_before(reading: Reading, citation: Citation, most: int) -> list[Citation]:
    """At most so many sentences of the text right before the one in which the words at `citation` begin; none for words of
    other parts."""
    if citation.part != "text":
        return []
    before = [
        each for each in reading.sentences if each.part == "text" and each.end <= citation.start
    ]
    return [
        Citation(start=each.start, end=each.end, words=reading.article.text[each.start : each.end])
        for each in before[-most:]
    ]


def _part_text(reading: Reading, part: str) -> str:
    if part == "headline":
        return reading.article.headline or ""
    if part.startswith("caption:"):
        return reading.article.captions[int(part.partition(":")[2])].words
    return reading.article.text


def piece_holding(statement: Statement, words: Citation) -> Citation | None:
    """The piece of what a statement says in which some words begin; None where they stand in none."""
    return next(
        (
            piece
            for piece in statement.content
            if piece.part == words.part and piece.start <= words.start < piece.end
        ),
        None,
    )


def sentences_around(reading: Reading, start: int, end: int) -> str:
    """The sentences of a reading's text in which `start:end` lies, with the one before and the one after."""
    sentences = [each for each in reading.sentences if each.part == "text"]
    within = [n for n, each in enumerate(sentences) if each.start < end and start < each.end]
    if not within:
        return reading.article.text[start:end]
    first, last = max(0, within[0] - 1), min(len(sentences) - 1, within[-1] + 1)
    return reading.article.text[sentences[first].start : sentences[last].end]
