"""What numbers are written with: runs of digits and single words, each with its value."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from ...lexicon import numbers

MAXIMUM_DIGITS = 30
"""Longer runs of digits are codes, not counts; floats could not hold them exactly either."""


SPACE = r"[ \u00a0\u2009\u202f]"
_DIGITS = (
    r"(?<=[/-])\d{1,3} (?:\.\d+|,\d{3})(?!\d)|"  # "/1 .9", "-19 ,000" of tokenised texts
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])"  # 12,300.5
    r"|\d{1,3}(?:,\d\d)+,\d{3}(?:\.\d+)?(?!\d)"  # 12,34,567
    r"|\d{1,3}(?:, ?\d{3})*, 000(?!\d)"  # 12, 000 as some tokenised texts have it
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|\d{1,3}(?: \d{3})* 000(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![\d.])"  # 1.234.567
    r"|\d+(?:\.\d+)?|\.\d+"
)
_SMALL_FRACTION = r"\d{1,2}[/⁄](?:2|3|4|5|6|8|10|16|32)(?![\d/,.]\d|\d)"


@cache
def _atoms() -> re.Pattern[str]:
    plain = [
        word for group in ("ones", "tens", "multiples", "plurals") for word in numbers.values(group)
    ]
    plain += list(numbers.values("fractions")) + list(numbers.values("small"))
    signs = "".join(numbers.values("signs"))
    # Digits are tried only at digits, and words by their first letter: 90 words at each letter of
    # the text would cost more than all the rest.
    return re.compile(
        rf"(?=[\d.{signs}])(?:"
        rf"(?P<split>(?<![\w/.,])(?:\d+(?:{SPACE}|-| and )?)?(?:(?<!\d){_SMALL_FRACTION}|[{signs}]))"
        rf"|(?P<digits>(?<![\w.])(?:{_DIGITS})|(?<=[A-Za-z])(?:{_DIGITS})))"
        rf"|(?P<word>\b(?:{_by_first_letter(plain)})\b)"
    )


def _by_first_letter(words: list[str]) -> str:
    ordered = sorted(set(words), key=lambda word: (word[0], -len(word), word))
    groups = groupby(ordered, key=lambda word: word[0])
    return "|".join(
        f"{letter}(?:{'|'.join(word[1:] for word in group)})" for letter, group in groups
    )


_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
"""Lower case of ASCII letters only, so that every character stays in its place."""


@dataclass(frozen=True, slots=True)
class Atom:
    """Code points `start:end` hold digits or one word of a number; `kind` is digits, split, ones, tens, multiples, plurals,
    fractions or small."""

    start: int
    end: int
    kind: str
    value: float


_KINDS = ("ones", "tens", "multiples", "plurals", "fractions", "small")


@cache
def _word_kinds() -> dict[str, tuple[str, float]]:
    found: dict[str, tuple[str, float]] = {}
    for kind in _KINDS:
        for word, value in numbers.values(kind).items():
            found.setdefault(word, (kind, value))
    return found


def _value_of_split(words: str) -> float:
    sign = numbers.values("signs").get(words[-1])
    if sign is not None:
        whole = re.match(r"\d+", words)
        return (float(whole[0]) if whole else 0.0) + sign
    parts = [int(part) for part in re.findall(r"\d+", words)]
    whole_number = parts[0] if len(parts) == 3 else 0
    return whole_number + parts[-2] / parts[-1]


def _value_of_digits(words: str) -> float | None:
    if sum(character.isdigit() for character in words) > MAXIMUM_DIGITS:
        return None
    plain = re.sub(r"[, \u00a0\u2009\u202f]", "", words)
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    try:
        return float(plain)
    except ValueError:  # digits of other scripts that float does not know
        return None


def atoms_of(text: str) -> list[Atom]:
    """The digits and number words of a text, in their order."""
    found = []
    for match in _atoms().finditer(text.translate(_LOWER)):
        words = match[0]
        value: float | None
        if match.lastgroup == "word":
            kind, value = _word_kinds()[words]
        elif match.lastgroup == "split":
            kind, value = "split", _value_of_split(words)
        else:
            kind, value = "digits", _value_of_digits(words)
        if value is not None:
            found.append(Atom(match.start(), match.end(), kind, value))
    return found
