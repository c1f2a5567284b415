"""Names across alphabets and spellings: a key that is the same for the usual variants of one name,
and a comparison of two names with its reason.

The rules of `skeleton` follow the differences between the common romanisations (BGN/PCGN, ISO 9,
Library of Congress, and what newspapers make of them) of Russian, Ukrainian, Arabic, Persian and Chinese
names; no rule is about one name.
"""

import re
import unicodedata
from functools import lru_cache

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
_RULES = tuple(
    (re.compile(pattern), value)
    for pattern, value in (
        (r"tsch|tch|tsh", "ch"),
        (r"shch|sch|sh", "s"),
        (r"zh|dzh|dj|j", "z"),
        (r"kh|gh|ck|q|x", "k"),
        (r"ch", "c"),
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
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    letters = re.sub(r"['’‘ʼ`´ʹʿʾ.]", "", letters)
    return re.sub(r"[^\w-]+", " ", letters).strip()


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The key of a name: the same for the usual spelling variants of the same words in the same
    order ("Sergei" and "Sergey"), words parted by a space. Hyphens part words; the empty string for
    a name without letters. Names that are not in Latin letters are only folded."""
    words = fold(name).replace("-", " ").replace("_", " ").split()
    return " ".join(_word_key(word) or word for word in words)
