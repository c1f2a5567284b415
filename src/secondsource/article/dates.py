"""The publication date: every piece of evidence on the page, and what they allow together."""

import re
from dataclasses import dataclass
from datetime import date

from ..model.article import Caption, DateCandidate, Published
from ..model.text import Citation
from .assemble import Body
from .dateline import Dateline
from .days import WEEKDAY, bounds, date_in_url, find_any_days, find_days
from .head import Head
from .layout import Layout
from .shown import shown_days, whole

_EMPTY_DAYS = ("1970-01-01", "1900-01-01", "1899-12-30", "1899-12-31")
"""What programs write where they know no day: the first of Unix, of .NET and of spreadsheets."""


@dataclass(frozen=True)
class Dating:
    """`published` is None where no strong evidence stands, and then `unknown_because` says why."""

    candidates: tuple[DateCandidate, ...]
    published: Published | None
    unknown_because: str | None


def find_candidates(
    layout: Layout,
    body: Body,
    head: Head,
    dateline: Dateline | None,
    captions: tuple[Caption, ...],
    metadata: dict[str, str],
    url: str | None,
    years: list[tuple[str, Citation]],
) -> tuple[DateCandidate, ...]:
    """All evidence for the publication date, the strongest kinds first.

    A day without year has the EDTF form XXXX-10-04. A line of the page's frame that is neither
    labelled nor stands under the headline has the basis `page-frame`: it may show the day on which
    the page was fetched. One that is labelled or stands under the headline has `byline`, and so has the
    only line of a frame, over the headline of a report that nothing else of a page is left of.
    """
    found: list[DateCandidate] = []
    for key, basis in (("given", "given"), ("published", "metadata")):
        value = metadata.get(key, "")
        days = find_any_days(value)
        if basis == "metadata" and days and days[0].value in _EMPTY_DAYS:
            continue
        if days or re.fullmatch(r"(?:19|20)\d\d(?:-\d\d)?", value):
            found.append(
                DateCandidate(
                    value=days[0].value if days else value,
                    basis="given" if basis == "given" else "metadata",
                    supports="on",
                    citation=whole(value, "metadata"),
                )
            )
    modified = find_days(metadata.get("modified", ""))
    if modified:
        found.append(
            DateCandidate(
                value=modified[0].value,
                basis="metadata",
                supports="not-after",
                citation=whole(metadata["modified"], "metadata"),
            )
        )
    in_url = date_in_url(url) if url else None
    if in_url and url:
        value, start, end = in_url
        found.append(
            DateCandidate(
                value=value,
                basis="url",
                supports="on" if len(value) == 10 else "within",
                citation=Citation(start=start, end=end, words=url[start:end], part="url"),
            )
        )
    if dateline and dateline.day and dateline.when:
        start, end = dateline.when
        found.append(
            DateCandidate(
                value=dateline.day,
                basis="dateline",
                supports="on",
                citation=Citation(start=start, end=end, words=body.text[start:end]),
            )
        )
    found += shown_days(layout, body, head, dateline)
    for year, citation in years:
        found.append(
            DateCandidate(value=year, basis="copyright", supports="within", citation=citation)
        )
    for number, caption in enumerate(captions):
        for day in find_days(caption.words):
            found.append(
                DateCandidate(
                    value=day.value,
                    basis="caption",
                    supports="not-before",
                    citation=Citation(
                        start=day.start,
                        end=day.end,
                        words=caption.words[day.start : day.end],
                        part=f"caption:{number}",
                    ),
                )
            )
    strong = any(one.basis in _STRENGTH and one.supports == "on" for one in found)
    if "guessed" in metadata and not strong:
        # What htmldate finds in the markup where nothing plainer stands on the page.
        found.append(
            DateCandidate(
                value=metadata["guessed"],
                basis="metadata",
                supports="on",
                citation=whole(metadata["guessed"], "metadata"),
            )
        )
    return tuple(found)


_STRENGTH = ("given", "url", "metadata", "byline", "dateline")
_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)


def weigh(candidates: tuple[DateCandidate, ...]) -> Dating:
    """The publication date as far as this page alone settles it.

    Strong are, in this order: what the caller gave, the day in the URL (metadata may be in
    another time zone, or that of a later edition), metadata, a date shown as the report's
    own, a dateline with year. A dateline's day takes its year from the copyright line. Strong
    evidence that lies before the day of a caption, or outside the copyright year by more than the
    turn of a year, is refused. Nothing strong, or a refusal, leaves the date unknown, with the
    reason; a date of the page's frame alone is never enough.
    """
    strong = [one for one in candidates if one.basis in _STRENGTH and one.supports == "on"]
    strong = [one for one in strong if one.basis != "url" or len(one.value) == 10]
    strong.sort(key=lambda one: _STRENGTH.index(one.basis))
    years = [one for one in candidates if one.basis == "copyright"]
    strong = _local_day_first(strong)
    refused: list[str] = []
    for one in strong:
        value, evidence = _with_year(one, years, strong)
        if value is None:
            continue
        reason = _contradiction(value, one, candidates)
        if reason:
            refused.append(reason)
            continue
        earliest, latest = bounds(value)
        published = Published(
            value=value,
            precision="day" if len(value) == 10 else "month" if len(value) == 7 else "year",
            earliest=earliest,
            latest=latest,
            basis=one.basis,
            evidence=evidence,
        )
        return Dating(candidates, published, None)
    updated = next(
        (one for one in candidates if one.basis == "byline" and one.supports == "not-after"), None
    )
    if updated is not None and not updated.value.startswith("X"):
        reason = _contradiction(updated.value, updated, candidates)
        if reason is None:
            # An article is updated on its day or within days of it; the page shows no other date.
            published = Published(
                value=updated.value,
                precision="day",
                earliest=updated.value,
                latest=updated.value,
                basis=updated.basis,
                evidence=(updated.citation,),
            )
            return Dating(candidates, published, None)
        refused.append(reason)
    return Dating(candidates, None, _why_unknown(candidates, refused))


def _local_day_first(strong: list[DateCandidate]) -> list[DateCandidate]:
    """The candidates with a shown day before metadata that lie one day off: metadata often give
    Universal Time, and the page shows the day of its readers."""
    stated = next((one for one in strong if one.basis == "metadata" and len(one.value) == 10), None)
    if stated is None:
        return strong
    for one in strong:
        if one.basis == "byline" and len(one.value) == 10 and not one.value.startswith("X"):
            apart = date.fromisoformat(one.value) - date.fromisoformat(stated.value)
            if abs(apart.days) == 1:
                return sorted(
                    strong, key=lambda other: (_STRENGTH.index(other.basis) > 1, other != one)
                )
    return strong


def _with_year(
    one: DateCandidate, years: list[DateCandidate], strong: list[DateCandidate]
) -> tuple[str | None, tuple[Citation, ...]]:
    if not one.value.startswith("XXXX"):
        return one.value, (one.citation,)
    if years and len({year.value for year in years}) == 1:
        value = years[0].value + one.value[4:]
        if find_days(value):
            return value, (one.citation, years[0].citation)
    return None, ()


def _contradiction(
    value: str, one: DateCandidate, candidates: tuple[DateCandidate, ...]
) -> str | None:
    if one.basis == "given":
        return None
    weekday = _WEEKDAY.match(one.citation.words)
    if weekday and len(value) == 10:
        name = f"{date.fromisoformat(value):%A}"
        if not name.lower().startswith(weekday["weekday"][:3].lower()):
            return f"{one.basis} says {one.citation.words}, but {value} was a {name}"
    earliest, latest = bounds(value)
    for other in candidates:
        if other.value.startswith("X"):
            continue
        if other.supports == "not-before" and other.value > latest:
            return f"{one.basis} says {value}, but a caption shows {other.value}"
        if other.basis == "copyright" and one.basis != "metadata":
            year = int(other.value)
            if not int(earliest[:4]) - 1 <= year <= int(latest[:4]) + 1 and int(latest[:4]) > year:
                return f"{one.basis} says {value}, but the copyright line says {other.value}"
    return None


def _why_unknown(candidates: tuple[DateCandidate, ...], refused: list[str]) -> str:
    if refused:
        return "; ".join(refused)
    frame = next((one for one in candidates if one.basis == "page-frame"), None)
    year = next((one for one in candidates if one.basis == "copyright"), None)
    if frame and year and frame.value[:4] != year.value:
        return (
            f"the page frame shows {frame.value}, which may be the day it was fetched and does not"
            f" agree with the copyright year {year.value}"
        )
    if frame:
        return (
            f"only the page frame shows a date ({frame.value}), which may be the day it was fetched"
        )
    if any(one.basis in ("dateline", "byline") for one in candidates):
        return "the page shows a day without a year"
    if year:
        return f"the page shows no date but the copyright year {year.value}"
    if candidates:
        return "the page shows no date of its own, only dates of other things"
    return "the page shows no date"
