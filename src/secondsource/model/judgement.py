"""Judgements: what a person decided, kept apart from evidence."""

from typing import Literal

from .value import Value


class Judgement(Value, frozen=True):
    """A person's decision. `subjects` are ids of mentions (or articles), so that the judgement holds
    when clusters grow. `when` is an ISO 8601 time that the person or their tool states."""

    id: str
    decision: Literal["same", "not-same", "unsure", "wrong", "confirmed", "reliability"]
    subjects: tuple[str, ...]
    who: str
    when: str
    why: str
    value: str | None = None
