"""What a record settled of its articles, of which the shelf keeps something."""

from collections.abc import Iterable

import msgspec

from ...model.article import Article, Published
from ...model.claim import StoryEvent, Utterance
from ...model.record import ArticleRow
from ...model.value import identifier
from .shelf import Settled


class _Placed(msgspec.Struct):
    id: str
    article: str


class _Time(msgspec.Struct):
    value: str


class EventDays(msgspec.Struct):
    """Of an event of the record only its mentions and its time: the rest of its JSON is passed over."""

    id: str
    mentions: tuple[_Placed, ...]
    time: _Time | None = None


class UtteranceStatements(msgspec.Struct):
    """Of an utterance only where it is reported."""

    id: str
    statements: tuple[_Placed, ...]


class RecordSettled:
    """By article: its text, its day, and to what the record counts its mentions."""

    def __init__(
        self,
        articles: Iterable[ArticleRow],
        events: Iterable[StoryEvent | EventDays],
        utterances: Iterable[Utterance | UtteranceStatements],
    ) -> None:
        """From what the record holds."""
        self.texts: dict[str, str] = {}
        self.published: dict[str, Published | None] = {}
        for row in articles:
            if row.article and row.status == "read":
                self.texts[row.id] = text_of(row.article)
                self.published[row.id] = row.article.published
        # The story's day: that of its newest article.
        self._newest = max((day.earliest for day in self.published.values() if day), default=None)
        self._items: dict[str, dict[str, str]] = {}
        self._days: dict[str, dict[str, tuple[str, str]]] = {}
        for event in events:
            days = _days(event.time.value) if event.time else None
            for mention in event.mentions:
                self._items.setdefault(mention.article, {})[mention.id] = event.id
                if days:
                    self._days.setdefault(mention.article, {})[mention.id] = days
        for utterance in utterances:
            for statement in utterance.statements:
                self._items.setdefault(statement.article, {})[statement.id] = utterance.id

    def of(self, article: str) -> bytes:
        """What was settled of one article, as it is kept; the same bytes for the same."""
        day = self.published[article]
        return msgspec.msgpack.encode(
            Settled(
                published=(day.earliest, day.latest) if day else None,
                newest=day.earliest if day else self._newest,
                days=dict(sorted(self._days.get(article, {}).items())),
                items=dict(sorted(self._items.get(article, {}).items())),
            )
        )


def text_of(article: Article) -> str:
    """Tells the texts of an article's captures apart, and those that were read from one capture."""
    return f"{article.capture} {identifier(article.text)}"


def _days(time: str) -> tuple[str, str] | None:
    first, _, last = time.partition("/")
    return (first, last or first) if len(first) == 10 else None
