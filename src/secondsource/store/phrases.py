"""What somebody searches for, taken apart; nothing that he writes is taken as syntax."""

from collections.abc import Iterator


def pieces_of(words: str) -> Iterator[tuple[str, bool]]:
    """The words and phrases that must all be there, each with whether it stood in double quotation marks;
    what holds no letter or digit is left out."""
    for number, piece in enumerate(words.replace("\0", " ").split('"')):
        is_phrase = bool(number % 2)
        for each in [piece.strip()] if is_phrase else piece.split():
            if any(c.isalnum() for c in each):
                yield each, is_phrase


def match_expression(words: str, beginnings: bool = False) -> str:
    """The words as an FTS5 expression that asks for all of them; what stands in double quotation marks
    is one phrase. With `beginnings` a word that is no phrase also finds the words that begin so."""
    return " ".join(
        f'"{each}"{"*" if beginnings and not is_phrase else ""}'
        for each, is_phrase in pieces_of(words)
    )
