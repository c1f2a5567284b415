"""What a text file says of itself before its text: the lines between two `---` (YAML) or two `+++` (TOML)."""

import re

from .stated_fields import fields_of

_BLOCK = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<rows>.{0,5000}?)^(?P=fence)[ \t]*\r?$",
    re.DOTALL | re.MULTILINE,
)
_ROW = re.compile(r"^(?P<name>[A-Za-z][\w-]{0,40})[ \t]*[:=][ \t]*(?P<value>.*)$")
_ITEM = re.compile(r"^[ \t]*-[ \t]+(?P<value>.+)$")


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
    return fields_of(values)


def end_of_front_matter(text: str) -> int:
    """The code point behind the block; 0 without one."""
    block = _BLOCK.match(text)
    return block.end() if block and front_matter(text) else 0


def _listed(value: str) -> list[str]:
    value = value.strip()
    parts = value[1:-1].split(",") if value[:1] == "[" and value[-1:] == "]" else [value]
    return [bare for part in parts if (bare := part.strip().strip("\"'").strip())]
