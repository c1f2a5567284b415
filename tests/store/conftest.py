"""Stories of both kinds of store: in a folder, and on a PostgreSQL server that the tests start."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest
from killing import Undisturbed, undisturbed_builds
from pg_server import Server, made

from secondsource.build import reading as reading_step
from secondsource.store.story import Story, create_story, open_story

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


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory) -> Undisturbed:
    """The builds of a small story that nobody disturbs, stage by stage, and their readings."""
    return undisturbed_builds(tmp_path_factory.mktemp("undisturbed"))


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


class Reading:
    """Stands in for the reading: gives what was read before, and calls `before` with the number of reports so far."""

    def __init__(self, known: dict[str, Any]) -> None:
        self.known = known
        self.done = 0
        self.before: Callable[[int], None] = lambda done: None

    def __call__(self, job: Any) -> list[Any]:
        found = []
        for id, _ in job.captures:
            self.before(self.done)
            self.done += 1
            found.append((id, self.known[id]))
        return found


@pytest.fixture
def reading(pemba_story, monkeypatch) -> Reading:
    """Builds of the invented story that read nothing anew, one report at a time."""
    with open_story(pemba_story).store() as store:
        one = Reading({held.capture.id: held.reading for held in store.held()})
    monkeypatch.setattr(reading_step, "read_job", one)
    monkeypatch.setattr(reading_step, "READ_TOGETHER", 1)
    return one
