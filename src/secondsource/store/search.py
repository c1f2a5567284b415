"""Full-text search over the articles of a story's database, without opening it for writing."""

from pathlib import Path

from ..errors import StoryNotFound, UsageError
from ..model.value import Value
from .opening import connect, told

SNIPPET_WORDS = 24
"""Words of a snippet, at most 64 (a limit of FTS5)."""


class ArticleHit(Value, frozen=True):
    """An article that has all the words. `snippet` is its text around the best place, with “ … ” where it
    is cut; `rank` orders hits, the best (smallest) first (BM25 as FTS5 counts it)."""

    article: str
    snippet: str
    rank: float


def search_articles(database: Path, words: str, limit: int = 20) -> tuple[ArticleHit, ...]:
    """Articles of the story at `database` that have all the words, or all the phrases in double
    quotation marks, in any form of letter case, the best first.

    Raises StoryNotFound when there is no database, UsageError when `limit` is none.
    """
    if limit < 1:
        raise UsageError(f"--limit is {limit}; give a number from 1 on")
    query = match_expression(words)
    if not query:
        return ()
    if not database.is_file():
        raise StoryNotFound(f"{database.parent} holds no story; make one with: secondsource build")
    connection, _ = connect(database)
    try:
        with told(database):
            rows = connection.execute(
                "SELECT id, snippet(article_text, -1, '', '', ' … ', ?), rank FROM article_text"
                " WHERE article_text MATCH ? ORDER BY rank, id LIMIT ?",
                (SNIPPET_WORDS, query, limit),
            ).fetchall()
    finally:
        connection.close()
    return tuple(
        ArticleHit(article=str(article), snippet=str(snippet), rank=round(float(rank), 6))
        for article, snippet, rank in rows
    )


def match_expression(words: str, beginnings: bool = False) -> str:
    """The words as an FTS5 expression that asks for all of them; what stands in double quotation marks
    is one phrase. Nothing that the caller writes is taken as syntax. With `beginnings` a word that is no
    phrase also finds the words that begin so."""
    pieces: list[str] = []
    for number, piece in enumerate(words.replace("\0", " ").split('"')):
        found = [piece.strip()] if number % 2 else piece.split()
        sign = "*" if beginnings and not number % 2 else ""
        pieces += [f'"{each}"{sign}' for each in found if any(c.isalnum() for c in each)]
    return " ".join(pieces)
