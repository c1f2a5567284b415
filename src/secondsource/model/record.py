"""Record: everything that a story's articles support, with how well."""

from typing import Literal

from .actor import Actor, StoryVoice
from .article import Article
from .claim import Change, Claim, Conflict, Series, StoryEvent, Utterance
from .lineage import Newsroom, Passage
from .text import Reference
from .value import Value


class ArticleRow(Value, frozen=True):
    """One article of the story, read or not. `status` `failed` and `unread` carry their `reason`."""

    id: str
    article: Article | None
    newsrooms: tuple[Reference, ...]
    versions: tuple[str, ...]
    status: Literal["read", "unread", "failed", "withdrawn"]
    reason: str | None = None


class Record(Value, frozen=True):
    """The record of one story. Every tuple is sorted by a rule that does not depend on the order of
    arrival. `as_of` is the newest day that is known to lie within a publication date (the earliest
    day of the newest article), null if none is known.
    `pipeline` is the language pipeline that every reading was made with."""

    articles: tuple[ArticleRow, ...]
    passages: tuple[Passage, ...]
    newsrooms: tuple[Newsroom, ...]
    actors: tuple[Actor, ...]
    voices: tuple[StoryVoice, ...]
    utterances: tuple[Utterance, ...]
    events: tuple[StoryEvent, ...]
    series: tuple[Series, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    changes: tuple[Change, ...]
    as_of: str | None
    pipeline: str
