"""What every command shares: the story argument, `--json`, printing, and our errors as exit codes."""

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, TextIO

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from .. import decode
from ..build import Progress as StepProgress
from ..build.known import record_known_at
from ..errors import ArticleError, UnsupportedLine, UsageError
from ..model.record import Record
from ..store.asked_record import asked_record
from ..store.chapters import chapter_rows
from ..store.pages import Snapshot
from ..store.store import Store
from ..store.story import Story, open_story
from ..views.chapters import chapters_note
from ..views.known import known_words

EXIT_STRICT, EXIT_USAGE, EXIT_UNSUPPORTED, EXIT_INTERRUPTED = 1, 2, 3, 130

STORY = click.argument("story", type=click.Path(path_type=Path, file_okay=True))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")


class Day(click.ParamType[str]):
    """An ISO 8601 day, as `2024-03-05`."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The day as it is written in the record; a mistake in the call for anything else."""
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no ISO day; write it as 2024-03-05", param, ctx)


DAY = Day()

_KNOWN_AT = "secondsource.known_at"


def _keep_day(context: click.Context, _: click.Parameter, value: str | None) -> None:
    context.meta[_KNOWN_AT] = value


KNOWN_AT = click.option(
    "--known-at",
    metavar="DAY",
    expose_value=False,
    callback=_keep_day,
    help="Only what was known on this ISO day: by the time of capture, else the date of publication.",
)
"""For commands that take their record from `record_of`, which sees to it."""


class Commands(click.Group):
    """Turns our own errors into one line on standard error and the documented exit code."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except click.NoSuchOption as error:
            raise self._who_takes(error) from error
        except UnsupportedLine as error:
            click.echo(f"error: {error}", err=True)
            context.exit(EXIT_UNSUPPORTED)
        except (UsageError, ValueError) as error:
            click.echo(f"error: {error}", err=True)
            context.exit(EXIT_USAGE)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # nobody reads on, as after `| head`: the process ends without a word
            place = f"{error.filename}: " if error.filename else ""
            click.echo(f"error: {place}{error.strerror or error}", err=True)
            _leave_unsaid(sys.stdout)
            context.exit(EXIT_USAGE)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            _leave_unsaid(sys.stdout)
            context.exit(EXIT_INTERRUPTED)

    def _who_takes(self, error: click.NoSuchOption) -> click.NoSuchOption:
        """The error with the commands that take the option, and what the called one takes in its place; itself
        where none does."""
        name, called = error.option_name, error.ctx.command if error.ctx else self
        takers = [other.name or "" for other in self.commands.values() if _takes(other, name)]
        if not takers:
            return error
        said = f"No such option {name!r}; it is one of {', '.join(takers)}."
        if _takes(called, near := _NEAR.get(name, "")):
            said += f" Did you mean {near!r}?"
        return click.NoSuchOption(name, said, ctx=error.ctx)


_NEAR = {"--as-of": "--known-at", "--known-at": "--as-of"}
"""Both ask for a day: how things stood on it, and what was known on it."""


def _takes(command: click.Command, option: str) -> bool:
    return any(option in parameter.opts for parameter in command.params)


def _leave_unsaid(stream: TextIO) -> None:
    """Lets what is still to be written go: written at the end, it would fail once more."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def print_lines(lines: Iterable[str]) -> None:
    """Each line on standard output."""
    for line in lines:
        click.echo(line)


def text_of(file: BinaryIO) -> str:
    """The text of an open file in whatever encoding it is. Raises UsageError, with its name, where it holds
    none."""
    try:
        return decode(file.read())
    except ArticleError as error:
        raise UsageError(f"{getattr(file, 'name', 'standard input')}: {error}") from error


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it is not one."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def print_json(value: object) -> None:
    """One JSON value in one line on standard output."""
    click.echo(msgspec.json.encode(value).decode())


@contextmanager
def progress_bars() -> Iterator[StepProgress]:
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


def record_of(story: Path, part: Callable[[Snapshot], Record] = asked_record) -> Record:
    """The record of the story in that folder, or as much of it as `part` takes for a command that needs no more; with
    `--known-at` that of what was known on that day, which is said before anything else. That it is told in chapters is said on
    standard error. Raises StoryNotFound with what to do."""
    context = click.get_current_context()
    day = context.meta.get(_KNOWN_AT)
    opened = open_story(story)
    with opened.store() as store:  # a story of an older version is migrated
        if chapters := chapter_rows(store):
            click.echo(f"note: {chapters_note(chapters)}", err=True)
        if day is not None:
            return _known_on(opened, store, day)
    snapshot = Snapshot(opened.database)
    context.call_on_close(snapshot.close)
    return part(snapshot)


def _known_on(story: Story, store: Store, day: str) -> Record:
    """The record of what was known on a day, which is said."""
    with progress_bars() as progress:
        record, known = record_known_at(story, store, day, progress)
    words = known_words(day, known.by_capture, known.by_date, known.undated, known.later)
    # Data for programs stays alone on standard output.
    params = click.get_current_context().params
    click.echo(words, err="as_json" not in params or params["as_json"])
    return record
