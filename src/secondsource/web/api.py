"""Everything as JSON, under /api/: the values of the views in the names of the contract, a page at a time."""

from collections.abc import Callable
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..model.actor import Actor, StoryVoice
from ..model.claim import Change, Claim, Conflict, Series, StoryEvent, Utterance
from ..model.judgement import Doubt, SetAside, StoryJudgement
from ..model.lineage import Newsroom, Passage
from ..model.reading import Reading
from ..model.record import ArticleRow
from ..model.value import Value
from ..views.agenda import AgendaItem
from ..views.brief import LENGTHS, Brief
from ..views.line import Line
from ..views.quotes import Quote
from ..views.threads import THREADS
from ..views.threads.item import Thread
from . import api_asking, chosen, finding, lists
from .chosen import STATUSES, YES_OR_NO
from .current import Sight
from .desk import CheckedText, Places, SinceKnown
from .endpoint import Endpoint, Query
from .explain import Explained, explain
from .finding import Facts
from .index import ArticleLine
from .lists import Hit, Part
from .openapi import description
from .site import asked_of, choice_of, site_of, words_of
from .words import FLAGS, KINDS, LABELS


class StoryFacts(Value, frozen=True):
    """A story in short: its name, its day, how many articles, and claims by label, kind, status, flag."""

    name: str
    as_of: str | None
    pipeline: str
    record: str
    articles: int
    claims: int
    counts: dict[str, dict[str, int]]


def _one(kind: type[Value], what: str) -> Callable[[Request, Sight], Value]:
    def answer(request: Request, sight: Sight) -> Value:
        found = sight.snapshot.one(kind, request.path_params["id"])
        if found is None:
            raise HTTPException(404, f"there is no such {what} in the record")
        return found

    return answer


def _story(request: Request, sight: Sight) -> StoryFacts:
    index = sight.index
    return StoryFacts(
        name=site_of(request).story.name,
        as_of=index.as_of,
        pipeline=index.pipeline,
        record=index.made_from,
        articles=len(index.articles),
        claims=len(index.claims),
        counts=index.counts,
    )


def _brief(request: Request, sight: Sight) -> Brief:
    return sight.index.briefs[chosen.length(request)]


def _reading(request: Request, sight: Sight) -> Reading:
    row = sight.snapshot.one(ArticleRow, request.path_params["id"])
    article = row.article if row else None
    found = sight.snapshot.reading_of(article) if article else None
    if found is None:
        raise HTTPException(404, "there is no such reading in the record")
    return found


def _explain(request: Request, sight: Sight) -> Explained:
    found = sight.snapshot.one(Claim, request.path_params["id"])
    if found is None:
        raise HTTPException(404, "there is no such claim in the record")
    return explain(sight, found)


def _search(request: Request, sight: Sight) -> Part[Hit]:
    return lists.search(sight, asked_of(request), words_of(request, "words") or "")


_STATUS_OF_ARTICLE = ("read", "unread", "failed", "withdrawn")

ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint("/api/story", "The story in short", StoryFacts, _story),
    Endpoint(
        "/api/brief",
        "What is known, and how well",
        Brief,
        _brief,
        (Query("length", "How long", tuple(LENGTHS)),),
    ),
    Endpoint(
        "/api/timeline",
        "What happened, by day",
        Part[Line],
        chosen.timeline,
        (
            Query("label", "Only of this support", tuple(LABELS)),
            Query("since", "From this day on", is_day=True),
            Query("until", "Up to this day", is_day=True),
        ),
        is_list=True,
    ),
    Endpoint(
        "/api/agenda",
        "What was announced for a day",
        Part[AgendaItem],
        chosen.agenda,
        (
            Query("as_of", "As known on this day", is_day=True),
            Query("ahead", "Only what is to come", YES_OR_NO),
        ),
        is_list=True,
    ),
    Endpoint(
        "/api/figures",
        "Numbers through time",
        Part[Series],
        chosen.figures,
        (Query("changed", "Only what changed", YES_OR_NO),),
        is_list=True,
    ),
    Endpoint(
        "/api/quotes",
        "Who said what, in which wordings",
        Part[Quote],
        lambda request, sight: lists.quotes(sight, asked_of(request), words_of(request, "voice")),
        (Query("voice", "Only voices whose name holds these words"),),
        is_list=True,
    ),
    Endpoint(
        "/api/claims",
        "Every claim with its standing",
        Part[Claim],
        chosen.standing,
        (
            Query("label", "Only of this support", tuple(LABELS)),
            Query("kind", "Only of this kind", tuple(KINDS)),
            Query("status", "Only of this status", STATUSES),
            Query("flag", "Only with this flag", tuple(FLAGS)),
        ),
        is_list=True,
    ),
    Endpoint(
        "/api/claims/{id}",
        "Why a claim has so many independent sources and not more",
        Explained,
        _explain,
    ),
    Endpoint(
        "/api/articles",
        "The articles",
        Part[ArticleLine],
        lambda request, sight: lists.articles(
            sight, asked_of(request), choice_of(request, "status", _STATUS_OF_ARTICLE)
        ),
        (Query("status", "Only of this status", _STATUS_OF_ARTICLE),),
        is_list=True,
    ),
    Endpoint("/api/articles/{id}", "One article", ArticleRow, _one(ArticleRow, "article")),
    Endpoint("/api/articles/{id}/reading", "Everything found in one article", Reading, _reading),
    Endpoint("/api/events/{id}", "One event", StoryEvent, _one(StoryEvent, "event")),
    Endpoint("/api/utterances/{id}", "One utterance", Utterance, _one(Utterance, "utterance")),
    Endpoint("/api/series/{id}", "One series", Series, _one(Series, "series")),
    Endpoint("/api/voices/{id}", "One voice", StoryVoice, _one(StoryVoice, "voice")),
    Endpoint(
        "/api/actors",
        "Who acts",
        Part[Actor],
        lambda request, sight: lists.actors(
            sight, asked_of(request), name=words_of(request, "name")
        ),
        (Query("name", "Only whose name holds these words"),),
        is_list=True,
    ),
    Endpoint("/api/actors/{id}", "One actor", Actor, _one(Actor, "actor")),
    Endpoint(
        "/api/conflicts",
        "Claims that cannot all hold",
        Part[Conflict],
        lambda request, sight: lists.conflicts(sight, asked_of(request)),
        is_list=True,
    ),
    Endpoint(
        "/api/changes",
        "What became otherwise",
        Part[Change],
        lambda request, sight: lists.changes(sight, asked_of(request)),
        is_list=True,
    ),
    Endpoint(
        "/api/threads",
        "What is followed through the story",
        tuple[Thread, ...],
        lambda request, sight: sight.index.threads,
    ),
    Endpoint(
        "/api/passages",
        "Text that comes from other reports",
        Part[Passage],
        lambda request, sight: lists.passages(sight, asked_of(request)),
        is_list=True,
    ),
    Endpoint("/api/passages/{id}", "One passage", Passage, _one(Passage, "passage")),
    Endpoint(
        "/api/newsrooms",
        "Whose reporting it is",
        Part[Newsroom],
        lambda request, sight: lists.newsrooms(sight, asked_of(request)),
        is_list=True,
    ),
    Endpoint(
        "/api/search",
        "Articles that hold all these words",
        Part[Hit],
        _search,
        (Query("words", "Words to search for"),),
        is_list=True,
    ),
    Endpoint(
        "/api/facts",
        "Facts and reports by words and facets",
        Facts,
        api_asking.facts,
        (
            Query("words", "Words that a fact must have, in any form"),
            Query("actor", "Part of a name of somebody who takes part or speaks"),
            Query("type", "Kind of claim, or type of event", finding.TYPES),
            Query("status", "Only of this status", finding.STATUSES),
            Query("thread", "Only of this thread", tuple(THREADS)),
            Query("from", "From this day on", is_day=True),
            Query("to", "Up to this day", is_day=True),
            Query("place", "Part of the name of a place"),
            Query("newsroom", "Part of the name of a newsroom"),
            Query("standing", "Only of this support", tuple(LABELS)),
        ),
        is_list=True,
    ),
    Endpoint(
        "/api/since/{day}",
        "What is new since an ISO day, or since an article (an id) came",
        SinceKnown,
        api_asking.since,
        slow=True,
    ),
    Endpoint("/api/places", "Where it happened", Places, api_asking.places, slow=True),
    Endpoint(
        "/api/check",
        "A text held against the record, sentence by sentence",
        CheckedText,
        api_asking.check,
        takes=api_asking.TextToCheck,
        slow=True,
    ),
    Endpoint(
        "/api/unsure",
        "Pairs that may be one and were kept apart",
        Part[Doubt],
        lambda request, sight: lists.doubts(sight, asked_of(request)),
        is_list=True,
    ),
    Endpoint(
        "/api/judgements",
        "What people decided, as the record has it",
        Part[StoryJudgement],
        lambda request, sight: lists.judgements(sight, asked_of(request)),
        is_list=True,
    ),
    Endpoint(
        "/api/set-aside",
        "Claims that a person judged wrong",
        Part[SetAside],
        lambda request, sight: lists.set_aside(sight, asked_of(request)),
        is_list=True,
    ),
)
"""Every address that gives data, in the order of the description."""


def _route(endpoint: Endpoint) -> Route:
    def handle(request: Request) -> Response:
        return _json(endpoint.answer(request, site_of(request).sight))

    async def handle_sent(request: Request) -> Response:
        asked = _sent(request, await request.body(), endpoint.takes)
        sight = site_of(request).sight
        return _json(await run_in_threadpool(endpoint.answer, request, sight, asked))

    if endpoint.takes is None:
        return Route(endpoint.path, handle, methods=["GET"], name=endpoint.path)
    return Route(endpoint.path, handle_sent, methods=["POST"], name=endpoint.path)


def _json(value: Any) -> Response:
    return Response(msgspec.json.encode(value), media_type="application/json")


def _sent(request: Request, body: bytes, kind: Any) -> Any:
    """What was sent, as its type. A page of somebody else's cannot send JSON without asking first (CORS):
    other media types are refused (415)."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != "application/json":
        raise HTTPException(415, "send JSON, as Content-Type: application/json")
    try:
        return msgspec.json.decode(body, type=kind)
    except (ValueError, RecursionError) as error:  # those of msgspec are ValueErrors
        raise HTTPException(422, f"what was sent is not as described: {error}") from error


def _description(request: Request) -> Response:
    return JSONResponse(description(ENDPOINTS))


ROUTES = (*(_route(e) for e in ENDPOINTS), Route("/api/openapi.json", _description))
