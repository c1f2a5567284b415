"""Other cuts of the brief: its lines by thread, and what is new since an earlier record."""

from collections.abc import Sequence

import msgspec

from ..model.claim import Claim
from ..model.record import Record
from .brief import LENGTHS, Brief, brief
from .gathering import gathered
from .line import Line, Section
from .since import Since, SinceClaim, since
from .threads import threads

KNOWN, NOT_SO = 0, 2
"""Where the sections of a brief stand whose lines are told of events: what is so, and what is not."""

OTHER = "What else is reported"


def brief_by_thread(record: Record, title: str = "", length: str = "medium") -> Brief:
    """The brief with its events under the threads that an analyst follows (talks, forces, threats, ...)
    instead of under what is and is not so: the status stands with every line. What is contested, the
    figures and what is to come follow as in the brief by status."""
    whole = brief(record, title, "long")
    events = [*whole.sections[KNOWN].lines, *whole.sections[NOT_SO].lines]
    place = _thread_of_claims(record)
    titles = [one.title for one in threads(record)]
    sections = [
        Section(
            title=heading,
            lines=_first(
                [line for line in events if place.get(line.about, OTHER) == heading], length
            ),
            empty="Nothing of the kind was found.",
        )
        for heading in (*titles, OTHER)
    ]
    rest = [
        msgspec.structs.replace(section, lines=section.lines[: LENGTHS[length]])
        for n, section in enumerate(whole.sections)
        if n not in (KNOWN, NOT_SO)
    ]
    full = [section for section in sections if section.lines]
    return msgspec.structs.replace(whole, sections=(*full, *rest))


def _thread_of_claims(record: Record) -> dict[str, str]:
    """Claim id -> title of the first thread that follows its event."""
    found: dict[str, str] = {}
    for one in threads(record):
        for item in one.items:
            for event in item.events:
                found.setdefault(event, one.title)
    return {claim.id: found[claim.about] for claim in record.claims if claim.about in found}


def _first(lines: Sequence[Line], length: str) -> tuple[Line, ...]:
    """So many of the lines, in the order of their days."""
    return tuple(sorted(lines[: LENGTHS[length]], key=lambda line: line.when or "9999"))


def with_news(view: Brief, earlier: Record, record: Record, point: str) -> Brief:
    """The brief with a first section of what is new since `earlier`: claims that have a second source
    now, that are contested now, that lost their sources, and new ones, in this order."""
    news = since(earlier, record, point)
    most = max(len(section.lines) for section in view.sections) or 1
    section = Section(
        title=f"What is new since {point}",
        lines=gathered(_news(news), most=most),
        empty=f"Nothing new since {point}.",
    )
    return msgspec.structs.replace(view, sections=(section, *view.sections))


def _news(news: Since) -> list[Line]:
    groups = (
        (news.second_sourced, "second-sourced"),
        (news.contested, "contested"),
        (news.fallen, "without a source now"),
        (news.claims, "new"),
    )
    return [
        _line(one, what)
        for group, what in groups
        for one in group
        if one.claim.kind in ("event", "figure")
    ]


def _line(one: SinceClaim, what: str) -> Line:
    """The line of a claim with its own status: that it is new says nothing of whether it is so."""
    claim: Claim = one.claim
    change = f"{one.was} before, {one.became} now" if one.was and one.became else one.became
    return Line(
        about=claim.id,
        words=one.words,
        citations=one.citations,
        status=claim.status,
        claimed=one.claimed,
        standing=claim.standing,
        notes=(what, change) if change else (what,),
    )
