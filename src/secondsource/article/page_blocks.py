"""What a page shows, line by line, with where each line stands in its markup."""

import re
from dataclasses import dataclass
from typing import Any

from .once import once

_SKIPPED = frozenset(
    "script style noscript template svg canvas iframe object embed head title meta link option select"
    " textarea math audio video map area source track input param".split()
)
_BLOCKS = frozenset(
    "p div section article aside main header footer nav ul ol li dl dt dd table thead tbody tfoot tr"
    " h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption form fieldset address hr center details"
    " summary body td th caption button label legend dialog hgroup".split()
)
_DEEPEST = 400
"""Levels of nesting; pages made by people have below 60."""
_NO_LETTERS = dict.fromkeys(n for n in range(128) if not chr(n).isalnum())
_NOT_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Block:
    """One line of the shown page: its text, the tag of its block, the tags, classes and ids around
    it from the inside out (parted by " < "), and the share of its characters that are links."""

    text: str
    tag: str
    trail: str
    linked: float

    @once
    def letters(self) -> str:
        """The letters and digits of the text, see `letters`."""
        return letters(self.text)


def letters(text: str) -> str:
    """The letters and digits of a text without anything between them; case stays."""
    if text.isascii():  # the same, in a fifth of the time
        return text.translate(_NO_LETTERS)
    return _NOT_LETTER.sub("", text)


def shown_blocks(tree: Any) -> list[Block]:
    """The lines that a page shows, in their order; nothing below 400 levels of nesting."""
    blocks: list[Block] = []
    pieces: list[str] = []
    linked_length = length = 0

    def flush() -> None:
        text = " ".join("".join(pieces).split())
        if text:
            linked = min(1.0, linked_length / max(length, 1))
            tag = owner[0].partition(".")[0]
            blocks.append(Block(text, tag, " < ".join(owner), linked))
        pieces.clear()

    owner: _Trail = (_level(tree, _tag(tree)),)
    # What is still to be done, the next last: an element to enter, or (None) the end of one, with its
    # tail; whether it ends a line, whether it stands inside a link, the trails of the nearest block
    # and of the parent, and the depth. One loop without calls, since pages have thousands of elements.
    stack: list[_Visit] = [(tree, None, False, False, owner, (), 0)]
    while stack:
        element, tail, is_block, in_link, block, parent, depth = stack.pop()
        if element is not None:
            tag = _tag(element)
            tail = element.tail if depth else None
            is_block = tag in _BLOCKS
            if is_block or tag == "br":
                if pieces:
                    flush()
                    linked_length = length = 0
                owner = block
            if not (tag in _SKIPPED or depth > _DEEPEST or _hidden(element)):
                trail = (_level(element, tag), *parent[: _LEVELS - 1])
                own = trail if is_block else block
                if is_block:
                    owner = own
                linked = in_link or tag == "a"
                text = element.text
                if text:
                    pieces.append(text)
                    size = len(text.strip())
                    length += size
                    linked_length += size if linked else 0
                if len(element):
                    stack.append((None, tail, is_block, in_link, block, parent, depth))
                    stack += [
                        (child, None, False, linked, own, trail, depth + 1)
                        for child in element.iterchildren(reversed=True)
                    ]
                    continue
        if is_block:
            if pieces:
                flush()
                linked_length = length = 0
            owner = block
        if tail:
            pieces.append(tail)
            size = len(tail.strip())
            length += size
            linked_length += size if in_link else 0
    if pieces:
        flush()
    return blocks


_Trail = tuple[str, ...]
_Visit = tuple[Any, str | None, bool, bool, _Trail, _Trail, int]
_LEVELS = 8
"""Of the tags, classes and ids around a block as many count, from the inside out."""


def _level(element: Any, tag: str) -> str:
    get = element.get
    return f"{tag}.{get('class', '')}#{get('id', '')}.{get('role', '')}"[:160]


def _tag(element: Any) -> str:
    tag = element.tag
    return tag if isinstance(tag, str) else ""


def _hidden(element: Any) -> bool:
    return bool(element.get("hidden", "until-found") != "until-found")
