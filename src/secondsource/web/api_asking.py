"""What the API answers to questions; the slow ones are waited for."""

from typing import Annotated

from msgspec import Meta
from starlette.exceptions import HTTPException
from starlette.requests import Request

from ..model.record import ArticleRow
from ..model.value import Value
from . import finding
from .asking_pages import wrong_text
from .current import Sight
from .desk import MOST_TEXT, CheckedText, Places, SinceKnown, key_of_text
from .finding import Facts
from .site import asked_of, is_day, site_of
from .work import waited_long


class TextToCheck(Value, frozen=True):
    """A text, and the ISO day on which it was written, if known."""

    text: Annotated[str, Meta(min_length=1, max_length=MOST_TEXT, pattern=r"\S")]
    published: Annotated[str, Meta(extra_json_schema={"format": "date"})] | None = None


def facts(request: Request, sight: Sight) -> Facts:
    """Facts and reports by words and facets."""
    return finding.facts(sight, asked_of(request), finding.question_of(request))


def since(request: Request, sight: Sight) -> SinceKnown:
    """What is new since a day, or since an article came; 404 for what is neither."""
    site, point = site_of(request), request.path_params["day"]
    if not is_day(point) and not sight.snapshot.beginning(ArticleRow, point):
        raise HTTPException(404, "this is no day such as 2024-03-05, nor the id of an article")
    key = ("since", sight.index.made_from, point)
    return waited_long(site.work.begin(key, lambda: site.desk.since(point)))


def places(request: Request, sight: Sight) -> Places:
    """Where it happened."""
    site = site_of(request)
    return waited_long(site.work.begin(("places", sight.index.made_from), site.desk.places))


def check(request: Request, sight: Sight, asked: TextToCheck) -> CheckedText:
    """A text with what the record has of each of its sentences; 422 for one that cannot be checked."""
    site = site_of(request)
    if wrong := wrong_text(asked.text.strip(), asked.published or ""):
        raise HTTPException(422, wrong)
    key = key_of_text(sight.index.made_from, asked.text, asked.published)
    return waited_long(site.work.begin(key, lambda: site.desk.check(asked.text, asked.published)))
