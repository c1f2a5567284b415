"""Whose report it is: authors, contributors, agencies, outlet, publisher, each with its words."""

import re
from typing import Literal
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
from .credits import Provenance, cite_removed, read_credit_lines, read_republished
from .dateline import Dateline, dateline_alone
from .head import Head, email_addresses
from .layout import Layout
from .mastheads import masthead_of, names_itself, paper_in_bylines, unlisted_outlet
from .media import credited_media
from .print_lines import names_outlet
from .shape import person_like
from .signature import signing_agencies
from .writers import BY, PARTED, add_name, bare_name, people_in, posted_by, without_pictures

_WRITE_TO = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]*\.?\s+)(?:[A-Z][\w’'-]*\.?\s+){0,3}[A-Z][\w’'-]+)\s+at\b"
)
_COPYRIGHT = re.compile(
    r"(?:copyright\s*(?:©|\(c\))?|©|\(c\))\s*(?:copyright\s*)?(?P<year>(?:19|20)\d\d)?(?:\s*[-–]\s*(?P<last>(?:19|20)\d\d))?[\s,]*(?:by\s+)?(?P<holder>[^\W\d_][^|©\n]{1,80}?)"
    r"(?=\s*(?:$|[.,]?\s*all rights|\.\s|\s[-–—|]\s|\.$|[0-9a-f]{24}))",
    re.IGNORECASE,
)
_YEAR_LAST = re.compile(r"[\s,]+(?:19|20)\d\d\W*$")
_HOLDER_LAST = re.compile(
    r"^(?P<holder>[^\W\d_][^|©\n]{1,60}?)[\s,]*(?:©|\(c\))\s*(?:copyright\s*)?(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)


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
    _read_stated_authors(metadata.get("authors", ""), found)
    _read_bylines(layout, body, head, found)
    read_credit_lines(layout, body, found)
    read_republished(layout, body, found)
    for signed in signing_agencies(body.text):
        add_name(found.agencies, agency_named(signed.words) or signed.words)
        found.credits.append(CreditLine(kind="agency", organization=signed.words, citation=signed))
    _read_contacts(layout, body, found)
    _read_dateline_agency(dateline, found)
    _read_outlet(layout, body, head, metadata, url, found)
    found.credits += credited_media(body.text)
    _unify_agencies(found)
    return found


def _read_stated_authors(stated: str, found: Provenance) -> None:
    """The authors that the metadata name, persons and agencies."""
    names = re.split(r"\s*;\s*", stated)
    for name in names:
        bare = BY.sub("", name)
        agency = agency_named(bare)
        if agency:
            add_name(found.agencies, agency)
            cited = Citation(start=0, end=len(name), words=name, part="metadata")
            kind: _BylineKind = "agency" if len(names) == 1 else "byline"
            found.credits.append(CreditLine(kind=kind, organization=bare, citation=cited))
        for person in [bare] if person_like(bare) else people_in(bare) or bare_name(bare):
            add_name(found.authors, person)


def _read_bylines(layout: Layout, body: Body, head: Head, found: Provenance) -> None:
    for n in layout.with_kind("byline"):
        words = layout.lines[n].words
        index = body.removal_of_line[n]
        in_head = n in head.bylines
        alone = dateline_alone(words)
        if alone and alone.agency:
            add_name(found.agencies, agency_named(alone.agency) or alone.agency)
            found.credits.append(
                CreditLine(
                    kind="agency",
                    organization=alone.agency,
                    citation=cite_removed(body, index, alone.agency),
                )
            )
            continue
        words = without_pictures(posted_by(words) or words)
        by = BY.match(words)
        for person in people_in(words) if in_head or by else []:
            if by or not names_outlet(person):
                add_name(found.authors, person)
        for part in PARTED.split(BY.sub("", words)):
            agency = agency_named(part)
            if agency:
                add_name(found.agencies, agency)
                found.credits.append(
                    CreditLine(
                        kind=_kind_in_byline(words, part),
                        organization=part,
                        citation=cite_removed(body, index, part),
                    )
                )
            elif outlet_named(part) and not person_like(part):
                found.credits.append(
                    CreditLine(
                        kind="byline", organization=part, citation=cite_removed(body, index, part)
                    )
                )


_BylineKind = Literal["agency", "byline"]
_BESIDE = re.compile(r"(?:\b(?:and|with|plus|staff)\b|[&/+])", re.IGNORECASE)


def _kind_in_byline(words: str, agency: str) -> _BylineKind:
    """What an agency in a byline says: where it stands alone or behind its writers ("By A Name, Reuters") the report is
    its own; beside others ("By A Name and agencies", "Staff and AP") it is one of several."""
    before, _, behind = words.partition(agency)
    nearest = re.split(r"[,|·•–—]", before)[-1]
    return "byline" if _BESIDE.search(nearest) or _BESIDE.search(behind) else "agency"


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
                    add_name(found.authors, match["name"])
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
    add_name(found.agencies, agency or dateline.agency)
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
    masthead = masthead_of(layout, body, head) or paper_in_bylines(layout, head)
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
    if found.outlet is None and masthead is None:
        found.outlet = _outlet_between_bars(layout, head)
    if found.outlet is None:
        found.outlet = unlisted_outlet(masthead, holders, hosts + mails)
    if found.publisher is None and metadata.get("publisher"):
        found.publisher = metadata["publisher"]


_BARS = re.compile(r"\s+[|•·]\s+")


def _outlet_between_bars(layout: Layout, head: Head) -> str | None:
    """The paper in a byline whose parts bars set apart: "By A Name | Lindmouth Gazette | 4 March 2014"."""
    parts = [part for n in head.bylines for part in _BARS.split(layout.lines[n].words)[1:]]
    return next((part for part in parts if names_outlet(part)), None)


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
            holder = _YEAR_LAST.sub("", match["holder"]).strip(" .,")
            if (
                1 <= len(holder.split()) <= 8
                and holder[:1].isupper()
                and not re.match(r"(?:all|this|the (?:content|material))\b", holder, re.I)
            ):
                add_name(holders, holder)
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
            add_name(names, initials or re.sub(r"^the\s+", "", name))
    return tuple(names)
