"""What every command shares: the story argument, `--json`, printing, and our errors as exit codes."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
import msgspec

from ..errors import UnsupportedLine, UsageError
from ..model.record import Record
from ..store.story import open_story

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


def print_lines(lines: Iterable[str]) -> None:
    """Each line on standard output."""
    for line in lines:
        click.echo(line)


def print_json(value: object) -> None:
    """One JSON value in one line on standard output."""
    click.echo(msgspec.json.encode(value).decode())


def record_of(story: Path) -> Record:
    """The record of the story in that folder. Raises StoryNotFound with what to do."""
    with open_story(story).store() as store:
        return store.record()
