"""Shared fixtures: one loaded language pipeline for the whole run."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading
from secondsource.reading.reader import Reader


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
