"""Record: everything that a story's articles support, with how well."""

from typing import Literal

from .actor import Actor, StoryVoice
from .article import Article
from .claim import Change, Claim, Conflict, Series, StoryEvent, Utterance
from .judgement import Doubt, SetAside, StoryJudgement
from .lineage import Newsroom, Passage
from .text import Citation, Reference
from .value import Value


class ArticleVersion(Value, frozen=True):
    """An earlier version of an article, kept with its words so that what was changed can be re-checked.

    `id` is the article's id, `@` and the first digits of the capture's digest; citations of the version
    name it as their article. `since` is the ISO day or time from which it is known and `ordered_by` what
    that rests on: when it was `captured`, when it says that it was `modified`, its date of publication,
    the `notices` that it carries, or nothing (`unknown`; the longer text then counts as the newer)."""

    id: str
    capture: str
    since: str | None
    ordered_by: Literal["captured", "modified", "published", "notices", "unknown"]
    headline: str | None
    text: str


class Announced(Value, frozen=True):
    """What a sentence of an article announces for a day to come, whatever kind of matter it is. `when` is EDTF."""

    when: str
    sentence: Citation


class ArticleRow(Value, frozen=True):
    """One article of the story, read or not. `status` `failed`, `unread` and `withdrawn` carry their
    `reason`. The record rests on the newest version; `versions` are the earlier ones, oldest first."""

    id: str
    article: Article | None
    newsrooms: tuple[Reference, ...]
    versions: tuple[ArticleVersion, ...]
    status: Literal["read", "unread", "failed", "withdrawn"]
    reason: str | None = None
    announced: tuple[Announced, ...] = ()


class Withdrawal(Value, frozen=True):
    """That a person withdrew an article (by the id of any of its versions), and why; an empty `why` takes an
    earlier withdrawal back."""

    article: str
    why: str
    who: str = ""


class Record(Value, frozen=True):
    """The record of one story. Every tuple is sorted by a rule that does not depend on the order of
    arrival. `as_of` is the newest day that is known to lie within a publication date (the earliest
    day of the newest article), null if none is known.
    `pipeline` is the language pipeline that every reading was made with. `known_at` is the ISO day up to
    which captures count, null where all of them do."""

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
    judgements: tuple[StoryJudgement, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    known_at: str | None = None


EMPTY = Record(
    articles=(),
    passages=(),
    newsrooms=(),
    actors=(),
    voices=(),
    utterances=(),
    events=(),
    series=(),
    claims=(),
    conflicts=(),
    changes=(),
    as_of=None,
    pipeline="",
)
"""A record of nothing, to be filled with as much as is asked for (`msgspec.structs.replace`)."""
