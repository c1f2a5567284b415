"""Whose report it is: authors, contributors, agencies, outlet, publisher, each with its words."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ..lexicon.agencies import agency_named
from ..lexicon.outlets import (
    Outlet,
    outlet_at,
    outlet_named,
    outlets_of,
)
from ..model.article import CreditLine
from ..model.text import Citation
from .assemble import Body
from .dateline import Dateline
from .head import Head, email_addresses
from .layout import Layout
from .mastheads import masthead_of, names_itself, unlisted_outlet
from .media import credited_media
from .shape import names_organisation, person_like
from .signature import signing_agencies

_BY = re.compile(
    r"^(?:(?:story|written|words|reported|text|report|article|review|analysis|opinion|posted|published|reporting)\s+)?by:?\s+",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,|;|\||•|·|/|\s[-–—]\s|\band\b|&|\bwith\b)\s*", re.IGNORECASE)
_IN_PLACE = re.compile(r"\s+\b(?:in|at|for|from|reporting|on|of)\b\s.*$")
_WRITE_TO = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]*\.?\s+)(?:[A-Z][\w’'-]*\.?\s+){0,3}[A-Z][\w’'-]+)\s+at\b"
)
_COPYRIGHT = re.compile(
    r"(?:copyright\s*(?:©|\(c\))?|©|\(c\))\s*(?:copyright\s*)?(?P<year>(?:19|20)\d\d)?(?:\s*[-–]\s*(?P<last>(?:19|20)\d\d))?[\s,]*(?:by\s+)?(?P<holder>[^\W\d_][^|©\n]{1,80}?)"
    r"(?=\s*(?:$|[.,]?\s*all rights|\.\s|\s[-–—|]\s|\.$|[0-9a-f]{24}))",
    re.IGNORECASE,
)
_HOLDER_LAST = re.compile(
    r"^(?P<holder>[^\W\d_][^|©\n]{1,60}?)[\s,]*(?:©|\(c\))\s*(?:copyright\s*)?(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_OF_OUTLET = re.compile(
    r"(?P<names>[^;]*?)\s+of\s+(?P<outlet>(?:[Tt]he\s+)?[A-Z][\w’'.&-]*(?:\s+(?:[A-Z&][\w’'.&-]*|of|the|and))*)"
)
_CONTRIBUTED_BY = re.compile(
    r"\b(?:contributed|provided|compiled)\s+by\s+(?P<who>.+)$", re.IGNORECASE
)
_CONTRIBUTED = re.compile(
    r"^[-–—*(\s]*(?P<who>.+?)\s+(?:also\s+)?(?:contributed|contributing)\b", re.IGNORECASE
)
_REPORTING_BY = re.compile(
    r"(?P<role>reporting|writing|editing|additional reporting|research|files?|reports?|production|compiled|material|contributions?)(?:\s+and\s+\w+)?\s+(?:by|from)\s+(?P<who>[^;]+)",
    re.IGNORECASE,
)
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


def _bare_name(name: str) -> list[str]:
    """A name from metadata that has not the shape of a person's full name: kept if it is short and
    no web address, no e-mail address and no body's name."""
    name = _BY.sub("", name.strip())
    plain = (
        0 < len(name) <= 40 and len(name.split()) <= 4 and not re.search(r"https?:|@|[|/<>]", name)
    )
    body = names_organisation(name) or outlet_named(name) or agency_named(name)
    return [name] if plain and not body else []


def _add(names: list[str], name: str) -> None:
    name = name.strip(" .,;:|-–—")
    if name and name not in names:
        names.append(name)


def people_in(words: str) -> list[str]:
    """The persons in a byline or a list of contributors, in their order."""
    found: list[str] = []
    for part in _SPLIT.split(_BY.sub("", words.strip(" .()[]—–-"))):
        name = _IN_PLACE.sub("", part.strip()).strip(" .")
        if name.isupper() and 2 <= len(name.split()) <= 4:
            name = name.title()
        if person_like(name) and not agency_named(name):
            _add(found, name)
    return found


def cite_removed(body: Body, index: int, words: str, fallback: str = "") -> Citation:
    """The citation of `words` inside removal `index` of the body; all of it where they do not stand
    there letter by letter."""
    held = body.removed[index].words
    start = held.find(words) if words else -1
    if start < 0:
        return Citation(start=0, end=len(held), words=held, part=f"removed:{index}")
    return Citation(start=start, end=start + len(words), words=words, part=f"removed:{index}")


def read_provenance(
    layout: Layout,
    body: Body,
    head: Head,
    dateline: Dateline | None,
    metadata: dict[str, str],
    url: str | None,
) -> Provenance:
    """All that the page says about its origin. `metadata` are the page's own fields (outlet,
    authors, publisher), which count more than its wording."""
    found = Provenance()
    for name in re.split(r"\s*;\s*", metadata.get("authors", "")):
        for person in [name] if person_like(name) else people_in(name) or _bare_name(name):
            _add(found.authors, person)
    _read_bylines(layout, body, head, found)
    _read_credit_lines(layout, body, found)
    for signed in signing_agencies(body.text):
        _add(found.agencies, agency_named(signed.words) or signed.words)
        found.credits.append(CreditLine(kind="agency", organization=signed.words, citation=signed))
    _read_contacts(layout, body, found)
    _read_dateline_agency(dateline, found)
    _read_outlet(layout, body, head, metadata, url, found)
    found.credits += credited_media(body.text)
    _unify_agencies(found)
    return found


def _read_bylines(layout: Layout, body: Body, head: Head, found: Provenance) -> None:
    for n in layout.with_kind("byline"):
        words = layout.lines[n].words
        index = body.removal_of_line[n]
        in_head = n in head.bylines
        for person in people_in(words) if in_head or _BY.match(words) else []:
            _add(found.authors, person)
        for part in _SPLIT.split(_BY.sub("", words)):
            agency = agency_named(part)
            if agency:
                _add(found.agencies, agency)
                found.credits.append(
                    CreditLine(
                        kind="byline", organization=part, citation=cite_removed(body, index, part)
                    )
                )
            elif outlet_named(part) and not person_like(part):
                found.credits.append(
                    CreditLine(
                        kind="byline", organization=part, citation=cite_removed(body, index, part)
                    )
                )


def _read_credit_lines(layout: Layout, body: Body, found: Provenance) -> None:
    for n in layout.with_kind("credit-line"):
        words = layout.lines[n].words
        index = body.removal_of_line[n]
        bracketed = words.strip(" ()[].—–-")
        agency = agency_named(bracketed)
        source = _SOURCE.match(words.strip("()[] "))
        if agency or source:
            name = agency or (source["who"] if source else "")
            organization = source["who"] if source else bracketed
            if agency_named(organization) or source:
                _add(found.agencies, agency_named(organization) or name)
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
        if by:
            clauses = [by["who"]]
        elif reporting:
            clauses = [
                match["who"] for match in reporting if match["role"].lower() not in ("editing",)
            ]
        elif before:
            clauses = [before["who"]]
        else:
            clauses = [words]
        for clause in clauses:
            _read_contributors(clause, index, body, found)


def _read_contributors(clause: str, index: int, body: Body, found: Provenance) -> None:
    for part in re.split(r"\s*;\s*(?:and\s+)?(?:by\s+)?", clause):
        of_outlet = _OF_OUTLET.match(part)
        names = of_outlet["names"] if of_outlet else part
        for person in people_in(names):
            _add(found.contributors, person)
        organization = of_outlet["outlet"].strip(" .") if of_outlet else ""
        if not organization:
            for piece in _SPLIT.split(part):
                if agency_named(piece.strip(" .")):
                    organization = piece.strip(" .")
        if organization:
            agency = agency_named(organization)
            if agency:
                _add(found.agencies, agency)
            found.credits.append(
                CreditLine(
                    kind="contributor",
                    organization=organization,
                    citation=cite_removed(body, index, organization),
                )
            )


def _read_contacts(layout: Layout, body: Body, found: Provenance) -> None:
    for n, mark in enumerate(layout.marks):
        if mark is None:
            continue
        words = layout.lines[n].words
        if mark == "contact" and re.match(
            r"(?:write|e-?mail|contact|reach)\b", words, re.IGNORECASE
        ):
            rest = re.sub(
                r"^(?:write|e-?mail|contact|reach)(?:\s+to)?\s+", "", words, flags=re.IGNORECASE
            )
            for match in _WRITE_TO.finditer(rest):
                if person_like(match["name"]):
                    _add(found.authors, match["name"])
        for address in email_addresses(words):
            if mark in ("contact", "byline", "credit-line", "copyright", "newsletter"):
                index = body.removal_of_line[n]
                found.credits.append(
                    CreditLine(
                        kind="email",
                        organization=address.split("@")[1],
                        citation=cite_removed(body, index, address),
                    )
                )


def _read_dateline_agency(dateline: Dateline | None, found: Provenance) -> None:
    if dateline is None or dateline.agency is None or dateline.agency_at is None:
        return
    agency = agency_named(dateline.agency)
    _add(found.agencies, agency or dateline.agency)
    start, end = dateline.agency_at
    found.credits.append(
        CreditLine(
            kind="agency",
            organization=dateline.agency,
            citation=Citation(start=start, end=end, words=dateline.agency),
        )
    )


def _read_outlet(
    layout: Layout,
    body: Body,
    head: Head,
    metadata: dict[str, str],
    url: str | None,
    found: Provenance,
) -> None:
    """Outlet and publisher. Order: the page's metadata; the table's outlet at the URL, at an e-mail
    address, of the copyright holder; a masthead that agrees with one of those, or stands alone."""
    holders = _read_copyright(layout, body, found)
    hosts = [urlsplit(url).hostname or ""] if url else []
    mails = [credit.organization for credit in found.credits if credit.kind == "email"]
    known: Outlet | None = None
    if metadata.get("outlet"):
        found.outlet = metadata["outlet"]
        known = outlet_named(found.outlet)
    for host in hosts + mails:
        known = known or outlet_at(host)
    masthead = masthead_of(layout, body, head)
    if known is None and masthead:
        known = outlet_named(masthead)
    if known is None:
        for holder in holders:
            known = outlet_named(holder)
            family = outlets_of(holder)
            if known is None and family:
                known = next((one for one in family if names_itself(one, layout)), None)
                found.publisher = found.publisher or family[0].publisher
            if known:
                break
    if known is not None:
        found.outlet = found.outlet or known.name
        found.publisher = found.publisher or known.publisher or None
        found.zone = known.zone or None
    if holders:
        found.publisher = found.publisher or holders[0]
    if found.outlet is None:
        found.outlet = unlisted_outlet(masthead, holders, hosts + mails)
    if found.publisher is None and metadata.get("publisher"):
        found.publisher = metadata["publisher"]


def _read_copyright(layout: Layout, body: Body, found: Provenance) -> list[str]:
    holders: list[str] = []
    for n in layout.with_kind("copyright"):
        words = layout.lines[n].words
        index = body.removal_of_line[n]
        match = _COPYRIGHT.search(words) or _HOLDER_LAST.search(words)
        year = (
            re.search(r"\b(?:19|20)\d\d\b", words)
            if re.search(r"©|\(c\)|copyright", words, re.I)
            else None
        )
        if year:
            last = re.search(r"\b((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\b", words)
            if not last:
                found.years.append((year[0], cite_removed(body, index, year[0])))
        if match:
            holder = match["holder"].strip(" .,")
            if (
                1 <= len(holder.split()) <= 8
                and holder[:1].isupper()
                and not re.match(r"(?:all|this|the (?:content|material))\b", holder, re.I)
            ):
                _add(holders, holder)
                found.credits.append(
                    CreditLine(
                        kind="copyright",
                        organization=holder,
                        citation=cite_removed(body, index, holder),
                    )
                )
    return holders


def _unify_agencies(found: Provenance) -> None:
    """One name for one agency: initials in a dateline give way to the full name in a credit."""
    full = [name for name in found.agencies if " " in name]
    kept: list[str] = []
    for name in found.agencies:
        if " " not in name and name.isupper():
            match = next(
                (
                    one
                    for one in full
                    if "".join(word[0] for word in one.split() if word[0].isupper()) == name
                ),
                None,
            )
            name = match or name
        if name not in kept:
            kept.append(name)
    found.agencies = kept


def credited_newsrooms(found: Provenance) -> tuple[str, ...]:
    """The newsrooms whose reporting the page credits in its credit lines, bylines and dateline."""
    names: list[str] = []
    for credit in found.credits:
        if credit.kind in ("agency", "contributor", "byline"):
            outlet = outlet_named(credit.organization)
            name = agency_named(credit.organization) or (
                outlet.name if outlet else credit.organization
            )
            initials = next(
                (
                    one
                    for one in found.agencies
                    if " " in one
                    and "".join(word[0] for word in one.split() if word[0].isupper()) == name
                ),
                None,
            )
            _add(names, initials or re.sub(r"^the\s+", "", name))
    return tuple(names)
