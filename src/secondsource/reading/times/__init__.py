"""Times: every time expression of an article, with a rule that gives its value on a day of publication."""

from datetime import date

from ...model.mention import Time
from ...model.text import mention_id
from ..draft import Draft
from .grammar import matches
from .lexer import Item, Lexer
from .meaning import MEANINGS, Meaning, Told
from .rules import Moment, evaluate, needs

__all__ = ["Moment", "evaluate", "find_times", "needs", "settle"]

_ANY_DAY = date(2001, 6, 13)
"""Only to learn which unit of the calendar a rule fills; its values are thrown away."""


def find_times(draft: Draft) -> tuple[Time, ...]:
    """The time expressions of an article in the order of its text, unanchored: what hangs on the day of
    publication has null values and `anchor` "published" (or the id of the Time it counts from)."""
    items = Lexer(draft.doc).run()
    names_today = any(item.code == "y" and item.value != "tonight" for item in items)
    found: list[tuple[str, int, int, str, str]] = []
    told: list[Told] = []
    rules: dict[str, str] = {}
    paragraph_of = _paragraphs(items)
    reached = 0
    for match in matches(items):
        if match.first < reached:
            continue
        paragraph = paragraph_of[match.first]
        meaning = Meaning(draft, items, match, told, paragraph, names_today)
        result = MEANINGS[match.name](meaning)
        if result is None:
            continue
        kind, rule = result
        start, end = meaning.start, meaning.end
        if draft.part_at(start).end < end:
            continue
        reached = match.after
        identity = mention_id(draft.article.id, draft.cite(start, end), "time")
        rules[identity] = rule
        found.append((identity, start, end, kind, rule))
        unit = evaluate(rules, _ANY_DAY)[identity].unit if kind in ("DATE", "TIME") else "none"
        told.append(
            Told(
                identity,
                start,
                end,
                unit,
                "published" not in rule and "time(" not in rule,
                paragraph,
                meaning.before(),
            )
        )
    moments = evaluate(rules, None)
    return tuple(_time(draft, row, moments[row[0]]) for row in found)


def _paragraphs(items: list[Item]) -> list[int]:
    numbers, paragraph = [], 0
    for item in items:
        paragraph += item.code == "¶"
        numbers.append(paragraph)
    return numbers


def _time(draft: Draft, row: tuple[str, int, int, str, str], moment: Moment) -> Time:
    identity, start, end, kind, rule = row
    on_day, others = needs(rule)
    blank = Time(
        id=identity,
        citation=draft.cite(start, end),
        type=kind,  # type: ignore[arg-type]
        value=None,
        earliest=None,
        latest=None,
        anchor=others[0] if others else "published" if on_day else None,
        rule=rule,
    )
    return settle(blank, moment)


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
