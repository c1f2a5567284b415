"""By whose words a claim is shown, on every page and in every export the same."""

from collections.abc import Collection, Sequence

from ..model.claim import Report, StoryEventMention, Utterance
from .standing import UNSTATED_VOICE
from .voices import UNKNOWN_VOICE
from .words import content_stems

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


def clearest_wording(utterance: Utterance, contents: Collection[str]) -> str:
    """The words by which an utterance is shown: those that most articles quote, if they are a sentence or all that one of them
    tells. A fragment is shown within a sentence that holds it, or "slush fund" would stand for who said that it was none; what
    nobody quotes is shown by the content of which the others tell most."""
    first = utterance.wordings[0] if utterance.wordings else None
    if first is None or first.relation == "paraphrase":
        return _most_told(contents, contents)
    if _is_sentence(first.words) or any(_bare(words) == first.words for words in contents):
        return first.words
    holding = [words for words in contents if first.words in words]
    return _most_told(holding, contents) if holding else first.words


def _bare(words: str) -> str:
    return words.strip('“”"«»„ ,')


def _is_sentence(words: str) -> bool:
    """Whether quoted words begin as a sentence does."""
    first = next((letter for letter in words if letter.isalnum()), "")
    return first.isupper() and len(words.split()) > 2


def _most_told(wordings: Collection[str], contents: Collection[str]) -> str:
    """The wording of whose content words the largest share stands in the contents; the shortest of equal ones."""
    if len(set(wordings)) == 1:
        return next(iter(wordings))
    told = [content_stems(words) for words in sorted(set(contents))]

    def share(words: str) -> float:
        own = content_stems(words)
        return sum(len(own & other) for other in told) / len(own) if own else 0.0

    best = max(map(share, wordings))
    return min((w for w in wordings if share(w) == best), key=lambda words: (len(words), words))
