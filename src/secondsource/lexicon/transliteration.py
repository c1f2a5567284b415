"""Names across alphabets and spellings: a key that is the same for the usual variants of one name,
and a comparison of two names with its reason.

The rules of `skeleton` follow the differences between the common romanisations (BGN/PCGN, ISO 9,
Library of Congress, and what newspapers make of them) of Russian, Ukrainian, Arabic, Persian and Chinese
names; no rule is about one name.
"""

import re
import unicodedata
from functools import cache, lru_cache

from .tables import read_toml, word_sets

_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
        "ə": "a",
    }
)
_INITIAL = re.compile(r"(?<![^\W\d_])([^\W\d_])\.")
_RULES = tuple(
    (re.compile(pattern), value)
    for pattern, value in (
        (r"([^aeiou])\1+", r"\1"),
        (r"tsch|tch|tsh", "ch"),
        (r"shch|sch|sh", "s"),
        (r"zh|dzh|dj|j", "z"),
        (r"^x", "s"),
        (r"x", "ks"),
        (r"^q|gh", "g"),
        (r"kh|ck|q", "k"),
        (r"ch", "c"),
        (r"enk[ao]$", "enk"),
        (r"(?<=[^aeiou])er$", "r"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"ts|tz|cz|c(?=[eiy])", "c"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"ie|ye|je|ee|ey|ei|ay|ai|iy|ij|yi", "i"),
        (r"ia|ya|ja", "a"),
        (r"iu|yu|ju", "u"),
        (r"io|yo|jo", "o"),
        (r"y", "i"),
        (r"h(?![aeiou])", ""),
        (r"c(?![h])", "k"),
        (r"e|i", "i"),
        (r"o|u", "u"),
        (r"(.)\1+", r"\1"),
        (r"(?<=.)i+$", ""),
    )
)


@lru_cache(maxsize=65536)
def _word_key(word: str) -> str:
    for pattern, value in _RULES:
        word = pattern.sub(value, word)
    return word


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in lower case, without accents and with only letters, digits, spaces and hyphens."""
    letters = []
    base = ""
    for letter in unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS)):
        category = unicodedata.category(letter)
        if category.startswith("M"):
            # An accent of a European letter; in other scripts marks are vowels.
            if base >= "\u0590":
                letters.append(letter)
        elif category[0] in "LN" or letter == "-":
            letters.append(letter)
            base = letter
        elif letter not in "'’‘ʼ`´ʹʿʾ.":
            letters.append(" ")
    return " ".join("".join(letters).split())


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The key of a name: the same for the usual spelling variants of the same words in the same
    order ("Sergei" and "Sergey"), words parted by a space. Hyphens part words; the empty string for
    a name without letters. Names that are not in Latin letters are only folded."""
    words = fold(name).replace("-", " ").replace("_", " ").split()
    return " ".join(_word_key(word) or word for word in words)


@cache
def _short_forms() -> frozenset[tuple[str, str]]:
    lines = read_toml("transliteration.toml")["short"].splitlines()
    pairs = [tuple(line.split()) for line in lines if line]
    return frozenset((one, other) for one, other in pairs) | frozenset(
        (other, one) for one, other in pairs
    )


def _words(name: str) -> list[str]:
    """The words of a name that tell persons apart, folded: titles, suffixes and particles apart, words that
    a hyphen joins parted; "Bell, Ann" is turned round."""
    sets = word_sets("transliteration.toml")
    last, comma, first = name.partition(",")
    if comma and fold(first) and fold(first) not in sets["suffixes"]:
        name = f"{first} {last}"
    words = fold(_INITIAL.sub(r"\1 ", name)).replace("-", " ").split()
    apart = sets["suffixes"] | sets["particles"]
    while len(words) > 1 and words[0] in sets["titles"]:
        words = words[1:]
    kept = [word for word in words if word not in apart]
    return kept or words


def _alike(one: str, other: str) -> bool:
    """Whether two folded words can be one word: the same key, a short form, or (for words of five
    letters and more) one letter apart in their keys."""
    if one == other or (one, other) in _short_forms():
        return True
    first, second = _word_key(one), _word_key(other)
    if first == second and first:
        return True
    return _near(one, other, 5) or _near(first, second, 5)


def _near(one: str, other: str, least: int) -> bool:
    """Whether two words of at least so many letters begin the same and are one slip apart."""
    long_enough = min(len(one), len(other)) >= least
    return long_enough and one[0] == other[0] and _distance_at_most_one(one, other)


def _distance_at_most_one(one: str, other: str) -> bool:
    """Whether one letter changed, added, left out, or two neighbours swapped make `one` into `other`."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, left = one[start:], other[start:]
    if len(rest) == len(left):
        swapped = rest[:2] == left[:2][::-1] and rest[2:] == left[2:]
        return rest[1:] == left[1:] or swapped
    return rest[1:] == left or rest == left[1:]


def _initial(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


def names_match(one: str, other: str) -> tuple[bool | None, str]:
    """Whether two names of people are names of one person, by the names alone, and the reason.

    True: the same. False: different. None: they may be (a name is missing, or only an initial is
    given). A bare surname never says more than None.
    """
    ours, theirs = _words(one), _words(other)
    if not ours or not theirs:
        return None, "no name to compare"
    if ours == theirs:
        if len(ours) == 1:
            return None, "the same single name"
        return True, "the same words"
    if "".join(ours) == "".join(theirs) and len("".join(ours)) > 5:
        return True, "the same letters, parted differently"
    shorter, longer = sorted((ours, theirs), key=len)
    pairs, initials, left = _paired(shorter, longer)
    if len(shorter) == 1:
        if pairs:
            return None, "only one name is given"
        return False, "the only name given is not in the other"
    if not left:
        if len(pairs) < 2:
            return None, "a first name is only an initial"
        if len(shorter) == len(longer):
            if initials:
                return True, "the same words and initials"
            in_order = [at for _, at in pairs] == sorted(at for _, at in pairs)
            return (
                True,
                "the same words in other spellings"
                if in_order
                else "the same words in another order",
            )
        if _alike(shorter[0], longer[0]) and _alike(shorter[-1], longer[-1]):
            if len(shorter) > 2 and any(len(word) == 1 for word in shorter + longer):
                return None, "the middle names differ"
            return True, "one has more middle names"
        return None, "one has a first or last name more"
    rest = [word for at, word in enumerate(longer) if at not in {at for _, at in pairs}]
    if len(pairs) >= 2 and len(left) == 1 and len(rest) == 1 and sorted(left[0]) == sorted(rest[0]):
        return True, f"{left[0]} and {rest[0]} have the same letters"
    if len(left) == 1 and len(rest) == 1 and _near(left[0], rest[0], 3):
        return None, f"only {left[0]} and {rest[0]} differ, by a letter"
    if _alike(shorter[-1], longer[-1]):
        return False, f"the first names {shorter[0]} and {longer[0]} differ"
    return False, "the names differ"


def _paired(shorter: list[str], longer: list[str]) -> tuple[list[tuple[int, int]], int, list[str]]:
    """Pairs of alike words (by their places), how many more pair only by an initial, and the words of the shorter
    name that find none."""
    free = list(range(len(longer)))
    pairs: list[tuple[int, int]] = []
    open_words: list[int] = []
    for at, word in enumerate(shorter):
        same = [n for n in free if _alike(word, longer[n])]
        if same:
            nearest = min(same, key=lambda n: (word != longer[n], abs(n - at)))
            pairs.append((at, nearest))
            free.remove(nearest)
        else:
            open_words.append(at)
    initials = 0
    left = []
    for at in open_words:
        found = next((n for n in free if _initial(shorter[at], longer[n])), None)
        if found is None:
            left.append(shorter[at])
        else:
            free.remove(found)
            initials += 1
    return pairs, initials, left
