"""Each page answers within 100 ms (median) with 10,000 articles in the record."""

import statistics
import time

import pytest
from starlette.testclient import TestClient

from secondsource.store.story import open_story
from secondsource.web.app import make_app
from secondsource.web.settings import Settings

from .conftest import HOME, links_in
from .large import multiply
from .test_pages import LISTS

pytestmark = [pytest.mark.slow, pytest.mark.quiet]

MOST_SECONDS = 0.1


def test_pages_of_ten_thousand_articles(copy_of_story):
    multiply(copy_of_story / "story.db", 834)
    asking = TestClient(make_app(open_story(copy_of_story), Settings()), base_url=HOME)
    paths = list(LISTS)
    for start, beginning in (("/standing", "/claim/"), ("/articles", "/article/")):
        paths += links_in(asking.get(start).text, beginning)[:3]
    slow = {}
    for path in paths:
        asking.get(path)
        took = []
        for _ in range(5):
            began = time.perf_counter()
            assert asking.get(path).status_code == 200, path
            took.append(time.perf_counter() - began)
        if statistics.median(took) > MOST_SECONDS:
            slow[path] = statistics.median(took)
    assert not slow
