"""Which lines belong to a page and not to a report: a look-up over `page_phrases.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
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


@dataclass(frozen=True)
class _Row:
    """One kind's wordings. `beginning` holds the patterns that only match where a line begins, so
    that they are not tried at every place of it; `anywhere` the others, tried only where one of
    `needs` stands."""

    kind: str
    longest: int
    whole: frozenset[str]
    starts: tuple[str, ...]
    needs: tuple[str, ...]
    beginning: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None


@cache
def _source() -> str:
    return resources.files(__package__).joinpath("page_phrases.toml").read_text("utf-8")


@cache
def _table() -> tuple[_Row, ...]:
    table = tomllib.loads(_source())
    rows = []
    for kind in _ORDER:
        row = table[kind]
        rows.append(
            _Row(
                kind,
                int(row["longest"]),
                frozenset(phrase.strip(_EDGES) for phrase in row["whole"]),
                tuple(row["starts"]),
                tuple(row.get("needs", ())),
                _any_of([part for part in row["pattern"] if part.startswith("^")]),
                _any_of([part for part in row["pattern"] if not part.startswith("^")]),
            )
        )
    return tuple(rows)


@cache
def _wholes() -> frozenset[str]:
    """The whole lines of all kinds: most lines are none, and one look-up says so."""
    return frozenset().union(*(row.whole for row in _table()))


@cache
def _starts() -> tuple[str, ...]:
    return tuple(start for row in _table() for start in row.starts)


_A_LABEL = 18
"""Words; only some kinds have wordings that are longer."""


@cache
def _signs(label: bool) -> tuple[re.Pattern[str] | None, tuple[str, ...]]:
    """All patterns of beginnings as one, and all letters that a pattern of anywhere needs; unless
    `label`, those of the kinds that longer lines can be. A line that has neither, as most have,
    needs no look at the rows."""
    rows = [row for row in tomllib.loads(_source()).values() if label or row["longest"] > _A_LABEL]
    beginnings = [part[1:] for row in rows for part in row["pattern"] if part.startswith("^")]
    return _any_of(beginnings), tuple(needed for row in rows for needed in row.get("needs", ()))


def _holds(text: str, needs: tuple[str, ...]) -> bool:
    # A loop: `any` over a generator takes twice as long, and this is asked of every line.
    for letters in needs:  # noqa: SIM110
        if letters in text:
            return True
    return False


def _any_of(patterns: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{part})" for part in patterns)) if patterns else None


# A finished sentence of eight words or more is no label, however it begins.
_NEVER_SENTENCES = frozenset(
    {"read-more", "share-bar", "navigation", "advertisement", "page-chrome", "video-placeholder"}
)
_LONGEST_LABEL_SENTENCE = 7
_MOST_WORDS = 120
_MOST_CHARACTERS = 2000


def plain(line: str) -> str:
    """The line in lower case with straight quotes and single spaces."""
    straight = line if line.isascii() else line.translate(_QUOTES)
    return " ".join(straight.lower().split())


def page_phrase(line: str) -> str | None:
    """The kind of page furniture (a `RemovalKind`) that a whole line is, by its wording; None if it
    has no such wording. `line` is one line of any length."""
    words = line.count(" ") + 1
    if words > _MOST_WORDS or len(line) > _MOST_CHARACTERS:
        return None
    return _looked_up(line)


# A line is asked for several times (by the steps that mark it, by its neighbours), mostly within
# one page: so a few pages' lines are remembered.
@lru_cache(maxsize=4096)
def _looked_up(line: str) -> str | None:
    words = line.count(" ") + 1
    low = plain(line)
    bare = low.strip(_EDGES)
    sentence = words > _LONGEST_LABEL_SENTENCE and low.rstrip("\"')").endswith((".", "?"))
    shown = bare or low
    known, begun = bare in _wholes(), low.startswith(_starts())
    if not known and not begun:
        beginning, needs = _signs(words <= _A_LABEL)
        if not (beginning is not None and beginning.match(shown)) and not _holds(shown, needs):
            return None
    for row in _table():
        if known and bare in row.whole:
            return row.kind
        if words > row.longest:
            continue
        if begun and low.startswith(row.starts) and not (sentence and row.kind in _NEVER_SENTENCES):
            return row.kind
        if row.beginning is not None and row.beginning.match(shown):
            return row.kind
        if row.anywhere is not None and _holds(shown, row.needs) and row.anywhere.search(shown):
            return row.kind
    return None
