"""Boxes that a page sets into or around a report: newsletters, lists of links, comment forms."""

import re

from ..model.article import RemovalKind
from .layout import Layout
from .shape import is_prose, title_like

_BLURB_WORDS = re.compile(
    r"\b(?:news|stor(?:y|ies)|articles?|headlines?|updates?|analysis|briefing|inbox|every (?:day|week|morning|evening)"
    r"|daily|weekly|mornings?|evenings?|weekdays?|scoops?|guide|tour|delivered|edition|letter|e?-?mails?"
    r"|subscribers?|readers?|sign up|subscribe|free|unsubscribe|terms|privacy|reporting|insights?|features|journalism|newsletter)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:said|says|told|added|according to|reported|announced|warned|asked|killed|accused|denied)\b|[\"“”]"
)
_LONGEST_BLURB = 32
_LONGEST_BOX = 4
_LONGEST_LIST = 12
_LINKED = 0.5
"""Share of linked characters from which on a page's line is a link."""
_NUMBERED = re.compile(r"^\d{1,2}[.):]?\s+\S")
_ENDING_FORM = re.compile(
    r"leave a (?:reply|comment)|post (?:a )?comment|your email address will not be published|cancel reply"
    r"|add a comment|^\d* ?comments?$|join the (?:conversation|discussion)$",
    re.IGNORECASE,
)


def mark_boxes(layout: Layout) -> Layout:
    """Marks what belongs to a box whose heading or foot is marked already."""
    return mark_comments(mark_link_lists(mark_newsletters(layout)))


def mark_newsletters(layout: Layout) -> Layout:
    """Marks the title and the blurb that follow a newsletter's heading, and the title before it."""
    found: dict[int, RemovalKind] = {}
    for n in layout.with_kind("newsletter"):
        box: list[int] = []
        for following in range(n + 1, min(n + 1 + _LONGEST_BOX, len(layout.lines))):
            mark, line = layout.marks[following], layout.lines[following]
            if mark == "newsletter":
                found.update(dict.fromkeys(box, "newsletter"))
                box = []
            elif mark is not None:
                if mark not in ("navigation", "page-chrome", "share-bar", "read-more"):
                    break
                box.append(following)
            elif is_blurb(line.words):
                found.update(dict.fromkeys([*box, following], "newsletter"))
                box = []
            elif line.count <= 6 and not _REPORTED.search(line.words):
                # A title: only of the box if a blurb follows.
                box.append(following)
            else:
                break
        before = n - 1
        if (
            before >= 0
            and layout.marks[before] is None
            and layout.lines[before].count <= 5
            and re.search(
                r"\b(?:briefing|newsletter|letter|daily|digest|dispatch|bulletin)\b",
                layout.lines[before].words,
                re.I,
            )
            and not is_prose(layout.lines[before].words)
        ):
            found[before] = "newsletter"
    return layout.remarked(found)


def is_blurb(words: str) -> bool:
    """Whether a line praises a newsletter: short, without reported speech, in the words of such boxes."""
    return (
        words.count(" ") < _LONGEST_BLURB
        and not _REPORTED.search(words)
        and bool(_BLURB_WORDS.search(words))
    )


def mark_link_lists(layout: Layout) -> Layout:
    """Marks the titles listed under a heading such as "Read more", and the label just before one."""
    found: dict[int, RemovalKind] = {}
    for n in layout.with_kind("read-more"):
        for following in range(n + 1, min(n + 1 + _LONGEST_LIST, len(layout.lines))):
            if layout.marks[following] is not None:
                if layout.marks[following] in ("read-more", "page-chrome", "video-placeholder"):
                    continue
                break
            line = layout.lines[following]
            if not _is_listed(line.words) or 0 <= line.linked < _LINKED:
                break
            found[following] = "read-more"
        before = n - 1
        if before >= 0 and layout.marks[before] is None:
            # "Topic and Topic" over "More coverage, selected by the editors"
            line = layout.lines[before]
            earlier = any(is_prose(one.words) for one in layout.lines[:before])
            if (
                earlier
                and line.count <= 6
                and not is_prose(line.words)
                and layout.lines[n].words.lower().startswith("more ")
            ):
                found[before] = "read-more"
    return layout.marked(found)


def _is_listed(words: str) -> bool:
    """Whether a line could be one of a list of titles."""
    if _NUMBERED.match(words):
        return True
    if words.endswith(("?", "!")):
        return words.count(" ") < 25
    return title_like(words) and not is_prose(words)


def mark_comments(layout: Layout) -> Layout:
    """Marks all that follows a comment form, where most of the body stands before it."""
    sums = [0]
    for line, mark in zip(layout.lines, layout.marks, strict=True):
        prose = mark is None and is_prose(line.words)
        sums.append(sums[-1] + (line.count if prose else 0))
    for n in layout.with_kind("comment-form"):
        if not _ENDING_FORM.search(layout.lines[n].words):
            continue
        before, after = sums[n], sums[-1] - sums[n]
        if before and after <= before:
            return layout.marked({k: "comment-form" for k in layout.unmarked() if k > n})
    return layout
