"""The days that the lines of a page show: beside its headline, in its frame, in a stamp."""

import re
from collections.abc import Iterator

from ..lexicon.page_phrases import page_phrase
from ..model.article import DateCandidate
from ..model.text import Citation
from .assemble import Body
from .date_lines import labelled, shown_in
from .dateline import Dateline
from .days import find_any_days, find_days
from .head import Head
from .layout import Layout
from .stamps import find_stamp, is_stamp_line

_UPDATED = (
    "updated",
    "modified",
    "last updated",
    "last modified",
    "updated on",
    "last modified on",
)


def whole(words: str, part: str) -> Citation:
    """The citation of all of a metadata value or URL."""
    return Citation(start=0, end=len(words), words=words, part=part)


def shown_days(
    layout: Layout, body: Body, head: Head, dateline: Dateline | None
) -> list[DateCandidate]:
    """The days of a page's own lines, each with whether it is the report's or may be the frame's."""
    if layout.trusted:
        return _shown(layout, body, head)
    return _visible(layout, body, head, dateline is not None and dateline.day is not None)


_OF_A_REPORT = ("headline", "byline", "credit-line", "caption", "editors-note", "copyright", None)
"""What is left of a printed report beside its masthead and its day."""


def _printed_day(layout: Layout, head: Head) -> int | None:
    """The line over the headline that holds the day of issue; None where more of a page's frame is left,
    since its day may then be that of the visit.

    A report that was typed off or cut out has its paper's name and day over the headline, perhaps a page or an edition and
    one line more (a section, a town, a desk), and no menus, weather or buttons to share it."""
    framed = [
        n
        for n, mark in enumerate(layout.marks)
        if mark not in _OF_A_REPORT and not _EDITION.fullmatch(layout.lines[n].words)
    ]
    beside = [n for n in framed if n != head.masthead and not find_days(layout.lines[n].words)]
    if len(beside) == 1 and _may_be_printed(layout, beside[0]):
        framed.remove(beside[0])
    dated = [n for n in framed if n != head.masthead or find_days(layout.lines[n].words)]
    if head.headline is None or len(dated) != 1 or dated[0] > head.headline:
        return None
    return dated[0] if find_days(layout.lines[dated[0]].words) else None


_EDITION = re.compile(
    r"(?:vol(?:ume|\.)? ?\w+|no\.? ?\d+|issue \d+|pages? \w+|p\. ?\d+|front page|(?:\w+ ){0,2}edition|late news|price .{1,12}|[,;|·•—–-]|\s)+",
    re.IGNORECASE,
)
"""What a paper prints beside its name: number, page, edition, price."""


def _may_be_printed(layout: Layout, n: int) -> bool:
    """Whether a line of the frame may stand in print as well: the name of a section or a town."""
    line = layout.lines[n]
    return (
        layout.marks[n] == "navigation"
        and line.count <= 3
        and line.words[:1].isupper()
        and line.words.replace(" ", "").isalpha()
        and line.words.lower() not in _OF_PAGES
        and page_phrase(line.words) is None
    )


_OF_PAGES = frozenset(
    "home menu search subscribe login share news sport sports shop more videos video latest live account".split()
) | {"log in", "sign in", "sign up", "skip to content", "most read", "main menu"}
"""What menus and buttons of pages say."""


def _is_day_of_post(layout: Layout, head: Head, n: int) -> bool:
    """Whether a line is the day and the clock time over a post, which has no headline: "Aug 23, 2024, 7:05 AM"."""
    if head.headline is not None or head.dates != (n,):
        return False
    return bool(_CLOCK.search(layout.lines[n].words))


_CLOCK = re.compile(r"(?<![\d.:])[0-2]?\d[:.h][0-5]\d(?![\d.:])")


def _visible(layout: Layout, body: Body, head: Head, datelined: bool) -> list[DateCandidate]:
    """The date lines of the page's head, and the labelled ones anywhere. `datelined` says that the
    text begins with a day of its own, which goes before that of the paper."""
    found: list[DateCandidate] = []
    printed = None if datelined else _printed_day(layout, head)
    dated = set(head.dates) | {
        n
        for n, mark in enumerate(layout.marks)
        if mark in ("weather-or-date-line", "byline", "navigation", "page-chrome", "metadata")
        and find_days(layout.lines[n].words)
    }
    for n in sorted(dated):
        words = layout.lines[n].words
        stamp = find_stamp(words) if n in head.dates else None
        first = next(iter(shown_in(words)), None)
        # "4 March 2014 Updated: 5 March 2014 10:15": the label is that of the second day.
        of_first = stamp is not None and first is not None and stamp.start <= first.start
        label = labelled(words) or (stamp.label if stamp and of_first else None)
        own = (
            label is not None
            or (
                n in (*head.dates, *head.bylines)
                and head.headline is not None
                and n > head.headline
            )
            or is_stamp_line(words)
            or n == printed
            or _is_day_of_post(layout, head, n)
        )
        index = body.removal_of_line[n]
        for day in shown_in(words, without_year=own):
            text = words[day.start : day.end]
            held = body.removed[index].words
            start = held.find(text)
            citation = (
                Citation(start=start, end=start + len(text), words=text, part=f"removed:{index}")
                if start >= 0
                else Citation(start=0, end=len(held), words=held, part=f"removed:{index}")
            )
            found.append(
                DateCandidate(
                    value=day.value,
                    basis="byline" if own else "page-frame",
                    supports="not-after" if own and label in _UPDATED else "on",
                    citation=citation,
                )
            )
            break
    if not any(one.basis == "byline" for one in found):
        found += _stamped(layout, body, dated)
    return found


_STAMPED_LINES = 6
"""Lines from the first of the report's own on in which its stamp may stand: what comes later may be that
of a comment or of another report."""


def _stamped(layout: Layout, body: Body, dated: set[int]) -> Iterator[DateCandidate]:
    """The first stamp that stands at the head of the text without a line of its own."""
    first = next(iter(layout.unmarked()), 0)
    for n in range(min(first + _STAMPED_LINES, len(layout.lines))):
        stamp = None if n in dated else find_stamp(layout.lines[n].words)
        if stamp is None:
            continue
        words = layout.lines[n].words[stamp.start : stamp.end]
        index = body.removal_of_line.get(n)
        held, part = (body.text, "text") if index is None else (body.removed[index].words, "")
        start = held.find(words)
        if start < 0:
            continue
        yield DateCandidate(
            value=stamp.value,
            basis="byline",
            supports="not-after" if stamp.label in _UPDATED else "on",
            citation=Citation(
                start=start, end=start + len(words), words=words, part=part or f"removed:{index}"
            ),
        )
        return


def _shown(layout: Layout, body: Body, head: Head) -> list[DateCandidate]:
    """The days that a web page shows near its headline: the nearest one, or the labelled one, is its
    own; the others may belong to anything."""
    found: list[DateCandidate] = []
    rows = [(n, days[0]) for n in head.dates if (days := find_any_days(layout.lines[n].words))]
    labels = [labelled(layout.lines[n].words) for n, _ in rows]
    own = next(
        (place for place, label in enumerate(labels) if label and label not in _UPDATED),
        next(
            (place for place, label in enumerate(labels) if label not in _UPDATED), 0
        ),  # the first
    )
    for place, (n, day) in enumerate(rows):
        words = layout.lines[n].words[day.start : day.end]
        index = body.removal_of_line.get(n)
        if index is None:
            start = body.text.find(words)
            citation = Citation(start=start, end=start + len(words), words=words)
            if start < 0:
                continue
        else:
            held = body.removed[index].words
            start = held.find(words)
            citation = (
                Citation(start=start, end=start + len(words), words=words, part=f"removed:{index}")
                if start >= 0
                else whole(held, f"removed:{index}")
            )
        found.append(
            DateCandidate(
                value=day.value,
                basis="byline" if place == own else "page-frame",
                supports="not-after" if labels[place] in _UPDATED else "on",
                citation=citation,
            )
        )
    return found
