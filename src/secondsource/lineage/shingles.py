"""A text as lineage sees it: sentences of normalised words, each with what can betray its origin.

Everything here is a pure function of one text. Words inside quotation marks are marked as such,
since a shared quotation is a shared voice and says nothing about who copied whom.
"""

import re
import tomllib
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from itertools import islice, repeat

from ..lexicon import numbers
from ..model.article import Article

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n\s*")
_LINE_END = re.compile(r"(?<=[.!?”\"’'])[ \t]*\n")
_SENTENCE_END = re.compile(
    r"[.!?…][\"'”’)\]]*(?:\s?(?:''|[\"”’]))?\s+(?=[\"'“‘(\[`—-]*\s?[A-Z0-9])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Cmdr|Sgt|Adm|Rev|Hon|St|Ft|Mt|No|Nos|vs|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Jr|Sr|Inc|Ltd|Co|Corp|Const|Ill|Calif|Fla|Wash|approx|[A-Z]|[ap]\s?\.\s?[mM]))\s?\.$"
)
_SPACED_POINT = re.compile(r"[\d($]\s\.$|\(\s?\.$")
"""A decimal point in tokenised text, where blanks stand around it."""
_DATELINE = re.compile(
    r"\s{0,9}[A-Z][A-Z.'’]{1,30}[A-Z.'’ -]{0,40}(?:, ?[^\n()—–]{1,40}?)?\s*(?:\([^()\n]{2,40}\))?\s*(?:--|[-—–])\s(?=\S)"
)
"""What papers put before an agency's text, each its own way: place, day, agency."""
_LETTERS = re.compile(r"[\W_]+")
MAX_SENTENCE_WORDS = 400
"""A "sentence" that is longer (a list, a text without full stops) is cut, so that no one pair of
sentences can cost more than this squared."""


@cache
def words_of(kind: str) -> frozenset[str]:
    """One list of `words.toml`: function, negations, hedges or calendar."""
    text = resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return frozenset(str(tomllib.loads(text)[kind]).split())


@dataclass(frozen=True, eq=False)
class Shape:
    """What one sentence says, wherever it stands; equal sentences that one trace meets near each other share one Shape.

    `words` are normalised, in their order, `quoted` says of each whether it stands inside quotation marks. `letters` is the sentence without anything but
    letters and digits: equal letters are equal sentences, however they were typed. `own` are the stems
    of the content words outside quotation marks, `content` of all; `names` and `numbers` are those
    of `content` that are names or numbers.
    """

    text: str
    words: tuple[str, ...]
    quoted: tuple[bool, ...]
    letters: str
    own: tuple[str, ...]
    content: tuple[str, ...]
    names: frozenset[str]
    numbers: frozenset[str]

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The places of the words in the sentence."""
        found = (word.span() for word in _WORD.finditer(self.text) if _looked_at(word.group())[0])
        return tuple(islice(found, len(self.words)))


@dataclass(frozen=True)
class Line:
    """One sentence of an article: code points `start:end` of its text, and its Shape."""

    start: int
    end: int
    shape: Shape


@dataclass(frozen=True)
class Sheet:
    """An article laid out in sentences."""

    article: Article
    lines: tuple[Line, ...]

    @property
    def word_count(self) -> int:
        """Words of the body."""
        return sum(len(line.shape.words) for line in self.lines)

    def sentences(self) -> Iterator[tuple[str, Sequence[str]]]:
        """Each sentence as what tells equal ones, with the stems of its content words."""
        for line in self.lines:
            yield line.shape.letters, line.shape.content


@lru_cache(maxsize=100_000)
def normal(word: str) -> str:
    """A word as it is compared: compatibility form, lower case, no apostrophe, no possessive."""
    word = unicodedata.normalize("NFKC", word).casefold().replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    return word.replace("'", "")


def letters_of(text: str) -> str:
    """Letters and digits alone: what is left when the ways of typing are taken away."""
    return _LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())


NUMBER_WORDS: dict[str, str] = {
    word: f"{value:g}"
    for group in ("ones", "tens")
    for word, value in numbers.values(group).items()
} | {"dozen": "12"}


def number_of(word: str) -> str | None:
    """The number that a word is, in digits without separators of thousands; None for other words."""
    if word[0].isdigit():
        plain = re.sub(r",(?=\d{3}(?!\d))", "", word)
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return NUMBER_WORDS.get(word)


_PLAIN_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("ing", ""),
    ("edly", ""),
    ("ed", ""),
    ("es", ""),
    ("ly", ""),
    ("s", ""),
)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its commonest English endings: rough, but the same on both sides."""
    number = number_of(word)
    if number is not None:
        return number
    for ending, instead in _PLAIN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def quoted_ranges(paragraph: str) -> list[tuple[int, int]]:
    """Where quotation marks enclose words. A mark that is never closed encloses the rest of its line,
    as it does where a quotation runs on into the next paragraph."""
    ranges: list[tuple[int, int]] = []
    opened: int | None = None
    closer = ""
    for mark in re.finditer(r"``|''|[\"“”„«»‘’]", paragraph):
        sign, at = mark.group(), mark.start()
        before = paragraph[at - 1] if at else " "
        after = paragraph[mark.end()] if mark.end() < len(paragraph) else " "
        if opened is None:
            if sign in ("``", "“", "„", "«", '"') or (
                sign == "‘" and not before.isalnum() and after.isalnum()
            ):
                opened = mark.end()
                closer = {"‘": "’", "«": "»"}.get(sign, "")
        elif (closer and sign == closer and not (before.isalnum() and after.isalnum())) or (
            not closer and sign in ("''", "”", '"', "“", "``")
        ):
            if sign in ("“", "``"):  # opened again without having been closed: a quotation runs on
                continue
            ranges.append((opened, at))
            opened = None
    if opened is not None and not closer:
        line_end = paragraph.find("\n", opened)
        ranges.append((opened, line_end if line_end >= 0 else len(paragraph)))
    return ranges


def _sentence_spans(paragraph: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of a paragraph, without outer space."""
    start = 0
    ends = [(end.start() + 1, end.end()) for end in _SENTENCE_END.finditer(paragraph)]
    lines = [(0, end.end()) for end in _LINE_END.finditer(paragraph)]
    for stop, following in sorted([*ends, *lines], key=lambda end: end[1]):
        before = paragraph[max(start, stop - 12) : stop]
        if following <= start or (stop and before.endswith(".") and _ABBREVIATION.search(before)):
            continue
        if _SPACED_POINT.search(before) and paragraph[following : following + 1].isdigit():
            continue
        yield start, start + len(paragraph[start:following].rstrip())
        start = following
    if paragraph[start:].strip():
        yield start, start + len(paragraph[start:].rstrip())


@lru_cache(maxsize=100_000)
def _looked_at(token: str) -> tuple[str, str | None]:
    """A token as it is compared (see `normal`), and the stem that it adds to the content of its sentence, None if it adds
    none."""
    word = normal(token)
    if (
        not word
        or (word in words_of("function") and word not in NUMBER_WORDS)
        or (len(word) == 1 and not word.isdigit())
        or word == "one"  # as often a pronoun as a number
    ):
        return word, None
    return word, stem(word)


def _tokens(sentence: str, quoted: tuple[tuple[int, int], ...]) -> Iterable[tuple[str, bool]]:
    """The tokens of a sentence, each with whether it stands in one of the places that are quoted."""
    if not quoted:
        return zip(_WORD.findall(sentence), repeat(False))
    starts, ends = [start for start, _ in quoted], [end for _, end in quoted]  # in order, apart
    tokens = []
    for found in _WORD.finditer(sentence):
        at = bisect_right(starts, found.start()) - 1
        tokens.append((found.group(), at >= 0 and found.start() < ends[at]))
    return tokens


def shape_of(sentence: str, quoted: tuple[tuple[int, int], ...]) -> Shape:
    """The Shape of a sentence; `quoted` are the places in it that quotation marks enclose."""
    words: list[str] = []
    inside: list[bool] = []
    names: set[str] = set()
    own: dict[str, None] = {}
    content: dict[str, None] = {}
    for token, is_quoted in _tokens(sentence, quoted):
        word, root = _looked_at(token)
        if not word:
            continue
        first = not words or (is_quoted and not inside[-1])
        words.append(word)
        inside.append(is_quoted)
        if root is not None:
            content[root] = None
            if not is_quoted:
                own[root] = None
            if not first and token[0].isupper() and not root[0].isdigit():
                names.add(root)
        if len(words) == MAX_SENTENCE_WORDS:
            break
    return Shape(
        text=sentence,
        words=tuple(words),
        quoted=tuple(inside),
        letters=letters_of(sentence),
        own=tuple(own),
        content=tuple(content),
        names=frozenset(names),
        numbers=frozenset(root for root in content if root[0].isdigit()),
    )


MOST_REMEMBERED = 30_000
"""Shapes of the sentences seen last that are remembered: those of some thousand reports, 50 MB."""


class Shapes:
    """Shapes by their sentence, for one trace: what was seen lately is not computed again, so that
    thousands of copies cost little more than one."""

    def __init__(self) -> None:
        self._shape = lru_cache(maxsize=MOST_REMEMBERED)(shape_of)

    def lay_out(self, article: Article) -> Sheet:
        """The article in sentences."""
        return Sheet(article, tuple(self._lines(article.text)))

    def _lines(self, text: str) -> Iterator[Line]:
        dateline = _DATELINE.match(text)
        start = dateline.end() if dateline else 0
        breaks = [found.span() for found in _PARAGRAPH_BREAK.finditer(text, start)]
        for stop, following in [*breaks, (len(text), len(text))]:
            paragraph = text[start:stop]
            ranges = quoted_ranges(paragraph)
            ended = 0  # ranges before this one end before the sentence
            for first, last in _sentence_spans(paragraph):
                while ended < len(ranges) and ranges[ended][1] <= first:
                    ended += 1
                inner = []
                for at in range(ended, len(ranges)):
                    low, high = ranges[at]
                    if low >= last:
                        break
                    inner.append((max(low, first) - first, min(high, last) - first))
                lead = len(paragraph[first:last]) - len(paragraph[first:last].lstrip())
                shape = self._shape(
                    paragraph[first + lead : last],
                    tuple((max(0, low - lead), high - lead) for low, high in inner),
                )
                if shape.words:
                    yield Line(start + first + lead, start + last, shape)
            start = following
