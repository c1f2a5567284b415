"""Towns before a colon that open a report, as papers of South Asia set them: "NEW DELHI: ...", "Lahore / Karachi: ..."."""

import re

from . import gazetteer

_OPENING = re.compile(
    r"(?P<towns>[A-ZÀ-Þ][\w.'’-]*(?:[ /]+[A-ZÀ-Þ][\w.'’-]*){0,5}(?:, ?[A-ZÀ-Þ][\w. ]{2,20})?)\s?:\s+(?=[A-ZÀ-Þ]|[\"“][^\"”]+[\"”]\s\w)(?!(?:I|We|You|My|Our|Yes|No|Well|Thank)\b)"
)
"""What begins with "I" or "you" is the turn of somebody of that name."""
_CLOSED = re.compile(r"[.!?][\"”’')]*\s*$")
FEWEST_WORDS = 8
"""Words behind the colon; less is a headline, in which a town before a colon stands for who speaks there."""
FEWEST_PEOPLE = {True: 50_000, False: 1_000_000}
"""People of a town from which papers report often enough to know the form, by whether it stands in capitals: in small
letters "Jackson: ..." is rather somebody (tried on own datelines)."""


def end_of_towns(paragraph: str) -> int:
    """Where the report begins behind towns and a colon, in code points of `paragraph`; 0 where it opens otherwise. A
    paragraph that is no whole sentence is a headline."""
    match = _OPENING.match(paragraph)
    if match is None or not _CLOSED.search(paragraph):
        return 0
    if len(paragraph[match.end() :].split()) < FEWEST_WORDS:
        return 0
    towns = match["towns"].partition(",")[0].split("/")
    return match.end() if all(map(_is_town, towns)) else 0


def end_in(text: str, start: int) -> int:
    """The same within a text whose paragraph begins at code point `start`, counted from the text's beginning."""
    if _OPENING.match(text, start, start + _LONGEST + _AFTER) is None:
        return 0
    last = text.find("\n", start)
    end = end_of_towns(text[start : last if last >= 0 else len(text)])
    return start + end if end else 0


def stands_in_one(text: str, at: int) -> bool:
    """Whether code point `at` of a text stands in such towns or at their colon."""
    first = text.rfind("\n", max(0, at - _LONGEST - 1), at) + 1
    if not first and at > _LONGEST:
        return False
    return end_in(text, first) > at


_LONGEST = 80
_AFTER = 300
"""Code points of the longest towns before a colon, and of what is looked at behind it (a short quotation)."""


def _is_town(name: str) -> bool:
    fewest = FEWEST_PEOPLE[name.isupper()]
    return any(
        entry.kind == "town" and (entry.people >= fewest or entry.geonameid in gazetteer.capitals())
        for entry in gazetteer.places_named(name.strip())
    )
