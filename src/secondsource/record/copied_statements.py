"""Statements in sentences that were taken over from another report: they are the original's statements, in whatever words."""

from bisect import bisect_left
from collections.abc import Iterator

from ..model.statement import Statement
from ..model.text import Citation
from .days import days_fit, span_of_days
from .evidence import Evidence
from .voices import Voices
from .worded import content_words, quoted_words
from .words import ALL_EQUAL, containment, content_stems

FEWEST_SENTENCES = 3
"""Sentences in a row of one text by which each is known to be taken over: one or two may be alike and tell of two things."""

LEAST_IN_COMMON = 0.3
"""Share of the shorter one's content words that both have: papers put another remark in the place of an old one. Read off the aligned
sentences of the H1N1 reports of timeline17: of 25 pairs below it one is one remark."""

Kind = tuple[str, bool]


def copied_statements(evidence: Evidence, voices: Voices) -> Iterator[tuple[str, str]]:
    """Pairs of statement ids, the smaller first, that are one: each the only one of its voice in a pair of sentences that lineage
    has found to be one text. Unnamed voices are told from each other by nothing else there."""
    of_article: dict[str, list[Statement]] = {}
    for passage in evidence.lineage.passages:
        for span in passage.spans:
            same = span.original.words == span.copy.words
            if not same and len(passage.spans) < FEWEST_SENTENCES:
                continue
            originals, copies = (
                _alone(_within(_in_order(article, of_article, evidence), cited), voices)
                for article, cited in ((passage.from_, span.original), (passage.to, span.copy))
            )
            for kind in sorted(originals.keys() & copies.keys()):
                told = [evidence.statements[each[kind]][1] for each in (originals, copies)]
                if not _may_be_of_one_day(*told) or _quote_other_words(*told):
                    continue
                if passage.verbatim and _have_hardly_a_word_in_common(*told):
                    continue
                yield min(originals[kind], copies[kind]), max(originals[kind], copies[kind])


def _have_hardly_a_word_in_common(one: Statement, two: Statement) -> bool:
    """Whether two statements have hardly a word in common that carries sense. Of a text that was put into other words as a
    whole that says nothing."""
    first, second = (content_stems(content_words(each)) for each in (one, two))
    return bool(first and second) and containment(first, second, ALL_EQUAL) < LEAST_IN_COMMON


def _quote_other_words(one: Statement, two: Statement) -> bool:
    """Whether both quote and no word that carries sense is in the quotation marks of both: a copy keeps some of them."""
    first, second = (content_stems(" ".join(quoted_words(each))) for each in (one, two))
    return bool(first) and bool(second) and first.isdisjoint(second)


def _may_be_of_one_day(one: Statement, two: Statement) -> bool:
    """Whether nothing tells that they were said on different days: papers build a new report on the frame of an old one."""
    first, second = (span_of_days(each.said.value if each.said else None) for each in (one, two))
    return days_fit(first, second)


def _in_order(
    article: str, known: dict[str, list[Statement]], evidence: Evidence
) -> list[Statement]:
    if article not in known:
        told = [each for each in evidence.reading_of[article].statements if each.content]
        known[article] = sorted(told, key=_start)
    return known[article]


def _start(statement: Statement) -> int:
    return statement.content[0].start


def _within(statements: list[Statement], sentence: Citation) -> Iterator[Statement]:
    first = bisect_left(statements, sentence.start, key=_start)
    for statement in statements[first:]:
        if _start(statement) >= sentence.end:
            return
        if statement.content[0].part == sentence.part:
            yield statement


def _alone(statements: Iterator[Statement], voices: Voices) -> dict[Kind, str]:
    """The statements that are the only ones of their voice, told or refused, by both."""
    found: dict[Kind, list[str]] = {}
    for statement in statements:
        voice = voices.by_id[voices.voice_of_statement[statement.id]]
        whose = "" if voice.kind == "anonymous" else voice.party or voice.id
        found.setdefault((whose, statement.mode == "refusal"), []).append(statement.id)
    return {kind: ids[0] for kind, ids in found.items() if len(ids) == 1}
