"""A site to watch, and a watch that reads nothing and never waits."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from loopback import Site, served
from unread import unread_build

from secondsource.watch.rounds import Watch
from secondsource.watch.rules import Rule

NEW_REPORTS = (Rule(name="new", when="article"),)


@pytest.fixture
def site() -> Iterator[Site]:
    """A server with one feed of one page."""
    with served() as made:
        made.add("/rss", "/first", "Post: a beginning", "2024-03-01\nThe pier opened.")
        yield made


@pytest.fixture
def watch(tmp_path: Path, site: Site) -> Callable[..., Watch]:
    """`watch(*sources, ...)`: a watch of a story in the test's folder, which reads nothing and never waits."""

    def made(*sources: str, **options: Any) -> Watch:
        given = {
            "folder": tmp_path / "story",
            "sources": sources or (f"{site.root}/rss",),
            "rules": NEW_REPORTS,
            "build": unread_build,
            "allow_private": True,
            "pause_seconds": 0.0,
            "fetch_seconds": 20.0,
            "sleep": lambda seconds: None,
        }
        return Watch(**{**given, **options})

    return made
