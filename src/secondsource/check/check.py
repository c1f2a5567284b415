"""A sentence from outside against the record: supported, contested, only said, never happened, or unknown."""

from collections.abc import Iterable
from dataclasses import replace

from ..model.claim import Claim
from ..model.event import REAL, Status
from ..model.reading import Reading
from ..model.record import Record
from ..reading.anchor import anchor
from ..reading.reader import Reader, given_date
from .checked import Checked, together
from .comparing.asked_names import number_keys, with_known_names
from .comparing.compare import AHEAD, DENIALS, compare
from .comparing.core import (
    ENOUGH_CORE,
    PROMISING,
    is_promised,
    opposed,
    too_loose,
    too_many,
    unheld,
)
from .comparing.dates import in_year_of
from .comparing.figures import agreeing, has_numbers
from .comparing.saying import Verdict, by_standing, credited, is_credited
from .grammar.assertion import (
    DOUBTING,
    assertion,
    assertion_of_number,
    carried,
    marks,
    whole_assertion,
)
from .grammar.belongings import belongings, of_another, swapped
from .grammar.clauses import exchanged, is_of_same
from .grammar.guards import unborne
from .grammar.joined import clauses_of, is_of_one, without_marks
from .grammar.meant import unless_nobody
from .grammar.parses import Parses
from .grammar.roles import misplaced
from .grammar.stances import left_open, over_already
from .grammar.wording import may_be_near, said_by_nearest, told_otherwise
from .judging import judge
from .question import question_of
from .shelves.shelf import Shelf, Shelved
from .shelves.shelving import shelf_of
from .shelves.worth import is_near, tells_by_number
from .telling.contents import Contents
from .telling.kin import word_kin
from .telling.told import Told, told
from .telling.values import HELD, PASSING, Comparison, Question, as_written

CONSIDERED = 40
"""Sentences of the record that are held against a checked one: those that share most with it."""


OF_A_CLAUSE = 20
"""The same for a clause of one, which has fewer words to be found by and is asked about after the whole."""

ABOUT = 0.25
"""Share from which on a sentence of the record is about what the checked one is about."""


class Checker:
    """Holds texts against one record. Loads and indexes once."""

    def __init__(self, record: Record, readings: Iterable[Reading], reader: Reader) -> None:
        """`readings` are the story's kept readings, `reader` one with the story's pipeline."""
        self._shelf = shelf_of(record, readings)
        self._reader = reader
        self._parses = Parses(reader.pipeline)

    @classmethod
    def on(cls, shelf: Shelf, reader: Reader) -> "Checker":
        """The Checker of sentences that are on a shelf already."""
        checker = cls.__new__(cls)
        checker._shelf, checker._reader = shelf, reader
        checker._parses = Parses(reader.pipeline)
        return checker

    def check(self, text: str, published: str | None = None) -> list[Checked]:
        """One result for each sentence of `text`, in order. Days like "on Tuesday" are counted from
        `published` (ISO); without it they say nothing about the day. Raises ValueError for a day
        that is none."""
        return [self._with_clauses(one, published) for one in self._told(text, published)]

    def _told(self, text: str, published: str | None) -> list[Told]:
        text = without_marks(text)
        reading = self._reader.read(text, as_is=True)
        written = {event.id: event.status for event in reading.events}
        if published:
            reading = anchor(reading, given_date(published))
        contents = Contents(reading)
        keys, weights = self._shelf.keys, self._shelf.weights
        return [
            with_known_names(
                as_written(told(contents, sentence, text, keys, weights), written), keys
            )
            for sentence in reading.sentences
        ]

    def _with_clauses(self, asked: Told, published: str | None) -> Checked:
        self._parses = Parses(self._reader.pipeline)
        doc = self._parses.of(asked)
        clauses = clauses_of(doc)
        whole = self._check(asked)
        if clauses == (asked.citation.words,):
            return whole
        told = [one for clause in clauses for one in self._told(clause, published)]
        return together(whole, [self._check(one, OF_A_CLAUSE) for one in told], is_of_one(doc))

    def _judged(
        self, question: Question, alike: Iterable[Shelved]
    ) -> tuple[list[Comparison], tuple[Verdict, str, list[Comparison]]]:
        loosely = (self._loosely(question, shelved) for shelved in alike)
        compared = [
            self._closely(dated, shelved, self._compare(dated, shelved, first))
            for dated, shelved, first in loosely
        ]
        compared = self._of_whom(question, compared)
        return compared, judge(question, compared)

    def _check(self, asked: Told, considered: int = CONSIDERED) -> Checked:
        telling = (*asked.names, *number_keys(asked))
        alike = self._shelf.alike(asked.words, telling, considered)
        doc = self._parses.of(asked)
        question = question_of(asked, doc)
        compared, (verdict, why, found) = self._judged(question, alike)
        if verdict == "unknown" and question.attributed is not None:
            # What a source says without "said" it may credit in another way ("according to", a quotation that goes on).
            speaker = question.attributed.speaker
            theirs = [one for one in alike if is_credited(speaker, one.told)]
            plain = question_of(asked, doc, reported=False)
            others, again = self._judged(plain, theirs)
            if again[0] == "supported":
                compared, (verdict, why, found) = others, again
        other_role = misplaced(doc, self._shelf.keys.known)
        if verdict == "supported" and other_role:
            verdict, why = "contested", other_role
        if verdict == "supported":
            verdict, why, found = unless_nobody(asked, doc, found, self._parses)
        if verdict == "supported":
            verdict, why, found = self._unless_nearer(asked, found, compared)
        claims: list[Claim] = []
        for one in found:
            claims += self._shelf.claims_at(
                one.source,
                one.deed.event if one.deed else None,
                one.saying.statement if one.saying else None,
                agreeing(asked, one.source),
            )
        held = [claim for claim in claims if _bears(claim, question, verdict)]
        independent = max((claim.standing.independent for claim in held), default=0)
        if verdict == "supported":
            verdict, why = by_standing(question, found, held, credited(asked, doc))
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

    def _unless_nearer(
        self, asked: Told, found: list[Comparison], compared: Iterable[Comparison]
    ) -> tuple[Verdict, str, list[Comparison]]:
        """That it is supported by what was found, unless a sentence that is all but the same tells otherwise."""
        parsed = self._parses.of(asked)
        worth = [
            one for one in compared if may_be_near(asked.citation.words, one.source.citation.words)
        ]
        near = {self._parses.of(one.source): one for one in worth}
        bearing = [self._parses.of(one.source) for one in found]
        against = said_by_nearest(parsed, near, bearing, self._shelf.keys.with_name)
        if against is None:
            return "supported", "", found
        doc, there = against
        return "contested", f"the record has it otherwise: there: {there}", [near[doc]]

    def _loosely(
        self, question: Question, shelved: Shelved
    ) -> tuple[Question, Shelved, Comparison]:
        """The question with its days in the year of a sentence of the record, that sentence, and how it stands to it as far as no
        parse of it is needed."""
        if question.told.yearless:
            dated = in_year_of(question.told, shelved.told, shelved.around)
            question = replace(question, told=dated)
        weights = self._shelf.weights
        first = compare(question, shelved.told, shelved.around, weights, "happened")
        return question, shelved, first

    def _compare(self, question: Question, shelved: Shelved, first: Comparison) -> Comparison:
        if first.deed or first.saying or not is_near(first):
            return first
        # Nothing that reading had found again: only now is it worth a parse, if there is a word to ask for.
        spoken = shelved.told.spoken
        by_number = tells_by_number(question, shelved.told)
        turned = False
        status: Status | None = None
        if question.light or by_number or (question.main | question.against) & spoken:
            doc = self._parses.of(shelved.told)
            status = assertion(doc, question.main)
            if status is None and question.light:
                status = whole_assertion(doc)
            of_amount = question.light or question.has
            if (status is None and by_number) or (
                of_amount and has_numbers(question.told.figures, shelved.told)
            ):
                # "Lasted five hours", "met for five hours": what the number stands with tells it.
                status = assertion_of_number(doc, question.told.figures, of_amount) or status
        if status is None and question.against & spoken:
            opposite = carried(self._parses.of(shelved.told), question.against)
            turned = opposite in ("happened", "negated")
            if turned:
                status = "negated" if opposite == "happened" else "happened"
        if status is None and first.share >= HELD and _shared_core(question, shelved.told):
            status = _unreal_alone(shelved.told)
            if question.main & DENIALS and status in ("denied", "negated"):
                status = "happened"
        if status in AHEAD and is_promised(question, shelved.told):
            status = "happened"
        found = compare(question, shelved.told, shelved.around, self._shelf.weights, status)
        if turned:
            return replace(found, turned=True, anchored=True, own=found.share)
        return found

    def _is_doubted(self, one: Comparison) -> bool:
        """Whether a source has what lies ahead only as what somebody fears, denies or is accused of."""
        if one.deed is None or one.deed.status not in AHEAD:
            return False
        doc = self._parses.of(one.source)
        found = [token for token in doc if word_kin(token.lower_) & one.deed.words]
        return bool(found) and all(
            any(over.lemma_.lower() in DOUBTING for over in (*token.ancestors, *marks(token)))
            for token in found
        )

    def _closely(self, question: Question, shelved: Shelved, one: Comparison) -> Comparison:
        """The comparison with what a parse of the sentence shows: the words that carry it, and whose is what
        ("Kenyan boats")."""
        if one.share < PASSING or one.missing:
            return one
        if question.put in AHEAD and self._is_doubted(one):
            one = replace(one, doubted=True)
        if one.deed is not None and one.deed.status in REAL and question.asserts:
            # Before a deed is taken for done, its sentence is parsed once more for what leaves it open.
            doc = self._parses.of(one.source)
            again = assertion(doc, one.deed.words)
            if again is not None and again not in REAL:
                return replace(one, missing=(f"told there as {again}",))
            if not one.deed.words & question.main:
                # Found by its kind alone: how the sentence puts the word itself counts.
                again = assertion(doc, question.main)
                if again is not None and again not in REAL:
                    one = replace(one, status=again, deed=None)
        is_of_verb = not question.light and not question.has
        if one.deed is None and one.saying is None and question.asserts and is_of_verb:
            asked = self._parses.of(question.told)
            real = one.status in REAL
            counts = is_of_same(asked, question.main, self._shelf.keys.with_name, real)
            doc = self._parses.of(one.source)
            if assertion(doc, question.main) is not None:
                again = assertion(doc, question.main, counts)
                if again is None:
                    return replace(one, missing=("the word that carries it",))
                if real:
                    one = replace(one, status=again)
        core = question.core
        if is_promised(question, one.source):
            core = tuple(word for word in core if not word.kin & PROMISING)
        if one.deed is None and one.saying is None and question.put == "negated" and one.differs:
            # Who denies one thing has said nothing of another that goes by the same verb.
            asked = self._parses.of(question.told)
            counts = is_of_same(asked, question.main, self._shelf.keys.with_name, False)
            doc = self._parses.of(one.source)
            if assertion(doc, question.main, counts) is None:
                one = replace(one, missing=("the word that carries it",))
        if one.to_come:
            # "Has swollen to", "could reach": the number says what it is about.
            core = tuple(word for word in core if not word.kin & question.main)
        lacks = unheld(core, one, shelved.around)
        loose = too_loose(core, one)
        if too_many(lacks, core, one):
            one = replace(one, missing=tuple(word.words for word in lacks))
        elif loose:
            one = replace(one, missing=tuple(word.words for word in loose))
        elif not lacks and len(core) >= (1 if one.saying else ENOUGH_CORE):
            one = replace(one, anchored=True)
        if not one.held and not one.contradicts:
            return one
        if not one.turned:
            one = replace(one, differs=(*one.differs, *opposed(question.turning, one)))
            one = self._by_roles(question, one)
        if one.held:
            asked, source = (self._parses.of(item) for item in (question.told, one.source))
            ties = self._shelf.keys.with_name
            lacking = unborne(question, one, shelved.around, asked, source, ties)
            lacking += over_already(asked, source)
            if one.status in REAL:
                lacking += left_open(asked, source)
            one = replace(one, missing=(*one.missing, *lacking))
            if not one.turned:
                real = one.status in REAL
                differs = told_otherwise(asked, source, self._shelf.keys.with_name, real)
                one = replace(one, differs=(*one.differs, *differs))
        owned = belongings(self._parses.of(question.told))
        if not owned or not one.held:
            return one
        differs = swapped(owned, belongings(self._parses.of(one.source)))
        return replace(one, differs=(*one.differs, *differs))

    def _of_whom(self, question: Question, compared: list[Comparison]) -> list[Comparison]:
        """The comparisons without those that hold the sentence though what it calls a nation's is another's by
        the sentences that are about the same ("the Kenyan licence")."""
        owned = belongings(self._parses.of(question.told))
        if not owned or not any(one.held for one in compared):
            return compared
        # Only what speaks of the same thing can give it to another: the rest is not worth a parse.
        things = frozenset[str]().union(*(noun for _, noun in owned))
        about = [
            found
            for one in compared
            if one.share >= ABOUT and things & one.source.spoken
            for found in belongings(self._parses.of(one.source))
        ]
        found = []
        for one in compared:
            there = one.source.lent.union(*one.source.names)
            lacking = of_another(owned, there, about) if one.held else ()
            found.append(replace(one, missing=(*one.missing, *lacking)))
        return found

    def _by_roles(self, question: Question, one: Comparison) -> Comparison:
        """The comparison with who does what to whom by the grammar of the two sentences."""
        asked, told = (self._parses.of(item) for item in (question.told, one.source))
        main = question.main if question.attributed is None else question.attributed.cue
        found = exchanged(asked, told, main, self._shelf.keys.with_name)
        if found is None:
            return replace(one, missing=(*one.missing, "that it was they"))
        return replace(one, differs=(*one.differs, *found))


def _shared_core(question: Question, told: Told) -> bool:
    return sum(bool(word.kin & told.spoken) for word in question.core) >= ENOUGH_CORE


def _unreal_alone(told: Told) -> Status | None:
    """The status of what a sentence tells if it tells of nothing that is so."""
    if not told.deeds or any(deed.status in REAL for deed in told.deeds):
        return None
    return told.deeds[0].status


def _bears(claim: Claim, question: Question, verdict: Verdict) -> bool:
    """Whether a claim says what the verdict rests on: that it is so, or (for what never happened, and for a
    sentence that itself says no more than planned, threatened, denied) that it is not."""
    if verdict == "never happened":
        return claim.status not in REAL
    asked = question.deed.status if question.deed else question.put
    return (question.attributed is None and asked not in REAL) or claim.status in REAL
