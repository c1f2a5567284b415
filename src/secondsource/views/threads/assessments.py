"""Assessments and forecasts: who holds what for how likely."""

import re

from ...model.claim import SeriesPoint
from ...model.event import Status
from ...model.text import Reference
from ..figure_words import counted_words
from ..figures import VAGUE
from .item import Step, ThreadItem
from .joining import Strand, strands
from .known import Days, Known, Told, words_after, words_before
from .making import make_item, side, voices_of

_KINDS = frozenset(
    {"assault", "mobilize", "coerce", "sanction", "retreat", "protest", "agree", "concede", "aid"}
)
_LIKELIHOODS = (
    (
        "likely",
        re.compile(r"\b(?:more likely|very likely|highly likely|likely|probabl[ey])\b", re.I),
    ),
    ("unlikely", re.compile(r"\b(?:unlikely|not likely|improbable)\b", re.I)),
    ("certain", re.compile(r"\b(?:certain|inevitable|no doubt|imminent)\b", re.I)),
    (
        "expected",
        re.compile(r"\b(?:expects?|expected|expecting|predicts?|predicted|forecasts?)\b", re.I),
    ),
    ("feared", re.compile(r"\b(?:fears?|feared|worr(?:y|ies|ied)|concerns?|concerned)\b", re.I)),
    (
        "possible",
        re.compile(r"\b(?:could|may|might|can|possib(?:le|ly)|any (?:time|point))\b", re.I),
    ),
)
_DISTANCED = re.compile(
    r"\b(?:alleged(?:ly)?|so-called|supposed(?:ly)?|speculation)\b", re.IGNORECASE
)
_AFTER = re.compile(r"^[^,.;]*\b(?:likely|unlikely|inevitable|imminent|probable)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\b(?:if|unless|should)\b", re.IGNORECASE)


def assessments(known: Known) -> tuple[ThreadItem, ...]:
    """What somebody who is named or described holds for possible, likely or expected, each once; and
    numbers that are estimates or projections. States: `held possible`, `expected`, `estimated`,
    `projected`."""
    told = [item for item in known.told if _is_assessment(item)]
    found = strands(told, lambda item: _who(item, known), least=3)
    items = [
        make_item(
            "assessments",
            strand,
            known,
            _state,
            who=voices_of(strand.told),
            whom=_of_whom(strand, known),
            what=strand.told[0].event.object or strand.told[0].first.words,
            likelihood=_likelihood(strand),
        )
        for strand in found
    ]
    return (*items, *_numbers(known))


def _is_assessment(told: Told) -> bool:
    """Of a deed that is only predicted, expected or possible, by somebody, with a word that says how
    likely before it (not inside a condition)."""
    event = told.event
    if event.event_type not in _KINDS or told.is_real:
        return False
    if not told.statuses <= {"predicted", "hypothetical"} or not voices_of([told]):
        return False
    if event.mode == "exercise" or not (told.sources or told.targets or told.place):
        return False
    before, after = words_before(told.first), words_after(told.first)
    if _DISTANCED.search(before):
        return False
    if "predicted" in told.statuses:
        return True
    if not (told.sources or told.targets) or _ASIDE.search(before):
        return False
    return _word(before) is not None or _AFTER.search(after) is not None


def _word(words: str) -> str | None:
    return next((name for name, pattern in _LIKELIHOODS if pattern.search(words)), None)


def _who(told: Told, known: Known) -> str:
    return min(known.party(voice) for voice in voices_of([told]))


def _of_whom(strand: Strand, known: Known) -> tuple[Reference, ...]:
    both = {ref.id: ref for ref in side(strand, known, "sources") + side(strand, known, "targets")}
    return tuple(both.values())


def _likelihood(strand: Strand) -> str:
    for told in strand.told:
        for sight in told.sights:
            for words in (words_before(sight.mention), words_after(sight.mention)):
                if word := _word(words):
                    return word
    return "expected"


def _state(statuses: frozenset[Status], days: Days | None, day: str | None) -> str:
    return "expected" if "predicted" in statuses else "held possible"


def _numbers(known: Known) -> tuple[ThreadItem, ...]:
    """Points of series that are estimates or projections, each number of one voice once."""
    claims = {claim.about: claim for claim in known.record.claims if claim.kind == "figure"}
    found: dict[tuple[str, ...], list[tuple[str | None, SeriesPoint]]] = {}
    for series in known.record.series:
        for point in series.points:
            if (
                point.nature in ("estimated", "projected")
                and point.article in known.articles
                and point.voice.id not in ("unstated", "unknown-voice")
                and series.measured
                and series.measured.split()[-1] not in VAGUE
            ):
                key = (point.voice.id, series.id, str(point.nature), f"{point.low} {point.high}")
                found.setdefault(key, []).append((series.of, point))
    items = []
    for group in sorted(found):
        of, point = found[group][0]
        claim = claims.get(point.id)
        items.append(
            ThreadItem(
                id=point.id,
                thread="assessments",
                state=point.nature,
                event_type="figure",
                mode=None,
                who=(point.voice,),
                whom=(),
                what=f"{point.words} {counted_words(point.measured or '', (point,))}{f' of {of}' if of else ''}",
                when=point.as_of,
                precision=None,
                place=None,
                words=point.sentence.words,
                citations=tuple(dict.fromkeys(each.sentence for _, each in found[group])),
                standing=known.standing(claim) if claim else None,
                likelihood=point.nature,
                history=(
                    Step(
                        day=known.published(point.article),
                        state=point.nature,
                        citations=(point.sentence,),
                    ),
                ),
            )
        )
    return tuple(items)
