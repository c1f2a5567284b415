"""Single letters behind a number that multiply it: "$5m", "2.5 m viewers"."""

import re

from ...lexicon import numbers

_LETTER = re.compile(r"[ \u00a0]?(m|M|b|B|T|MM)(?![\w'’])")


def letter_of_money(text: str, end: int) -> tuple[float, int]:
    """Money takes single letters as millions and billions: the factor, and where the letter ends."""
    letter = _LETTER.match(text, end)
    if letter is None:
        return 1.0, end
    factor = 1e6 if letter[1] == "MM" else numbers.values("abbreviations")[letter[1]]
    return factor, letter.end()


_COUNTED = re.compile(
    r"(?P<apart>[ \u00a0])?(m|M|b|B)(?= (?:[A-Z][a-z]{2,} )?(?P<noun>[a-z]{3,}))|[ \u00a0]M(?=[A-Z]{3}(?!\w))"
)
_BY_THE_MILLION = frozenset(
    "people children women men viewers listeners readers visitors tourists customers subscribers users voters refugees"
    " residents inhabitants members passengers workers patients migrants pupils students fans followers households homes"
    " jobs votes ballots tickets copies doses downloads views tonnes barrels litres dollars euros pounds".split()
)
"""What stands behind "2.5 m" where the letter is a million and no metre; a sprinter's 100 m is one."""


def letter_of_people(text: str, end: int) -> tuple[float, int]:
    """ "1.8m people" and "2.5 m viewers" are millions; "1.8m tall" and "1.8 m" are metres."""
    letter = _COUNTED.match(text, end)
    if letter is None:
        return 1.0, end
    if not letter["noun"]:
        return 1e6, letter.end()
    noun = letter["noun"]
    if letter["apart"]:
        return (1e6, letter.end()) if letter[2] in "mM" and noun in _BY_THE_MILLION else (1.0, end)
    many = noun.endswith("s") or noun in (
        "people",
        "euro",
        "yuan",
        "yen",
        "children",
        "women",
        "men",
    )
    return (numbers.values("abbreviations")[letter[2]], letter.end()) if many else (1.0, end)
