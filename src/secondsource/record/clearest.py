"""By whose words a claim is shown, on every page and in every export the same."""

from collections.abc import Sequence

from ..model.claim import Report, StoryEventMention
from .standing import UNSTATED_VOICE
from .voices import UNKNOWN_VOICE

_NAMELESS = (UNSTATED_VOICE.id, UNKNOWN_VOICE.id)
_BOTH_SIDES = 2
"""Who did it and to whom: a sentence that names more is no clearer."""


def clearest(reports: Sequence[Report], mentions: Sequence[StoryEventMention] = ()) -> str:
    """The words of the report that tells best on its own: a sentence of the text rather than a headline, nothing that a
    copy has changed, of an event's `mentions` (one for each report, in their order) one that names both sides, of a voice
    that is stated; then the shortest, and of equally short ones the first by article and place."""
    named = [min(_BOTH_SIDES, len(mention.who)) for mention in mentions] or [0] * len(reports)
    best = min(
        range(len(reports)),
        key=lambda n: (
            reports[n].part != "text",
            reports[n].altered is not None,
            -named[n],
            reports[n].voice.id in _NAMELESS,
            len(reports[n].words),
            reports[n].article,
            reports[n].start,
        ),
    )
    return reports[best].words
