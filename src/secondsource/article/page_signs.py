"""Signs of a block by which the choice of a page's blocks is corrected: what the page states of its
report, words that address the reader, and how far a block stands from the main text.

They were found by reading the misses of the development half of trafilatura's evaluation set; see
`docs/models.md`. `page_choice.py` weighs them.
"""

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .page_blocks import Block, letters

_MOST_TEXTS = 6
_LONGEST_STATED = 100_000
"""Letters of a stated text that count; with the bounds of a page they keep the search below seconds."""


@dataclass(frozen=True)
class Stated:
    """What a page says of its report in its metadata, each text as lower-case letters alone:
    descriptions, titles, and the whole bodies that JSON-LD holds."""

    descriptions: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


_DESCRIPTIONS = frozenset(
    "description og:description twitter:description dc.description sailthru.description lead".split()
)
_TITLES = frozenset("og:title twitter:title title".split())


def json_ld(tree: Any) -> Iterator[Any]:
    """The JSON-LD documents of a page; what is no JSON is left out."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        source = script.text_content() if hasattr(script, "text_content") else script.text or ""
        try:
            yield json.loads(re.sub(r"[\x00-\x1f]", " ", source.strip().strip(";")))
        except (ValueError, RecursionError):
            continue


def stated_texts(tree: Any) -> Stated:
    """What the page's meta tags, its title and its JSON-LD say; a few of each."""
    descriptions: list[str] = []
    titles: list[str] = []
    bodies: list[str] = []
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if name.lower() in _DESCRIPTIONS:
            descriptions.append(element.get("content") or "")
        elif name.lower() in _TITLES:
            titles.append(element.get("content") or "")
    titles.extend(element.text or "" for element in tree.iter("title"))
    for document in json_ld(tree):
        _from_json(document, descriptions, bodies, 0)
    return Stated(_few(descriptions, 40), _few(titles, 1), _few(bodies, 200))


def _from_json(value: Any, descriptions: list[str], bodies: list[str], depth: int) -> None:
    if depth > 10:
        return
    if isinstance(value, list):
        for one in value:
            _from_json(one, descriptions, bodies, depth + 1)
    elif isinstance(value, dict):
        for key, one in value.items():
            if isinstance(one, str):
                if key == "articleBody":
                    bodies.append(one)
                elif key == "description":
                    descriptions.append(one)
            else:
                _from_json(one, descriptions, bodies, depth + 1)


def _few(texts: list[str], least: int) -> tuple[str, ...]:
    """The first texts of at least so many letters, as letters."""
    found: dict[str, None] = {}
    for text in texts:
        key = letters(text[: 2 * _LONGEST_STATED]).lower()[:_LONGEST_STATED]
        if len(key) >= least:
            found[key] = None
        if len(found) == _MOST_TEXTS:
            break
    return tuple(found)


# Words that speak to readers of a page and not of what happened, in the languages of many sites:
# those that are looked for anywhere, and those that must begin a word.
_PROMOTING = (
    "sign up",
    "signing up",
    *(
        "newsletter abonn subscri suscri anmeld inscri facebook twitter instagram whatsapp telegram youtube"
        " podcast download cliqu kommentar comment cookie datenschutz privacy affiliate werbung anzeige"
        " sponsor publicité premium posteingang inbox email e-mail website webseite rabatt gutschein discount"
    ).split(),
)
_PROMOTING_BEGINNINGS = ("app", "klick", "click")
_PROMOTING_WORD = re.compile(r"\b(?:apps?\b|klick|click)")
_LEADING_ON = re.compile(
    r"(?:lesen sie|lies|lire|à lire|read (?:also|more|next|our)|also read|see also|leia|lea tamb|lee tamb"
    r"|te puede|ver también|mehr (?:zu|von|info|über|lesen)|weitere|schon gelesen|related"
    r"|more (?:on|from|about|stories|info)|further|siehe auch|zum thema|passend|das könnte"
    r"|auch interessant|leggi|więcej|zobacz|aussi|plus d|pour aller|en savoir|weiterlesen"
    r"|hier (?:geht|findest|finden))\b"
)
_OF_PICTURES = re.compile(
    r"abbildung|abb\.|foto|bild|photo|fig\.?|figure|image|picture|source|quelle|crédit|credit|grafik|video"
    r"|©|\(c\)|werbung|anzeige|\*"
)
_CONTACT = ("@", "http://", "https://", "www.")
_NUMBER = re.compile(r"\d[\d /()-]{7,30}\d")
_ADDRESSED = frozenset(
    "you your du dir dich dein deine deinen deinem deiner deines ihr euch sie ihre ihren ihrem ihrer vous"
    " votre vos tu te su usted we our us wir uns unser unsere unseren unserem unserer nous nos notre".split()
)
_WORD = re.compile(r"\w+")
_AROUND = tuple(
    re.compile(pattern)
    for pattern in (
        r"excerpt|chapo|standfirst|hook|sub-?head|subline|intro|lead\b|lede|\bdek\b|abstract|vorspann"
        r"|summary|stand-first|deck\b|sub-?title|entradilla|bajada|description",
        r"paywall|payant|premium|restricted|not-?granted|\babo\b|abonn|subscri|suscri|plus-?",
        r"affiliate|disclos|disclaim|product|price|shop|buy",
        r"box|insert|callout|highlight|inset|factbox|module|embed",
        r"plugin|widget|rss|block-?",
        r"recipe|ingredient|nutrition",
        r"quote",
        r"contact|press|profile|person|about|\bcard",
        r"slide|gallery|swiper|carousel",
        r"faq|accordion|collaps|tab-|tabs",
        r"teaser",
    )
)
_OF_TEXT = 21
COUNT = _OF_TEXT + len(_AROUND)
"""How many signs a block has."""
_FAR = 8


def signs(
    blocks: list[Block], chosen: list[bool], stated: Stated, asked: Sequence[int]
) -> Iterator[list[float]]:
    """The signs of the blocks of these numbers, `COUNT` each; `chosen` is trafilatura's choice."""
    count = len(blocks)
    first = next((n for n, one in enumerate(chosen) if one), count)
    keys = [block.letters.lower() for block in blocks]
    repeats = Counter(keys)
    headline = max(
        (
            n
            for n in range(first)
            if blocks[n].tag in ("h1", "h2")
            and len(keys[n]) > 10
            and any(
                keys[n] in title or title in keys[n] for title in stated.titles if len(title) > 10
            )
        ),
        default=count,
    )
    main = _main_trail(blocks, chosen)
    inner = main.split(" < ")[0]
    lows = {n: blocks[n].text.lower() for n in asked}
    promoted = _promoting(lows)
    of_trail: dict[str, tuple[float, ...]] = {}
    for n in asked:
        block = blocks[n]
        key, text, low = keys[n], block.text, lows[n]
        words = text.count(" ") + 1
        place = of_trail.get(block.trail)
        if place is None:
            place = of_trail[block.trail] = _place(block.trail, main, inner)
        described = len(key) >= 40 and any(
            key[:60] == one[:60] or (len(one) > 40 and one in key) or key in one
            for one in stated.descriptions
        )
        titled = len(key) > 8 and any(
            key == one or (len(key) > 15 and key in one) for one in stated.titles
        )
        long = len(key) >= 20
        in_body = long and any(key in one for one in stated.bodies)
        under_headline = headline < n < first
        promoting = n in promoted
        addressed = sum(map(_ADDRESSED.__contains__, _WORD.findall(low)))
        yield [
            float(described),
            float(titled),
            float(under_headline),
            float(under_headline and words >= 12 and block.linked < 0.3),
            float(in_body),
            float(bool(stated.bodies) and long and not in_body),
            float(promoting),
            float(promoting and words < 25),
            float(bool(_LEADING_ON.match(low))),
            float(bool(_OF_PICTURES.match(low))),
            float(any(map(low.__contains__, _CONTACT)) or bool(_NUMBER.search(low))),
            addressed / words,
            *place[:3],
            float(words >= 10 and repeats[key] > 1),
            float(text.endswith("?")),
            float(block.linked > 0.99),
            float("»" in text[-3:] or "…" in text[-3:] or text.endswith("...")),
            float(text.endswith(":")),
            n / count,
            *place[3:],
        ]


def _promoting(lows: dict[int, str]) -> set[int]:
    """Which texts hold words that speak to readers. Each word is looked for in all texts at once."""
    page = "\n".join(lows.values())
    numbers = list(lows)
    starts = [0]
    for low in lows.values():
        starts.append(starts[-1] + len(low) + 1)
    found: set[int] = set()
    for word in (*_PROMOTING, *_PROMOTING_BEGINNINGS):
        beginning = word in _PROMOTING_BEGINNINGS
        at = page.find(word)
        while at >= 0:
            place = bisect_right(starts, at) - 1
            n = numbers[place]
            if not beginning or _PROMOTING_WORD.search(lows[n]):
                found.add(n)
            at = page.find(word, starts[place + 1])
    return found


def _place(trail: str, main: str, inner: str) -> tuple[float, ...]:
    """The signs of a block that its trail tells; `inner` is the first level of the main trail."""
    levels = trail.split(" < ")
    distance = levels.index(inner) if inner and inner in levels else _FAR
    held = 0
    for level in levels[:3]:
        held |= _around(level)
    return (
        float(trail.partition(" < ")[2] == main),
        min(distance, 4) / 4,
        float(0 < distance < _FAR),
        *(float(held >> n & 1) for n in range(len(_AROUND))),
    )


def _main_trail(blocks: list[Block], chosen: list[bool]) -> str:
    """The trail around the blocks that hold most of the chosen words."""
    held: Counter[str] = Counter()
    for block, one in zip(blocks, chosen, strict=True):
        if one:
            held[block.trail.partition(" < ")[2]] += block.text.count(" ") + 1
    return max(held, key=lambda trail: held[trail], default="")


@lru_cache(maxsize=4096)
def _around(level: str) -> int:
    """Which patterns of `_AROUND` the names of one level hold, one bit a pattern."""
    low = level.lower()
    return sum(1 << n for n, pattern in enumerate(_AROUND) if pattern.search(low))
