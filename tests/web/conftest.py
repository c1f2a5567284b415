"""The example story behind its pages, and a story that means harm."""

import json
import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette")
from starlette.testclient import TestClient

from secondsource.store.story import open_story
from secondsource.store.tables import TABLES
from secondsource.web.app import make_app
from secondsource.web.settings import Settings

HOME = "http://127.0.0.1:8000"

SCRIPT = "<script>alert(1)</script>"
HARM = f"""{SCRIPT}"'><img src=x onerror=alert(2)>{{{{ 7*7 }}}}<!--"""
LONG = "Omari" * 500

POISONED = frozenset(
    """name words headline outlet reason description object was became of measured unit role address cue
    occasion addressee credit authors agencies dateline publisher names why unknown_because""".split()
)
"""Fields that hold words from outside; ids, statuses and dates are ours."""


@pytest.fixture(scope="session")
def client(pemba_story) -> TestClient:
    """Asks for pages of the example story, as a browser of this machine does."""
    return TestClient(make_app(open_story(pemba_story), Settings()), base_url=HOME)


@pytest.fixture
def copy_of_story(pemba_story, tmp_path) -> Path:
    """A copy of the example story that may be changed."""
    return Path(shutil.copytree(pemba_story, tmp_path / "story"))


@pytest.fixture
def get(client) -> Callable[[str], str]:
    """`get(path)`: the page, which must be there."""

    def page(path: str) -> str:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[:300])
        return answer.text

    return page


@pytest.fixture(scope="session")
def harmful_story(pemba_story, tmp_path_factory) -> Path:
    """The example story with scripts, markup and long names in everything that comes from outside."""
    folder = Path(shutil.copytree(pemba_story, tmp_path_factory.mktemp("harm") / "story"))
    connection = sqlite3.connect(folder / "story.db")
    with connection:
        for name in [*(table.name for table in TABLES), "reading"]:
            rows = connection.execute(f"SELECT rowid, json FROM {name}").fetchall()
            connection.executemany(
                f"UPDATE {name} SET json = ? WHERE rowid = ?",
                [(json.dumps(poisoned(json.loads(text))), row) for row, text in rows],
            )
        connection.execute("UPDATE article_text SET text = text || ?, headline = ?", (HARM, HARM))
        connection.execute("UPDATE reading SET address = address || ?", (HARM + LONG,))
    connection.close()
    return folder


@pytest.fixture(scope="session")
def harmful_client(harmful_story) -> TestClient:
    """Asks for pages of the story that means harm."""
    return TestClient(make_app(open_story(harmful_story), Settings()), base_url=HOME)


def poisoned(value: Any, field: str = "") -> Any:
    """The value with harm after every string that comes from outside."""
    if isinstance(value, dict):
        return {key: poisoned(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item, field) for item in value]
    if isinstance(value, str) and field in POISONED:
        return value + HARM + (LONG if field in ("name", "address") else "")
    return value + HARM if isinstance(value, str) and field == "text" else value


def links_in(html: str, beginning: str) -> list[str]:
    """The addresses of a page's links that begin so, each once, in their order."""
    found = re.findall(r'href="([^"]+)"', html)
    return list(dict.fromkeys(a.replace("&amp;", "&") for a in found if a.startswith(beginning)))
