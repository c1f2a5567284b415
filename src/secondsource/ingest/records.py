"""Reports in JSON and JSONL (tables: `tables.py`): one record a report, in any of the common forms.

The documented minimal form is an object (or a row) with `text` and, where known, `id`, `url`,
`title`, `text`, `date`, `outlet`, `author`. Read as well: schema.org NewsArticle (JSON-LD), IPTC
ninjs 2, and the output of news-please, fundus, trafilatura, and exports of posts (Telegram, X; see `posts.py`).
"""

import html
import io
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, BinaryIO

from ..model.address import is_web_address
from ..model.encoding import marked_encoding, unmarked_encoding
from .item import Failure, Item, capture, iso_time
from .posts import opened, posts
from .record_days import Order, day_of_seconds, day_stated, order_of
from .record_fields import (
    ADDRESS,
    BODIES,
    DEEPEST_LIST,
    FIELDS,
    HTML,
    IDENTITY,
    TEXT,
    has_text,
    lists,
    plain,
    unfolded,
)

LONGEST_LINE = 16_000_000
"""Bytes of one JSONL line; more is no report but a dump in one line."""


def read_jsonl(stream: BinaryIO, name: str) -> Iterator[Item]:
    """The reports of a JSONL stream; a line that is no record becomes a Failure and the rest goes on."""
    for number, line in enumerate(_lines(stream), 1):
        address = f"{name}#{number}"
        if len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            yield Failure(
                address=address,
                reason=f"line {number} of {name} is longer than {LONGEST_LINE / 1e6:.0f} MB; put one report on a line",
            )
            continue
        if not line.strip():
            continue
        try:
            record = _loaded(line)
        except (ValueError, RecursionError) as error:
            yield Failure(
                address=address, reason=f"line {number} of {name} is no JSON ({brief(error)})"
            )
            continue
        yield from read_record(record, address)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream, of one that is too long its beginning. A text in UTF-16 or UTF-32 is held whole, up
    to the length of one line, and comes back in UTF-8."""
    line = stream.readline(LONGEST_LINE + 1)
    encoding = marked_encoding(line)
    # Lines in UTF-16 and UTF-32 do not end with the byte of a line feed.
    if encoding is not None and encoding != "utf-8-sig":
        whole = line + stream.read(LONGEST_LINE)
        stream = io.BytesIO(whole.decode(encoding, "replace").encode())
        line = stream.readline(LONGEST_LINE + 1)
    while line:
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE + 1)
        line = stream.readline(LONGEST_LINE + 1)


def read_json(data: bytes, name: str) -> Iterator[Item]:
    """The reports of one JSON document: an object, a list of objects, or an object that holds such a
    list (`items`, `articles`, `messages`, `@graph`, ...)."""
    try:
        document = _loaded(data)
    except (ValueError, RecursionError) as error:
        # Many files called .json hold one object a line, or objects one after the other.
        following = [] if _begins_with_line(data) else _one_after_the_other(data)
        if not following and b"\n" in data.strip() and data.lstrip()[:1] == b"{":
            yield from read_jsonl(io.BytesIO(data), name)
            return
        if not following:
            yield Failure(address=name, reason=f"{name} is no JSON ({brief(error)})")
            return
        document = following
    records = posts(document)
    if records is None:
        records = _records(document)
    if not records:
        yield Failure(address=name, reason=f"{name} holds no posts and no reports")
        return
    if len(records) == 1:
        yield from read_record(records[0], name)
        return
    order = order_among(records)
    for number, record in enumerate(records, start=1):
        yield from read_record(record, f"{name}#{number}", order)


def order_among(records: Iterable[Any]) -> Order | None:
    """The order of day and month in the records of one source, as far as any of them shows it."""
    keys = {plain(key) for key in FIELDS["published"]}
    return order_of(
        value
        for record in records
        if isinstance(record, dict)
        for key, value in record.items()
        if isinstance(value, str) and plain(key) in keys
    )


def _loaded(data: bytes) -> Any:
    """The value of a JSON document, which is read in another encoding where it is no UTF-8 as it ought to
    be. Raises ValueError (or RecursionError) where it is no JSON."""
    try:
        return json.loads(data)
    except UnicodeDecodeError:
        return json.loads(data.decode(unmarked_encoding(data), "replace"))


def _begins_with_line(data: bytes) -> bool:
    """Whether the first line is an object by itself."""
    with suppress(ValueError, RecursionError):
        return isinstance(json.loads(data.lstrip().partition(b"\n")[0]), dict)
    return False


_BLANKS = re.compile(r"\s*")


def _one_after_the_other(data: bytes) -> list[Any]:
    """The objects of a file in which several stand with nothing but blanks between; nothing where a part of it
    is something else."""
    text = data.decode(marked_encoding(data) or unmarked_encoding(data), "replace").strip()
    decoder, found, at = json.JSONDecoder(), [], 0
    try:
        while at < len(text):
            value, at = decoder.raw_decode(text, at)
            if not isinstance(value, dict):
                return []
            found.append(value)
            at = _BLANKS.match(text, at).end()  # type: ignore[union-attr]
    except (ValueError, RecursionError):
        return []
    return found


def read_record(record: Any, address: str, order: Order | None = None) -> Iterator[Item]:
    """The report of one record, or the Failure that says what is missing. `order`: how the records beside it
    write days in figures."""
    if not isinstance(record, dict):
        yield Failure(address=address, reason=f"{address} is no object with a `text`")
        return
    fields = {plain(key): value for key, value in unfolded(opened(record)).items()}
    _open_page(fields)
    withdrawn = str(fields.get("pubstatus", "")).lower()
    text, is_html = _content(fields)
    url = _address(fields)
    identity = next((found for key in IDENTITY if (found := _words(fields.get(plain(key))))), "")
    place = url or (identity and f"{address.split('#')[0]}#{identity}") or address
    if withdrawn in _WITHDRAWN:
        yield Failure(
            address=place,
            reason=f"{address} was {withdrawn} by its publisher",
            gone=True,
            captured=iso_time(_words(fields.get(plain("versioncreated")))),
        )
        return
    if not text:
        yield Failure(
            address=place, reason=f"{address} has no text; the minimal form needs a field `text`"
        )
        return
    metadata = {}
    for name, keys in FIELDS.items():
        value = next((found for key in keys if (found := _field(fields.get(plain(key)), name))), "")
        if value and name in ("published", "modified"):
            value = day_stated(value, order)
        if value:
            metadata[name] = value
    if "published" not in metadata:
        stated = (_words(fields.get(plain(key))) for key in FIELDS["published"])
        seconds = next(filter(None, map(day_of_seconds, stated)), "")
        if seconds:
            metadata["published"] = seconds
    if url:
        metadata["url"] = url
    metadata["charset"] = "utf-8"
    captured = metadata.pop("captured", None)
    yield capture(
        text.encode("utf-8", "replace"),
        place,
        "text/html" if is_html else "text/plain",
        metadata,
        captured,
    )


_WITHDRAWN = ("canceled", "cancelled", "withheld")
"""Values of `pubstatus` in ninjs (IPTC's newscodes) under which a text may not be used."""


def _open_page(fields: dict[str, Any]) -> None:
    """Lifts the address and the time of capture out of the page that fundus keeps within a record."""
    page = fields.get("html")
    if isinstance(page, dict):
        for key, names in (
            ("url", ("responded_url", "requested_url")),
            ("crawl_date", ("crawl_date",)),
        ):
            for name in names:
                if _words(page.get(name)):
                    fields.setdefault(plain(key), page[name])


_JSON_FEED = "jsonfeed.org"
"""Stands in what a JSON feed calls its version; such a feed's title is the outlet, as RSS has it."""


def _records(document: Any) -> list[Any]:
    if isinstance(document, list):
        return document
    if isinstance(document, dict):
        if isinstance(document.get("@graph"), list):
            held = [one for one in document["@graph"] if isinstance(one, dict) and has_text(one)]
            if held:  # the organisations and pictures beside a report are no reports
                return held
        if not has_text(document):
            held = max(lists(document, DEEPEST_LIST), key=_worth, default=[document])
            title = document.get("title")
            if _JSON_FEED in str(document.get("version", "")) and isinstance(title, str):
                return [{"outlet": title, **one} for one in held]
            return held
    return [document]


def _worth(records: list[Any]) -> tuple[int, int]:
    """By what the list that holds the reports is told from others: by more texts, then by its length."""
    return sum(has_text(unfolded(one)) for one in records), len(records)


def _content(fields: dict[str, Any]) -> tuple[str, bool]:
    """The text of a record, and whether it is HTML."""
    bodies = fields.get(BODIES)
    if isinstance(bodies, list):
        best = ("", False)
        for body in bodies:
            if isinstance(body, dict) and _words(body.get("value")):
                is_html = (
                    "html" in str(body.get("contentType", body.get("contenttype", ""))).lower()
                )
                if not best[0] or (best[1] and not is_html):
                    best = (_words(body["value"]), is_html)
        if best[0]:
            return best
    for key in TEXT:
        words = _unescaped(_paragraphs(fields.get(plain(key))))
        if words:
            return words, bool(re.search(r"<(?:p|div|br|html|body)\b", words[:2000], re.IGNORECASE))
    for key in HTML:
        words = _words(fields.get(plain(key)))
        if words:
            return words, True
    return "", False


_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|div|br|html|body)\b", re.IGNORECASE)


def _unescaped(words: str) -> str:
    """A text that was escaped once too often as it was meant: tags as entities, line feeds as two characters. A
    zero, which no text holds, is left out."""
    if "&lt;" in words and "<" not in words and _ESCAPED_TAG.search(words):
        words = html.unescape(words)
    if "\n" not in words and words.count("\\n") >= 2:
        words = words.replace("\\r", "").replace("\\n", "\n")
    return words.replace("\0", "")


_INNER_TEXT = frozenset({"rendered", "value", "#text"})
"""Where publishing systems and converters of XML keep a text that is an object."""


def _paragraphs(value: Any) -> str:
    """Text of a string, of the pieces of a Telegram message, or of the sections of a fundus body."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        if all(isinstance(one, str) for one in value):
            return "\n\n".join(value).strip()
        pieces = [
            one if isinstance(one, str) else _words(one.get("text"))
            for one in value
            if isinstance(one, str | dict)
        ]
        return "".join(pieces).strip()
    if isinstance(value, dict):
        summary = [str(one) for one in value.get("summary") or []]
        sections: list[str] = []
        if _INNER_TEXT & value.keys():
            return next((_words(value[key]) for key in sorted(_INNER_TEXT & value.keys())), "")
        for section in value.get("sections") or []:
            if isinstance(section, dict):
                sections += [str(one) for one in section.get("headline") or []]
                sections += [str(one) for one in section.get("paragraphs") or []]
        return "\n\n".join(summary + sections).strip()
    return ""


def _address(fields: dict[str, Any]) -> str:
    for key in ADDRESS:
        value = fields.get(plain(key))
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str) and is_web_address(value.strip()):
            return value.strip()
    return ""


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return ""


def _field(value: Any, name: str) -> str:
    """A metadata value as words: names out of objects, lists parted by "; "."""
    if isinstance(value, list):
        # ninjs 2 gives headlines and sources their roles: the main one counts.
        value = sorted(
            value, key=lambda one: not (isinstance(one, dict) and one.get("role") == "main")
        )
        parts = [part for one in value if (part := _field(one, name))]
        return "; ".join(dict.fromkeys(parts)) if name == "authors" else parts[0] if parts else ""
    if isinstance(value, dict):
        for key in (
            "name",
            "display_name",
            "displayName",
            "value",
            "text",
            "title",
            "main",
            "original",
            "rendered",
            "username",
            "screen_name",
            "@value",
            "#text",
        ):
            if _words(value.get(key)):
                return _words(value[key])
        return ""
    words = _words(value)
    # Seconds since 1970 say no time zone; the field beside them does.
    return "" if name in ("published", "modified") and day_of_seconds(words) else words


def brief(error: BaseException) -> str:
    """The first line of what an error says."""
    return str(error).split("\n")[0][:120]
