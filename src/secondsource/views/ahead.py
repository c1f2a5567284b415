"""How a sentence looks ahead."""

import re

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
