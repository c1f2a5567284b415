"""When each article was published, with the evidence of all articles of the story.

What a page states is settled by the article stage. The rest is worked out here, in rounds: every
piece of evidence gives the days on which the article can have been published, and what all of them
allow is the answer, as exact as that is and no more. An article that was dated in one round may
date others in the next.

Own evidence:
- copyright year: the article is of that year
- a full date in a caption or in the text: not before that day
- weekdays: a report comes out on the day that it tells of in the past tense, or on the next
- bare months: what "in November" was lies at most half a year back, what "in January" will be at most
  five months ahead, and neither is the month of publication
Evidence of others:
- the same thing told with the same weekday by an article that is dated ("will meet Friday")
- likeness to the dated articles of a large story, for what is still open (`dating_likeness`)
- that reports of one story lie at most half a year from the nearest dated ones (only for choosing
  the year of what is known but for its year; said so in the basis)
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce

import msgspec
import numpy as np
from numpy.typing import NDArray

from ..model.article import Article, Precision, Published
from ..model.mention import Time
from ..model.reading import Reading
from ..model.text import Citation
from .dating_likeness import FEWEST_DATED, MOST_ALIKE, Wordings, likely_day
from .sentences import sentence_at
from .words import containment, content_stems, stem_weights

DAY = timedelta(days=1)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
STORY_REACH_DAYS = 183
"""How far from the nearest dated article of the story a day is still looked at."""
NO_YEAR = "XXXX-"
"""How EDTF writes a month and day of an unknown year."""
PAST_MONTHS = 6
FUTURE_MONTHS = 5
SAME_TOLD = 0.2
"""Share of the lighter sentence's weight that two tellings of one dated thing must have in common."""
ENOUGH_TOLD = 0.35
"""Sum of these shares that fixes a week."""
CLEARLY_MORE = 1.3
"""How many times more must speak for one week than for any other."""
LOOSELY_DATED_DAYS = 14
"""A stretch longer than this is asked of the likeness to other articles again."""
NEARLY_DATED_DAYS = 31
"""An article is used to say when its story runs if its own date is known to so many days."""

_PAST_WEEKDAY = re.compile(
    r"^(?:part\(\w+, )?weekday\((\w+), (?:on-or-before|before) published\)\)?$"
)
_FUTURE_WEEKDAY = re.compile(
    r"^(?:part\(\w+, )?weekday\((\w+), (?:on-or-after|after) published\)\)?$"
)
_PAST_MONTH = re.compile(
    r"^(?:edge\(\w+, )?calendar\((\d\d), (?:on-or-before|before|likely-before) published\)\)?$"
)
_FUTURE_MONTH = re.compile(
    r"^(?:edge\(\w+, )?calendar\((\d\d), (?:on-or-after|after) published\)\)?$"
)
_FULL_DAY = re.compile(
    r"^(?:part\(\w+, )?(?:date\((\d{4}-\d\d-\d\d)\)|calendar\((\d\d-\d\d), in date\((\d{4})\)\))\)?$"
)


@dataclass(frozen=True)
class Days:
    """Days that a piece of evidence allows, with the reason and the words."""

    allowed: frozenset[date]
    reason: str
    citations: tuple[Citation, ...] = ()


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


def settle_dates(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings with `article.published` settled as far as evidence goes; where it does not go,
    `published` stays null and `unknown_because` says why. The order is kept."""
    articles = {reading.article.id: reading.article for reading in readings}
    told = {reading.article.id: tuple(_told(reading)) for reading in readings}
    weights = stem_weights(item.stems for items in told.values() for item in items)
    open_ids = [key for key, article in articles.items() if article.published is None]
    by_id = {reading.article.id: reading for reading in readings}
    for _ in range(3):
        dated = {key: told_days(by_id[key], articles[key], told[key]) for key in articles}
        settled = {
            key: published
            for key in open_ids
            if (published := _infer(by_id[key], articles, told[key], dated, weights))
        }
        fresh = {key: value for key, value in settled.items() if articles[key].published != value}
        if not fresh:
            break
        for key, published in fresh.items():
            articles[key] = msgspec.structs.replace(
                articles[key], published=published, unknown_because=None
            )
    articles |= date_by_likeness(readings, articles, open_ids)
    return tuple(
        msgspec.structs.replace(reading, article=_with_reason(articles[reading.article.id]))
        for reading in readings
    )


def date_by_likeness(
    readings: Sequence[Reading], articles: Mapping[str, Article], open_ids: Sequence[str]
) -> dict[str, Article]:
    """Those of the articles of `open_ids` that the dated articles of a large story date, with their
    dates: what is not dated yet, or to no better than `LOOSELY_DATED_DAYS`."""
    known = {
        number: date.fromisoformat(published.value)
        for number, reading in enumerate(readings)
        if (published := articles[reading.article.id].published) and published.precision == "day"
    }
    loose = [
        number
        for number, reading in enumerate(readings)
        if reading.article.id in set(open_ids) and _is_loose(articles[reading.article.id])
    ]
    if len(known) < FEWEST_DATED or not loose:
        return {}
    texts = [articles[reading.article.id].text for reading in readings]
    wordings = Wordings(texts)
    found: dict[str, Article] = {}
    for number in loose:
        article = articles[readings[number].article.id]
        published = inferred_by_likeness(
            msgspec.structs.replace(readings[number], article=article),
            wordings.likeness(number),
            known,
            _window(article, articles),
        )
        if published is not None:
            found[article.id] = msgspec.structs.replace(
                article, published=published, unknown_because=None
            )
    return found


def inferred_by_likeness(
    reading: Reading,
    alike: NDArray[np.float64],
    known: Mapping[int, date],
    window: frozenset[date] = frozenset(),
) -> Published | None:
    """The date of an article by its likeness to each article of the story (`alike`), those of `known`
    being dated; what it shows itself confines it. None where that narrows nothing down. `window`:
    the days of the story, found from `known` where it is empty."""
    if not known:
        return None
    days = window or _around(min(known.values()), max(known.values()))
    own = list(_own_bounds(reading, days))
    before = reading.article.published
    if before is not None:
        first, last = date.fromisoformat(before.earliest), date.fromisoformat(before.latest)
        allowed = frozenset(first + n * DAY for n in range((last - first).days + 1))
        own.append(Days(allowed, before.basis.removeprefix("inferred: "), before.evidence))
    likely = likely_day(
        reading.article.text,
        alike,
        known,
        reduce(lambda left, item: _narrowed(left, item.allowed), own, days),
    )
    if likely is None:
        return None
    reason = (
        f"of the {MOST_ALIKE} dated articles that are most alike {likely.near} are of"
        f" {likely.day.isoformat()} or within three days of it"
    )
    told = Days(frozenset({likely.day}), reason, likely.citations)
    return msgspec.structs.replace(
        published_within(likely.first, likely.last, [told, *own]),
        likeliest=likely.day.isoformat(),
    )


def _is_loose(article: Article) -> bool:
    return article.published is None or _days_of(article) > LOOSELY_DATED_DAYS


def _with_reason(article: Article) -> Article:
    if article.published is not None or article.unknown_because:
        return article
    return msgspec.structs.replace(
        article, unknown_because="neither the page nor the other articles of the story fix its date"
    )


# -- what an article tells with a weekday ---------------------------------------------------------


def _told(reading: Reading) -> Iterator[Told]:
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


# -- the days that evidence allows ----------------------------------------------------------------


def _infer(
    reading: Reading,
    articles: dict[str, Article],
    told: tuple[Told, ...],
    dated: dict[str, tuple[Told, ...]],
    weights: dict[str, float],
) -> Published | None:
    article = articles[reading.article.id]
    others = [item for key in sorted(dated) if key != article.id for item in dated[key] if item.day]
    window = _window(article, articles)
    evidence = [
        *_own_bounds(reading, window),
        *_month_evidence(reading, window),
        *_weekday_evidence(told, window),
    ]
    shared = _shared_days(told, others, weights, window)
    if shared:
        evidence.append(shared)
    own_day = _own_dated_weekday(reading, told, window)
    if own_day:
        evidence.append(own_day)
    if not evidence:
        return None
    allowed = reduce(lambda days, item: _narrowed(days, item.allowed), evidence, window)
    if not allowed:
        return None
    fixed = [item for item in evidence if item.reason != _PATTERN]
    if not fixed or (shared is None and own_day is None and not _year_is_known(reading, articles)):
        return None
    if shared is None and own_day is None:
        # A weekday alone picks days of many weeks; only the stretch in which they lie is known.
        allowed = reduce(lambda days, item: _narrowed(days, item.allowed), fixed, window)
    else:
        shown = [day for day in _frame_days(article) if day in allowed]
        if len(set(shown)) == 1:
            # What stands in the frame may be the day of the visit; here everything else agrees.
            allowed = frozenset(shown)
    return published_within(min(allowed), max(allowed), evidence)


def _frame_days(article: Article) -> list[date]:
    """The full dates that the frame of the page shows."""
    return [
        bounds_of(candidate.value)[0]
        for candidate in article.date_candidates
        if candidate.basis == "page-frame" and len(candidate.value) == len("2000-01-01")
    ]


_PATTERN = "weekdays told in the past tense and ahead"


def _narrowed(days: frozenset[date], allowed: frozenset[date]) -> frozenset[date]:
    """What both allow; evidence that contradicts everything before it is left aside."""
    return days & allowed or days


def _window(article: Article, articles: Mapping[str, Article]) -> frozenset[date]:
    """All days within half a year of the dated articles of the story, or of the article's own full
    dates and copyright years."""
    days = [
        date.fromisoformat(day)
        for other in articles.values()
        if other.id != article.id and other.published and _days_of(other) <= NEARLY_DATED_DAYS
        for day in (other.published.earliest, other.published.latest)
    ]
    for candidate in article.date_candidates:
        if candidate.basis != "page-frame" and not candidate.value.startswith(NO_YEAR):
            days += bounds_of(candidate.value)
    if not days:
        return frozenset()
    return _around(min(days), max(days))


def _around(first: date, last: date) -> frozenset[date]:
    """The days between two, and those within the reach of a story before and after."""
    start, end = first - STORY_REACH_DAYS * DAY, last + STORY_REACH_DAYS * DAY
    return frozenset(start + n * DAY for n in range((end - start).days + 1))


def _days_of(article: Article) -> int:
    """How many days the publication date may be, less one."""
    assert article.published is not None
    first, last = article.published.earliest, article.published.latest
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def bounds_of(value: str) -> tuple[date, date]:
    """First and last day of an EDTF day, month or year."""
    pieces = [int(piece) for piece in value.split("-")]
    if len(pieces) == 3:
        day = date(pieces[0], pieces[1], pieces[2])
        return day, day
    if len(pieces) == 2:
        first = date(pieces[0], pieces[1], 1)
        following = date(pieces[0] + pieces[1] // 12, pieces[1] % 12 + 1, 1)
        return first, following - DAY
    return date(pieces[0], 1, 1), date(pieces[0], 12, 31)


def _own_bounds(reading: Reading, window: frozenset[date]) -> Iterator[Days]:
    for candidate in reading.article.date_candidates:
        if candidate.value.startswith(NO_YEAR):
            month_and_day = candidate.value.removeprefix(NO_YEAR)
            yield Days(
                frozenset(day for day in window if day.isoformat()[5:] == month_and_day),
                f"{candidate.basis} “{candidate.citation.words}”",
                (candidate.citation,),
            )
            continue
        first, last = bounds_of(candidate.value)
        if candidate.basis == "page-frame":
            yield Days(
                frozenset(day for day in window if day <= last),
                f"the page was seen on {candidate.value}, so the article is not newer",
                (candidate.citation,),
            )
        elif candidate.supports == "not-before":
            yield Days(
                frozenset(day for day in window if day >= first),
                f"{candidate.basis} of {candidate.value}",
                (candidate.citation,),
            )
        elif candidate.supports == "not-after":
            yield Days(
                frozenset(day for day in window if day <= last),
                f"{candidate.basis} of {candidate.value}",
                (candidate.citation,),
            )
        else:
            yield Days(
                frozenset(day for day in window if first <= day <= last),
                f"{candidate.basis} {candidate.value}",
                (candidate.citation,),
            )


def _month_evidence(reading: Reading, window: frozenset[date]) -> Iterator[Days]:
    """Bare months only: "last April" says nothing of the month of publication."""
    for time in reading.times:
        past, future = _PAST_MONTH.match(time.rule), _FUTURE_MONTH.match(time.rule)
        if _PINNED.match(time.citation.words):
            continue
        if past:
            month = int(past[1])
            # "an October speech" may be told of in October; "in October" is then "this month".
            nearest = 1 if _follows_in(reading, time) else 0
            yield Days(
                frozenset(d for d in window if nearest <= (d.month - month) % 12 <= PAST_MONTHS),
                f"“{time.citation.words}” was",
                (time.citation,),
            )
        elif future:
            month = int(future[1])
            yield Days(
                frozenset(d for d in window if 1 <= (month - d.month) % 12 <= FUTURE_MONTHS),
                f"“{time.citation.words}” was still to come",
                (time.citation,),
            )


_PINNED = re.compile(r"(?:last|next|this|past|coming|previous)\b", re.IGNORECASE)


def _follows_in(reading: Reading, time: Time) -> bool:
    """Whether "in" or "since" stands before a time expression of the body."""
    before = reading.article.text[: time.citation.start] if time.citation.part == "text" else ""
    return before.rstrip().rpartition(" ")[2].casefold() in ("in", "since")


def _weekday_evidence(told: tuple[Told, ...], window: frozenset[date]) -> Iterator[Days]:
    """A report comes out on the latest weekday that it tells of in the past tense, or on the day after
    (if it tells of that weekday twice, or of what was said on it; a single one may be background), and
    not after the nearest weekday that it tells of as to come."""
    latest = latest_weekday(told)
    if latest is None:
        return
    telling = [item for item in told if not item.ahead and item.weekday == latest]
    firm = len(telling) > 1 or any(item.spoken for item in telling)
    allowed = {(latest + n) % 7 for n in range(2 if firm else 7)}
    ahead = [(item.weekday - latest) % 7 for item in told if item.ahead]
    if ahead and min(ahead) == 0:
        allowed = {latest}
    citations = tuple(item.citation for item in told if item.weekday == latest)[:2]
    yield Days(frozenset(day for day in window if day.weekday() in allowed), _PATTERN, citations)


def latest_weekday(told: Iterable[Told]) -> int | None:
    """The weekday told in the past tense from which all the others lie back the fewest days, each
    sentence counted; None when no weekday is told in the past tense."""
    past = [item.weekday for item in told if not item.ahead]
    return min(
        sorted(set(past)),
        key=lambda day: sum((day - weekday) % 7 for weekday in past),
        default=None,
    )


def _shared_days(
    told: tuple[Told, ...],
    others: list[Told],
    weights: dict[str, float],
    window: frozenset[date],
) -> Days | None:
    """The days on which what dated articles tell with the same weekday would fall on the same day,
    weighed by how alike the tellings are; None when they are too few or speak for two weeks."""
    votes: dict[date, float] = {}
    cited: list[tuple[date, Citation, Citation]] = []
    by_article: dict[str, list[Told]] = {}
    for other in others:
        by_article.setdefault(other.article, []).append(other)
    for item in told:
        for article in sorted(by_article):
            score, best = _best_match(item, by_article[article], weights)
            if best is None or best.day is None:
                continue
            for offset in range(-6, 1) if item.ahead else range(7):
                day = best.day + offset * DAY
                votes[day] = votes.get(day, 0.0) + score
            cited.append((best.day, item.citation, best.citation))
    inside = {day: count for day, count in votes.items() if day in window}
    if not inside:
        return None
    most = max(inside.values())
    days = frozenset(day for day, count in inside.items() if count >= most - 1e-9)
    elsewhere = max(
        (n for day, n in inside.items() if all(abs((day - one).days) > 6 for one in days)),
        default=0.0,
    )
    if most < ENOUGH_TOLD or elsewhere * CLEARLY_MORE > most:
        return None
    near = [pair for day, *pair in cited if any(abs((day - one).days) <= 6 for one in days)]
    return Days(
        days,
        f"{len(near)} times another article tells the same with the same weekday",
        tuple(dict.fromkeys(citation for pair in near for citation in pair))[:4],
    )


def _best_match(
    item: Told, others: list[Told], weights: dict[str, float]
) -> tuple[float, Told | None]:
    """The telling of another article, with the same weekday and a name in common, that is most
    alike, with how alike (0 to 1); none if none is alike enough."""
    alike = [
        (containment(item.stems, other.stems, weights), other)
        for other in others
        if other.weekday == item.weekday and other.ahead == item.ahead and other.names & item.names
    ]
    fitting = [pair for pair in alike if pair[0] >= SAME_TOLD]
    if not fitting:
        return 0.0, None
    return max(fitting, key=lambda pair: (pair[0], pair[1].article, pair[1].citation.start))


def _own_dated_weekday(
    reading: Reading, told: tuple[Told, ...], window: frozenset[date]
) -> Days | None:
    """A full date in the article, on a weekday that it also tells of in the past tense: the same
    day, so the article came out within the week that begins with it."""
    past = {item.weekday for item in told if not item.ahead}
    found: list[tuple[date, Citation]] = []
    for time in reading.times:
        match = _FULL_DAY.match(time.rule)
        if match:
            found += _valid(match[1] or f"{match[3]}-{match[2]}", time.citation)
    for candidate in reading.article.date_candidates:
        if candidate.basis in ("caption", "text"):
            found += _valid(candidate.value, candidate.citation)
    days = [(day, cited) for day, cited in found if day.weekday() in past and day in window]
    if not days:
        return None
    newest, cited = max(days, key=lambda pair: pair[0])
    return Days(
        frozenset(newest + n * DAY for n in range(7)),
        f"it dates a {WEEKDAYS[newest.weekday()].title()} in full, {newest.isoformat()}",
        (cited,),
    )


def _valid(value: str, citation: Citation) -> list[tuple[date, Citation]]:
    try:
        return [(date.fromisoformat(value), citation)]
    except ValueError:
        return []


def _year_is_known(reading: Reading, articles: dict[str, Article]) -> bool:
    """Whether the year can be told: from a copyright line, or from dated articles of the story."""
    return any(
        candidate.basis == "copyright" for candidate in reading.article.date_candidates
    ) or any(
        other.published is not None and other.id != reading.article.id
        for other in articles.values()
    )


# -- the answer -----------------------------------------------------------------------------------


def published_within(first: date, last: date, evidence: Sequence[Days]) -> Published:
    """The publication date that lies between two days, in the coarsest unit that fits exactly, else as
    an EDTF interval. The basis is `inferred`, followed by the reasons."""
    value, precision = _value_of(first, last)
    reasons = "; ".join(dict.fromkeys(item.reason for item in evidence))
    citations = tuple(dict.fromkeys(cited for item in evidence for cited in item.citations))
    return Published(
        value=value,
        precision=precision,
        earliest=first.isoformat(),
        latest=last.isoformat(),
        basis=f"inferred: {reasons}",
        evidence=citations[:8],
    )


def _value_of(first: date, last: date) -> tuple[str, Precision]:
    if first == last:
        return first.isoformat(), "day"
    if (first, last) == bounds_of(first.isoformat()[:7]):
        return first.isoformat()[:7], "month"
    if (first, last) == bounds_of(first.isoformat()[:4]):
        return first.isoformat()[:4], "year"
    return f"{first.isoformat()}/{last.isoformat()}", "interval"
