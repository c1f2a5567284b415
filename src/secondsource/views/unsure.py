"""Unsure: pairs that may be one and were kept apart, the most important first, for a person to answer."""

from ..model.judgement import Doubt, by_importance
from ..model.record import Record

KINDS = ("actor", "event", "utterance")


def unsure(record: Record, kind: str | None = None) -> tuple[Doubt, ...]:
    """The open questions of a record, only those of a kind if one is given. Answered ones are not in it;
    those that a person was unsure of come first. Raises ValueError for a kind that is none of `KINDS`."""
    if kind is not None and kind not in KINDS:
        raise ValueError(f"no kind {kind!r}; there are: {', '.join(KINDS)}")
    found = (doubt for doubt in record.doubts if kind is None or doubt.kind == kind)
    return tuple(sorted(found, key=by_importance))
