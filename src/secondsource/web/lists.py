"""Lists, a page at a time: chosen and ordered by the index, read by id from the store. Pages and API both
use them, so that they never say different things."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from ..model.actor import Actor
from ..model.claim import Change, Claim, Conflict, Series, Utterance
from ..model.judgement import Doubt, SetAside, StoryJudgement
from ..model.lineage import Newsroom, Passage
from ..model.value import Value
from ..views.agenda import AgendaItem
from ..views.line import Line
from ..views.quotes import Quote
from .current import Sight
from .index import ArticleLine

T = TypeVar("T")
W = TypeVar("W")

A_PAGE, MOST_A_PAGE = 40, 200


class Part(Value, Generic[T], frozen=True):
    """One page of a list: its items, how many there are in all, which page this is, of how many."""

    items: tuple[T, ...]
    total: int
    page: int
    pages: int


class Asked(Value, frozen=True):
    """Which page, of how many items."""

    page: int = 1
    size: int = A_PAGE


def cut(chosen: Sequence[T], asked: Asked, read: Callable[[Sequence[T]], Sequence[W]]) -> Part[W]:
    """The page that is asked for (the last one if there are fewer), each item made by `read`."""
    pages = max(1, -(-len(chosen) // asked.size))
    page = min(max(asked.page, 1), pages)
    some = chosen[(page - 1) * asked.size : page * asked.size]
    return Part(items=tuple(read(some)), total=len(chosen), page=page, pages=pages)


class Hit(Value, frozen=True):
    """An article that holds the words of a search; in `snippet` they stand between U+0002 and U+0003."""

    article: ArticleLine
    snippet: str


def articles(sight: Sight, asked: Asked, status: str | None = None) -> Part[ArticleLine]:
    """The articles in the order of publication, then what was not read; only of a status if given."""
    lines = [line for line in sight.index.articles.values() if status in (None, line.status)]
    return cut(lines, asked, lambda some: some)


def timeline(
    sight: Sight,
    asked: Asked,
    label: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Part[Line]:
    """What happened, by day; only of a label, from a day on, up to a day (ISO days, inclusive)."""
    chosen = [
        line
        for line in sight.index.timeline
        if (label is None or (line.standing is not None and line.standing.label == label))
        and (since is None or (line.when or "") >= since)
        and (until is None or (line.when or "")[: len(until)] <= until)
    ]
    return cut(chosen, asked, lambda some: some)


def agenda_items(
    sight: Sight, asked: Asked, as_of: str | None = None, ahead: bool = False
) -> Part[AgendaItem]:
    """What was announced for a day. Raises ValueError when `as_of` is no ISO day."""
    return cut(sight.index.agenda_of(as_of, ahead), asked, lambda some: some)


def figures(sight: Sight, asked: Asked, changed: bool = False) -> Part[Series]:
    """The series, those that say most first; only those that changed if so asked."""
    changing = sight.index.changing_series
    chosen = [id for id in sight.index.figures if not changed or id in changing]
    return cut(chosen, asked, lambda some: sight.snapshot.some(Series, some))


def quotes(sight: Sight, asked: Asked, voice: str | None = None) -> Part[Quote]:
    """What was said, what most newsrooms have first; only by voices whose name holds these words."""

    def read(some: Sequence[tuple[str, str]]) -> list[Quote]:
        spoken = sight.snapshot.some(Utterance, [said for said, _ in some])
        claims = sight.snapshot.some(Claim, [claim for _, claim in some])
        return [Quote(utterance=u, claim=c) for u, c in zip(spoken, claims, strict=True)]

    return cut(sight.index.quotes_of(voice or ""), asked, read)


def standing(
    sight: Sight,
    asked: Asked,
    label: str | None = None,
    kind: str | None = None,
    status: str | None = None,
    flag: str | None = None,
) -> Part[Claim]:
    """The claims, best supported first; only those of a label, kind, status, flag."""
    return claims(sight, asked, sight.index.board(label, kind, status, flag))


def claims(sight: Sight, asked: Asked, ids: Sequence[str]) -> Part[Claim]:
    """These claims, in this order."""
    return cut(ids, asked, lambda some: sight.snapshot.some(Claim, some))


def perhaps_more(sight: Sight, asked: Asked) -> Part[Claim]:
    """Claims that may have more independent sources than can be counted: those that may have a second
    one first, then by how many they may have."""
    return claims(sight, asked, sight.index.perhaps_more)


def actors(
    sight: Sight, asked: Asked, kind: str | None = None, name: str | None = None
) -> Part[Actor]:
    """Who acts, the most mentioned first; only of a kind, or whose name holds these words."""
    chosen = sight.index.actors_of(kind, name or "")
    return cut(chosen, asked, lambda some: sight.snapshot.some(Actor, some))


def passages(sight: Sight, asked: Asked) -> Part[Passage]:
    """Text that comes from other reports, what covers most first."""
    return cut(sight.index.passages, asked, lambda some: sight.snapshot.some(Passage, some))


def newsrooms(sight: Sight, asked: Asked) -> Part[Newsroom]:
    """Newsrooms, those of most articles first."""
    return cut(sight.index.newsrooms, asked, lambda some: sight.snapshot.some(Newsroom, some))


def conflicts(sight: Sight, asked: Asked) -> Part[Conflict]:
    """Claims that cannot all hold."""
    return cut(sight.index.conflicts, asked, lambda some: sight.snapshot.some(Conflict, some))


def changes(sight: Sight, asked: Asked) -> Part[Change]:
    """What was one way and became another."""
    return cut(sight.index.changes, asked, lambda some: sight.snapshot.some(Change, some))


def doubts(sight: Sight, asked: Asked) -> Part[Doubt]:
    """Pairs that may be one and were kept apart, those on which most hangs first."""
    return cut(sight.index.doubts, asked, lambda some: sight.snapshot.some(Doubt, some))


def judgements(sight: Sight, asked: Asked) -> Part[StoryJudgement]:
    """What people decided, and what came of it in this record."""
    return cut(
        sight.index.judgements, asked, lambda some: sight.snapshot.some(StoryJudgement, some)
    )


def set_aside(sight: Sight, asked: Asked) -> Part[SetAside]:
    """Claims that a person judged wrong, kept with their evidence."""
    return cut(sight.index.set_aside, asked, lambda some: sight.snapshot.some(SetAside, some))


def search(sight: Sight, asked: Asked, words: str) -> Part[Hit]:
    """Articles that hold all these words, the best first."""
    total, _ = sight.snapshot.search(words, limit=0)
    pages = max(1, -(-total // asked.size))
    page = min(max(asked.page, 1), pages)
    _, found = sight.snapshot.search(words, asked.size, (page - 1) * asked.size)
    lines = sight.index.articles
    return Part(
        items=tuple(Hit(article=lines[id], snippet=text) for id, text in found if id in lines),
        total=total,
        page=page,
        pages=pages,
    )
