"""Full-text search over the articles of a story, without opening it for writing."""

from ..errors import UsageError
from ..model.value import Value
from .database import Marks
from .location import Location, open_to_read

SNIPPET_WORDS = 24
"""Words of a snippet, at most 64 (a limit of FTS5)."""


class ArticleHit(Value, frozen=True):
    """An article that has all the words. `snippet` is its text around the best place, with “ … ” where it
    is cut; `rank` orders hits, the best (smallest) first (BM25 as FTS5 counts it)."""

    article: str
    snippet: str
    rank: float


def search_articles(location: Location, words: str, limit: int = 20) -> tuple[ArticleHit, ...]:
    """Articles of the story there that have all the words, or all the phrases in double
    quotation marks, in any form of letter case, the best first.

    Raises StoryNotFound when there is no story, UsageError when `limit` is none.
    """
    if limit < 1:
        raise UsageError(f"--limit is {limit}; give a number from 1 on")
    if not any(c.isalnum() for c in words):
        return ()
    database = open_to_read(location)
    try:
        hits = database.find(words, False, Marks(SNIPPET_WORDS), limit)
    finally:
        database.close()
    return tuple(
        ArticleHit(article=hit.article, snippet=hit.snippet, rank=round(hit.rank, 6))
        for hit in hits
    )
