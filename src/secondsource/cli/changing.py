"""What changes: `changes`, `since`, `withdraw`; and the care of a story: `doctor`, `backup`, `restore`,
`migrate`."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from ..build import build as build_story
from ..build.known import article_of, known_before, rows_of
from ..build.recording import is_current
from ..corrections import read_corrections
from ..model.claim import Change
from ..model.record import ArticleRow, Record
from ..store.backup import back_up
from ..store.backup import restore as restore_story
from ..store.doctor import Finding, examine
from ..store.migrations import SCHEMA_VERSION
from ..store.story import open_story
from ..store.withdrawals import withdraw as withdraw_article
from ..views.changes import KINDS, ChangesView
from ..views.changes import changes as changes_view
from ..views.event_words import status_words
from ..views.known import known_words
from ..views.since import Since, SinceClaim
from ..views.since import since as since_view
from ..views.sources import short_names, standing_words, title_of
from .command import EXIT_STRICT, JSON, KNOWN_AT, STORY, print_json, print_lines, progress_bars
from .command import record_of as record_of_story

MOST_LINES = 20
"""Lines of a section that are printed for people; --json has all."""


@click.command()
@STORY
@KNOWN_AT
@click.option("--kind", type=click.Choice(KINDS), help="Only changes of this kind.")
@JSON
def changes(story: Path, kind: str | None, as_json: bool) -> None:
    """What changed: figures, plans that were carried out, and what newer versions of reports altered."""
    record = record_of_story(story)
    view = changes_view(record, kind)
    print_json(view) if as_json else print_lines(_changes_text(view, record))


@click.command()
@STORY
@click.argument("point", metavar="DAY|ARTICLE")
@JSON
def since(story: Path, point: str, as_json: bool) -> None:
    """What is new since an ISO DAY, or since an ARTICLE (id, its beginning, or address) came: claims, second
    sources, contradictions, figures, and what is due, held or overdue.

    \b
    secondsource since mystory 2024-03-05
    """
    opened = open_story(story)
    with opened.store() as store, progress_bars() as progress:
        before, known, day = known_before(opened, store, point, progress)
        record = store.record()
    words = known_words(day, known.by_capture, known.by_date, known.undated, known.later)
    view = since_view(before, record, point)
    click.echo(f"compared with the record {words}", err=as_json)
    print_json(view) if as_json else print_lines(_since_text(view, record))


@click.command()
@STORY
@click.argument("article")
@click.option("--why", help="The reason, which stands in the record from then on.")
@click.option("--who", default="", help="Who says so.")
@click.option("--undo", is_flag=True, help="Take an earlier withdrawal back.")
@JSON
def withdraw(
    story: Path, article: str, why: str | None, who: str, undo: bool, as_json: bool
) -> None:
    """Withdraw ARTICLE (an id, its beginning, or an address): it stays, with the reason, and counts in no
    standing any more; what rested on it alone says so."""
    if undo == bool(why):
        raise click.UsageError("give a reason with --why, or --undo")
    opened = open_story(story)
    row = article_of(rows_of(opened), article)
    withdraw_article(opened, row.id, why or "", who)
    with progress_bars() as progress:
        build_story(story, [], progress=progress)
    with opened.store() as store:
        record = store.record()
    row = article_of(record.articles, row.id)
    fallen = [claim for claim in record.claims if "withdrawn" in claim.standing.flags]
    if as_json:
        print_json({"article": row.id, "status": row.status, "reason": row.reason, "unsupported": [claim.id for claim in fallen]})  # fmt: skip
    else:
        click.echo(f"{_title(row)}: {row.status}{f' ({row.reason})' if row.reason else ''}")
        click.echo(f"claims that rest on withdrawn articles alone: {len(fallen)}")


@click.command()
@STORY
@click.option("--repair", is_flag=True, help="Mend what can be mended without losing anything.")
@JSON
def doctor(story: Path, repair: bool, as_json: bool) -> None:
    """Look for what is wrong with a story's folder; exits with 1 while something is.

    Checks the database, the bytes of every capture, the readings, the lines of corrections, and whether
    the record is made from all of it.
    """
    opened = open_story(story)
    with progress_bars() as progress:
        found = list(examine(opened, repair, progress))
    if all(item.mended or item.kind != "torn-line" for item in found):
        found += [
            Finding(kind="no-judgement", item=problem, what_to_do="mend that line or take it out")
            for problem in read_corrections(opened.folder).problems
        ]
    if not any(item.kind in ("database", "schema") for item in found):
        with opened.store() as store:
            if not is_current(opened, store):
                found.append(
                    Finding(
                        kind="old-record",
                        item="the record is not made from all that the story holds",
                        what_to_do=f"run: secondsource build {story}",
                    )
                )
    if as_json:
        print_json(found)
    else:
        for item in found:
            state = "mended" if item.mended else item.what_to_do
            click.echo(f"{item.kind}: {item.item}: {state}")
        click.echo(f"{story}: {len(found) or 'nothing'} found", err=True)
    if any(not item.mended for item in found):
        click.get_current_context().exit(EXIT_STRICT)


@click.command()
@STORY
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@JSON
def backup(story: Path, file: Path, as_json: bool) -> None:
    """Write the whole STORY to FILE (a zip), also while a build is running."""
    with progress_bars() as progress:
        count = back_up(open_story(story), file, progress)
    _done(as_json, {"file": str(file), "files": count}, f"{file}: {count} files")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@STORY
@click.option(
    "--store", metavar="ADDRESS", help="Keep it on a server: postgresql://HOST/DATABASE#STORY."
)
@JSON
def restore(file: Path, story: Path, store: str | None, as_json: bool) -> None:
    """Make STORY (a new folder) from FILE, which `backup` wrote. So a story is also moved between a folder
    and a server."""
    with progress_bars() as progress:
        restored = restore_story(file, story, progress, store)
    _done(as_json, {"story": str(story), "name": restored.name}, f"{story}: restored")


@click.command()
@STORY
@JSON
def migrate(story: Path, as_json: bool) -> None:
    """Bring a story that an older version wrote to the form of this one; any build does so too."""
    with open_story(story).store() as store:
        was = store.migrated_from or store.version
    words = f"from {was} to {SCHEMA_VERSION}" if was < SCHEMA_VERSION else f"{was} is the newest"
    _done(as_json, {"was": was, "is": SCHEMA_VERSION}, f"{story}: schema {words}")


def _done(as_json: bool, value: object, words: str) -> None:
    print_json(value) if as_json else click.echo(words, err=True)


def _title(row: ArticleRow) -> str:
    return title_of(row.article) if row.article else row.id


def _changes_text(view: ChangesView, record: Record) -> Iterator[str]:
    signs = short_names(record)
    titles = {row.id: _title(row) for row in record.articles}
    for row in view.articles:
        yield f"## {_title(row)} [{signs.get(row.id, '?')}]"
        yield ""
        if row.status == "withdrawn":
            yield f"- withdrawn: {row.reason}"
        for version in row.versions:
            since = f"since {version.since}" if version.since else "of unknown date"
            yield f"- another version, {since} (order: {version.ordered_by})"
        yield from (
            f"- {_change_words(change)}" for change in view.changes if change.about == row.id
        )
        yield ""
    others = [change for change in view.changes if change.kind != "version"]
    if others:
        yield "## In the story"
        yield ""
    for change in others:
        where = dict.fromkeys(signs.get(cited.article, "?") for cited in change.citations)
        yield f"- {_change_words(change)} [{', '.join(where)}]"
        if change.kind in ("status", "date"):
            for cited in change.citations:
                yield f"  “{_one_line(cited.words)}” [{signs.get(cited.article, '?')}]"
    if not others and not view.articles:
        yield f"Nothing changed in {len(titles)} articles."


def _change_words(change: Change) -> str:
    what = change.what or change.kind
    if not change.was:
        return f"{what}: “{_one_line(change.became)}”"
    if not change.became:
        return f"{what}: “{_one_line(change.was)}”"
    return f"{what}: “{_one_line(change.was)}” became “{_one_line(change.became)}”"


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _since_text(view: Since, record: Record) -> Iterator[str]:
    signs = short_names(record)
    yield f"# Since {view.point}"
    yield ""
    yield f"The newest report before is of {view.before or 'no day'}, now of {view.now or 'no day'}."
    articles = [f"{_title(row)} [{signs.get(row.id, '?')}]" for row in view.articles]
    yield from _section("New reports", articles)
    yield from _section(
        "Withdrawn", [f"{_title(row)}: {row.reason}" for row in view.withdrawn], False
    )
    yield from _section("Changed in reports", [_change_words(one) for one in view.versions], False)
    yield from _section("Have a second source now", _claims(view.second_sourced, signs))
    yield from _section("Contested now", _claims(view.contested, signs))
    yield from _section("Have no source any more", _claims(view.fallen, signs), False)
    yield from _section("Figures that changed", [_change_words(one) for one in view.figures])
    yield from _section(
        "Agenda",
        [
            f"{one.item.when}: “{_one_line(one.item.words)}”: {f'{one.was} → ' if one.was else 'new: '}{one.became}"
            for one in view.agenda
        ],
    )
    yield from _section("New claims", _claims(view.claims, signs))


def _claims(claims: Sequence[SinceClaim], signs: dict[str, str]) -> list[str]:
    lines = []
    for one in claims:
        change = f"{one.was} → {one.became}" if one.was else one.became or ""
        what = status_words(one.claim.status, one.claim.kind)
        if one.claimed:
            what = f"{what}: “{one.claimed}”"
        elif one.speaker:
            what = f"{what} by {one.speaker}"
        facts = [what, standing_words(one.claim.standing), change]
        sign = signs.get(one.citations[0].article, "?")
        shown = "; ".join(fact for fact in facts if fact)
        lines.append(f"“{_one_line(one.words)}” [{sign}] [{shown}] {one.claim.id[:8]}")
    return lines


def _section(title: str, lines: Sequence[str], always: bool = True) -> Iterator[str]:
    if not lines and not always:
        return
    yield ""
    yield f"## {title}"
    yield ""
    if not lines:
        yield "None."
    for line in lines[:MOST_LINES]:
        yield f"- {line}"
    if len(lines) > MOST_LINES:
        yield f"- and {len(lines) - MOST_LINES} more (--json has them all)"
