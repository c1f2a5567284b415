"""The application: routes, who is let in, and how errors are told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from ..store.story import Story
from . import api, asking_pages, item_pages, views_pages
from .current import Current
from .desk import Desk
from .guard import Guard
from .session import Gate, session_of
from .settings import Settings
from .site import Site, show
from .work import Work

STATIC = {
    "style.css": "text/css",
    "page.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
"""Every file that is served, by its whole name: nothing of a request is ever part of a path on the disk."""


@cache
def _static(name: str) -> tuple[bytes, str]:
    data = resources.files(__package__).joinpath("static", name).read_bytes()
    return data, sha256(data).hexdigest()[:16]


def static(request: Request) -> Response:
    """Style, script and icon."""
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404, "There is no such file.")
    data, tag = _static(name)
    if request.headers.get("if-none-match") == f'"{tag}"':
        return Response(status_code=304, headers={"ETag": f'"{tag}"'})
    return Response(data, media_type=STATIC[name], headers={"ETag": f'"{tag}"'})


ROUTES: tuple[BaseRoute, ...] = (
    Route("/", views_pages.story),
    Route("/brief", views_pages.brief),
    Route("/timeline", views_pages.timeline),
    Route("/agenda", views_pages.agenda),
    Route("/agenda.ics", views_pages.agenda_ics),
    Route("/figures", views_pages.figures),
    Route("/quotes", views_pages.quotes),
    Route("/standing", views_pages.standing),
    Route("/conflicts", views_pages.conflicts),
    Route("/changes", views_pages.changes),
    Route("/threads", views_pages.threads),
    Route("/lineage", views_pages.lineage),
    Route("/passage/{id}", views_pages.passage),
    Route("/actors", views_pages.actors),
    Route("/actor/{id}", views_pages.actor),
    Route("/articles", views_pages.articles),
    Route("/article/{id:path}", item_pages.article),
    Route("/claim/{id}", item_pages.claim),
    Route("/search", asking_pages.search),
    Route("/check", asking_pages.check),
    Route("/check", asking_pages.take_text, methods=["POST"]),
    Route("/check/{key}", asking_pages.checked),
    Route("/since", asking_pages.since),
    Route("/map", asking_pages.where),
    Route("/unsure", views_pages.unsure),
    Route("/judgements", views_pages.judgements),
    Route("/judge/{kind}/{id}", item_pages.judge, methods=["POST"]),
    Route("/help", views_pages.help_page),
    Route("/login", item_pages.login, methods=["GET", "POST"]),
    Route("/static/{name}", static),
    *api.ROUTES,
)

OPEN = ("/login", "/static/style.css", "/static/icon.svg")
"""What is shown without the token."""


def make_app(story: Story, settings: Settings) -> ASGIApp:
    """The application for a story. Raises StoryNotFound when it has no finished record yet, UsageError
    when the settings would leave it open to others."""
    settings.check()
    site = Site(story, Current(story.database), Gate(settings.token), Desk(story), Work())

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        site.current.start()
        try:
            yield
        finally:
            site.work.close()
            await asyncio.to_thread(site.current.close)

    app = Starlette(
        routes=list(ROUTES),
        lifespan=lifespan,
        exception_handlers={HTTPException: _tell, 500: _tell_failure},
    )
    app.state.site = site
    return Guard(Door(app, site), settings.knows_host)


class Door:
    """Lets through who shows the token; asks the others for it."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        if request.url.path in OPEN or self._site.gate.lets_in(request):
            await self._app(scope, receive, send)
            return
        response: Response = item_pages.ask_for_token(self._site, request, session_of(request))
        if request.url.path.startswith("/api/"):
            response = JSONResponse(
                {"error": "a token is needed: Authorization: Bearer TOKEN"},
                401,
                headers={"WWW-Authenticate": "Bearer"},
            )
        await response(scope, receive, send)


def _tell(request: Request, error: Any) -> Response:
    """What went wrong, for people or for programs."""
    headers = getattr(error, "headers", None)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": error.detail}, error.status_code, headers=headers)
    titles = {404: "Not found", 403: "Not allowed", 405: "Not allowed", 422: "Not understood"}
    titles |= {501: "Something is not installed", 503: "Busy"}
    response = show(
        request,
        "message.html",
        titles.get(error.status_code, "Something is wrong"),
        error.status_code,
        message=error.detail,
    )
    response.headers.update(headers or {})
    return response


def _tell_failure(request: Request, error: Exception) -> Response:
    """A failure of ours: the reason goes to the log of the server, not to the reader."""
    message = "The page could not be made; the server's log says why."
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": message}, 500)
    return show(request, "message.html", "Something is wrong", 500, message=message)
