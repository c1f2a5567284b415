"""Commands that write the record for other programs and as pictures."""

import sys
from pathlib import Path

import click

from ..errors import UsageError
from ..export.formats import BINARY, NAMES, Options, exported, write_export, write_whole
from ..export.source import Source
from ..model.record import Record
from ..store.story import open_story
from ..views.brief import Brief
from ..views.charts import CHARTS, chart_svg
from ..views.document import document
from ..views.document_html import html
from ..views.document_markdown import markdown
from ..views.map import map_svg
from ..views.print import pdf
from . import text
from .command import KNOWN_AT, STORY, record_of

DOCUMENTS = ("text", "markdown", "html", "pdf")
"""Formats of the brief."""

OUTPUT = click.option(
    "--output", type=click.Path(path_type=Path), help="File or folder (default: standard output)."
)


@click.command()
@STORY
@KNOWN_AT
@click.option("--format", "form", type=click.Choice(NAMES), default="jsonl", show_default=True)
@OUTPUT
@click.option("--table", help="csv, parquet: only this table; else all, as files of a folder.")
@click.option("--all-statuses", is_flag=True, help="cameo: also what did not happen, told apart.")
@click.option(
    "--reviewer", default="secondsource", show_default=True, help="claimreview: who publishes it."
)
@click.option("--no-texts", is_flag=True, help="bundle: hashes and cited words, no texts.")
@click.option(
    "--sign",
    "key_file",
    type=click.Path(path_type=Path),
    help="bundle: private Ed25519 key (OpenSSH or PEM) to sign it with.",
)
def export(
    story: Path,
    form: str,
    output: Path | None,
    table: str | None,
    all_statuses: bool,
    reviewer: str,
    no_texts: bool,
    key_file: Path | None,
) -> None:
    """The record for other programs.

    \b
    jsonl           one object a line, each with type and id: the whole record
    csv, parquet    flat tables (claims, reports, events, figures, ...)
    geojson         events at their places, with how exact each place is
    ics             the agenda, for calendars
    timelinejs      the timeline as TimelineJS reads it
    followthemoney  entities for investigations: people, bodies, articles, events
    claimreview     schema.org ClaimReview: each claim with its standing
    cameo           event rows with CAMEO and PLOVER codes: what happened
    bundle          evidence: everything that it takes to check the record (see verify)
    """
    options = Options(
        table=table,
        all_statuses=all_statuses,
        reviewer=reviewer,
        texts=not no_texts,
        key_file=key_file,
    )
    source = Source(open_story(story), record_of(story))
    if output is not None:
        for path in write_export(source, form, options, output):
            click.echo(f"written: {path}", err=True)
        return
    if form in BINARY and sys.stdout.isatty():
        raise UsageError(f"{form} is no text: name a file with --output")
    sys.stdout.buffer.write(exported(source, form, options))


def write_document(view: Brief, record: Record, form: str, output: Path | None) -> None:
    """The brief in one of `DOCUMENTS`, to a file or to standard output. Raises UsageError when a PDF would
    go to a terminal."""
    made = _document_bytes(view, record, form)
    if output is not None:
        write_whole(output, made)
        click.echo(f"written: {output}", err=True)
        return
    if form == "pdf" and sys.stdout.isatty():
        raise UsageError("a PDF is no text: name a file with --output")
    sys.stdout.buffer.write(made)


def _document_bytes(view: Brief, record: Record, form: str) -> bytes:
    if form == "text":
        return "".join(f"{line}\n" for line in text.brief_text(view, record)).encode()
    made = document(view, record)
    if form == "markdown":
        return markdown(made).encode()
    page = html(made)
    return pdf(page) if form == "pdf" else page.encode()


@click.command()
@STORY
@KNOWN_AT
@click.argument("kind", type=click.Choice([*CHARTS, "map"]))
@OUTPUT
def chart(story: Path, kind: str, output: Path | None) -> None:
    """A picture of the story as SVG.

    \b
    figures   each series with its ranges, approximators and voices
    timeline  what happened, what is announced, by day
    lineage   which report rests on which
    standing  how many claims are how well supported
    map       where it happened, with how exact each place is
    """
    source = Source(open_story(story), record_of(story))
    record = source.record
    svg = map_svg(record, source.places) if kind == "map" else chart_svg(record, kind)
    if output is None:
        click.echo(svg)
    else:
        write_whole(output, svg.encode())
        click.echo(f"written: {output}", err=True)
