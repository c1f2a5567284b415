"""An article with everything that was found in it, laid over its words."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from ..model.article import Article, Caption, DateCandidate, Removal
from ..model.claim import Change, Claim
from ..model.lineage import Passage
from ..model.reading import Reading
from ..model.record import ArticleRow, ArticleVersion
from ..model.statement import Voice
from ..model.text import Citation
from ..model.value import Value
from ..views.event_words import event_words, status_words
from .current import Sight
from .layers import Mark, Segment, paragraphs, segments
from .words import GROUP_OF

MOST_CLAIMS = 100
"""Claims listed on one page of an article."""

LAYERS = {
    "statements": "Statements",
    "events": "Events",
    "figures": "Figures",
    "times": "Times",
    "places": "Places",
    "names": "Names",
}
"""What can be switched on and off, in the order of the switches."""


class RemovedWords(Value, frozen=True):
    """Words that were taken out of the body, with the reason; `asked` if a citation led here."""

    number: int
    kind: str
    words: str
    asked: bool


class ShownCaption(Value, frozen=True):
    """A caption in segments, and who made the picture."""

    number: int
    segments: tuple[Segment, ...]
    credit: str | None


class ShownArticle(Value, frozen=True):
    """An article as its page shows it. `counts` says how many finds each layer has; `elsewhere` are the asked
    words where they stand in no part that is shown (the address, metadata)."""

    row: ArticleRow
    article: Article
    headline: tuple[Segment, ...]
    text: tuple[tuple[Segment, ...], ...]
    captions: tuple[ShownCaption, ...]
    removed: tuple[RemovedWords, ...]
    candidates: tuple[DateCandidate, ...]
    counts: dict[str, int]
    claims: tuple[Claim, ...]
    claims_in_all: int
    passages: tuple[Passage, ...]
    changes: tuple[Change, ...]
    asked: Citation | None
    elsewhere: bool


def show(sight: Sight, row: ArticleRow, article: Article, at: str | None) -> ShownArticle:
    """The article with its finds; `at` (`part.start.end`) are the words that a citation led to."""
    reading = sight.snapshot.reading_of(article)
    asked = asked_words(article, at)
    marks = list(finds(sight, reading)) if reading is not None else []
    if asked is not None:
        marks.append(
            Mark(start=asked.start, end=asked.end, layer="asked", title="", part=asked.part)
        )
    ids = sight.index.claims_in.get(article.id, ())
    order = sorted(ids, key=lambda id: (-sight.index.claims[id].independent, id))[:MOST_CLAIMS]
    return ShownArticle(
        row=row,
        article=article,
        headline=segments(article.headline or "", _in(marks, "headline")),
        text=paragraphs(segments(article.text, _in(marks, "text"))),
        captions=tuple(
            ShownCaption(
                number=n,
                segments=segments(caption.words, _in(marks, f"caption:{n}")),
                credit=caption.credit,
            )
            for n, caption in enumerate(article.captions)
        ),
        removed=tuple(_removed(article.removed, asked)),
        candidates=article.date_candidates,
        counts={layer: sum(mark.layer == layer for mark in marks) for layer in LAYERS},
        claims=sight.snapshot.some(Claim, order),
        claims_in_all=len(ids),
        passages=sight.snapshot.some(Passage, sight.index.passages_of.get(article.id, ())),
        changes=tuple(
            change
            for change in sight.snapshot.some(Change, sight.index.changes_of.get(article.id, ()))
            if change.kind == "version"
        ),
        asked=asked,
        elsewhere=asked is not None and asked.part in ("metadata", "url"),
    )


class ShownVersion(Value, frozen=True):
    """Another version of an article: its text in paragraphs. `asked` says that the words that a citation
    led to are marked in it, `in_vain` that they are not there."""

    text: tuple[tuple[Segment, ...], ...]
    asked: bool
    in_vain: bool


def show_version(article: Article, version: ArticleVersion, at: str | None) -> ShownVersion:
    """A version of `article`, of which only headline and text are kept."""
    then = msgspec.structs.replace(
        article,
        id=version.id,
        text=version.text,
        headline=version.headline,
        captions=(),
        removed=(),
    )
    asked = asked_words(then, at)
    found = asked is not None and asked.part == "text"
    marks = (
        [Mark(start=asked.start, end=asked.end, layer="asked", title="")] if asked and found else []
    )
    return ShownVersion(
        text=paragraphs(segments(version.text, marks)), asked=found, in_vain=bool(at) and not found
    )


def _in(marks: Iterable[Mark], part: str) -> Iterator[Mark]:
    return (mark for mark in marks if mark.part == part)


def _removed(removed: Sequence[Removal], asked: Citation | None) -> Iterator[RemovedWords]:
    for n, removal in enumerate(removed):
        yield RemovedWords(
            number=n,
            kind=removal.kind,
            words=removal.words,
            asked=asked is not None and asked.part == f"removed:{n}",
        )


def part_words(article: Article, part: str) -> str | None:
    """The words of one part of an article, or None if it has no such part."""
    if part == "text":
        return article.text
    if part == "headline":
        return article.headline
    if part == "url":
        return article.address
    kind, _, number = part.partition(":")
    held: Sequence[Caption | Removal] = article.captions if kind == "caption" else ()
    if kind == "removed":
        held = article.removed
    return held[int(number)].words if number.isdecimal() and int(number) < len(held) else None


def asked_words(article: Article, at: str | None) -> Citation | None:
    """The words that `part.start.end` names, or None if it names none."""
    pieces = (at or "").rsplit(".", 2)
    if len(pieces) != 3 or not all(n.isascii() and n.isdigit() and len(n) < 10 for n in pieces[1:]):
        return None
    part, start, end = pieces[0], int(pieces[1]), int(pieces[2])
    words = part_words(article, part)
    if words is None or not 0 <= start < end <= len(words):
        return None
    return Citation(start=start, end=end, words=words[start:end], part=part, article=article.id)


def voice_words(voice: Voice) -> str:
    """Who vouches, as the article has it."""
    return (
        voice.name or voice.description or {"newsroom": "the newsroom"}.get(voice.kind, voice.kind)
    )


def finds(sight: Sight, reading: Reading) -> Iterator[Mark]:
    """Everything that was found, as marks; what is behind a claim leads there."""
    ids = [
        item.id for group in (reading.events, reading.figures, reading.statements) for item in group
    ]
    claims = _claims_of_mentions(sight, reading.article.id, ids)
    for statement in reading.statements:
        title = f"{voice_words(statement.voice)}: {statement.mode} statement"
        for piece in statement.content:
            yield _mark(piece, "statements", title, claim=claims.get(statement.id))
    for event in reading.events:
        title = f"{event_words(event.type, event.mode)}, {status_words(event.status)}"
        group = GROUP_OF[event.status]
        yield _mark(event.citation, "events", title, group, claims.get(event.id))
    for figure in reading.figures:
        of = f" of {figure.of}" if figure.of else ""
        title = f"figure: {figure.measured or figure.unit or 'a number'}{of}, {figure.nature}"
        yield _mark(figure.citation, "figures", title, claim=claims.get(figure.id))
    for time in reading.times:
        value = time.value or "counted from the day of publication"
        yield _mark(time.citation, "times", f"time: {value}")
    for place in reading.places:
        where = f", {place.country}" if place.country else ""
        precision = place.precision or "not resolved"
        yield _mark(place.citation, "places", f"place: {place.name}{where} ({precision})")
    for mention in reading.mentions:
        if mention.form != "pronoun":
            yield _mark(mention.citation, "names", f"{mention.kind}: {mention.name}")


def _mark(
    cited: Citation, layer: str, title: str, group: str = "", claim: str | None = None
) -> Mark:
    return Mark(
        start=cited.start,
        end=cited.end,
        layer=layer,
        title=title,
        group=group,
        link=f"/claim/{claim}" if claim else None,
        part=cited.part,
    )


def _claims_of_mentions(sight: Sight, article: str, ids: Sequence[str]) -> dict[str, str]:
    """The claim behind each event mention, figure and statement of an article, if there is one."""
    lines = [sight.index.claims[id] for id in sight.index.claims_in.get(article, ())]
    wanted = set(ids)
    found = {line.about: line.id for line in lines if line.about in wanted}
    claim_about = {line.about: line.id for line in reversed(lines)}
    for cluster, mentions in sight.clusters([line.about for line in lines]):
        claim = claim_about[cluster]
        for mention in mentions:
            found.setdefault(mention, claim)
    return found
