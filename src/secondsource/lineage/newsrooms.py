"""Whose reporting an article is: what it says of itself, and, for copies, what its original says."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..lexicon.agencies import agency_named
from ..lexicon.outlets import name_key, outlet_at, outlet_named, outlets_of, without_legal_form
from ..model.article import Article, CreditLine
from ..model.lineage import Newsroom, Passage, told_to
from ..model.value import identifier

UNKNOWN = "unknown"
"""Id of the one unknown newsroom; standing counts it as not independent of any."""
UNKNOWN_NAME = "unknown newsroom"
MAIN_SHARE = 0.5
"""Share of an article's words from which a passage decides whose reporting the article is."""


@dataclass(frozen=True)
class Origin:
    """A newsroom's name and why it is believed; `key` is equal for the same family of outlets."""

    key: str
    name: str
    reason: str


def family(name: str) -> tuple[str, str]:
    """Key and name of the publisher's family that an outlet, publisher or agency belongs to."""
    agency = agency_named(name)
    if agency is not None:
        return name_key(agency), agency
    outlet = outlet_named(name)
    publisher = outlet.publisher if outlet is not None else name
    plain = without_legal_form(publisher)
    return name_key(_without_trade(plain)), _known_as(publisher) or plain


def _known_as(publisher: str) -> str | None:
    """The name under which readers know a publisher: that of its outlet, if it has no other."""
    names = {outlet.name for outlet in outlets_of(publisher)}
    return names.pop() if len(names) == 1 else None


_TRADE = (
    "media",
    "publishers",
    "publications",
    "publishing",
    "newspapers",
    "digital",
    "news",
    "press",
)


def _without_trade(name: str) -> str:
    """A publisher's name without the words of the trade: "Ledger Media" publishes the Ledger."""
    words = name.split()
    while len(words) > 1 and words[-1].lower().strip(",.") in _TRADE:
        words.pop()
    return " ".join(words)


def own_origin(article: Article) -> Origin | None:
    """Whose reporting an article is by its own signs, the strongest first: an agency that is credited
    for the text, the copyright line, the publisher, an e-mail domain, the outlet, a byline's
    affiliation, contributors' newsrooms. None if it says nothing."""
    lines = article.credit_lines
    credited = _of_kind(lines, "agency")
    if credited:
        return _origin(
            credited[0].organization, f"credited to an agency: {credited[0].citation.words}"
        )
    copyright_lines = _of_kind(lines, "copyright")
    if copyright_lines:
        line = copyright_lines[0]
        return _origin(line.organization, f"copyright line: {line.citation.words}", article.outlet)
    if article.publisher:
        return _origin(article.publisher, f"published by {article.publisher}", article.outlet)
    for line in _of_kind(lines, "email"):
        outlet = outlet_at(line.organization.split("@")[-1])
        if outlet is not None:
            return _origin(outlet.name, f"e-mail address of the newsroom: {line.citation.words}")
    if article.outlet:
        return _origin(article.outlet, f"published in {article.outlet}")
    for line in (*_of_kind(lines, "byline"), *_of_kind(lines, "email")):
        return _origin(line.organization, f"affiliation: {line.citation.words}")
    if article.agencies:
        return _origin(article.agencies[0], f"credited to an agency: {article.agencies[0]}")
    if article.credited_newsrooms:
        name = article.credited_newsrooms[0]
        return _origin(name, f"its only credit: {name}")
    return None


def partial_origins(article: Article) -> list[Origin]:
    """Other newsrooms that an article says it also rests on: agencies and contributors' papers."""
    names = (*article.agencies, *article.credited_newsrooms)
    return [_origin(name, f"credited: {name}") for name in dict.fromkeys(names)]


def _of_kind(lines: Sequence[CreditLine], kind: str) -> list[CreditLine]:
    return [line for line in lines if line.kind == kind]


def _origin(name: str, reason: str, outlet: str | None = None) -> Origin:
    """The origin with this name; `outlet` names it where it is the same by another name."""
    key, plain = family(name)
    if outlet and outlet_named(outlet) is None and family(outlet)[0] == key:
        plain = without_legal_form(outlet)
    return Origin(key, plain, reason)


def newsrooms_of(
    articles: Sequence[Article], passages: Sequence[Passage]
) -> tuple[tuple[Newsroom, ...], dict[str, str]]:
    """All newsrooms, and the id of the newsroom of each article, copies followed to their originals."""
    main = main_passages(passages)
    by_id = {article.id: article for article in articles}
    origins: dict[str, Origin | None] = {}
    for article in articles:
        origins[article.id] = _followed(article.id, by_id, main)
    members: dict[str, list[tuple[str, str]]] = {}
    names: dict[str, list[str]] = {}
    newsroom_of: dict[str, str] = {}
    for article in articles:
        origin = origins[article.id]
        key = origin.key if origin else UNKNOWN
        reason = origin.reason if origin else "nothing in it says whose reporting it is"
        members.setdefault(key, []).append((article.id, reason))
        names.setdefault(key, []).append(origin.name if origin else UNKNOWN_NAME)
        newsroom_of[article.id] = UNKNOWN if origin is None else newsroom_id(key)
    for article in articles:
        if article.id in main:
            continue
        for origin in partial_origins(article):
            having = members.setdefault(origin.key, [])
            names.setdefault(origin.key, []).append(origin.name)
            if article.id not in {member for member, _ in having}:
                having.append((article.id, f"rests in part on it: {origin.reason}"))
    for id, origin in told_itself(articles, main).items():
        if newsroom_of[id] != newsroom_id(origin.key):
            members.setdefault(origin.key, []).append((id, origin.reason))
            names.setdefault(origin.key, []).append(origin.name)
    papers = _papers(articles)
    newsrooms = [
        Newsroom(
            id=UNKNOWN if key == UNKNOWN else newsroom_id(key),
            name=papers.get(key)
            or min(names[key], key=lambda name: (-names[key].count(name), len(name), name)),
            articles=tuple(sorted(member for member, _ in members[key])),
            reasons=tuple(f"{member}: {reason}" for member, reason in sorted(members[key])),
        )
        for key in sorted(members)
    ]
    return tuple(newsrooms), newsroom_of


def _papers(articles: Sequence[Article]) -> dict[str, str]:
    """For each publisher (by its key) of whose outlets these articles show one alone the name of that outlet: readers know the paper, and a
    publisher may have bought it since."""
    shown: dict[str, set[str]] = {}
    for article in articles:
        origin = own_origin(article)
        if origin is not None and agency_named(origin.name) is None:
            outlet = outlet_named(article.outlet) if article.outlet else None
            is_its = outlet is not None and family(outlet.name)[0] == origin.key
            shown.setdefault(origin.key, set()).add(outlet.name if outlet and is_its else "")
    return {key: names.pop() for key, names in shown.items() if len(names) == 1 and "" not in names}


def told_itself(articles: Sequence[Article], main: Mapping[str, Passage]) -> dict[str, Origin]:
    """The own paper of each article that is mostly another's text (`main`) and beside it has what somebody told the
    paper: "told the Lake Herald", "told the Herald"."""
    found = {}
    for article in articles:
        if article.id not in main or not article.outlet:
            continue
        told = re.search(told_to(article.outlet), article.text)
        if told is not None:
            found[article.id] = _origin(article.outlet, f"told to itself: {told[0]}")
    return found


def newsroom_id(key: str) -> str:
    """The id of the newsroom with this family key."""
    return identifier("newsroom", key)


def main_passages(passages: Sequence[Passage]) -> dict[str, Passage]:
    """For each article that is for the greater part taken from another: the largest such passage."""
    main: dict[str, Passage] = {}
    for passage in passages:
        if passage.share >= MAIN_SHARE:
            known = main.get(passage.to)
            if known is None or passage.share > known.share:
                main[passage.to] = passage
    return main


def _followed(
    article: str, by_id: Mapping[str, Article], main: Mapping[str, Passage]
) -> Origin | None:
    """The origin of the article at the end of the way back through copies."""
    way = [article]
    while way[-1] in main and main[way[-1]].from_ not in way:
        way.append(main[way[-1]].from_)
    origin = own_origin(by_id[way[-1]])
    if len(way) == 1:
        return origin
    passage = main[article]
    taken = f"{passage.kind} of {passage.from_}"
    if origin is None:
        # The copy may say what the original does not: a credit line that was cut there.
        for nearer in way[-2::-1]:
            own = own_origin(by_id[nearer])
            if own is not None and main[nearer].kind == "agency":
                return Origin(own.key, own.name, f"{taken}; {own.reason}")
        return None
    return Origin(origin.key, origin.name, f"{taken}, whose newsroom it has ({origin.reason})")
