"""Full text where the database has none like SQLite's: the same words, order and snippets as FTS5.

Words are taken as FTS5's tokenizer unicode61 takes them (https://sqlite.org/fts5.html, 4.3.1): runs of letters and digits,
in lower case, Latin letters without their one diacritic. Ranks are its BM25, snippets its snippets (both as in
`ext/fts5/fts5_aux.c` of SQLite 3.40).
"""

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .database import Marks
from .phrases import pieces_of

K1, B = 1.2, 0.75
"""The constants of BM25 in FTS5."""

LEAST_IDF = 1e-6
"""What a word weighs that is in more than half of all articles, as in FTS5."""

CUT = " … "

_DIACRITICS = "".join(chr(0x300 + bit) for bit in range(64) if 0x000361F8_08029FDF >> bit & 1)
"""Marks that FTS5 takes as parts of a word, and drops (`sqlite3Fts5UnicodeIsdiacritic`)."""

_TOKEN = re.compile(rf"(?:[^\W_]|[\uE000-\uF8FF])(?:[^\W_]|[\uE000-\uF8FF]|[{_DIACRITICS}])*")
_SENTENCE_ENDS = (".", ":")
_BLANKS = " \t\n\r"


@dataclass(frozen=True)
class Token:
    """A word as it is compared, and where it stands (code points)."""

    form: str
    start: int
    end: int


@dataclass(frozen=True)
class Phrase:
    """Words that must follow each other; with `beginning` the last one may go on."""

    forms: tuple[str, ...]
    beginning: bool

    @property
    def pattern(self) -> str:
        """What to look for in `spaced` words."""
        found = "".join(f" {form} " for form in self.forms)
        return found[:-1] if self.beginning else found


def tokens(text: str) -> Iterator[Token]:
    """The words of a text."""
    for match in _TOKEN.finditer(text):
        yield Token(_form(match[0]), match.start(), match.end())


def _form(word: str) -> str:
    return word.lower() if word.isascii() else "".join(map(_folded, word))


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    """One letter in lower case; nothing of a diacritic that stands alone."""
    if letter in _DIACRITICS:
        return ""
    # A letter that has no lower case of one letter stays as it is.
    lower = next(form for form in (letter.casefold(), letter.lower(), letter) if len(form) == 1)
    parts = unicodedata.normalize("NFD", lower)
    # remove_diacritics=1 leaves letters with more than one diacritic as they are.
    return parts[0].lower() if len(parts) == 2 and parts[0].isascii() else lower


def spaced(*texts: str) -> tuple[str, list[str]]:
    """The words of texts, each between two blanks of its own so that `Phrase.pattern` stands in them as often as
    the phrase does, never across two texts; and the words as a list."""
    forms = [list(map(_form, _TOKEN.findall(text))) for text in texts]
    joined = "|".join("".join(f" {form} " for form in some) for some in forms)
    return joined, [form for some in forms for form in some]


def phrases_of(words: str, beginnings: bool) -> list[Phrase]:
    """What somebody searches for; see `phrases.pieces_of`."""
    found = []
    for piece, is_phrase in pieces_of(words):
        forms = tuple(token.form for token in tokens(piece))
        if forms:
            found.append(Phrase(forms, beginnings and not is_phrase))
    return found


def idf(articles: int, holding: int) -> float:
    """How much a phrase weighs that so many of all articles hold."""
    weight = math.log((articles - holding + 0.5) / (holding + 0.5))
    return weight if weight > 0 else LEAST_IDF


@dataclass(frozen=True)
class _Found:
    """A phrase (its number) in a text: position of its first word, and how many words it has."""

    at: int
    phrase: int
    size: int


def snippet(texts: Sequence[str], phrases: Sequence[Phrase], marks: Marks) -> str:
    """Of the texts the piece with most of the phrases, of at most so many words as `marks` says."""
    best_score, best_text, best_start = 0, 0, 0
    all_words = [list(tokens(text)) for text in texts]
    all_found = [_find(words, phrases) for words in all_words]
    for number, (text, words, found) in enumerate(zip(texts, all_words, all_found, strict=True)):
        firsts = _firsts(text, words)
        for one in found:
            score, start = _score(found, one.at, marks.words, len(words))
            if score > best_score:
                best_score, best_text, best_start = score, number, start
            if len(words) > marks.words:
                first = max(at for at in firsts if at <= one.at)
                if first < one.at:
                    score = _score(found, first, marks.words, len(words))[0]
                    score += 120 if first == 0 else 100
                    if score > best_score:
                        best_score, best_text, best_start = score, number, first
    return _cut(
        texts[best_text], all_words[best_text], _joined(all_found[best_text]), best_start, marks
    )


def _find(words: Sequence[Token], phrases: Sequence[Phrase]) -> list[_Found]:
    found = []
    for number, phrase in enumerate(phrases):
        *before, last = phrase.forms
        for at in range(len(words) - len(before)):
            end = words[at + len(before)].form
            if (end.startswith(last) if phrase.beginning else end == last) and all(
                words[at + n].form == form for n, form in enumerate(before)
            ):
                found.append(_Found(at, number, len(phrase.forms)))
    return sorted(found, key=lambda one: (one.at, one.phrase))


def _firsts(text: str, words: Sequence[Token]) -> list[int]:
    """Positions of words that begin a sentence."""
    firsts = [0]
    for at, word in enumerate(words[1:], start=1):
        before = text[max(0, word.start - 200) : word.start]
        rest = before.rstrip(_BLANKS)
        if len(rest) < len(before) and rest.endswith(_SENTENCE_ENDS):
            firsts.append(at)
    return firsts


def _score(found: Sequence[_Found], start: int, most: int, of: int) -> tuple[int, int]:
    """How good a piece from `start` is, and where it would better begin."""
    inside = [one for one in found if start <= one.at < start + most]
    different = len({one.phrase for one in inside})
    score = 1000 * different + len(inside) - different
    if not inside:
        return score, 0
    first, last = inside[0].at, inside[-1].at + inside[-1].size
    # Rounded to zero, as in C.
    better = first - int((most - (last - first)) / 2)
    return score, max(0, min(better, of - most))


def _joined(found: Sequence[_Found]) -> list[tuple[int, int]]:
    """First and last word of each phrase; such that overlap as one."""
    joined: list[tuple[int, int]] = []
    for one in found:
        last = one.at + one.size - 1
        if joined and one.at <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((one.at, last))
    return joined


def _cut(
    text: str, words: Sequence[Token], marked: Sequence[tuple[int, int]], start: int, marks: Marks
) -> str:
    if not words:
        return text
    end = min(start + marks.words, len(words)) - 1
    opened = {max(first, start) for first, last in marked if start <= first <= end}
    closed = {min(last, end) for first, last in marked if start <= first <= end}
    at = words[start].start if start else 0
    pieces = [CUT] if start else []
    for number in range(start, end + 1):
        if number in opened:
            pieces += [text[at : words[number].start], marks.before]
            at = words[number].start
        if number in closed:
            pieces += [text[at : words[number].end], marks.after]
            at = words[number].end
    if start + marks.words >= len(words):
        pieces.append(text[at:])
    else:
        pieces += [text[at : words[end].end], CUT]
    return "".join(pieces)
