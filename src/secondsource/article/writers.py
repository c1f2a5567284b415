"""The people that a byline or a list of contributors names."""

import re

from ..lexicon.agencies import agency_named
from ..lexicon.outlets import outlet_named
from .days import find_days
from .shape import names_organisation, person_like

BY = re.compile(
    r"^(?:(?:story|written|words|reported|text|report|article|review|analysis|opinion|posted|published|reporting)\s+)?by:?\s+|^(?:text|words|story|written|reporting)\s*:\s+",
    re.IGNORECASE,
)
_PICTURES = re.compile(
    r"(?:^|\s*(?:[|•·/;,]|\band\b|\s[-–—]\s)\s*)(?:photo(?:s|graphs?|graphy)?|pictures?|images?|video|graphics?|illustrations?)(?:\s*:|\s+by:?)\s+[^|•·/;]+",
    re.IGNORECASE,
)


def without_pictures(words: str) -> str:
    """A byline without those who took its pictures: "Text: A Name | Photos: B Name"."""
    return _PICTURES.sub("", words)


PARTED = re.compile(r"\s*(?:,|;|\||•|·|/|\s[-–—]\s|\band\b|&|\bwith\b)\s*", re.IGNORECASE)
_IN_PLACE = re.compile(r"\s+\b(?:in|at|for|from|reporting|on|of)\b\s.*$")
OFFICE = re.compile(
    r"^(?:the\s+)?(?P<of>(?:(?:[A-Z][\w’'.]*|staff|senior|special|our|freelance)\s+){0,3})(?:writers?|reporters?|journalists?|correspondents?|producers?|researchers?|photographers?)"
    r"\s+(?=[A-Z])",
    re.IGNORECASE,
)
"""What somebody is, said before his name: "Reporters A and B", "Courier staff writer C"."""


_FROM = re.compile(r"^[Ff]rom:?\s+(?=[A-ZÀ-ÖØ-Þ])")
_POSTED = re.compile(r"^\W*(?:posted|published|written|filed|submitted|uploaded)\b", re.IGNORECASE)
_THEN_BY = re.compile(
    r"^[\s,|·•–—-]*(?:(?:at|@)?\s*\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?[\s,|·•–—-]*)?by:?\s+(?=[A-ZÀ-ÖØ-Þ])",
    re.IGNORECASE,
)


def posted_by(words: str) -> str | None:
    """Who posted a report, of a line that says first when, as weblogs set it: "Posted on 4 March 2014 by A Name";
    None for any other line."""
    if not _POSTED.match(words) or words.count(" ") > 16:
        return None
    days = find_days(words)
    match = _THEN_BY.match(words[days[0].end :]) if days else None
    return words[days[0].end + match.end() :] if match else None


def bare_name(name: str) -> list[str]:
    """A name from metadata that has not the shape of a person's full name: kept if it is short and
    no web address, no e-mail address and no body's name."""
    name = BY.sub("", name.strip())
    plain = (
        0 < len(name) <= 40 and len(name.split()) <= 4 and not re.search(r"https?:|@|[|/<>]", name)
    )
    body = names_organisation(name) or outlet_named(name) or agency_named(name)
    return [name] if plain and not body else []


def add_name(names: list[str], name: str) -> None:
    """Adds a name, without what stands around it, unless it is there already."""
    name = name.strip(" .,;:|-–—")
    if name and name not in names:
        names.append(name)


def people_in(words: str) -> list[str]:
    """The persons in a byline or a list of contributors, in their order."""
    found: list[str] = []
    for part in PARTED.split(_FROM.sub("", BY.sub("", words.strip(" .()[]—–-")))):
        name = _IN_PLACE.sub("", OFFICE.sub("", part.strip())).strip(" .")
        if name.isupper() and 2 <= len(name.split()) <= 4:
            name = name.title()
        if person_like(name) and not agency_named(name):
            add_name(found, name)
    return found
