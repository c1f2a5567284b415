"""What a page shows, line by line, with where each line stands in its markup."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

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
_NOT_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Block:
    """One line of the shown page: its text, the tag of its block, the tags, classes and ids around
    it from the inside out (parted by " < "), and the share of its characters that are links."""

    text: str
    tag: str
    trail: str
    linked: float

    @cached_property
    def letters(self) -> str:
        """The letters and digits of the text, see `letters`."""
        return letters(self.text)


def letters(text: str) -> str:
    """The letters and digits of a text without anything between them; case stays."""
    return _NOT_LETTER.sub("", text)


def shown_blocks(tree: Any) -> list[Block]:
    """The lines that a page shows, in their order; nothing below 400 levels of nesting."""
    blocks: list[Block] = []
    pieces: list[str] = []
    state = {"linked": 0, "length": 0}
    owner: list[tuple[str, ...]] = [()]

    def flush() -> None:
        if not pieces:
            return
        text = " ".join("".join(pieces).split())
        if text:
            trail = owner[0]
            length = max(state["length"], 1)
            tag = trail[0].partition(".")[0]
            blocks.append(Block(text, tag, " < ".join(trail), min(1.0, state["linked"] / length)))
        pieces.clear()
        state["linked"] = state["length"] = 0

    def add(text: str | None, in_link: bool) -> None:
        if not text:
            return
        pieces.append(text)
        size = len(text.strip())
        state["length"] += size
        if in_link:
            state["linked"] += size

    def leave(element: Any, is_block: bool, in_link: bool, block: tuple[str, ...]) -> None:
        if is_block:
            flush()
            owner[0] = block
        if element is not tree:
            add(element.tail, in_link)

    # (element, entering, inside a link, trail of the nearest block, trail of the parent, depth)
    top: tuple[str, ...] = (_level(tree, _tag(tree)),)
    owner[0] = top
    stack: list[_Visit] = [(tree, True, False, top, (), 0)]
    while stack:
        element, entering, in_link, block, parent, depth = stack.pop()
        tag = _tag(element)
        is_block = tag in _BLOCKS
        if not entering:
            leave(element, is_block, in_link, block)
            continue
        if tag == "br" or is_block:
            flush()
            owner[0] = block
        if tag in _SKIPPED or depth > _DEEPEST or _hidden(element):
            leave(element, is_block, in_link, block)
            continue
        trail = (_level(element, tag), *parent[: _LEVELS - 1])
        own = trail if is_block else block
        owner[0] = own if is_block else owner[0]
        linked = in_link or tag == "a"
        add(element.text, linked)
        if len(element):
            stack.append((element, False, in_link, block, parent, depth))
            stack.extend(
                (child, True, linked, own, trail, depth + 1) for child in reversed(element)
            )
        else:
            leave(element, is_block, in_link, block)
    flush()
    return blocks


_Visit = tuple[Any, bool, bool, tuple[str, ...], tuple[str, ...], int]
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
