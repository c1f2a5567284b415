"""The folders of `check`: each takes only from those below it."""

import re
from pathlib import Path

import pytest

import secondsource.check

ROOT = Path(secondsource.check.__file__).parent

MAY_IMPORT = {
    "telling": set(),
    "comparing": {"telling"},
    "grammar": {"telling", "comparing"},
    "shelves": {"telling", "comparing"},
}


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_a_folder_takes_only_from_those_below_it(folder: str) -> None:
    for file in (ROOT / folder).glob("*.py"):
        source = file.read_text("utf-8")
        taken = set(re.findall(r"^from \.\.(\w+)", source, re.MULTILINE))
        assert taken <= MAY_IMPORT[folder], file.name


def test_there_is_no_other_folder() -> None:
    folders = {each.name for each in ROOT.iterdir() if (each / "__init__.py").exists()}
    assert folders == set(MAY_IMPORT)
