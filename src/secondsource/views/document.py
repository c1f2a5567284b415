"""The brief as a document: what a page, Markdown or print shows of it, before any of them is written.

Everything here is plain words; whoever writes a page, Markdown or print escapes them.
"""

from collections.abc import Iterable, Sequence

from ..model.claim import Conflict, Standing
from ..model.record import ArticleRow, Record
from ..model.text import Citation
from ..model.value import Value
from .brief import Brief
from .charts_small import small_chart
from .event_words import event_words, status_words
from .line import MOST_ELSEWHERE, Line, Section
from .sources import date_words, short_names, standing_words, title_of


class Mark(Value, frozen=True):
    """A citation in short: the sign of the article, and the part and code points of it."""

    sign: str
    part: str
    start: int
    end: int


class Fact(Value, frozen=True):
    """Something that was worked out of a sentence: its name, words of ours, or words of the report (then
    `quoted`)."""

    name: str
    words: str
    quoted: bool = False


class Support(Value, frozen=True):
    """How well a fact is supported: label and flags, in words, and who through which newsroom."""

    label: str
    flags: tuple[str, ...]
    words: str
    voices: tuple[str, ...]
    newsrooms: tuple[str, ...]


class Elsewhere(Value, frozen=True):
    """Other words of the reports beside a fact: `name` is ours and says what they are (told perhaps of the same, or another
    number of the same kind), `when` EDTF."""

    name: str
    words: str
    marks: tuple[Mark, ...]
    when: str | None = None


class Finding(Value, frozen=True):
    """One fact of a sentence with its standing; a sentence may hold several."""

    facts: tuple[Fact, ...]
    support: Support | None
    notes: tuple[str, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()


class Entry(Value, frozen=True):
    """One sentence of a report with its citations (the one that it was taken from first), what was worked
    out of it, and an SVG of its series, if it is a figure that changed."""

    about: str
    words: str
    marks: tuple[Mark, ...]
    findings: tuple[Finding, ...]
    chart: str | None = None


class Contest(Value, frozen=True):
    """Sentences that cannot all hold, side by side, and why they cannot."""

    about: str
    kind: str
    reason: str
    sides: tuple[Entry, ...]


class Part(Value, frozen=True):
    """A section: contests first, then entries; `empty` is said where there is neither."""

    title: str
    contests: tuple[Contest, ...]
    entries: tuple[Entry, ...]
    empty: str


class Source(Value, frozen=True):
    """A report: sign, title, date, newsroom and address. `link` is the address if it is one of the web.
    One that was not read has its reason and no sign."""

    sign: str | None
    title: str
    published: str
    newsrooms: tuple[str, ...]
    address: str
    link: str | None
    reason: str | None


class Document(Value, frozen=True):
    """The brief as a document."""

    title: str
    as_of: str | None
    pipeline: str
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]


def document(view: Brief, record: Record) -> Document:
    """The document of a brief of this record."""
    signs = short_names(record)
    conflicts = {conflict.id: conflict for conflict in record.conflicts}
    charts = _charts(record)
    return Document(
        title=view.title or "Brief",
        as_of=view.as_of,
        pipeline=view.pipeline,
        parts=tuple(_part(section, conflicts, charts, signs) for section in view.sections),
        sources=_sources(record, signs),
    )


def _charts(record: Record) -> dict[str, tuple[str, str]]:
    """Series and small chart by the id of the claim about one of its points."""
    series_of = {point.id: series for series in record.series for point in series.points}
    drawn = {series.id: small_chart(series) for series in record.series}
    found = {}
    for claim in record.claims:
        series = series_of.get(claim.about)
        chart = drawn[series.id] if series else None
        if series is not None and chart is not None:
            found[claim.id] = (series.id, chart)
    return found


def _part(
    section: Section,
    conflicts: dict[str, Conflict],
    charts: dict[str, tuple[str, str]],
    signs: dict[str, str],
) -> Part:
    by_words = {line.words: line for line in section.lines}
    contests = tuple(
        _contest(conflicts[about], by_words, signs)
        for about in dict.fromkeys(
            each.about for line in section.lines for each in (line, *line.also)
        )
        if about in conflicts
    )
    drawn: set[str] = set()
    entries = []
    for line in section.lines:
        if line.about not in conflicts:
            entries.append(_entry(line, signs, _first_chart(line, charts, drawn)))
    return Part(title=section.title, contests=contests, entries=tuple(entries), empty=section.empty)


def _first_chart(line: Line, charts: dict[str, tuple[str, str]], drawn: set[str]) -> str | None:
    """The chart of the line's series, with the first line of it only."""
    for each in (line, *line.also):
        series, chart = charts.get(each.about, ("", ""))
        if chart and series not in drawn:
            drawn.add(series)
            return chart
    return None


def _contest(conflict: Conflict, by_words: dict[str, Line], signs: dict[str, str]) -> Contest:
    sides = []
    for cited in conflict.sides:
        line = by_words.get(cited.words)
        others = [each for each in (line.also if line else ()) if each.standing is not None]
        sides.append(
            Entry(
                about=conflict.id,
                words=one_line(cited.words),
                marks=(_mark(cited, signs),),
                findings=_findings(others, signs),
            )
        )
    return Contest(
        about=conflict.id, kind=conflict.kind, reason=conflict.reason, sides=tuple(sides)
    )


def _entry(line: Line, signs: dict[str, str], chart: str | None) -> Entry:
    return Entry(
        about=line.about,
        words=one_line(line.words),
        marks=tuple(dict.fromkeys(_mark(cited, signs) for cited in line.citations)),
        findings=_findings((line, *line.also), signs),
        chart=chart,
    )


def _mark(cited: Citation, signs: dict[str, str]) -> Mark:
    return Mark(
        sign=signs.get(cited.article, "?"), part=cited.part, start=cited.start, end=cited.end
    )


def _findings(lines: Sequence[Line], signs: dict[str, str]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            facts=tuple(_facts(line)),
            support=_support(line.standing) if line.standing else None,
            notes=line.notes,
            elsewhere=tuple(_elsewhere(line, signs)),
        )
        for line in lines
    )


def _elsewhere(line: Line, signs: dict[str, str]) -> Iterable[Elsewhere]:
    for other in line.retold[:MOST_ELSEWHERE]:
        yield _other("perhaps told again", other.words, other, signs)
    for other in line.course[:MOST_ELSEWHERE]:
        yield _other("elsewhere", other.claimed or "", other, signs)


def _other(name: str, words: str, line: Line, signs: dict[str, str]) -> Elsewhere:
    marks = tuple(dict.fromkeys(_mark(cited, signs) for cited in line.citations))
    return Elsewhere(name=name, words=one_line(words), marks=marks, when=line.when)


def _facts(line: Line) -> Iterable[Fact]:
    """Status first, since a reader must never miss it."""
    if line.status:
        yield Fact(name="status", words=status_words(line.status))
    if line.claimed:
        yield Fact(name="of", words=one_line(line.claimed), quoted=True)
    if line.kind:
        yield Fact(name="kind", words=event_words(line.kind, line.mode, line.claimed))
    if line.counted:
        yield Fact(name="counted", words=line.counted)
    if line.by and line.status != "happened":
        yield Fact(name="by", words=", ".join(line.by))
    if line.when:
        yield Fact(name="when", words=line.when)
    if line.when_by is not None:
        yield Fact(name="when by", words=one_line(line.when_by.words), quoted=True)
    if line.place:
        yield Fact(name="where", words=line.place)
    doing = [name for name in line.who if name not in line.to]
    if doing:
        yield Fact(name="who", words=", ".join(doing))
    if line.to:
        yield Fact(name="to", words=", ".join(line.to))
    if line.what:
        yield Fact(name="what", words=one_line(line.what), quoted=True)
    if line.condition:
        yield Fact(name="on the condition", words=one_line(line.condition), quoted=True)
    for words, names in line.answered:
        answerers = f"answered by {', '.join(names)}" if names else "answered"
        yield Fact(name=answerers, words=one_line(words), quoted=True)


def _support(standing: Standing) -> Support:
    return Support(
        label=standing.label,
        flags=standing.flags,
        words=standing_words(standing),
        voices=tuple(dict.fromkeys(reference.name for reference in standing.voices)),
        newsrooms=tuple(dict.fromkeys(reference.name for reference in standing.newsrooms)),
    )


def _sources(record: Record, signs: dict[str, str]) -> tuple[Source, ...]:
    read = [row for row in record.articles if row.id in signs]
    rows = sorted(read, key=lambda row: int(signs[row.id][1:]))
    others = sorted((row for row in record.articles if row.id not in signs), key=lambda row: row.id)
    return tuple(_source(row, signs) for row in (*rows, *others))


def _source(row: ArticleRow, signs: dict[str, str]) -> Source:
    article = row.article
    if article is None:
        return Source(
            sign=None,
            title="not read",
            published="",
            newsrooms=(),
            address="",
            link=None,
            reason=row.reason,
        )
    address = article.address or row.id
    return Source(
        sign=signs.get(row.id),
        title=one_line(title_of(article)),
        published=date_words(article),
        newsrooms=tuple(reference.name for reference in row.newsrooms),
        address=address,
        link=address if address.startswith(("http://", "https://")) else None,
        reason=row.reason,
    )


def one_line(words: str) -> str:
    """The words in one line."""
    return " ".join(words.split())


PREFACE = (
    "Lines are words of the reports; what stands under them was worked out by secondsource.",
    "A standing says how many independent sources vouch for it: copies, and papers that quote one voice,"
    " are one source. “At most 2”: some of them may be the same.",
)
"""What a reader must know before the first line."""
