"""Lines that repeat what stands elsewhere on the page: pull quotes and second headlines."""

import re

from ..model.article import RemovalKind
from .head import without_outlet
from .layout import Layout
from .shape import is_prose, person_like

_DASHED = re.compile(r"^[-–—―~]+\s*(?=[A-Z“\"])")
_SHORTEST_QUOTE = 4
_LONGEST_QUOTE = 60
_MOST_LINES = 1500
"""Lines of body beyond which pull quotes are not looked for: each is held against all others."""
_NOT_WORD = re.compile(r"[^\w]+")


_PUNCTUATION = str.maketrans(
    {chr(n): " " for n in range(128) if not (chr(n).isalnum() or chr(n) == "_")}
)


def _bare(words: str) -> str:
    """The words in lower case with single blanks for all that stands between them."""
    if words.isascii():  # the same, in half of the time
        return " ".join(words.lower().translate(_PUNCTUATION).split())
    return _NOT_WORD.sub(" ", words.lower()).strip()


def mark_pull_quotes(layout: Layout) -> Layout:
    """Marks lines whose words stand, all of them, inside another and longer line of the body, and a
    line of attribution ("— Name, office") that follows one."""
    unmarked = layout.unmarked()
    if len(unmarked) > _MOST_LINES:
        return layout
    bares = {n: f" {_bare(layout.lines[n].words)} " for n in unmarked}
    # Found in prose only: a headline may stand in a list of links, which is no body. Each wording
    # once, all as one text, since one search through it costs less than one through each line.
    prose = dict.fromkeys(bares[n] for n in unmarked if is_prose(layout.lines[n].words))
    everything = "\n".join(prose)
    found: dict[int, RemovalKind] = {}
    for place, n in enumerate(unmarked):
        line = layout.lines[n]
        if not _SHORTEST_QUOTE <= line.count <= _LONGEST_QUOTE:
            continue
        if place == 0 and line.words[:1] not in '"“‘':
            continue
        if not _held_by_longer(bares[n], everything):
            continue
        found[n] = "pull-quote"
        if place + 1 < len(unmarked):
            following = layout.lines[unmarked[place + 1]]
            if (_DASHED.match(following.words) and following.count <= 30) or _says_who(
                line.words, following.words
            ):
                found[unmarked[place + 1]] = "pull-quote"
    return layout.marked(found)


_QUOTED = re.compile(r"^[\"“‘'].*[\"”’']$")


def _says_who(quote: str, following: str) -> bool:
    """Whether the line under a quotation in marks is a name with or without an office."""
    name, comma, office = following.partition(",")
    return (
        bool(_QUOTED.match(quote))
        and person_like(name)
        and following[-1:] not in ".?!:"
        and following.count(" ") < (10 if comma and office else 4)
    )


def _held_by_longer(own: str, everything: str) -> bool:
    """Whether the words stand in a line of `everything` that is longer by more than a letter."""
    at = everything.find(own)
    while at >= 0:
        start = everything.rfind("\n", 0, at) + 1
        stop = everything.find("\n", at)
        if (stop if stop >= 0 else len(everything)) - start > len(own) + 2:
            return True
        at = everything.find(own, at + len(own))
    return False


def mark_repeated_headline(layout: Layout, headline: str) -> Layout:
    """Marks every other line that says the headline again."""
    bare = _bare(headline)
    if not bare:
        return layout
    return layout.marked(
        {
            n: "repeated-headline"
            for n in layout.unmarked()
            if _bare(layout.lines[n].words) == bare
            or (not layout.trusted and _bare(without_outlet(layout.lines[n].words)) == bare)
        }
    )
