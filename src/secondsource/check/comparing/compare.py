"""Holding one sentence against another: what of it the other tells, and what the other tells otherwise."""

from collections.abc import Mapping
from datetime import date, timedelta

from ...model.event import REAL, Status
from ..telling.counts import FEW
from ..telling.names import Keys
from ..telling.told import Deed, Saying, Told
from ..telling.values import ANCHORED, HELD, Comparison, Difference, Question, Surroundings
from .asked_names import missing_names
from .dates import (
    ITS_DATE,
    any_overlap,
    date_of_deed,
    day_of_saying,
    is_of_unknown_year,
    is_other_month,
    is_other_weekday,
    may_be_of,
)
from .figures import numbers, only_to_come
from .shares import back, share
from .wholes import missing_wholes

DENIALS = frozenset({"deny", "reject", "=deni", "=reject", "=dismiss", "=rebuff", "=refus"})
"""Senses of the verbs with which something is denied or refused."""

_SYMMETRIC = frozenset({"consult", "cooperate", "agree"})


def compare(
    question: Question,
    source: Told,
    around: Surroundings,
    weights: Mapping[str, float],
    asserted: Status | None,
) -> Comparison:
    """How `source` stands to the question. `asserted` is what its parse says of the word that carries
    the question's assertion (None where it has no such word)."""
    differs: list[tuple[Difference, str]] = []
    missing: list[str] = []
    status: Status = "happened"
    deed: Deed | None = None
    saying: Saying | None = None
    settled = frozenset[str]()
    relaxed = False
    if question.attributed:
        saying = _same_saying(question.attributed, source, weights) or _saying_by(
            question, source, weights
        )
        if saying is None:
            missing.append("nobody is told to have said it there")
        else:
            differs += _polarity_of_cues(question, question.attributed, saying)
            differs += _inner_polarity(question, source.deeds)
            relaxed |= day_of_saying(question.told, source, around, differs, missing)
    elif question.deed is not None:
        asked = question.deed
        deed = _same_deed(asked, source)
        if deed:
            put = question.put if asked.status in REAL and question.put in AHEAD else asked.status
            status = _status(put, deed.status, differs, missing)
            differs += _participants(asked, deed)
            if _others(asked, deed):
                missing.append("that it was they")
            settled |= _place(asked.place or _only_town(question.told), deed, source, differs)
            relaxed |= date_of_deed(asked, question.told, deed, source, around, differs, missing)
    is_told_as_done = question.asserts and saying is None and not question.open
    to_come = is_told_as_done and only_to_come(question.told.figures, source)
    if deed is None and saying is None and not missing:
        if to_come and asserted in (None, *REAL):
            status = "predicted"
        else:
            status = _by_assertion(question, asserted, differs, missing)
        days = source.days or around.near_days
        if question.told.days and not any_overlap(question.told.days, days):
            if not may_be_of(question.told.days[0], source, around):
                missing.append(ITS_DATE)
            relaxed = True
        relaxed |= bool(question.told.days and not source.days)
    if to_come and status in REAL:
        status = "predicted"
    is_dated_apart = deed is not None and not deed.earliest
    if not is_dated_apart and _is_history(question, source, around):
        missing.append(ITS_DATE)
    other_day = is_other_weekday(question.told, source) or is_other_month(question.told, source)
    other_day |= is_of_unknown_year(question.told, source)
    if other_day and ITS_DATE not in missing:
        missing.append(ITS_DATE)
    held = share(question.told.words, source.spoken, around.words, weights)
    if question.asserts and status not in REAL and held >= HELD and ITS_DATE in missing:
        # What did not happen did not happen on that day either.
        missing.remove(ITS_DATE)
    differs += numbers(question.told, source, missing)
    missing += [
        f"{number:g}" for number in sorted(question.told.counted - source.numbers) if number > FEW
    ]
    missing += missing_wholes(question.told, source, status)
    lacking, is_lent = missing_names(question, source, around, deed, status, settled)
    missing += lacking
    relaxed |= is_lent
    return Comparison(
        source=source,
        share=held,
        own=share(question.told.words, source.spoken, frozenset(), weights),
        differs=tuple(differs),
        missing=tuple(missing),
        status=status,
        deed=deed,
        saying=saying,
        relaxed=relaxed,
        back=back(question.told, source),
        anchored=_is_anchored(question, deed, missing),
        to_come=to_come,
    )


_OLD = timedelta(days=365)
"""How long before its report a matter is history: a sentence without a day does not mean it by another word."""


def _is_history(question: Question, source: Told, around: Surroundings) -> bool:
    if question.told.days or not source.days or around.newest is None:
        return False
    newest = max(date.fromisoformat(latest) for _, latest in source.days)
    own = frozenset(word for word in question.main if word.startswith("="))
    return newest + _OLD < date.fromisoformat(around.newest) and not own & source.spoken


def _is_anchored(question: Question, deed: Deed | None, missing: list[str]) -> bool:
    """Whether the deed was found by its own word, or every number that the sentence gives."""
    by_word = (
        deed is not None
        and question.deed is not None
        and any(word.startswith("=") for word in deed.words & question.deed.words)
    )
    return by_word or (bool(question.told.figures) and not missing)


def _same_saying(asked: Saying, source: Told, weights: Mapping[str, float]) -> Saying | None:
    best: tuple[tuple[bool, float], Saying] | None = None
    for saying in source.sayings:
        if not asked.speaker & saying.speaker:
            continue
        likeness = share(asked.content, frozenset().union(*saying.content), frozenset(), weights)
        rank = (_is_denial(asked) == _is_denial(saying), likeness)
        if likeness >= HELD and (best is None or rank > best[0]):
            best = rank, saying
    return best[1] if best else None


def _is_denial(saying: Saying) -> bool:
    return saying.refused or bool(saying.cue & DENIALS)


def _polarity_of_cues(
    question: Question, asked: Saying, told: Saying
) -> list[tuple[Difference, str]]:
    denied = _is_denial(asked)
    if question.denies and not denied and not told.refused:
        return [("polarity", "told there as said")]
    if question.negates and not denied and _is_denial(told):
        # Who says that he did not denies that he did.
        return []
    if denied != _is_denial(told):
        return [("polarity", "one says it, the other denies it")]
    return []


def _inner_polarity(question: Question, told: tuple[Deed, ...]) -> list[tuple[Difference, str]]:
    for one in question.told.deeds:
        if one.status in _AGAINST and not question.negates:
            # "Called it unacceptable" leaves what was done as it was.
            continue
        for other in told:
            if (
                one.type == other.type
                and one.words & other.words
                and (one.status in REAL) != (other.status in REAL)
                and (one.status in REAL or one.status in _AGAINST or other.status in _AGAINST)
            ):
                return [("polarity", f"told there as {other.status}")]
    return []


def _saying_by(question: Question, source: Told, weights: Mapping[str, float]) -> Saying | None:
    """A statement of the same speaker in a sentence that has nearly all words of the question: where the
    two papers, or reading, part who speaks from what is said otherwise."""
    assert question.attributed is not None
    if share(question.told.words, source.spoken, frozenset(), weights) < ANCHORED:
        return None
    denied = _is_denial(question.attributed)
    found = [item for item in source.sayings if item.speaker & question.attributed.speaker]
    return max(found, key=lambda item: _is_denial(item) == denied, default=None)


def _same_deed(asked: Deed, source: Told) -> Deed | None:
    """The deed of the source that is of the same kind, told by the same word or the same mode; of several the
    one with most in common."""

    def likeness(deed: Deed) -> tuple[bool, int, int]:
        actors = sum(
            any(keys & other for other in (*deed.sources, *deed.targets))
            for keys in (*asked.sources, *asked.targets)
        )
        same_words = len([word for word in asked.words & deed.words if word.startswith("=")])
        return same_words > 0, actors, deed.status == asked.status

    found = [
        deed
        for deed in source.deeds
        if deed.type == asked.type
        and (asked.words & deed.words or (asked.mode is not None and asked.mode == deed.mode))
    ]
    return max(found, key=lambda deed: (*likeness(deed), deed.event), default=None)


AHEAD: frozenset[Status] = frozenset({"planned", "hypothetical", "promised", "predicted"})
"""Statuses of what lies ahead."""

_AGAINST: frozenset[Status] = frozenset({"negated", "denied", "cancelled"})


def _status(
    asked: Status,
    told: Status,
    differs: list[tuple[Difference, str]],
    missing: list[str],
) -> Status:
    """What the source says of the matter as it is put: `happened` if it bears it out, else its own
    status. Notes a difference of polarity, or that the source does not go so far."""
    if asked in REAL:
        if told in ("negated", "denied", "cancelled"):
            differs.append(("polarity", f"told there as {told}"))
        return "happened" if told in REAL else told
    if asked in _AGAINST:
        if told in REAL:
            differs.append(("polarity", "told there as happened"))
        elif told not in _AGAINST:
            missing.append(f"told there as {told}")
        return "happened"
    if told in _AGAINST:
        differs.append(("polarity", f"told there as {told}"))
    return "happened"


def _by_assertion(
    question: Question,
    asserted: Status | None,
    differs: list[tuple[Difference, str]],
    missing: list[str],
) -> Status:
    if asserted is None:
        missing.append("the word that carries it")
        return "happened"
    if (question.put == "negated") != (asserted == "negated"):
        differs.append(("polarity", "affirmed by one, negated by the other"))
    if question.put not in REAL and asserted not in REAL:
        return "happened"
    return "happened" if asserted in ("negated", question.put) else asserted


def _is_named(keys: Keys) -> bool:
    return any(key.startswith(("country:", "actor:")) for key in keys)


def _meet(ones: tuple[Keys, ...], others: tuple[Keys, ...]) -> bool:
    return any(one & other for one in ones for other in others)


def _participants(asked: Deed, told: Deed) -> list[tuple[Difference, str]]:
    if asked.type in _SYMMETRIC:
        return []
    if (
        _meet(asked.sources, told.targets)
        and not _meet(asked.sources, told.sources)
        and not _meet(asked.targets, told.targets)
    ):
        return [("participants", "who did it to whom is the other way round")]
    for ones, others, what in (
        (asked.sources, told.sources, "somebody else did it"),
        (asked.targets, told.targets, "it was done to somebody else"),
    ):
        countries = [
            [key for keys in side for key in keys if key.startswith("country:")]
            for side in (ones, others)
        ]
        if all(countries) and not _meet(ones, others):
            return [("participants", what)]
    return []


def _others(asked: Deed, told: Deed) -> bool:
    """Whether somebody else who is named did it."""
    return (
        asked.type not in _SYMMETRIC
        and any(map(_is_named, asked.sources))
        and any(map(_is_named, told.sources))
        and not _meet(asked.sources, told.sources)
    )


def _shown(keys: Keys, told: Told) -> str:
    return dict(zip(told.names, told.shown, strict=True)).get(keys, "another place")


def _only_town(told: Told) -> Keys:
    return told.towns[0] if len(told.towns) == 1 else frozenset()


def _place(asked: Keys, told: Deed, source: Told, differs: list[tuple[Difference, str]]) -> Keys:
    """The keys of the asked place if the source sets the deed elsewhere (which is noted)."""

    def is_town(keys: Keys) -> bool:
        return any(key.startswith("place:") for key in keys) and not any(
            key.startswith("country:") for key in keys
        )

    if is_town(asked) and is_town(told.place) and not asked & told.place:
        differs.append(("place", f"there: {_shown(told.place, source)}"))
        return asked
    return frozenset()
