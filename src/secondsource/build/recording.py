"""Steps 3 and 4: lineage and record of everything that the store holds readings of."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from platform import python_version
from unicodedata import unidata_version

from ..corrections import read_corrections
from ..lineage import trace
from ..lineage.versions import compare_versions
from ..method import rules_digest
from ..model.article import Article
from ..model.judgement import Judgement, in_order
from ..model.keeping import NOWHERE, Keeping
from ..model.record import ArticleRow, Record
from ..model.value import identifier
from ..record.record import make_record
from ..record.versions import Captured, Versions, find_versions, named_apart
from ..record.versions.rows import Gone, with_versions, withdrawn
from ..record.withdrawals import with_withdrawals
from ..store.keeping import keeping
from ..store.own_lexicon import own_lexicon
from ..store.store import CaptureRow, Store
from ..store.story import Story
from ..store.withdrawals import withdrawals
from .reading import is_readable, method_of


def kept_in(story: Story) -> AbstractContextManager[Keeping]:
    """What the last build kept of its comparisons and counts; what nobody asks for while it is open is thrown away."""
    rules = rules_digest("model", "lexicon", "lineage", "record", "views")
    return keeping(story, f"{rules} {python_version()} {unidata_version}")


def record_of(story: Story, store: Store, kept: Keeping) -> Record:
    """Steps 3 and 4: the record of everything that the store holds. What the last build kept is not made again."""
    return record_from(story, store.captures(), articles_of(store), kept)


def articles_of(store: Store) -> tuple[Versions, ...]:
    """The articles that the store holds readings of, each with its versions."""
    return find_versions(
        [
            Captured(
                id=held.capture.id,
                address=held.capture.address,
                source=held.capture.source,
                seen=held.capture.seen,
                reading=held.reading,
            )
            for held in store.held()
        ]
    )


def record_from(
    story: Story,
    captured: Sequence[CaptureRow],
    articles: Sequence[Versions],
    kept: Keeping = NOWHERE,
) -> Record:
    by_id: dict[str, Versions] = {}
    for item in articles:
        # Sorted by address: of two articles with one text the first in the alphabet is kept.
        by_id.setdefault(item.newest.article.id, item)
    readings = [one.reading for one in named_apart([item.newest for item in by_id.values()])]
    readable = [reading for reading in readings if is_readable(reading.article)]
    others = [
        unread_row(reading.article) for reading in readings if not is_readable(reading.article)
    ]
    others += failed_rows(captured, articles)
    lineage = trace([reading.article for reading in readable], kept)
    judgements = read_corrections(story.folder).judgements
    record = make_record(readable, lineage, others, judgements, kept)
    record = with_versions(record, by_id, compare_versions)
    return with_withdrawals(record, withdrawn_of(story, captured, by_id))


def withdrawn_of(
    story: Story, captured: Sequence[CaptureRow], articles: Mapping[str, Versions]
) -> dict[str, str]:
    """Which of these articles (by id) are withdrawn, and why."""
    gone = [Gone(row.address, row.failure or "", row.seen) for row in captured if row.gone]
    return withdrawn(articles, withdrawals(story), gone)


def unread_row(article: Article) -> ArticleRow:
    """The row of an article in a language that is not read."""
    return ArticleRow(
        id=article.id,
        article=article,
        newsrooms=(),
        versions=(),
        status="unread",
        reason=f"written in another language ({article.language})",
    )


def failed_rows(captured: Sequence[CaptureRow], articles: Sequence[Versions]) -> list[ArticleRow]:
    """A row for each address that nothing could be read from, with the last reason in the alphabet."""
    read = {one.address for item in articles for one in item.all}
    reasons = {
        row.address: row.failure
        for row in sorted(captured, key=lambda row: (row.address, row.failure or ""))
        if row.failure is not None and row.address not in read
    }
    return [
        ArticleRow(
            id=identifier("capture", address),
            article=None,
            newsrooms=(),
            versions=(),
            status="failed",
            reason=f"{address}: {reason}",
        )
        for address, reason in reasons.items()
    ]


def is_current(story: Story, store: Store) -> bool:
    """Whether the story's record is made from all that the story holds, by the rules of this version."""
    made = made_from(story, store.captures())
    return store.meta("record_made_from") == made and not store.unread(method_of(story))


def made_from(story: Story, captured: Sequence[CaptureRow]) -> str:
    """Identifies everything that the record is made from, so that an unchanged one is not remade. `captured` are all captures."""
    rows = [(row.id, row.source, *row.seen, row.failure or "", row.gone) for row in captured]
    judged = sorted((item.article, item.why, item.who) for item in withdrawals(story).values())
    corrections = sorted(read_corrections(story.folder).judgements, key=in_order)
    rules = rules_digest("model", "lexicon", "article", "reading", "lineage", "record", "views")
    rules += own_lexicon(story).digest
    return identifier(story.pipeline, rules, *rows, *judged, *map(Judgement.to_json, corrections))
