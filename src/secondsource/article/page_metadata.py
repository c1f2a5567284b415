"""What a page says about itself in its metadata: JSON-LD, meta tags, marked-up times and authors."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import urljoin, urlsplit

from ..model.address import is_web_address
from .days import find_days
from .page_signs import json_ld

_ARTICLE_TYPES = re.compile(
    r"Article|Posting|Report|WebPage|Review|Recipe|CreativeWork|VideoObject", re.I
)
_BETTER_TYPES = re.compile(r"Article|Posting|Report|Review|Recipe", re.IGNORECASE)

# Names and properties of meta tags, in the order in which they are believed.
_META: dict[str, tuple[str, ...]] = {
    "published": (
        "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article:published", "bt:pubdate", "published_time", "publish-date", "publish_date", "publishdate", "publication_date", "publication-date", "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date.published", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article_date_original", "citation_publication_date", "citation_date", "originalpublicationdate", "date_published", "published-date", "publisheddate", "published", "shareaholic:article_published_time", "article.published", "article:post_date", "rnews:datepublished", "ptime", "article.created", "og:pubdate", "displaydate", "dc.date", "dcterms.date", "dc:date", "date", "created", "article:date", "creation_date", "date.created", "gentime", "video:release_date", "og:release_date", "timestamp",
    ),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "article.updated", "lastmod", "last-modified", "modified", "utime", "revision_date"),
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title", "sailthru.title", "citation_title", "title"),
    "authors": ("author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "byl", "cxenseparse:author", "article:author", "shareaholic:article_author_name", "rbauthors", "authors", "creator", "dc.contributor"),
    "outlet": ("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher_name", "citation_journal_title", "apple-mobile-web-app-title"),
    "url": ("og:url", "twitter:url"),
    "language": ("og:locale", "content-language", "dc.language", "language"),
    "section": ("article:section", "section", "parsely-section"),
}  # fmt: skip
_ISO = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
_COMPACT = re.compile(r"^((?:19|20)\d\d)([01]\d)([0-3]\d)(?:\d{4,6})?\b")
_NOT_PUBLISHED_TIME = re.compile(
    r"updat|modif|comment|related|sidebar|widget|footer|teaser|event|recent|archive", re.I
)
_PUBLISHED_TIME = re.compile(r"publish|pubdate|entry-date|post-date|post_date|date-published|byline|dateline|timestamp|article-date|article__date|meta|created|posted|date", re.I)  # fmt: skip


def read_metadata(tree: Any, url: str | None) -> dict[str, str]:
    """Title, authors (parted by "; "), outlet, publisher, published and modified (ISO days), url,
    language and section, as far as the page states them."""
    found: dict[str, str] = {}
    _from_json_ld(tree, found)
    metas = _meta_tags(tree)
    for field, names in _META.items():
        if field in found:
            continue
        for name in names:
            values = [value for value in metas.get(name, ()) if value]
            chosen = _usable(field, values)
            if chosen:
                found[field] = chosen
                break
    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), "")
    if canonical and (canonical.startswith("http") or url):
        found["url"] = _joined(url or "", canonical.strip())
    if "url" in found and not is_web_address(found["url"]):
        found.pop("url")
    if (
        url
        and "url" in found
        and urlsplit(found["url"]).path in ("", "/")
        and urlsplit(url).path not in ("", "/")
    ):
        found.pop("url")
    host = urlsplit(found.get("url") or url or "").hostname or ""
    named = [
        one
        for one in found.get("authors", "").split("; ")
        if one and not ("." in one and one.lower().removeprefix("www.") in host)
    ]
    if "authors" in found:
        # "tennis.example" as the author is the site's name for itself, so the markup is asked.
        found.pop("authors")
        if named:
            found["authors"] = "; ".join(named)
    language = next(iter(tree.xpath("/html/@lang")), "")
    if language:
        found.setdefault("language", language)
    _from_markup(tree, found)
    return found


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:  # "//[": no address
        return ""


def day_of(value: str) -> str | None:
    """The ISO day of a metadata value: ISO 8601, YYYYMMDD or a written-out day."""
    iso = _ISO.search(value)
    if iso:
        days = find_days(iso[0])
        return days[0].value if days else None
    compact = _COMPACT.match(value.strip())
    if compact:
        days = find_days("-".join(compact.groups()))
        return days[0].value if days else None
    days = find_days(value)
    return days[0].value if days else None


def _usable(field: str, values: list[str]) -> str | None:
    if field in ("published", "modified"):
        return next((day for value in values if (day := day_of(value))), None)
    if field == "authors":
        names = [value for value in dict.fromkeys(values) if _is_name(value)]
        return "; ".join(names) or None
    return values[0] if values else None


_NOBODY = ("", "admin", "administrator", "webmaster", "root", "user", "editor")
"""Accounts of publishing systems, which are nobody's name."""


def _is_name(value: str) -> bool:
    return (
        value.lower() not in _NOBODY
        and "http" not in value
        and "@" not in value
        and len(value) < 120
        and any(letter.isalpha() for letter in value)
    )


def _meta_tags(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = (
            element.get("property")
            or element.get("name")
            or element.get("itemprop")
            or element.get("http-equiv")
        )
        content = element.get("content")
        if name and content:
            found.setdefault(name.strip().lower(), []).append(" ".join(content.split()))
    return found


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 12:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            if isinstance(value.get(key), list | dict):
                yield from _nodes(value[key], depth + 1)


def _from_json_ld(tree: Any, found: dict[str, str]) -> None:
    candidates: list[tuple[int, dict[str, Any]]] = []
    names: dict[str, str] = {}
    for document in json_ld(tree):
        for node in _nodes(document):
            if node.get("@id") and _named(node):
                names.setdefault(str(node["@id"]), _named(node))
            kind = str(node.get("@type", ""))
            if _ARTICLE_TYPES.search(kind):
                candidates.append((0 if _BETTER_TYPES.search(kind) else 1, node))
    for _, node in sorted(candidates, key=lambda pair: pair[0]):
        for field, keys in (
            ("published", ("datePublished", "dateCreated", "uploadDate")),
            ("modified", ("dateModified",)),
        ):
            for key in keys:
                day = day_of(str(node.get(key, "")))
                if day:
                    found.setdefault(field, day)
        writers = (_named(one, names) for one in _listed(node.get("author")))
        authors = [name for name in writers if _is_name(name)]
        if authors:
            found.setdefault("authors", "; ".join(dict.fromkeys(authors)))
        for one in _listed(node.get("publisher")):
            if _named(one, names):
                found.setdefault("outlet", _named(one, names))
        headline = node.get("headline")
        if isinstance(headline, str) and headline.strip():
            found.setdefault("title", " ".join(headline.split()))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _named(value: Any, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """The name of a person or body in JSON-LD; of one that is only pointed at, by the `names` of what stands
    elsewhere on the page."""
    if isinstance(value, dict):
        value = value.get("name") or names.get(str(value.get("@id")))
        if isinstance(value, list):
            value = value[0] if value else ""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _from_markup(tree: Any, found: dict[str, str]) -> None:
    if "published" not in found:
        marked: list[tuple[int, str]] = []
        for element in tree.xpath(
            "//time | //*[@itemprop='datePublished'] | //abbr[contains(@class,'published')]"
        ):
            trail = " ".join(
                f"{one.get('class', '')} {one.get('id', '')} {one.tag if isinstance(one.tag, str) else ''}"
                for one in (element, *list(element.iterancestors())[:4])
            )
            day = day_of(
                element.get("datetime") or element.get("content") or element.get("title") or ""
            ) or day_of(" ".join(element.itertext())[:80])
            if not day:
                continue
            explicit = (
                element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
            )
            if not explicit and _NOT_PUBLISHED_TIME.search(trail):
                continue
            rank = 0 if explicit else 1 if _PUBLISHED_TIME.search(trail) else 2
            marked.append((rank, day))
        if marked:
            best = min(rank for rank, _ in marked)
            days = [day for rank, day in marked if rank == best]
            # Many times of one rank are a list of other reports: then only the first of few counts.
            if best < 2 or len(set(days)) <= 2:
                found["published"] = days[0]
    if "authors" not in found:
        names = _marked_authors(tree)
        if names:
            found["authors"] = "; ".join(names)
    if "title" not in found:
        headings = [" ".join(one.itertext()) for one in tree.iter("h1")]
        headings = [" ".join(one.split()) for one in headings if one.strip()]
        if len(headings) == 1:
            found["title"] = headings[0]
        else:
            title = next((one.text for one in tree.iter("title") if one.text), "")
            if title.strip():
                found["title"] = " ".join(title.split())


_AUTHOR_NAME = "//*[@itemprop='author']//*[@itemprop='name']"
_OF_AUTHOR = "//*[@itemprop='author' or @rel='author' or contains(@class,'byline') or contains(@class,'author') or contains(@class,'reader-credits')]"
_BY = re.compile(
    r"^(?:(?:posted|written|story|text|ein artikel|ein beitrag|geschrieben|erstellt|verfasst)\s+)?(?:by|von|par|por|di|door|autor(?:in)?|author|auteur|od|av|af)\b\s*:?\s*",
    re.IGNORECASE,
)
_MOST_AUTHORS = 4
_LEFT_OVER = re.compile(
    r"\s(?:am|on|stand|vor|le|el|il|op|den|updated|published|posted)$", re.IGNORECASE
)
"""Words that stand between a name and a date that was cut off."""
_FORM_TAGS = ("form", "label", "input", "button")


def _in_comments(element: Any) -> bool:
    """Whether an element is the label of a form ("Name *"), or stands in one or among comments."""
    for one in (element, *list(element.iterancestors())[:8]):
        if one.tag in _FORM_TAGS:
            return True
        if one.tag not in ("body", "html") and "comment" in (
            f"{one.get('class', '')} {one.get('id', '')}".lower()
        ):
            return True
    return False


def _author_markup(tree: Any) -> Iterator[list[Any]]:
    """The elements of each kind of markup, the clearest kind first; the page is searched once."""
    marked = tree.xpath(_OF_AUTHOR)
    if any(one.get("itemprop") == "author" for one in marked):
        yield tree.xpath(_AUTHOR_NAME)
    yield [one for one in marked if one.get("rel") == "author"]
    yield [one for one in marked if one.get("itemprop") == "author"]
    classes = [(one, one.get("class", "")) for one in marked]
    named = ("author-name", "author__name", "authorname")
    yield [one for one, held in classes if any(name in held for name in named)]
    yield [
        one
        for one, held in classes
        if any(name in held for name in ("byline", "author", "reader-credits"))
    ]


def _marked_authors(tree: Any) -> list[str]:
    """The names in elements that are marked as those of the authors, from the clearest markup on;
    nothing where one kind of markup shows more names than a report has (a list of other reports)."""
    for elements in _author_markup(tree):
        names: list[str] = []
        for element in elements[:20]:
            if _in_comments(element):
                continue
            text = _BY.sub("", " ".join(" ".join(element.itertext()).split()))
            text = re.split(r"\s[|•·–-]\s|,\s|\d", text)[0].strip(" |,:•·")
            text = _LEFT_OVER.sub("", text)
            if (
                3 <= len(text) <= 50
                and len(text.split()) <= 5
                and _is_name(text)
                and text not in names
            ):
                names.append(text)
        if 0 < len(names) <= _MOST_AUTHORS:
            return names
    return []
