"""Shared fixtures: one loaded language pipeline and the stories, each made once for the whole run."""

from collections.abc import Callable
from pathlib import Path

import pytest

from secondsource.build import build
from secondsource.model.reading import Reading
from secondsource.model.record import Record
from secondsource.reading.reader import Reader
from secondsource.store.story import open_story

ROOT = Path(__file__).parents[1]
PEMBA = ROOT / "examples" / "pemba-channel" / "reports"
SEEDS = ROOT.parent / "shared" / "seeds"


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A Reader on the best language pipeline that is installed."""
    return Reader()


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., Reading]:
    """`read(text, published=None)`: the reading of a clean body."""

    def read_text(text: str, published: str | None = None) -> Reading:
        return reader.read(text, published=published, as_is=True)

    return read_text


@pytest.fixture(scope="session")
def record_in() -> Callable[[Path, Path], Record]:
    """`record_in(folder, sources)`: the record of the reports in `sources`, built in `folder`."""

    def built(folder: Path, sources: Path) -> Record:
        build(folder, [sources])
        return record_of(folder)

    return built


def record_of(folder: Path) -> Record:
    """The record of a built story."""
    with open_story(folder).store() as store:
        return store.record()


@pytest.fixture(scope="session")
def pemba_story(tmp_path_factory) -> Path:
    """The folder of the invented story, built. Who changes it works on a copy."""
    folder = tmp_path_factory.mktemp("pemba") / "pemba-channel"
    build(folder, [PEMBA])
    return folder


@pytest.fixture(scope="session")
def pemba(pemba_story) -> Record:
    """The record of the invented story."""
    return record_of(pemba_story)


@pytest.fixture(scope="session")
def seeds_story(tmp_path_factory) -> Path:
    """The folder of the story of the five real reports, built; skips where they are not there."""
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not there")
    folder = tmp_path_factory.mktemp("seeds") / "story"
    build(folder, [SEEDS])
    return folder


@pytest.fixture(scope="session")
def seeds(seeds_story) -> Record:
    """The record of the five real reports."""
    return record_of(seeds_story)
