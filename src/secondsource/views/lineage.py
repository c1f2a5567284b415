"""Lineage: which report rests on which, and whose reporting each is."""

from ..model.lineage import Newsroom, Passage
from ..model.record import ArticleRow, Record
from ..model.value import Value


class LineageView(Value, frozen=True):
    """All articles, the newsrooms with their reasons, and the passages between articles."""

    articles: tuple[ArticleRow, ...]
    newsrooms: tuple[Newsroom, ...]
    passages: tuple[Passage, ...]


def lineage(record: Record) -> LineageView:
    """The lineage of a record, passages that cover most first."""
    return LineageView(
        articles=record.articles,
        newsrooms=record.newsrooms,
        passages=tuple(sorted(record.passages, key=lambda item: (-item.share, item.id))),
    )
