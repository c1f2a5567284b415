"""Judgements: what a person decided, kept apart from evidence, and what came of it in a record."""

from datetime import UTC, datetime
from typing import Literal

from .claim import Claim, Series, StoryEvent, Utterance
from .text import Citation, Reference
from .value import Value

Decision = Literal["same", "not-same", "unsure", "wrong", "confirmed", "reliability"]
SubjectKind = Literal["actor", "event", "figure", "utterance", "article", "newsroom"]
"""What a subject's id is an id of: a Mention, an EventMention, a Figure, a Statement, an Article, or
(only for reliability) a newsroom."""


class Judgement(Value, frozen=True):
    """A person's decision. `subjects` are ids of mentions (or articles), so that the judgement holds
    when clusters grow. `when` is an ISO 8601 time that the person or their tool states.

    `value` of a reliability is its letter; of `wrong` and `confirmed` it says how far they reach:
    `mention` (only the subjects), `claim` (all of the claim that they stand in, also what joins it
    later) or `actor` (likewise for an actor); of a pair of utterances `voice` says that who speaks is
    meant, not what is said. `cited` are the words that the subjects stood at when they were
    judged, in their order: by them a subject is found again whose id a changed rule no longer makes."""

    id: str
    decision: Decision
    subjects: tuple[str, ...]
    who: str
    when: str
    why: str
    value: str | None = None
    cited: tuple[Citation, ...] = ()


def moment_of(when: str) -> datetime:
    """An ISO 8601 day or time as a moment; a day is its first moment, a time without a zone is UTC.
    Raises ValueError for anything else."""
    moment = datetime.fromisoformat(when)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def in_order(judgement: Judgement) -> tuple[datetime, str]:
    """Sorts judgements: later ones stand above earlier ones, of one moment the greater id above."""
    return moment_of(judgement.when), judgement.id


class StoryJudgement(Value, frozen=True):
    """A judgement as it stands in a record. `fits-nothing`: no subject is found in the story any more;
    `overruled`: a newer judgement, or one that keeps apart, speaks against it; the `reason` says
    which. `items` are the ids of the claims, clusters and newsrooms that it touches."""

    id: str
    decision: Decision
    subjects: tuple[str, ...]
    who: str
    when: str
    why: str
    value: str | None
    status: Literal["applied", "fits-nothing", "overruled"]
    reason: str
    items: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


class SetAside(Value, frozen=True):
    """A claim that a person judged wrong: kept with all its evidence, but out of every line, count,
    conflict and change of the record. `id` is that of the claim; `event`, `utterance` or `series` is what
    it is about."""

    id: str
    claim: Claim
    judgements: tuple[str, ...]
    event: StoryEvent | None = None
    utterance: Utterance | None = None
    series: Series | None = None


class Doubt(Value, frozen=True):
    """Two items that may be one and were kept apart. `items` are their ids (those of their smallest
    mentions), with a name or words each; `citations` show one mention of each. `score` (0 to 1)
    is how much speaks for their being one, `reason` what does; `weight` is how many mentions
    of the lesser one hang on the answer. `judgements` are those of people who were unsure."""

    id: str
    kind: Literal["actor", "event", "utterance"]
    items: tuple[Reference, Reference]
    citations: tuple[Citation, ...]
    score: float
    weight: int
    reason: str
    judgements: tuple[str, ...] = ()


def by_importance(doubt: Doubt) -> tuple[bool, float, str]:
    """Sorts doubts: those that a person was unsure of first, then by what hangs on them and how much
    speaks for them; the id settles ties."""
    return (not doubt.judgements, -doubt.weight * doubt.score, doubt.id)
