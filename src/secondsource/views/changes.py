"""Changes: what was one way and became another, in the story and in its reports."""

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
    """All changes, those of versions first, article by article; only those of a kind if one is given. Raises
    ValueError for a kind that is none of `KINDS`."""
    if kind is not None and kind not in KINDS:
        raise ValueError(f"no kind of change {kind!r}; there are: {', '.join(KINDS)}")
    chosen = [change for change in record.changes if kind is None or change.kind == kind]
    return ChangesView(
        changes=tuple(sorted(chosen, key=_order)),
        articles=tuple(row for row in record.articles if row.versions or row.status == "withdrawn"),
    )


def _order(change: Change) -> tuple[int, str, int, str]:
    what = WHATS.index(change.what) if change.what in WHATS else len(WHATS)
    return KINDS.index(change.kind), change.about or "", what, change.id
