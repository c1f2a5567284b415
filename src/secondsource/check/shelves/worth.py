"""Which sentences of a record are worth a parse: a question is as slow as it has such, so that those are left out that no parse
can make tell the same, or something else."""

from collections.abc import Iterable
from dataclasses import replace

from ...model.event import REAL
from ..comparing.core import PROMISING, is_promised, too_many, unheld
from ..comparing.dates import ITS_DATE
from ..comparing.figures import agree, has_numbers
from ..telling.kin import ways
from ..telling.told import Told
from ..telling.values import PASSING, SAME_MATTER, Comparison, Question, Surroundings
from .shelf import Shelved

MOST_WORDS = "most of its words"
"""What is missing where a source has too few words of a sentence to tell the same or to contradict it."""

PARSED = 24
"""Sentences whose grammar is looked at for one question: of more than these, those that have least of its words are left out."""


def is_near(one: Comparison) -> bool:
    """Whether a sentence has enough of the asked one to be worth a parse."""
    return one.share >= PASSING and not set(one.missing) - {ITS_DATE}


def is_worth_a_parse(question: Question, first: Comparison) -> bool:
    """Whether a comparison will look at the grammar of its source."""
    if not is_near(first):
        return False
    if first.deed or first.saying:
        return not first.missing
    return (
        question.light
        or bool((question.main | question.against) & first.source.spoken)
        or tells_by_number(question, first.source)
    )


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


def without_hope(question: Question, first: Comparison, around: Surroundings) -> Comparison:
    """The comparison, with the words that it lacks if it lacks too many of those that carry the sentence, however its source
    puts what it tells: then no parse is needed to know that it tells something else."""
    if not is_worth_a_parse(question, first) or first.saying is not None:
        return first
    if has_numbers(question.told.figures, first.source):
        # That it tells otherwise of the same number would count.
        return first
    if first.deed is None and first.share < SAME_MATTER:
        return replace(first, missing=(MOST_WORDS,))
    core = question.core
    if is_promised(question, first.source):
        core = tuple(word for word in core if not word.kin & PROMISING)
    # Without a deed the source may yet turn out to tell the opposite of the opposite.
    lacks = unheld(core, replace(first, turned=first.deed is None), around)
    if first.deed is not None and first.status not in REAL:
        is_hopeless = too_many(lacks, core, first)
    else:
        done, ahead = replace(first, status="happened"), replace(first, status="planned", deed=None)
        is_hopeless = all(too_many(lacks, core, one) for one in (done, ahead))
    return replace(first, missing=tuple(word.words for word in lacks)) if is_hopeless else first


Pair = tuple[Question, Shelved, Comparison]
"""A question with its days in the year of a sentence of the record, that sentence, and how it stands to it before any parse."""


def worth_parses(pairs: Iterable[Pair]) -> tuple[list[Pair], list[str]]:
    """The pairs, each with what it is known to lack without a parse, and the sentences that are worth one."""
    known = [
        (question, shelved, without_hope(question, first, shelved.around))
        for question, shelved, first in pairs
    ]
    worth = [
        number
        for number, (question, _, first) in enumerate(known)
        if is_worth_a_parse(question, first)
    ]
    worth.sort(key=lambda number: -known[number][2].share)
    for number in worth[PARSED:]:
        question, shelved, first = known[number]
        known[number] = question, shelved, replace(first, missing=(MOST_WORDS,))
    return known, [known[number][2].source.citation.words for number in sorted(worth[:PARSED])]
