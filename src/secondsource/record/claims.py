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
    UtteranceStatement,
)
from ..model.event import REAL, Status
from ..model.reading import Reading
from ..model.statement import Statement
from ..model.text import Citation, Reference
from ..model.value import identifier
from .evidence import Evidence
from .occasions import Occasions
from .passed_on import is_passed_on, may_be_another, whose_number
from .series import statement_at
from .series_changes import can_both_hold, contexts_of, same_context
from .standing import UNSTATED_VOICE, Standings
from .utterances import day_range, days_fit
from .voices import Voices, fronted_statement, newsroom_voice, statement_of
from .vouching import is_heard, is_own_act, is_own_condition, is_own_view, vouches
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
        is_fronted = statement is not None and fronted_statement(reading, words) == statement.id
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
        if may_be_another(statement, reading):
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
        reports = tuple(telling.report(mention) for mention in mentions)
        superseded = status == "planned" and event.status in REAL
        claims.append(
            Claim(
                id=event_claim_id(event.id, status),
                about=event.id,
                kind="event",
                status=status,
                words=clearest([report.words for report in reports]),
                reports=reports,
                standing=standings.of(reports, ("superseded",) if superseded else ()),
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


def clearest(wordings: list[str]) -> str:
    """The shortest wording; the first in the alphabet of equally short ones."""
    return min(wordings, key=lambda words: (len(words), words))


def _utterance_claim(
    utterance: Utterance, evidence: Evidence, standings: Standings, occasions: Occasions
) -> Claim:
    reports = tuple(
        Report(
            article=reported.article,
            start=reported.start,
            end=reported.end,
            words=reported.words,
            part=reported.part,
            newsroom=reported.newsroom,
            voice=_witness(utterance, reported, evidence, occasions),
        )
        for reported in utterance.statements
    )
    return Claim(
        id=utterance_claim_id(utterance.id),
        about=utterance.id,
        kind="utterance",
        status="happened",
        words=utterance.wordings[0].words if utterance.wordings else reports[0].words,
        reports=reports,
        standing=standings.of(reports),
    )


def _witness(
    utterance: Utterance, reported: UtteranceStatement, evidence: Evidence, occasions: Occasions
) -> Reference:
    """Who vouches that it was said: the newsroom, when an article shows that it was said to
    reporters or in public; else what was published; else it is not stated."""
    statement = evidence.statements[reported.id][1]
    hearers = {occasions.hearers(each.id) for each in utterance.statements}
    if "readers" in hearers:
        return utterance.voice
    own = occasions.hearers(reported.id)
    if "one medium" in hearers or own == "some" or "all" not in hearers:
        return UNSTATED_VOICE
    speaker = evidence.mentions.get(statement.speaker or "")
    if own is None and (speaker is None or speaker.kind != "person"):
        # A body says the same at many places and in writing; a person is at one place at a time.
        return UNSTATED_VOICE
    if is_heard(statement) and not is_passed_on(reported, evidence):
        return newsroom_voice(reported.newsroom)
    return UNSTATED_VOICE


def _figure_claims(line: Series, telling: _Telling, standings: Standings) -> list[Claim]:
    """One claim for each number that a series holds."""
    return [_figure_claim(group, telling, standings) for group in points_of_claims(line)]


def points_of_claims(line: Series) -> list[list[SeriesPoint]]:
    """The points of a series, those together that say the same number of the same time: they are
    reports of one claim. A point is held against the groups that begin with one of its own bounds."""
    groups: list[list[SeriesPoint]] = []
    by_bound: dict[float | None, list[int]] = {}
    contexts = contexts_of(line.points)
    for point in line.points:
        bounds = {point.low, point.high} - {None}
        for n in sorted({n for bound in bounds for n in by_bound.get(bound, ())}):
            group = groups[n]
            if all(
                _same_number(point, other)
                and (
                    is_telling(point, other, line)
                    or is_large(point, other)
                    or same_context(point, other, contexts)
                )
                for other in group
            ):
                group.append(point)
                break
        else:
            for bound in bounds:
                by_bound.setdefault(bound, []).append(len(groups))
            groups.append([point])
    return groups


def figure_claim_id(group: list[SeriesPoint]) -> str:
    """The id of the claim that these points report."""
    return identifier("claim", min(point.id for point in group), "figure")


def _figure_claim(group: list[SeriesPoint], telling: _Telling, standings: Standings) -> Claim:
    reports = tuple(telling.report(point) for point in group)
    return Claim(
        id=figure_claim_id(group),
        about=min(point.id for point in group),
        kind="figure",
        status=_status_of(group[0]),
        words=clearest([report.words for report in reports]),
        reports=reports,
        standing=standings.of(reports),
    )


LEAST_TELLING = 11
"""Smaller numbers are met by chance; an exact one from here on, of one owner and within days, is not."""


def is_telling(one: SeriesPoint, two: SeriesPoint, line: Series) -> bool:
    """Whether one exact number is enough to know a count again in other words: "118 Kenyan crew members"
    of one week is one count."""
    return (
        line.of is not None
        and one.low is not None
        and (one.low, one.high) == (two.low, two.high)
        and one.low == one.high
        and one.low >= LEAST_TELLING
        and one.low % 100 != 0
    )


LEAST_LARGE = 10_000
"""From here on the same bounds in one series, of one owner and within days, are one count told again, if they
are exact to three digits: round ones ("$1 billion", "thousands") are met by chance."""


def is_large(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether both give the same bounds of a large number that is not round ("14,800 barrels")."""
    value = one.low if one.low is not None else one.high
    return (
        (one.low, one.high) == (two.low, two.high)
        and value is not None
        and value >= LEAST_LARGE
        and len(f"{value:.0f}".rstrip("0")) > 2
    )


def _status_of(point: SeriesPoint) -> Status:
    """What is claimed of a number: that it is so, is planned or is projected."""
    if point.nature == "planned":
        return "planned"
    return "predicted" if point.nature == "projected" else "happened"


def _same_number(one: SeriesPoint, two: SeriesPoint) -> bool:
    """The same bounds for overlapping times, both real or both not yet so."""
    if (one.nature == "planned", one.nature == "projected") != (
        two.nature == "planned",
        two.nature == "projected",
    ):
        return False
    return (
        _share_a_bound(one, two)
        and can_both_hold(one, two)
        and days_fit(day_range(one.as_of), day_range(two.as_of), slack_days=7)
    )


def _share_a_bound(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether one bound is the same in both. The most that one allows is not the least that the other
    does: "50,000 to 100,000" and "more than 100,000" say two things."""
    exact = one.low == one.high or two.low == two.high
    pairs = [(one.low, two.low), (one.high, two.high)]
    if exact:
        pairs += [(one.low, two.high), (one.high, two.low)]
    return any(first is not None and first == second for first, second in pairs)
