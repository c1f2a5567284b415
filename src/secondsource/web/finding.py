"""Search with facets: facts and articles, a page at a time, for pages and for programs."""

import threading
from typing import get_args

from starlette.exceptions import HTTPException
from starlette.requests import Request

from ..errors import UsageError
from ..model.event import EventType, Status
from ..model.value import Value
from ..views.search import Asked as Question
from ..views.search import (
    Fact,
    FoundArticle,
    Searched,
    facets_of,
    facts_of,
    found_articles,
    hits_of,
)
from ..views.threads import THREADS
from .current import Sight
from .lists import Asked
from .site import choice_of, day_of, words_of
from .words import LABELS

MOST_HITS = 100
"""Articles of the full-text search that the facets are held against."""

MOST_SEARCHES = 32
"""Questions whose answers are kept, for further pages of them."""

_KEEPING = threading.Lock()

TYPES = ("event", "utterance", "figure", "role", *get_args(EventType))
STATUSES: tuple[str, ...] = get_args(Status)

FACETS = {
    "kind": "type",
    "type": "type",
    "status": "status",
    "actor": "actor",
    "place": "place",
    "newsroom": "newsroom",
    "standing": "standing",
}
"""Which parameter asks for a value of a facet."""


class Facts(Value, frozen=True):
    """One page of the facts that were found, best supported first, and of all of them how many have which
    value of each facet; on the first page also articles, best match first. `left_out` are claims too
    little supported to be looked at, in a record that is too large to look at all."""

    facts: tuple[Fact, ...]
    total: int
    page: int
    pages: int
    facets: dict[str, dict[str, int]]
    articles: tuple[FoundArticle, ...]
    left_out: int


def question_of(request: Request) -> Question:
    """What a request asks for; 422 for a choice that is none."""
    return Question(
        words=words_of(request, "words") or "",
        actor=words_of(request, "actor"),
        type=choice_of(request, "type", TYPES),
        status=choice_of(request, "status", STATUSES),
        thread=choice_of(request, "thread", tuple(THREADS)),
        from_=day_of(request, "from"),
        to=day_of(request, "to"),
        place=words_of(request, "place"),
        newsroom=words_of(request, "newsroom"),
        standing=choice_of(request, "standing", tuple(LABELS)),
    )


def _found(sight: Sight, question: Question) -> Searched:
    """All that the record has of a question: worked out once, for all its pages."""
    kept = sight.index.searches
    with _KEEPING:
        found = kept.get(question)
    if found is not None:
        return found
    _, hits = sight.snapshot.search(question.words, MOST_HITS)
    record = sight.index.weighty
    try:
        claims = hits_of(record, question, sight.index.topics)
        articles = found_articles(record, question, dict(hits), MOST_HITS, sight.index.topics)
    except UsageError as error:
        raise HTTPException(422, str(error)) from error
    found = Searched(claims, articles, facets_of(claims))
    with _KEEPING:
        kept[question] = found
        while len(kept) > MOST_SEARCHES:
            del kept[next(iter(kept))]
    return found


def facts(sight: Sight, asked: Asked, question: Question) -> Facts:
    """What the record has of a question. Raises HTTPException (422) for a day that is none."""
    found = _found(sight, question)
    total = len(found.hits)
    pages = max(1, -(-total // asked.size))
    page = min(asked.page, pages)
    return Facts(
        facts=facts_of(found.hits[(page - 1) * asked.size : page * asked.size], question),
        total=total,
        page=page,
        pages=pages,
        facets=found.facets,
        articles=found.articles[: asked.size] if page == 1 else (),
        left_out=sight.index.left_out,
    )
