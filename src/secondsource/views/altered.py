"""What copies changed, said beside the words of the original: a rewrite with 181 for 118 is no other report, and no conflict."""

from collections.abc import Sequence
from pathlib import PurePosixPath

import msgspec

from ..model.article import Article
from ..model.lineage import facts_changed
from ..model.record import Record
from ..model.text import Citation
from .line import Line, Section


def with_alterations(record: Record, sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections, each line that cites an original with a note on what copies of that sentence have instead."""
    notes = _notes(record)
    if not notes:
        return tuple(sections)
    return tuple(
        msgspec.structs.replace(section, lines=tuple(_noted(line, notes) for line in section.lines))
        for section in sections
    )


def _notes(record: Record) -> dict[tuple[str, str, int], tuple[str, ...]]:
    """Address of an original sentence -> what copies have instead of its words."""
    names = {row.id: _name(row.article) for row in record.articles if row.article is not None}
    found: dict[tuple[str, str, int], list[str]] = {}
    outlets = {row.id: row.article.outlet for row in record.articles if row.article is not None}
    for passage in record.passages:
        for alteration in facts_changed(passage, outlets):
            original = alteration.citations[0]
            was = f"“{alteration.was}” became" if alteration.was else "added:"
            became = f" “{alteration.became}”" if alteration.became else " nothing"
            note = f"altered: {was}{became} in {names.get(passage.to, 'another report')}, which takes this over"
            found.setdefault(_where(original), []).append(note)
    return {where: tuple(dict.fromkeys(notes)) for where, notes in found.items()}


def _name(article: Article) -> str:
    return article.outlet or PurePosixPath(article.address).name


def _noted(line: Line, notes: dict[tuple[str, str, int], tuple[str, ...]]) -> Line:
    more = notes.get(_where(line.citations[0]), ()) if line.citations else ()
    return msgspec.structs.replace(line, notes=(*line.notes, *more)) if more else line


def _where(cited: Citation) -> tuple[str, str, int]:
    return cited.article or "", cited.part, cited.start
