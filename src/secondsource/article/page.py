"""From HTML to lines: what a page shows, which of it is body, and what it says about itself."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..errors import ArticleError
from ..lexicon.page_phrases import page_phrase
from ..model.address import archived_page, is_web_address
from ..model.article import Capture, RemovalKind
from .days import date_in_url
from .layout import Layout
from .lines import Line, line_of
from .page_blocks import Block, letters, shown_blocks
from .page_choice import corrected
from .page_metadata import read_metadata
from .page_signs import stated_texts
from .page_unshown import is_longer, unshown_body
from .shape import is_prose

_BETWEEN = "\n\n"
_LONGEST_SOURCE = 20_000_000
_MOST_CHARACTERS = 600_000
"""Characters that a page shows; a long report has some ten thousands."""
_MOST_ELEMENTS = 40_000
"""The largest of 990 saved pages (`evaluation/sets/webpages.py`) has 10,106."""
_LONG_VALUE = re.compile(r"(?<==)\"[^\"<>]{100000,}\"|(?<==)'[^'<>]{100000,}'")


@dataclass(frozen=True)
class Page:
    """`captured` is the text into which all offsets go: the file's own for plain text, for HTML the
    text that the page shows, one block a line, and behind it the body that it only states, if it does not show it. `metadata` is what the page or its feed says about
    it: title, authors (parted by "; "), outlet, publisher, published, modified, url, language."""

    captured: str
    layout: Layout
    metadata: dict[str, str]


def read_page(source: str, capture: Capture) -> Page:
    """The page of an HTML source. Raises ArticleError when no text is found in it."""
    tree = parse(source)
    stated = (capture.metadata.get("url", ""), capture.address)
    url = next((archived_page(one) for one in stated if is_web_address(one)), None)
    url = url or _saved_from(source)
    metadata = {**read_metadata(tree, url), **capture.metadata}
    if url:
        metadata.setdefault("url", url)
    blocks = shown_blocks(tree)
    stated_alone = unshown_body(tree, blocks) if "articleBody" in source else []
    if not blocks and not stated_alone:
        raise ArticleError("the page shows no text; it may be built by a script in the browser")
    # The other libraries take time that grows with the square of such pages.
    huge = is_huge(tree, blocks)
    if not huge and "published" not in metadata and not (url and date_in_url(url)):
        guess = guessed_date(source, url)
        if guess and not _either_way(source, guess):
            metadata["guessed"] = guess
    chosen = []
    if not huge and blocks:
        said = stated_texts(tree)
        lighten(tree)
        chosen = corrected(blocks, extracted(tree, url, blocks), said)
    if is_longer(stated_alone, [block for block, one in zip(blocks, chosen, strict=False) if one]):
        # What the page shows of the report is a teaser of what it states.
        chosen = [False] * len(blocks) + [True] * len(stated_alone)
        blocks = blocks + stated_alone
    if not any(chosen):
        # trafilatura found nothing: what reads as a paragraph is better than nothing.
        chosen = [
            block.tag in ("p", "div") and block.linked < 0.3 and is_prose(block.text)
            for block in blocks
        ]
    if not any(chosen):
        raise ArticleError("no text of a report was found on the page")
    captured = _BETWEEN.join(block.text for block in blocks)
    return Page(captured, _laid_out(blocks, chosen), metadata)


def is_huge(tree: Any, blocks: list[Block]) -> bool:
    """Whether a page is so large that it is no page made for readers."""
    if sum(len(block.text) for block in blocks) > _MOST_CHARACTERS:
        return True
    return bool(tree.xpath("count(//*)") > _MOST_ELEMENTS)


def parse(source: str) -> Any:
    """The tree of an HTML source, however broken, without values of attributes that are longer than
    100,000 characters (pictures written into the page, bombs); raises ArticleError when there is
    none, or when the source has more than 20 million characters."""
    if len(source) > _LONGEST_SOURCE:
        raise ArticleError(
            f"the page has {len(source):,} characters; more than {_LONGEST_SOURCE:,} are no page"
        )
    if _has_long_stretch(source):
        source = _LONG_VALUE.sub("", source)
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise ArticleError(f"the page is no HTML that can be read ({error})") from error
    return tree


_WINDOW = 50_000


def _has_long_stretch(source: str) -> bool:
    """Whether a value of 100,000 characters may stand in the source: it would fill a whole window, in
    which then no tag begins. The pattern alone takes as long as the parser."""
    ends = range(_WINDOW, len(source) + 1, _WINDOW)
    return any(source.find("<", end - _WINDOW, end) < 0 for end in ends)


def guessed_date(source: str, url: str | None) -> str | None:
    """The day that htmldate finds in the markup, without guessing from the page's text."""
    import htmldate

    try:
        found = htmldate.find_date(source, extensive_search=False, original_date=True, url=url)
    except (ValueError, TypeError):
        return None
    return str(found) if found else None


_LANGUAGE = re.compile(r"<html[^>]*\blang=[\"']?([A-Za-z_-]{2,11})", re.IGNORECASE)
_EITHER_ORDER = ("en", "en-us", "en_us", "en-ca", "en_ca", "en-ph")
"""Languages of pages on which the month may stand first."""


def _either_way(source: str, day: str) -> bool:
    """Whether the markup holds a day only in figures of which nobody can tell day from month."""
    year, month, number = day.split("-")
    language = _LANGUAGE.search(source[:4000])
    day_first = language is not None and language[1].lower() not in _EITHER_ORDER
    if int(number) > 12 or month == number or day_first:
        return False
    orders = "|".join(rf"0?{int(a)}[/-]0?{int(b)}" for a, b in ((month, number), (number, month)))
    in_figures = re.search(rf"(?<!\d)(?:{orders})[/-]{year}(?!\d)", source)
    return bool(in_figures) and not re.search(rf"{year}[-/.]?{month}[-/.]?{number}", source)


_SAVED = re.compile(
    r"<!--\s*(?:Page saved with SingleFile\s+url:\s*|saved from url=\(\d+\))(?P<url>https?://[^\s<>]+)"
)
_READER = re.compile(r"class=\"[^\"]*reader-domain[^\"]*\"\s+href=\"(?P<url>https?://[^\"]+)\"")


def _saved_from(source: str) -> str | None:
    """The address that a browser or an extension wrote into a page when it saved it."""
    match = _SAVED.search(source[:4000]) or _READER.search(source[:100_000])
    return archived_page(match["url"]) if match else None


_COVERED = 0.5
"""Share of a page's prose. Below it trafilatura's rules alone missed the body on most pages of the
development half (12 % of them); swept 0.3 to 0.6 in five folds over hosts, without a difference
beyond chance from 0.45 on."""


def extracted(tree: Any, url: str | None, blocks: list[Block]) -> list[bool]:
    """Which blocks trafilatura finds to be body. Its rules are asked alone first, in half of the
    time; where they find little of the page's prose, readability and justext are asked as well."""
    chosen = choose(blocks, extract(tree, url, fast=True))
    prose = sum(len(block.text) for block in blocks if is_plain(block))
    found = sum(len(block.text) for block, one in zip(blocks, chosen, strict=True) if one)
    if found >= _COVERED * prose:
        return chosen
    return choose(blocks, extract(tree, url, fast=False))


def is_plain(block: Block) -> bool:
    """Whether a block is long and shows few links."""
    return len(block.text) > 80 and block.linked < 0.3


_WITHOUT_TEXT = ("style", "svg", "link", "meta", "input", "source", "img")


def lighten(tree: Any) -> None:
    """Takes out what holds no text, since trafilatura copies and searches the tree many times."""
    from lxml import etree

    for element in tree.xpath("//script[not(contains(@type,'ld+json'))]"):
        element.drop_tree()
    etree.strip_elements(tree, *_WITHOUT_TEXT, with_tail=False)


def extract(tree: Any, url: str | None, fast: bool) -> str:
    """The body as trafilatura finds it, `fast` by its own rules alone. The tree stays as it is."""
    import trafilatura

    found: Any = trafilatura.bare_extraction(
        tree, url=url, fast=fast, with_metadata=False, include_comments=False, include_tables=True
    )
    return str(found.text or "") if found is not None else ""


_LONG = 40
"""Letters from which on a block is told by its words alone, wherever it stands."""
_PIECE = 16
_SHARE = 0.7


def choose(blocks: list[Block], extracted: str) -> list[bool]:
    """Which blocks stand in the extracted text.

    Long blocks are found by their words (or by most pieces of 16 letters, since inline parts may be
    missing) and anchor the order; a short block counts only between the places of its neighbours.
    """
    body = letters(extracted)
    keys = [block.letters for block in blocks]
    chosen = [False] * len(blocks)
    # The longest first, each taking its letters of the body: so a pull quote cannot take the
    # place of the paragraph that holds it.
    taken = bytearray(len(body))
    long = sorted(
        (n for n in range(len(keys)) if len(keys[n]) >= _LONG), key=lambda n: -len(keys[n])
    )
    places: list[tuple[int, int]] = []  # (block, place in the body)
    latest: dict[str, int] = {}
    for n in long:
        place = _free_place(keys[n], body, taken, latest.get(keys[n], 0))
        latest[keys[n]] = place if place >= 0 else len(body)
        if place < 0 and _mostly_in(keys[n], body):
            place = body.find(keys[n][:_PIECE])
            chosen[n] = place < 0 or not taken[place]
        if place >= 0 and not taken[place]:
            places.append((n, place))
            chosen[n] = True
            taken[place : place + len(keys[n])] = b"\x01" * min(len(keys[n]), len(body) - place)
    anchors = _rising(sorted(places))
    ends = {n: place + len(keys[n]) for n, place in anchors}
    starts = dict(anchors)
    following = len(body)
    limit = [0] * len(blocks)
    for n in range(len(blocks) - 1, -1, -1):
        following = starts.get(n, following)
        limit[n] = following
    position = 0
    for n, key in enumerate(keys):
        if n in ends:
            position = max(position, ends[n])
        elif key and len(key) < _LONG:
            found = body.find(key, position, limit[n])
            if found >= 0:
                chosen[n] = True
                position = found + len(key)
    return chosen


def _free_place(key: str, body: str, taken: bytearray, start: int) -> int:
    """The first place of the key in the body, from `start` on, whose letters nothing longer has
    taken; else -1."""
    place = body.find(key, start)
    while place >= 0 and taken[place]:
        place = body.find(key, place + 1)
    return place


def _mostly_in(key: str, body: str) -> bool:
    pieces = [key[start : start + _PIECE] for start in range(0, len(key) - _PIECE + 1, _PIECE)]
    return bool(pieces) and sum(piece in body for piece in pieces) >= _SHARE * len(pieces)


def _rising(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of blocks whose places in the body rise with their order on the page."""
    tails: list[int] = []
    tail_of: list[int] = []
    before: list[int] = [-1] * len(places)
    for number, (_, place) in enumerate(places):
        at = bisect_left(tails, place)
        if at == len(tails):
            tails.append(place)
            tail_of.append(number)
        else:
            tails[at] = place
            tail_of[at] = number
        before[number] = tail_of[at - 1] if at else -1
    run: list[tuple[int, int]] = []
    number = tail_of[-1] if tail_of else -1
    while number >= 0:
        run.append(places[number])
        number = before[number]
    return run[::-1]


# What classes and ids of a removed block hold, in lower case, by the kind that they tell: words that
# are looked for anywhere, and a pattern for what needs its edges.
_KINDS: tuple[tuple[RemovalKind, tuple[str, ...], re.Pattern[str] | None], ...] = tuple(
    (kind, tuple(words.split()), re.compile(pattern) if pattern else None)  # type: ignore[misc]
    for kind, words, pattern in (
        ("caption", "caption image-credit photo-credit", r"\bfigure\b"),
        ("newsletter", "newsletter sign-up signup subscri", ""),
        ("share-bar", "share social sharing addtoany", ""),
        ("comment-form", "comment disqus respond reply", ""),
        ("pull-quote", "pull-quote pullquote quote-box quotebox", r"\bpull\b"),
        ("read-more", "related recommend read-more readmore more-stories morestories more-news morenews more-on moreon also trending popular most-read mostread most-viewed mostviewed teaser outbrain taboola", ""),
        ("advertisement", "advert sponsor promo banner", r"\bad[s_-]"),
        ("byline", "byline author writer contributor", ""),
        ("copyright", "copyright legal imprint impressum", ""),
        ("navigation", "menu breadcrumb header footer sidebar masthead tags categor pagination aside", r"\bnav"),
    )
)  # fmt: skip


def _laid_out(blocks: list[Block], chosen: list[bool]) -> Layout:
    """The blocks as lines; those that are no body are marked, with the kind that their classes say."""
    lines: list[Line] = []
    marks: list[RemovalKind | None] = []
    kinds: dict[tuple[str, str], RemovalKind] = {}
    position = blanks = 0
    for block, one in zip(blocks, chosen, strict=True):
        line = line_of(block.text, position, blanks, block.tag, block.linked)
        position += len(block.text) + len(_BETWEEN)
        blanks += 2
        if line is None:
            continue
        key = (block.tag, block.trail)
        if not one and key not in kinds:
            kinds[key] = _kind(block)
        lines.append(line)
        marks.append(None if one else "copyright" if _is_copyright(block.text) else kinds[key])
        blanks = 1
    return Layout(tuple(lines), tuple(marks), trusted=True)


_COPYRIGHT = ("©", "(c)", "opyright", "OPYRIGHT", "rights")


def _is_copyright(text: str) -> bool:
    """Whether a block says whose the page is: its holder is the publisher, whatever its classes are."""
    return any(map(text.__contains__, _COPYRIGHT)) and page_phrase(text) == "copyright"


def _kind(block: Block) -> RemovalKind:
    first = min(map(_kind_of, block.trail.split(" < ")[:4]))
    if first < len(_KINDS):
        return _KINDS[first][0]
    return "headline" if block.tag == "h1" else "page-chrome"


@lru_cache(maxsize=4096)
def _kind_of(level: str) -> int:
    """The place in `_KINDS` of the first kind that the names of a level tell; their number if none."""
    low = level.lower()
    for n, (_, words, pattern) in enumerate(_KINDS):
        for word in words:
            if word in low:
                return n
        if pattern is not None and pattern.search(low):
            return n
    return len(_KINDS)
