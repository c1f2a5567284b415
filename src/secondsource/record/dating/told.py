"""What an article tells with a weekday, and the days that are meant."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ...lexicon.calendar import WEEKDAYS
from ...model.article import Article
from ...model.mention import Time
from ...model.reading import Reading
from ...model.text import Citation
from ..sentences import sentence_at
from ..words import content_stems
from .days import DAY

_PAST_WEEKDAY = re.compile(
    r"^(?:part\(\w+, )?weekday\((\w+), (?:on-or-before|before) published\)\)?$"
)
_FUTURE_WEEKDAY = re.compile(
    r"^(?:part\(\w+, )?weekday\((\w+), (?:on-or-after|after) published\)\)?$"
)


@dataclass(frozen=True)
class Told:
    """A thing that an article tells with a weekday: which, whether it is still to come, whether it
    is the day of a statement, and the stems of its sentence; `day` once the article is dated."""

    article: str
    weekday: int
    ahead: bool
    spoken: bool
    stems: frozenset[str]
    names: frozenset[str]
    citation: Citation
    day: date | None = None


def told_in(reading: Reading) -> Iterator[Told]:
    names = sorted(
        {
            (mention.citation.part, mention.citation.start, mention.name.split()[-1].casefold())
            for mention in reading.mentions
            if mention.name
        }
    )
    spoken = {statement.said.time for statement in reading.statements if statement.said}
    for time in reading.times:
        direction = weekday_of(time)
        if direction is None:
            continue
        sentence = sentence_at(reading, time.citation)
        yield Told(
            article=reading.article.id,
            weekday=direction[0],
            ahead=direction[1],
            spoken=time.id in spoken,
            stems=content_stems(sentence.words),
            names=frozenset(
                name
                for part, start, name in names
                if part == sentence.part and sentence.start <= start < sentence.end
            ),
            citation=sentence,
        )


def weekday_of(time: Time) -> tuple[int, bool] | None:
    """The weekday (Monday is 0) of a time expression that names one as seen from publication, and
    whether it lies ahead; None for any other."""
    for pattern, ahead in ((_PAST_WEEKDAY, False), (_FUTURE_WEEKDAY, True)):
        match = pattern.match(time.rule)
        if match and match[1] in WEEKDAYS:
            return WEEKDAYS.index(match[1]), ahead
    return None


def told_days(reading: Reading, article: Article, told: tuple[Told, ...]) -> tuple[Told, ...]:
    """What a dated article tells, with its days; empty while it is not dated to within two days."""
    published = article.published
    if published is None:
        return ()
    earliest, latest = date.fromisoformat(published.earliest), date.fromisoformat(published.latest)
    if (latest - earliest).days > 1:
        return ()
    found = []
    for item in told:
        days = {day_told(item, day) for day in (earliest, latest)}
        if len(days) == 1:
            found.append(replace(item, day=days.pop()))
    return tuple(found)


def day_told(item: Told, published: date) -> date:
    """The day that is meant, if the article came out on `published` (that day itself counts)."""
    if item.ahead:
        return published + ((item.weekday - published.weekday()) % 7) * DAY
    return published - ((published.weekday() - item.weekday) % 7) * DAY


def latest_weekday(told: Iterable[Told]) -> int | None:
    """The weekday told in the past tense from which all the others lie back the fewest days, each
    sentence counted; None when no weekday is told in the past tense."""
    past = [item.weekday for item in told if not item.ahead]
    return min(
        sorted(set(past)),
        key=lambda day: sum((day - weekday) % 7 for weekday in past),
        default=None,
    )
