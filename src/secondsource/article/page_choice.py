"""Which blocks of a web page are body: trafilatura's choice, corrected by a small learned model.

The model is one logistic regression over plain features of a block, its classes and its neighbours;
each feature stands twice, alone and where trafilatura chose the block. Its weights
(`page_weights.json`) were fitted on hand-labelled pages of half of the hosts of trafilatura's
evaluation set and hold no text; `evaluation/sets/webpages.py` fits and scores them again.
"""

import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ..lexicon.page_phrases import page_phrase


@dataclass(frozen=True)
class Block:
    """One line of the shown page: its text, the tag of its block, the tags, classes and ids around
    it from the inside out (parted by " < "), and the share of its characters that are links."""

    text: str
    tag: str
    trail: str
    linked: float


_CLASSES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"comment(?!ary)|disqus|respond|reply",
        r"related|recommend|also-|more-|read-?more|popular|trending|latest",
        r"share|social|follow",
        r"newsletter|subscri|sign-?up",
        r"caption|figure|image|img|gallery|media",
        r"author|byline|\bbio\b|writer",
        r"cookie|consent|popup|modal|overlay",
        r"breadcrumb|pagination|pager",
        r"\bads?[-_]|advert|sponsor|promo|banner",
        r"teaser|card|list-item|tile",
        r"sidebar|widget|aside",
        r"foot",
        r"\bnav|menu",
        r"tags?\b|categor|topic",
        r"meta\b|date|time\b|info",
        r"head(?!line)",
        r"copyright|licen[sc]e|legal|disclaim",
        r"content|article|entry|story|post-?body|main|text|body",
        r"intro|lead|lede|summary|standfirst|subtitle|teaser-text",
        r"hidden|sr-only|screen-reader|visually",
    )
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
THRESHOLD = -0.3
"""Log odds from which on a block is body; swept from -0.5 to 1 in five folds over hosts, best F1."""


def features(blocks: list[Block], chosen: list[bool]) -> list[list[float]]:
    """The features of each block; `chosen` is trafilatura's choice."""
    count = len(blocks)
    places = [n for n, one in enumerate(chosen) if one]
    first, last = (places[0], places[-1]) if places else (0, -1)
    total = max(1, len(places))
    sums = [0]
    for one in chosen:
        sums.append(sums[-1] + int(one))
    outer = [block.trail.partition(" < ")[2] for block in blocks]
    own_chosen = Counter(block.trail for block, one in zip(blocks, chosen, strict=True) if one)
    outer_chosen = Counter(trail for trail, one in zip(outer, chosen, strict=True) if one)
    own_all = Counter(block.trail for block in blocks)
    by_trail: dict[str, list[float]] = {}
    rows = []
    for n, block in enumerate(blocks):
        text, words = block.text, block.text.count(" ") + 1
        low, high = max(0, n - 3), min(count, n + 4)
        trail = by_trail.get(block.trail)
        if trail is None:
            trail = by_trail[block.trail] = _trail_features(block.trail)
        kind = page_phrase(text)
        own: list[float] = [
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
            block.linked,
            float(block.linked > 0.9),
            float(block.linked > 0.4),
            float(text.rstrip("\"'”’»)")[-1:] in _PERIODS),
            float(text.endswith(":")),
            float(words < 10 and bool(_YEAR.search(text))),
            float("©" in text),
            float(text.isupper()),
            (text.count(",") + text.count(";")) / words,
            *(float(block.tag == tag) for tag in _TAGS),
            *trail,
            own_chosen[block.trail] / total,
            outer_chosen[outer[n]] / total,
            own_chosen[block.trail] / own_all[block.trail],
            math.log(own_all[block.trail]),
            *(float(kind == one) for one in _KINDS),
        ]
        picked = float(chosen[n])
        rows.append([1.0, picked, *own, *(picked * value for value in own)])
    return rows


def _trail_features(trail: str) -> list[float]:
    levels = trail.split(" < ")
    near, far = " ".join(levels[:2]), " ".join(levels[2:])
    around = {level.partition(".")[0] for level in levels}
    return [
        *(float(tag in around) for tag in _AROUND),
        *(float(bool(pattern.search(near))) for pattern in _CLASSES),
        *(float(bool(pattern.search(far))) for pattern in _CLASSES),
    ]


@cache
def _weights() -> list[float]:
    source = resources.files(__package__).joinpath("page_weights.json").read_text("utf-8")
    return [float(weight) for weight in json.loads(source)["weights"]]


def corrected(blocks: list[Block], chosen: list[bool]) -> list[bool]:
    """Which blocks are body, where trafilatura chose `chosen`."""
    weights = _weights()
    return [
        sum(weight * value for weight, value in zip(weights, row, strict=True)) > THRESHOLD
        for row in features(blocks, chosen)
    ]
