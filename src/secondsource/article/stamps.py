"""The stamp of a report: its day with the clock time at which it was put out, as frames print it.

"Tue Mar 4, 2014 10:09 pm EAT", "Friday 7 March 2014 18.20 GMT", "4 March 2014 Last updated at 14:30
GMT". A page's text copied as a whole often has its frame run into the first paragraph, so a stamp is
looked for inside lines too. Prose dates things with a preposition ("on", "until") and no clock, or
with "at"; a stamp has neither.
"""

import re
from dataclasses import dataclass

from .days import Day, find_days

_ZONE = (
    r"(?:GMT|UTC|[BCEMPWI][SED]?T|CEST|EEST|WEST|MSK|EAT|WAT|CAT|SAST|AE[SD]T|AWST|JST|KST|HKT|SGT|PKT|ART|BRT"
    r"|[ACEMP][SD]T|IST|AK[SD]T|HST|NZ[SD]T|ET|PT|CT)\b"
)
_CLOCK = rf"[0-2]?\d[:.h][0-5]\d(?::[0-5]\d)?\s?(?:[ap]\.?m\b\.?(?:\s?\(?{_ZONE})?|\(?{_ZONE})"
_LABEL = r"(?:first |last |originally )?(?:published|updated|posted|modified|filed|issued)"
_AFTER = re.compile(
    rf"[\s,;:|·•–—-]{{1,4}}(?P<label>{_LABEL}(?:\s+(?:at|on))?:?\s+)?{_CLOCK}", re.IGNORECASE
)
_AFTER_AT = re.compile(rf",?\s+at\s+{_CLOCK}", re.IGNORECASE)
_BEFORE = re.compile(rf"(?P<label>{_LABEL})(?:\s+(?:at|on))?:?\s*$", re.IGNORECASE)
_CLOCK_BEFORE = re.compile(
    rf"(?:^|[|:]\s*|(?P<label>{_LABEL})(?:\s+(?:at|on))?:?\s+){_CLOCK}[\s,;|·•–—-]{{1,4}}(?:on\s+)?$",
    re.IGNORECASE,
)
_IN_PROSE = re.compile(
    r"(?:\b(?:on|by|at|of|in|to|for|from|since|until|till|before|after|between|and|or|than|through"
    r"|dated|due|next|last|this|was|is|were|are)|\(|\bby [\w .'’-]{2,40}[,|]?)\s*$",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = re.compile(
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Satu?r?|Sun)(?:day)?\.?,?\s*$", re.IGNORECASE
)
_PLACE_BAR = re.compile(r"^[^\W\d_][\w .,'’/-]{1,50}\s?\|\s*$")


_HINT = re.compile(r"\d[:.h][0-5]\d")
"""No clock, no stamp: most lines have none, and this is looked at for every one."""
_LONGEST_HEAD = 600


@dataclass(frozen=True)
class Stamp:
    """A day with a clock time beside it, at code points `start:end` of a line (of the day alone).
    `label` is the word before day or clock ("last updated"), in lower case; `value` is EDTF."""

    start: int
    end: int
    value: str
    label: str | None


def find_stamp(words: str) -> Stamp | None:
    """The first stamp of a line, among its first `_LONGEST_HEAD` code points; None if it has none."""
    if not _HINT.search(words, 0, _LONGEST_HEAD):
        return None
    for day in find_days(words[:_LONGEST_HEAD]):
        stamp = _stamp_at(words, day)
        if stamp is not None:
            return stamp
    return None


def _stamp_at(words: str, day: Day) -> Stamp | None:
    before = words[: day.start]
    weekday = _WEEKDAY_BEFORE.search(before)
    before = before[: weekday.start()] if weekday else before
    after = _AFTER.match(words, day.end)
    ahead = _BEFORE.search(before)
    early = _CLOCK_BEFORE.search(before)
    first = not before.strip() or bool(_PLACE_BAR.match(before)) or ahead is not None
    if early is None:
        if after is None and not (first and _AFTER_AT.match(words, day.end)):
            return None
        if not first and _IN_PROSE.search(before):
            return None
    label = (
        (ahead and ahead["label"]) or (early and early["label"]) or (after and after["label"]) or ""
    )
    label = re.sub(r"(?:\s+(?:at|on))?:?\s*$", "", label.lower())
    return Stamp(day.start, day.end, day.value, label or None)


def is_stamp_line(words: str) -> bool:
    """Whether a line is a place, a bar and a stamp and nothing else: "NAIROBI | Tue Mar 4, 2014
    10:09 pm EAT"."""
    stamp = find_stamp(words)
    if stamp is None:
        return False
    before = words[: stamp.start]
    weekday = _WEEKDAY_BEFORE.search(before)
    before = before[: weekday.start()] if weekday else before
    after = _AFTER.match(words, stamp.end) or _AFTER_AT.match(words, stamp.end)
    rest = words[after.end() :] if after else words[stamp.end :]
    return bool(_PLACE_BAR.match(before)) and not re.search(r"[^\W_]", rest)
