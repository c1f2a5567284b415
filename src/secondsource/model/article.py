"""Capture and Article: what came in, and the report that was found in it."""

from typing import Literal

from .text import Citation
from .value import Value

Precision = Literal["day", "month", "season", "quarter", "year", "decade", "interval"]

RemovalKind = Literal[
    "newsletter",
    "share-bar",
    "comment-form",
    "weather-or-date-line",
    "read-more",
    "pull-quote",
    "repeated-headline",
    "byline",
    "contact",
    "copyright",
    "credit-line",
    "caption",
    "video-placeholder",
    "advertisement",
    "navigation",
    "headline",
    "page-chrome",
    "editors-note",
    "metadata",
]


class Capture(Value, frozen=True):
    """Bytes as they came, with where and when.

    `digest` is the SHA-256 of `data`, in hex. `address` is the canonical address if one is known
    (a URL), else the name of the file relative to the source that was given. `captured` is an
    ISO 8601 time if the source states it, never the clock of this machine. `source` is the name of the
    file or folder that was given, where addresses are not yet told apart.
    """

    digest: str
    address: str
    media_type: str
    data: bytes
    captured: str | None = None
    metadata: dict[str, str] = {}
    source: str = ""


class Removal(Value, frozen=True):
    """Words that were taken out of the body, with the reason. `start` and `end` are code points
    into the captured text (the decoded file for plain text)."""

    kind: RemovalKind
    words: str
    start: int
    end: int


class Caption(Value, frozen=True):
    """A picture's caption, kept apart from the body; `credit` is who made the picture."""

    words: str
    credit: str | None = None


class DateCandidate(Value, frozen=True):
    """One piece of evidence for the publication date.

    `value` is EDTF (day, month or year). `basis` names the kind of evidence: metadata, url, byline,
    dateline, copyright, caption, page-frame, text. `supports` says what it bounds: the date itself
    (`on`), or that the article is not older than it (`not-before`), or not newer (`not-after`).
    """

    value: str
    basis: Literal[
        "given",
        "metadata",
        "url",
        "byline",
        "dateline",
        "copyright",
        "caption",
        "page-frame",
        "text",
    ]
    supports: Literal["on", "not-before", "not-after", "within"]
    citation: Citation


class Published(Value, frozen=True):
    """The publication date. `value` is EDTF; `earliest` and `latest` are inclusive ISO days;
    `basis` says how it is known (one of the candidates' bases, or `inferred`). `likeliest` is one ISO
    day between them, where evidence favours it but does not fix it."""

    value: str
    precision: Precision
    earliest: str
    latest: str
    basis: str
    evidence: tuple[Citation, ...] = ()
    likeliest: str | None = None


class Origin(Value, frozen=True):
    """Code points `start:end` of the Article's text came, unchanged, from `captured_start` of the
    captured text on."""

    start: int
    end: int
    captured_start: int


class CreditLine(Value, frozen=True):
    """A line or phrase that says whose reporting this is.

    `kind`: agency ("(AP)"), contributor line, copyright, e-mail domain, credit to another medium
    ("told the Post", found in the text), byline affiliation. `organization` is the name as written.
    """

    kind: Literal["agency", "contributor", "copyright", "email", "byline", "medium"]
    organization: str
    citation: Citation


NoticeKind = Literal["correction", "clarification", "update", "editors-note", "withdrawal"]


class Notice(Value, frozen=True):
    """What the newsroom says about its own report: that it was corrected, updated, withdrawn."""

    kind: NoticeKind
    citation: Citation


class Article(Value, frozen=True):
    """One report. `text` is the cleaned body, paragraphs parted by a blank line; all offsets of
    the article's readings are code points into it (or into the part that a Citation names).

    `published` is null until it is known; `unknown_because` then says why. `language` is ISO 639-1
    or `und`. `zone` is the IANA time zone of the outlet, if known. `url` is the canonical address that
    the page or its metadata state, `modified` the time of the last change that they state (ISO 8601, as
    stated), `section` the part of the paper.
    """

    id: str
    address: str
    text: str
    headline: str | None = None
    outlet: str | None = None
    publisher: str | None = None
    credited_newsrooms: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    dateline: str | None = None
    language: str = "und"
    zone: str | None = None
    published: Published | None = None
    unknown_because: str | None = None
    removed: tuple[Removal, ...] = ()
    captions: tuple[Caption, ...] = ()
    date_candidates: tuple[DateCandidate, ...] = ()
    credit_lines: tuple[CreditLine, ...] = ()
    origins: tuple[Origin, ...] = ()
    capture: str = ""
    url: str | None = None
    modified: str | None = None
    section: str | None = None
    notices: tuple[Notice, ...] = ()
