"""How fast pages and searches answer when the record is large.

`python bench/pages.py [ARTICLES [STORY]]` (10,000 unless told; STORY is one that was made so before) builds the example story, writes its record many times under
other ids (`tests/web/large.py`), and asks for every list, a few items and several searches: processor milliseconds of the
first answer, and of the five that follow the median and the slowest. The index that the pages are served from is timed
apart, with its memory. Figures go to `bench/results/pages.json` with the machine and the commit.
"""

import json
import resource
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from scale import WORK, commit, machine, p95  # noqa: E402
from starlette.testclient import TestClient  # noqa: E402
from tests.web.conftest import HOME, links_in  # noqa: E402
from tests.web.large import multiply  # noqa: E402
from tests.web.test_pages import LISTS  # noqa: E402

from secondsource.build import build  # noqa: E402
from secondsource.store.story import open_story  # noqa: E402
from secondsource.web.app import make_app  # noqa: E402
from secondsource.web.settings import Settings  # noqa: E402

RESULTS = ROOT / "bench/results/pages.json"
EXAMPLE = ROOT / "examples/pemba-channel/reports"
SEARCHES = ("boats", "minister", "said coast", "patrol ship", "strait", "talks in Entebbe")
AGAIN = 5


def milliseconds(action: Callable[[], object]) -> float:
    """Processor milliseconds that an action takes, in all threads of this process."""
    started = time.process_time()
    action()
    return 1000 * (time.process_time() - started)


def large_story(articles: int) -> Path:
    """The folder of a story of about so many articles."""
    folder = WORK / f"pages-{articles}"
    shutil.rmtree(folder, ignore_errors=True)
    report = build(folder, [str(EXAMPLE)])
    multiply(folder / "story.db", max(1, round(articles / report.articles)))
    return folder


def asked(client: TestClient) -> Iterable[str]:
    """The addresses of all lists, of some items, and of searches."""
    yield from LISTS
    for start, beginning in (
        ("/standing", "/claim/"),
        ("/articles", "/article/"),
        ("/actors", "/actor/"),
    ):
        yield from links_in(client.get(start).text, beginning)[:3]
    yield from (f"/search?words={words.replace(' ', '+')}" for words in SEARCHES)


def measured(client: TestClient) -> dict[str, dict[str, float]]:
    """For each page the first answer, and of those that follow the median and the slowest."""
    found = {}
    for path in dict.fromkeys(asked(client)):
        first = milliseconds(lambda path=path: client.get(path))  # type: ignore[misc]
        more = [milliseconds(lambda path=path: client.get(path)) for _ in range(AGAIN)]  # type: ignore[misc]
        found[path] = {
            "first_ms": round(first, 1),
            "median_ms": round(statistics.median(more), 1),
            "slowest_ms": round(max(more), 1),
        }
    return found


def main() -> None:
    """Prints and keeps the figures."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else large_story(articles)
    story = open_story(folder)
    apps: list[Any] = []
    indexed = milliseconds(lambda: apps.append(make_app(story, Settings())))
    app = inner = apps[0]
    while not hasattr(inner, "state"):
        inner = inner._app  # the doors before the pages
    index = inner.state.site.sight.index
    warmed = milliseconds(index.warm)
    pages = measured(TestClient(app, base_url=HOME))
    searches = [
        each["first_ms"] for path, each in pages.items() if path.startswith("/search?words")
    ]
    figures = {
        "machine": machine(),
        "commit": commit(),
        "articles": len(index.articles),
        "claims": len(index.claims),
        "index_cpu_seconds": round(indexed / 1000, 1),
        "warm_cpu_seconds": round(warmed / 1000, 1),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "median_ms_of_the_slowest_page": max(each["median_ms"] for each in pages.values()),
        "first_ms_p95": p95([each["first_ms"] for each in pages.values()]),
        "first_search_ms_p95": p95(searches),
        "pages": pages,
    }
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
