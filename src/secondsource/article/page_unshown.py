"""The body that a page states in its JSON-LD and does not show: a script in the browser was to show it."""

import html
import re
from collections.abc import Iterator
from typing import Any

from .page_blocks import Block, letters
from .page_signs import json_ld

_SHORTEST = 500
"""Letters; a shorter one is a teaser (none of 490 pages of the development half stated a shorter whole report)."""
_PIECE = 40
_SHOWN = 0.5
"""Share of its pieces from which on the page shows it."""
_LONGER = 1.5
"""How many times longer than what was chosen of the page it has to be: pages show teasers of what they hold back."""
_MOST_LETTERS = 300_000
_TAG = re.compile(r"<(?:/?(?:p|div|li|h\d)|br)\b[^>]{0,200}>", re.IGNORECASE)
_OTHER_TAG = re.compile(r"<[a-z/!][^>]{0,500}>", re.IGNORECASE)


def unshown_body(tree: Any, blocks: list[Block]) -> list[Block]:
    """The paragraphs of the report that the page states and does not show; none where it shows at least half of it."""
    best = max(_bodies(tree), key=len, default="")
    key = letters(best)
    if not _SHORTEST <= len(key) <= _MOST_LETTERS:
        return []
    shown = "".join(block.letters for block in blocks)
    pieces = [key[at : at + _PIECE] for at in range(0, len(key) - _PIECE + 1, _PIECE)]
    if sum(piece in shown for piece in pieces) >= _SHOWN * len(pieces):
        return []
    lines = (" ".join(line.split()) for line in best.split("\n"))
    return [Block(line, "p", "p.articleBody#", 0.0) for line in lines if line]


def is_longer(stated: list[Block], chosen: list[Block]) -> bool:
    """Whether the stated body is so much longer than what was chosen of the page that this is its teaser."""
    return _length(stated) > _LONGER * _length(chosen)


def _length(blocks: list[Block]) -> int:
    return sum(len(block.letters) for block in blocks)


def _bodies(tree: Any) -> Iterator[str]:
    for document in json_ld(tree):
        yield from _stated(document, 0)


def _stated(value: Any, depth: int) -> Iterator[str]:
    """The bodies of reports in a JSON-LD value, as lines."""
    if depth > 10:
        return
    if isinstance(value, list):
        for one in value:
            yield from _stated(one, depth + 1)
    elif isinstance(value, dict):
        body = value.get("articleBody")
        if isinstance(body, str):
            yield html.unescape(_OTHER_TAG.sub(" ", _TAG.sub("\n", body)))
        for one in value.values():
            if isinstance(one, list | dict):
                yield from _stated(one, depth + 1)
