"""Which lines belong to a page and not to a report: a look-up over `page_phrases.toml`."""

import re
import tomllib
from functools import cache
from importlib import resources

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": ""})
_EDGES = " \t:.!?…|*•·»›>–—-_"

# "live" and "video" stand in two rooms of the table: the first kind in this order is the answer.
_ORDER = (
    "editors-note",
    "copyright",
    "video-placeholder",
    "comment-form",
    "contact",
    "advertisement",
    "newsletter",
    "share-bar",
    "read-more",
    "navigation",
    "page-chrome",
)


@cache
def _table() -> tuple[
    tuple[str, int, frozenset[str], tuple[str, ...], re.Pattern[str] | None], ...
]:
    source = resources.files(__package__).joinpath("page_phrases.toml").read_text("utf-8")
    table = tomllib.loads(source)
    rows = []
    for kind in _ORDER:
        row = table[kind]
        pattern = "|".join(f"(?:{part})" for part in row["pattern"])
        rows.append(
            (
                kind,
                int(row["longest"]),
                frozenset(phrase.strip(_EDGES) for phrase in row["whole"]),
                tuple(row["starts"]),
                re.compile(pattern) if pattern else None,
            )
        )
    return tuple(rows)


# A finished sentence of eight words or more is no label, however it begins.
_NEVER_SENTENCES = frozenset(
    {"read-more", "share-bar", "navigation", "advertisement", "page-chrome", "video-placeholder"}
)
_LONGEST_LABEL_SENTENCE = 7


def plain(line: str) -> str:
    """The line in lower case with straight quotes and single spaces."""
    return " ".join(line.translate(_QUOTES).lower().split())


def page_phrase(line: str) -> str | None:
    """The kind of page furniture (a `RemovalKind`) that a whole line is, by its wording; None if it
    has no such wording. `line` is one line of any length."""
    words = line.count(" ") + 1
    if words > 120:
        return None
    low = plain(line)
    bare = low.strip(_EDGES)
    sentence = words > _LONGEST_LABEL_SENTENCE and low.rstrip("\"')").endswith((".", "?"))
    for kind, longest, whole, starts, pattern in _table():
        if bare in whole:
            return kind
        if words > longest:
            continue
        if low.startswith(starts) and not (sentence and kind in _NEVER_SENTENCES):
            return kind
        if pattern is not None and pattern.search(bare or low):
            return kind
    return None
