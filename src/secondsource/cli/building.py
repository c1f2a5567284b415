"""`build` and `read`: from reports to a story, and from one text to its reading."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import click
import msgspec

from .. import Reader
from ..build import BuildReport
from ..build import build as build_story
from ..build.reading import LOCAL_ENGINE
from . import text
from .command import DAY, EXIT_STRICT, JSON, STORY, print_json, print_lines, progress_bars, text_of


@click.command()
@STORY
@click.argument("sources", nargs=-1, type=click.Path(allow_dash=True))
@click.option(
    "--workers",
    default=1,
    show_default=True,
    type=click.IntRange(1),
    help="Processes that read, and that make chapters.",
)
@click.option(
    "--engine",
    default=LOCAL_ENGINE,
    show_default=True,
    help="Where reports are read: local, ray (a Ray of this machine), or ray://HOST:PORT.",
)
@click.option("--pipeline", help="Language pipeline of a new story (default: the best installed).")
@click.option(
    "--captured", metavar="DAY", help="When the sources were taken (ISO), if they do not say so."
)
@click.option(
    "--store",
    metavar="ADDRESS",
    help="Keep a new story on a server: postgresql://HOST/DATABASE#STORY (see docs/operations.md).",
)
@click.option("--strict", is_flag=True, help="Exit with 1 when any input failed.")
@JSON
def build(
    story: Path,
    sources: Sequence[str],
    workers: int,
    engine: str,
    pipeline: str | None,
    captured: str | None,
    store: str | None,
    strict: bool,
    as_json: bool,
) -> None:
    """Build or continue STORY (a folder) from SOURCES: files, folders, archives or addresses.

    What was read before is not read again; without SOURCES an interrupted build is finished. Inputs
    that hold no article are listed with the reason, and the rest is built. A report whose text is
    another than before becomes the newer version of it; the earlier one is kept.

    A story of more than 2,000 reports is told in chapters of some days each, so that one report more does
    not make all of it anew. Reports of days far apart are then not compared with each other.

    \b
    secondsource build mystory reports/ extra.html
    secondsource build mystory --workers 2
    """
    with progress_bars() as progress:
        report = build_story(story, sources, workers, pipeline, progress, captured, engine, store)
    if as_json:
        print_json(msgspec.to_builtins(report))
    else:
        _say(report, story)
    if strict and report.failed:
        click.get_current_context().exit(EXIT_STRICT)


def _say(report: BuildReport, story: Path) -> None:
    for failed in report.failed:
        click.echo(f"not read: {failed.reason}", err=True)
    for unread in report.unread:
        click.echo(f"left unread: {unread.address}: {unread.reason}", err=True)
    for note in report.notes:
        click.echo(f"note: {note}", err=True)
    change = "new record" if report.changed else "nothing new"
    click.echo(
        f"{story}: {report.articles} articles, {report.read} read now,"
        f" {len(report.failed)} failed; {change}",
        err=True,
    )


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.File("rb"))
@click.option(
    "--published",
    type=DAY,
    help="Day of publication (ISO), on which relative times are anchored.",
)
@click.option(
    "--as-is", is_flag=True, help="Take the text as a clean body: remove and rejoin nothing."
)
@click.option("--pipeline", help="Language pipeline (default: the best installed).")
@JSON
def read(
    files: Sequence[BinaryIO],
    published: str | None,
    as_is: bool,
    pipeline: str | None,
    as_json: bool,
) -> None:
    """Read FILES one by one (`-` is standard input) and print all that is found in each.

    With --json one reading a line. Offsets count unicode code points into the cleaned text.

    \b
    secondsource read report.txt --published 2023-10-05 --json
    """
    reader = Reader(pipeline)
    for file in files:
        reading = reader.read(text_of(file), published=published, as_is=as_is)
        if as_json:
            print_json(reading.to_dict())
        else:
            print_lines(text.reading_text(reading))
