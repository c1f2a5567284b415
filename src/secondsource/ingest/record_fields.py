"""Under which names records keep what, and where services keep a record's fields."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

# Names under which the forms keep one thing, the commonest form first. Case, blanks and what joins words ("_", "-")
# count for nothing: "Full Text" is full_text.
TEXT = ("text", "articleBody", "body_text", "maintext", "main_text", "body", "plaintext", "plain_text", "content", "content_text", "article", "article_text", "news_text", "story", "story_text", "raw_text", "full_text", "clean_text", "message", "description_text")  # fmt: skip
BODIES = "bodies"
"""Where ninjs 2 keeps its texts, each with its content type."""
HTML = ("body_html", "html", "content_html", "body_xhtml", "raw_html")
ADDRESS = ("url", "canonical_url", "link", "uri", "permalink", "source_url", "mainEntityOfPage", "@id", "page_url", "web_url", "article_url", "article_link", "story_url", "news_url", "web_address")  # fmt: skip
IDENTITY = ("id", "id_str", "guid", "altids", "fingerprint", "_id", "tweet_id", "identifier")
FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "headlines", "name", "web_title", "article_title", "news_title", "heading"),
    "published": ("date", "published", "datePublished", "publishing_date", "date_publish", "firstcreated", "versioncreated", "contentcreated", "published_at", "published_on", "published_time", "pub_date", "web_publication_date", "display_date", "created_at", "date_created", "time", "timestamp", "date_published", "publication_date", "publication_time", "publish_date", "publish_time", "article_date", "date_time", "posted", "posted_at", "post_date", "date_posted", "published_date", "issue_date", "load_date", "day", "seen_date"),
    "modified": ("modified", "dateModified", "date_modify", "versioncreated", "updated", "updated_at", "last_updated", "lastmod", "last_modified", "date_modified"),
    "outlet": ("outlet", "sitename", "site_name", "publisher", "publication", "publication_name", "newspaper", "paper", "media_outlet", "news_outlet", "news_source", "source_name", "source", "source_domain", "provider", "infosource", "infosources", "hostname", "domain", "channel", "site", "website", "media", "media_name", "journal"),
    "authors": ("author", "authors", "author_name", "byline", "by", "bylines", "creator", "creators", "writer", "written_by", "journalist", "reporter", "user", "account"),
    "language": ("language", "inLanguage", "lang"),
    "section": ("section", "articleSection", "section_name", "category", "desk", "topics"),
    "captured": ("captured", "date_download", "crawl_date", "retrieved", "scraped_at", "fetched"),
}  # fmt: skip

_JOINED = re.compile(r"(?<=\w)[\s_-]+(?=\w)")

DEEPEST_LIST = 3
"""Levels of objects around the list of reports in an answer of a service: `response.results`, `hits.hits`."""


def lists(document: dict[Any, Any], levels: int) -> Iterator[list[Any]]:
    """The lists of objects in a document, from the outside in."""
    for value in document.values():
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            yield value
    for value in document.values():
        if isinstance(value, dict) and levels > 1:
            yield from lists(value, levels - 1)


_INSIDE = (
    "_source",
    "fields",
    "attributes",
    "article",
    "document",
    "node",
    "data",
    "item",
    "post",
    "record",
)
"""Objects in which services keep a report's fields beside its number: search engines, JSON:API, GraphQL."""


def unfolded(record: dict[Any, Any], levels: int = 2) -> dict[Any, Any]:
    """A record with the fields of the object in which it keeps its text, at most so many `levels` in; any other
    record as it is."""
    if has_text(record) and not isinstance(record.get("article"), dict):
        return record
    for key in _INSIDE:
        inner = record.get(key)
        if isinstance(inner, dict) and levels > 1:
            inner = unfolded(inner, levels - 1)
        if isinstance(inner, dict) and has_text(inner):
            return {**{name: value for name, value in record.items() if name != key}, **inner}
    return record


def has_text(record: dict[Any, Any]) -> bool:
    """Whether a record has a field (or a table a column) in which texts stand."""
    fields = {plain(key) for key in record}
    return any(plain(key) in fields for key in (*TEXT, *HTML, BODIES))


@lru_cache(maxsize=4096)
def plain(name: Any) -> str:
    """The name of a field or column in lower case, without what joins its words."""
    return _JOINED.sub("", str(name).lower())
