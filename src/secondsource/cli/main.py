"""The `secondsource` command: thin commands over library functions.

Data goes to standard output, talk and progress to standard error. Exit codes: 0 done; 1 done, but
`--strict` found inputs that failed; 2 a mistake in the call (the message says what to do); 3 a line
that its citations do not hold (nothing was written); 130 interrupted.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from .. import Reader, __version__
from ..build import BuildReport
from ..build import Progress as StepProgress
from ..build import build as build_story
from ..errors import UnsupportedLine, UsageError
from ..export.jsonl import json_lines
from ..model.record import Record
from ..store.story import open_story
from ..views.agenda import agenda as agenda_view
from ..views.brief import LENGTHS
from ..views.brief import brief as brief_view
from ..views.figures import series_of_weight
from ..views.lineage import lineage as lineage_view
from ..views.quotes import quotes as quotes_view
from ..views.standing import find_claim, standing_board
from ..views.timeline import timeline as timeline_view
from . import text

EXIT_STRICT, EXIT_USAGE, EXIT_UNSUPPORTED = 1, 2, 3

STORY = click.argument("story", type=click.Path(path_type=Path, file_okay=True))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")


class Commands(click.Group):
    """Turns our own errors into one line on standard error and the documented exit code."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except UnsupportedLine as error:
            click.echo(f"error: {error}", err=True)
            context.exit(EXIT_UNSUPPORTED)
        except (UsageError, ValueError, KeyError) as error:
            message = error.args[0] if isinstance(error, KeyError) and error.args else error
            click.echo(f"error: {message}", err=True)
            context.exit(EXIT_USAGE)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="secondsource")
def main() -> None:
    """Keeps the record of a developing story.

    It reads many reports and writes down who said what, what happened and what was only threatened,
    planned, demanded or denied, and of every line how many independent sources support it.

    \b
    Start with:
      secondsource build mystory reports/      read a folder of reports
      secondsource brief mystory               what is known, and how well
      secondsource standing mystory            every claim with its sources
      secondsource explain mystory CLAIM       why a claim has one source and not four

    Exit codes: 0 done, 1 inputs failed (with --strict), 2 wrong call, 3 a line without support.
    """


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _print_json(value: object) -> None:
    click.echo(msgspec.json.encode(value).decode())


def _record(story: Path) -> Record:
    with open_story(story).store() as store:
        return store.record()


@contextmanager
def _progress() -> Iterator[StepProgress]:
    """Progress bars on standard error; nothing where that is no terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description:10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        tasks: dict[str, Any] = {}

        def step(name: str, done: int, of: int) -> None:
            if name not in tasks:
                tasks[name] = bars.add_task(name, total=of)
            bars.update(tasks[name], completed=done, total=of)

        yield step


@main.command()
@STORY
@click.argument("sources", nargs=-1, type=click.Path(allow_dash=True))
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1), help="Processes that read."
)
@click.option("--pipeline", help="Language pipeline of a new story (default: the best installed).")
@click.option("--strict", is_flag=True, help="Exit with 1 when any input failed.")
@JSON
def build(
    story: Path,
    sources: Sequence[str],
    workers: int,
    pipeline: str | None,
    strict: bool,
    as_json: bool,
) -> None:
    """Build or continue STORY (a folder) from SOURCES: files, folders, archives or addresses.

    What was read before is not read again; without SOURCES an interrupted build is finished. Inputs
    that hold no article are listed with the reason, and the rest is built.

    \b
    secondsource build mystory reports/ extra.html
    secondsource build mystory --workers 2
    """
    with _progress() as progress:
        report = build_story(story, sources, workers, pipeline, progress)
    if as_json:
        _print_json(msgspec.to_builtins(report))
    else:
        _say(report, story)
    if strict and report.failed:
        click.get_current_context().exit(EXIT_STRICT)


def _say(report: BuildReport, story: Path) -> None:
    for failed in report.failed:
        click.echo(f"not read: {failed.reason}", err=True)
    for unread in report.unread:
        click.echo(f"left unread: {unread.address}: {unread.reason}", err=True)
    change = "new record" if report.changed else "nothing new"
    click.echo(
        f"{story}: {report.articles} articles, {report.read} read now,"
        f" {len(report.failed)} failed; {change}",
        err=True,
    )


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.File("r", encoding="utf-8"))
@click.option("--published", help="Day of publication (ISO), on which relative times are anchored.")
@click.option(
    "--as-is", is_flag=True, help="Take the text as a clean body: remove and rejoin nothing."
)
@click.option("--pipeline", help="Language pipeline (default: the best installed).")
@JSON
def read(
    files: Sequence[Any], published: str | None, as_is: bool, pipeline: str | None, as_json: bool
) -> None:
    """Read FILES one by one (`-` is standard input) and print all that is found in each.

    With --json one reading a line. Offsets count unicode code points into the cleaned text.

    \b
    secondsource read report.txt --published 2023-10-05 --json
    """
    reader = Reader(pipeline)
    for file in files:
        reading = reader.read(file.read(), published=published, as_is=as_is)
        if as_json:
            _print_json(reading.to_dict())
        else:
            _print(text.reading_text(reading))


@main.command()
@STORY
@click.option("--length", type=click.Choice(list(LENGTHS)), default="medium", show_default=True)
@JSON
def brief(story: Path, length: str, as_json: bool) -> None:
    """What is known and how well, what is contested, what is not so, figures, what is to come."""
    record = _record(story)
    view = brief_view(record, open_story(story).name, length)
    _print_json(view) if as_json else _print(text.brief_text(view, record))


@main.command()
@STORY
@click.option("--length", type=click.IntRange(1), help="Only so many, the best supported.")
@JSON
def timeline(story: Path, length: int | None, as_json: bool) -> None:
    """What happened, by day, with citations and standing."""
    record = _record(story)
    lines = timeline_view(record, length)
    _print_json(lines) if as_json else _print(text.lines_text(lines, record))


@main.command()
@STORY
@click.option("--as-of", help="ISO day (default: the newest publication date in the story).")
@click.option("--ahead", is_flag=True, help="Only what is not over on that day.")
@JSON
def agenda(story: Path, as_of: str | None, ahead: bool, as_json: bool) -> None:
    """What is announced, due, held, cancelled or past without report, with who and where."""
    record = _record(story)
    items = agenda_view(record, as_of, ahead)
    _print_json(items) if as_json else _print(text.agenda_text(items, record))


@main.command()
@STORY
@click.option("--changed", is_flag=True, help="Only series that changed.")
@JSON
def figures(story: Path, changed: bool, as_json: bool) -> None:
    """Numbers with what they count, who says so, as of when, and how they changed."""
    record = _record(story)
    series = [line for line in series_of_weight(record) if line.changes or not changed]
    _print_json(series) if as_json else _print(text.figures_text(series, record))


@main.command()
@STORY
@click.option("--voice", help="Only voices whose name holds these words.")
@JSON
def quotes(story: Path, voice: str | None, as_json: bool) -> None:
    """Who said what, with every wording of it side by side."""
    record = _record(story)
    found = quotes_view(record, voice)
    _print_json(found) if as_json else _print(text.quotes_text(found, record))


@main.command()
@STORY
@click.option("--label", type=click.Choice(["unsupported", "single", "reported", "corroborated"]))
@click.option("--kind", type=click.Choice(["event", "figure", "utterance", "role"]))
@JSON
def standing(story: Path, label: str | None, kind: str | None, as_json: bool) -> None:
    """Every claim with the number of its independent sources."""
    record = _record(story)
    claims = standing_board(record, label, kind)
    _print_json(claims) if as_json else _print(text.standing_text(claims, record))


@main.command()
@STORY
@click.argument("claim")
@JSON
def explain(story: Path, claim: str, as_json: bool) -> None:
    """Why CLAIM (an id or its beginning) has so many independent sources and not more."""
    record = _record(story)
    found = find_claim(record, claim)
    _print_json(found) if as_json else _print(text.claim_text(found, record))


@main.command()
@STORY
@JSON
def lineage(story: Path, as_json: bool) -> None:
    """Which report rests on which, whose reporting each is, and what was altered."""
    record = _record(story)
    view = lineage_view(record)
    _print_json(view) if as_json else _print(text.lineage_text(view, record))


@main.command()
@STORY
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
def export(story: Path, form: str) -> None:
    """The whole record, one object a line, each with `type` and `id`."""
    for line in json_lines(_record(story)):
        sys.stdout.buffer.write(line + b"\n")
