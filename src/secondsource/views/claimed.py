"""Which words of a sentence a claim is about: one sentence often tells of several things."""

from ..model.claim import Claim, SeriesPoint, Utterance
from ..model.record import Record
from ..model.text import Citation
from .event_words import event_words, is_mutual, status_words, who_words
from .figure_words import counted_apart, figure_words
from .quotes import said_words
from .sources import best_report, citation_of

Place = tuple[str, str, str]
"""Article id, part and start of a sentence."""


def place_of(cited: Citation) -> Place:
    """Where a sentence stands."""
    return (cited.article, cited.part, str(cited.start))


class Claimed:
    """What the sentences of a record tell of each event and number, and who says what is said."""

    def __init__(self, record: Record) -> None:
        """Gathers them once."""
        self._events = {event.id: event for event in record.events}
        self._triggers = {
            (event.id, place_of(mention.sentence)): mention.words
            for event in record.events
            for mention in reversed(event.mentions)
        }
        numbers = [(series.id, point) for series in record.series for point in series.points]
        self._values = {point.id: (series, point.low, point.high) for series, point in numbers}
        self._points = {
            (self._values[point.id], place_of(point.sentence)): point
            for _, point in reversed(numbers)
        }
        self._utterances = {item.id: item for item in record.utterances}

    def of(self, claim: Claim, words: str | None = None) -> str | None:
        """The words that tell of the claim, in its report whose sentence is `words` (else in its best);
        None for an utterance or a role, whose words are the whole."""
        point = self._point(claim, words)
        if point is not None:
            return figure_words(point)
        return self._triggers.get((claim.about, self._place(claim, words)))

    def what(self, claim: Claim) -> str:
        """What is claimed, in our words: of what is said who and by which words of saying, since "denied" turns
        the content round; of an event or a number its status."""
        utterance = self._utterances.get(claim.about)
        if utterance is None:
            return status_words(claim.status, claim.kind)
        return said_words(utterance)

    def details(self, claim: Claim) -> str | None:
        """What was worked out of an event or a number: its type with those who do it and those to whom it
        is done, or what is counted where the words do not hold it; None where that is nothing."""
        point = self._point(claim)
        if point is not None:
            return counted_apart(point)
        event = self._events.get(claim.about)
        if event is None:
            return None
        doing, to = ([item.name for item in side] for side in (event.sources, event.targets))
        together = is_mutual(event)
        who = ", ".join(dict.fromkeys([*doing, *to])) if together else who_words(doing, to)
        called = event_words(event.event_type, event.mode, self.of(claim))
        return "; ".join(each for each in (called, who) if each)

    def speaker(self, claim: Claim) -> str | None:
        """Who said it, where the claim is that something was said; else None."""
        utterance: Utterance | None = self._utterances.get(claim.about)
        return utterance.voice.name if utterance else None

    def _point(self, claim: Claim, words: str | None = None) -> SeriesPoint | None:
        """The number in the report's sentence that the claim is about: its own, or another's of one value."""
        value = self._values.get(claim.about)
        return self._points.get((value, self._place(claim, words))) if value else None

    def _place(self, claim: Claim, words: str | None = None) -> Place:
        report = next((one for one in claim.reports if one.words == words), best_report(claim))
        return place_of(citation_of(report))
