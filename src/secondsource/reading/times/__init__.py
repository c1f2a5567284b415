"""Times: every time expression of an article, with a rule that gives its value on a day of publication."""

import re
from datetime import date

from ...model.mention import Time
from ...model.text import Citation, mention_id
from ..draft import Draft
from .grammar import matches
from .lexer import Item, Lexer
from .meaning import Kind, Meaning, Told
from .meanings import MEANINGS
from .moments import Moment
from .rules import evaluate, evaluate_one, needs

__all__ = ["Moment", "evaluate", "find_times", "needs", "settle"]

_ANY_DAY = date(2001, 6, 13)
"""Only to learn which unit of the calendar a rule fills; its values are thrown away."""


_RUN_OF_MONTHS = re.compile(r"duration\(P(?:\d+M|1Y, until calendar.*)\)")
"""The rule of "the nine months" and of "the year ended Aug. 31"."""


def find_times(draft: Draft) -> tuple[Time, ...]:
    """The time expressions of an article in the order of its text, unanchored: what hangs on the day of
    publication has null values and `anchor` "published" (or the id of the Time it counts from)."""
    lexer = Lexer(draft.tokens)
    items = lexer.run()
    found: list[Time] = []
    some_day: dict[str, Moment] = {}
    told: list[Told] = []
    rules: dict[str, str] = {}
    paragraph_of = _paragraphs(items)
    reached = 0
    for match in matches(items):
        if match.first < reached:
            continue
        paragraph = paragraph_of[match.first]
        meaning = Meaning(draft, lexer.text, items, match, told, paragraph)
        result = MEANINGS[match.name](meaning)
        if result is None:
            continue
        kind, rule = result
        start, end = meaning.start, meaning.end
        part = draft.part_at(start)
        if part.end < end:
            continue
        reached = match.after
        if told and not part.start <= told[-1].start < part.end:
            told.clear()  # a headline or caption goes on from nothing told in the body
        # Draft.cite would put the whole text together anew for each citation.
        citation = Citation(
            start=start - part.start,
            end=end - part.start,
            words=lexer.text[start:end],
            part=part.name,
        )
        identity = mention_id(draft.article.id, citation, "time")
        rules[identity] = rule
        found.append(_blank(identity, citation, kind, rule))
        filled = evaluate_one(identity, rules, _ANY_DAY, some_day).unit
        unit = filled if kind in ("DATE", "TIME") else "none"
        if _RUN_OF_MONTHS.fullmatch(rule) and lexer.text[start : start + 4].lower() == "the ":
            unit = "months"
        told.append(
            Told(
                identity,
                start,
                end,
                unit,
                "published" not in rule and "time(" not in rule,
                paragraph,
                meaning.before(),
                "move(" in rule or "same(" in rule or "-1 year" in rule,
                meaning.opens_sentence,
                unit in ("quarter", "half") and meaning.not_reported,
                "published, +" in rule,
            )
        )
    moments = evaluate(rules, None)
    return tuple(settle(time, moments[time.id]) for time in found)


def _paragraphs(items: list[Item]) -> list[int]:
    numbers, paragraph = [], 0
    for item in items:
        paragraph += item.code == "¶"
        numbers.append(paragraph)
    return numbers


def _blank(identity: str, citation: Citation, kind: Kind, rule: str) -> Time:
    on_day, others = needs(rule)
    return Time(
        id=identity,
        citation=citation,
        type=kind,
        value=None,
        earliest=None,
        latest=None,
        anchor=others[0] if others else "published" if on_day else None,
        rule=rule,
    )


def settle(time: Time, moment: Moment) -> Time:
    """The Time with the value and the bounds of a moment."""
    return Time(
        id=time.id,
        citation=time.citation,
        type=time.type,
        value=moment.value,
        earliest=moment.earliest.isoformat() if moment.earliest else None,
        latest=moment.latest.isoformat() if moment.latest else None,
        anchor=time.anchor,
        rule=time.rule,
    )
