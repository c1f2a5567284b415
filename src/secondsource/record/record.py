"""The record of a story, made from its readings and their lineage."""

from collections.abc import Sequence

from ..model.lineage import Lineage
from ..model.reading import Reading
from ..model.record import ArticleRow, Record
from ..model.text import Reference
from ..reading.anchor import anchor
from .actors import find_actors
from .changes import find_changes
from .claims import find_claims
from .conflicts import find_conflicts, flagged
from .dating import settle_dates
from .events import find_events
from .evidence import Evidence
from .series import find_series
from .utterances import find_utterances
from .voices import find_voices


def make_record(
    readings: Sequence[Reading], lineage: Lineage, other_rows: Sequence[ArticleRow] = ()
) -> Record:
    """The record of unanchored readings. `other_rows` are articles that could not be read, with the
    reason. The result does not depend on the order of either."""
    evidence = Evidence(anchored(readings), lineage)
    actors = find_actors(evidence)
    voices = find_voices(evidence, actors)
    utterances = find_utterances(evidence, voices)
    events = find_events(evidence, actors, voices)
    series = find_series(evidence, voices)
    claims = find_claims(evidence, voices, utterances, events, series)
    conflicts = find_conflicts(claims, utterances, events, series, actors, evidence)
    return Record(
        articles=_rows(evidence, other_rows),
        passages=tuple(sorted(lineage.passages, key=lambda passage: passage.id)),
        newsrooms=tuple(sorted(lineage.newsrooms, key=lambda newsroom: newsroom.id)),
        actors=tuple(sorted(actors.actors, key=lambda actor: actor.id)),
        voices=voices.voices,
        utterances=utterances,
        events=events,
        series=series,
        claims=flagged(claims, conflicts, events),
        conflicts=conflicts,
        changes=find_changes(events, series),
        as_of=max(
            (
                article.published.earliest
                for article in evidence.articles.values()
                if article.published
            ),
            default=None,
        ),
        pipeline=next((reading.pipeline for reading in evidence.readings), ""),
    )


def anchored(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings with their dates settled by the evidence of all, anchored on them, sorted by
    article id; those whose date stays unknown stay unanchored."""
    dated = settle_dates(sorted(readings, key=lambda reading: reading.article.id))
    return tuple(
        anchor(reading, reading.article.published) if reading.article.published else reading
        for reading in dated
    )


def _rows(evidence: Evidence, others: Sequence[ArticleRow]) -> tuple[ArticleRow, ...]:
    rows = [
        ArticleRow(
            id=article.id,
            article=article,
            newsrooms=_newsrooms(evidence, article.id),
            versions=(),
            status="read",
        )
        for article in evidence.articles.values()
    ]
    return tuple(sorted([*rows, *others], key=lambda row: row.id))


def _newsrooms(evidence: Evidence, article: str) -> tuple[Reference, ...]:
    """The article's own newsroom first, then those of passages that it took over."""
    found = [evidence.own_newsroom(article)]
    for passage in evidence.lineage.passages:
        if passage.to == article:
            found.append(evidence.own_newsroom(passage.from_))
    return tuple(dict.fromkeys(found))
