"""Given mentions: spans that a caller marked, and what the reading of their article knows around them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from .reading import Reading

GivenKind = Literal["event", "actor"]
GivenForm = Literal["verb", "name", "nominal", "pronoun"]
Span = tuple[int, int]
"""First and last code point (half-open) in `Article.text`."""


@dataclass(frozen=True)
class GivenMention:
    """One given span. Words are in lower case, sets hold stems of content words, `tag` is of the Penn
    tagset, `sentence` and `token` count from 0 in the article.

    `doers`, `undergoers` and `others` are what the head is said of, by dependency; `surroundings` the rest
    of its sentence, `times` and `places` those of the sentence. `entity` is the entity of the article's
    own mention at this head (`Mention.entity`), `bearer` the one that it may be found by in the record.
    `antecedent` is the span of the given mention, or the id of the entity, that a pronoun stands for
    within its article. `vector` and `phrase_vector` are of length 1 (0 where the pipeline has none)."""

    article: str
    start: int
    end: int
    kind: GivenKind
    form: GivenForm
    words: tuple[str, ...]
    head: str
    lemma: str
    stem: str
    tag: str
    phrase: str
    content: frozenset[str]
    surroundings: frozenset[str]
    doers: frozenset[str]
    undergoers: frozenset[str]
    others: frozenset[str]
    times: frozenset[str]
    places: frozenset[str]
    event_type: str | None
    entity: str | None
    entity_kind: str | None
    titles: frozenset[str]
    proper: frozenset[str]
    numbers: frozenset[str]
    lands: frozenset[str]
    plural: bool
    gender: str | None
    governor: str
    quoted: bool
    sentence: int
    token: int
    vector: Any
    phrase_vector: Any
    antecedent: Span | str | None = None

    @property
    def modifiers(self) -> frozenset[str]:
        """The content words besides the head."""
        return self.content - {self.stem}

    @property
    def place(self) -> tuple[str, int, int]:
        """Article, start and end."""
        return self.article, self.start, self.end


@dataclass(frozen=True)
class GivenReading:
    """The reading of an article with its given mentions, sorted by place. `stems` counts the content
    stems of the whole text, `lead` those of its first sentences, `names` those of proper names. `called`
    has the last word of a name with the stem of a noun that the article calls its bearer by."""

    reading: Reading
    mentions: tuple[GivenMention, ...]
    stems: Mapping[str, int]
    lead: Mapping[str, int]
    names: Mapping[str, int]
    called: frozenset[tuple[str, str]]
