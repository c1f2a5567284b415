"""The dateline with which a report may begin: "MOMBASA, Kenya, Oct. 4 (AP) — "."""

import re
from dataclasses import dataclass, replace

from ..lexicon.town_datelines import end_of_towns
from .days import find_days

_DASH = r"(?:—|–|--|-|―)"
_NO_DATE = r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
_REST = rf"(?:,\s*{_NO_DATE}[A-Z][\w.'’\- ]{{1,30}}?){{0,3}}"
_NO_LABEL = r"(?!(?:BREAKING|UPDATED?|EXCLUSIVE|ANALYSIS|FACTBOX|EXPLAINER|OPINION|WATCH|LIVE|VIDEO|CORRECTION|RPT|INSIGHT|NOTE|EDITOR)\b)"
_SHOUTED = rf"{_NO_DATE}{_NO_LABEL}[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’/\- ]{{2,40}}?"
_PLAIN = rf"{_NO_DATE}[A-ZÀ-ÖØ-Þ][\w.'’\- ]{{2,30}}?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s*)"
_DAY = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:,?\s+\d{4})?"
    r"|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{4})?"
    r"|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d)"
)
_WHEN = rf"(?:(?:,?\s+|^)(?P<when>{_WEEKDAY}?{_DAY}?))?"
_ON_A_DAY = rf",?\s+(?P<when>{_WEEKDAY}?{_DAY})"
_NO_PREPOSITION = r"(?!(?:On|In|By|At|As|Since|From|Until|After|Before|Updated?|Published|Posted|Filed|Issued|Dated|Released)\b)"
_AGENCY = r"\((?P<agency>(?:[A-Z][\w.&’' /-]{1,40})|dpa|epa|lusa|sda|apa|ots|pap|ntb)\)"
_DATELINE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?P<place>{_SHOUTED}{_REST}){_WHEN}\s*(?:{_AGENCY})?\s*{_DASH}\s+(?=[A-ZÀ-ÖØ-Þ0-9“\"‘'])",
        rf"^(?P<place>{_PLAIN}{_REST}){_WHEN}\s*{_AGENCY}\s*{_DASH}\s*(?=\S)",
        rf"^(?P<place>){_WHEN}\s*{_AGENCY}\s*{_DASH}\s*(?=\S)",
        rf"^(?P<place>{_SHOUTED}{_REST}){_WHEN}\s*{_AGENCY}\s+(?=[A-Z“\"])",
        # "Lindmouth, Feb 4 (PTI): ", "LINDMOUTH, 4 February – "
        rf"^(?P<place>{_NO_PREPOSITION}{_PLAIN}{_REST}){_ON_A_DAY}\s*(?:{_AGENCY}\s*)?(?:{_DASH}|:)\s+(?=[A-ZÀ-ÖØ-Þ0-9“\"‘'])",
        rf"^(?P<place>{_PLAIN}{_REST}){_WHEN}\s*{_AGENCY}\s*:\s+(?=\S)",
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
    towns_end = end_of_towns(paragraph)
    if towns_end:
        place = paragraph[:towns_end].rstrip(": ")
        return Dateline(towns_end, place, place, None, None, None, None)
    for pattern in _DATELINE:
        match = pattern.match(paragraph)
        if match is None:
            continue
        when = match["when"] or ""
        days = find_days(when, without_year=True) if when else []
        words = re.sub(rf"\s*(?:{_DASH}|:)\s*$", "", match[0]).strip()
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


STANDFIRST_WORDS = 30
"""Words; a headline or standfirst that was left over the body is shorter than most first paragraphs (tried on own
prints of agency reports)."""

_MOST_OVER = 3
_LONGEST_ALONE = 12
"""Blanks in a line that is a dateline and no more."""


def find_dateline(text: str) -> Dateline | None:
    """The dateline of a body, with offsets into it: that of its first paragraph, or of the first one under
    headlines and standfirsts that were left over it."""
    start, over = 0, 0
    for line in text.split("\n"):
        if line.strip():
            found = read_dateline(line)
            if found is not None:
                return _moved(found, start)
            over += 1
            if over > _MOST_OVER or len(line.split()) > STANDFIRST_WORDS:
                return None
        start += len(line) + 1
    return None


def _moved(dateline: Dateline, by: int) -> Dateline:
    when, agency_at = dateline.when, dateline.agency_at
    return replace(
        dateline,
        end=dateline.end + by,
        when=(when[0] + by, when[1] + by) if when else None,
        agency_at=(agency_at[0] + by, agency_at[1] + by) if agency_at else None,
    )


_YEAR = re.compile(r"(?:19|20)\d\d")


def dateline_alone(words: str) -> Dateline | None:
    """The dateline that a short line is, whole and without a dash, with a day and its year and with the place in capitals or
    an agency: "VARNHOLM, Sept. 12, 2023 (AP)"; None for any other line."""
    words = words.strip()
    if words.count(" ") > _LONGEST_ALONE or not _YEAR.search(words):
        return None
    found = read_dateline(f"{words} — A")
    if found is None or found.end != len(words) + 3 or not (found.day or "").startswith(("1", "2")):
        return None
    return found if found.agency or found.place.isupper() else None


def is_dateline(words: str) -> bool:
    """Whether a line is a dateline and nothing else: "MOMBASA, Kenya (AP) —"."""
    words = words.strip()
    if not words.endswith(("—", "–", "-", "―")):
        return False
    found = read_dateline(f"{words} A")
    return found is not None and found.end == len(words) + 1
