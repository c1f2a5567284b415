"""The record of a story, made from its readings and their lineage."""

from collections.abc import Sequence

from ..lexicon import stems
from ..model.claim import Claim
from ..model.judgement import Judgement
from ..model.keeping import NOWHERE, Keeping
from ..model.lineage import Lineage
from ..model.reading import Reading
from ..model.record import ArticleRow, Record
from ..model.text import Reference
from ..reading.anchor import anchor
from .announced import announced_in
from .changes import find_changes
from .chapters.sharing import Share, kept_apart
from .claims import find_claims
from .clusters import Clusters, find_clusters
from .conflicts import find_conflicts, flagged
from .dating import settle_dates
from .evidence import Evidence
from .first_printed import first_printed
from .judged import Judged
from .judged.doubts import find_doubts
from .judged.marking import (
    marked_claims,
    marked_events,
    mentions_reached,
    set_aside,
    story_judgements,
)
from .judged.settling import corrected, settle
from .judged.subjects import all_subjects
from .refrains import without_refrains


def make_record(
    readings: Sequence[Reading],
    lineage: Lineage,
    other_rows: Sequence[ArticleRow] = (),
    judgements: Sequence[Judgement] = (),
    keeping: Keeping = NOWHERE,
    share: Share | None = None,
) -> Record:
    """The record of unanchored readings. `other_rows` are articles that could not be read, with the
    reason; `judgements` are people's decisions, which stand above every rule. The result does not
    depend on the order of any of them, nor on what is kept in `keeping`. With `share` it is that of one chapter of a
    larger story, made with readings of its neighbours and without what they tell."""
    known = stems.recall(keeping)
    read = without_refrains(anchored(readings, lineage), lineage)
    if share is not None:
        read = share.looked_at(read)
    elsewhere = share.elsewhere(read) if share is not None else frozenset()
    subjects = all_subjects(read, lineage, [row.id for row in other_rows])

    def clusters_of(judged: Judged) -> tuple[Evidence, Clusters]:
        apart = kept_apart(judged, elsewhere)
        evidence = Evidence(corrected(read, apart), lineage, apart, share is not None)
        return evidence, find_clusters(evidence, keeping).parted(elsewhere)[0]

    judged = settle(judgements, subjects)
    evidence, found = clusters_of(judged)
    reached = mentions_reached(judged, found)
    if reached:
        # What is wrong as a whole is all that the rules, left alone, would gather under it.
        judged = settle(judgements, subjects, reached)
        evidence, found = clusters_of(judged)
    kept, aside = found.parted(judged.wrong)
    actors, voices, utterances = kept.actors, kept.voices, kept.utterances
    events, series = marked_events(kept.events, judged), kept.series
    claims = _claims(kept, evidence)
    conflicts = find_conflicts(claims, utterances, events, series, actors, voices, evidence)
    as_of = max(
        (article.published.earliest for article in evidence.articles.values() if article.published),
        default=None,
    )
    newest = as_of if share is None or share.is_newest else None
    record = Record(
        articles=_rows(evidence, other_rows),
        passages=tuple(sorted(lineage.passages, key=lambda passage: passage.id)),
        newsrooms=tuple(sorted(lineage.newsrooms, key=lambda newsroom: newsroom.id)),
        actors=tuple(sorted(actors.actors, key=lambda actor: actor.id)),
        voices=voices.voices,
        utterances=utterances,
        events=events,
        series=series,
        claims=marked_claims(flagged(claims, conflicts, events), kept, judged),
        conflicts=conflicts,
        changes=find_changes(events, series, newest, _came_out(evidence)),
        as_of=as_of,
        pipeline=next((reading.pipeline for reading in evidence.readings), ""),
        judgements=story_judgements(judged, found, subjects),
        set_aside=set_aside(_claims(aside, evidence), aside, judged),
        doubts=find_doubts(kept, evidence),
    )
    if stems.known() > known:
        stems.keep(keeping)
    return record if share is None else share.of(record, found, evidence.readings)


def _came_out(evidence: Evidence) -> dict[str, str]:
    """The first ISO day on which each dated article can have come out, by its id."""
    return {
        article.id: article.published.earliest
        for article in evidence.articles.values()
        if article.published
    }


def _claims(clusters: Clusters, evidence: Evidence) -> tuple[Claim, ...]:
    return find_claims(
        evidence, clusters.voices, clusters.utterances, clusters.events, clusters.series
    )


def anchored(readings: Sequence[Reading], lineage: Lineage | None = None) -> tuple[Reading, ...]:
    """The readings with their dates settled by the evidence of all, anchored on them, sorted by
    article id; those whose date stays unknown stay unanchored. What one takes over word for word from another
    is anchored on the other's day."""
    dated = settle_dates(sorted(readings, key=lambda reading: reading.article.id))
    printed = first_printed(dated, lineage) if lineage is not None else {}
    return tuple(
        anchor(reading, reading.article.published, printed.get(reading.article.id, ()))
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
            announced=announced_in(evidence.reading_of[article.id]),
        )
        for article in evidence.articles.values()
    ]
    return tuple(sorted([*rows, *others], key=lambda row: row.id))


def _newsrooms(evidence: Evidence, article: str) -> tuple[Reference, ...]:
    """The article's own newsroom first, then those of passages that it took over."""
    taken = evidence.passages_into.get(article, ())
    found = [article, *(passage.from_ for passage in taken)]
    return tuple(dict.fromkeys(map(evidence.own_newsroom, found)))
