"""What a Markdown file says of itself before its text: the lines between two `---`."""

import re

_BLOCK = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<rows>.{0,5000}?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE
)
_ROW = re.compile(r"^(?P<name>[A-Za-z][\w-]{0,40})[ \t]*:[ \t]*(?P<value>.*)$")
_ITEM = re.compile(r"^[ \t]*-[ \t]+(?P<value>.+)$")

# Names that static sites and note programs use, by our fields.
_FIELDS = {
    "title": ("title", "headline"),
    "published": ("date", "published", "published_at", "publishdate", "pubdate"),
    "modified": ("lastmod", "modified", "updated"),
    "authors": ("author", "authors", "byline", "by"),
    "outlet": ("outlet", "publisher", "site", "sitename", "publication"),
    "url": ("url", "canonical", "canonical_url", "link", "source"),
    "language": ("lang", "language"),
    "section": ("section", "category"),
}


def front_matter(text: str) -> dict[str, str]:
    """The fields of a text's front matter, in our names (authors parted by "; "); nothing when the
    text does not begin with such a block, or when a row of it is no `name: value`."""
    block = _BLOCK.match(text)
    if block is None:
        return {}
    values: dict[str, list[str]] = {}
    last = ""
    for row in block["rows"].splitlines():
        named, item = _ROW.match(row), _ITEM.match(row)
        if named:
            last = named["name"].lower()
            values[last] = _listed(named["value"])
        elif item and last:
            values[last] += _listed(item["value"])
        elif row.strip() and not row.startswith((" ", "\t", "#")):
            return {}
    found = {}
    for field, names in _FIELDS.items():
        held = next((values[name] for name in names if values.get(name)), [])
        if held:
            found[field] = "; ".join(held) if field == "authors" else held[0]
    return found


def _listed(value: str) -> list[str]:
    value = value.strip()
    parts = value[1:-1].split(",") if value[:1] == "[" and value[-1:] == "]" else [value]
    return [bare for part in parts if (bare := part.strip().strip("\"'").strip())]
