"""Lines that repeat what stands elsewhere on the page: pull quotes and second headlines."""

import re

from ..model.article import RemovalKind
from .layout import Layout
from .shape import is_prose

_DASHED = re.compile(r"^[-–—―~]+\s*(?=[A-Z“\"])")
_SHORTEST_QUOTE = 4
_LONGEST_QUOTE = 60
_MOST_LINES = 1500
"""Lines of body beyond which pull quotes are not looked for: each is held against each other."""
_NOT_WORD = re.compile(r"[^\w]+")


def _bare(words: str) -> str:
    return _NOT_WORD.sub(" ", words.lower()).strip()


def mark_pull_quotes(layout: Layout) -> Layout:
    """Marks lines whose words stand, all of them, inside another and longer line of the body, and a
    line of attribution ("— Name, office") that follows one."""
    unmarked = layout.unmarked()
    if len(unmarked) > _MOST_LINES:
        return layout
    bares = {n: f" {_bare(layout.lines[n].words)} " for n in unmarked}
    found: dict[int, RemovalKind] = {}
    for place, n in enumerate(unmarked):
        line = layout.lines[n]
        if not _SHORTEST_QUOTE <= line.count <= _LONGEST_QUOTE:
            continue
        own = bares[n]
        # Found in prose only: a headline may stand in a list of links, which is no body.
        holder = any(
            other != n
            and len(bares[other]) > len(own) + 2
            and own in bares[other]
            and is_prose(layout.lines[other].words)
            for other in unmarked
        )
        if not holder or (place == 0 and line.words[:1] not in '"“‘'):
            continue
        found[n] = "pull-quote"
        if place + 1 < len(unmarked):
            following = layout.lines[unmarked[place + 1]]
            if _DASHED.match(following.words) and following.count <= 30:
                found[unmarked[place + 1]] = "pull-quote"
    return layout.marked(found)


def mark_repeated_headline(layout: Layout, headline: str) -> Layout:
    """Marks every other line that says the headline again."""
    bare = _bare(headline)
    if not bare:
        return layout
    return layout.marked(
        {n: "repeated-headline" for n in layout.unmarked() if _bare(layout.lines[n].words) == bare}
    )
