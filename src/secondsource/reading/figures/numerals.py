"""Numerals: where a text writes a number, in digits or in words, and its value.

Works on characters alone. What a numeral counts, and whether it is a figure at all, is decided later.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from ...lexicon import numbers
from .atoms import SPACE, Atom, atoms_of


@dataclass(frozen=True, slots=True)
class Numeral:
    """Code points `start:end` write a number. `low` and `high` are its bounds (equal if exact; `high` is
    None for "dozens"). `words` says that it is written in words, `vague` that it is a vague plural,
    `fraction` that it is a bare fraction ("a third"), `scaled` that a word or letter multiplies it
    ("million"), `article` that "a" stands for one, `bare` that it is a multiple without a number ("million"), which
    counts nothing by itself. `approximator` is the part that makes it vague ("tens of")."""

    start: int
    end: int
    low: float | None
    high: float | None
    words: bool = False
    vague: bool = False
    fraction: bool = False
    scaled: bool = False
    article: bool = False
    bare: bool = False
    approximator: str | None = None


@cache
def _abbreviation() -> re.Pattern[str]:
    signs = sorted(numbers.values("abbreviations"), key=lambda sign: (-len(sign), sign))
    return re.compile(rf"{SPACE}?({'|'.join(signs)})(?![\w])")


_JOINT = re.compile(r"[ \u00a0]|-|\u2011|[ \u00a0]and[ \u00a0]|-and-")
_JOINT_AND_A = re.compile(r"[ \u00a0-]and[ \u00a0-](?:a|one)[ \u00a0-]|[ -]and[ -]")
_OF = re.compile(r"[ \u00a0]of[ \u00a0]")
_PART_OF = re.compile(r"[ \u00a0-](?:of[ \u00a0])?(?:an?[ \u00a0])?", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<![\w])(an?)[ \u00a0-]$", re.IGNORECASE)
_SEVERAL = re.compile(r"(?<![\w])(several|a few|many)[ \u00a0]$", re.IGNORECASE)


_CLEAR_LETTERS = ("mn", "mln", "mio", "bn", "bln", "tn", "trn", "k", "K")


def find_numerals(text: str) -> list[Numeral]:
    """All numerals of a text, in their order, not overlapping."""
    atoms = atoms_of(text)
    found: list[Numeral] = []
    at = 0
    while at < len(atoms):
        numeral, after = _numeral(text, atoms, at)
        if numeral is not None:
            found.append(numeral)
        at = after
    return found


def _between(text: str, atoms: list[Atom], at: int) -> str:
    return text[atoms[at].end : atoms[at + 1].start] if at + 1 < len(atoms) else "\n"


def _numeral(text: str, atoms: list[Atom], at: int) -> tuple[Numeral | None, int]:
    """The numeral that begins with an atom, and the atom after it."""
    atom = atoms[at]
    if atom.kind in ("digits", "split"):
        return _from_digits(text, atoms, at)
    if atom.kind == "plurals":
        return _vague(text, atoms, at)
    if atom.kind == "fractions":
        return _bare_fraction(text, atoms, at)
    if atom.kind == "small":
        found = _ARTICLE.search(text[max(0, atom.start - 4) : atom.start])
        if found and at + 1 < len(atoms) and atoms[at + 1].kind == "multiples":
            following = atoms[at + 1]
            if text[atom.end : following.start] in (" of ", " "):
                start, value = atom.start - len(found[0]), atom.value * following.value
                return Numeral(start, following.end, value, value, words=True, scaled=True), at + 2
        follows = re.match(
            r" of\b(?! (?:days|weeks|hours|minutes|months|years)\b)| more\b| dozen\b",
            text[atom.end : atom.end + 12],
        )
        if not found or not follows:
            return None, at + 1
        start = atom.start - len(found[0])
        value = atom.value
        return Numeral(start, atom.end, value, value, words=True, article=True), at + 1
    return _from_words(text, atoms, at)


def _from_digits(text: str, atoms: list[Atom], at: int) -> tuple[Numeral, int]:
    atom = atoms[at]
    value, end, after, scaled = atom.value, atom.end, at + 1, False
    letter = _abbreviation().match(text, end)
    # "5 m" is five metres; "$5 m" and "5m people" are left to the amounts, which know more.
    if letter and letter[1] in _CLEAR_LETTERS and (letter[1] != "K" or letter[0] == "K"):
        value, end = value * numbers.values("abbreviations")[letter[1]], letter.end()
        scaled = True
    while after < len(atoms) and atoms[after].kind == "multiples":
        if not re.fullmatch(r"[ \u00a0]?-?", text[end : atoms[after].start]):
            break
        value, end, scaled = value * atoms[after].value, atoms[after].end, True
        after += 1
    if (
        after < len(atoms)
        and not scaled
        and atoms[after].kind == "plurals"
        and atoms[after].value >= 1000
        and text[end : atoms[after].start] == " "
    ):  # "2 millions"
        value, end, scaled = value * atoms[after].value, atoms[after].end, True
        after += 1
    if not scaled and after < len(atoms) and atoms[after].kind == "fractions":
        gap = text[end : atoms[after].start]
        if re.fullmatch(r" and (?:a|one)[ -]", gap):
            value, end, after = value + 1 / atoms[after].value, atoms[after].end, after + 1
            while after < len(atoms) and atoms[after].kind == "multiples":
                if not re.fullmatch(r"[ \u00a0]?-?", text[end : atoms[after].start]):
                    break
                value, end, scaled = value * atoms[after].value, atoms[after].end, True
                after += 1
    return Numeral(atom.start, end, value, value, scaled=scaled), after


def _vague(text: str, atoms: list[Atom], at: int) -> tuple[Numeral, int]:
    """ "dozens", "tens of thousands", "hundreds and hundreds"."""
    value, after, chained = atoms[at].value, at + 1, False
    while after < len(atoms) and atoms[after].kind == "plurals":
        gap = text[atoms[after - 1].end : atoms[after].start]
        if _OF.fullmatch(gap):
            value, chained = value * atoms[after].value, True
        elif gap not in (" and ", ", ", " or "):
            break
        else:
            value = min(value, atoms[after].value)
        after += 1
    low = value if chained else value * 2
    first, end = atoms[at], atoms[after - 1].end
    approximator = text[first.start : first.end] + " of" if chained else None
    return Numeral(
        first.start, end, low, None, words=True, vague=True, approximator=approximator
    ), after


def _bare_fraction(text: str, atoms: list[Atom], at: int) -> tuple[Numeral | None, int]:
    """ "a third of", "half a million", "half of"; None for ordinals and quarters of the year."""
    atom = atoms[at]
    word = text[atom.start : atom.end].lower()
    article = _ARTICLE.search(text[max(0, atom.start - 4) : atom.start])
    start = atom.start - len(article[0]) if article else atom.start
    if word in ("half", "quarter") or article:
        joint = _PART_OF.match(text, atom.end)
        if joint and at + 1 < len(atoms) and atoms[at + 1].start == joint.end():
            following = atoms[at + 1]
            if following.kind == "multiples":
                value = following.value / atom.value
                return Numeral(start, following.end, value, value, words=True, scaled=True), at + 2
    value = 1 / atom.value
    if not _stands_for_part(text, start, atom.end, word, article is not None):
        return None, at + 1
    return Numeral(start, atom.end, value, value, words=True, fraction=True), at + 1


_OF_IT = re.compile(r"[ \u00a0](?:of|that|those)\b")
_HALF_OF_IT = re.compile(r"[ \u00a0](?:of|the|a|an|its|their|his|her|our|all|that|those)\b")
_WHICH_HALF = re.compile(
    r"(?:first|second|other|latter|better|last|next|1st|2nd|back|top|bottom)[ -]$"
)
_BY_PART = re.compile(
    r"(?<!\w)(?:by|nearly|almost|about|roughly|around|over|than|under|least|most|to|some|up|another|just)[ \u00a0]$"
)
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:)!?\u2014\u2013]|$)|[ \u00a0](?:in|on|at|from|since|during|against|over|under|to|by|as|and|or|but|this|last|the|for|"
    r"after|before|more|less|fewer|compared|while|when|if|unless|once|until|should|within|between|across|had|have|has|were|are|said|say|want|would|did|do)\b"
)


def _stands_for_part(text: str, start: int, end: int, word: str, article: bool) -> bool:
    """Whether a bare fraction is a part of something: no ordinal, no half of a match, no quarter of a year."""
    rest = text[end : end + 12].lower()
    earlier = text[max(0, start - 12) : start].lower()
    if word == "half" and not article:
        if _WHICH_HALF.search(earlier):
            return False
        return _HALF_OF_IT.match(rest) is not None or (
            _BY_PART.search(earlier) is not None and _NO_NOUN.match(rest) is not None
        )
    if not article:
        return False
    return _OF_IT.match(rest) is not None or (
        _BY_PART.search(earlier) is not None and _NO_NOUN.match(rest) is not None
    )


def _from_words(text: str, atoms: list[Atom], at: int) -> tuple[Numeral | None, int]:
    """Cardinals in words: "forty-two", "two hundred and six thousand", "a dozen"."""
    first = atoms[at]
    start = first.start
    article = several = None
    before = text[max(0, start - 14) : start]
    if first.kind == "multiples":
        article = _ARTICLE.search(before)
        several = _SEVERAL.search(before)
        if article:
            start -= len(article[0])
        elif several:
            start -= len(several[0])
    value, last, end, after = _cardinal(text, atoms, at)
    numeral = Numeral(
        start,
        end,
        value,
        value,
        words=True,
        scaled=last in ("hundred", "multiples"),
        article=article is not None,
        bare=first.kind == "multiples" and article is None and several is None,
    )
    if several:
        # "several hundred": no fewer than two of them
        return replace(numeral, low=value * 2, high=None, vague=True), after
    if after == at:
        return None, at + 1
    if after < len(atoms) and atoms[after].kind == "fractions":
        return _with_fraction(text, atoms, after, numeral, last)
    return numeral, after


def _cardinal(text: str, atoms: list[Atom], at: int) -> tuple[float, str, int, int]:
    """The value of the words of a cardinal, of what rank the last one is ("" if there is none), where it ends, and the atom
    after it."""
    total, current = 0.0, 0.0
    last = ""
    end, after = atoms[at].start, at
    while after < len(atoms):
        atom = atoms[after]
        if last:
            gap = text[end : atom.start]
            if not _JOINT.fullmatch(gap):
                break
            if "and" in gap and last not in ("hundred", "multiples"):
                break
        if atom.kind == "ones":
            if last == "ones" or (last == "tens" and atom.value > 9):
                break
            current += atom.value
            last = "ones"
        elif atom.kind == "tens":
            if last in ("ones", "tens"):
                break
            current += atom.value
            last = "tens"
        elif atom.kind == "multiples":
            if last and "and" in text[end : atom.start]:
                break
            if atom.value in (100.0, 12.0):
                current = max(current, 1.0) * atom.value
                last = "hundred"
            else:
                total = (
                    (total + current or 1.0) * atom.value
                    if last == "multiples"
                    else total + (current or 1.0) * atom.value
                )
                current = 0.0
                last = "multiples"
        else:
            break
        end, after = atom.end, after + 1
    return total + current, last, end, after


def _with_fraction(
    text: str, atoms: list[Atom], after: int, numeral: Numeral, last: str
) -> tuple[Numeral, int]:
    """A cardinal with the fraction behind it: "three quarters", "two and a half million"."""
    value, end = numeral.low or 0.0, numeral.end
    gap = text[end : atoms[after].start]
    denominator = atoms[after].value
    plural = text[atoms[after].start : atoms[after].end].lower().endswith("s")
    if (
        last == "ones"
        and gap in (" ", "-", "\u00a0")
        and (plural or (value == 1 and _is_part(text, atoms[after])))
    ):
        part, end, after = value / denominator, atoms[after].end, after + 1
        scaled = False
        while after < len(atoms) and atoms[after].kind == "multiples":
            if _PART_OF.fullmatch(text[end : atoms[after].start]) is None:
                break
            part, end, scaled = part * atoms[after].value, atoms[after].end, True
            after += 1
        numeral = replace(numeral, end=end, low=part, high=part, scaled=scaled)
        return replace(numeral, fraction=not scaled), after
    if _JOINT_AND_A.fullmatch(gap) and denominator in (2, 3, 4):
        value += 1 / denominator
        end, after = atoms[after].end, after + 1
        scaled = numeral.scaled
        while after < len(atoms) and atoms[after].kind == "multiples":
            if text[end : atoms[after].start] not in (" ", "-"):
                break
            value, end, scaled = value * atoms[after].value, atoms[after].end, True
            after += 1
        return replace(numeral, end=end, low=value, high=value, scaled=scaled), after
    return numeral, after


def _is_part(text: str, atom: Atom) -> bool:
    """Whether "one third" goes on as a part of something, not as an ordinal."""
    word = text[atom.start : atom.end].lower()
    joined = text[atom.start - 1 : atom.start] == "-"
    return joined or word in ("half", "third", "quarter") or text[atom.end : atom.end + 4] == " of "
