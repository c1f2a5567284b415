"""The agency that signs a report in brackets behind its last words: "... in May. (Reuters)"."""

import re

from ..lexicon.agencies import agency_named
from ..model.text import Citation

_AGENCY = (
    r"(?:A\.?P\.?|Associated Press|Reuters|REUTERS|AFP|dpa|DPA|ANSA|EFE|Kyodo|Yonhap|UPI|TASS|Tass|Xinhua|Anadolu(?: Agency)?|Sputnik"
    r"|EPA|PA|PA Media|Press Association|AAP|Bloomberg|KNA|epd|apa|APA|sda|Keystone-SDA|ATS|Belga|ANP|PAP|ČTK|TT|NTB|Ritzau|IANS|PTI|ANI)"
)
_SIGNATURE = re.compile(
    rf"(?<=[.!?…\"”’»])\s*[(\[](?P<who>(?:[\w-]{{2,12}} (?:mit|und|and|with) )?{_AGENCY}(?:\s*(?:/|,|and|und|mit|with)\s*(?:{_AGENCY}|[a-z]{{2,5}}))*)[)\]]\.?$"
)
_LETTERS = re.compile(r"(?P<name>\w[\w’' -]*)\((?P<letters>[A-Z]{2,6})\)\.?$")
_LONGEST = 70
"""Characters at the end of a line among which a signature stands."""
_NAME = re.compile(_AGENCY)


_END = re.compile(r"(?<=[.!?…\"”’»])\s+(?:Enditem|ENDITEM|ENDS|Ends|\(END\)|###|-30-)\.?$")
"""How agencies and press offices mark the end of a text."""


def unsigned(words: str) -> str:
    """The line without the agency that signs it or the mark of its end; the same line where there is neither."""
    match = _at_end(words) or _END.search(words, max(0, len(words) - _LONGEST))
    return words[: match.start()] if match else words


_INITIALS = re.compile(r"[a-z]{2,4}(?:\s*[/,]\s*[a-z]{2,4}){0,3}\s+(?=\()")
_LISTED = re.compile(r"\s*(?:,|;|/|\||\+|&|\band\b)\s*")
_LONGEST_LIST = 80
_MOST_BLANKS = 8
"""No line of agencies is longer; most lines are, and counting is faster than the patterns."""


def agencies_alone(words: str) -> tuple[str, ...]:
    """The agencies of a line that names agencies and nothing else, but for the initials of its desk: "AFP/Reuters",
    "kl/mo (AP, dpa)"; none for any other line."""
    if len(words) > _LONGEST_LIST or words.count(" ") > _MOST_BLANKS:
        return ()
    bare = _INITIALS.sub("", words.strip(" .—–-"), count=1).strip(" ()[].—–-")
    names = [
        name.strip() for name in _LISTED.split(re.sub(r"^(?:with|from)\s+", "", bare, flags=re.I))
    ]
    return tuple(names) if all(names) and all(map(agency_named, names)) else ()


def explains_letters(words: str) -> bool:
    """Whether a line ends by giving the letters of a name: "by the Associated Press (AP)."."""
    match = _LETTERS.search(words, max(0, len(words) - _LONGEST))
    if match is None:
        return False
    letters = match["letters"]
    names = [word for word in match["name"].split() if word[0].isupper()][-len(letters) :]
    return "".join(name[0] for name in names) == letters


def signing_agencies(text: str) -> list[Citation]:
    """Where the agencies stand that sign a text behind its last words; none where none does."""
    match = _at_end(text)
    if match is None:
        return []
    start = match.start("who")
    return [
        Citation(start=start + found.start(), end=start + found.end(), words=found[0])
        for found in _NAME.finditer(match["who"])
    ]


def _at_end(words: str) -> re.Match[str] | None:
    if not words.endswith((")", "]", ").", "].")):
        return None
    return _SIGNATURE.search(words, max(0, len(words) - _LONGEST))
