"""Claims: checkable propositions with all their reports.

That somebody *said* something and that it *is so* are two claims. A claim that it is so takes the
voices of those who vouch for it; a claim that it was said takes the witness: a newsroom to which it
was said, else the readout or statement that was published.
"""

from dataclasses import dataclass

from ..model.actor import StoryVoice
from ..model.claim import (
    Claim,
    Report,
    Series,
    SeriesPoint,
    StoryEvent,
    StoryEventMention,
    Utterance,
)
from ..model.event import REAL, Status
from ..model.reading import Reading
from ..model.statement import Statement
from ..model.text import Citation, Reference
from ..model.value import identifier
from .altered import changed_number, is_turned, told_of, unsupported
from .clearest import clearest, clearest_wording
from .evidence import Evidence
from .occasions import Occasions
from .passed_on import may_be_another, whose_number
from .same_numbers import points_of_claims
from .series import statement_at
from .shared_words import with_shared_words
from .standing import UNSTATED_VOICE, Standings
from .voices import Voices, fronted_statement, newsroom_voice, statement_of
from .vouching import is_age_beside_a_name, is_own_act, is_own_condition, is_own_view, vouches
from .witnesses import witness_of
from .words import normalised


@dataclass(frozen=True)
class _Telling:
    """Who tells what: reports of mentions and numbers."""

    evidence: Evidence
    voices: Voices

    def report(self, told: StoryEventMention | SeriesPoint) -> Report:
        """The report that a mention or a number is: its sentence, with its voice and newsroom, whether the
        voice vouches for it, and who passed it on."""
        reading = self.evidence.reading_of[told.article]
        words = Citation(start=told.start, end=told.end, words=told.words, part=told.part)
        statement = self._statement(told, reading)
        # "At the talks in Mombasa, she said, ...": what stands before the words of saying is said too.
        is_fronted = (
            statement is not None
            and fronted_statement(reading, words, told.sentence) == statement.id
        )
        return Report(
            article=told.article,
            start=told.sentence.start,
            end=told.sentence.end,
            words=told.sentence.words,
            part=told.part,
            newsroom=told.newsroom,
            voice=told.voice,
            vouched=(
                statement is None or self._vouches(statement, told, words, is_fronted, reading)
            ),
            through=self._through(statement, told, words) if statement else None,
            printed_by=self.evidence.printed_by(told.article, words),
            altered="; ".join(
                told_of(change)
                for change, *_ in self.evidence.changed_at(told.article, told.sentence)
            )
            or None,
        )

    def _vouches(
        self,
        statement: Statement,
        told: StoryEventMention | SeriesPoint,
        words: Citation,
        is_fronted: bool,
        reading: Reading,
    ) -> bool:
        """Whether a statement vouches for what its words tell, and it is known whose it is."""
        if may_be_another(statement, reading) or _is_described_by(told):
            return False
        return (
            is_fronted
            or vouches(statement, words)
            or (
                isinstance(told, StoryEventMention)
                and (is_own_act(statement, told.status) or is_own_condition(statement, told.status))
            )
            or (_is_to_come(told) and is_own_view(statement, words))
        )

    def _statement(
        self, told: StoryEventMention | SeriesPoint, reading: Reading
    ) -> Statement | None:
        if told.voice.id == UNSTATED_VOICE.id:
            return None
        if isinstance(told, SeriesPoint):
            return statement_at(reading, self.evidence.figures[told.id])
        mention = self.evidence.event_mentions[told.id][1]
        id = statement_of(reading, mention)
        return self.evidence.statements[id][1] if id in self.evidence.statements else None

    def _through(
        self, statement: Statement, told: StoryEventMention | SeriesPoint, words: Citation
    ) -> Reference | None:
        """The voice from which another has it: in whose words its statement stands, or whose number it tells."""
        outer = self.voices.of_statement(statement.parent) if statement.parent else told.voice
        if outer.id not in (told.voice.id, UNSTATED_VOICE.id):
            return outer
        if isinstance(told, SeriesPoint) and told.nature == "measured":
            whose = whose_number(statement, words, self.evidence.reading_of[told.article])
            owner = self.voices.by_name.get(normalised(whose.name)) if whose else None
            if owner is not None and owner != told.voice.id:
                return self.voices.reference(owner)
        return None


def _is_described_by(told: StoryEventMention | SeriesPoint) -> bool:
    """Whether a number is an age by which the paper describes somebody."""
    if not isinstance(told, SeriesPoint) or told.measured != "age":
        return False
    begins = told.start - told.sentence.start
    return is_age_beside_a_name(told.words, told.sentence.words, begins)


def _is_to_come(told: StoryEventMention | SeriesPoint) -> bool:
    """Whether it is told as what may or will be."""
    if isinstance(told, SeriesPoint):
        return told.nature == "projected"
    return told.status in ("predicted", "conditional", "planned")


def find_claims(
    evidence: Evidence,
    voices: Voices,
    utterances: tuple[Utterance, ...],
    events: tuple[StoryEvent, ...],
    series: tuple[Series, ...],
) -> tuple[Claim, ...]:
    """All claims, sorted by id, each with its standing but without flags (see `conflicts`)."""
    standings = Standings({**voices.by_id, **_witness_voices(evidence)})
    telling = _Telling(evidence, voices)
    occasions = Occasions(evidence, voices)
    claims: list[Claim] = []
    for event in events:
        claims += _event_claims(event, telling, standings)
    for utterance in utterances:
        claims.append(_utterance_claim(utterance, evidence, standings, occasions))
    for line in series:
        claims += _figure_claims(line, telling, standings)
    return tuple(sorted(claims, key=lambda claim: claim.id))


def _witness_voices(evidence: Evidence) -> dict[str, StoryVoice]:
    """The voices of newsrooms that were present themselves."""
    newsrooms = [Reference(id=item.id, name=item.name) for item in evidence.lineage.newsrooms]
    return {
        voice.id: StoryVoice(
            id=voice.id,
            name=voice.name,
            kind="newsroom",
            description=None,
            affiliation=None,
            party=voice.name,
        )
        for voice in map(newsroom_voice, newsrooms)
        if voice.id != UNSTATED_VOICE.id
    }


def _event_claims(event: StoryEvent, telling: _Telling, standings: Standings) -> list[Claim]:
    """One claim for each way in which articles have the event: as real, and as each other status."""
    by_status: dict[Status, list[StoryEventMention]] = {}
    for mention in event.mentions:
        by_status.setdefault(claimed_status(mention.status), []).append(mention)
    claims = []
    for status in sorted(by_status):
        mentions = by_status[status]
        reports = with_shared_words(
            tuple(telling.report(mention) for mention in mentions), telling.evidence
        )
        own = tuple(
            report
            for report, mention in zip(reports, mentions, strict=True)
            if not is_turned(telling.evidence, mention)
        )
        superseded = status == "planned" and event.status in REAL
        claims.append(
            Claim(
                id=event_claim_id(event.id, status),
                about=event.id,
                kind="event",
                status=status,
                words=clearest(reports, mentions),
                reports=reports,
                standing=standings.of(own, ("superseded",) if superseded else ())
                if own
                else unsupported(reports),
            )
        )
    return claims


def event_claim_id(event: str, status: Status) -> str:
    """The id of the claim that an event has this status."""
    return identifier("claim", event, status)


def utterance_claim_id(utterance: str) -> str:
    """The id of the claim that an utterance was said."""
    return identifier("claim", utterance, "said")


def claimed_status(status: Status) -> Status:
    """`happened` for what is reported as so, else the status itself."""
    return "happened" if status in REAL else status


def _utterance_claim(
    utterance: Utterance, evidence: Evidence, standings: Standings, occasions: Occasions
) -> Claim:
    heard_by = {each.id: occasions.hearers(each.id) for each in utterance.statements}
    told = tuple(
        Report(
            article=reported.article,
            start=reported.start,
            end=reported.end,
            words=reported.words,
            part=reported.part,
            newsroom=reported.newsroom,
            voice=witness_of(utterance, reported, evidence, heard_by),
            printed_by=evidence.printed_by(
                reported.article,
                Citation(
                    start=reported.start,
                    end=reported.end,
                    words=reported.words,
                    part=reported.part,
                ),
            ),
        )
        for reported in utterance.statements
    )
    reports = with_shared_words(told, evidence)
    return Claim(
        id=utterance_claim_id(utterance.id),
        about=utterance.id,
        kind="utterance",
        status="happened",
        words=clearest_wording(utterance, [report.words for report in reports]),
        reports=reports,
        standing=standings.of(reports),
    )


def _figure_claims(line: Series, telling: _Telling, standings: Standings) -> list[Claim]:
    """One claim for each number that a series holds."""
    return [_figure_claim(group, telling, standings) for group in points_of_claims(line)]


def figure_claim_id(group: list[SeriesPoint]) -> str:
    """The id of the claim that these points report."""
    return identifier("claim", min(point.id for point in group), "figure")


def _figure_claim(group: list[SeriesPoint], telling: _Telling, standings: Standings) -> Claim:
    reports = with_shared_words(tuple(telling.report(point) for point in group), telling.evidence)
    own = tuple(
        report
        for report, point in zip(reports, group, strict=True)
        if changed_number(telling.evidence, point) is None
    )
    return Claim(
        id=figure_claim_id(group),
        about=min(point.id for point in group),
        kind="figure",
        status=_status_of(group[0]),
        words=clearest(reports),
        reports=reports,
        standing=standings.of(own) if own else unsupported(reports),
    )


def _status_of(point: SeriesPoint) -> Status:
    """What is claimed of a number: that it is so, is planned or is projected."""
    if point.nature == "planned":
        return "planned"
    return "predicted" if point.nature == "projected" else "happened"
