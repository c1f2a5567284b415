"""What a text says of itself in fields: "Outlet: Lindmouth Gazette", a table over the report."""

import re
from collections.abc import Iterable, Sequence

from ..lexicon.agencies import agency_named
from ..model.address import is_web_address
from .lines import Line

# Names that static sites, note programs, databases of newspapers and people use, by our fields.
_NAMES = {
    "title": ("title", "headline", "subject"),
    "published": ("date", "published", "published_at", "publishdate", "pubdate", "publication date"),
    "modified": ("lastmod", "modified", "updated"),
    "authors": ("author", "authors", "byline", "by", "writer", "reporter"),
    "outlet": ("outlet", "publisher", "site", "sitename", "publication", "newspaper", "source", "media", "medium"),
    "url": ("url", "canonical", "canonical_url", "link", "source", "web address"),
    "language": ("lang", "language"),
    "section": ("section", "category"),
}  # fmt: skip
_KNOWN = frozenset(name for names in _NAMES.values() for name in names)


def fields_of(stated: dict[str, list[str]]) -> dict[str, str]:
    """The fields of values by the names (in lower case) under which a text states them, in our names,
    authors parted by "; ". What is called source is an address, an agency (then it stands among the authors, as in
    a byline) or the outlet."""
    found = {}
    for field, names in _NAMES.items():
        held: list[str] = next(
            (values for name in names if (values := _fitting(field, stated.get(name, [])))), []
        )
        if held:
            found[field] = "; ".join(held) if field == "authors" else held[0]
    agency = next(filter(agency_named, stated.get("source", [])), None)
    if agency and "authors" not in found:
        found["authors"] = agency
    return found


def _fitting(field: str, values: list[str]) -> list[str]:
    if field == "url":
        return [value for value in values if is_web_address(value)]
    if field == "outlet":
        return [one for one in values if not (is_web_address(one) or agency_named(one))]
    return values


def field_lines(words: Iterable[str]) -> dict[str, str]:
    """The fields of lines of the form `name: value`; what stands behind a bar belongs to something else."""
    stated: dict[str, list[str]] = {}
    for line in words:
        name, _, value = line.partition(":")
        value = re.split(r"\s*\|\s*", value)[0].strip(" *_")
        if value:
            stated.setdefault(name.strip(" *_-•").lower(), []).append(value)
    return fields_of(stated)


def table_over_text(lines: Sequence[Line]) -> tuple[dict[str, str], int, int]:
    """The fields of a table in Markdown that names them, in its first row or its first column, with the
    numbers of its first line and of the line behind it; nothing of any other table."""
    first = next((n for n, line in enumerate(lines) if line.words.startswith("|")), len(lines))
    end = first
    rows = []
    while end < len(lines) and lines[end].words.startswith("|"):
        rows.append([cell.strip(" *_") for cell in lines[end].words.strip("|").split("|")])
        end += 1
    rows = [row for row in rows if not all(set(cell) <= set(":- ") for cell in row)]
    across = [rows[0], rows[1]] if len(rows) == 2 else [[], []]
    down = [row for row in rows if len(row) == 2]
    for pairs in (list(zip(*across, strict=False)), [(one[0], one[1]) for one in down]):
        stated = {
            name.lower(): [value] for name, value in pairs if name.lower() in _KNOWN and value
        }
        if len(stated) >= 2:
            return fields_of(stated), first, end
    return {}, 0, 0
