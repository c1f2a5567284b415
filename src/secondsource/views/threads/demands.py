"""Demands and their answers: who asks what of whom, and what came back."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...model.event import REAL, Status
from ...model.text import Reference
from .item import Related, Step, ThreadItem
from .joining import Strand, strands
from .known import Days, Known, Told, stems_of, words_after
from .making import make_item, related_to, side, voices_of

_ANSWERS = {"reject": "refused", "concede": "met", "agree": "met", "support": "met"}
_OF_REPORTERS = re.compile(
    r"\s*(?:not to be |for (?:a |immediate )?comment|to remain anonymous)", re.IGNORECASE
)
"""What follows a request that belongs to the reporting, not to the story."""
_ASKED = REAL | {"demanded", "requested"}


def demands(known: Known) -> tuple[ThreadItem, ...]:
    """Each demand or appeal once, with its answers. States: `no answer known`, `refused`, `met`,
    `answered both ways`, `announced`."""
    asked = [_with_content(told, known) for told in known.of_types("request") if _is_demand(told)]
    found = strands(asked, lambda told: "", least=3)
    told = [strand for strand in found if _is_told(strand, known)]
    return tuple(_item(strand, known) for strand in _only_spoken_of_once(told, known))


def _only_spoken_of_once(found: list[Strand], known: Known) -> list[Strand]:
    """The strands, where the demands of one party that are only spoken of, without what is asked and
    without an answer ("a reply to Karona's demands"), are one: they are not so many demands more."""
    kept: list[Strand] = []
    spoken_of: dict[frozenset[str], Strand] = {}
    for strand in found:
        own = _says_what(strand, known) or not _is_only_spoken_of(strand)
        if own or any(_answers(strand, known)):
            kept.append(strand)
            continue
        first = spoken_of.setdefault(frozenset(strand.sources), strand)
        if first is strand:
            kept.append(strand)
        for told in strand.told if first is not strand else ():
            first.add(told)
    return kept


def _says_what(strand: Strand, known: Known) -> bool:
    return any(
        known.inner(told) is not None or told.event.about or told.object - _DEMAND_WORDS
        for told in strand.told
    )


def _is_only_spoken_of(strand: Strand) -> bool:
    """Whether the words are all nouns or verbs of demanding: who is said to have warned or urged somebody says what he asks."""
    return all(
        stems_of(sight.mention.words) <= _DEMAND_WORDS
        for told in strand.told
        for sight in told.sights
    )


def _with_content(told: Told, known: Known) -> Told:
    """The demand with what is asked, and with who says it where nobody is named as asking."""
    inner = known.inner(told)
    thing = told.object
    if inner is not None:
        thing |= inner.object | stems_of(inner.first.words)
    speakers = voices_of([told]) if _is_asked_in_words(told) else ()
    return replace(told, object=thing, sources=told.sources or known.parties(speakers))


def _is_demand(told: Told) -> bool:
    """Demands and appeals; proposals of talks and invitations stand among the talks. What merely speaks
    of demands ("to submit to demands") counts where it points back to one."""
    if told.event.mode in ("propose", "meet"):
        return False
    return not all(_OF_REPORTERS.match(words_after(sight.mention)) for sight in told.sights)


def _is_told(strand: Strand, known: Known) -> bool:
    """Whether somebody is reported to ask (or to be about to), and it is told who or what."""
    if any(_answers(strand, known)):
        return True
    asked = [told for told in strand.told if told.statuses & (_ASKED | {"planned"})]
    return any(
        told.sources or told.targets or (known.inner(told) is not None and voices_of([told]))
        for told in asked
    )


def _item(strand: Strand, known: Known) -> ThreadItem:
    answers = list(_answers(strand, known))
    states = {_ANSWERS[told.event.event_type] for told in answers}
    final = None
    if states:
        final = "answered both ways" if len(states) > 1 else min(states)
    related: list[Related] = []
    what = None
    for told in strand.told:
        if (inner := known.inner(told)) is not None:
            related.append(related_to("demanded", inner))
            what = what or (inner.event.object if told.event.object is None else None)
    related += [related_to("answer", told, _who_answers(told)) for told in answers]
    return make_item(
        "demands",
        strand,
        known,
        _state,
        who=_who(strand, known),
        whom=_whom(strand, known),
        related=list({one.event: one for one in related}.values()),
        what=what,
        final=final,
        later=[
            Step(
                day=told.sights[0].published,
                state=_ANSWERS[told.event.event_type],
                citations=(told.first.sentence,),
            )
            for told in answers
        ],
    )


def _who(strand: Strand, known: Known) -> tuple[Reference, ...]:
    who = side(strand, known, "sources")
    if any(known.is_actor(ref) for ref in who):
        return who
    return voices_of(told for told in strand.told if _is_asked_in_words(told)) or who


def _is_asked_in_words(told: Told) -> bool:
    """Whether it is said what is asked, so that who says it may be who asks: who only speaks of demands
    ("we cannot accept demands") does not make them."""
    return told.event.about is not None and not told.points_back


def _whom(strand: Strand, known: Known) -> tuple[Reference, ...]:
    """Of whom: who is named as asked, else who would do what is asked."""
    whom = [ref for ref in side(strand, known, "targets") if known.is_actor(ref)]
    for told in strand.told:
        inner = known.inner(told)
        if inner is not None and not whom:
            whom += [ref for ref in inner.event.sources if known.is_actor(ref)]
    own = strand.sources
    return tuple(
        sorted(
            {ref.id: ref for ref in whom if known.party(ref) not in own}.values(),
            key=lambda ref: (ref.name, ref.id),
        )
    )


def _answers(strand: Strand, known: Known) -> Iterator[Told]:
    """Refusals and concessions that are about the demand or what it asks; or, by another party than the
    one that asks, about the same thing within an article that has both."""
    inside = {told.id for told in strand.told}
    for told in list(strand.told):
        if told.event.about:
            inside.add(told.event.about)
    things = set(strand.object)
    for told in strand.told:
        if (inner := known.inner(told)) is not None:
            things |= inner.object
    found = {told.id: told for told in known.about(inside, *_ANSWERS)}
    for told in known.in_articles(strand.articles, "reject", "concede"):
        if (
            told.sources
            and strand.sources
            and not told.sources & strand.sources
            and (_names_demand(told) or bool(told.object & things))
            and _follows(strand, told)
        ):
            found[told.id] = told
    yield from (told for told in known.in_order(found.values()) if told.is_real)


_DEMAND_WORDS = stems_of(
    "demand demands request requests claim claims condition call calls that it"
)


def _names_demand(told: Told) -> bool:
    """Whether the answer names what it answers only as a demand, so that the last one before is meant."""
    return told.event.object is not None and told.object <= _DEMAND_WORDS


def _follows(strand: Strand, answer: Told) -> bool:
    """Whether the answer stands in the same article at most two sentences (500 letters) after."""
    first = answer.first
    for told in strand.told:
        for sight in told.sights:
            mention = sight.mention
            if (mention.article, mention.part) == (first.article, first.part) and (
                0 <= first.start - mention.start <= 500
            ):
                return True
    return False


def _who_answers(told: Told) -> tuple[Reference, ...]:
    return told.event.sources or voices_of([told])


def _state(statuses: frozenset[Status], days: Days | None, day: str | None) -> str:
    return "no answer known" if statuses & _ASKED else "announced"
