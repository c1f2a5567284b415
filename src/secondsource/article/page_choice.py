"""Which blocks of a web page are body: trafilatura's choice, corrected by a small learned model.

The model is one logistic regression over plain features of a block, its classes and its neighbours,
each of which stands twice, alone and where trafilatura chose the block, and over the signs of
`page_signs.py`, which stand once. Its weights
(`page_weights.json`) were fitted on the hand-labelled pages of trafilatura's evaluation set and hold
no text; `evaluation/sets/webpages.py` fits them again, and scores each page with weights that its host had no part in.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from operator import mul

from ..lexicon.page_phrases import page_phrase
from .page_blocks import Block
from .page_signs import COUNT, Stated, signs

# What classes and ids hold, in lower case: words that are looked for anywhere, and a pattern for
# what needs its edges (with the letters without which it cannot match, since one regular expression
# of all of them is far slower).
_CLASSES: tuple[tuple[tuple[str, ...], str, re.Pattern[str] | None], ...] = tuple(
    (tuple(words.split()), needed, re.compile(pattern) if pattern else None)
    for words, needed, pattern in (
        ("disqus respond reply", "comment", r"comment(?!ary)"),
        ("related recommend also- more- read-more readmore popular trending latest", "", ""),
        ("share social follow", "", ""),
        ("newsletter subscri sign-up signup", "", ""),
        ("caption figure image img gallery media", "", ""),
        ("author byline writer", "bio", r"\bbio\b"),
        ("cookie consent popup modal overlay", "", ""),
        ("breadcrumb pagination pager", "", ""),
        ("advert sponsor promo banner", "ad", r"\bads?[-_]"),
        ("teaser card list-item tile", "", ""),
        ("sidebar widget aside", "", ""),
        ("foot", "", ""),
        ("menu", "nav", r"\bnav"),
        ("categor topic", "tag", r"tags?\b"),
        ("date info", "m", r"meta\b|time\b"),
        ("", "head", r"head(?!line)"),
        ("copyright license licence legal disclaim", "", ""),
        ("content article entry story post-body postbody main text body", "", ""),
        ("intro lead lede summary standfirst subtitle teaser-text", "", ""),
        ("hidden sr-only screen-reader visually", "", ""),
    )
)
_CLASS_WORDS = tuple((word, 1 << n) for n, row in enumerate(_CLASSES) for word in row[0])
_CLASS_PATTERNS = tuple(
    (needed, pattern, 1 << n) for n, (_, needed, pattern) in enumerate(_CLASSES) if pattern
)
_TAGS = tuple(
    "p li div h1 h2 h3 h4 td th figcaption blockquote dd dt label button form pre a span section".split()
)
_AROUND = tuple("article main nav footer header aside form table ul figure blockquote".split())
_KINDS = (
    "share-bar", "comment-form", "newsletter", "read-more", "navigation", "copyright", "page-chrome", "advertisement", "video-placeholder", "contact", "editors-note",
)  # fmt: skip
_YEAR = re.compile(r"\d{4}")
_PERIODS = ".!?…"
THRESHOLD = 0.1
"""Log odds from which on a block is body; swept from -0.3 to 0.2 in five folds over hosts, best F1."""


def features(blocks: list[Block], chosen: list[bool], stated: Stated) -> list[list[float]]:
    """The features of each block; `chosen` is trafilatura's choice."""
    rows = []
    asked = range(len(blocks))
    parts, more_of = _parts(blocks, chosen, asked), signs(blocks, chosen, stated, asked)
    for part, more in zip(parts, more_of, strict=True):
        picked, start, tag, trail, end, kind = part
        own = [
            *start,
            *(float(tag == one) for one in _TAGS),
            *_trail_features(trail),
            *end,
            *(float(kind == one) for one in _KINDS),
        ]
        rows.append([1.0, float(picked), *own, *(value * picked for value in own), *more])
    return rows


_Parts = tuple[bool, tuple[float, ...], str, str, tuple[float, ...], str | None]


def _parts(blocks: list[Block], chosen: list[bool], asked: Sequence[int]) -> Iterator[_Parts]:
    """Of the blocks of these numbers: whether it was chosen, features of its place and text, its tag, its trail,
    features of the blocks with its trail, and the kind of furniture that its words are of."""
    count = len(blocks)
    places = [n for n, one in enumerate(chosen) if one]
    first, last = (places[0], places[-1]) if places else (0, -1)
    total = max(1, len(places))
    sums = [0]
    for one in chosen:
        sums.append(sums[-1] + int(one))
    own_chosen = Counter(block.trail for block, one in zip(blocks, chosen, strict=True) if one)
    outer_chosen: Counter[str] = Counter()
    for trail, number in own_chosen.items():
        outer_chosen[trail.partition(" < ")[2]] += number
    own_all = Counter(block.trail for block in blocks)
    for n in asked:
        block = blocks[n]
        text, words, linked = block.text, block.text.count(" ") + 1, block.linked
        low, high = max(0, n - 3), min(count, n + 4)
        start = (
            (sums[high] - sums[low]) / (high - low),
            float(n > 0 and chosen[n - 1]),
            float(n + 1 < count and chosen[n + 1]),
            float(first <= n <= last),
            min(1.0, (first - n) / 20) if n < first else 0.0,
            min(1.0, (n - last) / 20) if n > last else 0.0,
            math.log(words),
            float(words <= 3),
            float(words <= 8),
            float(words >= 20),
            linked,
            float(linked > 0.9),
            float(linked > 0.4),
            float(text.rstrip("\"'”’»)")[-1:] in _PERIODS),
            float(text.endswith(":")),
            float(words < 10 and bool(_YEAR.search(text))),
            float("©" in text),
            float(text.isupper()),
            (text.count(",") + text.count(";")) / words,
        )
        end = (
            own_chosen[block.trail] / total,
            outer_chosen[block.trail.partition(" < ")[2]] / total,
            own_chosen[block.trail] / own_all[block.trail],
            math.log(own_all[block.trail]),
        )
        yield chosen[n], start, block.tag, block.trail, end, page_phrase(text)


def _trail_features(trail: str) -> list[float]:
    levels = trail.split(" < ")
    around = {level.partition(".")[0] for level in levels}
    return [
        *(float(tag in around) for tag in _AROUND),
        *_class_features(_classes(levels[:2])),
        *_class_features(_classes(levels[2:])),
    ]


def _classes(levels: list[str]) -> int:
    """Which rows of `_CLASSES` the names of any level hold, one bit a row."""
    held = 0
    for level in levels:
        held |= _classes_of(level)
    return held


# The blocks of a page stand in many trails of few levels, so a level is looked at once.
@lru_cache(maxsize=4096)
def _classes_of(level: str) -> int:
    low = level.lower()
    held = 0
    for word, bit in _CLASS_WORDS:
        if word in low:
            held |= bit
    for needed, pattern, bit in _CLASS_PATTERNS:
        if needed in low and pattern.search(low):
            held |= bit
    return held


@lru_cache(maxsize=4096)
def _class_features(held: int) -> tuple[float, ...]:
    return tuple(float(held >> n & 1) for n in range(len(_CLASSES)))


@cache
def fitted_weights() -> tuple[float, ...]:
    """The weights that ship, in the order of `features`."""
    source = resources.files(__package__).joinpath("page_weights.json").read_text("utf-8")
    return tuple(float(weight) for weight in json.loads(source)["weights"])


@dataclass(frozen=True)
class _Sums:
    """The weights as they count for blocks of one kind, trafilatura's or not, by group of features."""

    bias: float
    start: Sequence[float]
    tags: dict[str, float]
    trail: Sequence[float]
    end: Sequence[float]
    kinds: dict[str, float]
    signs: Sequence[float]


@lru_cache(maxsize=16)
def _sums(weights: tuple[float, ...], picked: bool) -> _Sums:
    count = (len(weights) - 2 - COUNT) // 2
    own = weights[2 : 2 + count]
    if picked:
        crossed = weights[2 + count : 2 + 2 * count]
        own = tuple(one + more for one, more in zip(own, crossed, strict=True))
    after_tags = _IN_START + len(_TAGS)
    kinds = count - len(_KINDS)
    return _Sums(
        weights[0] + (weights[1] if picked else 0.0),
        own[:_IN_START],
        dict(zip(_TAGS, own[_IN_START:after_tags], strict=True)),
        own[after_tags : kinds - _IN_END],
        own[kinds - _IN_END : kinds],
        dict(zip(_KINDS, own[kinds:], strict=True)),
        weights[-COUNT:],
    )


_IN_START, _IN_END = 19, 4
"""How many features stand before those of the tag, and between those of the trail and the kind."""


def corrected(blocks: list[Block], chosen: list[bool], stated: Stated) -> list[bool]:
    """Which blocks are body, where trafilatura chose `chosen`: the weighted sum of `features`, with
    what is the same for all blocks of a trail summed once. Links that stand apart are not asked."""
    of_trail: dict[tuple[bool, str], float] = {}
    body = [False] * len(blocks)
    weights = fitted_weights()
    of_kind = (_sums(weights, False), _sums(weights, True))
    asked = _to_ask(blocks, chosen)
    parts, more_of = _parts(blocks, chosen, asked), signs(blocks, chosen, stated, asked)
    for n, part, more in zip(asked, parts, more_of, strict=True):
        picked, start, tag, trail, end, kind = part
        sums = of_kind[picked]
        around = of_trail.get((picked, trail))
        if around is None:
            around = sums.bias + sum(map(mul, sums.trail, _trail_features(trail)))
            of_trail[picked, trail] = around
        score = (
            around
            + sum(map(mul, sums.start, start))
            + sum(map(mul, sums.end, end))
            + sums.tags.get(tag, 0.0)
            + (sums.kinds.get(kind, 0.0) if kind else 0.0)
            + sum(map(mul, sums.signs, more))
        )
        body[n] = score > THRESHOLD
    return body


_APART = 3
_A_LINK = 0.9


def _to_ask(blocks: list[Block], chosen: list[bool]) -> list[int]:
    """The numbers of the blocks that may be body. A block that is a link and has no chosen block
    within three places is none: on the pages of the development half they are half of all blocks,
    and the sums of all lie 0.6 or more below the threshold."""
    near = bytearray(len(blocks) + 2 * _APART)
    for n, one in enumerate(chosen):
        if one:
            near[n : n + 2 * _APART + 1] = b"\x01" * (2 * _APART + 1)
    return [n for n, block in enumerate(blocks) if block.linked <= _A_LINK or near[n + _APART]]
