"""From a Capture to an Article: the steps in their order."""

import re

from ..errors import ArticleError
from ..model.address import archived_page, is_web_address
from ..model.article import Article, Capture, Origin, RemovalKind
from ..model.value import identifier
from .assemble import assemble
from .boxes import mark_boxes
from .captions import captions_in, mark_captions
from .dateline import find_dateline
from .dates import find_candidates, weigh
from .decode import decode
from .front_matter import end_of_front_matter, front_matter
from .head import Head, read_head, without_outlet
from .language import language_of
from .layout import Layout, lay_out, mark_phrases
from .lines import split_lines
from .markdown import is_quoted, without_marks
from .no_report import why_no_report
from .notices import find_notices
from .page import Page, read_page
from .provenance import credited_newsrooms, read_provenance
from .rejoin import join_bylines, rejoin
from .repeats import mark_pull_quotes, mark_repeated_headline
from .stated_fields import field_lines, table_over_text
from .tail import mark_credit_lines, mark_tail

STEPS = (
    join_bylines,
    mark_phrases,
    rejoin,
    mark_credit_lines,
    mark_boxes,
    mark_captions,
    mark_pull_quotes,
    rejoin,
)
"""What is done to the lines before head and tail are told from the body; each may rely on the marks
of those before it. Lines are rejoined twice: boxes are told by whole lines, and a sentence may run
on behind a box."""

_MARKDOWN_HEADING = re.compile(r"^#{1,6}\s+")
_LONGEST_TEXT = 5_000_000
"""Characters; a report is a thousand times shorter, and what is longer is no report."""

_MOST_LINES = 10_000
"""Lines that are not blank. A round bound: some steps take time that grows faster than the lines."""
_ENDLESS = re.compile(r"\S{20000}")


def read_capture(capture: Capture) -> Article:
    """The Article that the capture holds. Raises ArticleError with the reason when it holds none."""
    text = decode(capture.data, capture.metadata.get("charset"))
    if capture.media_type in ("text/html", "application/xhtml+xml"):
        page = read_page(text, capture)
    else:
        page = _text_page(text, capture.metadata, capture.media_type == "text/markdown")
    return _read(page, capture.address, capture.digest)


def clean_text(text: str, address: str = "") -> Article:
    """The Article of a bare string, cleaned as plain text from a file would be. An empty text gives
    an Article with an empty text."""
    return _read(_text_page(text, {}), address, "", lenient=True)


def _text_page(text: str, metadata: dict[str, str], is_markdown: bool = False) -> Page:
    """The page of a plain text, with the fields that stand in a block or a table over it."""
    lines = split_lines(text)
    if is_markdown or is_quoted(lines):
        lines = tuple(without_marks(lines))
    fields, first, end = table_over_text(lines)
    block_end = end_of_front_matter(text)
    stated: dict[int, RemovalKind] = {
        n: "metadata" for n, line in enumerate(lines) if first <= n < end or line.start < block_end
    }
    layout = lay_out(lines).marked(stated)
    return Page(text, layout, {**fields, **front_matter(text), **metadata})


def _read(page: Page, address: str, digest: str, lenient: bool = False) -> Article:
    captured, layout, metadata = page.captured, page.layout, page.metadata
    if len(captured) > _LONGEST_TEXT and not lenient:
        raise ArticleError(
            f"the text has {len(captured):,} characters; more than {_LONGEST_TEXT:,} are no report:"
            " split it into one file a report"
        )
    endless = _ENDLESS.search(captured)
    if endless or len(layout.lines) > _MOST_LINES:
        reason = (
            "the text holds more than 20,000 characters without a blank: encoded data, no report"
            if endless
            else f"the text has {len(layout.lines):,} lines; more than {_MOST_LINES:,} are no report"
        )
        if not lenient:
            raise ArticleError(reason)
        return Article(
            id=identifier(captured),
            address=address,
            text=captured,
            unknown_because=reason,
            origins=(Origin(start=0, end=len(captured), captured_start=0),),
            capture=digest,
        )
    for step in STEPS:
        layout = step(layout)
    layout, head = read_head(layout, metadata.get("title"))
    metadata = {**field_lines(layout.lines[n].words for n in head.fields), **metadata}
    headline = _headline(layout, head, metadata)
    headline = without_outlet(headline, metadata.get("outlet")) if headline else None
    if headline:
        layout = mark_repeated_headline(layout, headline)
    layout = mark_tail(layout, tuple(metadata.get("authors", "").split("; ")))
    body = assemble(layout, captured)
    if not body.text and not lenient:
        raise ArticleError("nothing in it reads as the text of a report")
    instead = None if lenient else why_no_report((headline, metadata.get("title")), body.text)
    if instead:
        raise ArticleError(f"{instead}; save the report itself")
    url = _url(metadata, address, layout, head)
    dateline = find_dateline(body.text)
    captions = captions_in(layout)
    provenance = read_provenance(layout, body, head, dateline, metadata, url)
    # The foot of a web page shows the year in which the site began or in which the page was saved.
    years = [] if layout.trusted else provenance.years
    dating = weigh(find_candidates(layout, body, head, dateline, captions, metadata, url, years))
    language = language_of(body.text)
    return Article(
        # A URL stays when the words change; a file's name says nothing about what is in it.
        id=identifier(address if is_web_address(address) else captured),
        address=address,
        text=body.text,
        headline=headline,
        outlet=provenance.outlet,
        publisher=provenance.publisher,
        credited_newsrooms=credited_newsrooms(provenance),
        authors=tuple(provenance.authors),
        contributors=tuple(provenance.contributors),
        agencies=tuple(provenance.agencies),
        dateline=dateline.words if dateline else None,
        language=language,
        zone=provenance.zone,
        published=dating.published,
        unknown_because=dating.unknown_because,
        removed=body.removed,
        captions=captions,
        date_candidates=dating.candidates,
        credit_lines=tuple(provenance.credits),
        origins=body.origins,
        capture=digest,
        url=_stated_url(metadata, address),
        modified=metadata.get("modified") or None,
        section=metadata.get("section") or None,
        notices=find_notices(body.text, body.removed),
    )


def _headline(layout: Layout, head: Head, metadata: dict[str, str]) -> str | None:
    if head.headline is not None:
        return _MARKDOWN_HEADING.sub("", layout.lines[head.headline].words)
    return metadata.get("title") or None


def _url(metadata: dict[str, str], address: str, layout: Layout, head: Head) -> str | None:
    stated = _stated_url(metadata, address)
    if stated:
        return stated
    printed = [
        n for n in layout.with_kind("page-chrome") if _PRINTED_URL.match(layout.lines[n].words)
    ]
    for n in (*head.urls, *head.fields, *printed):
        match = re.search(r"https?://\S+", layout.lines[n].words)
        if match and is_web_address(match[0]):
            return match[0]
    return None


_PRINTED_URL = re.compile(r"^https?://\S+ \d{1,3}/\d{1,3}$")
"""The foot of a page that a browser printed."""


def _stated_url(metadata: dict[str, str], address: str) -> str | None:
    """The page's own address, even of a copy in a web archive."""
    for one in (metadata.get("url", ""), address):
        if is_web_address(one):
            return archived_page(one)
    return None
