"""The pages of a claim and of an article, and where a judgement is taken."""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..corrections.file import read_corrections
from ..errors import UsageError
from ..model.article import Article
from ..model.claim import Claim
from ..model.record import ArticleRow
from . import article_page
from .explain import MOST_REPORTS, explain
from .judging import judge_claim, judge_doubt, subjects_of
from .layers import Segment
from .lists import Asked, cut
from .session import keep_session, session_of
from .site import Site, number_of, show, site_of, templates


def claim(request: Request) -> Response:
    """A claim with why it has so many independent sources and not more."""
    site = site_of(request)
    sight, id = site.sight, request.path_params["id"]
    held = sight.snapshot.beginning(Claim, id)
    if len(held) != 1:
        raise HTTPException(
            404,
            "No claim has this id. A claim that a person judged wrong is listed under Judgements."
            if not held
            else "More than one claim begins so; give more of the id.",
        )
    if held[0].id != id:
        return RedirectResponse(f"/claim/{held[0].id}", 303)
    found = explain(sight, held[0])
    asked = Asked(page=number_of(request, "page", 1, 10**6), size=MOST_REPORTS)
    mentions = subjects_of(sight, held[0])
    return show(
        request,
        "claim.html",
        "Claim",
        sight=sight,
        found=found,
        reports=cut(held[0].reports, asked, lambda some: some),
        judged=getattr(held[0], "judged", None),
        judgements=[
            judgement
            for judgement in read_corrections(site.folder).judgements
            if mentions & {*judgement.subjects}
        ],
    )


class _First:
    """Says yes once: several segments may hold the asked words, one of them is where the link leads."""

    def __init__(self) -> None:
        self._taken = False

    def take(self, segment: Segment) -> bool:
        """Whether this is the first."""
        taken, self._taken = self._taken, True
        return not taken


def article(request: Request) -> Response:
    """An article with what was found in it."""
    sight = site_of(request).sight
    id, _, version = request.path_params["id"].partition("@")
    row = sight.snapshot.one(ArticleRow, id)
    if row is None:
        raise HTTPException(404, "There is no such article in the record.")
    if row.article is None:
        return show(request, "unread.html", "Not read", sight=sight, row=row)
    at = request.query_params.get("at")
    if version:
        return _version(request, row, row.article, id + "@" + version, at)
    shown = article_page.show(sight, row, row.article, at)
    return show(
        request,
        "article.html",
        row.article.headline or "Article",
        sight=sight,
        shown=shown,
        layers=article_page.LAYERS,
        first=_First(),
        asked_in_vain=bool(at) and shown.asked is None,
    )


def _version(
    request: Request, row: ArticleRow, article: Article, id: str, at: str | None
) -> Response:
    """Another version of an article, as its words were then."""
    version = next((one for one in row.versions if one.id == id), None)
    if version is None:
        raise HTTPException(404, "There is no such version of this article in the record.")
    shown = article_page.show_version(article, version, at)
    return show(request, "version.html", "Another version", row=row, version=version, shown=shown, first=_First())  # fmt: skip


async def judge(request: Request) -> Response:
    """Takes a judgement: a form of ours, then a line in corrections.jsonl."""
    site = site_of(request)
    async with request.form(max_files=0, max_fields=20) as sent:
        form = {name: value for name, value in sent.multi_items() if isinstance(value, str)}
    if not site.gate.is_own_form(request, form.get("sign", "")):
        raise HTTPException(
            403,
            "The form was too old or came from elsewhere. Open the page again and decide there.",
        )
    kind, id = request.path_params["kind"], request.path_params["id"]
    take = {"claim": judge_claim, "doubt": judge_doubt}.get(kind)
    if take is None:
        raise HTTPException(404, "Nothing of this kind can be judged.")
    try:
        await run_in_threadpool(take, site.folder, site.sight, id, form)
    except UsageError as error:
        raise HTTPException(422, str(error)) from error
    return RedirectResponse("/judgements?kept=yes", 303)


async def login(request: Request) -> Response:
    """Asks for the token, and remembers the browser that knew it."""
    site = site_of(request)
    session = session_of(request)
    wrong = False
    if site.gate.lets_in(request):
        return RedirectResponse("/", 303)
    if request.method == "POST":
        async with request.form(max_files=0, max_fields=5) as form:
            token, sign = str(form.get("token", "")), str(form.get("sign", ""))
        if site.gate.is_own_form(request, sign) and site.gate.is_token(token):
            response: Response = RedirectResponse("/", 303)
            site.gate.remember(response)
            return response
        wrong = True
    return ask_for_token(site, request, session, wrong)


def ask_for_token(site: Site, request: Request, session: str, wrong: bool = False) -> Response:
    """The page that asks for the token."""
    html = (
        templates()
        .get_template("login.html")
        .render(wrong=wrong, form_sign=site.gate.sign_of(session))
    )
    status = 200 if request.url.path == "/login" and not wrong else 401
    response = Response(html, status, media_type="text/html")
    keep_session(request, response, session)
    return response
