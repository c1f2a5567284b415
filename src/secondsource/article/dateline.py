"""The dateline with which a report may begin: "MOMBASA, Kenya, Oct. 4 (AP) — "."""

import re
from dataclasses import dataclass

from .days import find_days

_DASH = r"(?:—|–|--|-|―)"
_NO_DATE = r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
_REST = rf"(?:,\s*{_NO_DATE}[A-Z][\w.'’\- ]{{1,30}}?){{0,3}}"
_NO_LABEL = r"(?!(?:BREAKING|UPDATED?|EXCLUSIVE|ANALYSIS|FACTBOX|EXPLAINER|OPINION|WATCH|LIVE|VIDEO|CORRECTION|RPT|INSIGHT|NOTE|EDITOR)\b)"
_SHOUTED = rf"{_NO_DATE}{_NO_LABEL}[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’/\- ]{{2,40}}?"
_PLAIN = rf"{_NO_DATE}[A-ZÀ-ÖØ-Þ][\w.'’\- ]{{2,30}}?"
_WHEN = (
    r"(?:(?:,?\s+|^)(?P<when>(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s*)?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:,?\s+\d{4})?"
    r"|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{4})?"
    r"|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d)?))?"
)
_AGENCY = r"\((?P<agency>[A-Z][\w.&’' /-]{1,40})\)"
_DATELINE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?P<place>{_SHOUTED}{_REST}){_WHEN}\s*(?:{_AGENCY})?\s*{_DASH}\s+(?=[A-ZÀ-ÖØ-Þ0-9“\"‘'])",
        rf"^(?P<place>{_PLAIN}{_REST}){_WHEN}\s*{_AGENCY}\s*{_DASH}\s*(?=\S)",
        rf"^(?P<place>){_WHEN}\s*{_AGENCY}\s*{_DASH}\s*(?=\S)",
        rf"^(?P<place>{_SHOUTED}{_REST}){_WHEN}\s*{_AGENCY}\s+(?=[A-Z“\"])",
    )
)


@dataclass(frozen=True)
class Dateline:
    """Offsets are code points into the line. `words` is without the dash; `day` is EDTF (its year
    XXXX where none is said) or None; `agency` stood in brackets."""

    end: int
    words: str
    place: str
    day: str | None
    when: tuple[int, int] | None
    agency: str | None
    agency_at: tuple[int, int] | None


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline with which the paragraph begins, if it has one."""
    for pattern in _DATELINE:
        match = pattern.match(paragraph)
        if match is None:
            continue
        when = match["when"] or ""
        days = find_days(when, without_year=True) if when else []
        words = re.sub(rf"\s*{_DASH}\s*$", "", match[0]).strip()
        if not words or (not match["place"] and not match["agency"]):
            continue
        return Dateline(
            end=match.end(),
            words=words,
            place=match["place"].strip(" ,"),
            day=days[0].value if days else None,
            when=match.span("when") if when else None,
            agency=match["agency"],
            agency_at=match.span("agency") if match["agency"] else None,
        )
    return None
