"""The brief as Markdown (CommonMark), with all markup in the words of reports made harmless."""

import re
from collections.abc import Iterator
from itertools import groupby

from .document import PREFACE, Contest, Document, Elsewhere, Entry, Finding, Mark, Part, Source

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&$^@]")
_LINKS = re.compile(r"(?i)\b(https?|ftp|mailto)(:)|\b(www)(\.)")
_BEGINNINGS = re.compile(r"^(\d*)([.)+=-])")
"""What is markup at the beginning of a line only."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def markdown(made: Document) -> str:
    """The document as Markdown, with a line end at its end."""
    return "\n".join(_lines(made)) + "\n"


def plain(words: str) -> str:
    """The words such that any Markdown reader shows exactly them: in one line, with every sign of markup
    escaped, addresses kept from becoming links."""
    line = _MARKUP.sub(r"\\\g<0>", _CONTROL.sub(" ", " ".join(words.split())))
    line = _LINKS.sub(lambda match: f"{match[1] or match[3]}\\{match[2] or match[4]}", line)
    return _BEGINNINGS.sub(r"\1\\\2", line)


def _lines(made: Document) -> Iterator[str]:
    yield f"# {plain(made.title)}"
    yield ""
    yield f"As of {made.as_of or 'an unknown day'}; read with {plain(made.pipeline or 'no pipeline')}."
    yield ""
    yield from PREFACE
    for part in made.parts:
        yield from _part(part)
    yield ""
    yield "## The reports"
    yield ""
    for source in made.sources:
        yield f"- {_source(source)}"


def _part(part: Part) -> Iterator[str]:
    yield ""
    yield f"## {plain(part.title)}"
    yield ""
    if not part.contests and not part.entries:
        yield part.empty
    for contest in part.contests:
        yield from _contest(contest)
    for entry in part.entries:
        yield f"- “{plain(entry.words)}” {_marks(entry)}"
        yield from (f"    - {words}" for words in _findings(entry))


def _contest(contest: Contest) -> Iterator[str]:
    """The sides of a contest side by side, as a table of one row."""
    yield f"**{plain(contest.kind)}**: {plain(contest.reason)}"
    yield ""
    yield f"|{'|'.join(f' side {n} ' for n in range(1, len(contest.sides) + 1))}|"
    yield f"|{'|'.join(' --- ' for _ in contest.sides)}|"
    yield f"|{'|'.join(f' {_side(side)} ' for side in contest.sides)}|"
    yield ""


def _side(side: Entry) -> str:
    return "<br>".join([f"“{plain(side.words)}” {_marks(side)}", *_findings(side)])


def _findings(entry: Entry) -> Iterator[str]:
    """What was worked out of a sentence; the support that several facts after each other have alike stands once, under them."""
    for support, group in groupby(entry.findings, key=lambda finding: finding.support):
        for finding in group:
            yield from _finding(finding)
        if support is not None:
            voices, newsrooms = ", ".join(support.voices), ", ".join(support.newsrooms)
            yield f"**{plain(support.words)}**: {plain(voices)}; reported by {plain(newsrooms)}"


def _finding(finding: Finding) -> Iterator[str]:
    facts = []
    for fact in finding.facts:
        words = f"“{plain(fact.words)}”" if fact.quoted else plain(fact.words)
        facts.append(words if fact.name == "status" else f"{plain(fact.name)}: {words}")
    if facts:
        yield "; ".join(facts)
    for note in finding.notes:
        yield f"note: {plain(note)}"
    for name, others in groupby(finding.elsewhere, key=lambda other: other.name):
        yield f"{name}: {'; '.join(map(_other, others))}"


def _other(other: Elsewhere) -> str:
    when = f"{plain(other.when)} " if other.when else ""
    return f"{when}“{plain(other.words)}” {_marks(other)}"


def _marks(entry: Entry | Elsewhere) -> str:
    return ", ".join(f"\\[{mark_words(mark)}\\]" for mark in entry.marks)


def mark_words(mark: Mark) -> str:
    """A citation in short: `A1 12–80`, with the part if it is not the text."""
    part = "" if mark.part == "text" else f" {mark.part}"
    return f"{mark.sign}{part} {mark.start}–{mark.end}"


def _source(source: Source) -> str:
    if source.sign is None:
        return f"not read: {plain(source.reason or source.title)}"
    newsrooms = plain(", ".join(source.newsrooms) or "none")
    reason = f" — {plain(source.reason)}" if source.reason else ""
    return (
        f"\\[{source.sign}\\] {plain(source.title)} ({plain(source.published)}; newsroom: {newsrooms};"
        f" {plain(source.address)}){reason}"
    )
