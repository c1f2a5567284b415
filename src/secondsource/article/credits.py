"""What a page says about who contributed to the report and from whom it was taken, each with its words."""

import re
from dataclasses import dataclass, field

from ..lexicon.agencies import agency_named
from ..model.article import CreditLine
from ..model.text import Citation
from .assemble import Body
from .layout import Layout
from .signature import agencies_alone
from .takeover import republished_from
from .writers import OFFICE, PARTED, add_name, people_in

_OF_OUTLET = re.compile(
    r"(?P<names>[^;]*?)\s+of\s+(?P<outlet>(?:[Tt]he\s+)?[A-Z][\w’'.&-]*(?:\s+(?:[A-Z&][\w’'.&-]*|of|the|and))*)"
)
_CONTRIBUTED_BY = re.compile(
    r"\b(?:(?:contributed|provided|compiled)\s+by|c[oa]mes?\s+from)\s+(?P<who>.+)$", re.IGNORECASE
)
_CONTRIBUTED = re.compile(
    r"^[-–—*(\s]*(?:.*\w{3}\.\s)?(?P<who>.+?)\s+(?:also\s+)?(?:contributed|contributing)\b",
    re.IGNORECASE,
)
_REPORTING_BY = re.compile(
    r"(?P<role>reporting|writing|editing|additional reporting|research|files?|reports?|inputs?|production|compiled|material|contributions?)(?:\s+and\s+\w+)?\s+(?:by|from)\s+(?P<who>[^;]+)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\s*;\s*(?:and\s+)?(?:by\s+)?|,?\s+and\s+(?=[A-Z][\w’'-]+(?: [A-Z]\.)? [A-Z][\w’'-]+ of )"
)
"""What parts contributors of several newsrooms."""
_REPORTED_FROM = re.compile(r"\s+reported\s+from\b")
_REPORTED_BY = re.compile(r"^\W*Reporting\b(?:\s+and\s+\w+)?\s+by\b")
_SOURCE = re.compile(r"^(?:source|sources|via)\s*:\s*(?P<who>.{2,60}?)\.?$", re.IGNORECASE)


@dataclass
class Provenance:
    """What the page says about whose report it is."""

    authors: list[str] = field(default_factory=list)
    contributors: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    outlet: str | None = None
    publisher: str | None = None
    zone: str | None = None
    credits: list[CreditLine] = field(default_factory=list)
    years: list[tuple[str, Citation]] = field(default_factory=list)
    """Years of copyright lines."""


def cite_removed(body: Body, index: int, words: str) -> Citation:
    """The citation of `words` inside removal `index` of the body; all of it where they do not stand
    there letter by letter."""
    held = body.removed[index].words
    start = held.find(words) if words else -1
    if start < 0:
        return Citation(start=0, end=len(held), words=held, part=f"removed:{index}")
    return Citation(start=start, end=start + len(words), words=words, part=f"removed:{index}")


def read_credit_lines(layout: Layout, body: Body, found: Provenance) -> None:
    """Adds the contributors and agencies of the lines that say who contributed."""
    for n in layout.with_kind("credit-line"):
        words = layout.lines[n].words
        index = body.removal_of_line[n]
        bracketed = words.strip(" ()[].—–-")
        listed = agencies_alone(
            re.sub(r"^\W*(?:sources?|via|agencies|from agencies)\s*:\s*", "", words, flags=re.I)
        )
        for name in listed if len(listed) > 1 else ():
            add_name(found.agencies, agency_named(name) or name)
            cited = cite_removed(body, index, name)
            found.credits.append(CreditLine(kind="agency", organization=name, citation=cited))
        if len(listed) > 1:
            continue
        if listed:
            bracketed = listed[0]
        agency = agency_named(bracketed)
        source = _SOURCE.match(words.strip("()[] "))
        if agency or source:
            name = agency or (source["who"] if source else "")
            organization = source["who"] if source else bracketed
            if agency_named(organization) or source:
                add_name(found.agencies, agency_named(organization) or name)
            found.credits.append(
                CreditLine(
                    kind="agency",
                    organization=organization,
                    citation=cite_removed(body, index, organization),
                )
            )
            continue
        by = _CONTRIBUTED_BY.search(words)
        reporting = list(_REPORTING_BY.finditer(words))
        before = _CONTRIBUTED.match(words)
        told_from = _REPORTED_FROM.sub(" from", words)
        if by:
            clauses = [by["who"]]
        elif before:
            clauses = [before["who"]]
        elif reporting:
            clauses = [
                match["who"] for match in reporting if match["role"].lower() not in ("editing",)
            ]
        else:
            clauses = [told_from]
        if not found.authors and _REPORTED_BY.match(words):
            # Where nobody else is named, who reported it is who wrote it.
            found.authors += people_in(clauses.pop(0))
        for clause in clauses:
            _read_contributors(clause, index, body, found)


def _read_contributors(clause: str, index: int, body: Body, found: Provenance) -> None:
    for part in _OF_ANOTHER.split(clause):
        of_outlet = _OF_OUTLET.match(part)
        names = of_outlet["names"] if of_outlet else part
        for person in people_in(names):
            add_name(found.contributors, person)
        organizations = [of_outlet["outlet"].strip(" .")] if of_outlet else []
        if not organizations:
            pieces = [piece.strip(" .()") for piece in PARTED.split(part)]
            pieces = [
                office["of"].strip() if (office := OFFICE.match(one)) else one for one in pieces
            ]
            organizations = [piece for piece in pieces if agency_named(piece)]
        for organization in organizations:
            agency = agency_named(organization)
            if agency:
                add_name(found.agencies, agency)
            found.credits.append(
                CreditLine(
                    kind="contributor",
                    organization=organization,
                    citation=cite_removed(body, index, organization),
                )
            )


def read_republished(layout: Layout, body: Body, found: Provenance) -> None:
    """Adds the newsroom from which the report was taken over, as a line outside of the body says."""
    for n, mark in enumerate(layout.marks):
        if mark not in ("credit-line", "copyright", "editors-note"):
            continue
        name = republished_from(layout.lines[n].words)
        if name:
            cited = cite_removed(body, body.removal_of_line[n], name)
            found.credits.append(CreditLine(kind="agency", organization=name, citation=cited))
