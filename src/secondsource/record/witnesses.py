"""Who vouches that a remark was made: a newsroom that heard it, else who published it, else nobody that is stated."""

from collections.abc import Mapping
from itertools import product

from ..model.claim import Utterance, UtteranceStatement
from ..model.statement import Statement
from ..model.text import Reference
from .evidence import Evidence
from .occasions import Hearers
from .passed_on import is_passed_on
from .standing import UNSTATED_VOICE
from .voices import newsroom_voice
from .vouching import is_heard
from .worded import quoted_words
from .wordings import is_reworded, relation


def witness_of(
    utterance: Utterance,
    reported: UtteranceStatement,
    evidence: Evidence,
    heard_by: Mapping[str, Hearers | None],
) -> Reference:
    """The newsroom, when an article shows that it was said to reporters or in public; else what was published; else it is
    not stated. `heard_by` says of each statement of the utterance who heard it."""
    statement = evidence.statements[reported.id][1]
    hearers = set(heard_by.values())
    if "readers" in hearers and "all" not in hearers:
        return utterance.voice
    own = heard_by[reported.id]
    if "one medium" in hearers or own == "some" or "all" not in hearers:
        return UNSTATED_VOICE
    if "readers" in hearers and own != "all":
        # It was handed out and said aloud: who does not tell that he heard it may have read it.
        return UNSTATED_VOICE
    if own is None:
        speaker = evidence.mentions.get(statement.speaker or "")
        if speaker is None or speaker.kind != "person":
            # A body says the same at many places and in writing; a person is at one place at a time.
            return UNSTATED_VOICE
        public = [evidence.statements[id][1] for id, whom in heard_by.items() if whom == "all"]
        if all(_has_other_words(statement, each) for each in public):
            return UNSTATED_VOICE
    if is_heard(statement) and not is_passed_on(reported, evidence):
        return newsroom_voice(reported.newsroom)
    return UNSTATED_VOICE


def _has_other_words(one: Statement, two: Statement) -> bool:
    """Whether what both quote differs in words that carry sense: then the occasion of one is not known to be the other's."""
    pairs = list(product(quoted_words(one), quoted_words(two)))
    return any(is_reworded(*pair) for pair in pairs) and not any(
        relation(*pair) in ("verbatim", "trimmed") for pair in pairs
    )
