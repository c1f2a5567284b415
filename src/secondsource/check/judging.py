"""The verdict on a sentence from how the sentences of a record stand to it, before their standing is looked at."""

from collections.abc import Sequence

from ..model.event import REAL, Status
from .comparing.compare import AHEAD
from .comparing.core import ENOUGH_CORE
from .comparing.dates import ITS_DATE
from .comparing.figures import has_numbers
from .comparing.saying import Verdict
from .comparing.wholes import WHOLES
from .telling.values import HELD, Comparison, Question


def judge(
    question: Question, compared: Sequence[Comparison]
) -> tuple[Verdict, str, list[Comparison]]:
    """The verdict before standing, why, and the comparisons that it rests on."""
    held = [one for one in compared if one.held and not _is_of_one_word(question, one)]
    of_some = [one for one in compared if _is_of_some(one)]
    if of_some and question.asserts:
        # That it was done to some is no reason to say that it was only planned for all.
        most = max(one.share for one in of_some)
        held = [one for one in held if one.status in REAL or one.share > most]
    real = [one for one in held if one.status in REAL]
    if question.asserts and _is_of_a_day(question):
        real = _of_its_day(real, compared)
    against = [one for one in compared if one.contradicts]
    if any(_has_number(question, one) for one in compared):
        # Of so many is told: that others count something else is no contradiction.
        against = [one for one in against if {kind for kind, _ in one.differs} != {"number"}]
    firm = [one for one in real if not one.relaxed]
    if firm and question.asserts:
        nearer = _nearer(held, firm)
        if nearer:
            return _only_as(question, nearer[0].status, nearer)
        elsewhere = _put_otherwise_nearer(compared, firm) or _told_elsewhere(against, firm)
        if elsewhere:
            return _contested(elsewhere)
    if firm and question.put in AHEAD:
        most = max(one.share for one in firm)
        denying = [one for one in against if _denies(one) and one.share >= most]
        if denying:
            return _contested(denying)
    if firm:
        return "supported", "", firm
    open_still = [one for one in held if one.status not in REAL and one.deed and not one.relaxed]
    if (
        real
        and not any(one.share >= HELD and one.deed for one in against)
        and not (open_still and question.asserts)
    ):
        return "supported", "", real
    held = [one for one in held if one.status not in REAL] if question.asserts else []
    against_deed = [one for one in against if one.deed and one.deed.status in REAL]
    if held and against_deed and not any(one.deed for one in held):
        # A deed that is told with another day or place outweighs words that tell of none.
        held = []
    alleged = [one for one in held if one.status == "alleged"]
    if alleged and max(held, key=lambda one: one.share).status == "alleged":
        return "only said", "the record has it only as an accusation", alleged
    if held:
        best = max(held, key=lambda one: one.share)
        return _only_as(question, best.status, held)
    if against:
        return _contested(against)
    return "unknown", _what_is_missing(compared), []


_OF_THE_MATTER = 0.4
"""Share from which on a sentence with the asked number is about the asked matter."""


def _has_number(question: Question, one: Comparison) -> bool:
    """Whether a source has all numbers of the sentence and is about the same."""
    is_near = one.share >= _OF_THE_MATTER and not one.differs
    return is_near and has_numbers(question.told.figures, one.source)


def _only_as(
    question: Question, status: Status, found: list[Comparison]
) -> tuple[Verdict, str, list[Comparison]]:
    """That it is not told as done; what a sentence tells as under way ("is sending") may be what is announced."""
    why = f"the record has it only as {status}"
    if question.unfolding and status in ("planned", "promised"):
        return "only said", why, found
    return "never happened", why, found


def _contested(against: Sequence[Comparison]) -> tuple[Verdict, str, list[Comparison]]:
    best = max(against, key=lambda one: one.share)
    kinds = ", ".join(f"{kind} ({note})" for kind, note in best.differs)
    return (
        "contested",
        f"the record has it otherwise: {kinds}",
        [one for one in against if one.differs == best.differs],
    )


def _is_of_a_day(question: Question) -> bool:
    return bool(question.told.yearless) or any(first == last for first, last in question.told.days)


def _of_its_day(real: Sequence[Comparison], compared: Sequence[Comparison]) -> list[Comparison]:
    """What bears a sentence out, without what names no day where another sentence has as much of it and names another day."""
    others = [
        one.share
        for one in compared
        if one.missing == (ITS_DATE,) and one.source.days and one.status in REAL
    ]
    most = max(others, default=2.0)
    return [one for one in real if not one.relaxed or one.source.days or one.share > most]


def _denies(one: Comparison) -> bool:
    """Whether somebody concerned says of what lies ahead that it does not."""
    return one.deed is not None and one.deed.status in ("negated", "denied") and bool(one.differs)


def _is_of_one_word(question: Question, one: Comparison) -> bool:
    """Whether all that ties a sentence to what a source leaves open is one word: no deed, no name and no number."""
    told = question.told
    is_tied = one.deed is not None or one.saying is not None or told.names or told.figures
    return one.status not in REAL and not is_tied and len(question.core) < ENOUGH_CORE


def _is_of_some(one: Comparison) -> bool:
    """Whether a source tells that it was done, but only of some."""
    is_real = one.deed is not None and one.deed.status in REAL
    return is_real and one.anchored and len(one.missing) == 1 and one.missing[0].lower() in WHOLES


MUCH_NEARER = 0.25
"""By how much more of a sentence's words its source must have for what it leaves open to count before what others tell."""


def _nearer(held: Sequence[Comparison], firm: Sequence[Comparison]) -> list[Comparison]:
    """What leaves it open in much more of the sentence's own words than anything has it as done ("may reposition its
    missiles" beside "has been moving launchers"), the nearest first."""
    most = max(one.share for one in firm)
    found = [
        one
        for one in held
        if one.status not in REAL and not one.relaxed and one.share >= most + MUCH_NEARER
    ]
    return sorted(found, key=lambda one: -one.share)


def _put_otherwise_nearer(
    compared: Sequence[Comparison], firm: Sequence[Comparison]
) -> list[Comparison]:
    """What has much more of the sentence's own words than anything that bears it out, and denies it or leaves it open."""
    most = max(one.share for one in firm)
    return [
        one
        for one in compared
        if one.share >= most + MUCH_NEARER and {kind for kind, _ in one.differs} == {"polarity"}
    ]


def _told_elsewhere(against: Sequence[Comparison], firm: Sequence[Comparison]) -> list[Comparison]:
    """What tells the same deed by its own word of another day or place, where those that bear it out have no more than
    its kind."""
    if any(one.anchored for one in firm):
        return []
    most = max(one.share for one in firm)
    return [
        one
        for one in against
        if one.anchored
        and one.deed
        and one.deed.status in REAL
        and not one.relaxed
        and one.share >= most
    ]


def _what_is_missing(compared: Sequence[Comparison]) -> str:
    near = [one for one in compared if one.missing]
    if not near:
        return "no report tells of it"
    best = max(near, key=lambda one: (one.share, -len(one.missing)))
    return f"no report tells of it; the nearest lacks {'; '.join(best.missing[:3])}"
