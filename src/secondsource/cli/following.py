"""Commands that follow a story: its threads, its actors, and search over words and facts."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click

from ..model.event import EventType, Status
from ..model.mention import MentionKind
from ..model.record import Record
from ..store.search import search_articles
from ..store.story import open_story
from ..views.actors import ActorView, actor_view
from ..views.actors import actors as actors_view
from ..views.event_words import event_words, status_words
from ..views.search import Asked, Found
from ..views.search import search as search_view
from ..views.sources import short_names, standing_words
from ..views.threads import THREADS, Thread, ThreadItem
from ..views.threads import thread as thread_view
from ..views.threads import threads as threads_view
from .command import DAY, JSON, KNOWN_AT, STORY, counted, print_json, print_lines, record_of


@click.command()
@STORY
@KNOWN_AT
@click.argument("name", required=False, type=click.Choice(list(THREADS)))
@click.option("--as-of", type=DAY, help="Default: the newest publication date in the story.")
@JSON
def thread(story: Path, name: str | None, as_of: str | None, as_json: bool) -> None:
    """One thread of STORY as it stood on a day: each item once, with state, sources and history.

    Without NAME all threads with how many items each has.

    \b
    secondsource thread mystory
    secondsource thread mystory sanctions --as-of 2023-10-12
    """
    record = record_of(story)
    if name is None:
        found = threads_view(record, as_of)
        print_json(found) if as_json else print_lines(_counts(found))
        return
    view = thread_view(record, name, as_of)
    print_json(view) if as_json else print_lines(_thread_text(view, record))


def _counts(found: tuple[Thread, ...]) -> Iterator[str]:
    for view in found:
        states: dict[str, int] = {}
        for item in view.items:
            states[item.state] = states.get(item.state, 0) + 1
        told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
        yield f"{view.name:<12} {len(view.items):>4}  {view.title}{f': {told}' if told else ''}"


def _thread_text(view: Thread, record: Record) -> Iterator[str]:
    signs = short_names(record)
    yield f"# {view.title}, as of {view.as_of or 'an unknown day'}"
    if not view.items:
        yield "No report tells of any."
    for item in view.items:
        yield ""
        yield from _item_text(item, signs)


def _item_text(item: ThreadItem, signs: dict[str, str]) -> Iterator[str]:
    who = ", ".join(reference.name for reference in item.who) or "who: unknown"
    whom = ", ".join(reference.name for reference in item.whom)
    head = f"- {item.when or 'day unknown'}  {who}{f' -> {whom}' if whom else ''}  [{item.state}]"
    yield head
    signed = dict.fromkeys(signs.get(cited.article, "?") for cited in item.citations)
    yield f"  “{' '.join(item.words.split())}” [{', '.join(signed)}]"
    facts = (
        ("what", item.what),
        ("place", item.place.name if item.place else None),
        ("channel", item.channel),
        ("likelihood", item.likelihood),
        ("condition", item.condition.words if item.condition else None),
        ("basis", item.basis.words if item.basis else None),
        ("outcome", item.outcome.words if item.outcome else None),
    )
    for name, value in facts:
        if value:
            yield f"  {name}: {' '.join(value.split())}"
    if item.standing is not None:
        yield f"  {standing_words(item.standing)}"
    for related in item.related:
        by = ", ".join(reference.name for reference in related.who) or "who: unknown"
        words = " ".join(related.citation.words.split())
        sign = signs.get(related.citation.article, "?")
        yield f"  {related.relation} ({by}; {related.state}): “{words}” [{sign}]"
    if len(item.history) > 1:
        yield "  " + "; ".join(
            f"{step.day or 'day unknown'}: {step.state}" for step in item.history
        )


@click.command()
@STORY
@KNOWN_AT
@click.argument("words", nargs=-1)
@click.option("--actor", help="Part of a name of somebody who takes part or speaks.")
@click.option(
    "--type",
    "kind",
    type=click.Choice(["event", "utterance", "figure", "role", *get_args(EventType)]),
    help="Kind of claim, or type of event.",
)
@click.option("--status", type=click.Choice(list(get_args(Status))), help="What is claimed of it.")
@click.option("--thread", "of_thread", type=click.Choice(list(THREADS)))
@click.option("--from", "from_", type=DAY, help="First day.")
@click.option("--to", type=DAY, help="Last day.")
@click.option("--place", help="Part of the name of a place.")
@click.option("--newsroom", help="Part of the name of a newsroom that reports it.")
@click.option(
    "--standing", type=click.Choice(["unsupported", "single", "reported", "corroborated"])
)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@JSON
def search(
    story: Path,
    words: tuple[str, ...],
    actor: str | None,
    kind: str | None,
    status: str | None,
    of_thread: str | None,
    from_: str | None,
    to: str | None,
    place: str | None,
    newsroom: str | None,
    standing: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """Facts and articles of STORY that have all the WORDS and all that the options ask.

    \b
    secondsource search mystory crews released --from 2023-10-10 --standing corroborated
    secondsource search mystory --actor Chuo --type request
    """
    record = record_of(story)
    asked = Asked(
        words=" ".join(words),
        actor=actor,
        type=kind,
        status=status,
        thread=of_thread,
        from_=from_,
        to=to,
        place=place,
        newsroom=newsroom,
        standing=standing,
    )
    hits = search_articles(open_story(story).database, " ".join(words), max(limit, 100))
    found = search_view(record, asked, {hit.article: hit.snippet for hit in hits}, limit)
    print_json(found) if as_json else print_lines(_found_text(found, record))


def _found_text(found: Found, record: Record) -> Iterator[str]:
    signs = short_names(record)
    total = sum(found.facets.get("kind", {}).values())
    yield f"{total} facts, {len(found.facts)} shown; {len(found.articles)} articles"
    for fact in found.facts:
        called = event_words(fact.type) if fact.type else fact.kind
        facts = (
            called,
            status_words(fact.status, fact.kind),
            fact.when,
            fact.place,
            ", ".join(fact.who),
        )
        signed = dict.fromkeys(signs.get(cited.article, "?") for cited in fact.citations)
        yield f"- {fact.claim}  {'; '.join(each for each in facts if each)}"
        yield f"  “{fact.snippet}” [{', '.join(signed)}]"
        yield f"  {standing_words(fact.standing)}"
    for article in found.articles:
        newsrooms = ", ".join(article.newsrooms)
        yield f"- [{signs.get(article.article, '?')}] {article.headline or 'no headline'}"
        yield f"  {article.published or 'date unknown'}; {newsrooms}"
        yield f"  “{article.snippet}”"
    for facet, counts in found.facets.items():
        shown = ", ".join(f"{value} {count}" for value, count in list(counts.items())[:8])
        if shown:
            yield f"{facet}: {shown}"


@click.command()
@STORY
@KNOWN_AT
@click.argument("name", required=False)
@click.option("--kind", type=click.Choice(get_args(MentionKind)), help="Only actors of this kind.")
@JSON
def actors(story: Path, name: str | None, kind: str | None, as_json: bool) -> None:
    """Who acts in STORY; with NAME all of one: names, roles with time, statements, events, ties.

    \b
    secondsource actors mystory --kind person
    secondsource actors mystory "Omari Chuo"
    """
    record = record_of(story)
    if name is None:
        rows = actors_view(record, kind)
        if as_json:
            print_json(rows)
            return
        print_lines(
            f"{row.name} ({_kind_words(row.kind, row.name, row.party.name)}):"
            f" {counted(row.mentions, 'mention')} in {counted(row.articles, 'article')},"
            f" {counted(row.statements, 'statement')}, {counted(row.events, 'event')},"
            f" {counted(row.ties, 'tie')}"
            for row in rows
        )
        return
    view = actor_view(record, name)
    print_json(view) if as_json else print_lines(_actor_text(view, record))


def _kind_words(kind: str, name: str, party: str) -> str:
    """Kind, and for whom somebody acts where that is somebody else."""
    return kind if party == name else f"{kind}, of {party}"


def _actor_text(view: ActorView, record: Record) -> Iterator[str]:
    signs = short_names(record)
    yield f"# {view.name} ({_kind_words(view.kind, view.name, view.party.name)})"
    yield (
        f"Names: {', '.join(view.names)}; {counted(view.mentions, 'mention')}"
        f" in {counted(len(view.articles), 'article')}"
    )
    for role, standing in zip(view.roles, view.role_standing, strict=True):
        days = " to ".join(dict.fromkeys(day for day in (role.from_, role.to) if day))
        known = f"; {standing_words(standing)}" if standing else ""
        yield f"- role: {'former ' if role.former else ''}{role.role} ({days or 'day unknown'}{known})"
    for said in view.statements:
        words = " ".join(said.words.split())
        yield f"- {said.cue or 'said'} ({said.when or 'day unknown'}): {words} [{signs.get(said.citation.article, '?')}]"
    for deed in view.events:
        words = " ".join(deed.words.split())
        yield f"- {deed.event_type}, {deed.status}, as {deed.side}, {deed.when or 'day unknown'}:"
        yield f"  “{words}” [{signs.get(deed.citation.article, '?')}]"
        if deed.standing is not None:
            yield f"  {standing_words(deed.standing)}"
    arrows = {"this": "->", "other": "<-", "both": "<->"}
    for tie in view.ties:
        last = f", last {tie.last}" if tie.last else ""
        yield f"- {arrows[tie.from_]} {tie.other.name}: {tie.relation}, {tie.times}{last}"
