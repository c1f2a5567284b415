"""Speed of the article stage: plain texts a second and saved pages a second, on one core.

`python bench/article.py` reads every eighth labelled page of `../shared/data/webpages.tar.xz` with
all metadata, the same pages with trafilatura alone (with its metadata), and plain texts: the example
story and every twelfth report of `../shared/data/timeline17.tar.xz`. Time is that of the processor,
in this process, after the tables are loaded. The figures are printed and written to
`bench/results/article.json` with the machine and the commit.
"""

import json
import platform
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from evaluation.sets.webpages import load, read  # noqa: E402

from secondsource.article import clean_text, read_capture  # noqa: E402
from secondsource.errors import ArticleError  # noqa: E402
from secondsource.model.article import Capture  # noqa: E402

RESULTS = ROOT / "bench/results/article.json"
EVERY_PAGE = 8
EVERY_REPORT = 12


def plain_texts() -> list[bytes]:
    """The example story's plain texts and a sample of the reports of timeline17."""
    found = [
        path.read_bytes()
        for path in sorted((ROOT / "examples/pemba-channel/reports").glob("*.txt"))
    ]
    with tarfile.open(ROOT.parent / "shared/data/timeline17.tar.xz") as archive:
        names = [one for one in archive if one.isfile() and "/InputDocs/" in one.name]
        for member in names[::EVERY_REPORT]:
            held = archive.extractfile(member)
            found.append(held.read() if held else b"")
    return [data for data in found if data.strip()]


def seconds(action: Callable[[], object]) -> float:
    """Processor seconds that the action takes."""
    started = time.process_time()
    action()
    return time.process_time() - started


def read_texts(texts: Iterable[bytes]) -> None:
    """Reads all as plain text; those that hold no article are skipped."""
    for data in texts:
        capture = Capture(digest="", address="report.txt", media_type="text/plain", data=data)
        try:
            read_capture(capture)
        except ArticleError:
            continue


def main() -> None:
    """Prints and keeps the figures."""
    import trafilatura

    pages = [*list(load(True))[::EVERY_PAGE], *list(load(False))[::EVERY_PAGE]]
    texts = plain_texts()
    clean_text("The tables are loaded before the clock runs. " * 20)
    read(pages[0])
    of_texts = seconds(lambda: read_texts(texts))
    of_pages = seconds(lambda: [read(page) for page in pages])
    alone = seconds(
        lambda: [
            trafilatura.bare_extraction(
                page.data,
                url=page.url if page.url.startswith("http") else None,
                with_metadata=True,
                include_comments=False,
            )
            for page in pages
        ]
    )
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    figures = {
        "texts": len(texts),
        "mean_text_bytes": sum(map(len, texts)) // len(texts),
        "texts_per_second": round(len(texts) / of_texts, 1),
        "pages": len(pages),
        "mean_page_bytes": sum(len(page.data) for page in pages) // len(pages),
        "pages_per_second": round(len(pages) / of_pages, 1),
        "trafilatura_pages_per_second": round(len(pages) / alone, 1),
        "time_to_trafilatura_alone": round(of_pages / alone, 2),
        "machine": f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}",
        "commit": commit,
    }
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    for name, value in figures.items():
        print(f"{name:30} {value}")


if __name__ == "__main__":
    main()
