"""Search: facts and articles by words and facets, all of which must hold."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..lexicon.stems import stem
from ..model.claim import Claim, SeriesPoint, Standing, StoryEvent, Utterance
from ..model.record import ArticleRow, Record
from ..model.text import Citation
from ..model.value import Value
from .sources import best_report, cited_by
from .threads import threads
from .threads.known import days_fit, days_of, iso_day

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")

WINDOW = 24
"""Words of a snippet."""


class Asked(Value, frozen=True):
    """What is asked for; what is null is not asked. `words` must all be there, in any form ("meet" finds
    "met"). `actor`, `place` and `newsroom` are parts of names, in any letter case. `type` is a kind of
    claim (event, utterance, figure, role) or a type of event. `from_` and `to` are inclusive ISO days.
    `standing` is a label."""

    words: str = ""
    actor: str | None = None
    type: str | None = None
    status: str | None = None
    thread: str | None = None
    from_: str | None = None
    to: str | None = None
    place: str | None = None
    newsroom: str | None = None
    standing: str | None = None


class Fact(Value, frozen=True):
    """A claim that was found. `snippet` is its best report around the words asked for; `when` is EDTF."""

    claim: str
    kind: str
    type: str | None
    status: str
    who: tuple[str, ...]
    when: str | None
    place: str | None
    snippet: str
    citations: tuple[Citation, ...]
    standing: Standing


class FoundArticle(Value, frozen=True):
    """An article that was found, with the snippet of the full-text search."""

    article: str
    headline: str | None
    published: str | None
    newsrooms: tuple[str, ...]
    snippet: str


class Found(Value, frozen=True):
    """Facts, best supported first, articles, best match first, and `facets`: for each facet how many of
    the facts have which value, the most frequent first."""

    facts: tuple[Fact, ...]
    articles: tuple[FoundArticle, ...]
    facets: dict[str, dict[str, int]]


@dataclass(frozen=True)
class Hit:
    """A claim that was found, before its snippet and citations are made: who, when, where, its type if it is about an
    event, and at how many places it stands."""

    claim: Claim
    who: tuple[str, ...]
    when: str | None
    place: str | None
    type: str | None
    places: int


@dataclass(frozen=True)
class Searched:
    """All that was found, best first, with the facets of all hits: facts are made of those that are shown."""

    hits: list[Hit]
    articles: tuple[FoundArticle, ...]
    facets: dict[str, dict[str, int]]


def search(
    record: Record,
    asked: Asked,
    snippets: Mapping[str, str] | None = None,
    limit: int = 20,
    topics: "Topics | None" = None,
) -> Found:
    """What the record has of what is asked. `snippets` are the hits of the full-text search by article,
    best first; facets count all facts found, of which at most `limit` are given. Whoever searches a record
    often gives its `topics`.

    Raises UsageError for a day or thread that is none.
    """
    hits = hits_of(record, asked, topics)
    return Found(
        facts=facts_of(hits[:limit], asked),
        articles=found_articles(record, asked, snippets or {}, limit, topics),
        facets=facets_of(hits),
    )


def hits_of(record: Record, asked: Asked, topics: "Topics | None" = None) -> list[Hit]:
    """The claims of what is asked, best supported first. Raises UsageError for a day or thread that is none."""
    return sorted(_hits(record, asked, topics or Topics(record)), key=_by_weight)


def facts_of(hits: Iterable[Hit], asked: Asked) -> tuple[Fact, ...]:
    """These hits with their snippets and citations."""
    wanted = _stems(asked.words)
    return tuple(_fact(hit, wanted) for hit in hits)


def _by_weight(hit: Hit) -> tuple[int, int, int, str, str]:
    standing = hit.claim.standing
    return (
        -standing.independent,
        -len(standing.newsrooms),
        -hit.places,
        hit.when or "9999",
        hit.claim.id,
    )


class Topics:
    """What the claims of a record are about, by id."""

    def __init__(self, record: Record) -> None:
        self.events: dict[str, StoryEvent] = {event.id: event for event in record.events}
        self.utterances: dict[str, Utterance] = {item.id: item for item in record.utterances}
        self.points: dict[str, tuple[SeriesPoint, str | None, str | None]] = {
            point.id: (point, series.of, series.place)
            for series in record.series
            for point in series.points
        }
        self.names = {actor.id: actor.names for actor in record.actors}
        self.articles = {row.id: row for row in record.articles if row.article is not None}


def _of_thread(record: Record, name: str) -> set[str]:
    """The ids of the events that a thread follows."""
    followed = next(view for view in threads(record) if view.name == name)
    found = {item.id for item in followed.items}
    for item in followed.items:
        found |= {*item.events, *(related.event for related in item.related)}
    return found


def _hits(record: Record, asked: Asked, topics: Topics) -> Iterator[Hit]:
    of_thread = None if asked.thread is None else _of_thread(record, asked.thread)
    wanted = _stems(asked.words)
    first, last = iso_day(asked.from_), iso_day(asked.to)
    for claim in record.claims:
        if of_thread is not None and claim.about not in of_thread:
            continue
        if asked.status is not None and claim.status != asked.status:
            continue
        if asked.standing is not None and claim.standing.label != asked.standing:
            continue
        who, names, when, place, kind = _about(claim, topics)
        if asked.type is not None and asked.type not in (claim.kind, kind):
            continue
        if not _holds(asked.actor, names) or not _holds(asked.place, [place or ""]):
            continue
        if not _holds(asked.newsroom, [report.newsroom.name for report in claim.reports]):
            continue
        if (first or last) and not _within(when, first, last):
            continue
        words = [claim.words, *(report.words for report in claim.reports), *names]
        if wanted and not all(any(one in _stems(each) for each in words) for one in wanted):
            continue
        spans = {(one.article, one.part, one.start, one.end) for one in claim.reports}
        yield Hit(claim, who, when, place, kind, len(spans))


def _fact(hit: Hit, wanted: frozenset[str]) -> Fact:
    claim = hit.claim
    best = best_report(claim)
    return Fact(
        claim=claim.id,
        kind=claim.kind,
        type=hit.type,
        status=claim.status,
        who=hit.who,
        when=hit.when,
        place=hit.place,
        snippet=_snippet(best.words, wanted),
        citations=cited_by(claim),
        standing=claim.standing,
    )


def _about(
    claim: Claim, topics: Topics
) -> tuple[tuple[str, ...], list[str], str | None, str | None, str | None]:
    """Who it is about, all their names, when, where, and the type of event."""
    if event := topics.events.get(claim.about):
        both = dict.fromkeys((*event.sources, *event.targets))
        names = [name for ref in both for name in (ref.name, *topics.names.get(ref.id, ()))]
        return (
            tuple(dict.fromkeys(ref.name for ref in both)),
            names,
            event.time.value if event.time else None,
            event.place.name if event.place else None,
            event.event_type,
        )
    if spoken := topics.utterances.get(claim.about):
        names = [spoken.voice.name, *topics.names.get(spoken.voice.id, ())]
        place = spoken.place.name if spoken.place else None
        return (spoken.voice.name,), names, spoken.said, place, None
    if found := topics.points.get(claim.about):
        point, of, place = found
        who = (of,) if of else ()
        return who, [*who], point.as_of, place, None
    return (), [claim.words], None, None, None


def found_articles(
    record: Record,
    asked: Asked,
    snippets: Mapping[str, str],
    limit: int,
    topics: Topics | None = None,
) -> tuple[FoundArticle, ...]:
    """At most `limit` of the articles with `snippets` that the facets allow, in their order; facets that only facts
    have leave none."""
    if asked.type or asked.status or asked.thread or asked.standing or asked.place:
        return ()
    rows = (topics or Topics(record)).articles
    of_actor = {
        article
        for actor in (record.actors if asked.actor else ())
        if _holds(asked.actor, actor.names)
        for article in actor.articles
    }
    return tuple(_articles(rows, of_actor, asked, snippets))[:limit]


def _articles(
    rows: Mapping[str, ArticleRow],
    of_actor: set[str],
    asked: Asked,
    snippets: Mapping[str, str],
) -> Iterator[FoundArticle]:
    first, last = iso_day(asked.from_), iso_day(asked.to)
    for article, snippet in snippets.items():
        row = rows.get(article)
        if row is None or row.article is None:
            continue
        published = row.article.published
        if asked.actor and article not in of_actor:
            continue
        if not _holds(asked.newsroom, [reference.name for reference in row.newsrooms]):
            continue
        if (first or last) and not _within(published.value if published else None, first, last):
            continue
        yield FoundArticle(
            article=article,
            headline=row.article.headline,
            published=published.value if published else None,
            newsrooms=tuple(reference.name for reference in row.newsrooms),
            snippet=" ".join(snippet.split()),
        )


def _holds(asked: str | None, names: Iterator[str] | list[str] | tuple[str, ...]) -> bool:
    return asked is None or any(asked.casefold() in name.casefold() for name in names)


def _within(when: str | None, first: str | None, last: str | None) -> bool:
    """Whether a time may lie between two days; one that is not known does not."""
    days = days_of(when) if when else None
    return days is not None and days_fit(days, (first or "0000-01-01", last or "9999-12-31"))


def warm(record: Record) -> None:
    """Works out what the first search of words in a record would have to, for all that come after it."""
    for claim in record.claims:
        for report in claim.reports:
            _stems(report.words)


@lru_cache(maxsize=100_000)
def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(words)) - {""}


def _snippet(words: str, wanted: frozenset[str]) -> str:
    """At most `WINDOW` words around the first word asked for."""
    pieces = words.split()
    if len(pieces) <= WINDOW:
        return " ".join(pieces)
    at = next((n for n, piece in enumerate(pieces) if _stems(piece) & wanted), 0)
    start = max(0, min(at - WINDOW // 3, len(pieces) - WINDOW))
    end = start + WINDOW
    cut = " ".join(pieces[start:end])
    return f"{'… ' if start else ''}{cut}{' …' if end < len(pieces) else ''}"


def facets_of(hits: Sequence[Hit]) -> dict[str, dict[str, int]]:
    """For each facet how many of the hits have which value, the most frequent first."""
    counts: dict[str, Counter[str | None]] = {
        "kind": Counter(hit.claim.kind for hit in hits),
        "type": Counter(hit.type for hit in hits),
        "status": Counter(hit.claim.status for hit in hits),
        "actor": Counter(name for hit in hits for name in set(hit.who)),
        "place": Counter(hit.place for hit in hits),
        "newsroom": Counter(
            name for hit in hits for name in {one.name for one in hit.claim.standing.newsrooms}
        ),
        "standing": Counter(hit.claim.standing.label for hit in hits),
    }
    if not hits:
        return {}
    found = {}
    for facet, table in counts.items():
        values = [(value, count) for value, count in table.items() if value]
        found[facet] = dict(sorted(values, key=lambda item: (-item[1], item[0])))
    return found
