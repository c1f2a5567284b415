"""`serve`: the pages of a story, in a browser."""

import os
import secrets
from pathlib import Path

import click

from ..errors import UsageError
from ..extras import needed
from ..store.story import open_story
from .command import STORY

TOKEN_VARIABLE = "SECONDSOURCE_TOKEN"


@click.command()
@STORY
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--allow-host", "hosts", multiple=True, help="A further name to be asked for under.")
@click.option(
    "--token-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"File with the token (or give it in {TOKEN_VARIABLE}).",
)
def serve(
    story: Path, host: str, port: int, hosts: tuple[str, ...], token_file: Path | None
) -> None:
    """Serve STORY as pages and as a JSON API, to this machine unless --host says otherwise.

    Served to other machines, everybody must show a token; without one of yours a token is made and
    printed. Nothing is fetched from anywhere. While a build writes the story, the record before it is shown.

    \b
    secondsource serve mystory
    secondsource serve mystory --host 0.0.0.0 --token-file token.txt --allow-host desk.example
    """
    uvicorn = needed("uvicorn", "web", "secondsource serve")
    for module in ("starlette", "jinja2", "python_multipart"):
        needed(module, "web", "secondsource serve")
    from ..web.app import make_app
    from ..web.patience import PatientProtocol
    from ..web.settings import Settings, is_loopback

    token = _token(token_file)
    if not token and not is_loopback(host):
        token = secrets.token_urlsafe(32)
        click.echo(f"token: {token}", err=True)
    opened = open_story(story)
    click.echo(f"reading the record of {opened.name} ...", err=True)
    app = make_app(opened, Settings(host=host, port=port, hosts=hosts, token=token))
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"serving at http://{shown}:{port}/ (stop with Ctrl-C)", err=True)
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        http=PatientProtocol,
        timeout_keep_alive=15,
        limit_concurrency=200,
    )


def _token(file: Path | None) -> str:
    """The token out of the file or the environment; empty when none is given."""
    if file is None:
        return os.environ.get(TOKEN_VARIABLE, "").strip()
    try:
        token = file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read as a token: {error}") from error
    if not token:
        raise UsageError(f"{file} is empty; put a token of at least 16 characters into it")
    return token
