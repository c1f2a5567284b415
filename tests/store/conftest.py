"""Stories of both kinds of store: in a folder, and on a PostgreSQL server that the tests start."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from pg_server import Server, made

from secondsource.store.story import Story, create_story

NewStory = Callable[..., Story]

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A running server; who stops it starts it again."""
    one = made()
    try:
        one.start()
        yield one
    finally:
        one.stop()
        shutil.rmtree(one.folder, ignore_errors=True)


@pytest.fixture
def address(server) -> str:
    """The address of a story that the server does not hold yet."""
    return f"{server.address}#story-{next(_NUMBERS)}"


@pytest.fixture(params=["folder", pytest.param("server", marks=pytest.mark.slow)])
def new_story(request, tmp_path) -> NewStory:
    """`new_story(name)`: an empty story, of the one kind and then of the other."""

    def new(name: str = "story", pipeline: str = "none") -> Story:
        if request.param == "folder":
            return create_story(tmp_path / name, pipeline)
        server = request.getfixturevalue("server")
        store = f"{server.address}#{name}-{next(_NUMBERS)}"
        return create_story(tmp_path / name, pipeline, store)

    return new


@pytest.fixture
def story(new_story) -> Story:
    """An empty story of either kind."""
    return new_story()
