"""Rows of the flat tables: how each kind of item of the record becomes cells."""

from collections.abc import Iterator

from ..model.claim import Claim, StoryEvent, Utterance
from ..model.event import REAL
from ..model.record import ArticleRow, Record
from ..model.text import Citation, Reference

Cell = str | int | float | bool | tuple[str, ...] | None
Row = dict[str, Cell]
"""Cells by column; a column that is left out is null."""


def _ids(references: tuple[Reference, ...]) -> tuple[str, ...]:
    return tuple(reference.id for reference in references)


def _names(references: tuple[Reference, ...]) -> tuple[str, ...]:
    return tuple(reference.name for reference in references)


def _once(values: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def articles(record: Record) -> Iterator[Row]:
    """Every article, read or not, with how its date is known."""
    for row in record.articles:
        yield {"id": row.id, **_article_cells(row), "status": row.status, "reason": row.reason}


def _article_cells(row: ArticleRow) -> Row:
    article = row.article
    if article is None:
        return {}
    published = article.published
    return {
        "address": article.address,
        "headline": article.headline,
        "outlet": article.outlet,
        "newsrooms": _names(row.newsrooms),
        "published": published.value if published else None,
        "published_precision": published.precision if published else None,
        "published_earliest": published.earliest if published else None,
        "published_latest": published.latest if published else None,
        "published_basis": published.basis if published else None,
        "unknown_because": article.unknown_because,
        "authors": article.authors,
        "agencies": article.agencies,
        "dateline": article.dateline,
        "language": article.language,
        "characters": len(article.text),
    }


def passages(record: Record) -> Iterator[Row]:
    """What text comes from what."""
    for item in record.passages:
        yield {
            "id": item.id,
            "from": item.from_,
            "to": item.to,
            "kind": item.kind,
            "share": item.share,
            "verbatim": item.verbatim,
            "alterations": len(item.alterations),
            "reasons": item.reasons,
        }


def newsrooms(record: Record) -> Iterator[Row]:
    """Whose reporting the articles are."""
    for item in record.newsrooms:
        yield {
            "id": item.id,
            "name": item.name,
            "articles": item.articles,
            "reasons": item.reasons,
        }


def actors(record: Record) -> Iterator[Row]:
    """Who acts."""
    for item in record.actors:
        yield {
            "id": item.id,
            "name": item.name,
            "kind": item.kind,
            "names": item.names,
            "roles": tuple(role.role for role in item.roles),
            "party_id": item.party.id,
            "party": item.party.name,
            "mentions": item.mentions,
            "articles": item.articles,
        }


def voices(record: Record) -> Iterator[Row]:
    """Who vouches."""
    for item in record.voices:
        yield {
            "id": item.id,
            "name": item.name,
            "kind": item.kind,
            "description": item.description,
            "affiliation": item.affiliation,
            "party": item.party,
            "same_as_maybe": item.same_as_maybe,
            "bodies": item.bodies,
            "unplaced": item.unplaced,
        }


def claims_about(record: Record) -> dict[str, Claim]:
    """The claim about each item, by the id of the item: of several about one event, that it is as its status
    says (that it happened, was planned, denied...)."""
    status: dict[str, str] = {
        event.id: "happened" if event.status in REAL else event.status for event in record.events
    }
    found: dict[str, Claim] = {}
    for claim in record.claims:
        if claim.about not in found or claim.status == status.get(claim.about, "happened"):
            found[claim.about] = claim
    return found


def _standing(claim: Claim | None) -> Row:
    if claim is None:
        return {}
    return {
        "claim": claim.id,
        "label": claim.standing.label,
        "flags": claim.standing.flags,
        "independent": claim.standing.independent,
        "independent_at_most": claim.standing.independent_at_most,
    }


def utterances(record: Record) -> Iterator[Row]:
    """What was said, once each, with the standing of that it was said."""
    claims = claims_about(record)
    for item in record.utterances:
        yield {**_utterance_cells(item), **_standing(claims.get(item.id))}


def _utterance_cells(item: Utterance) -> Row:
    return {
        "id": item.id,
        "voice_id": item.voice.id,
        "voice": item.voice.name,
        "said": item.said,
        "place": item.place.name if item.place else None,
        "occasion": item.occasion,
        "addressee": item.addressee,
        "words": item.wordings[0].words if item.wordings else None,
        "wordings": len(item.wordings),
        "articles": _once(statement.article for statement in item.statements),
        "newsrooms": _once(statement.newsroom.name for statement in item.statements),
    }


def statements(record: Record) -> Iterator[Row]:
    """Each report of an utterance, with its address."""
    for utterance in record.utterances:
        for item in utterance.statements:
            yield {
                "id": item.id,
                "utterance": utterance.id,
                "voice": utterance.voice.name,
                "cue": item.cue,
                "mode": item.mode,
                "newsroom": item.newsroom.name,
                **_address(item.article, item.part, item.start, item.end, item.words),
            }


def _address(article: str, part: str, start: int, end: int, words: str) -> Row:
    return {"article": article, "part": part, "start": start, "end": end, "words": words}


def events(record: Record) -> Iterator[Row]:
    """What happened, and what only was threatened, planned or denied, with its standing."""
    claims = claims_about(record)
    for item in record.events:
        yield {**event_cells(item), **_standing(claims.get(item.id))}


def event_cells(item: StoryEvent) -> Row:
    """What an event says of itself, without its standing."""
    return {
        "id": item.id,
        "event_type": item.event_type,
        "mode": item.mode,
        "status": item.status,
        "source_ids": _ids(item.sources),
        "sources": _names(item.sources),
        "target_ids": _ids(item.targets),
        "targets": _names(item.targets),
        "object": item.object,
        "time": item.time.value if item.time else None,
        "precision": item.time.precision if item.time else None,
        "place": item.place.name if item.place else None,
        "about": item.about,
        "condition": item.condition.citation.words if item.condition else None,
        "articles": _once(mention.article for mention in item.mentions),
    }


def event_mentions(record: Record) -> Iterator[Row]:
    """Each mention of an event, with its address."""
    for event in record.events:
        for item in event.mentions:
            yield {
                "id": item.id,
                "event": event.id,
                "status": item.status,
                "voice": item.voice.name,
                "newsroom": item.newsroom.name,
                **_address(item.article, item.part, item.start, item.end, item.words),
                "sentence": item.sentence.words,
            }


def series(record: Record) -> Iterator[Row]:
    """What is counted."""
    for item in record.series:
        yield {
            "id": item.id,
            "measured": item.measured,
            "of": item.of,
            "place": item.place,
            "unit": item.unit,
            "points": len(item.points),
            "changes": len(item.changes),
        }


def figures(record: Record) -> Iterator[Row]:
    """Each figure of each series, with its address and standing."""
    claims = claims_about(record)
    for series in record.series:
        for item in series.points:
            yield {
                "id": item.id,
                "series": series.id,
                "measured": item.measured,
                "of": series.of,
                "place": series.place,
                "unit": series.unit,
                "low": item.low,
                "high": item.high,
                "approximator": item.approximator,
                "nature": item.nature,
                "as_of": item.as_of,
                "voice": item.voice.name,
                "newsroom": item.newsroom.name,
                **_address(item.article, item.part, item.start, item.end, item.words),
                "sentence": item.sentence.words,
                **_standing(claims.get(item.id)),
            }


def claims(record: Record) -> Iterator[Row]:
    """Every claim with its standing."""
    for item in record.claims:
        yield {
            "id": item.id,
            "about": item.about,
            "kind": item.kind,
            "status": item.status,
            "words": item.words,
            "label": item.standing.label,
            "flags": item.standing.flags,
            "independent": item.standing.independent,
            "independent_at_most": item.standing.independent_at_most,
            "newsrooms": _names(item.standing.newsrooms),
            "voices": _names(item.standing.voices),
            "articles": _once(report.article for report in item.reports),
            "reasons": item.standing.reasons,
        }


def reports(record: Record) -> Iterator[Row]:
    """Each report of each claim, with its address."""
    for claim in record.claims:
        for item in claim.reports:
            yield {
                "claim": claim.id,
                "newsroom_id": item.newsroom.id,
                "newsroom": item.newsroom.name,
                "voice_id": item.voice.id,
                "voice": item.voice.name,
                "first_hand": item.first_hand,
                **_address(item.article, item.part, item.start, item.end, item.words),
                "vouched": item.vouched,
                "through_id": item.through.id if item.through else None,
                "through": item.through.name if item.through else None,
                "altered": item.altered,
            }


def conflicts(record: Record) -> Iterator[Row]:
    """What cannot both hold."""
    for item in record.conflicts:
        yield {
            "id": item.id,
            "kind": item.kind,
            "claims": item.claims,
            "sides": tuple(side.words for side in item.sides),
            "articles": _articles_of(item.sides),
            "reason": item.reason,
        }


def changes(record: Record) -> Iterator[Row]:
    """What was one way and became another."""
    for item in record.changes:
        yield {
            "id": item.id,
            "kind": item.kind,
            "about": item.about,
            "was": item.was,
            "became": item.became,
            "articles": _articles_of(item.citations),
        }


def _articles_of(citations: tuple[Citation, ...]) -> tuple[str, ...]:
    return _once(cited.article for cited in citations)


def judgements(record: Record) -> Iterator[Row]:
    """What people decided, and what came of it."""
    for item in record.judgements:
        yield {
            "id": item.id,
            "decision": item.decision,
            "subjects": item.subjects,
            "who": item.who,
            "when": item.when,
            "why": item.why,
            "value": item.value,
            "status": item.status,
            "reason": item.reason,
            "items": item.items,
        }


def doubts(record: Record) -> Iterator[Row]:
    """Pairs that may be one and were kept apart."""
    for item in record.doubts:
        yield {
            "id": item.id,
            "kind": item.kind,
            "item_ids": _ids(item.items),
            "items": _names(item.items),
            "score": item.score,
            "weight": item.weight,
            "reason": item.reason,
        }
