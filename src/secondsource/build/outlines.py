"""Outlines: of each reading as much as tells which article it is of, and of which day, so that a large story can be parted
without holding it in memory."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from ..method import rules_digest
from ..model.article import Article
from ..model.reading import Reading
from ..model.value import from_json
from ..record.versions import Captured, Versions, canonical, find_versions
from ..store.keeping import keeping
from ..store.store import CaptureRow, Store
from ..store.story import Story


class _Outlined(msgspec.Struct):
    """Of a reading only its article: the rest of its JSON is passed over."""

    article: Article


_OUTLINED = msgspec.json.Decoder(_Outlined)


def outlined_articles(
    story: Story, store: Store, captured: Sequence[CaptureRow]
) -> tuple[Versions, ...]:
    """The articles that the store holds readings of these captures of, each with its versions: of each reading the article alone, without
    its words where no other capture can be a version of it. Outlines are kept in the story's cache."""
    rows = {row.id: row for row in captured}
    found = [
        Captured(row.id, row.address, row.source, row.seen, Reading(article=article))
        for id, article in _outlines(story, store).items()
        if (row := rows.get(id)) is not None
    ]
    addresses = Counter(one.address for one in found)
    pages = Counter(canonical(one.article.url) for one in found)
    del pages[None]
    together = [
        one.id
        for one in found
        if addresses[one.address] > 1 or pages.get(canonical(one.article.url), 0) > 1
    ]
    words = {capture: _article_of(store, capture) for capture in together}
    return find_versions(
        [
            Captured(one.id, one.address, one.source, one.seen, Reading(article=words[one.id]))
            if one.id in words
            else one
            for one in found
        ]
    )


def _outlines(story: Story, store: Store) -> dict[str, Article]:
    """The article of each reading without its words, by capture."""
    found: dict[str, Article] = {}
    with keeping(story, rules_digest("model"), "outlines.db") as kept:
        for capture, method in store.database.rows(
            "SELECT capture, method FROM reading ORDER BY address, capture"
        ):
            held = kept.kept("outline", f"{capture} {method}")
            if held is None:
                outline = _outline(_article_of(store, capture))
                kept.keep("outline", f"{capture} {method}", outline.to_json())
            else:
                outline = from_json(held, Article)
            found[capture] = outline
    return found


def _article_of(store: Store, capture: str) -> Article:
    ((text,),) = store.database.rows("SELECT json FROM reading WHERE capture = ?", [capture])
    return _OUTLINED.decode(text).article


def _outline(article: Article) -> Article:
    return Article(
        id=article.id,
        address=article.address,
        text="",
        language=article.language,
        published=article.published
        and msgspec.structs.replace(article.published, evidence=(), basis=""),
        capture=article.capture,
        url=article.url,
        modified=article.modified,
        notices=article.notices,
    )
