"""Which sentences of a record are worth a look at their grammar."""

from ..comparing.dates import ITS_DATE
from ..comparing.figures import agree
from ..telling.kin import ways
from ..telling.told import Told
from ..telling.values import PASSING, Comparison, Question


def is_near(one: Comparison) -> bool:
    """Whether a sentence has enough of the asked one to be worth one."""
    return one.share >= PASSING and not set(one.missing) - {ITS_DATE}


def tells_by_number(question: Question, source: Told) -> bool:
    """Whether a source has every number and name of a sentence and all words that carry it but the verb, so that it
    tells the same by another verb; not where the verb says up or down."""
    figures = question.told.figures
    names = source.lent.union(*source.names)
    return (
        bool(figures)
        and not question.main & ways()
        and all(any(agree(one, other) for other in source.figures) for one in figures)
        and all(keys & names for keys in question.told.names)
        and len(question.core) > 1
        and all(word.kin & source.spoken or word.kin & question.main for word in question.core)
    )
