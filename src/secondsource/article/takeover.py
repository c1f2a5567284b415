"""From whom a report was taken over: "This article was originally published by the Lindmouth Gazette"."""

import re

_VERB = r"(?:published|appeared|printed|posted|reported|run)"
_FROM = r"(?:\s+(?:here|online))?(?:\s+(?:with|by)\s+(?:\w+\s+)?permission(?:\s+(?:from|of))?|\s+(?:by|in|on|at|from|via))\s+(?P<who>\S.{1,120})"
_TAKEN_OVER = tuple(
    re.compile(rf"^\W*{pattern}{_FROM}", re.IGNORECASE)
    for pattern in (
        rf"this (?:article|story|report|piece|post|column|interview)\s+(?:(?:was|is|has been)\s+)?(?:(?:originally|first|previously|initially|also)\s+)?(?:re)?(?:{_VERB}|printed|produced|syndicated)",
        rf"(?:originally|first)\s+{_VERB}",
        r"(?:republished|reprinted|reproduced|syndicated)",
    )
)
_LONGEST = 40
"""Words; with the terms of a licence behind it such a line has up to thirty."""
_END = re.compile(
    r"\s*(?:[,;(|]|\.(?:\s|$)|\s(?:on|under|and is|and was|as part|in partnership|with|where|here|at|for|last|this|via)\s|\s\d|$)"
)
_NAME = re.compile(
    r"(?:[Tt]he\s+)?[A-Z0-9][\w.&’'-]*(?:\s+(?:[A-Z0-9&][\w.&’'-]*|of|the|and|for))*"
)
_NO_NAME = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d"
    r"|(?:English|French|German|Spanish|Russian|Arabic|Chinese|Ukrainian|Portuguese|Italian|Turkish|Polish|Dutch|Hindi|Swahili)$"
)


def tells_first_publication(words: str) -> bool:
    """Whether a line says where, or when, the report was published first: of this report in so many words, or with
    the name of a newsroom."""
    match = _match(words)
    return match is not None and (match.re is _TAKEN_OVER[0] or republished_from(words) is not None)


def republished_from(words: str) -> str | None:
    """The newsroom that a line names as that of the report's first publication; None where it names none (a day
    or a language is none)."""
    match = _match(words)
    if match is None:
        return None
    who = match["who"]
    end = _END.search(who)
    name = (who[: end.start()] if end else who).strip(" .")
    bare = re.sub(r"^[Tt]he\s+", "", name)
    return bare if _NAME.fullmatch(name) and not _NO_NAME.match(bare) else None


def _match(words: str) -> re.Match[str] | None:
    if words.count(" ") >= _LONGEST:
        return None
    return next((found for one in _TAKEN_OVER if (found := one.match(words))), None)
