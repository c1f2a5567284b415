"""Pages that answer a question: search, a text held against the record, what is new, where it happened."""

import re
from datetime import date, timedelta
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..model.claim import Claim
from ..views.map import map_svg_of
from ..views.threads import THREADS
from . import finding
from .checked_page import lay_out
from .desk import MOST_TEXT, VERDICTS, CheckedText, key_of_text
from .site import asked_of, is_day, show, site_of, words_of
from .words import LABELS
from .work import Key, waited

MOST_LINES = 20
"""Lines of a section of what is new; the API has all of them."""

_KEY = re.compile(r"[0-9a-f]{32}")


def search(request: Request) -> Response:
    """Facts and reports by words and facets."""
    sight = site_of(request).sight
    question = finding.question_of(request)
    return show(
        request,
        "search.html",
        "Search",
        sight=sight,
        part=finding.facts(sight, asked_of(request), question),
        asked=_is_asked(request),
        facets=finding.FACETS,
        types=[(each, each) for each in finding.TYPES],
        statuses=[(each, each) for each in finding.STATUSES],
        threads=THREADS.items(),
        labels=LABELS.items(),
    )


def _is_asked(request: Request) -> dict[str, str]:
    """What is asked for, each parameter with its words; not which page of it."""
    return {
        name: value.strip()
        for name, value in request.query_params.items()
        if value.strip() and name not in ("page", "size")
    }


def check(request: Request) -> Response:
    """Where a text is pasted."""
    site = site_of(request)
    return show(request, "check.html", "Check a text", sight=site.sight, **_check_form())


def _check_form(
    text: str = "", published: str = "", found: CheckedText | None = None, wrong: str = ""
) -> dict[str, Any]:
    return {
        "text": text,
        "published": published,
        "found": found,
        "wrong": wrong,
        "most": MOST_TEXT,
        "verdicts": VERDICTS,
    }


async def take_text(request: Request) -> Response:
    """Takes a pasted text in, and leads to its page."""
    site = site_of(request)
    async with request.form(max_files=0, max_fields=5, max_part_size=4 * MOST_TEXT) as sent:
        form = {name: value for name, value in sent.multi_items() if isinstance(value, str)}
    if not site.gate.is_own_form(request, form.get("sign", "")):
        raise HTTPException(
            403, "The form was too old or came from elsewhere. Open the page again."
        )
    text = form.get("text", "").replace("\r\n", "\n").replace("\0", "").strip()
    published = form.get("published", "").strip()
    wrong = wrong_text(text, published)
    if wrong:
        return show(request, "check.html", "Check a text", 422, **_check_form(text, published, wrong=wrong))  # fmt: skip
    key = key_of_text(site.sight.index.made_from, text, published or None)
    site.work.begin(key, lambda: site.desk.check(text, published or None))
    return RedirectResponse(f"/check/{key[1]}", 303)


def wrong_text(text: str, published: str) -> str:
    """What is wrong with a text to check, empty if nothing is."""
    if not text:
        return "There is no text: paste a sentence, or a whole draft."
    if len(text) > MOST_TEXT:
        return f"The text has {len(text)} characters; check at most {MOST_TEXT} at once."
    if any(0xD800 <= ord(sign) < 0xE000 for sign in text):
        return "The text holds characters that are none (lone surrogates)."
    if published and not is_day(published):
        return f"{published} is no day; write it as 2024-03-05."
    return ""


def checked(request: Request) -> Response:
    """A text with what the record has of each of its sentences."""
    site = site_of(request)
    sight, name = site.sight, request.path_params["key"]
    future = site.work.known(("check", name)) if _KEY.fullmatch(name) else None
    if future is None:
        raise HTTPException(404, "This check is not kept any more: paste the text again.")
    found: CheckedText | None = waited(future)
    if found is None:
        return working(request, "The text is being read and held against the record.")
    claims = {id for sentence in found.sentences for id in sentence.claims}
    return show(
        request,
        "check.html",
        "Checked text",
        sight=sight,
        laid_out=lay_out(found),
        claims={claim.id: claim for claim in sight.snapshot.some(Claim, sorted(claims))},
        **_check_form(found.text, found.published or "", found),
    )


def since(request: Request) -> Response:
    """What is new since a day, or since a report came."""
    site = site_of(request)
    sight, point = site.sight, words_of(request, "point", 2000)
    if point is None:
        return show(request, "since.html", "What is new", sight=sight, found=None, days=_days(sight.index.as_of))  # fmt: skip
    key: Key = ("since", sight.index.made_from, point)
    found = waited(site.work.begin(key, lambda: site.desk.since(point)))
    if found is None:
        return working(request, "What was known then is being worked out anew.")
    return show(
        request,
        "since.html",
        "What is new",
        sight=sight,
        found=found.since,
        known=found.known,
        days=_days(sight.index.as_of),
        most=MOST_LINES,
    )


def _days(as_of: str | None) -> list[tuple[str, str]]:
    """Days that one may ask from: the story's newest one, and some before it."""
    if as_of is None:
        return []
    newest = date.fromisoformat(as_of[:10])
    names = ((0, "the newest day"), (1, "the day before"), (7, "a week"), (30, "30 days"))
    return [((newest - timedelta(days=n)).isoformat(), name) for n, name in names]


def where(request: Request) -> Response:
    """Where it happened."""
    site = site_of(request)
    sight = site.sight
    places = waited(site.work.begin(("places", sight.index.made_from), site.desk.places))
    if places is None:
        return working(request, "The places of all reports are being gathered.")
    return show(
        request,
        "map.html",
        "Map",
        sight=sight,
        places=places,
        drawn=map_svg_of(places.spots, places.left_out),
    )


def working(request: Request, about: str) -> Response:
    """The page that is shown until an answer is there; it looks again by itself where scripts may run."""
    return show(request, "working.html", "Working it out", 202, about=about)
