"""Making the index of a record: its tables are read one after the other, and of each item no more than the index
asks for, so that a record of any size is indexed in little more memory than its index takes."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, cast

import msgspec

from ..model.actor import Actor, StoryVoice
from ..model.article import Article
from ..model.claim import Change, Claim, Conflict, Series, StoryEvent, Utterance
from ..model.judgement import Doubt, SetAside, StoryJudgement
from ..model.lineage import Newsroom, Passage
from ..model.record import EMPTY, ArticleRow, Record
from ..store.pages import Snapshot
from ..views.agenda import ANNOUNCING, WAITING, AgendaItem, agenda
from ..views.figures import by_weight, has_weight
from ..views.quotes import most_told_first, said_words
from ..views.sources import date_words, short_names
from ..views.standing import best_first
from . import trimmed
from .index import ArticleLine, ClaimLine, Index
from .words import day_words

MOST_WEIGHTY = 2000
"""Claims that brief, timeline and threads are made from. They hold every line against every other one, so that the
time grows with the square; a story of 10,000 articles has a hundred times as many claims."""

Ids = dict[str, tuple[str, ...]]


def make_index(snapshot: Snapshot) -> Index:
    """The index of the record in `snapshot`."""
    articles = tuple(map(_without_text, snapshot.all(ArticleRow)))
    takes_part, may_be_announced = _events(snapshot)
    announced_for = _agenda_record(snapshot, articles, may_be_announced)
    announced = agenda(announced_for)
    claims = _Claims(snapshot)
    quotes, said_by, said = _quotes(snapshot, claims.about)
    figures, changing, series_of_point = _series(snapshot)
    passages = list(snapshot.trimmed(Passage, trimmed.Passage))
    conflicts = list(snapshot.trimmed(Conflict, trimmed.Conflict))
    actors = tuple(snapshot.all(Actor))
    return Index(
        made_from=snapshot.made_from,
        as_of=snapshot.as_of,
        pipeline=snapshot.pipeline,
        articles=_article_lines(articles, announced_for),
        claims=claims.lines,
        agenda_record=_only(announced_for, announced),
        agenda=announced,
        weighty=_weighty(snapshot, articles, actors, claims, series_of_point, conflicts),
        figures=figures,
        changing_series=changing,
        quotes=quotes,
        actors=tuple(
            (actor.id, actor.kind, actor.name.casefold())
            for actor in sorted(actors, key=lambda item: (-item.mentions, item.name, item.id))
        ),
        voices={voice.id: voice.name for voice in snapshot.trimmed(StoryVoice, trimmed.Named)},
        said=said,
        passages=tuple(
            item.id for item in sorted(passages, key=lambda item: (-item.share, item.id))
        ),
        newsrooms=tuple(
            item.id
            for item in sorted(
                snapshot.all(Newsroom),
                key=lambda item: (-len(item.articles), item.name, item.id),
            )
        ),
        conflicts=tuple(conflict.id for conflict in conflicts),
        changes=tuple(change.id for change in snapshot.trimmed(Change, trimmed.Identified)),
        doubts=tuple(
            doubt.id
            for doubt in sorted(
                snapshot.trimmed(Doubt, trimmed.Doubt),
                key=lambda doubt: (-doubt.weight, -doubt.score, doubt.id),
            )
        ),
        judgements=tuple(item.id for item in snapshot.trimmed(StoryJudgement, trimmed.Identified)),
        set_aside=tuple(item.id for item in snapshot.trimmed(SetAside, trimmed.Identified)),
        claims_in=claims.in_article,
        claims_of=_ids_by(
            (key, claim)
            for claim, about in claims.about.items()
            for key in takes_part.get(about) or said_by.get(about, ())
        ),
        conflicts_of=_ids_by((key, item.id) for item in conflicts for key in item.claims),
        changes_of=_ids_by(
            (item.about, item.id) for item in snapshot.trimmed(Change, trimmed.Change) if item.about
        ),
        passages_of=_ids_by((key, item.id) for item in passages for key in (item.from_, item.to)),
        series_of_point=series_of_point,
        counts=claims.counts,
    )


class _Claims:
    """What the index has of the claims, read once."""

    def __init__(self, snapshot: Snapshot) -> None:
        rows: list[tuple[Any, ClaimLine]] = []
        articles: list[tuple[str, str]] = []
        self.about: dict[str, str] = {}
        """Claim -> what it is about, but for those set aside."""
        counts: dict[str, Counter[str]] = {
            name: Counter() for name in ("label", "kind", "status", "flag")
        }
        for claim in snapshot.trimmed(Claim, trimmed.Claim):
            rows.append((best_first(cast(Claim, claim)), _claim_line(claim)))
            self.about[claim.id] = claim.about
            articles += [(report.article, claim.id) for report in claim.reports]
            counts["label"][claim.standing.label] += 1
            counts["kind"][claim.kind] += 1
            counts["status"][claim.status] += 1
            counts["flag"].update(claim.standing.flags)
        self.counts: dict[str, dict[str, int]] = dict(counts.items())
        self.in_article = _ids_by(articles)
        for item in snapshot.trimmed(SetAside, trimmed.SetAside):
            rows.append((best_first(cast(Claim, item.claim)), _claim_line(item.claim)))
        rows.sort(key=lambda row: row[0])
        self.lines = {line.id: line for _, line in rows}


def _claim_line(claim: trimmed.Claim) -> ClaimLine:
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


def _quotes(
    snapshot: Snapshot, about: dict[str, str]
) -> tuple[tuple[tuple[str, str, str], ...], Ids, dict[str, str]]:
    """Utterance, claim and voice of what was said, in the order of the quotes; whose voice each has; who
    says it and how."""
    claim_of = {item: claim for claim, item in about.items()}
    found = []
    voices: Ids = {}
    said: dict[str, str] = {}
    for item in snapshot.trimmed(Utterance, trimmed.Utterance):
        voices[item.id] = (item.voice.id,)
        said[item.id] = said_words(cast(Utterance, item))
        name = item.voice.name.casefold()
        order = most_told_first(cast(Utterance, item))
        found.append((order, (item.id, claim_of[item.id], name)))
    found.sort()
    return tuple(line for _, line in found), voices, said


def _events(snapshot: Snapshot) -> tuple[Ids, tuple[str, ...]]:
    """Who takes part in each event; the events that may stand on an agenda of some day."""
    takes_part: Ids = {}
    announced = []
    for event in snapshot.trimmed(StoryEvent, trimmed.Event):
        takes_part[event.id] = tuple(actor.id for actor in (*event.sources, *event.targets))
        waits = event.condition is not None and event.condition.by is not None
        if (waits and event.status in WAITING) or (
            event.time is not None and any(m.status in ANNOUNCING for m in event.mentions)
        ):
            announced.append(event.id)
    return takes_part, tuple(announced)


def _series(snapshot: Snapshot) -> tuple[tuple[str, ...], frozenset[str], dict[str, str]]:
    """The series that say something, those that say most first; those that changed; the series of each
    point."""
    found = []
    changing = set()
    of_point: dict[str, str] = {}
    for series in snapshot.all(Series):
        if has_weight(series):
            found.append(by_weight(series))
        if series.changes:
            changing.add(series.id)
        of_point.update((point.id, series.id) for point in series.points)
    return tuple(id for *_, id in sorted(found)), frozenset(changing), of_point


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


def _article_lines(articles: tuple[ArticleRow, ...], record: Record) -> dict[str, ArticleLine]:
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
        for row in articles
    ]
    lines.sort(key=lambda line: (not line.sign, int(line.sign[1:] or 0), line.id))
    return {line.id: line for line in lines}


def _date(article: Article) -> str:
    """The date in words, with what `views.sources.date_words` says of how it is known."""
    words, value = date_words(article), article.published.value if article.published else ""
    return day_words(value) + words.removeprefix(value) if value else words


def _agenda_record(
    snapshot: Snapshot, articles: tuple[ArticleRow, ...], events: tuple[str, ...]
) -> Record:
    """Of the record the articles, these events and the claims about them."""
    claims = snapshot.claim_ids_about(events)
    return msgspec.structs.replace(
        EMPTY,
        articles=articles,
        events=snapshot.some(StoryEvent, events),
        claims=snapshot.some(Claim, sorted(id for ids in claims.values() for id in ids)),
        as_of=snapshot.as_of,
        pipeline=snapshot.pipeline,
    )


def _only(record: Record, announced: tuple[AgendaItem, ...]) -> Record:
    """Of the record only what the agenda of any day is made from."""
    of_agenda = {item.id for item in announced}
    return msgspec.structs.replace(
        record,
        events=tuple(event for event in record.events if event.id in of_agenda),
        claims=tuple(claim for claim in record.claims if claim.about in of_agenda),
    )


def _weighty(
    snapshot: Snapshot,
    articles: tuple[ArticleRow, ...],
    actors: tuple[Actor, ...],
    claims: _Claims,
    series_of_point: dict[str, str],
    conflicts: list[trimmed.Conflict],
) -> Record:
    """The record with its best supported claims and what they are about; all of a record that is small."""
    if len(claims.about) <= MOST_WEIGHTY:
        whole = snapshot.record()
        return msgspec.structs.replace(
            whole,
            articles=articles,
            passages=tuple(msgspec.structs.replace(item, spans=()) for item in whole.passages),
        )
    best = sorted(list(claims.lines)[:MOST_WEIGHTY])
    held = set(best)
    about = sorted({claims.lines[id].about for id in best})
    lines = sorted({series_of_point[id] for id in about if id in series_of_point})
    return msgspec.structs.replace(
        EMPTY,
        articles=articles,
        newsrooms=tuple(snapshot.all(Newsroom)),
        actors=actors,
        voices=tuple(
            msgspec.structs.replace(voice, same_as_maybe=()) for voice in snapshot.all(StoryVoice)
        ),
        utterances=snapshot.some(Utterance, about),
        events=snapshot.some(StoryEvent, about),
        series=snapshot.some(Series, lines),
        claims=snapshot.some(Claim, best),
        conflicts=snapshot.some(
            Conflict, [item.id for item in conflicts if held.issuperset(item.claims)]
        ),
        as_of=snapshot.as_of,
        pipeline=snapshot.pipeline,
        judgements=tuple(snapshot.all(StoryJudgement)),
        set_aside=tuple(snapshot.all(SetAside)),
    )


def _ids_by(pairs: Iterable[tuple[str, str]]) -> Ids:
    """For each first id of the pairs all second ones, each once, in the order of the pairs."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, id in pairs:
        found[key][id] = None
    return {key: tuple(ids) for key, ids in found.items()}
