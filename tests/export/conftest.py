"""One built story for all tests of exports: the example's reports, and one that means harm."""

import shutil
from pathlib import Path

import pytest
from hostile_record import hostile

from secondsource.export.source import Source
from secondsource.model.record import Record
from secondsource.story import Story

REPORTS = Path(__file__).parents[2] / "examples" / "pemba-channel" / "reports"

HOSTILE = """\
=HYPERLINK("http://evil.invalid","boats") <script>alert('headline')</script>

October 9, 2023

VANGA, Kenya - Kenya seized 12 boats of Tanzania on Monday, the *harbour* [office](http://evil.invalid) said.

"We <b>will</b> `close` the port | on Oct. 20," Omari Chuo, a skipper, said on Monday.

Kenya threatened to close the Lunga Lunga crossing if the boats are not returned.
"""
"""A report with a formula, a script, Markdown and HTML in its words."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    """The folder of the built story."""
    base = tmp_path_factory.mktemp("export")
    reports = base / "reports"
    shutil.copytree(REPORTS, reports)
    (reports / "99-hostile.txt").write_text(HOSTILE, "utf-8")
    Story.build(base / "story", [reports])
    return base / "story"


@pytest.fixture
def story(folder) -> Story:
    """The built story, opened anew."""
    return Story.open(folder)


@pytest.fixture(scope="session")
def source(folder) -> Source:
    """The built story as exports take it."""
    return Source(Story.open(folder))


@pytest.fixture(scope="session")
def record(source) -> Record:
    """The record of the built story."""
    return source.record


@pytest.fixture(scope="session")
def harmful(record) -> Record:
    """The record with words and names that mean harm."""
    return hostile(record)
