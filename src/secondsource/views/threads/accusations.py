"""Accusations and denials: who accuses whom of what, and who denies it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...model.event import REAL, Status
from ...model.text import Reference
from .item import Related, Step, ThreadItem
from .joining import Strand, strands
from .known import Days, Known, Told, stems_of, words_before
from .making import make_item, related_to, side, voices_of

_DEEDS = frozenset({"assault", "coerce", "mobilize", "protest", "sanction", "threaten"})
"""What one may be accused of; who says that he did not help or meet denies no wrong."""
_REFUSES = re.compile(
    r"\b(?:will not|won[’']t|would not|wouldn[’']t|shall not)\b[^,;.]*$", re.IGNORECASE
)
_DENIED = frozenset({"denied", "negated"})


def accusations(known: Known) -> tuple[ThreadItem, ...]:
    """Each accusation, and each thing that is denied, once. States: `no denial known`, `denied`."""
    accusing = [item for item in known.told if _accuses(item)]
    of = {item.event.about for item in accusing}
    denied = {item.event.about for item in known.told if _is_denial(item)}
    accusers = {item.id for item in accusing}
    denying = [
        item
        for item in known.told
        if item.id not in of
        and item.id not in accusers
        and (item.id in denied or _denies_own(item, known))
    ]
    found = [
        *strands(accusing, lambda item: _who_is_accused(item, known)),
        *strands(
            [replace(item, sources=frozenset({_who_is_accused(item, known)})) for item in denying],
            lambda item: f"{_who_is_accused(item, known)} {item.event.event_type}",
            least=1,
        ),
    ]
    return tuple(_item(strand, known) for strand in found)


def _accuses(told: Told) -> bool:
    """An accusation proper; criticism and inquiry accuse nobody of anything."""
    return (
        told.event.event_type == "accuse"
        and told.event.mode not in ("disapprove", "investigate")
        and bool(told.statuses & (REAL | _DENIED))
        and bool(told.sources or told.targets)
    )


def _is_denial(told: Told) -> bool:
    """Denying, or rejecting what is then told as denied."""
    return told.event.event_type == "reject" and told.is_real and told.event.mode == "deny"


def _denies_own(told: Told, known: Known) -> bool:
    """A deed that is denied, or said not to be, by the party that would do it."""
    if told.event.event_type not in _DEEDS or _REFUSES.search(words_before(told.first)):
        return False
    if not told.statuses & _DENIED or told.is_real:
        return False
    if "denied" not in told.statuses and known.about([told.id], "reject"):
        return False  # "ruled out": a promise not to, not a denial
    speakers = {known.party(voice) for voice in voices_of([told])}
    return bool(speakers & told.sources) or ("denied" in told.statuses and bool(speakers))


def _who_is_accused(told: Told, known: Known) -> str:
    inner = known.inner(told)
    if told.event.event_type == "accuse":
        accused = told.targets or (inner.sources if inner else frozenset())
        return min(accused, default="")
    own = {known.party(voice) for voice in voices_of([told])}
    return min(told.sources or own, default="")


def _item(strand: Strand, known: Known) -> ThreadItem:
    denials = list(_denials(strand, known))
    related: list[Related] = []
    for told in strand.told:
        if (inner := known.inner(told)) is not None:
            related.append(related_to("of", inner))
        if told.event.event_type != "accuse":
            related.append(related_to("denial", told, voices_of([told])))
    related += [
        related_to("denial", told, told.event.sources or voices_of([told])) for told in denials
    ]
    denied = bool(denials) or any(told.statuses & _DENIED for told in strand.told)
    return make_item(
        "accusations",
        strand,
        known,
        _state,
        who=_accusers(strand, known),
        whom=_accused(strand, known),
        what=_what(strand, known),
        related=list({one.event: one for one in related}.values()),
        final="denied" if denied else None,
        later=[
            Step(day=told.sights[0].published, state="denied", citations=(told.first.sentence,))
            for told in denials
        ],
    )


def _denials(strand: Strand, known: Known) -> Iterator[Told]:
    inside = {told.id for told in strand.told}
    inside |= {told.event.about for told in strand.told if told.event.about}
    answering = known.about(inside, "reject")
    about = {told.id for told in answering}
    for told in known.in_articles(strand.articles, "reject"):
        if told.id not in about and _dismisses(told, strand):
            answering.append(told)
    yield from (told for told in known.in_order(answering) if told.is_real)


_CLAIM_WORDS = stems_of("claim claims allegation allegations accusation accusations charge charges")


def _dismisses(told: Told, strand: Strand) -> bool:
    """Whether it rejects "the claim" in an article right after the accusation (500 letters)."""
    if not told.object or not told.object <= _CLAIM_WORDS:
        return False
    if told.sources & strand.sources:
        return False
    return any(
        sight.mention.article == told.first.article
        and sight.mention.part == told.first.part
        and 0 <= told.first.start - sight.mention.start <= 500
        for item in strand.told
        if item.event.event_type == "accuse"
        for sight in item.sights
    )


def _accusers(strand: Strand, known: Known) -> tuple[Reference, ...]:
    found = {
        ref.id: ref
        for told in strand.told
        if told.event.event_type == "accuse"
        for ref in (told.event.sources or voices_of([told]))
    }
    return tuple(sorted(found.values(), key=lambda ref: (ref.name, ref.id)))


def _accused(strand: Strand, known: Known) -> tuple[Reference, ...]:
    found: dict[str, Reference] = {}
    for told in strand.told:
        if told.event.event_type == "accuse":
            inner = known.inner(told)
            refs = told.event.targets or (inner.event.sources if inner else ())
        else:
            refs = told.event.sources or voices_of([told])
        found |= {ref.id: ref for ref in refs if known.is_actor(ref)}
    return tuple(sorted(found.values(), key=lambda ref: (ref.name, ref.id))) or side(
        strand, known, "targets"
    )


def _what(strand: Strand, known: Known) -> str | None:
    for told in strand.told:
        inner = known.inner(told)
        if told.event.event_type == "accuse" and inner is not None:
            return inner.first.words
        if told.event.event_type != "accuse":
            return told.first.words
    return None


def _state(statuses: frozenset[Status], days: Days | None, day: str | None) -> str:
    return "denied" if statuses & _DENIED else "no denial known"
