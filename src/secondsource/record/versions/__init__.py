"""Versions: which captures hold one article, which of them is the newest, what was changed.

The same web address is one article whatever its words. A file's name alone is not: another folder may
hold another report under it. Captures under one file name, or whose pages state one canonical
address, are versions of one article when their texts are alike. Nothing of this depends on the order
in which they came: a version's time is when it was captured, else when it says that it was modified,
else its date of publication, each as stated; where that does not tell two apart, the one with more
notices of the newsroom is the newer, then the longer one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from ...model.address import is_web_address
from ...model.article import Article
from ...model.claim import Change
from ...model.lineage import Alteration
from ...model.reading import Reading
from ...model.record import ArticleVersion
from ...model.text import Citation
from ...model.value import identifier
from ..groups import groups_of

LEAST_SHARED = 1 / 3
"""Share of the shorter text's sentences that two versions have in common. A round bound: a rewritten
article keeps more, two reports of one event under one file name share hardly any."""

SHORTEST_SENTENCE = 5
"""Words; shorter ones are met by chance."""

MOST_OF_ONE_PAGE = 200
"""Captures that state one canonical address; of more the address is a fault of the site."""

OrderedBy = Literal["captured", "modified", "published", "notices", "unknown"]


@dataclass(frozen=True)
class Captured:
    """A reading with what its capture says: an id, the address and source it came under, and each time
    at which it was seen (ISO 8601), as far as stated."""

    id: str
    address: str
    source: str
    seen: tuple[str, ...]
    reading: Reading

    @property
    def article(self) -> Article:
        """The article that was read."""
        return self.reading.article


@dataclass(frozen=True)
class Versions:
    """One article: its captures with different words, oldest first."""

    all: tuple[Captured, ...]

    @property
    def newest(self) -> Captured:
        """The one that the record rests on: the newest with the words of a report. Of an article that was
        replaced by a notice of its withdrawal that is the one before."""
        reports = [one for one in self.all if not is_withdrawn(one.article)]
        return reports[-1] if reports else self.all[-1]

    @property
    def others(self) -> tuple[Captured, ...]:
        """The versions that the record does not rest on, oldest first."""
        return tuple(one for one in self.all if one is not self.newest)


def is_withdrawn(article: Article) -> bool:
    """Whether the article says of itself that it was withdrawn."""
    return any(notice.kind == "withdrawal" for notice in article.notices)


def find_versions(captured: Sequence[Captured]) -> tuple[Versions, ...]:
    """The articles that the captures hold, each with its versions, sorted by address and id."""
    by_id = {one.id: one for one in captured}
    group_of = groups_of(by_id, _same_articles(captured))
    groups: dict[str, list[Captured]] = {}
    for id in sorted(by_id):
        groups.setdefault(group_of[id], []).append(by_id[id])
    found = [Versions(tuple(sorted(_once(group), key=_order))) for group in groups.values()]
    return tuple(sorted(found, key=lambda item: (item.newest.address, item.newest.id)))


def _same_articles(captured: Sequence[Captured]) -> Iterator[tuple[str, str]]:
    by_address: dict[str, list[Captured]] = {}
    by_page: dict[str, list[Captured]] = {}
    for one in captured:
        by_address.setdefault(one.address, []).append(one)
        page = canonical(one.article.url)
        if page:
            by_page.setdefault(page, []).append(one)
    sentences: dict[str, frozenset[str]] = {}
    for address, group in by_address.items():
        if is_web_address(address):
            yield from ((group[0].id, one.id) for one in group[1:])
        else:
            yield from _alike(group, sentences)
    for group in by_page.values():
        if len(group) <= MOST_OF_ONE_PAGE:
            yield from _alike(group, sentences)


def canonical(url: str | None) -> str | None:
    """Host, path and query of a page's address; None for the front page of a site, which many reports
    wrongly state as their own."""
    if not url or not is_web_address(url):
        return None
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    if not path:
        return None
    return f"{(parts.hostname or '').removeprefix('www.')}{path}?{parts.query}".rstrip("?")


def _alike(
    group: list[Captured], sentences: dict[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    for one, two in combinations(group, 2):
        if is_withdrawn(one.article) != is_withdrawn(two.article) or _is_alike(one, two, sentences):
            yield one.id, two.id


def _is_alike(one: Captured, two: Captured, sentences: dict[str, frozenset[str]]) -> bool:
    """Whether two texts are versions of one: equal, or with enough sentences in common."""
    for item in (one, two):
        if item.id not in sentences:
            sentences[item.id] = sentences_of(item.article.text)
    first, second = sentences[one.id], sentences[two.id]
    least = min(len(first), len(second))
    if not least:
        return one.article.text == two.article.text
    return len(first & second) >= LEAST_SHARED * least


def sentences_of(text: str) -> frozenset[str]:
    """The sentences of a text, as words without case and punctuation, the very short ones left out."""
    found = (
        " ".join(re.findall(r"\w+", part.casefold())) for part in re.split(r"[.!?]+\s|\n+", text)
    )
    return frozenset(words for words in found if words.count(" ") >= SHORTEST_SENTENCE - 1)


def _once(group: Iterable[Captured]) -> list[Captured]:
    """Captures with the same words as one, seen at all the times of both; what is said beside the words is
    that of the newest."""
    by_words: dict[tuple[str | None, str], list[Captured]] = {}
    for one in group:
        by_words.setdefault((one.article.headline, one.article.text), []).append(one)
    found = []
    for same in by_words.values():
        best = max(same, key=_order)
        seen = tuple(sorted({time for one in same for time in one.seen}))
        found.append(
            Captured(
                id=best.id,
                address=min(one.address for one in same),
                source=min(one.source for one in same),
                seen=seen,
                reading=best.reading,
            )
        )
    return found


def _time(one: Captured, last: bool = True) -> tuple[str, OrderedBy]:
    """When a version was there, and what that rests on."""
    article = one.article
    if one.seen:
        return (one.seen[-1] if last else one.seen[0]), "captured"
    if article.modified:
        return article.modified, "modified"
    if article.published:
        return article.published.latest, "published"
    return "", "unknown"


def _order(one: Captured) -> tuple[object, ...]:
    return (
        _time(one)[0],
        one.article.modified or "",
        len(one.article.notices),
        len(one.article.text),
        one.article.capture,
        one.id,
    )


def known_since(versions: Versions, one: Captured, published: str | None) -> tuple[str, OrderedBy]:
    """The first ISO day or time at which this version is known to have been there, empty when nothing
    says so, and what that rests on. `published` is the last possible day of the article's publication: it
    counts for the oldest version, a later one is there since it says that it was modified."""
    if one.seen:
        return one.seen[0], "captured"
    if one is not versions.all[0] and one.article.modified:
        return one.article.modified, "modified"
    if one.article.published:
        published = one.article.published.latest
    return (published, "published") if published else ("", "unknown")


def version_id(article: str, one: Captured) -> str:
    """The id under which citations name a version that the record does not rest on."""
    return f"{article}@{one.article.capture[:8] or one.id[:8]}"


def version_rows(versions: Versions) -> tuple[ArticleVersion, ...]:
    """The versions beside the one that the record rests on, oldest first."""
    times = {_time(one)[0] for one in versions.all}
    notices = {len(one.article.notices) for one in versions.all}
    rows = []
    for one in versions.others:
        time, basis = _time(one)
        if len(times) == 1:
            basis = "notices" if len(notices) > 1 else "unknown"
        rows.append(
            ArticleVersion(
                id=version_id(versions.newest.article.id, one),
                capture=one.article.capture,
                since=time or None,
                ordered_by=basis,
                headline=one.article.headline,
                text=one.article.text,
            )
        )
    return tuple(rows)


Compare = Callable[[Article, Article], Sequence[Alteration]]


def version_changes(versions: Versions, compare: Compare) -> tuple[Change, ...]:
    """What each version changed in the one before it: headline, notices that were added, and all that
    `compare` finds between the two texts."""
    own = versions.newest.article.id
    named = [
        one.article
        if one is versions.newest
        else msgspec.structs.replace(one.article, id=version_id(own, one))
        for one in versions.all
    ]
    found: list[Change] = []
    for older, newer in pairwise(named):
        found += _head_changes(own, older, newer)
        found += [
            _change(own, item.kind, item.was, item.became, item.citations, older.id, newer.id)
            for item in (compare(older, newer) if older.text != newer.text else ())
        ]
    return tuple({change.id: change for change in found}.values())


def _head_changes(own: str, older: Article, newer: Article) -> Iterator[Change]:
    if (older.headline or newer.headline) and older.headline != newer.headline:
        cited = tuple(
            Citation(
                start=0,
                end=len(one.headline),
                words=one.headline,
                part="headline",
                article=one.id,
            )
            for one in (older, newer)
            if one.headline
        )
        yield _change(
            own, "headline", older.headline or "", newer.headline or "", cited, older.id, newer.id
        )
    known = {notice.citation.words for notice in older.notices}
    for notice in newer.notices:
        words = notice.citation.words
        if words not in known:
            yield _change(
                own, notice.kind, "", words, (notice.citation.of(newer.id),), older.id, newer.id
            )


def _change(
    own: str,
    what: str,
    was: str,
    became: str,
    citations: tuple[Citation, ...],
    *between: str,
) -> Change:
    return Change(
        id=identifier("change", "version", what, was, became, *between),
        kind="version",
        was=was,
        became=became,
        citations=citations,
        about=own,
        what=what,
    )


def named_apart(articles: Sequence[Captured]) -> tuple[Captured, ...]:
    """The articles with an address each: of different ones under one file name the first keeps it, the
    others get the name of their source in front, or the beginning of their digest behind."""
    taken: set[str] = set()
    found = []
    for one in sorted(articles, key=lambda item: (item.address, item.source, item.article.capture)):
        address = one.address
        if address in taken and not is_web_address(address):
            if one.source and f"{one.source}/{address}" not in taken:
                address = f"{one.source}/{address}"
            else:
                address = f"{address}@{one.article.capture[:8]}"
        taken.add(address)
        article = msgspec.structs.replace(one.article, address=address)
        found.append(
            Captured(
                id=one.id,
                address=address,
                source=one.source,
                seen=one.seen,
                reading=msgspec.structs.replace(one.reading, article=article),
            )
        )
    return tuple(found)
