"""Search: facts and articles by words and facets, all of which must hold."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..lexicon.stems import stem
from ..model.claim import Claim, SeriesPoint, Standing, StoryEvent, Utterance
from ..model.record import Record
from ..model.text import Citation
from ..model.value import Value
from .sources import best_report, citation_of
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
    facts = sorted(_facts(record, asked, topics or Topics(record)), key=_by_weight)
    return Found(
        facts=tuple(facts[:limit]),
        articles=tuple(_articles(record, asked, snippets or {}))[:limit],
        facets=_facets(facts),
    )


def _by_weight(fact: Fact) -> tuple[int, int, int, str, str]:
    standing = fact.standing
    return (
        -standing.independent,
        -len(standing.newsrooms),
        -len(fact.citations),
        fact.when or "9999",
        fact.claim,
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


def _of_thread(record: Record, name: str) -> set[str]:
    """The ids of the events that a thread follows."""
    followed = next(view for view in threads(record) if view.name == name)
    found = {item.id for item in followed.items}
    for item in followed.items:
        found |= {*item.events, *(related.event for related in item.related)}
    return found


def _facts(record: Record, asked: Asked, topics: Topics) -> Iterator[Fact]:
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
        best = best_report(claim)
        yield Fact(
            claim=claim.id,
            kind=claim.kind,
            type=kind,
            status=claim.status,
            who=who,
            when=when,
            place=place,
            snippet=_snippet(best.words, wanted),
            citations=tuple(
                dict.fromkeys([citation_of(best), *(citation_of(r) for r in claim.reports)])
            ),
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


def _articles(record: Record, asked: Asked, snippets: Mapping[str, str]) -> Iterator[FoundArticle]:
    """The articles of the hits that the facets allow; facets that only facts have leave none."""
    if asked.type or asked.status or asked.thread or asked.standing or asked.place:
        return
    rows = {row.id: row for row in record.articles if row.article is not None}
    first, last = iso_day(asked.from_), iso_day(asked.to)
    of_actor = {
        article
        for actor in record.actors
        if asked.actor and _holds(asked.actor, actor.names)
        for article in actor.articles
    }
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


def _facets(facts: list[Fact]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for fact in facts:
        values: dict[str, set[str | None]] = {
            "kind": {fact.kind},
            "type": {fact.type},
            "status": {fact.status},
            "actor": {*fact.who},
            "place": {fact.place},
            "newsroom": {*(reference.name for reference in fact.standing.newsrooms)},
            "standing": {fact.standing.label},
        }
        for facet, found in values.items():
            table = counts.setdefault(facet, {})
            for value in sorted(one for one in found if one):
                table[value] = table.get(value, 0) + 1
    return {
        facet: dict(sorted(table.items(), key=lambda item: (-item[1], item[0])))
        for facet, table in counts.items()
    }
