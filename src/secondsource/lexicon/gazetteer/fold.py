"""One form for the spellings of a name."""

import re
import unicodedata

_SPLIT = re.compile(r"[\s\-‐‑‒–—/,]+")
_DROPPED = re.compile(r"['’‘`´ʻʼʹ′.\"“”()]")
_SHORT = {
    "st": "saint",
    "ste": "sainte",
    "ft": "fort",
    "mt": "mount",
    "mtn": "mountain",
    "twp": "township",
}
_SIDES = {"n": "north", "s": "south", "e": "east", "w": "west"}
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
        "Đ": "d",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
    }
)


def fold(name: str) -> str:
    """The name in lower case without accents, apostrophes and full stops, hyphens as spaces, "St." as
    "saint", a first "N." as "north"; the empty string when nothing is left."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = _SPLIT.split(_DROPPED.sub("", plain).lower())
    if words and words[0] == "the" and len(words) > 1:
        words = words[1:]
    if len(words) > 1 and words[0] in _SIDES:
        words[0] = _SIDES[words[0]]
    return " ".join(_SHORT.get(word, word) for word in words if word)
