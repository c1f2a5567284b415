"""Versions and withdrawals as rows of a record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from ...model.record import Record, Withdrawal
from . import Compare, Versions, version_changes, version_rows


@dataclass(frozen=True)
class Gone:
    """That a server had nothing any more at an address, with its answer, and when, as far as stated."""

    address: str
    answer: str
    seen: tuple[str, ...]


def with_versions(record: Record, articles: Mapping[str, Versions], compare: Compare) -> Record:
    """The record with the other versions of its articles (by the article's id), and what each of them
    changed in the one before."""
    read = {row.id for row in record.articles if row.status == "read"}
    rows = tuple(
        msgspec.structs.replace(row, versions=version_rows(articles[row.id]))
        if row.id in articles and articles[row.id].others
        else row
        for row in record.articles
    )
    found = {
        change.id: change
        for id, item in articles.items()
        if id in read
        for change in version_changes(item, compare)
    }
    changes = sorted([*record.changes, *found.values()], key=lambda change: change.id)
    return msgspec.structs.replace(record, articles=rows, changes=tuple(changes))


def withdrawn(
    articles: Mapping[str, Versions], judged: Mapping[str, Withdrawal], gone: Iterable[Gone]
) -> dict[str, str]:
    """Which articles (by id) are withdrawn, and why: a person said so of any of their versions, the newest
    version says so itself, or the server does not have it any more."""
    left: dict[str, Gone] = {}
    for one in gone:
        if one.address not in left or (one.seen, one.answer) > (
            left[one.address].seen,
            left[one.address].answer,
        ):
            left[one.address] = one
    found: dict[str, str] = {}
    for id, item in articles.items():
        ids = [one.article.id for one in item.all]
        own = next((judged[one] for one in ids if one in judged), None)
        notices = item.all[-1].article.notices
        notice = next((one for one in notices if one.kind == "withdrawal"), None)
        answer = left.get(item.newest.address)
        if own is not None:
            found[id] = own.why + (f" ({own.who})" if own.who else "")
        elif notice is not None:
            found[id] = f"it says so itself: “{notice.citation.words}”"
        elif answer is not None and not _seen_after(item, answer.seen):
            found[id] = f"{answer.answer}: its publisher took it away"
    return found


def _seen_after(item: Versions, gone: Sequence[str]) -> bool:
    """Whether the article was there again after the server had said that it was gone."""
    last = max((time for one in item.all for time in one.seen), default="")
    return bool(gone) and last > gone[-1]
