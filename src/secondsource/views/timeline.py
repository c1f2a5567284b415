"""Timeline: what happened, in the order of its days, the most important first to be kept."""

from ..lexicon.stems import stem
from ..model.claim import Claim, Report, StoryEvent, StoryEventMention
from ..model.event import REAL
from ..model.record import Record
from ..model.text import Citation
from .event_words import is_mutual
from .gathering import gathered
from .line import Line
from .place_words import place_words
from .sources import best_report, cited_by
from .ties import Ties, ties_of
from .verify import reasons_to_refuse

NO_TIES = Ties()

_AT_LAW = frozenset(
    map(
        stem,
        """sue sued lawsuit indict indicted indictment prosecute prosecution arraign impeach impeachment trial
        litigate investigate investigation probe inquiry""".split(),
    )
)
"""Words of the type "accuse" that tell of an act at law, which is done and not only said."""

_CHARGED = stem("charged")

OF_WORDS = frozenset({"accuse", "reject", "request", "threaten"})
"""Types that are done with words: they stand with what they are about, not among what is known."""


def is_only_said(event: StoryEvent) -> bool:
    """Whether an event is done with words alone, and is no act at law: a lawsuit is filed, an inquiry opened."""
    if event.event_type not in OF_WORDS:
        return False
    words = {stem(word) for mention in event.mentions for word in mention.words.split()}
    # Who is charged by nobody in particular is charged by the law.
    at_law = words & _AT_LAW or (_CHARGED in words and not event.sources)
    return event.event_type != "accuse" or not at_law


def timeline(record: Record) -> tuple[Line, ...]:
    """Dated events that are reported as so, by day. For the days that matter most see `importance`."""
    claims = {claim.about: claim for claim in record.claims if claim_is_real(claim)}
    events = [
        event
        for event in record.events
        if event.time is not None
        and event.status in REAL
        and event.id in claims
        and (event.sources or event.targets or event.place or event.object)
    ]
    ties = ties_of(record.events)
    lines = [line_of(event, claims[event.id], ties) for event in events]
    return gathered(sorted(lines, key=lambda line: (line.when or "", line.about)))


def claim_is_real(claim: Claim) -> bool:
    """Whether this is the claim that an event is so (not that it was planned)."""
    return claim.kind == "event" and claim.status == "happened"


def line_of(event: StoryEvent, claim: Claim, ties: Ties = NO_TIES) -> Line:
    """The line of an event: the words of its best report, with everything else beside them; what is only
    threatened or demanded with who does so, on what condition, and who answered."""
    best = best_report(claim)
    mention = _mention_in(event, best)
    who = dict.fromkeys(reference.name for reference in (*event.sources, *event.targets))
    return Line(
        about=claim.id,
        words=_words(best, mention),
        citations=cited_by(claim),
        status=claim.status,
        claimed=mention.words if mention else None,
        kind=event.event_type,
        mode=event.mode,
        when=event.time.value if event.time else None,
        when_by=_dated_by(event, mention),
        place=place_words(event),
        who=tuple(who),
        standing=claim.standing,
        to=() if is_mutual(event) else tuple(ref.name for ref in event.targets),
        by=tuple(ref.name for ref in ties.by_whom(event.id)),
        what=event.object if is_only_said(event) else None,
        condition=_words_of_condition(event, ties),
        answered=tuple(
            (answer.mentions[0].words, tuple(ref.name for ref in answer.sources))
            for answer in ties.answers(event.id)
        ),
    )


def _dated_by(event: StoryEvent, shown: StoryEventMention | None) -> Citation | None:
    """The sentence that gives the time of an event, where the one that is shown gives none."""
    if event.time is None or shown is None or shown.time is not None:
        return None
    first = event.time.value.partition("/")[0]  # of what goes on, the day on which it began
    dating = [
        mention
        for mention in event.mentions
        if mention.time is not None
        and (mention.time == event.time.value or first.startswith(mention.time))
    ]
    if any(mention.sentence == shown.sentence for mention in dating):
        return None
    return dating[0].sentence if dating else None


def _words_of_condition(event: StoryEvent, ties: Ties) -> str | None:
    """The words on which the event hangs; those of the threat or promise of it, if it has none itself."""
    for each in (event, *ties.around.get(event.id, ())):
        if each.condition is not None:
            return each.condition.citation.words
    return None


def _mention_in(event: StoryEvent, report: Report) -> StoryEventMention | None:
    """The mention of the event that a report's sentence holds."""
    for mention in event.mentions:
        sentence = mention.sentence
        if (sentence.article, sentence.part, sentence.start) == (
            report.article,
            report.part,
            report.start,
        ):
            return mention
    return None


def _words(report: Report, mention: StoryEventMention | None) -> str:
    """The clause that tells of the event, if the sentence holds it as a sentence of its own; else the
    whole sentence."""
    if mention is None or mention.clause is None:
        return report.words
    clause = mention.clause.words
    return report.words if reasons_to_refuse(clause, [report.words]) else clause
