"""Calendar: how much a story's reports speak of each of its days.

A day weighs by the sentences that name it, above all those written later and looking back, by the
articles that came out on it, and by the events that are dated to it. Days are named in words ("20 April",
"April 20, 2010", "on Tuesday", "yesterday") and taken from the publication date of the article; this
counts how often a day is spoken of and dates no event.
"""

import re
from calendar import day_name, month_abbr, month_name
from collections.abc import Iterator
from datetime import date, timedelta
from math import log1p

from ..model.article import Article
from ..model.record import Record
from ..model.text import Citation
from ..model.value import Value

_MONTHS = {
    name.casefold(): number
    for names in (month_name, month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_WEEKDAYS = {name.casefold(): number for number, name in enumerate(day_name)}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH_DAY = re.compile(rf"\b({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (\d{{4}})\b)?", re.I)
_DAY_MONTH = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})\b\.?(?:,? (\d{{4}})\b)?", re.I
)
_WEEKDAY = re.compile(rf"\b(next |last )?({'|'.join(_WEEKDAYS)})\b", re.I)
_NEAR = re.compile(r"\b(today|tonight|this morning|yesterday|last night|overnight)\b", re.I)
_EDGE = re.compile(
    r"\b(?:since|until|till|before|after|by|from|ahead of|prior to|scheduled for|due (?:on|for)|set for)\s+"
    r"(?:(?:last|late|early|on|at|the)\s+){0,2}"
    rf"(?:{_MONTH_DAY.pattern}|{_DAY_MONTH.pattern}|{_WEEKDAY.pattern}|{_NEAR.pattern})",
    re.I,
)
"""A day up to which or from which on something was, or for which it is announced: no day on which it was."""

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’')]*(?=\s+[\"“‘'(]?[A-Z0-9])|(?=\n)|$)")
MOSTLY = 0.8
"""Share of an article's body from which on it is little but the other article."""

_AHEAD_DAYS = 60
"""How far after its article a day without a year may lie before the year before is meant."""


class DaySentence(Value, frozen=True):
    """A sentence that names a day, or (`named` is false) stands in an article of that day and names none.
    `place` is how many sentences of its article stand before it. `edge` says that it names the day only as one up to
    which, since which or for which ("since April 20", "scheduled for Friday")."""

    day: str
    citation: Citation
    published: str
    place: int
    named: bool
    edge: bool = False


class DayWeight(Value, frozen=True):
    """How much is said of a day: `articles` came out on it, `named` sentences name it in the articles of
    its own week, `back` sentences in later ones, `events` are dated to it. `weight` joins their logarithms, since
    the tenth article of a busy week says less than the first that looks back on a day."""

    day: str
    articles: int
    named: int
    back: int
    events: int
    weight: float


def calendar_of(record: Record) -> tuple[DayWeight, ...]:
    """The days of a story, the weightiest first."""
    return weigh(record, tuple(day_sentences(record)))


def weigh(record: Record, sentences: tuple[DaySentence, ...]) -> tuple[DayWeight, ...]:
    """The weights of days whose sentences are known already."""
    counts: dict[str, list[set[object]]] = {}

    def of(day: str) -> list[set[object]]:
        return counts.setdefault(day, [set(), set(), set(), set()])

    copies = _copies(record)
    for row in record.articles:
        if row.article is not None and row.id not in copies and (day := _whole_day(row.article)):
            of(day)[0].add(row.id)
    for one in sentences:
        if one.named and one.citation.article not in copies:
            late = (_as_date(one.published) - _as_date(one.day)).days > 7
            # An article that names a day often is still one article that thinks it worth naming.
            of(one.day)[2 if late else 1].add(one.citation.article)
    for event in record.events:
        if event.time is not None and event.time.precision == "day":
            of(event.time.value[:10])[3].add(event.id)
    found = [
        DayWeight(
            day=day,
            articles=len(articles),
            named=len(named),
            back=len(back),
            events=len(events),
            weight=2 * log1p(len(named))
            + 3 * log1p(len(back))
            + log1p(len(articles))
            + 0.25 * log1p(len(events)),
        )
        for day, (articles, named, back, events) in counts.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.day)))


def _copies(record: Record) -> frozenset[str]:
    """Articles that are little but another article of the story: they add no weight."""
    kinds = ("copy", "agency", "edited")
    return frozenset(
        passage.to
        for passage in record.passages
        if passage.kind in kinds and passage.share >= MOSTLY
    )


def day_sentences(record: Record) -> Iterator[DaySentence]:
    """The sentences of all bodies with the days that they are about, article by article."""
    for row in record.articles:
        article = row.article
        if article is None or (published := _whole_day(article)) is None:
            continue
        for place, match in enumerate(_SENTENCE.finditer(article.text)):
            words = _without_dateline(match.group(), article.dateline)
            if not words:
                continue
            start = match.start() + match.group().index(words)
            citation = Citation(
                start=start, end=start + len(words), words=words, article=article.id
            )
            day_of_writing = _as_date(published)
            days = dict.fromkeys(days_named(words, day_of_writing))
            told = frozenset(days_named(_EDGE.sub(" ", words), day_of_writing)) if days else ()
            for day in days or (published,):
                yield DaySentence(
                    day=day,
                    citation=citation,
                    published=published,
                    place=place,
                    named=bool(days),
                    edge=bool(days) and day not in told,
                )


def _without_dateline(sentence: str, dateline: str | None) -> str:
    """A sentence of a body without the dateline before it, which says where and when it was written, not what was."""
    words = sentence.strip()
    if dateline and words.startswith(dateline):
        return words[len(dateline) :].lstrip(" \t-–—")
    return words


def days_named(words: str, published: date) -> Iterator[str]:
    """The days (ISO) that words of an article of that date name, as far as the calendar tells."""
    for pattern, month_at, day_at in ((_MONTH_DAY, 1, 2), (_DAY_MONTH, 2, 1)):
        for match in pattern.finditer(words):
            month, day = _MONTHS[match.group(month_at).casefold()], int(match.group(day_at))
            year = int(match.group(3)) if match.group(3) else None
            if (found := _day(year, month, day, published)) is not None:
                yield found.isoformat()
    for match in _WEEKDAY.finditer(words):
        if (match.group(1) or "").strip().casefold() == "next":
            continue
        back = (published.weekday() - _WEEKDAYS[match.group(2).casefold()]) % 7
        yield (published - timedelta(days=back)).isoformat()
    for match in _NEAR.finditer(words):
        near = match.group(1).casefold() in ("yesterday", "last night", "overnight")
        yield (published - timedelta(days=int(near))).isoformat()


def _day(year: int | None, month: int, day: int, published: date) -> date | None:
    try:
        if year is not None:
            return date(year, month, day)
        this = date(published.year, month, day)
        if (this - published).days > _AHEAD_DAYS:
            return date(published.year - 1, month, day)
        return this
    except ValueError:
        return None


def _whole_day(article: Article) -> str | None:
    published = article.published
    return published.earliest if published and published.earliest == published.latest else None


def _as_date(day: str) -> date:
    return date.fromisoformat(day)
