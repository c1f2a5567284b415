"""Which words of a sentence a claim is about: one sentence often tells of several things."""

from ..model.claim import Claim
from ..model.record import Record
from ..model.text import Citation
from .sources import best_report, citation_of

Place = tuple[str, str, str]
"""Article id, part and start of a sentence."""


def place_of(cited: Citation) -> Place:
    """Where a sentence stands."""
    return (cited.article, cited.part, str(cited.start))


class Claimed:
    """The words that tell of each event and number of a record, by the sentence they stand in."""

    def __init__(self, record: Record) -> None:
        """Gathers them once."""
        events = {
            (event.id, place_of(mention.sentence)): mention.words
            for event in record.events
            for mention in reversed(event.mentions)
        }
        points = {
            (point.id, place_of(point.sentence)): f"{point.words} {point.measured or ''}".strip()
            for line in record.series
            for point in line.points
        }
        self._words = events | points
        self._speakers = {item.id: item.voice.name for item in record.utterances}

    def of(self, claim: Claim, words: str | None = None) -> str | None:
        """The words that tell of the claim, in its report whose sentence is `words` (else in its best);
        None for an utterance or a role, whose words are the whole."""
        report = next((one for one in claim.reports if one.words == words), best_report(claim))
        return self._words.get((claim.about, place_of(citation_of(report))))

    def speaker(self, claim: Claim) -> str | None:
        """Who said it, where the claim is that something was said; else None."""
        return self._speakers.get(claim.about)
