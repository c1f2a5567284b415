"""The pages of the views: one handler each, thin over `lists`."""

from collections.abc import Sequence
from itertools import groupby, islice

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ..corrections.file import read_corrections
from ..errors import UsageError
from ..export.ics import ics
from ..model.actor import Actor
from ..model.claim import Claim, Series
from ..model.lineage import Passage
from . import chosen, lists
from .chosen import STATUSES
from .current import Sight
from .drawing import lineage_graph
from .judging import in_list
from .lists import Asked
from .site import asked_of, choice_of, day_of, show, site_of, words_of
from .words import FLAGS

MOST_LINES_OF_THREAD = 60
MOST_POINTS = 30
SERIES_A_PAGE = 20
"""Each series is a table of its own."""


def story(request: Request) -> Response:
    """Where one begins: how well everything is supported, what is supported best, what is to come."""
    sight = site_of(request).sight
    best = (
        id
        for id, line in sight.index.claims.items()
        if line.kind != "utterance" and line.status == "happened"
    )
    return show(
        request,
        "story.html",
        "Story",
        sight=sight,
        best=sight.snapshot.some(Claim, islice(best, 8)),
        to_come=[
            item
            for item in lists.agenda_items(sight, Asked(), ahead=True).items
            if item.state != "held"
        ][:5],
        reports=list(sight.index.articles.values())[:12],
    )


def brief(request: Request) -> Response:
    """The brief, in one of its lengths."""
    sight = site_of(request).sight
    length = chosen.length(request)
    view = sight.index.briefs[length]
    return show(request, "brief.html", "Brief", sight=sight, brief=view, length=length)


def timeline(request: Request) -> Response:
    """What happened, by day."""
    sight = site_of(request).sight
    part = chosen.timeline(request, sight)
    days = [(day, list(lines)) for day, lines in groupby(part.items, key=lambda line: line.when)]
    return show(request, "timeline.html", "Timeline", sight=sight, part=part, days=days)


def agenda(request: Request) -> Response:
    """What was announced, as a table."""
    sight = site_of(request).sight
    part = chosen.agenda(request, sight)
    return show(
        request,
        "agenda.html",
        "Agenda",
        sight=sight,
        part=part,
        as_of=day_of(request, "as_of") or sight.index.as_of,
        ics=True,
    )


def agenda_ics(request: Request) -> Response:
    """The agenda as a calendar file."""
    site = site_of(request)
    try:
        data = ics(site.sight.index.agenda_record, site.story.name)
    except UsageError as error:
        # The package for calendars is not installed; the message says how to get it.
        raise HTTPException(501, f"{error}; then start the pages again") from error
    return Response(
        data,
        media_type="text/calendar",
        headers={"Content-Disposition": 'attachment; filename="agenda.ics"'},
    )


def figures(request: Request) -> Response:
    """Numbers through time."""
    sight = site_of(request).sight
    part = chosen.figures(request, sight, SERIES_A_PAGE)
    return show(
        request,
        "figures.html",
        "Figures",
        sight=sight,
        part=part,
        claims=_claims_of_points(sight, part.items),
        most=MOST_POINTS,
    )


def _claims_of_points(sight: Sight, series: Sequence[Series]) -> dict[str, Claim]:
    """The claim behind each point: the one about it, else one of its series that has a report where it
    stands."""
    shown = [point for line in series for point in line.points[:MOST_POINTS]]
    ids = sight.snapshot.claim_ids_about([point.id for point in shown])
    claims = sight.snapshot.some(Claim, [id for found in ids.values() for id in found])
    about = {claim.about: claim for claim in claims}
    at = {(r.article, r.part, r.start): claim for claim in reversed(claims) for r in claim.reports}
    found = {}
    for point in shown:
        where = (point.article, point.part, point.sentence.start)
        claim = about.get(point.id) or at.get(where)
        if claim is not None:
            found[point.id] = claim
    return found


def quotes(request: Request) -> Response:
    """Who said what, in which wordings."""
    sight = site_of(request).sight
    part = lists.quotes(sight, asked_of(request), words_of(request, "voice"))
    return show(request, "quotes.html", "Quotes", sight=sight, part=part)


def standing(request: Request) -> Response:
    """The board of all claims."""
    sight = site_of(request).sight
    part = chosen.standing(request, sight)
    return show(
        request,
        "standing.html",
        "Standing",
        sight=sight,
        part=part,
        statuses=[(status, status) for status in STATUSES],
        flags=[(flag, flag) for flag in FLAGS],
    )


def lineage(request: Request) -> Response:
    """Which report rests on which."""
    sight = site_of(request).sight
    passages = lists.passages(sight, asked_of(request))
    ids = {id for passage in passages.items for id in (passage.from_, passage.to)}
    drawn = lineage_graph(
        [
            (line.id, f"{line.sign} {line.outlet or 'outlet unknown'}")
            for line in sight.index.articles.values()
            if line.id in ids
        ],
        [(p.from_, p.to, f"{p.kind}, {p.share:.0%}") for p in passages.items],
    )
    return show(
        request,
        "lineage.html",
        "Lineage",
        sight=sight,
        passages=passages,
        graph=drawn,
        left_out=passages.pages > 1,
        newsrooms=lists.newsrooms(sight, Asked(size=100)),
    )


def passage(request: Request) -> Response:
    """A copy and its original side by side."""
    sight = site_of(request).sight
    found = sight.snapshot.one(Passage, request.path_params["id"])
    if found is None:
        raise HTTPException(404, "There is no such passage in the record.")
    return show(request, "passage.html", "Side by side", sight=sight, passage=found)


def actors(request: Request) -> Response:
    """Who acts."""
    sight = site_of(request).sight
    kinds = sight.index.actor_kinds
    part = lists.actors(
        sight, asked_of(request), choice_of(request, "kind", kinds), words_of(request, "name")
    )
    return show(
        request, "actors.html", "Actors", sight=sight, part=part, kinds=[(k, k) for k in kinds]
    )


def actor(request: Request) -> Response:
    """One actor with its roles and what it did and said."""
    sight = site_of(request).sight
    found = sight.snapshot.one(Actor, request.path_params["id"])
    if found is None:
        raise HTTPException(404, "There is no such actor in the record.")
    part = lists.claims(sight, asked_of(request), sight.index.claims_of.get(found.id, ()))
    return show(request, "actor.html", found.name, sight=sight, actor=found, part=part)


def articles(request: Request) -> Response:
    """The reports."""
    sight = site_of(request).sight
    status = choice_of(request, "status", ("read", "unread", "failed", "withdrawn"))
    part = lists.articles(sight, asked_of(request), status)
    return show(request, "articles.html", "Articles", sight=sight, part=part)


def conflicts(request: Request) -> Response:
    """What cannot all be true."""
    sight = site_of(request).sight
    part = lists.conflicts(sight, asked_of(request))
    return show(request, "conflicts.html", "Conflicts", sight=sight, part=part)


def changes(request: Request) -> Response:
    """What became otherwise."""
    sight = site_of(request).sight
    part = lists.changes(sight, asked_of(request))
    return show(request, "changes.html", "Changes", sight=sight, part=part)


def threads(request: Request) -> Response:
    """What is followed through the story."""
    sight = site_of(request).sight
    return show(
        request,
        "threads.html",
        "Threads",
        sight=sight,
        threads=sight.index.threads,
        most=MOST_LINES_OF_THREAD,
    )


def unsure(request: Request) -> Response:
    """What a person should decide."""
    sight = site_of(request).sight
    asked = asked_of(request)
    return show(
        request,
        "unsure.html",
        "To decide",
        sight=sight,
        doubts=lists.doubts(sight, asked),
        claims=lists.perhaps_more(sight, asked),
    )


def judgements(request: Request) -> Response:
    """What people decided, and what came of it."""
    site = site_of(request)
    sight = site.sight
    held = read_corrections(site.folder)
    return show(
        request,
        "judgements.html",
        "Judgements",
        sight=sight,
        part=lists.cut(held.judgements[::-1], asked_of(request), lambda some: in_list(sight, some)),
        problems=held.problems,
        aside=lists.set_aside(sight, Asked()),
        kept="kept" in request.query_params,
        folder=site.folder.name,
    )


def help_page(request: Request) -> Response:
    """How to read the pages."""
    return show(request, "help.html", "How to read these pages")
