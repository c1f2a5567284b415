"""How a sentence looks ahead, and what was only sought."""

import re

from ..model.claim import StoryEventMention
from ..model.edtf import last_day

_AHEAD = re.compile(
    r"\b(?:will|shall|would|(?:is|are|was|were|set|due|about|going|poised|slated|agreed|agrees) to|plan(?:s|ned|ning)?"
    r"|scheduled|supposed|due\b(?! to)|expect(?:s|ed)|intends?|intending|prepar(?:e|es|ed|ing|ations?)|propos(?:e|es|ed|als?)|upcoming|forthcoming"
    r"|aims?|next|announce[sd]?|pledge[sd]?|promise[sd]?)\b|['’]ll\b",
    re.IGNORECASE,
)


def looks_ahead(words: str) -> bool:
    """Whether a sentence tells of something to come; what was only tried ("tried to storm the bridge"), or was the
    aim of something past, is not."""
    return bool(_AHEAD.search(words))


def was_only_sought(mention: StoryEventMention, came_out: str) -> bool:
    """Whether a report has as intended what it places before its own day, without a word of an appointment: "sought an accord at
    talks last week"; or as promised on a day that is not to come, which is the day of the promise."""
    if mention.status == "promised" and mention.time is not None and came_out:
        return last_day(mention.time) <= came_out
    if mention.status not in ("planned", "predicted") or mention.time is None:
        return False
    return last_day(mention.time) < came_out and not looks_ahead(mention.sentence.words)
