"""Views as text for people: Markdown that reads well in a terminal too."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ..model.claim import Claim, Series, Wording
from ..model.reading import Reading
from ..model.record import Record
from ..views.agenda import ANNOUNCED, AgendaItem, is_earliest
from ..views.brief import Brief
from ..views.claimed import Claimed
from ..views.event_words import event_words, status_words, who_words
from ..views.figure_words import series_words
from ..views.judged import remarks
from ..views.line import MOST_ELSEWHERE, Line
from ..views.lineage import LineageView
from ..views.quotes import Quote, cue_words
from ..views.sources import articles_of, date_words, short_names, standing_words, title_of


def brief_text(view: Brief, record: Record) -> Iterator[str]:
    """The brief with its list of articles."""
    signs = short_names(record)
    yield f"# {view.title or 'Brief'}"
    yield ""
    yield f"As of {view.as_of or 'an unknown day'}; read with {view.pipeline or 'no pipeline'}."
    yield "Lines are words of the reports; what stands in [brackets] is worked out by secondsource."
    yield "single, corroborated, ...: how many independent sources vouch for it, then who (“source not"
    yield "stated”: the paper gives none) and through whose reporting. “at most 2”: some may be the same."
    for section in view.sections:
        yield ""
        yield f"## {section.title}"
        yield ""
        if not section.lines:
            yield section.empty
        for line in section.lines:
            yield from line_text(line, signs)
    yield ""
    yield "## The reports"
    yield ""
    yield from article_list(record)


def line_text(line: Line, signs: dict[str, str]) -> Iterator[str]:
    """A line with its facts under it."""
    first = line.citations[0]
    yield f"- “{_one_line(line.words)}” [{signs.get(first.article, '?')}]"
    # What several facts of the words have the same is said once, under them all.
    for support, group in groupby((line, *line.also), key=_support):
        facts = list(group)
        for fact in facts:
            yield from _facts(fact, signs)
        yield from support
        for fact in facts:
            yield from _elsewhere(fact, signs)
    others = dict.fromkeys(signs.get(c.article, "?") for c in line.citations[1:])
    others.pop(signs.get(first.article, "?"), None)
    if others:
        yield f"  also in {', '.join(others)}"


def _facts(line: Line, signs: dict[str, str]) -> Iterator[str]:
    """What is worked out of a line: status, time, place, who; on what condition; how well it stands."""
    status = status_words(line.status) if line.status else ""
    if line.claimed:
        kind = event_words(line.kind, line.mode, line.claimed) if line.kind else line.counted
        status = f"{status}: “{_one_line(line.claimed)}”{f' ({kind})' if kind else ''}"
    by = f"by {', '.join(line.by)}" if line.by and line.status != "happened" else ""
    facts = [
        fact for fact in (status, by, line.when, line.place, who_words(line.who, line.to)) if fact
    ]
    if facts:
        yield f"  [{'; '.join(facts)}]"
    if line.when_by is not None:
        yield f"  when: “{_one_line(line.when_by.words)}” [{signs.get(line.when_by.article, '?')}]"
    if line.what:
        yield f"  of: “{_one_line(line.what)}”"
    if line.condition and (line.status != "happened" or line.what):
        yield f"  on the condition: “{_one_line(line.condition)}”"
    for words, names in line.answered if line.status != "happened" else ():
        yield f"  answered: “{_one_line(words)}”{' by ' + ', '.join(names) if names else ''}"
    for note in line.notes:
        yield f"  note: {note}"


def _support(line: Line) -> tuple[str, ...]:
    """How well a fact stands, as the one line that says so; empty where it has no standing."""
    return (f"  {standing_words(line.standing)}: {_voices(line)}",) if line.standing else ()


def _elsewhere(line: Line, signs: dict[str, str]) -> Iterator[str]:
    """What perhaps tells of the same in other words, and the other numbers of the series."""
    for other in line.retold[:MOST_ELSEWHERE]:
        yield f"  perhaps told again: “{_one_line(other.words)}” [{signs.get(other.citations[0].article, '?')}]"
    numbers = [
        f"{f'{other.when} ' if other.when else ''}“{_one_line(other.claimed or '')}”"
        f" [{', '.join(dict.fromkeys(signs.get(c.article, '?') for c in other.citations))}]"
        for other in line.course
    ]
    if numbers:
        more = len(numbers) - MOST_ELSEWHERE
        told = "; ".join(numbers[:MOST_ELSEWHERE]) + (f"; and {more} more" if more > 0 else "")
        yield f"  elsewhere, beside “{_one_line(line.claimed or '')}”: {told}"


def _voices(line: Line) -> str:
    assert line.standing is not None
    newsrooms = _counted(reference.name for reference in line.standing.newsrooms)
    voices = _counted(reference.name for reference in line.standing.voices)
    return f"{voices}; reported by {newsrooms}"


def _counted(names: Iterable[str]) -> str:
    """The names, each once, with how many bear it if several do."""
    counts = Counter(names)
    return ", ".join(f"{name} ({n})" if n > 1 else name for name, n in counts.items())


def _one_line(words: str) -> str:
    return " ".join(words.split())


def article_list(record: Record) -> Iterator[str]:
    """All articles with sign, title, date and newsroom; those that failed with the reason."""
    signs, articles = short_names(record), articles_of(record)
    rows = sorted(record.articles, key=lambda row: (int(signs.get(row.id, "A9999")[1:]), row.id))
    for row in rows:
        article = articles.get(row.id)
        if article is None:
            yield f"- not read: {row.reason}"
            continue
        newsrooms = ", ".join(reference.name for reference in row.newsrooms)
        reason = f" — {row.reason}" if row.reason else ""
        yield (
            f"- [{signs[row.id]}] {title_of(article)} ({date_words(article)};"
            f" newsroom: {newsrooms or 'none'}; {article.address or row.id}){reason}"
        )


def lines_text(lines: Sequence[Line], record: Record) -> Iterator[str]:
    """Lines headed by their dates, as a timeline has them."""
    signs = short_names(record)
    day = None
    for line in lines:
        if line.when != day:
            day = line.when
            yield f"\n{day}"
        yield from line_text(line, signs)
    yield from key_text(record)


def agenda_text(items: Sequence[AgendaItem], record: Record) -> Iterator[str]:
    """The agenda, one entry a date."""
    signs = short_names(record)
    for item in items:
        who = ", ".join(reference.name for reference in item.who) or "who: unknown"
        place = item.place.name if item.place else "place unknown"
        earliest = " at the earliest" if is_earliest(item) else ""
        around = "" if item.event_type == ANNOUNCED else f"{place}  {who}  "
        yield f"- {item.when}  {around}({event_words(item.event_type, item.mode, item.claimed)}; {item.state}{earliest})"
        yield f"  “{_one_line(item.words)}” [{signs.get(item.citations[0].article, '?')}]"
        if item.claim is not None:
            yield f"  {standing_words(item.claim.standing)}"
    yield from key_text(record)


def figures_text(series: Sequence[Series], record: Record) -> Iterator[str]:
    """Each series with its points and changes."""
    signs = short_names(record)
    for line in series:
        of = f" of {line.of}" if line.of and not _is_said_of(line) else ""
        unit = f" ({line.unit})" if line.unit else ""
        said_of = f"{line.of} " if line.of and _is_said_of(line) else ""
        yield f"\n{said_of}{series_words(line)}{of}{unit}"
        for point in line.points:
            yield (
                f"  {point.as_of or 'time unknown'}  {point.words}  {point.nature};"
                f" {point.voice.name}, through {point.newsroom.name} [{signs.get(point.article, '?')}]"
            )
        for change in line.changes:
            yield f"  changed: {change.was} -> {change.became}"
        for note in line.notes:
            yield f"  note: {note.words}"
    yield from key_text(record)


def _is_said_of(line: Series) -> bool:
    """Whether what is counted is what was done to those who are counted ("people killed")."""
    return bool(re.fullmatch(r"\w+(?:ed|en)|hurt|dead|missing|left|lost|held", line.measured or ""))


def key_text(record: Record) -> Iterator[str]:
    """What the signs [A1], [A2] stand for."""
    yield ""
    yield from article_list(record)


def quotes_text(found: Sequence[Quote], record: Record) -> Iterator[str]:
    """Each utterance with its wordings side by side."""
    signs = short_names(record)
    for quote in found:
        spoken = quote.utterance
        where = "; ".join(
            fact
            for fact in (spoken.said, spoken.occasion, spoken.place and spoken.place.name)
            if fact
        )
        head = f"{spoken.voice.name} {cue_words(spoken)}"
        yield f"\n{head}{f' ({where})' if where else ''}"
        for wording in spoken.wordings:
            yield (
                f"  {_relation_words(wording)}: “{_one_line(wording.words)}”"
                f" [{', '.join(signs.get(article, '?') for article in wording.articles)}]"
            )
        yield f"  that it was said: {standing_words(quote.claim.standing)}"
    yield from key_text(record)


def _relation_words(wording: Wording) -> str:
    """How a wording stands to the others; what stands to none and is not word for word is the paper's."""
    alone = wording.relation == "paraphrase" and wording.of is None
    return "not word for word" if alone else wording.relation


def standing_text(claims: Sequence[Claim], record: Record) -> Iterator[str]:
    """Each claim with its standing."""
    signs, judged, claimed = short_names(record), remarks(record), Claimed(record)
    for claim in claims:
        found = dict.fromkeys(signs.get(report.article, "?") for report in claim.reports)
        words = claimed.of(claim, claim.words)
        what = f": “{_one_line(words)}”" if words else ""
        details = claimed.details(claim)
        more = f" ({details})" if details else ""
        yield f"- {claim.id}  {claim.kind}, {claimed.what(claim)}{what}{more}  [{', '.join(found)}]"
        yield f"  “{_one_line(claim.words)}”"
        yield f"  {standing_words(claim.standing)}"
        yield from (f"  {words}" for words in judged.get(claim.id, ()))


def claim_text(claim: Claim, record: Record) -> Iterator[str]:
    """One claim with all its reports, the matching, and why it is not more."""
    signs = short_names(record)
    claimed = Claimed(record)
    words = claimed.of(claim, claim.words)
    what = f" (“{_one_line(words)}”)" if words else ""
    yield f"{claim.kind}, {claimed.what(claim)}{what}: “{_one_line(claim.words)}”"
    yield standing_words(claim.standing)
    yield from remarks(record).get(claim.id, ())
    yield ""
    yield "Reports:"
    for report in claim.reports:
        yield (
            f"- [{signs.get(report.article, '?')}] {report.newsroom.name} <- {report.voice.name}:"
            f" “{_one_line(report.words)}”"
        )
    yield ""
    yield "Matched, one newsroom to one voice:"
    for newsroom, voice in claim.standing.pairs:
        yield f"- {newsroom.name} <-> {voice.name}"
    yield ""
    yield "Why:"
    for reason in claim.standing.reasons:
        yield f"- {reason}"


def lineage_text(view: LineageView, record: Record) -> Iterator[str]:
    """Newsrooms with their reasons, then passages with what they altered."""
    signs = short_names(record)
    yield from article_list(record)
    yield "\nNewsrooms:"
    for newsroom in view.newsrooms:
        yield f"- {newsroom.name}: {', '.join(signs.get(a, '?') for a in newsroom.articles)}"
        for reason in newsroom.reasons:
            yield f"  {reason}"
    yield "\nText that comes from other reports:"
    if not view.passages:
        yield "none"
    for passage in view.passages:
        yield (
            f"- {signs.get(passage.to, '?')} from {signs.get(passage.from_, '?')}: {passage.kind},"
            f" {passage.share:.0%} of it"
        )
        for alteration in passage.alterations:
            yield f"  {alteration.kind}: “{alteration.was}” became “{alteration.became}”"


def reading_text(reading: Reading) -> Iterator[str]:
    """What was found in one article, kind by kind."""
    article = reading.article
    published = article.published.value if article.published else "unknown"
    yield f"{article.headline or article.text[:70]} (published: {published})"
    for mention in reading.mentions:
        if mention.form == "name":
            yield f"  name       {mention.citation.words}: {mention.kind}, {mention.name}"
    for time in reading.times:
        yield f"  time       {time.citation.words}: {time.type} {time.value or 'unknown'}"
    for place in reading.places:
        yield f"  place      {place.citation.words}: {place.name} ({place.geonameid or 'unknown'})"
    for figure in reading.figures:
        yield f"  figure     {figure.citation.words}: {figure.measured or figure.unit}, {figure.nature}"
    for statement in reading.statements:
        voice = statement.voice.name or statement.voice.description or statement.voice.kind
        said = " … ".join(piece.words for piece in statement.content)
        yield f"  statement  {voice} ({statement.mode}): {_one_line(said)}"
    for event in reading.events:
        sources = ", ".join(item.name for item in event.sources)
        targets = ", ".join(item.name for item in event.targets)
        yield (
            f"  event      {event.citation.words}: {event.type}, {event.status};"
            f" {sources or '?'} -> {targets or '?'}"
        )
