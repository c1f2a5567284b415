"""`judge`, `judgements`, `unsure`, `split`: what a person decides, and what asks for a decision."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import click

from ..build import build as build_story
from ..build.reading import method_of
from ..corrections import append, read_corrections, things_of
from ..corrections import judge as judgement_of
from ..errors import UsageError
from ..model.judgement import Decision, Doubt, StoryJudgement
from ..model.record import Record
from ..store.parts import write_parts
from ..store.story import open_story
from ..views.judged import remark
from ..views.sources import articles_of, short_names, title_of
from ..views.split import Part
from ..views.split import parts as parts_of
from ..views.unsure import KINDS
from ..views.unsure import unsure as unsure_view
from .command import JSON, KNOWN_AT, STORY, print_json, print_lines, record_of


@click.command()
@STORY
@click.argument("decision", type=click.Choice(get_args(Decision)))
@click.argument("subjects", nargs=-1, required=True, metavar="SUBJECT...")
@click.option("--who", required=True, help="Who decides: a name that others know.")
@click.option("--why", required=True, help="The reason, in a sentence.")
@click.option("--when", help="ISO 8601 day or time of the decision (default: now).")
@click.option(
    "--value",
    help="Of a reliability its letter, A to F; of wrong and confirmed how far it reaches: mention,"
    " claim or actor; of a pair of utterances `voice`, when the speaker is meant.",
)
@JSON
def judge(
    story: Path,
    decision: str,
    subjects: Sequence[str],
    who: str,
    why: str,
    when: str | None,
    value: str | None,
    as_json: bool,
) -> None:
    """Decide DECISION about SUBJECT...: ids, or their beginnings, of claims, events, utterances, series,
    actors, voices, articles or single mentions; for a reliability a newsroom, by id or name.

    Decisions are kept in STORY/corrections.jsonl, which is only ever added to, and stand above every
    rule on every build; the next one applies this one. To take one back, decide the contrary: the newer one holds.

    \b
    secondsource judge mystory same 3fa2 90bc --who "Amina Otieno" --why "the same man, two spellings"
    secondsource judge mystory wrong 77d0 --who "Amina Otieno" --why "the reader took a wish for a deed"
    secondsource judge mystory reliability "Harbour Gazette" --value B --who Desk --why "ten years"
    """
    opened = open_story(story)
    with opened.store() as store:
        things = things_of(store.record(), store.readings())
    # The clock is a person's here: when they decided is what they state, and no result of ours.
    moment = when or datetime.now(UTC).isoformat(timespec="seconds")
    judgement = judgement_of(things, decision, subjects, who, why, moment, value)
    is_new = append(opened.folder, judgement)
    if as_json:
        print_json(judgement)
    else:
        reach = f", {judgement.value}" if judgement.value else ""
        word = "kept" if is_new else "was kept already"
        click.echo(f"{judgement.id}  {decision}{reach}, {len(judgement.subjects)} mentions: {word}")
    click.echo(f"the next build applies it: secondsource build {story}", err=True)


@click.command()
@STORY
@JSON
def judgements(story: Path, as_json: bool) -> None:
    """What people decided, and what came of it: applied, overruled, or fitting nothing any more."""
    record = record_of(story)
    corrections = read_corrections(story)
    for problem in corrections.problems:
        click.echo(f"note: {problem}", err=True)
    known = {judgement.id for judgement in record.judgements}
    waiting = sum(judgement.id not in known for judgement in corrections.judgements)
    if waiting:
        click.echo(f"note: {waiting} wait for: secondsource build {story}", err=True)
    rows = sorted(record.judgements, key=lambda row: (row.when, row.id))
    print_json(rows) if as_json else print_lines(_judgements_text(rows))


def _judgements_text(rows: Sequence[StoryJudgement]) -> Iterator[str]:
    if not rows:
        yield "Nobody has judged anything in this story."
    for row in rows:
        value = f" ({row.value})" if row.value else ""
        yield f"- {row.id}  {remark(row)}{value}"
        yield f"  {row.status}: {row.reason}"
        for citation in row.citations[:2]:
            yield f"  “{' '.join(citation.words.split())}”"


@click.command()
@STORY
@KNOWN_AT
@click.option("--kind", type=click.Choice(KINDS), help="Only pairs of this kind.")
@click.option("--length", type=click.IntRange(1), help="Only so many, the most important.")
@JSON
def unsure(story: Path, kind: str | None, length: int | None, as_json: bool) -> None:
    """Pairs that may be one and were kept apart, the most important first, with what speaks for it.

    Answer with `secondsource judge STORY same|not-same|unsure ID ID`; what is answered leaves the queue.
    """
    record = record_of(story)
    found = unsure_view(record, kind)[:length]
    print_json(found) if as_json else print_lines(_unsure_text(found, record))


def _unsure_text(found: Sequence[Doubt], record: Record) -> Iterator[str]:
    signs = short_names(record)
    who = {judgement.id: judgement for judgement in record.judgements}
    if not found:
        yield "Nothing that was kept apart seems to be one."
    for doubt in found:
        yield f"- {doubt.kind}, {doubt.score:.2f}: {doubt.reason}"
        for item, citation in zip(doubt.items, doubt.citations, strict=False):
            words = " ".join(item.name.split())
            yield f"  {item.id}  “{words}” [{signs.get(citation.article, '?')}]"
        for judgement in doubt.judgements:
            yield f"  {remark(who[judgement])}"


@click.command()
@STORY
@KNOWN_AT
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    help="Write each part as a story of its own into this folder; STORY stays as it is.",
)
@JSON
def split(story: Path, into: Path | None, as_json: bool) -> None:
    """Whether STORY holds several stories: the articles of each, by what they have in common."""
    record = record_of(story)
    if into is not None and record.known_at is not None:
        raise UsageError("--into writes the whole story, and takes no --known-at")
    found = parts_of(record)
    print_json(found) if as_json else print_lines(_parts_text(found, record, story))
    if into is None or len(found) < 2:
        return
    opened = open_story(story)
    for folder in write_parts(opened, into, [part.articles for part in found], method_of(opened)):
        build_story(folder, [])
        click.echo(f"written: {folder}", err=True)


def _parts_text(found: Sequence[Part], record: Record, story: Path) -> Iterator[str]:
    signs, articles = short_names(record), articles_of(record)
    if len(found) < 2:
        yield f"One story, {sum(len(part.articles) for part in found)} articles."
        return
    yield f"These seem to be {len(found)} stories."
    for n, part in enumerate(found, start=1):
        actors = f": {', '.join(actor.name for actor in part.actors)}" if part.actors else ""
        yield f"\nPart {n}, {len(part.articles)} articles{actors}"
        for article in part.articles:
            yield f"- [{signs[article]}] {title_of(articles[article])}"
    yield f"\nTo part them: secondsource split {story} --into FOLDER"
