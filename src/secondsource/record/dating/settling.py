"""Every piece of evidence together: the date of each article, in rounds."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce

import msgspec
import numpy as np
from numpy.typing import NDArray

from ...model.article import Article, Published
from ...model.reading import Reading
from ..words import StemWeights, stem_weights
from .days import Days, around, narrowed, published_within, window_of
from .likeness import FEWEST_DATED, SHOWN, MonthDay, Wordings, likely_day
from .own import (
    PATTERN,
    frame_days,
    month_evidence,
    own_bounds,
    own_dated_weekday,
    weekday_evidence,
)
from .shared import shared_days
from .told import Told, told_days, told_in


def settle_dates(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings with `article.published` settled as far as evidence goes; where it does not go,
    `published` stays null and `unknown_because` says why. The order is kept."""
    articles = {reading.article.id: reading.article for reading in readings}
    articles |= date_by_likeness(readings, articles)
    open_ids = [key for key, article in articles.items() if article.published is None]
    if not open_ids:
        return _with_articles(readings, articles)
    told = {reading.article.id: tuple(told_in(reading)) for reading in readings}
    weights = stem_weights(item.stems for items in told.values() for item in items)
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
    return _with_articles(readings, articles)


def _with_articles(
    readings: Sequence[Reading], articles: Mapping[str, Article]
) -> tuple[Reading, ...]:
    return tuple(
        msgspec.structs.replace(reading, article=_with_reason(articles[reading.article.id]))
        for reading in readings
    )


def date_by_likeness(
    readings: Sequence[Reading], articles: Mapping[str, Article]
) -> dict[str, Article]:
    """Those of the articles without a date that the dated articles of a large story date, with their
    dates.

    Asked before weekdays, months and shared tellings, which are for what this leaves open. On timeline17, read,
    202 of 747 articles with no date on their page had such evidence of their own: likeness alone found the week
    of 139 and stretches with the right day for 180; with that evidence asked first it was 134 and 171. Shared
    tellings dated 25 articles of one of its stories, the right week for 16; likeness 24, since what recurs for
    weeks is told with every weekday."""
    known = {
        number: date.fromisoformat(published.value)
        for number, reading in enumerate(readings)
        if (published := articles[reading.article.id].published) and published.precision == "day"
    }
    undated = [
        number
        for number, reading in enumerate(readings)
        if articles[reading.article.id].published is None
    ]
    if len(known) < FEWEST_DATED or not undated:
        return {}
    texts = [articles[reading.article.id].text for reading in readings]
    wordings = Wordings(texts)
    found: dict[str, Article] = {}
    for number in undated:
        article = articles[readings[number].article.id]
        published = inferred_by_likeness(
            msgspec.structs.replace(readings[number], article=article),
            wordings.weights(number, known),
            known,
            window_of(article, articles),
            wordings.often_named,
        )
        if published is not None:
            found[article.id] = msgspec.structs.replace(
                article, published=published, unknown_because=None
            )
    return found


def inferred_by_likeness(
    reading: Reading,
    weights: NDArray[np.float64],
    known: Mapping[int, date],
    window: frozenset[date] = frozenset(),
    often_named: frozenset[MonthDay] = frozenset(),
) -> Published | None:
    """The date of an article by what each article of the story tells of it (`Wordings.weights`), those of
    `known` being dated; what it shows itself confines it. None where that narrows nothing down. `window`:
    the days of the story, found from `known` where it is empty."""
    if not known:
        return None
    days = window or around(min(known.values()), max(known.values()))
    own = list(own_bounds(reading, days))
    likely = likely_day(
        reading.article.text,
        weights,
        known,
        reduce(lambda left, item: narrowed(left, item.allowed), own, days),
        often_named,
    )
    if likely is None:
        return None
    reason = (
        f"of the {SHOWN} dated articles that are most alike {likely.near} are of"
        f" {likely.day.isoformat()} or within three days of it"
    )
    told = Days(frozenset({likely.day}), reason, likely.citations)
    return msgspec.structs.replace(
        published_within(likely.first, likely.last, [told, *own]),
        likeliest=likely.day.isoformat(),
    )


def _with_reason(article: Article) -> Article:
    if article.published is not None or article.unknown_because:
        return article
    return msgspec.structs.replace(
        article, unknown_because="neither the page nor the other articles of the story fix its date"
    )


def _infer(
    reading: Reading,
    articles: dict[str, Article],
    told: tuple[Told, ...],
    dated: dict[str, tuple[Told, ...]],
    weights: StemWeights,
) -> Published | None:
    article = articles[reading.article.id]
    others = [item for key in sorted(dated) if key != article.id for item in dated[key] if item.day]
    window = window_of(article, articles)
    evidence = [
        *own_bounds(reading, window),
        *month_evidence(reading, window),
        *weekday_evidence(told, window),
    ]
    shared = shared_days(told, others, weights, window)
    if shared:
        evidence.append(shared)
    own_day = own_dated_weekday(reading, told, window)
    if own_day:
        evidence.append(own_day)
    if not evidence:
        return None
    allowed = reduce(lambda days, item: narrowed(days, item.allowed), evidence, window)
    if not allowed:
        return None
    fixed = [item for item in evidence if item.reason != PATTERN]
    if not fixed or (shared is None and own_day is None and not _year_is_known(reading, articles)):
        return None
    if shared is None and own_day is None:
        # A weekday alone picks days of many weeks; only the stretch in which they lie is known.
        allowed = reduce(lambda days, item: narrowed(days, item.allowed), fixed, window)
    else:
        shown = [day for day in frame_days(article) if day in allowed]
        if len(set(shown)) == 1:
            # What stands in the frame may be the day of the visit; here everything else agrees.
            allowed = frozenset(shown)
    return published_within(min(allowed), max(allowed), evidence)


def _year_is_known(reading: Reading, articles: dict[str, Article]) -> bool:
    """Whether the year can be told: from a copyright line, or from dated articles of the story."""
    return any(
        candidate.basis == "copyright" for candidate in reading.article.date_candidates
    ) or any(
        other.published is not None and other.id != reading.article.id
        for other in articles.values()
    )
