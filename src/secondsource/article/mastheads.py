"""An outlet by what its page shows of it: the masthead, the copyright holder, the host."""

import re

from ..lexicon.agencies import agency_named
from ..lexicon.outlets import Outlet, name_key, without_legal_form
from .assemble import Body
from .days import find_days
from .head import Head
from .layout import Layout
from .print_lines import is_print_line, names_outlet, paper_in_print_line


def names_itself(outlet: Outlet, layout: Layout) -> bool:
    """Whether the page names this one of a publisher's outlets."""
    forms = [re.escape(form) for form in (outlet.name, outlet.short) if form]
    pattern = re.compile(r"\b(?:" + "|".join(forms) + r")\b")
    return any(pattern.search(line.words) for line in layout.lines)


def masthead_of(layout: Layout, body: Body, head: Head) -> str | None:
    """The name of the paper as the head of the page shows it, without its motto; None without one."""
    if head.masthead is None:
        return None
    line = layout.lines[head.masthead]
    removal = body.removed[body.removal_of_line[head.masthead]]
    shown = removal.words[line.start - removal.start : line.end - removal.start].replace("**", "")
    # "EVENING POST  The coast's own paper": name and motto are set apart by blanks
    words = re.split(r"\s{2,}|\t|\s[|•·–—]\s", shown)[0].strip()
    if is_print_line(shown):
        return paper_in_print_line(shown)
    # "Lindmouth Gazette, 13 September 2024"
    days = find_days(words)
    words = words[: days[0].start].strip(" ,|-–—/(") if days else words
    if _OPEN_END.search(words):
        return None
    return words if 1 <= len(words.split()) <= 6 and words[:1].isalpha() else None


def paper_in_bylines(layout: Layout, head: Head) -> str | None:
    """The paper that stands behind a writer, his office, a day or "Source:" in the head of a page ("By Ola Berg,
    Sandvik News"); None without one."""
    for n in sorted({*head.bylines, *head.dates, *head.fields}):
        words = layout.lines[n].words.replace("**", "")
        paper = paper_in_print_line(words) if is_print_line(words) else None
        if paper is not None and agency_named(paper) is None:
            return paper
        source = _SOURCE.match(words)
        parts = re.split(r"\s*[,|·•]\s*", words[source.end() :] if source else words)
        written_for = _WRITTEN_FOR.search(parts[0])
        if written_for and not source:
            parts.append(written_for["paper"])
        for part in parts if source else parts[1:]:
            named = names_outlet(part) and agency_named(part) is None
            if named and not _SURNAME_LAST.fullmatch(part):
                return part
    return None


_WRITTEN_FOR = re.compile(r"^By \S.* for (?:the )?(?P<paper>[A-Z].*)$")
_SOURCE = re.compile(r"(?:source|outlet|publisher|publication)\s*:\s+", re.IGNORECASE)
_SURNAME_LAST = re.compile(r"(?!The )\S+ (?:Post|Star|Daily|Globe|Herald|Mercury|Mail)")
"""A second writer as well as a paper: "By Ola Berg, Ada Post"."""

_OPEN_END = re.compile(r"[:,;–—―-]$")
"""No name of a paper ends so: "LINDMOUTH —" is where a report was written, "EXCLUSIVE:" opens a headline."""


def _readable(name: str) -> str:
    if not name.isupper() or len(name) <= 5:
        return name
    return re.sub(r"^The (?=\w+ \w)", "", name.title())


def unlisted_outlet(masthead: str | None, holders: list[str], hosts: list[str]) -> str | None:
    """The name of an outlet that no table holds, from what the page shows of it."""
    if masthead:
        key = name_key(masthead)
        for holder in holders:
            if name_key(holder).startswith(key):
                return without_legal_form(_same_words(holder, masthead))
        if key and any(
            key in name_key(_host_name(host)) or name_key(_host_name(host)) in key
            for host in hosts
            if host
        ):
            return _readable(masthead)
        words = masthead.split()
        if len(words) >= 2 or not holders:
            return _readable(masthead)
    for holder in holders:
        return without_legal_form(holder)
    return None


def _same_words(holder: str, masthead: str) -> str:
    """The masthead as the copyright holder spells it."""
    words = holder.split()
    for count in range(1, len(words) + 1):
        if name_key(" ".join(words[:count])) == name_key(masthead):
            return " ".join(words[:count])
    return _readable(masthead)


def _host_name(host: str) -> str:
    parts = host.lower().split(".")
    while len(parts) > 2 and len(parts[-2]) <= 3:
        parts.pop()
    return parts[-2] if len(parts) >= 2 else parts[0]
