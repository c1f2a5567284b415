"""Changes: what was one way and became another, in the story and in its reports."""

from collections.abc import Mapping

from ..model.claim import Change
from ..model.record import ArticleRow, Record
from ..model.value import Value

KINDS = ("version", "figure", "status", "date", "role", "wording")
"""Kinds of change, in the order in which they are shown."""

WHATS = ("withdrawal", "correction", "clarification", "editors-note", "update", "headline", "figure", "date", "name", "role", "negation", "hedge", "quotation", "broken", "omitted", "added")  # fmt: skip
"""What a newer version of an article can change, in the order in which it is shown."""


class ChangesView(Value, frozen=True):
    """The changes of a story, and the articles that have versions or were withdrawn."""

    changes: tuple[Change, ...]
    articles: tuple[ArticleRow, ...]


def changes(record: Record, kind: str | None = None) -> ChangesView:
    """All changes, those of versions first, article by article, then the others in the order in which reports tell of them;
    only those of a kind if one is given. Raises ValueError for a kind that is none of `KINDS`."""
    if kind is not None and kind not in KINDS:
        raise ValueError(f"no kind of change {kind!r}; there are: {', '.join(KINDS)}")
    chosen = [change for change in record.changes if kind is None or change.kind == kind]
    came_out = {
        row.id: row.article.published.earliest
        for row in record.articles
        if row.article is not None and row.article.published is not None
    }
    return ChangesView(
        changes=tuple(sorted(chosen, key=lambda change: _order(change, came_out))),
        articles=tuple(row for row in record.articles if row.versions or row.status == "withdrawn"),
    )


def _order(
    change: Change, came_out: Mapping[str, str]
) -> tuple[int, tuple[str, ...], int, int, str]:
    what = WHATS.index(change.what) if change.what in WHATS else len(WHATS)
    if change.kind == "version" or not change.citations:
        return KINDS.index(change.kind), (change.about or "",), what, 0, change.id
    told = change.citations[-1]
    when = (came_out.get(told.article, "~"), told.article)
    return KINDS.index(change.kind), when, what, told.start, change.id
