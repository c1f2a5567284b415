"""FollowTheMoney entities, one JSON object a line, made and validated by its own library.

Actors become Person, PublicBody, Organization or Company; articles become Article; events that happened
become Event with who was involved; Documentation ties each actor to the articles that name it. The model
has no status, hence nothing that was only threatened, planned or denied is there.
"""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from ..errors import UsageError
from ..extras import needed
from ..model.actor import Actor
from ..model.article import Article
from ..model.claim import Claim, StoryEvent
from ..model.event import REAL
from ..model.mention import MentionKind
from ..model.record import Record
from ..model.value import identifier
from ..views.days import days_of
from ..views.event_words import event_words
from ..views.sources import articles_of
from .rows import claims_about

SCHEMATA: dict[MentionKind, str] = {
    "person": "Person",
    "government": "PublicBody",
    "organization": "Organization",
    "company": "Company",
    "party": "Organization",
    "armed-force": "PublicBody",
    "group": "Organization",
    "place-as-actor": "PublicBody",
}
"""Schemata of actors. Nationalities and equipment are nobody in particular and are left out."""


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def _longest(prop: Any) -> int:
    """Characters that a value of this property may have."""
    return int(min(prop.max_length, prop.type.max_length))


def followthemoney(record: Record) -> Iterator[bytes]:
    """The entities, each in a line without its end: articles, actors, events, documentations.

    Raises UsageError without the extra `followthemoney`, and should its library refuse an entity.
    """
    library = needed("followthemoney", "followthemoney", "FollowTheMoney")
    articles = articles_of(record)
    claims = claims_about(record)
    for article in articles.values():
        yield _entity(library, "Article", f"article-{article.id}", _article(article))
    actors = {actor.id: actor for actor in record.actors if actor.kind in SCHEMATA}
    for actor in actors.values():
        yield _entity(library, SCHEMATA[actor.kind], f"actor-{actor.id}", _actor(actor))
    for event in record.events:
        if event.status in REAL:
            properties = _event(event, set(actors), claims.get(event.id))
            yield _entity(library, "Event", f"event-{event.id}", properties)
    for actor in actors.values():
        for article_id in actor.articles:
            if article_id in articles:
                key = f"documentation-{identifier('documentation', actor.id, article_id)}"
                ties = {
                    "entity": [f"actor-{actor.id}"],
                    "document": [f"article-{article_id}"],
                    "role": ["named in the report"],
                }
                yield _entity(library, "Documentation", key, ties)


def _entity(library: Any, schema: str, key: str, properties: dict[str, list[str]]) -> bytes:
    """One validated entity; values are cleaned by the types of its properties, cut to the lengths that
    those allow, and freed of control characters; a value that they still refuse is left out."""
    entity = library.model.make_entity(schema)
    entity.id = key
    for name, values in properties.items():
        prop = entity.schema.get(name)
        for value in values:
            plain_value = _CONTROL.sub(" ", value)[: _longest(prop)].strip()
            if prop.type.validate(prop.type.clean(plain_value) or ""):
                entity.add(name, plain_value)
    found = entity.to_dict()["properties"]
    plain = {
        "id": key,
        "caption": entity.caption,
        "schema": schema,
        "properties": {name: sorted(found[name]) for name in sorted(found)},
    }
    try:
        entity.schema.validate(plain)
    except library.exc.InvalidData as error:
        raise UsageError(f"FollowTheMoney refuses {schema} {key}: {error}") from error
    return msgspec.json.encode(plain)


def _article(article: Article) -> dict[str, list[str]]:
    published = article.published
    title = article.headline or article.text[:80]
    day = published.value if published and "/" not in published.value else None
    web = article.address.startswith(("http://", "https://"))
    return {
        "title": [title],
        "publisher": [article.outlet] if article.outlet else [],
        "author": list(article.authors),
        "publishedAt": [day] if day else [],
        "language": [article.language] if article.language != "und" else [],
        "sourceUrl": [article.address] if web else [],
        "fileName": [] if web else [article.address],
        "bodyText": [article.text],
    }


def _actor(actor: Actor) -> dict[str, list[str]]:
    roles = list(dict.fromkeys(role.role for role in actor.roles))
    return {
        "name": [actor.name],
        "alias": [name for name in actor.names if name != actor.name],
        **({"position": roles} if actor.kind == "person" else {}),
    }


def _event(event: StoryEvent, actors: set[str], claim: Claim | None) -> dict[str, list[str]]:
    days = days_of(event.time.value) if event.time else None
    words = claim.words if claim else event.mentions[0].sentence.words
    sources = sorted({item.id for item in event.sources} & actors)
    everybody = sorted({item.id for item in (*event.sources, *event.targets)} & actors)
    when: dict[str, list[str]] = {}
    if days is not None and days.whole:
        when = {"date": [days.first.isoformat()]}
    elif days is not None:
        when = {"startDate": [days.first.isoformat()], "endDate": [days.last.isoformat()]}
    return {
        "name": [f"{event_words(event.event_type, event.mode)}: {event.mentions[0].words}"],
        "summary": [words],
        "organizer": [f"actor-{key}" for key in sources],
        "involved": [f"actor-{key}" for key in everybody],
        "location": [event.place.name] if event.place else [],
        "proof": [f"article-{key}" for key in sorted({item.article for item in event.mentions})],
        "keywords": [event.event_type, event.status],
        **when,
    }
