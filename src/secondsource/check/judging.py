"""The verdict on a sentence from how the sentences of a record stand to it, before their standing is looked at."""

from collections.abc import Sequence

from ..model.event import REAL
from .saying import Verdict
from .values import HELD, Comparison, Question


def judge(
    question: Question, compared: Sequence[Comparison]
) -> tuple[Verdict, str, list[Comparison]]:
    """The verdict before standing, why, and the comparisons that it rests on."""
    held = [one for one in compared if one.held]
    real = [one for one in held if one.status in REAL]
    against = [one for one in compared if one.contradicts]
    firm = [one for one in real if not one.relaxed]
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
