"""What every page shares: the story, the newest record, templates, and how an answer is made."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from itertools import groupby
from pathlib import Path
from typing import Any

import jinja2
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from ..model.text import Citation
from ..store.story import Story
from ..views.event_words import event_words, status_words
from ..views.figure_words import series_words
from ..views.line import MOST_ELSEWHERE, Line
from ..views.place_words import place_words
from ..views.quotes import cue_words
from ..views.sources import citation_of
from . import words
from .current import Current, Sight
from .desk import Desk
from .differences import side_by_side
from .drawing import matching, sparkline
from .index import Index
from .lists import A_PAGE, MOST_A_PAGE, Asked
from .session import Gate, keep_session, session_of
from .work import Work

NAVIGATION = (
    ("/", "Story"),
    ("/brief", "Brief"),
    ("/since", "What is new"),
    ("/timeline", "Timeline"),
    ("/agenda", "Agenda"),
    ("/figures", "Figures"),
    ("/quotes", "Quotes"),
    ("/standing", "Standing"),
    ("/conflicts", "Conflicts"),
    ("/changes", "Changes"),
    ("/threads", "Threads"),
    ("/map", "Map"),
    ("/lineage", "Lineage"),
    ("/actors", "Actors"),
    ("/articles", "Articles"),
    ("/unsure", "To decide"),
)


@dataclass
class Site:
    """One served story."""

    story: Story
    current: Current
    gate: Gate
    desk: Desk
    work: Work

    @property
    def folder(self) -> Path:
        """The folder of the story."""
        return self.story.folder

    @property
    def sight(self) -> Sight:
        """The newest record."""
        return self.current.sight


def site_of(request: Request) -> Site:
    """The site that a request was sent to."""
    site: Site = request.app.state.site
    return site


@cache
def templates() -> jinja2.Environment:
    """The templates: everything is escaped, a missing value is an error."""
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_template),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        path=words.id_path,
        day=words.day_words,
        line=words.one_line,
        words_link=words.words_link,
        outside=words.outside_link,
        count_words=words.count_words,
        why_words=words.why_words,
        place_words=place_words,
        series_words=series_words,
        status_words=status_words,
        event_words=event_words,
        cue_words=cue_words,
        sides=_sides,
        figure=words.plain_figure,
        citation=citation_of,
        hits=_hits,
        with_ids=_with_ids,
    )
    environment.globals.update(
        MOST_ELSEWHERE=MOST_ELSEWHERE,
        LABELS=words.LABELS,
        LABEL_MEANINGS=words.LABEL_MEANINGS,
        FLAGS=words.FLAGS,
        KINDS=words.KINDS,
        GROUP_OF=words.GROUP_OF,
        STATUS_GROUPS=words.STATUS_GROUPS,
        sparkline=sparkline,
        matching=matching,
        side_by_side=side_by_side,
        cite=_cite,
    )
    return environment


def _sides(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines, those of one claim or conflict that follow each other together."""
    return [list(group) for _, group in groupby(lines, key=lambda line: line.about)]


def _template(name: str) -> str:
    return resources.files(__package__).joinpath("templates", name).read_text("utf-8")


def _cite(article: str, part: str, start: int, end: int) -> str:
    """Where these words stand highlighted."""
    return words.words_link(Citation(article=article, part=part, start=start, end=end, words=""))


def _hits(snippet: str) -> list[tuple[bool, str]]:
    """A snippet in pieces, each with whether it is what was searched for."""
    pieces: list[tuple[bool, str]] = []
    for n, piece in enumerate(snippet.split("\x02")):
        found, mark, rest = piece.partition("\x03")
        pieces += [(True, found), (False, rest)] if n and mark else [(False, piece)]
    return [(hit, text) for hit, text in pieces if text]


_ID = re.compile(r"\b[0-9a-f]{16}\b")


def _with_ids(text: str, index: Index) -> list[tuple[str, str]]:
    """A text in pieces of (id of an article, words), one of them empty."""
    pieces: list[tuple[str, str]] = []
    last = 0
    for match in _ID.finditer(text):
        if match.group() in index.articles:
            pieces += [("", text[last : match.start()]), (match.group(), "")]
            last = match.end()
    return [*pieces, ("", text[last:])]


def show(
    request: Request, template: str, title: str, status: int = 200, **values: Any
) -> HTMLResponse:
    """A page from a template, with what every page has."""
    site = site_of(request)
    sight = values.pop("sight", None) or site.sight
    session = session_of(request)
    html = (
        templates()
        .get_template(template)
        .render(
            title=title,
            story=site.story.name,
            index=sight.index,
            here=request.url.path,
            query=dict(request.query_params),
            navigation=NAVIGATION,
            form_sign=site.gate.sign_of(session),
            **values,
        )
    )
    response = HTMLResponse(html, status)
    keep_session(request, response, session)
    return response


def asked_of(request: Request, size: int = A_PAGE) -> Asked:
    """Which page of a list a request asks for (`page`, and `size` if another one than is usual); 422 when it is no number."""
    return Asked(
        page=number_of(request, "page", 1, 10**6),
        size=number_of(request, "size", size, MOST_A_PAGE),
    )


def number_of(request: Request, name: str, default: int, most: int) -> int:
    """A whole number from 1 to `most` out of the query."""
    text = request.query_params.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 10 and 1 <= int(text) <= most):
        raise HTTPException(422, f"{name} must be a number from 1 to {most}")
    return int(text)


def choice_of(request: Request, name: str, choices: tuple[str, ...]) -> str | None:
    """One of the choices out of the query, None when nothing is chosen; 422 for anything else."""
    text = request.query_params.get(name, "")
    if not text:
        return None
    if text not in choices:
        raise HTTPException(422, f"{name} must be one of: {', '.join(choices)}")
    return text


def words_of(request: Request, name: str, most: int = 200) -> str | None:
    """Words out of the query, without control characters; None when there are none."""
    text = request.query_params.get(name, "")
    if len(text) > most or any(ord(sign) < 32 or 0xD800 <= ord(sign) < 0xE000 for sign in text):
        raise HTTPException(422, f"{name} must be at most {most} characters of plain text")
    return text.strip() or None


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_day(text: str) -> bool:
    """Whether this is an ISO day as people write it: 2024-03-05."""
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def day_of(request: Request, name: str) -> str | None:
    """An ISO day out of the query; None when there is none; 422 for anything else."""
    text = request.query_params.get(name, "")
    if text and not is_day(text):
        raise HTTPException(422, f"{name} must be a day such as 2024-03-05")
    return text or None
