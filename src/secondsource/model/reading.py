"""Reading: all that was found in one article."""

from typing import Any

from msgspec import UNSET, UnsetType

from .article import Article
from .event import EventMention
from .figure import Figure
from .grammar import Grammar
from .mention import Mention, Place, Time
from .statement import Statement
from .value import Value


class Sentence(Value, frozen=True):
    """One sentence: code points `start:end` of the article's part `part`, without outer space."""

    part: str
    start: int
    end: int


class Reading(Value, frozen=True):
    """All that was found in one article. Unanchored while `anchored_on` is null: times keep their
    rules, and values that hang on the publication date are null. `pipeline` names the language
    pipeline and version, `method` the version of our own reading. `grammar` has the parse of each sentence, in their order,
    where it is at hand: a store keeps it apart."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    pipeline: str = ""
    method: str = ""
    anchored_on: str | None = None
    grammar: tuple[Grammar, ...] | UnsetType = UNSET

    def to_dict(self) -> dict[str, Any]:
        """As of any value, without the grammar: that is how we work, and nothing that was found."""
        found = super().to_dict()
        found.pop("grammar", None)
        return found
