"""The records of the stories, each built once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from secondsource.build import build
from secondsource.model.record import Record
from secondsource.store.story import open_story

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.fixture(scope="session")
def record_in() -> Callable[[Path, Path], Record]:
    """`record_in(folder, sources)`: the record of the reports in `sources`, built in `folder`."""

    def built(folder: Path, sources: Path) -> Record:
        build(folder, [sources])
        with open_story(folder).store() as store:
            return store.record()

    return built


@pytest.fixture(scope="session")
def pemba(tmp_path_factory) -> Record:
    """The record of the invented story."""
    from evaluation.stories import build_record

    return build_record("pemba-channel", tmp_path_factory.mktemp("pemba"))


@pytest.fixture(scope="session")
def seeds(tmp_path_factory, record_in) -> Record:
    """The record of the five real reports; skips where they are not there."""
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not there")
    return record_in(tmp_path_factory.mktemp("seeds") / "story", SEEDS)
