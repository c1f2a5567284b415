"""A sentence from outside against the record: supported, contested, only said, never happened, or unknown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from spacy.tokens import Doc, Token

from ..lexicon.synonyms import senses
from ..model.claim import Claim
from ..model.event import REAL, Status
from ..model.reading import Reading
from ..model.record import Record
from ..model.text import Citation
from ..model.value import Value
from ..reading.anchor import anchor
from ..reading.reader import Reader, given_date
from .assertion import assertion, main_word
from .belongings import Belonging, belongings, swapped
from .compare import HELD, Comparison, Question, compare
from .shelf import Shelf, Shelved
from .shelving import shelf_of
from .told import Deed, Told, told

Verdict = Literal["supported", "contested", "only said", "never happened", "unknown"]

CONSIDERED = 40
"""Sentences of the record that are held against a checked one: those that share most with it."""


NOT_ASKED = ("ner", "lemmatizer")
"""Components of the language pipeline of which nothing is asked about a sentence of the record."""


class Checked(Value, frozen=True):
    """One checked sentence: its place in the text, the verdict, why in words, the exact words that bear it out or
    speak against it, the claims behind them, and the highest number of independent sources among those."""

    start: int
    end: int
    words: str
    verdict: Verdict
    why: str
    citations: tuple[Citation, ...]
    claims: tuple[str, ...]
    independent: int


class Checker:
    """Holds texts against one record. Loads and indexes once."""

    def __init__(self, record: Record, readings: Iterable[Reading], reader: Reader) -> None:
        """`readings` are the story's kept readings, `reader` one with the story's pipeline."""
        self._shelf = shelf_of(record, readings)
        self._reader = reader

    @classmethod
    def on(cls, shelf: Shelf, reader: Reader) -> "Checker":
        """The Checker of sentences that are on a shelf already."""
        checker = cls.__new__(cls)
        checker._shelf, checker._reader = shelf, reader
        return checker

    def check(self, text: str, published: str | None = None) -> list[Checked]:
        """One result for each sentence of `text`, in order. Days like "on Tuesday" are counted from
        `published` (ISO); without it they say nothing about the day. Raises ValueError for a day
        that is none."""
        reading = self._reader.read(text, as_is=True)
        written = {event.id: event.status for event in reading.events}
        if published:
            reading = anchor(reading, given_date(published))
        return [
            self._check(_as_written(told(reading, sentence, text, self._shelf.keys), written))
            for sentence in reading.sentences
        ]

    def _check(self, asked: Told) -> Checked:
        doc = self._reader.pipeline(asked.citation.words)
        question = self._question(asked, doc)
        near = self._shelf.alike(asked.words, asked.names, CONSIDERED)
        compared = self._with_belongings(belongings(doc), self._compared(question, near))
        verdict, why, found = _judge(question, compared)
        claims: list[Claim] = []
        for one in found:
            claims += self._shelf.claims_at(
                one.source,
                one.deed.event if one.deed else None,
                one.saying.statement if one.saying else None,
            )
        held = [claim for claim in claims if _bears(claim, question, verdict)]
        independent = max((claim.standing.independent for claim in held), default=0)
        if verdict == "supported":
            verdict, why = _by_standing(question, found, held, why)
        return Checked(
            start=asked.citation.start,
            end=asked.citation.end,
            words=asked.citation.words,
            verdict=verdict,
            why=why,
            citations=tuple(one.source.citation for one in found),
            claims=tuple(dict.fromkeys(claim.id for claim in held)),
            independent=independent,
        )

    def _question(self, asked: Told, doc: Doc) -> Question:
        main = main_word(doc)
        said = None
        if main is not None:
            # Only what the main clause itself reports is checked as a saying.
            said = next(
                (
                    saying
                    for saying in asked.sayings
                    if saying.cue & senses(main.lower_)
                    and saying.speaker
                    and not any(deed.words & saying.cue for deed in asked.deeds)
                ),
                None,
            )
        deed = _asserted_deed(asked, main)
        if deed is not None:
            carries = deed.words
        else:
            carries = senses(main.lower_) if main is not None else frozenset()
        return Question(
            told=asked,
            deed=deed,
            main=carries,
            put=assertion(doc, carries) or "happened",
            attributed=said,
        )

    def _compared(self, question: Question, near: Sequence[Shelved]) -> list[Comparison]:
        """Each of these sentences held against the question."""
        weights = self._shelf.weights
        compared = [
            compare(question, shelved.told, shelved.around, weights, "happened") for shelved in near
        ]
        # Where nothing that reading had found is found again, how the sentence puts it is worth a parse.
        open_ = [
            place
            for place, one in enumerate(compared)
            if not (one.deed or one.saying) and (one.held or one.contradicts)
        ]
        for place, doc in zip(open_, self._parsed(compared[n].source for n in open_), strict=True):
            status = assertion(doc, question.main)
            shelved = near[place]
            compared[place] = compare(question, shelved.told, shelved.around, weights, status)
        return compared

    def _with_belongings(
        self, asked: Sequence[Belonging], compared: Sequence[Comparison]
    ) -> list[Comparison]:
        """The comparisons with what a parse shows of whose is what ("Kenyan boats")."""
        if not asked:
            return list(compared)
        held = [one for one in compared if one.held]
        told_of = dict(zip(map(id, held), self._parsed(one.source for one in held), strict=True))
        return [
            replace(one, differs=(*one.differs, *swapped(asked, belongings(told_of[id(one)]))))
            if id(one) in told_of
            else one
            for one in compared
        ]

    def _parsed(self, sources: Iterable[Told]) -> list[Doc]:
        """The sentences parsed, all at once and without what is not asked of them."""
        words = [source.citation.words for source in sources]
        return list(self._reader.pipeline.pipe(words, disable=NOT_ASKED, batch_size=CONSIDERED))


def _asserted_deed(asked: Told, main: Token | None) -> Deed | None:
    """The event that the main clause asserts: the one told by its main word, else the first."""
    if main is not None:
        own = senses(main.lower_)
        for deed in asked.deeds:
            if deed.words & own:
                return deed
    return next(iter(asked.deeds), None)


def _bears(claim: Claim, question: Question, verdict: Verdict) -> bool:
    """Whether a claim says what the verdict rests on: that it is so, or (for what never happened, and for a
    sentence that itself says no more than planned, threatened, denied) that it is not."""
    if verdict == "never happened":
        return claim.status not in REAL
    asked = question.deed.status if question.deed else question.put
    return (question.attributed is None and asked not in REAL) or claim.status in REAL


def _with_status(deed: Deed, statuses: Mapping[str, Status]) -> Deed:
    return replace(deed, status=statuses.get(deed.event, deed.status))


def _as_written(asked: Told, statuses: Mapping[str, Status]) -> Told:
    """The sentence with the statuses that it has by itself: whether what it tells lies after the story's
    day is for the record to say."""
    return replace(asked, deeds=tuple(_with_status(deed, statuses) for deed in asked.deeds))


def _judge(
    question: Question, compared: Sequence[Comparison]
) -> tuple[Verdict, str, list[Comparison]]:
    """The verdict before standing, why, and the comparisons that it rests on."""
    held = [one for one in compared if one.held]
    real = [one for one in held if one.status in REAL]
    against = [one for one in compared if one.contradicts]
    firm = [one for one in real if not one.relaxed]
    if firm:
        return "supported", "", firm
    if real and not any(one.share >= HELD and one.deed for one in against):
        return "supported", "", real
    held = [one for one in held if one.status not in REAL]
    if alleged := [one for one in held if one.status == "alleged"]:
        return "only said", "the record has it only as an accusation", alleged
    if held:
        best = max(held, key=lambda one: one.share)
        return "never happened", f"the record has it only as {best.status}", held
    if against:
        best = max(against, key=lambda one: one.share)
        kinds = ", ".join(f"{kind} ({note})" for kind, note in best.differs)
        return (
            "contested",
            f"the record has it otherwise: {kinds}",
            [one for one in against if one.differs == best.differs],
        )
    return "unknown", _what_is_missing(compared), []


def _what_is_missing(compared: Sequence[Comparison]) -> str:
    near = [one for one in compared if one.missing]
    if not near:
        return "no report tells of it"
    best = max(near, key=lambda one: (one.share, -len(one.missing)))
    return f"no report tells of it; the nearest lacks {'; '.join(best.missing[:3])}"


def _by_standing(
    question: Question, found: Sequence[Comparison], claims: Sequence[Claim], why: str
) -> tuple[Verdict, str]:
    """Supported, or only said by one party, or contested, by the standing of the claims behind it."""
    contested = [claim for claim in claims if {"contested", "denied"} & set(claim.standing.flags)]
    if contested:
        return "contested", "the record holds reports that cannot both be so: " + "; ".join(
            contested[0].standing.flags
        )
    if question.attributed:
        return "supported", "reported as said by them"
    own = [one for one in found if not _is_said(one, question.main)]
    independent = max((claim.standing.independent for claim in claims), default=0)
    if question.deed and question.deed.status in ("planned", "promised"):
        return "supported", "announced by those whom the reports name"
    if own:
        return "supported", "told by reports in their own voice"
    if independent >= 2:
        return "supported", f"told by {independent} independent sources"
    voices = sorted({report.voice.name for claim in claims for report in claim.reports})
    return "only said", "only what " + (", ".join(voices) or "somebody quoted") + " says"


def _is_said(one: Comparison, main: frozenset[str]) -> bool:
    """Whether the source has it only as somebody's words."""
    if one.deed is not None:
        return one.deed.voice is not None
    return any(main & frozenset[str]().union(*saying.content) for saying in one.source.sayings)
