"""Index: the little of a record that is kept in memory, so that no page has to read the whole record.

It holds orders, ids and what lists are chosen by; the items themselves stay in the store and are
read by id, a page at a time. One index belongs to one record and is made once for it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from ..model.article import Article
from ..model.claim import Claim
from ..model.judgement import Doubt, SetAside, StoryJudgement
from ..model.record import ArticleRow, Record
from ..model.text import Reference
from ..model.value import Value
from ..store.pages import Snapshot
from ..views.agenda import AgendaItem, agenda
from ..views.brief import LENGTHS, Brief, brief
from ..views.figures import series_of_weight
from ..views.line import Line
from ..views.quotes import quotes
from ..views.search import Asked as Question
from ..views.search import Found
from ..views.sources import date_words, short_names
from ..views.standing import standing_board
from ..views.threads import threads
from ..views.threads.item import Thread
from ..views.timeline import timeline
from .words import day_words


class ArticleLine(Value, frozen=True):
    """An article in a list. `sign` is its short sign, empty if it was not read; `published` its
    publication date as EDTF, `date` the same in words, with how it is known; `versions` says how many other
    versions of it are kept."""

    id: str
    sign: str
    headline: str | None
    outlet: str | None
    address: str
    published: str | None
    date: str
    first_words: str
    newsrooms: tuple[Reference, ...]
    status: str
    reason: str | None
    versions: int = 0


@dataclass(frozen=True)
class ClaimLine:
    """What the standing board chooses by."""

    id: str
    about: str
    kind: str
    status: str
    label: str
    flags: tuple[str, ...]
    independent: int
    at_most: int


@dataclass(frozen=True)
class Index:
    """Orders and look-ups of one record; `made_from` names the record."""

    made_from: str
    as_of: str | None
    pipeline: str
    articles: dict[str, ArticleLine]
    claims: dict[str, ClaimLine]
    agenda_record: Record
    agenda: tuple[AgendaItem, ...]
    weighty: Record
    figures: tuple[str, ...]
    changing_series: frozenset[str]
    quotes: tuple[tuple[str, str, str], ...]
    actors: tuple[tuple[str, str, str], ...]
    voices: dict[str, str]
    passages: tuple[str, ...]
    newsrooms: tuple[str, ...]
    conflicts: tuple[str, ...]
    changes: tuple[str, ...]
    doubts: tuple[str, ...]
    judgements: tuple[str, ...]
    set_aside: tuple[str, ...]
    claims_in: dict[str, tuple[str, ...]]
    claims_of: dict[str, tuple[str, ...]]
    conflicts_of: dict[str, tuple[str, ...]]
    changes_of: dict[str, tuple[str, ...]]
    passages_of: dict[str, tuple[str, ...]]
    series_of_point: dict[str, str]
    counts: dict[str, dict[str, int]]

    @cached_property
    def briefs(self) -> dict[str, Brief]:
        """The brief in each of its lengths."""
        return {length: brief(self.weighty, length=length) for length in LENGTHS}

    @cached_property
    def timeline(self) -> tuple[Line, ...]:
        """What is reported to have happened, by day."""
        return timeline(self.weighty)

    @cached_property
    def threads(self) -> tuple[Thread, ...]:
        """What is followed through the story."""
        return threads(self.weighty)

    def warm(self) -> None:
        """Makes now what would else be made for the first reader who asks."""
        _ = self.timeline, self.briefs, self.threads

    @cached_property
    def searches(self) -> dict[Question, Found]:
        """What was found lately; `finding` fills it and keeps it small."""
        return {}

    @property
    def left_out(self) -> int:
        """Claims that are too little supported to be looked at for brief, timeline and threads."""
        return len(self.claims) - len(self.weighty.claims)


def make_index(snapshot: Snapshot) -> Index:
    """The index of the record in `snapshot`; reads all of it once and keeps only what is named here."""
    whole = snapshot.record()
    record = msgspec.structs.replace(
        whole,
        articles=tuple(map(_without_text, whole.articles)),
        passages=tuple(msgspec.structs.replace(item, spans=()) for item in whole.passages),
    )
    announced = agenda(record)
    actors = sorted(record.actors, key=lambda item: (-item.mentions, item.name, item.id))
    return Index(
        made_from=snapshot.made_from,
        as_of=snapshot.as_of,
        pipeline=snapshot.pipeline,
        articles=_article_lines(record),
        claims={claim.id: _claim_line(claim) for claim in standing_board(record)},
        agenda_record=_agenda_record(record, announced),
        agenda=announced,
        weighty=_weighty(record),
        figures=tuple(series.id for series in series_of_weight(record)),
        changing_series=frozenset(series.id for series in record.series if series.changes),
        quotes=tuple(
            (quote.utterance.id, quote.claim.id, quote.utterance.voice.name)
            for quote in quotes(record)
        ),
        actors=tuple((actor.id, actor.kind, actor.name) for actor in actors),
        voices={voice.id: voice.name for voice in record.voices},
        passages=tuple(
            item.id for item in sorted(record.passages, key=lambda item: (-item.share, item.id))
        ),
        newsrooms=tuple(
            item.id
            for item in sorted(
                record.newsrooms, key=lambda item: (-len(item.articles), item.name, item.id)
            )
        ),
        conflicts=tuple(conflict.id for conflict in record.conflicts),
        changes=tuple(change.id for change in record.changes),
        doubts=tuple(
            doubt.id
            for doubt in sorted(
                snapshot.all(Doubt), key=lambda doubt: (-doubt.weight, -doubt.score, doubt.id)
            )
        ),
        judgements=tuple(item.id for item in snapshot.all(StoryJudgement)),
        set_aside=tuple(item.id for item in snapshot.all(SetAside)),
        claims_in=_ids_by(record.claims, lambda claim: (r.article for r in claim.reports)),
        claims_of=_claims_of_actors(record),
        conflicts_of=_ids_by(record.conflicts, lambda conflict: conflict.claims),
        changes_of=_ids_by(record.changes, lambda change: [change.about] if change.about else []),
        passages_of=_ids_by(record.passages, lambda passage: (passage.from_, passage.to)),
        series_of_point={
            point.id: series.id for series in record.series for point in series.points
        },
        counts={
            "label": Counter(claim.standing.label for claim in record.claims),
            "kind": Counter(claim.kind for claim in record.claims),
            "status": Counter(claim.status for claim in record.claims),
            "flag": Counter(flag for claim in record.claims for flag in claim.standing.flags),
        },
    )


def _without_text(row: ArticleRow) -> ArticleRow:
    """The row without what only the article's own page shows."""
    if row.article is None:
        return row
    bare = msgspec.structs.replace(
        row.article,
        text=row.article.text[:120],
        removed=(),
        captions=(),
        date_candidates=(),
        origins=(),
        credit_lines=(),
    )
    return msgspec.structs.replace(row, article=bare)


def _article_lines(record: Record) -> dict[str, ArticleLine]:
    """Those that were read in the order of their signs, then the others."""
    signs = short_names(record)
    lines = [
        ArticleLine(
            id=row.id,
            sign=signs.get(row.id, ""),
            headline=row.article.headline if row.article else None,
            outlet=row.article.outlet if row.article else None,
            address=row.article.address if row.article else "",
            published=row.article.published.value
            if row.article and row.article.published
            else None,
            date=_date(row.article) if row.article else "",
            first_words=" ".join(row.article.text.split())[:80] if row.article else "",
            newsrooms=row.newsrooms,
            status=row.status,
            reason=row.reason,
            versions=len(row.versions),
        )
        for row in record.articles
    ]
    lines.sort(key=lambda line: (not line.sign, int(line.sign[1:] or 0), line.id))
    return {line.id: line for line in lines}


def _date(article: Article) -> str:
    """The date in words, with what `views.sources.date_words` says of how it is known."""
    words, value = date_words(article), article.published.value if article.published else ""
    return day_words(value) + words.removeprefix(value) if value else words


def _claim_line(claim: Claim) -> ClaimLine:
    standing = claim.standing
    return ClaimLine(
        claim.id,
        claim.about,
        claim.kind,
        claim.status,
        standing.label,
        standing.flags,
        standing.independent,
        standing.independent_at_most,
    )


def _agenda_record(record: Record, announced: tuple[AgendaItem, ...]) -> Record:
    """Of the record only what the agenda of any day is made from."""
    of_agenda = {item.id for item in announced}
    return msgspec.structs.replace(
        record,
        passages=(),
        newsrooms=(),
        actors=(),
        voices=(),
        utterances=(),
        series=(),
        conflicts=(),
        changes=(),
        events=tuple(event for event in record.events if event.id in of_agenda),
        claims=tuple(claim for claim in record.claims if claim.about in of_agenda),
    )


MOST_WEIGHTY = 2000
"""Claims that brief, timeline and threads are made from. They hold every line against every other one, so that the
time grows with the square; a story of 10,000 articles has a hundred times as many claims."""


def _weighty(record: Record) -> Record:
    """The record with its best supported claims and what they are about; all of a record that is small."""
    if len(record.claims) <= MOST_WEIGHTY:
        return record
    claims = standing_board(record)[:MOST_WEIGHTY]
    held, about = {claim.id for claim in claims}, {claim.about for claim in claims}
    return msgspec.structs.replace(
        record,
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        events=tuple(event for event in record.events if event.id in about),
        utterances=tuple(item for item in record.utterances if item.id in about),
        series=tuple(s for s in record.series if any(point.id in about for point in s.points)),
        conflicts=tuple(c for c in record.conflicts if held.issuperset(c.claims)),
        passages=(),
        changes=(),
    )


def _claims_of_actors(record: Record) -> dict[str, tuple[str, ...]]:
    """Ids of the claims about events that an actor takes part in or utterances of its voice."""
    of: dict[str, list[str]] = {}
    for event in record.events:
        of[event.id] = [reference.id for reference in (*event.sources, *event.targets)]
    for utterance in record.utterances:
        of[utterance.id] = [utterance.voice.id]
    return _ids_by(record.claims, lambda claim: of.get(claim.about, ()))


def _ids_by(
    items: Iterable[Any], keys: Callable[[Any], Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    """For each key the ids of the items that have it, each once, in the order of the items."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for item in items:
        for key in keys(item):
            found[key][item.id] = None
    return {key: tuple(ids) for key, ids in found.items()}
