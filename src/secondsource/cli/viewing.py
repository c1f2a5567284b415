"""The views: thin commands that print what a view makes of a record."""

from functools import partial
from pathlib import Path

import click

from ..build.known import known_before
from ..rewriting import ModelAt, rewritten
from ..store.asked_record import claims_beginning
from ..store.story import open_story
from ..views.agenda import agenda as agenda_view
from ..views.brief import LENGTHS
from ..views.brief import brief as brief_view
from ..views.brief_sections import brief_by_thread, with_news
from ..views.figures import series_of_weight
from ..views.importance import timeline_of_days
from ..views.lineage import lineage as lineage_view
from ..views.quotes import quotes as quotes_view
from ..views.standing import find_claim, standing_board
from ..views.timeline import timeline as timeline_view
from . import text
from .command import DAY, JSON, KNOWN_AT, STORY, print_json, print_lines, progress_bars, record_of
from .exporting import DOCUMENTS, write_document


@click.command()
@STORY
@KNOWN_AT
@click.option("--length", type=click.Choice(list(LENGTHS)), default="medium", show_default=True)
@click.option(
    "--by",
    "cut",
    type=click.Choice(["status", "thread"]),
    default="status",
    show_default=True,
    help="What the sections are: what is so and what not, or the threads of the story.",
)
@click.option("--since", "point", help="Begin with what is new since an ISO day or an article.")
@click.option(
    "--rewrite-with",
    "address",
    help="Shorten lines with a model at this OpenAI-compatible address; each is checked.",
)
@click.option("--model", default="default", help="The model's name at that address.")
@click.option("--model-key", envvar="SECONDSOURCE_MODEL_KEY", help="The key that it wants.")
@click.option("--format", "form", type=click.Choice(DOCUMENTS), default="text", show_default=True)
@click.option(
    "--output", type=click.Path(path_type=Path), help="A file (default: standard output)."
)
@JSON
def brief(
    story: Path,
    length: str,
    cut: str,
    point: str | None,
    address: str | None,
    model: str,
    model_key: str | None,
    form: str,
    output: Path | None,
    as_json: bool,
) -> None:
    """What is known and how well, what is contested, what is not so, figures, what is to come.

    \b
    secondsource brief mystory --length short
    secondsource brief mystory --by thread --since 2024-03-05
    """
    record = record_of(story)
    opened = open_story(story)
    view = (brief_by_thread if cut == "thread" else brief_view)(record, opened.name, length)
    if point is not None:
        with opened.store() as store, progress_bars() as progress:
            earlier, _, _ = known_before(opened, store, point, progress)
        view = with_news(view, earlier, record, point)
    if address is not None:
        view, refused = rewritten(view, ModelAt(address, model, model_key))
        for wording, reason in refused:
            click.echo(f"kept the report's words: “{wording}”: {reason}", err=True)
    if as_json:
        print_json(view)
    elif form == "text" and output is None:
        print_lines(text.brief_text(view, record))
    else:
        write_document(view, record, form, output)


@click.command()
@STORY
@KNOWN_AT
@click.option("--length", type=click.IntRange(1), help="Only so many days, those most spoken of.")
@JSON
def timeline(story: Path, length: int | None, as_json: bool) -> None:
    """What happened, by day, with citations and standing."""
    record = record_of(story)
    lines = timeline_view(record) if length is None else timeline_of_days(record, length)
    print_json(lines) if as_json else print_lines(text.lines_text(lines, record))


@click.command()
@STORY
@KNOWN_AT
@click.option("--as-of", type=DAY, help="Default: the newest publication date in the story.")
@click.option("--ahead", is_flag=True, help="Only what is not over on that day.")
@JSON
def agenda(story: Path, as_of: str | None, ahead: bool, as_json: bool) -> None:
    """What is announced, due, held, cancelled or past without report, with who and where."""
    record = record_of(story)
    items = agenda_view(record, as_of, ahead)
    print_json(items) if as_json else print_lines(text.agenda_text(items, record))


@click.command()
@STORY
@KNOWN_AT
@click.option("--changed", is_flag=True, help="Only series that changed.")
@JSON
def figures(story: Path, changed: bool, as_json: bool) -> None:
    """Numbers with what they count, who says so, as of when, and how they changed."""
    record = record_of(story)
    series = [line for line in series_of_weight(record) if line.changes or not changed]
    print_json(series) if as_json else print_lines(text.figures_text(series, record))


@click.command()
@STORY
@KNOWN_AT
@click.option("--voice", help="Only voices whose name holds these words.")
@JSON
def quotes(story: Path, voice: str | None, as_json: bool) -> None:
    """Who said what, with every wording of it side by side."""
    record = record_of(story)
    found = quotes_view(record, voice)
    print_json(found) if as_json else print_lines(text.quotes_text(found, record))


@click.command()
@STORY
@KNOWN_AT
@click.option("--label", type=click.Choice(["unsupported", "single", "reported", "corroborated"]))
@click.option("--kind", type=click.Choice(["event", "figure", "utterance", "role"]))
@JSON
def standing(story: Path, label: str | None, kind: str | None, as_json: bool) -> None:
    """Every claim with the number of its independent sources."""
    record = record_of(story)
    claims = standing_board(record, label, kind)
    print_json(claims) if as_json else print_lines(text.standing_text(claims, record))


@click.command()
@STORY
@KNOWN_AT
@click.argument("claim")
@JSON
def explain(story: Path, claim: str, as_json: bool) -> None:
    """Why CLAIM (an id or its beginning) has so many independent sources and not more."""
    record = record_of(story, partial(claims_beginning, start_of_id=claim))
    found = find_claim(record, claim)
    print_json(found) if as_json else print_lines(text.claim_text(found, record))


@click.command()
@STORY
@KNOWN_AT
@JSON
def lineage(story: Path, as_json: bool) -> None:
    """Which report rests on which, whose reporting each is, and what was altered."""
    record = record_of(story)
    view = lineage_view(record)
    print_json(view) if as_json else print_lines(text.lineage_text(view, record))
